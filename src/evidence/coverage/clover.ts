import { UserError } from "../../runner/errors.js";
import { problem } from "../../runner/problem.js";
import type { Ratio } from "../evidence.js";
import { readXml, type XmlElement } from "../xml.js";
import { ArmNumbers } from "./arm-numbers.js";
import {
	addBranch,
	addFunction,
	addHits,
	addLine,
	addStatements,
	CoverageCollector,
	type CoverageReport,
	type FileTotals,
	parseHits,
	parseLineNumber,
	type RawFile,
} from "./report.js";

/**
 * Clover's XML, which OpenClover writes, and other tools imitate: PHPUnit, Istanbul, gcovr. Lines are those of
 * type `stmt` and `cond`; a `method` line is a function, and not a line: its declaration does not run. The
 * metrics of a file count for what it has no lines of; those of the project are only compared. What stands in
 * `testproject` is the tests' own code and left out.
 *
 * Statements are counted for Clover itself alone: the others have one entry per line and call it statement.
 */

/** One file, from its start to its end. */
interface OpenFile {
	file: RawFile;
	/** Hits by line; kept back because PHPUnit tells the file's length only at its end. */
	lines: Map<number, number>;
	/** Conditions by line, without hits of their own: how often either way was taken, and how many there are. */
	conditions: Map<number, { hits: number; count: number }>;
	statements: Map<number, number>;
	methods: boolean;
	branches: boolean;
	metrics: Metrics | undefined;
}

interface Metrics {
	statements: Ratio;
	branches: Ratio;
	functions: Ratio;
	length: number | undefined;
}

