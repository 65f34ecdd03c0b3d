import { OutputTail } from "./output-tail.js";

/** One run of one Go package, as its events tell it. Pure. */

export type GoStatus = "passed" | "failed" | "skipped";

export interface GoResult {
	test: string;
	status: GoStatus;
	message: string;
}

/** Lines that frame a test's output and tell nothing. */
const FRAME = /^\s*(?:=== (?:RUN|PAUSE|CONT|NAME)\b|--- (?:FAIL|PASS|SKIP|BENCH): )/;

/** Lines at the end of a package that tell nothing more than that it ended. */
const PACKAGE_FRAME =
	/^(?:FAIL|PASS|exit status \d+|coverage: .*|(?:FAIL|ok {2})\t\S+\t(?:[\d.]+s|\(cached\)).*)\s*$/;

export class GoPackageRun {
	readonly name: string;
	ended = false;
	/** Tests that ended failed, or did not end. */
	failed = 0;
	/** Tests that began and did not end yet; their output as far as there is any. */
	readonly #running = new Map<string, OutputTail | undefined>();
	readonly #output = new OutputTail();

	constructor(name: string) {
		this.name = name;
	}

	get running(): number {
		return this.#running.size;
	}

	run(test: string): GoResult | undefined {
		// -count=2 runs a test again after it ended; one that runs already never did.
		const lost = this.#running.has(test) ? this.#unended(test) : undefined;
		this.#running.set(test, undefined);
		return lost;
	}

	output(test: string | undefined, text: string): void {
		if (FRAME.test(text)) return;
		if (test === undefined || !this.#running.has(test)) {
			if (!PACKAGE_FRAME.test(text)) this.#output.add(text);
			return;
		}
		const tail = this.#running.get(test) ?? new OutputTail();
		tail.add(text);
		this.#running.set(test, tail);
	}

	/** A test that ended. */
	end(test: string, status: GoStatus): GoResult {
		const message = status === "passed" ? "" : (this.#running.get(test)?.text() ?? "");
		this.#running.delete(test);
		if (status === "failed") this.failed++;
		return { test, status, message };
	}

	/** What is left when the package ends: benchmarks have no end of their own, other tests did not end. */
	endAll(passed: boolean): GoResult[] {
		this.ended = true;
		const results = [...this.#running].map(([test, output]) => {
			// A subtest may lose its last event (golang/go#40771); its root is left here too if it did not end.
			const lost = test.includes("/") && !this.#running.has(test.slice(0, test.indexOf("/")));
			const benchmark = /^Benchmark/.test(test) && (passed || /\bns\/op\b/.test(output?.text() ?? ""));
			return benchmark || (passed && lost)
				? { test, status: "passed" as const, message: "" }
				: this.#unended(test);
		});
		this.#running.clear();
		return results;
	}

	/** The package's own last output. */
	text(): string {
		return this.#output.text();
	}

	#unended(test: string): GoResult {
		this.failed++;
		const text = this.#running.get(test)?.text() ?? "";
		return { test, status: "failed", message: text === "" ? "The test began and did not end" : text };
	}
}
