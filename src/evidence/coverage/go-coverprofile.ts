import { UserError } from "../../runner/errors.js";
import { readLines } from "../text.js";
import { emptyReport } from "./json-fields.js";
import { LineBudget } from "./line-budget.js";
import {
	addHits,
	addLine,
	addStatements,
	CoverageCollector,
	type CoverageReport,
	parseHits,
} from "./report.js";

/**
 * Go's coverage profile (cmd/cover, golang.org/x/tools/cover): blocks with a number of statements each. The
 * unit is the statement. The same block stands once for every test binary that knows it (`-coverpkg`), and
 * once for every profile that was concatenated: it is one block, by its place, and its hits are added.
 *
 * Lines are those that a block with statements touches, with the largest hits of their blocks; the last line
 * of a block that ends in column 2 has only the closing brace of a function, and is none.
 */

interface Block {
	statements: number;
	start: number;
	end: number;
	endColumn: number;
	hits: number;
}

/** `name:line.column,line.column statements hits`; a name may have colons and spaces. */
const PLACE = /^(\d{1,9})\.(\d{1,9}),(\d{1,9})\.(\d{1,9})$/;
const COUNTS = /^(\d{1,9}) (\d+)$/;

/** More lines than any function has: a number that would only cost memory. */
const SPAN_LIMIT = 1_000_000;

/** Reads one profile, or several that were concatenated. */
export async function readGoCoverprofile(
	source: AsyncIterable<Uint8Array>,
	file: string,
): Promise<CoverageReport> {
	const files = new Map<string, Map<string, Block>>();
	const budget = new LineBudget(file);
	const tail = { bytes: "" };
	let number = 0;
	let hasMode = false;
	let held: string | undefined;
	const malformed = (what: string, hint?: string) =>
		new UserError("report-malformed", `${file}: ${what}`, {
			file,
			line: number,
			column: 1,
			hint: hint ?? "The file is damaged, or something else wrote into it.",
		});

	const noBlock = (text: string) => {
		const printed = /:\d+:\s+\S+\s+\d+\.\d+%$/.test(text);
		return printed
			? malformed(
					"this is what 'go tool cover -func' prints, not a profile",
					"Give the file that 'go test -coverprofile' writes.",
				)
			: malformed(`'${text.slice(0, 60)}' is no block of a coverage profile`);
	};

	const newBlock = (text: string, path: string, place: string, statements: number): Block => {
		const [, startLine, , endLine, endColumn] = PLACE.exec(place) ?? [];
		if (startLine === undefined || path === "") throw noBlock(text);
		// Line 0 and ends before the start come from //line directives of generators.
		const start = Math.max(1, Number(startLine));
		const end = Math.max(start, Number(endLine));
		if (end - start > SPAN_LIMIT)
			throw malformed(`a block of ${path.slice(0, 200)} has ${end - start} lines`);
		budget.spend(end - start + 1);
		return { statements, start, end, endColumn: Number(endColumn), hits: 0 };
	};

	const readBlock = (text: string) => {
		const countsAt = text.lastIndexOf(" ", text.lastIndexOf(" ") - 1);
		const colon = text.lastIndexOf(":", countsAt);
		const [, count, hits] = COUNTS.exec(text.slice(countsAt + 1)) ?? [];
		if (hits === undefined || countsAt < 0 || colon < 0) throw noBlock(text);
		const path = text.slice(0, colon);
		const place = text.slice(colon + 1, countsAt);
		const statements = Number(count);
		const known = files.get(path)?.get(place);
		const block = known ?? newBlock(text, path, place, statements);
		if (!hasMode) throw malformed("the first line is not 'mode: ...'");
		if (block.statements !== statements) {
			throw malformed(
				`the block ${place} of ${path.slice(0, 200)} has ${statements} statements here and ${block.statements} above`,
				"The profiles are of different states of the source: take them from one commit.",
			);
		}
		block.hits = addHits(block.hits, parseHits(hits) ?? 0);
		if (known !== undefined) return;
		const blocks = files.get(path) ?? new Map<string, Block>();
		files.set(path, blocks.set(place, block));
	};

	const readLine = (raw: string) => {
		number++;
		const text = number === 1 ? raw.replace(/^\ufeff/, "") : raw;
		if (/^mode: (set|count|atomic)$/.test(text)) hasMode = true;
		else if (text.startsWith("mode:") && !/ \d+ \d+$/.test(text))
			throw malformed(`'${text.slice(0, 60)}' is no mode of a profile`);
		else if (text !== "") readBlock(text);
	};

	for await (const lines of readLines(withTail(source, tail), file)) {
		for (const each of lines) {
			if (held !== undefined) readLine(held);
			held = each;
		}
	}
	// Go ends every line, so a last one without an end may lack digits of its hits.
	if (held === undefined || !(tail.bytes.endsWith("\n") || tail.bytes === "\n\0")) {
		throw new UserError("report-truncated", `${file} is cut off: its last line has no end`, {
			file,
			line: number + 1,
			column: 1,
			hint: "The tool that writes it did not finish, or the file was copied while it was written.",
		});
	}
	readLine(held);

	const collector = new CoverageCollector();
	for (const [path, blocks] of files) {
		const raw = collector.file(path);
		for (const [place, { statements, hits }] of blocks) {
			// A block without statements, such as an empty function's, is nothing to cover.
			if (statements === 0) blocks.delete(place);
			else addStatements(raw, place, statements, hits > 0);
		}
		for (const [line, hits] of linesOf(blocks)) addLine(raw, line, hits);
	}
	const report = emptyReport("go-coverprofile");
	report.files = collector.files();
	report.hasStatements = true;
	return report;
}

function linesOf(blocks: ReadonlyMap<string, Block>): Map<number, number> {
	const lines = new Map<number, number>();
	for (const { start, end, endColumn, hits } of blocks.values()) {
		const last = end > start && endColumn <= 2 ? end - 1 : end;
		for (let line = start; line <= last; line++) lines.set(line, Math.max(lines.get(line) ?? 0, hits));
	}
	return lines;
}

/** Keeps the last two bytes in view, which hold the last character in UTF-16 too. */
async function* withTail(
	source: AsyncIterable<Uint8Array>,
	tail: { bytes: string },
): AsyncGenerator<Uint8Array> {
	for await (const chunk of source) {
		tail.bytes = (tail.bytes + Buffer.from(chunk.subarray(-2)).toString("latin1")).slice(-2);
		yield chunk;
	}
}
