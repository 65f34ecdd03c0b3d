import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	COVERAGE_FORMATS,
	isTestFormat,
	recognise,
	recogniseBytes,
	TEST_FORMATS,
} from "#src/evidence/formats.js";
import { UserError } from "#src/runner/errors.js";

const DOCTYPE = `<!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd">`;

/** Begins of reports, each with the format that it has. */
const BEGINS: readonly (readonly [format: string, text: string])[] = [
	["junit", `<?xml version="1.0"?><testsuites>`],
	["junit", `\ufeff\n<!-- <coverage line-rate="1"> -->\n<testsuite name="a"`],
	["trx", `<TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">`],
	["nunit3", `<test-run id="2" testcasecount="25">`],
	["nunit2", `<!--This file represents the results of a test run--><test-results name="a">`],
	["xunit", `<assemblies timestamp="1">`],
	["xunit", `<assembly name="a.dll">`],
	["cobertura", `<?xml version="1.0"?><!DOCTYPE coverage SYSTEM "x.dtd"><coverage line-rate="0.5">`],
	["cobertura", `<!DOCTYPE coverage [ <!ENTITY a ">"> ]><coverage><sources/>`],
	["cobertura", `<coverage version="1.9" timestamp="1"><packages/></coverage>`],
	["cobertura", `<coverage name="a > b" line-rate="1" generated="1">`],
	["clover", `<coverage generated="1700000000"><project timestamp="1"><file name="a.php">`],
	["clover", `<coverage clover="4.4.1"><project/>`],
	["clover", `<coverage><project><package name="line-rate='1'"><file path="a"><line num="1" count="0"`],
	["jacoco", `${DOCTYPE}<report name="a">`],
	["jacoco", `<?xml version="1.0"?>\n<report name="a"><group name="b"><package name="c">`],
	["jacoco", `<!DOCTYPE report [<!-- ]> --><!ENTITY a "]>"> ]><report name="a"><sessioninfo id="b"/>`],
	["opencover", `\ufeff<?xml version="1.0"?><CoverageSession xmlns:xsi="http://x">`],
	["ctrf", `{"reportFormat":"CTRF","specVersion":"0.0.0"`],
	["ctrf", `{ "results" : { "tests": [ {"name": "a"} ], "tool": {"name": "b"}`],
	["mocha-json", `{\n  "stats": {\n    "suites": 1, "tests": 2, "passes": 1`],
	["mocha-json", `{"tests":[{"title":"a","fullTitle":"a b"}`],
	["istanbul", `{"/srv/a.js": {"path":"/srv/a.js","statementMap":{"0"`],
	["istanbul", `{"/srv/a.js":{"s":{"0":1},"b":{},"path":"/srv/a.js"`],
	["istanbul", `{"/srv/a.js":{"data":{"path":"/srv/a.js","statementMap":{}`],
	["istanbul-summary", `{"total": {"lines":{"total":1,"covered":1,"skipped":0,"pct":100}`],
	["istanbul-summary", `{"/srv/a.js":{"statements":{},"lines":{"total":1,"skipped":0,"pct":"Unknown"}}`],
	["coverage-py", `{"meta": {"format": 3, "version": "7.6.1", "branch_coverage": true}`],
	["coverage-py", `{"files":{"a.py":{"executed_lines":[1]`],
	["coverage-py", `{"totals":{"percent_covered_display":"80"},"meta"`],
	["simplecov", `{"RSpec":{"coverage":{"/srv/a.rb":{"lines":[1,null]`],
	["simplecov", `{"Unit Tests": {"coverage": {"/srv/a.rb": [1, null, 0`],
	["simplecov", `{"RSpec":{"timestamp":1700000000.5,"coverage":{`],
	["simplecov", `{"meta":{"simplecov_version":"0.22.0"},"coverage":{`],
	["llvm-cov", `{"data":[{"files":[{"branches":[],"expansions":[],"filename":"/srv/a.c","segments":[[1`],
	["llvm-cov", `{"version":"2.0.1","type":"llvm.coverage.json.export","data":[`],
	["lcov", "TN:\nSF:a"],
	["lcov", "# a comment\n\nSF:a\n"],
	["lcov", "\ufeffTN:x\r\nSF:C:\\a.c\r\n"],
	["go-coverprofile", "mode: set\na.go:1.2,3.4 1 1"],
	["go-coverprofile", "mode: atomic\r\n"],
	["tap", "TAP version 13"],
	["tap", "1..2\nok 1 - a"],
	["tap", "# Subtest: a\n    ok 1 - b\n    1..1\nok 1 - a"],
	["tap", "not ok 1 - a"],
	["tap", "> shop@1.0.0 test\n> node --test\n\nTAP version 14\n"],
	["go-test-json", `{"Time":"2026-01-01T00:00:00Z","Action":"start","Package":"shop"}\n{"Action":"run"`],
	["go-test-json", `{ "Package": "shop", "Action": "output", "Output": "a\\n" }\n`],
	["go-test-json", `go: downloading x v1\n{"Action":"start","Package":"shop"}\n`],
	["go-test-json", `{"ImportPath":"shop","Action":"build-output","Output":"# shop`],
	["dart-json", `{"protocolVersion":"0.1.1","runnerVersion":"1.25","pid":1,"type":"start","time":0}\n`],
	["dart-json", `{"time":0,"type":"suite","suite":{"id":0}}\n{"test":`],
];