/** Reads one report. What is malformed or cut off is a UserError with line and column. */
export async function readClover(source: AsyncIterable<Uint8Array>, file: string): Promise<CoverageReport> {
	const collector = new CoverageCollector();
	const arms = new ArmNumbers(collector.armNames, file);
	const report: CoverageReport = {
		format: "clover",
		files: [],
		sources: [],
		hasBranches: false,
		hasFunctions: false,
		hasStatements: false,
		problems: [],
	};
	let depth = 0;
	let parent = "";
	const path: string[] = [];
	/** Whether the tool names a version of Clover: PHPUnit names none. */
	let version: string | undefined;
	let packageName = "";
	let current: OpenFile | undefined;
	let isTests = false;
	let project: Ratio | undefined;
	const written: Ratio = { covered: 0, total: 0 };
	let beyond = 0;

	const malformed = (element: XmlElement, what: string) =>
		new UserError("report-malformed", `${file}: ${what}`, {
			file,
			line: element.line,
			column: element.column,
			hint: "The file is damaged, or its tool writes a form of Clover that Sluice does not know.",
		});
	const count = (element: XmlElement, name: string): number | undefined => {
		const text = element.attribute(name);
		if (text === undefined || text === "") return undefined;
		const value = parseHits(text);
		if (value === undefined)
			throw malformed(
				element,
				`<${element.name}> has ${name}=${JSON.stringify(text.slice(0, 60))}, no count`,
			);
		return value;
	};
	const ratio = (element: XmlElement, name: string): Ratio => {
		const total = count(element, name) ?? 0;
		const covered = count(element, `covered${name}`) ?? 0;
		if (covered > total)
			throw malformed(element, `its metrics say that ${covered} of ${total} ${name} are covered`);
		return { covered, total };
	};
	const metrics = (element: XmlElement): Metrics => ({
		statements: ratio(element, "statements"),
		branches: ratio(element, "conditionals"),
		functions: ratio(element, "methods"),
		length: count(element, "loc"),
	});

	const openLine = (element: XmlElement, open: OpenFile) => {
		const text = element.attribute("num") ?? "";
		const number = parseLineNumber(text);
		if (number === undefined && !/^(0|-\d{1,9})$/.test(text))
			throw malformed(element, `a <line> has num='${text.slice(0, 60)}'`);
		const type = element.attribute("type") ?? "stmt";
		const hits = count(element, "count");
		if (type === "method") {
			open.methods = true;
			report.hasFunctions = true;
			const name = element.attribute("signature") ?? element.attribute("name") ?? "";
			addFunction(open.file, number ?? 0, name, (hits ?? 0) > 0);
			return;
		}
		if (number === undefined) return;
		if (type === "cond") {
			open.branches = true;
			report.hasBranches = true;
			const [first = 0, second = 0] = [count(element, "truecount"), count(element, "falsecount")];
			if (hits === undefined) {
				openCondition(open, number, first, second);
				return;
			}
			// Istanbul: a line with hits, whose two numbers are arms that were taken and that were not.
			arms.mark(open.file.branches, number, first, first + second);
		}
		if (hits === undefined) throw malformed(element, `line ${number} of a file has no count`);
		written.total++;
		if (hits > 0) written.covered++;
		open.lines.set(number, addHits(open.lines.get(number) ?? 0, hits));
		if (!report.hasStatements) return;
		const before = open.statements.get(number) ?? 0;
		open.statements.set(number, before + 1);
		addStatements(open.file, `${number}.${before}`, 1, hits > 0);
	};

	/** Clover: how often a condition was true and how often false. */
	const openCondition = (open: OpenFile, line: number, ifTrue: number, ifFalse: number) => {
		const before = open.conditions.get(line) ?? { hits: 0, count: 0 };
		addBranch(open.file, line, `~${before.count}.0`, ifTrue > 0);
		addBranch(open.file, line, `~${before.count}.1`, ifFalse > 0);
		open.conditions.set(line, {
			hits: addHits(before.hits, addHits(ifTrue, ifFalse)),
			count: before.count + 1,
		});
	};

	const closeFile = (open: OpenFile) => {
		for (const [line, { hits }] of open.conditions) if (!open.lines.has(line)) open.lines.set(line, hits);
		const last = version === undefined ? open.metrics?.length : undefined;
		for (const [line, hits] of open.lines) {
			if (last !== undefined && last > 0 && line > last) beyond++;
			else addLine(open.file, line, hits);
		}
		const { metrics: said } = open;
		if (said === undefined) return;
		if (said.branches.total > 0) report.hasBranches = true;
		if (said.functions.total > 0) report.hasFunctions = true;
		const totals: FileTotals = {};
		if (open.lines.size === 0 && said.statements.total > 0) {
			totals.lines = said.statements;
			if (report.hasStatements) totals.statements = said.statements;
		}
		if (!open.branches && said.branches.total > 0) totals.branches = said.branches;
		if (!open.methods && said.functions.total > 0) totals.functions = said.functions;
		if (Object.keys(totals).length > 0) open.file.totals = totals;
	};

	await readXml(source, file, {
		open: (element) => {
			const { name } = element;
			depth++;
			parent = path.at(-1) ?? "";
			path.push(name);
			if (depth === 1) {
				if (name !== "coverage") throw malformed(element, `the root element is <${name}>, not <coverage>`);
				version = element.attribute("clover");
			} else if (isTests) return;
			else if (name === "line") {
				if (current !== undefined) openLine(element, current);
			} else if (name === "metrics") {
				if (parent === "file" && current !== undefined) current.metrics = metrics(element);
				else if (parent === "project") project = ratio(element, "statements");
			} else if (name === "file") {
				current = openFile(collector.file(pathOf(element, packageName)));
			} else if (name === "package") packageName = element.attribute("name") ?? "";
			else if (name === "testproject") isTests = true;
			else if (name === "project" && isClover(version, element.attribute("name"))) {
				report.hasStatements = true;
				report.hasBranches = true;
			}
			return undefined;
		},
		close: (name) => {
			depth--;
			path.pop();
			if (name === "file" && current !== undefined) {
				closeFile(current);
				current = undefined;
			} else if (name === "package") packageName = "";
			else if (name === "testproject") isTests = false;
		},
	});
	report.files = collector.files();
	if (beyond > 0) {
		report.problems.push(
			problem(
				"notice",
				"coverage-past-end",
				`${file}: ${beyond} lines stand past the end of their files and count nothing`,
				{
					file,
				},
			),
		);
	}
	if (project !== undefined && (project.total !== written.total || project.covered !== written.covered)) {
		report.problems.push(
			problem(
				"notice",
				"coverage-header-differs",
				`${file}: its metrics say ${project.covered} of ${project.total} statements, its files have ${written.covered} of ${written.total}`,
				{
					file,
					hint: "The files count. Where many are missing, the report was cut or filtered after it was written.",
				},
			),
		);
	}
	return report;
}

function openFile(file: RawFile): OpenFile {
	return {
		file,
		lines: new Map(),
		conditions: new Map(),
		statements: new Map(),
		methods: false,
		branches: false,
		metrics: undefined,
	};
}

/** Clover itself names a version (4.5.2) and the project; Istanbul's projects are all named alike, gcovr's have none. */
function isClover(version: string | undefined, project: string | undefined): boolean {
	return (
		version !== undefined && /^\d+\.\d/.test(version) && project !== undefined && project !== "All files"
	);
}

/**
 * Clover writes the whole path beside the bare name, PHPUnit the whole path as the name. A bare name alone
 * belongs to its package's folder.
 */
function pathOf(element: XmlElement, packageName: string): string {
	const path = element.attribute("path") ?? "";
	if (path !== "") return path;
	const name = element.attribute("name") ?? "";
	if (/[\\/]/.test(name) || !/^[\w$]+(\.[\w$]+)*$/.test(packageName)) return name;
	return `${packageName.replaceAll(".", "/")}/${name}`;
}
