import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadCatalogue } from "#src/catalog/load.js";
import { openGit } from "#src/git/git.js";
import { memoryTree } from "#src/git/tree.js";
import { UserError } from "#src/runner/errors.js";
import { makeRepository } from "../git/repository.ts";

const OPTIONS = { configFile: "sluice.yaml", repositoryName: "Acme/My_Shop" };
const load = (files: Record<string, string>) => loadCatalogue(memoryTree(files), OPTIONS);
const M = "sluice.service.yaml";

/** Problems as `severity code place`. */
async function problems(files: Record<string, string>): Promise<string[]> {
	const catalogue = await load(files);
	return catalogue.problems.map(
		({ severity, code, file, line, column }) =>
			`${severity} ${code} ${[file, line, column].filter((part) => part !== undefined).join(":")}`,
	);
}

/** The messages and hints of one manifest in `a`. */
async function texts(manifest: string, others: Record<string, string> = {}): Promise<string> {
	const catalogue = await load({ [`a/${M}`]: manifest, ...others });
	return catalogue.problems.map(({ message, hint }) => `${message} | ${hint ?? ""}`).join("\n");
}

describe("loadCatalogue", () => {
	it("makes a service with every default and repository paths", async () => {
		const {
			services,
			problems: found,
			declared,
		} = await load({
			[`services/checkout/${M}`]: `
name: checkout
owner: team-shop
image: ghcr.io/acme/checkout
inputs: [/pb/demo.proto, src, ../lib/*.ts]
builds-from: [lib]
build: {run: make image, timeout: 10m, env: {PORT: 8080, DEBUG: true}, retries: 2, shell: sh -e -c}
test:
  integration: {run: make it, results: out/*.xml, coverage: [a.lcov, b.lcov], timeout: 90}
  unit: npm test
  thresholds: {lines: 80.5, ratchet: true}
deploy: ./ci/deploy.sh
start: {run: node server.js, port: 8080, ready: /healthz}
provides:
  - {api: checkout-api, version: 2.3.0, spec: openapi.yaml}
uses:
  - {api: lib-api, version: 2, env: LIB_URL, double: double.yaml}
  - {topic: news, version: 0.3, optional: true}
data:
  - {db: shop, schema: orders, access: owner, migrate: npm run migrate}
  - {db: shop, schema: users, access: read}
`,
			"services/checkout/openapi.yaml": "",
			"services/checkout/double.yaml": "",
			"services/checkout/src/a.ts": "",
			"pb/demo.proto": "",
			"services/lib/index.ts": "",
			[`services/lib/${M}`]: `
name: lib
test: make test
ignore: [/notes/]
promote: {tags: ["{version}"], move-tags: [latest]}
provides: [{api: lib-api, version: 2.9.1}, {topic: news, version: 0.3.7}]
data: [{db: shop, schema: users, access: owner, migrations: [/db/users]}]
`,
			"db/users/1.sql": "",
		});
		expect(found).toEqual([]);
		expect(declared).toBe(true);
		expect(services.map(({ name }) => name)).toEqual(["checkout", "lib"]);
		const shell = ["bash", "-eo", "pipefail", "-c"];
		const none = { shell, timeout: undefined, env: {}, retries: 0 };
		expect(services[0]).toEqual({
			name: "checkout",
			path: "services/checkout",
			manifest: `services/checkout/${M}`,
			owner: "team-shop",
			image: "ghcr.io/acme/checkout",
			inputs: ["pb/demo.proto", "services/checkout/src", "services/lib/*.ts"],
			buildsFrom: ["lib"],
			ignore: ["/*.md", "/docs/"],
			build: {
				run: "make image",
				shell: ["sh", "-e", "-c"],
				timeout: 600,
				env: { PORT: "8080", DEBUG: "true" },
				retries: 2,
			},
			levels: [
				{
					...none,
					level: "integration",
					run: "make it",
					timeout: 90,
					results: ["out/*.xml"],
					coverage: ["a.lcov", "b.lcov"],
					line: 9,
				},
				{ ...none, level: "unit", run: "npm test", results: [], coverage: [], line: 10 },
			],
			thresholds: { lines: 80.5, ratchet: true },
			deploy: { ...none, run: "./ci/deploy.sh" },
			promote: { tags: undefined, moveTags: undefined },
			start: { ...none, run: "node server.js", port: 8080, ready: "/healthz" },
			provides: [
				{ kind: "api", name: "checkout-api", version: "2.3.0", spec: "services/checkout/openapi.yaml" },
			],
			uses: [
				{
					kind: "api",
					name: "lib-api",
					range: "^2",
					env: "LIB_URL",
					double: "services/checkout/double.yaml",
					optional: false,
					line: 17,
				},
				{
					kind: "topic",
					name: "news",
					range: "~0.3",
					env: undefined,
					double: undefined,
					optional: true,
					line: 18,
				},
			],
			data: [
				{
					db: "shop",
					schema: "orders",
					engine: undefined,
					access: "owner",
					migrate: "npm run migrate",
					migrations: ["services/checkout/migrations"],
				},
				{
					db: "shop",
					schema: "users",
					engine: undefined,
					access: "read",
					migrate: undefined,
					migrations: [],
				},
			],
		});
		expect(services[1]).toMatchObject({
			levels: [{ level: "unit", run: "make test" }],
			ignore: ["/notes/"],
			promote: { tags: ["{version}"], moveTags: ["latest"] },
			data: [{ migrations: ["db/users"] }],
		});
	});

	it("is one service in a repository without manifests", async () => {
		const catalogue = await load({ "a.txt": "", [`node_modules/x/${M}`]: "name: x" });
		expect(catalogue).toMatchObject({ declared: false, problems: [], settings: {} });
		expect(catalogue.services).toMatchObject([
			{
				name: "my_shop",
				path: ".",
				manifest: undefined,
				image: "ghcr.io/acme/my_shop",
				levels: [],
				ignore: ["/*.md", "/docs/"],
			},
		]);
		const unnamed = await loadCatalogue(memoryTree({}), {
			configFile: "sluice.yaml",
			repositoryName: undefined,
		});
		expect(unnamed.services).toMatchObject([{ name: "repository", image: undefined }]);
	});

	it("keeps the settings of a repository without manifests", async () => {
		const {
			settings,
			declared,
			problems: found,
		} = await load({ "sluice.yaml": "version: {main: [trunk, 1.0], initial: 1.0.0}\nunowned: none" });
		expect(found).toEqual([]);
		expect(declared).toBe(false);
		expect(settings).toEqual({ version: { main: ["trunk", "1.0"], initial: "1.0.0" }, unowned: "none" });
	});

	it("reads the example shop", async () => {
		const files: Record<string, string> = { "tools/pack-image.js": "" };
		for (const path of readdirSync("examples/shop", { recursive: true, encoding: "utf8" }))
			if (/\.(ya?ml|js|py|sql)$/.test(path)) files[path] = readFileSync(`examples/shop/${path}`, "utf8");
		const { services, problems: found } = await load(files);
		expect(found).toEqual([]);
		expect(services.map(({ name }) => name)).toEqual(["catalog", "checkout", "payments"]);
	});

	it("reads the working tree and commits alike", async () => {
		await using repository = makeRepository({ [`a/${M}`]: "name: a\ntest: t", ".gitignore": "ignored/" });
		repository.write({ [`b/${M}`]: "name: b\ntest: t", [`ignored/${M}`]: "name: c\ntest: t" });
		const git = openGit({ directory: repository.directory, environment: process.env });
		const names = async (tree: Parameters<typeof loadCatalogue>[0]) =>
			(await loadCatalogue(tree, OPTIONS)).services.map(({ name }) => name);
		expect(await names(git.workingTree())).toEqual(["a", "b"]);
		expect(await names(git.tree(await git.head()))).toEqual(["a"]);
	});

	it("follows no link, and says so of manifests, settings and what a manifest names", async () => {
		await using repository = makeRepository({
			[`a/${M}`]: "name: a\ntest: t\ninputs: [/pb/a.proto, /libs/b]",
			"shared/b.yaml": "name: b\ntest: t",
			"shared/settings.yaml": "unowned: none",
			"real/a.proto": "",
		});
		const { directory } = repository;
		repository.git("config", "core.symlinks", "true");
		for (const folder of ["b", "pb", "node_modules/c"])
			mkdirSync(`${directory}/${folder}`, { recursive: true });
		symlinkSync("../shared/b.yaml", `${directory}/b/${M}`);
		symlinkSync("../../shared/b.yaml", `${directory}/node_modules/c/${M}`);
		symlinkSync("shared/settings.yaml", `${directory}/sluice.yaml`);
		symlinkSync("../real/a.proto", `${directory}/pb/a.proto`);
		symlinkSync("real", `${directory}/libs`);
		const git = openGit({ directory, environment: process.env });
		const told = async (tree: Parameters<typeof loadCatalogue>[0]) => {
			const { services, problems } = await loadCatalogue(tree, OPTIONS);
			expect(services.map(({ name }) => name)).toEqual(["a"]);
			return problems.map(({ severity, code, file, message }) => [severity, code, file, message]);
		};
		const link = (what: string) => `${what} is a symbolic link, which is not followed`;
		const expected = [
			["warning", "config-file-link", "sluice.yaml", link("sluice.yaml")],
			["warning", "manifest-link", `b/${M}`, link("This manifest")],
			["error", "path-unknown", `a/${M}`, link("'pb/a.proto'")],
			["error", "path-unknown", `a/${M}`, link("'libs'")],
		];
		expect(await told(git.workingTree())).toEqual(expected);
		expect(await told(git.tree(repository.commit("links")))).toEqual(expected);
	});

	it("refuses a file that is too large, by name", async () => {
		await using repository = makeRepository({ "a.txt": "" });
		mkdirSync(`${repository.directory}/a`);
		writeFileSync(`${repository.directory}/a/${M}`, `# ${"x".repeat(1024 * 1024)}`);
		const git = openGit({ directory: repository.directory, environment: process.env });
		await expect(loadCatalogue(git.workingTree(), OPTIONS)).rejects.toMatchObject({
			code: "file-too-large",
			place: { file: `a/${M}` },
		});
	});
});

