import { execFileSync } from "node:child_process";
import { mkdir, open, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseRegistryAuth } from "#src/registry/credentials.js";
import { parseDockerConfig } from "#src/registry/docker-config.js";
import { openKeychain } from "#src/registry/keychain.js";
import type { UserError } from "#src/runner/errors.js";
import { failureOf, temporaryFolder } from "./images.ts";

function thrown(work: () => unknown): UserError {
	try {
		work();
	} catch (error) {
		return error as UserError;
	}
	throw new Error("it did not fail");
}

describe("registry-auth", () => {
	test("all values are strings", () => {
		const text =
			"- registry: ghcr.io\n  username: 007\n  password: 1e3\n- registry: https://index.docker.io/v1/\n  username: yes\n  password: null\n";
		expect(parseRegistryAuth(text)).toEqual([
			{ registry: "ghcr.io", username: "007", password: "1e3" },
			{ registry: "docker.io", username: "yes", password: "null" },
		]);
	});

	test.each(["", "  \n", "# none\n", "[]"])("%j is nothing", (text) => {
		expect(parseRegistryAuth(text)).toEqual([]);
	});

	test.each([
		["- registry: ghcr.io\n  username: u\n  passwd: s3cret\n", 'unknown key "passwd"', 3, 3],
		["- registry: ghcr.io\n  username: u\n", "without password", 1, 3],
		["- registry: ghcr.io\n  username: u\n  password: ''\n", "empty password", 3, 13],
		["registry: ghcr.io\nusername: u\npassword: s3cret\n", "is not a list", 1, 1],
		["- s3cret\n", "entry without keys", 1, 3],
		["- registry: ghcr.io/acme\n  username: u\n  password: s3cret\n", "not host", 1, 13],
		["- registry: ghcr.io\n  username: u\n  password: [s3cret]\n", "not a text", 3, 13],
		["- registry: ghcr.io\n  username: u\n  password: 's3cret\n", "not valid YAML", undefined, undefined],
		[
			"- {registry: a.b, username: u, password: s3cret}\n- {registry: A.B, username: u, password: s3cret}\n",
			"twice",
			2,
			3,
		],
		["- {registry: a.b, username: u, username: v, password: s3cret}\n", "not valid YAML", 1, undefined],
	])("%j is refused", (text, reason, line, column) => {
		const error = thrown(() => parseRegistryAuth(text));
		expect(error).toMatchObject({ code: "invalid-registry-auth", place: { input: "registry-auth" } });
		expect(error.message).toContain(reason);
		if (line !== undefined) expect(error.place.line).toBe(line);
		if (column !== undefined) expect(error.place.column).toBe(column);
		expect(`${error.message} ${error.hint} ${String(error.cause)}`).not.toContain("s3cret");
	});
});

