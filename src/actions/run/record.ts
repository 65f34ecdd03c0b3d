import { evidenceFileName } from "../../evidence/evidence.js";
import { evidenceText, type HeldEvidence } from "../../evidence/held-evidence.js";
import { readJson } from "../../evidence/json.js";
import { UserError } from "../../runner/errors.js";
import type { Call } from "./call.js";

/** The evidence of a call: one file for each level, or for the build. */

/**
 * Makes room for the evidence of a level. In a workflow a second run of one key would take the place of the
 * first one's, and is a UserError; in a terminal, what is there goes before the command starts, so that a
 * cancelled run does not leave the word of an earlier one.
 */
export async function makeRoom(call: Call, level: string): Promise<void> {
	const name = evidenceFileName({ ...call.identity, level });
	const before = call.ports.actions ? await call.ports.evidence.open(name) : undefined;
	if (before === undefined || !(await isOfRun(before, name, call.identity)))
		return call.ports.evidence.remove(name);
	throw new UserError(
		"evidence-exists",
		`${level} of ${call.service.name} has run in this job already: ${name} is there`,
		{ input: "leg", hint: "Give each of the runs a name of its own with the input 'leg'." },
	);
}

/** A file of another run is a leftover in a workspace that was not cleaned. */
async function isOfRun(
	bytes: AsyncIterable<Uint8Array>,
	name: string,
	identity: Call["identity"],
): Promise<boolean> {
	const found = new Map<unknown, unknown>();
	try {
		await readJson(bytes, name, {
			pick: ([key]) => (key === undefined ? false : key === "run" || key === "commit" ? true : "skip"),
			take: ([key], value) => found.set(key, value),
		});
	} catch (thrown) {
		if (thrown instanceof UserError) return true;
		throw thrown;
	}
	return found.get("run") === identity.run && found.get("commit") === identity.commit;
}

/** Writes the evidence of one step; returns the file's path relative to the working directory. */
export async function writeEvidence(
	call: Call,
	own: Omit<HeldEvidence, "schema" | keyof Call["identity"]>,
): Promise<string> {
	const evidence: HeldEvidence = { schema: "evidence.v1", ...call.identity, ...own };
	return call.ports.evidence.write(evidenceFileName(evidence), evidenceText(evidence));
}
