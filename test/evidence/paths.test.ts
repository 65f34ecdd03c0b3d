import { describe, expect, it } from "vitest";
import { readGoModules } from "#src/evidence/go-modules.js";
import { RepositoryPaths } from "#src/evidence/paths.js";
import { memoryTree } from "#src/git/tree.js";

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

describe("an absolute path of another machine", () => {
	const web = new RepositoryPaths([
		"only.ts",
		"index.ts",
		"svc/web/src/only.ts",
		"svc/web/src/m.ts",
		"svc/pay/src/m.ts",
		"svc/web/src/deep/index.ts",
		"svc/web/name.ts",
	]);
	const of = (written: string, service = ".", sources: string[] = []) => {
		const answer = web.resolve(written, { service, sources, root: "/repo" });
		return answer.kind === "file" ? answer.path : answer.kind === "none" ? "none" : answer.candidates;
	};

	it("is the one file that shares its longest ending, wherever that is", () => {
		expect(of("/app/src/only.ts")).toBe("svc/web/src/only.ts");
		expect(of("C:\\build\\src\\only.ts", "svc/pay")).toBe("svc/web/src/only.ts");
		expect(of("/app/deep/index.ts")).toBe("svc/web/src/deep/index.ts");
	});

	it("that fits several files is none of them, but for the service's own", () => {
		expect(of("/other/machine/src/m.ts")).toEqual(["svc/pay/src/m.ts", "svc/web/src/m.ts"]);
		expect(of("/other/machine/src/m.ts", "svc/pay")).toBe("svc/pay/src/m.ts");
		expect(of("/other/machine/web/src/m.ts")).toBe("svc/web/src/m.ts");
	});

	it("shares more than a name, and is not of an installed package", () => {
		expect(of("/other/machine/name.ts")).toBe("none");
		expect(of("/usr/src/only.ts")).toBe("none");
		expect(of("/app/node_modules/x/src/only.ts")).toBe("none");
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

describe("what languages and tools do to paths", () => {
	const many = new RepositoryPaths(
		[
			"go/cart/total.go",
			"go/cart/gen/total.go",
			"go/pay/total.go",
			"jvm/web/src/main/java/com/shop/Cart.java",
			"jvm/web/src/test/java/com/shop/Cart.java",
			"jvm/core/src/main/java/com/shop/Main.java",
			"jvm/web/src/main/java/com/shop/Main.java",
			"jvm/web/src/main/kotlin/web/Page.kt",
			"py/src/shop/cart.py",
			"py/src/shop/tax.py",
			"net/Shop/Cart.cs",
		],
		new Map([
			["example.com/shop", ["go/cart"]],
			["example.com/shop/v2/pay", ["go/pay"]],
			["shop", ["go/cart"]],
			["twice", ["go/cart", "go/pay"]],
		]),
	);
	const where = (
		written: string,
		more: { service?: string; sources?: string[]; near?: string[]; module?: string } = {},
	) => {
		const answer = many.resolve(written, { service: ".", sources: [], root: "/repo", ...more });
		return answer.kind === "file" ? answer.path : answer.kind === "none" ? "none" : answer.candidates;
	};

	it("Go's import paths, by the longest module", () => {
		expect(where("example.com/shop/total.go")).toBe("go/cart/total.go");
		expect(where("example.com/shop/v2/pay/total.go")).toBe("go/pay/total.go");
		expect(where("shop/gen/total.go")).toBe("go/cart/gen/total.go");
		// Of the module and not in the repository: generated, and no other file with that ending.
		expect(where("example.com/shop/pay/total.go")).toBe("none");
		expect(where("twice/total.go")).toEqual(["go/cart/total.go", "go/pay/total.go"]);
		expect(where("twice/total.go", { service: "go/pay" })).toBe("go/pay/total.go");
		expect(where("/root/go/pkg/mod/example.com/x@v1/cart/total.go")).toBe("none");
	});

	it("packages of the JVM, in source roots; code goes before tests", () => {
		expect(where("com/shop/Cart.java")).toBe("jvm/web/src/main/java/com/shop/Cart.java");
		expect(where("com/shop/Main.java")).toEqual([
			"jvm/core/src/main/java/com/shop/Main.java",
			"jvm/web/src/main/java/com/shop/Main.java",
		]);
		expect(where("com/shop/Main.java", { module: "all/core" })).toBe(
			"jvm/core/src/main/java/com/shop/Main.java",
		);
		expect(where("com/shop/Main.java", { near: ["jvm/web/target", "jvm/web", "jvm"] })).toBe(
			"jvm/web/src/main/java/com/shop/Main.java",
		);
		expect(where("com/shop/web/Page.kt")).toBe("jvm/web/src/main/kotlin/web/Page.kt");
	});

	it("Python's own package where it is installed, and nobody else's", () => {
		const installed = "/srv/.tox/py/lib/python3.12/site-packages";
		expect(where(`${installed}/shop/cart.py`, { service: "py" })).toBe("py/src/shop/cart.py");
		expect(where(`${installed}/other/cart.py`, { service: "py" })).toBe("none");
	});

	it("sources of another machine, with as much of them as fits", () => {
		expect(where("cart.py", { sources: ["/home/ci/work/py/src/shop", "/home/ci/work/lib"] })).toBe(
			"py/src/shop/cart.py",
		);
		expect(where("cart.py", { sources: ["D:\\a\\repo\\py\\src\\shop"] })).toBe("py/src/shop/cart.py");
	});

	it("file URLs and drives", () => {
		expect(where("file:///repo/net/Shop/Cart.cs")).toBe("net/Shop/Cart.cs");
		expect(where("file:///D:/a/repo/net/Shop/Cart.cs")).toBe("net/Shop/Cart.cs");
		expect(where("D:\\a\\repo\\net\\Shop\\Cart.cs")).toBe("net/Shop/Cart.cs");
	});
});

it("modules are read from every go.mod, however its line is written", async () => {
	const tree = memoryTree({
		"go.mod": "// a comment\nmodule example.com/a // another\n\ngo 1.24\n",
		"b/go.mod": 'module "example.com/b"\r\n',
		"c/go.mod": "module (\n\texample.com/c\n)\n",
		"d/go.mod": "// module example.com/no\n",
		"e/go.mod": "module example.com/b\n",
	});
	expect(await readGoModules(tree)).toEqual(
		new Map([
			["example.com/a", ["."]],
			["example.com/b", ["b", "e"]],
			["example.com/c", ["c"]],
		]),
	);
});
