import { UserError } from "../runner/errors.js";

/** Which format a report has, by its content and never by its name. Pure. */

export type TestFormat =
	| "junit"
	| "trx"
	| "nunit2"
	| "nunit3"
	| "xunit"
	| "ctrf"
	| "mocha-json"
	| "go-test-json"
	| "tap"
	| "dart-json";
export type CoverageFormat =
	| "lcov"
	| "cobertura"
	| "jacoco"
	| "clover"
	| "opencover"
	| "istanbul"
	| "istanbul-summary"
	| "go-coverprofile"
	| "coverage-py"
	| "simplecov"
	| "llvm-cov";
export type ReportFormat = TestFormat | CoverageFormat;

const SUPPORTED = "Supported are JUnit XML for tests, and lcov and Cobertura XML for coverage.";

/** What other formats look like, so that the error can name them. */
const OTHER_ROOTS: ReadonlyMap<string, string> = new Map([
	["report", "a JaCoCo report"],
	["TestRun", "a TRX report"],
	["test-run", "an NUnit 3 report"],
	["test-results", "an NUnit 2 report"],
	["assemblies", "an xUnit.net report"],
	["assembly", "an xUnit.net report"],
	["CoverageSession", "an OpenCover report"],
	["failsafe-summary", "Failsafe's summary, which lists no tests"],
]);

/** The format of a file that begins with this text; a UserError that says what it looks like instead. */
export function recognise(begin: string, file: string): ReportFormat {
	const text = begin.replace(/^\ufeff/, "").trimStart();
	if (text === "") {
		throw new UserError("report-empty", `${file} is empty`, {
			file,
			hint: "The tool that should write it did not finish, or writes elsewhere.",
		});
	}
	if (text.startsWith("<")) return recogniseXml(text, file);
	const first = text.split(/\r?\n/).find((line) => line.trim() !== "" && !line.startsWith("#"));
	if (first !== undefined && /^(TN|SF):/.test(first)) return "lcov";
	throw unsupported(file, otherText(text, first));
}

function recogniseXml(text: string, file: string): ReportFormat {
	const root = rootOf(text);
	const name = root?.name.replace(/^.*:/, "");
	if (root === undefined || name === undefined)
		throw unsupported(file, "is XML whose first element is not found in its first 64 KiB");
	if (name === "testsuites" || name === "testsuite") return "junit";
	if (name === "coverage") {
		if (/\s(clover|generated)\s*=/.test(root.tag)) throw unsupported(file, "looks like a Clover report");
		if (/\sline-rate\s*=/.test(root.tag) || /<(packages|sources)\b/.test(root.rest)) return "cobertura";
	}
	const known = OTHER_ROOTS.get(name);
	throw unsupported(
		file,
		known === undefined
			? `is XML with the root element <${name.slice(0, 60)}>, which no supported format has`
			: `looks like ${known}`,
	);
}

/** The root element's start tag, past declarations, comments and a DOCTYPE. */
function rootOf(text: string): { name: string; tag: string; rest: string } | undefined {
	let position = 0;
	const skip = (mark: string) => {
		const end = text.indexOf(mark, position);
		position = end < 0 ? text.length : end + mark.length;
	};
	for (;;) {
		position = text.indexOf("<", position);
		if (position < 0) return undefined;
		if (text.startsWith("<!--", position)) skip("-->");
		else if (text.startsWith("<?", position)) skip("?>");
		else if (text.startsWith("<!", position)) {
			const bracket = text.indexOf("[", position);
			const end = text.indexOf(">", position);
			if (bracket >= 0 && bracket < end) skip("]");
			skip(">");
		} else {
			const end = text.indexOf(">", position);
			const tag = text.slice(position, end < 0 ? text.length : end);
			const name = /^<([^\s/>]+)/.exec(tag)?.[1];
			return name === undefined ? undefined : { name, tag, rest: text.slice(position + tag.length) };
		}
	}
}

function otherText(text: string, first: string | undefined): string {
	if (/^mode: (set|count|atomic)/.test(text)) return "looks like a Go coverage profile";
	if (/^TAP version /.test(text) || /^1\.\.\d+/.test(text)) return "looks like TAP";
	if (/^[{[]/.test(text)) return "looks like JSON";
	return `begins with ${JSON.stringify((first ?? text).slice(0, 60))}, which no supported format does`;
}

function unsupported(file: string, what: string): UserError {
	return new UserError("report-format", `${file} ${what}`, { file, hint: SUPPORTED });
}
