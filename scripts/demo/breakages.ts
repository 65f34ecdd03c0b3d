import type { ActionRun } from "../../test/runner/spawn.ts";
import type { Holdings } from "./registries.ts";
import type { Breakage } from "./shop.ts";

/** How a broken run ended. */
export interface Stop {
	action: string;
	run: ActionRun;
	staging: Holdings;
	production: Holdings;
	/** Tags of git at origin. */
	tags: readonly string[];
}

const RELEASED = ["refs/tags/catalog/v1.0.0", "refs/tags/checkout/v1.0.0", "refs/tags/payments/v1.0.0"];

/** What of a broken run is not as it must be: nothing where the right action stopped it for the right reason. */
export function checkStopped(breakage: Breakage, stop: Stop): string[] {
	const wrong: string[] = [];
	const expect = (what: string, is: unknown, should: unknown) => {
		if (is !== should)
			wrong.push(`${what} is ${JSON.stringify(is)}, and should be ${JSON.stringify(should)}`);
	};
	const moved = [...stop.staging, ...stop.production].map(([repository]) => repository).join(", ");
	expect("what has a tag in a registry", moved, "");
	if (breakage === "registry") {
		expect("what stopped it", stop.action, "promote");
		expect("the outcome", stop.run.outputs.outcome, "rolled-back");
		return wrong;
	}
	expect("what stopped it", stop.action, "gate");
	expect("the tags of git", [...stop.tags].sort().join(" "), RELEASED.join(" "));
	const reason = stop.run.result?.reasons?.[0] ?? {};
	expect("the verdict", stop.run.outputs.verdict, breakage === "integration-outage" ? "held" : "closed");
	expect("the service of the first reason", reason.service, "checkout");
	if (breakage === "unit") expect("the level of the first reason", reason.level, "unit");
	if (breakage === "integration-outage") expect("the level of the first reason", reason.level, "integration");
	const named = {
		unit: /test/i,
		coverage: /lines that this change adds/,
		"integration-outage": /ENOTFOUND|EAI_AGAIN/,
	}[breakage];
	if (!named.test(String(reason.message)))
		wrong.push(`the first reason does not name the cause: ${JSON.stringify(reason.message)}`);
	return wrong;
}
