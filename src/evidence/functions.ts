import type { CoveredFile } from "./covered-file.js";
import type { Ratio } from "./evidence.js";
import { largerOfEach } from "./ratio.js";
import { sorted } from "./written-coverage.js";

/**
 * Functions by name and first line, whatever the format: one that any report saw running ran. Formats name the
 * same functions differently and some begin them at their first statement, so those of two formats are never
 * added: of a file the larger number counts, and the larger number of those that ran. Pure.
 */

export type FunctionMark = [line: number, name: string, covered: boolean];

/** The functions of a file; undefined where no format says anything of functions. */
export function functionRatio(file: CoveredFile): Ratio | undefined {
	const only = file.only("functions");
	if (only !== undefined) return { covered: only.covered, total: only.total };
	return file.of("functions").length === 0 ? undefined : ratioOf(byFormat(file));
}

/** The functions that count, sorted: those of a format that ran, and of one that knows more as many that did not. */
export function functionsOf(file: CoveredFile): FunctionMark[] {
	const formats = byFormat(file);
	const most = ratioOf(formats);
	const ran = best(formats, ({ covered }) => covered);
	const known = best(formats, ({ total }) => total);
	if (ran === undefined || known === undefined) return [];
	if (countOf(ran).total === most.total) return ran;
	const missed = known.filter(([, , covered]) => !covered);
	return sorted([...ran.filter(([, , covered]) => covered), ...missed.slice(0, most.total - most.covered)]);
}

/** Of each format, sorted, where what another saw running has run. */
function byFormat(file: CoveredFile): FunctionMark[][] {
	const formats = file.of("functions").map((each) => sorted(each.marks()));
	if (formats.length < 2) return formats;
	const ran = new Set<string>();
	for (const marks of formats)
		for (const [line, name, covered] of marks) if (covered) ran.add(`${line} ${name}`);
	return formats.map((marks) =>
		marks.map(([line, name]): FunctionMark => [line, name, ran.has(`${line} ${name}`)]),
	);
}

function ratioOf(formats: readonly FunctionMark[][]): Ratio {
	return formats.reduce<Ratio>((all, marks) => largerOfEach(all, countOf(marks)), { covered: 0, total: 0 });
}

function countOf(marks: readonly FunctionMark[]): Ratio {
	return { covered: marks.filter(([, , covered]) => covered).length, total: marks.length };
}

/** The format with most of it, of equal ones that which knows the most, then the one whose names come first. */
function best(
	formats: readonly FunctionMark[][],
	most: (ratio: Ratio) => number,
): FunctionMark[] | undefined {
	let found: FunctionMark[] | undefined;
	for (const marks of formats) {
		const [a, b] = [countOf(marks), countOf(found ?? [])];
		const more = most(a) - most(b) || a.total - b.total || a.covered - b.covered;
		if (found === undefined || more > 0 || (more === 0 && JSON.stringify(marks) < JSON.stringify(found)))
			found = marks;
	}
	return found;
}
