import type { Comparison } from "../../context/base.js";
import { dueServices } from "../../graph/due.js";
import { type Problem, problem } from "../../runner/problem.js";
import type { GateInputs } from "./inputs.js";
import type { Place } from "./place.js";
import { plannedServices } from "./planned.js";
import type { GatePorts } from "./ports.js";

/** Whose evidence is due: as it is given, as the plan says, or computed as plan does; undefined: everybody's. */
export async function affectedServices(
	inputs: GateInputs,
	ports: GatePorts,
	place: Place,
	problems: Problem[],
): Promise<readonly string[] | undefined> {
	const given = await plannedServices(inputs, ports, place.own.commit);
	if (given !== undefined) {
		if (place.comparison.kind === "unresolved") problems.push(linesUnknown(place.comparison));
		return given;
	}
	if (!place.catalogue.declared) {
		if (place.comparison.kind === "unresolved") problems.push(place.comparison.problem);
		return undefined;
	}
	const due = await dueServices(
		{
			catalogue: place.catalogue,
			files: place.files,
			head: place.own.commit,
			workingTree: place.workingTree,
			comparison: place.comparison,
			depth: "direct",
			configFile: inputs.configFile,
			repositoryName: place.repository,
		},
		ports,
	);
	problems.push(...due.problems.filter(({ code }) => code !== "manifest-deleted"));
	return due.services.map(({ service }) => service);
}

/** What is due does not hang on the base where it is given; what the change adds does. */
function linesUnknown({ reason, problem: { code, hint } }: Comparison & { kind: "unresolved" }): Problem {
	return problem("warning", code, `${reason}, so the lines that this change adds are not known`, { hint });
}
