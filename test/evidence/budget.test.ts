import { expect, it } from "vitest";
import { readClover } from "#src/evidence/coverage/clover.js";
import { readCobertura } from "#src/evidence/coverage/cobertura.js";
import { readJacoco } from "#src/evidence/coverage/jacoco.js";
import { readOpencover } from "#src/evidence/coverage/opencover.js";
import { bytes, userError } from "./source.ts";

/** A small report must not become gigabytes by the numbers that it says. */

const LINES = 2001;
const lines = (one: (line: number) => string) =>
	Array.from({ length: LINES }, (_, index) => one(index + 1)).join("");

it.each([
	[
		"cobertura",
		readCobertura,
		`<coverage><packages><package><classes><class filename="a"><lines>${lines((at) => `<line number="${at}" hits="1" branch="true" condition-coverage="0% (1/900000)"/>`)}</lines></class></classes></package></packages></coverage>`,
	],
	[
		"jacoco",
		readJacoco,
		`<report><package name="p"><sourcefile name="a">${lines((at) => `<line nr="${at}" mi="1" ci="1" mb="900000" cb="1"/>`)}</sourcefile></package></report>`,
	],
	[
		"clover",
		readClover,
		`<coverage><project><file name="a">${lines((at) => `<line num="${at}" type="cond" count="1" truecount="1" falsecount="900000"/>`)}</file></project></coverage>`,
	],
	[
		"opencover",
		readOpencover,
		`<CoverageSession><Modules><Module><Files><File uid="1" fullPath="a"/></Files><Classes><Class><Methods><Method><Name>f</Name><FileRef uid="1"/><SequencePoints>${lines((at) => `<SequencePoint vc="1" sl="${at}" el="${at + 90_000}" fileid="1"/>`)}</SequencePoints></Method></Methods></Class></Classes></Module></Modules></CoverageSession>`,
	],
])("%s: numbers that stand for millions of things are an error", async (_, read, text) => {
	expect(text.length).toBeLessThan(200_000);
	expect(await userError(read(bytes(text, 4096), "f"))).toMatchObject({ code: "report-limit" });
});

it("a line of a thousand arms is counted as it is written", async () => {
	const text = `<report><package name="p"><sourcefile name="a"><line nr="1" mi="1" ci="1" mb="900" cb="100"/></sourcefile></package></report>`;
	const [file] = (await readJacoco(bytes(text), "f")).files;
	expect([file?.branches.covered, file?.branches.total]).toEqual([100, 1000]);
});
