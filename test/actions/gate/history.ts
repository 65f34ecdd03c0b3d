import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "#src/actions/gate/gate.js";
import { INPUTS, parseInputs } from "#src/actions/gate/inputs.js";
import { type GatePorts, gatePorts } from "#src/actions/gate/ports.js";
import type { GateResult } from "#src/actions/gate/result.js";
import { type Evidence, evidenceFileName } from "#src/evidence/evidence.js";
import type { JobsAnswer } from "#src/github/jobs.js";
import { Inputs } from "#src/runner/inputs.js";
import { recordingLog } from "#src/runner/log.js";
import { makeRepository } from "../../git/repository.ts";

/**
 * One repository for many cases of the gate: changes are commits made by `git fast-import`, nothing is checked
 * out, and each case has a folder of evidence of its own. The gate runs in this process, with its real ports.
 */

/** Texts; undefined deletes, and a Link is a symbolic link or (with a hash for target) a submodule. */
export type Files = Record<string, string | Link | undefined>;

export interface Link {
	target: string;
}

export interface Case {
	/** The commit that HEAD points at. */
	head: string;
	evidence?: readonly Evidence[];
	/** Other files, relative to the repository. */
	files?: Record<string, string>;
	/** The input `working-directory`, without the evidence's folder. */
	folder?: string;
	inputs?: Record<string, string>;
	/** Default: `push`. */
	event?: string | undefined;
	payload?: object;
	environment?: Record<string, string | undefined>;
	/** What GitHub's API says of the attempt's jobs. */
	jobs?: JobsAnswer;
	ports?: Partial<GatePorts>;
}

export interface Pull {
	base: string;
	/** The branch's commit. */
	branch: string;
	/** The merge commit. */
	head: string;
}

export interface History extends AsyncDisposable {
	directory: string;
	git(...args: string[]): string;
	/** A commit on a parent (or a first one). */
	commit(parent: string | undefined, files: Files): string;
	/** A branch of one commit, and the merge commit that GitHub tests. */
	pull(base: string, files: Files): Pull;
	gate(given: Case): Promise<GateResult>;
	/** The same as an event on a pull request's merge commit. */
	gatePull(pull: Pull, given?: Omit<Case, "head">): Promise<GateResult>;
}

export const RUN = "100";

export function makeHistory(): History {
	const repository = makeRepository();
	const { directory } = repository;
	let count = 0;
	const importCommits = (stream: string) =>
		execFileSync("git", ["fast-import", "--quiet", "--force"], { cwd: directory, input: stream });
	const shaOf = (ref: string) => readFileSync(join(directory, ".git/refs/heads", ref), "utf8").trim();
	const commitText = (ref: string, from: string | undefined, files: Files, merge?: string) =>
		[
			`commit refs/heads/${ref}`,
			`committer Test <test@example.invalid> ${1_767_225_600 + count * 60} +0000`,
			"data 5\nfeat:",
			...(from === undefined ? [] : [`from ${from}`]),
			...(merge === undefined ? [] : [`merge ${merge}`]),
			...Object.entries(files).map(([path, text]) =>
				text === undefined ? `D ${path}` : entryText(path, text),
			),
			"",
		].join("\n");
	const history: History = {
		directory,
		git: repository.git,
		commit: (parent, files) => {
			const ref = `c${++count}`;
			importCommits(commitText(ref, parent, files));
			return shaOf(ref);
		},
		pull: (base, files) => {
			const ref = `c${++count}`;
			const branch = commitText(ref, base, files);
			importCommits(branch + commitText(`m${count}`, base, files, `refs/heads/${ref}`));
			return { base, branch: shaOf(ref), head: shaOf(`m${count}`) };
		},
		gate: async (given) => {
			const folder = `evidence/${++count}`;
			const directory = join(repository.directory, given.folder ?? "");
			mkdirSync(directory, { recursive: true });
			writeFileSync(join(repository.directory, ".git/HEAD"), `${given.head}\n`);
			const write = (path: string, text: string) => {
				mkdirSync(join(directory, path, ".."), { recursive: true });
				writeFileSync(join(directory, path), text);
			};
			for (const [index, each] of (given.evidence ?? []).entries())
				write(`${folder}/${index}/${evidenceFileName(each)}`, JSON.stringify(each));
			for (const [path, text] of Object.entries(given.files ?? {})) write(path, text);
			const { event = "push" } = given;
			const payload = `${folder}-event.json`;
			write(payload, JSON.stringify({ repository: { default_branch: "main" }, ...given.payload }));
			const inputs = parseInputs(
				new Inputs(
					INPUTS,
					new Map(
						Object.entries({
							evidence: `${folder}/**`,
							"working-directory": given.folder ?? ".",
							...given.inputs,
						}),
					),
				),
			);
			const ports = await gatePorts(
				{
					actions: true,
					directory,
					temporary: repository.directory,
					environment: {
						PATH: process.env.PATH,
						HOME: directory,
						GITHUB_EVENT_NAME: event,
						GITHUB_EVENT_PATH: join(directory, payload),
						GITHUB_REPOSITORY: "acme/shop",
						GITHUB_REF: "refs/heads/main",
						GITHUB_SHA: given.head,
						GITHUB_RUN_ID: RUN,
						GITHUB_RUN_ATTEMPT: "1",
						GITHUB_JOB: "gate",
						...given.environment,
					},
					log: recordingLog(),
					signal: new AbortController().signal,
				},
				inputs,
			);
			const jobs = given.jobs ?? { kind: "unknown" as const, why: "no permission" };
			return run(inputs, {
				...ports,
				jobs: async () => jobs,
				...given.ports,
			});
		},
		gatePull: (pull, given = {}) =>
			history.gate({
				event: "pull_request",
				...given,
				head: pull.head,
				payload: {
					pull_request: {
						number: 7,
						head: { ref: "topic", sha: pull.branch, repo: { full_name: "acme/shop" } },
						base: { ref: "main", sha: pull.base, repo: { full_name: "acme/shop" } },
					},
					...given.payload,
				},
				environment: { GITHUB_REF: "refs/pull/7/merge", ...given.environment },
			}),
		[Symbol.asyncDispose]: async () => rmSync(directory, { recursive: true, force: true }),
	};
	return history;
}

function entryText(path: string, entry: string | Link): string {
	const text = typeof entry === "string" ? entry : entry.target;
	if (typeof entry !== "string" && /^[0-9a-f]{40}$/.test(text)) return `M 160000 ${text} ${path}`;
	const mode = typeof entry === "string" ? "100644" : "120000";
	return `M ${mode} inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}`;
}

/** The codes of all reasons, sorted. */
export function codesOf(result: GateResult): string[] {
	return result.reasons.map(({ code }) => code).sort();
}

/** The codes of all problems. */
export function problemsOf(result: GateResult): string[] {
	return result.problems.map(({ code }) => code);
}
