import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** The small workflows of `gate/`, each with the verdict that its gate must give, in the comment at its top. */

export interface GateCase {
	/** The name of the file without its ending. */
	name: string;
	text: string;
	verdict: "open" | "held" | "closed";
	/** The code of the first reason. */
	reason: string | undefined;
	/** Codes of further reasons. */
	also: readonly string[];
	/** Results of `needs` as GitHub tells them, where act does otherwise; else act runs the workflow. */
	github: Readonly<Record<string, string>> | undefined;
	attempt: number;
	/** Evidence of level unit that is there, one file for each leg and attempt. */
	evidence: readonly { leg: string; attempt: number }[];
	/** The inputs of the gate's step besides `needs`. */
	require: string | undefined;
}

export const FOLDER = "test/workflows/gate";

/** All files, for the repository that they run in: those that are called are among them. */
export const FILES: ReadonlyMap<string, string> = new Map(
	readdirSync(FOLDER).map((file) => [`.github/workflows/${file}`, readFileSync(join(FOLDER, file), "utf8")]),
);

export const CASES: readonly GateCase[] = [...FILES].flatMap(([path, text]) => {
	const told = new Map(
		[...text.matchAll(/^# (\w+): (.+)$/gm)].map(([, key = "", value = ""]) => [key, value]),
	);
	const verdict = z.enum(["open", "held", "closed"]).safeParse(told.get("verdict")).data;
	if (verdict === undefined) return [];
	const json = (key: string): unknown => JSON.parse(told.get(key) ?? "null");
	return [
		{
			name: path.slice(path.lastIndexOf("/") + 1).replace(".yml", ""),
			text,
			verdict,
			reason: told.get("reason"),
			also: told.get("also")?.split(", ") ?? [],
			github: z.record(z.string(), z.string()).nullable().parse(json("github")) ?? undefined,
			attempt: Number(told.get("attempt") ?? 1),
			evidence:
				z
					.array(z.object({ leg: z.string(), attempt: z.int() }))
					.nullable()
					.parse(json("evidence")) ?? [],
			require: /^ +require: (.+)$/m.exec(text)?.[1],
		},
	];
});

/** One row of the table of verdicts. */
export function verdictRow(each: GateCase, verdict: string | undefined, reasons: readonly string[]): string {
	return `${each.name.padEnd(28)} ${each.github === undefined ? "act   " : "GitHub"} ${(verdict ?? "none").padEnd(7)} ${reasons.join(", ")}`;
}
