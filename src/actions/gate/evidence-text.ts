import { readHeldEvidence } from "../../evidence/held-evidence.js";
import type { EvidenceFile } from "./match.js";

/** A file as evidence. What is cut off, or of a form that is not known, is unreadable. Pure. */
export async function parseEvidence(
	file: string,
	content: { bytes: AsyncIterable<Uint8Array> } | { why: string },
): Promise<EvidenceFile> {
	if ("why" in content) return { kind: "unreadable", file, why: content.why };
	const read = await readHeldEvidence(content.bytes, file);
	return "why" in read ? { kind: "unreadable", file, why: read.why } : { kind: "read", file, ...read };
}

/** Whether a file in the folder of evidence is meant as evidence: others (logs, reports) are named and left out. */
export function isEvidenceName(file: string): boolean {
	return file.endsWith(".json");
}
