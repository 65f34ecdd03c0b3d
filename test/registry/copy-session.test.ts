import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { createCopySession } from "#src/registry/copy-session.js";
import { testClient } from "./images.ts";

const DIGEST = `sha256:${"a".repeat(64)}`;
const repository = (name: string) => ({ registry: "localhost:1", repository: name });

/** Works that end when they are told to, and in which order they began. */
function works() {
	const session = createCopySession({ client: testClient() });
	const begun: string[] = [];
	const endings = new Map<string, (bring: boolean) => void>();
	return {
		begun,
		run: (name: string) =>
			session.withBlob(repository(name), DIGEST, (holders) => {
				begun.push(name);
				return new Promise<number>((resolve) => {
					endings.set(name, (bring) => {
						if (bring) holders.add(name);
						resolve(holders.size);
					});
				});
			}),
		async end(name: string, { bring = true } = {}) {
			endings.get(name)?.(bring);
			await new Promise(setImmediate);
		},
	};
}

test("the others wait for the first to bring a blob, and then for nobody", async () => {
	const { run, begun, end } = works();
	const all = [run("a"), run("b"), run("c"), run("c"), run("d")];
	await end("nothing");
	expect(begun).toEqual(["a"]);
	await end("a");
	// The second work for c waits for the first.
	expect(begun).toEqual(["a", "b", "c", "d"]);
	await end("c");
	expect(begun).toEqual(["a", "b", "c", "d", "c"]);
	for (const name of ["b", "c", "d"]) await end(name);
	await Promise.all(all);
});

test("while nobody has brought it, one at a time", async () => {
	const { run, begun, end } = works();
	const all = [run("a"), run("b"), run("c")];
	await end("nothing");
	await end("a", { bring: false });
	expect(begun).toEqual(["a", "b"]);
	await end("b");
	expect(begun).toEqual(["a", "b", "c"]);
	await end("c");
	expect(await Promise.all(all)).toEqual([0, 1, 2]);
});

test("HEAD requests leave their connections open for the next", async () => {
	let connections = 0;
	const server = createServer((_request, response) => {
		response.writeHead(200, { "content-length": "4" }).end();
	});
	server.on("connection", () => {
		connections += 1;
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const client = testClient();
	try {
		const registry = `127.0.0.1:${(server.address() as AddressInfo).port}`;
		for (let at = 0; at < 10; at += 1) {
			expect(await client.hasBlob({ registry, repository: "acme/shop" }, DIGEST, 4)).toBe(true);
		}
		// The second request may come before the first connection is known to be free.
		expect(connections).toBeLessThanOrEqual(2);
	} finally {
		await client.close();
		server.close();
	}
});
