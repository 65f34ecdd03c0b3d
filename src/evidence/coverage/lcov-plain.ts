import { digits } from "../xml-element.js";
import { type LcovRecord, TOTALS } from "./lcov-record.js";
import type { LineHits } from "./line-hits.js";
import type { Branches } from "./line-marks.js";
import type { CoverageReport } from "./report.js";

/** Lines of a tracefile in the form that nearly all have, read as bytes: reports have tens of millions. Pure. */

/** A line of more bytes is read as any other. */
const LENGTH_LIMIT = 64 * 1024;

const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const A = 0x41;
const B = 0x42;
const D = 0x44;
const F = 0x46;
const N = 0x4e;
const R = 0x52;
const COMMA = 0x2c;
const COLON = 0x3a;
const DASH = 0x2d;

/** Reads lines of records for as long as they have the form that it knows. */
export class PlainLines {
	readonly #report: CoverageReport;
	readonly #lines: LineHits;
	readonly #branches: Branches;
	/** How many the last call has read. */
	count = 0;

	/** `lines` and `branches` take what the record says of them. */
	constructor(report: CoverageReport, lines: LineHits, branches: Branches) {
		this.#report = report;
		this.#lines = lines;
		this.#branches = branches;
	}

	/** Reads whole lines; returns where the first one begins that has another form, or that has no end before `end`. */
	read(record: LcovRecord, bytes: Buffer, start: number, end: number): number {
		const lines = this.#lines;
		let count = 0;
		let at = start;
		for (;;) {
			// `DA:1,2`: eight of ten lines are of this kind.
			let next = at;
			if (bytes[at] === D && bytes[at + 1] === A && bytes[at + 2] === COLON) {
				next = at + 3;
				let line = 0;
				for (; next < end; next++) {
					const digit = (bytes[next] ?? 0) - 48;
					if (digit < 0 || digit > 9) break;
					line = line * 10 + digit;
				}
				if (line === 0 || next - at > 12 || bytes[next] !== COMMA) break;
				const comma = next++;
				let hits = 0;
				for (; next < end; next++) {
					const digit = (bytes[next] ?? 0) - 48;
					if (digit < 0 || digit > 9) break;
					hits = hits * 10 + digit;
				}
				const size = next - comma - 1;
				if (bytes[next] === RETURN && next + 1 < end) next++;
				if (next >= end || bytes[next] !== LINE_FEED || size === 0 || size > 15) break;
				lines.add(line, hits);
				record.lines++;
			} else {
				while (next < end && bytes[next] !== LINE_FEED) next++;
				if (next >= end || !this.#readOther(record, bytes, at, next)) break;
			}
			count++;
			at = next + 1;
		}
		this.count = count;
		return at;
	}

	/** `BRDA:1,0,0,-`, `FN:1,name`, `FNDA:1,name` and totals. False where it is anything else. */
	#readOther(record: LcovRecord, bytes: Buffer, start: number, lineEnd: number): boolean {
		const end = bytes[lineEnd - 1] === RETURN ? lineEnd - 1 : lineEnd;
		if (end - start < 5 || end - start > LENGTH_LIMIT) return false;
		const third = bytes[start + 2];
		const colon = start + (third === COLON ? 2 : bytes[start + 3] === COLON ? 3 : 4);
		if (bytes[colon] !== COLON || colon >= end) return false;
		let at = colon + 1;
		let first = 0;
		for (; at < end && bytes[at] !== COMMA; at++) {
			const digit = (bytes[at] ?? 0) - 48;
			if (digit < 0 || digit > 9) return false;
			first = first * 10 + digit;
		}
		const size = at - colon - 1;
		if (size === 0 || size > 9) return false;
		if (at === end) return this.#readTotal(record, bytes, start, colon, first);
		at++;
		if (bytes[start] === F && bytes[start + 1] === N) {
			// What may be a blank at its end belongs to no name.
			const last = bytes[end - 1] ?? 0;
			if (at === end || last <= 0x20 || last >= 0x80) return false;
			const { names } = record.file.functions;
			if (colon === start + 2) {
				const next = bytes[at] ?? 0;
				// A number may be the line in which the function ends.
				if (first === 0 || (next >= 48 && next <= 57)) return false;
				record.functions.place(names.numberOf(bytes, at, end), first);
			} else if (third === D && bytes[start + 3] === A)
				record.functions.count(names.numberOf(bytes, at, end), first > 0);
			else return false;
			this.#report.hasFunctions = true;
			return true;
		}
		const isBranch =
			bytes[start] === B && bytes[start + 1] === R && third === D && bytes[start + 3] === A && first > 0;
		return isBranch && this.#readBranch(record, first, bytes, at, end);
	}

	#readTotal(record: LcovRecord, bytes: Buffer, start: number, colon: number, value: number): boolean {
		for (let index = 0; index < TOTALS.length; index++) {
			const key = TOTALS[index] ?? "";
			if (key.length !== colon - start) continue;
			let same = 0;
			while (same < key.length && bytes[start + same] === key.charCodeAt(same)) same++;
			if (same < key.length) continue;
			record.totals[index] = value;
			if (key === "BRF") this.#report.hasBranches = true;
			if (key === "FNF") this.#report.hasFunctions = true;
			return true;
		}
		return false;
	}

	/** `block,branch,taken` of an ordinary branch: without marks, and a number or `-` at its end. */
	#readBranch(record: LcovRecord, line: number, bytes: Buffer, start: number, end: number): boolean {
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
		this.#report.hasBranches = true;
		record.branches++;
		this.#branches.mark(line, this.#branches.names.numberOf(bytes, start, comma), hits > 0);
		return true;
	}
}
