import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exitCodeOfOutcome } from "#src/promotion/outcome.js";
import type { Promotion } from "#src/promotion/promotion.js";
import { openKeychain } from "#src/registry/keychain.js";
import type { Repository } from "#src/registry/name.js";
import type { FaultAction } from "../embedded-registry/faults.ts";
import { type EmbeddedRegistry, type RegistryOptions, startRegistry } from "../embedded-registry/server.ts";
import type { Kind, Request, Side } from "../registry/fault-list.ts";
import { type Content, image, index, push, referrer, testClient } from "../registry/images.ts";
import { type ScriptedServer, startServer } from "../registry/scripted-server.ts";
import { actionEntry } from "../runner/spawn.ts";
import { item, promote } from "./fixture.ts";

/** Where a promotion of three signed images that share a layer is stopped at one of its requests, and looked at. */

const USERNAME = "promoter";
const PASSWORD = "correct horse battery staple";

export const BASE = Buffer.from("base ".repeat(30_000));

interface SignedImage {
	name: string;
	version: string;
	tags: readonly string[];
	content: Content;
	signature: Content;
}

const signed = (name: string, version: string, tags: readonly string[], content: Content): SignedImage => ({
	name,
	version,
	tags,
	content,
	signature: referrer(content.root, `signature of ${name}`),
});

const SET: readonly SignedImage[] = [
	signed("cart", "1.0.0", ["1.0.0", "latest"], index([image([BASE, "cart"])])),
	signed("catalog", "2.0.0", ["2.0.0"], image([BASE, "catalog"])),
	signed("checkout", "3.0.0", ["3.0.0"], image([BASE, "checkout"])),
];

const CONTENTS = SET.flatMap(({ content, signature }) => [content, signature]);
export const MANIFESTS = CONTENTS.flatMap(({ manifests }) => manifests);
const isTagPut = ({ method, path }: Request) => method === "PUT" && /manifests\/(?!sha256-)[^:]+$/.test(path);

/** How a promotion was stopped at one request: by a fault, a signal to stop, or a kill. */
export type Stop = "fault" | "SIGTERM" | "SIGKILL";

/** One request at which a promotion is stopped. */
export interface Order {
	stop: Stop;
	side: Side;
	times: number;
	when(request: Request): boolean;
	/** Of those, counted from 1. */
	nth: number;
	action: FaultAction;
}

/** How it ended. */
export interface Run {
	/** The outcome, or that it was killed. */
	end: string;
	exitCode: number | undefined;
	wrong: string[];
}

export interface Stage extends AsyncDisposable {
	other: ScriptedServer;
	/** What a promotion without faults asks a side. */
	requests(kind: Kind, side: Side, stop: Stop): Promise<Request[]>;
	promotion(kind: Kind, order: Order): Promise<Run>;
}

type Tags = Map<string, string | undefined>;

