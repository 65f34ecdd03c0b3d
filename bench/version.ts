import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { repository, type Shape, serviceName } from "./history/repository.ts";
import type { Options } from "./main.ts";

/** Versions of every service of large repositories, beside the per-service patterns of other tools. */

const RECENT: Shape = {
	name: "recent",
	commits: 100_000,
	services: 50,
	tags: 11_112,
	merges: 0,
	hard: false,
};

/** A shape, and the milliseconds in which all its versions are to be there, where there is such a target. */
interface Case extends Shape {
	title: string;
	target?: number;
}

/** The MiB that the node process may take in every case. */
const MEMORY_TARGET = 150;

const SHAPES: readonly Case[] = [
	{
		...RECENT,
		title: "100,000 commits, 50 services, 11,112 tags; every service has a recent tag",
		target: 300,
	},
	{
		...RECENT,
		name: "hard",
		hard: true,
		title: "the same, one service unreleased and one with its highest tag on another line",
		target: 1_000,
	},
	{ ...RECENT, name: "many", services: 1_000, title: "100,000 commits, 1,000 services, 11,112 tags" },
	{
		...RECENT,
		name: "merges",
		commits: 200_000,
		merges: 20,
		title: "200,000 commits with merges, 50 services, 11,112 tags",
	},
];

interface Sample {
	/** Milliseconds of the whole process. */
	whole: number;
	/** Milliseconds within it, from the first line of the program. */
	inside?: number;
	/** The node process's largest memory, in MiB. */
	memory?: number;
}

const ROOT = join(import.meta.dirname, "..");
const entries = (part: string) =>
	["build", "dist"]
		.map((folder) => {
			const [where, name] =
				folder === "build" ? [part, "main.js"] : [part.replace("actions/", ""), "index.js"];
			return join(ROOT, folder, where, name);
		})
		.filter((file) => existsSync(file));
let cli = entries("cli");
let action = entries("actions/version");

export const OPTIONS: Options = {
	rounds: { value: "5", what: "measurements of each, interleaved" },
	only: { value: SHAPES.map(({ name }) => name).join(","), what: "these repositories" },
	"no-peers": { value: "off", what: "ours alone" },
	cli: { value: "", what: "the command to measure; else the compiled one and the published one" },
	action: { value: "", what: "the action's main file, likewise" },
};

export async function run(option: (name: string) => string): Promise<void> {
	const rounds = Number(option("rounds"));
	if (option("cli") !== "") cli = [option("cli")];
	if (option("action") !== "") action = [option("action")];
	const only = option("only").split(",");
	const node = process.version;
	const git = execFileSync("git", ["--version"], { encoding: "utf8" }).trim();
	console.log(
		`${cpus()[0]?.model ?? "?"}, ${availableParallelism()} cores, node ${node}, ${git}; medians of ${rounds} interleaved rounds\n`,
	);
	for (const shape of SHAPES) {
		if (only.includes(shape.name)) await measure(shape, rounds, option("no-peers") !== "on");
	}
}

