import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { openGit } from "#src/git/git.js";
import { type HistoryCommit, historyParser, readHistory } from "#src/git/history.js";
import { localTags } from "#src/git/local-tags.js";
import { newerOnLine, publishTags } from "#src/git/publish.js";
import { reachable } from "#src/git/reachability.js";
import { withoutCredentials } from "#src/git/redact.js";
import { parseRefs, remoteRefs } from "#src/git/remote-tags.js";
import { repositoryState } from "#src/git/state.js";
import { makeWorkspace } from "../versions/workspace.ts";
import { makeRepository } from "./repository.ts";

const open = (directory: string) => openGit({ directory, environment: process.env });

async function history(directory: string, head = "HEAD"): Promise<HistoryCommit[]> {
	const commits: HistoryCommit[] = [];
	await readHistory(open(directory), head, (commit) => commits.push(commit) > 0);
	return commits;
}

describe("readHistory", () => {
	it("tells each commit, with odd names and with messages that look like records", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		const forged = `feat: x\n\n${"0".repeat(40)}\n\nfeat!: forged`;
		repository.commit(forged, { "odd\nname": "1", 'ümlaut "q"': "1" });
		repository.commit("empty");
		repository.git("commit", "--quiet", "--allow-empty", "--allow-empty-message", "--message", "");
		const commits = await history(repository.directory);
		expect(commits.map((each) => each.message.trim())).toEqual(["", "empty", forged, "feat: first"]);
		expect(commits.map((each) => each.differences)).toEqual([
			[],
			[],
			[["odd\nname", 'ümlaut "q"']],
			[["a.txt"]],
		]);
		expect(commits[3]?.parents).toEqual([]);
		expect(commits.map((each) => each.hash)).toEqual(repository.git("rev-list", "HEAD").split("\n"));
	});

	it("gives a merge one list for each parent that differs", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		repository.git("checkout", "--quiet", "-b", "side");
		repository.commit("side", { "b.txt": "1" });
		repository.git("checkout", "--quiet", "main");
		repository.git("merge", "--quiet", "--no-ff", "-m", "equal to side", "side");
		repository.git("checkout", "--quiet", "-b", "again", "HEAD^1");
		repository.commit("again", { "c.txt": "1" });
		repository.git("merge", "--quiet", "-m", "differs from both", "main");
		const [both, , equal] = (await history(repository.directory)).filter((each) => each.message !== "");
		expect(both?.differences).toEqual([["b.txt"], ["c.txt"]]);
		const merge = (await history(repository.directory)).find((each) => each.message.startsWith("equal"));
		expect(merge?.differences).toEqual([["b.txt"]]);
		expect(equal).toBeDefined();
	});

	it("tells the commits of some paths, and uses the changed paths of a commit-graph for it", async () => {
		await using repository = makeRepository({ "shop[1]/a.txt": "0", "shop1/a.txt": "0" });
		for (let at = 1; at <= 20; at++)
			repository.commit(`change ${at}`, { [`${at % 5 === 0 ? "shop[1]" : "shop1"}/a.txt`]: `${at}` });
		repository.git("commit-graph", "write", "--reachable", "--changed-paths");
		const read = async (folder: string, prefix: string) => {
			const trace = join(repository.directory, ".git", `trace.${folder}.json`);
			const environment = { ...process.env, GIT_TRACE2_EVENT: trace };
			const git = openGit({ directory: join(repository.directory, folder), environment });
			const told: string[] = [];
			const visit = ({ message }: HistoryCommit) => told.push(message.trim()) > 0;
			await readHistory(git, "HEAD", visit, { paths: ["shop[1]"], prefix });
			const statistics = /"statistics","value":\{.*?"definitely_not":(\d+)/.exec(readFileSync(trace, "utf8"));
			expect(Number(statistics?.[1])).toBeGreaterThan(0);
			return told;
		};
		const expected = ["change 20", "change 15", "change 10", "change 5", "feat: first"];
		expect(await read(".", "")).toEqual(expected);
		expect(await read("shop1", "shop1/")).toEqual(expected);
	});

	it("stops git when it has seen enough", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		for (let index = 0; index < 20; index++) repository.commit(`c${index}`, { "a.txt": `${index}` });
		const seen: string[] = [];
		await readHistory(open(repository.directory), "HEAD", (commit) => {
			seen.push(commit.message.trim());
			return seen.length < 3;
		});
		expect(seen).toEqual(["c19", "c18", "c17"]);
	});

	it("reads the same in chunks of any size", () => {
		const output = Buffer.from(
			`\0${"a".repeat(40)}\0${"b".repeat(40)}\0${"c".repeat(40)}\x005\0é\n\0\nx\0y\0\0${"b".repeat(40)}\0\0${"c".repeat(40)}\x004\0\0`,
		);
		const read = (size: number) => {
			const commits: HistoryCommit[] = [];
			const parser = historyParser((commit) => commits.push(commit) > 0);
			for (let at = 0; at < output.length; at += size) parser.take(output.subarray(at, at + size));
			parser.end();
			return commits;
		};
		const whole = read(output.length);
		expect(whole).toHaveLength(2);
		expect(whole[0]).toMatchObject({ message: "é\n", differences: [["x", "y"]] });
		for (const size of [1, 2, 3, 7, 50]) expect(read(size)).toEqual(whole);
	});

	it("throws what git says", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		await expect(history(repository.directory, "0".repeat(40))).rejects.toThrow(/bad object/);
	});
});

