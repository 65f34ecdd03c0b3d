import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The licences of the packages that a bundle holds, found by the comments in which the bundler names each module. The
 * bundler's own list leaves out what stands in another file than the entry.
 * @param scripts the texts of the bundle's files
 * @param root the folder that holds node_modules
 * @throws Error where a package that is named is not there
 */
export function licencesOf(scripts: readonly string[], root: string): string {
	const folders = new Set<string>();
	for (const text of scripts) {
		for (const [found] of text.matchAll(/(?:node_modules\/(?:@[\w.-]+\/)?[\w.-]+\/)+/g)) folders.add(found);
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
