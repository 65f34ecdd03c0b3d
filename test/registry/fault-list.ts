import type { FaultAction } from "../embedded-registry/faults.ts";

/** The faults that an engine must survive, and the requests that each of them can happen to. */

/** Between two registries, within one, to one that wants chunks, to one without the referrers API. */
export type Kind = "between" | "within" | "chunks" | "without the API";
export type Side = "source" | "destination";

/** What a fault sees of a request; `path` is path and query. */
export interface Request {
	method: string;
	path: string;
}

export interface Fault {
	name: string;
	kind?: Kind;
	sides: readonly Side[];
	/** Which requests it can happen to. */
	at(request: Request): boolean;
	action(other: string, request: Request): FaultAction;
	/** How often: once, and for good from that request on. */
	times: readonly (1 | typeof ALWAYS)[];
	/** It takes time and nothing else: all its copies can run at once, each with registries of its own. */
	slow?: boolean;
}

export const ALWAYS = Number.POSITIVE_INFINITY;

const BOTH: readonly Side[] = ["source", "destination"];
const any = () => true;
const isToken = ({ path }: Request) => path.startsWith("/token");
const isApi = (request: Request) => !isToken(request);
const isUpload = ({ path }: Request) => path.includes("/blobs/uploads/");
const is = (method: string, path: RegExp) => (request: Request) =>
	request.method === method && path.test(request.path);
const status =
	(code: number, headers: Record<string, string> = {}, body = "") =>
	(): FaultAction => ({
		kind: "status",
		status: code,
		headers,
		body,
	});
const location = (value: (path: string) => string): Fault["action"] => {
	return (_, { path }) => ({ kind: "answer", headers: { location: value(path) } });
};
const refusal = (code: string, message: string) => JSON.stringify({ errors: [{ code, message }] });

const TWICE = [1, ALWAYS] as const;
const ONCE = [1] as const;

/** What is copied: some faults say that they have it. */
export interface Copied {
	layer: Buffer;
	manifests: readonly { descriptor: { digest: string; mediaType: string }; body: Buffer }[];
	/** The requests that set a tag. */
	tags: RegExp;
}

