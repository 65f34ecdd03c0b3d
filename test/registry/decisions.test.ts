import { describe, expect, test } from "vitest";
import type { HttpResponse } from "#src/registry/answer.js";
import { parseChallenges } from "#src/registry/challenge.js";
import {
	parseInsecureRegistries,
	redactUrl,
	refusal,
	registryScheme,
	registryUrl,
} from "#src/registry/endpoint.js";
import { locationOf } from "#src/registry/redirect.js";
import { parseErrorBody, refusedRequest } from "#src/registry/registry-error.js";
import { delayAfter, parseRetryAfter } from "#src/registry/retry.js";
import { joinScopes, repositoryScope, scopesCover } from "#src/registry/scope.js";
import { createSecrets } from "#src/registry/secrets.js";
import { isOwnTokenService } from "#src/registry/token-service.js";

/** An answer that has only a Location. */
function answerOf(from: string, location: string): HttpResponse {
	return { url: new URL(from), header: () => location } as unknown as HttpResponse;
}

describe("scheme", () => {
	test.each([
		["localhost", "http"],
		["localhost:5000", "http"],
		["127.0.0.1:5000", "http"],
		["127.200.3.4", "http"],
		["[::1]:5000", "http"],
		["ghcr.io", "https"],
		["127.0.0.1.evil.example", "https"],
		["127.0.0.256", "https"],
		["localhost.evil.example", "https"],
		["10.0.0.1", "https"],
		["plain.example", "http"],
		["plain.example:8080", "http"],
		["port.example:5000", "http"],
		["port.example:5001", "https"],
		["port.example", "https"],
		["[2001:db8::1]:5000", "http"],
	])("of %s is %s", (registry, scheme) => {
		expect(registryScheme(registry, ["plain.example", "port.example:5000", "[2001:db8::1]"])).toBe(scheme);
	});

	test("insecure-registries are hosts", () => {
		expect(parseInsecureRegistries(["Registry.internal:5000", "plain"])).toEqual([
			"registry.internal:5000",
			"plain",
		]);
		expect(() => parseInsecureRegistries(["http://plain"])).toThrow(/"http:\/\/plain" is not/);
		expect(() => parseInsecureRegistries(["plain/x"])).toThrow(/not a registry/);
	});

	test("the API's root", () => {
		expect(registryUrl("docker.io", []).href).toBe("https://registry-1.docker.io/v2/");
		expect(registryUrl("localhost:5000", []).href).toBe("http://localhost:5000/v2/");
	});
});

