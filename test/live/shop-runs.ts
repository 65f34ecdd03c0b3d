import type { ActRun } from "../workflows/act.ts";
import { type ActResult, type ActStep, jobOf, stepOf } from "../workflows/act-log.ts";

/** What the runs of the shop's workflows say. */

/** The result of each job by its id, with the values of its matrix: `test catalog unit`. */
export function resultsOf(run: ActRun): Record<string, ActResult> {
	const results: Record<string, ActResult> = {};
	for (const { id, matrix, result } of run.jobs) {
		const name = [id, matrix.service, matrix.level].filter((part) => part !== undefined).join(" ");
		if (results[name] !== undefined) throw new Error(`two jobs are '${name}'`);
		results[name] = result;
	}
	return results;
}

/** The names of a job's legs for these services, as `resultsOf` has them. */
export function legs(job: string, services: readonly string[]): string[] {
	if (job === "test")
		return services.flatMap((service) => [`test ${service} unit`, `test ${service} integration`]);
	return services.map((service) => `${job} ${service}`);
}

/** The one step of a job that uses an action of this project. */
export function actionStep(
	run: ActRun,
	job: string,
	action: string,
	matrix: Record<string, unknown> = {},
): ActStep {
	return stepOf(jobOf(run.jobs, job, { matrix }), `sluice-actions/sluice/actions/${action}@`);
}

/** The outputs of that step. */
export function outputsOf(run: ActRun, job: string, action: string): Record<string, string> {
	return Object.fromEntries(actionStep(run, job, action).outputs);
}

/** The digest of each service's image, from the steps that built them. */
export function builtDigests(run: ActRun, services: readonly string[]): Record<string, string> {
	return Object.fromEntries(
		services.map((service) => [
			service,
			actionStep(run, "build", "run", { service }).outputs.get("digest") ?? "",
		]),
	);
}
