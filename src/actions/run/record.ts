import { type Evidence, evidenceFileName } from "../../evidence/evidence.js";
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
	const before = await call.ports.evidence.read(name);
	if (before === undefined) return;
	if (!call.ports.actions || !isOfRun(before, call.identity)) return call.ports.evidence.remove(name);
	throw new UserError(
		"evidence-exists",
		`${level} of ${call.service.name} has run in this job already: ${name} is there`,
		{ input: "leg", hint: "Give each of the runs a name of its own with the input 'leg'." },
	);
}

/** A file of another run is a leftover in a workspace that was not cleaned. */
function isOfRun(text: string, identity: Call["identity"]): boolean {
	try {
		const { run, commit } = JSON.parse(text) as Partial<Evidence>;
		return run === identity.run && commit === identity.commit;
	} catch {
		return true;
	}
}

/** Writes the evidence of one step; returns the file's path relative to the working directory. */
export async function writeEvidence(
	call: Call,
	own: Omit<Evidence, "schema" | keyof Call["identity"]>,
): Promise<string> {
	const evidence: Evidence = { schema: "evidence.v1", ...call.identity, ...own };
	return call.ports.evidence.write(evidenceFileName(evidence), `${JSON.stringify(evidence)}\n`);
}
