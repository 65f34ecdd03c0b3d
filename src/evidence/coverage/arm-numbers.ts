import type { NameTable } from "./name-table.js";

/**
 * The numbers that keys of arms have which are made of numbers themselves. There are few, and each comes
 * millions of times, so that making a text of it is what would cost. Pure.
 */

/** How many are remembered of each kind. */
const REMEMBERED = 1024;

export class ArmNumbers {
	readonly #names: NameTable;
	/** By arm: the name's number plus one. */
	readonly #counted = new Int32Array(REMEMBERED);
	readonly #conditions = new Map<string, readonly [number, number]>();

	constructor(names: NameTable) {
		this.#names = names;
	}

	/** Of an arm that is known by its place among those of its line. */
	counted(arm: number): number {
		const known = this.#counted[arm] ?? 0;
		if (known > 0) return known - 1;
		const number = this.#names.number(`~${arm}`);
		if (arm < REMEMBERED) this.#counted[arm] = number + 1;
		return number;
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
}
