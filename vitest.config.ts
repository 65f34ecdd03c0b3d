import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// Tests import what tsc wrote (#src/* is build/*), and vite leaves it alone: code that vite has
// transformed is counted wrongly by c8.
export default defineConfig({
	test: {
		include: ["test/**/*.test.ts"],
		exclude: ["test/live/**", "test/by-hand/**", "test/fixtures/**"],
		pool: "threads",
		// Most tests wait for a process that they spawned.
		maxWorkers: availableParallelism() + 1,
		testTimeout: 60_000,
		hookTimeout: 60_000,
		server: { deps: { external: [/\/build\//] } },
	},
});
