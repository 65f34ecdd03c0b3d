import { describe, expect, it } from "vitest";
import { holdWhatWasNotRun, skippedBehindGate } from "#src/actions/gate/behind.js";
import type { JobResult } from "#src/actions/gate/needs.js";
import { reason, verdictOf } from "#src/actions/gate/reason.js";
import { parseWorkflow } from "#src/actions/gate/workflow-file.js";

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
		const held = holdWhatWasNotRun([notRun, outage], [], undefined);
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
		expect(verdictOf(holdWhatWasNotRun(reasons, [], undefined))).toBe("closed");
	});

	it("close where they ran, and what they left does not count", () => {
		const of = { service: "cart", level: "e2e", commit: "a".repeat(40) };
		const stale = { file: "e2e.json", why: "its job 'e2e' ran again", of };
		expect(verdictOf(holdWhatWasNotRun([notRun, outage], [stale], undefined))).toBe("closed");
		const other = { ...stale, of: { ...of, service: "checkout" } };
		expect(verdictOf(holdWhatWasNotRun([notRun, outage], [other], undefined))).toBe("held");
	});

	it("never open a gate", () => {
		expect(verdictOf(holdWhatWasNotRun([outage], [], undefined))).toBe("held");
	});
});

describe("jobs behind a gate", () => {
	const gate = { steps: [{ uses: "acme/sluice/actions/gate@v1" }] };
	const e2e = { needs: "gate", if: "!cancelled() && needs.gate.outputs.open == 'true'" };
	const jobs = {
		docs: { if: "vars.docs" },
		gate: { needs: "docs", ...gate },
		e2e,
		more: { ...e2e, needs: ["gate", "docs"] },
		tell: { needs: "gate", if: "always()" },
		last: { needs: ["docs", "gate", "e2e", "more", "tell"], if: "always()", ...gate },
	};
	const workflow = parseWorkflow("ci.yml", JSON.stringify({ jobs }));
	const ran = { docs: "success", gate: "success", e2e: "success", more: "success", tell: "success" } as const;
	const none = { ...ran, e2e: "skipped", more: "skipped" } as const;

	it.each<[string, Record<string, JobResult> | undefined, boolean | undefined, string?]>([
		["nothing is known without needs", undefined, undefined],
		["nothing is known of no job", {}, undefined],
		["all were skipped, and one ran that asks no gate", none, true],
		["they ran", ran, false],
		["they ran and failed", { ...ran, e2e: "failure", more: "failure" }, false],
		["some of them ran", { ...none, more: "success" }, false],
		["another was skipped, which is behind none", { ...ran, docs: "skipped" }, false],
		["one was skipped, and no file tells which it is", { ...none, more: "success" }, true, "other"],
		["none was skipped, and no file tells of them", ran, false, "other"],
	])("%s", (_, needs, expected, job = "last") => {
		const given = needs === undefined ? undefined : new Map(Object.entries(needs));
		expect(skippedBehindGate(given, job, workflow)).toBe(expected);
	});

	it("that ran and left no evidence close, also beside an outage", () => {
		expect(verdictOf(holdWhatWasNotRun([notRun, outage], [], false))).toBe("closed");
		expect(verdictOf(holdWhatWasNotRun([notRun, outage], [], true))).toBe("held");
	});
});
