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

const LINE_FEED = 0x0a;
const PLUS = 0x2b;
const MINUS = 0x2d;

/**
 * Reads `git diff -U0` with the prefixes `a/` and `b/` and core.quotePath off, in chunks of any size. Only hunk
 * headers are trusted for line numbers, and each hunk's lines are skipped by count, so that content that looks
 * like a header is none, and content of any size is not kept.
 */
export function addedLinesParser(): { take(chunk: Buffer): boolean; end(): AddedLines } {
	const added = new Map<string, number[]>();
	let lines: number[] | undefined;
	/** Lines of the hunk that are still to come. */
	let skip = 0;
	let inContent = false;
	let rest: Buffer[] = [];

	const header = (line: string) => {
		if (line.startsWith("+++ ")) {
			const path = newPath(line.slice(4));
			lines = path === undefined ? undefined : [];
			if (path !== undefined && lines !== undefined) added.set(path, lines);
			return;
		}
		const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
		if (hunk === null) return;
		const removed = hunk[1] === undefined ? 1 : Number(hunk[1]);
		const start = Number(hunk[2]);
		const count = hunk[3] === undefined ? 1 : Number(hunk[3]);
		skip = removed + count;
		for (let offset = 0; offset < count; offset++) lines?.push(start + offset);
	};

	return {
		take: (chunk) => {
			for (let at = 0; at < chunk.length; ) {
				if (!inContent && rest.length === 0 && skip > 0 && (chunk[at] === PLUS || chunk[at] === MINUS)) {
					skip--;
					inContent = true;
				}
				const end = chunk.indexOf(LINE_FEED, at);
				const part = chunk.subarray(at, end < 0 ? chunk.length : end);
				if (!inContent && end < 0) rest.push(Buffer.from(part));
				else if (!inContent) {
					header(Buffer.concat([...rest, part]).toString("utf8"));
					rest = [];
				}
				if (end < 0) break;
				inContent = false;
				at = end + 1;
			}
			return true;
		},
		end: () => new Map([...added].filter(([, numbers]) => numbers.length > 0)),
	};
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
