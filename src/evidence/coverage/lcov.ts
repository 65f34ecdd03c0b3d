import { UserError } from "../../runner/errors.js";
import { problem } from "../../runner/problem.js";
import type { Ratio } from "../evidence.js";
import { readByteLines } from "../text.js";
import { digits } from "../xml-element.js";
import { RecordFunctions } from "./lcov-functions.js";
import { LineHits } from "./line-hits.js";
import type { Branches } from "./line-marks.js";
import {
	addFunction,
	CoverageCollector,
	type CoverageReport,
	parseHits,
	parseLineNumber,
	type RawFile,
} from "./report.js";

/**
 * lcov's tracefile (geninfo(1), https://github.com/linux-test-project/lcov). Everything is counted from the
 * lines of each record; the totals (LF, LH, ...) differ between tools and count only where a record has
 * nothing else (cargo llvm-cov --summary-only).
 */

/** One record, from SF to end_of_record. */
interface Record {
	file: RawFile;
	line: number;
	lines: number;
	branches: number;
	/** Those of FN and FNDA. */
	functions: RecordFunctions;
	/** FNL's index to its line, for lcov 2.2 and later; aliases of one function share it. */
	indexed: Map<string, { line: number; name: string | undefined; covered: boolean }>;
	totals: Map<string, number>;
}

/** Reads one tracefile. What is malformed or cut off is a UserError with its line. */
export async function readLcov(source: AsyncIterable<Uint8Array>, file: string): Promise<CoverageReport> {
	const collector = new CoverageCollector();
	const report: CoverageReport = {
		format: "lcov",
		files: [],
		sources: [],
		hasBranches: false,
		hasFunctions: false,
		hasStatements: false,
		problems: [],
	};
	let record: Record | undefined;
	let number = 0;
	let nowhere = 0;
	/** The line of a TN whose record has not begun. */
	let announced: number | undefined;
	/** Of the record that is read: with its end it is known how much memory they take. */
	const lines = new LineHits();
	const branches = collector.newBranches();
	const functions = new RecordFunctions();
	const malformed = (what: string) =>
		new UserError("report-malformed", `${file}: ${what}`, {
			file,
			line: number,
			hint: "The file is damaged, or its tool writes a form of lcov that Sluice does not know.",
		});
	const integer = <T>(value: T | undefined, what: string): T => {
		if (value === undefined) throw malformed(what);
		return value;
	};

	const readLine = (raw: string) => {
		const text = raw.trimEnd();
		if (text === "" || text.startsWith("#")) return;
		if (text === "end_of_record") {
			if (record === undefined) throw malformed("end_of_record without a record");
			record.file.lines.addAll(lines);
			lines.clear();
			record.file.branches.addAll(branches);
			branches.clear();
			endRecord(record);
			record = undefined;
			return;
		}
		const colon = text.indexOf(":");
		const key = text.slice(0, colon);
		const value = text.slice(colon + 1);
		if (colon < 0) throw malformed(`'${text.slice(0, 60)}' is no line of a tracefile`);
		if (key === "TN") {
			announced = number;
			return;
		}
		if (key === "SF") {
			announced = undefined;
			if (record !== undefined) throw malformed("a record begins before the one above has ended");
			record = {
				file: collector.file(value),
				line: number,
				lines: 0,
				branches: 0,
				functions,
				indexed: new Map(),
				totals: new Map(),
			};
			return;
		}
		if (record === undefined) throw malformed(`'${text.slice(0, 60)}' stands outside of a record`);
		switch (key) {
			case "DA": {
				const comma = value.indexOf(",");
				const line = comma < 0 ? value : value.slice(0, comma);
				const end = value.indexOf(",", comma + 1);
				const hits = comma < 0 ? "" : value.slice(comma + 1, end < 0 ? value.length : end);
				const count = parseHits(hits);
				if (count === undefined) throw malformed(`DA:${value.slice(0, 60)} has no count of hits`);
				const at = parseLineNumber(line);
				// Old versions of istanbul write lines 0 and undefined for code that has no place.
				if (at === undefined && line !== "0" && line !== "undefined")
					throw malformed(`DA:${value.slice(0, 60)} has no line number`);
				if (at === undefined) nowhere++;
				else lines.add(at, count);
				record.lines++;
				break;
			}
			case "BRDA":
				report.hasBranches = true;
				record.branches++;
				readBranch(branches, value, malformed);
				break;
			case "FN": {
				report.hasFunctions = true;
				const match = /^(\d+),(?:(\d+),)?(.*)$/.exec(value);
				const line = integer(match?.[1], `FN:${value.slice(0, 60)} has no line number`);
				const at = integer(parseHits(line), `FN:${value.slice(0, 60)} has no line number`);
				record.functions.place(record.file.functions.names.number(match?.[3] ?? ""), at);
				break;
			}
			case "FNDA": {
				report.hasFunctions = true;
				const comma = value.indexOf(",");
				const hits = integer(
					comma < 0 ? undefined : parseHits(value.slice(0, comma)),
					`FNDA:${value.slice(0, 60)} has no count of hits`,
				);
				record.functions.count(record.file.functions.names.number(value.slice(comma + 1)), hits > 0);
				break;
			}
			case "FNL": {
				report.hasFunctions = true;
				const [index = "", line = ""] = value.split(",");
				const at = integer(parseLineNumber(line), `FNL:${value.slice(0, 60)} has no line number`);
				record.indexed.set(index, { line: at, name: undefined, covered: false });
				break;
			}
			case "FNA": {
				const match = /^([^,]*),([^,]*),(.*)$/.exec(value);
				const known = integer(
					match === null ? undefined : record.indexed.get(match[1] ?? ""),
					`FNA:${value.slice(0, 60)} belongs to no FNL`,
				);
				const hits = integer(parseHits(match?.[2] ?? ""), `FNA:${value.slice(0, 60)} has no count of hits`);
				known.name ??= match?.[3];
				known.covered ||= hits > 0;
				break;
			}
			case "LF":
			case "LH":
			case "FNF":
			case "FNH":
			case "BRF":
			case "BRH":
				if (key === "BRF") report.hasBranches = true;
				if (key === "FNF") report.hasFunctions = true;
				record.totals.set(key, parseHits(value) ?? 0);
				break;
			default:
				// VER, MCDC and its totals, and what later versions add say nothing that is counted here.
				if (!/^[A-Z]{2,8}$/.test(key)) throw malformed(`'${text.slice(0, 60)}' is no line of a tracefile`);
		}
	};
	await readByteLines(
		source,
		file,
		(bytes, start, end) => {
			number++;
			if (record !== undefined && readPlain(record, report, branches, bytes, start, end)) return;
			readLine(bytes.toString("utf8", start, end));
		},
		(bytes, start, end) => {
			let at = start;
			while (record !== undefined) {
				const next = readPlainLine(record, lines, bytes, at, end);
				if (next === at) break;
				number++;
				at = next;
			}
			return at;
		},
	);
	// TypeScript does not see what readLine assigns.
	const last = announced as number | undefined;
	if (record === undefined && last !== undefined) {
		throw new UserError("report-truncated", `${file} is cut off: no record follows the TN of line ${last}`, {
			file,
			line: last,
			column: 1,
			hint: "The tool that writes it did not finish, or had nothing to write.",
		});
	}
	if (record !== undefined) {
		throw new UserError(
			"report-truncated",
			`${file} is cut off: the record of ${JSON.stringify(record.file.path.slice(0, 200))} that begins in line ${record.line} has no end_of_record`,
			{
				file,
				line: number,
				column: 1,
				hint: "The tool that writes it did not finish, or the file was copied while it was written.",
			},
		);
	}
	if (nowhere > 0) {
		report.problems.push(
			problem(
				"warning",
				"coverage-without-line",
				`${file}: ${nowhere} DA lines have no line number and count nothing`,
				{
					file,
				},
			),
		);
	}
	report.files = collector.files();
	return report;
}

