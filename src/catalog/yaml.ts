import {
	type Document,
	isAlias,
	isMap,
	isScalar,
	isSeq,
	LineCounter,
	type Node,
	parseAllDocuments,
	type Scalar,
	type YAMLMap,
} from "yaml";
import { errorMessage } from "../runner/errors.js";
import { type Problem, problem } from "../runner/problem.js";

/**
 * YAML 1.2 that people write, as plain data that keeps its places. One document, no duplicate keys, no merge
 * keys, no tags; aliases only as far as a bounded number of nodes goes. Pure, and never throws.
 */

/** A path of keys and indexes into the data. */
export type DataPath = readonly (string | number)[];

/** A file's data and where each part of it stands. */
export interface YamlFile {
	file: string;
	/** Plain data, without the keys that begin with `x-`; undefined when the text is no usable YAML. */
	value: unknown;
	problems: readonly Problem[];
	/** The place of a value or, with `key`, of its key; of something that is not there, that of its parent. */
	place(path: DataPath, part?: "key" | "value"): { file: string; line?: number; column?: number };
}

/** Which scalars keep YAML's own types. All other numbers are taken as they are written: 1.10 stays 1.10. */
export interface ScalarRules {
	/** Keys whose values may be numbers. */
	numbers: ReadonlySet<string>;
	/** Keys of mappings in which all values are text, even true and 8080. */
	texts: ReadonlySet<string>;
}

/** The most nodes of one file, aliases counted each time they are used. */
export const NODE_LIMIT = 50_000;
/** The deepest nesting. */
export const DEPTH_LIMIT = 50;

const CORE_TAGS = new Set(
	["str", "int", "float", "bool", "null", "map", "seq"].map((name) => `tag:yaml.org,2002:${name}`),
);

interface Range {
	key: number | undefined;
	value: number | undefined;
}

/** Reads one YAML document. Everything that is wrong with it is in `problems`, with line and column. */
export function readYaml(text: string, file: string, rules: ScalarRules): YamlFile {
	const lines = new LineCounter();
	const problems: Problem[] = [];
	const ranges = new Map<string, Range>();
	const at = (offset: number | undefined) => {
		if (offset === undefined) return { file };
		const { line, col } = lines.linePos(offset);
		return line === 0 ? { file, line: 1, column: 1 } : { file, line, column: col };
	};
	const report = (code: string, message: string, offset: number | undefined, hint?: string) =>
		void problems.push(problem("error", code, message, { ...at(offset), hint }));
	const value = read(text, lines, rules, ranges, report);
	return {
		file,
		value: problems.length > 0 ? undefined : value,
		problems,
		place: (path, part = "value") => {
			for (let length = path.length; length >= 0; length--) {
				const range = ranges.get(pathKey(path.slice(0, length)));
				if (range === undefined) continue;
				const own = length === path.length && part === "value" ? range.value : range.key;
				return at(own ?? range.value);
			}
			return { file };
		},
	};
}

type ReportError = (code: string, message: string, offset: number | undefined, hint?: string) => void;

function read(
	text: string,
	lines: LineCounter,
	rules: ScalarRules,
	ranges: Map<string, Range>,
	report: ReportError,
): unknown {
	let documents: Document.Parsed[];
	try {
		// Duplicate keys are looked for below: the parser's own search compares every key with every other.
		const parsed = parseAllDocuments(text, {
			version: "1.2",
			schema: "core",
			lineCounter: lines,
			prettyErrors: false,
			uniqueKeys: false,
			logLevel: "silent",
		});
		documents = Array.isArray(parsed) ? parsed : [];
	} catch (thrown) {
		report("yaml-unreadable", `The file can't be read as YAML: ${errorMessage(thrown)}`, undefined);
		return undefined;
	}
	const [document, second] = documents;
	if (document === undefined) {
		report("yaml-empty", "The file is empty", 0);
		return undefined;
	}
	for (const error of [...document.errors, ...document.warnings].slice(0, 20))
		report("yaml-invalid", `This is no valid YAML: ${oneLine(error.message)}`, error.pos[0]);
	if (second !== undefined) {
		report(
			"yaml-several-documents",
			"The file holds several YAML documents",
			second.range[0],
			"Keep one document: remove what follows `---`.",
		);
	}
	if (document.directives.yaml.version !== "1.2") {
		report(
			"yaml-version",
			`The file asks for YAML ${document.directives.yaml.version}, and is read as YAML 1.2`,
			0,
			"Remove the %YAML line.",
		);
	}
	if (document.contents === null) {
		report("yaml-empty", "The file is empty", 0);
		return undefined;
	}
	return new Reader(rules, ranges, report).convert(document.contents, [], undefined, false);
}