describe("where an answer may send us", () => {
	test.each([
		["https://ghcr.io/v2/", "https://storage.example/x?sig=1", undefined],
		["https://ghcr.io/v2/", "http://storage.example/x", "from https to http"],
		["https://ghcr.io/v2/", "http://ghcr.io/x", "from https to http"],
		["https://ghcr.io/v2/", "https://127.0.0.1/x", "inside this machine"],
		["https://ghcr.io/v2/", "https://127.1/x", "inside this machine"],
		["https://ghcr.io/v2/", "https://0x7f000001/x", "inside this machine"],
		["https://ghcr.io/v2/", "https://[::ffff:127.0.0.1]/x", "inside this machine"],
		["https://ghcr.io/v2/", "https://169.254.169.254/latest/meta-data", "inside this machine"],
		["https://ghcr.io/v2/", "https://localhost./x", "inside this machine"],
		...[
			"[::]",
			"[::1]",
			"[::127.0.0.1]",
			"[::ffff:10.0.0.1]",
			"[::ffff:0:127.0.0.1]",
			"[64:ff9b::127.0.0.1]",
			"[64:ff9b::a9fe:a9fe]",
			"[64:ff9b:1::169.254.169.254]",
			"[2002:7f00:1::1]",
			"[fe80::1]",
			"[febf::1]",
			"[fd00:ec2::254]",
			"[fd20:ce::254]",
			"metadata.google.internal",
			"METADATA.google.internal.",
			"168.63.129.16",
			"100.100.100.200",
		].map((host): [string, string, string] => [
			"https://ghcr.io/v2/",
			`https://${host}/x`,
			"inside this machine",
		]),
		...["[64:ff9b::8.8.8.8]", "[2002:808:808::1]", "[2001:db8::7f00:1]", "[fec0::1]", "[fd00:ec3::254]"].map(
			(host): [string, string, undefined] => ["https://ghcr.io/v2/", `https://${host}/x`, undefined],
		),
		["https://ghcr.io/v2/", "https://user:pw@ghcr.io/x", "user name"],
		["https://ghcr.io/v2/", "file:///etc/passwd", "not an http address"],
		["https://registry.corp/v2/", "https://10.0.0.7/minio", undefined],
		["http://127.0.0.1:5000/v2/", "http://127.0.0.1:5001/token", undefined],
		["http://127.0.0.1:5000/v2/", "http://storage.example/x", "not named insecure"],
		["http://plain.example/v2/", "http://plain.example:9000/x", undefined],
		["http://plain.example/v2/", "http://127.0.0.1/x", "inside this machine"],
		["http://plain.example/v2/", "https://storage.example/x", undefined],
	])("%s to %s: %s", (from, to, reason) => {
		const found = refusal(new URL(from), new URL(to), ["plain.example"]);
		if (reason === undefined) expect(found).toBeUndefined();
		else expect(found).toContain(reason);
	});

	test.each([
		[
			"https://r.example/v2/a/blobs/uploads/",
			"/v2/a/blobs/uploads/1?x=1",
			"https://r.example/v2/a/blobs/uploads/1?x=1",
		],
		["https://r.example/v2/a/blobs/uploads/", "http://r.example/v2/u/1", "https://r.example/v2/u/1"],
		["https://r.example:8443/v2/a/", "http://r.example/v2/u/1", "https://r.example:8443/v2/u/1"],
		["https://r.example:8443/v2/a/", "http://r.example:8443/v2/u/1", "https://r.example:8443/v2/u/1"],
		["https://r.example:8443/v2/a/", "https://r.example/v2/u/1", "https://r.example:8443/v2/u/1"],
		["http://127.0.0.1:5000/v2/a/", "http://127.0.0.1/v2/u/1", "http://127.0.0.1:5000/v2/u/1"],
		["https://r.example:8443/v2/a/", "https://r.example/bucket/1", "https://r.example/bucket/1"],
		["https://r.example:8443/v2/a/", "https://r.example:9000/v2/u/1", "https://r.example:9000/v2/u/1"],
		["https://r.example:8443/v2/a/", "https://s.example/v2/u/1", "https://s.example/v2/u/1"],
	])("from %s, Location %s is %s", (from, location, expected) => {
		expect(locationOf(answerOf(from, location), []).href).toBe(expected);
	});

	test.each(["http://r.example:5000/v2/u/1", "http://s.example/v2/u/1", "", "https://"])(
		"from https, Location %j is refused",
		(location) => {
			expect(() => locationOf(answerOf("https://r.example/v2/a/", location), [])).toThrow(/not safe/);
		},
	);

	test("queries and users are not shown", () => {
		expect(redactUrl(new URL("https://u:p@h.example/path?sig=secret#x"))).toBe("https://h.example/path?…");
	});
});

