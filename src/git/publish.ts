import { UserError } from "../runner/errors.js";
import type { Git } from "./git.js";
import { GitError } from "./process.js";
import { pushWriter, type RefChange, type RefWriter } from "./push.js";

/** A reference that was made or moved at the remote. `before` is null for a new one: a release tag never moves. */
export type PublishedRef = RefChange;

/** A tag such as `v1` that is to come to the published commit, and the commit that it was seen on. */
export interface MovingTag {
	tag: string;
	/** Null where there was no such tag. */
	before: string | null;
}

/** Somebody else changed the tags in the meantime: what was computed from them does not hold any more. */
export class PublishRace extends UserError {}

/** How often the same changes are sent, where nothing at the remote speaks against them. */
const ATTEMPTS = 3;

/**
 * Creates lightweight tags on one commit at `origin` and moves others to it: all of them or none. Lightweight, so
 * that the same call makes the same object again and needs no committer. A tag of `tags` that already names the
 * commit is left as it is; one that names another is a PublishRace, and so is a moving tag that is not where it was
 * seen. The clone gets the tags too. After any failure the remote's tags decide, since an answer can get lost.
 */
export async function publishTags(
	git: Git,
	tags: readonly string[],
	commit: string,
	options: { moving?: readonly MovingTag[]; write?: RefWriter } = {},
): Promise<readonly PublishedRef[]> {
	const { moving = [], write = pushWriter(git) } = options;
	let changes = changesFor(await currentTags(git), tags, moving, commit);
	const published: RefChange[] = [];
	for (let attempt = 1; changes.length > 0; attempt++) {
		const failure = await write(changes);
		const left = failure === undefined ? [] : changesFor(await currentTags(git), tags, moving, commit);
		if (failure !== undefined && left.length > 0) {
			// Somebody else may have made some of them on this very commit, so that the rest can be made now.
			const progress = left.length < changes.length;
			if (attempt === ATTEMPTS || (!progress && !failure.passing)) throw failure.error;
		}
		if (left.length === 0) published.push(...changes);
		changes = left;
	}
	await keepLocally(git, tags, moving, commit);
	return published;
}

/** A tag of the remote: the object that it names, and the commit that this is in the end. */
interface RemoteTag {
	object: string;
	commit: string;
}

async function currentTags(git: Git): Promise<ReadonlyMap<string, RemoteTag>> {
	let output: string;
	try {
		output = (await git.run(["ls-remote", "--quiet", "--tags", "origin"])).stdout.toString("utf8");
	} catch (error) {
		if (!(error instanceof GitError)) throw error;
		throw new UserError(
			"remote-unreachable",
			`The tags of origin can't be read: ${error.stderr.slice(0, 2000)}`,
			{ fault: "outside", hint: "Check the network and the token, and run the step again." },
		);
	}
	const tags = new Map<string, RemoteTag>();
	for (const line of output.split("\n")) {
		const match = /^([0-9a-f]{40,64})\trefs\/tags\/(.+?)(\^\{\})?$/.exec(line);
		const [, hash, name, peeled] = match ?? [];
		if (hash === undefined || name === undefined) continue;
		// The peeled line follows that of the tag object.
		const object = peeled === undefined ? hash : (tags.get(name)?.object ?? hash);
		tags.set(name, { object, commit: hash });
	}
	return tags;
}

function changesFor(
	there: ReadonlyMap<string, RemoteTag>,
	tags: readonly string[],
	moving: readonly MovingTag[],
	commit: string,
): RefChange[] {
	const changes: RefChange[] = [];
	for (const tag of tags) {
		const found = there.get(tag);
		if (found === undefined) changes.push({ ref: `refs/tags/${tag}`, before: null, after: commit });
		else if (found.commit !== commit) throw taken(tag, found.commit, commit);
	}
	for (const { tag, before } of moving) {
		const found = there.get(tag);
		if (found?.commit === commit) continue;
		if ((found?.commit ?? null) !== before) throw movedMeanwhile(tag, before, found?.commit);
		changes.push({ ref: `refs/tags/${tag}`, before: found?.object ?? null, after: commit });
	}
	return changes;
}

/**
 * The commits above `commit` on the first-parent line of a branch's tip, newest first; undefined where it is not on
 * that line. The tip is fetched when it is not here.
 */
export async function newerOnLine(
	git: Git,
	commit: string,
	branch: string,
	tip: string,
): Promise<readonly string[] | undefined> {
	if (tip === commit) return [];
	if ((await git.commit(tip)) === undefined) await fetchBranch(git, branch);
	if (!(await git.isAncestor(commit, tip))) return undefined;
	const parents = await git.parents(commit);
	const { stdout } = await git.run(["rev-list", "--first-parent", "--stdin", "--"], {
		input: `${tip}\n${parents.map((parent) => `^${parent}\n`).join("")}`,
	});
	const line = stdout.toString("utf8").split("\n");
	const at = line.indexOf(commit);
	return at < 0 ? undefined : line.slice(0, at);
}

async function fetchBranch(git: Git, branch: string): Promise<void> {
	try {
		await git.fetch([`refs/heads/${branch}`]);
	} catch (error) {
		if (!(error instanceof GitError)) throw error;
		const words = error.stderr.slice(0, 2000);
		throw new UserError("remote-unreachable", `The branch ${branch} can't be fetched from origin: ${words}`, {
			fault: "outside",
			// The cause's own words may hold a URL with a password.
			cause: new Error(words),
			hint: "Check the network and the token, and run the step again.",
		});
	}
}

function taken(tag: string, there: string, commit: string): PublishRace {
	return new PublishRace(
		"version-taken",
		`Tag ${tag} already stands on ${there.slice(0, 12)}, so it can't be made on ${commit.slice(0, 12)}`,
		{
			fault: "refused",
			hint: "Another commit was released under this number first. Build the newest commit of the branch, which gets the next number.",
		},
	);
}

function movedMeanwhile(tag: string, before: string | null, now: string | undefined): PublishRace {
	const at = (commit: string | null | undefined) => commit?.slice(0, 12) ?? "no commit";
	return new PublishRace(
		"tag-moved",
		`Tag ${tag} was on ${at(before)} when the versions were computed, and is on ${at(now)} now`,
		{ fault: "refused", hint: "Another release moved it. Run the step again: it reads the tags anew." },
	);
}

/** Best effort: the remote is what counts. A release tag of the clone that stands elsewhere is left alone. */
async function keepLocally(
	git: Git,
	tags: readonly string[],
	moving: readonly MovingTag[],
	commit: string,
): Promise<void> {
	const there = await git.objects.info(tags.map((tag) => `refs/tags/${tag}`));
	const lines = [
		...tags
			.filter((_, index) => there[index] === undefined)
			.map((tag) => `create refs/tags/${tag} ${commit}`),
		...moving.map(({ tag }) => `update refs/tags/${tag} ${commit}`),
	];
	const write = (some: readonly string[]) =>
		git.run(["update-ref", "--stdin"], { input: `${some.join("\n")}\n`, allowed: [1, 128] });
	if (lines.length === 0 || (await write(lines)).code === 0) return;
	// One that stands in its way (`v1/x` before `v1`) holds back all of a transaction.
	if (lines.length > 1) for (const line of lines) await write([line]);
}
