import type { OnReadOpts, Socket } from "node:net";
import { streamed } from "./chunk-garbage.js";
import { Gathering, type Piece, RECORD } from "./gathering.js";

/**
 * Bytes of one buffer. Each read costs the same work in JavaScript however much it brings: with half of this a
 * copy of 1 GB takes about a twentieth more of the processor, and with twice as much no less.
 */
const SIZE = 512 * 1024;
/** Reads below this are copied, so that a short answer does not hold a whole buffer. */
const WORTH_LENDING = 32 * 1024;
/**
 * Buffers that are kept for the next reads: as many as sixteen streams have on the way. What finds no place here is
 * garbage that the collector lets wait, while others are made.
 */
const MOST_FREE = 64;

/** What is known of a buffer that is used again. */
interface Loan {
	/** What was handed on and not yet sent: where it begins, and how long it is. */
	readonly parts: Map<number, number>;
	/** A socket still reads into the rest of it. */
	readsOn: boolean;
}

const loans = new WeakMap<ArrayBufferLike, Loan>();

/** Whether these bytes lie in a buffer that is used again. */
export function isLent({ buffer }: Uint8Array): boolean {
	return loans.has(buffer);
}

/**
 * Buffers that sockets read into and that are used again once another socket has sent what stands in them. Node
 * gives each read a buffer of its own otherwise: a copy then spends its time in getting memory and giving it back.
 * What is never sent is left to the garbage collector.
 */
export class ReceiveBuffers {
	readonly #free: ArrayBuffer[] = [];

	/** For the options of a socket that is made (`net.connect`). */
	reading(): OnReadOpts {
		let isKept = false;
		return {
			// Asked for when a socket is made, and right after each read: without a new one Node goes on with what it has.
			buffer: () => {
				const kept = isKept;
				isKept = false;
				return kept ? (undefined as unknown as Uint8Array) : new Uint8Array(this.#next());
			},
			callback: callbackOf((socket, length, { buffer }) => {
				const readsOn = length < WORTH_LENDING;
				const goOn = socket.push(chunkOf({ buffer, start: 0, length, readsOn }));
				// Not before: who gets the bytes may make another socket, which asks for a buffer too.
				isKept = readsOn;
				return goOn;
			}),
		};
	}

	/**
	 * For the options of a socket that speaks TLS (`tls.connect`), of which Node reads no more than a record at a
	 * time: records are gathered, since each piece costs the same work however small it is.
	 */
	gathering(): OnReadOpts {
		const gatherings = new WeakMap<Socket, Gathering>();
		let rest: Uint8Array | undefined;
		return {
			// Asked for when a socket is made, and right after each read.
			buffer: () => {
				const next = rest ?? new Uint8Array(this.#next());
				rest = undefined;
				return next;
			},
			callback: callbackOf((socket, length, { buffer, byteOffset }) => {
				const gathering = gatherings.get(socket) ?? new Gathering(socket, chunkOf);
				gatherings.set(socket, gathering);
				const end = byteOffset + length;
				const readsOn = buffer.byteLength - end >= RECORD;
				gathering.add(buffer, byteOffset, length, readsOn);
				// Not before, as in `reading`.
				if (readsOn) rest = new Uint8Array(buffer, end);
				return socket.readableLength < socket.readableHighWaterMark;
			}),
		};
	}

	/** Has a buffer come back when this socket has sent all that was read into it. */
	comeBackFrom(socket: Socket): void {
		const write = socket.write.bind(socket) as (...args: unknown[]) => boolean;
		socket.write = (...args: unknown[]): boolean => {
			const [chunk] = args;
			// A part of what was read: the rest of it may still be needed.
			if (args.length > 1 || !(chunk instanceof Uint8Array) || !isWhole(chunk)) return write(...args);
			// What could not be sent may be tried on another socket.
			return write(chunk, (error?: Error | null) => {
				if (!error) this.#takeBack(chunk);
			});
		};
	}

	/** What nobody gives back is garbage sooner or later, so it is counted when it is made. */
	#next(): ArrayBuffer {
		const free = this.#free.pop();
		if (free !== undefined) return free;
		streamed(SIZE);
		return new ArrayBuffer(SIZE);
	}

	#takeBack(chunk: Uint8Array): void {
		const { buffer, byteOffset } = chunk;
		const loan = loans.get(buffer);
		if (loan === undefined || !isWhole(chunk)) return;
		loan.parts.delete(byteOffset);
		if (loan.readsOn || loan.parts.size > 0) return;
		loans.delete(buffer);
		if (this.#free.length < MOST_FREE && buffer instanceof ArrayBuffer) this.#free.push(buffer);
	}
}

/** The bytes of a piece: lent where there are many of them, else a copy. */
function chunkOf({ buffer, start, length, readsOn }: Piece): Buffer {
	const chunk = Buffer.from(buffer, start, length);
	const isWorth = length >= WORTH_LENDING;
	const loan = loans.get(buffer) ?? { parts: new Map<number, number>(), readsOn };
	// Also where the piece is copied: it may be the last of its buffer.
	loan.readsOn = readsOn;
	if (!isWorth) return Buffer.from(chunk);
	loan.parts.set(start, length);
	loans.set(buffer, loan);
	return chunk;
}

function isWhole({ buffer, byteOffset, byteLength }: Uint8Array): boolean {
	return loans.get(buffer)?.parts.get(byteOffset) === byteLength;
}

/** Node calls it as a method of the socket, which its types do not say. */
function callbackOf(
	work: (socket: Socket, length: number, buffer: Uint8Array) => boolean,
): OnReadOpts["callback"] {
	return function (this: unknown, length, buffer) {
		return work(this as Socket, length, buffer);
	};
}