describe("a manifest with a mistake", () => {
	it.each([
		["name: a\ntest: t\nownr: x", `unknown-key a/${M}:3:1`],
		["name: a\ntest: {unit: {run: t, resuls: x}}", `unknown-key a/${M}:2:23`],
		["name: a\ntest: {thresholds: {line: 80}, unit: t}", `unknown-key a/${M}:2:21`],
		["test: t", `missing-key a/${M}:1:1`],
		["name: A_b\ntest: t", `invalid-value a/${M}:1:7`],
		["name: [a]\ntest: t", `wrong-type a/${M}:1:7`],
		["name: a\ntest: {unit: true}", `wrong-type a/${M}:2:14`],
		["name: a\ntest: {unit: }", `wrong-type a/${M}:2:14`],
		["name: a\ntest: {thresholds: {lines: 80}}", `no-level a/${M}:2:7`],
		["name: a\ntest: {unit: {run: t, timeout: 10x}}", `invalid-value a/${M}:2:32`],
		["name: a\ntest: {unit: {run: t, timeout: 0s}}", `timeout-invalid a/${M}:2:32`],
		["name: a\ntest: {build: t}", `level-name a/${M}:2:15`],
		["name: a\ntest: {a.b: t}", `level-name a/${M}:2:13`],
		["name: a\ntest: {unit: {run: t, env: {A-B: x}}}", `env-name a/${M}:2:34`],
		["name: a\ntest: {unit: {run: t, env: {SLUICE_IMAGE: x}}}", `env-reserved a/${M}:2:43`],
		[
			"name: a\ntest: t\nuses: [{api: x, version: ^1, env: SLUICE_X, optional: true}]",
			`env-reserved a/${M}:3:35`,
		],
		["name: a\ntest: t\nimage: ghcr.io/x:latest/Y:1", `image-invalid a/${M}:3:8`],
		["name: a\ntest: t\ninputs: [../../x]", `path-invalid a/${M}:3:10`],
		["name: a\ntest: t\ninputs: [/nowhere]", `path-unknown a/${M}:3:10`],
		["name: a\ntest: t\nprovides: [{api: x, version: 1.10}]", `invalid-value a/${M}:3:30`],
		["name: a\ntest: t\nprovides: [{api: x, version: 01.1.0}]", `version-invalid a/${M}:3:30`],
		["name: a\ntest: t\nprovides: [{api: x, version: 1.0.0, spec: no.yaml}]", `path-unknown a/${M}:3:43`],
		["name: a\ntest: t\nprovides: [{api: x, topic: x, version: 1.0.0}]", `api-or-topic a/${M}:3:12`],
		["name: a\ntest: t\nuses: [{version: ^1}]", `api-or-topic a/${M}:3:8`],
		["name: a\ntest: t\nuses: [{api: x, version: newest}]", `range-invalid a/${M}:3:26`],
		["name: a\ntest: t\ndata: [{db: d, schema: s, access: admin}]", `value-not-allowed a/${M}:3:35`],
		["name: a\ntest: t\ndeploy: {target: kubernetes}", `deploy-target-not-supported a/${M}:3:9`],
		["name: a\ntest: t\ndeploy: {run: x, timeot: 5}", `unknown-key a/${M}:3:26`],
		["- name: a", `wrong-type a/${M}:1:1`],
		["just text", `wrong-type a/${M}:1:1`],
		["name: a\nname: b\ntest: t", `duplicate-key a/${M}:2:1`],
		["", `yaml-empty a/${M}:1:1`],
	])("is told with its place: %j", async (manifest, expected) => {
		expect(await problems({ [`a/${M}`]: manifest })).toContain(`error ${expected}`);
	});

	it("is told with a did-you-mean", async () => {
		expect(await texts("name: a\ntest: t\nprovide: []")).toContain("Did you mean 'provides'?");
		expect(await texts("name: a\ntest: {unit: {run: t, coverge: x}}")).toContain("Did you mean 'coverage'?");
		expect(await texts("name: a\ntest: t\ninputs: [/libs/comon]", { "libs/common/x": "" })).toContain(
			"Did you mean 'libs/common'?",
		);
		expect(
			await texts("name: a\ntest: t\nuses: [{api: cart-apy, version: 1}]", {
				[`b/${M}`]: "name: b\ntest: t\nprovides: [{api: cart-api, version: 1.0.0}]",
			}),
		).toContain("Did you mean 'cart-api'?");
	});

	it("warns of a glob that matches nothing", async () => {
		expect(await problems({ [`a/${M}`]: "name: a\ntest: t\ninputs: [/libs/*.go]" })).toEqual([
			`warning path-matches-nothing a/${M}:3:10`,
		]);
	});

	it("never throws, whatever its text", async () => {
		const key = fc.constantFrom(
			"name",
			"test",
			"uses",
			"provides",
			"data",
			"inputs",
			"deploy",
			"promote",
			"env",
			"unit",
			"run",
			"version",
			"api",
			"start",
			"x-y",
			"ignore",
			"services",
			"gate",
			"environments",
			"constructor",
			"toString",
		);
		const value = fc.letrec<{ any: unknown }>((tie) => ({
			any: fc.oneof(
				{ depthSize: "small" },
				fc.constantFrom("a", "1.2.3", "^1", 2, 1.1, true, null, "", "../..", "[", "**"),
				fc.array(tie("any"), { maxLength: 3 }),
				fc.dictionary(key, tie("any"), { maxKeys: 5 }),
			),
		})).any;
		await fc.assert(
			fc.asyncProperty(value, value, fc.string(), async (manifest, settings, junk) => {
				for (const text of [JSON.stringify(manifest), junk]) {
					try {
						await load({ [`a/${M}`]: text, "sluice.yaml": JSON.stringify(settings) });
					} catch (thrown) {
						if (!(thrown instanceof UserError)) throw thrown;
					}
				}
			}),
			{ numRuns: 500 },
		);
	});
});

