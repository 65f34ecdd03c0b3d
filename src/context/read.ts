import { readFile } from "node:fs/promises";
import { errorMessage, UserError } from "../runner/errors.js";
import { type EventContext, parseEvent } from "./event.js";

/** Reads the event's payload from GITHUB_EVENT_PATH, where there is one, and makes the context of it. */
export async function readEvent(
	environment: Readonly<Record<string, string | undefined>>,
): Promise<EventContext> {
	const path = environment.GITHUB_EVENT_PATH;
	if (path === undefined || path === "") return parseEvent(environment, undefined);
	try {
		return parseEvent(environment, JSON.parse(await readFile(path, "utf8")));
	} catch (cause) {
		throw new UserError("event-unreadable", `The event's payload can't be read: ${errorMessage(cause)}`, {
			file: path,
			cause,
			hint: "GITHUB_EVENT_PATH must name the JSON file that the runner writes.",
		});
	}
}
