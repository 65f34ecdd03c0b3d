import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ActRun, runAct } from "../workflows/act.ts";
import { jobOf, stepOf } from "../workflows/act-log.ts";
import { commitFolder, makeLocalRepositories, renderRepository } from "../workflows/repositories.ts";

const call = promisify(execFile);

const SUITE = {
	"actions/greet/action.yml": `
name: greet
description: An action of the other repository.
inputs:
  who: { description: whom, required: true }
outputs:
  greeting: { description: the text }
runs:
  using: node24
  main: ../../dist/greet.js
`,
	"dist/greet.js": `
const fs = require("node:fs");
fs.appendFileSync(process.env.GITHUB_OUTPUT, "greeting=hello " + process.env.INPUT_WHO + "\\n");
fs.appendFileSync(process.env.GITHUB_STEP_SUMMARY, "## Greeted " + process.env.INPUT_WHO + "\\n");
console.log("::warning file=a.txt,line=3::careful");
console.log("node " + process.version + " for " + process.env.GITHUB_WORKFLOW_REF);
`,
	".github/workflows/greet.yml": `
name: greet
on:
  workflow_call:
    inputs:
      who: { type: string, required: true }
      break: { type: boolean, default: false }
    outputs:
      greeting: { value: "\${{ jobs.greet.outputs.greeting }}" }
permissions: {}
jobs:
  greet:
    runs-on: ubuntu-24.04
    permissions: {}
    concurrency:
      group: greet
      cancel-in-progress: false
      queue: max
    outputs:
      greeting: \${{ steps.greet.outputs.greeting }}
    steps:
      - id: greet
        uses: $/actions/greet
        with:
          who: \${{ inputs.who }}
      - name: break
        if: inputs.break
        run: exit 1
`,
	".github/workflows/outer.yml": `
name: outer
on:
  workflow_call:
    inputs:
      who: { type: string, required: true }
    outputs:
      greeting: { value: "\${{ jobs.end.outputs.greeting }}" }
permissions: {}
jobs:
  inner:
    uses: $/.github/workflows/greet.yml
    with:
      who: \${{ inputs.who }} inside
  end:
    # act takes the result and the outputs of a call from jobs with steps, never from calls within.
    needs: inner
    runs-on: ubuntu-latest
    outputs:
      greeting: \${{ needs.inner.outputs.greeting }}
    steps:
      - run: echo end
`,
};

