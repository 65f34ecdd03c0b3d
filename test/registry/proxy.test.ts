import { createServer, request as forward, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createRegistryClient } from "#src/registry/client.js";
import { recordingLog } from "#src/runner/log.js";
import { type EmbeddedRegistry, startRegistry } from "../embedded-registry/server.ts";
import { failureOf } from "./images.ts";

/** A proxy that leads every host to one registry. */
let proxy: Server;
let asked: string[] = [];
let registry: EmbeddedRegistry;

beforeAll(async () => {
	registry = await startRegistry();
	const port = Number(registry.host.split(":").at(-1));
	// What is spoken in the clear is forwarded, as proxies do; for https they open a tunnel.
	proxy = createServer((request, response) => {
		const { host, pathname, search } = new URL(request.url ?? "");
		asked.push(host);
		const { method, headers } = request;
		const path = pathname + search;
		forward({ host: "127.0.0.1", port, path, method, headers }, (answer) => {
			response.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(response);
		}).end();
	});
	proxy.on("connect", (request, socket) => {
		asked.push(`CONNECT ${request.url}`);
		socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
	});
	await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
	proxy.closeAllConnections();
	proxy.close();
	await registry.close();
});
beforeEach(() => {
	asked = [];
});

const HOST = "registry.example:5000";

async function tags(host: string, environment: Record<string, string>): Promise<string[]> {
	const client = createRegistryClient({
		mask: () => undefined,
		log: recordingLog(),
		insecureRegistries: [HOST],
		environment,
		sleep: async () => undefined,
	});
	try {
		return await client.listTags({ registry: host, repository: "a/b" });
	} finally {
		await client.close();
	}
}
const address = () => `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;

test("a registry is reached by the environment's proxy", async () => {
	expect(await tags(HOST, { HTTP_PROXY: address() })).toEqual([]);
	expect(asked).toEqual([HOST]);
});

test("https goes through a tunnel, which a proxy may refuse", async () => {
	const error = await failureOf(tags("registry.example", { HTTPS_PROXY: address() }));
	expect(error.code).toBe("registry-unreachable");
	expect(asked).toContain("CONNECT registry.example:443");
});

test("not what NO_PROXY names, nor loopback", async () => {
	expect((await failureOf(tags(HOST, { http_proxy: address(), NO_PROXY: "registry.example" }))).code).toBe(
		"registry-unreachable",
	);
	expect(await tags(registry.host, { HTTP_PROXY: address(), HTTPS_PROXY: address() })).toEqual([]);
	expect(asked).toEqual([]);
});

test("the process's own environment is not looked at", async () => {
	process.env.HTTP_PROXY = address();
	try {
		expect((await failureOf(tags(HOST, {}))).code).toBe("registry-unreachable");
	} finally {
		delete process.env.HTTP_PROXY;
	}
	expect(asked).toEqual([]);
});
