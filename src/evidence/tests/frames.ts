import { isFailure, type TestStatus } from "./report.js";

/** The open elements of a test report in XML, as its reader sees them, and what is counted in them. Pure. */

/** One for each open element, innermost last; the reader opens and closes them as the elements come. */
export class Frames<F extends { readonly kind: string }> {
	readonly #open: F[] = [];

	get depth(): number {
		return this.#open.length;
	}

	/** The innermost one. */
	get inner(): F | undefined {
		return this.#open[this.#open.length - 1];
	}

	open(frame: F): void {
		this.#open.push(frame);
	}

	/** Closes the innermost one. */
	close(): F | undefined {
		return this.#open.pop();
	}

	/** The innermost one of a kind, or of either of two. */
	nearest<K extends F["kind"]>(kind: K, other?: K): Extract<F, { kind: K }> | undefined {
		for (let at = this.#open.length - 1; at >= 0; at--) {
			const frame = this.#open[at];
			if (frame?.kind === kind || (other !== undefined && frame?.kind === other))
				return frame as Extract<F, { kind: K }>;
		}
		return undefined;
	}
}

/** What a suite holds, inner suites too. */
export interface SuiteCounts {
	cases: number;
	/** Failures, those that belong to no case too. */
	failing: number;
}

/** Counts a case by its status in the suite around it. */
export function countStatus(suite: SuiteCounts | undefined, status: TestStatus): void {
	if (suite === undefined) return;
	suite.cases++;
	if (isFailure(status)) suite.failing++;
}

/** Adds what an inner suite holds to the suite around it. */
export function addInnerCounts(around: SuiteCounts, suite: SuiteCounts): void {
	around.cases += suite.cases;
	around.failing += suite.failing;
}
