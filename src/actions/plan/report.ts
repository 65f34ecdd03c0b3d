import type { Report } from "../../runner/action.js";
import { problemLines } from "../../runner/annotations.js";
import { code, details, escapeMarkdown, table } from "../../runner/markdown.js";
import { MATRIX_LIMIT } from "./matrix.js";
import type { PlanResult } from "./result.js";

/** A picture with more nodes than this can't be read. */
const PICTURE_LIMIT = 50;
/** Services that the headline names. */
const NAMED = 8;

export function report(result: PlanResult): Report {
	const names = result.services.map(({ service }) => service);
	const entries = result.shards.flatMap(({ include }) => include);
	return {
		headline: headline(result),
		markdown: markdown(result),
		outputs: {
			services: JSON.stringify(names),
			matrix: entries.length > MATRIX_LIMIT ? "" : JSON.stringify({ include: entries }),
			"has-services": String(names.length > 0),
			count: String(names.length),
			shards: JSON.stringify(result.shards),
			"e2e-matrix": result.e2e.length > MATRIX_LIMIT ? "" : JSON.stringify({ include: result.e2e }),
			real: JSON.stringify(result.real),
			doubles: JSON.stringify(result.doubles),
			"base-resolved": String(result.baseResolved),
		},
		exitCode: 0,
	};
}

function headline({ services, total, comparedWith }: PlanResult): string {
	if (services.length === 0) return `No service is due (compared with: ${comparedWith})`;
	const named = services.slice(0, NAMED).map(({ service }) => service);
	const more = services.length > NAMED ? ` and ${services.length - NAMED} more` : "";
	const verb = services.length === 1 ? "service is" : "services are";
	return `${services.length} of ${Math.max(total, services.length)} ${verb} due: ${named.join(", ")}${more} (compared with: ${comparedWith})`;
}

function markdown(result: PlanResult): string {
	const parts = [`### plan: ${escapeMarkdown(headline(result))}`];
	if (!result.baseResolved)
		parts.push("**The base could not be found: what has no base is taken as changed.**");
	if (result.services.length > 0) {
		parts.push(
			table(
				["service", "change", "distance", "because"],
				result.services.map(({ service, change, distance, because }) => [
					code(service),
					change,
					String(distance),
					because.map((each) => code(each)).join(" → "),
				]),
			),
		);
	}
	if (result.services.length > 1 && result.services.length < PICTURE_LIMIT) parts.push(picture(result));
	if (result.ignored.length > 0)
		parts.push(`Only ignored files changed in: ${result.ignored.map((each) => code(each)).join(", ")}.`);
	if (result.real.length > 0) {
		const doubled = result.doubles.map(({ service, double }) => `${code(service)} (${code(double)})`);
		const rest = doubled.length === 0 ? "" : `; doubles stand in for ${doubled.join(", ")}`;
		parts.push(`An end-to-end run starts ${result.real.map((each) => code(each)).join(", ")}${rest}.`);
	}
	if (result.unowned.length > 0) {
		parts.push(
			details(
				`${result.unowned.length} changed files of no service`,
				result.unowned.map((each) => `- ${code(each)}`).join("\n"),
			),
		);
	}
	if (result.problems.length > 0) {
		const lines = problemLines(result.problems).map((line) => `- ${escapeMarkdown(line)}`);
		parts.push(details(`${result.problems.length} problems`, lines.join("\n")));
	}
	return `${parts.join("\n\n")}\n`;
}

/** An arrow leads from the one that uses to the one that is used; changed services have a thick border. */
function picture({ services, edges }: PlanResult): string {
	const ids = new Map(services.map(({ service }, index) => [service, `s${index}`]));
	const lines = services.map(({ service }) => `  ${ids.get(service)}["${mermaidText(service)}"]`);
	for (const { from, to, kind, via } of edges) {
		const label = kind === "build" ? "builds from" : via;
		lines.push(`  ${ids.get(from)} -->|"${mermaidText(label)}"| ${ids.get(to)}`);
	}
	const changed = services.filter(({ distance }) => distance === 0).map(({ service }) => ids.get(service));
	if (changed.length > 0)
		lines.push("  classDef changed stroke-width:4px", `  class ${changed.join(",")} changed`);
	return `\`\`\`mermaid\nflowchart LR\n${lines.join("\n")}\n\`\`\``;
}

/** Mermaid's own escapes: nothing in a label can end it or the code block. */
function mermaidText(text: string): string {
	return text.slice(0, 100).replace(/[^A-Za-z0-9 ._/-]/gu, (each) => `#${each.codePointAt(0)};`);
}
