import { cutText } from "./cut-text.js";
import { UserError } from "./errors.js";

/** One input of an action: the source of action.yml, the README's table and the terminal's flags. */
export interface InputSpec {
	/** Kebab-case. */
	name: string;
	/** One or two sentences, for action.yml and `--help`. */
	description: string;
	/** The default that action.yml and the terminal give. */
	default?: string;
	/** A default that only a workflow has, such as `${{ github.token }}`; the terminal has none. */
	expression?: string;
	/** Masked before anything is printed. */
	secret?: boolean;
	/** Named by the contract and refused when it is given, until the suite can do it. */
	later?: boolean;
}

/** One output of an action. */
export interface OutputSpec {
	name: string;
	description: string;
}

/**
 * The inputs of one call as text, read once, with errors that name the input and the fix. Text is not
 * trimmed: white space may be data (a branch name may begin with U+FEFF).
 */
export class Inputs {
	readonly #values: ReadonlyMap<string, string>;
	readonly #specs: ReadonlyMap<string, InputSpec>;

	constructor(specs: readonly InputSpec[], values: ReadonlyMap<string, string>) {
		this.#specs = new Map(specs.map((spec) => [spec.name, spec]));
		this.#values = values;
		for (const spec of specs) {
			if (spec.later === true && this.text(spec.name) !== undefined) {
				throw new UserError("input-not-supported", `Input '${spec.name}' is not supported yet`, {
					input: spec.name,
					hint: `Remove '${spec.name}': leaving it out is safer than having it ignored.`,
				});
			}
		}
	}

	/** The text, its default, or undefined when it is not given or empty. */
	text(name: string): string | undefined {
		const spec = this.#specs.get(name);
		if (spec === undefined) throw new Error(`input '${name}' is not declared`);
		const value = this.#values.get(name);
		if (value !== undefined && value !== "") return value;
		return spec.default === "" ? undefined : spec.default;
	}

	/** The text; a UserError when it is not given. */
	required(name: string): string {
		const value = this.text(name);
		if (value === undefined || value.trim() === "") {
			throw new UserError("input-missing", `Input '${name}' is required and was not given`, {
				input: name,
				hint: `Add '${name}:' under 'with:' (or --${name} in a terminal).`,
			});
		}
		return value;
	}

	/**
	 * One item per line, or a JSON array of strings. CRLF ends a line too, blank lines and lines that begin
	 * with `#` are left out. With `commas` (plain names and tag patterns) a comma separates as well.
	 */
	list(name: string, options: { commas?: boolean } = {}): string[] {
		return parseList(name, this.text(name), options);
	}

	/** Whether the list was given at all: `[]` is given, the empty string is not. */
	given(name: string): boolean {
		return this.text(name) !== undefined;
	}

	/** YAML 1.2 core booleans: true or false, in the three usual spellings. */
	boolean(name: string): boolean {
		const value = this.text(name)?.trim();
		if (value === undefined) return false;
		if (/^(true|True|TRUE)$/.test(value)) return true;
		if (/^(false|False|FALSE)$/.test(value)) return false;
		throw new UserError("input-not-boolean", `Input '${name}' is ${quote(value)}, which is no boolean`, {
			input: name,
			hint: `Write true or false.`,
		});
	}

	/** One of the allowed values. */
	choice<const T extends string>(name: string, allowed: readonly T[]): T | undefined {
		const value = this.text(name)?.trim();
		if (value === undefined) return undefined;
		const found = allowed.find((each) => each === value);
		if (found !== undefined) return found;
		throw new UserError("input-not-allowed", `Input '${name}' is ${quote(value)}`, {
			input: name,
			hint: `Allowed: ${allowed.join(", ")}.`,
		});
	}

	/** A whole number of at least `minimum`. */
	integer(name: string, minimum = 0): number | undefined {
		const value = this.text(name)?.trim();
		if (value === undefined) return undefined;
		const number = Number(value);
		if (/^\d+$/.test(value) && Number.isSafeInteger(number) && number >= minimum) return number;
		throw new UserError("input-not-integer", `Input '${name}' is ${quote(value)}, which is no whole number`, {
			input: name,
			hint: `Write a whole number of at least ${minimum}.`,
		});
	}

	/** Parsed JSON, or undefined when it is not given. */
	json(name: string): unknown {
		const value = this.text(name);
		if (value === undefined) return undefined;
		try {
			return JSON.parse(value);
		} catch (cause) {
			throw new UserError("input-not-json", `Input '${name}' is not JSON: ${(cause as Error).message}`, {
				input: name,
				cause,
				hint: `Pass it as \${{ toJSON(...) }} or as an output that holds JSON.`,
			});
		}
	}
}

/** The list rules of `Inputs.list`, for text that does not come from an input of its own. */
export function parseList(
	name: string,
	text: string | undefined,
	options: { commas?: boolean } = {},
): string[] {
	if (text === undefined) return [];
	if (text.trimStart().startsWith("[")) {
		const parsed = parseJsonList(text);
		if (parsed !== undefined) return parsed;
		throw new UserError("input-not-list", `Input '${name}' begins like a JSON array and is none of strings`, {
			input: name,
			hint: `Write ["a", "b"], or one item per line.`,
		});
	}
	const items: string[] = [];
	for (const line of text.split(/\r\n|\n|\r/)) {
		const trimmed = line.trim();
		if (trimmed === "" || trimmed.startsWith("#")) continue;
		if (options.commas !== true) items.push(trimmed);
		else
			items.push(
				...trimmed
					.split(",")
					.map((each) => each.trim())
					.filter((each) => each !== ""),
			);
	}
	return items;
}

function parseJsonList(text: string): string[] | undefined {
	try {
		const value: unknown = JSON.parse(text);
		if (Array.isArray(value) && value.every((each) => typeof each === "string")) return value;
	} catch {
		// Said by the caller, who knows the input's name.
	}
	return undefined;
}

/** Foreign text inside an error: JSON-quoted, and cut at 200 characters. */
export function quote(text: string): string {
	return JSON.stringify(text.length > 200 ? `${cutText(text, 200)}…` : text);
}

/** The nearest of `candidates` to `word`, for a did-you-mean; undefined where none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
	let best: string | undefined;
	let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
	for (const candidate of candidates) {
		if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
		const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
		if (distance < bestDistance) {
			best = candidate;
			bestDistance = distance;
		}
	}
	return best;
}

/** Levenshtein's distance; words here are short (names and keys). */
function editDistance(a: string, b: string): number {
	let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const current = [i];
		for (let j = 1; j <= b.length; j++) {
			const cost = a[i - 1] === b[j - 1] ? 0 : 1;
			current[j] = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
		}
		previous = current;
	}
	return previous[b.length] ?? 0;
}

/** A sentence for a hint: ` Did you mean 'x'?`, or nothing. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
	const found = nearest(word, candidates);
	return found === undefined ? "" : ` Did you mean '${found}'?`;
}
