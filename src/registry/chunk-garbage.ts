import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

type Collect = (options: { type: "minor" }) => void;

/** Bytes between two collections: few enough to stay in the processor's cache, many enough to cost little. */
const STEP = 8 * 1024 * 1024;

let collect: Collect | undefined | "unknown" = "unknown";
let since = 0;

/**
 * Counts streamed bytes, and has what they lay in collected every few MiB. A chunk is a small object to the
 * collector, which by itself lets hundreds of them wait, each with 64 KiB outside its heap: a long copy then holds
 * 100 MB more, and slower memory. A collection of young objects alone takes less than a millisecond.
 */
export function streamed(bytes: number): void {
	since += bytes;
	if (since < STEP) return;
	since = 0;
	if (collect === "unknown") collect = findCollect();
	collect?.({ type: "minor" });
}

/** Node shows its collector only behind a flag, which a program can set while it runs. */
function findCollect(): Collect | undefined {
	setFlagsFromString("--expose-gc");
	const found: unknown = runInNewContext("globalThis.gc");
	return typeof found === "function" ? (found as Collect) : undefined;
}
