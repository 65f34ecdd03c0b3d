import { posix } from "node:path";
import { MANIFEST } from "../../catalog/discover.js";
import type { Service } from "../../catalog/service.js";
import type { ChangedFile } from "../../git/diff.js";
import type { FileTree } from "../../git/tree.js";
import { LostLines, tellingLines } from "./moved-lines.js";
import { folderOwners } from "./report-lines.js";
import { eachText, readTexts } from "./texts.js";

/**
 * Services of the base whose code lives on elsewhere. A service is its folder; one that is moved and renamed at once,
 * or left without its manifest, must not lose its bars by that. Lines of code are counted, not files, and only those
 * that live on: what is deleted besides (fixtures, generated code) makes a move no smaller, and what is left behind
 * and no code (fixtures, documents) doesn't hide it. Pure but for its ports.
 */

/** Of a folder in the base: where its code lives on. */
export interface Move {
	/** The folder in the base. */
	from: string;
	/** The name of a service of the head that has some of it; undefined where no service has the most. */
	to: string | undefined;
	/** One of the files there. */
	example: string;
}

export interface MovesQuestion {
	/** The base's. */
	before: readonly Service[];
	/** The head's. */
	now: readonly Service[];
	filesBefore: readonly string[];
	filesNow: readonly string[];
	changed: readonly ChangedFile[];
	/** Tests, fixtures and the like, by the base's settings. */
	excluded(path: string): boolean;
}

export interface MovesPorts {
	before: FileTree;
	now: FileTree;
}

/** What is less than this, and less than half of what there was, is no move: it may be like by chance. */
const FEWEST_LINES = 5;

/** A file that can't be read as text (above 1 MiB) counts so much where git calls it renamed. */
const LARGE_FILE = 10_000;

/** So many lost lines are looked for at once. */
const LINES_AT_ONCE = 1_000_000;

/** What is no code, by name: it is counted only where a service has nothing else. */
const NO_CODE =
	/(^|\/)[^./]+$|(^|\/)\.[^/]*$|\.(json\w?|ya?ml|toml|ini|lock|md|rst|adoc|txt|[ct]sv|xml|svg|snap|map|log)$/i;

export async function findMoves(question: MovesQuestion, ports: MovesPorts): Promise<Move[]> {
	const { filesBefore, filesNow, changed } = question;
	const there = new Set(filesNow);
	const links = changed.filter(({ status, path }) => status !== "deleted" && !there.has(path));
	const moves: Move[] = [];
	const places = new Places(question);
	const tallies: Tally[] = [];
	for (const [from, own] of codeOf(question, filesBefore)) {
		// A link or a submodule is no file of the repository, and what was there lives on behind it.
		const behind = links.find(({ path }) => path === from || (from !== "." && isBelow(path, from)));
		if (behind !== undefined && own.every((file) => !there.has(file))) {
			moves.push({ from, to: undefined, example: behind.path });
			continue;
		}
		const tally = await tallyOf(from, own, places, ports);
		if (tally !== undefined) tallies.push(tally);
	}
	await search(tallies, places, ports);
	return [...moves, ...tallies.flatMap((tally) => tally.moves())];
}

/** Where a file is now: `owner` is the head's service, `folder` that of the base's service which had the path. */
interface Target {
	path: string;
	owner: string | undefined;
	folder: string | undefined;
	/** The file in the base, where there was one. */
	before: string | undefined;
}

class Places {
	/** By path in the base, what it is now; undefined where it is gone. Only files that differ. */
	readonly nowAt = new Map<string, string | undefined>();
	readonly targets: readonly Target[];
	readonly #target: (path: string, before: string | undefined) => Target;

	constructor({ before, now, filesNow, changed }: MovesQuestion) {
		const owner = folderOwners(now);
		const folder = folderOwners(before.map(({ path }) => ({ name: path, path })));
		this.#target = (path, old) => ({ path, owner: owner(path), folder: folder(path), before: old });
		const there = new Set(filesNow);
		for (const { status, path, from } of changed) {
			if (status === "added" || status === "copied") continue;
			this.nowAt.set(from ?? path, status !== "deleted" && there.has(path) ? path : undefined);
		}
		this.targets = changed.flatMap(({ status, path, from }) =>
			there.has(path) && status !== "deleted"
				? [this.#target(path, status === "modified" ? path : from)]
				: [],
		);
	}

	/** Where a file is that has left a service's folder; undefined where it has not. */
	outside(path: string, from: string): Target | undefined {
		return isBelow(path, from) ? undefined : this.#target(path, undefined);
	}
}

/** Lines of one service's code: what its folder keeps, what is elsewhere, and what has to be looked for. */
class Tally {
	readonly from: string;
	kept = 0;
	/** All lines of the files that differ. */
	before = 0;
	/** By file. */
	readonly lost = new Map<string, ReadonlySet<string>>();
	readonly #moved = new Map<string | undefined, { lines: number; example: string }>();

	constructor(from: string) {
		this.from = from;
	}

	move({ owner, path }: Target, lines: number): void {
		const known = this.#moved.get(owner);
		this.#moved.set(owner, { lines: (known?.lines ?? 0) + lines, example: known?.example ?? path });
	}

