/** How far the copies of a run are. Counted by the copies, read by whoever shows it. */
export class CopyProgress {
	/** Of blobs that have been found to be needed, moved or not. */
	#blobs = 0;
	#blobsDone = 0;
	#bytes = 0;
	#bytesDone = 0;

	/** A blob of so many bytes is part of the work. */
	add(size: number): void {
		this.#blobs += 1;
		this.#bytes += size;
	}

	/** So many bytes have arrived; fewer than none when an upload begins anew. */
	moved(bytes: number): void {
		this.#bytesDone += bytes;
	}

	/** A blob is at its destination, of which so many bytes were not yet counted as moved. */
	done(rest: number): void {
		this.#blobsDone += 1;
		this.#bytesDone += rest;
	}

	snapshot(): CopySnapshot {
		return { blobs: this.#blobs, blobsDone: this.#blobsDone, bytes: this.#bytes, bytesDone: this.#bytesDone };
	}
}

export interface CopySnapshot {
	blobs: number;
	blobsDone: number;
	bytes: number;
	/** Moved, mounted, or found there. */
	bytesDone: number;
}

/** One line for people: `312.0 MB of 1.0 GB, 5 of 12 blobs`. */
export function progressLine({ blobs, blobsDone, bytes, bytesDone }: CopySnapshot): string {
	return `${bytesText(Math.min(bytesDone, bytes))} of ${bytesText(bytes)}, ${blobsDone} of ${blobs} blobs`;
}

/** Bytes in the unit that suits them, powers of 1000. */
export function bytesText(bytes: number): string {
	const units = ["bytes", "kB", "MB", "GB", "TB"];
	let value = bytes;
	let unit = 0;
	while (value >= 999.95 && unit < units.length - 1) {
		value /= 1000;
		unit += 1;
	}
	return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}
