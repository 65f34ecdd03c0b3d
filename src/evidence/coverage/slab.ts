/**
 * Small arrays out of large buffers: a report of tens of thousands of files would else have several buffers
 * for each of them, whose upkeep takes more memory than what is in them. Pure.
 */

const SLAB_BYTES = 256 * 1024;

/**
 * Large buffers, of which each is handed out in places. A buffer lives as long as any array that has a place in
 * it: what lives for different times, or is given up for larger places, has slabs of its own.
 */
export class Slabs {
	#slab = new ArrayBuffer(0);
	#used = 0;

	/** A place of zeros, aligned to 8 bytes. */
	room(bytes: number): { buffer: ArrayBuffer; offset: number } {
		const size = Math.ceil(bytes / 8) * 8;
		if (size > SLAB_BYTES / 8) return { buffer: new ArrayBuffer(size), offset: 0 };
		if (this.#used + size > this.#slab.byteLength) {
			this.#slab = new ArrayBuffer(SLAB_BYTES);
			this.#used = 0;
		}
		const offset = this.#used;
		this.#used += size;
		return { buffer: this.#slab, offset };
	}
}
