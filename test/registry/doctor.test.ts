import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { parseArguments } from "#src/cli/arguments.js";
import { plainText } from "#src/cli/plain.js";
import { registryCommand } from "#src/cli/registry.js";
import { type Diagnosis, diagnosisSchema } from "#src/registry/doctor/diagnosis.js";
import type { Host } from "#src/runner/action.js";
import { Inputs } from "#src/runner/inputs.js";
import type { Log } from "#src/runner/log.js";
import { startRegistry } from "../embedded-registry/server.ts";
import { image, index, push, testClient } from "./images.ts";
import { json, type Script, startServer } from "./scripted-server.ts";

const CLI = join(import.meta.dirname, "../../build/cli/main.js");

interface Told {
	code: number;
	found: Diagnosis;
	text: string;
}

/** `sluice registry doctor` without credentials of this machine. */
async function doctor(...args: string[]): Promise<Told> {
	const { values } = parseArguments(["doctor", ...args], registryCommand.inputs, registryCommand.operands);
	const question = registryCommand.parse(new Inputs(registryCommand.inputs, values));
	const log: Log = { info() {}, debug() {}, warning() {}, mask() {}, group: (_name, work) => work() };
	const host: Host = {
		actions: false,
		directory: "/",
		temporary: "/",
		environment: {},
		log,
		signal: new AbortController().signal,
	};
	const ports = await registryCommand.ports(host, question);
	const found = await registryCommand.run(question, { ...ports, sleep: async () => undefined });
	const report = registryCommand.report(found, question);
	diagnosisSchema.parse(found);
	return { code: report.exitCode, found, text: JSON.stringify(found) + plainText(report.markdown) };
}

/** The same as a process, for its exit code. */
async function exitCode(...args: string[]): Promise<number> {
	const env = { PATH: process.env.PATH, HOME: "/nonexistent" };
	const run = promisify(execFile)(process.execPath, [CLI, "registry", ...args], { env });
	return run.then(
		() => 0,
		(error: { code: number }) => error.code,
	);
}

const answers = (list: readonly { answer: string }[], key: string) =>
	Object.fromEntries(list.map((each) => [(each as unknown as Record<string, string>)[key], each.answer]));

describe("a registry that has everything", () => {
	test("reading and opened uploads only: nothing is left, and what was not seen is unknown", async () => {
		await using registry = await startRegistry();
		const { code, found } = await doctor(`${registry.host}/a/b`);
		expect(code).toBe(0);
		expect(answers(found.permissions, "permission")).toEqual({
			pull: "unknown",
			push: "yes",
			delete: "unknown",
		});
		expect(answers(found.capabilities, "capability")).toMatchObject({
			referrers: "yes",
			"chunked-upload": "yes",
			"cancel-upload": "yes",
			"tag-deletion": "unknown",
		});
		expect(found.requests.map(({ method }) => method)).toEqual([
			"GET",
			"GET",
			"POST",
			"PATCH",
			"DELETE",
			"GET",
			"GET",
		]);
	});

	test("--write sees the rest and takes all of it back", async () => {
		await using registry = await startRegistry({
			auth: { kind: "token", username: "u", password: "p4ssw0rd" },
		});
		const auth = `[{registry: "${registry.host}", username: u, password: p4ssw0rd}]`;
		const { code, found, text } = await doctor(
			`${registry.host}/a/b`,
			"--write",
			"--json",
			"--registry-auth",
			auth,
		);
		expect(code).toBe(0);
		expect(found.authentication).toMatchObject({ scheme: "bearer" });
		expect(answers(found.capabilities, "capability")).toEqual({
			referrers: "yes",
			mount: "yes",
			"chunked-upload": "yes",
			"single-request-upload": "yes",
			"cancel-upload": "yes",
			"tag-deletion": "yes",
			"immutable-tags": "no",
			"sha512-blobs": "yes",
			"sha512-manifests": "yes",
		});
		expect(answers(found.permissions, "permission")).toMatchObject({ push: "yes", delete: "yes" });
		expect(found.left).toEqual([]);
		expect(text).not.toContain("p4ssw0rd");
	});

	test("a repository with an image shows mounting without writing", async () => {
		await using registry = await startRegistry();
		await using client = testClient();
		await push(client, { registry: registry.host, repository: "a/b" }, image(["layer"]), "1");
		const { found } = await doctor(`${registry.host}/a/b`);
		expect(found.capabilities.find(({ capability }) => capability === "mount")).toMatchObject({
			answer: "yes",
			detail: expect.stringContaining("From another repository"),
		});
		expect(found.permissions[0]).toMatchObject({
			permission: "pull",
			answer: "yes",
			detail: "The manifest of 1 and a blob of it can be read.",
		});
	});

	test("of an index a blob of its first image is read", async () => {
		await using registry = await startRegistry();
		await using client = testClient();
		await push(client, { registry: registry.host, repository: "a/b" }, index([image(["layer"])]), "1");
		const { found } = await doctor(`${registry.host}/a/b`);
		expect(found.permissions[0]?.detail).toBe("The manifest of 1 and a blob of it can be read.");
		await push(client, { registry: registry.host, repository: "a/c" }, index([index([image(["l"])])]), "1");
		const { found: nested } = await doctor(`${registry.host}/a/c`);
		expect(nested.permissions[0]?.detail).toBe("The manifest of 1 and a blob of it can be read.");
	});
});

