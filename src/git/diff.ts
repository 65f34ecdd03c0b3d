/** Reading what `git diff` writes. Pure. */

/** A file that differs between two trees. */
export interface ChangedFile {
	status: "added" | "modified" | "deleted" | "renamed" | "copied";
	/** The path on the newer side (the older one of a deleted file). */
	path: string;
	/** The path on the older side of a renamed or copied file. */
	from: string | undefined;
}

/** Numbers of added lines, ascending, by path. */
export type AddedLines = ReadonlyMap<string, readonly number[]>;

const STATUS: Readonly<Record<string, ChangedFile["status"]>> = {
	A: "added",
	M: "modified",
	T: "modified",
	D: "deleted",
	R: "renamed",
	C: "copied",
	U: "modified",
	X: "modified",
};

/** `git diff --name-status -z -M`. */
export function parseChangedFiles(output: string): ChangedFile[] {
	const fields = output.split("\0");
	const files: ChangedFile[] = [];
	for (let index = 0; index + 1 < fields.length; ) {
		const letter = (fields[index] ?? "").charAt(0);
		const status = STATUS[letter];
		if (status === undefined)
			throw new Error(`git diff wrote a status that is not known: ${JSON.stringify(fields[index])}`);
		if (status === "renamed" || status === "copied") {
			files.push({ status, from: fields[index + 1], path: fields[index + 2] ?? "" });
			index += 3;
		} else {
			files.push({ status, from: undefined, path: fields[index + 1] ?? "" });
			index += 2;
		}
	}
	return files;
}

/**
 * `git diff -U0` with the prefixes `a/` and `b/` and core.quotePath off. Only hunk headers are trusted for
 * line numbers, and each hunk's lines are skipped by count, so that content that looks like a header is none.
 */
export function parseAddedLines(output: string): AddedLines {
	const added = new Map<string, number[]>();
	let lines: number[] | undefined;
	let skip = 0;
	for (const line of output.split("\n")) {
		if (skip > 0 && /^[-+]/.test(line)) {
			skip--;
			continue;
		}
		if (line.startsWith("+++ ")) {
			const path = newPath(line.slice(4));
			lines = path === undefined ? undefined : [];
			if (path !== undefined && lines !== undefined) added.set(path, lines);
			continue;
		}
		const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
		if (hunk === null) continue;
		const removed = hunk[1] === undefined ? 1 : Number(hunk[1]);
		const start = Number(hunk[2]);
		const count = hunk[3] === undefined ? 1 : Number(hunk[3]);
		skip = removed + count;
		for (let offset = 0; offset < count; offset++) lines?.push(start + offset);
	}
	return new Map([...added].filter(([, numbers]) => numbers.length > 0));
}

/** git quotes a path that holds a quote, a backslash or a control character even with core.quotePath off. */
function newPath(text: string): string | undefined {
	// A tab ends a path that holds blanks.
	const bare = text.endsWith("\t") ? text.slice(0, -1) : text;
	const path = bare.startsWith('"') ? unquote(bare.slice(1, -1)) : bare;
	return path.startsWith("b/") ? path.slice(2) : undefined;
}

const ESCAPES: Readonly<Record<string, number>> = {
	a: 7,
	b: 8,
	t: 9,
	n: 10,
	v: 11,
	f: 12,
	r: 13,
	'"': 34,
	"\\": 92,
};

function unquote(text: string): string {
	const bytes: number[] = [];
	for (const [part, octal, letter] of text.matchAll(/\\([0-7]{3})|\\(.)|[^\\]+/gs)) {
		if (octal !== undefined) bytes.push(Number.parseInt(octal, 8));
		else if (letter !== undefined) bytes.push(ESCAPES[letter] ?? letter.charCodeAt(0));
		else bytes.push(...Buffer.from(part));
	}
	return Buffer.from(bytes).toString("utf8");
}
