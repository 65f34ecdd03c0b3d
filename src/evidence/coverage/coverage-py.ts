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

const FIELDS = new Set(["executed_lines", "missing_lines", "executed_branches", "missing_branches"]);
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
	let current: { path: string; raw: RawFile; fields: Set<string> } | undefined;
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
		for (const each of ["executed_lines", "missing_lines"]) {
			if (!current.fields.has(each))
				throw malformedJson(file, ["files", current.path], `has no ${each}`, undefined);
		}
	};

	await readJson(source, file, {
		pick: ([top, path, name, inner, innerField]) => {
			if (top === undefined) return false;
			if (top === "meta") return path === undefined ? false : path === "branch_coverage" ? true : "skip";
			if (top !== "files") return "skip";
			if (path === undefined) hasFiles = true;
			else if (path !== current?.path || name === undefined) {
				endFile();
				current = { path: String(path), raw: collector.file(String(path)), fields: new Set() };
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
			current.fields.add(name);
			for (const each of elements(value)) {
				if (name.endsWith("_lines")) {
					const number = lineOf(each);
					if (number === undefined) throw malformedJson(file, path, "has something that is no line", line);
					addLine(current.raw, number, name === "executed_lines" ? 1 : 0);
				} else {
					const [from, to] = elements(each);
					const number = lineOf(from);
					if (number === undefined || typeof to !== "number")
						throw malformedJson(file, path, "has something that is no pair of lines", line);
					report.hasBranches = true;
					addBranch(current.raw, number, `to ${to}`, name === "executed_branches");
				}
			}
		},
	});
	endFile();
	if (!hasFiles) throw malformedJson(file, [], "has no files", undefined);
	report.files = collector.files();
	return report;
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
