import type { JournalPort, PromotionPorts } from "#src/promotion/ports.js";
import { type Promotion, promoteSet } from "#src/promotion/promotion.js";
import type { PromotionItem, PromotionOptions } from "#src/promotion/request.js";
import {
	createRegistryClient,
	type RegistryClient,
	type RegistryClientOptions,
} from "#src/registry/client.js";
import { parseDestination, parseSource } from "#src/registry/name.js";
import { openSource } from "#src/registry/source.js";
import { recordingLog } from "#src/runner/log.js";
import {
	blobOf,
	imageOf,
	type Manifest,
	postBlob,
	pushImage,
	putManifest,
} from "../embedded-registry/content.ts";
import type { EmbeddedRegistry } from "../embedded-registry/server.ts";

/** A journal in memory, which tells what was done with it. */
export interface MemoryJournal extends JournalPort {
	text: string | undefined;
	/** By name. */
	aside: Map<string, string>;
	writes: number;
}

export function memoryJournal(): MemoryJournal {
	const journal: MemoryJournal = {
		text: undefined,
		aside: new Map(),
		writes: 0,
		read: async () => journal.text,
		write: async (text) => {
			journal.text = text;
			journal.writes += 1;
		},
		setAside: async (name) => {
			journal.aside.set(name, journal.text ?? "");
			journal.text = undefined;
		},
		remove: async () => {
			journal.text = undefined;
		},
	};
	return journal;
}

/** One line of a set: `source => destination:tag,tag`. */
export function item(line: string, more: Partial<PromotionItem> = {}): PromotionItem {
	const [source = "", destination = ""] = line.split(" => ");
	const [first = "", ...tags] = destination.split(",");
	const { registry, repository, tag } = parseDestination(first);
	return {
		service: undefined,
		source: parseSource(source),
		expected: undefined,
		destination: { registry, repository },
		tags: [...(tag === undefined ? [] : [tag]), ...tags],
		moveTags: [],
		...more,
	};
}

export interface PromoteCall extends Partial<PromotionOptions> {
	journalPort?: JournalPort;
	signal?: AbortSignal;
	/** For a client with credentials or other time limits. */
	registry?: Partial<RegistryClientOptions>;
	/** Changes the client, to do something in between. */
	between?: (client: RegistryClient) => Partial<RegistryClient>;
}

/** Promotes with a client that does not wait before it tries again. */
export async function promote(
	items: readonly PromotionItem[],
	call: PromoteCall = {},
): Promise<Promotion & { log: string[] }> {
	const log = recordingLog();
	const real = createRegistryClient({
		mask: () => undefined,
		log,
		sleep: async () => undefined,
		...call.registry,
	});
	const client: RegistryClient = { ...real, ...call.between?.(real) };
	const ports: PromotionPorts = {
		client,
		open: (reference) => openSource(client, reference, "/"),
		journal: call.journalPort ?? memoryJournal(),
		log,
		signal: call.signal ?? new AbortController().signal,
	};
	const { referrers = true, heal = false, onFailure = "roll-back", planDigest, journal } = call;
	const { dryRun = false, concurrency = 4, evidence, platforms } = call;
	try {
		const rest = { planDigest, journal, dryRun, concurrency, evidence, platforms };
		const options = { referrers, heal, onFailure, ...rest };
		return { ...(await promoteSet(items, options, ports)), log: log.lines };
	} finally {
		await real.close();
	}
}

/** Pushes an image and a signature that refers to it; returns both. */
export async function pushSigned(
	registry: EmbeddedRegistry,
	name: string,
	tag: string,
	text: string,
): Promise<{ image: Manifest; signature: Manifest }> {
	const image = await pushImage(registry.url, name, tag, text);
	const signature = await sign(registry, name, image, `signature of ${text}`);
	return { image, signature };
}

/** Attaches something to an image. */
export async function sign(
	registry: EmbeddedRegistry,
	name: string,
	image: Manifest,
	text: string,
): Promise<Manifest> {
	const [config, layer] = [blobOf("{}"), blobOf(text)];
	for (const blob of [config, layer]) await postBlob(registry.url, name, blob);
	const subject = { mediaType: image.mediaType, digest: image.digest, size: image.bytes.length };
	const signature = imageOf(config, [layer], { artifactType: "application/vnd.test.signature", subject });
	const answer = await putManifest(registry.url, name, signature.digest, signature);
	if (answer.status !== 201) throw new Error(`the signature was answered ${answer.status}`);
	return signature;
}

/** What a tag points at, or undefined. */
export async function tagAt(
	registry: EmbeddedRegistry,
	name: string,
	tag: string,
): Promise<string | undefined> {
	const answer = await fetch(`${registry.url}/v2/${name}/manifests/${tag}`, {
		headers: { accept: "application/vnd.oci.image.manifest.v1+json" },
	});
	await answer.arrayBuffer();
	return answer.status === 200 ? (answer.headers.get("docker-content-digest") ?? undefined) : undefined;
}

/** Whether an image can be pulled whole: its manifest, its config and its layers. */
export async function isWhole(registry: EmbeddedRegistry, name: string, image: Manifest): Promise<boolean> {
	const { config, layers } = JSON.parse(image.bytes.toString("utf8")) as {
		config: { digest: string };
		layers: { digest: string }[];
	};
	if ((await tagAt(registry, name, image.digest)) === undefined) return false;
	for (const { digest } of [config, ...layers]) {
		const answer = await fetch(`${registry.url}/v2/${name}/blobs/${digest}`);
		await answer.arrayBuffer();
		if (answer.status !== 200) return false;
	}
	return true;
}

/** Digests of what refers to a digest. */
export async function referrersAt(
	registry: EmbeddedRegistry,
	name: string,
	digest: string,
): Promise<string[]> {
	const answer = await fetch(`${registry.url}/v2/${name}/referrers/${digest}`);
	const index = (await answer.json()) as { manifests?: { digest: string }[] };
	return (index.manifests ?? []).map((each) => each.digest);
}

/** Requests that write, as `PUT /v2/...`. */
export function writesTo(registry: EmbeddedRegistry): string[] {
	return registry.requests
		.filter(({ method }) => !["GET", "HEAD"].includes(method))
		.map(({ method, path }) => `${method} ${path}`);
}