	get moved(): number {
		return [...this.#moved.values()].reduce((sum, { lines }) => sum + lines, 0);
	}

	/** None where the folder keeps the most. */
	moves(): Move[] {
		const { from, kept, before, moved } = this;
		if (kept > moved) return [];
		return [...this.#moved]
			.filter(([owner, { lines }]) => {
				if (lines < FEWEST_LINES && lines * 2 < before) return false;
				return owner !== undefined || lines * 2 >= moved;
			})
			.toSorted(([, a], [, b]) => b.lines - a.lines)
			.map(([to, { example }]) => ({ from, to, example }));
	}
}

/** Undefined where the folder keeps the most, wherever the rest may be. */
async function tallyOf(
	from: string,
	own: readonly string[],
	places: Places,
	ports: MovesPorts,
): Promise<Tally | undefined> {
	const { nowAt, targets } = places;
	const touched = own.filter((file) => nowAt.has(file));
	if (touched.length === 0 || targets.every(({ path }) => isBelow(path, from))) return undefined;
	const tally = new Tally(from);
	let possible = 0;
	for await (const { path, text } of eachText(ports.before, touched)) {
		const now = nowAt.get(path);
		const target = now === undefined ? undefined : places.outside(now, from);
		const lines = text === undefined ? undefined : tellingLines(text);
		tally.before += lines?.size ?? LARGE_FILE;
		if (target !== undefined) tally.move(target, lines?.size ?? LARGE_FILE);
		else if (lines !== undefined) {
			const left = now === undefined ? undefined : await textOf(ports.now, now);
			const still = tellingLines(left ?? "");
			const gone = new Set([...lines].filter((line) => !still.has(line)));
			tally.kept += lines.size - gone.size;
			possible += gone.size;
			if (gone.size > 0) tally.lost.set(path, gone);
		}
	}
	possible += tally.moved;
	if (tally.kept > possible) return undefined;
	const untouched = own.filter((file) => !nowAt.has(file));
	for await (const { text } of eachText(ports.before, untouched)) {
		tally.kept += tellingLines(text ?? "").size;
		if (tally.kept > possible) return undefined;
	}
	return tally;
}

/** Looks for what services have lost in all that is new elsewhere. */
async function search(tallies: readonly Tally[], places: Places, ports: MovesPorts): Promise<void> {
	let lost = new LostLines();
	const by = new Map<string, Tally>();
	const look = async () => {
		const targets = await seeTargets(lost, places.targets, ports);
		for (const { file, place, lines } of lost.found()) {
			const [target, tally] = [targets.get(place), by.get(file)];
			// All of one place lie below the same folders of the base, so that one of them tells.
			if (target !== undefined && tally !== undefined && !isBelow(target.path, tally.from))
				tally.move(target, lines);
		}
		lost = new LostLines();
	};
	for (const tally of tallies) {
		for (const [file, lines] of tally.lost) {
			by.set(file, tally);
			lost.add(file, lines);
			if (lost.size >= LINES_AT_ONCE) await look();
		}
	}
	if (lost.size > 0) await look();
}

/** Only lines that are new there: what another service had before was never taken over. By place, one of its files. */
async function seeTargets(
	lost: LostLines,
	targets: readonly Target[],
	ports: MovesPorts,
): Promise<ReadonlyMap<string, Target>> {
	const examples = new Map<string, Target>();
	for (const [place, files] of Map.groupBy(targets, ({ owner, folder }) => JSON.stringify([owner, folder]))) {
		const seen = new Set<string>();
		const known = new Map(files.map((target) => [target.path, target]));
		for await (const { path, text } of eachText(ports.now, [...known.keys()])) {
			const target = known.get(path);
			if (target === undefined || text === undefined) continue;
			if (!examples.has(place)) examples.set(place, target);
			const old = target.before === undefined ? undefined : await textOf(ports.before, target.before);
			const had = tellingLines(old ?? "");
			const fresh = new Set<string>();
			for (const line of tellingLines(text)) if (!had.has(line) && !seen.has(line)) fresh.add(line);
			for (const line of fresh) seen.add(line);
			lost.see(place, fresh);
		}
	}
	return examples;
}

async function textOf(tree: FileTree, path: string): Promise<string | undefined> {
	return (await readTexts(tree, [path])).get(path);
}

/** The files of each service of the base that count: its code, or all of them where it has none. */
function codeOf({ before, excluded }: MovesQuestion, files: readonly string[]): Map<string, string[]> {
	const owner = folderOwners(before.map(({ path }) => ({ name: path, path })));
	const own = new Map<string, string[]>();
	for (const file of files) {
		// Manifests look alike, and are no code.
		const path = posix.basename(file) === MANIFEST ? undefined : owner(file);
		if (path === undefined) continue;
		const known = own.get(path);
		if (known === undefined) own.set(path, [file]);
		else known.push(file);
	}
	for (const [path, all] of own) {
		const code = all.filter((file) => !NO_CODE.test(file) && !excluded(file));
		if (code.length > 0) own.set(path, code);
	}
	return own;
}

function isBelow(path: string, folder: string): boolean {
	return folder === "." || path.startsWith(`${folder}/`);
}
