import { describe, expect, it } from "vitest";
import { checkInside } from "#src/actions/promote/environment-places.js";
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
