import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { evidenceReportSchema } from "#src/evidence/evidence-report.js";
import { makeRepository } from "../git/repository.ts";
import { spawnNode } from "../runner/spawn.ts";

const entry = process.env.SLUICE_ENTRIES === "dist" ? "dist/cli/index.js" : "build/cli/main.js";

function evidence(directory: string, ...args: string[]) {
	const { GITHUB_ACTIONS: _, ...environment } = process.env;
	return spawnNode([resolve(entry), "evidence", ...args], directory, environment);
}

const JUNIT = `<testsuite tests="9"><testcase name="a"/><testcase name="b"><failure message="no"/></testcase></testsuite>`;
const lcov = (path: string, ...hits: number[]) =>
	`TN:\nSF:${path}\n${hits.map((each, index) => `DA:${index + 1},${each}\n`).join("")}end_of_record\n`;

describe("sluice evidence", () => {
	let folder = "";
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), "sluice-evidence-"));
		writeFileSync(join(folder, "junit.xml"), JUNIT);
		writeFileSync(join(folder, "one.info"), lcov("src\\a.js", 1, 0, 0));
		writeFileSync(join(folder, "two.info"), lcov("src/a.js", 0, 1, 0) + lcov("/srv/b.js", 1));
		writeFileSync(join(folder, "junk.bin"), Buffer.from([0x1f, 0x8b, 8, 0]));
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	it("outside of a repository: each file, and their union under the paths as written", async () => {
		const run = await evidence(folder, "junit.xml", "one.info", "two.info", "--json", "--lcov", "all.info");
		expect(run.stderr).toBe("");
		expect(run.code).toBe(0);
		const said = JSON.parse(run.stdout);
		expect(Object.keys(said)).toEqual(["schema", "files", "merged"]);
		expect(evidenceReportSchema.parse(said)).toEqual({
			schema: "evidence-report.v1",
			files: [
				{
					file: "junit.xml",
					format: "junit",
					tests: { total: 2, passed: 1, failed: 1, errors: 0, skipped: 0, flaky: 0 },
					coverage: null,
					problems: expect.any(Array),
				},
				{ file: "one.info", format: "lcov", tests: null, coverage: coverage(1, 1, 3), problems: [] },
				{ file: "two.info", format: "lcov", tests: null, coverage: coverage(2, 2, 4), problems: [] },
			],
			merged: {
				tests: { total: 2, passed: 1, failed: 1, errors: 0, skipped: 0, flaky: 0 },
				coverage: coverage(2, 3, 4),
			},
		});
		expect(readFileSync(join(folder, "all.info"), "utf8")).toContain("SF:src/a.js\nDA:1,1\nDA:2,1\nDA:3,0\n");
	});

	it("hands on no path that leads out, and no name that breaks a line or XML", async () => {
		const lines = '<lines><line number="1" hits="1"/></lines>';
		const of = (name: string) =>
			`<class filename="${name}"><methods><method name="&#10;SF:/etc/shadow&#10;&lt;x&gt;" signature="">${lines}</method></methods>${lines}</class>`;
		const names = [
			"../../etc/passwd",
			"a/../../b.js",
			"a/../c.js",
			"x&#10;SF:y.js",
			"&quot;&gt;&lt;&amp;.js",
		];
		writeFileSync(
			join(folder, "c.xml"),
			`<coverage line-rate="1"><packages><package><classes>${names.map(of).join("")}</classes></package></packages></coverage>`,
		);
		const run = await evidence(folder, "c.xml", "--lcov", "all.info", "--cobertura", "all.xml", "--json");
		expect(run.code).toBe(0);
		const merged = readFileSync(join(folder, "all.info"), "utf8");
		expect(merged.match(/^SF:.*$/gm)).toEqual(['SF:"><&.js', "SF:a/../c.js"]);
		expect(merged).toContain("FNDA:1,SF:/etc/shadow <x>\n");
		const again = await evidence(folder, "all.info", "all.xml", "--json");
		expect(JSON.parse(again.stdout).merged.coverage).toMatchObject({
			files: 2,
			lines: { covered: 2, total: 2 },
			functions: { covered: 2, total: 2 },
		});
	});

	it("counts a suite that stands in two reports once in the union, and in each report as it is", async () => {
		const ant = resolve("test/fixtures/reports/ant");
		for (const file of readdirSync(ant)) writeFileSync(join(folder, file), readFileSync(join(ant, file)));
		const files = ["TEST-shop.CartTest.xml", "TEST-shop.OtherTest.xml", "TESTS-TestSuites.xml"];
		const said = JSON.parse((await evidence(folder, ...files, "--json")).stdout);
		const whole = said.files[2].tests;
		expect(said.files[0].tests.total + said.files[1].tests.total).toBe(whole.total);
		expect(whole).toMatchObject({ total: 6 });
		expect(said.merged.tests).toEqual(whole);
		expect(said.files[2].problems.map(({ code }: { code: string }) => code)).toContain("report-repeats");
	});

	it("reports the others where one is refused, exits 2, and writes nothing that would lack it", async () => {
		const before = readdirSync(folder).sort();
		const run = await evidence(
			folder,
			"one.info",
			"junk.bin",
			"none.xml",
			"--json",
			"--cobertura",
			"all.xml",
		);
		expect(run.code).toBe(2);
		const { files, merged } = JSON.parse(run.stdout);
		expect(
			files.map((each: { problems: { code: string }[] }) => each.problems.map(({ code }) => code)),
		).toEqual([[], ["report-format"], ["report-unreadable"]]);
		expect(merged.coverage).toEqual(coverage(1, 1, 3));
		expect(run.stderr).toContain("all.xml not written: a file was refused");
		expect(readdirSync(folder).sort()).toEqual(before);
	});

	it("prints a table for people", async () => {
		const run = await evidence(folder, "junit.xml", "one.info", "junk.bin");
		expect(run.code).toBe(2);
		expect(run.stdout).toMatch(/^File +Format +Tests/);
		expect(run.stdout).toMatch(/one\.info +lcov +1 +1\/3 33\.33 %/);
		expect(run.stdout).toMatch(/junk\.bin +refused/);
		expect(run.stdout).toContain("is compressed with gzip");
	});

	it.each([
		[[], "No file is given"],
		[["one.info", "--lcov"], "--lcov needs the name of a file"],
		[["one.info", "--lcov", "one.info"], "would be replaced"],
		[["one.info", "--lcov", "x", "--cobertura", "./x"], "for lcov and for Cobertura"],
		[["one.info", "--lcov", "no/x"], "its folder is missing"],
		[["one.info", "--lcv", "x"], "Did you mean 'lcov'?"],
	])("%j is refused before anything is read", async (args, message) => {
		const run = await evidence(folder, ...args);
		expect(run.code).toBe(2);
		expect(run.stderr).toContain(message);
	});

	it("takes names that look like flags after --, and a file that is named twice once", async () => {
		writeFileSync(join(folder, "--a [1].info"), lcov("a", 1));
		const run = await evidence(folder, "--json", "--", "--a [1].info", "./--a [1].info");
		expect(run.code).toBe(0);
		expect(JSON.parse(run.stdout).files).toHaveLength(1);
		expect(run.stderr).toContain("counts once");
	});

	it("in a repository, paths become its files: those of the report's own service first", async () => {
		await using repository = makeRepository({
			"cart/src/a.js": "1\n2\n3\n",
			"pay/src/a.js": "1\n2\n3\n",
			"sample.info": lcov("src/a.js", 1),
		});
		const { directory } = repository;
		mkdirSync(join(directory, "cart/coverage"));
		writeFileSync(
			join(directory, "cart/coverage/lcov.info"),
			lcov("src/a.js", 1, 0) + lcov("/usr/lib/x.js", 1),
		);
		writeFileSync(join(directory, "pay/lcov.info"), lcov("/home/ci/build/pay/src/a.js", 1));
		const run = await evidence(directory, "cart/coverage/lcov.info", "pay/lcov.info", "--lcov", "out.info");
		expect(run.code).toBe(0);
		expect(run.stdout).toContain("Files of the repository: 66.66 % (2 of 3)");
		expect(run.stdout).toContain("1 of 2 files in cart/coverage/lcov.info are no files of the repository");
		expect(readFileSync(join(directory, "out.info"), "utf8").match(/^SF:.*$/gm)).toEqual([
			"SF:cart/src/a.js",
			"SF:pay/src/a.js",
		]);
		expect(run.stdout).toContain('"/usr/lib/x.js" (it is outside of the repository)');
		// With --json nothing else tells it.
		expect(run.stderr).toContain('"/usr/lib/x.js" (it is outside of the repository)');

		writeFileSync(join(directory, "lcov.info"), lcov("a.js", 1));
		const ambiguous = await evidence(directory, "lcov.info", "--json");
		expect(ambiguous.code).toBe(2);
		expect(JSON.parse(ambiguous.stdout).files[0].problems[0].message).toContain(
			"cart/src/a.js, pay/src/a.js",
		);

		writeFileSync(join(directory, "lcov.info"), lcov("cart/src/a.js", 1, 1, 1, 1));
		const stale = await evidence(directory, "lcov.info", "--json");
		expect(JSON.parse(stale.stdout).files[0].problems[0].code).toBe("report-of-another-commit");

		// A report that git tracks is a sample: nothing in it is taken for a file of this tree.
		const sample = await evidence(directory, "sample.info", "--json");
		expect(sample.code).toBe(0);
	});
});

it("the code that V8 has compiled for one command serves the next one, whatever came between", async () => {
	const folder = mkdtempSync(join(tmpdir(), "sluice-compiled-"));
	try {
		const { GITHUB_ACTIONS: _, ...environment } = process.env;
		const run = async (...args: string[]) =>
			spawnNode([resolve(entry), ...args], folder, {
				...environment,
				HOME: folder,
				// Named, since Node hands it down where it is not.
				NODE_V8_COVERAGE: undefined,
				NODE_DEBUG_NATIVE: "COMPILE_CACHE",
			});
		await run("--version");
		await run("evidence", "--help");
		expect((await run("--version")).stderr).toMatch(/was accepted/);
		const last = await run("evidence", "--help");
		expect(last.stderr).toMatch(/was accepted/);
		expect(last.stderr).not.toMatch(/was rejected/);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});

function coverage(files: number, covered: number, total: number) {
	return { files, lines: { covered, total }, branches: null, functions: null, statements: null };
}