/** Turns nodes into plain data, once, within the limits. */
class Reader {
	readonly #rules: ScalarRules;
	readonly #ranges: Map<string, Range>;
	readonly #report: ReportError;
	readonly #anchors = new Map<string, Node>();
	#nodes = 0;
	#full = false;

	constructor(rules: ScalarRules, ranges: Map<string, Range>, report: ReportError) {
		this.#rules = rules;
		this.#ranges = ranges;
		this.#report = report;
	}

	convert(node: Node | null, path: DataPath, keyOffset: number | undefined, aliased: boolean): unknown {
		const offset = node?.range?.[0];
		if (!this.#ranges.has(pathKey(path))) this.#ranges.set(pathKey(path), { key: keyOffset, value: offset });
		if (node === null) return null;
		if (this.#exceeds(path, offset)) return undefined;
		if (isAlias(node)) {
			const target = this.#anchors.get(node.source);
			if (target !== undefined) return this.convert(target, path, keyOffset, true);
			this.#report("yaml-invalid", `There is no anchor '&${node.source}' before this alias`, offset);
			return undefined;
		}
		if (node.tag !== undefined && !CORE_TAGS.has(node.tag)) {
			this.#report("yaml-tag", `The tag '${node.tag}' is not known here`, offset, "Remove it.");
			return undefined;
		}
		// Before the children: an alias inside its own anchor is stopped by the limit of depth.
		if (node.anchor !== undefined && node.anchor !== "" && !aliased) this.#anchors.set(node.anchor, node);
		if (isMap(node)) return this.#mapping(node, path, aliased);
		if (isSeq(node)) {
			return node.items.map((item, index) =>
				this.convert(item as Node | null, [...path, index], undefined, aliased),
			);
		}
		return isScalar(node) ? this.#scalar(node, path) : undefined;
	}

	#exceeds(path: DataPath, offset: number | undefined): boolean {
		if (this.#full) return true;
		this.#nodes++;
		if (this.#nodes <= NODE_LIMIT && path.length <= DEPTH_LIMIT) return false;
		this.#full = true;
		const what =
			this.#nodes > NODE_LIMIT ? `more than ${NODE_LIMIT} values` : `more than ${DEPTH_LIMIT} levels`;
		this.#report(
			"yaml-too-large",
			`The file has ${what}, what its aliases repeat included`,
			offset,
			"Write less into this file, and use fewer aliases.",
		);
		return true;
	}

	#mapping(node: YAMLMap, path: DataPath, aliased: boolean): Record<string, unknown> {
		const data: Record<string, unknown> = {};
		const seen = new Set<string>();
		for (const pair of node.items) {
			const keyNode = pair.key as Node | null;
			const offset = keyNode?.range?.[0] ?? node.range?.[0];
			const key = isScalar(keyNode) ? keyText(keyNode) : undefined;
			if (key === undefined) {
				this.#report("yaml-key", "A key must be plain text", offset);
				continue;
			}
			if (key === "<<") {
				this.#report(
					"yaml-merge-key",
					"Merge keys (<<) are not part of YAML 1.2",
					offset,
					"Write the keys out, or use an alias for a whole value.",
				);
				continue;
			}
			if (key === "__proto__") {
				this.#report("yaml-key", "'__proto__' can't be a key", offset, "Give it another name.");
				continue;
			}
			if (seen.has(key)) {
				this.#report("duplicate-key", `The key '${key}' occurs twice`, offset, "Remove one of the two.");
				continue;
			}
			seen.add(key);
			const value = this.convert(pair.value as Node | null, [...path, key], offset, aliased);
			// Free for the reader's own use, and for anchors.
			if (!key.startsWith("x-") || this.#holdsTexts(path)) data[key] = value;
		}
		return data;
	}

	#holdsTexts(path: DataPath): boolean {
		const parent = path.at(-1);
		return typeof parent === "string" && this.#rules.texts.has(parent);
	}

	#scalar(node: Scalar, path: DataPath): unknown {
		const { value } = node;
		if (typeof value === "string" || value === null) return value;
		const source = node.source ?? String(value);
		if (this.#holdsTexts(path.slice(0, -1))) return source;
		if (typeof value === "boolean") return value;
		const key = path.findLast((step) => typeof step === "string");
		return typeof value === "number" && key !== undefined && this.#rules.numbers.has(key) ? value : source;
	}
}

function keyText(node: Scalar): string | undefined {
	if (typeof node.value === "string") return node.value;
	return node.value === null ? undefined : (node.source ?? String(node.value));
}

function pathKey(path: DataPath): string {
	return JSON.stringify(path);
}

function oneLine(text: string): string {
	return text.split("\n")[0] ?? "";
}
