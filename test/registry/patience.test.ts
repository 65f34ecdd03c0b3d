import { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it, test } from "vitest";
import { createRegistryClient } from "#src/registry/client.js";
import { copyContents } from "#src/registry/copy.js";
import { createCopySession } from "#src/registry/copy-session.js";
import { digestOf } from "#src/registry/digest.js";
import { createSleep } from "#src/registry/patience.js";
import { registrySource } from "#src/registry/source.js";
import { recordingLog } from "#src/runner/log.js";
import { startRegistry } from "../embedded-registry/server.ts";
import { failureOf, image, push, testClient } from "./images.ts";

it("a cancelled run does not wait for a registry that asks for patience", async () => {
	await using registry = await startRegistry();
	registry.inject({
		method: "GET",
		action: { kind: "status", status: 429, headers: { "retry-after": "60" } },
	});
	const stop = new AbortController();
	const client = createRegistryClient({ mask: () => undefined, log: recordingLog(), signal: stop.signal });
	const ended = client.listTags({ registry: registry.host, repository: "a/b" }).then(
		() => "answered",
		(error: { code: string }) => error.code,
	);
	expect(await Promise.race([ended, wait(300, "waits")])).toBe("waits");
	stop.abort();
	expect(await Promise.race([ended, wait(20_000, "waits")])).toBe("rate-limited");
	// Later requests of the same run, those that put tags back, wait no longer either.
	registry.heal();
	const later = client.listTags({ registry: registry.host, repository: "a/b" });
	expect(await Promise.race([later, wait(5000, "waits")])).toEqual([]);
	await client.close();
});

it("a cancelled run gives up a request that hangs, and does not try it again", async () => {
	await using registry = await startRegistry();
	const repository = { registry: registry.host, repository: "a/b" };
	const stop = new AbortController();
	const client = createRegistryClient({ mask: () => undefined, log: recordingLog(), signal: stop.signal });
	const failure = (work: Promise<unknown>) =>
		work.then(
			() => "answered",
			(error: { code: string }) => error.code,
		);
	registry.inject({ action: { kind: "hang" } });
	const before = failure(client.headManifest({ ...repository, tag: "1" }));
	expect(await Promise.race([before, wait(300, "waits")])).toBe("waits");
	stop.abort();
	const after = failure(client.headManifest({ ...repository, tag: "2" }));
	for (const each of [before, after])
		expect(await Promise.race([each, wait(30_000, "waits")])).toBe("registry-unreachable");
	expect(registry.requests.map(({ path }) => path.split("/").at(-1))).toEqual(["1", "2"]);
	await client.close();
});

it("a wait ends, and with what ended it, when nobody wants its work any more", async () => {
	const own = new AbortController();
	const ended = failureOf(createSleep(new AbortController().signal)(60_000, own.signal));
	own.abort(new Error("another blob failed"));
	expect((await ended).message).toBe("another blob failed");
});

describe("no wait outlives its work", () => {
	const bytes = Buffer.alloc(3_000_000, 7);
	const blob = { digest: digestOf(bytes), size: bytes.length };
	const busy = { kind: "status", status: 503 } as const;
	const cut = { kind: "reset", afterBytes: 1000 } as const;

	test.each([
		["a busy source", "GET", busy],
		["a download that broke", "GET", cut],
		["an upload that broke", "PUT", cut],
		["chunks that broke", "PATCH", busy],
	])("%s", async (_name, method, action) => {
		await using registry = await startRegistry(method === "PATCH" ? { bodyLimit: 2_000_000 } : {});
		const from = { registry: registry.host, repository: "a" };
		await using writer = testClient();
		const open = async () => Readable.from([bytes]);
		await writer.uploadBlob(from, blob, open);
		const stop = new AbortController();
		const sleep = (_: number, signal?: AbortSignal) => {
			setTimeout(() => stop.abort(new Error("stop")), 10);
			return new Promise<void>((_resolve, reject) =>
				signal?.addEventListener("abort", () => reject(signal.reason)),
			);
		};
		await using client = testClient({ sleep });
		registry.inject({ method, path: /blobs/, action });
		const { signal } = stop;
		const read = async () => {
			for await (const _ of await client.getBlob(from, blob.digest, blob.size, { signal }));
		};
		const work =
			method === "GET" ? read() : client.uploadBlob({ ...from, repository: "b" }, blob, open, { signal });
		const failure = failureOf(work).then(({ message }) => message);
		expect(await Promise.race([failure, wait(4000, "waits")])).toBe("stop");
	});

	test("a copy that fails elsewhere ends at once", async () => {
		await using source = await startRegistry();
		await using destination = await startRegistry();
		await using writer = testClient();
		const content = image(["a".repeat(100_000), "b".repeat(100_000)]);
		const from = { registry: source.host, repository: "a" };
		await push(writer, from, content, "1");
		const [, first, second] = [...content.blobs.keys()];
		const path = (digest = "") => new RegExp(`blobs/${digest}`);
		const headers = { "retry-after": "60" };
		source.inject({ method: "GET", path: path(first), action: { kind: "status", status: 429, headers } });
		source.inject({ method: "GET", path: path(second), action: { kind: "status", status: 404 } });
		const client = createRegistryClient({ mask: () => undefined, log: recordingLog() });
		const origin = registrySource(client, { ...from, tag: "1" });
		const to = { registry: destination.host, repository: "b" };
		const session = createCopySession({ client });
		const copied = failureOf(origin.resolve().then((root) => copyContents(origin, root, to, { session })));
		const ended = copied.then(({ code }) => code);
		expect(await Promise.race([ended, wait(4000, "waits")])).toBe("not-found");
		await client.close();
	});
});
