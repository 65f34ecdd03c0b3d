import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	apiHost,
	formatReference,
	formatSource,
	isLayout,
	parseDestination,
	parseReference,
	parseRegistry,
	parseRepository,
	parseSource,
} from "#src/registry/name.js";
import { UserError } from "#src/runner/errors.js";

const HEX = "0123456789abcdef".repeat(4);
const SHA256 = `sha256:${HEX}`;
const SHA512 = `sha512:${HEX}${HEX}`;

test.each([
	["debian", "docker.io", "library/debian", undefined, undefined],
	["debian:12", "docker.io", "library/debian", "12", undefined],
	["docker.io/debian:12", "docker.io", "library/debian", "12", undefined],
	["index.docker.io/acme/shop", "docker.io", "acme/shop", undefined, undefined],
	["registry-1.docker.io/debian", "docker.io", "library/debian", undefined, undefined],
	["acme/shop", "docker.io", "acme/shop", undefined, undefined],
	["localhost/shop", "localhost", "shop", undefined, undefined],
	["localhost:5000/a/b/c:1.0", "localhost:5000", "a/b/c", "1.0", undefined],
	["127.0.0.1:5000/shop", "127.0.0.1:5000", "shop", undefined, undefined],
	["[::1]:5000/shop:1", "[::1]:5000", "shop", "1", undefined],
	["[2001:db8::1]/shop", "[2001:db8::1]", "shop", undefined, undefined],
	["registry:5000/shop", "registry:5000", "shop", undefined, undefined],
	["ghcr.io/acme/shop:1.2.3-rc.1", "ghcr.io", "acme/shop", "1.2.3-rc.1", undefined],
	["GHCR.io/acme/shop", "ghcr.io", "acme/shop", undefined, undefined],
	["Registry/shop", "registry", "shop", undefined, undefined],
	[`ghcr.io/acme/shop@${SHA256}`, "ghcr.io", "acme/shop", undefined, SHA256],
	[`ghcr.io/acme/shop@${SHA512}`, "ghcr.io", "acme/shop", undefined, SHA512],
	[`localhost:5000/shop:1@${SHA256}`, "localhost:5000", "shop", "1", SHA256],
	["a.b/x__y/z--w.v:_", "a.b", "x__y/z--w.v", "_", undefined],
])("%s is read", (text, registry, repository, tag, digest) => {
	expect(parseReference(text)).toEqual({
		registry,
		repository,
		...(tag === undefined ? {} : { tag }),
		...(digest === undefined ? {} : { digest }),
	});
});

test.each([
	["", "is empty"],
	["ghcr.io/acme/shop:", "tag after the colon is missing"],
	["ghcr.io/acme/shop:-1", "a tag has at most"],
	[`ghcr.io/acme/shop:${"a".repeat(129)}`, "a tag has at most"],
	["ghcr.io/Acme/shop", "lower-case"],
	["ghcr.io/acme//shop", "is empty"],
	["ghcr.io/", "repository is missing"],
	["ghcr.io/acme/../shop", "may only have"],
	["ghcr.io/acme/_shop", "may only have"],
	["ghcr.io/acme/shop___x", "may only have"],
	["https://ghcr.io/acme/shop", "scheme"],
	["ghcr.io/acme/shop@sha256:abc", "after @"],
	[`ghcr.io/acme/shop@sha256:${HEX.toUpperCase()}`, "after @"],
	[`ghcr.io/acme/shop@md5:${HEX.slice(32)}`, "after @"],
	["ghcr.io/acme shop", "white space"],
	["ghcr.io/acme\u0000shop", "control character"],
	["user@ghcr.io/acme/shop", "after @"],
	["ghcr.io:99999/acme", "not a host"],
	["-bad.io/acme", "not a host"],
	[HEX, "identifier"],
	[`ghcr.io/${"a/".repeat(130)}b`, "longer"],
	["oci-layout:out", "OCI layout cannot stand here"],
])("%j is refused and quoted", (text, reason) => {
	const error = (() => {
		try {
			parseReference(text, "images");
		} catch (thrown) {
			return thrown;
		}
	})();
	expect(error).toBeInstanceOf(UserError);
	expect(error).toMatchObject({ code: "invalid-image-name", place: { input: "images" } });
	const { message, hint } = error as UserError;
	expect(message).toContain(reason);
	expect(message).toContain(JSON.stringify(text.slice(0, 200)).slice(0, -1));
	expect(hint).toContain("ghcr.io/acme/shop:1.2.3");
});

