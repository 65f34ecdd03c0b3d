import semver from "semver";
import type { Report } from "../../runner/action.js";
import { problemLines } from "../../runner/annotations.js";
import { code, details, escapeMarkdown, table } from "../../runner/markdown.js";
import type { ServiceVersion } from "../../versions/version.js";
import type { VersionResult } from "./result.js";

/** Services that the headline names. */
const NAMED = 8;
/** Characters of a title or a path; the result file has all. */
const WIDEST = 100;
/** Commits that the summary tells of one service; the result file has all. */
const TOLD = 50;

export function report(result: VersionResult): Report {
	const refused = result.problems.some((each) => each.severity === "error");
	const merging = mergeLine(result.services);
	return {
		headline: `${headline(result, refused)}${merging === undefined || refused ? "" : `. ${merging}`}`,
		// Made when it is read: a terminal that asks for JSON has no use for it.
		get markdown() {
			return markdown(result, refused);
		},
		outputs: outputs(result),
		exitCode: refused ? 2 : 0,
	};
}

/** Outputs of one service are empty where there are several: one build's tags must not be another's. */
function outputs({ services, notesFile }: VersionResult): Record<string, string> {
	const [first, second] = services;
	const one = second === undefined ? first : undefined;
	const parsed = one === undefined ? null : semver.parse(one.version);
	const text = (value: string | number | boolean | null | undefined) => String(value ?? "");
	const lines = (value: readonly string[] | undefined) => (value ?? []).join("\n");
	return {
		version: text(one?.version),
		release: text(one?.release),
		changed: String(services.some(({ changed }) => changed)),
		bump: text(one?.bump),
		"previous-version": text(one?.previousVersion),
		"git-tag": text(one?.gitTag),
		"docker-tag": text(one?.dockerTag),
		tags: lines(one?.tags),
		labels: lines(one?.labels),
		annotations: lines(one?.annotations),
		"npm-version": text(one?.npmVersion),
		"npm-dist-tag": text(one?.npmDistTag),
		slug: text(one?.slug),
		major: text(parsed?.major),
		minor: text(parsed?.minor),
		patch: text(parsed?.patch),
		prerelease: text(parsed?.prerelease.join(".")),
		metadata: text(parsed?.build.join(".")),
		"changed-services": JSON.stringify(
			services.filter(({ changed }) => changed).map(({ service }) => service),
		),
		"notes-file": notesFile ?? "",
		versions: JSON.stringify(Object.fromEntries(services.map(({ service, version }) => [service, version]))),
	};
}

function headline(
	{ services, published, context, problems, dryRun, unpublished }: VersionResult,
	refused: boolean,
): string {
	const error = problems.find((each) => each.severity === "error");
	if (refused && error !== undefined) return `Nothing is published: ${error.message}`;
	if (services.length === 0) return "No service to version";
	const named = services.slice(0, NAMED).map(({ service, version }) => `${service} ${version}`);
	const more = services.length > NAMED ? ` and ${services.length - NAMED} more` : "";
	const made =
		published.length > 0
			? `; published ${counted(published.length, "tag")}`
			: dryRun && unpublished.length > 0
				? `; would publish ${unpublished.join(", ")}`
				: "";
	return `${named.join(", ")}${more} (${context})${made}`;
}

/** On a pull request: what merging it releases. */
function mergeLine(services: readonly ServiceVersion[]): string | undefined {
	const releases = services.flatMap(({ service, afterMerge, previousVersion }) => {
		if (afterMerge === null) return [];
		const why = previousVersion === null ? "first release" : afterMerge.bump;
		return [`${service} ${afterMerge.version} (${why})`];
	});
	if (releases.length === 0) return undefined;
	const more = releases.length > NAMED ? ` and ${releases.length - NAMED} more` : "";
	return `Merging this releases ${releases.slice(0, NAMED).join(", ")}${more}`;
}

function markdown(result: VersionResult, refused: boolean): string {
	const { services, published, problems, commit } = result;
	const parts = [`### version: ${escapeMarkdown(headline(result, refused))}`];
	if (services.length > 0) {
		parts.push(
			table(
				["service", "version", "last release", "because"],
				services.map((each) => [
					code(each.service),
					`${code(each.version)}${each.changed ? "" : " (unchanged)"}`,
					each.previousVersion === null ? "none" : code(each.previousVersion),
					each.because.map(escapeMarkdown).join("; "),
				]),
			),
		);
	}
	const merging = mergeLine(services);
	if (merging !== undefined) parts.push(`**${escapeMarkdown(merging)}**`);
	const made = published.filter(({ before }) => before === null);
	const moved = published.filter(({ before }) => before !== null);
	if (made.length > 0)
		parts.push(`Published on ${code(commit.slice(0, 12))}: ${made.map(({ ref }) => code(ref)).join(", ")}.`);
	if (moved.length > 0) {
		const from = moved.map(({ ref, before }) => `${code(ref)} from ${code(before?.slice(0, 12) ?? "")}`);
		parts.push(`Moved to ${code(commit.slice(0, 12))}: ${from.join(", ")}.`);
	}
	for (const each of services) {
		if (each.commits.length > 0) parts.push(trace(each));
	}
	if (problems.length > 0) {
		const lines = problemLines(problems).map((line) => `- ${escapeMarkdown(line)}`);
		parts.push(details(counted(problems.length, "problem"), lines.join("\n")));
	}
	return `${parts.join("\n\n")}\n`;
}

function counted(count: number, what: string): string {
	return `${count} ${what}${count === 1 ? "" : "s"}`;
}

/** A longer title or path would make the table wider than any screen. */
function shortened(text: string): string {
	return text.length <= WIDEST ? text : `${text.slice(0, WIDEST - 1)}…`;
}

function trace({ service, base, gitTag, previousVersion, commits }: ServiceVersion): string {
	const rows = commits
		.slice(0, TOLD)
		.map((each) => [
			code(each.commit.slice(0, 12)),
			code(shortened(each.header)),
			each.counted ? each.bump : "not counted",
			escapeMarkdown(each.rule),
			each.files.map((file) => code(shortened(file))).join(", "),
		]);
	// Of a commit that carries its release, the commits that led to it are told.
	const from = base !== null && base.tag === gitTag ? previousVersion : base?.tag;
	const since = from === null || from === undefined ? "in all the history" : `since ${code(from)}`;
	const left = commits.length > TOLD ? `\n\n${commits.length - TOLD} more are in the result file.` : "";
	return details(
		`${code(service)}: ${counted(commits.length, "commit")} ${since}`,
		`${table(["commit", "title", "bump", "rule", "files"], rows)}${left}`,
	);
}
