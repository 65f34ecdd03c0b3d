import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { makeRepository } from "../git/repository.ts";

const entry = resolve(process.env.SLUICE_ENTRIES === "dist" ? "dist/cli/index.js" : "build/cli/main.js");

/**
 * Runs the terminal with a git that does not go on when it comes to `command`, and sends the signal there; tells how
 * it ended, and whether that git and what it started were ended too.
 */
async function stoppedAt(
	directory: string,
	command: string,
	signal: NodeJS.Signals,
	args: readonly string[],
) {
	const folder = mkdtempSync(join(tmpdir(), "sluice-stop-"));
	try {
		const started = join(folder, "started");
		const script = [
			"#!/bin/sh",
			`PATH=\${PATH#*${delimiter}}`,
			`case " $* " in *" ${command} "*) sleep 60 & echo "$$ $!" > '${started}.new'; mv '${started}.new' '${started}'; wait;; esac`,
			'exec git "$@"',
		];
		writeFileSync(join(folder, "git"), `${script.join("\n")}\n`, { mode: 0o755 });
		const { GITHUB_ACTIONS: _, ...environment } = process.env;
		const child = spawn(process.execPath, [entry, ...args], {
			cwd: directory,
			env: { ...environment, PATH: `${folder}${delimiter}${process.env.PATH ?? ""}` },
			stdio: ["ignore", "pipe", "pipe"],
		});
		const told: string[] = [];
		for (const stream of [child.stdout, child.stderr])
			stream.setEncoding("utf8").on("data", (text: string) => told.push(text));
		const ended = once(child, "close");
		while (!existsSync(started) && child.exitCode === null) await setTimeout(20);
		child.kill(signal);
		const [code, by] = await ended;
		const pids = readFileSync(started, "utf8").trim().split(" ").map(Number);
		// Who lost its parent has been told to end, and may take a moment.
		for (let tries = 0; tries < 100 && pids.some(isAlive); tries++) await setTimeout(20);
		return { code, by, told: told.join(""), alive: pids.filter(isAlive) };
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** A process that has ended and is not waited for (a zombie) is not alive. */
function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
	} catch {
		return false;
	}
	const status = `/proc/${pid}/stat`;
	return !existsSync(status) || !/^\d+ \(.*\) Z/s.test(readFileSync(status, "latin1"));
}

describe("a signal", () => {
	it.each([
		["version", "cat-file", "SIGTERM"],
		["version", "log", "SIGINT"],
		["version", "ls-remote", "SIGTERM"],
		["plan", "merge-base", "SIGINT"],
		["graph", "ls-files", "SIGTERM"],
	] as const)("ends %s while it waits for git %s, and git too: %s", async (name, command, signal) => {
		await using repository = makeRepository({ "sluice.service.yaml": "name: shop\ntest: 'true'\n" });
		if (command === "ls-remote") repository.git("remote", "add", "origin", repository.directory);
		const args = name === "graph" ? [name, "--format", "json"] : [name, "--json"];
		expect(await stoppedAt(repository.directory, command, signal, args)).toEqual({
			code: null,
			by: signal,
			told: "",
			alive: [],
		});
	});

	it("leaves a shallow clone as shallow as it was, and no lock in it", async () => {
		await using origin = makeRepository({ "sluice.service.yaml": "name: shop\ntest: 'true'\n" });
		origin.git("tag", "v1.0.0");
		for (let each = 0; each < 4; each++) origin.commit(`fix: ${each}`);
		await using clone = makeRepository({});
		const directory = join(clone.directory, "clone");
		clone.git("clone", "--quiet", "--depth=2", `file://${origin.directory}`, directory);
		const shallow = join(directory, ".git/shallow");
		const before = readFileSync(shallow, "utf8");
		// The second of the fetches: by then the first has moved the end.
		const run = await stoppedAt(directory, "--deepen=1", "SIGTERM", ["version", "--json"]);
		expect(run).toEqual({ code: null, by: "SIGTERM", told: "", alive: [] });
		expect(readFileSync(shallow, "utf8")).toBe(before);
		expect(existsSync(`${shallow}.lock`)).toBe(false);
	});
});
