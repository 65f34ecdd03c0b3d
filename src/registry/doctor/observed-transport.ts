import { discard, type HttpResponse } from "../answer.js";
import type { Patience } from "../read-anew.js";
import { RegistryError } from "../registry-error.js";
import { delayAfter, isPassing } from "../retry.js";
import type { HttpRequest, Transport } from "../transport.js";
import { finalFailure } from "../unreachable.js";
import type { SeenRequest } from "./diagnosis.js";

/**
 * A transport that notes each request and its answer's status: each attempt of its own, tokens and redirects too,
 * bodies never. The attempts are made here, since who only sees the last of them does not see a rate limit.
 */
export function observedTransport(
	transport: Transport,
	{ sleep, now, random }: Patience,
	seen: SeenRequest[],
): Transport {
	async function attempt(request: HttpRequest): Promise<HttpResponse | RegistryError> {
		const started = now();
		const note: SeenRequest = {
			method: request.method,
			url: shownUrl(request.url),
			status: null,
			milliseconds: 0,
		};
		seen.push(note);
		try {
			const response = await transport.send({ ...request, retry: false });
			note.status = response.status;
			return response;
		} catch (error) {
			if (error instanceof RegistryError && error.passing) return error;
			throw error;
		} finally {
			note.milliseconds = Math.round(now() - started);
		}
	}

	return {
		...transport,
		async send(request) {
			for (let attempts = 1; ; attempts += 1) {
				const outcome = await attempt(request);
				const failed = outcome instanceof RegistryError;
				if (!failed && !isPassing(outcome.status)) return outcome;
				const answer = failed ? {} : { status: outcome.status, retryAfter: outcome.header("retry-after") };
				const delay =
					request.retry === false
						? undefined
						: delayAfter({ attempts, ...answer, now: now(), random: random() });
				if (delay === undefined && !failed) return outcome;
				if (delay === undefined)
					throw request.retry === false ? outcome : finalFailure(outcome as RegistryError);
				if (!failed) await discard(outcome);
				await sleep(delay);
			}
		},
	};
}

/** Values that are public: what was asked for. Everything else of a query may be a signature. */
const PUBLIC = new Set(["scope", "service", "mount", "from", "digest", "digest-algorithm", "n"]);

function shownUrl(url: URL): string {
	const query = [...url.searchParams].map(([name, value]) => `${name}=${PUBLIC.has(name) ? value : "…"}`);
	return `${url.protocol}//${url.host}${url.pathname}${query.length === 0 ? "" : `?${query.join("&")}`}`;
}
