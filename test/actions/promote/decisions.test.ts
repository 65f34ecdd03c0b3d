import { describe, expect, it } from "vitest";
import { promoteAction } from "#src/actions/promote/action.js";
import { builtDigest, type EvidenceFile } from "#src/actions/promote/built.js";
import { declaredLevels } from "#src/actions/promote/declared-levels.js";
import { checkPlaces } from "#src/actions/promote/environment.js";
import { imageItems, parseImageLines } from "#src/actions/promote/image-lines.js";
import { INPUTS, type PromoteInputs, parseInputs } from "#src/actions/promote/inputs.js";
import { report } from "#src/actions/promote/report.js";
import { type PromoteResult, promoteResultSchema } from "#src/actions/promote/result.js";
import { promotedServices } from "#src/actions/promote/service-items.js";
import { checkVersionNames, parseVersions } from "#src/actions/promote/versions.js";
import { loadCatalogue } from "#src/catalog/load.js";
import { memoryTree } from "#src/git/tree.js";
import { formatReference } from "#src/registry/name.js";
import { Inputs } from "#src/runner/inputs.js";
import { item } from "../../promotion/fixture.ts";

const parse = (values: Record<string, string>): PromoteInputs =>
	parseInputs(new Inputs(INPUTS, new Map(Object.entries(values))));

const IMAGES = "ghcr.io/acme/cart:1 => registry.internal/cart:1";

