import { refuseTreeless, repositoryState } from "../../git/state.js";
import { UserError } from "../../runner/errors.js";
import { problemsAsError } from "../../runner/problem.js";
import { computeVersions } from "../../versions/compute.js";
import type { VersionInputs } from "./inputs.js";
import { chosenServices, plannedServices, undeclaredProblems } from "./planned.js";
import type { VersionPorts } from "./ports.js";
import type { VersionResult } from "./result.js";

/** Computes the versions and, with `publish`, makes their tags: all of them or none. */
export async function run(inputs: VersionInputs, ports: VersionPorts): Promise<VersionResult> {
	const { git, event, actions } = ports;
	const state = await repositoryState(git);
	refuseTreeless(state);
	const planned =
		inputs.planFile === undefined
			? undefined
			: plannedServices(await ports.readPlan(inputs.planFile), inputs.planFile);
	const catalogue = await ports.catalogue(state);
	const wrong = problemsAsError(catalogue.problems);
	if (wrong !== undefined) throw wrong;
	const declared = catalogue.services.map(({ name }) => name);
	const chosen = chosenServices(inputs.services, planned);
	const services = inputs.services === undefined ? chosen?.filter((name) => declared.includes(name)) : chosen;
	const undeclared = undeclaredProblems(planned ?? [], declared);
	const many = (services ?? catalogue.services).length > 1;
	if (inputs.images !== undefined && many) {
		throw new UserError("images-ambiguous", "Input 'images' is given for several services", {
			input: "images",
			hint: "Name one service in 'services', or leave 'images' out: each service then has its own image.",
		});
	}
	const computed = await computeVersions({
		git,
		state,
		catalogue,
		event,
		actions,
		services,
		named: inputs.services !== undefined,
		bump: inputs.bump,
		release: inputs.release,
		publish: inputs.publish,
		featureFormat: inputs.featureFormat,
		images: inputs.images,
	});
	const problems = [...catalogue.problems, ...undeclared, ...computed.problems];
	const tags = computed.toPublish.map(({ tag }) => tag);
	const refused = problems.some((each) => each.severity === "error");
	const publishes = tags.length > 0 && !inputs.dryRun && !refused;
	const published = publishes
		? await ports.log.group(`Publishing ${tags.length} tags`, () => ports.publish(tags, computed.commit))
		: [];
	return {
		schema: "version.result.v1",
		context: computed.context,
		ref: computed.ref,
		commit: computed.commit,
		services: computed.services,
		published: [...published],
		dryRun: inputs.dryRun,
		unpublished: publishes ? [] : tags,
		problems,
	};
}
