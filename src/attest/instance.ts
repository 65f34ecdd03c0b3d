import { isMap, isScalar, LineCounter, type Node, parseDocument } from "yaml";
import { UserError } from "../runner/errors.js";
import { didYouMean, quote } from "../runner/inputs.js";

/** The sigstore instance that keyless signatures are made with (input `sigstore`). Pure. */
export interface SigstoreInstance {
	/** The certificate authority; undefined where only a key signs. */
	fulcio: string | undefined;
	/** The transparency log. */
	rekor: string | undefined;
	/** The timestamp authority. */
	timestamp: string | undefined;
}

/** Source: sigstore's `signing_config`; everything that is signed here is public for ever. */
export const PUBLIC_GOOD: SigstoreInstance = {
	fulcio: "https://fulcio.sigstore.dev",
	rekor: "https://rekor.sigstore.dev",
	timestamp: undefined,
};

const INPUT = "sigstore";
const KEYS = ["fulcio", "rekor", "timestamp"] as const;
const HINT = "Write public, github, or lines of fulcio: URL, rekor: URL, timestamp: URL.";

/** What is known of the repository that signs. */
export interface SigningPlace {
	/** `https://github.com`; undefined in a terminal. */
	server: string | undefined;
	/** Undefined where the event does not say it. */
	isPublic: boolean | undefined;
}

/**
 * The instance: as given, else by the repository. A private one never signs with the public instance unless that is
 * asked for, since its name and its workflows would stand in a public log.
 * @throws UserError `invalid-sigstore`
 */
export function sigstoreInstance(text: string | undefined, place: SigningPlace): SigstoreInstance {
	const word = text?.trim();
	if (word === "public") return PUBLIC_GOOD;
	if (word === "github") return gitHubInstance(place.server ?? "https://github.com");
	if (word !== undefined) return ownInstance(word);
	return place.isPublic === true ? PUBLIC_GOOD : gitHubInstance(place.server ?? "https://github.com");
}

/** GitHub's own instance has no log: it timestamps. Source: actions/toolkit, `packages/attest/src/endpoints.ts`. */
function gitHubInstance(server: string): SigstoreInstance {
	const host = new URL(server).host;
	if (host === "github.com")
		return {
			fulcio: "https://fulcio.githubapp.com",
			rekor: undefined,
			timestamp: "https://timestamp.githubapp.com",
		};
	if (host.endsWith(".ghe.com"))
		return { fulcio: `https://fulcio.${host}`, rekor: undefined, timestamp: `https://timestamp.${host}` };
	throw new UserError("invalid-sigstore", `There is no sigstore instance of GitHub for ${server}`, {
		input: INPUT,
		hint: "Give 'signing-key', or the addresses of your own instance in 'sigstore'.",
	});
}

function ownInstance(text: string): SigstoreInstance {
	const lines = new LineCounter();
	const document = parseDocument(text, { schema: "failsafe", prettyErrors: false, lineCounter: lines });
	const wrong = (what: string, node: unknown) => {
		const at = (node as Node | null | undefined)?.range?.[0];
		const line = at === undefined ? undefined : lines.linePos(at).line;
		return new UserError("invalid-sigstore", `Input '${INPUT}' ${what}`, { input: INPUT, hint: HINT, line });
	};
	const root = document.contents;
	if (document.errors.length > 0 || !isMap(root)) throw wrong("is neither a name nor keys and values", root);
	const instance: SigstoreInstance = { fulcio: undefined, rekor: undefined, timestamp: undefined };
	for (const { key, value } of root.items) {
		const name = isScalar(key) ? String(key.value) : "";
		const known = KEYS.find((each) => each === name);
		if (known === undefined)
			throw wrong(
				`has the unknown key ${quote(name)} (known: ${KEYS.join(", ")}).${didYouMean(name, KEYS)}`,
				key,
			);
		const url = isScalar(value) ? String(value.value ?? "").trim() : "";
		if (!isAddress(url)) throw wrong(`has ${quote(url)} for ${known}, which is no https address`, value);
		instance[known] = url.replace(/\/+$/, "");
	}
	if (instance.fulcio !== undefined && instance.rekor === undefined && instance.timestamp === undefined)
		throw wrong("has neither rekor nor timestamp: a certificate of minutes needs a proof of time", root);
	return instance;
}

/** Plain http only on this machine, as with registries. */
function isAddress(text: string): boolean {
	if (!URL.canParse(text)) return false;
	const { protocol, hostname, username, search, hash } = new URL(text);
	if (username !== "" || search !== "" || hash !== "") return false;
	return (
		protocol === "https:" ||
		(protocol === "http:" && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname))
	);
}
