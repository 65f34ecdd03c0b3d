import type { z } from "zod";
import { placeText, problemText } from "./annotations.js";
import { UserError } from "./errors.js";
import type { problemSchema } from "./problem-schema.js";

/** A finding that goes into every result: what, where and what to do. */
export type Problem = z.infer<typeof problemSchema>;
export type Severity = Problem["severity"];

/** A problem without the keys that have no value, so that JSON stays small. */
export function problem(
	severity: Severity,
	code: string,
	message: string,
	place: {
		file?: string | undefined;
		line?: number | undefined;
		endLine?: number | undefined;
		column?: number | undefined;
		hint?: string | undefined;
	} = {},
): Problem {
	const made: Problem = { severity, code, message };
	if (place.file !== undefined) made.file = place.file;
	if (place.line !== undefined) made.line = place.line;
	if (place.endLine !== undefined && place.endLine !== place.line) made.endLine = place.endLine;
	if (place.column !== undefined) made.column = place.column;
	if (place.hint !== undefined) made.hint = place.hint;
	return made;
}

/** The most further errors that the text of one error tells. */
const TOLD = 20;

/** The problems of severity error as one UserError: of the first, with the others below its hint. */
export function problemsAsError(problems: readonly Problem[]): UserError | undefined {
	const errors = problems.filter((each) => each.severity === "error");
	const [first, ...others] = errors;
	if (first === undefined) return undefined;
	const lines = others.slice(0, TOLD).map((each) => {
		const place = placeText(each);
		return place === "" ? problemText(each) : `${place}: ${problemText(each)}`;
	});
	if (others.length > TOLD) lines.push(`… and ${others.length - TOLD} more errors`);
	const hint = [first.hint, ...lines].filter((part) => part !== undefined).join("\n");
	return new UserError(first.code, first.message, {
		hint: hint === "" ? undefined : hint,
		file: first.file,
		line: first.line,
		column: first.column,
	});
}
