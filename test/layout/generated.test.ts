import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";

it("action.yml, READMEs and schemas are what the code gives", () => {
	const output = execFileSync(process.execPath, ["scripts/generate.ts", "--check"], {
		encoding: "utf8",
		stdio: "pipe",
	});
	expect(output).toBe("");
});