const APP = {
	".gitignore": "ignored.txt\n",
	".github/workflows/ci.yml": `
name: ci
on:
  push:
  pull_request:
  workflow_dispatch:
    inputs:
      service: { type: choice, options: [shop, other], required: true }
permissions: {}
jobs:
  plan:
    runs-on: ubuntu-latest
    outputs:
      matrix: \${{ steps.plan.outputs.matrix }}
    steps:
      - uses: actions/checkout@v7
      - name: shallow
        run: |
          echo "commits=$(git rev-list --count HEAD) branch=$(git branch --show-current) files=$(ls | xargs)"
          echo "tags=$(git tag | xargs)"
      - uses: actions/checkout@v7
        with: { fetch-depth: 0, path: whole }
      - name: whole
        run: |
          cd whole
          echo "commits=$(git rev-list --count HEAD) tags=$(git tag | xargs) other=$(git rev-parse --verify --quiet origin/other)"
      - id: plan
        run: echo 'matrix={"include":[{"service":"a"},{"service":"b"},{"service":"c"}]}' >> "$GITHUB_OUTPUT"
  test:
    needs: plan
    strategy:
      fail-fast: false
      matrix: \${{ fromJSON(needs.plan.outputs.matrix) }}
    runs-on: ubuntu-latest
    steps:
      - id: test
        name: test
        run: |
          mkdir -p out/reports/.hidden
          echo "$SERVICE" > "out/reports/$SERVICE.txt"
          echo x > out/reports/.hidden/file
          [ "$SERVICE" != b ]
        env:
          SERVICE: \${{ matrix.service }}
      - name: upload
        if: \${{ !cancelled() }}
        uses: actions/upload-artifact@v7
        with:
          name: evidence-\${{ matrix.service }}
          path: out/
          if-no-files-found: error
  after:
    needs: test
    runs-on: ubuntu-latest
    steps:
      - run: echo never
  gate:
    needs: [plan, test, after]
    if: \${{ !cancelled() }}
    runs-on: ubuntu-latest
    outputs:
      open: \${{ steps.gate.outputs.open }}
    steps:
      - uses: actions/download-artifact@v8
        with: { pattern: evidence-*, path: apart }
      - uses: actions/download-artifact@v8
        with: { pattern: evidence-*, path: merged, merge-multiple: true }
      - name: files
        run: find apart merged -type f | sort
      - id: gate
        run: |
          echo "$NEEDS"
          echo open=true >> "$GITHUB_OUTPUT"
        env:
          NEEDS: \${{ toJSON(needs) }}
  call:
    needs: gate
    if: \${{ !cancelled() && needs.gate.outputs.open == 'true' }}
    permissions: {}
    uses: acme/suite/.github/workflows/outer.yml@v1
    with:
      who: \${{ github.event_name }} \${{ inputs.service }}
  last:
    needs: call
    if: \${{ !cancelled() && needs.call.result == 'success' }}
    runs-on: ubuntu-latest
    steps:
      - name: say
        run: echo "said $GREETING"
        env:
          GREETING: \${{ needs.call.outputs.greeting }}
`,
	".github/workflows/broken.yml": `
name: broken
on: push
jobs:
  call:
    uses: acme/suite/.github/workflows/greet.yml@v1
    with: { who: me, break: true }
  last:
    needs: call
    if: \${{ !cancelled() }}
    runs-on: ubuntu-latest
    steps:
      - run: echo last
`,
	".github/workflows/unknown.yml": `
name: unknown
on: push
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - uses: someone/else@v3
`,
	".github/workflows/slow.yml": `
name: slow
on: push
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - run: sleep 987654
`,
};

async function write(folder: string, files: Record<string, string>): Promise<void> {
	for (const [name, content] of Object.entries(files)) {
		await mkdir(dirname(join(folder, name)), { recursive: true });
		await writeFile(join(folder, name), content);
	}
}

let folder = "";
let app = "";
let localRepositories: Record<string, string> = {};

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "sluice-act-test-"));
	app = join(folder, "app");
	const suite = join(folder, "suite");
	await write(suite, SUITE);
	await commitFolder(suite, "suite");
	await write(app, APP);
	await commitFolder(app, "one", "a/v1.0.0");
	await call("git", ["-C", app, "branch", "other"]);
	await writeFile(join(app, "two.txt"), "2");
	await commitFolder(app, "two");
	await writeFile(join(app, "untracked.txt"), "never committed");
	localRepositories = {
		...(await makeLocalRepositories(join(folder, "stand-ins"), [app])),
		...(await renderRepository(suite, join(folder, "rendered"), { owner: "acme", name: "suite", tag: "v1" })),
	};
});

afterAll(async () => {
	await rm(folder, { recursive: true, force: true });
});

const run = (workflow: string, more: Partial<Parameters<typeof runAct>[0]> = {}): Promise<ActRun> =>
	runAct({
		repository: app,
		name: "acme/app",
		workflow: `.github/workflows/${workflow}`,
		event: "push",
		localRepositories,
		...more,
	});