describe("manifests that contradict each other", () => {
	const a = (rest: string) => `name: a\ntest: t\n${rest}`;
	const b = (rest: string) => `name: b\ntest: t\n${rest}`;
	it.each([
		["two services of one name", a(""), a(""), [`error service-twice b/${M}:1:7`]],
		[
			"an unknown service in builds-from",
			a("builds-from: [bb]"),
			b(""),
			[`error service-unknown a/${M}:3:15`],
		],
		[
			"a circle of builds-from",
			a("builds-from: [b]"),
			b("builds-from: [a]"),
			[`error builds-from-cycle b/${M}:3:15`],
		],
		["a service built from itself", a("builds-from: [a]"), b(""), [`error builds-from-cycle a/${M}:3:15`]],
		["an unknown API", a("uses: [{api: x, version: 1}]"), b(""), [`error api-unknown a/${M}:3:8`]],
		[
			"a topic that is an API",
			a("uses: [{topic: x, version: 1}]"),
			b("provides: [{api: x, version: 1.0.0}]"),
			[`error topic-unknown a/${M}:3:8`],
		],
		[
			"a range that the provider breaks",
			a("uses: [{api: x, version: ^1.2}]"),
			b("provides: [{api: x, version: 2.0.0}]"),
			[`error range-not-satisfied a/${M}:3:8`],
		],
		[
			"an optional one",
			a("uses: [{api: x, version: ^1.2, optional: true}]"),
			b("provides: [{api: x, version: 2.0.0}]"),
			[`warning range-not-satisfied a/${M}:3:8`],
		],
		[
			"the MINOR as seal below 1.0",
			a("uses: [{api: x, version: 0.3}]"),
			b("provides: [{api: x, version: 0.4.0}]"),
			[`error range-not-satisfied a/${M}:3:8`],
		],
		[
			"a provider of two MAJORs",
			a("uses: [{api: x, version: 1}]"),
			b("provides: [{api: x, version: 1.9.0}, {api: x, version: 2.0.0}]"),
			[],
		],
		[
			"one MAJOR provided twice",
			a(""),
			b("provides: [{api: x, version: 2.9.0}, {api: x, version: 2.0.0}]"),
			[`error provided-twice b/${M}:3:38`],
		],
		[
			"two owners of a schema",
			a("data: [{db: d, schema: s, access: owner}]"),
			b("data: [{db: d, schema: s, access: owner}]"),
			[`error schema-two-owners b/${M}:3:8`],
		],
		[
			"a schema twice",
			a("data: [{db: d, schema: s, access: owner}, {db: d, schema: s, access: read}]"),
			b(""),
			[`error schema-twice a/${M}:3:43`],
		],
		[
			"an unknown schema",
			a("data: [{db: d, schema: s, access: read}]"),
			b(""),
			[`error schema-unknown a/${M}:3:8`],
		],
	])("%s", async (_, first, second, expected) => {
		expect(await problems({ [`a/${M}`]: first, [`b/${M}`]: second })).toEqual(expected);
	});

	it("does not call unknown what a broken manifest may declare", async () => {
		expect(
			await problems({
				[`a/${M}`]: a("uses: [{api: x, version: 1}]\nbuilds-from: [b]"),
				[`b/${M}`]: b("oops: 1"),
			}),
		).toEqual([`error unknown-key b/${M}:3:1`]);
	});

	it("names the whole circle", async () => {
		const files = Object.fromEntries(
			["a", "b", "c"].map((name, index, all) => [
				`${name}/${M}`,
				`name: ${name}\ntest: t\nbuilds-from: [${all[(index + 1) % 3]}]`,
			]),
		);
		const { problems: found } = await load(files);
		expect(found.map(({ message }) => message)).toEqual([
			"Services build from each other in a circle: a → b → c → a",
		]);
	});
});

