import { UserError } from "../../runner/errors.js";
import { problem } from "../../runner/problem.js";
import type { XmlElement } from "../xml.js";
import { MESSAGE_LIMIT, type TestCollector } from "./report.js";

/** What an XML report says of one failure, cut to what is kept. Pure. */

/** The most of a failure's type that is kept, in characters. */
const TYPE_LIMIT = 300;

export interface Told {
	type: string | undefined;
	message: string | undefined;
}

/** The parts of a test that a failure fills; nothing where it says nothing. */
export function told(failure: Told | undefined): { type?: string; message?: string } {
	const message = failure?.message?.trim();
	return {
		...(failure?.type === undefined || failure.type === ""
			? {}
			: { type: failure.type.slice(0, TYPE_LIMIT) }),
		...(message === undefined || message === "" ? {} : { message: message.slice(0, MESSAGE_LIMIT) }),
	};
}

/** A number of an attribute, 0 where there is none; some tools write `1,234`. Undefined for what is no count. */
export function count(element: XmlElement, name: string): number | undefined {
	const plain = element.integer(name);
	if (plain !== undefined) return plain;
	const value = Number(element.attribute(name)?.replaceAll(",", "").trim() ?? 0);
	return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/**
 * Numbers of an element's attributes, for after its start; a name that was not asked for is 0. Asking for one that is
 * no count is a UserError: it may hide a failure.
 */
export function counts(
	element: XmlElement,
	names: readonly string[],
	file: string,
): (name: string) => number {
	const numbers = new Map<string, number>();
	let wrong: UserError | undefined;
	for (const name of names) {
		const value = count(element, name);
		if (value === undefined) wrong ??= noCount(element, name, file);
		else numbers.set(name, value);
	}
	return (name) => {
		if (wrong !== undefined) throw wrong;
		return numbers.get(name) ?? 0;
	};
}

/** The error for an attribute that is no number of tests. */
export function noCount(element: XmlElement, name: string, file: string): UserError {
	const text = JSON.stringify(element.attribute(name)?.slice(0, 60) ?? "");
	return new UserError(
		"report-malformed",
		`${file}: <${element.name}> has ${name}=${text}, no number of tests`,
		{
			file,
			line: element.line,
			column: element.column,
			hint: "The file is damaged, or was changed after the run.",
		},
	);
}

/**
 * Tells of failures that a report's numbers have and its tests have not: the gate does not open on such a report.
 * Where any failure is listed it is closed by that.
 */
export function tellUnlisted(
	collector: TestCollector,
	file: string,
	failures: { said: number; listed: number },
): void {
	const { said, listed } = failures;
	if (listed > 0 || said === 0) return;
	collector.problems.push(
		problem("warning", "report-counts-differ", `${file}: the report says ${said} failures and lists none`, {
			file,
			hint: "The tests are what counts. One that is missing shows only in the command's exit code.",
		}),
	);
}
