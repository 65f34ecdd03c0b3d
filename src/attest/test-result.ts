import { z } from "zod";

/**
 * The gate's verdict as the in-toto predicate test-result v0.1. Only an open gate writes one. Pure.
 * Source: in-toto attestation framework, `spec/predicates/test-result.md`.
 */

export const TEST_RESULT = "https://in-toto.io/attestation/test-result/v0.1";

/**
 * The name of the configuration that tells a gate's verdict from the test results of other tools: a signed report
 * of one test run is no verdict.
 */
const GATE = "sluice.gate.v1";
/** Names of tests that are read, at most. */
const MAX_TESTS = 100_000;

const names = z.array(z.string()).max(MAX_TESTS).optional();

const testResultSchema = z.object({
	result: z.enum(["PASSED", "WARNED", "FAILED"]),
	configuration: z.array(z.object({ name: z.string().optional() })),
	passedTests: names,
	warnedTests: names,
	failedTests: names,
});

/** What the gate says of one run. */
export interface OpenVerdict {
	commit: string;
	/** `https://github.com/acme/shop`, where it is known. */
	repository: string | undefined;
	/** `refs/heads/main`, where it is known. */
	ref: string | undefined;
	/** The page of the run. */
	url: string | undefined;
	/** Each `service:level` that passed; `quarantined`: with failures that are quarantined. */
	levels: readonly { level: string; quarantined: boolean }[];
}

/** The predicate of an open gate. */
export function testResultOf(verdict: OpenVerdict): object {
	const passed = verdict.levels.filter(({ quarantined }) => !quarantined).map(({ level }) => level);
	const warned = verdict.levels.filter(({ quarantined }) => quarantined).map(({ level }) => level);
	const { repository, ref, commit } = verdict;
	const uri =
		repository === undefined ? {} : { uri: `git+${repository}${ref === undefined ? "" : `@${ref}`}` };
	return {
		result: warned.length === 0 ? "PASSED" : "WARNED",
		configuration: [{ name: GATE, ...uri, digest: { gitCommit: commit } }],
		...(verdict.url === undefined ? {} : { url: verdict.url }),
		passedTests: passed,
		warnedTests: warned,
		failedTests: [],
	};
}

/**
 * Why a predicate is no verdict of an open gate that covers these levels (`service:level`); undefined: it is one.
 * A level under warning has passed, its failures are quarantined.
 */
export function whyNotOpen(predicate: unknown, levels: readonly string[]): string | undefined {
	const parsed = testResultSchema.safeParse(predicate);
	if (!parsed.success) return "its predicate is no test result";
	const { result, configuration, passedTests = [], warnedTests = [], failedTests = [] } = parsed.data;
	if (!configuration.some(({ name }) => name === GATE)) return "it is a test result, and no gate's verdict";
	if (result === "FAILED" || failedTests.length > 0) return "its verdict is not open";
	if (result === "PASSED" && warnedTests.length > 0)
		return "it contradicts itself: passed, with tests under warning";
	const green = new Set([...passedTests, ...warnedTests]);
	const missing = levels.filter((level) => !green.has(level));
	return missing.length === 0 ? undefined : `it does not cover ${missing.slice(0, 10).join(", ")}`;
}

/** The levels that passed, those with quarantined failures too; none where it is no test result. */
export function coveredLevels(predicate: unknown): string[] {
	const { data } = testResultSchema.safeParse(predicate);
	return [...(data?.passedTests ?? []), ...(data?.warnedTests ?? [])];
}
