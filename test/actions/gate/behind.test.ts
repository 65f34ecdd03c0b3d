import { describe, expect, it } from "vitest";
import { holdWhatWasNotRun } from "#src/actions/gate/behind.js";
import { reason, verdictOf } from "#src/actions/gate/reason.js";

const outage = reason("other", "level-held", "getaddrinfo ENOTFOUND", "Again.", {
	service: "cart",
	level: "integration",
	verdict: "held",
});
const notRun = reason("missing", "evidence-missing", "There is no evidence of cart e2e", "Run it.", {
	service: "cart",
	level: "e2e",
});
const unit = reason("missing", "evidence-missing", "There is no evidence of cart unit", "Run it.", {
	service: "cart",
	level: "unit",
});

describe("end-to-end tests that nobody ran", () => {
	it("are held where the gate before them was held, and for nothing else", () => {
		const held = holdWhatWasNotRun([notRun, outage], []);
		expect(verdictOf(held)).toBe("held");
		expect(held[0]).toMatchObject({ code: "not-run-behind-held-gate", service: "cart", level: "e2e" });
	});

	it.each([
		["nothing is held", [notRun]],
		["another level is missing too", [notRun, outage, unit]],
		[
			"something failed",
			[notRun, outage, reason("failed", "test-failed", "red", "Mend.", { service: "cart", level: "e2e" })],
		],
	])("close where %s", (_, reasons) => {
		expect(verdictOf(holdWhatWasNotRun(reasons, []))).toBe("closed");
	});

	it("close where they ran, and what they left does not count", () => {
		const of = { service: "cart", level: "e2e", commit: "a".repeat(40) };
		const stale = { file: "e2e.json", why: "its job 'e2e' ran again", of };
		expect(verdictOf(holdWhatWasNotRun([notRun, outage], [stale]))).toBe("closed");
		const other = { ...stale, of: { ...of, service: "checkout" } };
		expect(verdictOf(holdWhatWasNotRun([notRun, outage], [other]))).toBe("held");
	});

	it("never open a gate", () => {
		expect(verdictOf(holdWhatWasNotRun([outage], []))).toBe("held");
	});
});
