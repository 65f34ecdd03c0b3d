import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { digestOf } from "#src/registry/digest.js";
import { openKeychain } from "#src/registry/keychain.js";
import { OCI_MANIFEST } from "#src/registry/media-types.js";
import { startRegistry } from "../embedded-registry/server.ts";
import { failureOf, image, keychain, push, temporaryFolder, testClient } from "./images.ts";
import { json, type Script, startServer } from "./scripted-server.ts";

const MANIFEST = Buffer.from(
	JSON.stringify({
		schemaVersion: 2,
		mediaType: OCI_MANIFEST,
		config: { mediaType: "a/b", digest: digestOf("{}"), size: 2 },
		layers: [],
	}),
);
const HEADERS = { "content-type": OCI_MANIFEST, "docker-content-digest": digestOf(MANIFEST) };

/** Answers manifests to whoever shows `authorization`; everybody else gets the challenge. */
function guarded(
	authorization: string | (() => string),
	challenge: (path: string) => string | string[],
): Script {
	return ({ path, headers }, response) => {
		const wanted = typeof authorization === "string" ? authorization : authorization();
		if (headers.authorization !== wanted) {
			json(
				response,
				401,
				{ errors: [{ code: "UNAUTHORIZED", message: "who?" }] },
				{ "www-authenticate": challenge(path) },
			);
			return;
		}
		response.writeHead(200, HEADERS);
		response.end(MANIFEST);
	};
}

