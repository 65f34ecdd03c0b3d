import type { TrustedWorkflow } from "./trust.js";

/**
 * Who a certificate was given to, and whether that is a workflow of `trust`. Pure.
 * Source: Fulcio, `docs/oid-info.md` (extensions below 1.3.6.1.4.1.57264.1).
 */

/** What a certificate says, as @sigstore/verify reads it. */
export interface CertificateClaims {
	/** The subject alternative name: the workflow file that ran, with its ref. */
	name: string | undefined;
	issuer: string | undefined;
	/** Extensions by OID; the values are DER. */
	extensions: ReadonlyMap<string, Uint8Array>;
}

/** A certificate as @sigstore/core reads it. */
interface Certificate {
	subjectAltName: string | undefined;
	extension(oid: string): { value: Uint8Array } | undefined;
}

const ISSUER = "1.3.6.1.4.1.57264.1.8";
/** The extensions that are compared. */
const SOURCE_REPOSITORY = "1.3.6.1.4.1.57264.1.12";
const SOURCE_REF = "1.3.6.1.4.1.57264.1.14";

/**
 * A workflow's file and what it was run at: a full ref, whose name may hold further @ (`cart@1.2.3`), or a commit. A
 * file of workflows lies in no folder below theirs, so that its name ends before the ref's first slash.
 */
const WORKFLOW_AT_REF = /^(https:\/\/[^@]+\/\.github\/workflows\/[^@/]+)@(?:refs\/.+|[^@/]+)$/;

/** What a certificate says that nobody has verified. */
export function certificateClaims(certificate: Certificate): CertificateClaims {
	const extensions = new Map<string, Uint8Array>();
	for (const oid of [SOURCE_REPOSITORY, SOURCE_REF]) {
		const value = certificate.extension(oid)?.value;
		if (value !== undefined) extensions.set(oid, value);
	}
	return {
		name: certificate.subjectAltName,
		issuer: text(certificate.extension(ISSUER)?.value),
		extensions,
	};
}

/** Why these claims are not those of a trusted workflow; undefined: they are. */
export function whyNotTrusted(claims: CertificateClaims, trusted: TrustedWorkflow): string | undefined {
	const { issuer, name } = claims;
	if (issuer !== trusted.issuer) return `its certificate's issuer is ${shown(issuer)}, not ${trusted.issuer}`;
	const repository = text(claims.extensions.get(SOURCE_REPOSITORY));
	if (!isSameName(repository, trusted.repository))
		return `its certificate is of the repository ${shown(repository)}, not ${trusted.repository}`;
	const workflow = WORKFLOW_AT_REF.exec(name ?? "")?.[1];
	if (workflow === undefined) return `its certificate names ${shown(name)}, which is no workflow`;
	if (trusted.workflow === undefined) {
		if (!workflow.toLowerCase().startsWith(`${trusted.repository.toLowerCase()}/.github/workflows/`))
			return `it was signed by ${shown(name)}, a workflow of another repository than ${trusted.repository} (name it in 'workflow' if it is trusted)`;
	} else if (!isSameWorkflow(workflow, trusted.workflow)) {
		return `it was signed by ${shown(name)}, not by ${trusted.workflow}`;
	}
	const source = text(claims.extensions.get(SOURCE_REF));
	if (trusted.ref !== undefined && (source === undefined || !matchesRef(source, trusted.ref)))
		return `it was signed in a run of ${shown(source)}, not of ${trusted.ref} (name it in 'ref' of 'trust' if it is trusted)`;
	return undefined;
}

/** GitHub's names of owners and repositories are one whatever their case; files are not. */
function isSameName(a: string | undefined, b: string): boolean {
	return a?.toLowerCase() === b.toLowerCase();
}

function isSameWorkflow(a: string, b: string): boolean {
	const at = (url: string) => url.indexOf("/.github/workflows/");
	if (at(a) < 0 || at(b) < 0) return false;
	return isSameName(a.slice(0, at(a)), b.slice(0, at(b))) && a.slice(at(a)) === b.slice(at(b));
}

function matchesRef(ref: string, pattern: string): boolean {
	const parts = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
	return new RegExp(`^${parts.join("[^/]*")}$`).test(ref);
}

/** A DER UTF8String of less than 64 kB (X.690, 8.1.3); anything else is no text. */
function text(der: Uint8Array | undefined): string | undefined {
	if (der === undefined || der[0] !== 0x0c) return undefined;
	const first = der[1] ?? 0;
	const wide = first < 0x80 ? 0 : first - 0x80;
	if (wide > 2) return undefined;
	let length = wide === 0 ? first : 0;
	for (let at = 0; at < wide; at++) length = length * 256 + (der[2 + at] ?? 0);
	const value = der.subarray(2 + wide);
	return value.length === length ? Buffer.from(value).toString("utf8") : undefined;
}

function shown(value: string | undefined): string {
	return value === undefined ? "not named" : JSON.stringify(value.slice(0, 200));
}
