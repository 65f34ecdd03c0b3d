import { symlinkSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { addedLinesParser } from "#src/git/diff.js";
import { openGit } from "#src/git/git.js";
import { linesWith } from "#src/git/grep.js";
import type { FileTree } from "#src/git/tree.js";
import { makeRepository } from "./repository.ts";

function linesOf(count: number): string {
	return Array.from({ length: count }, (_, index) => `line ${index + 1}\n`).join("");
}

describe("changed files", () => {
	it("tells added, modified, deleted and renamed ones, whatever their names", async () => {
		await using repository = makeRepository({
			"a b.txt": "1\n",
			"gone.txt": "x\n",
			"old/ü\tname.txt": "a line\nanother line\na third line\n",
		});
		const base = repository.git("rev-parse", "HEAD");
		repository.git("mv", "old/ü\tname.txt", 'new "name".txt');
		const head = repository.commit("change", { "a b.txt": "2\n", "gone.txt": undefined, "-new": "y\n" });
		const git = openGit({ directory: repository.directory, environment: process.env });
		const changed = await git.changedFiles(base, head);
		expect([...changed].sort((a, b) => a.path.localeCompare(b.path, "en"))).toEqual(
			[
				{ status: "added", path: "-new", from: undefined },
				{ status: "deleted", path: "gone.txt", from: undefined },
				{ status: "modified", path: "a b.txt", from: undefined },
				{ status: "renamed", path: 'new "name".txt', from: "old/ü\tname.txt" },
			].sort((a, b) => a.path.localeCompare(b.path, "en")),
		);
	});

	it("sees a submodule that moved, also one that .gitmodules says to ignore", async () => {
		await using repository = makeRepository({
			".gitmodules": '[submodule "lib"]\n\tpath = a/lib\n\turl = ./lib\n\tignore = all\n',
		});
		const at = (hash: string) => {
			repository.git("update-index", "--add", "--cacheinfo", `160000,${hash.repeat(40)},a/lib`);
			repository.git("commit", "--quiet", "--message", "lib");
			return repository.git("rev-parse", "HEAD");
		};
		const [base, head] = [at("1"), at("2")];
		const git = openGit({ directory: repository.directory, environment: process.env });
		expect((await git.changedFiles(base, head)).map((each) => each.path)).toEqual(["a/lib"]);
	});

	it("sees the working tree with its untracked files", async () => {
		await using repository = makeRepository({ "a.txt": "1\n", ".gitignore": "ignored\n" });
		repository.write({ "a.txt": "2\n", new: "n\n", ignored: "i\n" });
		const git = openGit({ directory: repository.directory, environment: process.env });
		const changed = await git.changedFiles(await git.head(), "working-tree");
		expect(changed.map((each) => `${each.status} ${each.path}`)).toEqual(["modified a.txt", "added new"]);
		expect(await git.isDirty()).toBe(true);
	});

	it("is relative to the working directory and sees nothing outside of it", async () => {
		await using repository = makeRepository({ "sub/a.txt": "1\n", "b.txt": "1\n" });
		const base = repository.git("rev-parse", "HEAD");
		const head = repository.commit("change", { "sub/a.txt": "2\n", "b.txt": "2\n" });
		const git = openGit({ directory: `${repository.directory}/sub`, environment: process.env });
		expect((await git.changedFiles(base, head)).map((each) => each.path)).toEqual(["a.txt"]);
		expect(await git.workingTree().list()).toEqual(["a.txt"]);
		expect(await git.tree(head).list()).toEqual(["a.txt"]);
	});
});

describe("added lines", () => {
	it("are those of the newer side, and content that looks like a header is none", async () => {
		await using repository = makeRepository({ "a.txt": "1\n2\n3\n", "b c.txt": "x\n" });
		const base = repository.git("rev-parse", "HEAD");
		const head = repository.commit("change", {
			"a.txt": "1\n++ b/evil.txt\n@@ -1 +100,5 @@\n2\n3\n4",
			"b c.txt": "x\r\ny\n",
			"gone.txt": "new\nfile\n",
		});
		const git = openGit({ directory: repository.directory, environment: process.env });
		const expected = { "a.txt": [2, 3, 6], "b c.txt": [1, 2], "gone.txt": [1, 2] };
		expect(Object.fromEntries(await git.addedLines(base, head))).toEqual(expected);
		// git lets this override what it is told by arguments.
		const environment = { ...process.env, GIT_DIFF_OPTS: "-u3" };
		const other = openGit({ directory: repository.directory, environment });
		expect(Object.fromEntries(await other.addedLines(base, head))).toEqual(expected);
	});

	it("are those of files that claim to be binary, by .gitattributes or a byte of zero", async () => {
		await using repository = makeRepository({ "a.js": "1\n", "b.js": "1\n", "c.js": "1\n" });
		const base = repository.git("rev-parse", "HEAD");
		const head = repository.commit("change", {
			".gitattributes": "a.js -diff\n",
			"a.js": "1\n2\n",
			"b.js": "1\n//\0\n+++ b/c.js\n",
			"c.js": "1\n2",
		});
		const git = openGit({ directory: repository.directory, environment: process.env });
		expect(Object.fromEntries(await git.addedLines(base, head))).toEqual({
			".gitattributes": [1],
			"a.js": [2],
			"b.js": [2, 3],
			"c.js": [2],
		});
		expect(await linesWith(git, "//", head)).toEqual([{ path: "b.js", line: 2 }]);
	});

	it("are the same in whatever chunks git writes them, and whatever the user's configuration is", async () => {
		await using repository = makeRepository({ "a.txt": linesOf(9), "b.txt": "1\n" });
		const base = repository.git("rev-parse", "HEAD");
		const head = repository.commit("change", {
			"a.txt": `new\n${linesOf(4)}++ b/x\n${linesOf(9).slice(linesOf(4).length)}end`,
			"b.txt": "2\n",
		});
		repository.git("config", "diff.interHunkContext", "10");
		const git = openGit({ directory: repository.directory, environment: process.env });
		const expected = { "a.txt": [1, 6, 12], "b.txt": [1] };
		expect(Object.fromEntries(await git.addedLines(base, head))).toEqual(expected);
		const bytes = Buffer.from(repository.git("diff", "-U0", "--inter-hunk-context=0", base, head));
		for (const size of [1, 7, 64]) {
			const parser = addedLinesParser();
			for (let at = 0; at < bytes.length; at += size) parser.take(bytes.subarray(at, at + size));
			expect(Object.fromEntries(parser.end())).toEqual(expected);
		}
	});

	it("read quoted names", async () => {
		await using repository = makeRepository({ x: "1\n" });
		const base = repository.git("rev-parse", "HEAD");
		const head = repository.commit("change", { 'q"uo\\te\tü.txt': "1\n" });
		const git = openGit({ directory: repository.directory, environment: process.env });
		expect([...(await git.addedLines(base, head)).keys()]).toEqual(['q"uo\\te\tü.txt']);
	});
});

describe("trees", () => {
	it("of a commit and of the working tree give texts, and follow no link", async () => {
		await using repository = makeRepository({ "a.txt": "old\n", "dir/b.txt": "b\n" });
		const first = repository.git("rev-parse", "HEAD");
		repository.git("config", "core.symlinks", "true");
		symlinkSync("/etc/passwd", `${repository.directory}/link`);
		repository.write({ "a.txt": "new\n" });
		const git = openGit({ directory: repository.directory, environment: process.env });
		expect(Object.fromEntries(await git.tree(first).read(["a.txt", "none", "dir/b.txt"]))).toEqual({
			"a.txt": "old\n",
			"dir/b.txt": "b\n",
		});
		expect(Object.fromEntries(await git.workingTree().read(["a.txt", "link", "../x"]))).toEqual({
			"a.txt": "new\n",
		});
	});

	it("list files alone: no links, however git knows them, no folders and no submodules", async () => {
		await using outside = makeRepository({ secret: "1" });
		await using repository = makeRepository({
			".gitignore": "ignored\n",
			"a.txt": "a\n",
			"gone.txt": "a\n",
			"was a file.txt": "a\n",
			"dir/b.txt": "b\n",
			"was a folder/c.txt": "c\n",
		});
		const { directory } = repository;
		repository.git("config", "core.symlinks", "true");
		symlinkSync(`${outside.directory}/secret`, `${directory}/tracked link`);
		symlinkSync("a.txt", `${directory}/was a link.txt`);
		symlinkSync(outside.directory, `${directory}/tracked folder`);
		const submodule = outside.git("rev-parse", "HEAD");
		repository.git("update-index", "--add", "--cacheinfo", `160000,${submodule},module`);
		repository.commit("links");
		repository.write({
			"gone.txt": undefined,
			"was a file.txt": undefined,
			"was a folder": undefined,
			"was a link.txt": undefined,
		});
		repository.write({ "was a link.txt": "a\n", "new ä.txt": "n\n", "dir/new.txt": "n\n", ignored: "i" });
		symlinkSync(`${outside.directory}/secret`, `${directory}/was a file.txt`);
		symlinkSync(outside.directory, `${directory}/was a folder`);
		symlinkSync(`${outside.directory}/secret`, `${directory}/new link`);
		const list = (folder = "") =>
			openGit({ directory: `${directory}${folder}`, environment: process.env })
				.workingTree()
				.list();
		expect(await list()).toEqual([
			".gitignore",
			"a.txt",
			"dir/b.txt",
			"dir/new.txt",
			"new ä.txt",
			"was a link.txt",
		]);
		expect(await list("/dir")).toEqual(["b.txt", "new.txt"]);
		const git = openGit({ directory, environment: process.env });
		const links = async (tree: FileTree) => (await tree.entries?.())?.links;
		expect(await links(git.workingTree())).toEqual([
			"new link",
			"tracked folder",
			"tracked link",
			"was a file.txt",
			"was a folder",
		]);
		const committed = git.tree(await git.head());
		expect(await links(committed)).toEqual(["tracked folder", "tracked link", "was a link.txt"]);
	});

	it("refuse a file that is too large to be settings", async () => {
		await using repository = makeRepository({ big: "x".repeat(1024 * 1024 + 1) });
		const git = openGit({ directory: repository.directory, environment: process.env });
		await expect(git.tree(await git.head()).read(["big"])).rejects.toMatchObject({ code: "file-too-large" });
		await expect(git.workingTree().read(["big"])).rejects.toMatchObject({ code: "file-too-large" });
	});
});

describe("questions about commits", () => {
	it("answer for what is there and for what is not", async () => {
		await using repository = makeRepository({ a: "1" });
		const first = repository.git("rev-parse", "HEAD");
		const second = repository.commit("second");
		const git = openGit({ directory: repository.directory, environment: process.env });
		expect(await git.head()).toBe(second);
		expect(await git.parents(second)).toEqual([first]);
		expect(await git.commit("HEAD~1")).toBe(first);
		expect(await git.commit("--upload-pack=x")).toBeUndefined();
		expect(await git.commit("nowhere")).toBeUndefined();
		expect(await git.isAncestor(first, second)).toBe(true);
		expect(await git.isAncestor(second, first)).toBe(false);
		expect(await git.mergeBase(first, second)).toBe(first);
		expect(await git.isShallow()).toBe(false);
	});

	it("say what is wrong with a repository without commits, and with no repository", async () => {
		await using repository = makeRepository();
		const git = openGit({ directory: repository.directory, environment: process.env });
		await expect(git.head()).rejects.toMatchObject({ code: "git-no-commit" });
		const nowhere = openGit({ directory: "/", environment: process.env });
		await expect(nowhere.head()).rejects.toMatchObject({ code: "git-no-repository" });
		await expect(nowhere.workingTree().list()).rejects.toMatchObject({ code: "git-no-repository" });
		const missing = openGit({ directory: `${repository.directory}/none`, environment: process.env });
		await expect(missing.head()).rejects.toMatchObject({ code: "git-missing" });
	});

	it("stop a git that does not come to an end", async () => {
		await using repository = makeRepository({ a: "1" });
		const git = openGit({ directory: repository.directory, environment: process.env });
		repository.git("remote", "add", "origin", "ext::sleep 30");
		await expect(
			git.run(["-c", "protocol.ext.allow=always", "fetch", "origin"], { timeout: 300 }),
		).rejects.toMatchObject({ code: "git-timeout", fault: "outside" });
	});
});

describe("credentials", () => {
	it("go to their server once, in place of those that a checkout left, and to no other host", async () => {
		const seen: string[][] = [];
		const server = createServer((request, response) => {
			seen.push(
				request.rawHeaders.filter(
					(_, index, all) => index % 2 === 1 && /^authorization$/i.test(all[index - 1] ?? ""),
				),
			);
			response.writeHead(404).end();
		});
		await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
		try {
			const { port } = server.address() as AddressInfo;
			await using repository = makeRepository({ a: "1" });
			const url = `http://127.0.0.1:${port}`;
			repository.git("config", `http.${url}/.extraheader`, "AUTHORIZATION: basic old");
			const git = openGit({
				directory: repository.directory,
				environment: {
					...process.env,
					GIT_CONFIG_COUNT: "1",
					GIT_CONFIG_KEY_0: "test.kept",
					GIT_CONFIG_VALUE_0: "yes",
				},
				credentials: { serverUrl: url, token: "t0ken" },
			});
			expect((await git.run(["config", "test.kept"])).stdout.toString()).toBe("yes\n");
			await expect(git.run(["ls-remote", `${url}/acme/shop`])).rejects.toThrow(/not found/);
			expect(seen).toEqual([[`basic ${Buffer.from("x-access-token:t0ken").toString("base64")}`]]);
			seen.length = 0;
			await expect(git.run(["ls-remote", `http://localhost:${port}/acme/shop`])).rejects.toThrow();
			expect(seen.flat()).toEqual([]);
		} finally {
			server.close();
		}
	});
});
