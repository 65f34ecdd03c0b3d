import { z } from "zod";
import { cutText } from "../../runner/cut-text.js";
import { errorMessage, UserError } from "../../runner/errors.js";
import type { GateInputs } from "./inputs.js";

/** Whose evidence is due by the caller's word: the input `services`, or the result file of `plan`. */

/** What is read of a plan: within v1 fields are only added, so others may be there. */
const planSchema = z.object({
	schema: z.literal("plan.result.v1"),
	head: z.string(),
	services: z.array(z.object({ service: z.string() })),
});

export interface PlannedPorts {
	read(path: string): Promise<{ text: string } | { why: string }>;
}

/** The names, or undefined where neither is given. A plan of another commit is a UserError. */
export async function plannedServices(
	inputs: Pick<GateInputs, "services" | "planFile">,
	ports: PlannedPorts,
	commit: string,
): Promise<readonly string[] | undefined> {
	const { services, planFile } = inputs;
	if (planFile === undefined) return services;
	const planned = await readPlan(planFile, ports, commit);
	if (services === undefined) return planned;
	const different = [
		...services.filter((name) => !planned.includes(name)),
		...planned.filter((name) => !services.includes(name)),
	];
	if (different.length > 0) {
		throw new UserError(
			"services-contradict",
			`Inputs 'services' and 'plan-file' name different services: ${different.slice(0, 10).join(", ")}`,
			{ input: "services", hint: "Give only one of the two, or take both from the same plan." },
		);
	}
	return services;
}

async function readPlan(file: string, ports: PlannedPorts, commit: string): Promise<readonly string[]> {
	const invalid = (why: string, cause?: unknown) =>
		new UserError("plan-file-invalid", `The plan in ${file} can't be read: ${why}`, {
			input: "plan-file",
			file,
			cause,
			hint: "Pass the 'result-file' of the action 'plan', downloaded whole.",
		});
	const content = await ports.read(file);
	if ("why" in content) throw invalid(content.why);
	let value: unknown;
	try {
		value = JSON.parse(content.text);
	} catch (cause) {
		throw invalid(cutText(errorMessage(cause), 200), cause);
	}
	const plan = planSchema.safeParse(value);
	if (!plan.success) throw invalid("it is no plan.result.v1");
	if (plan.data.head !== commit) {
		throw new UserError(
			"plan-file-stale",
			`The plan in ${file} is of commit ${plan.data.head.slice(0, 12)}, and the gate stands at ${commit.slice(0, 12)}`,
			{ input: "plan-file", file, hint: "Plan this commit in the same run." },
		);
	}
	return plan.data.services.map(({ service }) => service);
}
