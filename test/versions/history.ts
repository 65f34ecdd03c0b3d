import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A commit of a made-up history. Parents are places in the list, all before it. */
export interface MadeCommit {
	parents: readonly number[];
	message: string;
	/** Seconds since 2026 began; in any order. */
	date: number;
	/** What differs from the first parent: path to text, or undefined for a file that goes. */
	files: Readonly<Record<string, string | undefined>>;
}

/** A repository made of commits that are known in full, so that every question has an answer without git. */
export interface MadeHistory extends AsyncDisposable {
	directory: string;
	hashes: readonly string[];
	trees: readonly ReadonlyMap<string, string>[];
	/** Places of everything that a commit reaches, itself included. */
	reach(place: number): ReadonlySet<number>;
	/** Paths that differ from every parent. */
	own(place: number): ReadonlySet<string>;
}

/** Makes it in one process. The last commit is main; tags are annotated where the place is odd. */
export function makeHistory(
	commits: readonly MadeCommit[],
	tags: readonly { name: string; at: number }[] = [],
): MadeHistory {
	const directory = mkdtempSync(join(tmpdir(), "sluice-history-"));
	const git = (args: readonly string[], input?: string) => {
		// Nothing here outlives the test, so nothing needs to wait for the disk.
		const { status, stdout, stderr } = spawnSync("git", ["-c", "core.fsync=none", ...args], {
			cwd: directory,
			encoding: "utf8",
			input,
		});
		if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
		return stdout;
	};
	const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
	const start = Date.parse("2026-01-01T00:00:00Z") / 1000;
	const stream: string[] = [];
	const trees: Map<string, string>[] = [];
	for (const [place, { parents, message, date, files }] of commits.entries()) {
		const [first, ...others] = parents;
		const tree = new Map(first === undefined ? [] : trees[first]);
		const who = `Test <test@example.invalid> ${start + date} +0000`;
		// A commit without parents would else follow the one before.
		if (first === undefined) stream.push("reset refs/heads/main\n\n");
		stream.push(
			`commit refs/heads/main\nmark :${place + 1}\nauthor ${who}\ncommitter ${who}\n${data(message)}`,
		);
		if (first !== undefined) stream.push(`from :${first + 1}\n`);
		for (const other of others) stream.push(`merge :${other + 1}\n`);
		for (const [path, text] of Object.entries(files)) {
			if (text === undefined) tree.delete(path);
			else tree.set(path, text);
			stream.push(text === undefined ? `D ${path}\n` : `M 100644 inline ${path}\n${data(text)}`);
		}
		stream.push("\n");
		trees.push(tree);
	}
	stream.push(`reset refs/heads/main\nfrom :${commits.length}\n\n`);
	for (const { name, at } of tags) {
		if (at % 2 === 0) stream.push(`reset refs/tags/${name}\nfrom :${at + 1}\n\n`);
		else
			stream.push(
				`tag ${name}\nfrom :${at + 1}\ntagger Test <test@example.invalid> ${start} +0000\n${data(name)}`,
			);
	}
	// Without the samples that a new repository is filled with.
	git(["init", "--quiet", "--template=", "--initial-branch=main"]);
	git(["fast-import", "--quiet", "--export-marks=.git/marks"], stream.join(""));
	const marks = new Map(
		readFileSync(join(directory, ".git/marks"), "utf8")
			.split("\n")
			.map((line) => line.split(" ") as [string, string]),
	);
	const hashes = commits.map((_, place) => marks.get(`:${place + 1}`) ?? "");
	const reach = (from: number) => {
		const found = new Set<number>();
		const stack = [from];
		for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
			if (found.has(place)) continue;
			found.add(place);
			stack.push(...(commits[place]?.parents ?? []));
		}
		return found;
	};
	return {
		directory,
		hashes,
		trees,
		reach,
		own: (place) => {
			const tree = trees[place] ?? new Map<string, string>();
			const parents = commits[place]?.parents ?? [];
			const sides = parents.length === 0 ? [new Map<string, string>()] : parents.map((each) => trees[each]);
			const paths = new Set([...tree.keys(), ...sides.flatMap((side) => [...(side?.keys() ?? [])])]);
			return new Set([...paths].filter((path) => sides.every((side) => side?.get(path) !== tree.get(path))));
		},
		[Symbol.asyncDispose]: async () => rmSync(directory, { recursive: true, force: true }),
	};
}
