import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SERVICE_NAME } from "#src/catalog/manifest.js";
import { FileList, repositoryPath } from "#src/catalog/paths.js";
import { rangeOf } from "#src/catalog/range.js";
import { fitServiceName, nameFromRemote, repositoryName } from "#src/catalog/repository.js";

describe("repositoryPath", () => {
	it.each([
		["a/b", "x", "a/b/x"],
		["a/b", "./x//y/", "a/b/x/y"],
		["a/b", "/x", "x"],
		["a/b", "../c", "a/c"],
		["a/b", "../..", "."],
		["a/b", "../../..", undefined],
		[".", "x", "x"],
		[".", "..", undefined],
		["a", "/..", undefined],
		["a", " ", undefined],
		["a", "x\\y", undefined],
		["a", "x\0", undefined],
	])("from %s, %j is %s", (folder, written, expected) => {
		expect(repositoryPath(folder, written)).toBe(expected);
	});

	it("never leads out of the repository", () => {
		const part = fc.constantFrom("..", ".", "", "a", "b");
		fc.assert(
			fc.property(fc.array(part), fc.array(part), (folder, written) => {
				const from = repositoryPath(".", folder.join("/")) ?? ".";
				const path = repositoryPath(from, written.join("/"));
				expect(
					path === undefined || path === "." || !path.split("/").some((each) => each === ".." || each === ""),
				).toBe(true);
			}),
		);
	});
});

describe("FileList", () => {
	it("finds files, folders and globs in a sorted list", () => {
		const list = new FileList(["a-b/x", "a.txt", "a/b/c.ts", "a/d", "ab"].sort());
		expect(list.isFile("a/d")).toBe(true);
		expect(list.isFile("a")).toBe(false);
		expect(list.isFolder("a")).toBe(true);
		expect(list.isFolder("a/b")).toBe(true);
		expect(list.isFolder("ab")).toBe(false);
		expect(list.has("a/*/*.ts")).toBe(true);
		expect(list.has("*/b")).toBe(true);
		expect(list.has("**/*.go")).toBe(false);
		expect([...list.besides("a/x")]).toEqual(["a/b", "a/d"]);
	});

	it("agrees with a plain search", () => {
		const name = fc.constantFrom("a", "b", "a-", "a.", "B");
		const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("/"));
		fc.assert(
			fc.property(fc.uniqueArray(path), path, (files, asked) => {
				const list = new FileList([...files].sort());
				expect(list.isFile(asked)).toBe(files.includes(asked));
				expect(list.isFolder(asked)).toBe(files.some((each) => each.startsWith(`${asked}/`)));
			}),
		);
	});
});

describe("rangeOf", () => {
	it.each([
		["2", "^2"],
		["0.3", "~0.3"],
		["1.2", "1.2"],
		["^1.2", "^1.2"],
		[" >=1 <3 ", ">=1 <3"],
		["*", "*"],
		["latest", undefined],
		["", undefined],
		["1".repeat(300), undefined],
	])("%j is %s", (written, expected) => {
		expect(rangeOf(written)).toBe(expected);
	});
});

describe("the repository's name", () => {
	it.each([
		["https://github.com/Acme/shop.git", "Acme/shop"],
		["https://user:secret@github.example/Acme/shop/", "Acme/shop"],
		["git@github.com:Acme/shop.git", "Acme/shop"],
		["ssh://git@host:22/group/sub/shop", "sub/shop"],
		["/srv/git/shop.git", "shop"],
		["file:///srv/git/shop.git", "shop"],
		["C:\\git\\shop", "shop"],
		["", undefined],
	])("of %j is %s", (url, expected) => {
		expect(nameFromRemote(url)).toBe(expected);
	});

	it("comes from the run, the remote or the folder", async () => {
		const git = (remote: string | undefined) => ({ directory: "/home/me/shop", remote: async () => remote });
		expect(await repositoryName({ repository: "a/b" }, git("https://h/c/d"))).toBe("a/b");
		expect(await repositoryName({ repository: undefined }, git("https://h/c/d"))).toBe("c/d");
		expect(await repositoryName({ repository: undefined }, git(undefined))).toBe("shop");
	});

	it("is always fitted to the rule for services", () => {
		expect(fitServiceName("My.Shop_2!")).toBe("my.shop_2");
		fc.assert(
			fc.property(fc.string({ unit: "binary", maxLength: 100 }), (text) => {
				expect(fitServiceName(text)).toMatch(SERVICE_NAME);
			}),
		);
	});
});
