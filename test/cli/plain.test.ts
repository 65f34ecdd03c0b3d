import { expect, it } from "vitest";
import { plainText } from "#src/cli/plain.js";
import { code, details, escapeMarkdown, table } from "#src/runner/markdown.js";

it("shows a report's Markdown as aligned text, with foreign names as they are", () => {
	const name = "a|b `c` *d* <img> @team https://x [l](u) & \\ $x ~ #1";
	const markdown = `### gate: **open**\n\n${table(
		["service", "name"],
		[
			[code("cart"), code(name)],
			["x", escapeMarkdown(name)],
		],
	)}\n\n\`\`\`mermaid\ngraph LR\n\`\`\`\n${details("Picture", "```mermaid\nflowchart LR\n```")}\n${details("more", "text")}\n`;
	expect(plainText(markdown)).toBe(
		`gate: open\n\nservice  name\ncart     ${name}\nx        ${name}\n\nmore\n\ntext\n`,
	);
});

it("makes foreign text inert in Markdown", () => {
	const escaped = escapeMarkdown("<img src=x> @team | `x` \u202eevil\nnext");
	expect(escaped).not.toMatch(/[<>\n\u202e]|(?<!\\)[|`]|@t/);
});

it("separates the lines of a cell", () => {
	const markdown = table(["tags", "status"], [["1.0.0 stands<br>latest stands", "unchanged"]]);
	expect(plainText(markdown)).toContain("1.0.0 stands, latest stands  unchanged");
});
