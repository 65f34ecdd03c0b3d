import { defineConfig } from "vitest/config";

// As vitest.live.config.ts, for the tests with programs that the gate of this repository does not install.
// A missing program fails its test; nothing is skipped.
export default defineConfig({
	test: {
		include: ["test/by-hand/**/*.test.ts"],
		exclude: ["test/fixtures/**"],
		pool: "threads",
		testTimeout: 60_000,
		hookTimeout: 60_000,
		server: { deps: { external: [/\/build\//] } },
	},
});
