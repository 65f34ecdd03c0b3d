/**
 * The header `WWW-Authenticate`: what a registry asks for. Several challenges may stand in one header or in
 * several headers.
 * Source: RFC 9110, section 11.6.1; RFC 6750, section 3.
 */
export interface Challenge {
	/** Lower-case: `basic`, `bearer`. */
	scheme: string;
	/** By lower-case name. */
	parameters: ReadonlyMap<string, string>;
}

const TOKEN = /[A-Za-z0-9!#$%&'*+.^_`|~-]+/y;
const VALUE = /\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/y;

/** All challenges, in order. What cannot be read is left out: the caller then has nothing to answer. */
export function parseChallenges(headers: readonly string[]): Challenge[] {
	return headers.flatMap(parseHeader);
}

/** The scopes a bearer challenge demands. */
export function challengedScopes(challenge: Challenge): string[] {
	return (challenge.parameters.get("scope") ?? "").split(" ").filter((scope) => scope !== "");
}

function parseHeader(header: string): Challenge[] {
	const challenges: { scheme: string; parameters: Map<string, string> }[] = [];
	let at = 0;
	while (at < header.length) {
		at = skip(header, at);
		const name = take(TOKEN, header, at);
		if (name === undefined) break;
		const value = take(VALUE, header, name.end);
		const current = challenges.at(-1);
		if (value !== undefined && current !== undefined) {
			const text = value.match[1]?.replace(/\\(.)/g, "$1") ?? value.match[2] ?? "";
			current.parameters.set(name.match[0].toLowerCase(), text);
			at = value.end;
		} else {
			challenges.push({ scheme: name.match[0].toLowerCase(), parameters: new Map() });
			at = name.end;
		}
	}
	return challenges;
}

function skip(text: string, from: number): number {
	let at = from;
	while (at < text.length && /[\s,]/.test(text.charAt(at))) at += 1;
	return at;
}

function take(
	pattern: RegExp,
	text: string,
	from: number,
): { match: RegExpExecArray; end: number } | undefined {
	pattern.lastIndex = from;
	const match = pattern.exec(text);
	return match === null ? undefined : { match, end: pattern.lastIndex };
}
