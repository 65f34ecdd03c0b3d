import type { IncomingHttpHeaders } from "node:http";

/** One request as the registry saw it. */
export interface RequestRecord {
	method: string;
	/** Path and query. */
	path: string;
	/** Of the answer; 0 until there is one, and for good when the connection ended without. */
	status: number;
	/** Credentials are replaced by `***`; the scheme of Authorization stays. */
	headers: Record<string, string>;
}

/** Older records are dropped, so that a long-running command stays small. */
const RECORD_LIMIT = 10_000;

const SECRETS = new Set(["authorization", "proxy-authorization", "cookie"]);

/** Adds a request to the end of the log. */
export function record(
	log: RequestRecord[],
	method: string,
	path: string,
	headers: IncomingHttpHeaders,
): RequestRecord {
	const safe = Object.entries(headers).map(([name, value]) => {
		const text = Array.isArray(value) ? value.join(", ") : (value ?? "");
		return [name, SECRETS.has(name) ? text.replace(/(^[A-Za-z]+ )?.+$/s, "$1***") : text] as const;
	});
	const made: RequestRecord = { method, path, status: 0, headers: Object.fromEntries(safe) };
	log.push(made);
	if (log.length > RECORD_LIMIT) log.shift();
	return made;
}
