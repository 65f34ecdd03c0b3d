import { FileState } from "./coverage/file-state.js";
import type { CoveredFile, DetailKind } from "./covered-file.js";
import type { FileCoverage } from "./evidence.js";
import { COVERAGE_FORMATS } from "./formats.js";

/**
 * Coverage of one file as `evidence.v1` has it: keys of arms, functions and statements begin with the name of
 * their format and a space, so that what two formats say is still told apart when it is read back. Pure.
 */

type Mark = [line: number, name: string, covered: boolean];

const FORMATS: ReadonlySet<string> = new Set(COVERAGE_FORMATS);

/** Sorted, so that the same coverage is the same text. */
export function writtenFile(file: CoveredFile): FileCoverage {
	const statements: NonNullable<FileCoverage["statements"]> = [];
	for (const detail of file.details) {
		for (const [key, { count, covered }] of detail.statements ?? [])
			statements.push([withFormat(detail.format, key), count, covered]);
	}
	return {
		path: file.path,
		lines: file.lines.pairs(),
		branches: marksOf(file, "branches"),
		functions: marksOf(file, "functions"),
		...(file.of("statements").length === 0
			? {}
			: { statements: statements.sort((a, b) => (a[0] < b[0] ? -1 : 1)) }),
		...(file.totals === undefined ? {} : { totals: file.totals }),
		...(file.state === undefined ? {} : { state: writtenState(file.state) }),
	};
}

function writtenState({ versions, checksums }: FileState): NonNullable<FileCoverage["state"]> {
	return {
		...(versions.length === 0 ? {} : { versions }),
		...(checksums === undefined ? {} : { checksums: checksums.pairs() }),
	};
}

function stateOf({ versions = [], checksums = [] }: NonNullable<FileCoverage["state"]>): FileState {
	const state = new FileState();
	for (const version of versions) state.isSameVersion(version);
	for (const [line, hash] of checksums) state.isSameHash(line, hash);
	return state;
}

/**
 * Adds what is written to a file.
 * @throws UserError `report-of-another-commit` where it was counted in another state of the source
 */
export function addWritten(file: CoveredFile, written: FileCoverage): void {
	if (written.state != null) file.addState(stateOf(written.state));
	file.lines.reserve(written.lines.at(-1)?.[0] ?? 0, written.lines.length);
	for (const [line, hits] of written.lines) file.lines.add(line, hits);
	// That a format has branches and none is in this file is known of no format by name.
	if (written.branches?.length === 0) file.branchesOf(file.detail(""));
	if (written.functions?.length === 0) file.functionsOf(file.detail(""));
	if (written.statements?.length === 0) file.statementsOf(file.detail(""));
	for (const [line, name, covered] of written.branches ?? []) {
		const [format, key] = ofFormat(name);
		const arms = file.branchesOf(file.detail(format));
		arms.mark(line, arms.names.number(key), covered);
	}
	for (const [line, name, covered] of written.functions ?? []) {
		const [format, key] = ofFormat(name);
		const functions = file.functionsOf(file.detail(format));
		functions.mark(line, functions.names.number(key), covered);
	}
	for (const [name, count, covered] of written.statements ?? []) {
		const [format, key] = ofFormat(name);
		const statements = file.statementsOf(file.detail(format));
		statements.mark(statements.names.number(key), count, covered);
	}
	file.addTotals(written.totals);
}

function marksOf(file: CoveredFile, kind: Exclude<DetailKind, "statements">): Mark[] | null {
	const marks: Mark[] = [];
	let said = false;
	for (const detail of file.details) {
		const own = detail[kind];
		if (own === undefined) continue;
		said = true;
		for (const [line, name, covered] of own.marks())
			marks.push([line, withFormat(detail.format, name), covered]);
	}
	return said ? sorted(marks) : null;
}

/** By line, then by name. */
export function sorted<T extends readonly [number, string, ...unknown[]]>(marks: T[]): T[] {
	return marks.sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0));
}

function withFormat(format: string, key: string): string {
	return format === "" ? key : `${format} ${key}`;
}

/** A key that begins with no format's name was written by another tool, or before keys had one. */
function ofFormat(text: string): [format: string, key: string] {
	const space = text.indexOf(" ");
	const format = space < 0 ? "" : text.slice(0, space);
	return FORMATS.has(format) ? [format, text.slice(space + 1)] : ["", text];
}
