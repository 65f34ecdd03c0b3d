import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { adviceFor } from "#src/registry/advice.js";
import { type AmbientPorts, ambientOf, type PassingCredentials } from "#src/registry/auth/ambient.js";
import { AMAZON, AMAZON_PUBLIC, AZURE } from "#src/registry/auth/clouds.js";
import { parseEcrHost } from "#src/registry/auth/ecr-host.js";
import { GOOGLE } from "#src/registry/auth/google-cloud.js";
import { openKeychain } from "#src/registry/keychain.js";
import { initialTraits } from "#src/registry/upload-traits.js";
import { failureOf, temporaryFolder } from "./images.ts";
import { json, type ScriptedServer, startServer } from "./scripted-server.ts";

const ambientCredentials = ambientOf([AMAZON, AMAZON_PUBLIC, AZURE, GOOGLE]);
const ECR = "123456789012.dkr.ecr.eu-west-1.amazonaws.com";

/** Ports whose requests to hosts of a cloud reach a server here. */
function portsTo(
	server: ScriptedServer | undefined,
	env: Record<string, string> = {},
): AmbientPorts & { masked: string[]; warned: string[] } {
	const masked: string[] = [];
	const warned: string[] = [];
	return {
		env,
		masked,
		warned,
		mask: (secret) => masked.push(secret),
		warn: (message) => warned.push(message),
		now: () => 1_000,
		timeout: 5_000,
		fetch: (input, init) => {
			const url = new URL(String(input));
			return fetch(`${server?.url}/${url.host}${url.pathname}`, init);
		},
	};
}

/** Only these variables of a cloud are set, and nothing is found outside of them. */
function cloudEnvironment(variables: Record<string, string>): void {
	for (const name of Object.keys(process.env)) {
		if (/^(AWS|GOOGLE|GCE|CLOUDSDK|AZURE)_/.test(name)) vi.stubEnv(name, undefined);
	}
	const own = { AWS_EC2_METADATA_DISABLED: "true", METADATA_SERVER_DETECTION: "none", HOME: "/nonexistent" };
	for (const [name, value] of Object.entries({ ...own, ...variables })) vi.stubEnv(name, value);
}

afterEach(() => vi.unstubAllEnvs());

describe("whose registry it is", () => {
	test.each([
		[ECR, { account: "123456789012", region: "eu-west-1", fips: false }],
		[
			"123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com",
			{ account: "123456789012", region: "us-gov-west-1", fips: true },
		],
		[
			"123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn",
			{ account: "123456789012", region: "cn-north-1", fips: false },
		],
		["123456789012.dkr-ecr.eu-west-1.on.aws", { account: "123456789012", region: "eu-west-1", fips: false }],
		[
			"123456789012.dkr-ecr.cn-north-1.on.amazonwebservices.com.cn:443",
			{ account: "123456789012", region: "cn-north-1", fips: false },
		],
		[`${ECR}:8443`, undefined],
		[`${ECR}.evil.example`, undefined],
		["evil.example.dkr.ecr.eu-west-1.amazonaws.com", undefined],
		["123456789012.dkr.ecr.eu.west.1.amazonaws.com", undefined],
	])("%s", (host, parsed) => {
		expect(parseEcrHost(host)).toEqual(parsed);
		// All that depends on it goes by the same fact.
		const isEcr = parsed !== undefined;
		expect(AMAZON.owns(host)).toBe(isEcr);
		expect(initialTraits(host).chunks).toBe(isEcr ? "never" : "possible");
		expect(adviceFor(host)?.product).toBe(isEcr ? "Amazon ECR" : undefined);
	});

	test.each(["ghcr.io", "evilgcr.io", "azurecr.io.example", "public.ecr.aws.example", "x.pkg.dev.example"])(
		"%s is no cloud's: nothing is asked",
		async (registry) => {
			expect(await ambientCredentials(registry, portsTo(undefined))).toBeUndefined();
		},
	);
});

