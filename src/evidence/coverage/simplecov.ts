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
import {
	addBranch,
	addFunction,
	addHits,
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

/**
 * By line, the hits of all suites: as they are, or from -1 down where some suite says that the line is no code
 * (-1 for none, -3 for two). Numbers alone, for there are as many as lines.
 */
type Sums = number[];

/** Reads one report. What is malformed or cut off is a UserError with line and column. */
export async function readSimplecov(
	source: AsyncIterable<Uint8Array>,
	file: string,
): Promise<CoverageReport> {
	const collector = new CoverageCollector();
	const report = emptyReport("simplecov");
	const lines = new Map<RawFile, Sums>();
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
			let held = lines.get(raw);
			if (held === undefined) {
				held = [];
				lines.set(raw, held);
			}
			const counts = Array.isArray(coverage) ? coverage : field(coverage, "lines");
			if (!Array.isArray(counts)) {
				throw malformed(
					"has no list of lines",
					"Let SimpleCov cover lines ('enable_coverage :line'), not 'oneshot_line' alone.",
				);
			}
			addCounts(held, counts, malformed);
			const branches = field(coverage, "branches");
			if (Array.isArray(branches)) addBranchList(raw, branches, malformed);
			else addBranchTree(raw, branches, malformed);
			// Files that no suite loaded have an empty object although branches are not measured.
			if (Array.isArray(branches) || (entriesOf(branches)?.length ?? 0) > 0) report.hasBranches = true;
			if (addMethods(raw, field(coverage, "methods"), malformed)) report.hasFunctions = true;
		},
	});
	if (!found) throw malformedJson(file, [], "has no coverage", undefined);
	for (const [raw, held] of lines) {
		for (const [index, sum] of held.entries()) if (sum !== -1) addLine(raw, index + 1, hitsOfSum(sum));
	}
	report.files = collector.files();
	return report;
}

type Malformed = (what: string, hint?: string) => Error;

/** The hits of a line or arm; null for what is no code, and for what `:nocov:` excludes. */
function countOf(value: unknown, malformed: Malformed): number | null {
	if (value === null || value === "ignored") return null;
	const hits = typeof value === "number" ? hitsOf(value) : undefined;
	if (hits === undefined) throw malformed("has a count that is none");
	return hits;
}

function addCounts(held: Sums, counts: readonly unknown[], malformed: Malformed): void {
	for (const [index, value] of counts.entries()) {
		const hits = countOf(value, malformed);
		// Lines that an earlier, shorter list does not have were no code there, as far as it knows.
		const known = held[index] ?? 0;
		const sum = addHits(hitsOfSum(known), hits ?? 0);
		held[index] = known < 0 || hits === null ? -1 - sum : sum;
	}
}

function hitsOfSum(sum: number): number {
	return sum < 0 ? -1 - sum : sum;
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
