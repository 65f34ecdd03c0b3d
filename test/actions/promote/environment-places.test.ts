import { describe, expect, it } from "vitest";
import { checkInside, checkRequired } from "#src/actions/promote/environment-places.js";
import { parseRequirements } from "#src/attest/requirement.js";
import { parseDestination } from "#src/registry/name.js";

const items = (...destinations: string[]) =>
	destinations.map((destination) => ({ destination: parseDestination(destination) }));

describe("the destinations of a promotion to an environment", () => {
	const check = (registry: string, ...destinations: string[]) =>
		checkInside(items(...destinations), { name: "staging", registry }, []);

	it.each([
		["ghcr.io/acme", "ghcr.io/acme/cart"],
		["ghcr.io/acme/", "GHCR.io:443/acme/shop/cart:1"],
		["registry.internal:5000", "registry.internal:5000/cart"],
		["docker.io", "acme/cart"],
		["acme", "docker.io/acme/shop/cart"],
	])("in %s may be %s", (registry, destination) => expect(check(registry, destination)).toBeUndefined());

	it.each([
		["ghcr.io/acme", "ghcr.io/acme-lab/cart"],
		["ghcr.io/acme", "ghcr.io/acme"],
		["ghcr.io/acme", "ghcr.io:444/acme/cart"],
		["ghcr.io/acme", "oci-layout:ghcr.io/acme/cart:1"],
		["acme", "docker.io/library/cart"],
		["no registry", "ghcr.io/acme/cart"],
	])("in %s can't be %s", (registry, destination) =>
		expect(() => check(registry, destination)).toThrow(
			/is not in the environment "staging", whose registry is/,
		),
	);

	it("are all looked at", () =>
		expect(() => check("ghcr.io/acme", "ghcr.io/acme/a", "ghcr.io/lab/b")).toThrow(
			"ghcr.io/lab/b is not in",
		));
});

describe("a destination in an environment that requires evidence", () => {
	const environments = [
		{ name: "staging", registry: "ghcr.io/acme/staging" },
		{ name: "production", registry: "ghcr.io/acme", require: ["gate", "record:staging"] },
		{ name: "twin", registry: "ghcr.io/acme/" },
		{ name: "broken", registry: "https://", require: ["gate"] },
	];
	const check = (destination: string, to: string | undefined, ...require: string[]) =>
		checkRequired(items("elsewhere.internal/cart", destination), {
			to: environments.find(({ name }) => name === to),
			environments,
			asked: parseRequirements(require, { input: "require" }),
			insecure: [],
			file: "sluice.yaml",
		});

	it.each([
		["ghcr.io/acme/cart", undefined, [], "gate, record:staging"],
		["GHCR.io:443/acme/cart:1", undefined, ["gate", "signature"], "record:staging"],
		["ghcr.io/acme/cart", "staging", [], "gate, record:staging"],
	] as const)("%s with to: %s and %j is refused", (destination, to, require, missing) => {
		const hint = `Pass 'to: production', which asks for it and records the promotion, or add to 'require': ${missing}.`;
		expect(() => check(destination, to, ...require)).toThrow(
			expect.objectContaining({ code: "environment-bypassed", fault: "request", hint }),
		);
	});

	it.each([
		["ghcr.io/acme/cart", "production", []],
		["ghcr.io/acme/cart", "twin", []],
		["ghcr.io/acme/cart", undefined, ["gate", "record:staging", "signature"]],
		["ghcr.io/acme/staging/cart", undefined, []],
		["ghcr.io/acme-lab/cart", undefined, []],
		["oci-layout:ghcr.io/acme/cart:1", undefined, []],
	] as const)("%s with to: %s and %j is not", (destination, to, require) =>
		expect(check(destination, to, ...require)).toBeUndefined(),
	);
});
