import { UserError, type UserErrorDetails } from "../runner/errors.js";
import { adviceFor } from "./advice.js";

/** What a registry's answer says about a failure, for programs. */
export interface RegistryFailure {
	/** The answer's status; undefined where there was none. */
	status?: number | undefined;
	/** The registry's own error codes, such as `MANIFEST_BLOB_UNKNOWN`. */
	codes?: readonly string[] | undefined;
	/** The whole operation may succeed when it is started again. */
	passing?: boolean | undefined;
	/** The answer's header Retry-After. */
	retryAfter?: string | undefined;
}

/** A failure at a registry. Its code is one of ours (`registry-denied`); `codes` are the registry's. */
export class RegistryError extends UserError {
	readonly status: number | undefined;
	readonly codes: readonly string[];
	readonly passing: boolean;
	readonly retryAfter: string | undefined;

	constructor(code: string, message: string, failure: RegistryFailure, details: UserErrorDetails = {}) {
		super(code, message, { fault: "outside", ...details });
		this.status = failure.status;
		this.codes = failure.codes ?? [];
		this.passing = failure.passing ?? false;
		this.retryAfter = failure.retryAfter;
	}
}

/** Whether the registry named one of these codes of its own. */
export function hasRegistryCode(error: unknown, ...codes: string[]): error is RegistryError {
	return error instanceof RegistryError && error.codes.some((code) => codes.includes(code));
}

/** What an error page says: the codes and messages of OCI's `{"errors": [...]}`, or nothing. */
export interface ErrorBody {
	codes: string[];
	messages: string[];
}

const MAX_ERRORS = 5;
const MAX_MESSAGE_LENGTH = 300;

/**
 * Reads an error's body (distribution-spec, "Error Codes"; also the `details` of token services). Anything
 * else, such as a proxy's HTML page, says nothing.
 */
export function parseErrorBody(body: string): ErrorBody {
	const found: ErrorBody = { codes: [], messages: [] };
	let value: unknown;
	try {
		value = JSON.parse(body);
	} catch {
		return found;
	}
	if (!isRecord(value)) return found;
	const errors = Array.isArray(value.errors) ? value.errors : [value];
	for (const error of errors.slice(0, MAX_ERRORS)) {
		if (!isRecord(error)) continue;
		if (typeof error.code === "string") found.codes.push(printable(error.code));
		const message = [error.message, error.details, error.error_description].find(
			(text) => typeof text === "string" && text !== "",
		);
		if (typeof message === "string") found.messages.push(printable(message));
	}
	return found;
}

/** What is needed to explain a refused request. */
export interface RefusedRequest {
	registry: string;
	repository: string;
	/** What was being done, to follow "could not": `read the manifest 1.2.3`. */
	doing: string;
	/** Nothing was to be changed by it. */
	reads?: boolean | undefined;
	status: number;
	body: string;
	retryAfter?: string | undefined;
	/** Where the credentials in use came from; undefined when none were found. */
	credentials?: string | undefined;
}

/**
 * The error for an answer that says no.
 * Codes: `registry-unauthorized`, `registry-denied`, `not-found`, `rate-limited`, `tag-immutable`,
 * `content-too-large`, `registry-unsupported`, `registry-failed`, `registry-refused`.
 */
export function refusedRequest(request: RefusedRequest): RegistryError {
	const { registry, repository, doing, status } = request;
	const { codes, messages } = parseErrorBody(request.body);
	const said = messages.length > 0 ? messages.join("; ") : codes.join(", ");
	const where = repository === "" ? registry : `${registry}/${repository}`;
	const tail = said === "" ? `(HTTP ${status})` : `(HTTP ${status}: ${said})`;
	const { code, hint, fault } = classify(request, codes, messages);
	const failure: RegistryFailure = { status, codes, retryAfter: request.retryAfter };
	const message = `${where}: could not ${doing}: ${SUMMARY.get(code) ?? "the registry refused"} ${tail}.`;
	return new RegistryError(code, message, failure, { hint, ...(fault === undefined ? {} : { fault }) });
}

