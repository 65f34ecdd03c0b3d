import { UserError } from "../../runner/errors.js";
import { problem } from "../../runner/problem.js";
import { readXml, type XmlElement } from "../xml.js";
import { ArmNumbers } from "./arm-numbers.js";
import { countedBy } from "./cobertura-version.js";
import { LineHits } from "./line-hits.js";
import type { Branches } from "./line-marks.js";
import {
	addBranch,
	addFunction,
	addLine,
	addStatements,
	CoverageCollector,
	type CoverageReport,
	lineNumber,
	parseHits,
	parseLineNumber,
	type RawFile,
} from "./report.js";

/**
 * Cobertura XML (http://cobertura.sourceforge.net/xml/coverage-04.dtd, which is never fetched). Lines and
 * branches are counted from the lines of the classes; those of methods repeat them, and the rates and totals
 * of the header disagree with the body in many tools' reports, which is told. Scoverage's own report has the
 * same frame and statements instead of lines.
 */

interface Method {
	name: string;
	line: number | undefined;
	covered: boolean;
}

/** scoverage writes a flag of its command line as its first source folder. */
const SCOVERAGE = "--source";

/** More conditions than any line has; where there are more, only the number of arms counts. */
const CONDITIONS_LIMIT = 10_000;

interface Counts {
	valid: number;
	covered: number;
}

/** A line of a class, while its conditions are read. */
interface Line {
	number: number;
	taken: number;
	total: number;
	conditions: { number: string; type: string; percent: number }[];
}

/** Reads one report. What is malformed or cut off is a UserError with line and column. */
export async function readCobertura(
	source: AsyncIterable<Uint8Array>,
	file: string,
): Promise<CoverageReport> {
	const collector = new CoverageCollector();
	const report: CoverageReport = {
		format: "cobertura",
		files: [],
		sources: [],
		hasBranches: false,
		hasFunctions: false,
		hasStatements: false,
		problems: [],
	};
	const path: string[] = [];
	let current: RawFile | undefined;
	let method: Method | undefined;
	let line: Line | undefined;
	/** What the header says, and how many lines were written, where one may stand twice. */
	let header: Counts | undefined;
	const written: Counts = { valid: 0, covered: 0 };
	/** Lines of methods, for a class that has none of its own. */
	let ofMethods = new Map<number, number>();
	let ofClass = 0;
	/** What the class says, until it is known how much memory that takes. */
	const linesOfClass = new LineHits();
	const armsOfClass = collector.newBranches();
	const arms = new ArmNumbers(collector.armNames, file);
	let nameless = 0;
	let isScoverage = false;
	/** Branches of scoverage, which writes a line for each statement: how many of a line were taken. */
	const statements = new Map<RawFile, Map<number, Line>>();
	const malformed = (element: XmlElement, what: string) =>
		new UserError("report-malformed", `${file}: ${what}`, {
			file,
			line: element.line,
			column: element.column,
			hint: "The file is damaged, or its tool writes a form of Cobertura that Sluice does not know.",
		});

	const openLine = (element: XmlElement, target: RawFile) => {
		const number = lineNumber(element, "number");
		const hits = element.integer("hits") ?? parseHits(element.attribute("hits") ?? "");
		if (number === undefined) {
			const text = element.attribute("number") ?? "";
			throw malformed(element, `a <line> has the number '${text.slice(0, 60)}'`);
		}
		if (hits === undefined)
			throw malformed(element, `line ${number} of ${target.path.slice(0, 200)} has no hits`);
		if (path[path.length - 2] === "method") {
			if (method === undefined) return;
			method.line = Math.min(method.line ?? number, number);
			method.covered ||= hits > 0;
			if (ofClass === 0) ofMethods.set(number, (ofMethods.get(number) ?? 0) + hits);
			return;
		}
		ofClass++;
		written.valid++;
		if (hits > 0) written.covered++;
		linesOfClass.add(number, hits);
		if (element.is("branch", "false") || element.attribute("branch")?.toLowerCase() !== "true") return;
		const match = /\((\d{1,9})\/(\d{1,9})\)/.exec(element.attribute("condition-coverage") ?? "");
		if (match === null) {
			// No more than the number of arms is known: their order depends on which ones were taken.
			if (isScoverage) addStatementArm(statements, target, number, hits > 0);
			return;
		}
		const taken = Number(match[1]);
		const total = Number(match[2]);
		if (taken > total)
			throw malformed(
				element,
				`line ${number} of ${target.path.slice(0, 200)} has ${taken} of ${total} conditions covered`,
			);
		line = { number, taken, total, conditions: [] };
	};

	const openStatement = (element: XmlElement, target: RawFile) => {
		const number = parseLineNumber(element.attribute("line") ?? "");
		const hits = parseHits(element.attribute("invocation-count") ?? "");
		if (number === undefined || hits === undefined)
			throw malformed(element, "a <statement> has no line or no invocation-count");
		if (element.attribute("ignored") === "true") return;
		const key = `${element.attribute("start") ?? ""}-${element.attribute("end") ?? ""}`;
		report.hasStatements = true;
		report.hasBranches = true;
		addLine(target, number, hits);
		addStatements(target, key, 1, hits > 0);
		if (element.attribute("branch") === "true") addBranch(target, number, key, hits > 0);
		if (method === undefined) return;
		method.line = Math.min(method.line ?? number, number);
		method.covered ||= hits > 0;
	};

	const closeClass = (target: RawFile) => {
		for (const [number, hits] of ofClass === 0 ? ofMethods : []) linesOfClass.add(number, hits);
		target.lines.addAll(linesOfClass);
		linesOfClass.clear();
		if (armsOfClass.total > 0) target.branches.addAll(armsOfClass);
		armsOfClass.clear();
	};

	await readXml(source, file, {
		open: (element) => {
			const { name } = element;
			const parent = path[path.length - 1];
			if (parent === undefined && name !== "coverage" && name !== "scoverage")
				throw malformed(element, `the root element is <${name}>, not <coverage>`);
			if (name === "coverage" && parent === undefined) {
				const counted = countedBy(element.attribute("version"));
				const arms = parseHits(element.attribute("branches-valid") ?? "") ?? 0;
				report.hasBranches = counted.branches || arms > 0;
				report.hasFunctions = counted.functions;
				const valid = parseHits(element.attribute("lines-valid") ?? "");
				const covered = parseHits(element.attribute("lines-covered") ?? "");
				if (valid !== undefined && covered !== undefined) header = { valid, covered };
			} else if (name === "line" && parent === "lines" && current !== undefined) {
				openLine(element, current);
			} else if (name === "class") {
				if (path.includes("class")) throw malformed(element, "a <class> stands in another one");
				const filename = element.attribute("filename")?.trim() ?? "";
				current = filename === "" ? undefined : collector.file(filename);
				if (current === undefined) nameless++;
				ofClass = 0;
			} else if (name === "statement" && current !== undefined) {
				openStatement(element, current);
			} else if (name === "method" && parent === "methods") {
				const signature = element.attribute("signature") ?? "";
				method = { name: `${element.attribute("name") ?? ""}${signature}`, line: undefined, covered: false };
			} else if (name === "condition" && line !== undefined && line.conditions.length <= CONDITIONS_LIMIT) {
				line.conditions.push({
					number: element.attribute("number") ?? "",
					type: element.attribute("type") ?? "",
					percent: Number.parseFloat(element.attribute("coverage") ?? ""),
				});
			}
			path.push(name);
			return name === "source";
		},
		close: (name, text) => {
			path.pop();
			if (name === "source" && text !== undefined && text.trim() !== "") {
				report.sources.push(text.trim());
				isScoverage ||= text.trim() === SCOVERAGE;
			} else if (name === "line" && line !== undefined && current !== undefined) {
				if (line.total > 0) report.hasBranches = true;
				addArms(armsOfClass, arms, line);
				line = undefined;
			} else if (name === "method" && method !== undefined) {
				if (method.line !== undefined && current !== undefined) {
					report.hasFunctions = true;
					addFunction(current, method.line, method.name, method.covered);
				}
				method = undefined;
			} else if (name === "class") {
				if (current !== undefined) closeClass(current);
				if (ofMethods.size > 0) ofMethods = new Map();
				current = undefined;
			}
		},
	});
	for (const [target, lines] of statements)
		for (const each of lines.values()) addArms(target.branches, arms, each);
	report.files = collector.files();
	if (nameless > 0) {
		report.problems.push(
			problem(
				"warning",
				"coverage-without-file",
				`${file}: ${nameless} classes name no file and count nothing`,
				{
					file,
				},
			),
		);
	}
	if (header !== undefined) compareHeader(report, file, header, written);
	return report;
}

