import { basename, join } from "node:path";
import { diskReportFiles } from "../../evidence/disk.js";
import { EVIDENCE_FOLDER, evidenceSchema } from "../../evidence/evidence.js";
import { UserError } from "../../runner/errors.js";
import { readSmallFile } from "../../runner/small-file.js";
import type { EvidenceFile } from "./built.js";

/** The largest file of evidence of a build, in bytes: it holds no tests and no coverage. */
const EVIDENCE_LIMIT = 4 * 1024 * 1024;

/** Evidence files are written by `run`: `<service>.build.<leg>.a<attempt>.json`, in folders of artifacts or not. */
export async function readBuildEvidence(
	directory: string,
	services: readonly string[],
): Promise<EvidenceFile[]> {
	const found: EvidenceFile[] = [];
	for (const { path } of await diskReportFiles(directory).find(".", [`${EVIDENCE_FOLDER}/**`])) {
		const name = basename(path);
		if (!name.endsWith(".json") || !services.some((service) => name.startsWith(`${service}.build.`)))
			continue;
		try {
			const text = await readSmallFile(join(directory, path), EVIDENCE_LIMIT);
			found.push({ file: path, evidence: evidenceSchema.parse(JSON.parse(text ?? "")) });
		} catch (cause) {
			throw new UserError("evidence-invalid", `${path} is no evidence that can be read`, {
				file: path,
				cause,
				hint: "Download the artifact again, or build again.",
			});
		}
	}
	return found;
}
