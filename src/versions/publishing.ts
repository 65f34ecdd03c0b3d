import type { Git } from "../git/git.js";
import { descendants } from "../git/reachability.js";
import { UserError } from "../runner/errors.js";
import { type Problem, problem } from "../runner/problem.js";
import { coreText } from "./bump.js";
import type { VersionContext } from "./context.js";
import { type ServiceTags, type TagForm, tagName, type VersionTag } from "./tag.js";

/** What somebody else has done to a number that this commit would take. */
export type Conflict = { kind: "taken"; tag: VersionTag } | { kind: "line-ahead"; tag: VersionTag };

/**
 * Whether a release can be made here: not where its tag stands on a commit that HEAD does not reach, nor where
 * HEAD does not descend from the newest release of the line.
 */
export function releaseConflict(
	version: string,
	tags: ServiceTags,
	reached: ReadonlySet<string>,
): Conflict | undefined {
	const taken = tags.releases.find((each) => each.version === version && !reached.has(each.commit));
	if (taken !== undefined) return { kind: "taken", tag: taken };
	const line = version.split(".").slice(0, 2).join(".");
	const newest = tags.releases.find((each) => each.version.startsWith(`${line}.`));
	if (newest !== undefined && !reached.has(newest.commit)) return { kind: "line-ahead", tag: newest };
	return undefined;
}

/**
 * A candidate may follow one of a history that was given up (numbers are taken once), but an older commit gets no
 * newer candidate than a commit that was built on it.
 */
export async function refuseOlderCandidate(
	git: Git,
	toPublish: readonly { service: string; tag: string }[],
	tags: { form: TagForm; services: ReadonlyMap<string, ServiceTags> },
	head: string,
): Promise<void> {
	const earlier = toPublish.flatMap(({ service, tag }) => {
		const version = tag.slice(tagName(tags.form, service, "").length);
		const core = version.split("-")[0] ?? "";
		if (version === core) return [];
		const newest = tags.services.get(service)?.candidates.find((each) => coreText(each.core) === core);
		return newest === undefined ? [] : [{ service, version, newest }];
	});
	const later = await descendants(
		git,
		earlier.map(({ newest }) => newest.commit),
		head,
	);
	for (const { service, version, newest } of earlier)
		if (later.has(newest.commit))
			throw conflictError(service, version, { kind: "line-ahead", tag: newest }, head);
}

/** The refusal of a release. */
export function conflictError(service: string, version: string, conflict: Conflict, head: string): UserError {
	return new UserError(
		conflict.kind === "taken" ? "version-taken" : "line-ahead",
		conflictMessage(service, version, conflict, head),
		{
			fault: "refused",
			hint: "Release the newest commit of the branch, or merge the released one into it first.",
		},
	);
}

/** The warning that a promise can't be kept. */
export function conflictWarning(service: string, version: string, conflict: Conflict, head: string): Problem {
	return problem(
		"warning",
		conflict.kind === "taken" ? "version-taken" : "line-ahead",
		conflictMessage(service, version, conflict, head),
		{ hint: "Publishing this commit will be refused." },
	);
}

function conflictMessage(service: string, version: string, conflict: Conflict, head: string): string {
	const there = `${conflict.tag.tag} on ${conflict.tag.commit.slice(0, 12)}`;
	return conflict.kind === "taken"
		? `${service} ${version} can't be released from ${head.slice(0, 12)}: the number is taken by ${there}, which this commit does not contain`
		: `${service} ${version} can't be released from ${head.slice(0, 12)}: the newest release of its line is ${there}, which this commit does not contain`;
}

/** Refuses `publish` where no tags are made: on pull requests, queues, tags, other branches and other events. */
export function refusePublish(context: VersionContext, event: string | undefined, release: boolean): void {
	const refuse = (message: string, hint: string) => {
		throw new UserError("publish-not-here", message, { input: "publish", hint });
	};
	if (context.kind === "tag") return;
	if (context.kind !== "main" && context.kind !== "release" && context.kind !== "hotfix") {
		refuse(
			`'publish' makes no tags in the context ${context.kind}`,
			"Publish from main, a release branch or a hotfix branch, with HEAD at the commit of the event.",
		);
	}
	if (!context.publishes) {
		refuse(
			`'publish' makes no tags on the event ${event ?? ""}`,
			"Publish on push, schedule or workflow_dispatch.",
		);
	}
	if (context.kind === "hotfix" && !release) {
		refuse("'publish' on a hotfix branch makes a release, which must be asked for", "Add 'release: true'.");
	}
}

/** The refusal of a release below one that stands on a newer commit of the same line. */
export function newerReleased(
	service: string,
	released: VersionTag,
	head: string,
	branch: string,
): UserError {
	return new UserError(
		"newer-commit-released",
		`${service}: ${branch} has ${released.tag} on ${released.commit.slice(0, 12)}, which is newer than ${head.slice(0, 12)}`,
		{
			fault: "refused",
			hint: "A newer commit was released first, and holds what this one has. Release the newest commit of the branch.",
		},
	);
}
