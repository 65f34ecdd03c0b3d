import { describe, expect, it } from "vitest";
import { RepositoryPaths } from "#src/evidence/paths.js";

const files = [
	"index.js",
	"src/app.js",
	"services/cart/src/app.js",
	"services/cart/src/lib/money.js",
	"services/cart/main.py",
	"services/pay/src/app.js",
	"services/pay/pay/api.py",
	"services/pay/other/api.py",
	"services/pay/pay/models.py",
	"tools/gen.py",
];
const paths = new RepositoryPaths(files);
const ask = (written: string, more: { service?: string; sources?: string[]; root?: string } = {}) => {
	const answer = paths.resolve(written, { service: "services/cart", sources: [], root: "/repo", ...more });
	return answer.kind === "file" ? answer.path : answer.kind === "none" ? "none" : answer.candidates;
};

describe("a report's path is a file of the repository", () => {
	it.each([
		["relative to the service", "src/app.js", "services/cart/src/app.js"],
		["with a leading ./", "./src/app.js", "services/cart/src/app.js"],
		["with ..", "lib/../src/app.js", "services/cart/src/app.js"],
		["relative to the repository", "services/pay/src/app.js", "services/pay/src/app.js"],
		["absolute on this machine", "/repo/services/pay/src/app.js", "services/pay/src/app.js"],
		["absolute on another", "/home/ci/work/x/services/cart/src/app.js", "services/cart/src/app.js"],
		[
			"absolute in a container that holds the service",
			"/app/src/lib/money.js",
			"services/cart/src/lib/money.js",
		],
		["a file URL's path on Windows", "C:\\build\\services\\cart\\src\\app.js", "services/cart/src/app.js"],
		["Windows separators", "src\\lib\\money.js", "services/cart/src/lib/money.js"],
		["the end of one file's path", "lib/money.js", "services/cart/src/lib/money.js"],
		["a name that one file has", "gen.py", "tools/gen.py"],
	])("%s", (_, written, expected) => {
		expect(ask(written)).toBe(expected);
	});

	it("below a source, which goes before the service's own folder", () => {
		expect(ask("app.js", { sources: ["/repo/services/pay/src"] })).toBe("services/pay/src/app.js");
		expect(ask("app.js", { sources: ["src"] })).toBe("services/cart/src/app.js");
		expect(ask("api.py", { service: "services/pay", sources: ["/repo/services/pay/pay"] })).toBe(
			"services/pay/pay/api.py",
		);
		expect(ask("src/app.js", { sources: ["  --source", "/nowhere"] })).toBe("services/cart/src/app.js");
	});

	it("a file of the service goes before others with the same ending", () => {
		expect(ask("/app/src/app.js", { service: "services/pay" })).toBe("services/pay/src/app.js");
		expect(ask("app.js", { service: "services/pay" })).toBe("services/pay/src/app.js");
	});
});

describe("what is not known is not guessed", () => {
	it("several files that fit are named", () => {
		expect(ask("api.py", { service: "services/pay" })).toEqual([
			"services/pay/other/api.py",
			"services/pay/pay/api.py",
		]);
		expect(ask("app.js", { service: "tools" })).toEqual([
			"services/cart/src/app.js",
			"services/pay/src/app.js",
			"src/app.js",
		]);
		expect(ask("api.py", { service: "services/pay", sources: ["pay", "other"] })).toEqual([
			"services/pay/other/api.py",
			"services/pay/pay/api.py",
		]);
	});

	it.each([
		"",
		"nothing.js",
		"a\0b",
		"../../../etc/passwd",
		"/usr/lib/node_modules/x/src/app.js",
		"/venv/lib/python3/site-packages/pay/models.py",
		"xsrc/app.js",
		"other/src/app.js",
		"services/cart",
	])("%j is no file", (written) => {
		expect(ask(written)).toBe("none");
	});

	it("the longest ending counts", () => {
		expect(ask("/x/services/pay/src/app.js", { service: "tools" })).toBe("services/pay/src/app.js");
	});
});

describe("a file that stands in several modules", () => {
	const main = "src/main/java/com/acme/Main.java";
	const modules = new RepositoryPaths([`libs/core/${main}`, `apps/web/${main}`, `apps/pay/${main}`]);
	const of = (module: string, service = ".") => {
		const answer = modules.resolve("com/acme/Main.java", { service, sources: [], root: "/repo", module });
		return answer.kind === "file" ? answer.path : answer.kind;
	};

	it("is that of the module's folder, by its whole name before its end", () => {
		expect(of("core")).toBe(`libs/core/${main}`);
		expect(of("all/apps/web")).toBe(`apps/web/${main}`);
		expect(of("acme-pay")).toBe(`apps/pay/${main}`);
		expect(of(":libs:core")).toBe(`libs/core/${main}`);
	});

	it("is that of the module even where the service has one too", () => {
		expect(of("core", "apps/web")).toBe(`libs/core/${main}`);
		expect(of("other", "apps/web")).toBe(`apps/web/${main}`);
	});

	it("is ambiguous where the module names no folder, or several", () => {
		expect([of(""), of("other"), of("apps"), of("rework")]).toEqual(Array(4).fill("ambiguous"));
	});
});
