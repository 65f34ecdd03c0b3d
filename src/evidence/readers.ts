import { readCobertura } from "./coverage/cobertura.js";
import { readLcov } from "./coverage/lcov.js";
import type { CoverageReport } from "./coverage/report.js";
import type { CoverageFormat, ReportFormat, TestFormat } from "./formats.js";
import { readCtrf } from "./tests/ctrf.js";
import { readDartJson } from "./tests/dart-json.js";
import { readGoTestJson } from "./tests/go-test-json.js";
import { readJunit } from "./tests/junit.js";
import { readMochaJson } from "./tests/mocha-json.js";
import type { TestCollector } from "./tests/report.js";
import { readTap } from "./tests/tap.js";

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
};

export const TEST_READERS: Partial<Record<TestFormat, TestReader>> = {
	junit: readJunit,
	ctrf: readCtrf,
	"mocha-json": readMochaJson,
	"go-test-json": readGoTestJson,
	tap: readTap,
	"dart-json": readDartJson,
};

/** Whether a format tells of tests; the others tell of coverage. */
export function isTestFormat(format: ReportFormat): format is TestFormat {
	return Object.hasOwn(TEST_READERS, format);
}
