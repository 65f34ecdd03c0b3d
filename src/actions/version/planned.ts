import { z } from "zod";
import { errorMessage, UserError } from "../../runner/errors.js";
import { didYouMean } from "../../runner/inputs.js";
import { type Problem, problem } from "../../runner/problem.js";

/** The part of `plan.result.v1` that is read here; readers ignore what they don't know. */
const planSchema = z.object({
	schema: z.literal("plan.result.v1"),
	services: z.array(z.object({ service: z.string() })),
});

/** The services of a plan's result file. */
export function plannedServices(text: string, file: string): readonly string[] {
	try {
		return planSchema.parse(JSON.parse(text)).services.map(({ service }) => service);
	} catch (cause) {
		const why = cause instanceof z.ZodError ? z.prettifyError(cause).split("\n")[0] : errorMessage(cause);
		throw new UserError("plan-file-invalid", `The plan file is no result of plan: ${why}`, {
			file,
			input: "plan-file",
			cause,
			hint: "Pass the file of plan's output 'result-file', or the artifact that it was uploaded as.",
		});
	}
}

/** The services to version: the named ones, which must be among the planned ones where there is a plan. */
export function chosenServices(
	named: readonly string[] | undefined,
	planned: readonly string[] | undefined,
): readonly string[] | undefined {
	if (named === undefined || planned === undefined) return named ?? planned;
	for (const service of named) {
		if (planned.includes(service)) continue;
		throw new UserError(
			"service-not-planned",
			`Input 'services' names '${service.slice(0, 100)}', which the plan of 'plan-file' does not have`,
			{
				input: "services",
				hint: `Leave it out of 'services', or leave out 'plan-file' to version it all the same.${didYouMean(service, planned)}`,
			},
		);
	}
	return named;
}

/** A plan also holds services whose manifests its change deletes while their files remain: they have no version. */
export function undeclaredProblems(planned: readonly string[], declared: readonly string[]): Problem[] {
	return planned
		.filter((service) => !declared.includes(service))
		.map((service) =>
			problem(
				"warning",
				"planned-without-manifest",
				`${service.slice(0, 100)} is in the plan and has no manifest at this commit, so it has no version`,
				{ hint: "The plan says why it is due." },
			),
		);
}