describe("Amazon", () => {
	const token = Buffer.from("AWS:s3cret").toString("base64");

	test("ECR: the token is user and password", async () => {
		await using server = await startServer((_request, response) =>
			json(response, 200, {
				authorizationData: [{ authorizationToken: token, expiresAt: 2_000, proxyEndpoint: `https://${ECR}` }],
			}),
		);
		cloudEnvironment({
			AWS_ENDPOINT_URL: server.url,
			AWS_ACCESS_KEY_ID: "id",
			AWS_SECRET_ACCESS_KEY: "key",
		});
		expect(await ambientCredentials(ECR, portsTo(undefined))).toEqual({
			kind: "password",
			username: "AWS",
			password: "s3cret",
			from: "AWS (ecr:GetAuthorizationToken)",
			expiresAt: 2_000_000,
		});
		expect(server.requests[0]?.headers["x-amz-target"]).toMatch(/GetAuthorizationToken$/);
		expect(server.requests[0]?.headers.authorization).toContain("/eu-west-1/ecr/");
	});

	test("ECR without AWS's credentials: anonymous", async () => {
		cloudEnvironment({ AWS_ENDPOINT_URL: "http://127.0.0.1:9" });
		expect(await ambientCredentials(ECR, portsTo(undefined))).toBeUndefined();
	});

	test("ECR that refuses the identity: an error with the permission's name", async () => {
		await using server = await startServer((_request, response) =>
			json(response, 400, { __type: "AccessDeniedException", message: "not authorized to perform it" }),
		);
		cloudEnvironment({
			AWS_ENDPOINT_URL: server.url,
			AWS_ACCESS_KEY_ID: "id",
			AWS_SECRET_ACCESS_KEY: "key",
		});
		const error = await failureOf(ambientCredentials(ECR, portsTo(undefined)));
		expect(error.code).toBe("cloud-credentials-failed");
		expect(error.message).toContain("not authorized to perform it");
		expect(error.hint).toContain("ecr:GetAuthorizationToken");
	});

	test("ECR Public that refuses the identity: anonymous, with a warning", async () => {
		await using server = await startServer((_request, response) =>
			json(response, 400, { __type: "AccessDeniedException", message: "no" }),
		);
		cloudEnvironment({
			AWS_ENDPOINT_URL: server.url,
			AWS_ACCESS_KEY_ID: "id",
			AWS_SECRET_ACCESS_KEY: "key",
		});
		const ports = portsTo(undefined);
		expect(await ambientCredentials("public.ecr.aws", ports)).toBeUndefined();
		expect(ports.warned).toEqual([expect.stringContaining("sts:GetServiceBearerToken")]);
	});

	test("ECR Public", async () => {
		await using server = await startServer((_request, response) =>
			json(response, 200, { authorizationData: { authorizationToken: token, expiresAt: 2_000 } }),
		);
		cloudEnvironment({
			AWS_ENDPOINT_URL: server.url,
			AWS_ACCESS_KEY_ID: "id",
			AWS_SECRET_ACCESS_KEY: "key",
		});
		expect(await ambientCredentials("public.ecr.aws", portsTo(undefined))).toMatchObject({
			password: "s3cret",
		});
	});
});

describe("Google", () => {
	test("a workload identity is exchanged for an access token", async () => {
		await using server = await startServer(({ path }, response) =>
			path === "/subject"
				? json(response, 200, { value: "oidc-token" })
				: json(response, 200, {
						access_token: "ya29.token",
						issued_token_type: "urn:ietf:params:oauth:token-type:access_token",
						token_type: "Bearer",
						expires_in: 3600,
					}),
		);
		const file = join(await temporaryFolder(), "credentials.json");
		await writeFile(
			file,
			JSON.stringify({
				type: "external_account",
				audience: "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/g",
				subject_token_type: "urn:ietf:params:oauth:token-type:jwt",
				token_url: `${server.url}/token`,
				credential_source: {
					url: `${server.url}/subject`,
					format: { type: "json", subject_token_field_name: "value" },
				},
			}),
		);
		cloudEnvironment({ GOOGLE_APPLICATION_CREDENTIALS: file });
		const found = await ambientCredentials("europe-docker.pkg.dev", portsTo(undefined));
		expect(found).toMatchObject({
			kind: "password",
			username: "oauth2accesstoken",
			password: "ya29.token",
		});
		expect(found?.expiresAt).toBeGreaterThan(Date.now());
		expect(server.requests.map(({ path }) => path)).toEqual(["/subject", "/token"]);
	});

	test("without any: anonymous", async () => {
		cloudEnvironment({});
		expect(await ambientCredentials("europe-docker.pkg.dev", portsTo(undefined))).toBeUndefined();
	});
});

