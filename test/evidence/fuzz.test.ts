import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fuzz } from "./fuzz/fuzz.ts";
import { judge } from "./fuzz/judge.ts";

describe("the fuzzer of report readers", () => {
	it("finds no crash, no hang and no accepted truncation", { timeout: 120_000 }, async () => {
		const seed = Number(process.env.SLUICE_FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
		const seconds = Number(process.env.SLUICE_FUZZ_SECONDS ?? 20);
		const result = await fuzz({ folder: "test/fixtures/reports", seed, seconds });
		const defects = result.defects.map(
			({ what, message }) => `seed ${seed}, ${what}: ${message.slice(0, 1000)}`,
		);
		expect(defects).toEqual([]);
		expect(result.truncations).toBeGreaterThan(100);
		expect(result.mutations).toBeGreaterThan(100);
		// Mutations must reach beyond the first check, and not all be harmless.
		expect(result.read).toBeGreaterThan(0);
		expect(result.refused).toBeGreaterThan(0);
	});

	it("gives the same for the same seed", { timeout: 60_000 }, async () => {
		const folder = mkdtempSync(join(tmpdir(), "sluice-fuzz-test-"));
		try {
			writeFileSync(join(folder, "a.xml"), '<testsuite><testcase name="a"/></testsuite>');
			const runs = [];
			for (let run = 0; run < 2; run++) runs.push(await fuzz({ folder, seed: 7, seconds: 0 }));
			expect(runs[0]).toEqual(runs[1]);
			expect(runs[0]?.truncations).toBe(43);
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	});

	it("sees what it looks for", async () => {
		const text = '<testsuite><testcase name="a"/><testcase name="b"><failure/></testcase></testsuite>';
		expect(await judge(Buffer.from(text), 1)).toMatchObject({ format: "junit", green: false });
		expect(await judge(Buffer.from(text.slice(0, 60)), 7)).toMatchObject({ refused: "report-truncated" });
	});
});