describe("Docker's configuration", () => {
	test("all forms of credentials", () => {
		const auth = Buffer.from("user:pass:word").toString("base64");
		const config = {
			auths: {
				"https://index.docker.io/v1/": { auth },
				"https://ghcr.io/v2/": { username: "u", password: "p" },
				"acr.example": { auth: Buffer.from("00000000:").toString("base64"), identitytoken: "refresh" },
				"bearer.example:5000": { registrytoken: "tok" },
				"empty.example": {},
			},
			credHelpers: { "gcr.example": "gcloud" },
			credsStore: "desktop",
		};
		const from = "config.json";
		const parsed = parseDockerConfig(JSON.stringify(config), from);
		expect(Object.fromEntries(parsed.auths)).toEqual({
			"docker.io": { kind: "password", username: "user", password: "pass:word", from },
			"ghcr.io": { kind: "password", username: "u", password: "p", from },
			"acr.example": { kind: "identity", token: "refresh", from },
			"bearer.example:5000": { kind: "bearer", token: "tok", from },
		});
		expect(Object.fromEntries(parsed.credHelpers)).toEqual({ "gcr.example": "gcloud" });
		expect(parsed.credsStore).toBe("desktop");
	});

	test("what is null or empty is not there, as for Docker", () => {
		const config = {
			auths: {
				"null.example": null,
				"a.b": { auth: null, identitytoken: null, username: "u", password: "p" },
			},
			credHelpers: { "file.example": "", "null.example": null },
			credsStore: null,
		};
		const parsed = parseDockerConfig(JSON.stringify(config), "config.json");
		expect([...parsed.auths.keys()]).toEqual(["a.b"]);
		expect(parsed.credHelpers.get("file.example")).toBe("");
		expect(parsed.credsStore).toBeUndefined();
		expect(parseDockerConfig('{"auths": null, "credHelpers": null}', "config.json").auths.size).toBe(0);
	});

	test.each([
		['{"auths": {"a.b": {"auth": "s3cret', "not valid JSON"],
		["[]", "not a JSON object"],
		['{"auths": []}', "auths that are not an object"],
		['{"auths": {"a.b": {"auth": "c2VjcmV0"}}}', "not base64 of user:password"],
		['{"auths": {"a.b": {"password": "s3cret"}}}', "alone"],
		['{"credsStore": "../../bin/sh"}', "name no helper"],
		['{"credHelpers": {"a.b": "x y"}}', "name no helper"],
	])("%j is refused", (text, reason) => {
		const error = thrown(() => parseDockerConfig(text, "/home/me/.docker/config.json"));
		expect(error).toMatchObject({
			code: "invalid-docker-config",
			place: { file: "/home/me/.docker/config.json" },
		});
		expect(error.message).toContain(reason);
		expect(`${error.message} ${String(error.cause)}`).not.toContain("s3cret");
	});
});