describe("the inputs of promote", () => {
	it("have the defaults of the contract", () => {
		expect(parse({ images: IMAGES })).toMatchObject({
			referrers: true,
			onFailure: "roll-back",
			heal: false,
			dryRun: false,
			tags: undefined,
			moveTags: undefined,
			planDigest: undefined,
			set: { kind: "images", to: undefined },
		});
	});

	it.each([
		[{}, /Neither 'images' nor 'services' is given/],
		[{ images: IMAGES, services: "cart", to: "x" }, /'images' and 'services' are both given/],
		[{ services: "cart" }, /'services' is given without 'to'/],
		[{ services: "[]", to: "x" }, /'services' names nothing to promote/],
		[{ images: "# nothing" }, /'images' names nothing to promote/],
		[{ services: "cart", from: "prod", to: "prod" }, /'from' and 'to' are the same environment/],
		[{ images: IMAGES, versions: "cart=1.2.3" }, /'versions' is given with 'images'/],
		[{ images: IMAGES, from: "staging" }, /'from' is given with 'images'/],
		[{ images: IMAGES, "plan-digest": "sha256:1" }, /'plan-digest' is "sha256:1", which is no digest/],
		[{ images: IMAGES, journal: "x.json" }, /'journal' is given without 'plan-digest'/],
		[{ images: IMAGES, "move-tags": "lat?st" }, /is no pattern of tags/],
		[{ images: IMAGES, "on-failure": "ignore" }, /'on-failure' is "ignore"/],
		[{ images: IMAGES, concurrency: "0" }, /'concurrency' is "0"/],
		[
			{ images: IMAGES, platforms: "linux/amd64", require: "gate", trust: "repository: acme/shop" },
			/makes another image, and Input .require. is given too/,
		],
		[{ images: IMAGES, require: "gate" }, /'require' is given without 'trust'/],
		[{ images: IMAGES, require: "gat", trust: "repository: a/b" }, /"gat", which is no evidence/],
		[{ images: IMAGES, trust: "repo: a/b" }, /'trust' has the unknown key/],
		[{ images: IMAGES, "signing-key": "x" }, /'signing-key' is no private key in PEM/],
		[{ images: IMAGES, sigstore: "x" }, /'sigstore' is neither a name/],
		[{ images: IMAGES, "insecure-registries": "https://x" }, /is not a registry's address/],
	] as [Record<string, string>, RegExp][])("refuse %j", (values, expected) => {
		expect(() => parse(values)).toThrow(expected);
	});

	it.each([
		["ghcr.io/acme/cart => x.io/cart:1", /has neither a tag nor a digest/],
		["ghcr.io/acme/Cart:1 => x.io/cart:1", /a repository is lower-case/],
		["ghcr.io/a/b:1 => x.io/c:1 => y.io/d:1", /can't be read/],
		["ghcr.io/a/b:1 =>", /can't be read/],
		[`ghcr.io/a/b:1 => x.io/c@sha256:${"a".repeat(64)}`, /has a digest/],
		[`ghcr.io/a/b:1 => oci-layout:x@sha256:${"a".repeat(64)}`, /has a digest/],
		["ghcr.io/a/b:1 => oci-layout:", /the folder is missing/],
	])("refuse the line %s", (line, expected) => {
		expect(() => parse({ images: line })).toThrow(expected);
	});
});

describe("lines of images", () => {
	const to = { name: "production", registry: "prod.internal/eu" };
	const items = (lines: string[], settings = {}) =>
		imageItems(parseImageLines(lines), {
			to: undefined,
			tags: undefined,
			moveTags: [],
			sha: undefined,
			...settings,
		}).map(({ destination, tags }) => `${formatReference(destination)} ${tags.join(",")}`);

	it("take the destination from the environment, and tags from the input", () => {
		expect(items(["ghcr.io/acme/shop/cart:1"], { to })).toEqual(["prod.internal/eu/shop/cart "]);
		expect(
			items(["ghcr.io/acme/cart:1 => x.io/a", "oci-layout:a/b => x.io/b:7"], {
				tags: ["{sha}", "new"],
				sha: "f".repeat(40),
			}),
		).toEqual([`x.io/a ${"f".repeat(40)},new`, "x.io/b 7"]);
	});

	it("refuse what has no destination, and what would be ignored", () => {
		expect(() => items(["ghcr.io/acme/cart:1"])).toThrow(/has no destination/);
		expect(() => items(["oci-layout:a"], { to })).toThrow(/a folder names no repository/);
		expect(items(["a.io/b:1 => oci-layout:./out//x/:2"])).toEqual(["oci-layout:out/x 2"]);
		expect(() => items(["a.io/b:1 => x.io/b:7"], { tags: ["new"] })).toThrow(
			/every destination in 'images' has a tag/,
		);
		expect(() => items(["a.io/b:1 => x.io/b"], { tags: ["{version}"] })).toThrow(/no value for \{version\}/);
	});
});

describe("two environments", () => {
	const check = (from: string, to: string, insecure: string[] = []) =>
		checkPlaces(
			{ name: "staging", registry: from },
			{ name: "production", registry: to },
			{ insecure, file: "sluice.yaml" },
		);

	it.each([
		["ghcr.io/acme", "ghcr.io/acme"],
		["ghcr.io/acme", "ghcr.io/acme//"],
		["ghcr.io/acme", "GHCR.io:443/acme"],
		["docker.io/acme", "index.docker.io/acme/"],
		["127.0.0.1", "127.0.0.1:80"],
	])("%s and %s are one place", (from, to) =>
		expect(() => check(from, to)).toThrow(/"staging" and "production" are one registry/),
	);

	it.each([
		["ghcr.io/acme", "ghcr.io/acme-production"],
		["ghcr.io/acme", "ghcr.io:444/acme"],
		["127.0.0.1:443", "127.0.0.1"],
	])("%s and %s are two", (from, to) => expect(check(from, to)).toBeUndefined());

	it("are one at the port of http where it is spoken", () => {
		expect(() => check("x.internal/a", "x.internal:80/a", ["x.internal"])).toThrow(/are one registry/);
		expect(check("x.internal/a", "x.internal:443/a", ["x.internal"])).toBeUndefined();
	});
});

describe("the levels that a verdict must cover", () => {
	const catalogue = () =>
		loadCatalogue(
			memoryTree({
				"cart/sluice.service.yaml":
					"name: cart\nimage: ghcr.io/acme/shop/cart\ntest: {unit: make unit, e2e: make e2e}\n",
				"lib/sluice.service.yaml": "name: lib\ntest: make test\n",
				"sluice.yaml": "environments:\n  - {name: staging, registry: staging.internal/eu}\n",
			}),
			{ configFile: "sluice.yaml", repositoryName: "acme/shop" },
		);
	const of = async (line: string, service?: string) => {
		const all = await catalogue();
		expect(all.problems).toEqual([]);
		const { environments = [] } = all.settings;
		return declaredLevels(item(line, { service }), all, environments, []);
	};

	it.each([
		["by its service", "x.io/a:1 => y.io/a", "cart"],
		["by the image of its manifest", "ghcr.io:443/acme/shop/cart:1 => y.io/a", undefined],
		["by an environment that it comes from", "staging.internal/eu/shop/cart:1 => y.io/a", undefined],
		["by an environment that it goes to", "oci-layout:image => staging.internal/eu/shop/cart", undefined],
	])("are known %s", async (_, line, service) =>
		expect(await of(line, service)).toEqual(["cart:unit", "cart:e2e"]),
	);

	it("are not known of any other image", async () => {
		expect(await of("ghcr.io/acme/shop/catalog:1 => y.io/shop/cart")).toBeUndefined();
		const none = await loadCatalogue(memoryTree({}), {
			configFile: "sluice.yaml",
			repositoryName: "acme/shop",
		});
		const own = item("ghcr.io/acme/shop:1 => y.io/shop");
		expect(declaredLevels(own, none, [], [])).toBeUndefined();
	});
});

describe("versions", () => {
	it("are lines or the JSON of version", () => {
		const expected = new Map([
			["cart", "1.2.3"],
			["catalog", "2.0.0-0.main.1+main.gabc"],
		]);
		expect(parseVersions("cart=1.2.3\r\ncatalog = 2.0.0-0.main.1+main.gabc")).toEqual(expected);
		expect(parseVersions(JSON.stringify(Object.fromEntries(expected)))).toEqual(expected);
		expect(parseVersions(undefined)).toBeUndefined();
	});

	it.each([
		"cart",
		"cart=1.2",
		"cart=v1.2.3",
		"=1.2.3",
		"cart=1.2.3=4",
		'{"cart":1}',
		"{",
		"cart=1.2.3\ncart=1.2.4",
	])("refuse %j", (text) => expect(() => parseVersions(text)).toThrow(/Input 'versions'/));

	it("refuse a name that no service has, with the nearest", () => {
		expect(() => checkVersionNames(new Map([["crat", "1.0.0"]]), ["cart", "catalog"])).toThrow(
			/no service "crat"/,
		);
	});
});

describe("the digest that a build left", () => {
	const HEAD = "a".repeat(40);
	const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
	const found = (more: Partial<EvidenceFile["evidence"]>, file = "x.json"): EvidenceFile => ({
		file,
		evidence: {
			...{
				schema: "evidence.v1",
				service: "cart",
				level: "build",
				leg: "main",
				legs: 1,
				commit: HEAD,
				run: "1",
			},
			...{
				attempt: 1,
				job: "build",
				outcome: "passed",
				reason: "",
				exitCode: 0,
				version: null,
				digest: digest("b"),
			},
			...{ declares: { results: false, coverage: false }, tests: null, notable: [], notableLeft: 0 },
			...{ coverage: null, output: null },
			...more,
		} as EvidenceFile["evidence"],
	});

	it("is that of the newest attempt of this commit", () => {
		expect(builtDigest("cart", HEAD, [])).toBeUndefined();
		expect(
			builtDigest("cart", HEAD, [found({ service: "catalog" }), found({ level: "unit" })]),
		).toBeUndefined();
		expect(
			builtDigest("cart", HEAD, [
				found({ attempt: 2, digest: digest("c") }),
				found({ outcome: "failed", digest: null }),
				found({ commit: "f".repeat(40), digest: digest("d") }),
			]),
		).toBe(digest("c"));
	});

	it.each([
		["another commit's", [found({ commit: "f".repeat(40) })], /is of ffffffffffff, and HEAD is aaaaaaaaaaaa/],
		[
			"failed at last",
			[found({}), found({ attempt: 2, outcome: "failed", digest: null })],
			/has the outcome failed/,
		],
		[
			"infrastructure",
			[found({ outcome: "infrastructure", digest: null })],
			/has the outcome infrastructure/,
		],
		["without a digest", [found({ digest: null })], /left no digest/],
		["contradicting", [found({}), found({ leg: "arm", digest: digest("c") })], /contradicts itself/],
		["of two runs that differ", [found({}), found({ run: "2", digest: digest("c") })], /contradicts itself/],
		["twice of one attempt", [found({}), found({ digest: digest("c") }, "y.json")], /contradicts itself/],
	])("is refused when the evidence is %s", (_, evidence, expected) => {
		expect(() => builtDigest("cart", HEAD, evidence)).toThrow(expected);
	});
});

describe("services", () => {
	const catalogue = () =>
		loadCatalogue(
			memoryTree({
				"cart/sluice.service.yaml": "name: cart\nimage: ghcr.io/acme/cart\ntest: make test\n",
				"lib/sluice.service.yaml": "name: lib\ntest: make test\n",
				"own/sluice.service.yaml":
					"name: own\nimage: ghcr.io/acme/own\ntest: make test\npromote: ./promote.sh\n",
			}),
			{ configFile: "sluice.yaml", repositoryName: "acme/shop" },
		);

	it.each([
		["crat", /no service "crat" in this repository/],
		["lib", /lib declares no image/],
		["own", /own is a command of its own/],
	])("refuse %s", async (name, expected) => {
		const all = await catalogue();
		expect(all.problems).toEqual([]);
		expect(() => promotedServices(all, [name])).toThrow(expected);
	});
});

describe("the report", () => {
	const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
	const result: PromoteResult = {
		schema: "promote.result.v1",
		outcome: "promoted",
		cause: null,
		dryRun: false,
		planDigest: digest("f"),
		images: [
			{
				service: null,
				source: "ghcr.io/acme/cart:1.0.0",
				destination: "registry.internal/cart",
				digest: digest("a"),
				mediaType: "application/vnd.oci.image.manifest.v1+json",
				status: "promoted",
				tags: [
					{ tag: "1.0.0", before: null, after: digest("a"), mayStay: true },
					{ tag: "latest", before: digest("b"), after: digest("a"), mayStay: false },
				],
				referrers: [{ digest: digest("c"), artifactType: null }],
				evidence: [{ requirement: "gate", attestation: digest("d"), signer: "https://github.com/acme/shop" }],
			},
		],
		digests: { cart: digest("a") },
		bytes: { moved: 1_500_000, mounted: 0, present: 20 },
		requests: { source: 5, destination: 12 },
		rolledBack: [],
		residue: [],
		records: [],
		problems: [],
	};
	const inputs = parse({ images: IMAGES });

	it("has the verdict first, the table, the figures and the picture", () => {
		const { headline, markdown, outputs, exitCode } = report(result, inputs);
		expect(promoteResultSchema.parse(result)).toEqual(result);
		expect(headline).toBe("promote promoted: 1 image, 2 tags set, 1.5 MB moved");
		expect(exitCode).toBe(0);
		expect(markdown.split("\n")[0]).toBe("### promote: promoted");
		expect(markdown).toContain(
			"<code>latest</code> <code>sha256&#58;bbbbbbbbbbbb</code> → <code>sha256&#58;aaaaaaaaaaaa</code>",
		);
		expect(markdown).toContain("<code>1.0.0</code> new → <code>sha256&#58;aaaaaaaaaaaa</code><br>");
		expect(markdown).toContain(`Plan <code>${digest("f").replace(":", "&#58;")}</code>\n`);
		expect(markdown).toContain("1 referrer");
		expect(markdown).toContain(
			's0["ghcr.io/acme/cart:1.0.0"] -->|"1.0.0 latest"| d0["registry.internal/cart"]',
		);
		expect(outputs).toEqual({
			outcome: "promoted",
			digests: JSON.stringify({ cart: digest("a") }),
			bytes: "1500000",
			requests: "17",
			"plan-digest": digest("f"),
		});
	});

	it("has bytes in the unit that people read, rounded into it", () => {
		const moved = (bytes: number) =>
			report({ ...result, bytes: { ...result.bytes, moved: bytes } }, inputs)
				.headline.split(", ")
				.at(-1);
		expect([moved(0), moved(999_960)]).toEqual(["0 bytes moved", "1.0 MB moved"]);
	});

	it.each([
		["rule", 1],
		["request", 2],
		["outside", 3],
	] as const)("has the exit code of the cause %s", (cause, expected) => {
		const problems = [{ severity: "error" as const, code: "x", message: "it broke", hint: "mend it" }];
		const told = report({ ...result, outcome: "rolled-back", cause, problems }, inputs);
		expect(told.exitCode).toBe(expected);
		expect(told.headline).toBe("promote rolled-back: 0 tags put back, nothing of ours is left. it broke");
		expect(told.markdown).toContain("mend it");
	});

	it("does not say that nothing is left where a tag may be set yet", () => {
		const problems = [
			{ severity: "error" as const, code: "x", message: "it broke" },
			{ severity: "warning" as const, code: "tag-unanswered", message: "cart:1 may be set yet" },
		];
		const headline = (outcome: "rolled-back" | "refused") =>
			report({ ...result, outcome, cause: "outside", problems }, inputs).headline;
		expect(headline("rolled-back")).toBe(
			"promote rolled-back: 0 tags put back, 1 tag may be set yet. it broke",
		);
		expect(headline("refused")).toBe("promote refused: no tag was set, 1 tag may be set yet. it broke");
	});

	it("marks in a plan, and only there, the tags that may stay", () => {
		const { markdown } = report({ ...result, outcome: "planned", dryRun: true }, inputs);
		expect(markdown).toContain("<code>1.0.0</code> new → <code>sha256&#58;aaaaaaaaaaaa</code> (may stay)");
		expect(markdown).toContain("May stay: the tag is new");
		expect(report(result, inputs).markdown).not.toMatch(/may stay/i);
	});

	it("says of what was refused what was wanted, and that it did not come", () => {
		const images = result.images.map((image) => ({ ...image, status: "failed" as const }));
		const { markdown } = report({ ...result, outcome: "refused", cause: "rule", images }, inputs);
		expect(markdown).toContain("Tags (before → wanted)");
		expect(markdown).toMatch(/\| not promoted \|/);
	});

	it("says of one tag and of several that nothing is to be done", () => {
		const [image] = result.images;
		const one = image === undefined ? [] : [{ ...image, tags: image.tags.slice(0, 1) }];
		const said = (images: PromoteResult["images"]) =>
			report({ ...result, outcome: "unchanged", images }, inputs).headline;
		expect(said(one)).toBe("promote unchanged: nothing to do, 1 tag of 1 image stands as it should");
		expect(said(result.images)).toContain("2 tags of 1 image stand as they should");
	});

	it("names residue tag by tag", () => {
		const residue = [
			{ destination: "registry.internal/cart", tag: "1.0.0", before: null, now: digest("a") },
			{ destination: "registry.internal/cart", tag: "latest", before: digest("b"), now: "unknown" },
		];
		const { markdown } = report({ ...result, outcome: "residue", cause: "outside", residue }, inputs);
		expect(markdown).toContain(
			"the same command finishes the promotion; <code>sluice-promotion.journal.json</code>",
		);
		expect(markdown).toContain(
			"<code>registry.internal/cart&#58;1.0.0</code>: was absent, is <code>sha256&#58;aaaaaaaaaaaa</code>",
		);
		expect(markdown).toContain(
			"<code>registry.internal/cart&#58;latest</code>: was <code>sha256&#58;bbbbbbbbbbbb</code>, is unknown",
		);
	});

	it("lets no name break the table or the picture", () => {
		const [image] = result.images;
		const source = 'oci-layout:a|b`"]\n<img src=x>';
		const { markdown } = report(
			{ ...result, images: [{ ...(image as never as (typeof result.images)[0]), source }] } as PromoteResult,
			inputs,
		);
		expect(markdown).not.toContain("<img");
		expect(markdown.split("\n").filter((line) => line.startsWith("| <code>cart"))).toHaveLength(2);
	});

	it("is that of the action", () => {
		expect(promoteAction.outputs.map(({ name }) => name)).toEqual([
			"outcome",
			"digests",
			"bytes",
			"requests",
			"plan-digest",
			"result-file",
		]);
	});
});
