import type { HttpResponse } from "./answer.js";
import { RegistryError } from "./registry-error.js";

/** Of tags or referrers, in bytes: registries that know no pages send all in one. */
export const MAX_PAGE_BYTES = 16 * 1024 * 1024;
const MAX_PAGES = 1000;

/**
 * The address of a list's next page, from the header Link with `rel="next"` (RFC 8288). A registry behind a proxy
 * may name itself as it knows itself, so path and query alone count: a list goes on where it has begun.
 * @throws RegistryError `registry-failed` where it cannot be read
 */
export function nextPage(response: HttpResponse): URL | undefined {
	for (const header of response.headers("link")) {
		const target = /<([^<>]*)>\s*;[^,<]*\brel="?next"?/i.exec(header)?.[1];
		if (target === undefined) continue;
		const named = URL.canParse(target, response.url.href) ? new URL(target, response.url) : undefined;
		if (named === undefined || !/^https?:$/.test(named.protocol))
			throw unfinished(response, "the address of its next page cannot be read");
		const url = new URL(response.url.origin);
		url.pathname = named.pathname;
		url.search = named.search;
		return url;
	}
	return undefined;
}

/** The way through one list, page by page. It comes to an end or fails: a list is never cut without a word. */
export class PageTrail {
	readonly #seen = new Set<string>();

	/**
	 * The page after this one; undefined after the last. A page with no entries may well have one after it.
	 * @throws RegistryError `registry-failed` for a list without an end
	 */
	next(response: HttpResponse, entries: number): URL | undefined {
		this.#seen.add(response.url.href);
		const next = nextPage(response);
		if (next === undefined) return undefined;
		if (this.#seen.has(next.href)) {
			// Nothing follows nothing. After entries, the registry does not look at where it is asked to go on.
			if (entries === 0) return undefined;
			throw unfinished(response, "its next page is one that was read already");
		}
		if (this.#seen.size >= MAX_PAGES) throw unfinished(response, `it has more than ${MAX_PAGES} pages`);
		this.#seen.add(next.href);
		return next;
	}
}

function unfinished({ url }: HttpResponse, reason: string): RegistryError {
	return new RegistryError(
		"registry-failed",
		`${url.host}: the list ${url.pathname} cannot be read to its end: ${reason}.`,
		{},
		{ hint: "Look into the settings of the registry, and of the proxy before it if there is one." },
	);
}
