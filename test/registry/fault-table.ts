import { copyContents } from "#src/registry/copy.js";
import { createCopySession } from "#src/registry/copy-session.js";
import { openKeychain } from "#src/registry/keychain.js";
import { registrySource } from "#src/registry/source.js";
import { UserError } from "#src/runner/errors.js";
import type { FaultAction } from "../embedded-registry/faults.ts";
import { type EmbeddedRegistry, type RegistryOptions, startRegistry } from "../embedded-registry/server.ts";
import { faultList, type Kind, type Request, type Side } from "./fault-list.ts";
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

interface Tried {
	right: number;
	/** By the error's code. */
	errors: Map<string, number>;
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
	const wrong: string[] = [];
	const lines: string[] = [];
	let copies = 0;
	await using stage = await openStage();
	for (const fault of FAULTS) {
		for (const side of fault.sides) {
			const requests = await stage.requests(fault.kind ?? "between", side);
			for (const times of fault.times) {
				const tried: Tried = { right: 0, errors: new Map() };
				for (const [at, request] of requests.filter(fault.at).entries()) {
					copies += 1;
					const action = fault.action(stage.other.host, request);
					const { outcome, faults } = await stage.copy(fault.kind ?? "between", {
						side,
						nth: at + 1,
						times,
						action,
						when: fault.at,
					});
					if (outcome === "right") tried.right += 1;
					else tried.errors.set(outcome, (tried.errors.get(outcome) ?? 0) + 1);
					const where = `${fault.name}, ${side} request ${at + 1} of these (${request.method} ${request.path}), ${times}: `;
					wrong.push(...faults.map((each) => where + each));
				}
				const all = tried.right + [...tried.errors.values()].reduce((sum, each) => sum + each, 0);
				if (all === 0) wrong.push(`${fault.name}: no request of the ${side} fits`);
				const errors = [...tried.errors].sort().map(([code, count]) => `${count} \`${code}\``);
				lines.push(
					`| ${fault.name} | ${side} | ${times === 1 ? "once" : "for good"} | ${all} | ${tried.right} | ${errors.join(", ")} |`,
				);
			}
		}
	}
	return { text: documentOf(lines, copies), wrong, copies };
}

function documentOf(lines: readonly string[], copies: number): string {
	return `# What a copy does when something fails

<!-- Made by \`node scripts/registry-faults.ts\` from test/registry/fault-table.ts; a test holds them together. -->

Each fault is put at each request that it can happen to, one copy for each: ${copies} copies of a signed index between two
registries with token authentication. "For good" means from that request on, at all that it can happen to. "Right" means that the image, its signature
and its tag are at the destination; otherwise the copy ended with the error
that is named, or with a warning that it left something out. In none of them did it hang,
did the destination hold anything that was not sent, or did another host get a credential. The client speaks HTTP/1.1
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
	/** A copy with one fault. `faults` is what must not be. */
	copy(kind: Kind, order?: Order): Promise<{ outcome: string; faults: string[] }>;
}

async function openStage(): Promise<Stage> {
	const auth = { kind: "token", username: USERNAME, password: PASSWORD } as const;
	const options: Record<Kind, RegistryOptions> = {
		between: { auth },
		within: { auth },
		chunks: { auth, bodyLimit: 100_000 },
		"without the API": { auth, referrers: false },
	};
	const source = await startRegistry({ auth });
	const destinations = new Map<Kind, EmbeddedRegistry>();
	for (const kind of Object.keys(options) as Kind[])
		destinations.set(kind, await startRegistry(options[kind]));
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
		return testClient({ credentials, concurrency: 1 });
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

	async function copy(
		kind: Kind,
		order?: Order,
	): Promise<{ outcome: string; faults: string[]; requests: Request[] }> {
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
