import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** What the runner hands an action, and what it reads back. */
export interface ActionCall {
	inputs?: Record<string, string>;
	/** GITHUB_WORKSPACE and the current folder. */
	directory: string;
	environment?: Record<string, string | undefined>;
	/** GITHUB_EVENT_NAME. */
	event?: string;
	/** The content of GITHUB_EVENT_PATH. */
	payload?: unknown;
	/** Another file than the action's own entry. */
	entry?: string;
	/** Milliseconds until the process is killed; default 60,000. */
	timeout?: number;
	/** Ends the process with SIGTERM when it is aborted. */
	signal?: AbortSignal;
	/** A folder for RUNNER_TEMP that the caller keeps: result files stay in it. */
	temporary?: string;
}

export interface ActionRun {
	code: number | null;
	signal: NodeJS.Signals | null;
	stdout: string;
	stderr: string;
	outputs: Record<string, string>;
	/** GITHUB_OUTPUT as it was written. */
	rawOutputs: string;
	summary: string;
	/** The content of result-file. */
	// biome-ignore lint/suspicious/noExplicitAny: tests look into results of many shapes
	result: any;
}

/**
 * Where entries are taken from: what tsc wrote, or with SLUICE_ENTRIES=dist the bundles, so that the same
 * tests run against both.
 */
export function actionEntry(name: string): string {
	return process.env.SLUICE_ENTRIES === "dist"
		? resolve("dist", name, "index.js")
		: resolve("build", "actions", name, "main.js");
}

/** Variables of the machine that runs the tests which an action must not see: they would change its answer. */
const HIDDEN = /^(GITHUB_|INPUT_|RUNNER_|ACTIONS_|CI$|DOCKER_CONFIG$|NODE_OPTIONS$)/;

/** Runs an action in a process of its own, with the INPUT_ variables and command files that GitHub's runner gives. */
export async function spawnAction(name: string, call: ActionCall): Promise<ActionRun> {
	const folder = mkdtempSync(join(tmpdir(), "sluice-run-"));
	try {
		const file = (each: string, text = "") => {
			const path = join(folder, each);
			writeFileSync(path, text);
			return path;
		};
		const inherited = Object.fromEntries(Object.entries(process.env).filter(([key]) => !HIDDEN.test(key)));
		const environment: Record<string, string | undefined> = {
			...inherited,
			GITHUB_ACTIONS: "true",
			GITHUB_WORKSPACE: call.directory,
			GITHUB_OUTPUT: file("output"),
			GITHUB_STEP_SUMMARY: file("summary"),
			GITHUB_STATE: file("state"),
			GITHUB_ENV: file("env"),
			GITHUB_PATH: file("path"),
			RUNNER_TEMP: call.temporary ?? folder,
			...(call.event === undefined ? {} : { GITHUB_EVENT_NAME: call.event }),
			...(call.payload === undefined
				? {}
				: { GITHUB_EVENT_PATH: file("event.json", JSON.stringify(call.payload)) }),
			...Object.fromEntries(
				Object.entries(call.inputs ?? {}).map(([key, value]) => [
					`INPUT_${key.replaceAll(" ", "_").toUpperCase()}`,
					value,
				]),
			),
			...call.environment,
		};
		const run = await spawnNode(
			[call.entry ?? actionEntry(name)],
			call.directory,
			environment,
			call.timeout,
			call.signal,
		);
		const rawOutputs = readFileSync(join(folder, "output"), "utf8");
		const outputs = parseOutputs(rawOutputs);
		const resultFile = outputs["result-file"];
		return {
			...run,
			outputs,
			rawOutputs,
			summary: readFileSync(join(folder, "summary"), "utf8"),
			result: resultFile === undefined ? undefined : JSON.parse(readFileSync(resultFile, "utf8")),
		};
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Runs node with arguments and returns all that it printed. */
export async function spawnNode(
	args: readonly string[],
	directory: string,
	environment: Readonly<Record<string, string | undefined>>,
	timeout = 60_000,
	stop?: AbortSignal,
): Promise<{ code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string }> {
	const {
		promise,
		resolve: done,
		reject,
	} = Promise.withResolvers<{ code: number | null; signal: NodeJS.Signals | null }>();
	const child = spawn(process.execPath, args, {
		cwd: directory,
		env: environment,
		stdio: ["ignore", "pipe", "pipe"],
		timeout,
		killSignal: "SIGKILL",
	});
	const terminate = () => child.kill("SIGTERM");
	stop?.addEventListener("abort", terminate);
	let stdout = "";
	let stderr = "";
	child.stdout.on("data", (chunk: Buffer) => {
		stdout += chunk.toString("utf8");
	});
	child.stderr.on("data", (chunk: Buffer) => {
		stderr += chunk.toString("utf8");
	});
	child.on("error", reject);
	child.on("close", (code, signal) => done({ code, signal }));
	const ended = await promise.finally(() => stop?.removeEventListener("abort", terminate));
	return { ...ended, stdout, stderr };
}

/** GITHUB_OUTPUT's `name<<delimiter` form, as the runner reads it. */
export function parseOutputs(text: string): Record<string, string> {
	const outputs: Record<string, string> = {};
	const lines = text.split("\n");
	for (let index = 0; index < lines.length; index++) {
		const match = /^([^=<]+)<<(.+)$/.exec(lines[index] ?? "");
		if (match?.[1] === undefined) continue;
		const value: string[] = [];
		for (index++; index < lines.length && lines[index] !== match[2]; index++) value.push(lines[index] ?? "");
		outputs[match[1]] = value.join("\n");
	}
	return outputs;
}
