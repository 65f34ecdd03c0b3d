import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toldOrder } from "#src/versions/told-order.js";
import { versionsAt } from "./at-head.ts";
import { makeHistory } from "./history.ts";
import { MANIFEST } from "./workspace.ts";

describe("the order in which commits are told", () => {
	it("has no parent before its child, and is that of the log where the log has none", () => {
		const logs = fc.integer({ min: 1, max: 14 }).chain((count) => {
			const numbers = [...Array(count).keys()];
			return fc.tuple(
				fc.tuple(...numbers.map((at) => fc.subarray(numbers.slice(at + 1)))),
				fc.shuffledSubarray(numbers, { minLength: count }),
			);
		});
		fc.assert(
			fc.property(logs, ([parents, order]) => {
				const log = (places: readonly number[]) =>
					places.map((at) => ({ hash: String(at), parents: (parents[at] ?? []).map(String) }));
				const places = toldOrder(log(order));
				expect([...places.values()].sort((a, b) => a - b)).toEqual(order.map((_, at) => at));
				for (const { hash, parents: own } of log(order))
					for (const parent of own) expect(places.get(hash)).toBeLessThan(places.get(parent) ?? -1);
				const inOrder = log(order.map((_, at) => at));
				expect([...toldOrder(inOrder).keys()]).toEqual(inOrder.map(({ hash }) => hash));
			}),
		);
	});

	it("is that of a version's commits, where a clock ran behind", async () => {
		const change = (parents: number[], date: number, message: string) => ({
			parents,
			date,
			message,
			files: { [`x${date}`]: "x" },
		});
		await using history = makeHistory(
			[
				{
					parents: [],
					date: 1_000,
					message: "feat: first",
					files: { "sluice.service.yaml": MANIFEST("shop") },
				},
				change([0], 2_000, "feat: parent"),
				change([1], 500, "fix: child with a late clock"),
				change([1], 2_100, "fix: beside"),
				{ parents: [3, 2], date: 2_200, message: "Merge", files: {} },
			],
			[{ name: "v1.0.0", at: 0 }],
		);
		const { services } = await versionsAt(history, { on: null });
		const headers = services[0]?.commits.map(({ header }) => header);
		expect(headers).toEqual(["fix: beside", "fix: child with a late clock", "feat: parent"]);
	});
});
