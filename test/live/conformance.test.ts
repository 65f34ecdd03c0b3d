import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { spawnTool, tool } from "./tools.ts";

/** The OCI distribution-spec conformance program against the embedded registry, started as people start it. */

let folder: string;
let address: string;
const main = resolve("test/embedded-registry/main.ts");
const registry = spawn(process.execPath, [main, "--port", "0", "--sparse"], {
	stdio: ["ignore", "pipe", "inherit"],
});

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "sluice-conformance-"));
	const [line] = (await once(registry.stdout, "data")) as [Buffer];
	address = line.toString("utf8").trim();
});
afterAll(() => {
	registry.kill("SIGTERM");
	rmSync(folder, { recursive: true, force: true });
});

it("passes all that the program tests, also what it tests only where it is asked to", async () => {
	const environment = {
		OCI_REGISTRY: new URL(address).host,
		OCI_TLS: "disabled",
		OCI_REPO1: "conformance/a",
		OCI_REPO2: "conformance/b",
		// What the program leaves out where nobody asks for it.
		OCI_API_BLOBS_UPLOAD_CANCEL: "true",
		OCI_API_BLOBS_DIGEST_HEADER: "true",
		OCI_API_MANIFESTS_DIGEST_HEADER: "true",
		OCI_API_MANIFESTS_TAG_PARAM: "true",
		OCI_DATA_SPARSE: "true",
	};
	const run = await spawnTool(tool("conformance"), [], {
		cwd: folder,
		env: { ...process.env, ...environment },
	});
	const junit = readFileSync(join(folder, "results/junit.xml"), "utf8");
	const count = (name: string) => Number(new RegExp(`<testsuite [^>]*\\b${name}="(\\d+)"`).exec(junit)?.[1]);
	console.log(
		`conformance: ${count("tests")} tests, ${count("failures")} failures, ${count("errors")} errors`,
	);
	expect(count("tests")).toBeGreaterThan(900);
	expect({ failures: count("failures"), errors: count("errors") }, run.output.slice(-4000)).toEqual({
		failures: 0,
		errors: 0,
	});
});
