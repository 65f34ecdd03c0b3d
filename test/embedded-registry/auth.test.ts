import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import type { AuthOptions } from "./auth.ts";
import { blobOf, refusalOf } from "./content.ts";
import { type EmbeddedRegistry, startRegistry } from "./server.ts";

const USER = { username: "robot$ci", password: "pass:word" };

let registry: EmbeddedRegistry;
afterEach(() => registry.close());

async function start(auth: AuthOptions): Promise<void> {
	registry = await startRegistry({ auth });
}

function basic(user = USER): { authorization: string } {
	return { authorization: `Basic ${Buffer.from(`${user.username}:${user.password}`).toString("base64")}` };
}

function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Response> {
	return fetch(registry.url + path, { method, headers });
}

async function tokenFor(scopes: string[], headers: Record<string, string> = {}) {
	const query = new URLSearchParams(scopes.map((scope): [string, string] => ["scope", scope]));
	const answer = await ask(`/token?service=embedded-registry&${query}`, headers);
	expect(answer.status).toBe(200);
	const { token } = (await answer.json()) as { token: string };
	return { authorization: `Bearer ${token}` };
}

describe("basic credentials", () => {
	it("are asked for everywhere and checked", async () => {
		await start({ kind: "basic", ...USER });
		for (const path of ["/v2/", "/v2/a/tags/list"]) {
			for (const headers of [{}, basic({ ...USER, password: "wrong" }), { authorization: "Bearer x" }]) {
				const answer = await ask(path, headers as Record<string, string>);
				expect(answer.headers.get("www-authenticate")).toBe('Basic realm="embedded-registry"');
				expect(await refusalOf(answer)).toBe("401 UNAUTHORIZED");
			}
		}
		expect((await ask("/v2/", basic())).status).toBe(200);
		expect(await refusalOf(ask("/v2/a/tags/list", basic()))).toBe("404 NAME_UNKNOWN");
	});

	it("do not stand in the log", async () => {
		await start({ kind: "basic", ...USER });
		await ask("/v2/?n=1", { ...basic(), cookie: "session=1", "x-seen": "yes" });
		await ask("/v2/", { authorization: "nonsense" });
		expect(registry.requests).toMatchObject([
			{
				method: "GET",
				path: "/v2/?n=1",
				status: 200,
				headers: { authorization: "Basic ***", cookie: "***", "x-seen": "yes" },
			},
			{ status: 401, headers: { authorization: "***" } },
		]);
	});
});

describe("tokens", () => {
	it("are asked for with realm, service and scope", async () => {
		await start({ kind: "token", ...USER });
		const realm = `Bearer realm="${registry.url}/token",service="embedded-registry"`;
		const challengeOf = async (path: string, method = "GET", headers = {}) => {
			const answer = await ask(path, headers, method);
			expect(answer.status).toBe(401);
			return answer.headers.get("www-authenticate");
		};
		expect(await challengeOf("/v2/")).toBe(realm);
		expect(await challengeOf("/v2/a/b/tags/list")).toBe(`${realm},scope="repository:a/b:pull"`);
		expect(await challengeOf("/v2/a/blobs/uploads/", "POST")).toBe(`${realm},scope="repository:a:pull,push"`);
		expect(await challengeOf("/v2/a/manifests/1", "DELETE")).toBe(`${realm},scope="repository:a:delete"`);
		const unknown = { authorization: "Bearer unknown" };
		expect(await challengeOf("/v2/", "GET", unknown)).toBe(`${realm},error="invalid_token"`);
		expect(await challengeOf("/v2/", "GET", basic())).toBe(`${realm},error="invalid_token"`);
	});

	it("are given for the right credentials only", async () => {
		await start({ kind: "token", ...USER });
		expect((await ask("/token")).status).toBe(401);
		expect((await ask("/token", basic({ ...USER, username: "other" }))).status).toBe(401);
		expect((await ask("/token", basic(), "POST")).status).toBe(405);
		const token = await tokenFor([], basic());
		expect((await ask("/v2/", token)).status).toBe(200);
	});

	it("permit their actions in their repositories and nothing else", async () => {
		await start({ kind: "token", ...USER });
		const token = await tokenFor(["repository:a:pull,push repository:b:pull", "repository:c:push"], basic());
		const statusOf = async (method: string, path: string) => {
			const answer = await ask(path, token, method);
			return [answer.status, /error="(.*)"/.exec(answer.headers.get("www-authenticate") ?? "")?.[1]];
		};
		expect(await statusOf("POST", "/v2/a/blobs/uploads/")).toEqual([202, undefined]);
		expect(await statusOf("GET", "/v2/b/manifests/1")).toEqual([404, undefined]);
		expect(await statusOf("POST", "/v2/b/blobs/uploads/")).toEqual([401, "insufficient_scope"]);
		expect(await statusOf("GET", "/v2/c/manifests/1")).toEqual([401, "insufficient_scope"]);
		expect(await statusOf("DELETE", "/v2/a/manifests/1")).toEqual([401, "insufficient_scope"]);
		expect(await statusOf("GET", "/v2/d/manifests/1")).toEqual([401, "insufficient_scope"]);
	});

	it("mount only from a repository that they may read", async () => {
		await start({ kind: "token" });
		const blob = blobOf("mounted");
		const all = await tokenFor(["repository:a:pull,push", "repository:b:pull,push"]);
		const target = await tokenFor(["repository:b:pull,push"]);
		const path = `/v2/a/blobs/uploads/?digest=${blob.digest}`;
		const push = { method: "POST", headers: all, body: blob.bytes };
		expect((await fetch(registry.url + path, push)).status).toBe(201);
		for (const from of ["", "&from=a"]) {
			const mount = `/v2/b/blobs/uploads/?mount=${blob.digest}${from}`;
			expect((await ask(mount, target, "POST")).status).toBe(202);
		}
		const mount = `/v2/b/blobs/uploads/?mount=${blob.digest}&from=a`;
		expect((await ask(mount, all, "POST")).status).toBe(201);
	});

	it("end after their time", async () => {
		await start({ kind: "token", expiresIn: 0.3 });
		const token = await tokenFor(["repository:a:pull"]);
		expect((await ask("/v2/", token)).status).toBe(200);
		await sleep(350);
		const answer = await ask("/v2/", token);
		expect([answer.status, answer.headers.get("www-authenticate")]).toEqual([
			401,
			expect.stringContaining('error="invalid_token"'),
		]);
	});

	it("grant anonymous callers and users what the options say", async () => {
		await start({ kind: "token", ...USER, actions: ["pull", "push"], anonymous: ["pull"] });
		const scope = ["repository:a:pull,push,delete"];
		const begin = async (token: Record<string, string>) =>
			(await ask("/v2/a/blobs/uploads/", token, "POST")).status;
		const anonymous = await tokenFor(scope);
		expect((await ask("/v2/a/manifests/1", anonymous)).status).toBe(404);
		expect(await begin(anonymous)).toBe(401);
		const user = await tokenFor(scope, basic());
		expect(await begin(user)).toBe(202);
		expect((await ask("/v2/a/manifests/1", user, "DELETE")).status).toBe(401);
		expect((await ask("/token", basic({ ...USER, password: "wrong" }))).status).toBe(401);
	});
});
