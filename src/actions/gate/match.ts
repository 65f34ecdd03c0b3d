import { type HeldEvidence, isSameEvidence } from "../../evidence/held-evidence.js";
import { cutText } from "../../runner/cut-text.js";
import { type Problem, problem } from "../../runner/problem.js";
import { type Reason, reason } from "./reason.js";

/**
 * Which evidence counts: that of this commit, of one run, and of each key (service, level, leg) the newest
 * attempt. Whatever does not count is named, and two files that contradict each other close the gate. Pure.
 */

/** A file that the globs of `evidence` found. */
export type EvidenceFile =
	| { kind: "read"; file: string; evidence: HeldEvidence }
	| { kind: "unreadable"; file: string; why: string }
	/** A file of another kind, such as a log. */
	| { kind: "other"; file: string; why: string };

/** The gate's own place. */
export interface Own {
	commit: string;
	/** `owner/name`, where it is known. */
	repository: string | undefined;
	/** Undefined in a terminal. */
	run: string | undefined;
	attempt: number;
}

/** Evidence of one leg, that may count. */
export interface Leg {
	file: string;
	evidence: HeldEvidence;
	/** It was left by an earlier attempt than the gate's own, or of another run than the newest that is there. */
	older: boolean;
	/** Coverage of it is of another commit and was left out, which is told. */
	coverageRefused?: boolean;
}

export interface Dropped {
	file: string;
	why: string;
	/** Of evidence that was read: what it would have counted for. */
	of?: Pick<HeldEvidence, "service" | "level" | "commit">;
}

export interface Selection {
	legs: Leg[];
	/** The one run whose evidence counts; undefined for that of a terminal. */
	run: string | undefined;
	/** The attempt that evidence is held to: the gate's own, of another run the newest that is there. */
	attempt: number;
	dropped: Dropped[];
	reasons: Reason[];
}

/** The evidence of this commit and run, of each key the newest attempt. */
export function selectEvidence(files: readonly EvidenceFile[], own: Own): Selection {
	const dropped: Dropped[] = [];
	const reasons: Reason[] = [];
	const ofCommit: { file: string; evidence: HeldEvidence }[] = [];
	for (const each of files) {
		if (each.kind === "other") dropped.push({ file: each.file, why: each.why });
		else if (each.kind === "unreadable") {
			reasons.push(
				reason(
					"missing",
					"evidence-unreadable",
					`Evidence ${each.file} can't be read: ${each.why}`,
					"Run the level again, and upload the file whole.",
					{ file: each.file },
				),
			);
		} else if (each.evidence.commit !== own.commit) {
			const commit = each.evidence.commit.slice(0, 12);
			dropped.push({
				file: each.file,
				of: each.evidence,
				why: `it belongs to commit ${commit}, and the gate stands at ${own.commit.slice(0, 12)}`,
			});
		} else if (isOfAnother(each.evidence.repository, own.repository)) {
			const repository = cutText(each.evidence.repository ?? "", 200);
			dropped.push({
				file: each.file,
				of: each.evidence,
				why: `it belongs to repository ${repository}`,
			});
		} else ofCommit.push({ file: each.file, evidence: each.evidence });
	}
	const run = countingRun(
		ofCommit.map(({ evidence }) => evidence.run),
		own.run,
	);
	const ofRun = ofCommit.filter(({ file, evidence }) => {
		if (evidence.run === run) return true;
		dropped.push({
			file,
			of: evidence,
			why: `it belongs to ${runText(evidence.run)}, and ${runText(run ?? null)} counts`,
		});
		return false;
	});
	// An attempt above the gate's own can only be known where both are of one run.
	const current = ofRun.filter(({ file, evidence }) => {
		if (evidence.run !== own.run || own.run === undefined || evidence.attempt <= own.attempt) return true;
		dropped.push({
			file,
			of: evidence,
			why: `it belongs to attempt ${evidence.attempt}, and this is attempt ${own.attempt}`,
		});
		return false;
	});
	const newest = newestOfEachKey(current, dropped, reasons);
	const attempt =
		run === own.run && run !== undefined
			? own.attempt
			: newest.reduce((most, { evidence }) => Math.max(most, evidence.attempt), 1);
	const legs = newest.map((each) => ({ ...each, older: each.evidence.attempt < attempt }));
	return { legs, run: run ?? undefined, attempt, dropped, reasons };
}

/** Told where the gate's own run left nothing, and that of another counts. */
export function otherRun({ run, legs }: Selection, own: string | undefined): Problem[] {
	if (own === undefined || run === own || legs.length === 0) return [];
	const message = `Evidence of ${runText(run ?? null)} counts: there is none of run ${own}, which is the gate's own`;
	return [problem("warning", "evidence-of-another-run", message)];
}

/** A commit that two repositories share, such as that of a fork. */
function isOfAnother(repository: string | null | undefined, own: string | undefined): boolean {
	return repository != null && own !== undefined && repository.toLowerCase() !== own.toLowerCase();
}

/** The gate's own run, else the highest run id that is there; in a terminal evidence without a run comes first. */
function countingRun(runs: readonly (string | null)[], own: string | undefined): string | null | undefined {
	if (runs.includes(own ?? null)) return own ?? null;
	const ids = runs.filter((run) => run !== null);
	return ids.reduce<string | undefined>(
		(best, run) => (best === undefined || higher(run, best) ? run : best),
		undefined,
	);
}

/** Run ids are whole numbers, whose text grows with them. */
function higher(a: string, b: string): boolean {
	return a.length === b.length ? a > b : a.length > b.length;
}

function runText(run: string | null): string {
	return run === null ? "no run" : `run ${cutText(run, 40)}`;
}

function newestOfEachKey(
	files: readonly { file: string; evidence: HeldEvidence }[],
	dropped: Dropped[],
	reasons: Reason[],
): { file: string; evidence: HeldEvidence }[] {
	const keys = new Map<string, { file: string; evidence: HeldEvidence }[]>();
	for (const each of files) {
		const { service, level, leg } = each.evidence;
		const key = JSON.stringify([service, level, leg]);
		const group = keys.get(key);
		if (group === undefined) keys.set(key, [each]);
		else group.push(each);
	}
	const newest: { file: string; evidence: HeldEvidence }[] = [];
	for (const group of keys.values()) {
		const attempt = group.reduce((most, { evidence }) => Math.max(most, evidence.attempt), 1);
		const last = group.filter(({ evidence }) => evidence.attempt === attempt);
		for (const each of group) {
			if (each.evidence.attempt < attempt)
				dropped.push({ file: each.file, why: `attempt ${attempt} of the same leg is there` });
		}
		const [first, ...others] = last;
		if (first === undefined) continue;
		newest.push(first);
		if (others.length === 0) continue;
		for (const other of others) {
			if (isSameEvidence(first.evidence, other.evidence)) {
				dropped.push({ file: other.file, why: `it is the same as ${first.file}` });
				continue;
			}
			// Both are judged: whichever is red is shown as such.
			newest.push(other);
			const { service, level, leg } = first.evidence;
			reasons.push(
				reason(
					"missing",
					"evidence-contradicts",
					`Two files say different things about ${service} ${level}${leg === "" ? "" : ` (${leg})`}: ${first.file} and ${other.file}`,
					"Give each of the two runs a 'leg' of its own, and download artifacts into folders of their own.",
					{ service, level, file: other.file },
				),
			);
		}
	}
	return newest;
}
