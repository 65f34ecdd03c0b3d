import type { UserError } from "../../runner/errors.js";
import { hashText, type Sums } from "../value-hash.js";
import type { XmlElement } from "../xml.js";
import { isFailing, type JunitCase, statusOf } from "./junit-case.js";
import type { GoTries } from "./junit-go-tries.js";
import type { CollectorMark, TestCollector, TestStatus } from "./report.js";
import { count, noCount } from "./told.js";

/** One `<testsuite>` or `<testsuites>` of JUnit XML: what it says by numbers, and what was found inside. Pure. */

export interface JunitSuite {
	kind: "suite";
	name: string;
	/** As written; undefined where there is none. */
	timestamp: string | undefined;
	tests: number;
	/** Why its numbers can't be read. */
	wrong: UserError | undefined;
	failures: number;
	errors: number;
	skips: number;
	/** Cases, and suites that were counted by their numbers, anywhere inside. */
	counted: number;
	/** Cases inside with a failure or an error, whatever they count as: what the suite's numbers should say. */
	failing: number;
	reruns: boolean;
	/** A case that may turn out to be a try of the next one (pytest). */
	pending: JunitCase | undefined;
	/** Of the case before: most cases of a suite have the same. */
	className: string | undefined;
	/** Set where the suite is a Go package. */
	go: GoTries | undefined;
	/** Of the cases inside, in order. */
	digest: Sums;
	/** Whether a case inside took a measurable time. */
	timed: boolean;
	/** Where the collector stood when the suite began. */
	mark: CollectorMark;
}

/** Their places are digits of the digest. */
const STATUSES: readonly TestStatus[] = ["passed", "flaky", "skipped", "failed", "error"];

const PASSED = STATUSES.indexOf("passed");

/** How many failures without a case are listed one by one. */
const LISTED = 100;
/** Above this number no further suite is remembered: reports of millions of suites keep within memory. */
const SUITES_LIMIT = 100_000;

export function suiteStart(element: XmlElement, collector: TestCollector, file: string): JunitSuite {
	let wrong: UserError | undefined;
	const said = (attribute: string) => {
		const value = count(element, attribute);
		if (value === undefined) wrong ??= noCount(element, attribute, file);
		return value ?? 0;
	};
	const name = element.attribute("name") ?? "";
	const group = element.attribute("package") ?? "";
	const timestamp = element.attribute("timestamp") ?? "";
	return {
		kind: "suite",
		// Ant's aggregate splits a class's name into `package` and `name`.
		name: group === "" || name === group || name.startsWith(`${group}.`) ? name : `${group}.${name}`,
		timestamp: timestamp === "" ? undefined : timestamp,
		tests: said("tests"),
		failures: said("failures"),
		errors: said("errors"),
		skips: said("skipped") + said("skips") + said("disabled"),
		wrong,
		counted: 0,
		failing: 0,
		reruns: false,
		pending: undefined,
		className: undefined,
		go: undefined,
		digest: [0x811c9dc5 | 0, 0x1000193],
		timed: false,
		mark: collector.mark(),
	};
}

/** Takes a case into the figures of its suite, its digest too. */
export function takeInCase(suite: JunitSuite, test: JunitCase): void {
	// gotestsum's case of a package that did not build or crashed names no package.
	if (test.className === undefined && test.name === "TestMain" && suite.name !== "")
		test.className = suite.name;
	suite.counted++;
	if (isFailing(test) || test.tolerated) suite.failing++;
	if (test.rerun !== undefined) suite.reruns = true;
	const { digest } = suite;
	const time = test.time ?? "";
	if (!suite.timed) suite.timed = /[1-9]/.test(time);
	mix(digest, test.name);
	mixNumber(digest, STATUSES.indexOf(statusOf(test)));
	mix(digest, time);
}

/**
 * Takes a case that has passed into the figures of its suite and of the report without making anything of it: nothing
 * is in it, and no attribute says otherwise. False where it may be more than that, and nothing is done.
 */
