import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { expect, test } from "vitest";
import { isLent, ReceiveBuffers } from "#src/registry/receive-buffers.js";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

async function listening(work: (socket: Socket) => void) {
	const server = createServer(work);
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	return { port: (server.address() as AddressInfo).port, [Symbol.asyncDispose]: () => closed(server) };
}

async function closed(server: Server): Promise<void> {
	server.close();
	await once(server, "close");
}

test("what is sent on is read into a few buffers over and over, and arrives as it was", async () => {
	const content = randomBytes(32 * 1024 * 1024);
	await using source = await listening((socket) => void socket.end(content));
	const arrived = createHash("sha256");
	await using destination = await listening((socket) => {
		socket.on("data", (chunk) => arrived.update(chunk)).on("end", () => socket.end());
	});
	const buffers = new ReceiveBuffers();
	const to = connect({ port: destination.port, host: "127.0.0.1" });
	await once(to, "connect");
	buffers.comeBackFrom(to);
	const from = connect({ port: source.port, host: "127.0.0.1", onread: buffers.reading() });
	const seen = new Set<ArrayBufferLike>();
	let lent = 0;
	from.on("data", (chunk: Buffer) => {
		if (isLent(chunk)) {
			seen.add(chunk.buffer);
			lent += chunk.length;
		}
		if (to.write(chunk)) return;
		from.pause();
		to.once("drain", () => from.resume());
	});
	from.once("end", () => to.end());
	to.resume();
	await once(to, "close");
	expect(arrived.digest("hex")).toBe(sha256(content));
	expect(lent).toBeGreaterThan(content.length / 2);
	expect(seen.size).toBeLessThan(16);
});

test("what nobody sends on is not overwritten", async () => {
	const content = randomBytes(8 * 1024 * 1024);
	await using source = await listening((socket) => void socket.end(content));
	await using destination = await listening((socket) => void socket.resume().on("end", () => socket.end()));
	const buffers = new ReceiveBuffers();
	const to = connect({ port: destination.port, host: "127.0.0.1" });
	await once(to, "connect");
	buffers.comeBackFrom(to);
	const from = connect({ port: source.port, host: "127.0.0.1", onread: buffers.reading() });
	const kept: Buffer[] = [];
	from.on("data", (chunk: Buffer) => {
		kept.push(chunk);
		// A part of it is sent: the rest is still ours.
		to.write(chunk.subarray(0, Math.floor(chunk.length / 2)));
	});
	await once(from, "close");
	to.end();
	await once(to.resume(), "close");
	expect(sha256(Buffer.concat(kept))).toBe(sha256(content));
});

test("a short answer holds no large buffer", async () => {
	await using source = await listening((socket) => void socket.end("short"));
	const from = connect({
		port: source.port,
		host: "127.0.0.1",
		onread: new ReceiveBuffers().reading(),
	});
	const [chunk] = (await once(from, "data")) as [Buffer];
	expect([chunk.toString(), isLent(chunk)]).toEqual(["short", false]);
	expect(chunk.buffer.byteLength).toBeLessThan(128 * 1024);
	await once(from, "close");
});