describe("a format is known by its content", () => {
	it.each(BEGINS)("%s: %j", (format, text) => {
		expect(recognise(text, "f")).toBe(format);
	});

	it("every format is among these", () => {
		expect(new Set(BEGINS.map(([format]) => format))).toEqual(
			new Set([...TEST_FORMATS, ...COVERAGE_FORMATS]),
		);
	});

	it("as bytes in UTF-16 and with a byte order mark too", () => {
		const text = `<?xml version="1.0" encoding="utf-16"?><TestRun id="a">`;
		expect(recogniseBytes(Buffer.from(`\ufeff${text}`, "utf16le"), "f")).toBe("trx");
		expect(recogniseBytes(Buffer.from(text, "utf16le"), "f")).toBe("trx");
		expect(recogniseBytes(Buffer.from(`\ufeff${text}`, "utf16le").swap16(), "f")).toBe("trx");
		expect(recogniseBytes(Buffer.from("\ufeffmode: count\n"), "f")).toBe("go-coverprofile");
	});

	it.each(BEGINS)("%s in UTF-16 without a byte order mark: %j", (format, text) => {
		for (const order of ["little", "big"]) {
			const bytes = Buffer.from(text, "utf16le");
			expect(recogniseBytes(order === "big" ? bytes.swap16() : bytes, "f")).toBe(format);
		}
	});

	it("JSON whatever its spacing and the order of its keys", () => {
		const documents: readonly (readonly [string, Record<string, unknown>])[] = [
			["ctrf", { reportFormat: "CTRF", specVersion: "0.0.0", results: { tool: { name: "a" }, tests: [] } }],
			["coverage-py", { meta: { version: "7" }, files: { a: { executed_lines: [1] } }, totals: {} }],
			[
				"llvm-cov",
				{ data: [{ files: [{ segments: [] }] }], type: "llvm.coverage.json.export", version: "3" },
			],
			["simplecov", { RSpec: { coverage: { "/a.rb": { lines: [1, null] } }, timestamp: 1 } }],
			["istanbul", { "/a.js": { path: "/a.js", statementMap: {}, fnMap: {}, s: {} } }],
			["istanbul-summary", { total: { lines: { total: 1, skipped: 0, pct: 1 } }, "/a.js": {} }],
			["mocha-json", { stats: { suites: 1, passes: 1 }, tests: [{ fullTitle: "a" }], passes: [] }],
		];
		fc.assert(
			fc.property(
				fc.constantFrom(...documents),
				fc.nat(),
				fc.constantFrom("", "\t", "    "),
				(each, seed, space) => {
					const [format, value] = each;
					const shuffled = (from: unknown): unknown => {
						if (Array.isArray(from)) return from.map(shuffled);
						if (typeof from !== "object" || from === null) return from;
						const entries = Object.entries(from);
						const by = seed % Math.max(1, entries.length);
						return Object.fromEntries(
							[...entries.slice(by), ...entries.slice(0, by)].map(([key, inner]) => [key, shuffled(inner)]),
						);
					};
					expect(recognise(JSON.stringify(shuffled(value), null, space), "f")).toBe(format);
				},
			),
		);
	});
});

