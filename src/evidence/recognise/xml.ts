import type { Recognised, ReportFormat } from "../formats.js";

/** XML by its root element and, where two formats share one, by what stands in it. Pure. */

const ROOTS: ReadonlyMap<string, ReportFormat> = new Map([
	["testsuites", "junit"],
	["testsuite", "junit"],
	["TestRun", "trx"],
	["test-run", "nunit3"],
	["test-results", "nunit2"],
	["assemblies", "xunit"],
	["assembly", "xunit"],
	["CoverageSession", "opencover"],
]);

/** Other XML that lies beside reports, by its root. */
const OTHERS: ReadonlyMap<string, readonly [looks: string, advice: string]> = new Map([
	["failsafe-summary", ["looks like Failsafe's summary, which lists no tests", "Read TEST-*.xml beside it."]],
	["html", ["is an HTML page", "Let the tool write its report as XML, JSON or lcov beside the pages."]],
	[
		"plist",
		["is a property list, as in an .xcresult bundle", "Convert it: xcrun llvm-cov export -format=lcov"],
	],
	["testExecutions", ["looks like SonarQube's generic test data", "Let the tool write JUnit XML beside it."]],
	["testng-results", ["looks like TestNG's own report", "Read the JUnit XML that TestNG writes beside it."]],
	["robot", ["looks like Robot Framework's own report", "Pass --xunit FILE to robot, or convert it: rebot."]],
	["results", ["looks like Microsoft's coverage XML", "Let dotnet-coverage write Cobertura: -f cobertura."]],
	["phpunit", ["looks like PHPUnit's own coverage XML", "Pass --coverage-clover or --coverage-cobertura."]],
	["scoverage", ["looks like scoverage's own report", "Read the cobertura.xml that it writes beside it."]],
	["mutations", ["looks like a report of mutation tests, which is no coverage", "Name another file."]],
	[
		"checkstyle",
		["looks like a list of findings, and holds neither tests nor coverage", "Name another file."],
	],
	["Site", ["looks like CTest's own report", "Pass --output-junit FILE to ctest."]],
]);

/** The format of XML that begins with this text. */
export function recogniseXml(text: string): Recognised {
	const root = rootOf(text);
	if (root === undefined) return { looks: "is XML whose first element is not found in its first 64 KiB" };
	const name = root.name.replace(/^.*:/, "");
	if (name === "coverage") return ofCoverage(root);
	if (name === "report") {
		// JaCoCo's DOCTYPE is often lost on the way; its elements tell as well.
		const jacoco = /<(sessioninfo|package|group|counter)[\s>/]/.test(root.rest);
		if (jacoco || /<!DOCTYPE\s+report\b[^>]*JACOCO/i.test(root.before)) return { format: "jacoco" };
	}
	const format = ROOTS.get(name);
	if (format !== undefined) return { format };
	const other = OTHERS.get(name.toLowerCase() === "html" ? "html" : name);
	if (other !== undefined) return { looks: other[0], advice: other[1] };
	return { looks: `is XML with the root element <${name.slice(0, 60)}>, which no report has` };
}

/** Cobertura and Clover share their root, and SonarQube's generic data has it too. */
function ofCoverage({ tag, rest }: Root): Recognised {
	const has = (attribute: string) => new RegExp(`\\s${attribute}\\s*=`).test(tag);
	const holds = (...elements: string[]) => new RegExp(`<(${elements.join("|")})[\\s>/]`).test(rest);
	if (has("clover")) return { format: "clover" };
	if (has("line-rate") || has("lines-valid") || holds("packages", "sources")) return { format: "cobertura" };
	if (has("generated") || holds("project", "testproject") || /<line\s[^>]*\bnum\s*=/.test(rest))
		return { format: "clover" };
	if (holds("lineToCover") || /^\s*<file\s/.test(rest.replace(/^\/?>/, "")))
		return {
			looks: "looks like SonarQube's generic coverage data",
			advice: "Let the tool write lcov or Cobertura beside it.",
		};
	// Some writers give neither a rate nor a package where there is nothing to cover.
	if (has("branch-rate") || has("timestamp") || has("complexity")) return { format: "cobertura" };
	return { looks: "is XML with the root element <coverage>, and neither Cobertura nor Clover" };
}

interface Root {
	name: string;
	/** The start tag, without its `>`. */
	tag: string;
	before: string;
	rest: string;
}

/** The root element's start tag, past declarations, comments and a DOCTYPE with its internal subset. */
function rootOf(text: string): Root | undefined {
	let position = 0;
	for (;;) {
		position = text.indexOf("<", position);
		if (position < 0) return undefined;
		if (text.startsWith("<!--", position)) position = after(text, "-->", position);
		else if (text.startsWith("<?", position)) position = after(text, "?>", position);
		else if (text.startsWith("<!", position)) position = afterDoctype(text, position);
		else {
			const end = tagEnd(text, position);
			const tag = text.slice(position, end);
			const name = /^<([^\s/>]+)/.exec(tag)?.[1];
			if (name === undefined) return undefined;
			return { name, tag, before: text.slice(0, position), rest: text.slice(end) };
		}
	}
}

function after(text: string, mark: string, from: number): number {
	const index = text.indexOf(mark, from);
	return index < 0 ? text.length : index + mark.length;
}

/** A start tag's `>`: one in a quoted value is text. */
function tagEnd(text: string, from: number): number {
	let quote = "";
	for (let index = from; index < text.length; index++) {
		const character = text[index] ?? "";
		if (quote !== "") {
			if (character === quote) quote = "";
		} else if (character === '"' || character === "'") quote = character;
		else if (character === ">") return index;
	}
	return text.length;
}

/** Quoted `>` and `]>` end neither the declaration nor its internal subset. */
function afterDoctype(text: string, from: number): number {
	let depth = 0;
	let index = from;
	while (index < text.length) {
		const character = text[index] ?? "";
		if (text.startsWith("<!--", index)) {
			index = after(text, "-->", index);
			continue;
		}
		if (character === '"' || character === "'") {
			index = after(text, character, index + 1);
			continue;
		}
		if (character === "[") depth++;
		else if (character === "]") depth--;
		else if (character === ">" && depth <= 0) return index + 1;
		index++;
	}
	return text.length;
}
