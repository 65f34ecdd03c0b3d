import type { Socket } from "node:net";

/** Bytes of a record of TLS, at most (RFC 8446, section 5.1). Bytes that go on rarely come in shorter ones. */
export const RECORD = 16 * 1024;

/** Bytes that lie side by side in one buffer. */
export interface Piece {
	buffer: ArrayBufferLike;
	start: number;
	length: number;
	/** The socket reads on into the rest of the buffer. */
	readsOn: boolean;
}

/**
 * What one socket has read and not handed on. Records that come in one turn of the event loop are handed on
 * together, and so are those that come while nobody takes what was handed on before: Node would join pieces that
 * wait, and copy them for it.
 */
export class Gathering {
	readonly #socket: Socket;
	readonly #push: (chunk: Buffer) => boolean;
	readonly #chunkOf: (piece: Piece) => Buffer;
	#piece: Piece | undefined;
	#later: NodeJS.Immediate | undefined;
	/**
	 * The stream has asked for bytes (`_read`) since it last got some, as it does before the first come. Until it
	 * gets them it does not ask again, even when all that waits in it is taken.
	 */
	#asked = true;

	/** `chunkOf` makes of a piece what the socket's readers get. */
	constructor(socket: Socket, chunkOf: (piece: Piece) => Buffer) {
		this.#socket = socket;
		this.#chunkOf = chunkOf;
		const push = socket.push.bind(socket);
		this.#push = push;
		socket.push = (chunk, encoding) => {
			// What is still here belongs before the end of the stream.
			if (chunk === null) this.handOn();
			return push(chunk, encoding);
		};
		const read = socket._read.bind(socket);
		socket._read = (size) => {
			this.#asked = true;
			// Asked for in the middle of a read, which would join what came at once with what it is about to give.
			if (this.#piece !== undefined && this.#later === undefined) process.nextTick(() => this.handOn());
			read(size);
		};
		const write = socket._write.bind(socket);
		socket._write = (chunk, encoding, done) => {
			// At an empty one Node reads on at once: amid a read, over the bytes that this has just brought.
			if (chunk.length === 0) done();
			else write(chunk, encoding, done);
		};
	}

	/** `readsOn`: the next bytes will lie behind these. */
	add(buffer: ArrayBufferLike, start: number, length: number, readsOn: boolean): void {
		this.#piece ??= { buffer, start, length: 0, readsOn };
		this.#piece.length += length;
		this.#piece.readsOn = readsOn;
		// What ends before a record could is an answer, or the end of one. It may be the last word before the connection
		// breaks, so it does not wait.
		if (!readsOn || length < RECORD) this.handOn();
		else
			this.#later ??= setImmediate(() => {
				this.#later = undefined;
				if (this.#asked) this.handOn();
			});
	}

	/** Hands on what is there. */
	handOn(): void {
		clearImmediate(this.#later);
		this.#later = undefined;
		const piece = this.#piece;
		this.#piece = undefined;
		if (piece === undefined || this.#socket.destroyed) return;
		// Before: who gets the bytes may ask for more at once.
		this.#asked = false;
		this.#push(this.#chunkOf(piece));
	}
}
