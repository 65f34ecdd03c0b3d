import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type ActionRun, spawnAction } from "../../test/runner/spawn.ts";
import type { Shop } from "./shop.ts";

/** Runs the bundles of dist/ as GitHub's runner runs them, one process each, and keeps their summaries. */
export interface Steps {
	/** Prints a heading. */
	section(text: string): void;
	/** Prints a line. */
	say(text: string): void;
	run(
		action: string,
		title: string,
		inputs: Record<string, string>,
		options?: StepOptions,
	): Promise<ActionRun>;
	/** Where the summaries are. */
	folder: string;
}

export interface StepOptions {
	/** GITHUB_JOB. */
	job?: string;
	environment?: Record<string, string>;
	/** `refs/heads/main` unless said otherwise. */
	ref?: string;
	event?: string;
	payload?: unknown;
}

const bold = (text: string) => (process.stdout.isTTY ? `\u001b[1m${text}\u001b[0m` : text);

/** `folder` is emptied: it holds what this run of the demo leaves. */
export function makeSteps(shop: Shop, folder: string, temporary: string, stop: AbortSignal): Steps {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	let number = 0;
	return {
		folder,
		section: (text) => console.log(`\n${bold(text)}`),
		say: (text) => console.log(`    ${text}`),
		run: async (action, title, inputs, options = {}) => {
			const event = options.event ?? "push";
			const commit = shop.repository.git("rev-parse", "HEAD");
			const run = await spawnAction(action, {
				entry: resolve("dist", action, "index.js"),
				directory: shop.repository.directory,
				temporary,
				inputs,
				event,
				payload: options.payload ?? { before: shop.before, repository: { default_branch: "main" } },
				environment: {
					GITHUB_REF: options.ref ?? "refs/heads/main",
					GITHUB_SHA: commit,
					GITHUB_REPOSITORY: "acme/shop",
					GITHUB_RUN_ID: "1",
					GITHUB_RUN_ATTEMPT: "1",
					GITHUB_JOB: options.job ?? action,
					GITHUB_WORKFLOW_REF: "acme/shop/.github/workflows/ci.yml@refs/heads/main",
					// Commands of the services run on the Node that runs the suite.
					PATH: `${dirname(process.execPath)}:${process.env.PATH ?? ""}`,
					...options.environment,
				},
				timeout: 300_000,
				signal: stop,
			});
			if (stop.aborted) throw new Error("it was interrupted");
			number++;
			const file = `${String(number).padStart(2, "0")}-${title.replace(/[^a-z0-9]+/gi, "-")}.md`;
			writeFileSync(join(folder, file), run.summary);
			const headline = lastLine(run);
			console.log(`  ${run.code === 0 ? "✓" : "✗"} ${title.padEnd(32)} ${headline}`);
			return run;
		},
	};
}

/** The line in which the action says how it ended. */
function lastLine(run: ActionRun): string {
	const lines = run.stdout
		.split("\n")
		.filter((line) => line !== "" && !line.startsWith("::add-mask::") && !line.startsWith("::endgroup::"));
	const last = lines.at(-1) ?? run.stderr.trim();
	return last
		.replace(/^::\w+( [^:]*)?::/, "")
		.replaceAll("%0A", " ")
		.replaceAll("%25", "%");
}
