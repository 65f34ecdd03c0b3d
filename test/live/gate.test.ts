import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runAct } from "../workflows/act.ts";
import { jobOf, stepOf } from "../workflows/act-log.ts";
import { CASES, FILES, verdictRow } from "../workflows/gate-cases.ts";
import { commitFolder, makeLocalRepositories } from "../workflows/repositories.ts";
import { makeSuite, type Suite } from "./shop-repository.ts";

/** The workflows of test/workflows/gate, run by act with the bundle of dist/: each gate gives the verdict it must. */

let suite: Suite;
let folder = "";
let localRepositories: Record<string, string> = {};
const rows: string[] = [];

beforeAll(async () => {
	suite = await makeSuite();
	folder = await mkdtemp(join(tmpdir(), "sluice-gate-workflows-"));
	const app = join(folder, "app");
	for (const [path, text] of FILES) {
		await mkdir(dirname(join(app, path)), { recursive: true });
		await writeFile(join(app, path), text);
	}
	await commitFolder(app, "workflows");
	localRepositories = {
		...suite.localRepositories,
		...(await makeLocalRepositories(join(folder, "stand-ins"), [app])),
	};
});

afterAll(async () => {
	await suite?.[Symbol.asyncDispose]();
	await rm(folder, { recursive: true, force: true, maxRetries: 3 });
	console.log(rows.join("\n"));
});

it.each(CASES.filter(({ github }) => github === undefined).map((each) => [each.name, each] as const))(
	"%s",
	async (name, each) => {
		const run = await runAct({
			repository: join(folder, "app"),
			name: "acme/app",
			workflow: `.github/workflows/${name}.yml`,
			event: "push",
			localRepositories,
		});
		const step = stepOf(jobOf(run.jobs, "gate"), "gate");
		const { summary } = jobOf(run.jobs, "gate");
		const verdict = step.outputs.get("verdict");
		const codes = [each.reason, ...each.also].filter((code) => code !== undefined);
		rows.push(verdictRow(each, verdict, [step.outputs.get("reason") ?? ""]));
		expect(verdict, `${run.output}\n${summary}`).toBe(each.verdict);
		expect(step.result).toBe("success");
		// The summary has each reason in words; the codes are in the file of the result, which act removes.
		const said: Readonly<Record<string, RegExp>> = {
			"job-failure": /failed/,
			"job-skipped": /was skipped, and nothing proves/,
		};
		for (const code of codes) expect(summary).toMatch(said[code] ?? code);
		if (each.reason === "job-failure") expect(step.outputs.get("reason")).toContain("failed");
		if (each.reason === "job-skipped") expect(step.outputs.get("reason")).toContain("was skipped");
	},
);
