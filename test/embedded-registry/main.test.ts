import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { pushImage } from "./content.ts";

const MAIN = join(import.meta.dirname, "main.ts");

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "embedded-registry-main-"));
});
afterAll(() => rm(folder, { recursive: true }));

const running = new Map<ChildProcess, Promise<unknown>>();
afterEach(async () => {
	for (const [child, ended] of running) {
		child.kill("SIGTERM");
		await ended;
	}
});

function run(args: string[]) {
	const child = spawn(process.execPath, [MAIN, ...args], { stdio: ["ignore", "pipe", "pipe"] });
	const printed = { out: "", err: "" };
	child.stdout.setEncoding("utf8").on("data", (text) => (printed.out += text));
	child.stderr.setEncoding("utf8").on("data", (text) => (printed.err += text));
	const ended = once(child, "close").then(([code]) => {
		running.delete(child);
		return { code: code as number | null, ...printed };
	});
	running.set(child, ended);
	return { child, printed, ended };
}

async function start(args: string[]) {
	const command = run(args);
	await expect.poll(() => command.printed.out, { timeout: 10_000 }).toMatch(/\n/);
	return { ...command, url: command.printed.out.trim() };
}

describe("the command", () => {
	it.each(["SIGTERM", "SIGINT"] as const)("serves, and ends cleanly on %s", async (signal) => {
		const { child, ended, url } = await start(["--port", "0", "--data", folder]);
		expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
		await pushImage(url, "a", "1", "by command");
		expect(await readdir(folder)).toHaveLength(1);
		child.kill(signal);
		expect(await ended).toEqual({ code: 0, out: `${url}\n`, err: "" });
		expect(await readdir(folder)).toEqual([]);
	});

	it("takes the port that it is given, and says when that is taken", async () => {
		const other = createServer().listen(0, "127.0.0.1");
		await once(other, "listening");
		const address = other.address();
		const port = typeof address === "object" ? String(address?.port) : "";
		const refused = await run(["--port", port, "--data", folder]).ended;
		expect(refused).toMatchObject({ code: 2, out: "", err: expect.stringContaining(`port ${port}`) });
		expect(await readdir(folder)).toEqual([]);
		other.close();
		await once(other, "close");
		expect((await start(["--port", port])).url).toBe(`http://127.0.0.1:${port}`);
	});

	it("asks for basic credentials or for tokens", async () => {
		const user = ["--username", "u", "--password", "p"];
		const challengeOf = async (args: string[]) => {
			const { url } = await start(["--port", "0", ...args]);
			return (await fetch(`${url}/v2/`)).headers.get("www-authenticate");
		};
		expect(await challengeOf([])).toBeNull();
		expect(await challengeOf(user)).toMatch(/^Basic /);
		expect(await challengeOf(["--token-auth"])).toMatch(/^Bearer /);
		const { url } = await start(["--port", "0", "--token-auth", ...user]);
		expect((await fetch(`${url}/token`)).status).toBe(401);
		const authorization = `Basic ${Buffer.from("u:p").toString("base64")}`;
		expect((await fetch(`${url}/token`, { headers: { authorization } })).status).toBe(200);
	});

	it("explains itself", async () => {
		expect(await run(["--help"]).ended).toMatchObject({
			code: 0,
			out: expect.stringContaining("--token-auth"),
		});
	});

	it.each([
		[[], /--port is missing/],
		[["--port", "70000"], /--port takes a number from 0 to 65535, not "70000"/],
		[["--port", "http"], /--port takes a number/],
		[["--port", "0", "--prot", "1"], /--prot/],
		[["--port", "0", "extra"], /extra/],
		[["--port", "0", "--username", "u"], /--username and --password go together/],
		[["--port", "0", "--username", "", "--password", "p"], /--username is empty/],
		[["--port", "0", "--host", ""], /--host is empty/],
		[["--port", "0", "--host", "192.0.2.1"], /192\.0\.2\.1 is no address of this machine/],
		[["--port", "0", "--data", "/nowhere/at-all"], /--data \/nowhere\/at-all is not a folder/],
	])("refuses %j with exit code 2", async (args, message) => {
		const { code, out, err } = await run(args).ended;
		expect({ code, out }).toEqual({ code: 2, out: "" });
		expect(err).toMatch(message);
		expect(err.trim().split("\n")).toHaveLength(1);
	});

	it("refuses a file as its data folder", async () => {
		const file = join(folder, "file");
		await writeFile(file, "");
		const { code, err } = await run(["--port", "0", "--data", file]).ended;
		expect([code, err]).toEqual([2, expect.stringContaining("is not a folder")]);
		await rm(file);
	});
});
