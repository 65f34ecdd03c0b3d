import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { tool } from "../../test/live/tools.ts";

/** A registry as a process of its own, its content in memory. */
export interface Server {
	host: string;
	port: number;
	stop(): Promise<void>;
}

export interface Relay {
	host: string;
	/** Requests since the relay began. */
	count(): Promise<number>;
	stop(): Promise<void>;
}

/** distribution, its content in a folder of the memory's file system, or crane's registry. */
export async function startServer(kind: "distribution" | "crane"): Promise<Server> {
	const port = await freePort();
	const folder = mkdtempSync("/dev/shm/sluice-bench-");
	const config = {
		version: "0.1",
		log: { level: "error", accesslog: { disabled: true } },
		storage: { filesystem: { rootdirectory: join(folder, "data") }, delete: { enabled: true } },
		http: { addr: `127.0.0.1:${port}`, secret: "for-one-benchmark" },
	};
	writeFileSync(join(folder, "config.yml"), JSON.stringify(config));
	const child =
		kind === "crane"
			? spawn(tool("crane"), ["registry", "serve", "--address", `127.0.0.1:${port}`], { stdio: "ignore" })
			: spawn(tool("registry"), ["serve", join(folder, "config.yml")], { stdio: "ignore" });
	const stop = async () => {
		await end(child);
		rmSync(folder, { recursive: true, force: true });
	};
	for (let tries = 0; ; tries += 1) {
		if (await answers(port)) return { host: `127.0.0.1:${port}`, port, stop };
		if (tries === 200 || child.exitCode !== null) {
			await stop();
			throw new Error(`${kind} does not answer on port ${port}`);
		}
		await sleep(25);
	}
}

/** An image that no memory holds, and where it can be pushed to (see endless.ts). */
export interface Endless extends Server {
	/** Of `shop/huge:1`. */
	digest: string;
}

/** A server of so many layers of so many bytes; with none, only a destination. */
export async function startEndless(layers: number, bytes: number): Promise<Endless> {
	const file = join(import.meta.dirname, "endless.ts");
	const child = spawn(process.execPath, [file, String(layers), String(bytes)], {
		stdio: ["pipe", "pipe", "inherit"],
	});
	const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
	const port = Number((await lines.next()).value);
	const digest = String((await lines.next()).value);
	return { host: `127.0.0.1:${port}`, port, digest, stop: () => end(child) };
}

/** A relay before a server, which adds a delay each way. */
export async function startRelay(server: Server, milliseconds: number): Promise<Relay> {
	const file = join(import.meta.dirname, "relay.ts");
	const child = spawn(process.execPath, [file, String(server.port), String(milliseconds)], {
		stdio: ["pipe", "pipe", "inherit"],
	});
	const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
	const next = async () => Number((await lines.next()).value);
	const port = await next();
	return {
		host: `127.0.0.1:${port}`,
		async count() {
			child.stdin.write("\n");
			return next();
		},
		stop: () => end(child),
	};
}

async function end(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const ended = new Promise((resolve) => child.once("close", resolve));
	child.kill("SIGKILL");
	await ended;
}

async function answers(port: number): Promise<boolean> {
	try {
		const response = await fetch(`http://127.0.0.1:${port}/v2/`);
		await response.arrayBuffer();
		return response.ok;
	} catch {
		return false;
	}
}

function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const server = createServer();
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
		});
	});
}
