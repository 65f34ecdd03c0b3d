import { readJson } from "../json.js";
import { elements, emptyReport, lineOf, malformedJson } from "./json-fields.js";
import {
	addBranch,
	addFunction,
	addLine,
	CoverageCollector,
	type CoverageReport,
	type RawFile,
} from "./report.js";

/**
 * coverage.py's JSON report, formats 2 and 3 (`coverage json`): executed and missing lines by file, arms as
 * pairs of lines of which a negative one is the way out, and from format 3 on the same by function. Its
 * percentage is of lines and branches together and is not read, nor are contexts, which can be most of the file.
 */

const LINE_FIELDS = ["executed_lines", "missing_lines", "excluded_lines"] as const;
const FIELDS: ReadonlySet<string> = new Set([...LINE_FIELDS, "executed_branches", "missing_branches"]);
const REGION_FIELDS = new Set(["executed_lines", "missing_lines", "start_line"]);

/** A function, while its fields are read. */
interface Region {
	name: string;
	line: number | undefined;
	first: number | undefined;
	covered: boolean;
}

/** Reads one report. What is malformed or cut off is a UserError with line and column. */
export async function readCoveragePy(
	source: AsyncIterable<Uint8Array>,
	file: string,
): Promise<CoverageReport> {
	const collector = new CoverageCollector();
	const report = emptyReport("coverage-py");
	let hasFiles = false;
	let current: { path: string; raw: RawFile; lines: Map<string, number[]> } | undefined;
	let region: Region | undefined;

	const endRegion = () => {
		const line = region?.line ?? region?.first;
		// The region without a name is what stands in no function.
		if (current !== undefined && region !== undefined && region.name !== "" && line !== undefined)
			addFunction(current.raw, line, region.name.slice(0, 500), region.covered);
		region = undefined;
	};
	const endFile = () => {
		endRegion();
		if (current === undefined) return;
		const { path, raw, lines } = current;
		const executed = lines.get("executed_lines");
		const missing = lines.get("missing_lines");
		if (executed === undefined || missing === undefined) {
			const what = executed === undefined ? "executed_lines" : "missing_lines";
			throw malformedJson(file, ["files", path], `has no ${what}`, undefined);
		}
		// Versions before 7.6 list lines as executed that are excluded.
		const excluded = new Set(lines.get("excluded_lines"));
		const ran = new Set(executed);
		const both = missing.find((line) => ran.has(line));
		if (both !== undefined)
			throw malformedJson(file, ["files", path], `has line ${both} as executed and as missing`, undefined);
		let last = 0;
		for (const list of [executed, missing]) for (const line of list) if (line > last) last = line;
		raw.lines.reserve(last, executed.length + missing.length);
		for (const line of executed) if (!excluded.has(line)) addLine(raw, line, 1);
		for (const line of missing) addLine(raw, line, 0);
	};

	await readJson(source, file, {
		pick: ([top, path, name, inner, innerField]) => {
			if (top === undefined) return false;
			if (top === "meta") return path === undefined ? false : path === "branch_coverage" ? true : "skip";
			if (top !== "files") return "skip";
			if (path === undefined) hasFiles = true;
			else if (path !== current?.path || name === undefined) {
				endFile();
				current = { path: String(path), raw: collector.file(String(path)), lines: new Map() };
			}
			if (name === undefined) return false;
			if (name !== "functions") return FIELDS.has(String(name)) ? true : "skip";
			report.hasFunctions = true;
			if (inner === undefined) return false;
			if (innerField === undefined) {
				endRegion();
				region = { name: String(inner), line: undefined, first: undefined, covered: false };
				return false;
			}
			return REGION_FIELDS.has(String(innerField)) ? true : "skip";
		},
		take: (path, value, line) => {
			if (path[0] === "meta") {
				if (value === true) report.hasBranches = true;
				return;
			}
			if (current === undefined) return;
			const name = String(path[2]);
			if (name === "functions") {
				if (region !== undefined) takeRegion(region, String(path[4]), value);
				return;
			}
			if (!Array.isArray(value)) throw malformedJson(file, path, "is no list", line);
			if (name.endsWith("_branches")) {
				report.hasBranches = true;
				for (const each of value as unknown[]) {
					const [from, to] = elements(each);
					const number = lineOf(from);
					if (number === undefined || typeof to !== "number")
						throw malformedJson(file, path, "has something that is no pair of lines", line);
					addBranch(current.raw, number, `to ${to}`, name === "executed_branches");
				}
				return;
			}
			// Python 3.11 and later run a line 0 in empty modules.
			const lines = (value as unknown[]).filter((each) => each !== 0);
			if (!lines.every(isLine)) throw malformedJson(file, path, "has something that is no line", line);
			current.lines.set(name, lines);
		},
	});
	endFile();
	if (!hasFiles) throw malformedJson(file, [], "has no files", undefined);
	report.files = collector.files();
	return report;
}

function isLine(value: unknown): value is number {
	return lineOf(value) !== undefined;
}

function takeRegion(region: Region, name: string, value: unknown): void {
	if (name === "start_line") {
		region.line = lineOf(value);
		return;
	}
	for (const each of elements(value)) {
		const line = lineOf(each);
		if (line !== undefined) region.first = Math.min(region.first ?? line, line);
		if (name === "executed_lines") region.covered = true;
	}
}