describe("whose token service it is", () => {
	test.each([
		["https://ghcr.io/v2/", "https://ghcr.io/token"],
		["https://harbor.acme.example:8443/v2/", "https://harbor.acme.example/service/token"],
		["https://registry-1.docker.io/v2/", "https://auth.docker.io/token"],
		["https://registry.gitlab.com/v2/", "https://gitlab.com/jwt/auth"],
		["https://registry.acme.example/v2/", "https://gitlab.acme.example/jwt/auth"],
		["https://registry.eu.acme.example/v2/", "https://login.acme.example./auth"],
		["https://acme.example/v2/", "https://auth.acme.example/token"],
		["https://registry.acme.co.uk/v2/", "https://auth.acme.co.uk/token"],
		["https://shop.fly.dev/v2/", "https://auth.shop.fly.dev/token"],
		[
			"https://rg.fr-par.scw.cloud/v2/",
			"https://api.scaleway.com/registry-internal/v1/regions/fr-par/tokens",
		],
		[
			"https://acme-registry.cn-hangzhou.cr.aliyuncs.com/v2/",
			"https://dockerauth.cn-hangzhou.aliyuncs.com/auth",
		],
		[
			"https://acme-registry.cn-hangzhou.cr.aliyuncs.com/v2/",
			"https://dockerauth-ee.cn-hangzhou.aliyuncs.com/auth",
		],
		[
			"https://acme-registry-vpc.me-east-1.cr.aliyuncs.com/v2/",
			"https://dockerauth-ee-vpc.me-east-1.aliyuncs.com/auth",
		],
		[
			"https://registry.cn-zhangjiakou.aliyuncs.com/v2/",
			"https://dockerauth-cn-zhangjiakou.aliyuncs.com/auth",
		],
		["https://10.0.0.5:5000/v2/", "https://10.0.0.5:5001/token"],
		["http://registry:5000/v2/", "http://registry:5001/token"],
	])("%s's own: %s", (registry, realm) => {
		expect(isOwnTokenService(new URL(registry), new URL(realm))).toBe(true);
	});

	test.each([
		["https://registry.acme.example/v2/", "https://tokens.example/token"],
		["https://registry.acme.example/v2/", "https://notacme.example/token"],
		["https://acme.example/v2/", "https://example/token"],
		["https://registry.acme.example/v2/", "https://acme.example.evil.example2/token"],
		["https://acme.co.uk/v2/", "https://evil.co.uk/token"],
		["https://shop.fly.dev/v2/", "https://evil.fly.dev/token"],
		["https://a.eu.shop.fly.dev/v2/", "https://evil.eu.shop.fly.dev/token"],
		["https://registry.a.svc.cluster.local/v2/", "https://auth.b.svc.cluster.local/token"],
		["https://acme-registry.cn-hangzhou.cr.aliyuncs.com/v2/", "https://evil.cn-hangzhou.aliyuncs.com/auth"],
		["https://evil.cn-hangzhou.aliyuncs.com/v2/", "https://dockerauth.oss-cn-hangzhou.aliyuncs.com/auth"],
		["https://evil.example/v2/", "https://dockerauth-ee.cn-hangzhou.aliyuncs.com/auth"],
		["https://10.0.0.5/v2/", "https://11.0.0.5/token"],
		["https://[2001:db8::1]/v2/", "https://[2001:db8::2]/token"],
		["https://xscw.cloud/v2/", "https://api.scaleway.com/"],
		["http://registry:5000/v2/", "http://auth:5001/token"],
		["http://localhost:5000/v2/", "http://127.0.0.1:5000/token"],
		["https://ghcr.io/v2/", "https://auth.docker.io/token"],
	])("not %s's: %s", (registry, realm) => {
		expect(isOwnTokenService(new URL(registry), new URL(realm))).toBe(false);
	});
});

describe("challenges", () => {
	test.each<[string[], [string, Record<string, string>][]]>([
		[['Basic realm="a b"'], [["basic", { realm: "a b" }]]],
		[
			['Bearer realm="https://t/token",service="s",scope="repository:a:pull,push"'],
			[["bearer", { realm: "https://t/token", service: "s", scope: "repository:a:pull,push" }]],
		],
		[
			['Bearer realm="https://t", Basic realm="x"'],
			[
				["bearer", { realm: "https://t" }],
				["basic", { realm: "x" }],
			],
		],
		[
			["Negotiate", 'BASIC Realm = "q\\"uote"'],
			[
				["negotiate", {}],
				["basic", { realm: 'q"uote' }],
			],
		],
		[
			['Bearer realm=https://t/x?y=1,error="insufficient_scope"'],
			[["bearer", { realm: "https://t/x?y=1", error: "insufficient_scope" }]],
		],
		[['"broken'], []],
		[[""], []],
	])("%j", (headers, expected) => {
		const found = parseChallenges(headers).map(({ scheme, parameters }) => [
			scheme,
			Object.fromEntries(parameters),
		]);
		expect(found).toEqual(expected);
	});
});

