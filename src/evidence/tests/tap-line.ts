/** What one line of TAP says (TAP 13 and 14, https://testanything.org/tap-version-14-specification.html). Pure. */

/** Levels of subtests that are read; what is deeper is no TAP. */
const TAP_DEPTH_LIMIT = 64;

export interface TestPoint {
	kind: "point";
	ok: boolean;
	/** The number, or undefined where the line gives none. */
	id: number | undefined;
	/** The description without directives and escapes; may be empty. */
	name: string;
	directive: "skip" | "todo" | undefined;
	reason: string;
	/** `ok 1 - name {`: a block that may hold its subtests follows. */
	opensBlock: boolean;
}

export type TapContent =
	| TestPoint
	| { kind: "plan"; count: number; skip: boolean; reason: string }
	| { kind: "version" }
	| { kind: "bail-out"; reason: string }
	| { kind: "pragma"; strict: boolean | undefined }
	| { kind: "subtest"; name: string }
	| { kind: "comment"; text: string }
	| { kind: "open" }
	| { kind: "close" }
	| { kind: "blank" }
	| { kind: "other"; text: string };

/** A line's content and how deep it lies: four spaces a level. */
export interface TapLine {
	level: number;
	content: TapContent;
}

const POINT = /^(not )?ok\b(?:[ \t]+(\d+)(?=[ \t]|$))?(.*)$/s;
const PLAN = /^1\.\.(\d+)[ \t]*(?:#[ \t]*(.*))?$/s;
const DIRECTIVE = /(?:^|\s)#\s*(skip(?:ped|ping)?|todo)(?![\w-]):?\s*(.*)$/is;

/** Reads one line without its end. Bail out counts at any depth; other lines with odd indentation are no TAP. */
export function parseTapLine(line: string): TapLine {
	let indent = 0;
	while (line.charCodeAt(indent) === 32) indent++;
	if (indent === line.length || line.trim() === "") return { level: 0, content: { kind: "blank" } };
	const text = indent === 0 ? line : line.slice(indent);
	const level = indent >> 2;
	const bail = /^b/i.test(text) ? /^bail out!\s*(.*)$/is.exec(text) : null;
	if (bail !== null) return { level, content: { kind: "bail-out", reason: bail[1] ?? "" } };
	if (indent % 4 !== 0 || level >= TAP_DEPTH_LIMIT) return { level, content: { kind: "other", text: line } };
	return { level, content: parseContent(text) };
}

function parseContent(text: string): TapContent {
	if (text.startsWith("ok") || text.startsWith("not ok")) {
		const point = POINT.exec(text);
		if (point !== null) return testPoint(point[1] === undefined, point[2], point[3] ?? "");
	}
	if (text.startsWith("#")) {
		const name = /^#\s*Subtest(?::\s*(.*))?$/is.exec(text);
		if (name !== null) return { kind: "subtest", name: unescaped(name[1] ?? "").trim() };
		return { kind: "comment", text: text.slice(1).replace(/^ /, "") };
	}
	const plan = PLAN.exec(text);
	if (plan !== null) {
		const skip = /^skip\S*\s*(.*)$/is.exec(plan[2] ?? "");
		return { kind: "plan", count: Number(plan[1]), skip: skip !== null, reason: skip?.[1] ?? "" };
	}
	if (/^TAP version \d+\s*$/i.test(text)) return { kind: "version" };
	const pragma = /^pragma\s+[+-]/.test(text) ? /([+-])strict\b/.exec(text)?.[1] : undefined;
	if (pragma !== undefined || /^pragma\s+[+-]/.test(text))
		return { kind: "pragma", strict: pragma === undefined ? undefined : pragma === "+" };
	if (text.trim() === "{") return { kind: "open" };
	if (text.trim() === "}") return { kind: "close" };
	return { kind: "other", text };
}

function testPoint(ok: boolean, id: string | undefined, rest: string): TestPoint {
	let text = rest.trim();
	const opensBlock = text.endsWith("{") && /(?:^|\s)\{$/.test(text);
	if (opensBlock) text = text.slice(0, -1).trimEnd();
	const time = /(?:^|\s)#\s*(?:time=|duration_ms\s)[\d.]+\s*\w*$/i.exec(text);
	if (time !== null) text = text.slice(0, time.index).trimEnd();
	const found = DIRECTIVE.exec(text);
	if (found !== null) text = text.slice(0, found.index).trimEnd();
	const word = found?.[1]?.toLowerCase();
	return {
		kind: "point",
		ok,
		id: id === undefined ? undefined : Number(id),
		name: unescaped(text.replace(/^-(?:\s+|$)/, "")),
		directive: word === undefined ? undefined : word === "todo" ? "todo" : "skip",
		reason: unescaped(found?.[2] ?? ""),
		opensBlock,
	};
}

/** TAP 14 escapes `#` and `\` by a backslash. */
function unescaped(text: string): string {
	return text.includes("\\") ? text.replace(/\\([#\\])/g, "$1") : text;
}
