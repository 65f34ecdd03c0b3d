import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, it } from "vitest";

/**
 * A guard of the tool chain: the way in which this project counts coverage (vitest in threads, tests that
 * import what tsc wrote, c8 with the project's own settings) must find exactly the lines that nothing ran.
 */
const folder = mkdtempSync(join(tmpdir(), "sluice-coverage-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SAMPLE = `interface Shape {
	sides: number;
}

export function called(shape: Shape): string {
	if (shape.sides > 3) {
		return "many";
	}
	return "few";
}

export function uncalled(
	text: string,
): string {
	const doubled = text + text;
	return doubled;
}
`;

it("finds exactly the lines that nothing ran, of called and spawned code", () => {
	mkdirSync(join(folder, "src"));
	mkdirSync(join(folder, "test"));
	symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
	const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
	write("package.json", JSON.stringify({ type: "module", imports: { "#src/*": "./build/*" } }));
	for (const path of ["tsconfig.json", ".c8rc.json", "vitest.config.ts"])
		write(path, readFileSync(path, "utf8"));
	write("src/sample.ts", SAMPLE);
	write(
		"src/spawned.ts",
		`import { called } from "./sample.js";\nconst many = process.argv.length > 9;\nif (many) {\n\tconsole.log("never");\n}\nconsole.log(called({ sides: 3 }));\n`,
	);
	write("src/unloaded.ts", `export const x: number = 1;\n`);
	write(
		"test/sample.test.ts",
		`import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { called } from "#src/sample.js";
it("calls", () => {
	expect(called({ sides: 4 })).toBe("many");
	expect(execFileSync(process.execPath, ["build/spawned.js"], { encoding: "utf8" })).toBe("few\\n");
});
`,
	);
	const options = {
		cwd: folder,
		stdio: "pipe",
		encoding: "utf8",
		env: { ...process.env, NODE_V8_COVERAGE: "" },
	} as const;
	execFileSync("tsc", ["-p", "tsconfig.json"], options);
	execFileSync("c8", ["vitest", "run"], options);
	const uncovered = uncoveredLines(readFileSync(join(folder, "coverage/lcov.info"), "utf8"));
	// Line 12 holds the word `export`, which runs when the module is loaded.
	expect(uncovered.get("src/sample.ts")).toEqual([13, 14, 15, 16, 17]);
	expect(uncovered.get("src/spawned.ts")).toEqual([4, 5]);
	expect(uncovered.get("src/unloaded.ts")).toEqual([1]);
});

function uncoveredLines(lcov: string): Map<string, number[]> {
	const files = new Map<string, number[]>();
	let lines: number[] = [];
	for (const line of lcov.split("\n")) {
		if (line.startsWith("SF:")) {
			lines = [];
			files.set(line.slice(3), lines);
		}
		const match = /^DA:(\d+),0$/.exec(line);
		if (match !== null) lines.push(Number(match[1]));
	}
	return files;
}
