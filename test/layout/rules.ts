import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** The folders of src/ from top to bottom: each imports only those of lower rows (and itself). */
const ROWS: readonly (readonly string[])[] = [
	["cli"],
	["actions"],
	["promotion"],
	["attest", "records"],
	["versions", "evidence", "graph"],
	["catalog", "specs"],
	["commands", "context", "registry", "git", "github"],
	["runner"],
];

/** Folders that exist for their effects, and the files in them that are decisions all the same. */
const EFFECTS = new Set(["cli", "registry", "git", "github", "commands", "runner"]);
const PURE_IN_EFFECTS = [
	/^cli\/(arguments|plain|help)\.ts$/,
	/^git\/(diff|redact|tree)\.ts$/,
	/^registry\/(name)\.ts$/,
	/^runner\/(errors|problem|problem-list|inert|inputs|action|log|markdown|outputs|annotations|failure)\.ts$/,
];

/** Files with effects in folders of decisions: entries, wirings, and the readers of what the runner gives. */
const IMPURE = [
	/^actions\/[^/]+\/(main|ports)\.ts$/,
	/^actions\/promote\/(build-evidence|journal-file|named-files)\.ts$/,
	/^context\/read\.ts$/,
	/^evidence\/(disk|file-bytes|found-files)\.ts$/,
];

const EFFECT_IMPORTS =
	/^(@actions\/.*|undici|(node:)?(fs|fs\/promises|child_process|os|net|http|https|dns|tls|worker_threads|process|timers|timers\/promises))$/;
const GRAB_BAG = /^(utils?|helpers?|common|managers?|misc)$/;

/** Every breach of the layout's rules in a source tree, one sentence each. */
export function layoutProblems(source: string): string[] {
	const problems: string[] = [];
	const rank = new Map(ROWS.flatMap((folders, row) => folders.map((folder) => [folder, row] as const)));
	for (const path of readdirSync(source, { recursive: true, encoding: "utf8" })
		.map((each) => each.replaceAll("\\", "/"))
		.sort()) {
		if (!path.endsWith(".ts")) continue;
		const folder = path.split("/")[0] ?? "";
		const row = rank.get(folder);
		if (row === undefined) {
			problems.push(`src/${folder} is no folder of the layout`);
			continue;
		}
		for (const part of path.replace(/\.ts$/, "").split("/")) {
			if (GRAB_BAG.test(part)) problems.push(`${path}: name it after its one concept, not '${part}'`);
		}
		const text = withoutComments(readFileSync(join(source, path), "utf8"));
		const pure = isPure(path, folder);
		for (const specifier of imports(text)) {
			if (!specifier.startsWith(".")) {
				if (pure && EFFECT_IMPORTS.test(specifier)) problems.push(`${path} is pure and imports ${specifier}`);
				if (specifier === "@actions/core" && folder !== "runner")
					problems.push(`${path} imports @actions/core: only src/runner knows the runner`);
				continue;
			}
			const target = relative(source, join(source, dirname(path), specifier)).replaceAll("\\", "/");
			const other = target.split("/")[0] ?? "";
			const below = ROWS.slice(row + 1).flat();
			if (other !== folder && !below.includes(other))
				problems.push(
					`${path} imports ${target}: ${folder} may only import ${below.join(", ") || "nothing"}`,
				);
			if (folder === "actions" && other === "actions" && target.split("/")[1] !== path.split("/")[1]) {
				problems.push(`${path} imports ${target}: actions do not import each other`);
			}
		}
		if (
			folder !== "git" &&
			/\b(spawn|spawnSync|exec|execFile|execFileSync|execSync|getExecOutput)\(\s*["']git["']/.test(text)
		) {
			problems.push(`${path}: only src/git runs git`);
		}
		if (!pure) continue;
		const bare = withoutStrings(text);
		if (/(?<![.\w])process\./.test(bare) || /(?<![.\w])process\[/.test(bare))
			problems.push(`${path} is pure and reads process`);
		if (/\bDate\.now\(|\bnew Date\(\s*\)|\bperformance\.now\(/.test(bare))
			problems.push(`${path} is pure and reads the clock`);
		if (/\bMath\.random\(|\brandomUUID\(/.test(bare)) problems.push(`${path} is pure and reads chance`);
	}
	return problems;
}

function isPure(path: string, folder: string): boolean {
	if (IMPURE.some((each) => each.test(path))) return false;
	if (EFFECTS.has(folder)) return PURE_IN_EFFECTS.some((each) => each.test(path));
	return true;
}

function imports(text: string): string[] {
	const found = text.matchAll(
		/(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+|\brequire\s*\(\s*)["']([^"']+)["']/g,
	);
	return [...found].map((match) => match[1] ?? "");
}

function withoutComments(text: string): string {
	return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:"'`])\/\/[^\n]*/g, "$1");
}

function withoutStrings(text: string): string {
	return text.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""');
}
