import { EVIDENCE_FOLDER, type Evidence } from "../../evidence/evidence.js";
import { UserError } from "../../runner/errors.js";

/** The digest that the build of a commit left, from its evidence. Pure. */

/** A file of evidence. */
export interface EvidenceFile {
	/** Repository path. */
	file: string;
	evidence: Evidence;
}

/**
 * The digest of a service's build at a commit; undefined where there is no evidence of one at all. Of each leg only
 * the newest attempt counts; what counts must have passed, and agree.
 * @throws UserError `build-not-passed`, `build-contradicts`, `build-of-another-commit`
 */
export function builtDigest(
	service: string,
	commit: string,
	found: readonly EvidenceFile[],
): string | undefined {
	const own = found.filter(({ evidence }) => evidence.service === service && evidence.level === "build");
	const [first] = own;
	if (first === undefined) return undefined;
	const here = own.filter(({ evidence }) => evidence.commit === commit);
	if (here.length === 0) {
		throw new UserError(
			"build-of-another-commit",
			`The build of ${service} in ${first.file} is of ${first.evidence.commit.slice(0, 12)}, and HEAD is ${commit.slice(0, 12)}`,
			{
				file: first.file,
				fault: "refused",
				hint: `Download the evidence of this commit's run to ${EVIDENCE_FOLDER}, or check that commit out.`,
			},
		);
	}
	const newest = new Map<string, EvidenceFile>();
	for (const each of here) {
		const { run, job, leg, attempt } = each.evidence;
		const key = JSON.stringify([run, job, leg]);
		const other = newest.get(key);
		if (other === undefined || other.evidence.attempt < attempt) newest.set(key, each);
		else if (other.evidence.attempt === attempt && other.evidence.digest !== each.evidence.digest)
			throw contradiction(service, [other, each]);
	}
	const counted = [...newest.values()];
	const bad = counted.find(({ evidence }) => evidence.outcome !== "passed" || evidence.digest === null);
	if (bad !== undefined) {
		const { outcome, reason } = bad.evidence;
		const what = outcome === "passed" ? "left no digest" : `has the outcome ${outcome}`;
		throw new UserError("build-not-passed", `The build of ${service} ${what}: ${reason}`, {
			file: bad.file,
			fault: "refused",
			hint: "Only what was built is promoted: mend the build and run it again.",
		});
	}
	const digests = new Set(counted.map(({ evidence }) => evidence.digest));
	if (digests.size > 1) throw contradiction(service, counted);
	return counted[0]?.evidence.digest ?? undefined;
}

function contradiction(service: string, found: readonly EvidenceFile[]): UserError {
	const said = found.map(({ file, evidence }) => `${file} says ${evidence.digest}`).join(", ");
	return new UserError(
		"build-contradicts",
		`The evidence of the build of ${service} contradicts itself: ${said}`,
		{
			file: found[0]?.file,
			fault: "refused",
			hint: "Keep the evidence of one run only: which of the two was tested can't be told.",
		},
	);
}
