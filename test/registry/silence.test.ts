import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { digestOf } from "#src/registry/digest.js";
import { failureOf, testClient } from "./images.ts";
import { json, type Script, startServer } from "./scripted-server.ts";

const timeouts = { connect: 1000, headers: 250, body: 250, answer: 500 };

/** How often a registry was asked before an upload to it was given up. */
async function uploadTo(script: Script, size: number) {
	const asked: string[] = [];
	await using server = await startServer((request, response, count) => {
		asked.push(request.method);
		script(request, response, count);
	});
	await using client = testClient({ timeouts });
	const bytes = Buffer.alloc(size, 7);
	const blob = { digest: digestOf(bytes), size };
	const to = { registry: server.host, repository: "a" };
	const open = async () => Readable.from([bytes]);
	const error = await failureOf(client.uploadBlob(to, blob, open, { resume: open }));
	expect(error).toMatchObject({ code: "registry-unreachable" });
	expect(error.message).toContain("no answer within the time limit");
	return asked;
}

const opened = { location: "/v2/a/blobs/uploads/1" };

describe.concurrent("a registry that takes all and answers nothing is given up after a few time limits", () => {
	test.each<[string, number, Script, string[]]>([
		["at all", 2_000_000, () => undefined, ["POST", "POST"]],
		["to a small blob", 1000, () => undefined, ["POST", "POST"]],
		[
			"once an upload is open",
			2_000_000,
			({ method }, response) => void (method === "POST" && response.writeHead(202, opened).end()),
			["POST", "PUT", "GET"],
		],
		[
			"to an upload that is too small to be gone on with",
			200_000,
			({ method }, response) => void (method === "POST" && response.writeHead(202, opened).end()),
			["POST", "PUT", "GET"],
		],
		[
			"to a blob, but to all else",
			200_000,
			({ method }, response) =>
				void (method !== "PUT" && response.writeHead(method === "POST" ? 202 : 204, opened).end()),
			["POST", "PUT", "GET", "HEAD", "POST", "PUT", "GET", "HEAD"],
		],
		[
			"to chunks",
			200_000,
			({ method, body }, response) => {
				if (method === "PUT" && body.length > 0) response.writeHead(413).end();
				if (method === "DELETE") response.writeHead(204).end();
				if (method === "POST") response.writeHead(202, opened).end();
			},
			["POST", "PUT", "DELETE", "POST", "PATCH", "GET"],
		],
		[
			"to chunks, but to all else",
			200_000,
			({ method, body }, response) => {
				if (method === "PUT" && body.length > 0) response.writeHead(413).end();
				if (method === "DELETE" || method === "GET") response.writeHead(204).end();
				if (method === "POST") response.writeHead(202, opened).end();
			},
			["POST", "PUT", "DELETE", "POST", "PATCH", "GET", "PATCH"],
		],
	])("%s", async (_name, size, script, expected) => {
		expect(await uploadTo(script, size)).toEqual(expected);
	});
});

describe.concurrent("a registry that is slow to put a blob away", () => {
	/** Answers the upload's last request after so many milliseconds; has the blob when `has` says so. */
	async function upload(size: number, milliseconds: number, has: (puts: number) => boolean) {
		const asked: string[] = [];
		const puts = () => asked.filter((method) => method === "PUT").length;
		await using server = await startServer(({ method }, response) => {
			asked.push(method);
			if (method === "POST") response.writeHead(202, opened).end();
			else if (method === "PUT") setTimeout(() => response.writeHead(201).end(), milliseconds);
			else if (method === "HEAD") response.writeHead(has(puts()) ? 200 : 404).end();
			else response.writeHead(method === "GET" ? 404 : 204).end();
		});
		await using client = testClient({ timeouts });
		const bytes = Buffer.alloc(size, 7);
		const open = async () => Readable.from([bytes]);
		const blob = { digest: digestOf(bytes), size };
		await client.uploadBlob({ registry: server.host, repository: "a" }, blob, open, { resume: open });
		return asked;
	}

	test("has the longer the larger it is", async () => {
		expect(await upload(40_000_000, 1200, () => false)).toEqual(["POST", "PUT"]);
	});

	test.each<[string, number, string[]]>([
		["at once", 1, ["POST", "PUT", "GET", "HEAD"]],
		["at the end", 2, ["POST", "PUT", "GET", "HEAD", "POST", "PUT", "GET", "HEAD"]],
	])("is asked whether it has it by now: %s", async (_name, after, expected) => {
		expect(await upload(200_000, 60_000, (puts) => puts >= after)).toEqual(expected);
	});
});

describe.concurrent("an answer that comes byte by byte", () => {
	test.each([200, 400, 404])("of status %i ends, and is asked for once more at most", async (status) => {
		await using server = await startServer((_request, response) => {
			response.writeHead(status, { "content-type": "application/json" });
			const drip = setInterval(() => response.write(" "), 50);
			response.on("close", () => clearInterval(drip));
		});
		await using client = testClient({ timeouts });
		const error = await failureOf(client.getManifest({ registry: server.host, repository: "a", tag: "1" }));
		expect(error).toMatchObject({ code: "registry-unreachable" });
		expect(error.message).toContain("the whole answer did not come within the time limit");
		expect(server.requests.length).toBeLessThanOrEqual(2);
	});

	test("is not waited for where nothing of it is wanted", async () => {
		await using server = await startServer((_request, response) => {
			response.writeHead(202, opened);
			const drip = setInterval(() => response.write(" "), 50);
			response.on("close", () => clearInterval(drip));
		});
		await using client = testClient({ timeouts });
		const upload = await client.startUpload({ registry: server.host, repository: "a" });
		expect(upload.url.pathname).toBe(opened.location);
	});
});

test("the host that owes an answer is known", async () => {
	let answer = () => {};
	await using server = await startServer((_request, response) => {
		answer = () => json(response, 200, { tags: ["1"] });
		now += 7000;
		seen();
	});
	let now = 0;
	let seen = () => {};
	const arrived = new Promise<void>((resolve) => {
		seen = resolve;
	});
	await using client = testClient({ now: () => now });
	expect(client.waitingFor()).toBeUndefined();
	const tags = client.listTags({ registry: server.host, repository: "a" });
	await arrived;
	expect(client.waitingFor()).toEqual({ host: server.host, milliseconds: 7000 });
	answer();
	expect(await tags).toEqual(["1"]);
	expect(client.waitingFor()).toBeUndefined();
});
