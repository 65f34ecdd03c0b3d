import { describe, expect, it } from "vitest";
import { expandTags, repositoryIn, versionTag } from "#src/promotion/destination.js";
import { formatReference, parseRepository } from "#src/registry/name.js";

describe("the repository in an environment", () => {
	it.each([
		["ghcr.io/acme/shop/cart", "registry.internal:5000", "registry.internal:5000/shop/cart"],
		["ghcr.io/acme/cart", "ghcr.io/acme-staging", "ghcr.io/acme-staging/cart"],
		["localhost:5000/cart", "localhost:5001", "localhost:5001/cart"],
		["debian", "mirror.internal/hub/", "mirror.internal/hub/debian"],
		["ghcr.io/acme/shop/cart", "acme", "docker.io/acme/shop/cart"],
	])("of %s in %s is %s", (image, registry, expected) => {
		expect(formatReference(repositoryIn({ name: "x", registry }, parseRepository(image)))).toBe(expected);
	});

	it("is refused where the registry is none", () => {
		expect(() => repositoryIn({ name: "x", registry: "ACME_x!" }, parseRepository("ghcr.io/a/b"))).toThrow(
			/cannot be read/,
		);
	});
});

describe("tags from templates", () => {
	const values = { version: { value: "1.2.3" }, sha: { value: "a".repeat(40) } };

	it("stand for the version and the commit, each tag once", () => {
		expect(expandTags(["{version}", "v{version}", "{sha}", "latest", "1.2.3"], values)).toEqual([
			"1.2.3",
			"v1.2.3",
			"a".repeat(40),
			"latest",
		]);
	});

	it("know no other placeholder", () => {
		expect(() => expandTags(["{major}"], values)).toThrow(/unknown placeholder \{major\}/);
		expect(() => expandTags(["{}"], values)).toThrow(/unknown placeholder/);
	});

	it("say why a value is not known", () => {
		expect(() => expandTags(["{sha}"], { ...values, sha: { unknown: "no clone" } })).toThrow(
			/no value for \{sha\}: no clone/,
		);
	});

	it.each(["", "a b", ".x", "-x", "{version", "x/y", "1.2.3+b"])("refuse %j", (template) => {
		expect(() => expandTags([template], values)).toThrow(/is no tag/);
	});

	it("have an underscore for a version's plus", () => {
		expect(versionTag("1.2.3-0.main.4+main.gabc")).toBe("1.2.3-0.main.4_main.gabc");
	});
});
