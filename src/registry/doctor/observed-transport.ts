import type { Transport } from "../transport.js";
import type { SeenRequest } from "./diagnosis.js";

/** A transport that notes each request and its answer's status: tokens and redirects too, bodies never. */
export function observedTransport(transport: Transport, now: () => number, seen: SeenRequest[]): Transport {
	return {
		...transport,
		async send(request) {
			const started = now();
			const note: SeenRequest = {
				method: request.method,
				url: shownUrl(request.url),
				status: null,
				milliseconds: 0,
			};
			seen.push(note);
			try {
				const response = await transport.send(request);
				note.status = response.status;
				return response;
			} finally {
				note.milliseconds = Math.round(now() - started);
			}
		},
	};
}

/** Values that are public: what was asked for. Everything else of a query may be a signature. */
const PUBLIC = new Set(["scope", "service", "mount", "from", "digest", "n"]);

function shownUrl(url: URL): string {
	const query = [...url.searchParams].map(([name, value]) => `${name}=${PUBLIC.has(name) ? value : "…"}`);
	return `${url.protocol}//${url.host}${url.pathname}${query.length === 0 ? "" : `?${query.join("&")}`}`;
}
