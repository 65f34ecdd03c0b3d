import { type InsecureRegistries, refusal } from "./endpoint.js";
import type { HttpResponse } from "./transport.js";

/**
 * The address of a list's next page, from the header Link with `rel="next"` (RFC 8288). Only one at the same
 * origin is taken.
 */
export function nextPage(response: HttpResponse, insecure: InsecureRegistries): URL | undefined {
	for (const header of response.headers("link")) {
		const target = /<([^<>]*)>\s*;[^,<]*\brel="?next"?/i.exec(header)?.[1];
		if (target === undefined || !URL.canParse(target, response.url.href)) continue;
		const url = new URL(target, response.url);
		if (url.origin === response.url.origin && refusal(response.url, url, insecure) === undefined) return url;
	}
	return undefined;
}
