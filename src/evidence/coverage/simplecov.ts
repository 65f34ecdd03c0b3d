import { UserError } from "../../runner/errors.js";
import { readJson } from "../json.js";
import {
	elements,
	emptyReport,
	entriesOf,
	field,
	hitsOf,
	keyPart,
	lineOf,
	malformedJson,
	numbered,
} from "./json-fields.js";
import { LineHits } from "./line-hits.js";
import {
	addBranch,
	addFunction,
	addLine,
	CoverageCollector,
	type CoverageReport,
	type RawFile,
} from "./report.js";

/**
 * SimpleCov's results: `.resultset.json` (by suite, then by file), and the coverage.json of its JSON formatter
 * and of simplecov-json. Lines are a list with a count for each line, and null where there is no code. Hits of
 * several suites are added. A line that one suite says is no code and the others never ran is none: SimpleCov
 * guesses which lines are code in files that a suite did not load.
 */

/** Reads one report. What is malformed or cut off is a UserError with line and column. */
export async function readSimplecov(
	source: AsyncIterable<Uint8Array>,
	file: string,
): Promise<CoverageReport> {
	const collector = new CoverageCollector();
	const report = emptyReport("simplecov");
	const lengths = new Map<RawFile, number>();
	/** How many lines the one list of a file has that there was, or which are no code by one of several. */
	const lists = new Map<RawFile, number | LineHits>();
	let found = false;
	await readJson(source, file, {
		pick: (path) => {
			const [first, second, third] = path;
			if (path.length === 3) return second === "coverage" && third !== undefined ? true : "skip";
			if (path.length === 2 && (first === "coverage" || (first === "files" && typeof second === "number")))
				return true;
			if (path.length === 2 && second === "coverage") found = true;
			if (path.length === 1 && (first === "coverage" || first === "files")) found = true;
			return false;
		},
		take: (path, value, line) => {
			const malformed: Malformed = (what, hint) => malformedJson(file, path, what, line, hint);
			const inList = path[0] === "files";
			const name = inList ? field(value, "filename") : path.at(-1);
			if (typeof name !== "string") throw malformed("has no filename");
			const coverage = inList ? field(value, "coverage") : value;
			const raw = collector.file(name);
			const counts = Array.isArray(coverage) ? coverage : field(coverage, "lines");
			if (!Array.isArray(counts)) {
				throw malformed(
					"has no list of lines",
					"Let SimpleCov cover lines ('enable_coverage :line'), not 'oneshot_line' alone.",
				);
			}
			const length = lengths.get(raw) ?? counts.length;
			if (length !== counts.length) throw otherCommit(file, raw.path, length, counts.length, line);
			lengths.set(raw, length);
			const before = lists.get(raw);
			const noCode = typeof before === "number" ? withoutCode(raw, before) : before;
			addCounts(raw, noCode, counts, malformed);
			lists.set(raw, noCode ?? counts.length);
			const branches = field(coverage, "branches");
			if (Array.isArray(branches)) addBranchList(raw, branches, malformed);
			else addBranchTree(raw, branches, malformed);
			// Files that no suite loaded have an empty object although branches are not measured.
			if (Array.isArray(branches) || (entriesOf(branches)?.length ?? 0) > 0) report.hasBranches = true;
			if (addMethods(raw, field(coverage, "methods"), malformed)) report.hasFunctions = true;
		},
	});
	if (!found) throw malformedJson(file, [], "has no coverage", undefined);
	for (const [raw, noCode] of lists) {
		if (typeof noCode === "number") continue;
		noCode.each((line) => {
			if (raw.lines.get(line) === 0) raw.lines.remove(line);
		});
	}
	report.files = collector.files();
	return report;
}

/** A list has as many elements as its file has lines. */
function otherCommit(file: string, path: string, before: number, length: number, line: number): UserError {
	return new UserError(
		"report-of-another-commit",
		`${file} has lists of ${before} and of ${length} lines of ${JSON.stringify(path.slice(0, 300))}: they are of different commits`,
		{ file, line, hint: "Remove the old results, and run the tests again on this commit." },
	);
}

