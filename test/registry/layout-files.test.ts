import { type FileHandle, open, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { INDEX_FILE, LayoutFiles } from "#src/registry/layout-files.js";
import { failureOf, temporaryFolder } from "./images.ts";

test("a file that cannot be looked at is closed again", async () => {
	const folder = await temporaryFolder();
	const file = join(folder, INDEX_FILE);
	await writeFile(file, "{}");
	const handle = await open(file);
	const kind: FileHandle = Object.getPrototypeOf(handle);
	await handle.close();
	const opened: FileHandle[] = [];
	const stat = vi.spyOn(kind, "stat").mockImplementation(async function (this: FileHandle) {
		opened.push(this);
		throw new Error("EIO");
	});
	try {
		expect((await failureOf(new LayoutFiles(folder).read(INDEX_FILE))).message).toBe("EIO");
		expect(opened.map(({ fd }) => fd)).toEqual([-1]);
	} finally {
		stat.mockRestore();
	}
});
