/** Which keys JSON text has near its top, as far as the text goes: it may be cut off anywhere. Pure. */

/** Keys below this depth tell nothing of a format. */
const DEPTH = 5;

/** So many entries are held: a report's own keys come early, and a hostile file costs no more. */
const ENTRIES = 50_000;

interface Entry {
	/** Keys from the top; an array's elements are `*`. */
	path: readonly string[];
	kind: "object" | "list" | "text" | "other";
	text: string | undefined;
}

/** Questions about the keys. `*` in a path stands for any key, and for an array's elements. */
export interface Outline {
	has(...path: string[]): boolean;
	/** Whether a list stands there. */
	isList(...path: string[]): boolean;
	/** The text that stands there. */
	text(...path: string[]): string | undefined;
	/** The keys of the top. */
	keys(): string[];
}

/** The outline of text that is JSON or its begin. What is no JSON ends the outline and is no error here. */
export function outlineOf(text: string): Outline {
	const entries = entriesOf(text);
	const find = (path: readonly string[]) =>
		entries.filter(
			(entry) =>
				entry.path.length === path.length &&
				path.every((key, index) => key === "*" || key === entry.path[index]),
		);
	return {
		has: (...path) => find(path).length > 0,
		isList: (...path) => find(path).some(({ kind }) => kind === "list"),
		text: (...path) => find(path).find((entry) => entry.text !== undefined)?.text,
		keys: () => entries.filter(({ path }) => path.length === 1).map(({ path }) => path[0] ?? ""),
	};
}

function entriesOf(text: string): Entry[] {
	const entries: Entry[] = [];
	const path: string[] = [];
	/** What is open, from the outside: an object with its key, or a list. */
	const open: ("object" | "list")[] = [];
	let key: string | undefined;
	const token = /\s*(?:"((?:[^"\\]|\\.)*)"|([{}[\]:,])|([^\s"{}[\]:,]+))/gsy;
	const add = (kind: Entry["kind"], value?: string) => {
		if (open.length === 0 || open.length > DEPTH) return;
		if (open.at(-1) === "list")
			entries.push({ path: [...path.slice(0, open.length - 1), "*"], kind, text: value });
		else if (key !== undefined)
			entries.push({ path: [...path.slice(0, open.length - 1), key], kind, text: value });
	};
	for (let match = token.exec(text); match !== null && entries.length < ENTRIES; match = token.exec(text)) {
		const [, quoted, mark, bare] = match;
		if (quoted !== undefined) {
			if (open.at(-1) === "object" && key === undefined) key = plainKey(quoted);
			else add("text", quoted);
		} else if (bare !== undefined) add("other");
		else if (mark === "{" || mark === "[") {
			const kind = mark === "{" ? "object" : "list";
			add(kind);
			if (open.length > 0) path[open.length - 1] = open.at(-1) === "list" ? "*" : (key ?? "");
			open.push(kind);
			key = undefined;
		} else if (mark === "}" || mark === "]") {
			open.pop();
			key = undefined;
			if (open.length === 0) break;
		} else if (mark === ",") key = undefined;
	}
	return entries;
}

function plainKey(quoted: string): string {
	if (!quoted.includes("\\")) return quoted;
	try {
		return String(JSON.parse(`"${quoted}"`));
	} catch {
		return quoted;
	}
}
