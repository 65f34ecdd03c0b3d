import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from "yaml";
import { UserError } from "../runner/errors.js";
import { didYouMean, quote } from "../runner/inputs.js";

/** The input `trust`: whose signatures count. Pure. */

/** A workflow's identity, as GitHub's OIDC gives it and a certificate carries it. */
export interface TrustedWorkflow {
	kind: "workflow";
	/** Of the OIDC tokens. */
	issuer: string;
	/** The repository that the run belongs to, `https://github.com/acme/shop`. */
	repository: string;
	/** The file that signs, without its ref; undefined: any of the repository. */
	workflow: string | undefined;
	/** The git ref that was run, `*` for anything without a slash; undefined: any. */
	ref: string | undefined;
	/** The path of a trusted root; undefined: the public good instance's. */
	trustedRoot: string | undefined;
}

/** A public key, in PEM or in a file. */
export interface TrustedKey {
	kind: "key";
	key: { pem: string } | { path: string };
	/** For bundles that carry log entries or timestamps; undefined: the public good instance's. */
	trustedRoot: string | undefined;
}

export type TrustedSigner = TrustedWorkflow | TrustedKey;

export const GITHUB_ISSUER = "https://token.actions.githubusercontent.com";

const INPUT = "trust";
const KEYS = ["issuer", "repository", "workflow", "ref", "key", "trusted-root"] as const;
type Key = (typeof KEYS)[number];
const MAX_SIGNERS = 50;
const EXAMPLE =
	"Write repository: acme/shop (with workflow: .github/workflows/deliver.yml and ref: refs/heads/main), or key: a public key in PEM or its path.";
const OWN_NAME = /^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+$/;
const WORKFLOW = /^\.github\/workflows\/[^/@]+\.ya?ml$/;

/**
 * The signers of `trust`: one, or a list of them.
 * @throws UserError `invalid-trust`, with line and column
 */
export function parseTrust(text: string): TrustedSigner[] {
	const lines = new LineCounter();
	const document = parseDocument(text, { schema: "failsafe", prettyErrors: false, lineCounter: lines });
	const wrong: Wrong = (message, at) => {
		const place = at === undefined ? undefined : lines.linePos(at);
		return new UserError("invalid-trust", `Input '${INPUT}' ${message}`, {
			hint: EXAMPLE,
			input: INPUT,
			line: place?.line,
			column: place?.col,
		});
	};
	const error = document.errors[0];
	if (error !== undefined) throw wrong(`is not valid YAML (${error.code})`, error.pos[0]);
	const root = document.contents;
	const items: unknown[] = isSeq(root) ? root.items : [root];
	if (items.length === 0 || items.length > MAX_SIGNERS)
		throw wrong(`names ${items.length} signers (1 to ${MAX_SIGNERS} are fine)`, start(root));
	return items.map((item) => {
		if (!isMap(item)) throw wrong("holds something other than keys and values", start(item));
		return signerOf(valuesOf(item, wrong), start(item), wrong);
	});
}

type Wrong = (message: string, offset: number | undefined) => UserError;

function valuesOf(item: YAMLMap, wrong: Wrong): Map<Key, string> {
	const values = new Map<Key, string>();
	for (const pair of item.items) {
		const name = isScalar(pair.key) ? String(pair.key.value) : "";
		const known = KEYS.find((each) => each === name);
		if (known === undefined) {
			throw wrong(
				`has the unknown key ${quote(name)} (known: ${KEYS.join(", ")}).${didYouMean(name, KEYS)}`,
				start(pair.key),
			);
		}
		const value = isScalar(pair.value) ? String(pair.value.value ?? "").trim() : "";
		if (value === "") throw wrong(`has no text for ${known}`, start(pair.value) ?? start(pair.key));
		values.set(known, value);
	}
	return values;
}

function signerOf(values: Map<Key, string>, at: number | undefined, wrong: Wrong): TrustedSigner {
	const trustedRoot = values.get("trusted-root");
	const key = values.get("key");
	if (key !== undefined) {
		const other = (["repository", "workflow", "ref", "issuer"] as const).find((each) => values.has(each));
		if (other !== undefined)
			throw wrong(`gives one signer both key and ${other}: a key says nothing of a run`, at);
		const isPem = key.startsWith("-----BEGIN");
		if (isPem && key.includes("PRIVATE KEY"))
			throw wrong("holds a private key: the public one is meant here", at);
		return { kind: "key", key: isPem ? { pem: key } : { path: key }, trustedRoot };
	}
	const repository = repositoryOf(values.get("repository"), at, wrong);
	return {
		kind: "workflow",
		issuer: values.get("issuer") ?? GITHUB_ISSUER,
		repository: `${repository.server}/${repository.name}`,
		workflow: workflowOf(values.get("workflow"), repository, at, wrong),
		ref: refOf(values.get("ref"), at, wrong),
		trustedRoot,
	};
}

interface NamedRepository {
	/** `https://github.com` */
	server: string;
	name: string;
}

function repositoryOf(text: string | undefined, at: number | undefined, wrong: Wrong): NamedRepository {
	if (text === undefined) throw wrong("gives a signer neither repository nor key", at);
	if (OWN_NAME.test(text)) return { server: "https://github.com", name: text };
	const url = /^(https:\/\/[^/\s?#@]+)\/([^?#\s]+)$/.exec(text);
	if (url?.[1] !== undefined && url[2] !== undefined && OWN_NAME.test(url[2]))
		return { server: url[1], name: url[2] };
	throw wrong(`has the repository ${quote(text)}, which is neither owner/name nor its https address`, at);
}

/** The signing file: of the same repository, or `owner/name/.github/workflows/x.yml` where that is a reusable one. */
function workflowOf(
	text: string | undefined,
	{ server, name }: NamedRepository,
	at: number | undefined,
	wrong: Wrong,
): string | undefined {
	if (text === undefined) return undefined;
	if (WORKFLOW.test(text)) return `${server}/${name}/${text}`;
	const [owner, repository, ...path] = text.split("/");
	if (OWN_NAME.test(`${owner}/${repository}`) && WORKFLOW.test(path.join("/"))) return `${server}/${text}`;
	throw wrong(
		`has the workflow ${quote(text)}, which is neither .github/workflows/FILE.yml nor owner/name/.github/workflows/FILE.yml (its ref stands in ref)`,
		at,
	);
}

function refOf(text: string | undefined, at: number | undefined, wrong: Wrong): string | undefined {
	if (text === undefined || /^refs\/(heads|tags)\/[^\s]+$/.test(text)) return text;
	throw wrong(`has the ref ${quote(text)}, which is not written in full (refs/heads/main, refs/tags/v*)`, at);
}

function start(node: unknown): number | undefined {
	return (node as Node | null | undefined)?.range?.[0];
}
