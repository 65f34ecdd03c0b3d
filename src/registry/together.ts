/**
 * Works on all items at once and waits until nothing runs any more. The first failure, or the caller's signal,
 * aborts the others by the signal that they are given; it is what is thrown, and not its consequences.
 */
export async function allOrFirstError<T>(
	items: readonly T[],
	signal: AbortSignal | undefined,
	work: (item: T, signal: AbortSignal) => Promise<void>,
): Promise<void> {
	const stop = new AbortController();
	const either = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
	let failed = false;
	let first: unknown;
	await Promise.all(
		items.map(async (item) => {
			try {
				either.throwIfAborted();
				await work(item, either);
			} catch (error) {
				if (failed) return;
				failed = true;
				first = error;
				stop.abort();
			}
		}),
	);
	if (failed) throw first;
}
