import { z } from "zod";
import { didYouMean } from "../runner/inputs.js";
import { type Problem, problem } from "../runner/problem.js";
import type { DataPath, YamlFile } from "./yaml.js";

/** What a schema finds wrong with a file, in words that name the key, the line and the fix. Pure. */

type Issue = z.core.$ZodIssue;

/** The data by the schema's type, or all that is wrong with it. */
export function validate<T>(
	schema: z.ZodType<T>,
	yaml: YamlFile,
): { value: T; problems: readonly Problem[] } | { value: undefined; problems: readonly Problem[] } {
	if (yaml.problems.length > 0) return { value: undefined, problems: yaml.problems };
	const parsed = schema.safeParse(yaml.value);
	if (parsed.success) return { value: parsed.data, problems: [] };
	return {
		value: undefined,
		problems: parsed.error.issues
			.flatMap((issue) => flatten(issue, [], yaml.value))
			.flatMap((issue) => issueProblems(issue, schema, yaml)),
	};
}

/** Of a choice of forms, the issues of the one that the writer most likely meant. */
function flatten(issue: Issue, parent: DataPath, root: unknown): Issue[] {
	const path = [...parent, ...dataPath(issue.path)];
	if (issue.code !== "invalid_union" || issue.errors.length === 0) return [{ ...issue, path }];
	const meant = issue.errors.filter(
		(issues) => !issues.some((each) => each.path.length === 0 && each.code === "invalid_type"),
	);
	const [best] = meant.toSorted((a, b) => a.length - b.length);
	if (best !== undefined) return best.flatMap((each) => flatten(each, path, root));
	const expected = issue.errors.flatMap((issues) =>
		issues.flatMap((each) => (each.code === "invalid_type" ? [each.expected] : [])),
	);
	return [{ ...issue, path, errors: [], message: `must be ${words(expected)}` }];
}

function issueProblems(issue: Issue, schema: z.ZodType, yaml: YamlFile): Problem[] {
	const path = dataPath(issue.path);
	const label = path.length === 0 ? "The file" : `'${dotted(path)}'`;
	if (issue.code === "unrecognized_keys") {
		const known = keysAt(schema, path);
		return issue.keys.map((key) =>
			problem("error", "unknown-key", `Unknown key '${dotted([...path, key])}'`, {
				...yaml.place([...path, key], "key"),
				hint: `Allowed here: ${known.join(", ")}; keys that begin with x- are free.${didYouMean(key, known)}`,
			}),
		);
	}
	const found = valueAt(yaml.value, path);
	if (found === undefined && path.length > 0) {
		return [
			problem("error", "missing-key", `${label} is missing`, {
				...yaml.place(path.slice(0, -1)),
				hint: `Add '${path.at(-1)}:'.`,
			}),
		];
	}
	const place = yaml.place(path);
	if (issue.code === "invalid_type") {
		return [
			problem(
				"error",
				"wrong-type",
				`${label} must be ${words([issue.expected])}, not ${typeName(found)}`,
				place,
			),
		];
	}
	if (issue.code === "invalid_value") {
		const allowed = issue.values.map(String);
		const hint = `Allowed: ${allowed.join(", ")}.${typeof found === "string" ? didYouMean(found, allowed) : ""}`;
		return [problem("error", "value-not-allowed", `${label} is ${shown(found)}`, { ...place, hint })];
	}
	if (issue.code === "invalid_union") {
		return [problem("error", "wrong-type", `${label} ${issue.message}, not ${typeName(found)}`, place)];
	}
	return [
		problem("error", "invalid-value", `${label} is ${shown(found)}: ${lowerFirst(issue.message)}`, place),
	];
}

/** The keys that the schema knows at a path, for an error that names them. */
export function keysAt(schema: z.ZodType, path: DataPath): string[] {
	let schemas = forms(schema);
	for (const step of path) schemas = schemas.flatMap((each) => child(each, step)).flatMap(forms);
	const keys = schemas.flatMap((each) => (each instanceof z.ZodObject ? Object.keys(each.shape) : []));
	return [...new Set(keys)];
}

function forms(schema: z.core.$ZodType): z.core.$ZodType[] {
	if (schema instanceof z.ZodOptional) return forms(schema.unwrap());
	if (schema instanceof z.ZodUnion) return schema.options.flatMap(forms);
	return [schema];
}

function child(schema: z.core.$ZodType, step: string | number): z.core.$ZodType[] {
	if (schema instanceof z.ZodArray) return [schema.element];
	if (schema instanceof z.ZodRecord) return [schema.valueType];
	if (!(schema instanceof z.ZodObject)) return [];
	const shape = schema.shape as Readonly<Record<string, z.core.$ZodType>>;
	const known = Object.hasOwn(shape, String(step)) ? shape[String(step)] : schema.def.catchall;
	return known === undefined ? [] : [known];
}

/** `test.unit.run`, `uses[0].version`. */
export function dotted(path: DataPath): string {
	return path.reduce<string>(
		(text, step) => (typeof step === "number" ? `${text}[${step}]` : text === "" ? step : `${text}.${step}`),
		"",
	);
}

function dataPath(path: readonly PropertyKey[]): DataPath {
	return path.map((step) => (typeof step === "number" ? step : String(step)));
}

function valueAt(value: unknown, path: DataPath): unknown {
	let current = value;
	for (const step of path) {
		if (typeof current !== "object" || current === null || !Object.hasOwn(current, step)) return undefined;
		current = (current as Record<string | number, unknown>)[step];
	}
	return current;
}

const TYPE_WORDS = new Map([
	["string", "text"],
	["number", "a number"],
	["int", "a whole number"],
	["boolean", "true or false"],
	["array", "a list"],
	["object", "a mapping"],
	["record", "a mapping"],
]);

function words(types: readonly string[]): string {
	return [...new Set(types.map((type) => TYPE_WORDS.get(type) ?? type))].join(" or ");
}

function typeName(value: unknown): string {
	if (value === null || value === undefined) return "empty";
	if (Array.isArray(value)) return "a list";
	if (typeof value === "string") return `text (${shown(value)})`;
	return typeof value === "object" ? "a mapping" : shown(value);
}

function shown(value: unknown): string {
	const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
	return `'${text.length > 100 ? `${text.slice(0, 100)}…` : text}'`;
}

function lowerFirst(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}
