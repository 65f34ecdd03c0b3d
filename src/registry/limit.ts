/** Runs at most so many pieces of work at once; the others wait in order. */
export type Limit = <T>(work: () => Promise<T>) => Promise<T>;

/** A limit of `most` pieces of work at once, at least one. */
export function createLimit(most: number): Limit {
	let free = Math.max(1, Math.floor(most));
	const waiting: (() => void)[] = [];
	return async (work) => {
		if (free > 0) free -= 1;
		else await new Promise<void>((resolve) => waiting.push(resolve));
		try {
			return await work();
		} finally {
			const next = waiting.shift();
			if (next === undefined) free += 1;
			else next();
		}
	};
}
