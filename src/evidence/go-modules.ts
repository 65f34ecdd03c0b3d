import type { FileTree } from "../git/tree.js";

/** Go names files by import path: which folder of the repository a module is in stands in its go.mod. */

/** The folders of each module of a tree. One module in several folders (copies in test data) keeps them all. */
export async function readGoModules(tree: FileTree): Promise<ReadonlyMap<string, readonly string[]>> {
	const manifests = (await tree.list()).filter((path) => path === "go.mod" || path.endsWith("/go.mod"));
	const modules = new Map<string, string[]>();
	if (manifests.length === 0) return modules;
	for (const [path, text] of await tree.read(manifests)) {
		const name = moduleOf(text);
		if (name === undefined) continue;
		const folder = path === "go.mod" ? "." : path.slice(0, -"/go.mod".length);
		modules.set(name, [...(modules.get(name) ?? []), folder]);
	}
	return modules;
}

/** The module line of a go.mod (https://go.dev/ref/mod#go-mod-file-module), bare, quoted or in parentheses. */
function moduleOf(text: string): string | undefined {
	const plain = text.replace(/\/\/[^\n]*/g, "");
	return /^[ \t]*module[ \t]*(?:\([ \t\r\n]*)?["`]?([^\s"`()]+)/m.exec(plain)?.[1];
}