type Malformed = (what: string, hint?: string) => Error;

/** The hits of a line or arm; null for what is no code, and for what `:nocov:` excludes. */
function countOf(value: unknown, malformed: Malformed): number | null {
	if (value === null || value === "ignored") return null;
	const hits = typeof value === "number" ? hitsOf(value) : undefined;
	if (hits === undefined) throw malformed("has a count that is none");
	return hits;
}

/** The lines that a file's only list so far says are no code. */
function withoutCode(raw: RawFile, length: number): LineHits {
	const noCode = new LineHits();
	for (let line = 1; line <= length; line++) if (!raw.lines.has(line)) noCode.add(line, 0);
	return noCode;
}

function addCounts(
	raw: RawFile,
	noCode: LineHits | undefined,
	counts: readonly unknown[],
	malformed: Malformed,
): void {
	raw.lines.reserve(counts.length, counts.length);
	for (const [index, value] of counts.entries()) {
		const hits = countOf(value, malformed);
		if (hits !== null) addLine(raw, index + 1, hits);
		else noCode?.add(index + 1, 0);
	}
}

/** `{"[:if, 0, 3, 6, 7, 9]": {"[:then, 1, 4, 8, 4, 12]": 1}}`: type, number, first line and column, last ones. */
function addBranchTree(raw: RawFile, branches: unknown, malformed: Malformed): void {
	for (const [condition, arms] of entriesOf(branches) ?? []) {
		const line = lineOf(Number(/^\[:.{1,60}?, \d+, (\d+), /.exec(condition)?.[1]));
		if (line === undefined) throw malformed(`has the branch ${condition.slice(0, 60)}, which has no line`);
		for (const [arm, value] of entriesOf(arms) ?? []) {
			const hits = countOf(value, malformed);
			if (hits !== null) addBranch(raw, line, `${condition}/${arm}`, hits > 0);
		}
	}
}

/** `[{"type": "then", "start_line": 4, "end_line": 4, "coverage": 1}]`, which has no conditions. */
function addBranchList(raw: RawFile, branches: readonly unknown[], malformed: Malformed): void {
	const seen = new Map<string, number>();
	for (const each of branches) {
		const line = lineOf(field(each, "start_line"));
		if (line === undefined) throw malformed("has a branch without start_line");
		const key = `${String(field(each, "type")).slice(0, 40)}:${keyPart(field(each, "end_line"))}`;
		const name = numbered(seen, `${line}:${key}`);
		const hits = countOf(field(each, "coverage"), malformed);
		if (hits !== null) addBranch(raw, line, name, hits > 0);
	}
}

/** `{"[Shop::Cart, :total, 3, 2, 7, 5]": 1}`, or a list of objects. Whether there are any. */
function addMethods(raw: RawFile, methods: unknown, malformed: Malformed): boolean {
	for (const each of elements(methods)) {
		const line = lineOf(field(each, "start_line"));
		if (line === undefined) throw malformed("has a method without start_line");
		const hits = countOf(field(each, "coverage"), malformed);
		if (hits !== null) addFunction(raw, line, String(field(each, "name")).slice(0, 500), hits > 0);
	}
	for (const [key, value] of entriesOf(methods) ?? []) {
		const match = /^\[(.*), :?"?([^,]+?)"?, (\d+), \d+, \d+, \d+\]$/.exec(key);
		const line = lineOf(Number(match?.[3]));
		if (line === undefined) throw malformed(`has the method ${key.slice(0, 60)}, which has no line`);
		const hits = countOf(value, malformed);
		const name = `${match?.[1]?.replaceAll('"', "") ?? ""}#${match?.[2] ?? ""}`;
		if (hits !== null) addFunction(raw, line, name.slice(0, 500), hits > 0);
	}
	return typeof methods === "object" && methods !== null;
}
