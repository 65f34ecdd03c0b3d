/**
 * Runs a workflow by nektos/act in host mode: no docker, no network. act is looked for as `$SLUICE_ACT`, then
 * in the folder of `.ci/install-tools`, then on PATH. Linux only: leftover processes are found through /proc.
 */

import { execFile, spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type ActJob, readActLog } from "./act-log.ts";
import { type ArtifactServer, startArtifactServer } from "./artifact-server.ts";

const call = promisify(execFile);

/** The root of this project. */
export const PROJECT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export interface ActOptions {
	/** The folder of the git repository whose workflow runs; HEAD is the commit of the run. */
	repository: string;
	/** Its name on GitHub, `owner/name`. */
	name: string;
	/** The workflow file, relative to the repository: `.github/workflows/ci.yml`. */
	workflow: string;
	event: "push" | "pull_request" | "merge_group" | "workflow_dispatch" | "schedule";
	/** The event's payload. `ref`, `after`, `deleted`, `repository` are filled in where they are missing. */
	payload?: Record<string, unknown>;
	/** The inputs of a `workflow_dispatch`; all values are strings, as GitHub's payload has them. */
	inputs?: Record<string, string>;
	/** Only this job (its id) and what it needs. */
	job?: string;
	/** `owner/name@ref` to a folder. Every action and reusable workflow that is used must be here. */
	localRepositories: Record<string, string>;
	/**
	 * `owner/name` to a git repository, bare or not, or its http URL, that actions/checkout clones and that
	 * `origin` is then.
	 * Default for `name`: the folder itself.
	 */
	checkouts?: Record<string, string>;
	/** More variables for all steps; GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT and the like are set here too. */
	env?: Record<string, string>;
	/** Default: a GITHUB_TOKEN that is accepted nowhere. */
	secrets?: Record<string, string>;
	vars?: Record<string, string>;
	/** Where artifacts are kept, as `<name>.zip`; default: a folder that is removed at the end. */
	artifacts?: string;
	/** Milliseconds; default 5 minutes. Then everything that the run started is killed, and the call rejects. */
	timeout?: number;
}

export interface ActRun {
	/** act's exit code: 0 when every job that ran succeeded. */
	code: number;
	/** What a person would read, without act's debug lines. */
	output: string;
	jobs: ActJob[];
}

/** @returns the path of act. @throws Error that says how to install it */
export function findAct(): string {
	const given = process.env.SLUICE_ACT;
	const cache = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
	const folders = [
		join(process.env.SLUICE_TOOLS || join(cache, "sluice", "tools"), "bin"),
		...(process.env.PATH ?? "").split(delimiter),
	];
	for (const file of given ? [given] : folders.map((folder) => join(folder, "act"))) {
		try {
			accessSync(file, constants.X_OK);
			return file;
		} catch {}
	}
	throw new Error(`act was not found${given ? ` at ${given}` : ""}: run .ci/install-tools`);
}

async function git(folder: string, ...args: string[]): Promise<string> {
	return (await call("git", ["-C", folder, ...args])).stdout.trim();
}

async function payloadOf(options: ActOptions): Promise<Record<string, unknown>> {
	const { event, repository, name, inputs } = options;
	const head = await git(repository, "rev-parse", "HEAD");
	const branch = await git(repository, "symbolic-ref", "--quiet", "--short", "HEAD").catch(() => "");
	const [owner = "", short = ""] = name.split("/");
	const filled: Record<string, unknown> = {
		repository: { full_name: name, name: short, owner: { login: owner }, default_branch: "main" },
		sender: { login: owner },
		...options.payload,
	};
	if (event === "pull_request") {
		if (typeof filled.number !== "number" || typeof filled.pull_request !== "object") {
			throw new Error("a pull_request needs payload.number and payload.pull_request {head, base}");
		}
		return filled;
	}
	if (filled.ref === undefined && event !== "merge_group") {
		// act would take any ref that points at HEAD, a tag too.
		if (branch === "") throw new Error(`${repository} has no branch checked out: give payload.ref`);
		filled.ref = `refs/heads/${branch}`;
	}
	if (event === "push") {
		filled.before ??= await git(repository, "rev-parse", "HEAD^").catch(() => "0".repeat(40));
		filled.after ??= head;
		filled.deleted ??= false;
	}
	if (event === "workflow_dispatch") filled.inputs = { ...inputs };
	return filled;
}

/** The processes whose environment has this marker. */
async function processesOf(marker: string): Promise<number[]> {
	const found: number[] = [];
	for (const entry of await readdir("/proc").catch(() => [])) {
		if (!/^\d+$/.test(entry) || Number(entry) === process.pid) continue;
		const environment = await readFile(`/proc/${entry}/environ`, "utf8").catch(() => "");
		if (environment.split("\0").includes(marker)) found.push(Number(entry));
	}
	return found;
}

/**
 * Ends whatever a run left behind. Steps run in sessions of their own, so killing act's process group does
 * not reach them; like GitHub's runner this goes by a variable that they all inherit.
 */
async function killAll(marker: string): Promise<void> {
	for (let round = 0; round < 20; round++) {
		const left = await processesOf(marker);
		if (left.length === 0) return;
		for (const pid of left) {
			try {
				process.kill(pid, "SIGKILL");
			} catch {}
		}
		await new Promise((resolve) => setTimeout(resolve, 25));
	}
}

