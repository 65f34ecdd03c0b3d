import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { faultTable } from "./fault-table.ts";

test("every fault at every request: right, or a clear error, as docs/registry-faults.md says", {
	timeout: 240_000,
}, async () => {
	const { text, wrong } = await faultTable();
	expect(wrong).toEqual([]);
	// Out of date? node scripts/registry-faults.ts
	expect(text).toBe(readFileSync(new URL("../../docs/registry-faults.md", import.meta.url), "utf8"));
});
