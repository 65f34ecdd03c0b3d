/**
 * A registry of two halves, for images that are larger than any memory: `node endless.ts LAYERS BYTES`. It serves
 * `shop/huge:1`, whose layers it makes while it sends them, and keeps nothing of what is pushed, but checks
 * every blob's digest. Prints its port, then the image's digest.
 */
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Writable } from "node:stream";

const [layers = 1, bytes = 0] = process.argv.slice(2).map(Number);
const BLOCK = 1024 * 1024;
const MANIFEST = "application/vnd.oci.image.manifest.v1+json";

interface Blob {
	digest: string;
	size: number;
	content: Buffer;
}

const digestOf = (content: Buffer) => `sha256:${createHash("sha256").update(content).digest("hex")}`;

/** One block over and over; another block for each layer. */
function endless(layer: number): Blob {
	const content = Buffer.alloc(BLOCK, `layer ${layer} of an image that nobody keeps. `);
	const hash = createHash("sha256");
	for (let at = 0; at < bytes; at += BLOCK) hash.update(content.subarray(0, Math.min(BLOCK, bytes - at)));
	return { digest: `sha256:${hash.digest("hex")}`, size: bytes, content };
}

const config = Buffer.from(JSON.stringify({ architecture: "amd64", os: "linux" }));
const blobs = Array.from({ length: layers }, (_, at) => endless(at));
const named = ({ digest, size }: Pick<Blob, "digest" | "size">, type: string) => ({
	mediaType: `application/vnd.oci.image.${type}`,
	digest,
	size,
});
const configBlob = { digest: digestOf(config), size: config.length, content: config };
const manifest = Buffer.from(
	JSON.stringify({
		schemaVersion: 2,
		mediaType: MANIFEST,
		config: named(configBlob, "config.v1+json"),
		layers: blobs.map((blob) => named(blob, "layer.v1.tar")),
	}),
);
const served = new Map([configBlob, ...blobs].map((blob) => [blob.digest, blob]));
/** What was pushed, as `repository/blobs/digest` and `repository/manifests/name`. */
const pushed = new Map<string, Buffer | number>();

async function give(to: Writable, { content, size }: Blob, from: number): Promise<void> {
	const closed = new AbortController();
	to.once("close", () => closed.abort());
	const broken = closed.signal;
	for (let at = from; at < size; ) {
		const start = at % content.length;
		const piece = content.subarray(start, Math.min(content.length, start + size - at));
		at += piece.length;
		if (!to.write(piece)) {
			await once(to, "drain", { signal: broken });
		}
	}
	to.end();
}

async function take(request: IncomingMessage): Promise<{ digest: string; size: number; content: Buffer }> {
	const hash = createHash("sha256");
	let size = 0;
	let content = Buffer.alloc(0);
	for await (const chunk of request as AsyncIterable<Buffer>) {
		hash.update(chunk);
		size += chunk.length;
		if (size < BLOCK) content = Buffer.concat([content, chunk]);
	}
	return { digest: `sha256:${hash.digest("hex")}`, size, content };
}

const answer = (response: ServerResponse, status: number, headers: Record<string, string> = {}) =>
	response.writeHead(status, { "content-length": "0", ...headers }).end();

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
	const url = new URL(request.url ?? "/", "http://localhost");
	const [, repository = "", kind = "", name = ""] =
		/^\/v2\/(.+?)\/(manifests|blobs)\/(.*)$/.exec(url.pathname) ?? [];
	const key = `${repository}/${kind}/${name}`;
	if (kind === "" || (kind === "blobs" && name.startsWith("uploads/"))) {
		if (request.method === "GET" || request.method === "DELETE") return void answer(response, 200);
		const digest = url.searchParams.get("digest");
		const got = await take(request);
		const location = `/v2/${repository}/blobs/uploads/${got.size}-${got.digest}`;
		if (digest === null)
			return void answer(response, 202, { location, range: `0-${Math.max(0, got.size - 1)}` });
		// A blob may have come by PATCH before: then its upload's address holds size and digest.
		const patched = /uploads\/(\d+)-(sha256:.*)$/.exec(url.pathname);
		const size = got.size === 0 && patched?.[1] !== undefined ? Number(patched[1]) : got.size;
		const found = got.size === 0 && patched?.[2] !== undefined ? patched[2] : got.digest;
		if (found !== digest) return void answer(response, 400);
		pushed.set(`${repository}/blobs/${digest}`, size);
		return void answer(response, 201, { location: `/v2/${repository}/blobs/${digest}` });
	}
	if (kind === "manifests") {
		if (request.method === "PUT") {
			const { digest, content } = await take(request);
			pushed.set(`${repository}/manifests/${digest}`, content).set(key, content);
			return void answer(response, 201, { location: url.pathname, "docker-content-digest": digest });
		}
		const isServed =
			layers > 0 && repository === "shop/huge" && (name === "1" || name === digestOf(manifest));
		const content = isServed ? manifest : pushed.get(key);
		if (!Buffer.isBuffer(content)) return void answer(response, 404);
		response.writeHead(200, {
			"content-type": MANIFEST,
			"content-length": content.length,
			"docker-content-digest": digestOf(content),
		});
		return void response.end(request.method === "HEAD" ? undefined : content);
	}
	const blob = repository === "shop/huge" ? served.get(name) : undefined;
	const size = blob?.size ?? pushed.get(key);
	if (typeof size !== "number") return void answer(response, 404);
	const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
	const part = from > 0 ? { "content-range": `bytes ${from}-${size - 1}/${size}` } : {};
	response.writeHead(from > 0 ? 206 : 200, { "content-length": size - from, ...part });
	if (request.method === "HEAD" || blob === undefined) return void response.end();
	await give(response, blob, from);
}

const server = createServer({ requestTimeout: 0 }, (request, response) => {
	handle(request, response).catch(() => response.destroy());
});
server.listen(0, "127.0.0.1", () => {
	const address = server.address();
	process.stdout.write(`${typeof address === "object" ? address?.port : ""}\n${digestOf(manifest)}\n`);
});
process.stdin.on("end", () => process.exit()).resume();
