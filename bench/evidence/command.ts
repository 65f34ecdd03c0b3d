import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { CACHE, type Format, type Totals } from "./reports.ts";

/** `sluice evidence FILE` as people run it: the whole process, from its start to its end. */

const ROOT = join(import.meta.dirname, "../..");
/** What is compiled of the sources, and what is published. */
export const ENTRIES = { build: "build/cli/main.js", dist: "dist/cli/index.js" } as const;
export type Entry = keyof typeof ENTRIES;

export interface CommandRun {
	seconds: number;
	cpu: number;
	megabytes: number;
	totals: Totals;
}

export function runCommand(entry: Entry, format: Format, path: string): CommandRun {
	const start = performance.now();
	// In a folder of its own, so that no repository's files are looked for.
	const run = spawnSync(
		process.execPath,
		[
			"--import",
			join(import.meta.dirname, "usage.mjs"),
			join(ROOT, ENTRIES[entry]),
			"evidence",
			"--json",
			path,
		],
		{ cwd: CACHE, encoding: "utf8", maxBuffer: 64 * 1024 * 1024, stdio: ["ignore", "pipe", "pipe", "pipe"] },
	);
	const seconds = (performance.now() - start) / 1000;
	if (run.status !== 0) throw new Error(run.stderr.trim() || `ended with ${run.status ?? run.signal}`);
	return { seconds, ...JSON.parse(run.output[3] ?? ""), totals: totalsOf(format, JSON.parse(run.stdout)) };
}

type Ratio = { covered: number; total: number } | null;

interface Report {
	merged: {
		tests: { failed: number; errors: number; total: number } | null;
		coverage: { files: number; lines: Ratio; branches: Ratio; functions: Ratio } | null;
	};
}

function totalsOf(format: Format, { merged: { tests, coverage } }: Report): Totals {
	if (format === "junit" && tests !== null) return { tests: [tests.failed + tests.errors, tests.total] };
	if (coverage === null) throw new Error("the report has no coverage");
	const totals: Record<string, readonly [number, number]> = { files: [coverage.files, coverage.files] };
	for (const kind of ["lines", "branches", "functions"] as const) {
		const ratio = coverage[kind];
		if (ratio !== null && ratio.total > 0) totals[kind] = [ratio.covered, ratio.total];
	}
	return totals;
}
