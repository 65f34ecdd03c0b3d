import { UserError } from "../runner/errors.js";
import { isInnerAddress } from "./inner-address.js";
import { apiHost, parseRegistry } from "./name.js";

/**
 * Where requests may go. The rules, all by the spelling of the address (names are not looked up):
 * - A registry on loopback is spoken to over http, any other over https, unless it is named insecure.
 * - A registry may send us elsewhere: to storage (redirect), to an upload's address (Location), to a token
 *   service (realm). Never from https to http; to http only where a registry of that name would be spoken to
 *   over http; never from outside to an address inside the machine (loopback, link-local: a cloud's metadata
 *   service listens there); never to an address with a user name in it.
 * - Credentials go to the registry's own origin, and to its token service where that is its own or is named by the
 *   user (token-service.ts, token.ts).
 */

/** The addresses whose registries are spoken to over http: `host[:port]`, without a port all of its ports. */
export type InsecureRegistries = readonly string[];

/**
 * The input `insecure-registries`, checked.
 * @throws UserError `invalid-registry`
 */
export function parseInsecureRegistries(entries: readonly string[], input = "insecure-registries"): string[] {
	return entries.map((entry) => {
		const registry = entry.includes("/") ? undefined : parseRegistry(entry);
		if (registry !== undefined) return registry;
		throw new UserError(
			"invalid-registry",
			`${JSON.stringify(entry.slice(0, 200))} is not a registry's address.`,
			{
				hint: "Write host or host:port, without a scheme and a path, for example registry.internal:5000.",
				input,
			},
		);
	});
}

/** How a registry is spoken to. */
export function registryScheme(registry: string, insecure: InsecureRegistries): "http" | "https" {
	const hostname = hostnameOf(registry);
	if (isLoopback(hostname)) return "http";
	return insecure.includes(registry) || insecure.includes(hostname) ? "http" : "https";
}

/** The root of a registry's API, `https://ghcr.io/v2/`. */
export function registryUrl(registry: string, insecure: InsecureRegistries): URL {
	return new URL(`${registryScheme(registry, insecure)}://${apiHost(registry)}/v2/`);
}

/** Where a registry's API is, `host[:port]` without its scheme's own port: two names of one registry give the same. */
export function registryPlace(registry: string, insecure: InsecureRegistries): string {
	return registryUrl(registry, insecure).host;
}

/** Why an answer from `from` may not send us to `to`; undefined if it may. */
export function refusal(from: URL, to: URL, insecure: InsecureRegistries): string | undefined {
	if (to.protocol !== "https:" && to.protocol !== "http:") return "it is not an http address";
	if (to.username !== "" || to.password !== "") return "it contains a user name";
	if (to.protocol === "http:") {
		if (from.protocol === "https:") return "it leads from https to http";
		if (registryScheme(to.host, insecure) !== "http")
			return "it leads to http on a host that is not named insecure";
	}
	if (isInnerAddress(to.hostname) && !isInnerAddress(from.hostname))
		return "it leads to an address inside this machine";
	return undefined;
}

/** An address for people: no user name, no query (signatures and tokens stand there), no fragment. */
export function redactUrl(url: URL): string {
	return `${url.protocol}//${url.host}${url.pathname}${url.search === "" ? "" : "?…"}`;
}

function hostnameOf(registry: string): string {
	return registry.replace(/:[0-9]+$/, "");
}

function isLoopback(hostname: string): boolean {
	if (hostname === "localhost" || hostname === "[::1]") return true;
	const parts = hostname.split(".");
	return (
		parts.length === 4 &&
		parts[0] === "127" &&
		parts.every((part) => /^[0-9]{1,3}$/.test(part) && Number(part) < 256)
	);
}
