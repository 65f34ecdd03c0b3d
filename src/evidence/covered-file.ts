import { UserError } from "../runner/errors.js";
import { FileState } from "./coverage/file-state.js";
import { LineHits } from "./coverage/line-hits.js";
import { Branches, Functions } from "./coverage/line-marks.js";
import type { NameTables } from "./coverage/report.js";
import { Statements } from "./coverage/statements.js";
import type { FileTotals } from "./evidence.js";
import { largerOfEach } from "./ratio.js";

/**
 * Coverage of one file as it is held: in typed arrays, since there are tens of millions of lines. Lines of all
 * formats are one; arms, functions and statements stay apart by format, for each format names and numbers them
 * in its own way. Pure.
 */

/** What one format says of a file beside its lines; undefined where the format has no such thing. */
export interface Detail {
	/** The format's name; empty where it is not known. */
	readonly format: string;
	branches?: Branches | undefined;
	functions?: Functions | undefined;
	statements?: Statements | undefined;
}

export type DetailKind = "branches" | "functions" | "statements";

const TOTALS = ["lines", "branches", "functions", "statements"] as const;

export class CoveredFile {
	/** Repository path, or as a report writes it where it is none. */
	readonly path: string;
	readonly lines: LineHits;
	/** Of reports that give numbers alone for this file. */
	totals: FileTotals | undefined;
	/** Of the source that was counted in, where a tool tells of it. */
	state: FileState | undefined;
	readonly #tables: NameTables;
	/** A list, for nearly all files are of one format. */
	readonly #details: Detail[] = [];

	constructor(path: string, tables: NameTables, lines = new LineHits()) {
		this.path = path;
		this.lines = lines;
		this.#tables = tables;
	}

	/** Each format once. */
	get details(): readonly Detail[] {
		return this.#details;
	}

	/** What each format says of one kind; empty where none says anything. */
	of<K extends DetailKind>(kind: K): NonNullable<Detail[K]>[] {
		const found: NonNullable<Detail[K]>[] = [];
		for (const detail of this.#details) {
			const each = detail[kind];
			if (each !== undefined) found.push(each);
		}
		return found;
	}

	/** What one format says of a kind where no other says anything, as nearly always. */
	only<K extends DetailKind>(kind: K): Detail[K] | undefined {
		let only: Detail[K] | undefined;
		for (const { [kind]: each } of this.#details) {
			if (each === undefined) continue;
			if (only !== undefined) return undefined;
			only = each;
		}
		return only;
	}

	/** Takes what a format says that has said nothing yet. */
	put(detail: Detail): void {
		this.#details.push(detail);
	}

	/** Adds what a format says of this file somewhere else; nothing of it is kept. */
	addDetail({ format, branches, functions, statements }: Detail): void {
		const own = this.detail(format);
		if (branches !== undefined) this.branchesOf(own).addAll(branches);
		if (functions !== undefined) this.functionsOf(own).addAll(functions);
		if (statements !== undefined) this.statementsOf(own).addAll(statements);
	}

	/** Numbers of two parts may mean the same things, so they are never added. */
	addTotals(more: FileTotals | null | undefined): void {
		if (more == null) return;
		const united: FileTotals = { ...this.totals };
		for (const key of TOTALS) {
			const ratio = more[key];
			if (ratio !== undefined) united[key] = largerOfEach(united[key], ratio);
		}
		this.totals = united;
	}

	/**
	 * @param report the one that tells of it, where it is known
	 * @throws UserError `report-of-another-commit` where it was counted in another state of the source
	 */
	refuseOtherState(state: FileState | undefined, report?: string): void {
		const difference = state === undefined ? undefined : this.state?.difference(state);
		if (difference === undefined) return;
		throw new UserError(
			"report-of-another-commit",
			`${report ?? "A report"} has ${JSON.stringify(this.path.slice(0, 300))} in another state than one before, ${difference}: they are of different commits`,
			{
				file: report,
				hint: "Run the tests again, and unite only reports that were written of one commit.",
			},
		);
	}

	/** Takes the state of the source that something else was counted in, as long as it is no other one. */
	addState(state: FileState | undefined, report?: string): void {
		if (state === undefined) return;
		this.refuseOtherState(state, report);
		this.state ??= new FileState();
		this.state.add(state);
	}

	/** @throws UserError as refuseOtherState does */
	add(other: CoveredFile): void {
		this.addState(other.state);
		this.lines.addAll(other.lines);
		for (const detail of other.details) this.addDetail(detail);
		this.addTotals(other.totals);
	}

	detail(format: string): Detail {
		let detail = this.#details.find((each) => each.format === format);
		if (detail === undefined) {
			detail = { format };
			this.#details.push(detail);
		}
		return detail;
	}

	branchesOf(detail: Detail): Branches {
		detail.branches ??= new Branches(this.#tables.arms);
		return detail.branches;
	}

	functionsOf(detail: Detail): Functions {
		detail.functions ??= new Functions(this.#tables.functions);
		return detail.functions;
	}

	statementsOf(detail: Detail): Statements {
		detail.statements ??= new Statements(this.#tables.statements);
		return detail.statements;
	}
}
