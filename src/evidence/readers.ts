import { readCobertura } from "./coverage/cobertura.js";
import { readJacoco } from "./coverage/jacoco.js";
import { readLcov } from "./coverage/lcov.js";
import type { CoverageReport } from "./coverage/report.js";
import type { CoverageFormat, ReportFormat, TestFormat } from "./formats.js";
import { readJunit } from "./tests/junit.js";
import { readNunit2 } from "./tests/nunit2.js";
import { readNunit3 } from "./tests/nunit3.js";
import type { TestCollector } from "./tests/report.js";
import { readTrx } from "./tests/trx.js";
import { readXunit } from "./tests/xunit.js";

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
	jacoco: readJacoco,
};

export const TEST_READERS: Partial<Record<TestFormat, TestReader>> = {
	junit: readJunit,
	trx: readTrx,
	nunit2: readNunit2,
	nunit3: readNunit3,
	xunit: readXunit,
};

/** Whether a format tells of tests; the others tell of coverage. */
export function isTestFormat(format: ReportFormat): format is TestFormat {
	return Object.hasOwn(TEST_READERS, format);
}
