import {
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { diskReportFiles } from "#src/evidence/disk.js";
import { figures } from "#src/evidence/figures.js";
import { RepositoryPaths } from "#src/evidence/paths.js";
import { type ReportRequest, readReports } from "#src/evidence/read.js";
import { userError } from "./source.ts";

let root: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), "sluice-read-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (path: string, text: string) => {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	writeFileSync(join(root, path), text);
};
const lines = (count: number) => "x\n".repeat(count);
const read = (more: Partial<ReportRequest>, files: string[] = ["cart/src/a.js", "cart/src/b.js"]) =>
	readReports(diskReportFiles(root), {
		service: "cart",
		results: [],
		coverage: [],
		tracked: new Set(),
		repository: new RepositoryPaths(files),
		root,
		...more,
	});
const suite = (name: string) => `<testsuite><testcase name="${name}"/></testsuite>`;

describe("reports are found", () => {
	it("by globs relative to the service, once each, and nowhere else", async () => {
		for (const path of [
			"cart/r/a.xml",
			"cart/r/deep/b.xml",
			"cart/r/c.txt",
			"pay/r/d.xml",
			"cart/.hidden/e.xml",
		])
			write(path, suite(path));
		const one = await read({ results: ["r/*.xml", "./r/a.xml"] });
		expect(one.read).toEqual(["cart/r/a.xml"]);
		expect((await read({ results: ["r/**/*.xml"] })).tests?.counts.total).toBe(2);
		expect((await read({ results: ["**/*.xml"] })).read).toContain("cart/.hidden/e.xml");
	});

	it("not through links, neither of a file nor of a folder", async () => {
		write("elsewhere/a.xml", suite("a"));
		mkdirSync(join(root, "cart/r"), { recursive: true });
		symlinkSync(join(root, "elsewhere/a.xml"), join(root, "cart/r/a.xml"));
		symlinkSync(join(root, "elsewhere"), join(root, "cart/linked"));
		symlinkSync(join(root, "elsewhere"), join(root, "cart/r/linked"));
		for (const glob of ["r/a.xml", "linked/a.xml", "linked/*.xml", "**/*.xml"])
			expect((await read({ results: [glob] })).missing).toEqual([{ kind: "results", globs: [glob] }]);
	});

	it.each(["../pay/*.xml", "/etc/passwd", "r/../../x", "C:/x"])(
		"%s leads out and is refused",
		async (glob) => {
			expect(await userError(read({ results: [glob] }))).toMatchObject({ code: "report-glob" });
		},
	);

	it("older than the command's start is stale, and missing where nothing else is there", async () => {
		write("cart/old.xml", suite("a"));
		write("cart/new.xml", suite("b"));
		utimesSync(join(root, "cart/old.xml"), 1000, 1000);
		const both = await read({ results: ["*.xml"], since: 2_000_000 });
		expect(both).toMatchObject({ read: ["cart/new.xml"], stale: ["cart/old.xml"], missing: [] });
		expect((await read({ results: ["old.xml"], since: 2_000_000 })).missing).toHaveLength(1);
	});

	it("a report that git tracks is refused", async () => {
		write("cart/r.xml", suite("a"));
		expect(await userError(read({ results: ["r.xml"], tracked: new Set(["cart/r.xml"]) }))).toMatchObject({
			code: "report-tracked",
			place: { file: "cart/r.xml" },
		});
	});

	it("of the other kind is refused", async () => {
		write("cart/r.xml", suite("a"));
		write("cart/c.info", "TN:\n");
		expect(await userError(read({ coverage: ["r.xml"] }))).toMatchObject({ code: "report-kind" });
		expect(await userError(read({ results: ["c.info"] }))).toMatchObject({ code: "report-kind" });
	});
});