/**
 * Runs one workflow for one event.
 * @throws Error when the time is up, when act refuses the workflow before any job ran, or when a workflow
 *   uses an action that is not among `localRepositories`
 */
export async function runAct(options: ActOptions): Promise<ActRun> {
	const act = findAct();
	const timeout = options.timeout ?? 300_000;
	const folder = await mkdtemp(join(tmpdir(), "sluice-act-"));
	const marker = `SLUICE_ACT_RUN=${folder}`;
	let server: ArtifactServer | undefined;
	try {
		const home = join(folder, "home");
		await mkdir(home);
		const eventFile = join(folder, "event.json");
		const payload = await payloadOf(options);
		await writeFile(eventFile, JSON.stringify(payload));
		const head = await git(options.repository, "rev-parse", "HEAD");
		const ref =
			options.event === "pull_request"
				? `refs/pull/${payload.number}/merge`
				: (payload.ref ?? "refs/heads/main");
		const runId = options.env?.GITHUB_RUN_ID ?? "1";
		server = await startArtifactServer(options.artifacts ?? join(folder, "artifacts"), runId);
		const env: Record<string, string> = {
			GITHUB_REPOSITORY: options.name,
			GITHUB_RUN_ID: runId,
			GITHUB_RUN_ATTEMPT: "1",
			GITHUB_RUN_NUMBER: "1",
			GITHUB_ACTOR: options.name.split("/")[0] ?? "",
			// act leaves these two unset; GitHub gives the caller's workflow in reusable ones too.
			GITHUB_WORKFLOW_REF: `${options.name}/${options.workflow}@${ref}`,
			GITHUB_WORKFLOW_SHA: head,
			SLUICE_ACT_CHECKOUTS: JSON.stringify({ [options.name]: options.repository, ...options.checkouts }),
			...server.env,
			...options.env,
		};
		const secrets = options.secrets ?? { GITHUB_TOKEN: "accepted-nowhere" };
		const pairs = (flag: string, map: Record<string, string>) =>
			Object.entries(map).flatMap(([key, value]) => [flag, `${key}=${value}`]);
		const args = [
			options.event,
			"--workflows",
			join(options.repository, options.workflow),
			"--directory",
			options.repository,
			"--eventpath",
			eventFile,
			...(options.job === undefined ? [] : ["--job", options.job]),
			...["ubuntu-latest", "ubuntu-24.04"].flatMap((label) => ["--platform", `${label}=-self-hosted`]),
			// The stand-in makes a clean clone as deep as asked; act itself would copy the folder, as it is.
			"--no-skip-checkout",
			"--no-cache-server",
			"--action-cache-path",
			join(folder, "cache"),
			...pairs("--local-repository", options.localRepositories),
			...pairs("--env", env),
			...pairs("--secret", secrets),
			...pairs("--var", options.vars ?? {}),
			"--json",
			// Skipped jobs and steps are only in the debug lines.
			"--verbose",
		];
		const child = spawn(act, args, {
			cwd: options.repository,
			detached: true,
			stdio: ["ignore", "pipe", "pipe"],
			env: {
				// The node that runs the tests is Node 24, which is what `using: node24` means.
				PATH: [dirname(process.execPath), process.env.PATH ?? "/usr/bin:/bin"].join(delimiter),
				HOME: home,
				XDG_CACHE_HOME: join(home, ".cache"),
				XDG_CONFIG_HOME: join(home, ".config"),
				LANG: "C.UTF-8",
				// act gives steps a terminal, GitHub's runner does not.
				TERM: "dumb",
				NO_COLOR: "1",
				PAGER: "cat",
				GIT_PAGER: "cat",
				SLUICE_ACT_RUN: folder,
			},
		});
		const chunks: Buffer[] = [];
		const errors: Buffer[] = [];
		child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
		child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
		let late = false;
		const timer = setTimeout(() => {
			late = true;
			void killAll(marker);
		}, timeout);
		const code = await new Promise<number>((resolve, reject) => {
			child.once("error", reject);
			child.once("close", (status) => resolve(status ?? 137));
		}).finally(() => clearTimeout(timer));
		const log = readActLog(Buffer.concat(chunks).toString("utf8"));
		const complaint = Buffer.concat(errors)
			.toString("utf8")
			.split("\n")
			.filter((line) => line !== "" && !line.startsWith("{"))
			.join("\n");
		const output = complaint === "" ? log.text : `${log.text}\n${complaint}`;
		if (late) throw new Error(`act did not end within ${timeout / 1000} s. Its output:\n${output}`);
		if (log.fetched.length > 0) {
			const names = log.fetched.map((name) => `'${name}'`).join(", ");
			throw new Error(`the workflow uses ${names}, which localRepositories does not have`);
		}
		if (log.jobs.length === 0 && code !== 0) throw new Error(`act ran no job: ${output}`);
		return { code, output, jobs: log.jobs };
	} finally {
		await killAll(marker);
		await server?.close();
		await rm(folder, { recursive: true, force: true, maxRetries: 3 });
	}
}