describe("what is no report is refused by name, with advice", () => {
	it.each([
		["report-empty", "is empty", " \n", "did not finish"],
		["report-format", "Failsafe's summary", `<failsafe-summary result="255">`, "TEST-*.xml"],
		["report-format", "is an HTML page", "<!doctype html><html>", "XML, JSON or lcov"],
		["report-format", "property list", `<!DOCTYPE plist><plist version="1.0">`, "llvm-cov export"],
		["report-format", "SonarQube", `<coverage version="1"><file path="a"><lineToCover`, "Cobertura"],
		["report-format", "neither Cobertura nor Clover", `<coverage><a/></coverage>`, "Looked for"],
		["report-format", "root element <report>", `<report><a/></report>`, "Looked for"],
		["report-format", `with the keys "a", "b"`, `{"a": {}, "b": 1}`, "Looked for"],
		["report-format", "empty JSON", ` { } `, "Looked for"],
		["report-format", "raw coverage of V8", `{"result":[{"scriptId":"1"`, "c8 report"],
		["report-format", "jest's", `{"numFailedTestSuites":0,"numTotalTests":3`, "jest-junit"],
		["report-format", "go tool cover -func", "shop/a.go:19:\tTotal\t100.0%\n", "-coverprofile"],
		["report-format", "plain output of go test", "ok  \tshop\t0.01s\n", "go test -json"],
		["report-format", `begins with "PASS"`, "PASS\n", "Looked for"],
		["report-format", "first element is not found", "<!-- never closed", "Looked for"],
	])("%s: %s", (code, what, text, advice) => {
		try {
			recognise(text, "r.xml");
			expect.unreachable();
		} catch (thrown) {
			expect(thrown).toBeInstanceOf(UserError);
			expect(thrown).toMatchObject({ code, place: { file: "r.xml" } });
			expect((thrown as UserError).message).toContain(what);
			expect((thrown as UserError).hint).toContain(advice);
		}
	});

	it.each([
		["compressed with gzip", "\x1f\x8b\x08\x00", "gunzip"],
		["an SQLite database", "SQLite format 3\0\x10", "coverage xml"],
		["JaCoCo's execution data", "\x01\xc0\xc0\x10\x07", "jacoco:report"],
		["Go's binary coverage data", "\0cvm\0\0", "covdata textfmt"],
		["Go's binary coverage data", "\0cwm\0\0", "covdata textfmt"],
		["binary property list", "bplist00\xd1", "xcresult"],
		["LLVM's profile data", "\x81rforpl\xff", "llvm-cov export"],
		["gcc's coverage data", "adcg*33A", "lcov --capture"],
		["zip archive", "PK\x03\x04\x14\0", "Unpack"],
		["a binary file", "abc\0def", "Looked for"],
	])("%s", (what, bytes, advice) => {
		expect(() => recogniseBytes(Buffer.from(bytes, "latin1"), "f")).toThrow(
			expect.objectContaining({
				code: "report-format",
				message: expect.stringContaining(what),
				hint: expect.stringContaining(advice),
			}),
		);
	});

	it.each([
		["abc\0def", 1, 4],
		["\0\0\0\x01", 1, 1],
		["results.tap\0\0\0TAP version 13\nok 1 - a\n", 1, 12],
		['one\ntwo\0\n{"Action":"pass","Package":"a"}\n', 2, 4],
	])("%j, with the place of the first zero", (text, line, column) => {
		expect(() => recogniseBytes(Buffer.from(text), "f")).toThrow(
			expect.objectContaining({ code: "report-format", place: { file: "f", line, column } }),
		);
	});

	it.each([
		["junit", '<testsuite name="a">\n<testcase name="x\0'],
		["junit", '<!-- \0 --><testsuite name="a">'],
		["tap", "TAP version 13\n1..1\nok 1 - a\0b\n"],
		["go-test-json", '{"Action":"output","Output":"\0"}\n'],
	])("%s with a zero in what a test printed is none of them: %j", (format, text) => {
		expect(recogniseBytes(Buffer.from(text), "f")).toBe(format);
	});

	it("whatever the bytes are, the answer is a format or a UserError", () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.uint8Array({ maxLength: 400 }),
					fc.json().map((text) => Buffer.from(text)),
					fc.string().map((text) => Buffer.from(`<${text}`)),
				),
				(bytes) => {
					try {
						expect([...TEST_FORMATS, ...COVERAGE_FORMATS]).toContain(recogniseBytes(bytes, "f"));
					} catch (thrown) {
						expect(thrown).toBeInstanceOf(UserError);
					}
				},
			),
		);
	});
});

it("formats of tests and of coverage are told apart by name alone", () => {
	expect(TEST_FORMATS.every(isTestFormat)).toBe(true);
	expect(COVERAGE_FORMATS.some(isTestFormat)).toBe(false);
});
