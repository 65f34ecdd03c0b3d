import { expect, it } from "vitest";
import { addInnerCounts, countStatus, Frames } from "#src/evidence/tests/frames.js";

type Frame = { kind: "suite"; name: string } | { kind: "case" } | { kind: "other" };

it("finds the innermost open frame of a kind, or of either of two", () => {
	const frames = new Frames<Frame>();
	expect([frames.inner, frames.close(), frames.nearest("suite")]).toEqual([undefined, undefined, undefined]);
	frames.open({ kind: "suite", name: "outer" });
	frames.open({ kind: "suite", name: "inner" });
	frames.open({ kind: "case" });
	frames.open({ kind: "other" });
	expect([frames.depth, frames.inner?.kind]).toEqual([4, "other"]);
	expect(frames.nearest("suite")?.name).toBe("inner");
	expect(frames.nearest("suite", "case")?.kind).toBe("case");
	for (let left = 3; left > 0; left--) frames.close();
	expect(frames.nearest("suite")?.name).toBe("outer");
	expect(frames.nearest("case")).toBeUndefined();
});

it("a suite counts its cases, and its failures whatever they are", () => {
	const suite = { cases: 0, failing: 0 };
	for (const status of ["passed", "flaky", "skipped", "failed", "error"] as const) countStatus(suite, status);
	countStatus(undefined, "failed");
	expect(suite).toEqual({ cases: 5, failing: 2 });
	addInnerCounts(suite, { cases: 2, failing: 1 });
	expect(suite).toEqual({ cases: 7, failing: 3 });
});
