import type { FileCoverage, Ratio } from "./evidence.js";

/** Figures of coverage: counted as integers, compared as integers, and shown rounded down. Pure. */

export interface CoverageFigures {
	files: number;
	lines: Ratio;
	/** Null where no report says anything of branches. */
	branches: Ratio | null;
	functions: Ratio | null;
}

/** The sums over files. Percentages of files are never averaged. */
export function figures(files: readonly FileCoverage[]): CoverageFigures {
	const lines = { covered: 0, total: 0 };
	let branches: Ratio | null = null;
	let functions: Ratio | null = null;
	for (const file of files) {
		for (const [, hits] of file.lines) count(lines, hits > 0);
		if (file.branches !== null) {
			branches ??= { covered: 0, total: 0 };
			const ofFile = branchRatio(file.branches);
			branches.covered += ofFile.covered;
			branches.total += ofFile.total;
		}
		if (file.functions !== null) {
			functions ??= { covered: 0, total: 0 };
			for (const [, , covered] of file.functions) count(functions, covered);
		}
	}
	return { files: files.length, lines, branches, functions };
}

function count(ratio: Ratio, covered: boolean): void {
	ratio.total++;
	if (covered) ratio.covered++;
}

/**
 * Arms of one line whose keys are of different kinds come from different formats, which number the same arms
 * differently: they must not be added. The kind that shows the largest part taken counts, since all that it
 * shows was taken.
 */
function branchRatio(arms: NonNullable<FileCoverage["branches"]>): Ratio {
	const byLine = new Map<number, Map<string, Ratio>>();
	for (const [line, key, covered] of arms) {
		let kinds = byLine.get(line);
		if (kinds === undefined) {
			kinds = new Map();
			byLine.set(line, kinds);
		}
		const kind = armKind(key);
		let ratio = kinds.get(kind);
		if (ratio === undefined) {
			ratio = { covered: 0, total: 0 };
			kinds.set(kind, ratio);
		}
		count(ratio, covered);
	}
	const sum = { covered: 0, total: 0 };
	for (const kinds of byLine.values()) {
		const best = [...kinds.values()].reduce((a, b) => {
			const difference = b.covered * a.total - a.covered * b.total;
			return difference > 0 || (difference === 0 && b.total > a.total) ? b : a;
		});
		sum.covered += best.covered;
		sum.total += best.total;
	}
	return sum;
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