/** `FNDA` and `BRDA` as numbers. */
const FNDA = 0x464e4441;
const BRDA = 0x42524441;
const LINE_FEED = 0x0a;
const A = 0x41;
const D = 0x44;
const F = 0x46;
const N = 0x4e;
const COMMA = 0x2c;
const COLON = 0x3a;
const DASH = 0x2d;

/**
 * Reads a line in the form that nearly all have, without making a text of it: `DA:1,2`, `BRDA:1,0,0,-`,
 * `FN:1,name` and `FNDA:1,name`. False where it has another form.
 */
function readPlain(
	record: Record,
	report: CoverageReport,
	branches: Branches,
	bytes: Buffer,
	start: number,
	end: number,
): boolean {
	if (end - start < 5) return false;
	const colon = start + (bytes[start + 2] === COLON ? 2 : 4);
	if (bytes[colon] !== COLON || colon >= end) return false;
	let at = colon + 1;
	let first = 0;
	for (; at < end && bytes[at] !== COMMA; at++) {
		const digit = (bytes[at] ?? 0) - 48;
		if (digit < 0 || digit > 9) return false;
		first = first * 10 + digit;
	}
	const size = at - colon - 1;
	if (size === 0 || size > 9 || at === end) return false;
	at++;
	switch (bytes.readUInt32BE(start)) {
		case FNDA: {
			if (bytes[end - 1] === 0x20 || at === end) return false;
			report.hasFunctions = true;
			record.functions.count(record.file.functions.names.numberOf(bytes, at, end), first > 0);
			return true;
		}
		case BRDA:
			return first > 0 && readPlainBranch(record, report, branches, first, bytes, at, end);
	}
	if (bytes[start] === F && bytes[start + 1] === N && colon === start + 2) {
		const next = bytes[at] ?? 0;
		// A number may be the line in which the function ends.
		if (first === 0 || (next >= 48 && next <= 57) || bytes[end - 1] === 0x20 || at === end) return false;
		report.hasFunctions = true;
		record.functions.place(record.file.functions.names.numberOf(bytes, at, end), first);
		return true;
	}
	return false;
}

