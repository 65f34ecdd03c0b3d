import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { blobOf, imageOf, type Manifest } from "../../embedded-registry/content.ts";

/** Writes an OCI layout of one image, and returns its manifest. */
export function writeLayout(folder: string, text: string, name?: string): Manifest {
	const [config, layer] = [blobOf(`{"of":"${text}"}`), blobOf(`layer ${text}`)];
	const image = imageOf(config, [layer]);
	const write = (path: string, bytes: Buffer | string) => {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), bytes);
	};
	for (const { digest, bytes } of [config, layer, image]) write(`blobs/${digest.replace(":", "/")}`, bytes);
	const annotations =
		name === undefined ? {} : { annotations: { "org.opencontainers.image.ref.name": name } };
	const entry = {
		mediaType: image.mediaType,
		digest: image.digest,
		size: image.bytes.length,
		...annotations,
	};
	write("index.json", JSON.stringify({ schemaVersion: 2, manifests: [entry] }));
	write("oci-layout", JSON.stringify({ imageLayoutVersion: "1.0.0" }));
	return image;
}
