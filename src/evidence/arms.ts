import type { LineMarks } from "./coverage/line-marks.js";
import type { NameTable } from "./coverage/name-table.js";
import type { CoveredFile } from "./covered-file.js";
import type { Ratio } from "./evidence.js";
import { addRatio, largerOfEach } from "./ratio.js";

/**
 * Arms of branches. Within one format an arm that any shard took was taken. Two formats place the arms of a
 * branch on the same line and number them differently, so that of which arm they speak is not known: of a line
 * the larger number of arms counts and the larger number of those taken, never their sum. The same goes for the
 * two ways in which Cobertura numbers arms. Pure.
 */

const TILDE = 0x7e;
/** How arms are numbered: named by the tool, by Cobertura's count (`~0`), by its conditions (`~0.1`). */
const NAMED = 0;
const COUNTED = 1;
const CONDITION = 2;
const KINDS = 3;

/** Whether a key is of a count, a condition or a tool's own; asked again and again, so remembered by table. */
const kindsOf = new WeakMap<NameTable, Uint8Array>();

function kinds(names: NameTable): Uint8Array {
	const known = kindsOf.get(names);
	if (known !== undefined && known.length >= names.size) return known;
	const all = new Uint8Array(names.size);
	if (known !== undefined) all.set(known);
	for (let number = known?.length ?? 0; number < all.length; number++) {
		if (names.beginsWith(number, TILDE)) all[number] = names.text(number).includes(".") ? CONDITION : COUNTED;
	}
	kindsOf.set(names, all);
	return all;
}

/** The arms of a file; undefined where no format says anything of branches. */
export function branchRatio(file: CoveredFile): Ratio | undefined {
	const only = file.only("branches");
	if (only !== undefined) {
		const sum = { covered: 0, total: 0 };
		eachLine(only, (_line, covered, total) => {
			sum.covered += covered;
			sum.total += total;
		});
		return sum;
	}
	const formats = file.of("branches");
	if (formats.length === 0) return undefined;
	const sum = { covered: 0, total: 0 };
	const lines = new Map<number, Ratio>();
	for (const each of formats)
		eachLine(each, (line, covered, total) =>
			lines.set(line, largerOfEach(lines.get(line), { covered, total })),
		);
	for (const ratio of lines.values()) addRatio(sum, ratio);
	return sum;
}

/** By kind: how many of a line were taken, and how many there are; zeros between two lines. */
const counts = new Uint32Array(KINDS * 2);

/** What one format says of each line. Files have millions of arms: no object is made for any. */
function eachLine(arms: LineMarks, take: (line: number, covered: number, total: number) => void): void {
	const kind = kinds(arms.names);
	let current = -1;
	const end = () => {
		let covered = 0;
		let total = 0;
		for (let of = 0; of < KINDS * 2; of += 2) {
			covered = Math.max(covered, counts[of] ?? 0);
			total = Math.max(total, counts[of + 1] ?? 0);
			counts[of] = counts[of + 1] = 0;
		}
		if (total > 0) take(current, covered, total);
	};
	arms.each((line, name, taken) => {
		if (line !== current) {
			end();
			current = line;
		}
		const of = (kind[name] ?? NAMED) * 2;
		if (taken) counts[of] = (counts[of] ?? 0) + 1;
		counts[of + 1] = (counts[of + 1] ?? 0) + 1;
	});
	end();
}

type Arm = [key: string, taken: boolean];

/**
 * The arms that count, by line and with the keys of their format, sorted. Where no format has both the most arms
 * and the most that were taken, they are numbered, since which they are is not known.
 */
export function armsByLine(file: CoveredFile): Map<number, Arm[]> {
	const lines = new Map<number, Map<number, Arm[]>>();
	for (const [index, arms] of file.of("branches").entries()) {
		const kind = kinds(arms.names);
		arms.each((line, name, taken) => {
			let groups = lines.get(line);
			if (groups === undefined) {
				groups = new Map();
				lines.set(line, groups);
			}
			const group = index * KINDS + (kind[name] ?? NAMED);
			const held = groups.get(group);
			const arm: Arm = [arms.names.text(name), taken];
			if (held === undefined) groups.set(group, [arm]);
			else held.push(arm);
		});
	}
	return new Map(
		[...lines].sort(([a], [b]) => a - b).map(([line, groups]) => [line, together([...groups.values()])]),
	);
}

function together(groups: readonly Arm[][]): Arm[] {
	const ratios = groups.map((arms) => ({ arms, ratio: ratioOf(arms) }));
	const most = ratios.reduce<Ratio | undefined>((all, { ratio }) => largerOfEach(all, ratio), undefined);
	if (most === undefined) return [];
	const { covered, total } = most;
	const whole = ratios.filter(({ ratio }) => ratio.covered === covered && ratio.total === total);
	const sorted = whole.map(({ arms }) => arms.sort((a, b) => (a[0] < b[0] ? -1 : 1)));
	const [first] = sorted.sort((a, b) => ((a[0]?.[0] ?? "") < (b[0]?.[0] ?? "") ? -1 : 1));
	return first ?? Array.from({ length: total }, (_, index): Arm => [`~${index}`, index < covered]);
}

function ratioOf(arms: readonly Arm[]): Ratio {
	return { covered: arms.filter(([, taken]) => taken).length, total: arms.length };
}
