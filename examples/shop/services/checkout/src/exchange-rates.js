/** Rates from a public exchange-rate service, which is not ours: an order in a foreign currency needs one. */
import { isIP } from "node:net";
import { callJson } from "./http-client.js";

/**
 * The rates of a host (`host` or `host:port`). It is spoken to over https, and over http on loopback.
 *
 * Throws where the text is no host.
 */
export function exchangeRatesOf(host) {
	const url = URL.parse(`https://${host}`);
	if (url === null || url.host === "" || url.href !== `https://${url.host}/`) {
		throw new Error(`${JSON.stringify(host)} is no host; give it as host or host:port`);
	}
	if (isLoopback(url.hostname)) url.protocol = "http:";

	return {
		/** How many units of `to` one unit of `from` buys; undefined for an unknown currency. */
		async rate(from, to) {
			url.pathname = `/v1/rates/${encodeURIComponent(from)}/${encodeURIComponent(to)}`;
			const { status, body } = await callJson("GET", url.href);
			if (status === 404) return undefined;
			if (status !== 200 || !(Number.isFinite(body?.rate) && body.rate > 0)) {
				throw new Error(`${url.host} answered ${status} without a rate`);
			}
			return body.rate;
		},
	};
}

function isLoopback(hostname) {
	return (
		hostname === "localhost" || hostname === "[::1]" || (isIP(hostname) === 4 && hostname.startsWith("127."))
	);
}