test("scopes", () => {
	expect(repositoryScope("a/b", "pull", "push")).toBe("repository:a/b:pull,push");
	expect(scopesCover(["repository:a:pull,push"], ["repository:a:pull"])).toBe(true);
	expect(scopesCover(["repository:a:pull"], ["repository:a:pull,push"])).toBe(false);
	expect(scopesCover(["repository:a:pull"], ["repository:b:pull"])).toBe(false);
	expect(joinScopes(["repository:b:pull"], ["repository:a:pull", "repository:b:pull"])).toEqual([
		"repository:b:pull",
		"repository:a:pull",
	]);
});

describe("retry", () => {
	const now = Date.parse("2026-01-01T00:00:00Z");
	const failure = { now, random: 0.5 };

	test("the waits grow and end", () => {
		const waits = [1, 2, 3, 4].map((attempts) => delayAfter({ ...failure, attempts }));
		expect(waits).toEqual([500, 1000, 2000, undefined]);
	});

	test("a busy registry gets more patience", () => {
		const waits = Array.from({ length: 8 }, (_, at) =>
			delayAfter({ ...failure, attempts: at + 1, status: 429 }),
		);
		expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, undefined]);
	});

	test("requests that failed together do not come back together", () => {
		expect(delayAfter({ now, attempts: 1, random: 0 })).toBe(400);
		expect(delayAfter({ now, attempts: 1, random: 0.999 })).toBe(600);
	});

	test.each([
		["7", 7000],
		["Thu, 01 Jan 2026 00:00:20 GMT", 20_000],
		["Wed, 31 Dec 2025 00:00:00 GMT", 0],
		["soon", undefined],
		["-1", undefined],
		["", undefined],
		[undefined, undefined],
	])("Retry-After %j is %s ms", (header, expected) => {
		expect(parseRetryAfter(header, now)).toBe(expected);
	});

	test("Retry-After is obeyed up to a minute, but no wait at all is not", () => {
		const prompt = { now, random: 0 };
		expect(delayAfter({ ...failure, attempts: 2, status: 429, retryAfter: "0" })).toBe(
			delayAfter({ ...failure, attempts: 2, status: 429 }),
		);
		expect(delayAfter({ ...prompt, attempts: 1, status: 429, retryAfter: "3" })).toBe(3000);
		expect(delayAfter({ ...prompt, attempts: 1, status: 503, retryAfter: "86400" })).toBe(60_000);
	});

	test("what was told to come back at one time comes a little later, and not together", () => {
		const waits = [0, 0.5, 0.999].map((random) =>
			delayAfter({ now, random, attempts: 1, status: 429, retryAfter: "10" }),
		);
		expect(waits).toEqual([10_000, 10_500, 10_999]);
	});

	test("silence, which has cost a whole time limit, is asked once more", () => {
		expect(delayAfter({ ...failure, attempts: 1, silent: true })).toBe(500);
		expect(delayAfter({ ...failure, attempts: 2, silent: true })).toBeUndefined();
	});
});

