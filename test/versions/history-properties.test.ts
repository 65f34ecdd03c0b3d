import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import semver from "semver";
import { describe, expect, it } from "vitest";
import { openGit } from "#src/git/git.js";
import { makeRepository } from "../git/repository.ts";
import { versionsAt } from "./at-head.ts";
import { MANIFEST } from "./workspace.ts";

/**
 * What holds of versions over whole histories: random commits and merges on three branches, in a repository of
 * three services of which two share inputs, with releases on main in between, as a pipeline would make them.
 */

const MANIFESTS = {
	"a/sluice.service.yaml": MANIFEST("a", "inputs: [/shared/p]\n"),
	"b/sluice.service.yaml": MANIFEST("b", "builds-from: [lib]\n"),
	"lib/sluice.service.yaml": MANIFEST("lib"),
};

/** Which files are inputs of a service, and not ignored. */
const INPUTS: Record<string, readonly string[]> = {
	a: ["a/x", "a/y", "shared/p"],
	b: ["b/x", "lib/z"],
	lib: ["lib/z"],
};

const FILES = ["a/x", "a/y", "a/README.md", "b/x", "lib/z", "lib/docs/t", "shared/p", "other.txt"];
const BRANCHES = ["main", "feature-one", "feature/two"];

type Files = ReadonlyMap<string, string>;

const change = fc.record({
	branch: fc.nat(2),
	header: fc.constantFrom("feat: x", "fix: x", "feat!: x", "chore: x", "words", "Release-As"),
	/** Few contents, so that states come back. */
	writes: fc.array(fc.tuple(fc.constantFrom(...FILES), fc.constantFrom("0", "1", "2")), { maxLength: 3 }),
	/** The branch that is merged, and which files are taken from it; the others stay ours. */
	merge: fc.option(fc.tuple(fc.nat(2), fc.subarray(FILES)), { nil: undefined, freq: 2 }),
	publish: fc.boolean(),
});

/** One commit by git fast-import: a whole tree, so that a merge may hold whatever it likes. */
function commit(
	directory: string,
	made: { branch: string; parents: readonly string[]; files: Files; message: string; at: number },
): string {
	const { branch, parents, files, message, at } = made;
	const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
	const [first, ...others] = parents;
	const input = [
		`commit refs/heads/${branch}\n`,
		`committer T <t@example.invalid> ${at} +0000\n`,
		data(message),
		first === undefined ? "" : `from ${first}\n`,
		...others.map((other) => `merge ${other}\n`),
		"deleteall\n",
		...[...files].map(([path, text]) => `M 100644 inline ${path}\n${data(text)}`),
	].join("");
	execFileSync("git", ["-c", "core.fsync=none", "fast-import", "--quiet", "--force"], {
		cwd: directory,
		input,
	});
	return readFileSync(join(directory, ".git/refs/heads", branch), "utf8").trim();
}

/** Makes or moves a reference, as git itself keeps it. */
function point(directory: string, ref: string, hash: string): void {
	const file = join(directory, ".git", ref);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, `${hash}\n`);
}

interface Built {
	service: string;
	branch: string;
	version: string;
	release: boolean;
	dockerTag: string;
	slug: string;
	inputs: string;
}

describe("versions over random histories", () => {
	it("tell contents apart, never go down along main, and are always the same", {
		timeout: 300_000,
	}, async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(change, { minLength: 4, maxLength: 10 }), async (changes) => {
				await using repository = makeRepository();
				const { directory } = repository;
				repository.git("remote", "add", "origin", directory);
				const start: Files = new Map([
					...Object.entries(MANIFESTS),
					...FILES.map((path) => [path, "0"] as const),
				]);
				const tips = new Map<string, { hash: string; files: Files }>();
				const root = commit(directory, {
					branch: "main",
					parents: [],
					files: start,
					message: "root",
					at: 1_700_000_000,
				});
				for (const branch of BRANCHES) {
					point(directory, `refs/heads/${branch}`, root);
					tips.set(branch, { hash: root, files: start });
				}
				const built: Built[] = [];
				const released = new Map<string, string>();
				const git = openGit({ directory, environment: process.env });
				const compute = async (branch: string, publish: boolean) => {
					writeFileSync(join(directory, ".git/HEAD"), `ref: refs/heads/${branch}\n`);
					return versionsAt(repository, { git, on: null, publish, images: ["shop.example/x"] });
				};
				for (const [index, each] of changes.entries()) {
					const branch = BRANCHES[each.branch] ?? "main";
					const tip = tips.get(branch);
					if (tip === undefined) throw new Error("no tip");
					const files = new Map(tip.files);
					const parents = [tip.hash];
					const other = each.merge === undefined ? undefined : tips.get(BRANCHES[each.merge[0]] ?? "");
					if (other !== undefined && other.hash !== tip.hash) {
						parents.push(other.hash);
						for (const path of each.merge?.[1] ?? []) files.set(path, other.files.get(path) ?? "0");
					}
					for (const [path, text] of each.writes) files.set(path, text);
					// Clocks differ: some commits are older than their parents.
					const at = 1_700_000_000 + index * 60 * (index % 4 === 3 ? -1 : 1);
					const message = each.header === "Release-As" ? "fix: x\n\nRelease-As: 3.0.0" : each.header;
					const hash = commit(directory, { branch, parents, files, message, at });
					tips.set(branch, { hash, files });

					const result = await compute(branch, false);
					expect((await compute(branch, false)).services).toEqual(result.services);
					const publishes = branch === "main" && each.publish;
					const after = publishes ? await compute(branch, true) : undefined;
					for (const { service, tag } of after?.toPublish ?? []) {
						point(directory, `refs/tags/${tag}`, hash);
						const version = tag.slice(tag.indexOf("/v") + 2);
						const before = released.get(service);
						if (before !== undefined)
							expect(semver.gt(version, before), `${service}: ${before} then ${version}`).toBe(true);
						released.set(service, version);
					}
					for (const { service, version, release, dockerTag, slug, base } of [
						...result.services,
						...(after?.services ?? []),
					]) {
						const inputs = (INPUTS[service] ?? []).map((path) => `${path}=${files.get(path)}`).join(" ");
						built.push({ service, branch, version, release, dockerTag, slug, inputs });
						if (release) continue;
						const last = base === null ? "0.0.0" : base.tag.slice(base.tag.indexOf("/v") + 2);
						for (const range of [`^${last}`, `~${last}`, `>=${last}`, "*", `${semver.major(last)}.x`])
							expect(semver.satisfies(version, range), `${version} in ${range}`).toBe(false);
					}
				}
				for (const one of built) {
					for (const two of built) {
						if (one.service !== two.service) continue;
						const same = one.version === two.version;
						// Equal versions are equal contents, and one tag or slug never stands for two versions.
						if (same) expect(two.inputs, `${one.service} ${one.version}`).toBe(one.inputs);
						else {
							expect(two.dockerTag).not.toBe(one.dockerTag);
							expect(two.slug).not.toBe(one.slug);
						}
						if (same && one.branch !== two.branch) expect(one.release).toBe(true);
					}
				}
			}),
			{ numRuns: Number(process.env.SLUICE_PROPERTY_RUNS ?? 20) },
		);
	});
});
