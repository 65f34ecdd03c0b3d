import fc from "fast-check";
import picomatch from "picomatch";
import { describe, expect, it } from "vitest";
import { ownershipOf } from "#src/catalog/ownership.js";
import { undeclaredService } from "#src/catalog/repository.js";
import type { Service } from "#src/catalog/service.js";

const service = (name: string, path: string, more: Partial<Service> = {}): Service => ({
	...undeclaredService("acme/x"),
	name,
	path,
	manifest: path === "." ? "sluice.service.yaml" : `${path}/sluice.service.yaml`,
	...more,
});

/** `name`, with `-` for an ignored one and `>` for one that only builds from it. */
function touches(services: readonly Service[], path: string): string {
	return ownershipOf(services)
		.touches(path)
		.map((each) => `${each.through === "build" ? ">" : ""}${each.ignored ? "-" : ""}${each.service}`)
		.join(" ");
}

describe("ownershipOf", () => {
	const shop = [
		service("root", "."),
		service("a", "services/a", { inputs: ["pb/demo.proto", "libs/*/src", "services/b/docs/api.md"] }),
		service("inner", "services/a/inner"),
		service("b", "services/b", { buildsFrom: ["a"], ignore: ["/docs/", "*.TXT"] }),
		service("c", "services/c", { buildsFrom: ["b"] }),
	];

	it.each([
		["services/a/src/x.ts", "a >b >c"],
		["services/a/README.md", "-a >-b >-c"],
		["services/a/src/README.md", "a >b >c"],
		["services/a/inner/x.ts", "inner"],
		["services/a/inner/README.md", "-inner"],
		["services/a/innerx/y", "a >b >c"],
		["services/a/inner/sluice.service.yaml", "a >b >c inner root"],
		["services/a/gone/sluice.service.yaml", "a >b >c root"],
		["services/b/README.md", "b >c"],
		["services/b/docs/x.md", "-b >-c"],
		["services/b/docs/api.md", "a b >c"],
		["services/b/x.TXT", "-b >-c"],
		["services/b/x.txt", "b >c"],
		["services/b/.hidden", "b >c"],
		["pb/demo.proto", "a >b >c root"],
		["libs/x/src/deep/y", "a >b >c root"],
		["libs/x/test/y", "root"],
		["README.md", "-root"],
		["..odd/x", "root"],
	])("%s belongs to %s", (path, expected) => {
		expect(touches(shop, path)).toBe(expected);
	});

	it("answers by service", () => {
		const ownership = ownershipOf(shop);
		expect(ownership.changesService("a", "services/a/README.md")).toEqual({ owner: true, ignored: true });
		expect(ownership.changesService("c", "services/a/x")).toEqual({ owner: true, ignored: false });
		expect(ownership.changesService("inner", "services/a/x")).toEqual({ owner: false, ignored: false });
		expect(ownership.ownersOf("services/b/x")).toEqual(["b", "c"]);
		expect(ownership.folderOwner("services/a/inner/x")).toBe("inner");
		expect(ownershipOf([service("a", "a")]).folderOwner("b/x")).toBeUndefined();
	});

	it("never ignores the manifest, whatever the patterns", () => {
		expect(touches([service("a", "a", { ignore: ["*"] })], "a/sluice.service.yaml")).toBe("a");
		expect(touches([service("a", "a", { ignore: ["*"] })], "a/x")).toBe("-a");
	});

	it("takes circles of builds-from, which are errors elsewhere", () => {
		expect(
			touches([service("a", "a", { buildsFrom: ["b"] }), service("b", "b", { buildsFrom: ["a"] })], "a/x"),
		).toBe("a >b");
	});

	it("takes every pattern and path", () => {
		const text = fc.string({ unit: "binary", maxLength: 12 });
		fc.assert(
			fc.property(
				fc.array(text),
				text.filter((each) => /[^/]/.test(each)),
				(ignore, path) => {
					ownershipOf([service("a", ".", { ignore })]).touches(path.replace(/^\/+/, ""));
				},
			),
			{ numRuns: 500 },
		);
	});

	it("agrees with a plain search of folders and inputs", () => {
		const part = fc.constantFrom("a", "b", "ab", "c");
		const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));
		const input = fc.oneof(
			path,
			path.map((each) => `${each}/*`),
			fc.constant("**/c"),
		);
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.tuple(path, fc.array(input, { maxLength: 3 })), {
					selector: ([folder]) => folder,
					maxLength: 5,
				}),
				path,
				(folders, asked) => {
					const services = folders.map(([folder, inputs], index) =>
						service(`s${index}`, folder, { inputs, ignore: [] }),
					);
					const above = asked.split("/").map((_, index, parts) => parts.slice(0, index + 1).join("/"));
					const inFolder = services
						.filter((each) => above.includes(each.path))
						.sort((x, y) => y.path.length - x.path.length)[0]?.name;
					const expected = services
						.filter(
							(each) =>
								each.name === inFolder ||
								each.inputs.some((pattern) => above.some((at) => picomatch(pattern, { dot: true })(at))),
						)
						.map(({ name }) => name);
					expect(ownershipOf(services).ownersOf(asked)).toEqual(expected.sort());
				},
			),
			{ numRuns: 1000 },
		);
	});

	it("answers for 1,000 services and 100,000 paths", () => {
		const services = Array.from({ length: 1000 }, (_, index) =>
			service(`s${index}`, `services/s${index}`, {
				inputs: ["tools/pack.js", "pb/**/*.proto"],
				buildsFrom: index === 0 ? [] : ["s0"],
			}),
		);
		const ownership = ownershipOf(services);
		let owners = 0;
		for (let index = 0; index < 100_000; index++)
			owners += ownership.ownersOf(`services/s${1 + (index % 999)}/src/deep/er/f${index}.ts`).length;
		expect(owners).toBe(100_000);
	});
});
