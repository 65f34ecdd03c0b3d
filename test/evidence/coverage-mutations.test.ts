import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCoveragePy } from "#src/evidence/coverage/coverage-py.js";
import { readGoCoverprofile } from "#src/evidence/coverage/go-coverprofile.js";
import { readIstanbul } from "#src/evidence/coverage/istanbul.js";
import { readIstanbulSummary } from "#src/evidence/coverage/istanbul-summary.js";
import { readLlvmCov } from "#src/evidence/coverage/llvm-cov.js";
import { readSimplecov } from "#src/evidence/coverage/simplecov.js";
import { UserError } from "#src/runner/errors.js";
import { fixtureText, tally } from "./coverage-tally.ts";
import { bytes } from "./source.ts";

const PIECES = [
	...'{}[],:"-09.e \n',
	"null",
	"true",
	'"x"',
	"-1",
	"1e999",
	"[]",
	"{}",
	"99999999999999999999",
	'{"__proto__":1}',
	'"ignored"',
];

/** A value of a JSON document replaced by another, so that it stays JSON. */
function replaceValue(text: string, at: number, piece: string): string {
	const values = [...text.matchAll(/(?<=[:[,]\s*)(?:-?\d+|"[^"]*"|true|false|null|\[\]|\{\})(?=\s*[,\]}])/g)];
	const found = values[at % values.length];
	if (found === undefined) return text;
	return text.slice(0, found.index) + piece + text.slice(found.index + found[0].length);
}

describe("reports that were changed end in figures or in an error that says where", () => {
	it.each([
		["nyc/coverage-final.json", readIstanbul],
		["c8/coverage-summary.json", readIstanbulSummary],
		["go/coverpkg.out", readGoCoverprofile],
		["coverage-py/format-3-branch.json", readCoveragePy],
		["simplecov/two-suites.resultset.json", readSimplecov],
		["llvm-cov/both.json", readLlvmCov],
	])("%s", async (path, read) => {
		const all = fixtureText(path);
		const refused = new Set<string>();
		let survived = 0;
		const change = fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom(...PIECES), fc.boolean());
		await fc.assert(
			fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
				let text = all;
				for (const [at, remove, piece, isValue] of changes) {
					const from = at % text.length;
					text = isValue
						? replaceValue(text, at, piece)
						: text.slice(0, from) + piece + text.slice(from + remove);
				}
				try {
					const counts = tally(await read(bytes(text, 4096), path));
					for (const [covered, total] of Object.values(counts)) {
						expect(Number.isSafeInteger(total)).toBe(true);
						expect(covered).toBeLessThanOrEqual(total);
					}
					survived++;
				} catch (thrown) {
					if (!(thrown instanceof UserError)) throw thrown;
					expect(thrown.place.file).toBe(path);
					refused.add(thrown.code);
				}
			}),
			{ numRuns: 400 },
		);
		expect(refused).toContain("report-malformed");
		expect(survived).toBeGreaterThan(10);
	});
});
