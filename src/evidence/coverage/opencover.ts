import { UserError } from "../../runner/errors.js";
import { problem } from "../../runner/problem.js";
import { readXml, type XmlElement } from "../xml.js";
import { Budget } from "./budget.js";
import {
	addBranch,
	addFunction,
	addLine,
	addStatements,
	CoverageCollector,
	type CoverageReport,
	parseHits,
	parseLineNumber,
	type RawFile,
} from "./report.js";

/**
 * OpenCover's XML (https://github.com/OpenCover/opencover), which coverlet and AltCover write too. A sequence
 * point is a statement and spans lines, each of which is covered where any of its points was visited; branch
 * points are the arms of what ends at their line. Files have numbers within their module only. What a filter
 * has skipped, and compilers' own code (line 0xFEEFEE), counts nothing. Summaries count points and not lines.
 */

/** The line that compilers give code without a place. */
const HIDDEN = 0xfeefee;
/** More lines than any statement has: a span that would only cost memory. */
const SPAN_LIMIT = 10_000;
const NAME_LIMIT = 1000;

interface Method {
	name: string;
	/** The file that points without one of their own belong to. */
	file: RawFile | undefined;
	/** Where its first visible point stands. */
	place: { file: RawFile; line: number } | undefined;
	visited: boolean;
	/** Offsets of visible points, for branches that name no line (OpenCover before 4.5). */
	points: Point[];
	/** Those branches: points may come after them. */
	waiting: { offset: string; arm: string; visited: boolean }[];
}

interface Point {
	offset: number;
	file: RawFile;
	line: number;
}

/** The last of sorted points at or before an offset; of several at one, the last that the report lists. */
function pointBefore(points: readonly Point[], offset: number): Point | undefined {
	let low = 0;
	for (let high = points.length; low < high; ) {
		const middle = (low + high) >>> 1;
		if ((points[middle]?.offset ?? 0) <= offset) low = middle + 1;
		else high = middle;
	}
	return points[low - 1];
}

