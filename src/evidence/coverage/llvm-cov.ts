import type { Ratio } from "../evidence.js";
import { readJson } from "../json.js";
import { Budget } from "./budget.js";
import { elements, emptyReport, field, hitsOf, keyPart, lineOf, malformedJson } from "./json-fields.js";
import {
	addBranch,
	addFunction,
	addLine,
	CoverageCollector,
	type CoverageReport,
	type FileTotals,
	type RawFile,
} from "./report.js";

/**
 * What `llvm-cov export` writes (llvm.coverage.json.export 2.x and 3.x), by clang, rustc and swiftc. It has
 * no lines: they are computed of a file's segments as LLVM's LineCoverageStats does
 * (llvm/lib/ProfileData/Coverage/CoverageMapping.cpp), so they are those of `llvm-cov show` and of its lcov.
 * Functions and arms are named by their places: instantiations of one template or generic function are one.
 */

/** Reads one report. What is malformed or cut off is a UserError with line and column. */
export async function readLlvmCov(source: AsyncIterable<Uint8Array>, file: string): Promise<CoverageReport> {
	const collector = new CoverageCollector();
	const report = emptyReport("llvm-cov");
	const budget = new Budget(file, "lines in ranges");
	let isExport = false;
	let hasData = false;
	/** Numbers by file, for what has no detail. */
	const totals = new Map<RawFile, FileTotals>();
	await readJson(source, file, {
		pick: ([top, index, list, element]) => {
			if (top === "type") return true;
			if (top === "data") hasData = true;
			if (top === undefined || (top === "data" && index === undefined)) return false;
			if (top !== "data" || (list !== undefined && list !== "files" && list !== "functions")) return "skip";
			return element !== undefined;
		},
		take: (path, value, line) => {
			if (path[0] === "type") {
				isExport = value === "llvm.coverage.json.export";
				if (!isExport) throw malformedJson(file, path, "is not llvm.coverage.json.export", line);
				return;
			}
			const malformed: Malformed = (what) => malformedJson(file, path, what, line);
			if (path[2] === "functions") {
				report.hasFunctions = true;
				takeFunction(collector, value, malformed);
				return;
			}
			const name = field(value, "filename");
			if (typeof name !== "string") throw malformed("has no filename");
			const raw = collector.file(name);
			const summary = totalsOf(field(value, "summary"), malformed);
			totals.set(raw, summary);
			if (summary.branches !== undefined) report.hasBranches = true;
			if (summary.functions !== undefined) report.hasFunctions = true;
			const segments = field(value, "segments");
			if (!Array.isArray(segments)) {
				if (summary.lines === undefined) throw malformed("has neither segments nor a summary");
				return;
			}
			if (segments.length > 0) delete summary.lines;
			addSegments(raw, segments, budget, malformed);
			if (Array.isArray(field(value, "branches"))) delete summary.branches;
			for (const each of elements(field(value, "branches"))) takeBranch(raw, each, undefined, malformed);
			for (const expansion of elements(field(value, "expansions"))) {
				const place = elements(field(expansion, "source_region"));
				for (const each of elements(field(expansion, "branches"))) takeBranch(raw, each, place, malformed);
			}
		},
	});
	if (!isExport || !hasData) throw malformedJson(file, [], "has no type and data of llvm-cov", undefined);
	for (const [raw, summary] of totals) {
		if (raw.functions.size > 0) delete summary.functions;
		if (Object.keys(summary).length > 0) raw.totals = summary;
	}
	report.files = collector.files();
	return report;
}

type Malformed = (what: string) => Error;

/** The numbers of a summary; lines always, the others where the tool's version has them. */
function totalsOf(summary: unknown, malformed: Malformed): FileTotals {
	const totals: FileTotals = {};
	for (const metric of ["lines", "branches", "functions"] as const) {
		const value = field(summary, metric);
		if (value === undefined) continue;
		const total = hitsOf(field(value, "count"));
		const covered = hitsOf(field(value, "covered"));
		if (total === undefined || covered === undefined || covered > total)
			throw malformed(`has no numbers for ${metric}`);
		const ratio: Ratio = { covered, total };
		totals[metric] = ratio;
	}
	return totals;
}

/** Where the count of the code changes. */
interface Segment {
	line: number;
	count: number;
	hasCount: boolean;
	isEntry: boolean;
	isGap: boolean;
}

