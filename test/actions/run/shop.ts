import { readFileSync } from "node:fs";
import { join } from "node:path";
import { makeRepository, type TestRepository } from "../../git/repository.ts";
import { type ActionRun, spawnAction } from "../../runner/spawn.ts";

/** A repository with one service, `cart`, whose levels are these lines of YAML. */
export function shop(levels: string, more: Record<string, string> = {}): TestRepository {
	return makeRepository({
		"services/cart/sluice.service.yaml": `name: cart\nimage: ghcr.io/acme/cart\n${levels}`,
		"services/cart/src/a.js": "one\ntwo\nthree\n",
		".gitignore": "reports/\ncoverage/\n",
		...more,
	});
}

/** Runs the action as a step of a workflow. */
export function act(
	repository: TestRepository,
	inputs: Record<string, string>,
	environment: Record<string, string> = {},
): Promise<ActionRun> {
	return spawnAction("run", {
		directory: repository.directory,
		inputs: { service: "cart", "job-total": "1", matrix: "null", ...inputs },
		event: "push",
		payload: { repository: { default_branch: "main" } },
		environment: {
			GITHUB_REPOSITORY: "acme/shop",
			GITHUB_RUN_ID: "77",
			GITHUB_RUN_ATTEMPT: "2",
			GITHUB_JOB: "test",
			...environment,
		},
	});
}

/** The evidence that a run names. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into files of many shapes
export function evidence(repository: TestRepository, run: ActionRun, index = 0): any {
	const path = (run.outputs["evidence-file"] ?? "").split("\n")[index] ?? "";
	return JSON.parse(readFileSync(join(repository.directory, path), "utf8"));
}

/** A shell command that writes a JUnit report with these cases. */
export function writesReport(cases: string, then = "true"): string {
	return `mkdir -p reports && printf '%s' '<testsuite name="s">${cases}</testsuite>' > reports/r.xml && ${then}`;
}
