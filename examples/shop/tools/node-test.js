#!/usr/bin/env node
// Runs one level of tests (test/<level>/**/*.test.js) of the service in the working directory with Node's own
// runner, and leaves reports/<level>/junit.xml and coverage/<level>.lcov behind:
//
//     node ../../tools/node-test.js LEVEL [flags of node --test]
//
// Node's reporters do not make folders, and a report of an earlier run must never pass for one of this run.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";

const [level, ...flags] = process.argv.slice(2);
if (level === undefined || !/^[a-z][a-z0-9-]*$/.test(level) || !existsSync(`test/${level}`)) {
	console.error(
		`node-test: give a level that this service has tests for (a folder of ${process.cwd()}/test)`,
	);
	process.exit(2);
}

const report = `reports/${level}/junit.xml`;
const coverage = `coverage/${level}.lcov`;
rmSync(`reports/${level}`, { recursive: true, force: true });
rmSync(coverage, { force: true });
mkdirSync(`reports/${level}`, { recursive: true });
mkdirSync("coverage", { recursive: true });

const args = [
	"--test",
	"--test-timeout=120000",
	"--test-reporter=spec",
	"--test-reporter-destination=stdout",
	"--test-reporter=junit",
	`--test-reporter-destination=${report}`,
	// Node warns about its own listeners once more than two reporters are in use.
	"--disable-warning=MaxListenersExceededWarning",
];
// An end-to-end test runs other services' processes: its coverage says nothing about this service's tests.
if (level !== "e2e") {
	args.push(
		"--experimental-test-coverage",
		"--test-coverage-include=src/**",
		"--test-reporter=lcov",
		`--test-reporter-destination=${coverage}`,
	);
}

// Set where this is itself started by a test runner: Node would then run nothing, or mix two coverages.
const { NODE_TEST_CONTEXT: _context, NODE_V8_COVERAGE: _coverage, ...env } = process.env;
const { status, error } = spawnSync(process.execPath, [...args, ...flags, `test/${level}/**/*.test.js`], {
	stdio: "inherit",
	env,
});
if (error) throw error;
process.exit(status ?? 1);