describe("sluice.yaml", () => {
	const service = (name: string) => ({ [`services/${name}/${M}`]: `name: ${name}\ntest: t` });
	it.each([
		["services: [services/*]", []],
		["# nothing yet", []],
		["servces: [x]", ["error unknown-key sluice.yaml:1:1"]],
		["services: []", ["error services-empty sluice.yaml:1:11"]],
		["services: [services/b, services/*]", ["error service-without-manifest sluice.yaml:1:12"]],
		[
			"services: [libs/*]",
			["error service-without-manifest sluice.yaml:1:12", `notice manifest-not-listed services/a/${M}`],
		],
		[
			"services: ['!services/a']",
			["error path-invalid sluice.yaml:1:12", `notice manifest-not-listed services/a/${M}`],
		],
		["unowned: some", ["error value-not-allowed sluice.yaml:1:10"]],
		["version: {tag: 'v{service}'}", ["error tag-form-invalid sluice.yaml:1:16"]],
		["version: {tag: '{version}'}", []],
		["version: {initial: 1.0}", ["error version-invalid sluice.yaml:1:20"]],
		["gate: {infrastructure: {patterns: ['*', ok-now]}}", ["error pattern-too-wide sluice.yaml:1:36"]],
		[
			"gate: {exclude: ['../x', '!a']}",
			["error pattern-invalid sluice.yaml:1:18", "error pattern-invalid sluice.yaml:1:26"],
		],
		["gate: {quarantine: [{test: x, service: b}]}", ["warning service-unknown sluice.yaml:1:40"]],
		[
			"environments: [{name: a, registry: r}, {name: a, registry: s}]",
			["error environment-twice sluice.yaml:1:47"],
		],
		["environments: [{name: a, registry: 'https://r'}]", ["error registry-invalid sluice.yaml:1:36"]],
		[
			"environments: [{name: a, registry: r, require: [gate, record:b, gates]}]",
			["error environment-unknown sluice.yaml:1:55", "error requirement-unknown sluice.yaml:1:65"],
		],
	])("%s", async (text, expected) => {
		expect(await problems({ "sluice.yaml": text, ...service("a") })).toEqual(expected);
	});

	it("must not give several services one tag", async () => {
		const files = { "sluice.yaml": "version: {tag: 'v{version}'}", ...service("a"), ...service("b") };
		expect(await problems(files)).toEqual(["error tag-form-shared sluice.yaml:1:16"]);
	});

	it("may have another name, which must exist then", async () => {
		const options = { configFile: "./ci/sluice.yaml", repositoryName: undefined };
		const found = await loadCatalogue(memoryTree({ "ci/sluice.yaml": "unowned: none" }), options);
		expect(found.settings).toEqual({ unowned: "none" });
		const missing = await loadCatalogue(memoryTree({}), options);
		expect(missing.problems).toMatchObject([{ code: "config-file-missing", file: "ci/sluice.yaml" }]);
	});

	it("and manifests by a near name are told", async () => {
		expect(await problems({ "sluice.yml": "", "a/sluice.service.yml": "" })).toEqual([
			"error config-file-misnamed sluice.yml",
			"error manifest-misnamed a/sluice.service.yml",
		]);
	});
});
