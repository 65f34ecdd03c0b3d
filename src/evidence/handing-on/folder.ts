import { join } from "node:path";
import { ownFolder } from "../../runner/own-folder.js";
import { writeWhole } from "../../runner/whole-file.js";
import type { CoveredFile } from "../covered-file.js";
import { COVERAGE_FOLDER } from "../evidence.js";
import { coberturaText } from "./cobertura.js";
import type { LeftOut } from "./expressible.js";
import { lcovText } from "./lcov.js";

/**
 * Writes the merged coverage to `sluice-coverage/lcov.info` and `sluice-coverage/cobertura.xml` of a folder.
 * @param time milliseconds since 1970, which Cobertura tells
 */
export async function writeCoverage(
	directory: string,
	files: readonly CoveredFile[],
	time: number,
): Promise<{ folder: string; left: LeftOut[] }> {
	const folder = await ownFolder(join(directory, COVERAGE_FOLDER));
	const left: LeftOut[] = [];
	await writeWhole(join(folder, "lcov.info"), lcovText(files, left));
	await writeWhole(join(folder, "cobertura.xml"), coberturaText(files, time, left));
	return { folder: COVERAGE_FOLDER, left };
}
