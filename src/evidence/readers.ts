import { readClover } from "./coverage/clover.js";
import { readCobertura } from "./coverage/cobertura.js";
import { readJacoco } from "./coverage/jacoco.js";
import { readLcov } from "./coverage/lcov.js";
import { readOpencover } from "./coverage/opencover.js";
import type { CoverageReport } from "./coverage/report.js";
import type { CoverageFormat, ReportFormat, TestFormat } from "./formats.js";
import { readJunit } from "./tests/junit.js";
import type { TestCollector } from "./tests/report.js";

/** Which function reads which format. Each streams: `source` is the file's bytes, `file` its name for errors. */

export type CoverageReader = (source: AsyncIterable<Uint8Array>, file: string) => Promise<CoverageReport>;
export type TestReader = (
	source: AsyncIterable<Uint8Array>,
	file: string,
	collector: TestCollector,
) => Promise<void>;

export const COVERAGE_READERS: Partial<Record<CoverageFormat, CoverageReader>> = {
	lcov: readLcov,
	cobertura: readCobertura,
	clover: readClover,
	jacoco: readJacoco,
	opencover: readOpencover,
};

export const TEST_READERS: Partial<Record<TestFormat, TestReader>> = {
	junit: readJunit,
};

/** Whether a format tells of tests; the others tell of coverage. */
export function isTestFormat(format: ReportFormat): format is TestFormat {
	return Object.hasOwn(TEST_READERS, format);
}
