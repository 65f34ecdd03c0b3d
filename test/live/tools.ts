import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/**
 * The path of a program that `.ci/install-tools` installs, or that is on PATH. One that is missing is an
 * error, never a skipped test.
 */
export function tool(name: string): string {
	const folders = [toolFolder(), ...(process.env.PATH ?? "").split(delimiter)];
	const found = folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
	if (found === undefined) throw new Error(`${name} is not installed: run .ci/install-tools`);
	return found;
}

function toolFolder(): string {
	const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
	return join(process.env.SLUICE_TOOLS ?? join(cache, "sluice", "tools"), "bin");
}

/** Runs a program to its end; stdout and stderr come as one text. */
export async function spawnTool(
	program: string,
	args: readonly string[],
	options: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<{ code: number | null; output: string }> {
	const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"], timeout: 300_000 });
	let output = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.on("data", (chunk: Buffer) => {
			output += chunk.toString("utf8");
		});
	}
	const [code] = (await once(child, "close")) as [number | null];
	return { code, output };
}
