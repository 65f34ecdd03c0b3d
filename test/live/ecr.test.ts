import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ambientOf } from "#src/registry/auth/ambient.js";
import { AMAZON } from "#src/registry/auth/clouds.js";
import { openKeychain } from "#src/registry/keychain.js";
import { tool } from "./tools.ts";

/** moto's ECR API: it checks AWS's signed requests and answers in AWS's own form. It holds no images. */
let moto: ChildProcess;
let url: string;

beforeAll(async () => {
	const port = await freePort();
	url = `http://127.0.0.1:${port}`;
	moto = spawn(tool("moto_server"), ["-H", "127.0.0.1", "-p", String(port)], { stdio: "ignore" });
	for (let tries = 0; tries < 200; tries += 1) {
		const answer = await fetch(`${url}/moto-api/`).catch(() => undefined);
		if (answer?.ok === true) return;
		await sleep(100);
	}
	throw new Error("moto_server did not start");
});

afterAll(async () => {
	vi.unstubAllEnvs();
	moto.kill();
	await once(moto, "close");
});

test("the keychain logs in at a private registry of ECR by AWS's own API", async () => {
	vi.stubEnv("AWS_ENDPOINT_URL", url);
	vi.stubEnv("AWS_ACCESS_KEY_ID", "id");
	vi.stubEnv("AWS_SECRET_ACCESS_KEY", "key");
	const masked: string[] = [];
	const keychain = openKeychain({
		env: {},
		mask: (secret) => masked.push(secret),
		ambient: ambientOf([AMAZON]),
	});
	const found = await keychain.find("123456789012.dkr.ecr.eu-west-1.amazonaws.com");
	expect(found).toMatchObject({ kind: "password", username: "AWS", password: "123456789012-auth-token" });
	expect(masked).toContain("123456789012-auth-token");
});

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	await new Promise((resolve) => server.close(resolve));
	return typeof address === "object" && address !== null ? address.port : 0;
}
