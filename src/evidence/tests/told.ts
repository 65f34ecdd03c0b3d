import type { XmlElement } from "../xml.js";
import { MESSAGE_LIMIT } from "./report.js";

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
