import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// The tests that spawn actions, once more against the bundles of dist/ (SLUICE_ENTRIES=dist), and those of dist/ itself.
export default defineConfig({
	test: {
		include: [
			"test/bundle/**/*.test.ts",
			"test/actions/**/*.process.test.ts",
			"test/cli/**/*.process.test.ts",
		],
		pool: "threads",
		// Most tests wait for a process that they spawned.
		maxWorkers: availableParallelism() + 1,
		testTimeout: 120_000,
		hookTimeout: 120_000,
		server: { deps: { external: [/\/build\//] } },
	},
});
