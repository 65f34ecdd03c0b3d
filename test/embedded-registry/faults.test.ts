import { once } from "node:events";
import { request } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { blobOf, postBlob, pushImage, putManifest } from "./content.ts";
import { type EmbeddedRegistry, startRegistry } from "./server.ts";

let registry: EmbeddedRegistry;
beforeEach(async () => {
	registry = await startRegistry();
});
afterEach(() => registry.close());

/** Status and bytes of a GET, and how its connection ended. */
async function get(path: string): Promise<{ status: number | undefined; bytes: Buffer; ended: string }> {
	const call = request(registry.url + path, { agent: false }).end();
	// A reset in the middle of an answer is told to both, and only the answer is awaited by then.
	call.on("error", () => undefined);
	const chunks: Buffer[] = [];
	let status: number | undefined;
	try {
		const [answer] = await once(call, "response");
		status = answer.statusCode;
		for await (const chunk of answer) chunks.push(chunk);
		return { status, bytes: Buffer.concat(chunks), ended: "well" };
	} catch (error) {
		return { status, bytes: Buffer.concat(chunks), ended: (error as NodeJS.ErrnoException).code ?? "badly" };
	}
}

describe("which requests a rule meets", () => {
	const statuses = async (paths: string[]) => {
		const all: number[] = [];
		for (const path of paths) all.push((await fetch(registry.url + path)).status);
		return all;
	};

	it("the nth alone, or several from it", async () => {
		const action = { kind: "status", status: 503 } as const;
		registry.inject({ path: "/v2/", nth: 2, action });
		expect(await statuses(["/v2/", "/v2/", "/v2/"])).toEqual([200, 503, 200]);
		registry.heal();
		registry.inject({ nth: 2, times: 2, action });
		expect(await statuses(["/v2/", "/v2/", "/v2/", "/v2/"])).toEqual([200, 503, 503, 200]);
		registry.heal();
		registry.inject({ times: 1, action });
		expect(await statuses(["/v2/", "/v2/"])).toEqual([503, 200]);
		registry.heal();
		registry.inject({ action });
		expect(await statuses(["/v2/", "/v2/"])).toEqual([503, 503]);
		registry.heal();
		expect(await statuses(["/v2/"])).toEqual([200]);
	});

	it("by method, by prefix and by pattern of path and query, from the options too", async () => {
		await using other = await startRegistry({
			faults: [
				{ method: "POST", path: "/v2/a/", action: { kind: "status", status: 500 } },
				{ path: /[?&]n=7\b/g, action: { kind: "status", status: 502 } },
			],
		});
		const statusOf = async (path: string, method = "GET") =>
			(await fetch(other.url + path, { method })).status;
		expect(await statusOf("/v2/a/blobs/uploads/", "POST")).toBe(500);
		expect(await statusOf("/v2/b/blobs/uploads/", "POST")).toBe(202);
		expect(await statusOf("/v2/a/tags/list")).toBe(404);
		expect(await statusOf("/v2/a/tags/list?n=7")).toBe(502);
		expect(await statusOf("/v2/a/tags/list?n=7")).toBe(502);
		expect(await statusOf("/v2/a/tags/list?n=77")).toBe(404);
	});
});

