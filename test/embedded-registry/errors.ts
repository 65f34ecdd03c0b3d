import type { Reply } from "./reply.ts";

/** Error codes of the distribution specification, and two that Docker's registry adds (the last line). */
export type ErrorCode =
	| "BLOB_UNKNOWN"
	| "BLOB_UPLOAD_INVALID"
	| "BLOB_UPLOAD_UNKNOWN"
	| "DIGEST_INVALID"
	| "MANIFEST_BLOB_UNKNOWN"
	| "MANIFEST_INVALID"
	| "MANIFEST_UNKNOWN"
	| "NAME_INVALID"
	| "NAME_UNKNOWN"
	| "SIZE_INVALID"
	| "UNAUTHORIZED"
	| "DENIED"
	| "UNSUPPORTED"
	| "TAG_INVALID"
	| "UNKNOWN";

/** A refusal: thrown by an endpoint, answered as the specification's JSON. */
export class RegistryError extends Error {
	override readonly name = "RegistryError";
	readonly status: number;
	readonly code: ErrorCode;
	readonly headers: Readonly<Record<string, string>>;

	constructor(status: number, code: ErrorCode, message: string, headers: Record<string, string> = {}) {
		super(message);
		this.status = status;
		this.code = code;
		this.headers = headers;
	}
}

/** The answer to anything thrown: a refusal as it says, all else as 500 UNKNOWN. */
export function errorReply(thrown: unknown): Reply {
	const error =
		thrown instanceof RegistryError
			? thrown
			: new RegistryError(500, "UNKNOWN", thrown instanceof Error ? thrown.message : String(thrown));
	return {
		status: error.status,
		headers: { "content-type": "application/json", ...error.headers },
		body: Buffer.from(JSON.stringify({ errors: [{ code: error.code, message: error.message }] })),
	};
}
