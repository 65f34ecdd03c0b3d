import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createRegistryClient } from "#src/registry/client.js";
import { recordingLog } from "#src/runner/log.js";
import { type EmbeddedRegistry, startRegistry } from "../embedded-registry/server.ts";
import { failureOf } from "./images.ts";

/** A proxy that opens tunnels (CONNECT), and leads every host to one registry. */
let proxy: Server;
let asked: string[] = [];
let registry: EmbeddedRegistry;

beforeAll(async () => {
	registry = await startRegistry();
	const port = Number(registry.host.split(":").at(-1));
	proxy = createServer();
	proxy.on("connect", (request, socket) => {
		asked.push(request.url ?? "");
		const target = connect(port, "127.0.0.1", () => {
			socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
			target.pipe(socket).pipe(target);
		});
		for (const each of [target, socket]) each.on("error", () => each.destroy());
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
