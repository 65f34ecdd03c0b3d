import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CommandRequest, runCommand } from "#src/commands/command.js";
import { UserError } from "#src/runner/errors.js";

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "sluice-command-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(command: string, more: Partial<CommandRequest> = {}) {
	const lines: string[] = [];
	const result = await runCommand({
		shell: ["bash", "-eo", "pipefail", "-c"],
		command,
		directory: folder,
		environment: { PATH: process.env.PATH },
		onLine: (line) => lines.push(line),
		...more,
	});
	return { ...result, lines };
}

/** Whether a process is there and no zombie that only waits to be reaped. */
function alive(pid: number): boolean {
	const stat = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, "utf8") : undefined;
	return stat !== undefined && !/\) Z /.test(stat);
}
const pidIn = async (name: string) => {
	for (let tries = 0; tries < 250; tries++) {
		const text = existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8").trim() : "";
		if (text !== "") return Number(text);
		await wait(20);
	}
	throw new Error(`${name} was not written`);
};

describe("a command that ends by itself", () => {
	it("gives its exit code, its output line by line, and its end", async () => {
		const result = await run("echo one; echo two >&2; printf three; exit 7");
		expect(result).toMatchObject({ exitCode: 7, signal: null, stopped: undefined });
		expect([...result.lines].sort()).toEqual(["one", "three", "two"]);
		expect(result.tail).toContain("three");
		expect(result.duration).toBeGreaterThan(0);
	});

	it("keeps only the last 4 KiB", async () => {
		const result = await run("seq 1 20000");
		expect(result.lines).toHaveLength(20_000);
		expect(Buffer.byteLength(result.tail)).toBeLessThanOrEqual(4096);
		expect(result.tail.endsWith("19999\n20000\n")).toBe(true);
	});

	it("stops at the first failing part, as the shell's options say", async () => {
		expect((await run("false | true; echo reached")).lines).toEqual([]);
	});

	it("gets its environment and no other, and no standard input", async () => {
		const result = await run("cat; env | sort", { environment: { PATH: process.env.PATH, GIVEN: "a b" } });
		expect(result.lines).toContain("GIVEN=a b");
		expect(result.lines.filter((each) => each.startsWith("HOME="))).toEqual([]);
	});

	it("by a signal", async () => {
		expect(await run("kill -KILL $$")).toMatchObject({ exitCode: null, signal: "SIGKILL" });
	});

	it("that can't be started is the user's to mend", async () => {
		for (const more of [{ shell: ["no-such-shell-here", "-c"] }, { directory: join(folder, "nowhere") }]) {
			const error = await run("true", more).catch((thrown: unknown) => thrown);
			expect(error).toBeInstanceOf(UserError);
			expect(error).toMatchObject({ code: "command-not-started" });
		}
	});
});

describe("a command that can't be started", () => {
	it.each([
		["of a byte of zero in it", { command: "a\0b" }, "a byte of zero"],
		["of a byte of zero in a variable", { environment: { A: "a\0b" } }, "a byte of zero"],
		["of too large a variable", { environment: { A: "a".repeat(4_000_000) } }, "pass large values as files"],
		["there is no such shell", { shell: ["no-such-shell"] }, "Install it"],
	])("because %s is the user's error", async (_, more, hint) => {
		const thrown = await run("true", more).catch((error: unknown) => error);
		expect(thrown).toBeInstanceOf(UserError);
		expect(thrown).toMatchObject({ code: "command-not-started", hint: expect.stringContaining(hint) });
	});
});

describe("nothing is left running", () => {
	it("of what a command left in the background, which does not hold it up either", async () => {
		const result = await run("sleep 300 & echo $! > pid; echo done");
		expect(result).toMatchObject({ exitCode: 0, lines: ["done"] });
		expect(result.duration).toBeLessThan(60_000);
		expect(alive(await pidIn("pid"))).toBe(false);
	});

	it("of what ignores the request to end", async () => {
		const result = await run("(trap '' TERM; echo $BASHPID > pid; while :; do sleep 0.1; done) & sleep 0.5", {
			grace: 200,
		});
		expect(result.exitCode).toBe(0);
		expect(alive(await pidIn("pid"))).toBe(false);
	});

	it("after the time limit: the command and its children", async () => {
		const result = await run("sleep 300 & echo $! > child; echo $$ > shell; wait", { timeout: 400 });
		expect(result).toMatchObject({ stopped: "timeout", exitCode: null, signal: "SIGTERM" });
		expect(alive(await pidIn("child"))).toBe(false);
		expect(alive(await pidIn("shell"))).toBe(false);
	});

	it("after the time limit, where the command traps the request", async () => {
		const result = await run("trap 'echo asked' TERM; echo $$ > shell; while :; do sleep 0.1 || true; done", {
			timeout: 300,
			grace: 500,
		});
		expect(result).toMatchObject({ stopped: "timeout", signal: "SIGKILL" });
		expect(result.lines).toContain("asked");
		expect(alive(await pidIn("shell"))).toBe(false);
	});

	it("may end in order within the grace", async () => {
		const result = await run("trap 'echo tidy; exit 0' TERM; while :; do sleep 0.05 || true; done", {
			timeout: 300,
		});
		expect(result).toMatchObject({ stopped: "timeout", exitCode: 0 });
		expect(result.lines).toContain("tidy");
	});

	it("after a cancellation", async () => {
		const stop = new AbortController();
		const running = run("echo $$ > shell; sleep 300", { signal: stop.signal });
		const pid = await pidIn("shell");
		stop.abort();
		expect(await running).toMatchObject({ stopped: "aborted" });
		expect(alive(pid)).toBe(false);
	});

	it("is started after a cancellation", async () => {
		expect(await run("touch ran", { signal: AbortSignal.abort() })).toMatchObject({ stopped: "aborted" });
		expect(existsSync(join(folder, "ran"))).toBe(false);
	});

	it("and a process that has left the group does not hold the end up by its open output", async () => {
		const result = await run("setsid sleep 20 & echo $! > pid; echo done");
		expect(result.lines).toEqual(["done"]);
		expect(result.duration).toBeLessThan(10_000);
		const left = Number(readFileSync(join(folder, "pid"), "utf8"));
		if (alive(left)) process.kill(left, "SIGKILL");
	});
});
