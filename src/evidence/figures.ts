import type { FileCoverage, Ratio } from "./evidence.js";

/** Figures of coverage: counted as integers, compared as integers, and shown rounded down. Pure. */

export interface CoverageFigures {
	files: number;
	lines: Ratio;
	/** Null where no report says anything of branches. */
	branches: Ratio | null;
	functions: Ratio | null;
	/** Null where no report counts statements, which are not lines. */
	statements: Ratio | null;
}

/** The sums over files. Percentages of files are never averaged. */
export function figures(files: readonly FileCoverage[]): CoverageFigures {
	const lines = { covered: 0, total: 0 };
	const sums: Record<"branches" | "functions" | "statements", Ratio | null> = {
		branches: null,
		functions: null,
		statements: null,
	};
	for (const file of files) {
		const { totals } = file;
		add(lines, largerOfEach(totals?.lines, lineRatio(file)));
		const detail = {
			branches: file.branches === null ? undefined : branchRatio(file.branches),
			functions: file.functions === null ? undefined : functionRatio(file.functions),
			statements: file.statements == null ? undefined : statementRatio(file.statements),
		};
		for (const key of ["branches", "functions", "statements"] as const) {
			const ratio = detail[key] ?? totals?.[key];
			if (ratio === undefined) continue;
			sums[key] ??= { covered: 0, total: 0 };
			add(sums[key], largerOfEach(totals?.[key], ratio));
		}
	}
	return { files: files.length, lines, ...sums };
}

/**
 * What two counts of the same things show together, where which they are is not known: the larger of each
 * side, and never more covered than there are.
 */
export function largerOfEach(a: Ratio | undefined, b: Ratio): Ratio {
	const total = Math.max(a?.total ?? 0, b.total);
	return { covered: Math.min(total, Math.max(a?.covered ?? 0, b.covered)), total };
}

/** Sums stop at the largest exact integer: only damaged or hostile reports have counts that reach it. */
function add(sum: Ratio, ratio: Ratio): void {
	sum.covered = Math.min(Number.MAX_SAFE_INTEGER, sum.covered + ratio.covered);
	sum.total = Math.min(Number.MAX_SAFE_INTEGER, sum.total + ratio.total);
}

function count(ratio: Ratio, covered: boolean, times = 1): void {
	ratio.total = Math.min(Number.MAX_SAFE_INTEGER, ratio.total + times);
	if (covered) ratio.covered = Math.min(Number.MAX_SAFE_INTEGER, ratio.covered + times);
}

function lineRatio({ lines }: FileCoverage): Ratio {
	const ratio = { covered: 0, total: 0 };
	for (const [, hits] of lines) count(ratio, hits > 0);
	return ratio;
}

function functionRatio(functions: NonNullable<FileCoverage["functions"]>): Ratio {
	const ratio = { covered: 0, total: 0 };
	for (const [, , covered] of functions) count(ratio, covered);
	return ratio;
}

/** Each format cuts a file into statements of its own. */
function statementRatio(statements: NonNullable<FileCoverage["statements"]>): Ratio {
	const kinds = new Map<string, Ratio>();
	for (const [key, times, covered] of statements) {
		const space = key.indexOf(" ");
		count(ratioOf(kinds, space < 0 ? "" : key.slice(0, space)), covered, times);
	}
	return mostCovered(kinds);
}

function branchRatio(arms: NonNullable<FileCoverage["branches"]>): Ratio {
	const sum = { covered: 0, total: 0 };
	for (const [, each] of armsByLine(arms)) {
		const ratio = { covered: 0, total: 0 };
		for (const [, covered] of each) count(ratio, covered);
		add(sum, ratio);
	}
	return sum;
}

/**
 * The arms that count, by line. Arms of one line whose keys are of different kinds come from different formats,
 * which number the same arms differently: they must not be added. The kind that shows the most arms taken
 * counts, of equal ones that with the most arms.
 */