/** Reads one report. What is malformed or cut off is a UserError with line and column. */
export async function readOpencover(
	source: AsyncIterable<Uint8Array>,
	file: string,
): Promise<CoverageReport> {
	const collector = new CoverageCollector();
	const budget = new Budget(file, "lines in ranges");
	const report: CoverageReport = {
		format: "opencover",
		files: [],
		sources: [],
		hasBranches: true,
		hasFunctions: true,
		hasStatements: true,
		problems: [],
	};
	let depth = 0;
	/** The depth of an element that was skipped, while it is open. */
	let skipped: number | undefined;
	let files = new Map<string, RawFile>();
	/** By file and line: the numbers of the branching instructions, in the order in which they stand. */
	let branching = new Map<RawFile, Map<number, Map<string, number>>>();
	let method: Method | undefined;
	let methods = 0;
	let homeless = 0;

	const malformed = (element: XmlElement, what: string) =>
		new UserError("report-malformed", `${file}: ${what}`, {
			file,
			line: element.line,
			column: element.column,
			hint: "The file is damaged, or its tool writes a form of OpenCover that Sluice does not know.",
		});
	const lineOf = (element: XmlElement, name: string): number | undefined => {
		const text = element.attribute(name) ?? "";
		const line = parseLineNumber(text);
		if (line === undefined && !/^(0|-\d{1,9}|)$/.test(text))
			throw malformed(element, `a <${element.name}> has ${name}='${text.slice(0, 60)}'`);
		return line === HIDDEN ? undefined : line;
	};
	const visits = (element: XmlElement): number => {
		const hits = parseHits(element.attribute("vc") ?? "");
		if (hits === undefined) throw malformed(element, `a <${element.name}> has no count of visits (vc)`);
		return hits;
	};
	const fileOf = (element: XmlElement, of: Method): RawFile | undefined => {
		const id = element.attribute("fileid") ?? "";
		return id === "" ? of.file : files.get(id);
	};

	const openSequencePoint = (element: XmlElement, of: Method) => {
		const hits = visits(element);
		if (hits > 0) of.visited = true;
		const first = lineOf(element, "sl");
		if (first === undefined) return;
		const target = fileOf(element, of);
		if (target === undefined) {
			homeless++;
			return;
		}
		const last = Math.min(lineOf(element, "el") ?? first, first + SPAN_LIMIT - 1);
		if (last > first) budget.spend(last - first);
		for (let line = first; line <= Math.max(first, last); line++) addLine(target, line, hits);
		const columns = `${element.attribute("sc") ?? ""}-${last}:${element.attribute("ec") ?? ""}`;
		addStatements(target, `${first}:${columns}`, 1, hits > 0);
		if (of.place === undefined || (of.place.file === target && first < of.place.line))
			of.place = { file: target, line: first };
		const offset = parseHits(element.attribute("offset") ?? "");
		if (offset !== undefined) of.points.push({ offset, file: target, line: first });
	};

	const openBranchPoint = (element: XmlElement, of: Method) => {
		const visited = visits(element) > 0;
		const offset = element.attribute("offset") ?? "";
		const arm = (element.attribute("path") ?? element.attribute("ordinal") ?? "0").slice(0, 20);
		const line = lineOf(element, "sl");
		if (element.attribute("sl") === undefined) {
			of.waiting.push({ offset, arm, visited });
			return;
		}
		if (line === undefined) return;
		const target = fileOf(element, of);
		if (target === undefined) homeless++;
		else addArm({ file: target, line }, offset, arm, visited);
	};

	const addArm = (
		{ file: target, line }: Pick<Point, "file" | "line">,
		offset: string,
		arm: string,
		visited: boolean,
	) => {
		const ofFile = branching.get(target) ?? new Map<number, Map<string, number>>();
		branching.set(target, ofFile);
		const ofLine = ofFile.get(line) ?? new Map<string, number>();
		ofFile.set(line, ofLine);
		const instruction = `${methods} ${offset}`;
		const number = ofLine.get(instruction) ?? ofLine.size;
		ofLine.set(instruction, number);
		addBranch(target, line, `~${number}.${arm}`, visited);
	};

	const addWaiting = ({ points, waiting }: Method) => {
		if (waiting.length === 0) return;
		points.sort((a, b) => a.offset - b.offset);
		for (const { offset, arm, visited } of waiting) {
			const point = pointBefore(points, parseHits(offset) ?? 0);
			if (point !== undefined) addArm(point, offset, arm, visited);
		}
	};

	await readXml(source, file, {
		open: (element) => {
			const { name } = element;
			depth++;
			if (depth === 1 && name !== "CoverageSession")
				throw malformed(element, `the root element is <${name}>, not <CoverageSession>`);
			if (skipped !== undefined) return;
			if (name === "SequencePoint") {
				if (method !== undefined) openSequencePoint(element, method);
			} else if (name === "BranchPoint") {
				if (method !== undefined) openBranchPoint(element, method);
			} else if (name === "Method" || name === "Class" || name === "Module") {
				if (element.attribute("skippedDueTo") !== undefined) {
					skipped = depth;
				} else if (name === "Module") {
					files = new Map();
					branching = new Map();
				} else if (name === "Method") {
					methods++;
					const visited = element.attribute("visited")?.toLowerCase() === "true";
					method = { name: "", file: undefined, place: undefined, visited, points: [], waiting: [] };
				}
			} else if (name === "File") {
				const path = element.attribute("fullPath") ?? "";
				if (path !== "") files.set(element.attribute("uid") ?? "", collector.file(path));
			} else if (name === "FileRef") {
				if (method !== undefined) method.file = files.get(element.attribute("uid") ?? "");
			} else if (name === "Name") return method !== undefined;
			return undefined;
		},
		close: (name, text) => {
			if (skipped === depth) skipped = undefined;
			depth--;
			if (method === undefined || skipped !== undefined) return;
			if (name === "Name" && text !== undefined) method.name = text.trim().slice(0, NAME_LIMIT);
			else if (name === "Method") {
				addWaiting(method);
				const { place } = method;
				if (place !== undefined) addFunction(place.file, place.line, method.name, method.visited);
				method = undefined;
			}
		},
	});
	if (homeless > 0) {
		report.problems.push(
			problem(
				"warning",
				"coverage-without-file",
				`${file}: ${homeless} points belong to no file of their module and count nothing`,
				{ file },
			),
		);
	}
	report.files = collector.files();
	return report;
}