describe("the keychain", () => {
	async function withConfig(
		config: unknown,
		helpers: Record<string, string> = {},
		registryAuth = "",
		helperTimeout?: number,
	) {
		const folder = await temporaryFolder();
		await mkdir(join(folder, "bin"));
		await writeFile(
			join(folder, "config.json"),
			typeof config === "string" ? config : JSON.stringify(config),
		);
		for (const [name, script] of Object.entries(helpers)) {
			const file = join(folder, "bin", `docker-credential-${name}`);
			// Copied by a process of its own: one that another test starts meanwhile would hold a file that is written
			// here, and a file that is open for writing can't be run (ETXTBSY).
			await writeFile(`${file}.text`, `#!/bin/sh\n${script}\n`);
			execFileSync("install", ["-m", "755", `${file}.text`, file]);
		}
		const masked: string[] = [];
		const env = { DOCKER_CONFIG: folder, PATH: `${join(folder, "bin")}:${process.env.PATH}`, FOLDER: folder };
		const timeout = helperTimeout === undefined ? {} : { helperTimeout };
		const keychain = openKeychain({
			registryAuth,
			env,
			mask: (secret) => void masked.push(secret),
			...timeout,
		});
		return { keychain, masked, folder };
	}

	test("takes registry-auth before Docker's file, and masks", async () => {
		const auth = Buffer.from("other:pw").toString("base64");
		const config = { auths: { "a.b": { auth }, "c.d": { auth } } };
		const { keychain, masked } = await withConfig(
			config,
			{},
			"- {registry: a.b, username: u, password: topsecret}",
		);
		expect(await keychain.find("a.b")).toMatchObject({ username: "u", password: "topsecret" });
		expect(masked).toContain("topsecret");
		expect(masked).toContain(Buffer.from("u:topsecret").toString("base64"));
		expect(masked).not.toContain("pw");
		expect(await keychain.find("c.d")).toMatchObject({ username: "other", password: "pw" });
		expect(masked).toContain(auth);
		expect(await keychain.find("e.f")).toBeUndefined();
	});

	test("asks a helper once, by Docker's name of the registry", async () => {
		const script =
			'read server; echo "$server" >> "$FOLDER/asked"\necho \'{"ServerURL":"x","Username":"h","Secret":"s1s1"}\'';
		const { keychain, masked, folder } = await withConfig(
			{ credHelpers: { "docker.io": "mine" } },
			{ mine: script },
		);
		const [first, second] = await Promise.all([keychain.find("docker.io"), keychain.find("docker.io")]);
		expect(first).toEqual({
			kind: "password",
			username: "h",
			password: "s1s1",
			from: "docker-credential-mine",
		});
		expect(second).toBe(first);
		expect(masked).toContain("s1s1");
		expect(await readFile(join(folder, "asked"), "utf8")).toBe("https://index.docker.io/v1/\n");
	});

	test("a helper's identity token", async () => {
		const script = 'echo \'{"Username":"<token>","Secret":"refresh"}\'';
		const { keychain } = await withConfig({ credsStore: "mine" }, { mine: script });
		expect(await keychain.find("a.b")).toMatchObject({ kind: "identity", token: "refresh" });
	});

	test("a registry whose helper is empty has its credentials in the file, whatever the store", async () => {
		const auths = { "a.b": { username: "u", password: "p" } };
		const config = { credsStore: "mine", credHelpers: { "a.b": "" }, auths };
		const { keychain } = await withConfig(config, { mine: "exit 3" });
		expect(await keychain.find("a.b")).toMatchObject({ username: "u" });
		expect((await failureOf(keychain.find("c.d"))).code).toBe("credential-helper-failed");
	});

	test("a helper that has nothing leaves the word to the file", async () => {
		const script = 'echo "credentials not found in native keychain"; exit 1';
		const config = { credsStore: "mine", auths: { "a.b": { username: "u", password: "p" } } };
		const { keychain } = await withConfig(config, { mine: script });
		expect(await keychain.find("a.b")).toMatchObject({ username: "u" });
		expect(await keychain.find("c.d")).toBeUndefined();
	});

	test.each([
		["echo oops; exit 3", "exit code 3"],
		["echo not-json", "not its protocol's JSON"],
		["head -c 100000 /dev/zero; sleep 60", "printed too much"],
		["sleep 60", "did not answer"],
	])("a helper that does %j fails", async (script, reason) => {
		const { keychain } = await withConfig({ credsStore: "mine" }, { mine: script }, "", 1000);
		const error = await failureOf(keychain.find("a.b"));
		expect(error).toMatchObject({ code: "credential-helper-failed", fault: "outside" });
		expect(error.message).toContain(reason);
	});

	test("a helper that the system can't run fails", async () => {
		const { keychain, folder } = await withConfig({ credsStore: "mine" }, { mine: "true" });
		// Open for writing: the kernel refuses to run it.
		const held = await open(join(folder, "bin", "docker-credential-mine"), "r+");
		try {
			const error = await failureOf(keychain.find("a.b"));
			expect(error).toMatchObject({ code: "credential-helper-failed", fault: "outside" });
			expect(error.message).toContain("could not be started");
		} finally {
			await held.close();
		}
	});

	test("a helper that is missing fails, but not for registries of registry-auth", async () => {
		const auth = "- {registry: a.b, username: u, password: p}";
		const { keychain } = await withConfig({ credsStore: "no-such" }, {}, auth);
		expect(await keychain.find("a.b")).toMatchObject({ username: "u" });
		expect((await failureOf(keychain.find("c.d"))).message).toContain(
			"docker-credential-no-such is not on the PATH",
		);
	});

	test("what is given by name comes from no cloud", async () => {
		const asked: string[] = [];
		const keychain = openKeychain({
			env: {},
			mask: () => undefined,
			ambient: async (registry) => {
				asked.push(registry);
				return { kind: "identity", token: "cloud", from: "a cloud", expiresAt: Date.now() + 3_600_000 };
			},
		});
		expect(await keychain.find("a.b", "given")).toBeUndefined();
		expect(asked).toEqual([]);
		expect(await keychain.find("a.b")).toMatchObject({ token: "cloud" });
	});

	test("no file is no credentials; a broken one is an error that quotes nothing", async () => {
		const none = openKeychain({ env: { HOME: await temporaryFolder() }, mask: () => undefined });
		expect(await none.find("a.b")).toBeUndefined();
		expect(await openKeychain({ env: {}, mask: () => undefined }).find("a.b")).toBeUndefined();
		const { keychain } = await withConfig('{"auths": s3cret');
		const error = await failureOf(keychain.find("a.b"));
		expect(error.code).toBe("invalid-docker-config");
		expect(JSON.stringify(error) + error.message).not.toContain("s3cret");
	});
});
