import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { legName } from "#src/actions/run/leg.js";

const none = { job: "test", matrix: undefined, shard: undefined, leg: undefined };

describe("the name of a leg", () => {
	it("is the job, its matrix values, the shard and the leg", () => {
		expect(legName(none)).toBe("test");
		expect(legName({ ...none, job: undefined })).toBe("local");
		expect(legName({ ...none, shard: { index: 2, count: 3 }, leg: "x" })).toBe("test-s2of3-x");
		expect(legName({ ...none, matrix: { node: 24 } })).toMatch(/^test-24-[0-9a-f]{10}$/);
	});

	it("is the same for the same values in any order", () => {
		expect(legName({ ...none, matrix: { a: 1, b: { c: 2, d: 3 } } })).toBe(
			legName({ ...none, matrix: { b: { d: 3, c: 2 }, a: 1 } }),
		);
	});

	it("differs where a value differs, and stands in a file's name", () => {
		const matrix = fc.dictionary(
			fc.string({ maxLength: 5 }),
			fc.oneof(fc.string({ maxLength: 60 }), fc.integer(), fc.boolean()),
			{ minKeys: 1, maxKeys: 3 },
		);
		fc.assert(
			fc.property(matrix, matrix, (a, b) => {
				const [one, other] = [legName({ ...none, matrix: a }), legName({ ...none, matrix: b })];
				expect(one).toMatch(/^[A-Za-z0-9_-]{1,110}$/);
				const sorted = (each: Record<string, unknown>) => JSON.stringify(Object.entries(each).sort());
				expect(one === other).toBe(sorted(a) === sorted(b));
			}),
		);
	});
});
