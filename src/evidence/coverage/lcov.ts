import { UserError } from "../../runner/errors.js";
import { problem } from "../../runner/problem.js";
import { readByteLines } from "../text.js";
import { RecordFunctions } from "./lcov-functions.js";
import { PlainLines } from "./lcov-plain.js";
import { endRecord, type LcovRecord, TOTALS } from "./lcov-record.js";
import { LineHits } from "./line-hits.js";
import type { Branches } from "./line-marks.js";
import { CoverageCollector, type CoverageReport, parseHits, parseLineNumber } from "./report.js";

/**
 * lcov's tracefile (geninfo(1), https://github.com/linux-test-project/lcov). Everything is counted from the
 * lines of each record; the totals (LF, LH, ...) differ between tools and count only where a record has
 * nothing else (cargo llvm-cov --summary-only).
 */

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
	let record: LcovRecord | undefined;
	let number = 0;
	let nowhere = 0;
	/** The line of a TN whose record has not begun. */
	let announced: number | undefined;
	/** Of the record that is read: with its end it is known how much memory they take. */
	const lines = new LineHits();
	const branches = collector.newBranches();
	const functions = new RecordFunctions();
	const totals = new Float64Array(TOTALS.length);
	const plain = new PlainLines(report, lines, branches);
	const malformed = (what: string) =>
		new UserError("report-malformed", `${file}: ${what}`, {
			file,
			line: number,
			column: 1,
			hint: "The file is damaged, or its tool writes a form of lcov that Sluice does not know.",
		});
	/** geninfo's checksums of lines and versions of files tell that a tracefile was put together from two commits. */
	const otherState = (what: string) =>
		new UserError(
			"report-of-another-commit",
			`${file}: ${what} of ${JSON.stringify(record?.file.path.slice(0, 200))} is there in two states: the records are of different commits`,
			{ file, line: number, column: 1, hint: "Put together only what was written of one commit." },
		);
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
			endRecord(record, malformed);
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
				indexed: undefined,
				totals: totals.fill(0),
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
				else {
					lines.add(at, count);
					if (end >= 0 && end + 1 < value.length && !record.file.isSameLine(at, value.slice(end + 1)))
						throw otherState(`line ${at}`);
				}
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
				const line = match?.[1] ?? "";
				// Some tools write line 0 for what a compiler has added.
				const at = integer(
					/^0+$/.test(line) ? 0 : parseLineNumber(line),
					`FN:${value.slice(0, 60)} has no line number`,
				);
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
				record.indexed ??= new Map();
				record.indexed.set(index, { line: at, name: undefined, covered: false });
				break;
			}
			case "FNA": {
				const match = /^([^,]*),([^,]*),(.*)$/.exec(value);
				const known = integer(
					match === null ? undefined : record.indexed?.get(match[1] ?? ""),
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
				record.totals[TOTALS.indexOf(key)] = parseHits(value) ?? Number.NaN;
				break;
			case "MCDC":
				checkCondition(value, malformed);
				break;
			case "MCF":
			case "MCH":
				integer(parseHits(value), `${key}:${value.slice(0, 60)} is no number`);
				break;
			case "VER":
				if (!record.file.isSameVersion(value)) throw otherState("the file");
				break;
			default:
				// What later versions add says nothing that is counted here.
				if (!/^[A-Z]{2,8}$/.test(key)) throw malformed(`'${text.slice(0, 60)}' is no line of a tracefile`);
		}
	};
	await readByteLines(
		source,
		file,
		(bytes, start, end) => {
			number++;
			readLine(bytes.toString("utf8", start, end));
		},
		() => number,
		(bytes, start, end) => {
			if (record === undefined) return start;
			const next = plain.read(record, bytes, start, end);
			number += plain.count;
			return next;
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

/**
 * `MCDC:line,[U]size of the group,t|f,taken,index in the group,expression`, in which the expression may have commas.
 * MC/DC is not counted here, but where it is damaged the rest may be, too.
 */
function checkCondition(value: string, malformed: (what: string) => UserError): void {
	const match = /^(\d+),U?(\d{1,9}),[tf],([^,]+),(\d{1,9}),./.exec(value);
	const [, line = "", size = "", taken = "", index = ""] = match ?? [];
	if (parseLineNumber(line) === undefined || Number(index) >= Number(size))
		throw malformed(`MCDC:${value.slice(0, 60)} is no condition`);
	if (parseHits(taken) === undefined) throw malformed(`MCDC:${value.slice(0, 60)} has no count`);
}
