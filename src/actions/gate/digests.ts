import { type Problem, problem } from "../../runner/problem.js";
import type { JudgedLeg } from "./levels.js";

/** The images that builds left: what was tested is named by its digest. Pure. */
export function builtDigests(legs: readonly JudgedLeg[]): {
	digests: Map<string, string>;
	problems: Problem[];
} {
	const found = Map.groupBy(
		legs.filter(({ leg, outcome }) => leg.evidence.level === "build" && outcome.outcome === "passed"),
		({ leg }) => leg.evidence.service,
	);
	const digests = new Map<string, string>();
	const problems: Problem[] = [];
	for (const [service, own] of found) {
		const different = new Set(own.flatMap(({ leg }) => leg.evidence.digest ?? []));
		const [digest] = different;
		if (digest === undefined) continue;
		if (different.size === 1) digests.set(service, digest);
		else
			problems.push(
				problem(
					"warning",
					"digest-ambiguous",
					`The builds of ${service} left ${different.size} different digests`,
					{
						hint: "Make one index of them in a job of its own, and build that as the service's image.",
					},
				),
			);
	}
	return { digests, problems };
}
