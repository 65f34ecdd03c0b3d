import type { Thresholds } from "../../catalog/manifest.js";
import { UserError } from "../../runner/errors.js";
import { didYouMean, quote } from "../../runner/inputs.js";

/** Bars for coverage, in percent, and which of several holds. Pure. */

export const BAR_KEYS = ["lines", "branches", "functions", "patch", "file"] as const;
export type BarKey = (typeof BAR_KEYS)[number];
export type Bars = Readonly<Partial<Record<BarKey, number>>>;

/** The bars of a manifest or of the settings. `ratchet` is a UserError: it would be a bar that nobody keeps. */
export function barsOf(thresholds: Thresholds | undefined, file: string | undefined): Bars {
	if (thresholds?.ratchet !== undefined && thresholds.ratchet !== false) throw ratchetNotSupported({ file });
	const bars: Partial<Record<BarKey, number>> = {};
	for (const key of BAR_KEYS) {
		const value = thresholds?.[key];
		if (value !== undefined) bars[key] = value;
	}
	return bars;
}

/** The lines `key: percent` of the input `thresholds`. */
export function parseThresholds(lines: readonly string[]): Bars {
	const bars: Partial<Record<BarKey, number>> = {};
	for (const line of lines) {
		const [, name = "", text = ""] = /^([A-Za-z-]+)\s*:\s*(.*)$/.exec(line) ?? [];
		if (name === "ratchet") throw ratchetNotSupported({ input: "thresholds" });
		const key = BAR_KEYS.find((each) => each === name);
		if (key === undefined) {
			throw new UserError("threshold-unknown", `Input 'thresholds' has the line ${quote(line)}`, {
				input: "thresholds",
				hint: `Write a line such as 'lines: 80'; keys are ${BAR_KEYS.join(", ")}.${didYouMean(name, BAR_KEYS)}`,
			});
		}
		const value = /^\d{1,3}(\.\d{1,6})?\s*%?$/.test(text) ? Number.parseFloat(text) : Number.NaN;
		if (!(value >= 0 && value <= 100)) {
			throw new UserError("threshold-invalid", `Input 'thresholds' has no percentage in ${quote(line)}`, {
				input: "thresholds",
				hint: `Write a number from 0 to 100, such as '${key}: 80'.`,
			});
		}
		if (bars[key] !== undefined) {
			throw new UserError("threshold-twice", `Input 'thresholds' has '${key}' twice`, {
				input: "thresholds",
				hint: "Keep one of the two lines.",
			});
		}
		bars[key] = value;
	}
	return bars;
}

/** `over` where it has a bar, else `under`: a manifest's value replaces the default. */
export function replaceBars(under: Bars, over: Bars): Bars {
	return { ...under, ...over };
}

/** Of each bar the higher one. */
export function stricterBars(...all: readonly Bars[]): Bars {
	const bars: Partial<Record<BarKey, number>> = {};
	for (const each of all) {
		for (const key of BAR_KEYS) {
			const value = each[key];
			if (value !== undefined) bars[key] = Math.max(value, bars[key] ?? 0);
		}
	}
	return bars;
}

function ratchetNotSupported(place: { file?: string | undefined; input?: string }): UserError {
	return new UserError("ratchet-not-supported", "The threshold 'ratchet' is not supported yet", {
		...place,
		hint: "Remove 'ratchet', and use 'lines' and 'patch' until it is.",
	});
}
