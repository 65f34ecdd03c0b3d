import { UserError } from "../../runner/errors.js";
import { readJsonLines } from "../json.js";
import { decode, placed } from "../text.js";
import { MESSAGE_LIMIT } from "./report.js";

/**
 * Event streams of test runners: a JSON object a line, and among them lines of other programs that write to
 * the same output (compilers, `go: downloading ...`). Pure.
 */

/** A JSON object of which nothing is known. */
export type Event = Readonly<Record<string, unknown>>;

export interface EventHandler {
	event(event: Event, line: number): void;
	/** A line that does not begin with `{`, cut at MESSAGE_LIMIT. */
	other?(text: string): void;
}

/** Reads the events. A line that begins like an event and is none is a UserError with line and column. */
export async function readEvents(
	source: AsyncIterable<Uint8Array>,
	file: string,
	handler: EventHandler,
): Promise<void> {
	await readJsonLines(onlyObjects(source, file, handler), file, (value, line) => {
		if (isEvent(value)) handler.event(value, line);
	});
}

/** The own value of a key as text; undefined where it is none. */
export function ownText(event: Event, key: string): string | undefined {
	const value = Object.hasOwn(event, key) ? event[key] : undefined;
	return typeof value === "string" ? value : undefined;
}

/** The own value of a key, whatever it is. */
export function ownValue(event: Event, key: string): unknown {
	return Object.hasOwn(event, key) ? event[key] : undefined;
}

/** The own value of a key that is an object. */
export function ownObject(event: Event, key: string): Event | undefined {
	const value = ownValue(event, key);
	return isEvent(value) ? value : undefined;
}

/** A count, 0 where there is none; undefined for what is no count. */
export function ownCount(event: Event, key: string): number | undefined {
	const value = ownValue(event, key) ?? 0;
	return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** The error for a list of tests that is none, or that holds what is no test. */
export function noTest(file: string, where: string): UserError {
	return new UserError("report-malformed", `${file}: ${where} is no list of tests`, {
		file,
		hint: "The file is damaged, or was changed after the run.",
	});
}

/** The error for a number of tests that is none: it may hide a failure. */
export function noCount(file: string, where: string): UserError {
	return new UserError("report-malformed", `${file}: ${where} is no number of tests`, {
		file,
		hint: "The file is damaged, or was changed after the run.",
	});
}

export function isEvent(value: unknown): value is Event {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The bytes of the lines that begin with `{`; the others are left blank, so that lines keep their numbers. */
async function* onlyObjects(
	source: AsyncIterable<Uint8Array>,
	file: string,
	handler: EventHandler,
): AsyncGenerator<Uint8Array> {
	let kind: "begin" | "object" | "other" = "begin";
	let other = "";
	let line = 1;
	/** Characters of the line so far. */
	let column = 0;
	const place = () => ({ line, column: column + 1 });
	for await (const chunk of placedText(source, file, place)) {
		let out = "";
		let at = 0;
		while (at < chunk.length) {
			const newline = chunk.indexOf("\n", at);
			const end = newline < 0 ? chunk.length : newline;
			const part = chunk.slice(at, end);
			if (kind === "begin") {
				const first = part.trimStart()[0];
				if (first !== undefined) kind = first === "{" ? "object" : "other";
			}
			if (kind === "object") out += part;
			else if (kind === "other" && other.length < MESSAGE_LIMIT) other += part;
			if (newline >= 0) {
				out += "\n";
				if (kind === "other") handler.other?.(other.slice(0, MESSAGE_LIMIT).trimEnd());
				other = "";
				kind = "begin";
				line++;
				column = 0;
			} else column += part.length;
			at = end + 1;
		}
		yield Buffer.from(out);
	}
	if (kind === "other") handler.other?.(other.slice(0, MESSAGE_LIMIT).trimEnd());
}

/** The text; where its bytes are not of its encoding, the error says at which place of the report. */
async function* placedText(
	source: AsyncIterable<Uint8Array>,
	file: string,
	place: () => { line: number; column: number },
): AsyncGenerator<string> {
	try {
		yield* decode(source, file);
	} catch (thrown) {
		throw placed(thrown, place);
	}
}
