import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import type { Options } from "./main.ts";

/**
 * One gate over many services: a pull request that changes a file of each, two levels in five legs per service,
 * coverage in all of them, and a ratchet against the base's evidence. Each measurement is a process of its own.
 */

const ROOT = join(import.meta.dirname, "..");
const LINES = 200;

const BUILT = join(ROOT, "build/cli/main.js");

export const OPTIONS: Options = {
	rounds: { value: "5", what: "measurements" },
	services: { value: "200", what: "services" },
	legs: { value: "5", what: "legs of each of the two levels" },
	files: { value: "20", what: "files with coverage in each service" },
	cli: { value: existsSync(BUILT) ? BUILT : join(ROOT, "dist/cli/index.js"), what: "the command to measure" },
};

export async function run(option: (name: string) => string): Promise<void> {
	const rounds = Number(option("rounds"));
	const services = Number(option("services"));
	const legs = Number(option("legs"));
	const files = Number(option("files"));
	const cli = option("cli");
	const directory = mkdtempSync(join(tmpdir(), "sluice-bench-gate-"));
	try {
		const made = make(directory, services, legs, files);
		const megabytes = (made.bytes / 1024 / 1024).toFixed(0);
		console.log(
			`node ${process.version}, ${availableParallelism()} cores; ${services} services, ${made.evidence} files of evidence (${megabytes} MiB), as many of the base\n`,
		);
		for (const [title, flags] of [
			["the gate", ["--base-evidence", "base/**"]],
			["without base evidence", ["--thresholds", "lines: 1"]],
		] as const) {
			const seconds: number[] = [];
			const memory: number[] = [];
			const cpu: number[] = [];
			for (let round = 0; round < rounds; round++) {
				const input = title === "the gate" ? [...flags, "--thresholds", "ratchet: true"] : flags;
				const measured = measure(cli, directory, [...input, "--base", made.base]);
				seconds.push(measured.seconds);
				memory.push(measured.megabytes);
				cpu.push(measured.cpu);
			}
			console.log(
				`${title}: ${median(seconds).toFixed(2)} s (${Math.min(...seconds).toFixed(2)} to ${Math.max(...seconds).toFixed(2)}), ${median(cpu).toFixed(2)} s of CPU, ${median(memory).toFixed(0)} MiB`,
			);
		}
	} finally {
		rmSync(directory, { recursive: true, force: true });
	}
}

/** The time of a whole process, and the most memory it had. */
function measure(cli: string, directory: string, flags: readonly string[]) {
	const report = join(directory, ".git/bench-memory");
	const hook = join(directory, ".git/bench-hook.mjs");
	writeFileSync(
		hook,
		`import { writeFileSync } from "node:fs";
process.on("exit", () => writeFileSync(${JSON.stringify(report)}, JSON.stringify(process.resourceUsage())));\n`,
	);
	const started = performance.now();
	const done = spawnSync(process.execPath, ["--import", hook, cli, "gate", "--json", ...flags], {
		cwd: directory,
		encoding: "utf8",
		maxBuffer: 2 ** 30,
	});
	const seconds = (performance.now() - started) / 1000;
	const result = JSON.parse(done.stdout || "{}") as { verdict?: string; reason?: string };
	if (result.verdict !== "open")
		throw new Error(`not open: ${result.reason ?? ""}${done.stderr}${done.stdout.slice(0, 500)}`);
	const used = JSON.parse(readFileSync(report, "utf8")) as NodeJS.ResourceUsage;
	const cpu = (used.userCPUTime + used.systemCPUTime) / 1e6;
	return { seconds, cpu, megabytes: used.maxRSS / 1024 };
}

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function make(directory: string, services: number, legs: number, files: number) {
	const git = (...args: string[]) =>
		execFileSync("git", ["-c", "user.name=Bench", "-c", "user.email=bench@example.invalid", ...args], {
			cwd: directory,
			encoding: "utf8",
		}).trim();
	const write = (path: string, text: string) => {
		mkdirSync(join(directory, path, ".."), { recursive: true });
		writeFileSync(join(directory, path), text);
	};
	git("init", "--quiet", "--initial-branch=main");
	write(".gitignore", "/head/\n/base/\n/sluice-*/\n");
	const names = Array.from({ length: services }, (_, index) => `service-${index}`);
	const text = (first: string) => `${first}\n${"work();\n".repeat(LINES - 1)}`;
	for (const name of names) {
		write(
			`services/${name}/sluice.service.yaml`,
			`name: ${name}\ntest:\n  unit: {run: x, results: r.xml, coverage: c.info}\n  integration: {run: x, results: r.xml, coverage: c.info}\n  thresholds: {lines: 50, patch: 50}\n`,
		);
		for (let file = 0; file < files; file++) write(`services/${name}/src/f${file}.js`, text("start();"));
	}
	git("add", "--all");
	git("commit", "--quiet", "--message", "feat: first");
	const base = git("rev-parse", "HEAD");
	for (const name of names) write(`services/${name}/src/f0.js`, text("changed();"));
	git("commit", "--quiet", "--all", "--message", "feat: more");
	const head = git("rev-parse", "HEAD");
	let bytes = 0;
	let evidence = 0;
	for (const [folder, commit] of [
		["sluice-evidence", head],
		["base", base],
	] as const) {
		for (const name of names) {
			for (const level of ["unit", "integration"]) {
				for (let leg = 0; leg < legs; leg++) {
					const body = JSON.stringify(evidenceOf(name, level, leg, legs, commit, files));
					write(`${folder}/${name}-${level}-${leg}/${name}.${level}.${level}-${leg}.a1.json`, body);
					if (folder === "base") continue;
					bytes += body.length;
					evidence++;
				}
			}
		}
	}
	return { base, bytes, evidence };
}

function evidenceOf(
	service: string,
	level: string,
	leg: number,
	legs: number,
	commit: string,
	files: number,
) {
	return {
		schema: "evidence.v1",
		service,
		level,
		leg: `${service}-${level}-${leg}`,
		legs,
		legParts: { total: legs, matrix: [["node", String(leg)]], shard: null, name: null },
		commit,
		run: null,
		attempt: 1,
		job: `${service}-${level}`,
		outcome: "passed",
		reason: "",
		exitCode: 0,
		version: null,
		digest: null,
		declares: { results: true, coverage: true },
		tests: { total: 100, passed: 100, failed: 0, errors: 0, skipped: 0, flaky: 0 },
		notable: [],
		notableLeft: 0,
		coverage: {
			files: Array.from({ length: files }, (_, file) => ({
				path: `services/${service}/src/f${file}.js`,
				lines: Array.from({ length: LINES }, (_, line) => [line + 1, (line + leg) % 3]),
				branches: null,
				functions: null,
			})),
			unmatched: [],
		},
		output: null,
	};
}
