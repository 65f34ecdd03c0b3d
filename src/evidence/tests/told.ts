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

/** A number of an attribute; some tools write `1,234`, and what is no number is 0. */
export function count(element: XmlElement, name: string): number {
	const value = Number(element.attribute(name)?.replaceAll(",", "").trim());
	return Number.isSafeInteger(value) && value > 0 ? value : 0;
}

/** Numbers of an element's attributes, for after its start; a name that was not asked for is 0. */
export function counts(element: XmlElement, names: readonly string[]): (name: string) => number {
	const numbers = new Map(names.map((name) => [name, count(element, name)]));
	return (name) => numbers.get(name) ?? 0;
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
