import type { GateSettings } from "../../catalog/settings.js";
import type { NotableTest } from "../../evidence/evidence.js";
import type { HeldEvidence } from "../../evidence/held-evidence.js";
import { causeOf, causeOfOutput, type FailureCause } from "../../evidence/infrastructure.js";
import { readQuarantine } from "../../evidence/quarantine.js";
import type { Problem } from "../../runner/problem.js";
import type { Excuses } from "./outcome.js";

/** Which failures count as no failure of the change: only those that every side of the policy excuses. Pure. */

export interface ExcuseQuestion {
	sides: readonly GateSettings[];
	/** Hosts of our own. */
	ours: ReadonlySet<string>;
	/** The day in UTC, `2027-01-31`. */
	today: string;
	settingsFile: string;
	/** Hosts that this change brings in, for a service: a mistyped name is no outage. */
	newHosts(service: string): ReadonlySet<string>;
}

export function makeExcuses(question: ExcuseQuestion): { excuses: Excuses; problems: Problem[] } {
	const { sides, today, settingsFile } = question;
	const quarantines = sides.map((side) => readQuarantine(side.quarantine, today, settingsFile));
	const causes = (evidence: HeldEvidence, causeIn: (side: GateSettings) => FailureCause) =>
		sides.every((side) => {
			const cause = causeIn(side);
			if (!cause.outside) return false;
			const brought = question.newHosts(evidence.service);
			return !cause.hosts.some((host) => brought.has(host));
		});
	return {
		problems: quarantines[0]?.problems ?? [],
		excuses: {
			quarantined: (test, { service, level }) =>
				quarantines.every((each) => each.find(test, service, level) !== undefined),
			outside: (test, evidence) => causes(evidence, (side) => causeOf(test, worldOf(side, question.ours))),
			outsideOutput: (output, evidence) =>
				causes(evidence, (side) => causeOfOutput(output, worldOf(side, question.ours))),
		},
	};
}

function worldOf(side: GateSettings, ours: ReadonlySet<string>) {
	return { ours, patterns: side.infrastructure?.patterns ?? [] };
}

/** Hosts that failures of the evidence are about, by service: to be looked for in what the change adds. */
export function hostsOfFailures(
	evidence: readonly HeldEvidence[],
	ours: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<string>> {
	const hosts = new Map<string, Set<string>>();
	const add = (service: string, cause: FailureCause) => {
		if (!cause.outside) return;
		const known = hosts.get(service) ?? new Set<string>();
		hosts.set(service, known);
		for (const host of cause.hosts) known.add(host);
	};
	// Every pattern is the outside world's here: the hosts of all failures are asked for, excused or not.
	const world = { ours, patterns: ["*"] };
	const failing = (test: NotableTest) => test.status === "failed" || test.status === "error";
	for (const each of evidence) {
		for (const test of each.notable) if (failing(test)) add(each.service, causeOf(test, world));
		if (each.output !== null && each.outcome !== "passed") {
			for (const line of each.output.split(/\r?\n/).slice(-20))
				add(each.service, causeOf({ message: line }, world));
		}
	}
	return hosts;
}
