import { describe, expect, it } from "vitest";
import type { Promotion } from "#src/promotion/promotion.js";
import { type Manifest, pushImage } from "../embedded-registry/content.ts";
import type { FaultAction } from "../embedded-registry/faults.ts";
import { type EmbeddedRegistry, startRegistry } from "../embedded-registry/server.ts";
import { isWhole, item, promote, pushSigned, referrersAt, tagAt } from "./fixture.ts";

/**
 * A promotion of two images with referrers fails at each of its requests in turn. Whatever happens, the outcome
 * must be what the registry then shows, and the same command afterwards must finish it.
 */

interface Set {
	from: EmbeddedRegistry;
	cart: { image: Manifest; signature: Manifest };
	catalog: { image: Manifest; signature: Manifest };
}

const ALWAYS = Number.POSITIVE_INFINITY;

/**
 * Once: the client gets over it. Four times: its attempts at one request are used up, and the roll-back works. For
 * good: the registry is lost.
 */
const CASES: readonly [FaultAction, side: "source" | "destination", times: number][] = [
	[{ kind: "lost-answer" }, "destination", 1],
	...[
		{ kind: "status", status: 500 } as const,
		{ kind: "reset" } as const,
		{ kind: "lost-answer" } as const,
	].flatMap((action): [FaultAction, "source" | "destination", number][] => [
		[action, "destination", 4],
		[action, "destination", ALWAYS],
		[action, "source", ALWAYS],
	]),
];

function itemsOf({ from }: Set, to: EmbeddedRegistry) {
	return [
		item(`${from.host}/acme/cart:1.0.0 => ${to.host}/prod/cart:1.0.0,latest`, { moveTags: ["latest"] }),
		item(`${from.host}/acme/catalog:2.0.0 => ${to.host}/prod/catalog:2.0.0`),
	];
}

const TAGS = [
	["prod/cart", "1.0.0"],
	["prod/cart", "latest"],
	["prod/catalog", "2.0.0"],
] as const;

async function tagsOf(to: EmbeddedRegistry): Promise<Map<string, string | undefined>> {
	const found = new Map<string, string | undefined>();
	for (const [name, tag] of TAGS) found.set(`${to.host}/${name}:${tag}`, await tagAt(to, name, tag));
	return found;
}

/** The outcome against what the registry shows now. Returns what is wrong. */
async function lies(
	told: Promotion,
	before: Map<string, string | undefined>,
	set: Set,
	to: EmbeddedRegistry,
): Promise<string[]> {
	const now = await tagsOf(to);
	const residue = new Map(
		told.residue.map((each) => [
			`${each.destination.registry}/${each.destination.repository}:${each.tag}`,
			each.now,
		]),
	);
	const wrong: string[] = [];
	for (const [address, digest] of now) {
		const wanted = address.includes("/cart:") ? set.cart.image.digest : set.catalog.image.digest;
		if (told.outcome.kind === "promoted") {
			if (digest !== wanted) wrong.push(`promoted, and ${address} is ${digest}`);
			continue;
		}
		const left = residue.get(address);
		if (left === undefined && digest !== before.get(address))
			wrong.push(`${address} is not as before, and not told`);
		if (left?.known === true && digest !== left.digest)
			wrong.push(`${address} is told to be ${left.digest}, and is ${digest}`);
	}
	if (told.outcome.kind === "unchanged" || told.outcome.kind === "planned")
		wrong.push(`outcome ${told.outcome.kind}`);
	if (told.outcome.kind === "residue" && residue.size === 0) wrong.push("residue without a tag");
	if (told.outcome.kind !== "residue" && residue.size > 0)
		wrong.push("tags left behind without the outcome residue");
	if (told.outcome.kind === "refused" && told.rolledBack.length > 0)
		wrong.push("refused, and something was rolled back");
	if (told.outcome.kind !== "promoted" && told.problems.length === 0) wrong.push("no reason");
	if (told.outcome.kind !== "promoted" && "cause" in told.outcome && told.outcome.cause !== "outside")
		wrong.push(`the cause is ${told.outcome.cause}: ${told.problems[0]?.message}`);
	return wrong;
}

