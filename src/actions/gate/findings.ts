import { cutText } from "../../runner/cut-text.js";
import { type Problem, problem } from "../../runner/problem.js";
import type { PatchFigures } from "./bars.js";
import type { JudgedLeg } from "./levels.js";
import type { GateResult } from "./result.js";

/** What becomes an annotation beside the verdict: failing tests and added lines that no test reaches. Pure. */

const LISTED_FAILURES = 1000;
const ANNOTATED_FAILURES = 50;
const LISTED_RANGES = 1000;

/** One problem for each run of added lines that no test reaches. */
export function uncoveredLines(patch: PatchFigures, below: boolean): Problem[] {
	if (patch.kind !== "compared") return [];
	const found: Problem[] = [];
	for (const { path, uncovered, reported } of patch.patch.files) {
		for (const [first, last] of ranges(uncovered)) {
			if (found.length >= LISTED_RANGES) return found;
			const lines = first === last ? `Line ${first} is` : `Lines ${first} to ${last} are`;
			found.push(
				problem(
					below ? "warning" : "notice",
					"line-uncovered",
					`${lines} added and not covered by a test${reported ? "" : " (no report knows this file)"}`,
					{ file: path, line: first, endLine: last },
				),
			);
		}
	}
	return found;
}

function* ranges(lines: readonly number[]): Generator<readonly [number, number]> {
	let start: number | undefined;
	let last = 0;
	for (const line of lines) {
		if (start !== undefined && line === last + 1) {
			last = line;
			continue;
		}
		if (start !== undefined) yield [start, last];
		start = line;
		last = line;
	}
	if (start !== undefined) yield [start, last];
}

/** Failing tests, those without an excuse first, and how many are not listed. */
export function listFailures(legs: readonly JudgedLeg[]): { failures: GateResult["failures"]; left: number } {
	const all = legs.flatMap(({ leg, outcome }) =>
		outcome.failures.map(({ test, excuse }) => ({ evidence: leg.evidence, test, excuse })),
	);
	const order = { none: 0, outside: 1, quarantined: 2 };
	const sorted = all.toSorted((a, b) => order[a.excuse] - order[b.excuse]);
	const red = legs.reduce(
		(sum, { outcome }) => sum + (outcome.counts?.failed ?? 0) + (outcome.counts?.errors ?? 0),
		0,
	);
	const failures = sorted.slice(0, LISTED_FAILURES).map(({ evidence, test, excuse }) => ({
		service: evidence.service,
		level: evidence.level,
		test: test.name,
		message: [test.type, test.message].filter((part) => part !== undefined && part !== "").join(": "),
		...(test.file === undefined ? {} : { file: test.file }),
		...(test.line === undefined ? {} : { line: test.line }),
		excuse,
	}));
	return { failures, left: Math.max(0, red - failures.length) };
}

export function failureProblems(failures: GateResult["failures"]): Problem[] {
	return failures
		.slice(0, ANNOTATED_FAILURES)
		.map((each) =>
			problem(
				each.excuse === "none" ? "error" : "notice",
				{ none: "test-failed", quarantined: "test-quarantined", outside: "test-outside" }[each.excuse],
				`${each.service} ${each.level}: ${each.test}: ${cutText(each.message, 500) || "failed"}`,
				{ file: each.file, line: each.line },
			),
		);
}