test("a workflow with a matrix, artifacts and a called workflow", async () => {
	const artifacts = join(folder, "artifacts");
	const { code, jobs, output } = await run("ci.yml", { artifacts });
	expect(code, output).toBe(1);

	const plan = jobOf(jobs, "plan");
	expect(plan.result).toBe("success");
	expect(stepOf(plan, "plan").outputs.get("matrix")).toContain('"service":"c"');
	// As shallow as actions/checkout is, on the branch, without tags, and with nothing that is not committed.
	expect(stepOf(plan, "shallow").log).toBe("commits=1 branch=main files=two.txt\ntags=\n");
	expect(stepOf(plan, "whole").log).toMatch(/^commits=2 tags=a\/v1\.0\.0 other=[0-9a-f]{40}\n$/);

	// Each leg has a result of its own, though act gives a whole matrix one.
	const results = ["a", "b", "c"].map((service) => jobOf(jobs, "test", { matrix: { service } }).result);
	expect(results).toEqual(["success", "failure", "success"]);
	const leg = jobOf(jobs, "test", { matrix: { service: "b" } });
	expect(stepOf(leg, "test").result).toBe("failure");
	expect(stepOf(leg, "upload").result).toBe("success");
	expect(jobOf(jobs, "after").result).toBe("skipped");

	const gate = jobOf(jobs, "gate");
	expect(gate.result).toBe("success");
	expect(stepOf(gate, "files").log.trim().split("\n")).toEqual([
		"apart/evidence-a/reports/a.txt",
		"apart/evidence-b/reports/b.txt",
		"apart/evidence-c/reports/c.txt",
		"merged/reports/a.txt",
		"merged/reports/b.txt",
		"merged/reports/c.txt",
	]);
	const needs: unknown = JSON.parse(stepOf(gate, "gate").log);
	expect(needs).toMatchObject({ test: { result: "failure" }, after: { result: "skipped" } });
	expect((await readdir(artifacts)).sort()).toEqual(["evidence-a.zip", "evidence-b.zip", "evidence-c.zip"]);

	const greet = jobOf(jobs, "greet");
	expect(greet.summary).toBe("## Greeted push  inside\n");
	expect(stepOf(greet, "greet").log).toMatch(
		/^node v24\..* for acme\/app\/\.github\/workflows\/ci\.yml@refs\/heads\/main\n$/,
	);
	expect(stepOf(greet, "greet").annotations).toEqual([
		{ level: "warning", message: "careful", place: { file: "a.txt", line: "3" } },
	]);
	expect(stepOf(greet, "break").result).toBe("skipped");
	expect(jobOf(jobs, "call").result).toBe("success");
	expect(stepOf(jobOf(jobs, "last"), "say").log).toBe("said hello push  inside\n");
	expect(() => jobOf(jobs, "nobody")).toThrow(/0 jobs are 'nobody'.*ci\/plan/);
});

test("a dispatch has its inputs, and a pull request its merge commit", async () => {
	const dispatch = await run("ci.yml", { event: "workflow_dispatch", inputs: { service: "shop" } });
	expect(jobOf(dispatch.jobs, "greet").summary).toBe("## Greeted workflow_dispatch shop inside\n");

	const pull = await run("ci.yml", {
		event: "pull_request",
		job: "plan",
		payload: { number: 7, pull_request: { head: { ref: "x" }, base: { ref: "main" } } },
	});
	// Detached, as GitHub's runner has it.
	expect(stepOf(jobOf(pull.jobs, "plan"), "shallow").log).toContain("commits=1 branch= files=two.txt");
	expect(pull.jobs).toHaveLength(1);
	await expect(run("ci.yml", { event: "pull_request" })).rejects.toThrow(/payload\.number/);
});

test("a called workflow that fails is a failed job, and act ends there", async () => {
	const { code, jobs } = await run("broken.yml");
	expect(code).toBe(1);
	expect(jobOf(jobs, "call").result).toBe("failure");
	expect(stepOf(jobOf(jobs, "greet"), "break").result).toBe("failure");
	// On GitHub the job behind it would run. This tells when act learns it.
	expect(jobs.some((job) => job.id === "last")).toBe(false);
});

test("an action that is not there is an error that names it", async () => {
	await expect(run("unknown.yml")).rejects.toThrow(
		/uses 'someone\/else@v3', which localRepositories does not have/,
	);
});

test("a time limit ends everything that the run started", async () => {
	await expect(run("slow.yml", { timeout: 3000 })).rejects.toThrow(/did not end within 3 s/);
	const { stdout } = await call("ps", ["-eo", "args"]);
	expect(stdout.split("\n").filter((line) => line === "sleep 987654")).toEqual([]);
});