describe("repositoryState", () => {
	it("names the folder as git does, also where its name holds a backslash", async () => {
		await using repository = makeRepository({ "a\\b/c/x": "1" });
		const { prefix } = await repositoryState(open(join(repository.directory, "a\\b/c")));
		expect(prefix).toBe("a\\b/c/");
	});
});

describe("refs", () => {
	it("peels annotated tags and asks the remote once", async () => {
		await using work = makeWorkspace();
		work.git("tag", "-a", "-m", "x", "annotated");
		work.git("tag", "light");
		work.push();
		const remote = await remoteRefs(open(work.directory));
		expect(remote).toMatchObject({ reachable: true });
		if (!remote.reachable) return;
		expect(Object.fromEntries(remote.tags)).toEqual({ annotated: work.head(), light: work.head() });
		expect(remote.heads.get("main")).toBe(work.head());
		const git = open(work.directory);
		const local = async () => (await localTags(git, await repositoryState(git))).tags;
		expect(await local()).toEqual(remote.tags);
		work.git("pack-refs", "--all");
		expect(await local()).toEqual(remote.tags);
		expect(parseRefs("nonsense\n").tags.size).toBe(0);
	});

	it("asks git where a tag's file is gone before it is read", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		repository.git("tag", "v1.0.0");
		repository.git("pack-refs", "--all");
		repository.git("tag", "v1.1.0");
		symlinkSync("gone", join(repository.directory, ".git/refs/tags/v1.2.0"));
		const git = open(repository.directory);
		const state = await repositoryState(git);
		expect(Object.fromEntries((await localTags(git, state)).tags)).toEqual({
			"v1.0.0": state.head,
			"v1.1.0": state.head,
		});
	});

	it("leaves out broken tags as git does, and names them", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		const head = repository.git("rev-parse", "HEAD");
		const folder = join(repository.directory, ".git/refs/tags");
		const write = (files: Record<string, string>) => {
			for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
		};
		repository.git("tag", "v1.0.0");
		repository.git("tag", "-a", "-m", "x", "v1.1.0");
		const git = open(repository.directory);
		const state = await repositoryState(git);
		const told = async () => {
			const { tags, broken } = await localTags(git, state);
			const named = git.run(["for-each-ref", "--format=%(refname:strip=2)", "refs/tags"]);
			return {
				tags: Object.fromEntries(tags),
				broken: Object.fromEntries(broken.map(({ tag, kind, file }) => [tag, `${kind} ${file}`])),
				asGit: (await named).stdout.toString("utf8").trim().split("\n"),
			};
		};
		const whole = { "v1.0.0": head, "v1.1.0": head };
		write({ ".DS_Store": "", "v2.0.0.lock": "" });
		expect(await told()).toEqual({ tags: whole, broken: {}, asGit: ["v1.0.0", "v1.1.0"] });
		// Without a file that only git can read, nothing is asked.
		write({ "v9.0.0": `${"1".repeat(40)}\n` });
		expect(await told()).toEqual({
			tags: whole,
			broken: { "v9.0.0": "missing .git/refs/tags/v9.0.0" },
			asGit: ["v1.0.0", "v1.1.0", "v9.0.0"],
		});
		write({
			"v1.2.0": "ref: refs/tags/v1.0.0\n",
			"v1.3.0": `${head} more\n`,
			"v9.1.0": "",
			"v9.2.0": "garbage\n",
			"v9.3.0": head.slice(0, 20),
			"v9.4.0": "ref: refs/tags/none\n",
		});
		expect(await told()).toEqual({
			tags: { ...whole, "v1.2.0": head, "v1.3.0": head },
			broken: {
				"v9.0.0": "missing .git/refs/tags/v9.0.0",
				"v9.1.0": "empty .git/refs/tags/v9.1.0",
				"v9.2.0": "garbage .git/refs/tags/v9.2.0",
				"v9.3.0": "garbage .git/refs/tags/v9.3.0",
				"v9.4.0": "dangling .git/refs/tags/v9.4.0",
			},
			asGit: ["v1.0.0", "v1.1.0", "v1.2.0", "v1.3.0", "v9.0.0"],
		});
	});

	it("says that references can't be read, not that there is no commit", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		writeFileSync(join(repository.directory, ".git/packed-refs"), "broken\n");
		await expect(repositoryState(open(repository.directory))).rejects.toMatchObject({
			code: "git-failed",
			stderr: expect.stringContaining("packed-refs"),
		});
	});

	it("hides passwords of URLs", () => {
		expect(withoutCredentials("fatal: https://me:secret@host/x failed")).toBe(
			"fatal: https://***@host/x failed",
		);
		expect(withoutCredentials("https://me:sec@ret@host/x and https://host/y")).toBe(
			"https://***@host/x and https://host/y",
		);
	});

	it("says that a branch can't be fetched as something outside, without the password", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		repository.git("remote", "add", "origin", "http://me:sec@ret@127.0.0.1:1/x");
		const git = open(repository.directory);
		const failure = await newerOnLine(git, await git.head(), "main", "1".repeat(40)).catch(
			(error: unknown) => error,
		);
		expect(failure).toMatchObject({ code: "remote-unreachable", fault: "outside" });
		expect(inspect(failure)).not.toMatch(/sec|ret@/);
	});

	it("finds what a commit reaches, missing objects and other kinds left out", async () => {
		await using repository = makeRepository({ "a.txt": "1" });
		const first = repository.git("rev-parse", "HEAD");
		repository.git("checkout", "--quiet", "-b", "side");
		const side = repository.commit("side");
		repository.git("checkout", "--quiet", "main");
		const head = repository.commit("main");
		const blob = repository.git("rev-parse", "HEAD:a.txt");
		expect(
			await reachable(open(repository.directory), [first, side, head, blob, "1".repeat(40)], head),
		).toEqual(new Set([first, head]));
		expect(await reachable(open(repository.directory), [], head)).toEqual(new Set());
	});
});

