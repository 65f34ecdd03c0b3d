import { describe, expect, it } from "vitest";
import { recognise } from "#src/evidence/formats.js";
import { UserError } from "#src/runner/errors.js";

describe("a format is known by its content", () => {
	it.each([
		["junit", `<?xml version="1.0"?><testsuites>`],
		["junit", `\ufeff\n<!-- <coverage line-rate="1"> -->\n<testsuite name="a"`],
		["cobertura", `<?xml version="1.0"?><!DOCTYPE coverage SYSTEM "x.dtd"><coverage line-rate="0.5">`],
		["cobertura", `<!DOCTYPE coverage [ <!ENTITY a ">"> ]><coverage><sources/>`],
		["lcov", "TN:\nSF:a"],
		["lcov", "# a comment\n\nSF:a\n"],
	])("%s: %j", (format, text) => {
		expect(recognise(text, "f")).toBe(format);
	});

	it.each([
		["report-empty", "is empty", " \n"],
		[
			"report-format",
			"looks like a JaCoCo report",
			`<!DOCTYPE report PUBLIC "-//JACOCO//DTD"><report name="a">`,
		],
		["report-format", "looks like a Clover report", `<coverage generated="1"><project>`],
		[
			"report-format",
			"looks like a TRX report",
			`<TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">`,
		],
		["report-format", "root element <html>", "<!doctype html><html>"],
		["report-format", "looks like a Go coverage profile", "mode: set\na.go:1.2,3.4 1 1"],
		["report-format", "looks like TAP", "TAP version 13"],
		["report-format", "looks like JSON", `{"total": {}}`],
		["report-format", `begins with "PASS"`, "PASS\n"],
		["report-format", "first element is not found", "<!-- never closed"],
	])("%s: %s", (code, what, text) => {
		try {
			recognise(text, "r.xml");
			expect.unreachable();
		} catch (thrown) {
			expect(thrown).toBeInstanceOf(UserError);
			expect(thrown).toMatchObject({ code, place: { file: "r.xml" } });
			expect((thrown as UserError).message).toContain(what);
			if (code === "report-format")
				expect((thrown as UserError).hint).toContain("JUnit XML for tests, and lcov and Cobertura");
		}
	});
});
