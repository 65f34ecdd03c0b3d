import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The licences of the packages that a bundle holds. The bundler's own list leaves out what stands in another file than
 * the last one that it writes.
 * @param modules the bundler's list of modules, as text: every path in it counts
 * @param root the folder that holds node_modules
 * @throws Error where a package that is named is not there
 */
export function licencesOf(modules: string, root: string): string {
	const folders = new Set<string>();
	for (const [path] of modules.matchAll(/(?:node_modules\/(?:@[\w.-]+\/)?[\w.-]+\/)+/g)) {
		// A package within another is named by both.
		for (let end = path.length; end > 0; end = path.lastIndexOf("/node_modules/", end - 2) + 1)
			folders.add(path.slice(0, end));
	}
	const packages = new Map<string, string>();
	for (const folder of folders) {
		const path = join(root, folder);
		const { name, version, license } = JSON.parse(readFileSync(join(path, "package.json"), "utf8")) as {
			name: string;
			version: string;
			license?: unknown;
		};
		const kind = typeof license === "string" ? license : "see below";
		const text = readdirSync(path)
			.filter((file) => /^(licen[cs]e|copying)/i.test(file))
			.sort()
			.map((file) => readFileSync(join(path, file), "utf8").replaceAll("\r\n", "\n").trim())
			.join("\n\n");
		packages.set(`${name} ${version}`, `${name}\nVersion ${version}, license: ${kind}\n${text}\n`);
	}
	return [...packages]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([, entry]) => entry)
		.join("\n");
}
