import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tool } from "../../test/live/tools.ts";

/** Copies `names` with the tag 1 from one registry to another; the engines that are compared. */
export interface Engine {
	name: string;
	copy(from: string, to: string, names: readonly string[]): Promise<void>;
}

/** Processes at once of an engine that copies one image per process. */
const AT_ONCE = 4;

export function engines(home: string): Engine[] {
	return [
		{ name: "sluice", copy: sluice },
		{
			name: "crane",
			copy: (from, to, names) =>
				each(names, (name) => run(tool("crane"), ["copy", `${from}/${name}:1`, `${to}/${name}:1`], home)),
		},
		{
			name: "regctl",
			copy: (from, to, names) =>
				each(names, (name) =>
					run(
						tool("regctl"),
						[
							...["--host", `reg=${from},tls=disabled`, "--host", `reg=${to},tls=disabled`],
							...["image", "copy", `${from}/${name}:1`, `${to}/${name}:1`],
						],
						home,
					),
				),
		},
		{
			name: "skopeo",
			copy: (from, to, names) =>
				each(names, (name) =>
					run(
						tool("skopeo"),
						[
							...["--insecure-policy", "copy", "--src-tls-verify=false", "--dest-tls-verify=false"],
							...["--preserve-digests", `docker://${from}/${name}:1`, `docker://${to}/${name}:1`],
						],
						home,
					),
				),
		},
	];
}

const ROOT = join(import.meta.dirname, "../..");

async function sluice(from: string, to: string, names: readonly string[]): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), "sluice-bench-"));
	const cli = ["build/cli/main.js", "dist/cli/index.js"].map((file) => join(ROOT, file)).find(existsSync);
	if (cli === undefined) throw new Error("Build first: npm run build");
	const lines = names.map((name) => `${from}/${name}:1 => ${to}/${name}:1`).join("\n");
	const args = ["promote", "--images", lines, "--referrers", "false"];
	writeFileSync(join(folder, "sluice.yaml"), "");
	await run(process.execPath, [cli, ...args], folder);
}

async function each(names: readonly string[], work: (name: string) => Promise<void>): Promise<void> {
	const left = [...names];
	await Promise.all(
		Array.from({ length: AT_ONCE }, async () => {
			for (let name = left.shift(); name !== undefined; name = left.shift()) await work(name);
		}),
	);
}

function run(program: string, args: readonly string[], folder: string): Promise<void> {
	const env = Object.fromEntries(
		Object.entries(process.env).filter(([name]) => !/^(GITHUB|INPUT|RUNNER|DOCKER|REGISTRY)_/.test(name)),
	);
	const child = spawn(program, args, {
		cwd: folder,
		env: { ...env, HOME: folder },
		stdio: ["ignore", "ignore", "pipe"],
	});
	let said = "";
	child.stderr.on("data", (chunk: Buffer) => {
		said = (said + chunk.toString()).slice(-4000);
	});
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("close", (code) => {
			if (code === 0) resolve();
			else reject(new Error(`${program} ${args.slice(0, 3).join(" ")} ended with ${code}: ${said}`));
		});
	});
}
