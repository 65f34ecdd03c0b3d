import {
	BEHIND_THE_GATE,
	type Catalogue,
	type Endpoint,
	type Level,
	type Service,
} from "../../catalog/service.js";
import { UserError } from "../../runner/errors.js";
import { didYouMean, quote } from "../../runner/inputs.js";

/** Which commands a call of `run` means. Pure. */

export type Work =
	| { kind: "build"; endpoint: Endpoint }
	| { kind: "command"; name: "deploy" | "promote"; endpoint: Endpoint }
	| { kind: "levels"; levels: readonly Level[] };

/** The service that is named, or the only one there is. */
export function chooseService(catalogue: Catalogue, name: string | undefined): Service {
	const { services } = catalogue;
	const [only, ...others] = services;
	if (!catalogue.declared || only === undefined) throw noManifest(only?.name ?? name ?? "my-service");
	const names = services.map((each) => each.name);
	if (name === undefined) {
		if (others.length === 0) return only;
		throw new UserError("input-missing", "Input 'service' is required: the repository has several services", {
			input: "service",
			hint: `Name one of ${listed(names)}.`,
		});
	}
	const found = services.find((each) => each.name === name);
	if (found !== undefined) return found;
	throw new UserError("service-unknown", `There is no service ${quote(name)}`, {
		input: "service",
		hint: `There ${names.length === 1 ? "is" : "are"} ${listed(names)}.${didYouMean(name, names)}`,
	});
}

function noManifest(name: string): UserError {
	return new UserError(
		"manifest-missing",
		"The repository has no manifest, so there is no command that run could start",
		{
			hint: [
				"Write a file sluice.service.yaml in the service's folder (here for the repository's root):",
				`name: ${name}`,
				"build: make image",
				"test:",
				"  unit: {run: make test, results: reports/*.xml, coverage: coverage/lcov.info}",
			].join("\n"),
		},
	);
}

/** What `endpoint` names in a service's manifest. */
export function chooseWork(service: Service, endpoint: string): Work {
	const file = service.manifest;
	const undeclared = (what: string, hint: string) =>
		new UserError("endpoint-undeclared", `Service ${service.name} declares no ${what}`, {
			...(file === undefined ? {} : { file }),
			input: "endpoint",
			hint,
		});
	switch (endpoint) {
		case "build":
			if (service.build !== undefined) return { kind: "build", endpoint: service.build };
			throw undeclared("build", "Add 'build: <command>' to the manifest.");
		case "deploy":
			if (service.deploy !== undefined) return { kind: "command", name: "deploy", endpoint: service.deploy };
			throw undeclared(
				"command for deploy",
				"Add 'deploy: <command>' to the manifest. Targets that the suite deploys to by itself are not supported yet.",
			);
		case "promote":
			if ("run" in service.promote) return { kind: "command", name: "promote", endpoint: service.promote };
			throw undeclared(
				"command for promote",
				"Its promotion is the built-in one: use the action promote, or add 'promote: <command>' to the manifest.",
			);
		case "test": {
			const levels = service.levels.filter((each) => each.level !== BEHIND_THE_GATE);
			if (levels.length > 0) return { kind: "levels", levels };
			throw undeclared("level of tests but e2e", "Name it: 'endpoint: e2e'.");
		}
	}
	const level = service.levels.find((each) => each.level === endpoint);
	if (level !== undefined) return { kind: "levels", levels: [level] };
	const known = ["build", "test", "deploy", "promote", ...service.levels.map((each) => each.level)];
	throw undeclared(
		`endpoint or level ${quote(endpoint)}`,
		`There are build, test, deploy, promote, and the levels ${listed(service.levels.map((each) => each.level))}.${didYouMean(endpoint, known)}`,
	);
}

function listed(names: readonly string[]): string {
	const shown = names.slice(0, 20).join(", ");
	return names.length > 20 ? `${shown} and ${names.length - 20} more` : shown === "" ? "none" : shown;
}