describe("sources", () => {
	test.each([
		["oci-layout:out", { kind: "layout", path: "out" }],
		["oci-layout:./a/b:1.0", { kind: "layout", path: "./a/b", tag: "1.0" }],
		["oci-layout:/a:b/c", { kind: "layout", path: "/a:b/c" }],
		[`oci-layout:out@${SHA256}`, { kind: "layout", path: "out", digest: SHA256 }],
		[`oci-layout:out:1@${SHA256}`, { kind: "layout", path: "out", tag: "1", digest: SHA256 }],
		["shop:1", { kind: "registry", registry: "docker.io", repository: "library/shop", tag: "1" }],
	])("%s is read and written the same", (text, expected) => {
		const source = parseSource(text);
		expect(source).toEqual(expected);
		if (source.kind === "layout") expect(formatSource(source)).toBe(text);
	});

	test.each(["oci-layout:", "oci-layout::1", "oci-layout:out@sha256:1", "oci-layout:out:"])(
		"%s is refused",
		(text) => {
			expect(() => parseSource(text)).toThrow(/cannot be read/);
		},
	);
});

test.each([
	["oci-layout:out", "oci-layout:out", "out"],
	["oci-layout:./out//image/:1.0", "oci-layout:out/image:1.0", "out/image"],
	["oci-layout:/", "oci-layout:/", "/"],
	["oci-layout:../out/.", "oci-layout:../out", "../out"],
	["oci-layout/out:1", "docker.io/oci-layout/out:1", "oci-layout/out"],
	["ghcr.io/acme/shop:1", "ghcr.io/acme/shop:1", "acme/shop"],
])("the destination %s is %s", (text, written, repository) => {
	const destination = parseDestination(text);
	expect(destination.repository).toBe(repository);
	expect(isLayout(destination)).toBe(text.startsWith("oci-layout:"));
	expect(formatReference(destination)).toBe(written);
	expect(parseDestination(written)).toEqual(destination);
});

test("a repository has neither tag nor digest", () => {
	expect(parseRepository("ghcr.io/acme/shop")).toEqual({ registry: "ghcr.io", repository: "acme/shop" });
	expect(() => parseRepository("ghcr.io/acme/shop:1")).toThrow(/without a tag/);
	expect(() => parseRepository(`ghcr.io/acme/shop@${SHA256}`)).toThrow(/without a digest/);
});

test("Docker Hub answers at another host than its name", () => {
	expect(apiHost("docker.io")).toBe("registry-1.docker.io");
	expect(apiHost("ghcr.io")).toBe("ghcr.io");
});

test.each([
	["https://index.docker.io/v1/", "docker.io"],
	["ghcr.io", "ghcr.io"],
	["https://ghcr.io/", "ghcr.io"],
	["localhost:5000", "localhost:5000"],
	["ghcr.io/acme", undefined],
	["", undefined],
	["a b", undefined],
])("the registry %j is %s", (text, registry) => {
	expect(parseRegistry(text)).toBe(registry);
});

test("what is written is read back the same", () => {
	const segment = fc.stringMatching(/^[a-z0-9]{1,8}([._-][a-z0-9]{1,4})?$/);
	const reference = fc.record(
		{
			registry: fc.constantFrom("docker.io", "ghcr.io", "localhost:5000", "[::1]:80", "a-b.example"),
			repository: fc.array(segment, { minLength: 2, maxLength: 4 }).map((parts) => parts.join("/")),
			tag: fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,20}$/),
			digest: fc.constantFrom(SHA256, SHA512),
		},
		{ requiredKeys: ["registry", "repository"] },
	);
	fc.assert(
		fc.property(reference, (value) => {
			expect(parseReference(formatReference(value))).toEqual(value);
		}),
	);
});

test("no text whatever brings anything but a name or a UserError", () => {
	fc.assert(
		fc.property(fc.string({ unit: "binary" }), (text) => {
			try {
				parseSource(text);
			} catch (error) {
				expect(error).toBeInstanceOf(UserError);
			}
		}),
	);
});
