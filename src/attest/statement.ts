import { z } from "zod";
import { parseDigest } from "../registry/digest.js";
import { UserError } from "../runner/errors.js";

/**
 * in-toto statements: what is said (the predicate) about what (subjects, by digest). Pure.
 * Source: in-toto attestation framework v1, `spec/v1/statement.md`; unknown keys are ignored as it asks.
 */

/** The type of a signed payload that is a statement (in-toto `spec/v1/envelope.md`). */
export const PAYLOAD_TYPE = "application/vnd.in-toto+json";

const STATEMENT_V1 = "https://in-toto.io/Statement/v1";
/** What cosign and SLSA v0.2 builders write; of the same form for what is read here. */
const STATEMENT_V01 = "https://in-toto.io/Statement/v0.1";
/** GitHub allows 1,024 subjects in one attestation. */
const MAX_SUBJECTS = 10_000;

const statementSchema = z.object({
	_type: z.enum([STATEMENT_V1, STATEMENT_V01]),
	subject: z
		.array(z.object({ name: z.string().optional(), digest: z.record(z.string(), z.string()) }))
		.min(1)
		.max(MAX_SUBJECTS),
	predicateType: z.string().min(1),
	/** A cosign signature has none. */
	predicate: z.unknown().optional(),
});

export interface Statement {
	subjects: readonly { name: string | undefined; digest: ReadonlyMap<string, string> }[];
	predicateType: string;
	predicate: unknown;
}

/** The image that a statement is about. */
export interface ImageSubject {
	/** `registry/repository`. */
	name: string;
	/** `sha256:...` */
	digest: string;
}

/** The bytes of a statement about one image, ready to be signed. */
export function statementOf(subject: ImageSubject, predicateType: string, predicate: object): Buffer {
	const { algorithm, hex } = parseDigest(subject.digest) ?? wrongDigest(subject.digest);
	return Buffer.from(
		JSON.stringify({
			_type: STATEMENT_V1,
			subject: [{ name: subject.name, digest: { [algorithm]: hex } }],
			predicateType,
			predicate,
		}),
	);
}

/** Reads a payload. @throws UserError `statement-invalid` */
export function parseStatement(payload: Uint8Array): Statement {
	let value: unknown;
	try {
		value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(payload));
	} catch (cause) {
		throw new UserError("statement-invalid", "its payload is not JSON", { fault: "refused", cause });
	}
	const parsed = statementSchema.safeParse(value);
	if (!parsed.success) {
		throw new UserError("statement-invalid", "its payload is no in-toto statement", {
			fault: "refused",
			cause: parsed.error,
		});
	}
	const { subject, predicateType, predicate } = parsed.data;
	return {
		subjects: subject.map(({ name, digest }) => ({ name, digest: new Map(Object.entries(digest)) })),
		predicateType,
		predicate,
	};
}

/** Whether a statement is about a digest (`sha256:...`). */
export function isAbout(statement: Statement, digest: string): boolean {
	const { algorithm, hex } = parseDigest(digest) ?? wrongDigest(digest);
	return statement.subjects.some((subject) => subject.digest.get(algorithm) === hex);
}

function wrongDigest(digest: string): never {
	throw new Error(`${digest} is no digest`);
}
