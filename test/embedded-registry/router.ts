import type { Action } from "./auth.ts";
import { RegistryError } from "./errors.ts";
import { requireName } from "./grammar.ts";
import type { RegistryRequest, Reply } from "./reply.ts";

/** What a method of a route does, and the permission that it needs. */
export interface Endpoint {
	action: Action | undefined;
	handle: (request: RegistryRequest) => Reply | Promise<Reply>;
}

/** The endpoints of a route by method; HEAD goes where GET goes. */
export type Methods = Partial<Record<"GET" | "POST" | "PUT" | "PATCH" | "DELETE", Endpoint>>;

/** The routes of the distribution specification. */
export interface Routes {
	base: Methods;
	uploads: Methods;
	upload: Methods;
	blob: Methods;
	manifest: Methods;
	tags: Methods;
	referrers: Methods;
}

/** Names may hold words like `blobs`: the more special pattern stands first. */
const PATTERNS: readonly [RegExp, keyof Routes][] = [
	[/^\/v2\/?$/, "base"],
	[/^\/v2\/(?<name>.+)\/blobs\/uploads\/?$/, "uploads"],
	[/^\/v2\/(?<name>.+)\/blobs\/uploads\/(?<reference>[^/]+)$/, "upload"],
	[/^\/v2\/(?<name>.+)\/blobs\/(?<reference>[^/]+)$/, "blob"],
	[/^\/v2\/(?<name>.+)\/manifests\/(?<reference>[^/]+)$/, "manifest"],
	[/^\/v2\/(?<name>.+)\/tags\/list$/, "tags"],
	[/^\/v2\/(?<name>.+)\/referrers\/(?<reference>[^/]+)$/, "referrers"],
];

export interface Match {
	endpoint: Endpoint;
	name: string;
	reference: string;
}

/** The endpoint of a request; 404 for an unknown path, 405 for a method that it does not have. */
export function route(routes: Routes, method: string, path: string): Match {
	for (const [pattern, kind] of PATTERNS) {
		const found = pattern.exec(path);
		if (!found) continue;
		const methods = new Map(Object.entries(routes[kind]));
		const endpoint = methods.get(method === "HEAD" ? "GET" : method);
		if (!endpoint) {
			const allow = [...methods.keys(), ...(methods.has("GET") ? ["HEAD"] : [])].join(", ");
			throw new RegistryError(405, "UNSUPPORTED", `${method} is not possible here`, { allow });
		}
		const { name, reference } = found.groups ?? {};
		return {
			endpoint,
			name: name === undefined ? "" : requireName(name),
			reference: reference === undefined ? "" : decode(reference),
		};
	}
	throw new RegistryError(404, "UNSUPPORTED", "there is nothing at this path");
}

function decode(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		throw new RegistryError(400, "UNSUPPORTED", "the path is not encoded well");
	}
}
