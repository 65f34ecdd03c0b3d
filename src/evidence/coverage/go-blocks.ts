/**
 * Blocks of a Go coverage profile by file and place, side by side in typed arrays: profiles have millions, once
 * for each test binary. Pure.
 */

/** Slots that are looked at before a block counts as crowded out: places can be made to meet in one slot. */
const PROBE_LIMIT = 32;
const MOST = 0xffffffff;

export class GoBlocks {
	#count = 0;
	#files = new Uint32Array(1024);
	#places = new Uint32Array(1024);
	#statements = new Uint32Array(1024);
	/** MOST where the number is among the large ones. */
	#hits = new Uint32Array(1024);
	#starts = new Uint32Array(1024);
	#lasts = new Uint32Array(1024);
	readonly #large = new Map<number, number>();
	/** Blocks plus one, 0 for an empty slot. */
	#slots = new Int32Array(4096);
	/** Blocks that found no slot near theirs, by file and place. */
	readonly #crowded = new Map<string, number>();

	get count(): number {
		return this.#count;
	}

	/** The block of a file's place, both as numbers; undefined where there is none yet. */
	find(file: number, place: number): number | undefined {
		const mask = this.#slots.length - 1;
		let slot = slotOf(file, place) & mask;
		for (let probe = 0; probe < PROBE_LIMIT; probe++) {
			const held = (this.#slots[slot] ?? 0) - 1;
			if (held < 0) return undefined;
			if (this.#places[held] === place && this.#files[held] === file) return held;
			slot = (slot + 1) & mask;
		}
		return this.#crowded.get(`${file} ${place}`);
	}

	/** Adds a block that is not there yet. Lines up to `last` are its own. */
	add(file: number, place: number, statements: number, start: number, last: number): number {
		const block = this.#count++;
		if (block === this.#files.length) this.#grow();
		this.#files[block] = file;
		this.#places[block] = place;
		this.#statements[block] = statements;
		this.#starts[block] = start;
		this.#lasts[block] = last;
		if (this.#count * 2 > this.#slots.length) this.#spread();
		else this.#put(block);
		return block;
	}

	/** Adds to a block's hits, as far as a sum can be exact. */
	hit(block: number, hits: number): void {
		const sum = Math.min(Number.MAX_SAFE_INTEGER, this.hits(block) + hits);
		if (sum >= MOST) this.#large.set(block, sum);
		this.#hits[block] = Math.min(MOST, sum);
	}

	hits(block: number): number {
		const held = this.#hits[block] ?? 0;
		return held === MOST ? (this.#large.get(block) ?? held) : held;
	}

	place(block: number): number {
		return this.#places[block] ?? 0;
	}

	statements(block: number): number {
		return this.#statements[block] ?? 0;
	}

	start(block: number): number {
		return this.#starts[block] ?? 0;
	}

	last(block: number): number {
		return this.#lasts[block] ?? 0;
	}

	/** The last line of blocks that have statements, or 0. */
	lastOf(blocks: Uint32Array): number {
		let last = 0;
		for (const block of blocks)
			if (this.statements(block) > 0 && this.last(block) > last) last = this.last(block);
		return last;
	}

	/** The blocks of each of `files` files, in the order in which they came. */
	*byFile(files: number): Generator<Uint32Array> {
		const ends = new Uint32Array(files);
		for (let block = 0; block < this.#count; block++) {
			const file = this.#files[block] ?? 0;
			ends[file] = (ends[file] ?? 0) + 1;
		}
		for (let file = 1; file < files; file++) ends[file] = (ends[file] ?? 0) + (ends[file - 1] ?? 0);
		const blocks = new Uint32Array(this.#count);
		const next = ends.slice();
		for (let block = this.#count - 1; block >= 0; block--) {
			const file = this.#files[block] ?? 0;
			const at = (next[file] ?? 0) - 1;
			next[file] = at;
			blocks[at] = block;
		}
		for (let file = 0; file < files; file++)
			yield blocks.subarray(file === 0 ? 0 : ends[file - 1], ends[file]);
	}

	#put(block: number): void {
		const file = this.#files[block] ?? 0;
		const place = this.#places[block] ?? 0;
		const mask = this.#slots.length - 1;
		let slot = slotOf(file, place) & mask;
		for (let probe = 0; probe < PROBE_LIMIT; probe++) {
			if (this.#slots[slot] === 0) {
				this.#slots[slot] = block + 1;
				return;
			}
			slot = (slot + 1) & mask;
		}
		this.#crowded.set(`${file} ${place}`, block);
	}

	/** Twice the slots. */
	#spread(): void {
		this.#slots = new Int32Array(this.#slots.length * 2);
		this.#crowded.clear();
		for (let block = 0; block < this.#count; block++) this.#put(block);
	}

	#grow(): void {
		const size = Math.ceil(this.#files.length * 1.5);
		const larger = (held: Uint32Array<ArrayBuffer>) => {
			const made = new Uint32Array(size);
			made.set(held);
			return made;
		};
		this.#files = larger(this.#files);
		this.#places = larger(this.#places);
		this.#statements = larger(this.#statements);
		this.#hits = larger(this.#hits);
		this.#starts = larger(this.#starts);
		this.#lasts = larger(this.#lasts);
	}
}

function slotOf(file: number, place: number): number {
	let hash = Math.imul(file + 1, 0x9e3779b1) ^ Math.imul(place + 1, 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
	return hash ^ (hash >>> 13);
}
