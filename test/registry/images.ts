import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { onTestFinished } from "vitest";
import {
	createRegistryClient,
	type RegistryClient,
	type RegistryClientOptions,
} from "#src/registry/client.js";
import { digestOf } from "#src/registry/digest.js";
import { type Keychain, openKeychain } from "#src/registry/keychain.js";
import type { Descriptor } from "#src/registry/manifest.js";
import { OCI_INDEX, OCI_MANIFEST } from "#src/registry/media-types.js";
import type { Repository } from "#src/registry/name.js";

/** Content by digest, manifests in the order in which they can be put. */
export interface Content {
	root: Descriptor;
	blobs: Map<string, Buffer>;
	manifests: { descriptor: Descriptor; body: Buffer }[];
}

export const LAYER = "application/vnd.oci.image.layer.v1.tar+gzip";
export const CONFIG = "application/vnd.oci.image.config.v1+json";
export const SIGNATURE = "application/vnd.dev.sigstore.bundle.v0.3+json";

export function descriptor(mediaType: string, bytes: Buffer): Descriptor {
	return { mediaType, digest: digestOf(bytes), size: bytes.length };
}

export function manifestOf(
	mediaType: string,
	value: Record<string, unknown>,
): { descriptor: Descriptor; body: Buffer } {
	const body = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, ...value }));
	return { descriptor: descriptor(mediaType, body), body };
}

/** An image of some layers. */
export function image(layers: readonly (Buffer | string)[], extra: Record<string, unknown> = {}): Content {
	const blobs = new Map<string, Buffer>();
	const add = (mediaType: string, bytes: Buffer) => {
		const made = descriptor(mediaType, bytes);
		blobs.set(made.digest, bytes);
		return made;
	};
	const config = add(
		CONFIG,
		Buffer.from(JSON.stringify({ os: "linux", architecture: "amd64", layers: layers.length })),
	);
	const made = layers.map((layer) => add(LAYER, Buffer.from(layer)));
	const manifest = manifestOf(OCI_MANIFEST, { config, layers: made, ...extra });
	return { root: manifest.descriptor, blobs, manifests: [manifest] };
}

/** An index of images. */
export function index(children: readonly Content[], extra: Record<string, unknown> = {}): Content {
	const manifest = manifestOf(OCI_INDEX, { manifests: children.map(({ root }) => root), ...extra });
	return {
		root: manifest.descriptor,
		blobs: new Map(children.flatMap(({ blobs }) => [...blobs])),
		manifests: [...children.flatMap(({ manifests }) => manifests), manifest],
	};
}

/** A signature-like artifact about a manifest. */
export function referrer(
	subject: Descriptor,
	text: string,
	annotations: Record<string, string> = {},
): Content {
	return image([text], { artifactType: SIGNATURE, subject, annotations });
}

/** Pushes content, and tags its root. */
export async function push(
	client: RegistryClient,
	to: Repository,
	content: Content,
	tag?: string,
): Promise<void> {
	for (const [digest, bytes] of content.blobs) {
		await client.uploadBlob(to, { digest, size: bytes.length }, async () => Readable.from([bytes]));
	}
	for (const { descriptor, body } of content.manifests) {
		await client.putManifest({ ...to, digest: descriptor.digest }, body, descriptor.mediaType);
	}
	const root = content.manifests.at(-1);
	if (tag !== undefined && root !== undefined)
		await client.putManifest({ ...to, tag }, root.body, root.descriptor.mediaType);
}

/** Writes an OCI layout and returns its folder. `named` are the entries of index.json. */
export async function writeLayout(
	contents: readonly Content[],
	named: readonly Descriptor[],
): Promise<string> {
	const folder = await temporaryFolder();
	await mkdir(join(folder, "blobs", "sha256"), { recursive: true });
	await writeFile(join(folder, "oci-layout"), JSON.stringify({ imageLayoutVersion: "1.0.0" }));
	await writeFile(join(folder, "index.json"), JSON.stringify({ schemaVersion: 2, manifests: named }));
	for (const { blobs, manifests } of contents) {
		const all = [...blobs, ...manifests.map((each) => [each.descriptor.digest, each.body] as const)];
		for (const [digest, bytes] of all) {
			await writeFile(join(folder, "blobs", digest.replace(":", "/")), bytes);
		}
	}
	return folder;
}

/** A folder that is removed when the running test ends. */
export async function temporaryFolder(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), "sluice-registry-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	return folder;
}

export function named(descriptor: Descriptor, name: string): Descriptor {
	return { ...descriptor, annotations: { "org.opencontainers.image.ref.name": name } };
}

/** Credentials by the input registry-auth alone. */
export function keychain(
	registry: string,
	username: string,
	password: string,
	mask = (_: string) => {},
): Keychain {
	const registryAuth = JSON.stringify([{ registry, username, password }]);
	return openKeychain({ registryAuth, env: {}, mask });
}

export interface TestClient extends RegistryClient, AsyncDisposable {
	/** What was waited for, in milliseconds. No test really waits. */
	sleeps: number[];
	masked: string[];
	warnings: string[];
}

/** A client whose clock stands and moves on only by its sleeps. */
export function testClient(options: Partial<RegistryClientOptions> = {}): TestClient {
	const sleeps: number[] = [];
	const masked: string[] = [];
	const warnings: string[] = [];
	let now = Date.parse("2026-01-01T00:00:00Z");
	const client = createRegistryClient({
		mask: (secret) => void masked.push(secret),
		log: { warning: (message) => void warnings.push(message) },
		now: () => now,
		random: () => 0.5,
		sleep: async (milliseconds) => {
			sleeps.push(milliseconds);
			now += milliseconds;
		},
		timeouts: { connect: 5000, headers: 5000, body: 5000 },
		...options,
	});
	return { ...client, sleeps, masked, warnings, [Symbol.asyncDispose]: () => client.close() };
}

/** The rejection of a promise; fails when there is none. */
export async function failureOf(promise: Promise<unknown>): Promise<Record<string, unknown> & Error> {
	try {
		await promise;
	} catch (error) {
		return error as Record<string, unknown> & Error;
	}
	throw new Error("it did not fail");
}
