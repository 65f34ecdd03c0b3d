import { UserError } from "../runner/errors.js";
import { beforeZero, recogniseMagic } from "./recognise/binary.js";
import { recogniseJson } from "./recognise/json.js";
import { recogniseText } from "./recognise/text.js";
import { recogniseXml } from "./recognise/xml.js";
import { headText } from "./text.js";

/** Which format a report has, by its content and never by its name. Pure. */

export const TEST_FORMATS = [
	"junit",
	"trx",
	"nunit2",
	"nunit3",
	"xunit",
	"ctrf",
	"mocha-json",
	"go-test-json",
	"tap",
	"dart-json",
] as const;
export const COVERAGE_FORMATS = [
	"lcov",
	"cobertura",
	"jacoco",
	"clover",
	"opencover",
	"istanbul",
	"istanbul-summary",
	"go-coverprofile",
	"coverage-py",
	"simplecov",
	"llvm-cov",
] as const;

export type TestFormat = (typeof TEST_FORMATS)[number];
export type CoverageFormat = (typeof COVERAGE_FORMATS)[number];
export type ReportFormat = TestFormat | CoverageFormat;

/** Whether a format tells of tests; the others tell of coverage. */
export function isTestFormat(format: ReportFormat): format is TestFormat {
	return (TEST_FORMATS as readonly ReportFormat[]).includes(format);
}

/**
 * What the begin of a file shows: a format that is read, or what it is instead. `looks` completes the sentence
 * "FILE ...", and `advice` says which report to make in its place.
 */
export type Recognised = { format: ReportFormat } | { looks: string; advice?: string };

const LOOKED_FOR =
	"Looked for: JUnit, TRX, NUnit, xUnit.net, Cobertura, JaCoCo, Clover and OpenCover by the XML root element; " +
	"CTRF, mocha, Istanbul, coverage.py, SimpleCov and llvm-cov by JSON keys; " +
	"lcov, Go coverage profiles, go test -json, TAP and Dart's JSON events by their first lines.";

/**
 * The format of a file that begins with these bytes (text.ts: HEAD_BYTES of them are enough).
 * @throws UserError `report-empty`, or `report-format` that says what the file looks like instead
 */
export function recogniseBytes(head: Uint8Array, file: string): ReportFormat {
	const magic = recogniseMagic(head);
	if (magic !== undefined) return formatOf(magic, file);
	const text = headText(head, file);
	const begin = beforeZero(text);
	if (begin === undefined || /^\ufeff?\s*</.test(text)) return recognise(text, file);
	// A test may print a zero: what comes before the first one must show the format.
	const found = recognised(begin);
	if (found !== undefined && "format" in found) return found.format;
	const lines = begin.split("\n");
	const [line, column] = [lines.length, (lines.at(-1)?.length ?? 0) + 1];
	throw new UserError(
		"report-format",
		`${file} is a binary file: a byte of zero is in line ${line}, column ${column}, and nothing before it shows a report`,
		{ file, line, column, hint: LOOKED_FOR },
	);
}

/** The same for a file that begins with this text. */
export function recognise(begin: string, file: string): ReportFormat {
	const found = recognised(begin);
	if (found !== undefined) return formatOf(found, file);
	throw new UserError("report-empty", `${file} is empty`, {
		file,
		hint: "The tool that should write it did not finish, or writes elsewhere.",
	});
}

/** Undefined where there is nothing but blanks. */
function recognised(begin: string): Recognised | undefined {
	const text = begin.replace(/^\ufeff/, "").trimStart();
	if (text === "") return undefined;
	if (text.startsWith("<")) return recogniseXml(text);
	// Text goes first: TAP and Go's events may begin with other lines, and no text format begins like JSON.
	const found = recogniseText(text);
	if (found !== undefined) return found;
	if (/^[{[]/.test(text)) return recogniseJson(text);
	const first = text.split(/\r?\n/).find((line) => line.trim() !== "" && !line.startsWith("#")) ?? text;
	return { looks: `begins with ${JSON.stringify(first.slice(0, 60))}, which no report does` };
}

function formatOf(found: Recognised, file: string): ReportFormat {
	if ("format" in found) return found.format;
	throw new UserError("report-format", `${file} ${found.looks}`, { file, hint: found.advice ?? LOOKED_FOR });
}
