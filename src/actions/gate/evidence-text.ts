import { z } from "zod";
import { evidenceSchema } from "../../evidence/evidence.js";
import { CoverageFlaw, packCoverage } from "../../evidence/packed-coverage.js";
import { errorMessage } from "../../runner/errors.js";
import type { EvidenceFile } from "./match.js";

/** All but coverage, whose lines are too many for a schema. */
const frameSchema = evidenceSchema.extend({ coverage: z.unknown() });

/** The text of a file as evidence. What is cut off, or of a form that is not known, is unreadable. Pure. */
export function parseEvidence(file: string, content: { text: string } | { why: string }): EvidenceFile {
	const unreadable = (why: string): EvidenceFile => ({ kind: "unreadable", file, why });
	if ("why" in content) return unreadable(content.why);
	let value: unknown;
	try {
		value = JSON.parse(content.text);
	} catch (cause) {
		return unreadable(`it is no whole JSON (${errorMessage(cause).slice(0, 200)})`);
	}
	const schema: unknown =
		typeof value === "object" && value !== null ? (value as { schema?: unknown }).schema : undefined;
	if (schema !== "evidence.v1") {
		return unreadable(
			typeof schema === "string"
				? `its form is ${JSON.stringify(schema.slice(0, 60))}, and evidence.v1 is known`
				: "it is no evidence",
		);
	}
	const parsed = frameSchema.safeParse(value);
	if (!parsed.success) {
		const issue = parsed.error.issues[0];
		return unreadable(`${issue?.path.join(".") || "it"}: ${issue?.message ?? "has another form"}`);
	}
	try {
		const coverage = packCoverage(parsed.data.coverage);
		return { kind: "read", file, evidence: { ...parsed.data, coverage } };
	} catch (thrown) {
		if (!(thrown instanceof CoverageFlaw)) throw thrown;
		return unreadable(thrown.message);
	}
}

/** Whether a file in the folder of evidence is meant as evidence: others (logs, reports) are named and left out. */
export function isEvidenceName(file: string): boolean {
	return file.endsWith(".json");
}
