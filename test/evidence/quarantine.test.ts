import { describe, expect, it } from "vitest";
import { type QuarantineEntry, readQuarantine } from "#src/evidence/quarantine.js";

const entry = (more: Partial<QuarantineEntry>): QuarantineEntry => ({
	test: "total > adds up",
	owner: "team-cart",
	until: "2027-01-31",
	reason: "clock",
	...more,
});
const test = { class: "suite", name: "suite > total > adds up" };
const finds = (more: Partial<QuarantineEntry>, today = "2027-01-01", service = "cart", level = "unit") =>
	readQuarantine([entry(more)], today).find(test, service, level) !== undefined;

describe("a test is under quarantine", () => {
	it.each(["suite > total > adds up", "total > adds up", "suite > *", "total*", "*adds ?p", "*"])(
		"by %j",
		(pattern) => {
			expect(finds({ test: pattern })).toBe(true);
		},
	);

	it.each([
		"adds up",
		"suite",
		"suite > total",
		"Total > adds up",
		"total > adds u",
		"(total|x) > adds up",
		"total > adds up?",
		".*",
	])("not by %j", (pattern) => {
		expect(finds({ test: pattern })).toBe(false);
	});

	it("by the entry that has its very name before one with wildcards", () => {
		const found = readQuarantine(
			[entry({ test: "*", reason: "wide" }), entry({ test: "what* is *this", reason: "exact" })],
			"2027-01-01",
		).find({ name: "what* is *this" }, "cart", "unit");
		expect(found?.reason).toBe("exact");
	});

	it("of a service and a level, or of all", () => {
		expect(finds({ service: "cart", level: "unit" })).toBe(true);
		expect(finds({ service: "pay" })).toBe(false);
		expect(finds({ level: "e2e" })).toBe(false);
	});
});

describe("an entry holds until its day has passed", () => {
	it("in UTC, the day included", () => {
		expect(finds({}, "2027-01-31")).toBe(true);
		expect(finds({}, "2027-02-01")).toBe(false);
	});

	it.each([
		["quarantine-expired", { until: "2026-12-31" }],
		["quarantine-void", { until: undefined }],
		["quarantine-void", { until: "31.01.2027" }],
		["quarantine-void", { until: "2027-02-29" }],
		["quarantine-void", { until: "2027-13-01" }],
		["quarantine-void", { owner: undefined }],
		["quarantine-void", { owner: " " }],
	])("%s: %j", (code, more) => {
		const read = readQuarantine([{ ...entry({}), ...more } as QuarantineEntry], "2027-01-01");
		expect(read.find(test, "cart", "unit")).toBeUndefined();
		expect(read.problems).toMatchObject([{ severity: "warning", code, file: "sluice.yaml" }]);
	});

	it("a leap day is a day", () => {
		expect(finds({ until: "2028-02-29" })).toBe(true);
	});
});
