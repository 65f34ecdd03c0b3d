import { describe, expect, it } from "vitest";
import { loadCatalogue } from "#src/catalog/load.js";
import { FileList } from "#src/catalog/paths.js";
import { memoryTree } from "#src/git/tree.js";
import { classifierOf } from "#src/graph/changes.js";
import { graphOf } from "#src/graph/graph.js";

const M = "sluice.service.yaml";
const load = async (files: Record<string, string>) => {
	const catalogue = await loadCatalogue(memoryTree(files), {
		configFile: "sluice.yaml",
		repositoryName: "acme/x",
	});
	expect(catalogue.problems.filter(({ severity }) => severity === "error")).toEqual([]);
	return catalogue;
};

const SHOP = {
	[`catalog/${M}`]:
		"name: catalog\ntest: t\nprovides: [{api: catalog-api, version: 1.2.0, spec: docs/api.yaml}]\ndata: [{db: shop, schema: stock, access: owner, migrations: [/db/stock, migrations]}]",
	"catalog/docs/api.yaml": "",
	"catalog/migrations/1.sql": "",
	"db/stock/1.sql": "",
	[`checkout/${M}`]:
		"name: checkout\ntest: t\nuses: [{api: catalog-api, version: 1, double: double.yaml}]\ndata: [{db: shop, schema: stock, access: read}]\nbuilds-from: [lib]",
	"checkout/double.yaml": "",
	[`lib/${M}`]: "name: lib\ntest: t",
};

/** `service class file` for each changed service, and unowned files with `?`. */
async function classes(
	head: Record<string, string>,
	paths: readonly (string | { path: string; from: string })[],
	base?: Record<string, string>,
): Promise<string[]> {
	const list = new FileList(Object.keys(head).sort());
	const classifier = classifierOf({
		head: (await load(head)).services,
		base: base === undefined ? undefined : (await load(base)).services,
		settingsFile: "sluice.yaml",
		remains: (folder) => list.isFolder(folder),
	});
	const files = paths.map((each) =>
		typeof each === "string" ? { path: each, status: "modified" } : { ...each, status: "renamed" },
	);
	const { changes, unowned } = classifier.classify(files);
	return [
		...[...changes].map(([name, { change, schemas, file }]) => [name, change, ...schemas, file].join(" ")),
		...unowned.map((each) => `? ${each}`),
	].sort();
}

describe("the class of a change", () => {
	it.each([
		[["catalog/src/a.js"], ["catalog internal catalog/src/a.js"]],
		[["catalog/README.md"], ["catalog docs catalog/README.md"]],
		[["catalog/README.md", "catalog/z"], ["catalog internal catalog/z"]],
		// The description counts although its folder is ignored.
		[["catalog/docs/api.yaml", "catalog/a"], ["catalog contract catalog/docs/api.yaml"]],
		[
			["catalog/migrations/2.sql", "catalog/docs/api.yaml"],
			["catalog schema shop/stock catalog/migrations/2.sql"],
		],
		// Outside of every folder the owner is the one that changes.
		[["db/stock/2.sql"], ["catalog schema shop/stock db/stock/2.sql"]],
		[["lib/x"], ["lib internal lib/x"]],
		[
			["README.md", "docs/x", "Makefile", ".github/workflows/ci.yml"],
			["? .github/workflows/ci.yml", "? Makefile"],
		],
		[[{ from: "lib/x", path: "checkout/x" }], ["checkout internal checkout/x", "lib internal lib/x"]],
		[[], []],
	])("%j", async (paths, expected) => {
		expect(await classes(SHOP, paths)).toEqual(expected);
	});

	it("ignores only what base and head both ignore", async () => {
		const base = { [`a/${M}`]: "name: a\ntest: t\nignore: [/docs/]" };
		const head = { [`a/${M}`]: "name: a\ntest: t\nignore: ['*']" };
		expect(await classes(head, ["a/src/x", "a/docs/y"], base)).toEqual(["a internal a/src/x"]);
		expect(await classes(head, ["a/docs/y"], base)).toEqual(["a docs a/docs/y"]);
		expect(await classes(head, ["a/src/x"])).toEqual(["a docs a/src/x"]);
	});

	it("keeps an input that the change takes out", async () => {
		const base = { [`a/${M}`]: "name: a\ntest: t\ninputs: [/pb]", "pb/x": "" };
		expect(await classes({ [`a/${M}`]: "name: a\ntest: t", "pb/x": "" }, ["pb/x"], base)).toEqual([
			"a internal pb/x",
		]);
	});

	it("knows a service by its folder, also under another name", async () => {
		const base = { [`a/${M}`]: "name: old\ntest: t" };
		expect(await classes({ [`a/${M}`]: "name: new\ntest: t" }, [`a/${M}`], base)).toEqual([
			`new internal a/${M}`,
		]);
	});

	it("keeps a service whose manifest is deleted while files remain, and no other", async () => {
		const base = { [`a/${M}`]: "name: a\ntest: t", "a/x": "", [`b/${M}`]: "name: b\ntest: t" };
		expect(await classes({ "a/x": "", [`b/${M}`]: "name: b\ntest: t" }, [`a/${M}`], base)).toEqual([
			`a internal a/${M}`,
		]);
		expect(await classes({ [`b/${M}`]: "name: b\ntest: t" }, [`a/${M}`, "a/x"], base)).toEqual([]);
	});
});

