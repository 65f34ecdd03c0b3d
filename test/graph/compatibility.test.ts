import { describe, expect, test } from "vitest";
import { incompatibilities, type Party } from "#src/graph/compatibility.js";

/** `cart 1.0.0 uses catalog-api ^1 provides cart-api 1.2.0`, with `+` before it for one that is about to come. */
function party(text: string): Party {
	const candidate = text.startsWith("+");
	const [service = "", version = "", ...rest] = text.replace(/^\+/, "").split(" ");
	if (rest[0] === "unknown") return { service, version, candidate, contracts: { unknown: "no tag" } };
	const uses: { kind: "api"; name: string; range: string; optional: boolean }[] = [];
	const provides: { kind: "api"; name: string; version: string }[] = [];
	for (let index = 0; index < rest.length; index += 3) {
		const [verb, name = "", value = ""] = rest.slice(index);
		if (verb === "provides") provides.push({ kind: "api", name, version: value });
		else uses.push({ kind: "api", name, range: value, optional: verb === "may-use" });
	}
	const full = uses.map((use) => ({ ...use, env: undefined, double: undefined, line: undefined }));
	return {
		service,
		version,
		candidate,
		contracts: { uses: full, provides: provides.map((each) => ({ ...each, spec: undefined })) },
	};
}

const providerOf = (_kind: string, name: string) =>
	name === "catalog-api" ? ["catalog"] : name === "goods-api" ? ["catalog", "goods"] : [];
const found = (...texts: string[]) =>
	incompatibilities(texts.map(party), providerOf).map(({ kind, message }) => `${kind}: ${message}`);

describe("may they run together", () => {
	test("within the range: nothing is said", () => {
		expect(found("+cart 2.0.0 uses catalog-api ^1.2.0", "catalog 5.0.0 provides catalog-api 1.3.0")).toEqual(
			[],
		);
	});

	test("the provider there is too old for what comes", () => {
		expect(found("+cart 2.0.0 uses catalog-api ^1.4.0", "catalog 5.0.0 provides catalog-api 1.3.0")).toEqual([
			"broken: cart 2.0.0 uses api catalog-api ^1.4.0, but catalog 5.0.0 (there) provides 1.3.0",
		]);
	});

	test("the provider that comes breaks the seal of a user that is there", () => {
		expect(found("cart 2.0.0 uses catalog-api ^1.0.0", "+catalog 6.0.0 provides catalog-api 2.0.0")).toEqual([
			"broken: cart 2.0.0 (there) uses api catalog-api ^1.0.0, but catalog 6.0.0 provides 2.0.0",
		]);
	});

	test("both come: they are held against each other", () => {
		expect(found("+cart 3.0.0 uses catalog-api ^2.0.0", "+catalog 6.0.0 provides catalog-api 2.0.0")).toEqual(
			[],
		);
	});

	test("one of two versions that are provided side by side is enough", () => {
		expect(
			found(
				"+cart 2.0.0 uses catalog-api ^1.0.0",
				"catalog 6.0.0 provides catalog-api 2.0.0 provides catalog-api 1.9.0",
			),
		).toEqual([]);
	});

	test("an API that the provider has dropped is broken; one that may be missing is unknown", () => {
		expect(found("+cart 2.0.0 uses catalog-api ^1.0.0", "catalog 6.0.0")).toEqual([
			"broken: cart 2.0.0 uses api catalog-api ^1.0.0, but catalog 6.0.0 (there) does not provide it",
		]);
		expect(found("+cart 2.0.0 may-use catalog-api ^1.0.0", "catalog 6.0.0")).toEqual([
			expect.stringMatching(/^unknown: /),
		]);
	});

	test("a provider that is not there is unknown, unless it may be missing", () => {
		expect(found("+cart 2.0.0 uses catalog-api ^1.0.0")).toEqual([
			"unknown: cart 2.0.0 uses api catalog-api ^1.0.0, but catalog, which provides it, has no release there",
		]);
		expect(found("+cart 2.0.0 may-use catalog-api ^1.0.0")).toEqual([]);
	});

	test("an API that one service hands over to another: who provides it there counts", () => {
		const user = "+cart 2.0.0 uses goods-api ^1.0.0";
		expect(found(user, "+catalog 1.0.0 provides goods-api 1.1.0", "+goods 1.0.0")).toEqual([]);
		expect(
			found(user, "+goods 2.0.0 provides goods-api 2.0.0", "catalog 1.0.0 provides goods-api 1.0.0"),
		).toEqual([]);
		expect(found(user, "+goods 1.0.0", "catalog 1.0.0 unknown")).toEqual([
			expect.stringMatching(/^unknown: What catalog/),
		]);
		expect(found(user, "+goods 1.0.0", "catalog 2.0.0 provides goods-api 2.0.0")).toEqual([
			"broken: cart 2.0.0 uses api goods-api ^1.0.0, but catalog 2.0.0 (there) provides 2.0.0",
		]);
		expect(found(user, "+goods 1.0.0", "catalog 2.0.0")).toHaveLength(2);
	});

	test("what nobody is known to provide is unknown, unless it is the user's own", () => {
		expect(found("+cart 2.0.0 uses lost-api ^1.0.0")).toEqual([
			"unknown: cart 2.0.0 uses api lost-api ^1.0.0, but nothing here is known to provide it",
		]);
		expect(found("+catalog 2.0.0 uses catalog-api ^1.0.0 provides catalog-api 1.0.0")).toEqual([]);
	});

	test("what can't be read is unknown, and hides nothing else", () => {
		expect(
			found(
				"+cart 2.0.0 uses catalog-api ^1.4.0",
				"catalog 5.0.0 provides catalog-api 1.3.0",
				"shop 1.0.0 unknown",
			),
		).toEqual([
			expect.stringMatching(/^broken: cart/),
			"unknown: What shop 1.0.0 (there) uses and provides can't be read: no tag",
		]);
	});

	test("what was broken among those that stay is not the set's to mend", () => {
		expect(
			found("cart 2.0.0 uses catalog-api ^1.0.0", "catalog 6.0.0 provides catalog-api 2.0.0", "+mail 1.0.0"),
		).toEqual([]);
	});

	test("a prerelease of the next MAJOR is outside of the range", () => {
		expect(
			found("+cart 2.0.0 uses catalog-api ^1.0.0", "+catalog 6.0.0 provides catalog-api 2.0.0-rc.1"),
		).toHaveLength(1);
	});
});
