import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { digestOf } from "#src/registry/digest.js";
import { failureOf, testClient } from "./images.ts";
import { startServer } from "./scripted-server.ts";

const MIB = 1024 * 1024;

/**
 * A registry that refuses whole blobs and, once a chunk was below its least, all further ones: only the last may
 * be. `cut` keeps half of that PATCH (from 1) and breaks the connection; above `most` bytes it answers 413.
 */
async function strict({ least, cut = 0, most = Number.POSITIVE_INFINITY, stored = "" }: Strict) {
	const sizes: number[] = [];
	const kept: Buffer[] = [];
	let last = least;
	let patches = 0;
	const server = await startServer(({ method, path, headers, body }, response) => {
		const length = kept.reduce((sum, each) => sum + each.length, 0);
		const location = "/v2/a/blobs/uploads/1";
		const state = { location, range: `0-${Math.max(0, length - 1)}` };
		if (method === "POST")
			return void response.writeHead(202, { location, "oci-chunk-min-length": String(least) }).end();
		if (method === "GET") return void response.writeHead(204, state).end();
		if (method === "PUT" && body.length > 0) return void response.writeHead(413).end();
		if (method === "PUT") {
			const digest = digestOf(Buffer.concat(kept));
			const right = new URL(path, "http://x").searchParams.get("digest") === digest;
			return void response.writeHead(right ? 201 : 400, { "docker-content-digest": stored || digest }).end();
		}
		if (method === "DELETE") return void response.writeHead(204).end();
		patches += 1;
		sizes.push(body.length);
		const bytes = Buffer.from(body, "latin1");
		if (bytes.length > most) return void response.writeHead(413).end();
		const begin = Number(headers["content-range"]?.split("-")[0]);
		if (last < least || begin !== length) return void response.writeHead(416, state).end();
		if (patches === cut) {
			kept.push(bytes.subarray(0, bytes.length / 2));
			return void response.socket?.destroy();
		}
		last = bytes.length;
		kept.push(bytes);
		response.writeHead(202, { location, range: `0-${length + bytes.length - 1}` }).end();
	});
	return { server, sizes };
}

interface Strict {
	least: number;
	cut?: number;
	most?: number;
	stored?: string;
}

/** Odd pieces, as a network gives them. */
function blobOf(size: number) {
	const bytes = Buffer.alloc(size, "0123456789abc");
	const open = async () => {
		const pieces: Buffer[] = [];
		for (let at = 0; at < size; at += 700_001) pieces.push(bytes.subarray(at, at + 700_001));
		return Readable.from(pieces);
	};
	return { name: { digest: digestOf(bytes), size }, open };
}

describe("a registry that enforces its least chunk", () => {
	test.each<[string, number, Strict, number[]]>([
		["below the usual size", 9 * MIB + 5, { least: 5_000_000 }, [8 * MIB, MIB + 5]],
		["above the usual size", 11 * MIB, { least: 10 * MIB }, [10 * MIB, MIB]],
		["and cuts a connection off", 13 * MIB, { least: 3 * MIB, cut: 1 }, [8 * MIB, 8 * MIB, MIB]],
		[
			"behind a proxy that takes less",
			8 * MIB + 1,
			{ least: 1_500_000, most: 3 * MIB },
			[8 * MIB, 2 * MIB, 2 * MIB, 2 * MIB, 2 * MIB, 1],
		],
	])("%s", async (_name, size, how, expected) => {
		const { server, sizes } = await strict(how);
		await using _ = server;
		await using client = testClient();
		const { name, open } = blobOf(size);
		await client.uploadBlob({ registry: server.host, repository: "a" }, name, open);
		expect(sizes).toEqual(expected);
	});
});

test("a registry that stores something else than the chunks make is found out", async () => {
	const { server } = await strict({ least: 1, stored: digestOf("other") });
	await using _ = server;
	await using client = testClient();
	const { name, open } = blobOf(MIB);
	const error = await failureOf(client.uploadBlob({ registry: server.host, repository: "a" }, name, open));
	expect(error).toMatchObject({ code: "digest-mismatch" });
	expect(error.message).toContain(`stored ${digestOf("other")}`);
});
