import { characterEnd } from "../text.js";

/**
 * Names of functions and branches as small numbers. Reports have millions, so they are held as bytes side by
 * side and found again by bytes, without a text for each. Pure.
 */

/** A longer name is cut: no two names differ only behind it. In bytes. */
const NAME_LIMIT = 64 * 1024;
/** Slots that are looked at before a name counts as crowded out: names can be made to meet in one slot. */
const PROBE_LIMIT = 32;
/** How many texts are remembered with their numbers: the keys of branches are few, and come again and again. */
const REMEMBERED = 4096;

/** How many names of at most three bytes are found without looking, a power of two. */
const SHORT_SLOTS = 256;

const encoder = new TextEncoder();

export class NameTable {
	#bytes = Buffer.allocUnsafeSlow(1024);
	#used = 0;
	#count = 0;
	/** By number: where the name ends; it begins where the one before ends. */
	#ends = new Uint32Array(64);
	#hashes = new Int32Array(64);
	/** Numbers plus one, 0 for an empty slot. */
	#slots = new Int32Array(128);
	/** By slot: a short name as one number, and its own number. */
	readonly #shortKeys = new Int32Array(SHORT_SLOTS);
	readonly #shortNumbers = new Int32Array(SHORT_SLOTS);
	/** The number that was given last. */
	#last = -1;
	/** Names that found no slot near theirs. */
	readonly #crowded = new Map<string, number>();
	readonly #remembered = new Map<string, number>();
	/** By another table: its numbers' numbers here plus one, 0 where not asked for yet. */
	readonly #known = new WeakMap<NameTable, Int32Array>();

	get size(): number {
		return this.#count;
	}

	/** The number of a text. */
	number(text: string): number {
		const known = this.#remembered.get(text);
		if (known !== undefined) return known;
		const bytes = encoder.encode(text);
		const number = this.numberOf(bytes, 0, bytes.length);
		if (this.#remembered.size < REMEMBERED && text.length <= 64) this.#remembered.set(text, number);
		return number;
	}

	/** The number of a name in UTF-8. */
	numberOf(bytes: Uint8Array, start: number, fullEnd: number): number {
		const length = fullEnd - start;
		if (length <= 3) {
			// The keys of arms: there are few, and each comes again at once.
			let key = length + 1;
			for (let at = start; at < fullEnd; at++) key = (key << 8) | (bytes[at] ?? 0);
			const slot = (key ^ (key >>> 8) ^ (key >>> 16)) & (SHORT_SLOTS - 1);
			if (this.#shortKeys[slot] === key) return this.#shortNumbers[slot] ?? 0;
			const number = this.#look(bytes, start, fullEnd);
			this.#shortKeys[slot] = key;
			this.#shortNumbers[slot] = number;
			return number;
		}
		// A name comes several times on end, or what lists names twice lists them in the same order.
		if (this.#last >= 0 && this.#isName(this.#last, bytes, start, fullEnd)) return this.#last;
		const next = this.#last + 1;
		if (next < this.#count && this.#isName(next, bytes, start, fullEnd)) {
			this.#last = next;
			return next;
		}
		const end = length > NAME_LIMIT ? start + characterEnd(bytes.subarray(start), NAME_LIMIT) : fullEnd;
		this.#last = this.#look(bytes, start, end);
		return this.#last;
	}

	#look(bytes: Uint8Array, start: number, end: number): number {
		let hash = 0x811c9dc5 | 0;
		for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
		hash ^= hash >>> 15;
		const mask = this.#slots.length - 1;
		let slot = hash & mask;
		for (let probe = 0; probe < PROBE_LIMIT; probe++) {
			const held = (this.#slots[slot] ?? 0) - 1;
			if (held < 0) return this.#add(bytes, start, end, hash, slot);
			if (this.#hashes[held] === hash && this.#isName(held, bytes, start, end)) return held;
			slot = (slot + 1) & mask;
		}
		const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString("latin1");
		const crowded = this.#crowded.get(text);
		if (crowded !== undefined) return crowded;
		const made = this.#add(bytes, start, end, hash, -1);
		this.#crowded.set(text, made);
		return made;
	}

	text(number: number): string {
		return this.#bytes.toString("utf8", this.#start(number), this.#ends[number]);
	}

	/** Whether a name begins with a byte. */
	beginsWith(number: number, byte: number): boolean {
		const start = this.#start(number);
		return start < (this.#ends[number] ?? 0) && this.#bytes[start] === byte;
	}

	/** The numbers that another table's names have in this one, where they are added as they are asked for. */
	numbersOf(other: NameTable): (number: number) => number {
		if (other === this) return (number) => number;
		let known = this.#known.get(other);
		if (known === undefined || known.length < other.#count) {
			const more = new Int32Array(other.#count);
			if (known !== undefined) more.set(known);
			known = more;
			this.#known.set(other, known);
		}
		const numbers = known;
		return (number) => {
			const held = numbers[number] ?? 0;
			if (held > 0) return held - 1;
			const own = this.numberOf(other.#bytes, other.#start(number), other.#ends[number] ?? 0);
			numbers[number] = own + 1;
			return own;
		};
	}

	#start(number: number): number {
		return number === 0 ? 0 : (this.#ends[number - 1] ?? 0);
	}

	#isName(number: number, bytes: Uint8Array, start: number, end: number): boolean {
		const own = this.#start(number);
		const length = end - start;
		if ((this.#ends[number] ?? 0) - own !== length) return false;
		const held = this.#bytes;
		// From the end, where names differ that are alike.
		for (let index = length - 1; index >= 0; index--)
			if (held[own + index] !== bytes[start + index]) return false;
		return true;
	}

	#add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
		const number = this.#count;
		const used = this.#used + end - start;
		if (used > this.#bytes.length) {
			const larger = Buffer.allocUnsafeSlow(Math.max(used, Math.ceil(this.#bytes.length * 1.5)));
			larger.set(this.#bytes.subarray(0, this.#used));
			this.#bytes = larger;
		}
		if (number === this.#ends.length) {
			const ends = new Uint32Array(number * 2);
			ends.set(this.#ends);
			this.#ends = ends;
			const hashes = new Int32Array(number * 2);
			hashes.set(this.#hashes);
			this.#hashes = hashes;
		}
		for (let index = start; index < end; index++) this.#bytes[this.#used + index - start] = bytes[index] ?? 0;
		this.#used = used;
		this.#ends[number] = used;
		this.#hashes[number] = hash;
		this.#count++;
		if (slot >= 0) this.#slots[slot] = this.#count;
		if (this.#count * 2 > this.#slots.length) this.#spread();
		return number;
	}

	/** Twice the slots. A name that finds none keeps being found as a crowded one. */
	#spread(): void {
		const slots = new Int32Array(this.#slots.length * 2);
		const mask = slots.length - 1;
		for (let number = 0; number < this.#count; number++) {
			let slot = (this.#hashes[number] ?? 0) & mask;
			let probe = 0;
			while (probe < PROBE_LIMIT && slots[slot] !== 0) {
				slot = (slot + 1) & mask;
				probe++;
			}
			if (probe < PROBE_LIMIT) slots[slot] = number + 1;
			else {
				const name = this.#bytes.toString("latin1", this.#start(number), this.#ends[number]);
				this.#crowded.set(name, number);
			}
		}
		this.#slots = slots;
	}
}
