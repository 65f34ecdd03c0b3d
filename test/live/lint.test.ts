import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { spawnTool, tool } from "./tools.ts";

/** Every workflow and action.yml of this project and of the example, through the linters of the field. */

const files = (folder: string) =>
	readdirSync(folder)
		.filter((file) => file.endsWith(".yml"))
		.map((file) => `${folder}/${file}`);

const workflows = [
	...files(".github/workflows"),
	...files("examples/shop/.github/workflows"),
	"docs/promote-by-hand.yml",
];
const actions = ["action.yml", ...readdirSync("actions").map((name) => `actions/${name}/action.yml`)];

it("actionlint finds nothing in the workflows", async () => {
	const run = await spawnTool(
		tool("actionlint"),
		["-no-color", "-config-file", ".github/actionlint.yaml", ...workflows],
		{ cwd: resolve(".") },
	);
	expect(run.output).toBe("");
	expect(run.code).toBe(0);
});

it("zizmor finds nothing in the workflows and actions", async () => {
	const run = await spawnTool(
		tool("zizmor"),
		[
			"--offline",
			"--no-progress",
			"--config",
			".github/zizmor.yml",
			"--color",
			"never",
			...workflows,
			...actions,
		],
		{ cwd: resolve(".") },
	);
	expect(run.code, run.output).toBe(0);
	expect(run.output).toContain("No findings to report");
});

it("actionlint would find something", async () => {
	const run = await spawnTool(tool("actionlint"), ["-no-color", "test/fixtures/workflows/broken.yml"], {
		cwd: resolve("."),
	});
	expect(run.output).toContain("job");
	expect(run.code).toBe(1);
});
