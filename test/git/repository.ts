import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A real git repository in a temporary folder, gone when its scope ends. Commits get fixed, ascending dates. */
export interface TestRepository extends AsyncDisposable {
	directory: string;
	git(...args: string[]): string;
	/** Writes files; undefined deletes one. */
	write(files: Record<string, string | undefined>): void;
	/** Writes the files and commits everything; returns the full hash. */
	commit(message: string, files?: Record<string, string | undefined>): string;
}

/** Makes a repository on branch main; with `files` there is a first commit. */
export function makeRepository(files?: Record<string, string>): TestRepository {
	const directory = mkdtempSync(join(tmpdir(), "sluice-test-"));
	return useRepository(directory, files);
}

/** A repository in a folder that exists already. */
export function useRepository(directory: string, files?: Record<string, string>): TestRepository {
	let seconds = Date.parse("2026-01-01T00:00:00Z") / 1000;
	const git = (...args: string[]) =>
		// Nothing here outlives the test, so nothing needs to wait for the disk.
		execFileSync("git", ["-c", "core.fsync=none", ...args], {
			cwd: directory,
			encoding: "utf8",
			stdio: ["ignore", "pipe", "pipe"],
			env: {
				...process.env,
				HOME: directory,
				GIT_CONFIG_NOSYSTEM: "1",
				GIT_AUTHOR_NAME: "Test",
				GIT_AUTHOR_EMAIL: "test@example.invalid",
				GIT_COMMITTER_NAME: "Test",
				GIT_COMMITTER_EMAIL: "test@example.invalid",
				GIT_AUTHOR_DATE: `${seconds} +0000`,
				GIT_COMMITTER_DATE: `${seconds} +0000`,
			},
		}).trim();
	const repository: TestRepository = {
		directory,
		git,
		write: (entries) => {
			for (const [path, text] of Object.entries(entries)) {
				const file = join(directory, path);
				if (text === undefined) {
					rmSync(file, { recursive: true });
					continue;
				}
				mkdirSync(dirname(file), { recursive: true });
				writeFileSync(file, text);
			}
		},
		commit: (message, entries = {}) => {
			repository.write(entries);
			seconds += 60;
			git("add", "--all");
			git("commit", "--quiet", "--allow-empty", "--message", message);
			return git("rev-parse", "HEAD");
		},
		[Symbol.asyncDispose]: async () => rmSync(directory, { recursive: true, force: true }),
	};
	git("init", "--quiet", "--initial-branch=main");
	if (files !== undefined) repository.commit("feat: first", files);
	return repository;
}