async function isDone(set: Set, to: EmbeddedRegistry): Promise<string[]> {
	const wrong: string[] = [];
	for (const [name, { image, signature }] of [
		["prod/cart", set.cart],
		["prod/catalog", set.catalog],
	] as const) {
		if (!(await isWhole(to, name, image))) wrong.push(`${name} is not whole`);
		if (!(await referrersAt(to, name, image.digest)).includes(signature.digest))
			wrong.push(`${name} has no signature`);
	}
	for (const [address, digest] of await tagsOf(to)) {
		const wanted = address.includes("/cart:") ? set.cart.image.digest : set.catalog.image.digest;
		if (digest !== wanted) wrong.push(`${address} is ${digest} at the end`);
	}
	return wrong;
}

async function makeSet(): Promise<Set> {
	const from = await startRegistry();
	const cart = await pushSigned(from, "acme/cart", "1.0.0", "cart");
	const catalog = await pushSigned(from, "acme/catalog", "2.0.0", "catalog");
	return { from, cart, catalog };
}

async function requestsOfAWholeRun(): Promise<{ from: number; to: number; tagPuts: number }> {
	const set = await makeSet();
	await using to = await startRegistry();
	await using _from = set.from;
	await pushImage(to.url, "prod/cart", "latest", "old cart");
	to.requests.length = 0;
	set.from.requests.length = 0;
	const { outcome } = await promote(itemsOf(set, to), { concurrency: 1 });
	expect(outcome.kind).toBe("promoted");
	const tagPuts = to.requests.filter(
		({ method, path }) => method === "PUT" && /manifests\/[^:]+$/.test(path),
	).length;
	return { from: set.from.requests.length, to: to.requests.length, tagPuts };
}

describe("a fault at each request in turn", () => {
	it.each(CASES)(
		"%j to the %s, %d times: told truly, and the same command finishes it",
		{ timeout: 180_000 },
		async (action, side, times) => {
			const whole = await requestsOfAWholeRun();
			expect(whole.tagPuts).toBe(3);
			const set = await makeSet();
			await using _from = set.from;
			const outcomes = new Map<string, number>();
			const wrong: string[] = [];
			for (let nth = 1; nth <= (side === "source" ? whole.from : whole.to); nth++) {
				await using to = await startRegistry();
				await pushImage(to.url, "prod/cart", "latest", "old cart");
				const before = await tagsOf(to);
				(side === "source" ? set.from : to).inject({ nth, times, action });
				const told = await promote(itemsOf(set, to), { concurrency: 1 });
				set.from.heal();
				to.heal();
				outcomes.set(told.outcome.kind, (outcomes.get(told.outcome.kind) ?? 0) + 1);
				const again = await (async () => {
					const found = await lies(told, before, set, to);
					const second = await promote(itemsOf(set, to), { concurrency: 1 });
					if (second.outcome.kind !== "promoted" && second.outcome.kind !== "unchanged")
						found.push(`the second run: ${second.outcome.kind}: ${second.problems[0]?.message}`);
					return [...found, ...(await isDone(set, to))];
				})();
				wrong.push(...again.map((each) => `${action.kind} at ${side} request ${nth}: ${each}`));
			}
			expect(wrong).toEqual([]);
			if (times === 1) expect([...outcomes.keys()]).toEqual(["promoted"]);
			else expect(outcomes.get("refused")).toBeGreaterThan(0);
			if (side === "destination" && times === ALWAYS) expect(outcomes.get("residue")).toBeGreaterThan(0);
		},
	);
});

describe("a refusal that is not tried again", () => {
	it.each([1, 2, 3])("at the tag number %i leaves no tag moved", async (nth) => {
		const set = await makeSet();
		await using _from = set.from;
		await using to = await startRegistry();
		await pushImage(to.url, "prod/cart", "latest", "old cart");
		const before = await tagsOf(to);
		to.inject({ method: "PUT", path: /manifests\/[^:]+$/, nth, action: { kind: "status", status: 403 } });
		const told = await promote(itemsOf(set, to), { concurrency: 1 });
		expect(told.outcome).toEqual({ kind: nth === 1 ? "refused" : "rolled-back", cause: "outside" });
		expect(told.rolledBack).toHaveLength(nth - 1);
		expect(await tagsOf(to)).toEqual(before);
		expect((await promote(itemsOf(set, to))).outcome).toEqual({ kind: "promoted" });
		expect(await isDone(set, to)).toEqual([]);
	});
});