/** Each branch of scoverage's report is an arm of its line. */
function addStatementArm(
	statements: Map<RawFile, Map<number, Line>>,
	file: RawFile,
	number: number,
	taken: boolean,
): void {
	const lines = statements.get(file) ?? new Map<number, Line>();
	statements.set(file, lines);
	const line = lines.get(number) ?? { number, taken: 0, total: 0, conditions: [] };
	lines.set(number, line);
	line.total++;
	if (taken) line.taken++;
}

/** A header may count a line as often as it is written, or once. Anything else is told: part of the body may be lost. */
function compareHeader(report: CoverageReport, file: string, header: Counts, written: Counts): void {
	const distinct = { valid: 0, covered: 0 };
	for (const each of report.files) {
		distinct.valid += each.lines.size;
		for (const hits of each.lines.values()) if (hits > 0) distinct.covered++;
	}
	if ([written, distinct].some((it) => it.valid === header.valid && it.covered === header.covered)) return;
	report.problems.push(
		problem(
			"notice",
			"coverage-header-differs",
			`${file}: its header says ${header.covered} of ${header.valid} lines, its classes have ${distinct.covered} of ${distinct.valid}, which count`,
			{ file, hint: "Where many are missing, the report was cut or filtered after it was written." },
		),
	);
}

/**
 * The arms of a line. Conditions that are jumps have two arms each and a number of their own, so that
 * reports can be united condition by condition. Where only `1/2` is known, the arms get numbers from 0, the
 * taken ones first: uniting two reports then takes the larger count of each side and never adds them, since
 * both may mean the same arm. Within a condition the same holds.
 */
function addArms(branches: Branches, arms: ArmNumbers, line: Line): void {
	const { conditions, total } = line;
	const jumps =
		conditions.length > 0 &&
		conditions.length <= CONDITIONS_LIMIT &&
		conditions.length * 2 === total &&
		new Set(conditions.map((each) => each.number)).size === conditions.length &&
		conditions.every((each) => each.type === "jump" && [0, 50, 100].includes(each.percent)) &&
		conditions.reduce((sum, each) => sum + each.percent / 50, 0) === line.taken;
	if (jumps) {
		for (const each of conditions) {
			const [first, second] = arms.ofCondition(each.number);
			branches.mark(line.number, first, each.percent > 0);
			branches.mark(line.number, second, each.percent === 100);
		}
		return;
	}
	arms.mark(branches, line.number, line.taken, total);
}