describe("coverage", () => {
	it("of two formats is united, and foreign paths are listed", async () => {
		write("cart/src/a.js", lines(3));
		write("cart/src/b.js", lines(3));
		write(
			"cart/l.info",
			"SF:src/a.js\nDA:1,1\nDA:2,0\nend_of_record\nSF:/usr/lib/x.js\nDA:1,1\nend_of_record\n",
		);
		write(
			"cart/c.xml",
			`<coverage line-rate="1"><sources><source>${root}/cart/src</source></sources><packages><class filename="a.js"><lines><line number="2" hits="4"/></lines></class><class filename="b.js"><lines><line number="3" hits="0"/></lines></class></packages></coverage>`,
		);
		const { coverage } = await read({ coverage: ["l.info", "c.xml"] });
		expect(coverage?.unmatched).toEqual(["/usr/lib/x.js"]);
		expect(coverage?.files.map((each) => [each.path, each.lines.pairs()])).toEqual([
			[
				"cart/src/a.js",
				[
					[1, 1],
					[2, 4],
				],
			],
			["cart/src/b.js", [[3, 0]]],
		]);
	});

	it("that names a line past its file's end belongs to another commit", async () => {
		write("cart/src/a.js", "one\ntwo");
		write("cart/l.info", "SF:src/a.js\nDA:2,1\nend_of_record\n");
		expect((await read({ coverage: ["l.info"] })).coverage?.files).toHaveLength(1);
		write("cart/src/a.js", "one\n");
		const error = await userError(read({ coverage: ["l.info"] }));
		expect(error).toMatchObject({ code: "report-of-another-commit", place: { file: "cart/l.info" } });
		expect(error.message).toContain("line 2 of cart/src/a.js, which has 1");
	});

	it.each([
		["branch", "BRDA:3,0,0,1"],
		["function", "FN:3,f\nFNDA:1,f"],
	])("that names a %s past its file's end belongs to another commit", async (_, record) => {
		write("cart/src/a.js", "one\ntwo\n");
		write("cart/l.info", `SF:src/a.js\nDA:2,1\n${record}\nend_of_record\n`);
		const error = await userError(read({ coverage: ["l.info"] }));
		expect(error).toMatchObject({ code: "report-of-another-commit", place: { file: "cart/l.info" } });
		expect(error.message).toContain("line 3 of cart/src/a.js, which has 2");
		write("cart/src/a.js", "one\ntwo\nthree\n");
		expect((await read({ coverage: ["l.info"] })).coverage?.files).toHaveLength(1);
	});

	it("that counts more lines than its file has belongs to another commit", async () => {
		write("cart/src/a.js", "one\ntwo\n");
		const summary = (total: number) =>
			JSON.stringify({
				total: { lines: { total, covered: 1, skipped: 0, pct: 50 } },
				"src/a.js": { lines: { total, covered: 1, skipped: 0, pct: 50 } },
			});
		write("cart/s.json", summary(2));
		expect((await read({ coverage: ["s.json"] })).coverage?.files).toHaveLength(1);
		write("cart/s.json", summary(3));
		const error = await userError(read({ coverage: ["s.json"] }));
		expect(error).toMatchObject({ code: "report-of-another-commit", place: { file: "cart/s.json" } });
		expect(error.message).toContain("counts 3 lines of cart/src/a.js, which has 2");
		// lcov counts a line of a template once for each instance.
		write("cart/l.info", "SF:src/a.js\nLF:3\nLH:1\nend_of_record\n");
		expect((await read({ coverage: ["l.info"] })).coverage?.files).toHaveLength(1);
	});

	it.each([
		["version", "VER:1a", "VER:1b", 'version "1a" and version "1b"'],
		["checksum of a line", "DA:1,1,ab", "DA:1,1,cd", "line 1 with two checksums"],
	])("of another %s than one before belongs to another commit", async (_, one, two, difference) => {
		write("cart/src/a.js", "one\n");
		write("cart/1.info", `SF:src/a.js\n${one}\nDA:1,1\nend_of_record\n`);
		write("cart/2.info", `SF:src/a.js\n${one}\nDA:1,0\nend_of_record\n`);
		const both = await read({ coverage: ["1.info", "2.info"] });
		expect(both.coverage?.files[0]?.lines.size).toBe(1);
		write("cart/2.info", `SF:src/a.js\n${two}\nend_of_record\n`);
		const error = await userError(read({ coverage: ["1.info", "2.info"] }));
		expect(error).toMatchObject({ code: "report-of-another-commit", place: { file: "cart/2.info" } });
		expect(error.message).toBe(
			`cart/2.info has "cart/src/a.js" in another state than one before, ${difference}: they are of different commits`,
		);
	});

	it("with a path that several files fit names them", async () => {
		write("cart/l.info", "SF:x.js\nDA:1,1\nend_of_record\n");
		const error = await userError(read({ coverage: ["l.info"] }, ["cart/one/x.js", "cart/two/x.js"]));
		expect(error.code).toBe("coverage-path-ambiguous");
		expect(error.message).toContain("cart/one/x.js, cart/two/x.js");
	});

	it("of real tools, with paths of another machine", async () => {
		write("cart/src/shop/price.py", lines(23));
		write("cart/src/shop/__init__.py", "");
		write("cart/cobertura.xml", readFileSync(resolve("test/fixtures/reports/pytest/cobertura.xml"), "utf8"));
		write("cart/lcov.info", readFileSync(resolve("test/fixtures/reports/pytest/lcov.info"), "utf8"));
		const files = ["cart/src/shop/price.py", "cart/src/shop/__init__.py"];
		for (const glob of ["cobertura.xml", "lcov.info"]) {
			const { coverage } = await read({ coverage: [glob] }, files);
			expect(coverage?.unmatched).toEqual([]);
			expect(figures(coverage?.files ?? [])).toMatchObject({
				files: 2,
				lines: { covered: 13, total: 16 },
				branches: { covered: 4, total: 6 },
			});
		}
		const both = figures(
			(await read({ coverage: ["cobertura.xml", "lcov.info"] }, files)).coverage?.files ?? [],
		);
		expect(both).toMatchObject({ lines: { covered: 13, total: 16 }, branches: { covered: 4, total: 6 } });
	});
});

it("a failing test's file is one of the repository, or is left out", async () => {
	write("cart/r.xml", readFileSync(resolve("test/fixtures/reports/node/junit.xml"), "utf8"));
	const { tests } = await read({ results: ["r.xml"] }, ["cart/test/price.test.js"]);
	expect(tests?.notable.map((each) => each.file)).toEqual([
		undefined,
		"cart/test/price.test.js",
		"cart/test/price.test.js",
		"cart/test/price.test.js",
		"cart/test/price.test.js",
	]);
});