export function armsByLine(
	arms: NonNullable<FileCoverage["branches"]>,
): Map<number, [key: string, covered: boolean][]> {
	const lines = new Map<number, { kinds: Map<string, Ratio>; arms: [string, boolean][] }>();
	for (const [line, key, covered] of arms) {
		let held = lines.get(line);
		if (held === undefined) {
			held = { kinds: new Map(), arms: [] };
			lines.set(line, held);
		}
		held.arms.push([key, covered]);
		count(ratioOf(held.kinds, armKind(key)), covered);
	}
	return new Map(
		[...lines].map(([line, held]) => {
			if (held.kinds.size === 1) return [line, held.arms];
			const best = mostCovered(held.kinds);
			return [line, held.arms.filter(([key]) => held.kinds.get(armKind(key)) === best)];
		}),
	);
}

function ratioOf(kinds: Map<string, Ratio>, kind: string): Ratio {
	let ratio = kinds.get(kind);
	if (ratio === undefined) {
		ratio = { covered: 0, total: 0 };
		kinds.set(kind, ratio);
	}
	return ratio;
}

/** Whatever one kind shows as covered was covered: adding another kind never lowers the number. */
function mostCovered(kinds: ReadonlyMap<string, Ratio>): Ratio {
	let best: Ratio | undefined;
	for (const ratio of kinds.values()) {
		const more = best === undefined ? 1 : ratio.covered - best.covered || ratio.total - best.total;
		if (more > 0) best = ratio;
	}
	return best ?? { covered: 0, total: 0 };
}

/** `~0` (numbered by Cobertura's count), `~0.1` (its conditions), or named by the tool (lcov). */
function armKind(key: string): string {
	if (!key.startsWith("~")) return "named";
	return key.includes(".") ? "condition" : "number";
}

/**
 * Whether a ratio reaches a bar in percent (decimals allowed), in integers: 79.996 % is not 80. A ratio of
 * nothing (0 of 0) reaches every bar; that a bar can't be measured at all is the caller's to say.
 */
export function meets(ratio: Ratio, percent: number): boolean {
	if (ratio.total === 0) return true;
	const { digits, scale } = decimal(percent);
	return BigInt(ratio.covered) * 100n * scale >= digits * BigInt(ratio.total);
}

/**
 * Whether a ratio is at most so many percentage points below another one, in integers. A ratio of nothing is below
 * every other.
 */
export function isNotBelow(ratio: Ratio, base: Ratio, drop: number): boolean {
	if (base.total === 0) return true;
	if (ratio.total === 0) return false;
	const { digits, scale } = decimal(drop);
	const [total, baseTotal] = [BigInt(ratio.total), BigInt(base.total)];
	const own = BigInt(ratio.covered) * baseTotal * 100n * scale + digits * total * baseTotal;
	return own >= BigInt(base.covered) * total * 100n * scale;
}

/** The decimal number that is written, not the binary one that is held: 0.1 is 1/10. */
function decimal(value: number): { digits: bigint; scale: bigint } {
	const match = /^(\d+)(?:\.(\d+))?(?:e([-+]\d+))?$/.exec(String(value));
	if (match === null) throw new RangeError(`no percentage: ${value}`);
	const fraction = match[2] ?? "";
	const exponent = Number(match[3] ?? 0) - fraction.length;
	const digits = BigInt(`${match[1] ?? ""}${fraction}`);
	return exponent >= 0
		? { digits: digits * 10n ** BigInt(exponent), scale: 1n }
		: { digits, scale: 10n ** BigInt(-exponent) };
}

/** Two decimals, rounded down, so that nothing below a bar looks like it: `79.99`. `-` for a ratio of nothing. */
export function percentText(ratio: Ratio): string {
	if (ratio.total === 0) return "-";
	const hundredths = (BigInt(ratio.covered) * 10_000n) / BigInt(ratio.total);
	return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, "0")}`;
}

/** `79.99 % (3999 of 5000)`, or `nothing to cover`. */
export function ratioText(ratio: Ratio): string {
	return ratio.total === 0
		? "nothing to cover"
		: `${percentText(ratio)} % (${ratio.covered} of ${ratio.total})`;
}
