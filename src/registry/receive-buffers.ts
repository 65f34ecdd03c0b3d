import type { OnReadOpts, Socket } from "node:net";
import { streamed } from "./chunk-garbage.js";

/**
 * Bytes of one buffer. Each read costs the same work in JavaScript however much it brings: with half of this a
 * copy of 1 GB takes about a twentieth more of the processor, and with twice as much no less.
 */
const SIZE = 512 * 1024;
/** Reads below this are copied, so that a short answer does not hold a whole buffer. */
const WORTH_LENDING = 32 * 1024;
/** Buffers that are kept for the next reads. */
const MOST_FREE = 16;

/** The buffers that are lent, with how many bytes of each were handed on. */
const lentBytes = new WeakMap<ArrayBufferLike, number>();

/** Whether these bytes lie in a buffer that is used again. */
export function isLent({ buffer }: Uint8Array): boolean {
	return lentBytes.has(buffer);
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
			// Asked for right after a read. Without a new buffer Node goes on with the one that it has.
			buffer: () => {
				const kept = isKept;
				isKept = false;
				return kept ? (undefined as unknown as Uint8Array) : new Uint8Array(this.#next());
			},
			callback: callbackOf((socket, length, { buffer }) => {
				const read = Buffer.from(buffer, 0, length);
				const isWorth = length >= WORTH_LENDING;
				if (isWorth) lentBytes.set(buffer, length);
				const goOn = socket.push(isWorth ? read : Buffer.from(read));
				isKept = !isWorth;
				return goOn;
			}),
		};
	}

	/** Has a buffer come back when this socket has sent all that was read into it. */
	comeBackFrom(socket: Socket): void {
		const write = socket.write.bind(socket) as (...args: unknown[]) => boolean;
		socket.write = (...args: unknown[]): boolean => {
			const [chunk] = args;
			// A part of what was read: the rest of the buffer may still be needed.
			if (args.length > 1 || !(chunk instanceof Uint8Array) || !isWhole(chunk)) return write(...args);
			return write(chunk, () => this.#takeBack(chunk));
		};
	}

	/** What nobody gives back is garbage sooner or later, so it is counted when it is made. */
	#next(): ArrayBuffer {
		const free = this.#free.pop();
		if (free !== undefined) return free;
		streamed(SIZE);
		return new ArrayBuffer(SIZE);
	}

	#takeBack({ buffer }: Uint8Array): void {
		if (lentBytes.delete(buffer) && this.#free.length < MOST_FREE && buffer instanceof ArrayBuffer)
			this.#free.push(buffer);
	}
}

function isWhole({ buffer, byteLength }: Uint8Array): boolean {
	return lentBytes.get(buffer) === byteLength;
}

/** Node calls it as a method of the socket, which its types do not say. */
function callbackOf(
	work: (socket: Socket, length: number, buffer: Uint8Array) => boolean,
): OnReadOpts["callback"] {
	return function (this: unknown, length, buffer) {
		return work(this as Socket, length, buffer);
	};
}
