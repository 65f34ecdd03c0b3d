import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { createRegistryClient } from "#src/registry/client.js";
import { recordingLog } from "#src/runner/log.js";
import { startRegistry } from "../embedded-registry/server.ts";

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