async function measure(shape: Case, rounds: number, withPeers: boolean): Promise<void> {
	const directory = await repository(shape);
	console.log(`## ${shape.title}\n`);
	check(directory, shape);
	const subjects = new Map<string, () => Sample>();
	const named = (file: string) => (file.startsWith(ROOT) ? file.slice(ROOT.length + 1) : file);
	const graph = withGraph(directory);
	for (const file of cli)
		subjects.set(`sluice version --json (${named(file)})`, () => sluice(file, directory));
	for (const file of action)
		subjects.set(`a step that asks the remote (${named(file)})`, () => step(file, directory));
	for (const file of cli) subjects.set(`with a commit-graph (${named(file)})`, () => sluice(file, graph));
	const own = new Set(subjects.keys());
	if (withPeers) {
		const services = names(shape);
		subjects.set("per service: tag --merged, log", () => timed(() => mergedLoop(directory, services)));
		subjects.set("per service: describe, log", () => timed(() => describeLoop(directory, services)));
		subjects.set("the first, with a commit-graph", () => timed(() => mergedLoop(graph, services)));
		subjects.set("the second, with a commit-graph", () => timed(() => describeLoop(graph, services)));
	}
	console.log(`Load before: ${loadavg()[0]?.toFixed(1)}\n`);
	const samples = new Map<string, Sample[]>([...subjects.keys()].map((name) => [name, []]));
	for (let round = 0; round < rounds; round++)
		for (const [name, subject] of subjects) samples.get(name)?.push(subject());
	const first = median([...samples.values()][0]?.map(({ whole }) => whole) ?? []);
	console.log("| | ms, whole process | ms, inside | ratio | MiB | target |\n|---|---|---|---|---|---|");
	for (const [name, list] of samples) {
		const whole = median(list.map((each) => each.whole));
		const inside = list.flatMap((each) => each.inside ?? []);
		const memory = list.flatMap((each) => each.memory ?? []);
		const cells = [
			name,
			whole.toFixed(0),
			inside.length === 0 ? "" : median(inside).toFixed(0),
			(whole / first).toFixed(1),
			memory.length === 0 ? "" : Math.max(...memory).toFixed(0),
			own.has(name) ? verdict(shape, whole, Math.max(...memory)) : "",
		];
		console.log(`| ${cells.join(" | ")} |`);
	}
	console.log("");
}

/** Says at the end of a process how long it ran and what memory it took. */
const REPORT = `data:text/javascript,${encodeURIComponent(
	'const from = performance.now(); process.on("exit", () => process.stderr.write("\\nbench " + JSON.stringify({inside: performance.now() - from, memory: process.resourceUsage().maxRSS / 1024}) + "\\n"));',
)}`;

/** Whether the targets are met. */
function verdict({ target }: Case, milliseconds: number, memory: number): string {
	const met = (is: number, limit: number, unit: string) =>
		`${limit} ${unit}: ${is <= limit ? "met" : "missed"}`;
	return [
		...(target === undefined ? [] : [met(milliseconds, target, "ms")]),
		met(memory, MEMORY_TARGET, "MiB"),
	].join(", ");
}

function sluice(file: string, directory: string): Sample {
	return sample([file, "version", "--json"], directory, environment());
}

/** As a step of a workflow runs it on a push to main, with the branches and tags of its remote. */
function step(file: string, directory: string): Sample {
	const folder = mkdtempSync(join(tmpdir(), "sluice-bench-"));
	try {
		const written = (name: string) => {
			const path = join(folder, name);
			writeFileSync(path, "");
			return path;
		};
		return sample([file], directory, {
			...environment(),
			GITHUB_ACTIONS: "true",
			GITHUB_WORKSPACE: directory,
			GITHUB_OUTPUT: written("output"),
			GITHUB_STEP_SUMMARY: written("summary"),
			GITHUB_STATE: written("state"),
			GITHUB_EVENT_NAME: "push",
			GITHUB_REF: "refs/heads/main",
			GITHUB_SHA: git(directory, ["rev-parse", "HEAD"]),
			GITHUB_REPOSITORY: "acme/shop",
			RUNNER_TEMP: folder,
			"INPUT_CONFIG-FILE": "sluice.yaml",
			"INPUT_WORKING-DIRECTORY": ".",
			INPUT_SUMMARY: "true",
		});
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function sample(args: readonly string[], directory: string, env: NodeJS.ProcessEnv): Sample {
	const start = performance.now();
	const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", REPORT, ...args], {
		cwd: directory,
		encoding: "utf8",
		env,
		maxBuffer: 1024 * 1024 * 1024,
	});
	const whole = performance.now() - start;
	const report = /^bench (.*)$/m.exec(stderr)?.[1];
	if (status !== 0 || report === undefined)
		throw new Error(`${args[0]} ended with ${status}: ${stderr}${stdout.slice(0, 2000)}`);
	return { whole, ...(JSON.parse(report) as { inside: number; memory: number }) };
}