/** A registry by a table of `METHOD path-prefix`, first match. Everything else is 404. */
function tableOf(rows: [string, number, Record<string, string>?][]): Script {
	return ({ method, path }, response) => {
		const row = rows.find(([key]) => `${method} ${path}`.startsWith(key));
		const [, status, headers] = row ?? ["", 404];
		json(response, status, status < 400 ? {} : { errors: [{ code: "NO", message: "said no" }] }, headers);
	};
}

const UPLOAD = { location: "/v2/a/b/blobs/uploads/1" };

describe("what other registries say", () => {
	test("no permission to push: exit 1, with the registry's words", async () => {
		await using server = await startServer(
			tableOf([
				["GET /v2/a/b/tags", 200],
				["GET /v2/ ", 200],
				["POST", 403],
			]),
		);
		const { code, found } = await doctor(`${server.host}/a/b`, "--write");
		expect(code).toBe(1);
		expect(answers(found.permissions, "permission")).toEqual({ pull: "yes", push: "no", delete: "unknown" });
		expect(found.problems).toMatchObject([
			{ code: "no-push", message: expect.stringContaining("HTTP 403: said no") },
		]);
		expect(server.requests.filter(({ method }) => method !== "GET")).toHaveLength(1);
	});

	const IMAGE = image(["layer"]);
	const denied = { errors: [{ code: "DENIED", message: "not authorized" }] };

	/** A registry of one image under one tag; `refused` are the paths that are answered 403. */
	const reading =
		(refused: RegExp, tags: readonly string[] = ["1"]): Script =>
		({ method, path }, response) => {
			if (refused.test(path)) return json(response, 403, denied);
			if (path.includes("tags/list")) return json(response, 200, { tags });
			const [manifest] = IMAGE.manifests;
			if (path.endsWith("/manifests/1")) {
				response.writeHead(200, { "content-type": manifest?.descriptor.mediaType });
				return response.end(manifest?.body);
			}
			const blob = [...IMAGE.blobs].find(([digest]) => path.endsWith(digest));
			if (method === "GET" && blob !== undefined) return response.end(blob[1]);
			if (path.includes("/manifests/"))
				return json(response, 404, { errors: [{ code: "MANIFEST_UNKNOWN" }] });
			return json(response, 404, {});
		};

	test.each<[string, RegExp, string[], string, string]>([
		["all can be read", /never/, ["1"], "yes", "The manifest of 1 and a blob of it"],
		["tags can't be listed", /tags\/list/, ["1"], "yes", "which pulling does not need"],
		[
			"no tag, manifests denied to all that is absent",
			/manifests\/sha256:0/,
			[],
			"unknown",
			"The tags can be listed",
		],
		["no tag", /never/, [], "yes", "an absent manifest is answered HTTP 404: MANIFEST_UNKNOWN"],
		["manifests can't be read", /manifests/, ["1"], "no", "the manifest of 1 can't be read: HTTP 403"],
		["blobs can't be read", /blobs\/sha/, ["1"], "no", "a blob of it can't: HTTP 403: not authorized"],
		["nothing can be read", /tags|manifests/, ["1"], "no", "HTTP 403: not authorized"],
	])("to pull: %s", async (_name, refused, tags, answer, detail) => {
		await using server = await startServer(reading(refused, tags));
		const { code, found } = await doctor(`${server.host}/a/b`);
		expect(found.permissions[0]).toMatchObject({
			permission: "pull",
			answer,
			detail: expect.stringContaining(detail),
		});
		expect(found.problems.some((each) => each.code === "no-pull")).toBe(answer === "no");
		// Nothing can be pushed here.
		expect(code).toBe(1);
	});

	test.each<[string, RegExp, Record<string, string>]>([
		["GET", /referrers\//, { push: "yes", referrers: "unknown" }],
		["POST", /uploads\/$/, { push: "unknown", "chunked-upload": "unknown", "tag-deletion": "unknown" }],
		["POST", /mount=/, { push: "yes", mount: "unknown" }],
		["POST", /\?digest=/, { "single-request-upload": "unknown", "tag-deletion": "yes" }],
		["POST", /digest-algorithm=/, { "sha512-blobs": "unknown", "tag-deletion": "yes" }],
		["PATCH", /uploads/, { push: "yes", "chunked-upload": "unknown" }],
		["DELETE", /uploads/, { "cancel-upload": "unknown" }],
		["DELETE", /manifests\/sluice/, { "tag-deletion": "unknown" }],
		["PUT", /manifests\/sha512/, { "sha512-manifests": "unknown" }],
		["GET", /token/, { pull: "unknown", push: "unknown" }],
	])("a failure again and again is no refusal: %s %s", async (method, path, expected) => {
		await using registry = await startRegistry({ auth: { kind: "token" } });
		registry.inject({ method, path, action: { kind: "status", status: 500 } });
		const { code, found } = await doctor(`${registry.host}/a/b`, "--write");
		const seen = {
			...answers(found.permissions, "permission"),
			...answers(found.capabilities, "capability"),
		};
		expect(seen).toMatchObject(expected);
		expect([code, found.problems.filter(({ severity }) => severity === "error")]).toEqual([0, []]);
		if (expected.push === "unknown")
			expect(found.permissions.find(({ permission }) => permission === "delete")?.detail).toContain(
				"no upload could be opened",
			);
	});

	test("every attempt is among the requests", async () => {
		const met = new Set<string>();
		await using server = await startServer(({ method, path }, response) => {
			const key = `${method} ${path}`;
			if (met.has(key)) return json(response, method === "POST" ? 403 : 404, {});
			met.add(key);
			return json(response, 503, {}, { "retry-after": "0" });
		});
		const { found } = await doctor(`${server.host}/a/b`);
		expect(found.requests.map(({ method, status }) => `${method} ${status}`)).toEqual([
			"GET 503",
			"GET 404",
			"GET 503",
			"GET 404",
			"POST 503",
			"POST 403",
			"GET 503",
			"GET 404",
		]);
		expect(server.requests).toHaveLength(8);
	});

	test("credentials that a token service on another host would get: not permitted, and why", async () => {
		await using server = await startServer((_request, response) =>
			json(response, 401, {}, { "www-authenticate": 'Bearer realm="https://tokens.example/t",service="s"' }),
		);
		const auth = JSON.stringify([{ registry: server.host, username: "u", password: "p4ssw0rd" }]);
		const { code, found } = await doctor(`${server.host}/a/b`, "--registry-auth", auth);
		expect(code).toBe(1);
		expect(answers(found.permissions, "permission")).toMatchObject({ pull: "no", push: "no" });
		expect(found.permissions[0]?.detail).toContain("tokens.example");
	});

	test("a chunk answered 201 without its end (as ECR does) is not relied on", async () => {
		await using server = await startServer(
			tableOf([
				["POST", 202, UPLOAD],
				["PATCH", 201, UPLOAD],
				["DELETE", 204],
			]),
		);
		const { found } = await doctor(`${server.host}/a/b`);
		expect(found.capabilities.find(({ capability }) => capability === "chunked-upload")).toMatchObject({
			answer: "no",
			detail: expect.stringContaining("201 without a Range"),
		});
	});

	test("immutable tags and what can't be deleted: named", async () => {
		let puts = 0;
		await using server = await startServer(({ method, path }, response) => {
			if (method === "POST" && path.includes("digest=")) return json(response, 201, {});
			if (method === "POST") return json(response, 202, {}, UPLOAD);
			if (method === "PUT" && path.includes("sluice-doctor")) {
				puts += 1;
				const refused = { errors: [{ code: "TAG_INVALID", message: "the tag is immutable" }] };
				return puts === 1 ? json(response, 201, {}) : json(response, 400, refused);
			}
			if (method === "PUT") return json(response, 201, {});
			if (method === "GET") return json(response, 404, {});
			return json(response, method === "PATCH" ? 202 : 405, {}, method === "PATCH" ? { range: "0-1" } : {});
		});
		const { code, found } = await doctor(`${server.host}/a/b`, "--write");
		expect(code).toBe(0);
		expect(answers(found.capabilities, "capability")).toMatchObject({
			"immutable-tags": "yes",
			"tag-deletion": "no",
			referrers: "no",
		});
		expect(found.left).toEqual([
			expect.stringContaining("the tag sluice-doctor-"),
			expect.stringContaining("sha512:"),
			expect.stringContaining("sha256:"),
			expect.stringContaining("sha256:"),
		]);
		expect(found.problems).toMatchObject([{ severity: "warning", code: "probe-left-behind" }]);
	});

	/** Takes all that is written, but answers a tag that is there already, and manifests by sha512, as given. */
	const writing = (moved: [number, unknown], by512: [number, unknown]): Script => {
		let puts = 0;
		return ({ method, path }, response) => {
			if (method === "POST") return json(response, path.includes("digest=") ? 201 : 202, {}, UPLOAD);
			if (method === "PUT" && path.includes("manifests/sha512:")) return json(response, ...by512);
			if (method === "PUT" && path.includes("manifests/sluice-doctor")) {
				puts += 1;
				return puts === 1 ? json(response, 201, {}) : json(response, ...moved);
			}
			if (method === "PUT") return json(response, 201, {});
			if (method === "GET") return json(response, 404, {});
			return json(response, 202, {});
		};
	};
	const saying = (message: string) => ({ errors: [{ code: "X", message }] });

	test.each<[number, string, string]>([
		[400, "the tag cannot be overwritten because the repository is immutable", "yes"],
		[400, "quota of tags exceeded", "unknown"],
		[403, "the immutability role is missing", "unknown"],
		[201, "", "no"],
	])("a tag that is put again, answered %i %s: immutable %s", async (status, message, answer) => {
		await using server = await startServer(writing([status, saying(message)], [201, {}]));
		const { found } = await doctor(`${server.host}/a/b`, "--write");
		expect(answers(found.capabilities, "capability")["immutable-tags"]).toBe(answer);
	});

	test("a tag that can't be deleted goes with the manifest it points at, moved or not", async () => {
		for (const moved of [400, 201]) {
			const put = writing([moved, saying("the tag is immutable")], [201, {}]);
			const tag = /manifests\/sluice-doctor/;
			let deleted = 0;
			// Of the manifests the one that the tag does not point at stays: deleted are sha512, then from the last to the first.
			await using server = await startServer((request, response, count) => {
				if (request.method !== "DELETE" || !request.path.includes("/manifests/"))
					return put(request, response, count);
				if (tag.test(request.path)) return json(response, 405, {});
				deleted += 1;
				return json(response, deleted === (moved === 201 ? 2 : 3) ? 202 : 405, {});
			});
			const { found } = await doctor(`${server.host}/a/b`, "--write");
			expect(found.left.filter((each) => each.startsWith("the tag"))).toEqual([]);
			expect(found.left).toHaveLength(moved === 201 ? 3 : 2);
		}
	});

	test("blobs by sha512 taken, manifests refused (as distribution does) or lost: two findings", async () => {
		const refused = saying("provided digest did not match uploaded content");
		await using server = await startServer(writing([201, {}], [400, refused]));
		const { found } = await doctor(`${server.host}/a/b`, "--write");
		expect(answers(found.capabilities, "capability")).toMatchObject({
			"sha512-blobs": "yes",
			"sha512-manifests": "no",
		});
		await using loser = await startServer(writing([201, {}], [201, {}]));
		const lost = (await doctor(`${loser.host}/a/b`, "--write")).found;
		expect(lost.capabilities.find(({ capability }) => capability === "sha512-manifests")).toMatchObject({
			answer: "no",
			detail: expect.stringContaining("not found"),
		});
	});

	test("an address that holds a signature is shown without it", async () => {
		await using server = await startServer(
			tableOf([["POST", 202, { location: "/v2/a/b/blobs/uploads/1?_state=s3cret&X-Amz-Signature=s3cret" }]]),
		);
		const { text, found } = await doctor(`${server.host}/a/b`);
		expect(found.requests.some(({ method }) => method === "PATCH")).toBe(true);
		expect(text).not.toContain("s3cret");
	});

	test("hostile words can't write on the screen", async () => {
		await using server = await startServer(({ method }, response) =>
			json(response, method === "POST" ? 403 : 404, {
				errors: [{ code: "X", message: "\u001b[2J| a | <b> \n::error::x" }],
			}),
		);
		const { text } = await doctor(`${server.host}/a/b`);
		expect(text).not.toContain("\u001b");
		expect(text).not.toMatch(/^::error/m);
	});

	test("nothing listens there: 3; a wrong question: 2", async () => {
		expect(await exitCode("doctor", "127.0.0.1:1/a")).toBe(3);
		expect(await exitCode("doctor", "a", "b")).toBe(2);
	});
});
