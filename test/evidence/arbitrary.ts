import fc from "fast-check";
import type { FileCoverage } from "#src/evidence/evidence.js";

/** Coverage as the readers of all formats together may give it. */

const ratio = fc
	.tuple(fc.nat(9), fc.nat(9))
	.map(([a, b]) => ({ covered: Math.min(a, b), total: Math.max(a, b) }));

function marks(name: fc.Arbitrary<string>, first = 1) {
	return fc.option(
		fc.uniqueArray(fc.tuple(fc.integer({ min: first, max: 5 }), name, fc.boolean()), {
			maxLength: 8,
			selector: ([line, text]) => `${line} ${text}`,
		}),
		{ nil: null },
	);
}

/** As evidence writes what lcov, Cobertura and Istanbul say, and what is of no known format. */
const ofFormat = (key: fc.Arbitrary<string>) =>
	fc
		.tuple(fc.constantFrom("lcov ", "cobertura ", "istanbul ", ""), key)
		.map(([format, name]) => `${format}${name}`);

/** Arms as lcov, Cobertura (by count and by condition) and tools with names of their own key them. */
export const armKey = ofFormat(
	fc.constantFrom("0,0", "0,1", "e0,f(a,b)", "~0", "~1", "~2", "~0.0", "~0.1", "if,3", "#1\n"),
);

export const fileOf = (path: fc.Arbitrary<string>): fc.Arbitrary<FileCoverage> =>
	fc.record(
		{
			path,
			lines: fc
				.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 3 })), {
					maxLength: 6,
					selector: ([line]) => line,
				})
				.map((lines) => lines.sort((a, b) => a[0] - b[0])),
			branches: marks(armKey),
			functions: marks(ofFormat(fc.constantFrom("f", "g()V", "3,h", "operator<(a, b)", '<init>\n"&')), 0),
			statements: fc.option(
				fc.uniqueArray(
					fc.tuple(
						fc.constantFrom("go-coverprofile 1.2,3.4", "istanbul 0", "istanbul 1", "clover 3"),
						fc.integer({ min: 0, max: 5 }),
						fc.boolean(),
					),
					{ maxLength: 4, selector: ([key]) => key },
				),
				{ nil: null },
			),
			totals: fc.option(
				fc.record(
					{ lines: ratio, branches: ratio, functions: ratio, statements: ratio },
					{ requiredKeys: [] },
				),
				{ nil: null },
			),
			// One commit's: two states are refused, which has tests of its own.
			state: fc.constantFrom(null, { versions: ["1"] }, { checksums: [[2, 7]] as [number, number][] }),
		},
		{ requiredKeys: ["path", "lines", "branches", "functions"] },
	);

/** What one shard says, with each file once. */
export const shard: fc.Arbitrary<FileCoverage[]> = fc.uniqueArray(
	fileOf(fc.constantFrom("a.js", "b.js", "__proto__")),
	{ maxLength: 3, selector: (each) => each.path },
);
