import { UserError } from "../../runner/errors.js";
import type { JsonPath } from "../json.js";
import { type CoverageReport, parseHits } from "./report.js";

/** Values of JSON reports, which are another program's and may be anything. Pure. */

/** An object's entries; undefined for what is no object. Keys may be any text, `__proto__` too. */
export function entriesOf(value: unknown): [string, unknown][] | undefined {
	return typeof value === "object" && value !== null && !Array.isArray(value)
		? Object.entries(value)
		: undefined;
}

/** An object's own field. */
export function field(value: unknown, name: string): unknown {
	return typeof value === "object" && value !== null && Object.hasOwn(value, name)
		? (value as Record<string, unknown>)[name]
		: undefined;
}

/** The elements of an array, and none of what is no array. */
export function elements(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? (value as unknown[]) : [];
}

/** A count of hits, from 0 to what an exact integer can be: negative, broken and huge ones as in text reports. */
export function hitsOf(value: unknown): number | undefined {
	if (typeof value === "number") {
		if (Number.isSafeInteger(value)) return value < 0 ? 0 : value;
		// JSON.parse makes infinity of numbers with a large exponent.
		return value === Number.POSITIVE_INFINITY ? Number.MAX_SAFE_INTEGER : parseHits(String(value));
	}
	return typeof value === "string" ? parseHits(value) : undefined;
}

/** A line's number, from 1. */
export function lineOf(value: unknown): number | undefined {
	return typeof value === "number" && Number.isInteger(value) && value >= 1 && value < 1e9
		? value
		: undefined;
}

/** An integer as text for a key, `?` for what is none. */
export function keyPart(value: unknown): string {
	return typeof value === "number" ? String(value) : "?";
}

/** The text as it is, and with a number behind it from its second time on. */
export function numbered(seen: Map<string, number>, key: string): string {
	const count = (seen.get(key) ?? 0) + 1;
	seen.set(key, count);
	return count === 1 ? key : `${key}#${count}`;
}

export function emptyReport(format: CoverageReport["format"]): CoverageReport {
	return {
		format,
		files: [],
		sources: [],
		hasBranches: false,
		hasFunctions: false,
		hasStatements: false,
		problems: [],
	};
}

/** The error for a value that is JSON and not what the format has there. `path` and `line` are the value's. */
export function malformedJson(
	file: string,
	path: JsonPath,
	what: string,
	line: number | undefined,
	hint = "The file is damaged, or its tool writes a form of the format that Sluice does not know.",
): UserError {
	const where = path.map((each) => JSON.stringify(each).slice(0, 300)).join(" > ");
	return new UserError("report-malformed", `${file}: ${where === "" ? "the file" : where} ${what}`, {
		file,
		line,
		hint,
	});
}
