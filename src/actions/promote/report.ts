import { JOURNAL_FILE } from "../../promotion/journal.js";
import { bytesText } from "../../registry/copy-progress.js";
import { shortDigest } from "../../registry/digest.js";
import type { Report } from "../../runner/action.js";
import { code, details, escapeMarkdown, table } from "../../runner/markdown.js";
import { moreLines, problemList } from "../../runner/problem-list.js";
import type { PromoteInputs } from "./inputs.js";
import type { PromoteResult } from "./result.js";

/** The result of `promote` for people: the verdict first, one table, details folded. Pure. */

type Image = PromoteResult["images"][number];

/** The most rows of a table; the whole is in the result file. */
const TABLE_ROWS = 500;
/** A picture of more images can't be read. */
const PICTURED = 12;

const EXIT_CODES = { rule: 1, request: 2, outside: 3 } as const;

export function report(result: PromoteResult, _inputs: PromoteInputs): Report {
	const unrecorded = result.records.filter(({ attestation }) => attestation === null).length;
	const left = unrecorded === 0 ? "" : `, ${unrecorded} of ${result.records.length} records NOT attached`;
	const headline = `promote ${result.outcome}: ${verdictLine(result)}${left}`;
	return {
		headline,
		markdown: `${[
			`### ${escapeMarkdown(`promote: ${result.outcome}`)}`,
			opening(result),
			unrecordedImages(result),
			residue(result),
			images(result),
			evidence(result),
			records(result),
			figures(result),
			picture(result),
			rolledBack(result),
			problemList(result.problems),
		]
			.filter((part) => part !== "")
			.join("\n\n")}\n`,
		outputs: {
			outcome: result.outcome,
			digests: JSON.stringify(result.digests),
			bytes: String(result.bytes.moved),
			requests: String(result.requests.source + result.requests.destination),
			"plan-digest": result.planDigest ?? "",
		},
		// A record that is missing changes nothing there: the tags stand, and what requires it refuses by itself.
		exitCode: result.cause === null ? 0 : EXIT_CODES[result.cause],
	};
}

/** What happened, in one line. */
function verdictLine(result: PromoteResult): string {
	const tags = result.images.flatMap((image) => image.tags);
	const changing = tags.filter(({ before, after }) => before !== after).length;
	const set = count(result.images.length, "image");
	const first = result.problems.find(({ severity }) => severity === "error");
	const why = first === undefined ? "" : oneLine(first.message);
	switch (result.outcome) {
		case "planned":
			return `${set}, ${count(changing, "tag")} to set, nothing was written`;
		case "promoted":
			return `${set}, ${count(changing, "tag")} set, ${bytesText(result.bytes.moved)} moved`;
		case "unchanged":
			return `nothing to do, ${count(tags.length, "tag")} of ${set} ${tags.length === 1 ? "stands as it" : "stand as they"} should`;
		case "refused":
			return `no tag was set${left(result) === NOTHING_LEFT ? "" : `, ${left(result)}`}. ${why}`;
		case "rolled-back":
			return `${count(result.rolledBack.length, "tag")} put back, ${left(result)}. ${why}`;
		case "residue":
			return `${count(result.residue.length, "tag")} not as before. ${why}`;
	}
}

const NOTHING_LEFT = "nothing of ours is left";

/** What is left after a roll-back, as far as looking could tell. */
function left(result: PromoteResult): string {
	const open = result.problems.filter(({ code }) => code === "tag-unanswered").length;
	return open === 0 ? NOTHING_LEFT : `${count(open, "tag")} may be set yet`;
}

function opening(result: PromoteResult): string {
	const lines = [`**${escapeMarkdown(verdictLine(result))}**`];
	const first = result.problems.find(({ severity }) => severity === "error");
	if (result.cause !== null && first?.hint !== undefined) lines.push(escapeMarkdown(first.hint));
	// No full stop: people copy it.
	if (result.planDigest !== null) lines.push(`Plan ${code(result.planDigest)}`);
	return lines.join("  \n");
}

/** The tags stand, and what the next environment may ask for is not there: that must not pass unseen. */
function unrecordedImages(result: PromoteResult): string {
	const missing = result.records.filter(({ attestation }) => attestation === null);
	if (missing.length === 0) return "";
	const lines = missing.map(
		({ destination, digest }) => `- ${code(`${destination}@${shortDigest(digest)}`)}`,
	);
	return [
		`⚠️ **The record of this promotion is missing on ${count(missing.length, "image")}.** The tags stand. Run the same command again: it adds it.`,
		"",
		...lines.slice(0, TABLE_ROWS),
		...moreLines(lines.length - TABLE_ROWS),
	].join("\n");
}

function residue(result: PromoteResult): string {
	if (result.residue.length === 0) return "";
	const lines = result.residue.map(
		({ destination, tag, before, now }) =>
			`- ${code(`${destination}:${tag}`)}: was ${shortOrAbsent(before)}, is ${now === "unknown" ? "unknown" : shortOrAbsent(now)}`,
	);
	const what = `Not as before (the same command finishes the promotion; ${code(JOURNAL_FILE)} holds what was there):`;
	return [what, "", ...lines.slice(0, TABLE_ROWS), ...moreLines(lines.length - TABLE_ROWS)].join("\n");
}

function images(result: PromoteResult): string {
	if (result.images.length === 0) return "";
	const rows = result.images.map((image) => [
		code(image.service ?? nameOf(image.destination)),
		code(image.source),
		code(image.destination),
		code(shortDigest(image.digest)),
		tagCell(image, result.outcome === "planned"),
		image.status === "failed" ? "not promoted" : image.status,
	]);
	const head = [
		"Image",
		"From",
		"To",
		"Digest",
		`Tags (before → ${result.cause === null ? "after" : "wanted"})`,
		"Status",
	];
	const mayStay =
		result.outcome === "planned" && result.images.some(({ tags }) => tags.some((tag) => tag.mayStay));
	return [
		table(head, rows.slice(0, TABLE_ROWS)),
		...moreLines(rows.length - TABLE_ROWS),
		...(mayStay ? ["May stay: the tag is new, and a roll-back may not be able to delete it again."] : []),
	].join("\n\n");
}

/** What was required of each image, and by whom it is signed. */
function evidence(result: PromoteResult): string {
	const rows = result.images.flatMap((image) =>
		image.evidence.map((each) => [
			code(image.service ?? nameOf(image.destination)),
			code(each.requirement),
			code(each.signer),
			code(shortDigest(each.attestation)),
		]),
	);
	if (rows.length === 0) return "";
	const head = ["Image", "Required", "Signed by", "Attestation"];
	return details(
		`Evidence (${rows.length})`,
		[table(head, rows.slice(0, TABLE_ROWS)), ...moreLines(rows.length - TABLE_ROWS)].join("\n\n"),
	);
}

/** The promotion records that were attached, or could not be. */
function records(result: PromoteResult): string {
	if (result.records.length === 0) return "";
	const rows = result.records.map((each) => [
		code(each.environment),
		code(each.destination),
		code(shortDigest(each.digest)),
		each.attestation === null ? "**not attached**" : code(shortDigest(each.attestation)),
	]);
	const head = ["Environment", "Image", "Digest", "Record"];
	return details(
		`Promotion records (${rows.length})`,
		[table(head, rows.slice(0, TABLE_ROWS)), ...moreLines(rows.length - TABLE_ROWS)].join("\n\n"),
	);
}

function tagCell(image: Image, planned: boolean): string {
	return image.tags
		.map(({ tag, before, after, mayStay }) => {
			if (before === after) return `${code(tag)} stands`;
			return `${code(tag)} ${before === null ? "new" : code(shortDigest(before))} → ${code(shortDigest(after))}${planned && mayStay ? " (may stay)" : ""}`;
		})
		.join("<br>");
}

function figures({ bytes, requests, images, outcome }: PromoteResult): string {
	if (outcome === "planned" || images.length === 0) return "";
	const referrers = images.reduce((sum, image) => sum + image.referrers.length, 0);
	const parts = [
		`${bytesText(bytes.moved)} moved`,
		`${bytesText(bytes.mounted)} mounted`,
		`${bytesText(bytes.present)} present`,
		count(referrers, "referrer"),
		`${count(requests.source, "request")} to sources, ${requests.destination} to destinations`,
	];
	return `${escapeMarkdown(parts.join("; "))}.`;
}

/** From and to, by registry. Labels hold only characters that mean nothing to Mermaid. */
function picture(result: PromoteResult): string {
	if (result.images.length === 0 || result.images.length > PICTURED) return "";
	const lines = result.images.flatMap((image, index) => {
		const from = `s${index}["${label(image.source.split("@")[0] ?? "")}"]`;
		const to = `d${index}["${label(image.destination)}"]`;
		const tags = image.tags.map(({ tag }) => tag).slice(0, 4);
		const text = tags.length === 0 ? "" : `|"${label(tags.join(" "))}"|`;
		const stands = image.status === "promoted" || image.status === "unchanged";
		return [`\t${from} ${stands ? "-->" : "-.->"}${text} ${to}`];
	});
	return details("Picture", ["```mermaid", "flowchart LR", ...lines, "```"].join("\n"));
}

function label(text: string): string {
	return text.replace(/[^A-Za-z0-9 ._:/-]/g, "_").slice(0, 100);
}

function rolledBack(result: PromoteResult): string {
	if (result.rolledBack.length === 0) return "";
	const lines = result.rolledBack.map(({ destination, tag }) => `- ${code(`${destination}:${tag}`)}`);
	return details(
		`Put back (${lines.length})`,
		[...lines.slice(0, TABLE_ROWS), ...moreLines(lines.length - TABLE_ROWS)].join("\n"),
	);
}

function shortOrAbsent(digest: string | null): string {
	return digest === null ? "absent" : code(shortDigest(digest));
}

function nameOf(destination: string): string {
	return destination.slice(destination.indexOf("/") + 1);
}

function count(number: number, noun: string): string {
	return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function oneLine(text: string): string {
	return text.replace(/[\r\n]+/g, " ").slice(0, 1000);
}
