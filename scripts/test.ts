import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * `npm test`: compile, run the tests under coverage, then spawn the bundles of dist/ without it (coverage of
 * a bundle says nothing). Arguments go to vitest: `npm test -- test/gate`. With `--live` those that need the
 * programs of `.ci/install-tools` run instead. The last line counts all of them. What the gate of this project's
 * own CI reads goes to reports/ (JUnit) and coverage/.
 */

const root = resolve(fileURLToPath(import.meta.url), "../..");
process.chdir(root);
const folder = mkdtempSync(join(tmpdir(), "sluice-tests-"));
const totals = { passed: 0, failed: 0, skipped: 0 };
let failed = false;

try {
	step("compile", "tsc", ["-p", "tsconfig.json"]);
	const live = process.argv[2] === "--live";
	const only = process.argv.slice(live ? 3 : 2);
	if (live) vitest("live tests", ["vitest", "run", "--config", "vitest.live.config.ts", ...only], {});
	else vitest("tests", ["c8", "vitest", "run", ...only], {});
	if (!live && only.length === 0)
		vitest("bundles", ["vitest", "run", "--config", "vitest.bundle.config.ts"], { SLUICE_ENTRIES: "dist" });
} finally {
	rmSync(folder, { recursive: true, force: true });
}
console.log(`tests: ${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = failed || totals.failed > 0 || totals.passed === 0 ? 1 : 0;

function step(
	name: string,
	command: string,
	args: readonly string[],
	environment: Record<string, string> = {},
): void {
	const run = spawnSync(command, args, { stdio: "inherit", env: { ...process.env, ...environment } });
	if (run.error !== undefined) throw run.error;
	if (run.status === 0) return;
	console.error(`${name}: ${command} ended with ${run.signal ?? run.status}`);
	failed = true;
}

function vitest(
	name: string,
	[command = "", ...args]: readonly string[],
	environment: Record<string, string>,
): void {
	const report = join(folder, `${name}.json`);
	step(
		name,
		command,
		[
			...args,
			"--reporter=default",
			"--reporter=json",
			`--outputFile.json=${report}`,
			"--reporter=junit",
			`--outputFile.junit=${join("reports", name.replaceAll(" ", "-"), "junit.xml")}`,
		],
		environment,
	);
	try {
		const counts = JSON.parse(readFileSync(report, "utf8")) as Record<string, number>;
		totals.passed += counts.numPassedTests ?? 0;
		totals.failed += counts.numFailedTests ?? 0;
		totals.skipped += (counts.numPendingTests ?? 0) + (counts.numTodoTests ?? 0);
	} catch (cause) {
		console.error(`${name}: no report was written`, cause);
		failed = true;
	}
}