const basic = (user: string, password: string) =>
	`Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;

describe("basic", () => {
	test("credentials are shown only after they were asked for, then at once", async () => {
		await using server = await startServer(guarded(basic("u", "p4ssw0rd"), () => 'Basic realm="x"'));
		await using client = testClient({ credentials: keychain(server.host, "u", "p4ssw0rd") });
		const ref = { registry: server.host, repository: "a/b", tag: "1" };
		await Promise.all([client.getManifest(ref), client.getManifest(ref), client.getManifest(ref)]);
		expect(server.requests.map(({ headers }) => headers.authorization !== undefined)).toEqual([
			false,
			true,
			true,
			true,
		]);
		expect(client.masked).toContain("p4ssw0rd");
		expect(client.masked).toContain(Buffer.from("u:p4ssw0rd").toString("base64"));
		expect(client.requests()).toBe(4);
	});

	test("wrong credentials: which registry, which repository, where from, what to do, and no secret", async () => {
		await using server = await startServer((_request, response) => {
			// A hostile registry that repeats what it was shown.
			const body = { errors: [{ code: "UNAUTHORIZED", message: `bad ${_request.headers.authorization}` }] };
			json(response, 401, body, { "www-authenticate": 'Basic realm="x"' });
		});
		await using client = testClient({ credentials: keychain(server.host, "u", "p4ssw0rd") });
		const error = await failureOf(client.getManifest({ registry: server.host, repository: "a/b", tag: "1" }));
		expect(error).toMatchObject({ code: "registry-unauthorized", fault: "outside", status: 401 });
		expect(error.message).toContain(`${server.host}/a/b: could not read the manifest 1`);
		expect(error.hint).toContain(`the input registry-auth (${server.host})`);
		expect(error.hint).toContain(`docker login ${server.host}`);
		expect(JSON.stringify(error) + error.message).not.toContain(Buffer.from("u:p4ssw0rd").toString("base64"));
		expect(server.requests).toHaveLength(2);
	});

	test("none found", async () => {
		await using server = await startServer(guarded("never", () => 'Basic realm="x"'));
		await using client = testClient();
		const error = await failureOf(client.headManifest({ registry: server.host, repository: "a", tag: "1" }));
		expect(error).toMatchObject({ code: "registry-unauthorized" });
		expect(error.hint).toContain("No credentials");
		expect(server.requests).toHaveLength(1);
	});

	test("an answer that the registry sends elsewhere may not ask for credentials", async () => {
		await using other = await startServer(guarded(basic("u", "p"), () => 'Basic realm="x"'));
		await using server = await startServer((_request, response) => {
			response.writeHead(307, { location: `${other.url}/stolen` });
			response.end();
		});
		const password = keychain(server.host, "u", "p");
		await using client = testClient({ credentials: password });
		const error = await failureOf(client.getManifest({ registry: server.host, repository: "a", tag: "1" }));
		expect(error.code).toBe("registry-unauthorized");
		expect(other.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
	});
});

describe("tokens", () => {
	interface TokenServer {
		host: string;
		issued: string[];
	}

	/** A registry and, on another port, its token service. */
	async function withTokens(
		issue: (count: number) => unknown,
		options: { scheme?: (realm: string, path: string) => string | string[] } = {},
	) {
		const issued: string[] = [];
		const tokens = await startServer((_request, response, count) => {
			const answer = issue(count) as { token?: string; access_token?: string } | number;
			if (typeof answer === "number") {
				json(response, answer, { details: "incorrect username or password" });
				return;
			}
			issued.push(answer.token ?? answer.access_token ?? "");
			json(response, 200, answer);
		});
		const scheme =
			options.scheme ??
			((realm: string) => `Bearer realm="${realm}",service="svc",scope="repository:a/b:pull"`);
		const registry = await startServer(
			guarded(
				() => `Bearer ${issued.at(-1)}`,
				(path) => scheme(`${tokens.url}/token?x=1`, path),
			),
		);
		const state: TokenServer = { host: registry.host, issued };
		return {
			...state,
			tokens,
			registry,
			async [Symbol.asyncDispose]() {
				await tokens[Symbol.asyncDispose]();
				await registry[Symbol.asyncDispose]();
			},
		};
	}

	test.each([["token"], ["access_token"]])(
		"%s, with service, scope and the realm's own query",
		async (key) => {
			await using s = await withTokens(() => ({ [key]: "t0ken-1", expires_in: 300 }));
			await using client = testClient({ credentials: keychain(s.host, "u", "pw") });
			const ref = { registry: s.host, repository: "a/b", tag: "1" };
			await client.getManifest(ref);
			await Promise.all([client.getManifest(ref), client.headManifest(ref)]);
			expect(s.tokens.requests).toHaveLength(1);
			const asked = s.tokens.requests[0];
			const query = new URL(asked?.path ?? "", s.tokens.url).searchParams;
			expect(Object.fromEntries(query)).toEqual({ x: "1", service: "svc", scope: "repository:a/b:pull" });
			expect(asked?.headers.authorization).toBe(basic("u", "pw"));
			expect(client.masked).toContain("t0ken-1");
		},
	);

	test("anonymous", async () => {
		await using s = await withTokens(() => ({ token: "anon" }));
		await using client = testClient();
		await client.getManifest({ registry: s.host, repository: "a/b", tag: "1" });
		expect(s.tokens.requests[0]?.headers.authorization).toBeUndefined();
	});

	test("an identity token is exchanged by POST", async () => {
		await using s = await withTokens(() => ({ access_token: "acc" }));
		const folder = await temporaryFolder();
		await writeFile(
			join(folder, "config.json"),
			JSON.stringify({ auths: { [s.host]: { identitytoken: "refr3sh" } } }),
		);
		const masked: string[] = [];
		const credentials = openKeychain({
			env: { DOCKER_CONFIG: folder },
			mask: (secret) => void masked.push(secret),
		});
		await using client = testClient({ credentials });
		await client.getManifest({ registry: s.host, repository: "a/b", tag: "1" });
		const asked = s.tokens.requests[0];
		expect(asked?.method).toBe("POST");
		expect(Object.fromEntries(new URLSearchParams(asked?.body))).toEqual({
			grant_type: "refresh_token",
			client_id: "sluice",
			service: "svc",
			scope: "repository:a/b:pull",
			refresh_token: "refr3sh",
		});
		expect(masked).toContain("refr3sh");
	});

	test("many requests at the start fetch one token and are turned away once", async () => {
		await using s = await withTokens(() => ({ token: "one" }));
		await using client = testClient();
		const ref = { registry: s.host, repository: "a/b", tag: "1" };
		await Promise.all(Array.from({ length: 10 }, () => client.getManifest(ref)));
		expect(s.tokens.requests).toHaveLength(1);
		expect(s.registry.requests).toHaveLength(11);
	});

	test("one that has expired is renewed, once for all", async () => {
		await using s = await withTokens((count) => ({ token: `t${count}`, expires_in: 300 }));
		await using client = testClient();
		const ref = { registry: s.host, repository: "a/b", tag: "1" };
		await client.getManifest(ref);
		s.issued.push("the registry has forgotten the first");
		await Promise.all([client.getManifest(ref), client.getManifest(ref), client.getManifest(ref)]);
		expect(s.tokens.requests).toHaveLength(2);
	});

	test("one is not used beyond its lifetime", async () => {
		await using s = await withTokens((count) => ({ token: `t${count}`, expires_in: 100 }));
		let now = 0;
		await using client = testClient({ now: () => now });
		const ref = { registry: s.host, repository: "a/b", tag: "1" };
		await client.getManifest(ref);
		now = 95_000;
		await client.getManifest(ref);
		expect(s.tokens.requests).toHaveLength(2);
		expect(s.registry.requests).toHaveLength(3);
	});

	test("a service that looks at one scope only gets the demanded one alone at last", async () => {
		const scheme = (realm: string) =>
			`Bearer realm="${realm}",scope="repository:other:pull",error="insufficient_scope"`;
		await using s = await withTokens((count) => ({ token: count < 2 ? "weak" : `t${count}` }), { scheme });
		s.issued.push("x");
		await using client = testClient();
		// The registry accepts the last token issued only when it is not the weak one.
		await client.getManifest({ registry: s.host, repository: "a/b", tag: "1" });
		const scopes = s.tokens.requests.map(({ path }) =>
			new URL(path, s.tokens.url).searchParams.getAll("scope"),
		);
		expect(scopes[0]).toEqual(["repository:other:pull", "repository:a/b:pull"]);
	});

	test("several challenges: the token service is preferred", async () => {
		const scheme = (realm: string) => [
			'Basic realm="x"',
			`Bearer realm="${realm}",scope="repository:a/b:pull"`,
		];
		await using s = await withTokens(() => ({ token: "one" }), { scheme });
		await using client = testClient({ credentials: keychain(s.host, "u", "p") });
		await client.getManifest({ registry: s.host, repository: "a/b", tag: "1" });
		expect(s.registry.requests.map(({ headers }) => headers.authorization)).toEqual([
			undefined,
			"Bearer one",
		]);
	});

	test("the token service's refusal names it and says whose credentials", async () => {
		await using s = await withTokens(() => 401);
		await using client = testClient({ credentials: keychain(s.host, "u", "wrong-pw") });
		const error = await failureOf(client.getManifest({ registry: s.host, repository: "a/b", tag: "1" }));
		expect(error.code).toBe("registry-unauthorized");
		expect(error.message).toContain("incorrect username or password");
		expect(error.message).toContain("repository:a/b:pull");
		expect(error.hint).toContain("registry-auth");
		expect(error.message + error.hint).not.toContain("wrong-pw");
	});

	test("a busy token service is asked again", async () => {
		await using s = await withTokens((count) => (count === 1 ? 429 : { token: "late" }));
		await using client = testClient();
		await client.getManifest({ registry: s.host, repository: "a/b", tag: "1" });
		expect(client.sleeps[0]).toBe(500);
		expect(s.tokens.requests).toHaveLength(2);
	});

	test.each([
		["an empty answer", {}],
		["a token that breaks headers", { token: "a\r\nb: c" }],
		["an endless answer", { token: "x".repeat(70_000) }],
	])("%s is a failure", async (_name, answer) => {
		await using s = await withTokens(() => answer);
		await using client = testClient();
		const error = await failureOf(client.getManifest({ registry: s.host, repository: "a/b", tag: "1" }));
		expect(error).toMatchObject({ code: "registry-failed" });
		expect(error.message).toContain("without a token");
	});

	test.each([
		"http://tokens.example/t",
		"http://user:pw@127.0.0.1:1/t",
		"ftp://127.0.0.1/t",
		"not an address",
	])("the realm %s gets no request", async (realm) => {
		await using server = await startServer(guarded("never", () => `Bearer realm="${realm}"`));
		await using client = testClient({ credentials: keychain(server.host, "u", "pw") });
		const error = await failureOf(client.getManifest({ registry: server.host, repository: "a", tag: "1" }));
		expect(error.code).toBe("unsafe-token-service");
		expect(client.requests()).toBe(1);
	});
});

describe("a token service that is not the registry's own", () => {
	/** A registry on 127.0.0.1 that names a service on localhost: another host, by its name. */
	async function withForeignTokens() {
		const tokens = await startServer((_request, response) => json(response, 200, { token: "minted" }));
		const service = tokens.host.replace("127.0.0.1", "localhost");
		const registry = await startServer(
			guarded("Bearer minted", () => `Bearer realm="http://${service}/token",service="svc"`),
		);
		return {
			host: registry.host,
			ref: { registry: registry.host, repository: "a/b", tag: "1" },
			service,
			tokens,
			registry,
			async [Symbol.asyncDispose]() {
				await tokens[Symbol.asyncDispose]();
				await registry[Symbol.asyncDispose]();
			},
		};
	}
	type Entry = readonly [registry: string, username: string, password: string];
	const givenFor = (...entries: Entry[]) =>
		openKeychain({
			registryAuth: JSON.stringify(
				entries.map(([registry, username, password]) => ({ registry, username, password })),
			),
			env: {},
			mask: () => undefined,
		});

	test("gets no credentials: the error names its host and how to allow it", async () => {
		await using s = await withForeignTokens();
		await using client = testClient({ credentials: givenFor([s.host, "u", "p4ssw0rd"]) });
		const error = await failureOf(client.getManifest(s.ref));
		expect(error.code).toBe("foreign-token-service");
		expect(error.message).toContain(`not its own, ${s.service}`);
		expect(error.hint).toContain(`also for ${s.service}, as an entry of its own in registry-auth`);
		expect(error.message + error.hint).not.toContain("p4ssw0rd");
		expect(s.tokens.requests).toEqual([]);
	});

	test("nor an identity token", async () => {
		await using s = await withForeignTokens();
		const folder = await temporaryFolder();
		const auths = { [s.host]: { identitytoken: "refr3sh" } };
		await writeFile(join(folder, "config.json"), JSON.stringify({ auths }));
		const credentials = openKeychain({ env: { DOCKER_CONFIG: folder }, mask: () => undefined });
		await using client = testClient({ credentials });
		expect((await failureOf(client.getManifest(s.ref))).code).toBe("foreign-token-service");
		expect(s.tokens.requests).toEqual([]);
	});

	test("gets them where the same are given for its host by name", async () => {
		await using s = await withForeignTokens();
		const credentials = givenFor([s.host, "u", "p4ssw0rd"], [s.service, "u", "p4ssw0rd"]);
		await using client = testClient({ credentials });
		await client.getManifest(s.ref);
		expect(s.tokens.requests.map(({ headers }) => headers.authorization)).toEqual([basic("u", "p4ssw0rd")]);
	});

	test("what is given for another registry makes no token for this one", async () => {
		await using s = await withForeignTokens();
		const credentials = givenFor([s.host, "u", "p4ssw0rd"], [s.service, "me", "my own"]);
		await using client = testClient({ credentials });
		expect((await failureOf(client.getManifest(s.ref))).code).toBe("foreign-token-service");
		expect(s.tokens.requests).toEqual([]);
	});

	test("is asked anonymously where there are none", async () => {
		await using s = await withForeignTokens();
		await using client = testClient({ credentials: givenFor([s.service, "me", "my own"]) });
		await client.getManifest(s.ref);
		expect(s.tokens.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
	});
});

describe("against the embedded registry", () => {
	test("pull asks for pull, push for push; one token per scope for the whole run", async () => {
		await using registry = await startRegistry({ auth: { kind: "token", username: "u", password: "pw" } });
		await using client = testClient({ credentials: keychain(registry.host, "u", "pw") });
		const to = { registry: registry.host, repository: "a/b" };
		await push(client, to, image(["one", "two"]), "1");
		await client.getManifest({ ...to, tag: "1" });
		const tokens = registry.requests.filter(({ path }) => path.startsWith("/token"));
		expect(tokens).toHaveLength(1);
		expect(decodeURIComponent(tokens[0]?.path ?? "")).toContain("scope=repository:a/b:pull,push");
	});

	test("one who may only read is denied, with the fix", async () => {
		await using registry = await startRegistry({
			auth: { kind: "token", username: "u", password: "pw", actions: ["pull"] },
		});
		await using client = testClient({ credentials: keychain(registry.host, "u", "pw") });
		const to = { registry: registry.host, repository: "a/b" };
		const error = await failureOf(client.startUpload(to));
		expect(["registry-denied", "registry-unauthorized"]).toContain(error.code);
		expect(error.message).toContain(`${registry.host}/a/b`);
		expect(error.hint).toContain("registry-auth");
	});

	test("a deletion asks for its own scope", async () => {
		await using registry = await startRegistry({ auth: { kind: "token", username: "u", password: "pw" } });
		await using client = testClient({ credentials: keychain(registry.host, "u", "pw") });
		const to = { registry: registry.host, repository: "a/b" };
		await push(client, to, image(["one"]), "1");
		expect(await client.deleteTag({ ...to, tag: "1" })).toBe("deleted");
		expect(await client.headManifest({ ...to, tag: "1" })).toBeUndefined();
	});
});
