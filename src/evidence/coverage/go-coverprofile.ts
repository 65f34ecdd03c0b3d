import { UserError } from "../../runner/errors.js";
import { readByteLines } from "../text.js";
import { digits } from "../xml-element.js";
import { GoBlocks } from "./go-blocks.js";
import { emptyReport } from "./json-fields.js";
import { LineBudget } from "./line-budget.js";
import { NameTable } from "./name-table.js";
import { addLine, CoverageCollector, type CoverageReport, parseHits } from "./report.js";

const SPACE = 0x20;
const COLON = 0x3a;

/**
 * Go's coverage profile (cmd/cover, golang.org/x/tools/cover): blocks with a number of statements each. The
 * unit is the statement. The same block stands once for every test binary that knows it (`-coverpkg`), and
 * once for every profile that was concatenated: it is one block, by its place, and its hits are added.
 *
 * Lines are those that a block with statements touches, with the largest hits of their blocks; the last line
 * of a block that ends in column 2 has only the closing brace of a function, and is none.
 */

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
	const collector = new CoverageCollector();
	const report = emptyReport("go-coverprofile");
	report.hasStatements = true;
	const paths = new NameTable();
	const places = collector.statementNames;
	const blocks = new GoBlocks();
	const budget = new LineBudget(file);
	const tail = { bytes: "" };
	let number = 0;
	let hasMode = false;
	/** What is wrong with the line before, which is told only where it is not the last one, cut off. */
	let wrong: UserError | undefined;
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

	/** Adds a block that is not there yet: `text` is its line. */
	const newBlock = (text: string, path: number, place: number, statements: number): number => {
		const [, startLine, , endLine, endColumn] = PLACE.exec(places.text(place)) ?? [];
		if (startLine === undefined) throw noBlock(text);
		// Line 0 and ends before the start come from //line directives of generators.
		const start = Math.max(1, Number(startLine));
		const end = Math.max(start, Number(endLine));
		if (end - start > SPAN_LIMIT)
			throw malformed(`a block of ${paths.text(path).slice(0, 200)} has ${end - start} lines`);
		budget.spend(end - start + 1);
		const last = end > start && Number(endColumn) <= 2 ? end - 1 : end;
		return blocks.add(path, place, statements, start, last);
	};

	const takeBlock = (text: () => string, path: number, place: number, statements: number, hits: number) => {
		const block = blocks.find(path, place) ?? newBlock(text(), path, place, statements);
		if (!hasMode) throw malformed("the first line is not 'mode: ...'");
		const before = blocks.statements(block);
		if (before !== statements) {
			throw malformed(
				`the block ${places.text(place)} of ${paths.text(path).slice(0, 200)} has ${statements} statements here and ${before} above`,
				"The profiles are of different states of the source: take them from one commit.",
			);
		}
		blocks.hit(block, hits);
	};

	/** A line in the form that nearly all have. False where it has another one. */
	const readPlain = (bytes: Buffer, start: number, end: number): boolean => {
		let hitsAt = end;
		while (hitsAt > start && bytes[hitsAt - 1] !== SPACE) hitsAt--;
		let countAt = hitsAt - 1;
		while (countAt > start && bytes[countAt - 1] !== SPACE) countAt--;
		let placeAt = countAt - 1;
		while (placeAt > start && bytes[placeAt - 1] !== COLON) placeAt--;
		if (placeAt - 1 <= start || bytes[placeAt - 1] !== COLON || hitsAt - countAt > 10) return false;
		const statements = digits(bytes, countAt, hitsAt - 1);
		const hits = digits(bytes, hitsAt, end);
		if (statements === undefined || hits === undefined || !isPlace(bytes[placeAt])) return false;
		const path = paths.numberOf(bytes, start, placeAt - 1);
		const place = places.numberOf(bytes, placeAt, countAt - 1);
		takeBlock(() => bytes.toString("utf8", start, end), path, place, statements, hits);
		return true;
	};

	const readBlock = (text: string) => {
		const countsAt = text.lastIndexOf(" ", text.lastIndexOf(" ") - 1);
		const colon = text.lastIndexOf(":", countsAt);
		const [, count, hits] = COUNTS.exec(text.slice(countsAt + 1)) ?? [];
		if (hits === undefined || countsAt < 0 || colon <= 0) throw noBlock(text);
		const path = paths.number(text.slice(0, colon));
		const place = places.number(text.slice(colon + 1, countsAt));
		takeBlock(() => text, path, place, Number(count), parseHits(hits) ?? 0);
	};

	const readLine = (bytes: Buffer, start: number, end: number) => {
		if (start === end || readPlain(bytes, start, end)) return;
		const text = bytes.toString("utf8", start, end);
		if (/^mode: (set|count|atomic)$/.test(text)) hasMode = true;
		else if (text.startsWith("mode:") && !/ \d+ \d+$/.test(text))
			throw malformed(`'${text.slice(0, 60)}' is no mode of a profile`);
		else readBlock(text);
	};

	await readByteLines(withTail(source, tail), file, (bytes, start, end) => {
		if (wrong !== undefined) throw wrong;
		number++;
		try {
			readLine(bytes, start, end);
		} catch (thrown) {
			if (!(thrown instanceof UserError)) throw thrown;
			wrong = thrown;
		}
	});
	// Go ends every line, so a last one without an end may lack digits of its hits.
	if (number === 0 || !(tail.bytes.endsWith("\n") || tail.bytes === "\n\0")) {
		throw new UserError("report-truncated", `${file} is cut off: its last line has no end`, {
			file,
			line: number + 1,
			column: 1,
			hint: "The tool that writes it did not finish, or the file was copied while it was written.",
		});
	}
	if (wrong !== undefined) throw wrong;

	let path = 0;
	for (const own of blocks.byFile(paths.size)) {
		const raw = collector.file(paths.text(path++));
		raw.statements.reserve(own.length);
		const lines = new Map<number, number>();
		let last = 0;
		for (const block of own) {
			const statements = blocks.statements(block);
			// A block without statements, such as an empty function's, is nothing to cover.
			if (statements === 0) continue;
			const hits = blocks.hits(block);
			raw.statements.mark(blocks.place(block), statements, hits > 0);
			for (let line = blocks.start(block); line <= blocks.last(block); line++)
				lines.set(line, Math.max(lines.get(line) ?? 0, hits));
			last = Math.max(last, blocks.last(block));
		}
		raw.lines.reserve(last, lines.size);
		for (const [line, hits] of lines) addLine(raw, line, hits);
	}
	report.files = collector.files();
	return report;
}

/** Whether a place may begin with it: names that are not those of blocks are not remembered. */
function isPlace(byte: number | undefined): boolean {
	return byte !== undefined && byte >= 0x30 && byte <= 0x39;
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
