import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeRepository, type TestRepository } from "../git/repository.ts";
import { type ActionCall, type ActionRun, spawnAction } from "../runner/spawn.ts";

/** A clone and the bare repository that it calls origin. */
export interface Workspace extends TestRepository {
	origin: string;
	/** Pushes the branch that is checked out, and its tags. */
	push(): void;
	/** Names and commits of the tags at origin. */
	originTags(): Record<string, string>;
	/** Runs the version action as a push of the branch that is checked out, unless the call says otherwise. */
	version(inputs?: Record<string, string>, call?: Partial<ActionCall>): Promise<ActionRun>;
	/** HEAD. */
	head(): string;
}

export const MANIFEST = (name: string, more = "") =>
	`name: ${name}\ntest: "true"\nimage: ghcr.io/acme/${name}\n${more}`;

/** A repository of one service without a manifest, or of what `files` hold, pushed to a bare origin. */
export function makeWorkspace(files: Record<string, string> = { "a.txt": "1" }): Workspace {
	const repository = makeRepository(files);
	const origin = mkdtempSync(join(tmpdir(), "sluice-origin-"));
	execFileSync("git", ["init", "--quiet", "--bare", "--initial-branch=main", origin]);
	repository.git("remote", "add", "origin", origin);
	const workspace: Workspace = {
		...repository,
		origin,
		head: () => repository.git("rev-parse", "HEAD"),
		push: () => {
			repository.git("push", "--quiet", "origin", "HEAD");
			repository.git("push", "--quiet", "--tags", "origin");
		},
		originTags: () =>
			Object.fromEntries(
				execFileSync("git", ["for-each-ref", "--format=%(refname:strip=2) %(objectname)", "refs/tags"], {
					cwd: origin,
					encoding: "utf8",
				})
					.split("\n")
					.filter((line) => line !== "")
					.map((line) => line.split(" ") as [string, string]),
			),
		version: (inputs = {}, call = {}) =>
			spawnAction("version", {
				inputs: { "config-file": "sluice.yaml", "working-directory": ".", summary: "true", ...inputs },
				directory: repository.directory,
				event: "push",
				...call,
				environment: {
					GITHUB_SHA: workspace.head(),
					GITHUB_REF: `refs/heads/${repository.git("branch", "--show-current")}`,
					GITHUB_REPOSITORY: "acme/shop",
					GITHUB_SERVER_URL: "https://github.example",
					...call.environment,
				},
			}),
		[Symbol.asyncDispose]: async () => {
			rmSync(origin, { recursive: true, force: true });
			await repository[Symbol.asyncDispose]();
		},
	};
	workspace.push();
	return workspace;
}

/** The first twelve digits of a commit. */
export const short = (commit: string) => commit.slice(0, 12);
