import { discard, type HttpResponse } from "./answer.js";
import { type InsecureRegistries, redactUrl, refusal } from "./endpoint.js";
import { RegistryError } from "./registry-error.js";
import type { HttpRequest, Transport } from "./transport.js";

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const MAX_REDIRECTS = 5;

/** `own`: only within the host; the redirect to another host is then the answer. `no`: every redirect is. */
export type FollowMode = "all" | "own" | "no";

/** Whether an answer sends us elsewhere. */
export function isRedirect(response: HttpResponse): boolean {
	return REDIRECTS.has(response.status) && response.header("location") !== undefined;
}

/**
 * Sends a request and follows redirects by hand. `authorization` goes to the request's own origin and, once a
 * redirect has left that, to nobody any more, not even back to it.
 * @throws RegistryError `unsafe-redirect`, `too-many-redirects`, `registry-unreachable`
 */
export async function sendFollowing(
	transport: Transport,
	request: HttpRequest,
	authorization: string | undefined,
	insecure: InsecureRegistries,
	mode: FollowMode,
): Promise<HttpResponse> {
	let url = request.url;
	let left = false;
	for (let redirects = 0; ; redirects += 1) {
		const secret = authorization === undefined || left ? {} : { authorization };
		const response = await transport.send({ ...request, url, headers: { ...request.headers, ...secret } });
		if (!isRedirect(response) || mode === "no") return response;
		const target = locationOf(response, insecure);
		if (mode === "own" && target.origin !== url.origin) return response;
		await discard(response);
		if (redirects === MAX_REDIRECTS) {
			const message = `${request.url.host} redirects more than ${MAX_REDIRECTS} times (${redactUrl(target)}).`;
			throw new RegistryError(
				"too-many-redirects",
				message,
				{},
				{ hint: "Look into the registry's settings." },
			);
		}
		left ||= target.origin !== request.url.origin;
		url = target;
	}
}

/**
 * The address of an answer's Location, absolute or relative, its query kept. A proxy before a registry may have told
 * it neither that we spoke https nor to which port: where it names its own host so, what was asked is meant.
 * @throws RegistryError `unsafe-redirect`
 */
export function locationOf(response: HttpResponse, insecure: InsecureRegistries): URL {
	const location = response.header("location") ?? "";
	const from = response.url;
	const unsafe = (reason: string) =>
		new RegistryError(
			"unsafe-redirect",
			`${from.host} sends us to an address that is not safe: ${reason}.`,
			{},
			{
				hint: "Look into the registry's settings: its own address, and that of the storage behind it.",
			},
		);
	const parsed = URL.canParse(location, from.href) ? new URL(location, from) : undefined;
	if (location === "" || parsed === undefined) throw unsafe("it cannot be read");
	if (isOurs(from, parsed)) {
		parsed.protocol = from.protocol;
		parsed.port = from.port;
	}
	const reason = refusal(from, parsed, insecure);
	if (reason !== undefined) throw unsafe(`${reason} (${redactUrl(parsed)})`);
	return parsed;
}

/**
 * Whether an address is that of the registry itself, with http for https or without its port. Storage may well be on
 * the same host at the port that needs no naming, so that a port alone is missed only below the API's own path.
 */
function isOurs(from: URL, to: URL): boolean {
	if (to.hostname !== from.hostname || (to.port !== "" && to.port !== from.port)) return false;
	if (from.protocol === "https:" && to.protocol === "http:") return true;
	return to.protocol === from.protocol && to.pathname.startsWith("/v2/");
}
