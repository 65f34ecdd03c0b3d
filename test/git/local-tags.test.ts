import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Git, openGit } from "#src/git/git.js";
import { localTags } from "#src/git/local-tags.js";
import { makeRepository, type TestRepository, useRepository } from "./repository.ts";

let repository: TestRepository;
/** Git that can be asked for objects and for nothing else: what the files say must be read from them. */
let git: Git;
/** What the texts below name in braces. */
const objects: Record<string, string> = { none: "1234567890".repeat(4) };

beforeAll(() => {
	repository = makeRepository({ "a.txt": "1" });
	objects.one = repository.git("rev-parse", "HEAD");
	objects.two = repository.commit("fix: two", { "a.txt": "2" });
	for (const [name, tag] of [
		["one", "tagOfOne"],
		["two", "tagOfTwo"],
	] as const) {
		repository.git("tag", "-a", "-m", "x", "made", objects[name] ?? "");
		objects[tag] = repository.git("rev-parse", "made");
		repository.git("tag", "-d", "made");
	}
	git = withoutRun(repository.directory);
});

afterAll(() => repository[Symbol.asyncDispose]());

function withoutRun(directory: string): Git {
	return {
		...openGit({ directory, environment: process.env }),
		run: (args) => {
			throw new Error(`git was asked: ${args.join(" ")}`);
		},
	};
}

/** The tags where packed-refs and the loose tags hold these texts. */
async function tagsOf(packed: string, loose: Record<string, string> = {}) {
	const commonDirectory = join(repository.directory, ".git");
	const filled = (text: string) => text.replaceAll(/\{(\w+)\}/g, (_, name: string) => objects[name] ?? "");
	writeFileSync(join(commonDirectory, "packed-refs"), filled(packed));
	const folder = join(commonDirectory, "refs/tags");
	rmSync(folder, { recursive: true, force: true });
	for (const [tag, text] of Object.entries(loose)) {
		mkdirSync(dirname(join(folder, tag)), { recursive: true });
		writeFileSync(join(folder, tag), filled(text));
	}
	const { tags, broken } = await localTags(git, { commonDirectory });
	const nameOf = new Map(Object.entries(objects).map(([name, hash]) => [hash, name]));
	return {
		tags: Object.fromEntries([...tags].map(([tag, hash]) => [tag, nameOf.get(hash) ?? hash])),
		broken,
	};
}

const FULL = "# pack-refs with: peeled fully-peeled sorted \n";
const PEELED = "# pack-refs with: peeled \n";

describe("localTags", () => {
	it.each([
		["nothing", "", {}],
		["a header alone", FULL, {}],
		["tags without a header", "{one} refs/tags/v1\n{two} refs/tags/v2\n", { v1: "one", v2: "two" }],
		["an annotated tag without a header", "{tagOfOne} refs/tags/v1\n", { v1: "one" }],
		["an annotated tag that is not known to be one", `${PEELED}{tagOfOne} refs/tags/v1\n`, { v1: "one" }],
		[
			"annotated tags, peeled without the word of it",
			`${PEELED}{tagOfOne} refs/tags/v1\n^{one}\n{tagOfTwo} refs/tags/v2\n`,
			{ v1: "one", v2: "two" },
		],
		["a commit that is not here, unasked", `${FULL}{none} refs/tags/v1\n`, { v1: "none" }],
		["a header of one trait", "# pack-refs with: fully-peeled \n{none} refs/tags/v1\n", { v1: "none" }],
		[
			"annotated tags among others",
			`${FULL}{one} refs/tags/a\n{tagOfOne} refs/tags/b\n^{one}\n{two} refs/tags/c\n{tagOfTwo} refs/tags/d\n^{two}\n{tagOfOne} refs/tags/e\n^{one}\n`,
			{ a: "one", b: "one", c: "two", d: "two", e: "one" },
		],
		[
			"references of other kinds, peeled ones too",
			`${FULL}{one} refs/heads/main\n{two} refs/heads/refs/tags/x\n{tagOfOne} refs/notes/y\n^{one}\n{two} refs/tags/v2\n{tagOfTwo} refs/w\n^{two}\n{tagOfOne} refs/tags/v1\n^{one}\n{two} refs/tagsoup/z\n`,
			{ v1: "one", v2: "two" },
		],
		[
			"a tag at the end of the text",
			`${FULL}{one} refs/tags/a\n{two} refs/tags/b/c`,
			{ a: "one", "b/c": "two" },
		],
		[
			"a peeled tag at the end of the text",
			`${FULL}{one} refs/tags/a\n{tagOfTwo} refs/tags/b\n^{two}`,
			{ a: "one", b: "two" },
		],
		["another reference at the end", `${FULL}{one} refs/tags/a\n{tagOfTwo} refs/w\n^{two}`, { a: "one" }],
	])("reads %s", async (_, packed, tags) => {
		expect(await tagsOf(packed)).toEqual({ tags, broken: [] });
	});

	it("takes a loose tag before a packed one of its name", async () => {
		const packed = `${FULL}{one} refs/tags/a\n{tagOfOne} refs/tags/b/c\n^{one}\n{one} refs/tags/d\n`;
		expect(await tagsOf(packed, { a: "{two}\n", "b/c": "{tagOfTwo}\n", e: "{one}\n" })).toEqual({
			tags: { a: "two", "b/c": "two", d: "one", e: "one" },
			broken: [],
		});
		expect(await tagsOf(packed, { a: "{none}\n" })).toEqual({
			tags: { "b/c": "one", d: "one" },
			broken: [{ tag: "a", kind: "missing", file: ".git/refs/tags/a" }],
		});
	});

	it("leaves out a packed tag that names nothing here, where it has to look", async () => {
		expect(await tagsOf(`${PEELED}{none} refs/tags/v1\n{one} refs/tags/v2\n`)).toEqual({
			tags: { v2: "one" },
			broken: [{ tag: "v1", kind: "missing", file: undefined }],
		});
	});

	it("asks git where a line is not as expected", async () => {
		await expect(tagsOf(`${FULL}{one}0 refs/tags/v1\n`)).rejects.toThrow("git was asked: for-each-ref");
		await expect(tagsOf(`${FULL}{tagOfOne} refs/tags/v1\n^\n`)).rejects.toThrow(
			"git was asked: for-each-ref",
		);
	});

	it("reads hashes of 64 digits", async () => {
		const directory = mkdtempSync(join(tmpdir(), "sluice-test-"));
		execFileSync("git", ["init", "--quiet", "--initial-branch=main", "--object-format=sha256", directory]);
		await using wide = useRepository(directory, { "a.txt": "1" });
		wide.git("tag", "v1");
		wide.git("pack-refs", "--all");
		const { tags } = await localTags(withoutRun(directory), { commonDirectory: join(directory, ".git") });
		expect([...tags]).toEqual([["v1", wide.git("rev-parse", "HEAD")]]);
	});
});
