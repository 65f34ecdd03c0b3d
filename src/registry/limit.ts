/** Runs at most so many pieces of work at once; the others wait in order. */
export type Limit = <T>(work: () => Promise<T>) => Promise<T>;

/** A limit of `most` pieces of work at once, at least one. */
export function createLimit(most: number): Limit {
	return createAdaptiveLimit(most).run;
}

/** A limit that learns how much its host bears: it halves when the host is busy, and grows slowly again. */
export interface AdaptiveLimit {
	run: Limit;
	/** The host has asked for less. Work that is under way goes on. */
	busy(): void;
	/** The host has answered. After as many good answers as the limit is wide, it grows by one, never above its start. */
	answered(): void;
	/** Pieces of work at once, now. */
	width(): number;
}

/** An adaptive limit that starts, and ends, at `most` pieces of work at once, at least one. */
export function createAdaptiveLimit(most: number): AdaptiveLimit {
	const widest = Math.max(1, Math.floor(most));
	let width = widest;
	let running = 0;
	let good = 0;
	/** Answers that were under way when the limit was halved say nothing about the new width. */
	let stale = 0;
	const waiting: (() => void)[] = [];

	function start(): void {
		while (running < width) {
			const next = waiting.shift();
			if (next === undefined) return;
			running += 1;
			next();
		}
	}

	return {
		async run(work) {
			if (running < width) running += 1;
			else await new Promise<void>((resolve) => waiting.push(resolve));
			try {
				return await work();
			} catch (error) {
				// It brings no answer that could be stale any more.
				if (stale > 0) stale -= 1;
				throw error;
			} finally {
				running -= 1;
				start();
			}
		},
		busy() {
			good = 0;
			if (stale > 0) {
				stale -= 1;
				return;
			}
			stale = running;
			width = Math.max(1, Math.floor(width / 2));
		},
		answered() {
			if (stale > 0) {
				stale -= 1;
				return;
			}
			if (width === widest) return;
			good += 1;
			if (good < width) return;
			good = 0;
			width += 1;
			start();
		},
		width: () => width,
	};
}
