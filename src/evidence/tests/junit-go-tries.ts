import { addCase, isFailing, type JunitCase } from "./junit-case.js";
import type { TestCollector } from "./report.js";

/** Above these numbers tries are not looked for, and each case counts as it is. */
const HELD_LIMIT = 1000;
const NAMES_LIMIT = 100_000;

/** Output from this length on was cut, and may have ended in a panic. In characters. */
const OUTPUT_LIMIT = 60 * 1024;

interface Tries {
	first: JunitCase;
	failed: number;
	passed: number;
}

/**
 * The cases of one Go package in gotestsum's report. `--rerun-fails` lists each try of a test that failed as a case
 * of its own, and so does `go test -count=2` for every test. What tells them apart: a rerun repeats only tests that
 * failed. A test that passed in a rerun is flaky; where both could be, each case counts as it is. Pure.
 */
export class GoTries {
	readonly #collector: TestCollector;
	/** By class and name: tests that failed at least once. gotestsum lists failures first. */
	readonly #failed = new Map<string, Tries>();
	/** Tests that never failed. */
	readonly #others = new Set<string>();
	#unclear = false;

	constructor(collector: TestCollector) {
		this.#collector = collector;
	}

	add(test: JunitCase): void {
		const name = `${test.className ?? ""}\0${test.name}`;
		// gotestsum reruns nothing after a panic, which cuts a repetition short.
		const output = test.failure?.message ?? "";
		if (output.includes("panic: ") || output.length >= OUTPUT_LIMIT) this.#unclear = true;
		const held = this.#failed.get(name);
		if (held !== undefined) {
			if (isFailing(test)) held.failed++;
			else held.passed++;
			return;
		}
		if (isFailing(test) && this.#failed.size < HELD_LIMIT) {
			this.#failed.set(name, { first: test, failed: 1, passed: 0 });
			return;
		}
		if (isFailing(test) || this.#others.has(name) || this.#others.size >= NAMES_LIMIT) this.#unclear = true;
		else this.#others.add(name);
		addCase(test, this.#collector);
	}

	/** Counts what was held. Returns whether there were tries. */
	end(): boolean {
		const tries = !this.#unclear && this.#others.size > 0;
		let found = false;
		for (const { first, failed, passed } of this.#failed.values()) {
			const again = tries && failed + passed > 1;
			found ||= again;
			const passing = { ...first, failure: undefined, error: undefined };
			if (again && passed > 0) addCase({ ...passing, rerun: first.failure ?? first.error }, this.#collector);
			else {
				for (let index = 0; index < (again ? 1 : failed); index++) addCase(first, this.#collector);
				for (let index = 0; index < passed; index++) addCase(passing, this.#collector);
			}
		}
		return found;
	}
}
