import type { Evidence, FileCoverage, NotableTest } from "#src/evidence/evidence.js";
import { evidenceFileName } from "#src/evidence/evidence.js";
import type { HeldEvidence } from "#src/evidence/held-evidence.js";
import { held } from "../../evidence/held.ts";
import type { TestRepository } from "../../git/repository.ts";

/** Evidence as `run` writes it: three green tests unless told otherwise. */
export function makeEvidence(own: Partial<Evidence> & Pick<Evidence, "commit">): Evidence {
	return {
		schema: "evidence.v1",
		service: "cart",
		level: "unit",
		leg: "test-1",
		legs: 1,
		run: "100",
		attempt: 1,
		job: "test",
		outcome: "passed",
		reason: "",
		exitCode: 0,
		version: null,
		digest: null,
		declares: { results: true, coverage: own.coverage != null },
		tests: { total: 3, passed: 3, failed: 0, errors: 0, skipped: 0, flaky: 0 },
		notable: [],
		notableLeft: 0,
		coverage: null,
		output: null,
		...own,
	};
}

/** Evidence as the gate holds it. */
export function heldEvidence({ coverage, ...rest }: Evidence): HeldEvidence {
	return { ...rest, coverage: coverage === null ? null : { ...coverage, files: held(coverage.files) } };
}

/** Evidence with failing tests. */
export function redEvidence(
	own: Partial<Evidence> & Pick<Evidence, "commit">,
	...failures: (Partial<NotableTest> & { message: string })[]
): Evidence {
	const notable = failures.map(
		(each, index): NotableTest => ({
			name: `Cart > fails ${index + 1}`,
			class: "Cart",
			status: "failed",
			...each,
		}),
	);
	const failed = notable.length;
	return makeEvidence({
		outcome: "failed",
		exitCode: 1,
		tests: { total: 3 + failed, passed: 3, failed, errors: 0, skipped: 0, flaky: 0 },
		notable,
		...own,
	});
}

/** Coverage of lines 1 to `total` of a file, of which the first `covered` were hit. */
export function covered(path: string, covered: number, total: number): FileCoverage {
	return {
		path,
		lines: Array.from({ length: total }, (_, index) => [index + 1, index < covered ? 1 : 0]),
		branches: null,
		functions: null,
	};
}

/** Writes evidence where the action looks for it, each in a folder of its own, as downloaded artifacts are. */
export function writeEvidence(repository: TestRepository, ...all: readonly Evidence[]): void {
	repository.write(
		Object.fromEntries(
			all.map((each, index) => [
				`sluice-evidence/artifact-${index}/${evidenceFileName(each)}`,
				`${JSON.stringify(each)}\n`,
			]),
		),
	);
}

export function linesOf(count: number, prefix = "line"): string {
	return Array.from({ length: count }, (_, index) => `${prefix}(${index + 1});\n`).join("");
}
