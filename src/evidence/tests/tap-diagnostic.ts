import { MESSAGE_LIMIT } from "./report.js";

/**
 * The YAML block after a test point, as far as tools agree on its keys: node-tap's `at`, Node's `error` and
 * `location`, tape's `operator`, bats' and TAP 14's `message`. No YAML is evaluated: keys of the first two
 * levels, scalars and block scalars are read line by line. Pure.
 */

/** As much of a block as is kept, in characters. */
const BLOCK_LIMIT = 4 * MESSAGE_LIMIT;

const TEXT_KEYS = ["message", "error", "diff"];

/** Gathers the lines of one block. */
export class TapDiagnostic {
	/** The indentation of its `---`. */
	readonly indent: number;
	readonly #values = new Map<string, string>();
	/** Everything, for a block that has none of the keys. */
	#all = "";
	/** How deep the keys of the first level stand: tape indents all of them. */
	#first: number | undefined;
	/** Where the values of a block scalar begin; undefined when none is open. */
	#block: { key: string; indent: number } | undefined;
	#parent = "";
	#size = 0;

	constructor(indent: number) {
		this.indent = indent;
	}

	/** One line between `---` and `...`. */
	add(raw: string): void {
		const line = raw.slice(Math.min(this.indent, raw.length - raw.trimStart().length));
		if (this.#size > BLOCK_LIMIT) return;
		this.#size += line.length + 1;
		if (this.#all.length < MESSAGE_LIMIT) this.#all += `${line}\n`.slice(0, MESSAGE_LIMIT);
		const indent = line.length - line.trimStart().length;
		if (this.#block !== undefined) {
			const deeper = indent > this.#block.indent;
			if (deeper || line.trim() === "") {
				this.#append(this.#block.key, line.trim() === "" ? "" : line);
				return;
			}
			this.#block = undefined;
		}
		const pair = /^( *)(?:'([^']+)'|"([^"]+)"|([\w.-]+))\s*:(?:\s+(.*))?$/s.exec(line);
		if (pair === null) return;
		const name = pair[2] ?? pair[3] ?? pair[4] ?? "";
		const value = (pair[5] ?? "").trim();
		this.#first ??= indent;
		const top = indent <= this.#first;
		const key = top ? name : `${this.#parent}.${name}`;
		if (top) this.#parent = name;
		if (/^[|>][-+]?\d?$/.test(value)) this.#block = { key, indent };
		else if (value !== "" && !this.#values.has(key)) this.#values.set(key, scalar(value));
	}

	#append(key: string, line: string): void {
		const before = this.#values.get(key);
		this.#values.set(key, before === undefined ? line : `${before}\n${line}`);
	}

	/** The value of a key, `at.lineNumber` for one of the second level. */
	value(key: string): string | undefined {
		const value = this.#values.get(key);
		return value === undefined ? undefined : dedented(value);
	}

	/** What failed, for people. */
	message(): string | undefined {
		for (const key of TEXT_KEYS) {
			const text = this.value(key);
			if (text !== undefined && text !== "") return text.slice(0, MESSAGE_LIMIT);
		}
		const [expected, actual] = [this.value("expected"), this.value("actual")];
		if (expected !== undefined && actual !== undefined)
			return `expected ${expected}, got ${actual}`.slice(0, MESSAGE_LIMIT);
		const all = (this.value("stack") ?? this.#all).trimEnd().slice(0, MESSAGE_LIMIT);
		return all === "" ? undefined : all;
	}

	/** Where the failed assertion stands. */
	place(): { file?: string; line?: number } {
		const file = this.value("at.fileName") ?? this.value("at.file") ?? this.value("file");
		if (file !== undefined)
			return placed(file, this.value("at.lineNumber") ?? this.value("at.line") ?? this.value("line"));
		const text = this.value("location") ?? this.value("at") ?? "";
		const match = /(?:^|\()(?:file:\/\/)?([^()]+?):(\d+)(?::\d+)?\)?$/.exec(text.slice(0, 4096));
		return match === null ? {} : placed(match[1] ?? "", match[2]);
	}
}

/** A place, if the line is a line. */
export function placed(file: string, line: string | undefined): { file?: string; line?: number } {
	if (file === "") return {};
	const number = Number(line);
	return Number.isSafeInteger(number) && number > 0 ? { file, line: number } : { file };
}

function scalar(text: string): string {
	if (text.length > 1 && text.startsWith("'") && text.endsWith("'"))
		return text.slice(1, -1).replaceAll("''", "'");
	if (text.length > 1 && text.startsWith('"') && text.endsWith('"')) {
		try {
			const value: unknown = JSON.parse(text);
			if (typeof value === "string") return value;
		} catch {
			return text.slice(1, -1);
		}
	}
	return text;
}

function dedented(text: string): string {
	const lines = text.split("\n");
	const indents = lines.filter((line) => line !== "").map((line) => line.length - line.trimStart().length);
	const least = indents.length === 0 ? 0 : Math.min(...indents);
	return lines
		.map((line) => line.slice(least))
		.join("\n")
		.trim();
}