export function faultList({ layer, manifests, tags }: Copied): readonly Fault[] {
	return [
		{ name: "429 without Retry-After", sides: BOTH, at: isApi, action: status(429), times: TWICE },
		{
			name: "429, Retry-After in seconds",
			sides: BOTH,
			at: isApi,
			action: status(429, { "retry-after": "7" }),
			times: ONCE,
		},
		{
			name: "429, Retry-After as a date",
			sides: BOTH,
			at: isApi,
			action: status(429, { "retry-after": "Thu, 01 Jan 2026 00:00:30 GMT" }),
			times: ONCE,
		},
		{ name: "429 of the token endpoint", sides: BOTH, at: isToken, action: status(429), times: TWICE },
		{ name: "503", sides: BOTH, at: any, action: status(503), times: TWICE },
		{ name: "500", sides: BOTH, at: any, action: status(500), times: ONCE },
		{
			name: "401: the token has expired",
			sides: BOTH,
			at: isApi,
			action: () => ({ kind: "expired" }),
			times: TWICE,
		},
		{
			name: "401: a token service on another host",
			sides: BOTH,
			at: isApi,
			action: (other) => ({
				kind: "status",
				status: 401,
				// The same server by another name: hosts are judged by their names.
				headers: {
					"www-authenticate": `Bearer realm="http://${other.replace("127.0.0.1", "localhost")}/token",service="x"`,
				},
				body: "",
			}),
			times: ONCE,
		},
		{ name: "403", sides: BOTH, at: any, action: status(403), times: ONCE },
		{
			name: "connection reset at once",
			sides: BOTH,
			at: any,
			action: () => ({ kind: "reset" }),
			times: TWICE,
		},
		{
			name: "connection reset after 1000 bytes",
			sides: BOTH,
			at: ({ method, path }) => method !== "HEAD" && !path.includes("referrers"),
			action: () => ({ kind: "reset", afterBytes: 1000 }),
			times: TWICE,
		},
		{
			name: "connection closed before the answer, the request done",
			sides: BOTH,
			at: any,
			action: () => ({ kind: "lost-answer" }),
			times: ONCE,
		},
		{
			name: "a body with one bit changed",
			sides: ["source"],
			at: is("GET", /blobs\/sha|manifests/),
			action: () => ({ kind: "wrong-bytes" }),
			times: TWICE,
		},
		{
			name: "a short body with its own length",
			sides: ["source"],
			at: is("GET", /blobs\/sha|manifests/),
			action: () => ({ kind: "short-body", bytes: 3 }),
			times: TWICE,
		},
		{
			name: "307 to another host",
			sides: BOTH,
			at: isApi,
			action: (other, { path }) => ({
				kind: "status",
				status: 307,
				headers: { location: `http://${other}${path}` },
			}),
			times: ONCE,
		},
		{
			name: "307 to another host, with a user name in the address",
			sides: BOTH,
			at: isApi,
			action: (other, { path }) => ({
				kind: "status",
				status: 307,
				headers: { location: `http://a:b@${other}${path}` },
			}),
			times: ONCE,
		},
		{
			name: "Location on another host",
			sides: ["destination"],
			at: (request) => request.method === "POST" && isUpload(request),
			action: (other) => ({
				kind: "answer",
				headers: { location: `http://${other}/v2/elsewhere/blobs/uploads/1` },
			}),
			times: TWICE,
		},
		{
			name: "no Location",
			sides: ["destination"],
			at: (request) => request.method === "POST" && isUpload(request),
			action: () => ({ kind: "answer", headers: { location: null } }),
			times: TWICE,
		},
		{
			name: "Location of an upload that is not known",
			sides: ["destination"],
			at: (request) => request.method === "POST" && isUpload(request),
			action: location((path) => path.replace(/\?.*/, "unknown")),
			times: TWICE,
		},
		{
			name: "413 for blobs in one piece",
			sides: ["destination"],
			at: (request) => isUpload(request) && request.method !== "GET",
			action: status(413),
			times: TWICE,
		},
		{
			name: "a registry that wants chunks: 413",
			kind: "chunks",
			sides: ["destination"],
			at: isUpload,
			action: status(413),
			times: ONCE,
		},
		{
			name: "PATCH answered 201 with a stale Range",
			kind: "chunks",
			sides: ["destination"],
			at: ({ method }) => method === "PATCH",
			action: () => ({ kind: "answer", status: 201, headers: { range: "0-0" } }),
			times: TWICE,
		},
		{
			name: "connection reset after 1000 bytes of a chunk",
			kind: "chunks",
			sides: ["destination"],
			at: ({ method }) => method === "PATCH",
			action: () => ({ kind: "reset", afterBytes: 1000 }),
			times: TWICE,
		},
		{
			name: "a chunk taken, its answer lost",
			kind: "chunks",
			sides: ["destination"],
			at: ({ method }) => method === "PATCH",
			action: () => ({ kind: "lost-answer" }),
			times: TWICE,
		},
		...[202, 400, 401, 403, 404, 405].map(
			(code): Fault => ({
				name: `mount answered ${code}`,
				kind: "within",
				sides: ["destination"],
				at: ({ path }) => path.includes("mount="),
				action: (_, { path }) => ({
					kind: "status",
					status: code,
					headers: code === 202 ? { location: path.replace(/\?.*/, "unknown") } : {},
				}),
				times: TWICE,
			}),
		),
		{
			name: "mount answered 201, nothing mounted",
			kind: "within",
			sides: ["destination"],
			at: ({ path }) => path.includes("mount="),
			action: status(201),
			times: TWICE,
		},
		{
			name: "HEAD of a blob says that it is there",
			sides: ["destination"],
			at: is("HEAD", /blobs\/sha/),
			action: status(200, {}, layer.toString()),
			times: TWICE,
		},
		{
			name: "HEAD of a manifest says that it is there",
			sides: ["destination"],
			at: is("HEAD", /manifests\/sha/),
			action: (_, { path }) => {
				const found = manifests.find(({ descriptor }) => path.endsWith(descriptor.digest));
				return {
					kind: "status",
					status: 200,
					headers: {
						"content-type": found?.descriptor.mediaType ?? "",
						"docker-content-digest": found?.descriptor.digest ?? "",
					},
					body: found?.body.toString() ?? "",
				};
			},
			times: ONCE,
		},
		{
			name: "no OCI-Subject",
			sides: ["destination"],
			at: is("PUT", /manifests/),
			action: () => ({ kind: "answer", headers: { "oci-subject": null } }),
			times: TWICE,
		},
		{
			name: "no referrers API; 503",
			kind: "without the API",
			sides: ["destination"],
			at: any,
			action: status(503),
			times: ONCE,
		},
		{
			name: "no referrers API; the answer is lost",
			kind: "without the API",
			sides: ["destination"],
			at: any,
			action: () => ({ kind: "lost-answer" }),
			times: ONCE,
		},
		{
			name: "an immutable tag: 400",
			sides: ["destination"],
			at: is("PUT", tags),
			action: status(400, {}, refusal("TAG_INVALID", "The image tag '1' already exists and is immutable.")),
			times: ONCE,
		},
		{
			name: "an immutable tag: 412",
			sides: ["destination"],
			at: is("PUT", tags),
			action: status(412, {}, refusal("PRECONDITION", "configured as immutable")),
			times: ONCE,
		},
		{
			name: "no answer, the connection open",
			sides: BOTH,
			at: any,
			action: () => ({ kind: "hang" }),
			times: TWICE,
			slow: true,
		},
		{
			name: "a body that stops in its middle, the connection open",
			sides: BOTH,
			at: ({ method, path }) => method === "GET" && !path.includes("referrers"),
			action: () => ({ kind: "stall", afterBytes: 100 }),
			times: TWICE,
			slow: true,
		},
	];
}
