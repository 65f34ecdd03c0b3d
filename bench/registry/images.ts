import { createHash, randomFillSync } from "node:crypto";

/** Images of random bytes, pushed by plain requests. */

export interface Pushed {
	name: string;
	digest: string;
	blobs: string[];
}

const LAYER = "application/vnd.oci.image.layer.v1.tar";
const CONFIG = "application/vnd.oci.image.config.v1+json";
const MANIFEST = "application/vnd.oci.image.manifest.v1+json";

const digestOf = (bytes: Uint8Array) => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;

export interface Layer {
	digest: string;
	size: number;
	bytes: Buffer;
}

export function randomLayer(size: number): Layer {
	const bytes = randomFillSync(Buffer.alloc(size));
	return { digest: digestOf(bytes), size, bytes };
}

/** Pushes an image under the tag `1`. */
export async function pushImage(host: string, name: string, layers: readonly Layer[]): Promise<Pushed> {
	const rootfs = { type: "layers", diff_ids: layers.map(({ digest }) => digest) };
	const bytes = Buffer.from(JSON.stringify({ architecture: "amd64", os: "linux", name, rootfs }));
	const config: Layer = { digest: digestOf(bytes), size: bytes.length, bytes };
	const all = [config, ...layers];
	for (const blob of all) await pushBlob(host, name, blob);
	const named = (mediaType: string) => (layer: Layer) => ({
		mediaType,
		digest: layer.digest,
		size: layer.size,
	});
	const manifest = Buffer.from(
		JSON.stringify({
			schemaVersion: 2,
			mediaType: MANIFEST,
			config: named(CONFIG)(config),
			layers: layers.map(named(LAYER)),
		}),
	);
	const put = await fetch(`http://${host}/v2/${name}/manifests/1`, {
		method: "PUT",
		headers: { "content-type": MANIFEST },
		body: manifest,
	});
	if (!put.ok) throw new Error(`PUT manifest of ${name}: ${put.status} ${await put.text()}`);
	return { name, digest: digestOf(manifest), blobs: all.map(({ digest }) => digest) };
}

async function pushBlob(host: string, name: string, { digest, bytes }: Layer): Promise<void> {
	const head = await fetch(`http://${host}/v2/${name}/blobs/${digest}`, { method: "HEAD" });
	if (head.ok) return;
	const post = await fetch(`http://${host}/v2/${name}/blobs/uploads/`, { method: "POST" });
	const url = new URL(post.headers.get("location") ?? "", `http://${host}`);
	url.searchParams.set("digest", digest);
	const headers = { "content-type": "application/octet-stream" };
	const put = await fetch(url, { method: "PUT", headers, body: new Uint8Array(bytes) });
	if (put.status !== 201) throw new Error(`PUT blob of ${name}: ${put.status} ${await put.text()}`);
}

/** What is wrong with an image at a registry; undefined when it is there, whole. */
export async function faultOf(host: string, image: Pushed): Promise<string | undefined> {
	const head = await fetch(`http://${host}/v2/${image.name}/manifests/1`, {
		method: "HEAD",
		headers: { accept: MANIFEST },
	});
	const digest = head.headers.get("docker-content-digest");
	if (digest !== image.digest) return `${image.name}: ${digest} instead of ${image.digest}`;
	for (const blob of image.blobs) {
		const there = await fetch(`http://${host}/v2/${image.name}/blobs/${blob}`, { method: "HEAD" });
		if (!there.ok) return `${image.name}: no blob ${blob}`;
	}
	return undefined;
}