describe("graphOf", () => {
	it("has the declared edges, from the user to the used", async () => {
		expect(graphOf(await load(SHOP))).toEqual({
			services: [
				{
					name: "catalog",
					path: "catalog",
					provides: [{ kind: "api", name: "catalog-api", version: "1.2.0" }],
				},
				{ name: "checkout", path: "checkout", provides: [] },
				{ name: "lib", path: "lib", provides: [] },
			],
			edges: [
				{
					from: "checkout",
					to: "catalog",
					kind: "api",
					via: "catalog-api",
					optional: false,
					source: `checkout/${M}`,
					double: "checkout/double.yaml",
				},
				{
					from: "checkout",
					to: "catalog",
					kind: "data",
					via: "shop/stock",
					optional: false,
					source: `checkout/${M}`,
				},
				{
					from: "checkout",
					to: "lib",
					kind: "build",
					via: "builds-from",
					optional: false,
					source: `checkout/${M}`,
				},
			],
		});
	});

	it("leads to the provider whose version is in the range", async () => {
		const graph = graphOf(
			await load({
				[`a/${M}`]: "name: a\ntest: t\nuses: [{api: x, version: 2, optional: true}]",
				[`b/${M}`]: "name: b\ntest: t\nprovides: [{api: x, version: 1.0.0}]",
				[`c/${M}`]: "name: c\ntest: t\nprovides: [{api: x, version: 2.0.0}]",
			}),
		);
		expect(graph.edges).toEqual([
			{ from: "a", to: "c", kind: "api", via: "x", optional: true, source: `a/${M}` },
		]);
	});

	it("needs a double for each range where an API is used twice", async () => {
		const graph = graphOf(
			await load({
				[`a/${M}`]:
					"name: a\ntest: t\nuses: [{api: x, version: 2, optional: true, double: d}, {api: x, version: 1}]",
				"a/d": "",
				[`b/${M}`]: "name: b\ntest: t\nprovides: [{api: x, version: 1.0.0}, {api: x, version: 2.0.0}]",
			}),
		);
		expect(graph.edges).toEqual([
			{ from: "a", to: "b", kind: "api", via: "x", optional: false, source: `a/${M}` },
		]);
	});
});

describe("the settings", () => {
	it("are of all services, also where a service lies in the root", async () => {
		const head = {
			[M]: "name: root\ntest: t",
			[`s/${M}`]: "name: s\ntest: t",
			"sluice.yaml": "unowned: all",
		};
		expect(await classes(head, ["sluice.yaml"])).toEqual(["? sluice.yaml", "root internal sluice.yaml"]);
		expect(await classes({ [M]: "name: root\ntest: t" }, ["sluice.yaml"])).toEqual([
			"root internal sluice.yaml",
		]);
	});
});
