import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { licencesOf } from "./licences.ts";

/**
 * Makes dist/ from nothing: each action of src/actions and the terminal, bundled by ncc from what tsc wrote.
 * ncc's own TypeScript loader does not run under TypeScript 7. `--only a,b` makes some of them.
 */

const root = resolve(fileURLToPath(import.meta.url), "../..");
process.chdir(root);

/** Bytes that a bundle may have, all its files together (docs/architecture.md). */
const MEGABYTE = 1_000_000;
const BUDGETS = new Map([
	["plan", 4 * MEGABYTE],
	["version", 4 * MEGABYTE],
	["run", 4 * MEGABYTE],
	["gate", 7 * MEGABYTE],
	["promote", 8 * MEGABYTE],
]);

/**
 * What a library asks for inside a try, and says so if it is not there: Negotiate at a proxy, of sigstore's HTTP
 * client.
 */
const OPTIONAL = ['eval("require")("kerberos")'];

/** Compiled from nothing, in a folder of its own: tests may be running from build/. */
const compiled = ".cache/bundles";
const only = process.argv[2] === "--only" ? (process.argv[3] ?? "").split(",") : undefined;
const entries = [
	...readdirSync("src/actions").map((name) => [name, `${compiled}/actions/${name}/main.js`] as const),
	["cli", `${compiled}/cli/main.js`] as const,
].filter(([name]) => only === undefined || only.includes(name));

rmSync(compiled, { recursive: true, force: true });
execFileSync("tsc", ["-p", "tsconfig.json", "--outDir", compiled], { stdio: "inherit" });
if (only === undefined) rmSync("dist", { recursive: true, force: true });

let failed = false;
for (const [name, entry] of entries) {
	const target = join("dist", name);
	rmSync(target, { recursive: true, force: true });
	// Without maps: ncc would ship the compiler's, which hold the machine's paths.
	const modules = resolve(compiled, `${name}.json`);
	execFileSync("ncc", ["build", entry, "--out", target, "--stats-out", modules, "--no-cache", "--quiet"], {
		stdio: "inherit",
	});
	const scripts = readdirSync(target, { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith(".js"))
		.map((file) => join(target, file));
	// Some libraries end their lines by CRLF, which git would make another file.
	for (const file of scripts) writeFileSync(file, readFileSync(file, "utf8").replaceAll("\r\n", "\n"));
	writeFileSync(join(target, "licenses.txt"), licencesOf(readFileSync(modules, "utf8"), root));
	const files = readdirSync(target, { recursive: true, encoding: "utf8" }).filter((file) =>
		statSync(join(target, file)).isFile(),
	);
	const bytes = files.reduce((sum, file) => sum + statSync(join(target, file)).size, 0);
	for (const file of files.filter((each) => each.endsWith(".js"))) {
		const text = OPTIONAL.reduce(
			(rest, call) => rest.replaceAll(call, ""),
			readFileSync(join(target, file), "utf8"),
		);
		for (const bad of ["webpackMissingModule", 'eval("require")', root]) {
			if (text.includes(bad)) {
				console.error(
					`dist/${name}/${file} holds ${JSON.stringify(bad)}: it would fail at run time or names this machine`,
				);
				failed = true;
			}
		}
	}
	const budget = BUDGETS.get(name);
	const over = budget !== undefined && bytes > budget;
	if (over) failed = true;
	console.log(
		`dist/${name}: ${(bytes / MEGABYTE).toFixed(2)} MB in ${files.length} files${over ? `, above its ${budget / MEGABYTE} MB` : ""}`,
	);
}
process.exitCode = failed ? 1 : 0;
