import { copyContents } from "#src/registry/copy.js";
import { createCopySession } from "#src/registry/copy-session.js";
import { openKeychain } from "#src/registry/keychain.js";
import { registrySource } from "#src/registry/source.js";
import type { Timeouts } from "#src/registry/transport.js";
import { UserError } from "#src/runner/errors.js";
import type { FaultAction } from "../embedded-registry/faults.ts";
import { type EmbeddedRegistry, type RegistryOptions, startRegistry } from "../embedded-registry/server.ts";
import { type Fault, faultList, type Kind, type Request, type Side } from "./fault-list.ts";
import { image, index, push, referrer, testClient } from "./images.ts";
import { type ScriptedServer, startServer } from "./scripted-server.ts";

/**
 * Every fault at every request of a copy, one copy for each. A copy is that of a signed index between two registries
 * with token authentication, its tag set at the end as a promotion does. It ends right, or with an error of ours; the
 * destination never holds what was not sent; no credential leaves for another host.
 */

const USERNAME = "promoter";
const PASSWORD = "correct horse battery staple";

const BIG = Buffer.from("layer ".repeat(50_000));
const ROOT = index([image([BIG, "small"])]);
const SIGNED = referrer(ROOT.root, "signature", { note: "kept" });
const WANTED = [...ROOT.manifests, ...SIGNED.manifests].map(({ descriptor }) => descriptor.digest);

const FAULTS = faultList({
	layer: BIG,
	manifests: [...ROOT.manifests, ...SIGNED.manifests],
	tags: /manifests\/1$/,
});

/** In milliseconds, for faults that take time. */
const IMPATIENT = { connect: 5000, headers: 1000, body: 1000 };
const PATIENT = { connect: 5000, headers: 5000, body: 5000 };
const KINDS: readonly Kind[] = ["between", "within", "chunks", "without the API"];

/** How a copy ended: `right`, or the error's code; and what must not be. */
interface Tried {
	outcome: string;
	faults: string[];
}

export interface FaultTable {
	/** As it stands in the documentation. */
	text: string;
	/** Everything that must not happen, a sentence each. */
	wrong: string[];
	copies: number;
}

/** Runs all of it. */
export async function faultTable(): Promise<FaultTable> {
	await using stage = await openStage(KINDS, PATIENT);
	const lines: Line[] = [];
	for (const { slow, kind = "between", ...fault } of FAULTS) {
		for (const side of fault.sides) {
			const requests = (await stage.requests(kind, side)).filter(fault.at);
			for (const times of fault.times) {
				const line = { ...fault, kind, side, times, requests, slow: slow === true, tried: [] };
				lines.push(line);
				if (!line.slow) await tryEach(line, stage);
			}
		}
	}
	await Promise.all(lines.filter(({ slow }) => slow).map(tryAllAtOnce));
	return {
		text: documentOf(
			lines.map(rowOf),
			lines.reduce((sum, { tried }) => sum + tried.length, 0),
		),
		wrong: lines.flatMap(wrongOf),
		copies: lines.reduce((sum, { tried }) => sum + tried.length, 0),
	};
}

/** One fault at one side, once or for good. */
interface Line extends Pick<Fault, "name" | "at" | "action"> {
	kind: Kind;
	side: Side;
	times: number;
	slow: boolean;
	/** Those that it is put at, one copy for each. */
	requests: readonly Request[];
	/** By request. */
	tried: Tried[];
}

async function tryEach(line: Line, stage: Stage): Promise<void> {
	for (let at = 0; at < line.requests.length; at += 1) line.tried.push(await tryOne(line, at, stage));
}

async function tryAllAtOnce(line: Line): Promise<void> {
	const all = line.requests.map(async (_, at) => {
		await using stage = await openStage([line.kind], IMPATIENT);
		return await tryOne(line, at, stage);
	});
	line.tried.push(...(await Promise.all(all)));
}

async function tryOne({ kind, side, times, ...line }: Line, at: number, stage: Stage): Promise<Tried> {
	const request = line.requests[at];
	if (request === undefined) throw new Error(`${line.name}: no request ${at}`);
	const action = line.action(stage.other.host, request);
	return stage.copy(kind, { side, nth: at + 1, times, action, when: line.at });
}

function wrongOf({ name, side, times, requests, tried }: Line): string[] {
	if (tried.length === 0) return [`${name}: no request of the ${side} fits`];
	return tried.flatMap(({ faults }, at) => {
		const { method, path } = requests[at] ?? { method: "", path: "" };
		const where = `${name}, ${side} request ${at + 1} of these (${method} ${path}), ${times}: `;
		return faults.map((each) => where + each);
	});
}

function rowOf({ name, side, times, tried }: Line): string {
	const codes = tried.map(({ outcome }) => outcome).filter((outcome) => outcome !== "right");
	const errors = [...new Set(codes)].sort().map((code) => {
		const count = codes.filter((each) => each === code).length;
		return `${count} \`${code}\``;
	});
	const right = tried.length - codes.length;
	const cells = [name, side, times === 1 ? "once" : "for good", tried.length, right, errors.join(", ")];
	return `| ${cells.join(" | ")} |`;
}

function documentOf(lines: readonly string[], copies: number): string {
	return `# What a copy does when something fails

<!-- Made by \`node scripts/registry-faults.ts\` from test/registry/fault-table.ts; a test holds them together. -->

Each fault is put at each request that it can happen to, one copy for each: ${copies} copies of a signed index between two
registries with token authentication. "For good" means from that request on, at all that it can happen to. "Right" means that the image, its signature
and its tag are at the destination; otherwise the copy ended with the error
that is named, or with a warning that it left something out. In none of them did it hang (the
client's time limits were a second for this),
did the destination hold anything that was not sent, or did another host get a credential: where a registry names a
token service on a host that is not its own, the copy ends with \`foreign-token-service\` (docs/registries.md says whose
hosts count as its own). The client speaks HTTP/1.1
alone, so that HTTP/2's GOAWAY cannot happen; its counterpart is a connection that is closed before the answer. A tag
that moves during a promotion is noticed by the promotion, which looks at it before and after it writes.

| fault | at | how long | copies | right | errors |
|---|---|---|---|---|---|
${lines.join("\n")}
`;
}

