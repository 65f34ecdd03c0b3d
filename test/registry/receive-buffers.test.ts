import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { setTimeout as sleep, setImmediate as turn } from "node:timers/promises";
import { connect as connectSecurely, createServer as createSecureServer, TLSSocket } from "node:tls";
import { expect, test } from "vitest";
import { isLent, ReceiveBuffers } from "#src/registry/receive-buffers.js";
import { selfSigned } from "../certificate.js";

const LOCAL = "127.0.0.1";
const certificate = await selfSigned(LOCAL);

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** A way to speak over TCP. */
interface Speech {
	name: string;
	server(work: (socket: Socket) => void): Server;
	/** A socket that is connected, and reads into these buffers if there are some. */
	open(port: number, buffers?: ReceiveBuffers): Promise<Socket>;
}

const PLAIN: Speech = {
	name: "in the clear",
	server: (work) => createServer(work),
	async open(port, buffers) {
		const socket = connect({ port, host: LOCAL, ...(buffers && { onread: buffers.reading() }) });
		await once(socket, "connect");
		return socket;
	},
};

const SECURE: Speech = {
	name: "over TLS",
	server: (work) => createSecureServer(certificate, work),
	async open(port, buffers) {
		const options = { port, host: LOCAL, ca: certificate.cert };
		const socket = connectSecurely({ ...options, ...(buffers && { onread: buffers.gathering() }) });
		await once(socket, "secureConnect");
		return socket;
	},
};

async function listening(speech: Speech, work: (socket: Socket) => void) {
	const server = speech.server(work);
	server.listen(0, LOCAL);
	await once(server, "listening");
	return { port: (server.address() as AddressInfo).port, [Symbol.asyncDispose]: () => closed(server) };
}

async function closed(server: Server): Promise<void> {
	server.close();
	await once(server, "close");
}

/** Reads as an HTTP client does: all that there is, whenever there is something. */
function readAll(socket: Socket, give: (chunk: Buffer) => boolean, drained: Socket): void {
	let paused = false;
	const readMore = () => {
		while (!paused) {
			const chunk = socket.read() as Buffer | null;
			if (chunk === null) return;
			paused = !give(chunk);
		}
	};
	socket.on("readable", readMore);
	drained.on("drain", () => {
		paused = false;
		readMore();
	});
}

