/**
 * The Markdown that the reports of this suite are made of (headings, tables, folded parts, code, escapes)
 * as text for a terminal. Pictures are left out: the same is in the table. Pure.
 */
export function plainText(markdown: string): string {
	const output: string[] = [];
	const folded = /<details><summary>[^<]*<\/summary>\s*```mermaid\n[\s\S]*?\n```\s*<\/details>\n?/g;
	const lines = markdown
		.replace(folded, "")
		.replace(/```mermaid\n[\s\S]*?\n```\n?/g, "")
		.split("\n");
	for (let index = 0; index < lines.length; index++) {
		const line = lines[index] ?? "";
		if (line.startsWith("| ") && /^\|( ?:?-+:? ?\|)+$/.test(lines[index + 1] ?? "")) {
			const rows: string[][] = [];
			while (lines[index]?.startsWith("|") === true) {
				if (!/^\|( ?:?-+:? ?\|)+$/.test(lines[index] ?? "")) rows.push(cells(lines[index] ?? ""));
				index++;
			}
			index--;
			output.push(...align(rows));
			continue;
		}
		if (/^<\/?details>$|^```/.test(line)) continue;
		output.push(inline(line.replace(/^#{1,6} /, "").replace(/<\/?(details|summary)>/g, "")).trimEnd());
	}
	return `${output
		.join("\n")
		.replace(/\n{3,}/g, "\n\n")
		.trim()}\n`;
}

function cells(row: string): string[] {
	return row
		.replace(/^\| ?| ?\|$/g, "")
		.split(/ ?(?<!\\)\| ?/)
		.map(inline);
}

function align(rows: readonly (readonly string[])[]): string[] {
	const widths: number[] = [];
	for (const row of rows) {
		for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
	}
	return rows.map((row) =>
		row
			.map((cell, column) => cell.padEnd(widths[column] ?? 0))
			.join("  ")
			.trimEnd(),
	);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

function inline(text: string): string {
	return text
		.replace(/<br ?\/?>/g, ", ")
		.replace(/<\/?(code|b|i|sub|sup|em|strong)>/g, "")
		.replace(/\*\*([^*]+)\*\*/g, "$1")
		.replace(/(?<!\\)`([^`]*)`/g, "$1")
		.replace(/\\([\\`*_{}[\]()#+!|~$.>-])/g, "$1")
		.replace(/\u200b/g, "")
		.replace(/&(amp|lt|gt|quot|#(\d+));/g, (_, name: string, number: string | undefined) =>
			number === undefined ? (ENTITIES[name] ?? "") : String.fromCodePoint(Number(number)),
		);
}
