/** Pages of a sorted list, as `n` and `last` ask for: pure. */
import { RegistryError } from "./errors.ts";

/** Lexical order as the specification has it: without regard to case, ties by code unit. */
export function compareLexically(a: string, b: string): number {
	const [lowerA, lowerB] = [a.toLowerCase(), b.toLowerCase()];
	if (lowerA !== lowerB) return lowerA < lowerB ? -1 : 1;
	return a === b ? 0 : a < b ? -1 : 1;
}

/**
 * The entries after `last` (which need not exist), at most `n` and at most `pageSize`, and a Link
 * header to the next page when there is one. `path` is that of the request.
 */
export function pageOf<Entry>(
	entries: readonly Entry[],
	keyOf: (entry: Entry) => string,
	query: URLSearchParams,
	path: string,
	pageSize = Number.POSITIVE_INFINITY,
): { entries: Entry[]; headers: Record<string, string> } {
	const n = query.get("n");
	if (n !== null && !/^\d+$/.test(n)) {
		throw new RegistryError(400, "UNSUPPORTED", `n is not a number: ${JSON.stringify(n)}`);
	}
	const last = query.get("last");
	const rest = entries
		.filter((entry) => last === null || compareLexically(keyOf(entry), last) > 0)
		.sort((a, b) => compareLexically(keyOf(a), keyOf(b)));
	const page = rest.slice(0, Math.min(n === null ? Number.POSITIVE_INFINITY : Number(n), pageSize));
	const end = page.at(-1);
	if (end === undefined || page.length === rest.length) return { entries: page, headers: {} };
	const next = new URLSearchParams(query);
	next.set("n", String(n ?? page.length));
	next.set("last", keyOf(end));
	return { entries: page, headers: { link: `<${path}?${next}>; rel="next"` } };
}