/** Reads `DA:1,2` and its line feed; returns where it ends, or `start` where there is anything else. */
function readPlainLine(record: Record, lines: LineHits, bytes: Buffer, start: number, end: number): number {
	if (bytes[start] !== D || bytes[start + 1] !== A || bytes[start + 2] !== COLON) return start;
	let at = start + 3;
	let line = 0;
	for (; at < end; at++) {
		const digit = (bytes[at] ?? 0) - 48;
		if (digit < 0 || digit > 9) break;
		line = line * 10 + digit;
	}
	if (line === 0 || at - start > 12 || bytes[at] !== COMMA) return start;
	const comma = at++;
	let hits = 0;
	for (; at < end; at++) {
		const digit = (bytes[at] ?? 0) - 48;
		if (digit < 0 || digit > 9) break;
		hits = hits * 10 + digit;
	}
	if (at >= end || bytes[at] !== LINE_FEED || at - comma === 1 || at - comma > 16) return start;
	lines.add(line, hits);
	record.lines++;
	return at + 1;
}

/** `block,branch,taken` of an ordinary branch: without marks, and a number or `-` at its end. */
function readPlainBranch(
	record: Record,
	report: CoverageReport,
	branches: Branches,
	line: number,
	bytes: Buffer,
	start: number,
	end: number,
): boolean {
	const mark = (bytes[start] ?? 0) - 48;
	if (mark < 0 || mark > 9) return false;
	let comma = end - 1;
	while (comma > start && bytes[comma] !== COMMA) comma--;
	let between = start;
	while (between < comma && bytes[between] !== COMMA) between++;
	if (comma <= between) return false;
	const isNone = comma === end - 2 && bytes[comma + 1] === DASH;
	const hits = isNone ? 0 : digits(bytes, comma + 1, end);
	if (hits === undefined) return false;
	report.hasBranches = true;
	record.branches++;
	branches.mark(line, branches.names.numberOf(bytes, start, comma), hits > 0);
	return true;
}

/** `BRDA:line,[e|f][U]block,branch,taken`, in which branch may be text with commas. */
function readBranch(branches: Branches, value: string, malformed: (what: string) => UserError): void {
	const match = /^(\d+),([ef]?)(U?)([^,]*),(.*),([^,]*)$/.exec(value);
	const line = parseLineNumber(match?.[1] ?? "");
	if (match === null || line === undefined) throw malformed(`BRDA:${value.slice(0, 60)} is no branch`);
	const [, , kind = "", unreachable, block = "", branch = "", taken = ""] = match;
	const hits = taken === "-" ? 0 : parseHits(taken);
	if (hits === undefined) throw malformed(`BRDA:${value.slice(0, 60)} has no count`);
	// A branch that can't be reached is not one to be covered.
	if (unreachable === "U") return;
	branches.mark(line, branches.names.number(`${kind}${block},${branch}`), hits > 0);
}

function endRecord(record: Record): void {
	const named = record.functions.size;
	record.functions.end(record.file.functions);
	for (const each of record.indexed.values())
		addFunction(record.file, each.line, each.name ?? "(no name)", each.covered);
	const total = (found: number, key: string, hit: string) => {
		const most = found > 0 ? 0 : (record.totals.get(key) ?? 0);
		return most === 0 ? undefined : { covered: Math.min(most, record.totals.get(hit) ?? 0), total: most };
	};
	const lines = total(record.lines, "LF", "LH");
	const branches = total(record.branches, "BRF", "BRH");
	const functions = total(named + record.indexed.size, "FNF", "FNH");
	if (lines === undefined && branches === undefined && functions === undefined) return;
	// Records of one file are of different tests: what one of them has covered is covered.
	const before = record.file.totals;
	record.file.totals = {
		lines: larger(before?.lines, lines),
		branches: larger(before?.branches, branches),
		functions: larger(before?.functions, functions),
	};
}

function larger(a: Ratio | undefined, b: Ratio | undefined): Ratio | undefined {
	if (a === undefined || b === undefined) return a ?? b;
	return { covered: Math.max(a.covered, b.covered), total: Math.max(a.total, b.total) };
}