for (const speech of [PLAIN, SECURE]) {
	test(`what is sent on is read into a few buffers over and over, and arrives as it was, ${speech.name}`, async () => {
		const content = randomBytes(32 * 1024 * 1024);
		await using source = await listening(speech, (socket) => void socket.end(content));
		const arrived = createHash("sha256");
		await using destination = await listening(speech, (socket) => {
			socket.on("data", (chunk) => arrived.update(chunk)).on("end", () => socket.end());
		});
		const buffers = new ReceiveBuffers();
		const to = await speech.open(destination.port);
		buffers.comeBackFrom(to);
		const from = await speech.open(source.port, buffers);
		const seen = new Set<ArrayBufferLike>();
		let lent = 0;
		let pieces = 0;
		const give = (chunk: Buffer) => {
			pieces += 1;
			if (isLent(chunk)) {
				seen.add(chunk.buffer);
				lent += chunk.length;
			}
			return to.write(chunk);
		};
		readAll(from, give, to);
		from.once("end", () => to.end());
		to.resume();
		await once(to, "close");
		expect(arrived.digest("hex")).toBe(sha256(content));
		expect(lent).toBeGreaterThan(content.length / 2);
		expect(seen.size).toBeLessThan(16);
		// Two records at least: Node by itself gives each its own piece.
		expect(pieces).toBeLessThan(content.length / 32_768);
	});

	test(`what nobody sends on is not overwritten, ${speech.name}`, async () => {
		const content = randomBytes(8 * 1024 * 1024);
		await using source = await listening(speech, (socket) => void socket.end(content));
		await using destination = await listening(
			speech,
			(socket) => void socket.resume().on("end", () => socket.end()),
		);
		const buffers = new ReceiveBuffers();
		const to = await speech.open(destination.port);
		buffers.comeBackFrom(to);
		const from = await speech.open(source.port, buffers);
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

	test(`some pieces are sent on and others kept, and those stay what they were, ${speech.name}`, async () => {
		const content = randomBytes(16 * 1024 * 1024);
		await using source = await listening(speech, (socket) => void socket.end(content));
		await using destination = await listening(
			speech,
			(socket) => void socket.resume().on("end", () => socket.end()),
		);
		const buffers = new ReceiveBuffers();
		const to = await speech.open(destination.port);
		buffers.comeBackFrom(to);
		const from = await speech.open(source.port, buffers);
		const kept: { at: number; chunk: Buffer }[] = [];
		let at = 0;
		let turn = 0;
		from.on("data", (chunk: Buffer) => {
			turn += 1;
			if (turn % 3 === 0) kept.push({ at, chunk });
			else to.write(chunk);
			at += chunk.length;
		});
		await once(from, "close");
		to.end();
		await once(to.resume(), "close");
		expect(at).toBe(content.length);
		expect(kept.length).toBeGreaterThan(3);
		for (const { at: start, chunk } of kept)
			expect(chunk.equals(content.subarray(start, start + chunk.length))).toBe(true);
	});

	test(`a short answer comes at once and holds no large buffer, ${speech.name}`, async () => {
		await using source = await listening(speech, (socket) => {
			socket.write("short");
			socket.once("data", () => socket.end());
		});
		const from = await speech.open(source.port, new ReceiveBuffers());
		const [chunk] = (await once(from, "data")) as [Buffer];
		expect([chunk.toString(), isLent(chunk)]).toEqual(["short", false]);
		expect(chunk.buffer.byteLength).toBeLessThan(128 * 1024);
		from.end("thanks");
		await once(from, "close");
	});

	test(`all lengths around those of records and buffers arrive whole, before the end, ${speech.name}`, async () => {
		const kib = 1024;
		const around = [16, 32, 64, 512, 528, 1024].flatMap((size) => [
			size * kib - 1,
			size * kib,
			size * kib + 1,
		]);
		const content = randomBytes(1025 * kib);
		await using source = await listening(speech, (socket) => {
			socket.once("data", (wish: Buffer) => socket.end(content.subarray(0, Number(wish.toString()))));
		});
		const buffers = new ReceiveBuffers();
		for (const length of [0, 1, ...around]) {
			const from = await speech.open(source.port, buffers);
			from.write(String(length));
			const kept: Buffer[] = [];
			for await (const chunk of from as AsyncIterable<Buffer>) kept.push(chunk);
			expect(Buffer.concat(kept).equals(content.subarray(0, length)), `${length} bytes`).toBe(true);
		}
	});

	test(`what came while nobody read is there for who reads later, ${speech.name}`, async () => {
		// Whole records, and no end: nothing more comes that could bring them along.
		const content = randomBytes(6 * 16 * 1024);
		await using source = await listening(speech, (socket) => {
			let sent = 0;
			socket.on("data", () => {
				const end = sent === 0 ? 64 * 1024 : content.length;
				socket.write(content.subarray(sent, end));
				sent = end;
			});
			socket.on("end", () => socket.end());
		});
		const from = await speech.open(source.port, new ReceiveBuffers());
		from.write("the beginning");
		await once(from, "readable");
		from.write("the rest");
		await sleep(50);
		const kept: Buffer[] = [];
		let length = 0;
		for await (const chunk of from as AsyncIterable<Buffer>) {
			kept.push(chunk);
			length += chunk.length;
			if (length === content.length) break;
		}
		expect(Buffer.concat(kept).equals(content)).toBe(true);
		from.destroy();
	});

	test(`a whole record behind something short that nobody took yet is there for who reads later, ${speech.name}`, async () => {
		// Whole, and the last: nothing more comes that could bring it along.
		const content = randomBytes(5 + 16 * 1024);
		await using source = await listening(speech, (socket) => {
			socket.write(content.subarray(0, 5));
			socket.once("data", () => socket.write(content.subarray(5)));
			socket.on("end", () => socket.end());
		});
		const from = await speech.open(source.port, new ReceiveBuffers());
		await once(from, "readable");
		from.write("more");
		while (from.bytesRead < content.length) await turn();
		await turn();
		const kept: Buffer[] = [];
		let length = 0;
		for await (const chunk of from as AsyncIterable<Buffer>) {
			kept.push(chunk);
			length += chunk.length;
			if (length === content.length) break;
		}
		expect(Buffer.concat(kept).equals(content)).toBe(true);
		from.destroy();
	});

	test(`a last word is heard before the connection breaks, ${speech.name}`, async () => {
		const connections: Socket[] = [];
		const server = speech.server((socket) => {
			socket.on("error", () => undefined);
			socket.once("data", () => socket.write("too large", () => connections.pop()?.resetAndDestroy()));
		});
		server.on("connection", (connection: Socket) => connections.push(connection));
		server.listen(0, LOCAL);
		await once(server, "listening");
		const from = await speech.open((server.address() as AddressInfo).port, new ReceiveBuffers());
		const broken = new Promise<Error>((resolve) => from.once("error", resolve));
		const heard: Buffer[] = [];
		from.on("data", (chunk: Buffer) => heard.push(chunk));
		from.write("a blob");
		expect((await broken) as NodeJS.ErrnoException).toHaveProperty("code", "ECONNRESET");
		expect(Buffer.concat(heard).toString()).toBe("too large");
		await closed(server);
	});
}

test("a socket that is made by who got a short answer reads into a buffer of its own", async () => {
	await using source = await listening(PLAIN, (socket) => void socket.end("short"));
	const options = { port: source.port, host: LOCAL, onread: new ReceiveBuffers().reading() };
	const first = connect(options);
	const [second] = await new Promise<[Socket]>((resolve) => {
		first.once("data", () => resolve([connect(options)]));
	});
	const [chunk] = (await once(second, "data")) as [Buffer];
	expect(chunk.toString()).toBe("short");
	await once(second, "close");
});

test("records that come together over TLS are handed on together", async () => {
	const content = randomBytes(4 * 1024 * 1024);
	await using source = await listening(SECURE, (socket) => void socket.end(content));
	const from = await SECURE.open(source.port, new ReceiveBuffers());
	let largest = 0;
	const arrived = createHash("sha256");
	from.on("data", (chunk: Buffer) => {
		largest = Math.max(largest, chunk.length);
		arrived.update(chunk);
	});
	await once(from, "close");
	expect(arrived.digest("hex")).toBe(sha256(content));
	expect(largest).toBeGreaterThan(32 * 1024);
});

test("what is written in the middle of a read over TLS, though it is nothing, moves no bytes", async () => {
	const content = randomBytes(1024 * 1024);
	await using source = await listening(SECURE, (socket) => {
		// Shorter than a record can be: each is handed on by itself.
		if (socket instanceof TLSSocket) socket.setMaxSendFragment(4096);
		socket.end(content);
	});
	const from = await SECURE.open(source.port, new ReceiveBuffers());
	const kept: Buffer[] = [];
	const keep = (chunk: Buffer) => {
		kept.push(chunk);
		from.write("");
		return true;
	};
	readAll(from, keep, from);
	await once(from, "close");
	expect(sha256(Buffer.concat(kept))).toBe(sha256(content));
});
