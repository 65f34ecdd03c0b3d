import { type Content, image, index, referrer } from "../registry/images.ts";

/** What is promoted where something fails: three signed images that share a layer, four tags in all. */

export interface SignedImage {
	name: string;
	version: string;
	tags: readonly string[];
	content: Content;
	signature: Content;
}

export interface FaultSet {
	images: readonly SignedImage[];
	/** The layer that they share. */
	layer: Buffer;
	manifests: Content["manifests"];
	blobs: ReadonlyMap<string, Buffer>;
}

/** The set, with this layer. */
export function faultSet(layer: Buffer): FaultSet {
	const images = [
		signed("cart", "1.0.0", ["1.0.0", "latest"], index([image([layer, "cart"])])),
		signed("catalog", "2.0.0", ["2.0.0"], image([layer, "catalog"])),
		signed("checkout", "3.0.0", ["3.0.0"], image([layer, "checkout"])),
	];
	const contents = images.flatMap(({ content, signature }) => [content, signature]);
	return {
		images,
		layer,
		manifests: contents.flatMap(({ manifests }) => manifests),
		blobs: new Map(contents.flatMap(({ blobs }) => [...blobs])),
	};
}

function signed(name: string, version: string, tags: readonly string[], content: Content): SignedImage {
	return { name, version, tags, content, signature: referrer(content.root, `signature of ${name}`) };
}

/** Of the shared layer of most rows. */
export const SMALL_SET = faultSet(Buffer.from("base ".repeat(30_000)));
