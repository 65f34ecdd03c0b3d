import type { Recognised } from "../formats.js";
import { type Outline, outlineOf } from "./json-outline.js";

/** JSON by its keys, in whatever order and spacing they are written. Pure. */

/** Every format by what shows it; the first that fits counts. */
const SIGNS: readonly { found: Recognised; fits: (json: Outline) => boolean }[] = [
	{
		found: { format: "ctrf" },
		fits: (json) =>
			json.text("reportFormat") === "CTRF" ||
			(json.has("results", "tool") && (json.has("results", "summary") || json.has("results", "tests"))) ||
			(json.has("results", "summary", "passed") && json.has("results", "summary", "pending")),
	},
	{
		found: { format: "llvm-cov" },
		fits: (json) =>
			json.text("type")?.startsWith("llvm.coverage.json") === true ||
			(json.has("data", "*", "files") &&
				(json.has("data", "*", "files", "*", "segments") ||
					json.has("data", "*", "files", "*", "summary") ||
					json.has("data", "*", "files", "*", "expansions") ||
					json.has("data", "*", "totals"))) ||
			json.has("data", "*", "functions", "*", "filenames"),
	},
	{
		found: { format: "coverage-py" },
		fits: (json) =>
			(json.has("meta", "version") && !json.has("meta", "simplecov_version") && json.has("files")) ||
			json.has("meta", "branch_coverage") ||
			json.has("meta", "show_contexts") ||
			json.has("files", "*", "executed_lines") ||
			json.has("files", "*", "missing_lines") ||
			json.has("totals", "percent_covered_display"),
	},
	{
		found: { format: "mocha-json" },
		fits: (json) =>
			(json.has("stats", "suites") && json.has("stats", "passes")) ||
			(json.has("tests", "*", "fullTitle") && !json.has("results")) ||
			(json.has("stats") && json.has("tests") && (json.has("passes") || json.has("failures"))),
	},
	{
		found: { format: "simplecov" },
		fits: (json) =>
			json.has("meta", "simplecov_version") ||
			(json.has("*", "coverage", "*", "lines") && !json.has("files")) ||
			json.isList("*", "coverage", "*") ||
			(json.has("*", "coverage") && json.has("*", "timestamp")) ||
			json.has("files", "*", "covered_percent") ||
			(json.has("command_name") && json.has("files")),
	},
	{
		found: { format: "istanbul-summary" },
		fits: (json) =>
			json.has("total", "lines", "pct") ||
			json.has("total", "statements", "pct") ||
			(json.has("*", "lines", "pct") && json.has("*", "lines", "skipped")),
	},
	{
		found: { format: "istanbul" },
		fits: (json) =>
			json.has("*", "statementMap") ||
			json.has("*", "data", "statementMap") ||
			json.has("*", "fnMap") ||
			json.has("*", "branchMap") ||
			(json.has("*", "path") && json.has("*", "s")),
	},
	{
		found: {
			looks: "looks like the raw coverage of V8, which holds no lines",
			advice: "Let c8 write a report of it: c8 report --reporter=lcov",
		},
		fits: (json) => json.has("result", "*", "scriptId") || json.has("result", "*", "functions"),
	},
	{
		found: {
			looks: "looks like jest's or vitest's own JSON of results",
			advice: "Use their JUnit reporters: jest-junit, or vitest --reporter=junit.",
		},
		fits: (json) => json.has("numTotalTests") || json.has("testResults", "*", "assertionResults"),
	},
	{
		found: {
			looks: "looks like Playwright's own JSON of results",
			advice: "Use its JUnit reporter: --reporter=junit",
		},
		fits: (json) => json.has("config") && json.has("suites"),
	},
	{
		found: {
			looks: "looks like Cucumber's own JSON of results",
			advice: "Use its JUnit formatter: --format junit:FILE",
		},
		fits: (json) => json.has("*", "elements", "*", "steps"),
	},
	{
		found: { looks: "looks like gcov's JSON", advice: "Make a report: gcovr --cobertura or lcov --capture." },
		fits: (json) => json.has("gcc_version") || json.has("files", "*", "lines", "*", "gcovr/noncode"),
	},
	{
		found: {
			looks: "looks like SimpleCov's last figures, which hold no lines",
			advice: "Read .resultset.json beside it.",
		},
		fits: (json) => json.has("result", "line") || json.has("result", "covered_percent"),
	},
	{
		found: {
			looks: "looks like Codecov's own JSON",
			advice: "Let the tool write lcov or Cobertura instead.",
		},
		fits: (json) => json.has("coverage", "*") && !json.has("meta"),
	},
];

/** The format of JSON that begins with this text. */
export function recogniseJson(text: string): Recognised {
	const json = outlineOf(text);
	const found = SIGNS.find(({ fits }) => fits(json))?.found;
	if (found !== undefined) return found;
	if (/^(\{\s*\}|\[\s*\])\s*$/.test(text)) return { looks: "is empty JSON, which tells of nothing" };
	const keys = json.keys().slice(0, 5);
	return {
		looks: `is JSON ${keys.length === 0 ? "without keys" : `with the keys ${keys.map((key) => JSON.stringify(key.slice(0, 40))).join(", ")}`}, which no report has`,
	};
}
