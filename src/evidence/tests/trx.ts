import { UserError } from "../../runner/errors.js";
import { readXml, type XmlElement } from "../xml.js";
import { dotnetName } from "./dotnet-name.js";
import { Frames } from "./frames.js";
import { isFailure, NOTABLE_LIMIT, type TestCollector } from "./report.js";
import { tellUnlisted, told } from "./told.js";
import { countersOf, isRunFailure, resultStart, type TrxResult } from "./trx-result.js";
import { otherRoot } from "./xml-root.js";

/**
 * TRX, the Visual Studio test results file (vstst.xsd, http://microsoft.com/schemas/VisualStudio/TeamTest/2010),
 * as vstest, MSTest and others write it. Results are counted, innermost ones only; `Counters` only where there are
 * no results (vstest writes notExecuted="0" beside tests that were not executed).
 */

type Frame =
	| TrxResult
	| { kind: "info"; failed: boolean; text: string | undefined }
	| { kind: "results" | "error-info" | "definitions" | "definition" | "other" };

/** Class names are kept for at most this many definitions that stand before the results. */
const CLASSES_LIMIT = 200_000;

/** How many messages of the run are listed. */
const INFOS_LIMIT = 100;

/**
 * What the run says of tests that failed: xUnit's adapter repeats each, and Microsoft.Testing.Platform ends with 2
 * where any did.
 */
const ECHO_OF_TEST = /\[FAIL\]\s*$|^\s*Exit code indicates failure: '2'/;

/** Reads one report into the collector. */
export async function readTrx(
	source: AsyncIterable<Uint8Array>,
	file: string,
	collector: TestCollector,
): Promise<void> {
	const frames = new Frames<Frame>();
	const results = new Results(collector);
	const infos: string[] = [];
	let outcome: string | undefined;
	let counters: ReturnType<typeof countersOf> | undefined;
	let definition: string | undefined;

	const frameOf = (element: XmlElement, parent: Frame | undefined): Frame => {
		const { name } = element;
		if (
			parent?.kind === "results" &&
			(/Result(Aggregation)?$/.test(name) || element.attribute("outcome") !== undefined)
		)
			return resultStart(element);
		if (parent?.kind === "definitions") return { kind: "definition" };
		if (name === "RunInfo")
			return { kind: "info", failed: isRunFailure(element.attribute("outcome")), text: undefined };
		if ((name === "Results" && frames.depth === 1) || name === "InnerResults") return { kind: "results" };
		if (name === "TestDefinitions" && frames.depth === 1) return { kind: "definitions" };
		return { kind: name === "ErrorInfo" ? "error-info" : "other" };
	};

	await readXml(source, file, {
		open: (element) => {
			const { name } = element;
			const parent = frames.inner;
			if (parent === undefined && name !== "TestRun") throw otherRoot(file, "TRX", element);
			if (name === "ResultSummary") outcome = element.attribute("outcome");
			else if (name === "Counters") counters ??= countersOf(element, file);
			else if (name === "TestMethod" && definition !== undefined)
				results.define(definition, element.attribute("className"));
			const frame = frameOf(element, parent);
			if (frame.kind === "definition") definition = element.attribute("id");
			frames.open(frame);
			return (
				(name === "Message" && parent?.kind === "error-info") || (name === "Text" && parent?.kind === "info")
			);
		},
		close: (_, text) => {
			const frame = frames.close();
			const parent = frames.inner;
			if (frame?.kind === "result") {
				results.add(frame, frames.nearest("result"));
			} else if (frame?.kind === "info") {
				if (frame.failed && infos.length < INFOS_LIMIT) infos.push(frame.text ?? "");
			} else if (text === undefined) return;
			else if (parent?.kind === "info") parent.text ??= text;
			else {
				const test = frames.nearest("result");
				if (test !== undefined) test.message ??= text;
			}
		},
	});

	results.end();
	let failing = results.failing;
	if (results.count === 0 && counters !== undefined) {
		const { total, passed, failed, errors } = counters;
		if (passed + failed + errors > total) {
			throw new UserError(
				"report-malformed",
				`${file}: its counters say ${total} tests, and ${passed + failed + errors} that ran`,
				{
					file,
					hint: "The file is damaged, or was changed after the run.",
				},
			);
		}
		collector.addCounts(counters);
		failing += counters.failed + counters.errors;
	}
	if (results.count > 0 && counters !== undefined)
		tellUnlisted(collector, file, { said: counters.failed + counters.errors, listed: failing });
	const said = failing === 0 ? infos : infos.filter((text) => !ECHO_OF_TEST.test(text));
	const add = (message: string) =>
		collector.add("error", { name: "(test run)", ...told({ type: undefined, message }) });
	for (const text of said) add(text.trim() === "" ? "The run had an error and does not say which" : text);
	if (failing === 0 && said.length === 0 && isRunFailure(outcome))
		add(`The run ended as ${outcome}, and no test of it failed`);
}

/** Results that are told once their class is known: definitions stand behind the results in most files. */
class Results {
	count = 0;
	failing = 0;
	readonly #collector: TestCollector;
	readonly #held: TrxResult[] = [];
	readonly #ids = new Set<string>();
	readonly #classes = new Map<string, string>();
	readonly #endings: ReadonlySet<string>;
	readonly #left = { passed: 0, failed: 0, errors: 0, skipped: 0, flaky: 0 };
	readonly #kept = { passed: 0, failed: 0, error: 0, skipped: 0, flaky: 0 };

	constructor(collector: TestCollector) {
		this.#collector = collector;
		this.#endings = new Set([...collector.asked].map(ending));
	}

	/** The class that a definition names. */
	define(id: string | undefined, className: string | undefined): void {
		if (id === undefined || className === undefined || className === "") return;
		// Behind the results, only those that are held need a class.
		if (this.count > 0 ? this.#ids.has(id) : this.#classes.size < CLASSES_LIMIT)
			this.#classes.set(id, className);
	}

	add(result: TrxResult, parent: TrxResult | undefined): void {
		const failing = isFailure(result.status);
		if (parent !== undefined) {
			parent.inner++;
			if (failing || result.innerFailing > 0) parent.innerFailing++;
		}
		// What holds others is counted by them, unless it alone failed.
		if (result.inner > 0 && (!failing || result.innerFailing > 0)) return;
		this.count++;
		if (failing) this.failing++;
		const { status } = result;
		const wanted = this.#endings.has(ending(dotnetName(result.name).name));
		if (wanted || (status !== "passed" && this.#kept[status] < NOTABLE_LIMIT)) {
			this.#kept[status]++;
			this.#held.push(result);
			this.#ids.add(result.id);
		} else this.#left[status === "error" ? "errors" : status]++;
	}

	end(): void {
		for (const { id, name, status, message } of this.#held) {
			this.#collector.add(status, {
				...dotnetName(name, this.#classes.get(id)?.split(",")[0]),
				...told({ type: undefined, message }),
			});
		}
		this.#collector.addCounts(this.#left);
	}
}

/** What stands behind the class in `class > test`. */
function ending(name: string): string {
	return name.slice(name.lastIndexOf(" > ") + 1).replace(/^> /, "");
}
