import { Budget } from "./budget.js";
import type { Branches } from "./line-marks.js";
import type { NameTable } from "./name-table.js";

/**
 * Arms of a report that have numbers and no names. There are few numbers, and each comes millions of times, so that
 * making a text of it is what would cost. Pure.
 */

/** More arms than any line has: a number that would only cost memory. */
const ARMS_LIMIT = 10_000;
/** As many arms as a line may have at no cost to the budget. */
const USUAL = 64;
/** How many conditions are remembered. */
const REMEMBERED = 1024;

export class ArmNumbers {
	readonly #names: NameTable;
	readonly #budget: Budget;
	/** By arm: the name's number plus one. */
	readonly #counted = new Int32Array(ARMS_LIMIT);
	readonly #conditions = new Map<string, readonly [number, number]>();

	constructor(names: NameTable, file: string) {
		this.#names = names;
		this.#budget = new Budget(file, `arms in lines of more than ${USUAL}`);
	}

	/**
	 * Marks the arms of a line of which it is only known how many there are: they have numbers from 0, the taken ones
	 * first. No more than a line may have are marked. Returns how many.
	 */
	mark(branches: Branches, line: number, taken: number, total: number): number {
		const count = Math.min(total, ARMS_LIMIT);
		if (count > USUAL) this.#budget.spend(count);
		for (let arm = 0; arm < count; arm++) branches.mark(line, this.#ofArm(arm), arm < taken);
		return count;
	}

	/** Of the two arms of a condition that has a number of its own. */
	ofCondition(condition: string): readonly [number, number] {
		const known = this.#conditions.get(condition);
		if (known !== undefined) return known;
		const numbers = [this.#names.number(`~${condition}.0`), this.#names.number(`~${condition}.1`)] as const;
		if (this.#conditions.size < REMEMBERED && condition.length <= 64)
			this.#conditions.set(condition, numbers);
		return numbers;
	}

	/** Of an arm that is known by its place among those of its line. */
	#ofArm(arm: number): number {
		const known = this.#counted[arm] ?? 0;
		if (known > 0) return known - 1;
		const number = this.#names.number(`~${arm}`);
		this.#counted[arm] = number + 1;
		return number;
	}
}