/** Registries and what is promoted between them. */
export async function openStage(): Promise<Stage> {
	const auth = { kind: "token", username: USERNAME, password: PASSWORD } as const;
	// Every promotion goes to new repositories: what earlier ones left must not be mounted.
	const anonymousMount = false;
	const options: Record<Kind, RegistryOptions> = {
		between: { auth, anonymousMount },
		within: { auth, anonymousMount },
		chunks: { auth, anonymousMount, bodyLimit: 100_000 },
		"without the API": { auth, anonymousMount, referrers: false },
	};
	const source = await startRegistry({ auth });
	const destinations = new Map<Kind, EmbeddedRegistry>();
	for (const kind of Object.keys(options) as Kind[])
		destinations.set(kind, await startRegistry(options[kind]));
	const all = [source, ...destinations.values()];
	const other = await startServer(({ path }, response) => {
		const blob = CONTENTS.flatMap(({ blobs }) => [...blobs]).find(([digest]) => path.endsWith(digest))?.[1];
		response.statusCode = blob === undefined ? 404 : 200;
		response.end(blob ?? "");
	});
	const registryAuth = JSON.stringify(
		all.map(({ host }) => ({ registry: host, username: USERNAME, password: PASSWORD })),
	);
	const credentials = () => openKeychain({ registryAuth, env: {}, mask: () => undefined });
	const folder = mkdtempSync(join(tmpdir(), "sluice-faults-"));
	const old = image(["old"]);
	for (const host of [source.host, destinations.get("within")?.host ?? ""]) {
		await using client = testClient({ credentials: credentials() });
		for (const { name, version, content, signature } of SET) {
			const repository = { registry: host, repository: `acme/${name}` };
			await push(client, repository, content, version);
			await push(client, repository, signature);
		}
	}
	let count = 0;

	/** New repositories at a destination, of which one has an older tag. */
	async function site(kind: Kind) {
		const to = destinations.get(kind);
		if (to === undefined) throw new Error(kind);
		count += 1;
		const prefix = `prod-${count}`;
		await using client = testClient({ credentials: credentials() });
		const cart: Repository = { registry: to.host, repository: `${prefix}/cart` };
		await push(client, cart, old, "latest");
		const from = kind === "within" ? to : source;
		source.requests.length = 0;
		to.requests.length = 0;
		other.requests.length = 0;
		return { from, to, prefix };
	}
	type Site = Awaited<ReturnType<typeof site>>;

	const run = ({ from, to, prefix }: Site, signal?: AbortSignal): Promise<Promotion> => {
		const items = SET.map(({ name, version, tags }) =>
			item(`${from.host}/acme/${name}:${version} => ${to.host}/${prefix}/${name}:${tags.join(",")}`, {
				moveTags: ["latest"],
			}),
		);
		return promote(items, {
			concurrency: 1,
			registry: { credentials: credentials() },
			...(signal === undefined ? {} : { signal }),
		});
	};

	/** The action as a process of its own; killed as soon as `isTime` of a request. */
	const spawned = ({ from, to, prefix }: Site, told?: (kill: () => void) => void): Promise<number | null> => {
		const lines = SET.flatMap(({ name, version, tags }) =>
			tags.map((tag) => `${from.host}/acme/${name}:${version} => ${to.host}/${prefix}/${name}:${tag}`),
		);
		const child = spawn(process.execPath, [actionEntry("promote")], {
			cwd: folder,
			stdio: "ignore",
			env: {
				PATH: process.env.PATH,
				HOME: folder,
				GITHUB_WORKSPACE: folder,
				RUNNER_TEMP: folder,
				INPUT_IMAGES: lines.join("\n"),
				"INPUT_MOVE-TAGS": "latest",
				INPUT_CONCURRENCY: "1",
				"INPUT_REGISTRY-AUTH": registryAuth,
			},
		});
		told?.(() => void child.kill("SIGKILL"));
		return new Promise((done) => child.on("close", done));
	};
	const journalFile = join(folder, "sluice-promotion.journal.json");

	const tagsAt = ({ to, prefix }: Site): Tags =>
		new Map(
			SET.flatMap(({ name, tags }) => {
				const stored = to.stored(`${prefix}/${name}`).tags;
				return tags.map((tag) => [`${to.host}/${prefix}/${name}:${tag}`, stored[tag]] as const);
			}),
		);

	async function promotion(kind: Kind, order: Order): Promise<Run> {
		const at = await site(kind);
		const { stop, side, times, when, nth, action } = order;
		const before = tagsAt(at);
		const registry = side === "source" ? at.from : at.to;
		const wrong: string[] = [];
		let end: string;
		let exitCode: number | undefined;
		if (stop === "SIGKILL") {
			let kill = () => {};
			registry.inject({ when: atRequest(nth, () => kill()), action });
			const code = await spawned(at, (killing) => {
				kill = killing;
			});
			if (code !== null) wrong.push(`it ended with ${code} before it was killed`);
			// What was on its way is still handled.
			await at.to.idle();
			end = "killed";
			wrong.push(...forgotten(before, tagsAt(at), journalFile));
		} else {
			const stopping = new AbortController();
			if (stop === "SIGTERM")
				registry.inject({ when: atRequest(nth, () => stopping.abort("SIGTERM")), action });
			else registry.inject({ nth, times, action, when });
			const told = await run(at, stopping.signal);
			end = told.outcome.kind;
			exitCode = exitCodeOfOutcome(told.outcome);
			wrong.push(...lies(told, before, tagsAt(at)));
			if (JSON.stringify(told.problems).includes(PASSWORD)) wrong.push("a problem shows the password");
		}
		if (other.requests.some(({ headers }) => headers.authorization !== undefined))
			wrong.push("another host got a credential");
		for (const each of all) each.heal();
		if (stop === "SIGKILL") {
			const code = await spawned(at);
			if (code !== 0) wrong.push(`the second run ended with ${code}`);
			if (existsSync(journalFile)) wrong.push("the second run left a journal");
			rmSync(journalFile, { force: true });
		} else {
			const second = await run(at);
			if (!["promoted", "unchanged"].includes(second.outcome.kind))
				wrong.push(`the second run: ${second.outcome.kind}: ${second.problems[0]?.message}`);
		}
		wrong.push(...unfinished(at));
		return { end, exitCode, wrong };
	}

	/** What is not as it must be after a promotion. */
	function unfinished({ to, prefix }: Site): string[] {
		return SET.flatMap(({ name, tags, content, signature }) => {
			const { manifests, tags: stored } = to.stored(`${prefix}/${name}`);
			// The registry takes a manifest only with all that it names.
			const missing = [content, signature]
				.flatMap((each) => each.manifests)
				.filter(({ descriptor }) => !manifests.includes(descriptor.digest));
			return [
				...missing.map(({ descriptor }) => `${name} lacks ${descriptor.digest} at the end`),
				...tags.flatMap((tag) =>
					stored[tag] === content.root.digest ? [] : [`${name}:${tag} is ${stored[tag]} at the end`],
				),
			];
		});
	}

	const known = new Map<string, { source: Request[]; destination: Request[] }>();
	return {
		other,
		promotion,
		async requests(kind, side, stop) {
			const key = `${kind} ${stop === "SIGKILL" ? "process" : ""}`;
			let requests = known.get(key);
			if (requests === undefined) {
				const at = await site(kind);
				if (stop === "SIGKILL") await spawned(at);
				else await run(at);
				const plain = (registry: EmbeddedRegistry) =>
					registry.requests.map(({ method, path }) => ({ method, path }));
				requests = { source: plain(at.from), destination: plain(at.to) };
				if (requests.destination.filter(isTagPut).length !== 4) throw new Error("not four tags were set");
				known.set(key, requests);
			}
			return requests[side];
		},
		async [Symbol.asyncDispose]() {
			for (const each of all) await each.close();
			await other[Symbol.asyncDispose]();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** A condition that no request meets, and that tells when so many have come. */
function atRequest(nth: number, tell: () => void): () => boolean {
	let seen = 0;
	return () => {
		seen += 1;
		if (seen === nth) tell();
		return false;
	};
}

const wantedAt = (address: string): string | undefined =>
	SET.find(({ name }) => address.includes(`/${name}:`))?.content.root.digest;

/** The outcome against what the registry shows now. */
function lies(told: Promotion, before: Tags, now: Tags): string[] {
	const residue = new Map(
		told.residue.map((each) => [
			`${each.destination.registry}/${each.destination.repository}:${each.tag}`,
			each.now,
		]),
	);
	const { kind } = told.outcome;
	const wrong: string[] = [];
	for (const [address, digest] of now) {
		if (kind === "promoted") {
			if (digest !== wantedAt(address)) wrong.push(`promoted, and ${address} is ${digest}`);
			continue;
		}
		const left = residue.get(address);
		if (left === undefined && digest !== before.get(address))
			wrong.push(`${address} is not as before, and not told`);
		if (left?.known === true && digest !== left.digest)
			wrong.push(`${address} is told to be ${left.digest}, and is ${digest}`);
	}
	if (kind === "unchanged" || kind === "planned") wrong.push(`outcome ${kind}`);
	if (kind === "residue" && residue.size === 0) wrong.push("residue without a tag");
	if (kind !== "residue" && residue.size > 0) wrong.push("tags left behind without the outcome residue");
	if (kind === "refused" && told.rolledBack.length > 0) wrong.push("refused, and something was rolled back");
	if (kind !== "promoted" && told.problems.length === 0) wrong.push("no reason");
	return wrong;
}

/** Tags that were moved and that the journal does not name, with what they were before. */
function forgotten(before: Tags, now: Tags, file: string): string[] {
	const moved = [...now].filter(([address, digest]) => digest !== before.get(address));
	if (moved.length === 0) return [];
	if (!existsSync(file)) return ["tags were moved, and there is no journal"];
	const journal = JSON.parse(readFileSync(file, "utf8")) as {
		images: { destination: string; tags: { tag: string; before: string | null }[] }[];
	};
	const named = new Map<string, string | null>(
		journal.images.flatMap(({ destination, tags }) =>
			tags.map(({ tag, before: was }) => [`${destination}:${tag}`, was] as const),
		),
	);
	return moved.flatMap(([address]) =>
		named.get(address) === (before.get(address) ?? null) ? [] : [`the journal does not name ${address}`],
	);
}
