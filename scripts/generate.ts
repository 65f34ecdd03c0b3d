import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { stringify } from "yaml";
import { z } from "zod";

/**
 * Writes what follows from the code: each action.yml (the root's too), the tables in the READMEs of the
 * actions, and schema/. `--check` writes nothing and fails where a file differs.
 */

interface Spec {
	name: string;
	description: string;
	default?: string;
	expression?: string;
	later?: boolean;
}

interface Action {
	name: string;
	description: string;
	inputs: readonly Spec[];
	outputs: readonly { name: string; description: string }[];
}

/** How an action shows itself in the Marketplace. */
const BRANDING: Readonly<Record<string, { icon: string; color: string }>> = {
	gate: { icon: "shield", color: "green" },
	plan: { icon: "share-2", color: "blue" },
	promote: { icon: "upload-cloud", color: "purple" },
	run: { icon: "play", color: "yellow" },
	version: { icon: "tag", color: "orange" },
};

const NOT_YET = "Not supported yet: giving it is an error, so that nobody relies on it.";
const START = "<!-- generated: inputs and outputs -->";
const END = "<!-- end of what is generated -->";
const HEADER = "# Made by `npm run generate` from the code; a test holds them together.\n";

const root = resolve(fileURLToPath(import.meta.url), "../..");
const check = process.argv.includes("--check");
let differs = 0;

const load = async (path: string) =>
	(await import(pathToFileURL(join(root, "build", path)).href)) as Record<string, unknown>;

for (const name of readdirSync(join(root, "src/actions")).sort()) {
	const exported = Object.values(await load(`actions/${name}/action.js`));
	const action = exported.find((each): each is Action => (each as Action).name === name);
	if (action === undefined) throw new Error(`src/actions/${name}/action.ts exports no action of that name`);
	write(`actions/${name}/action.yml`, actionYaml(action, `../../dist/${name}/index.js`));
	if (name === "gate") write("action.yml", actionYaml(action, `dist/${name}/index.js`));
	writeTables(`actions/${name}/README.md`, action);
	const schema = Object.values(await load(`actions/${name}/result.js`)).find(
		(each) => each instanceof z.ZodType,
	);
	if (schema === undefined) throw new Error(`src/actions/${name}/result.ts exports no schema`);
	writeSchema(`schema/${name}.result.v1.json`, schema, `The result of sluice ${name}`);
}
const { manifestSchema } = await load("catalog/manifest.js");
const { settingsSchema } = await load("catalog/settings.js");
const { evidenceSchema } = await load("evidence/evidence.js");
const { evidenceReportSchema } = await load("evidence/evidence-report.js");
const { diagnosisSchema } = await load("registry/doctor/diagnosis.js");
writeSchema("schema/sluice.service.v1.json", manifestSchema as z.ZodType, "sluice.service.yaml", "input");
writeSchema("schema/sluice.v1.json", settingsSchema as z.ZodType, "sluice.yaml", "input");
const { promotionRecordSchema } = await load("attest/promotion-record.js");
writeSchema(
	"schema/promotion-record.v1.json",
	promotionRecordSchema as z.ZodType,
	"The predicate of a promotion record (in-toto)",
);
writeSchema("schema/evidence.v1.json", evidenceSchema as z.ZodType, "What sluice run leaves behind");
writeSchema(
	"schema/evidence-report.v1.json",
	evidenceReportSchema as z.ZodType,
	"What sluice evidence prints",
);
writeSchema(
	"schema/registry-doctor.v1.json",
	diagnosisSchema as z.ZodType,
	"What sluice registry doctor prints",
);
if (differs > 0) {
	console.error(`${differs} files differ from what the code gives: npm run generate`);
	process.exitCode = 1;
}

function actionYaml(action: Action, main: string): string {
	const inputs = Object.fromEntries(
		action.inputs.map((spec) => {
			const fallback = spec.expression ?? spec.default;
			const description = spec.later === true ? `${spec.description} ${NOT_YET}` : spec.description;
			return [
				spec.name,
				{ description, required: false, ...(fallback === undefined ? {} : { default: fallback }) },
			];
		}),
	);
	const outputs = Object.fromEntries(action.outputs.map(({ name, description }) => [name, { description }]));
	const title = action.name === "gate" ? "Sluice" : `Sluice ${action.name}`;
	const document = {
		name: title,
		description: action.description,
		inputs,
		outputs,
		runs: { using: "node24", main },
		branding: BRANDING[action.name] ?? { icon: "box", color: "blue" },
	};
	return HEADER + stringify(document, { lineWidth: 100 });
}

function writeTables(path: string, action: Action): void {
	const file = join(root, path);
	const text = existsSync(file)
		? readFileSync(file, "utf8")
		: `# ${action.name}\n\n${action.description}\n\n${START}\n${END}\n`;
	const start = text.indexOf(START);
	const end = text.indexOf(END);
	if (start < 0 || end < start) throw new Error(`${path} has lost the marks ${START} and ${END}`);
	const cell = (words: string) => words.replaceAll("|", "\\|").replaceAll("\n", " ").replaceAll("<", "&lt;");
	const inputs = action.inputs.map((spec) => {
		const fallback = spec.expression ?? spec.default ?? "";
		const about = spec.later === true ? `${spec.description} *${NOT_YET}*` : spec.description;
		return `| \`${spec.name}\` | ${fallback === "" ? "" : `\`${cell(fallback)}\``} | ${cell(about)} |`;
	});
	const outputs = action.outputs.map((output) => `| \`${output.name}\` | ${cell(output.description)} |`);
	const tables = [
		"",
		"## Inputs",
		"",
		"| input | default | |",
		"| --- | --- | --- |",
		...inputs,
		"",
		"## Outputs",
		"",
		"| output | |",
		"| --- | --- |",
		...outputs,
		"",
	];
	write(
		path,
		text.slice(0, start + START.length) + tables.join("\n") + text.slice(end - 0).replace(/^/, "\n"),
	);
}

function writeSchema(
	path: string,
	schema: z.ZodType,
	title: string,
	io: "input" | "output" = "output",
): void {
	const json = z.toJSONSchema(schema, { io });
	visit(json, io === "input" ? allowExtensions : allowAdditions);
	write(path, `${JSON.stringify({ title, ...json }, null, "\t")}\n`);
}

/** In the files that people write unknown keys are errors, and keys that begin with `x-` are free. */
function allowExtensions(node: Record<string, unknown>): void {
	if (node.additionalProperties === false) node.patternProperties = { "^x-": {} };
}

/** Within a version results only grow: readers ignore what they do not know. */
function allowAdditions(node: Record<string, unknown>): void {
	if (node.additionalProperties === false) delete node.additionalProperties;
}

function visit(value: unknown, change: (node: Record<string, unknown>) => void): void {
	if (typeof value !== "object" || value === null) return;
	if (!Array.isArray(value)) change(value as Record<string, unknown>);
	for (const each of Object.values(value)) visit(each, change);
}

function write(path: string, text: string): void {
	const file = join(root, path);
	if (existsSync(file) && readFileSync(file, "utf8") === text) return;
	if (check) {
		console.error(`${path} is not what the code gives`);
		differs++;
		return;
	}
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
	console.log(`wrote ${path}`);
}