/** As a terminal has it: nothing of a workflow that the benchmark may run in. */
function environment(): NodeJS.ProcessEnv {
	return Object.fromEntries(
		Object.entries(process.env).filter(([name]) => !/^(GITHUB|INPUT|RUNNER)_/.test(name)),
	);
}

function timed(work: () => void): Sample {
	const start = performance.now();
	work();
	return { whole: performance.now() - start };
}

function git(directory: string, args: readonly string[], allowed: readonly number[] = [0]): string {
	const { status, stdout, stderr } = spawnSync("git", args, {
		cwd: directory,
		encoding: "utf8",
		maxBuffer: 1024 * 1024 * 1024,
	});
	if (!allowed.includes(status ?? -1)) throw new Error(`git ${args.join(" ")}: ${stderr}`);
	return stdout.trim();
}

function names(shape: Shape): string[] {
	const all = Array.from({ length: shape.services }, (_, index) => serviceName(index));
	return shape.hard ? [...all, "fresh"] : all;
}

/** The pattern of most version tools, asked for each service. */
function mergedLoop(directory: string, services: readonly string[]): void {
	for (const service of services) {
		const tags = git(directory, ["tag", "--merged", "HEAD", "--sort=-v:refname", "--list", `${service}/v*`]);
		log(directory, service, tags.split("\n")[0] ?? "");
	}
}

function describeLoop(directory: string, services: readonly string[]): void {
	for (const service of services) {
		const args = ["describe", "--abbrev=0", "--match", `${service}/v*`, "HEAD"];
		log(directory, service, git(directory, args, [0, 128]));
	}
}

function log(directory: string, service: string, tag: string): void {
	const range = tag === "" ? "HEAD" : `${tag}..HEAD`;
	git(directory, ["log", "--format=%H%n%B", range, "--", `services/${service}`]);
}

/** A copy with a commit-graph of changed paths. */
function withGraph(directory: string): string {
	const copy = `${directory}-graph`;
	if (existsSync(copy)) return copy;
	cpSync(directory, `${copy}.making`, { recursive: true });
	git(`${copy}.making`, ["commit-graph", "write", "--reachable", "--changed-paths"]);
	execFileSync("mv", [`${copy}.making`, copy]);
	return copy;
}

/** The heights must be those that git counts. */
function check(directory: string, shape: Shape): void {
	const [file] = cli;
	if (file === undefined) throw new Error("Build first: npm run build");
	const { status, stdout, stderr } = spawnSync(process.execPath, [file, "version", "--json"], {
		cwd: directory,
		encoding: "utf8",
		env: environment(),
		maxBuffer: 1024 * 1024 * 1024,
	});
	if (status !== 0) throw new Error(`sluice version ended with ${status}: ${stderr}`);
	const result = JSON.parse(stdout) as {
		services: { service: string; height: number | null; base: { tag: string } | null }[];
	};
	const expected = names(shape);
	if (result.services.length !== expected.length) throw new Error(`${result.services.length} services`);
	const merged = git(directory, ["tag", "--merged", "HEAD", "--sort=-v:refname"]).split("\n");
	let sum = 0;
	for (const { service, height, base } of result.services) {
		const tag = merged.find((each) => each.startsWith(`${service}/v`)) ?? "";
		if ((base?.tag ?? "") !== tag) throw new Error(`${service}: base ${base?.tag} instead of ${tag}`);
		const range = tag === "" ? "HEAD" : `${tag}..HEAD`;
		const path = `services/${service}`;
		const count = Number(
			git(directory, ["rev-list", "--count", "--full-history", "--no-merges", range, "--", path]),
		);
		const merges = git(directory, ["log", "-c", "--merges", "--format=", "--name-only", range, "--", path]);
		const own = merges === "" ? 0 : merges.split("\n").filter((line) => line.startsWith(path)).length;
		if (height !== count + own) throw new Error(`${service}: height ${height} instead of ${count + own}`);
		sum += count + own;
	}
	console.log(
		`All ${expected.length} bases and heights are those of git rev-list --count (${sum} commits).\n`,
	);
}

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
