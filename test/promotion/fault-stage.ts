import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exitCodeOfOutcome } from "#src/promotion/outcome.js";
import type { Promotion } from "#src/promotion/promotion.js";
import { openKeychain } from "#src/registry/keychain.js";
import type { Repository } from "#src/registry/name.js";
import type { Timeouts } from "#src/registry/transport.js";
import type { FaultAction } from "../embedded-registry/faults.ts";
import { type EmbeddedRegistry, type RegistryOptions, startRegistry } from "../embedded-registry/server.ts";
import type { Kind, Request, Side } from "../registry/fault-list.ts";
import { image, push, testClient } from "../registry/images.ts";
import { type ScriptedServer, startServer } from "../registry/scripted-server.ts";
import { actionEntry } from "../runner/spawn.ts";
import { type FaultSet, SMALL_SET } from "./fault-set.ts";
import { forgotten, lies, tagsAt, unfinished } from "./fault-verdict.ts";
import { item, promote } from "./fixture.ts";

/** Where a promotion of three signed images that share a layer is stopped at one of its requests, and looked at. */

const USERNAME = "promoter";
const PASSWORD = "correct horse battery staple";

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

export interface StageOptions {
	/** Default: the small one. */
	set?: FaultSet;
	/** Which destinations there are; default: all. */
	kinds?: readonly Kind[];
	/** Of the client, where a server that hangs must not be waited for as long as in practice. */
	timeouts?: Timeouts;
}

/** Registries and what is promoted between them. */
export async function openStage(stageOptions: StageOptions = {}): Promise<Stage> {
	const { set = SMALL_SET, timeouts } = stageOptions;
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
	for (const kind of stageOptions.kinds ?? (Object.keys(options) as Kind[]))
		destinations.set(kind, await startRegistry(options[kind]));
	const all = [source, ...destinations.values()];
	const other = await startServer(({ path }, response) => {
		const blob = [...set.blobs].find(([digest]) => path.endsWith(digest))?.[1];
		response.statusCode = blob === undefined ? 404 : 200;
		response.end(blob ?? "");
	});
	const registryAuth = JSON.stringify(
		all.map(({ host }) => ({ registry: host, username: USERNAME, password: PASSWORD })),
	);
	const credentials = () => openKeychain({ registryAuth, env: {}, mask: () => undefined });
	const folder = mkdtempSync(join(tmpdir(), "sluice-faults-"));
	const old = image(["old"]);
	for (const { host } of [source, destinations.get("within")].filter((each) => each !== undefined)) {
		await using client = testClient({ credentials: credentials() });
		for (const { name, version, content, signature } of set.images) {
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
		const items = set.images.map(({ name, version, tags }) =>
			item(`${from.host}/acme/${name}:${version} => ${to.host}/${prefix}/${name}:${tags.join(",")}`, {
				moveTags: ["latest"],
			}),
		);
		return promote(items, {
			concurrency: 1,
			registry: { credentials: credentials(), timeouts },
			...(signal === undefined ? {} : { signal }),
		});
	};

	/** The action as a process of its own; killed as soon as `isTime` of a request. */
	const spawned = ({ from, to, prefix }: Site, told?: (kill: () => void) => void): Promise<number | null> => {
		const lines = set.images.flatMap(({ name, version, tags }) =>
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

	async function promotion(kind: Kind, order: Order): Promise<Run> {
		const at = await site(kind);
		const { stop, side, times, when, nth, action } = order;
		const now = () => tagsAt(set, at.to, at.prefix);
		const before = now();
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
			wrong.push(...forgotten(before, now(), journalFile));
		} else {
			const stopping = new AbortController();
			if (stop === "SIGTERM")
				registry.inject({ when: atRequest(nth, () => stopping.abort("SIGTERM")), action });
			else registry.inject({ nth, times, action, when });
			const told = await run(at, stopping.signal);
			end = told.outcome.kind;
			exitCode = exitCodeOfOutcome(told.outcome);
			wrong.push(...lies(set, told, before, now()));
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
		wrong.push(...unfinished(set, at.to, at.prefix));
		return { end, exitCode, wrong };
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