export function takeInPlainCase(suite: JunitSuite, element: XmlElement, collector: TestCollector): boolean {
	// pytest's case may turn out to be a try of the next one, and so may a Go package's.
	if (!element.isEmpty || collector.asked.size > 0 || suite.name === "pytest" || suite.go !== undefined)
		return false;
	if (element.attribute("status") !== undefined || element.attribute("result") !== undefined) return false;
	suite.counted++;
	const { digest } = suite;
	if (!suite.timed) suite.timed = /[1-9]/.test(element.attribute("time") ?? "");
	element.hash("name", digest);
	endText(digest);
	mixNumber(digest, PASSED);
	element.hash("time", digest);
	endText(digest);
	collector.addPassed();
	return true;
}

/** Takes a suite inside into the figures of the one around it, its digest too. */
export function takeInSuite(parent: JunitSuite, suite: JunitSuite): void {
	parent.counted += suite.counted;
	parent.failing += suite.failing;
	parent.reruns ||= suite.reruns;
	parent.timed ||= suite.timed;
	mix(parent.digest, suite.name);
	mix(parent.digest, suite.digest.join());
}

/**
 * Ant's TESTS-TestSuites.xml, and what other tools put together, repeats the suites of the TEST-*.xml files
 * beside it. A suite with the same name, start, cases, results and times as one of another file is that
 * suite: what it added is taken back. The failures of both are the same ones, so none is lost.
 * Returns the other file.
 */
export function takeBackIfRepeated(
	suite: JunitSuite,
	file: string,
	collector: TestCollector,
): string | undefined {
	// Without a time, two runs that differ can look the same.
	if (suite.counted === 0 || (suite.timestamp === undefined && !suite.timed)) return undefined;
	const key = [
		suite.name.slice(0, 300),
		suite.timestamp ?? "",
		suite.counted,
		suite.failing,
		...suite.digest,
	].join("\n");
	const other = collector.suites.get(key);
	if (other === undefined) {
		if (collector.suites.size < SUITES_LIMIT) collector.suites.set(key, file);
		return undefined;
	}
	if (other === file) return undefined;
	collector.rewind(suite.mark);
	return other;
}

/** A suite that lists nothing: it could not be loaded, or its tool writes numbers only, which then must be some. */
export function addNumbers(suite: JunitSuite, collector: TestCollector): void {
	if (suite.wrong !== undefined) throw suite.wrong;
	const said = suite.failures + suite.errors;
	const total = Math.max(suite.tests, said + suite.skips);
	suite.counted = total;
	suite.failing = said;
	if (total === 0) return;
	const name = nameOf(suite);
	const one = (status: "failed" | "error", times: number) => {
		for (let index = 0; index < Math.min(times, LISTED); index++)
			collector.add(status, { name, message: "The suite says that it failed and lists no test" });
	};
	one("failed", suite.failures);
	one("error", suite.errors);
	const skipped = Math.min(suite.skips, total - said);
	collector.addCounts({
		passed: total - said - skipped,
		failed: suite.failures - Math.min(suite.failures, LISTED),
		errors: suite.errors - Math.min(suite.errors, LISTED),
		skipped,
		flaky: 0,
	});
}

export function nameOf(suite: JunitSuite): string {
	return suite.name === "" ? "(suite)" : suite.name;
}

function mix(digest: Sums, text: string): void {
	hashText(text, digest);
	endText(digest);
}

function endText(digest: Sums): void {
	// The factors take what is in the higher digits to no lower one.
	digest[0] ^= digest[0] >>> 15;
	digest[1] ^= digest[1] >>> 15;
	// No character has this number: it keeps `ab`, `c` and `a`, `bc` apart.
	mixNumber(digest, -1);
}

function mixNumber(digest: Sums, value: number): void {
	digest[0] = Math.imul(digest[0] ^ value, 0x01000193);
	digest[1] = (Math.imul(digest[1], 31) + value) | 0;
}
