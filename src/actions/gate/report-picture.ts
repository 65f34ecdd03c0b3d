import { details } from "../../runner/markdown.js";
import type { GateResult } from "./result.js";

/** The services and their gate as a Mermaid graph. Pure. */

/** A picture of more services can't be read. */
const PICTURED = 12;
const PICTURED_LEVELS = 6;

/** Services with their levels, and the gate they stand before. Labels hold only what means nothing to Mermaid. */
export function picture(result: GateResult): string {
	const due = result.services.filter(({ due: isDue }) => isDue);
	if (due.length === 0 || due.length > PICTURED) return "";
	const nodes = due.flatMap(({ service, verdict, levels }, index) => {
		const steps = levels
			.slice(0, PICTURED_LEVELS)
			.map(
				({ level, outcome }, step) =>
					`\ts${index}l${step}["${label(level)}: ${outcome}"]:::${{ passed: "open", failed: "closed", infrastructure: "held", missing: "closed" }[outcome]}`,
			);
		const name = `\ts${index}["${label(service)}"]:::${verdict}`;
		return [
			name,
			...steps,
			`\t${[`s${index}`, ...steps.map((_, step) => `s${index}l${step}`), "gate"].join(" --> ")}`,
		];
	});
	const end = result.open ? "gate --> e2e" : "gate -.->|no| e2e";
	return details(
		"Picture",
		[
			"```mermaid",
			"flowchart LR",
			...nodes,
			`\tgate{"gate: ${result.verdict}"}:::${result.verdict}`,
			`\te2e["end-to-end tests"]`,
			`\t${end}`,
			"\tclassDef open fill:#dafbe1,stroke:#1a7f37,color:#1f2328",
			"\tclassDef held fill:#fff8c5,stroke:#9a6700,color:#1f2328",
			"\tclassDef closed fill:#ffebe9,stroke:#cf222e,color:#1f2328",
			"```",
		].join("\n"),
	);
}

function label(text: string): string {
	return text.replace(/[^A-Za-z0-9._-]/g, "_").slice(0, 63);
}
