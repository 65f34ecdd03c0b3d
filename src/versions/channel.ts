import type { Core } from "./bump.js";
import type { Stage } from "./stage.js";
import { LIMITS, movingName, namesMovingTag } from "./strings.js";

/** npm's dist-tag of an unreleased build. */
export function buildDistTag(stage: Stage, core: Core): string {
	switch (stage.kind) {
		case "main":
			return namesMovingTag(stage.branch) ? movingName("", stage.branch, LIMITS.distTag) : "main";
		case "hotfix":
			return "hotfix";
		case "release":
			return `rc-${core.major}.${core.minor}`;
		case "pull-request":
			return `pr-${stage.number}`;
		case "merge-queue":
			return `mq-${stage.number}`;
		case "feature":
			return movingName("br-", stage.branch, LIMITS.distTag);
		case "detached":
			return "detached";
	}
}

/** The moving docker tag of a stage; `unnamed`: it would have one, were its branch called otherwise. */
export function movingTag(stage: Stage): { tag: string } | "unnamed" | undefined {
	switch (stage.kind) {
		case "main":
			return namesMovingTag(stage.branch) ? { tag: movingName("", stage.branch, LIMITS.docker) } : "unnamed";
		case "feature":
			return { tag: movingName("br-", stage.branch, LIMITS.docker) };
		case "pull-request":
			return { tag: `pr-${stage.number}` };
		default:
			return undefined;
	}
}
