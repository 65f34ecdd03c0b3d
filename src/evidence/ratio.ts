import type { Ratio } from "./evidence.js";

/** Counts of what is covered, as exact integers. Pure. */

/** Sums stop at the largest exact integer: only damaged or hostile reports have counts that reach it. */
export function addRatio(sum: Ratio, ratio: Ratio): void {
	sum.covered = Math.min(Number.MAX_SAFE_INTEGER, sum.covered + ratio.covered);
	sum.total = Math.min(Number.MAX_SAFE_INTEGER, sum.total + ratio.total);
}

/**
 * What two counts of the same things show together, where which they are is not known: the larger of each
 * side, and never more covered than there are.
 */
export function largerOfEach(a: Ratio | undefined, b: Ratio): Ratio {
	const total = Math.max(a?.total ?? 0, b.total);
	return { covered: Math.min(total, Math.max(a?.covered ?? 0, b.covered)), total };
}
