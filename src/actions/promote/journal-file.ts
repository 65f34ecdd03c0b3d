import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { asideName, JOURNAL_FILE, JOURNAL_LIMIT } from "../../promotion/journal.js";
import type { JournalPort } from "../../promotion/ports.js";
import { errorMessage, UserError } from "../../runner/errors.js";
import { readSmallFile } from "../../runner/small-file.js";

/** The journal of a promotion, a file in the working directory. */
export function diskJournal(directory: string): JournalPort {
	const path = join(directory, JOURNAL_FILE);
	return {
		read: () =>
			readSmallFile(path, JOURNAL_LIMIT).catch((cause: unknown) => {
				const message = `${JOURNAL_FILE} in the working directory can't be read: ${errorMessage(cause)}`;
				const hint =
					"Move it away: it may tell what an earlier promotion has moved, so it is not written over.";
				throw new UserError("journal-unreadable", message, { fault: "outside", cause, hint });
			}),
		write: async (text) => {
			const partial = `${path}.${randomUUID()}.partial`;
			try {
				const handle = await open(partial, "wx");
				try {
					await handle.writeFile(text);
					// It must be on disk before the first tag is set: a machine may go down, not only a process.
					await handle.sync();
				} finally {
					await handle.close();
				}
				await rename(partial, path);
				await syncFolder(directory);
			} catch (cause) {
				await rm(partial, { force: true });
				throw unwritable(cause);
			}
		},
		setAside: (name) =>
			rename(path, join(directory, name)).catch((cause: unknown) => {
				throw unwritable(cause);
			}),
		remove: async (text) => {
			for (const name of [JOURNAL_FILE, asideName(text)]) {
				const file = join(directory, name);
				if ((await readSmallFile(file, JOURNAL_LIMIT)) === text) return rm(file, { force: true });
			}
		},
	};
}

function unwritable(cause: unknown): UserError {
	return new UserError("journal-unwritable", `The journal can't be written: ${errorMessage(cause)}`, {
		fault: "outside",
		cause,
		hint: "The working directory must be writable: no tag is set without a journal.",
	});
}

/** Without it the file's name may be lost though its text is not. Not every system can: then the file must do. */
async function syncFolder(directory: string): Promise<void> {
	const handle = await open(directory, "r").catch(() => undefined);
	try {
		await handle?.sync().catch(() => undefined);
	} finally {
		await handle?.close();
	}
}

/** The journal that the input `journal` names. @throws UserError `journal-unreadable` */
export async function readJournal(directory: string, file: string): Promise<string> {
	const hint = "Give its path relative to the working directory.";
	const text = await readSmallFile(resolve(directory, file), JOURNAL_LIMIT).catch((cause: unknown) => {
		const message = `The journal ${file} can't be read: ${errorMessage(cause)}`;
		throw new UserError("journal-unreadable", message, { input: "journal", cause, hint });
	});
	if (text !== undefined) return text;
	throw new UserError("journal-unreadable", `There is no journal ${file}`, { input: "journal", hint });
}
