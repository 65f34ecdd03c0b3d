import { fstatSync, writeSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { errorMessage, exitCodeOf, UserError } from "../runner/errors.js";
import { describeFailure } from "../runner/failure.js";

const STANDARD_OUTPUT = 1;

/**
 * Writes to standard output. A file is written here and not by Node's stream, which takes no notice where only a part
 * was written, as on a disk that is nearly full.
 * @throws UserError `output-unwritable`
 */
export function print(text: string): void {
	if (!isFile()) {
		process.stdout.write(text);
		return;
	}
	const bytes = Buffer.from(text);
	try {
		for (let at = 0; at < bytes.length; ) at += writeSync(STANDARD_OUTPUT, bytes, at);
	} catch (cause) {
		throw unwritable(cause);
	}
}

/** Has failures of the two streams told. Whoever reads may have read enough (`| head`): that is none of the command. */
export function tellOutputFailures(): void {
	process.stdout.on("error", (error) => {
		if ("code" in error && error.code === "EPIPE") return;
		process.stderr.write(`sluice: ${describeFailure(unwritable(error)).text}\n`);
		process.exit(exitCodeOf("outside"));
	});
	// There is nowhere left to tell it.
	process.stderr.on("error", () => undefined);
}

/** Settles when both streams have handed on all that was written to them, or can't. */
export async function written(): Promise<void> {
	// What failed at once is told in a later turn of the event loop.
	await setImmediate();
	await Promise.all(
		[process.stdout, process.stderr].map(
			(stream) =>
				new Promise<void>((resolve) => {
					if (stream.destroyed || stream.writableLength === 0) resolve();
					else stream.write("", () => resolve());
				}),
		),
	);
}

function isFile(): boolean {
	try {
		return fstatSync(STANDARD_OUTPUT).isFile();
	} catch {
		// It is closed.
		return false;
	}
}

function unwritable(cause: unknown): UserError {
	return new UserError("output-unwritable", `The answer can't be written: ${errorMessage(cause)}`, {
		fault: "outside",
		hint: "See where standard output goes, and whether there is room.",
		cause,
	});
}
