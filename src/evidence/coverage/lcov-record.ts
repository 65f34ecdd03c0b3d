import type { UserError } from "../../runner/errors.js";
import type { Ratio } from "../evidence.js";
import type { RecordFunctions } from "./lcov-functions.js";
import { addFunction, type RawFile } from "./report.js";

/** One record of a tracefile, and what its totals say where it has nothing else. Pure. */

/** A file has no line with a larger number either. */
const MOST = 999_999_999;

/** A record, from SF to end_of_record. */
export interface LcovRecord {
	file: RawFile;
	line: number;
	lines: number;
	branches: number;
	/** Those of FN and FNDA. */
	functions: RecordFunctions;
	/** FNL's index to its line, for lcov 2.2 and later; aliases of one function share it. */
	indexed: Map<string, { line: number; name: string | undefined; covered: boolean }> | undefined;
	/** By place in TOTALS; not a number where none is written, 0 where there is no such line. */
	totals: Float64Array;
}

/** Lines of a record that hold a number of what it lists. */
export const TOTALS = ["LF", "LH", "FNF", "FNH", "BRF", "BRH"] as const;

type Total = (typeof TOTALS)[number];

/** Adds what a record says as a whole to its file. `malformed` makes the error for numbers that can't be true. */
export function endRecord(record: LcovRecord, malformed: (what: string) => UserError): void {
	const named = record.functions.size;
	record.functions.end(record.file.functions);
	for (const each of record.indexed?.values() ?? [])
		addFunction(record.file, each.line, each.name ?? "(no name)", each.covered);
	/** What is there in detail counts, and the numbers nothing. */
	const total = (found: number, of: Total, hit: Total): Ratio | undefined => {
		if (found > 0) return undefined;
		const all = record.totals[TOTALS.indexOf(of)] ?? 0;
		const covered = record.totals[TOTALS.indexOf(hit)] ?? 0;
		if (!(covered <= all)) {
			const where = `the record of ${JSON.stringify(record.file.path.slice(0, 200))} that begins in line ${record.line}`;
			throw malformed(
				Number.isNaN(covered + all)
					? `${of} or ${hit} of ${where} is no number`
					: `${hit}:${covered} is more than ${of}:${all}, in ${where}`,
			);
		}
		if (all > MOST) throw malformed(`${of}:${all} is more than any file has`);
		return all === 0 ? undefined : { covered, total: all };
	};
	const lines = total(record.lines, "LF", "LH");
	const branches = total(record.branches, "BRF", "BRH");
	const functions = total(named + (record.indexed?.size ?? 0), "FNF", "FNH");
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
