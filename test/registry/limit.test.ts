import { expect, test } from "vitest";
import { createAdaptiveLimit } from "#src/registry/limit.js";
import { testClient } from "./images.ts";
import { startServer } from "./scripted-server.ts";

test("what was under way when it halved says nothing, whether it is answered or breaks", async () => {
	const limit = createAdaptiveLimit(4);
	const ends: { answer: () => void; break: () => void }[] = [];
	const work = () =>
		limit
			.run(
				() => new Promise<void>((resolve, reject) => ends.push({ answer: resolve, break: () => reject() })),
			)
			.then(
				() => limit.answered(),
				() => undefined,
			);
	const all = [work(), work()];
	limit.busy();
	expect(limit.width()).toBe(2);
	ends[0]?.answer();
	ends[1]?.break();
	await Promise.all(all);
	expect(limit.width()).toBe(2);
	// Both are through, so the next two count.
	limit.answered();
	limit.answered();
	expect(limit.width()).toBe(3);
});

test("a host that is busy gets fewer requests at once", async () => {
	const held: (() => void)[] = [];
	let most = 0;
	let arrived = () => {};
	await using server = await startServer((_request, response, count) => {
		if (count === 1) return void response.writeHead(429).end();
		if (count === 2) return void response.writeHead(404).end();
		held.push(() => response.writeHead(404).end());
		most = Math.max(most, held.length);
		arrived();
	});
	await using client = testClient({ concurrency: 4 });
	const ref = { registry: server.host, repository: "a", tag: "1" };
	await client.headManifest(ref);
	const two = new Promise<void>((resolve) => {
		arrived = () => held.length >= 2 && setTimeout(resolve, 100);
	});
	const all = Promise.all([1, 2, 3, 4].map(() => client.headManifest(ref)));
	await two;
	expect(most).toBe(2);
	arrived = () => {
		for (const answer of held.splice(0)) answer();
	};
	arrived();
	await all;
});
