import { branchRatio } from "./arms.js";
import type { CoveredFile } from "./covered-file.js";
import type { Ratio } from "./evidence.js";
import { functionRatio } from "./functions.js";
import { addRatio, largerOfEach } from "./ratio.js";

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
export function figures(files: Iterable<CoveredFile>): CoverageFigures {
	let count = 0;
	const lines = { covered: 0, total: 0 };
	const sums: Record<"branches" | "functions" | "statements", Ratio | null> = {
		branches: null,
		functions: null,
		statements: null,
	};
	for (const file of files) {
		count++;
		const { totals } = file;
		addRatio(lines, largerOfEach(totals?.lines, { covered: file.lines.covered, total: file.lines.size }));
		const detail = {
			branches: branchRatio(file),
			functions: functionRatio(file),
			statements: statementRatio(file),
		};
		for (const key of ["branches", "functions", "statements"] as const) {
			const ratio = detail[key] ?? totals?.[key];
			if (ratio === undefined) continue;
			sums[key] ??= { covered: 0, total: 0 };
			addRatio(sums[key], largerOfEach(totals?.[key], ratio));
		}
	}
	return { files: count, lines, ...sums };
}

/** Each format cuts a file into statements of its own, so those of two are never added. */
function statementRatio(file: CoveredFile): Ratio | undefined {
	let most: Ratio | undefined;
	for (const { statements } of file.details) {
		if (statements === undefined) continue;
		const ratio = { covered: 0, total: 0 };
		statements.each((_key, total, ran) => addRatio(ratio, { covered: ran ? total : 0, total }));
		most = largerOfEach(most, ratio);
	}
	return most;
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
	return ratio.total === 0 ? "-" : decimals(hundredths(ratio));
}

function hundredths(ratio: Ratio): bigint {
	return (BigInt(ratio.covered) * 10_000n) / BigInt(ratio.total);
}

function decimals(value: bigint): string {
	return `${value / 100n}.${String(value % 100n).padStart(2, "0")}`;
}

/**
 * The percentage points from one ratio to another with their sign, between the two as they are shown: `+1.20`,
 * `−0.05`. What is no change has none, and what is one never looks like none: `±0.00`, `+<0.01`.
 */
export function pointsText(before: Ratio, now: Ratio): string {
	if (before.total === 0 || now.total === 0) return "-";
	const exact = BigInt(now.covered) * BigInt(before.total) - BigInt(before.covered) * BigInt(now.total);
	if (exact === 0n) return "±0.00";
	const shown = hundredths(now) - hundredths(before);
	return `${exact < 0n ? "−" : "+"}${shown === 0n ? "<0.01" : decimals(shown < 0n ? -shown : shown)}`;
}

/** `79.99 % (3999 of 5000)`, or `nothing to cover`. */
export function ratioText(ratio: Ratio): string {
	return ratio.total === 0
		? "nothing to cover"
		: `${percentText(ratio)} % (${ratio.covered} of ${ratio.total})`;
}
