import { figures } from "#src/evidence/figures.js";
import { isTestFormat, type ReportFormat, recognise } from "#src/evidence/formats.js";
import { COVERAGE_READERS, TEST_READERS } from "#src/evidence/readers.js";
import { TestCollector } from "#src/evidence/tests/report.js";
import { headText, peek } from "#src/evidence/text.js";
import { UserError } from "#src/runner/errors.js";
import { heldReports } from "../held.ts";

/** What reading one input ended with. A defect is thrown. */
export interface Judged {
	format: ReportFormat | undefined;
	/** The code of the UserError that refused it. */
	refused: string | undefined;
	/** Whether a test report that was read lets a gate open: nothing failed, and something passed. */
	green: boolean;
	/** Covered and total of lines, branches, functions and statements; tests. */
	summary: string;
}

/**
 * Reads bytes as the readers do, in chunks of `size`. Throws whatever is no UserError, and an Error where what was
 * read can't be true: counts that are no integers or don't add up, more covered than there is.
 */
export async function judge(bytes: Buffer, size: number): Promise<Judged> {
	let format: ReportFormat | undefined;
	try {
		const { head, all } = await peek(chunks(bytes, size));
		format = recognise(headText(head, "report"), "report");
		if (isTestFormat(format)) {
			const collector = new TestCollector();
			const read = TEST_READERS[format];
			if (read === undefined) throw new Error(`no reader of ${format}`);
			await read(all, "report", collector);
			const { counts } = collector.report();
			const { total, passed, failed, errors, skipped, flaky } = counts;
			for (const each of [total, passed, failed, errors, skipped, flaky]) {
				if (!Number.isSafeInteger(each) || each < 0) throw new Error(`a count is ${each}`);
			}
			if (total !== passed + failed + errors + skipped || flaky > passed)
				throw new Error(`the counts do not add up: ${JSON.stringify(counts)}`);
			const green = failed + errors === 0 && passed > 0;
			return { format, refused: undefined, green, summary: JSON.stringify(counts) };
		}
		const read = COVERAGE_READERS[format];
		if (read === undefined) throw new Error(`no reader of ${format}`);
		const report = await read(all, "report");
		const sums = figures(heldReports(report));
		for (const ratio of [sums.lines, sums.branches, sums.functions]) {
			if (ratio === null || ratio === undefined) continue;
			const { covered, total } = ratio;
			if (!Number.isSafeInteger(covered) || !Number.isSafeInteger(total) || covered < 0 || covered > total)
				throw new Error(`${covered} of ${total} is covered`);
		}
		return { format, refused: undefined, green: false, summary: JSON.stringify(sums) };
	} catch (thrown) {
		if (!(thrown instanceof UserError)) throw thrown;
		if (!/report|evidence|coverage/.test(thrown.code))
			throw new Error(`an unexpected refusal: ${thrown.code}`);
		return { format, refused: thrown.code, green: false, summary: "" };
	}
}

async function* chunks(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
