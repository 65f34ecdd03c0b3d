import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { selfSigned } from "../../test/certificate.ts";
import { tool } from "../../test/live/tools.ts";

const LOOPBACK = "127.0.0.1";

/** A process that serves a registry. */
export interface Process {
	host: string;
	port: number;
	stop(): Promise<void>;
}

/** A registry as a process of its own, its content in memory. */
export interface Server extends Process {
	/** A second process, which serves the same content over TLS. */
	secure(how: Secured): Promise<Process>;
}

/** What a server needs to speak TLS. */
export interface Secured {
	/** An address of this machine that is not loopback: there nobody tries http. */
	address: string;
	/** Paths of PEM files. */
	cert: string;
	key: string;
}

/** A certificate for an address of this machine, in files of `folder`. Undefined where it has but loopback. */
export async function secured(folder: string): Promise<Secured | undefined> {
	const address = Object.values(networkInterfaces())
		.flatMap((each) => each ?? [])
		.find(({ family, internal }) => family === "IPv4" && !internal)?.address;
	if (address === undefined) return undefined;
	const { cert, key } = await selfSigned(address);
	const files = { cert: join(folder, "cert.pem"), key: join(folder, "key.pem") };
	writeFileSync(files.cert, cert);
	writeFileSync(files.key, key);
	return { address, ...files };
}

export interface Relay {
	host: string;
	/** Requests since the relay began. */
	count(): Promise<number>;
	stop(): Promise<void>;
}

/** distribution, its content in a folder of the memory's file system, or crane's registry. */
export function startServer(kind: "distribution" | "crane"): Promise<Server> {
	return kind === "crane" ? startCrane() : startDistribution();
}

async function startDistribution(): Promise<Server> {
	const folder = mkdtempSync("/dev/shm/sluice-bench-");
	const serve = async (address: string, tls: object) => {
		const port = await freePort();
		const config = {
			version: "0.1",
			log: { level: "error", accesslog: { disabled: true } },
			storage: { filesystem: { rootdirectory: join(folder, "data") }, delete: { enabled: true } },
			http: { addr: `${address}:${port}`, secret: "for-one-benchmark", ...tls },
		};
		const file = join(folder, `${port}.yml`);
		writeFileSync(file, JSON.stringify(config));
		const child = spawn(tool("registry"), ["serve", file], { stdio: "ignore" });
		await answering(child, address, port);
		return { host: `${address}:${port}`, port, stop: () => end(child) };
	};
	const clear = await serve(LOOPBACK, {});
	return {
		...clear,
		secure: ({ address, cert, key }) => serve(address, { tls: { certificate: cert, key } }),
		async stop() {
			await clear.stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

async function startCrane(): Promise<Server> {
	const port = await freePort();
	const host = `${LOOPBACK}:${port}`;
	const child = spawn(tool("crane"), ["registry", "serve", "--address", host], { stdio: "ignore" });
	await answering(child, LOOPBACK, port);
	const secure = () => Promise.reject(new Error("only distribution speaks TLS here"));
	return { host, port, secure, stop: () => end(child) };
}

/** An image that no memory holds, and where it can be pushed to (see endless.ts). */
export interface Endless extends Process {
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

/** Waits until the server takes connections. */
async function answering(child: ChildProcess, address: string, port: number): Promise<void> {
	for (let tries = 0; ; tries += 1) {
		if (await takesConnections(address, port)) return;
		if (tries === 200 || child.exitCode !== null) {
			await end(child);
			throw new Error(`no server answers at ${address}:${port}`);
		}
		await sleep(25);
	}
}

function takesConnections(host: string, port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect({ host, port });
		socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
		socket.once("connect", () => socket.destroy());
	});
}

function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const server = createServer();
		server.listen(0, LOOPBACK, () => {
			const address = server.address();
			server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
		});
	});
}
