import { redactUrl } from "./endpoint.js";
import { RegistryError } from "./registry-error.js";

/** Requests without an answer, and answers that broke off, as errors. Pure. */

/** What is told of a request. */
interface Sent {
	method: string;
	url: URL;
}

const UNREACHABLE_HINT = "Check the address, the network and whether the registry runs, then run it again.";

/** The error for a connection that broke while an answer was read: starting anew may succeed. */
export function brokenAnswer(url: URL, cause: unknown): RegistryError {
	const message = `${url.host}: the connection broke while the answer was read (${reasonOf(cause)}).`;
	return new RegistryError(
		"registry-unreachable",
		message,
		{ passing: true },
		{ hint: UNREACHABLE_HINT, cause },
	);
}

/** Failures of TLS and of names don't pass by themselves. */
const LASTING =
	/^(?:ENOTFOUND|EPROTO|CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH)/;

/** The error for a request that got no answer. */
export function unreachable(message: Sent, cause: unknown): RegistryError {
	const codes = codesOf(cause);
	const lasting = codes.find((code) => LASTING.test(code));
	const text = `${message.url.host} cannot be reached: ${reasonOf(cause)} (${message.method} ${redactUrl(message.url)}).`;
	const hint =
		lasting === undefined
			? UNREACHABLE_HINT
			: lasting === "ENOTFOUND"
				? "There is no host of this name: check its spelling and the network."
				: "TLS failed. Trust its certificate by NODE_EXTRA_CA_CERTS; a registry that speaks http belongs in insecure-registries.";
	return new RegistryError("registry-unreachable", text, { passing: lasting === undefined }, { hint, cause });
}

/** Nobody waits or tries again: the process is about to be killed. */
export function givenUp({ url, method }: Sent, cause: unknown): RegistryError {
	const text = `${url.host} gave no answer, and the run was cancelled meanwhile (${method} ${redactUrl(url)}).`;
	return new RegistryError(
		"registry-unreachable",
		text,
		{},
		{ hint: "Run it again: it goes on from what is there.", cause },
	);
}

/** The same failure once the attempts are used up: nobody above shall begin anew. */
export function finalFailure(error: RegistryError): RegistryError {
	return new RegistryError(error.code, error.message, {}, { hint: error.hint, cause: error.cause });
}

/** The code of an answer that was not whole within the time limit. */
export const SLOW_ANSWER = "SLOW_ANSWER";

/** What says that the other side is there, perhaps, but keeps us waiting. */
const SILENCES: ReadonlySet<string> = new Set([
	"UND_ERR_HEADERS_TIMEOUT",
	"UND_ERR_BODY_TIMEOUT",
	SLOW_ANSWER,
]);

/** Whether a request failed because nothing, or no more, came within the time limit. */
export function isSilence(error: unknown): boolean {
	return codesOf(error).some((code) => SILENCES.has(code));
}

const REASONS: ReadonlyMap<string, string> = new Map([
	["ECONNREFUSED", "nothing listens there"],
	["ECONNRESET", "the connection was reset"],
	["EPIPE", "the connection was closed"],
	["UND_ERR_SOCKET", "the connection was closed"],
	["ENOTFOUND", "the host name is unknown"],
	["EAI_AGAIN", "the name service does not answer"],
	["EHOSTUNREACH", "there is no route to it"],
	["ENETUNREACH", "there is no route to it"],
	["UND_ERR_CONNECT_TIMEOUT", "no connection within the time limit"],
	["UND_ERR_HEADERS_TIMEOUT", "no answer within the time limit"],
	["UND_ERR_BODY_TIMEOUT", "the answer stopped for longer than the time limit"],
	[SLOW_ANSWER, "the whole answer did not come within the time limit"],
	["UND_ERR_RES_CONTENT_LENGTH_MISMATCH", "the answer was cut off"],
]);

function reasonOf(cause: unknown): string {
	const codes = codesOf(cause);
	const known = codes.find((code) => REASONS.has(code));
	if (known !== undefined) return REASONS.get(known) ?? known;
	return codes[0] ?? (cause instanceof Error ? cause.name : "the connection failed");
}

/** The codes of an error and of what is behind it (all addresses of a host were tried). */
function codesOf(error: unknown, depth = 0): string[] {
	if (!(error instanceof Error) || depth > 4) return [];
	const own = (error as NodeJS.ErrnoException).code;
	const inner = error instanceof AggregateError ? error.errors : [error.cause];
	return [...(typeof own === "string" ? [own] : []), ...inner.flatMap((each) => codesOf(each, depth + 1))];
}
