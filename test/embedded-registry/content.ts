/** Content for this folder's tests, and the few requests that push it. */
import { digestOf } from "./grammar.ts";

const IMAGE = "application/vnd.oci.image.manifest.v1+json";

export interface Blob {
	bytes: Buffer;
	digest: string;
}

export interface Manifest extends Blob {
	mediaType: string;
}

export function blobOf(text: string | Buffer, algorithm = "sha256"): Blob {
	const bytes = Buffer.from(text);
	return { bytes, digest: digestOf(bytes, algorithm) };
}

export function manifestOf(json: { mediaType: string }): Manifest {
	return { ...blobOf(JSON.stringify({ schemaVersion: 2, ...json })), mediaType: json.mediaType };
}

export function descriptorOf({ digest, bytes }: Blob, mediaType = "application/octet-stream") {
	return { mediaType, digest, size: bytes.length };
}

/** An image manifest of a config and layers; `more` adds subject, artifactType and the like. */
export function imageOf(config: Blob, layers: Blob[], more: object = {}): Manifest {
	return manifestOf({
		mediaType: IMAGE,
		...{ config: descriptorOf(config, "application/vnd.oci.image.config.v1+json") },
		...{ layers: layers.map((each) => descriptorOf(each)) },
		...more,
	});
}

export function postBlob(url: string, name: string, { bytes, digest }: Blob): Promise<Response> {
	return fetch(`${url}/v2/${name}/blobs/uploads/?digest=${digest}`, { method: "POST", body: bytes });
}

export function putManifest(url: string, name: string, reference: string, manifest: Manifest) {
	return fetch(`${url}/v2/${name}/manifests/${reference}`, {
		method: "PUT",
		headers: { "content-type": manifest.mediaType },
		body: manifest.bytes,
	});
}

/** Pushes an image of one layer; throws unless everything is 201. */
export async function pushImage(url: string, name: string, tag: string, text: string): Promise<Manifest> {
	const [config, layer] = [blobOf(`{"of":"${text}"}`), blobOf(`layer ${text}`)];
	const image = imageOf(config, [layer]);
	for (const answer of [
		await postBlob(url, name, config),
		await postBlob(url, name, layer),
		await putManifest(url, name, tag, image),
	]) {
		if (answer.status !== 201) throw new Error(`${answer.url}: ${answer.status} ${await answer.text()}`);
	}
	return image;
}

/** The status and the specification's error code of an answer, as `404 BLOB_UNKNOWN`. */
export async function refusalOf(answer: Response | Promise<Response>): Promise<string> {
	const { status, ...rest } = { status: (await answer).status, json: await (await answer).json() };
	return `${status} ${(rest.json as { errors: { code: string }[] }).errors[0]?.code}`;
}
