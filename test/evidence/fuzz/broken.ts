import { emptyReport } from "#src/evidence/coverage/json-fields.js";
import { COVERAGE_READERS, TEST_READERS } from "#src/evidence/readers.js";

/** Readers with one defect each, which show that the fuzzer finds it. */
export const BROKEN = {
	/** Takes whatever there is for all of it. */
	"accepts a truncation": () => {
		const { junit } = TEST_READERS;
		TEST_READERS.junit = async (source, file, collector) => {
			try {
				await junit?.(source, file, collector);
			} catch {
				// What was read so far is green.
			}
		};
	},
	"throws a bare Error": () => {
		COVERAGE_READERS.lcov = async (source) => {
			let size = 0;
			for await (const chunk of source) size += chunk.length;
			if (size % 2 === 1) throw new RangeError("Invalid array length");
			return emptyReport("lcov");
		};
	},
	hangs: () => {
		COVERAGE_READERS.lcov = async () => {
			// Stands still as a loop without an end does, and costs nothing.
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
			return emptyReport("lcov");
		};
	},
} as const;

export type Broken = keyof typeof BROKEN;
