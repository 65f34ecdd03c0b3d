import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { diskJournal } from "#src/actions/promote/journal-file.js";
import { asideName, JOURNAL_FILE } from "#src/promotion/journal.js";

/** Two processes in one folder: the journal of the one must outlive the end of the other. */

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "sluice-journal-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("is removed by its own promotion alone", async () => {
	const [first, second] = [diskJournal(folder), diskJournal(folder)];
	await first.write("first\n");
	await second.write("second\n");
	await first.remove("first\n");
	expect(await second.read()).toBe("second\n");
	await second.remove("second\n");
	expect(readdirSync(folder)).toEqual([]);
	await second.remove("second\n");
});

it("is removed where another promotion has set it aside, too", async () => {
	const [first, second] = [diskJournal(folder), diskJournal(folder)];
	await first.write("first\n");
	await second.setAside(asideName("first\n"));
	await second.write("second\n");
	await first.remove("first\n");
	expect(readdirSync(folder)).toEqual([JOURNAL_FILE]);
	expect(readFileSync(join(folder, JOURNAL_FILE), "utf8")).toBe("second\n");
});

it("that can't be read, or moved away, is no defect, and says what to do", async () => {
	mkdirSync(join(folder, JOURNAL_FILE));
	await expect(diskJournal(folder).read()).rejects.toMatchObject({
		code: "journal-unreadable",
		fault: "outside",
		message: expect.stringContaining("it is no regular file"),
		hint: expect.stringContaining("Move it away"),
	});
	const absent = diskJournal(join(folder, "absent")).setAside("aside");
	await expect(absent).rejects.toMatchObject({ code: "journal-unwritable", fault: "outside" });
});
