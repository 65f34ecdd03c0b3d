import { readClover } from "./coverage/clover.js";
import { readCobertura } from "./coverage/cobertura.js";
import { readCoveragePy } from "./coverage/coverage-py.js";
import { readGoCoverprofile } from "./coverage/go-coverprofile.js";
import { readIstanbul } from "./coverage/istanbul.js";
import { readIstanbulSummary } from "./coverage/istanbul-summary.js";
import { readJacoco } from "./coverage/jacoco.js";
import { readLcov } from "./coverage/lcov.js";
import { readLlvmCov } from "./coverage/llvm-cov.js";
import { readOpencover } from "./coverage/opencover.js";
import type { CoverageReport } from "./coverage/report.js";
import { readSimplecov } from "./coverage/simplecov.js";
import type { CoverageFormat, TestFormat } from "./formats.js";
import { readCtrf } from "./tests/ctrf.js";
import { readDartJson } from "./tests/dart-json.js";
import { readGoTestJson } from "./tests/go-test-json.js";
import { readJunit } from "./tests/junit.js";
import { readMochaJson } from "./tests/mocha-json.js";
import { readNunit2 } from "./tests/nunit2.js";
import { readNunit3 } from "./tests/nunit3.js";
import type { TestCollector } from "./tests/report.js";
import { readTap } from "./tests/tap.js";
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
	istanbul: readIstanbul,
	"istanbul-summary": readIstanbulSummary,
	"go-coverprofile": readGoCoverprofile,
	"coverage-py": readCoveragePy,
	simplecov: readSimplecov,
	"llvm-cov": readLlvmCov,
	clover: readClover,
	jacoco: readJacoco,
	opencover: readOpencover,
};

export const TEST_READERS: Partial<Record<TestFormat, TestReader>> = {
	junit: readJunit,
	trx: readTrx,
	nunit2: readNunit2,
	nunit3: readNunit3,
	xunit: readXunit,
	ctrf: readCtrf,
	"mocha-json": readMochaJson,
	"go-test-json": readGoTestJson,
	tap: readTap,
	"dart-json": readDartJson,
};
