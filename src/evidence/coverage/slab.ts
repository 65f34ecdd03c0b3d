/**
 * Small arrays out of large buffers: a report of tens of thousands of files would else have several buffers
 * for each of them, whose upkeep takes more memory than what is in them. Pure.
 */

const SLAB_BYTES = 256 * 1024;

let slab = new ArrayBuffer(0);
let used = 0;

/** A place of zeros, aligned to 8 bytes. A buffer lives as long as any array that has a place in it. */
export function room(bytes: number): { buffer: ArrayBuffer; offset: number } {
	const size = Math.ceil(bytes / 8) * 8;
	if (size > SLAB_BYTES / 8) return { buffer: new ArrayBuffer(size), offset: 0 };
	if (used + size > slab.byteLength) {
		slab = new ArrayBuffer(SLAB_BYTES);
		used = 0;
	}
	const offset = used;
	used += size;
	return { buffer: slab, offset };
}