function segmentOf(value: unknown, malformed: Malformed): Segment {
	const [lineValue, , countValue, hasCount, isEntry, isGap] = elements(value);
	const line = lineOf(lineValue);
	const count = hitsOf(countValue);
	if (line === undefined || count === undefined || !isFlag(hasCount) || !isFlag(isEntry))
		throw malformed("has a segment that is none");
	// Before version 2.0.1 there are no gaps.
	return {
		line,
		count,
		hasCount: Boolean(hasCount),
		isEntry: Boolean(isEntry),
		isGap: Boolean(isGap ?? false),
	};
}

/** Booleans of old versions are 0 and 1. */
function isFlag(value: unknown): boolean {
	return typeof value === "boolean" || value === 0 || value === 1;
}

/** More lines than any file has: a number that would only cost memory. */
const LINE_LIMIT = 1_000_000;

function addSegments(raw: RawFile, values: readonly unknown[], budget: Budget, malformed: Malformed): void {
	const segments = values.map((each) => segmentOf(each, malformed));
	let wrapped: Segment | undefined;
	let next = 0;
	for (const [index, { line }] of segments.entries()) {
		if (line > LINE_LIMIT) throw malformed(`has a segment in line ${line}`);
		if (line < (segments[index - 1]?.line ?? 0)) throw malformed("has segments that are not in order");
	}
	budget.spend((segments.at(-1)?.line ?? 0) - (segments[0]?.line ?? 0));
	for (let line = segments[0]?.line ?? 0; next < segments.length; line++) {
		const begin = next;
		while (segments[next]?.line === line) next++;
		const onLine = segments.slice(begin, next);
		const hits = lineHits(onLine, wrapped);
		if (hits !== undefined) addLine(raw, line, hits);
		wrapped = onLine.at(-1) ?? wrapped;
	}
}

/** The hits of a line, by the segments on it and the last one before it; undefined where it has no code. */
function lineHits(segments: readonly Segment[], wrapped: Segment | undefined): number | undefined {
	const entries = segments.filter((each) => each.hasCount && each.isEntry);
	const first = segments[0];
	const isSkipped = first !== undefined && !first.hasCount && first.isEntry;
	const starts = entries.filter((each) => !each.isGap);
	if (entries.length === 0 && (isSkipped || wrapped?.hasCount !== true)) return undefined;
	return starts.reduce((most, each) => Math.max(most, each.count), wrapped?.count ?? 0);
}

/**
 * `[line, column, end line, end column, count of true, count of false, ...]`: two arms. Those of a macro stand
 * where it is used, as in llvm-cov's own count.
 */
function takeBranch(
	raw: RawFile,
	value: unknown,
	macro: readonly unknown[] | undefined,
	malformed: Malformed,
): void {
	const [start, column, end, endColumn, whenTrue, whenFalse] = elements(value);
	const line = lineOf(macro === undefined ? start : macro[0]);
	const taken = hitsOf(whenTrue);
	const not = hitsOf(whenFalse);
	if (line === undefined || taken === undefined || not === undefined)
		throw malformed("has a branch that is none");
	const place = `${keyPart(column)}-${keyPart(end)}:${keyPart(endColumn)}`;
	const key = macro === undefined ? place : `${keyPart(macro[1])}>${keyPart(start)}:${place}`;
	addBranch(raw, line, `${key}/true`, taken > 0);
	addBranch(raw, line, `${key}/false`, not > 0);
}

/** Regions are `[line, column, end line, end column, count, file, expanded file, kind]`. */
const EXPANSION = 1;

/** A function belongs to its first file that is no macro's, at the place of its first region there. */
function takeFunction(collector: CoverageCollector, value: unknown, malformed: Malformed): void {
	const regions = elements(field(value, "regions")).map(elements);
	const filenames = elements(field(value, "filenames"));
	const hits = hitsOf(field(value, "count"));
	if (hits === undefined) throw malformed("has no count");
	const expanded = new Set(regions.filter((each) => each[7] === EXPANSION).map((each) => each[6]));
	const main = filenames.findIndex((_name, id) => !expanded.has(id));
	const name = filenames[main];
	const first = regions.find((each) => each[5] === main);
	if (typeof name !== "string" || first === undefined) return;
	const line = lineOf(first[0]);
	if (line === undefined) throw malformed("has a region without a line");
	addFunction(collector.file(name), line, `${line}:${keyPart(first[1])}`, hits > 0);
}
