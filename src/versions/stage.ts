import type { VersionContext } from "./context.js";
import { type BranchRole, roleFor } from "./line.js";

/** The stage of one service in this context: which prerelease and which names its builds get. */
export type Stage =
	| { kind: "main" | "hotfix" | "feature"; branch: string }
	| { kind: "release"; branch: string; role: BranchRole }
	| { kind: "pull-request"; branch: string; number: number }
	| { kind: "merge-queue"; branch: string; number: number }
	| { kind: "detached"; branch: undefined };

/** The stage of a service, and the branch whose rules give its core. */
export function stageOf(
	context: VersionContext,
	service: string,
): { stage: Stage; role: BranchRole | undefined } {
	switch (context.kind) {
		case "pull-request":
			return {
				stage: { kind: "pull-request", branch: context.branch, number: context.number },
				role: roleFor(context.into, service),
			};
		case "merge-queue":
			return {
				stage: { kind: "merge-queue", branch: context.into.branch, number: context.number },
				role: roleFor(context.into, service),
			};
		case "tag":
		case "detached":
			return { stage: { kind: "detached", branch: undefined }, role: undefined };
		default: {
			const role = roleFor(context.role, service);
			const { branch } = role;
			return {
				stage: role.kind === "release" ? { kind: "release", branch, role } : { kind: role.kind, branch },
				role,
			};
		}
	}
}

/** The prerelease part of a build that is not released, and the dist-tag and the moving tag's name of its stage. */
export function prerelease(
	stage: Stage,
	height: number,
	candidate: { number: number; height: number } | undefined,
): string {
	switch (stage.kind) {
		case "main":
			return `0.main.${height}`;
		case "hotfix":
			return `0.hotfix.${height}`;
		case "release":
			return candidate === undefined ? `0.rc.${height}` : `rc.${candidate.number}.${candidate.height}`;
		case "pull-request":
			return `0.dev.pr.${stage.number}.${height}`;
		case "merge-queue":
			return `0.dev.mq.${stage.number}.${height}`;
		default:
			return `0.dev.${height}`;
	}
}
