import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { COVERAGE_FORMATS, TEST_FORMATS } from "#src/evidence/formats.js";
import type { Broken } from "./fuzz/broken.ts";
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
		expect(result.formats).toEqual([...TEST_FORMATS, ...COVERAGE_FORMATS].sort());
		expect(result.mutated).toEqual(result.formats);
	});

	it("gives the same inputs, mutations too, and the same answers for the same seed", {
		timeout: 60_000,
	}, async () => {
		const folder = mkdtempSync(join(tmpdir(), "sluice-fuzz-test-"));
		try {
			writeFileSync(join(folder, "a.xml"), '<testsuite><testcase name="a"/></testsuite>');
			writeFileSync(join(folder, "b.info"), "SF:a.c\nDA:1,1\nDA:2,0\nend_of_record\n");
			const run = (seed: number) => fuzz({ folder, seed, seconds: 0, mutations: 300 });
			const first = await run(7);
			expect(await run(7)).toEqual(first);
			expect([first.truncations, first.mutations, first.defects]).toEqual([43 + 35, 300, []]);
			expect((await run(8)).digest).not.toBe(first.digest);
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	});

	it.each<[Broken, RegExp, RegExp]>([
		["accepts a truncation", /a\.xml cut at byte/, /^a truncated report is green/],
		["throws a bare Error", /b\.info cut at byte/, /^RangeError: Invalid array length/],
		["hangs", /b\.info as it is/, /^a hang of more than 4 s/],
	])("finds a reader that %s", { timeout: 60_000 }, async (broken, what, message) => {
		const folder = mkdtempSync(join(tmpdir(), "sluice-fuzz-test-"));
		try {
			writeFileSync(join(folder, "a.xml"), '<testsuite><testcase name="a"/><testcase name="b"/></testsuite>');
			writeFileSync(join(folder, "b.info"), "SF:a.c\nDA:1,1\nend_of_record\n");
			const run = (more: { broken?: Broken }) =>
				fuzz({ folder, seed: 7, seconds: 0, mutations: 20, hang: 4000, ...more });
			expect((await run({})).defects).toEqual([]);
			const { defects } = await run({ broken });
			expect(defects).toContainEqual(
				expect.objectContaining({
					what: expect.stringMatching(what),
					message: expect.stringMatching(message),
				}),
			);
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
