import { digits } from "../xml-element.js";
import type { LcovRecord } from "./lcov-record.js";
import type { LineHits } from "./line-hits.js";
import type { Branches } from "./line-marks.js";
import type { CoverageReport } from "./report.js";

/** Lines of a tracefile in the form that nearly all have, read as bytes: reports have tens of millions. Pure. */

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
export function readPlain(
	record: LcovRecord,
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
export function readPlainLine(
	record: LcovRecord,
	lines: LineHits,
	bytes: Buffer,
	start: number,
	end: number,
): number {
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
	record: LcovRecord,
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
