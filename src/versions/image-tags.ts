import { type Problem, problem } from "../runner/problem.js";
import type { VersionContext } from "./context.js";
import type { ReleaseTags } from "./release-tags.js";
import type { DecidedVersion } from "./service-version.js";

/**
 * Whether HEAD is the tip of its branch at the remote now, as a moving tag asks; undefined where the remote was not
 * asked or there are no moving tags here.
 */
export function isAtTip(context: VersionContext, tags: ReleaseTags, head: string): boolean | undefined {
	const { remote } = tags;
	if (context.tips.length === 0 || remote === undefined || !remote.reachable) return undefined;
	if (context.kind !== "pull-request")
		return context.tips.some((ref) => remote.heads.get(ref.slice("refs/heads/".length)) === head);
	return context.tips.some((ref) => remote.others.get(ref) === head);
}

/** Why there are fewer tags for images than somebody might expect. `atTip`: what `isAtTip` says. */
export function missingTagNotices(
	context: VersionContext,
	atTip: boolean | undefined,
	decided: readonly DecidedVersion[],
): Problem[] {
	const notices: Problem[] = [];
	const moving = context.kind === "main" || context.kind === "feature" || context.kind === "pull-request";
	const unreleased = decided.filter(({ version }) => version.gitTag === null);
	if (atTip === false && moving && unreleased.some(({ version }) => version.changed)) {
		notices.push(
			problem("notice", "not-the-tip", "No moving tags: HEAD is not the tip of its branch at the remote now"),
		);
	}
	const reused = unreleased.filter(({ version }) => !version.changed);
	if (reused.length > 0) {
		const versions = reused.map(({ version }) => `${version.service} ${version.version}`).join(", ");
		notices.push(
			problem(
				"notice",
				"image-reused",
				`No tags to push for ${versions}: nothing changed, so the released image is used again`,
			),
		);
	}
	return notices;
}
