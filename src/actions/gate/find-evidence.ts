import { FILE_LIMIT } from "../../evidence/found-files.js";
import { UserError } from "../../runner/errors.js";
import { isEvidenceName, parseEvidence } from "./evidence-text.js";
import type { EvidenceFile } from "./match.js";
import type { GatePorts } from "./ports.js";

/** What the globs of an input find, read as evidence; each file once. */
export async function findEvidence(
	globs: readonly string[],
	input: string,
	ports: GatePorts,
): Promise<EvidenceFile[]> {
	const paths = new Set<string>();
	for (const glob of globs) for (const path of await ports.find(glob, input)) paths.add(path);
	if (paths.size > FILE_LIMIT) {
		throw new UserError("glob-too-wide", `Input '${input}' finds more than ${FILE_LIMIT} files`, {
			input,
			hint: "Write narrower globs.",
		});
	}
	const files: EvidenceFile[] = [];
	for (const path of [...paths].sort()) {
		if (isEvidenceName(path)) files.push(await parseEvidence(path, await ports.open(path)));
		else files.push({ kind: "other", file: path, why: "its name does not end in .json" });
	}
	return files;
}
