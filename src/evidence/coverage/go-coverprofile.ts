import { UserError } from "../../runner/errors.js";
import { readByteLines } from "../text.js";
import { digits } from "../xml-element.js";
import { Budget } from "./budget.js";
import { GoBlocks } from "./go-blocks.js";
import { emptyReport } from "./json-fields.js";
import { NameTable } from "./name-table.js";
import { addLine, CoverageCollector, type CoverageReport, parseHits } from "./report.js";

/** More lines than nearly all files have. */
const NEAR = 50_000;

const SPACE = 0x20;
const COMMA = 0x2c;
const POINT = 0x2e;
const COLON = 0x3a;

/**
 * Go's coverage profile (cmd/cover, golang.org/x/tools/cover): blocks with a number of statements each. The
 * unit is the statement. The same block stands once for every test binary that knows it (`-coverpkg`), and
 * once for every profile that was concatenated: it is one block, by its place, and its hits are added.
 *
 * Lines are those that a block with statements touches, with the largest hits of their blocks; the last line
 * of a block that ends in column 2 has only the closing brace of a function, and is none.
 */

/** What follows `name:line.column,line.column `; a name may have colons and spaces. */
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
	const budget = new Budget(file, "lines in ranges");
	const tail = { bytes: "" };
	/** Lines and columns of the place that was read last. */
	const at = new Uint32Array(4);
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

	/** Adds a block that is not there yet, whose place was read last. */
	const newBlock = (path: number, place: number, statements: number): number => {
		const [startLine = 0, , endLine = 0, endColumn = 0] = at;
		// Line 0 and ends before the start come from //line directives of generators.
		const start = Math.max(1, startLine);
		const end = Math.max(start, endLine);
		if (end - start > SPAN_LIMIT)
			throw malformed(`a block of ${paths.text(path).slice(0, 200)} has ${end - start} lines`);
		budget.spend(end - start + 1);
		const last = end > start && endColumn <= 2 ? end - 1 : end;
		return blocks.add(path, place, statements, start, last);
	};

	const takeBlock = (path: number, place: number, statements: number, hits: number) => {
		const block = blocks.find(path, place) ?? newBlock(path, place, statements);
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
		if (statements === undefined || hits === undefined) return false;
		if (!readPlace(bytes, placeAt, countAt - 1, at)) return false;
		const path = paths.numberOf(bytes, start, placeAt - 1);
		const place = places.numberOf(bytes, placeAt, countAt - 1);
		takeBlock(path, place, statements, hits);
		return true;
	};

	const readBlock = (text: string) => {
		const countsAt = text.lastIndexOf(" ", text.lastIndexOf(" ") - 1);
		const colon = text.lastIndexOf(":", countsAt);
		const [, count, hits] = COUNTS.exec(text.slice(countsAt + 1)) ?? [];
		if (hits === undefined || countsAt < 0 || colon <= 0) throw noBlock(text);
		const place = Buffer.from(text.slice(colon + 1, countsAt));
		if (!readPlace(place, 0, place.length, at)) throw noBlock(text);
		const path = paths.number(text.slice(0, colon));
		takeBlock(path, places.numberOf(place, 0, place.length), Number(count), parseHits(hits) ?? 0);
	};

	const readLine = (bytes: Buffer, start: number, end: number) => {
		if (start === end || readPlain(bytes, start, end)) return;
		const text = bytes.toString("utf8", start, end);
		if (/^mode: (set|count|atomic)$/.test(text)) hasMode = true;
		else if (text.startsWith("mode:") && !/ \d+ \d+$/.test(text))
			throw malformed(`'${text.slice(0, 60)}' is no mode of a profile`);
		else readBlock(text);
	};

	await readByteLines(
		withTail(source, tail),
		file,
		(bytes, start, end) => {
			if (wrong !== undefined) throw wrong;
			number++;
			try {
				readLine(bytes, start, end);
			} catch (thrown) {
				if (!(thrown instanceof UserError)) throw thrown;
				wrong = thrown;
			}
		},
		() => number,
	);
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
	/** The largest hits of each line of one file, and one; files of far lines take a map. */
	const near = new Float64Array(NEAR + 1);
	for (const own of blocks.byFile(paths.size)) {
		const raw = collector.file(paths.text(path++));
		raw.statements.reserve(own.length);
		const last = blocks.lastOf(own);
		const lines = last <= NEAR ? near.fill(0, 0, last + 1) : undefined;
		const far = new Map<number, number>();
		for (const block of own) {
			const statements = blocks.statements(block);
			// A block without statements, such as an empty function's, is nothing to cover.
			if (statements === 0) continue;
			const hits = blocks.hits(block);
			raw.statements.mark(blocks.place(block), statements, hits > 0);
			for (let line = blocks.start(block); line <= blocks.last(block); line++)
				if (lines !== undefined) lines[line] = Math.max(lines[line] ?? 0, hits + 1);
				else far.set(line, Math.max(far.get(line) ?? 0, hits));
		}
		for (const [line, hits] of far) addLine(raw, line, hits);
		if (lines === undefined) continue;
		let count = 0;
		for (let line = 1; line <= last; line++) if (lines[line] !== 0) count++;
		raw.lines.reserve(last, count);
		for (let line = 1; line <= last; line++) {
			const held = lines[line] ?? 0;
			if (held > 0) addLine(raw, line, held - 1);
		}
	}
	report.files = collector.files();
	return report;
}

/** Reads `line.column,line.column` into four numbers; false where it has another form. */
function readPlace(bytes: Uint8Array, start: number, end: number, numbers: Uint32Array): boolean {
	let from = start;
	for (let part = 0; part < 4; part++) {
		let next = from;
		let value = 0;
		for (; next < end; next++) {
			const digit = (bytes[next] ?? 0) - 48;
			if (digit < 0 || digit > 9) break;
			value = value * 10 + digit;
		}
		if (next === from || next - from > 9) return false;
		if (part === 3 ? next !== end : bytes[next] !== (part === 1 ? COMMA : POINT)) return false;
		numbers[part] = value;
		from = next + 1;
	}
	return true;
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
