import type { Thresholds } from "../../catalog/manifest.js";
import { UserError } from "../../runner/errors.js";
import { didYouMean, quote } from "../../runner/inputs.js";

/** Bars for coverage, in percent, and which of several holds. Pure. */

export const BAR_KEYS = ["lines", "branches", "functions", "patch", "file"] as const;
export type BarKey = (typeof BAR_KEYS)[number];
export type Bars = Readonly<Partial<Record<BarKey, number>> & { ratchet?: Ratchet }>;

/** The percentage points that coverage of lines may drop below the base's; false where there is no such bar. */
export type Ratchet = number | false;

interface Writable extends Partial<Record<BarKey, number>> {
	ratchet?: Ratchet;
}

/** The bars of a manifest or of the settings. */
export function barsOf(thresholds: Thresholds | undefined): Bars {
	const bars: Writable = {};
	if (thresholds?.ratchet !== undefined) bars.ratchet = thresholds.ratchet === true ? 0 : thresholds.ratchet;
	for (const key of BAR_KEYS) {
		const value = thresholds?.[key];
		if (value !== undefined) bars[key] = value;
	}
	return bars;
}

/** The lines `key: percent` of the input `thresholds`. */
export function parseThresholds(lines: readonly string[]): Bars {
	const bars: Writable = {};
	for (const line of lines) {
		const [, name = "", text = ""] = /^([A-Za-z-]+)\s*:\s*(.*)$/.exec(line) ?? [];
		if (name === "ratchet") {
			if (bars.ratchet !== undefined) throw twice(name);
			bars.ratchet = parseRatchet(line, text);
			continue;
		}
		const key = BAR_KEYS.find((each) => each === name);
		if (key === undefined) {
			throw new UserError("threshold-unknown", `Input 'thresholds' has the line ${quote(line)}`, {
				input: "thresholds",
				hint: `Write a line such as 'lines: 80'; keys are ${KEYS.join(", ")}.${didYouMean(name, KEYS)}`,
			});
		}
		const value = percentOf(text);
		if (!(value >= 0 && value <= 100)) {
			throw new UserError("threshold-invalid", `Input 'thresholds' has no percentage in ${quote(line)}`, {
				input: "thresholds",
				hint: `Write a number from 0 to 100, such as '${key}: 80'.`,
			});
		}
		if (bars[key] !== undefined) throw twice(key);
		bars[key] = value;
	}
	return bars;
}

const KEYS = [...BAR_KEYS, "ratchet"] as const;

function percentOf(text: string): number {
	return /^\d{1,3}(\.\d{1,6})?\s*%?$/.test(text) ? Number.parseFloat(text) : Number.NaN;
}

function parseRatchet(line: string, text: string): Ratchet {
	if (text === "true") return 0;
	if (text === "false") return false;
	const drop = percentOf(text);
	if (drop >= 0 && drop <= 100) return drop;
	throw new UserError("threshold-invalid", `Input 'thresholds' has no ratchet in ${quote(line)}`, {
		input: "thresholds",
		hint: "Write 'ratchet: true', or the percentage points that it may drop, such as 'ratchet: 0.5'.",
	});
}

function twice(key: string): UserError {
	return new UserError("threshold-twice", `Input 'thresholds' has '${key}' twice`, {
		input: "thresholds",
		hint: "Keep one of the two lines.",
	});
}

/** `over` where it has a bar, else `under`: a manifest's value replaces the default. */
export function replaceBars(under: Bars, over: Bars): Bars {
	return { ...under, ...over };
}

/** Of each bar the higher one; of a ratchet the smaller drop. */
export function stricterBars(...all: readonly Bars[]): Bars {
	const bars: Writable = {};
	for (const each of all) {
		if (typeof each.ratchet === "number")
			bars.ratchet = Math.min(each.ratchet, typeof bars.ratchet === "number" ? bars.ratchet : 100);
		for (const key of BAR_KEYS) {
			const value = each[key];
			if (value !== undefined) bars[key] = Math.max(value, bars[key] ?? 0);
		}
	}
	return bars;
}
