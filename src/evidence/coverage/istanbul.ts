import { problem } from "../../runner/problem.js";
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
	addLine,
	addStatements,
	CoverageCollector,
	type CoverageReport,
	type RawFile,
} from "./report.js";

/**
 * Istanbul's coverage-final.json (nyc, c8, jest, vitest): statements, branches and functions by file, as
 * istanbul-lib-coverage's FileCoverage holds them. It has no lines: a line's hits are the largest of the
 * statements that begin on it, as Istanbul's own reports say. Arms and statements are named by their places,
 * so that shards agree on them. What is marked `skip` is not to be covered.
 */

/** Reads one report. What is malformed or cut off is a UserError with line and column. */
export async function readIstanbul(source: AsyncIterable<Uint8Array>, file: string): Promise<CoverageReport> {
	const collector = new CoverageCollector();
	const report = emptyReport("istanbul");
	let unloaded = 0;
	await readJson(source, file, {
		pick: (path) => path.length === 1,
		take: (path, value, line) => {
			const entry = field(value, "data") ?? value;
			const statements = entriesOf(field(entry, "statementMap"));
			if (statements === undefined || entriesOf(field(entry, "s")) === undefined)
				throw malformedJson(file, path, "is no coverage of a file: it has no statementMap and s", line);
			const named = field(entry, "path");
			const key = typeof named === "string" && named !== "" ? named : String(path[0]);
			const raw = collector.file(slashes(key));
			const malformed = (what: string) => malformedJson(file, path, what, line);
			addStatementsAndLines(raw, entry, malformed);
			if (addBranches(raw, entry, malformed)) report.hasBranches = true;
			if (addFunctions(raw, entry, malformed)) report.hasFunctions = true;
			if (statements.length === 0 && field(entry, "all") === true) unloaded++;
		},
	});
	report.files = collector.files();
	report.hasStatements = true;
	if (unloaded > 0) {
		report.problems.push(
			problem(
				"warning",
				"coverage-not-loaded",
				`${file}: ${unloaded} files were never loaded, and the report has no statements for them`,
				{ file, hint: "They count nothing here. Let the tool instrument them, or load them in a test." },
			),
		);
	}
	return report;
}

/** `C:\a\b.js` and `src\b.js` with slashes; a backslash behind a slash is part of a name. */
function slashes(path: string): string {
	return /^[^/]*\\/.test(path) ? path.replaceAll("\\", "/") : path;
}

type Malformed = (what: string) => Error;

/** The number of hits of an element; one that is missing or null has none. */
function count(value: unknown, what: string, malformed: Malformed): number {
	if (value === undefined || value === null) return 0;
	const hits = hitsOf(value);
	if (hits === undefined) throw malformed(`has no count for ${what}`);
	return hits;
}

function place(location: unknown): string {
	const start = field(location, "start");
	const end = field(location, "end");
	return [field(start, "line"), field(start, "column"), field(end, "line"), field(end, "column")]
		.map(keyPart)
		.join(":");
}

function addStatementsAndLines(raw: RawFile, entry: unknown, malformed: Malformed): void {
	const map = field(entry, "statementMap");
	const hits = field(entry, "s");
	const lines = new Map<number, number>();
	const seen = new Map<string, number>();
	for (const [id, location] of entriesOf(map) ?? []) {
		if (field(location, "skip") === true) continue;
		const covered = count(field(hits, id), `the statement ${id.slice(0, 40)}`, malformed);
		addStatements(raw, numbered(seen, place(location)), 1, covered > 0);
		const line = lineOf(field(field(location, "start"), "line"));
		if (line !== undefined) lines.set(line, Math.max(lines.get(line) ?? 0, covered));
	}
	for (const [line, most] of lines) addLine(raw, line, most);
}

/** Whether the report says anything of branches. */
function addBranches(raw: RawFile, entry: unknown, malformed: Malformed): boolean {
	const hits = field(entry, "b");
	const seen = new Map<string, number>();
	for (const [id, branch] of entriesOf(field(entry, "branchMap")) ?? []) {
		if (field(branch, "skip") === true) continue;
		const locations = elements(field(branch, "locations"));
		const counts = elements(field(hits, id));
		const location = field(branch, "loc") ?? locations[0];
		const line =
			lineOf(field(field(location, "start"), "line")) ??
			lineOf(field(branch, "line")) ??
			lineOf(field(field(locations[0], "start"), "line"));
		if (line === undefined) throw malformed(`has no line for the branch ${id.slice(0, 40)}`);
		const type = String(field(branch, "type")).slice(0, 40);
		const key = numbered(seen, `${type}:${place(location)}`);
		const arms = Math.max(locations.length, counts.length);
		for (let arm = 0; arm < arms; arm++) {
			if (field(locations[arm], "skip") === true) continue;
			const taken = count(counts[arm], `the branch ${id.slice(0, 40)}`, malformed);
			addBranch(raw, line, `${key}/${arm}`, taken > 0);
		}
	}
	return entriesOf(hits) !== undefined;
}

/** Whether the report says anything of functions. */
function addFunctions(raw: RawFile, entry: unknown, malformed: Malformed): boolean {
	const hits = field(entry, "f");
	const seen = new Map<string, number>();
	for (const [id, each] of entriesOf(field(entry, "fnMap")) ?? []) {
		if (field(each, "skip") === true) continue;
		const line =
			lineOf(field(field(field(each, "decl"), "start"), "line")) ??
			lineOf(field(each, "line")) ??
			lineOf(field(field(field(each, "loc"), "start"), "line"));
		if (line === undefined) throw malformed(`has no line for the function ${id.slice(0, 40)}`);
		const name = field(each, "name");
		const shown = typeof name === "string" && name !== "" ? name.slice(0, 500) : "(anonymous)";
		const key = numbered(seen, `${line} ${shown}`).slice(String(line).length + 1);
		addFunction(raw, line, key, count(field(hits, id), `the function ${id.slice(0, 40)}`, malformed) > 0);
	}
	return entriesOf(hits) !== undefined && entriesOf(field(entry, "fnMap")) !== undefined;
}
