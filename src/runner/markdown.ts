/**
 * Markdown from foreign text: names of tests, branches and files come from people whom nobody knows, and
 * must neither break a table nor bring HTML, mentions or links into a summary.
 */

/** Text for a table's cell or a paragraph: one line, every character of Markdown and HTML inert. */
export function escapeMarkdown(text: string): string {
	return visible(text)
		.replace(/&/g, "&amp;")
		.replace(/</g, "&lt;")
		.replace(/>/g, "&gt;")
		.replace(/[\\`*_{}[\]()#+!|~$-]/g, "\\$&")
		.replace(/@/g, "@\u200b")
		.replace(/:\/\//g, ":\u200b//");
}

/** Text as code in a table's cell: no backtick and no bar can end it. */
export function code(text: string): string {
	if (text === "") return "";
	const inert = visible(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
	return `<code>${inert.replace(/[|`*_[\]\\~$@:]/g, (each) => `&#${each.charCodeAt(0)};`)}</code>`;
}

/** A table; the cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
	return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** A folded part. `summary` is Markdown already and must hold no block. */
export function details(summary: string, body: string): string {
	return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

/** One line without control and bidirectional characters, which could show something else than what is there. */
export function visible(text: string): string {
	return (
		text
			.replace(/[\r\n\t]+/g, " ")
			// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
			.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "\ufffd")
	);
}

/** Cut to at most `limit` bytes of UTF-8 at the end of a line, with a note of what is missing. */
export function cutLines(text: string, limit: number): string {
	if (Buffer.byteLength(text) <= limit) return text;
	const note = "\n\n…cut here: the whole is in the result file.\n";
	const budget = limit - Buffer.byteLength(note);
	const bytes = Buffer.from(text).subarray(0, Math.max(0, budget));
	const end = bytes.lastIndexOf(0x0a);
	return (end < 0 ? "" : bytes.subarray(0, end).toString("utf8")) + note;
}