describe("what a rule does", () => {
	it("answers with status, headers and body instead", async () => {
		registry.inject({
			action: { kind: "status", status: 429, headers: { "retry-after": "3" }, body: "slower" },
		});
		const answer = await fetch(`${registry.url}/v2/`);
		expect([answer.status, answer.headers.get("retry-after"), await answer.text()]).toEqual([
			429,
			"3",
			"slower",
		]);
		expect(registry.requests).toMatchObject([{ status: 429 }]);
	});

	it("resets the connection after bytes of an answer", async () => {
		const blob = blobOf(Buffer.alloc(100_000, "x"));
		await postBlob(registry.url, "a", blob);
		registry.inject({ nth: 1, action: { kind: "reset", afterBytes: 1000 } });
		const broken = await get(`/v2/a/blobs/${blob.digest}`);
		expect(broken).toMatchObject({ status: 200, ended: "ECONNRESET" });
		expect(broken.bytes).toHaveLength(1000);
		expect((await get(`/v2/a/blobs/${blob.digest}`)).bytes).toHaveLength(100_000);
	});

	it("resets the connection after bytes of an upload, which can go on from there", async () => {
		const content = "0123456789".repeat(1000);
		const begun = await fetch(`${registry.url}/v2/a/blobs/uploads/`, { method: "POST" });
		const url = registry.url + begun.headers.get("location");
		registry.inject({ method: "PATCH", nth: 1, action: { kind: "reset", afterBytes: 1500 } });
		await expect(fetch(url, { method: "PATCH", body: content })).rejects.toThrow();
		const status = await fetch(url);
		expect(status.headers.get("range")).toBe("0-1499");
		const rest = { method: "PUT", body: content.slice(1500), headers: { "content-range": "1500-9999" } };
		expect((await fetch(`${url}?digest=${blobOf(content).digest}`, rest)).status).toBe(201);
	});

	it("resets the connection before anything happened", async () => {
		registry.inject({ times: 2, action: { kind: "reset" } });
		expect(await get("/v2/")).toMatchObject({ status: undefined, ended: "ECONNRESET" });
		await expect(postBlob(registry.url, "a", blobOf("x"))).rejects.toThrow();
		expect((await get(`/v2/a/blobs/${blobOf("x").digest}`)).status).toBe(404);
		expect(registry.requests[1]).toMatchObject({ method: "POST", status: 0 });
	});

	it("loses the answer of a request that was handled", async () => {
		const image = await pushImage(registry.url, "a", "1", "lost");
		registry.inject({ method: "PUT", path: "/v2/a/manifests/2", nth: 1, action: { kind: "lost-answer" } });
		await expect(putManifest(registry.url, "a", "2", image)).rejects.toThrow();
		expect((await get("/v2/a/manifests/2")).bytes).toEqual(image.bytes);
	});

	it("delays, and lets other rules act", async () => {
		registry.inject({ action: { kind: "delay", ms: 150 } });
		registry.inject({ nth: 2, action: { kind: "status", status: 500 } });
		const begin = performance.now();
		expect([(await get("/v2/")).status, (await get("/v2/")).status]).toEqual([200, 500]);
		expect(performance.now() - begin).toBeGreaterThan(290);
	});

	it("changes the bytes of a body, or shortens it", async () => {
		const blob = blobOf("0123456789");
		await postBlob(registry.url, "a", blob);
		registry.inject({ nth: 1, path: /blobs/, action: { kind: "wrong-bytes" } });
		registry.inject({ nth: 2, path: /blobs/, action: { kind: "short-body", bytes: 4 } });
		const texts = [];
		for (let n = 0; n < 3; n++) texts.push((await get(`/v2/a/blobs/${blob.digest}`)).bytes.toString());
		expect(texts).toEqual(["1123456789", "0123", "0123456789"]);

		const image = await pushImage(registry.url, "a", "1", "short");
		registry.inject({ path: /manifests/, action: { kind: "short-body", bytes: 5 } });
		expect((await get("/v2/a/manifests/1")).bytes).toEqual(image.bytes.subarray(0, 5));
	});

	it("hangs until a side closes the connection, also when the registry closes", async () => {
		registry.inject({ action: { kind: "hang" } });
		const impatient = fetch(`${registry.url}/v2/`, { signal: AbortSignal.timeout(100) });
		await expect(impatient).rejects.toThrow(/timeout/i);
		registry.inject({ action: { kind: "delay", ms: 60_000 } });
		const waiting = get("/v2/");
		await expect.poll(() => registry.requests.length).toBe(2);
		await registry.close();
		expect((await waiting).ended).not.toBe("well");
	});
});
