import { createReadStream, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CoverageUnion } from "#src/evidence/merge.js";
import { patchCoverage } from "#src/evidence/patch.js";
import { addedLinesParser } from "#src/git/diff.js";
import { CACHE, type Totals } from "./reports.ts";

/** A change of 20,000 lines in 10,000 files, against the coverage of 500 lines in each of them. */

const FILES = 10_000;

/** What `git diff -U0 -M` writes of such a change. */
export function makePatch(): { path: string; totals: Totals } {
	const path = join(CACHE, "patch.diff");
	mkdirSync(CACHE, { recursive: true });
	if (!existsSync(path)) {
		const parts: string[] = [];
		for (let file = 0; file < FILES; file++) {
			const name = `src/module${file % 97}/item${file}.ts`;
			parts.push(
				`diff --git a/${name} b/${name}\nindex 1111111..2222222 100644\n--- a/${name}\n+++ b/${name}\n@@ -10 +10 @@\n-old\n+new\n@@ -20,0 +21 @@\n+++ more\n`,
			);
		}
		writeFileSync(path, parts.join(""));
	}
	// Lines 10 (even: covered) and 21 (odd: not) of each file.
	return { path, totals: { added: [FILES, FILES * 2] } };
}

/** Reads the diff and compares it; making the coverage takes most of the time and is not what is asked. */
export async function readPatch(path: string): Promise<Totals> {
	const union = new CoverageUnion();
	for (let file = 0; file < FILES; file++) {
		const lines: [number, number][] = [];
		for (let line = 1; line <= 500; line++) lines.push([line, line % 2 === 0 ? 1 : 0]);
		union.addWritten({
			path: `src/module${file % 97}/item${file}.ts`,
			lines,
			branches: null,
			functions: null,
		});
	}
	const coverage = union.files();
	const start = performance.now();
	const parser = addedLinesParser();
	for await (const chunk of createReadStream(path)) parser.take(chunk as Buffer);
	const { covered, total } = patchCoverage({ added: parser.end(), coverage, texts: new Map() });
	console.error(`compared in ${((performance.now() - start) / 1000).toFixed(3)} s`);
	return { added: [covered, total] };
}