const SUMMARY: ReadonlyMap<string, string> = new Map([
	["registry-unauthorized", "the registry does not accept who we are"],
	["registry-denied", "the registry denies access"],
	["not-found", "the registry does not have it"],
	["rate-limited", "the registry's rate limit is used up"],
	["tag-immutable", "the tag is immutable there"],
	["content-too-large", "it is too large for the registry or a proxy before it"],
	["registry-unsupported", "the registry does not support it"],
	["registry-failed", "the registry failed"],
]);

interface Classified {
	code: string;
	hint: string;
	fault?: "request";
}

function classify(
	request: RefusedRequest,
	codes: readonly string[],
	messages: readonly string[],
): Classified {
	const { registry, status } = request;
	const used =
		request.credentials === undefined
			? `No credentials for ${registry} were found, so it was asked anonymously.`
			: `The credentials from ${request.credentials} were used.`;
	const advice = adviceFor(registry);
	const how = advice === undefined ? "" : ` (${advice.product}: ${advice.credentials})`;
	const giveThem = `Give them in the input registry-auth${how}, or with \`docker login ${registry}\`.`;
	if (isImmutable(status, codes, messages)) {
		return { code: "tag-immutable", hint: "Choose a new tag: this registry never moves one that exists." };
	}
	if (status === 401) {
		const correct =
			request.credentials === undefined ? giveThem : `Check user name, password and expiry. ${giveThem}`;
		return { code: "registry-unauthorized", hint: `${used} ${correct}` };
	}
	if (status === 403) {
		const missing =
			advice === undefined
				? "That account needs the right to read, or for a destination to write, in this repository."
				: `To read: ${advice.pull}. To write: ${advice.push}.`;
		const correct = request.credentials === undefined ? giveThem : missing;
		const absent = request.reads === true ? "what does not exist" : "a repository that does not exist";
		return {
			code: "registry-denied",
			hint: `${used} ${correct} Some registries also answer so for ${absent}.`,
		};
	}
	if (status === 404) {
		const hint =
			advice?.absent !== undefined && codes.includes("NAME_UNKNOWN")
				? `The repository is missing, and ${advice.absent}.`
				: "Check the name, and that it was pushed. Many registries also answer so where the account may not read.";
		return { code: "not-found", hint: `${hint} ${used}`, fault: "request" };
	}
	if (status === 429) {
		return {
			code: "rate-limited",
			hint: `Wait, lower the input concurrency, or use an account with a higher limit. ${used}`,
		};
	}
	if (status === 413)
		return {
			code: "content-too-large",
			hint: "Raise the size limit of the registry or of the proxy before it.",
		};
	if (status === 405 || status === 501 || codes.includes("UNSUPPORTED")) {
		return {
			code: "registry-unsupported",
			hint: "Look into the registry's settings: it may be read-only or forbid this.",
		};
	}
	if (status >= 500) {
		const later = "Run it again later; if it stays, look into the registry's own log.";
		const absent = request.reads === true ? " Some registries also answer so for what does not exist." : "";
		return { code: "registry-failed", hint: later + absent };
	}
	return { code: "registry-refused", hint: "The registry's own words say why; its log says more." };
}

/**
 * Whether an answer to who sets a tag says that this tag never moves. There is no code for it in the specification:
 * ECR answers 400 TAG_INVALID, Google 400 MANIFEST_INVALID, Harbor 412 PRECONDITION, others 403 or 409.
 */
export function saysImmutable(status: number, body: string): boolean {
	const { codes, messages } = parseErrorBody(body);
	return isImmutable(status, codes, messages);
}

/** Sentences, not the word alone: it also stands in refusals for want of a right ("lacks the immutability role"). */
const IMMUTABLE =
	/\b(?:is|are|as) immutable\b|\bcannot be overwritten\b|\b(?:has|enabled) tag immutability\b|\btag immutability (?:is )?enabled\b/i;

function isImmutable(status: number, codes: readonly string[], messages: readonly string[]): boolean {
	if (status === 412 && codes.includes("PRECONDITION")) return true;
	return [400, 403, 405, 409, 412].includes(status) && messages.some((message) => IMMUTABLE.test(message));
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function printable(text: string): string {
	const clean = text.replace(/[\p{C}\s]+/gu, " ").trim();
	return clean.length > MAX_MESSAGE_LENGTH ? `${clean.slice(0, MAX_MESSAGE_LENGTH)}…` : clean;
}