interface Order {
	side: Side;
	nth: number;
	times: number;
	action: FaultAction;
	when(request: Request): boolean;
}

interface Stage extends AsyncDisposable {
	other: ScriptedServer;
	/** What a copy without faults asks a side. */
	requests(kind: Kind, side: Side): Promise<Request[]>;
	/** A copy with one fault. */
	copy(kind: Kind, order?: Order): Promise<Tried>;
}

async function openStage(kinds: readonly Kind[], timeouts: Partial<Timeouts>): Promise<Stage> {
	const auth = { kind: "token", username: USERNAME, password: PASSWORD } as const;
	const options: Record<Kind, RegistryOptions> = {
		between: { auth },
		within: { auth },
		chunks: { auth, bodyLimit: 100_000 },
		"without the API": { auth, referrers: false },
	};
	const source = await startRegistry({ auth });
	const destinations = new Map<Kind, EmbeddedRegistry>();
	for (const kind of kinds) destinations.set(kind, await startRegistry(options[kind]));
	const other = await startServer(({ path }, response) => {
		const blob = [...ROOT.blobs, ...SIGNED.blobs].find(([digest]) => path.endsWith(digest))?.[1];
		response.statusCode = blob === undefined ? 404 : 200;
		response.end(blob ?? "");
	});
	const hosts = [source, ...destinations.values()].map(({ host }) => host);
	const open = () => {
		const registryAuth = JSON.stringify(
			hosts.map((registry) => ({ registry, username: USERNAME, password: PASSWORD })),
		);
		const credentials = openKeychain({ registryAuth, env: {}, mask: () => undefined });
		return testClient({ credentials, concurrency: 1, timeouts });
	};
	{
		await using client = open();
		for (const { host } of [source, ...destinations.values()]) {
			const from = { registry: host, repository: "acme/shop" };
			await push(client, from, ROOT, "1");
			await push(client, from, SIGNED);
		}
	}
	let copies = 0;

	async function copy(kind: Kind, order?: Order): Promise<Tried & { requests: Request[] }> {
		copies += 1;
		const destination = destinations.get(kind);
		if (destination === undefined) throw new Error(kind);
		const name = `prod/shop-${copies}`;
		const origin = kind === "within" ? destination : source;
		const to = { registry: destination.host, repository: name };
		source.requests.length = 0;
		destination.requests.length = 0;
		other.requests.length = 0;
		if (order !== undefined) {
			const { nth, times, action, when } = order;
			(order.side === "source" ? source : destination).inject({ nth, times, action, when });
		}
		await using client = open();
		let outcome = "right";
		const faults: string[] = [];
		try {
			const from = registrySource(client, { registry: origin.host, repository: "acme/shop", tag: "1" });
			const root = await from.resolve();
			const session = createCopySession({ client, limit: 1 });
			const { leftOut } = await copyContents(from, root, to, { session, referrers: true });
			if (leftOut.length > 0) outcome = "left-out-referrer-missing";
			const { body, mediaType } = await from.manifest(root.digest);
			await client.putManifest({ ...to, tag: "1" }, body, mediaType);
		} catch (error) {
			if (!(error instanceof UserError)) faults.push(`not an error of ours: ${String(error)}`);
			else {
				outcome = error.code;
				if (`${error.message} ${error.hint ?? ""}`.includes(PASSWORD))
					faults.push("the error shows the password");
				if (error.hint === undefined) faults.push("the error has no advice");
			}
		}
		const asked = (order?.side === "source" ? source : destination).requests;
		const requests = asked.map(({ method, path }) => ({ method, path }));
		source.heal();
		destination.heal();
		faults.push(...faultsOf(destination, name, outcome));
		if (other.requests.some(({ headers }) => headers.authorization !== undefined))
			faults.push("another host got a credential");
		return { outcome, faults, requests };
	}

	return {
		other,
		copy,
		async requests(kind, side) {
			await copy(kind);
			const registry = side === "source" ? source : destinations.get(kind);
			return (registry?.requests ?? []).map(({ method, path }) => ({ method, path }));
		},
		async [Symbol.asyncDispose]() {
			for (const each of [source, ...destinations.values()]) await each.close();
			await other[Symbol.asyncDispose]();
		},
	};
}

/** The registry checks digests, and that what a manifest names is there; so what it lists is whole. */
function faultsOf(destination: EmbeddedRegistry, name: string, outcome: string): string[] {
	const { manifests, tags } = destination.stored(name);
	const faults: string[] = [];
	const fallback = ROOT.root.digest.replace(":", "-");
	const foreign = manifests.filter((digest) => !WANTED.includes(digest) && digest !== tags[fallback]);
	// A list of referrers that was replaced by a longer one is no fault.
	if (foreign.length > 0 && tags[fallback] === undefined) faults.push(`it holds ${foreign.join(", ")}`);
	if (tags["1"] !== undefined && tags["1"] !== ROOT.root.digest) faults.push(`its tag is ${tags["1"]}`);
	if (outcome !== "right") return faults;
	for (const digest of WANTED) if (!manifests.includes(digest)) faults.push(`it does not have ${digest}`);
	if (tags["1"] === undefined) faults.push("its tag is not set");
	return faults;
}
