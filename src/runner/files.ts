import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Writes a whole result and returns its path. Each call gets a file of its own: one job may run an action twice. */
export async function writeResultFile(folder: string, name: string, result: unknown): Promise<string> {
	const path = join(folder, "sluice", `${name}.${crypto.randomUUID()}.result.json`);
	await mkdir(join(folder, "sluice"), { recursive: true });
	await writeFile(path, `${JSON.stringify(result, null, "\t")}\n`, { flag: "wx" });
	return path;
}
