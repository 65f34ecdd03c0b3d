import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ALWAYS } from "../registry/fault-list.ts";
import { promotionFaults } from "./fault-table.ts";

const document = readFileSync(new URL("../../docs/promotion-faults.md", import.meta.url), "utf8");

// The whole table takes minutes: node scripts/promotion-faults.ts. These rows have every way to end.
test.each([
	["403", "destination", 1],
	["connection closed before the answer, the request done, four times", "destination", 4],
	["connection reset at once", "destination", ALWAYS],
	["SIGTERM", "destination", 1],
] as const)(
	"%s at each request to the %s, %d times: told truly, and the same command finishes it",
	{
		timeout: 180_000,
	},
	async (name, side, times) => {
		const { lines, wrong } = await promotionFaults({
			row: (...row) => row.join() === [name, side, times].join(),
		});
		expect(wrong).toEqual([]);
		expect(lines).toHaveLength(1);
		// How they end can differ by a few.
		expect(document).toContain(lines[0]?.split(" | ").slice(0, 4).join(" | "));
	},
);

test("SIGKILL while tags are set leaves a journal that names them, and the same command finishes it", {
	timeout: 180_000,
}, async () => {
	const { wrong, promotions } = await promotionFaults({
		row: (name, side) => name === "SIGKILL" && side === "destination",
		request: ({ method, path }) => method === "PUT" && /manifests\/(?!sha256-)[^:]+$/.test(path),
	});
	expect(wrong).toEqual([]);
	expect(promotions).toBe(4);
});

// For good it is minutes of waiting: the whole table has that.
test("no answer while tags are set: told truly, and the same command finishes it", {
	timeout: 180_000,
}, async () => {
	const { wrong, promotions } = await promotionFaults({
		row: (name, side, times) =>
			name === "no answer, the connection open" && side === "destination" && times === 1,
		request: ({ method, path }) => method === "PUT" && /manifests\/(?!sha256-)[^:]+$/.test(path),
	});
	expect(wrong).toEqual([]);
	expect(promotions).toBe(4);
});

test("a layer that the registry stops reading is sent again", { timeout: 180_000 }, async () => {
	let first = true;
	const { wrong, promotions } = await promotionFaults({
		row: (name, _, times) => name.includes("stops reading") && times === 1,
		request: ({ method, path }) => {
			if (!first || method !== "PUT" || !path.includes("/blobs/uploads/")) return false;
			first = false;
			return true;
		},
	});
	expect(wrong).toEqual([]);
	expect(promotions).toBe(1);
});
