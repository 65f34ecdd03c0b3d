import { UserError } from "../../runner/errors.js";
import { problem } from "../../runner/problem.js";
import type { Ratio } from "../evidence.js";
import { readXml, type XmlElement } from "../xml.js";
import { ArmNumbers } from "./arm-numbers.js";
import { LineHits } from "./line-hits.js";
import {
	addFunction,
	CoverageCollector,
	type CoverageReport,
	type FileTotals,
	lineNumber,
	parseHits,
	type RawFile,
} from "./report.js";

/**
 * JaCoCo's XML (https://www.jacoco.org/jacoco/trunk/coverage/report.dtd, which is never fetched). Lines and
 * branches are counted from the lines of source files, functions from the methods of classes, in any depth of
 * groups; the counters of what is above a source file are not believed. A line counts where it has
 * instructions, and is covered where one of them ran. Instructions of bytecode are not statements: the report
 * has none.
 */

interface Method {
	line: number;
	name: string;
	/** By its own counter, and by the counters of what it consists of. */
	ran: boolean | undefined;
	partly: boolean;
}

/** Reads one report. What is malformed or cut off is a UserError with line and column. */
export async function readJacoco(source: AsyncIterable<Uint8Array>, file: string): Promise<CoverageReport> {
	const collector = new CoverageCollector();
	const report: CoverageReport = {
		format: "jacoco",
		files: [],
		sources: [],
		hasBranches: false,
		hasFunctions: false,
		hasStatements: false,
		problems: [],
	};
	let depth = 0;
	/** Groups may stand in groups: one is a module, and two modules may have the same package and file. */
	const groups: string[] = [];
	let packageName = "";
	let current: RawFile | undefined;
	/** Lines of the current source file that count, those with branches, and the file's counters. */
	let lines = 0;
	let branches = 0;
	/** What those say, until it is known how much memory they take. */
	const ofFile = new LineHits();
	const armsOfFile = collector.newBranches();
	const arms = new ArmNumbers(collector.armNames, file);
	const counters = new Map<string, Ratio>();
	/** What the report itself says of its lines. */
	let header: Ratio | undefined;
	let owner: { short: string; source: string | undefined } | undefined;
	let method: Method | undefined;
	/** Methods of a package's classes that name no source file, until its source files are known. */
	let homeless: { stem: string; method: Method }[] = [];
	let stems = new Map<string, RawFile | undefined>();
	let nowhere = 0;
	let withoutLines = 0;

	const malformed = (element: XmlElement, what: string) =>
		new UserError("report-malformed", `${file}: ${what}`, {
			file,
			line: element.line,
			column: element.column,
			hint: "The file is damaged, or its tool writes a form of JaCoCo that Sluice does not know.",
		});
	/** A count that may be missing; what is there must be one. */
	const count = (element: XmlElement, name: string): number | undefined => {
		const plain = element.integer(name);
		if (plain !== undefined) return plain;
		const text = element.attribute(name);
		if (text === undefined) return undefined;
		const value = parseHits(text);
		if (value === undefined)
			throw malformed(
				element,
				`<${element.name}> has ${name}=${JSON.stringify(text.slice(0, 60))}, no count`,
			);
		return value;
	};

	const openLine = (element: XmlElement) => {
		const number = lineNumber(element, "nr");
		const missed = count(element, "mi") ?? 0;
		const ran = count(element, "ci") ?? 0;
		const missedArms = count(element, "mb");
		const takenArms = count(element, "cb");
		if (missedArms !== undefined || takenArms !== undefined) report.hasBranches = true;
		if (number === undefined) {
			const text = element.attribute("nr") ?? "";
			// Code that compilers add has no place.
			if (!/^(0|-\d{1,9})$/.test(text)) throw malformed(element, `a <line> has nr='${text.slice(0, 60)}'`);
			nowhere++;
			return;
		}
		// JaCoCo knows whether a line ran, not how often. gcovr's lines have no instructions, and may have branches.
		if (missed + ran > 0) {
			lines++;
			ofFile.add(number, ran > 0 ? 1 : 0);
		}
		const taken = takenArms ?? 0;
		if (arms.mark(armsOfFile, number, taken, taken + (missedArms ?? 0)) > 0) branches++;
	};

	const openCounter = (element: XmlElement) => {
		// A method has one counter of each kind, and most say nothing here.
		if (method !== undefined && (element.is("type", "COMPLEXITY") || element.is("type", "BRANCH"))) {
			report.hasBranches ||= element.is("type", "BRANCH");
			return;
		}
		const type = element.attribute("type") ?? "";
		const covered = count(element, "covered") ?? 0;
		const missed = count(element, "missed") ?? 0;
		if (type === "BRANCH") report.hasBranches = true;
		if (method !== undefined) {
			if (type === "METHOD") method.ran = covered > 0;
			else if (type === "INSTRUCTION" || type === "LINE") method.partly ||= covered > 0;
		} else if (current !== undefined) counters.set(type, { covered, total: covered + missed });
	};

	const closeMethod = (of: { short: string; source: string | undefined }, done: Method) => {
		report.hasFunctions = true;
		if (of.source === undefined) homeless.push({ stem: of.short.replace(/\$.*$/s, ""), method: done });
		else addMethod(collector.file(pathOf(packageName, of.source), groups.join("/")), done);
	};

	const takeLines = (target: RawFile) => {
		target.lines.addAll(ofFile);
		ofFile.clear();
		if (armsOfFile.total === 0) return;
		target.branches.addAll(armsOfFile);
		armsOfFile.clear();
	};

	const closeSourceFile = (target: RawFile) => {
		const total = (type: string) => {
			const said = counters.get(type);
			return said !== undefined && said.total > 0 ? said : undefined;
		};
		takeLines(target);
		const totals: FileTotals = {};
		if (lines === 0 && total("LINE") !== undefined) {
			totals.lines = total("LINE");
			if (branches === 0) totals.branches = total("BRANCH");
			totals.functions = total("METHOD");
			if (totals.functions !== undefined) report.hasFunctions = true;
			target.totals = totals;
		} else if (lines === 0 && total("INSTRUCTION") !== undefined) withoutLines++;
		counters.clear();
	};

	await readXml(source, file, {
		open: (element) => {
			const { name } = element;
			depth++;
			if (depth === 1 && name !== "report")
				throw malformed(element, `the root element is <${name}>, not <report>`);
			if (name === "line") {
				if (current !== undefined) openLine(element);
			} else if (name === "counter") {
				if (method !== undefined || current !== undefined) openCounter(element);
				else if (depth === 2 && element.is("type", "LINE")) {
					const covered = count(element, "covered") ?? 0;
					header = { covered, total: covered + (count(element, "missed") ?? 0) };
				}
			} else if (name === "method") {
				if (owner === undefined) return;
				const description = `${element.attribute("name") ?? ""}${element.attribute("desc") ?? ""}`;
				method = {
					line: lineNumber(element, "line") ?? 0,
					name: owner.short === "" ? description : `${owner.short}.${description}`,
					ran: undefined,
					partly: false,
				};
			} else if (name === "class") {
				const full = element.attribute("name") ?? "";
				const named = element.attribute("sourcefilename") ?? "";
				owner = {
					short: full.slice(full.lastIndexOf("/") + 1),
					source: named === "" ? undefined : named,
				};
			} else if (name === "sourcefile") {
				const written = element.attribute("name") ?? "";
				// No tool writes one into another; their lines stay apart all the same.
				if (current !== undefined) takeLines(current);
				current = collector.file(pathOf(packageName, written), groups.join("/"));
				lines = 0;
				branches = 0;
				const stem = written.replace(/^.*\//s, "").replace(/\.[^.]*$/s, "");
				// Two files of one stem (A.java, A.kt) leave it open whose a class is.
				stems.set(stem, stems.has(stem) ? undefined : current);
			} else if (name === "group") groups.push(element.attribute("name") ?? "");
			else if (name === "package") {
				packageName = element.attribute("name") ?? "";
				homeless = [];
				stems = new Map();
			}
			return undefined;
		},
		close: (name) => {
			depth--;
			if (name === "method" && method !== undefined) {
				if (owner !== undefined) closeMethod(owner, method);
				method = undefined;
			} else if (name === "class") owner = undefined;
			else if (name === "group") groups.pop();
			else if (name === "sourcefile" && current !== undefined) {
				closeSourceFile(current);
				current = undefined;
			} else if (name === "package") {
				for (const each of homeless) {
					const home = stems.get(each.stem);
					if (home !== undefined) addMethod(home, each.method);
				}
				homeless = [];
			}
		},
	});
	if (nowhere > 0) {
		report.problems.push(
			problem(
				"notice",
				"coverage-without-line",
				`${file}: ${nowhere} <line> elements have no line number and count nothing`,
				{ file },
			),
		);
	}
	if (withoutLines > 0) {
		report.problems.push(
			problem(
				"warning",
				"coverage-without-line",
				`${file}: ${withoutLines} source files have instructions and no lines, so they count nothing`,
				{ file, hint: "Compile with line numbers (javac -g:lines,source)." },
			),
		);
	}
	report.files = collector.files();
	if (header !== undefined) compareHeader(report, file, header);
	return report;
}

/** The counters of what is above a source file are not believed, but a difference shows that part of the body is lost. */
function compareHeader(report: CoverageReport, file: string, header: Ratio): void {
	const body = { covered: 0, total: 0 };
	for (const { lines, totals } of report.files) {
		body.covered += lines.covered + (totals?.lines?.covered ?? 0);
		body.total += lines.size + (totals?.lines?.total ?? 0);
	}
	if (body.covered === header.covered && body.total === header.total) return;
	report.problems.push(
		problem(
			"notice",
			"coverage-header-differs",
			`${file}: its counter says ${header.covered} of ${header.total} lines, its source files have ${body.covered} of ${body.total}, which count`,
			{ file, hint: "Where many are missing, the report was cut or filtered after it was written." },
		),
	);
}

function addMethod(file: RawFile, method: Method): void {
	addFunction(file, method.line, method.name, method.ran ?? method.partly);
}

/** A package's folder and the file in it; some tools (Pester) write the whole path as the file's name. */
function pathOf(folder: string, name: string): string {
	if (folder === "" || /^([A-Za-z]:)?[\\/]/.test(name) || name.startsWith(`${folder}/`)) return name;
	return `${folder}/${name}`;
}
