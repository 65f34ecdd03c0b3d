import { escapeMarkdown } from "../runner/markdown.js";
import type { ServiceVersion } from "./version.js";

/** Commits that the notes of one service tell. */
const TOLD = 200;

type Commit = ServiceVersion["commits"][number];

/** The sections, in order; a commit stands in the first that takes it. */
const SECTIONS: readonly { title: string; takes(commit: Commit): boolean }[] = [
	{ title: "Breaking changes", takes: ({ rule }) => rule.endsWith("!") || rule.startsWith("BREAKING") },
	{ title: "Features", takes: ({ bump }) => bump === "minor" || bump === "major" },
	{ title: "Fixes", takes: ({ rule }) => rule === "fix" || rule === "perf" },
	{ title: "Other changes", takes: () => true },
];

/**
 * Release notes in Markdown, from the traces of the services that have a release here: the counted commits in the
 * order of history, newest first, by what they did. A commit that another took back is left out, and so is the
 * other. `repository` is the address that commits are linked to. Messages are foreign text, and inert here.
 */
export function releaseNotes(services: readonly ServiceVersion[], repository: string | undefined): string {
	const released = services.filter(({ gitTag }) => gitTag !== null);
	const several = released.length > 1;
	const parts = released.map((each) => {
		const title = several ? `## ${escapeMarkdown(`${each.service} ${each.version}`)}\n\n` : "";
		return `${title}${notesOf(each, repository, several ? "###" : "##")}`;
	});
	return `${parts.join("\n\n")}\n`;
}

function notesOf({ commits }: ServiceVersion, repository: string | undefined, heading: string): string {
	const counted = commits.filter((each) => each.counted && !each.rule.startsWith("reverted by"));
	const told = counted.slice(0, TOLD);
	const sections = SECTIONS.map(({ title, takes }) => ({
		title,
		lines: told
			.filter((each) => SECTIONS.find((section) => section.takes(each))?.takes === takes)
			.map((each) => line(each, repository)),
	})).filter(({ lines }) => lines.length > 0);
	if (sections.length === 0) return "No counted commits.";
	const left = counted.length > TOLD ? `\n\n… and ${counted.length - TOLD} more commits.` : "";
	return sections.map(({ title, lines }) => `${heading} ${title}\n\n${lines.join("\n")}`).join("\n\n") + left;
}

/** `feat(cart)!: say hello` becomes `**cart:** say hello`; what is no header stays as it is. */
function line({ header, commit }: Commit, repository: string | undefined): string {
	const match = /^[A-Za-z][\w-]*\s*(?:\(([^()]*)\))?\s*!?\s*(?:\([^()]*\))?\s*:\s*(\S.*)$/.exec(
		header.slice(0, 300),
	);
	const scope = match?.[1]?.trim() ?? "";
	const text = escapeMarkdown(match?.[2] ?? header.slice(0, 300));
	const short = commit.slice(0, 12);
	const reference = repository === undefined ? short : `[${short}](${repository}/commit/${commit})`;
	return `- ${scope === "" ? "" : `**${escapeMarkdown(scope)}:** `}${text} (${reference})`;
}
