import { defineConfig } from "vitest/config";

// As vitest.config.ts, for the tests against real servers: `vitest run --config vitest.live.config.ts`.
// A missing server fails its test; nothing is skipped.
export default defineConfig({
	test: {
		include: ["test/live/**/*.test.ts"],
		exclude: ["test/fixtures/**"],
		pool: "threads",
		testTimeout: 60_000,
		hookTimeout: 60_000,
		server: { deps: { external: [/\/build\//] } },
	},
});