describe("publishTags", () => {
	it("makes all or none, and none twice", async () => {
		await using work = makeWorkspace();
		const git = open(work.directory);
		const first = work.head();
		expect(await publishTags(git, ["a", "b"], first)).toHaveLength(2);
		expect(await publishTags(git, ["a", "b"], first)).toEqual([]);
		const next = work.commit("next");
		work.push();
		await expect(publishTags(git, ["c", "b"], next)).rejects.toMatchObject({
			code: "version-taken",
			fault: "refused",
		});
		expect(work.originTags()).toEqual({ a: first, b: first });
		expect((await publishTags(git, ["c", "d"], next)).map((each) => each.ref)).toEqual([
			"refs/tags/c",
			"refs/tags/d",
		]);
	});

	it("lets one of two at the same time win, whole", async () => {
		await using work = makeWorkspace();
		const first = work.head();
		const next = work.commit("next");
		work.push();
		const names = Array.from({ length: 10 }, (_, index) => `v${index}`);
		const results = await Promise.allSettled([
			publishTags(open(work.directory), names, first),
			publishTags(open(work.directory), names, next),
		]);
		const winners = new Set(Object.values(work.originTags()));
		expect(results.filter((each) => each.status === "fulfilled")).toHaveLength(1);
		expect(winners.size).toBe(1);
		expect(Object.keys(work.originTags())).toHaveLength(10);
	});

	it("makes none where the remote refuses one", async () => {
		await using work = makeWorkspace();
		writeFileSync(`${work.origin}/hooks/update`, '#!/bin/sh\n[ "$1" != refs/tags/b ]\n', { mode: 0o755 });
		await expect(publishTags(open(work.directory), ["a", "b", "c"], work.head())).rejects.toMatchObject({
			code: "publish-failed",
		});
		expect(work.originTags()).toEqual({});
	});

	it("says who refuses: the remote's own words", async () => {
		await using work = makeWorkspace();
		writeFileSync(
			`${work.origin}/hooks/pre-receive`,
			"#!/bin/sh\necho 'GH013: rule violations' >&2\nexit 1\n",
			{ mode: 0o755 },
		);
		await expect(publishTags(open(work.directory), ["a"], work.head())).rejects.toMatchObject({
			code: "publish-failed",
			fault: "outside",
			message: expect.stringContaining("GH013"),
			hint: expect.stringContaining("contents: write"),
		});
		expect(work.originTags()).toEqual({});
	});
});

describe("credentials", () => {
	it("replace those that a checkout left in the clone, and go to their host only", async () => {
		const seen: (string[] | undefined)[] = [];
		const server = createServer((request, response) => {
			seen.push(request.headersDistinct.authorization);
			response.writeHead(404).end();
		});
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		try {
			const serverUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
			await using repository = makeRepository({ "a.txt": "1" });
			repository.git("remote", "add", "origin", `${serverUrl}/acme/shop`);
			repository.git("config", `http.${serverUrl}/.extraheader`, "AUTHORIZATION: basic old");
			const ask = (url: string) =>
				remoteRefs(
					openGit({
						directory: repository.directory,
						environment: process.env,
						credentials: { serverUrl: url, token: "secret" },
					}),
				);
			expect(await ask(serverUrl)).toMatchObject({ reachable: false });
			expect(seen[0]).toEqual([`basic ${Buffer.from("x-access-token:secret").toString("base64")}`]);
			seen.length = 0;
			await ask("https://github.example");
			expect(seen[0]).toEqual(["basic old"]);
		} finally {
			server.close();
		}
	});
});
