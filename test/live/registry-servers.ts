import { type ChildProcess, execFile, spawn } from "node:child_process";
import { createPublicKey, generateKeyPairSync, type KeyObject, randomUUID, sign } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer as createHttpServer, request as sendRequest } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { tool } from "./tools.ts";

/** A registry server that runs as a process of its own. */
export interface LiveRegistry extends AsyncDisposable {
	/** `127.0.0.1:PORT`. */
	host: string;
}

const START_LIMIT = 15_000;

/** Debian's docker-registry (distribution 2.8), its user in an htpasswd file. */
export async function startDockerRegistry(user: {
	username: string;
	password: string;
}): Promise<LiveRegistry> {
	const program = tool("docker-registry");
	const htpasswd = tool("htpasswd");
	const folder = await mkdtemp(join(tmpdir(), "docker-registry-"));
	const { stdout } = await promisify(execFile)(htpasswd, ["-Bbn", user.username, user.password]);
	await writeFile(join(folder, "htpasswd"), stdout);
	const port = await freePort();
	const config = {
		version: "0.1",
		log: { level: "error" },
		storage: { filesystem: { rootdirectory: join(folder, "data") }, delete: { enabled: true } },
		http: { addr: `127.0.0.1:${port}`, secret: "for-one-test" },
		auth: { htpasswd: { realm: "live", path: join(folder, "htpasswd") } },
	};
	// JSON is YAML.
	await writeFile(join(folder, "config.yml"), JSON.stringify(config));
	return start(program, ["serve", join(folder, "config.yml")], port, () =>
		rm(folder, { recursive: true, force: true }),
	);
}

/** distribution 3, with bearer tokens of a token service that knows one user. */
export async function startDistribution(user: { username: string; password: string }): Promise<LiveRegistry> {
	const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
	const port = await freePort();
	const front = await startTokenService(user, privateKey, port);
	const folder = await mkdtemp(join(tmpdir(), "distribution-"));
	const jwk = {
		...createPublicKey(privateKey).export({ format: "jwk" }),
		kid: KEY,
		alg: "RS256",
		use: "sig",
	};
	await writeFile(join(folder, "keys.json"), JSON.stringify({ keys: [jwk] }));
	const config = {
		version: "0.1",
		log: { level: "error" },
		storage: { filesystem: { rootdirectory: join(folder, "data") }, delete: { enabled: true } },
		http: { addr: `127.0.0.1:${port}`, secret: "for-one-test" },
		auth: {
			token: {
				realm: `http://${front.host}/token`,
				service: SERVICE,
				issuer: ISSUER,
				jwks: join(folder, "keys.json"),
			},
		},
	};
	await writeFile(join(folder, "config.yml"), JSON.stringify(config));
	const server = await start(tool("registry"), ["serve", join(folder, "config.yml")], port, () =>
		rm(folder, { recursive: true, force: true }),
	);
	return {
		host: front.host,
		async [Symbol.asyncDispose]() {
			await front[Symbol.asyncDispose]();
			await server[Symbol.asyncDispose]();
		},
	};
}

const KEY = "live";
const SERVICE = "live-registry";
const ISSUER = "live-tokens";

/**
 * Grants the user what is asked for, and nobody else anything (distribution's "Token Authentication Implementation").
 * All other requests go to the registry: crane and oras take a token service on an address inside this machine only
 * where it has the registry's own address.
 */
async function startTokenService(
	user: { username: string; password: string },
	key: KeyObject,
	registry: number,
): Promise<LiveRegistry> {
	const expected = Buffer.from(`${user.username}:${user.password}`).toString("base64");
	const server = createHttpServer((request, response) => {
		const url = new URL(request.url ?? "/", "http://localhost");
		if (url.pathname !== "/token") {
			const { method, headers } = request;
			const onward = sendRequest({ host: "127.0.0.1", port: registry, path: request.url, method, headers });
			onward.on("response", (answer) => {
				response.writeHead(answer.statusCode ?? 502, answer.headers);
				answer.pipe(response);
			});
			onward.on("error", () => response.destroy());
			request.pipe(onward);
			return;
		}
		request.resume();
		if (request.headers.authorization !== `Basic ${expected}`) {
			response.writeHead(401).end();
			return;
		}
		const access = url.searchParams
			.getAll("scope")
			.flatMap((scope) => scope.split(" "))
			.map((scope) => {
				const [type = "", ...rest] = scope.split(":");
				return { type, name: rest.slice(0, -1).join(":"), actions: rest.at(-1)?.split(",") ?? [] };
			});
		const now = Math.floor(Date.now() / 1000);
		const claims = { iss: ISSUER, sub: user.username, aud: SERVICE, exp: now + 300, nbf: now - 5, iat: now };
		const parts = [
			{ typ: "JWT", alg: "RS256", kid: KEY },
			{ ...claims, jti: randomUUID(), access },
		]
			.map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
			.join(".");
		const token = `${parts}.${sign("sha256", Buffer.from(parts), key).toString("base64url")}`;
		response.writeHead(200, { "content-type": "application/json" });
		response.end(JSON.stringify({ token, expires_in: 300 }));
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	return {
		host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
		async [Symbol.asyncDispose]() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** crane's registry, in memory, with the referrers API. */
export async function startCraneRegistry(): Promise<LiveRegistry> {
	const program = tool("crane");
	const port = await freePort();
	return start(program, ["registry", "serve", "--address", `127.0.0.1:${port}`], port, async () => undefined);
}

async function start(
	program: string,
	options: string[],
	port: number,
	cleanUp: () => Promise<void>,
): Promise<LiveRegistry> {
	const child = spawn(program, options, { stdio: ["ignore", "ignore", "pipe"] });
	let said = "";
	child.stderr.on("data", (chunk: Buffer) => {
		said = (said + chunk.toString()).slice(-4000);
	});
	const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
	const stop = async () => {
		child.kill("SIGKILL");
		await ended;
		await cleanUp();
	};
	const host = `127.0.0.1:${port}`;
	const until = Date.now() + START_LIMIT;
	while (!(await answers(host))) {
		if (Date.now() < until && isRunning(child)) {
			await sleep(50);
			continue;
		}
		await stop();
		throw new Error(`${program} does not answer on ${host}: ${said}`);
	}
	return { host, [Symbol.asyncDispose]: stop };
}

function isRunning(child: ChildProcess): boolean {
	return child.exitCode === null && child.signalCode === null;
}

async function answers(host: string): Promise<boolean> {
	try {
		const response = await fetch(`http://${host}/v2/`);
		await response.arrayBuffer();
		return response.status === 200 || response.status === 401;
	} catch {
		return false;
	}
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once("error", reject);
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			const port = typeof address === "object" && address !== null ? address.port : 0;
			server.close(() => resolve(port));
		});
	});
}
