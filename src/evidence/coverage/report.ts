import type { Problem } from "../../runner/problem.js";
import type { Ratio } from "../evidence.js";
import type { CoverageFormat } from "../formats.js";
import type { XmlElement } from "../xml.js";
import { FileState } from "./file-state.js";
import { LineHits } from "./line-hits.js";
import { Branches, Functions } from "./line-marks.js";
import { NameTable } from "./name-table.js";
import { Statements } from "./statements.js";

/** What a coverage report says, before its paths are known to be files of the repository. Pure. */

/** A file of a report. Reports name tens of thousands, so a file takes what it uses. */
export class RawFile {
	/** As the report writes it. */
	readonly path: string;
	/** The module it belongs to (JaCoCo's group path, `services/web`), where the path alone may mean several files; or empty. */
	readonly module: string;
	readonly lines = new LineHits();
	/** Figures of a report that gives no detail for this file: they count only where there is no detail. */
	totals: FileTotals | undefined;
	/** Of the source that was counted in, where the tool tells of it: two states are never united. */
	state: FileState | undefined;
	/** Those that all files of the report share. */
	readonly tables: NameTables;
	#branches: Branches | undefined;
	#functions: Functions | undefined;
	#statements: Statements | undefined;

	constructor(path: string, module: string, tables: NameTables) {
		this.path = path;
		this.module = module;
		this.tables = tables;
	}

	/** Remembers what the tool calls this state of the file; false where it is another than before. */
	isSameVersion(version: string): boolean {
		this.state ??= new FileState();
		return this.state.isSameVersion(version);
	}

	/** Remembers a line's checksum; false where it is another than before. */
	isSameLine(line: number, checksum: string): boolean {
		this.state ??= new FileState();
		return this.state.isSameLine(line, checksum);
	}

	/** Whether each arm of a line was taken; an arm's key tells it from the others of its line. */
	get branches(): Branches {
		this.#branches ??= new Branches(this.tables.arms);
		return this.#branches;
	}

	/** By line and name. */
	get functions(): Functions {
		this.#functions ??= new Functions(this.tables.functions);
		return this.#functions;
	}

	/** By a key of the tool's own. */
	get statements(): Statements {
		this.#statements ??= new Statements(this.tables.statements);
		return this.#statements;
	}
}

/** Keys of arms, names of functions and keys of statements, of all files of a report. */
export class NameTables {
	readonly arms = new NameTable();
	readonly functions = new NameTable();
	readonly statements = new NameTable();
}

/** What a report says of a file in numbers alone. */
export interface FileTotals {
	lines?: Ratio | undefined;
	branches?: Ratio | undefined;
	functions?: Ratio | undefined;
	statements?: Ratio | undefined;
}

export interface CoverageReport {
	format: CoverageFormat;
	files: RawFile[];
	/** Folders that paths are relative to, as the report writes them; empty where the format has none. */
	sources: string[];
	/** Whether the report says anything of branches and of functions, were it that there are none. */
	hasBranches: boolean;
	hasFunctions: boolean;
	/** Whether the format counts statements, which are not lines. */
	hasStatements: boolean;
	problems: Problem[];
}

/** Gathers a report's files; one that appears in several records (of one module) is one file. */
export class CoverageCollector {
	readonly #files = new Map<string, RawFile>();
	readonly #tables = new NameTables();

	file(path: string, module = ""): RawFile {
		const key = module === "" ? path : `${module}\0${path}`;
		const known = this.#files.get(key);
		if (known !== undefined) return known;
		const made = new RawFile(path, module, this.#tables);
		this.#files.set(key, made);
		return made;
	}

	/** Arms that are gathered before they are added to a file of this report. */
	newBranches(): Branches {
		return new Branches(this.#tables.arms);
	}

	/** Keys of arms of all files of this report. */
	get armNames(): NameTable {
		return this.#tables.arms;
	}

	/** Keys of statements of all files of this report. */
	get statementNames(): NameTable {
		return this.#tables.statements;
	}

	files(): RawFile[] {
		return [...this.#files.values()];
	}
}

/** Adds to the line's hits. */
export function addLine(file: RawFile, line: number, hits: number): void {
	file.lines.add(line, hits);
}

export function addBranch(file: RawFile, line: number, key: string, covered: boolean): void {
	file.branches.mark(line, file.branches.names.number(key), covered);
}

export function addFunction(file: RawFile, line: number, name: string, covered: boolean): void {
	file.functions.mark(line, file.functions.names.number(name), covered);
}

export function addStatements(file: RawFile, key: string, count: number, covered: boolean): void {
	file.statements.mark(file.statements.names.number(key), count, covered);
}

/** The sum, as large as an exact integer can be. */
export function addHits(a: number, b: number): number {
	return Math.min(Number.MAX_SAFE_INTEGER, a + b);
}

/**
 * A count of hits as tools write them: negative ones (counters that ran over) are none, floats and numbers
 * beyond 2^53 are clamped to an integer that is above 0 where they are. Undefined for what is no number.
 */
export function parseHits(text: string): number | undefined {
	const plain = digits(text);
	if (plain !== undefined) return plain;
	const trimmed = text.trim();
	if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(trimmed)) return undefined;
	const value = Number(trimmed);
	if (Number.isNaN(value)) return undefined;
	return Math.min(Number.MAX_SAFE_INTEGER, Math.max(0, Math.ceil(value)));
}

/** The number of a line in an attribute, from 1. Undefined for what is none. */
export function lineNumber(element: XmlElement, name: string): number | undefined {
	const value = element.integer(name);
	return value === undefined || value === 0 || value > 999_999_999 ? undefined : value;
}

/** A line's number, from 1. Undefined for what is none. */
export function parseLineNumber(text: string): number | undefined {
	const value = text.length > 9 ? undefined : digits(text);
	return value === 0 ? undefined : value;
}

/** A number of at most 15 digits: nearly all there are, and reports have millions. */
function digits(text: string): number | undefined {
	const { length } = text;
	if (length === 0 || length > 15) return undefined;
	let value = 0;
	for (let index = 0; index < length; index++) {
		const digit = text.charCodeAt(index) - 48;
		if (digit < 0 || digit > 9) return undefined;
		value = value * 10 + digit;
	}
	return value;
}
