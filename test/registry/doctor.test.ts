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
import { image, push, testClient } from "./images.ts";
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
	const found = await registryCommand.run(question, await registryCommand.ports(host, question));
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
			sha512: "yes",
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
		expect(answers(found.capabilities, "capability")).toMatchObject({ mount: "yes" });
		expect(answers(found.permissions, "permission")).toMatchObject({ pull: "yes" });
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
			expect.stringContaining("sha256:"),
			expect.stringContaining("sha256:"),
		]);
		expect(found.problems).toMatchObject([{ severity: "warning", code: "probe-left-behind" }]);
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