describe("refusals", () => {
	const request = { registry: "r.example", repository: "a/b", doing: "read it", body: "" };

	test.each([
		[401, "", "registry-unauthorized", "outside"],
		[403, "", "registry-denied", "outside"],
		[404, "", "not-found", "request"],
		[429, "", "rate-limited", "outside"],
		[413, "", "content-too-large", "outside"],
		[405, "", "registry-unsupported", "outside"],
		[500, "", "registry-failed", "outside"],
		[400, "", "registry-refused", "outside"],
	])("%i is %s", (status, body, code, fault) => {
		expect(refusedRequest({ ...request, status, body })).toMatchObject({ code, fault, status });
	});

	const said = (code: string, message: string) => JSON.stringify({ errors: [{ code, message }] });

	test.each([
		[
			400,
			"TAG_INVALID",
			"The image tag '1' already exists in the 'a/b' repository and cannot be overwritten because the repository is immutable.",
		],
		[400, "MANIFEST_INVALID", "cannot update tag 1. The repository has enabled tag immutability"],
		[412, "PRECONDITION", "Failed to process request due to 'b:1' configured as immutable."],
		[412, "PRECONDITION", ""],
		[403, "DENIED", "tag 1 is immutable"],
		[409, "DENIED", "the tag cannot be overwritten"],
	])("an immutable tag: %i %s %s", (status, code, message) => {
		const error = refusedRequest({ ...request, status, body: said(code, message) });
		expect(error).toMatchObject({ code: "tag-immutable", status });
	});

	test.each([
		[403, "user lacks immutability admin right", "registry-denied"],
		[403, "you may not push to repositories with immutable tags", "registry-denied"],
		[400, "unknown field: immutable", "registry-refused"],
		[500, "the tag is immutable", "registry-failed"],
		[404, "the tag is immutable", "not-found"],
	])("no immutable tag: %i %s", (status, message, code) => {
		expect(refusedRequest({ ...request, status, body: said("DENIED", message) }).code).toBe(code);
	});

	test.each([
		["123456789012.dkr.ecr.eu-west-1.amazonaws.com", "aws ecr create-repository"],
		["public.ecr.aws", "aws ecr-public create-repository"],
		["europe-docker.pkg.dev", "gcloud artifacts repositories create"],
	])("a repository that is missing at %s has to be made", (registry, command) => {
		const missing = { ...request, registry, status: 404, doing: "start an upload" };
		const error = refusedRequest({ ...missing, body: said("NAME_UNKNOWN", "The repository does not exist") });
		expect(error.hint).toContain(`The repository is missing`);
		expect(error.hint).toContain(command);
		const other = refusedRequest({ ...missing, body: said("MANIFEST_UNKNOWN", "no such image") });
		expect(other.hint).not.toContain(command);
	});

	test("say who we were, and what to do", () => {
		const anonymous = refusedRequest({ ...request, status: 401 });
		expect(anonymous.message).toContain("r.example/a/b");
		expect(anonymous.hint).toContain("No credentials for r.example were found");
		expect(anonymous.hint).toContain("docker login r.example");
		const known = refusedRequest({
			...request,
			status: 401,
			credentials: "the input registry-auth (r.example)",
		});
		expect(known.hint).toContain("credentials from the input registry-auth (r.example) were used");
	});

	test.each([403, 500])("%i to a question may mean that there is nothing", (status) => {
		const absent = "Some registries also answer so for what does not exist.";
		for (const credentials of [undefined, "the input registry-auth (r.example)"]) {
			expect(refusedRequest({ ...request, status, credentials, reads: true }).hint).toContain(absent);
			expect(refusedRequest({ ...request, status, credentials }).hint).not.toContain(absent);
		}
	});

	test("pass on the registry's words, without what could harm a log", () => {
		const body = JSON.stringify({ errors: [{ code: "DENIED", message: "no\n::error::x\u001b[31m" }] });
		const error = refusedRequest({ ...request, status: 403, body });
		expect(error.message).toContain("HTTP 403: no ::error::x [31m");
		expect(error.codes).toEqual(["DENIED"]);
		expect(parseErrorBody("<html>")).toEqual({ codes: [], messages: [] });
		expect(parseErrorBody("null")).toEqual({ codes: [], messages: [] });
	});
});

test("secrets are masked once and scrubbed", () => {
	const masked: string[] = [];
	const secrets = createSecrets((secret) => void masked.push(secret));
	secrets.add("hunter2hunter2", "", "first\nsecond");
	secrets.add("hunter2hunter2");
	expect(masked).toEqual(["hunter2hunter2", "first\nsecond", "first", "second"]);
	expect(secrets.scrub("x hunter2hunter2 second")).toBe("x *** ***");
});