describe("Azure", () => {
	const identity = { AZURE_TENANT_ID: "tenant", AZURE_CLIENT_ID: "client" };

	test("a federated token gets Entra's token, and that the registry's refresh token", async () => {
		await using server = await startServer(({ path }, response) =>
			path.endsWith("/oauth2/exchange")
				? json(response, 200, { refresh_token: "r3fresh" })
				: json(response, 200, { access_token: "entra-token" }),
		);
		const file = join(await temporaryFolder(), "token");
		await writeFile(file, "federated\n");
		const ports = portsTo(server, { ...identity, AZURE_FEDERATED_TOKEN_FILE: file });
		expect(await ambientCredentials("acme.azurecr.io", ports)).toMatchObject({
			kind: "identity",
			token: "r3fresh",
		});
		const [entra, exchange] = server.requests;
		expect(entra?.path).toBe("/login.microsoftonline.com/tenant/oauth2/v2.0/token");
		expect(new URLSearchParams(entra?.body).get("client_assertion")).toBe("federated");
		expect(exchange?.path).toBe("/acme.azurecr.io/oauth2/exchange");
		expect(Object.fromEntries(new URLSearchParams(exchange?.body))).toEqual({
			grant_type: "access_token",
			service: "acme.azurecr.io",
			tenant: "tenant",
			access_token: "entra-token",
		});
		expect(ports.masked).toContain("entra-token");
	});

	test("what Entra refuses is said, the secret is not", async () => {
		await using server = await startServer((_request, response) =>
			json(response, 401, { error: "invalid_client", error_description: "AADSTS7000215: Invalid secret" }),
		);
		const ports = portsTo(server, { ...identity, AZURE_CLIENT_SECRET: "s3cret" });
		const error = await failureOf(ambientCredentials("acme.azurecr.io", ports));
		expect(error.message).toContain("AADSTS7000215");
		expect(error.message).not.toContain("s3cret");
	});

	test("an answer without end is not read to its end", async () => {
		await using server = await startServer((_request, response) => {
			const more = () => {
				while (!response.destroyed && response.write(Buffer.alloc(16 * 1024, " ")));
			};
			response.on("drain", more);
			more();
		});
		const ports = portsTo(server, { ...identity, AZURE_CLIENT_SECRET: "s3cret" });
		const error = await failureOf(ambientCredentials("acme.azurecr.io", ports));
		expect(error.message).toContain("Microsoft Entra gave no access token");
	});

	test("a redirect is not followed: the form holds secrets", async () => {
		await using server = await startServer(({ path }, response) => {
			if (path === "/elsewhere") return json(response, 200, { access_token: "x" });
			response.writeHead(307, { location: "/elsewhere" });
			response.end();
		});
		const ports = portsTo(server, { ...identity, AZURE_CLIENT_SECRET: "s3cret" });
		expect((await failureOf(ambientCredentials("acme.azurecr.io", ports))).code).toBe(
			"cloud-credentials-failed",
		);
		expect(server.requests).toHaveLength(1);
	});

	test("without an identity in the environment: anonymous", async () => {
		expect(await ambientCredentials("acme.azurecr.io", portsTo(undefined, identity))).toBeUndefined();
	});
});

describe("in the keychain", () => {
	const found = (password: string, expiresAt: number): PassingCredentials => ({
		kind: "password",
		username: "AWS",
		password,
		from: "a cloud",
		expiresAt,
	});

	test("Docker's configuration file comes first", async () => {
		const folder = await temporaryFolder();
		await mkdir(join(folder, ".docker"));
		const auth = Buffer.from("u:file").toString("base64");
		await writeFile(join(folder, ".docker", "config.json"), JSON.stringify({ auths: { [ECR]: { auth } } }));
		const keychain = openKeychain({
			env: { HOME: folder },
			mask: () => {},
			ambient: async () => found("cloud", 9e15),
		});
		expect(await keychain.find(ECR)).toMatchObject({ password: "file" });
		expect(await keychain.find("public.ecr.aws")).toMatchObject({ password: "cloud" });
	});

	test("it is asked once, and again before the credentials end", async () => {
		let now = 0;
		let asked = 0;
		const masked: string[] = [];
		const keychain = openKeychain({
			env: {},
			mask: (secret) => masked.push(secret),
			now: () => now,
			ambient: async () => {
				asked += 1;
				return found(`p${asked}`, now + 1_000_000);
			},
		});
		await Promise.all([keychain.find(ECR), keychain.find(ECR)]);
		now = 899_999;
		expect(await keychain.find(ECR)).toMatchObject({ password: "p1" });
		now = 900_000;
		expect(await keychain.find(ECR)).toMatchObject({ password: "p2" });
		expect(asked).toBe(2);
		expect(masked).toContain("p2");
	});
});
