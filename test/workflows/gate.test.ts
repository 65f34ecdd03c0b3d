import { afterAll, expect, it } from "vitest";
import { makeEvidence, writeEvidence } from "../actions/gate/evidence.ts";
import { makeRepository } from "../git/repository.ts";
import { spawnAction } from "../runner/spawn.ts";
import { CASES, FILES, verdictRow } from "./gate-cases.ts";

/** What act does otherwise than GitHub: the gate is started with what GitHub passes. The others run in test/live. */

const repository = makeRepository({ ".gitignore": "sluice-evidence/\n", ...Object.fromEntries(FILES) });
const rows: string[] = [];
afterAll(async () => {
	await repository[Symbol.asyncDispose]();
	console.log(rows.join("\n"));
});

it.each(CASES.filter(({ github }) => github !== undefined).map((each) => [each.name, each] as const))(
	"%s",
	async (name, each) => {
		const commit = repository.git("rev-parse", "HEAD");
		repository.git("clean", "--quiet", "-dxf");
		writeEvidence(
			repository,
			...each.evidence.map((own) =>
				makeEvidence({ commit, service: "shop", legs: each.evidence.length, ...own }),
			),
		);
		const needs = Object.entries(each.github ?? {}).map(([job, result]) => [job, { result, outputs: {} }]);
		const run = await spawnAction("gate", {
			directory: repository.directory,
			inputs: {
				needs: JSON.stringify(Object.fromEntries(needs)),
				require: each.require ?? "",
				"fail-when-closed": "false",
			},
			event: "push",
			payload: { ref: "refs/heads/main", repository: { default_branch: "main" } },
			environment: {
				GITHUB_REPOSITORY: "acme/shop",
				GITHUB_REF: "refs/heads/main",
				GITHUB_SHA: commit,
				GITHUB_RUN_ID: "100",
				GITHUB_RUN_ATTEMPT: String(each.attempt),
				GITHUB_JOB: "gate",
				GITHUB_WORKFLOW_REF: `acme/shop/.github/workflows/${name}.yml@refs/heads/main`,
			},
		});
		const codes: string[] = run.result.reasons.map(({ code }: { code: string }) => code);
		rows.push(verdictRow(each, run.outputs.verdict, codes));
		expect(run.outputs.verdict, run.summary).toBe(each.verdict);
		expect(codes[0]).toBe(each.reason);
		expect(codes).toEqual(expect.arrayContaining([...each.also]));
		expect(run.code).toBe(0);
	},
);
