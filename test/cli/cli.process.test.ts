import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { makeRepository } from "../git/repository.ts";
import { spawnNode } from "../runner/spawn.ts";

/** The terminal, as people call it. */
const entry = process.env.SLUICE_ENTRIES === "dist" ? "dist/cli/index.js" : "build/cli/main.js";

function sluice(directory: string, ...args: string[]) {
	const { GITHUB_ACTIONS: _, ...environment } = process.env;
	return spawnNode([resolve(entry), ...args], directory, environment);
}

const FILES = {
	"a/sluice.service.yaml": "name: a\ntest: 'true'\nprovides:\n  - { api: a-api, version: 1.2.0 }\n",
	"b/sluice.service.yaml": "name: b\ntest: {unit: 'true'}\nuses:\n  - { api: a-api, version: ^1.1 }\n",
};

describe("sluice", () => {
	it("explains itself, and each command with examples", async () => {
		await using repository = makeRepository(FILES);
		const general = await sluice(repository.directory, "--help");
		expect(general.code).toBe(0);
		for (const command of ["plan", "run", "version", "gate", "promote", "graph", "evidence", "explain"]) {
			expect(general.stdout).toContain(`  ${command}`);
			const help = await sluice(repository.directory, command, "--help");
			expect(help.code).toBe(0);
			expect(help.stdout).toMatch(new RegExp(`Examples:\\n {2}sluice ${command}\\b`));
			expect(help.stdout).toContain("--json");
		}
	});

	it("ends as ever where nobody reads to the end", async () => {
		await using repository = makeRepository(FILES);
		const child = spawn(process.execPath, [resolve(entry), "version", "--json"], {
			cwd: repository.directory,
			stdio: ["ignore", "pipe", "pipe"],
		});
		child.stdout.destroy();
		const stderr: string[] = [];
		child.stderr.setEncoding("utf8").on("data", (text: string) => stderr.push(text));
		const [code] = await once(child, "close");
		expect([code, stderr.join("")]).toEqual([0, ""]);
	});

	it("stays until all of its answer is read, however late", async () => {
		const names = Array.from({ length: 140 }, (_, index) => `service-${index}`);
		await using repository = makeRepository(
			Object.fromEntries(
				names.map((name) => [`${name}/sluice.service.yaml`, `name: ${name}\ntest: 'true'\n`]),
			),
		);
		// By the first byte the answer is on its way: the rest waits for a reader, as it finds no room in the pipe.
		const late = (command: string) =>
			spawnSync(
				"bash",
				["-c", `${command} | (head -c 1; sleep 0.3; cat)`, "bash", process.execPath, resolve(entry)],
				{ cwd: repository.directory, encoding: "utf8" },
			).stdout;
		const answer = late('"$1" "$2" version --json');
		expect(answer.length).toBeGreaterThan(200_000);
		expect(JSON.parse(answer).services.map((each: { service: string }) => each.service)).toEqual(
			names.toSorted(),
		);
		// And so do complaints.
		expect(late('"$1" "$2" "$(printf %0120000d 0)" 2>&1 >/dev/null')).toMatch(
			/"0{120000}"[\s\S]*See sluice --help/,
		);
	});

	it("says that an answer could not be written whole, and fails", async () => {
		await using repository = makeRepository(FILES);
		const { stdout } = await sluice(repository.directory, "version", "--json");
		expect(stdout.length).toBeGreaterThan(1024);
		const file = join(repository.directory, "..", `${basename(repository.directory)}.json`);
		const run = (command: string) =>
			spawnSync("bash", ["-c", command, "bash", process.execPath, resolve(entry), file], {
				cwd: repository.directory,
				encoding: "utf8",
			});
		try {
			// As on a disk that is nearly full: a part of the answer finds room.
			for (const command of [
				'ulimit -f 1; "$1" "$2" version --json > "$3"',
				'"$1" "$2" version --json > /dev/full',
				'"$1" "$2" version > /dev/full',
				'"$1" "$2" no-such-command --json > /dev/full',
			]) {
				const { status, stderr } = run(command);
				expect([status, stderr]).toEqual([
					3,
					expect.stringMatching(/^sluice: The answer can't be written: E/),
				]);
			}
			// Where nothing is to be written nothing can fail.
			expect(run('"$1" "$2" no-such-command > /dev/full').status).toBe(2);
			expect(run('"$1" "$2" version --json > "$3"').status).toBe(0);
			expect(readFileSync(file, "utf8")).toBe(stdout);
		} finally {
			rmSync(file, { force: true });
		}
	});

	it("computes versions beside a tag that a crash left empty, and says what to do", async () => {
		await using repository = makeRepository({ "sluice.service.yaml": "name: shop\ntest: 'true'\n" });
		repository.git("tag", "v1.0.0");
		writeFileSync(join(repository.directory, ".git/refs/tags/v9.9.9"), "");
		const run = await sluice(repository.directory, "version", "--json");
		expect(run.code).toBe(0);
		const { services, problems } = JSON.parse(run.stdout);
		expect(services[0].version).toBe("1.0.0");
		expect(problems).toEqual([
			{
				severity: "warning",
				code: "tag-broken",
				message: "The clone's tag v9.9.9 is ignored: its file is empty",
				file: ".git/refs/tags/v9.9.9",
				hint: expect.stringContaining("Delete the file"),
			},
		]);
	});

	it.each([
		[[], 2, ""],
		[["plann"], 2, "Did you mean 'plan'?"],
		[["plan", "--bse", "x"], 2, "Did you mean 'base'?"],
		[["plan", "x"], 2, "Unexpected argument"],
		[["gate", "--checks", "x"], 2, "Input 'checks' is given, and no token is given"],
		[["explain"], 2, "No file is given"],
		[["explain", "none.json"], 2, "none.json can't be read: there is no such file"],
		[["graph", "--format", "dot"], 2, "--format dot is not supported yet"],
		[["graph", "--why", "a"], 2, "not supported yet"],
	])("answers %j with exit code %i", async (args, code, text) => {
		await using repository = makeRepository(FILES);
		const run = await sluice(repository.directory, ...args);
		expect(run.code).toBe(code);
		expect(run.stderr).toContain(text);
	});

	it("prints the declared graph as JSON alone", async () => {
		await using repository = makeRepository(FILES);
		const run = await sluice(repository.directory, "graph", "--format", "json");
		expect(run.code).toBe(0);
		const graph = JSON.parse(run.stdout);
		expect(Object.keys(graph)).toEqual(["services", "edges"]);
		expect(graph.services.map((each: { name: string }) => each.name)).toEqual(["a", "b"]);
		expect(graph.edges).toMatchObject([{ from: "b", to: "a", kind: "api", via: "a-api", optional: false }]);
	});

	it("has the results of the actions with --json, and errors as JSON too", async () => {
		await using repository = makeRepository(FILES);
		const plan = await sluice(repository.directory, "plan", "--json");
		expect(plan.code).toBe(0);
		expect(JSON.parse(plan.stdout).schema).toBe("plan.result.v1");
		repository.write({ "c/sluice.service.yaml": "name: a\ntest: x\n" });
		const broken = await sluice(repository.directory, "plan", "--json");
		expect(broken.code).toBe(2);
		expect(JSON.parse(broken.stdout)).toMatchObject({
			schema: "error.v1",
			problems: [{ severity: "error" }],
		});
	});

	it("prints tables for people, without Markdown", async () => {
		await using repository = makeRepository(FILES);
		const plan = await sluice(repository.directory, "plan");
		expect(plan.code).toBe(0);
		expect(plan.stdout).not.toMatch(/\| --- |<code>|```/);
		expect(plan.stdout).toContain("a");
	});

	it("says what a repository without commits lacks", async () => {
		await using repository = makeRepository();
		const run = await sluice(repository.directory, "version");
		expect(run.code).toBe(2);
		expect(run.stderr).toContain("The repository has no commit yet");
	});
});
