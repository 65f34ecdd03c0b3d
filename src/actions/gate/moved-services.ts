import { posix } from "node:path";
import { MANIFEST } from "../../catalog/discover.js";
import type { Service } from "../../catalog/service.js";
import type { ChangedFile } from "../../git/diff.js";
import { folderOwners } from "./report-lines.js";

/**
 * Services of the base whose files live on elsewhere. A service is its folder; one that is moved and renamed at once,
 * or left without its manifest, must not lose its bars by that. Pure.
 */

/** Of a folder in the base: where its files live on. */
export interface Move {
	/** The folder in the base. */
	from: string;
	/** The name of the head's service that has most of them; undefined where no service has. */
	to: string | undefined;
	/** One of the files, as it is called now. */
	example: string;
}

export interface MovesQuestion {
	/** The base's. */
	before: readonly Service[];
	/** The head's. */
	now: readonly Service[];
	filesBefore: readonly string[];
	filesNow: readonly string[];
}

/** Folders that at least half of their files have left: only for these does git have to look for renames. */
export function leftFolders({ before, filesBefore, filesNow }: MovesQuestion): ReadonlyMap<string, string[]> {
	const there = new Set(filesNow);
	const left = new Map<string, string[]>();
	for (const [path, own] of filesOf(before, filesBefore)) {
		const remaining = own.filter((file) => there.has(file)).length;
		if (own.length > 0 && remaining * 2 <= own.length) left.set(path, own);
	}
	return left;
}

/**
 * Where at least half of a folder's files live on, as git tells (by half of their content at least). A link or a
 * submodule in their place is no file of the repository, and they live on behind it.
 */
export function findMoves(question: MovesQuestion, changed: readonly ChangedFile[]): Move[] {
	const owner = folderOwners(question.now);
	const renamed = new Map(
		changed.flatMap(({ status, from, path }) =>
			status === "renamed" && from !== undefined ? [[from, path] as const] : [],
		),
	);
	const files = new Set(question.filesNow);
	const others = changed.filter(({ status, path }) => status !== "deleted" && !files.has(path));
	const moves: Move[] = [];
	for (const [from, own] of leftFolders(question)) {
		const behind = others.find(({ path }) => path === from || (from !== "." && isBelow(path, from)));
		if (behind !== undefined) {
			moves.push({ from, to: undefined, example: behind.path });
			continue;
		}
		const gone = own.flatMap((file) => renamed.get(file) ?? []).filter((path) => !isBelow(path, from));
		if (gone.length * 2 < own.length) continue;
		const groups = [...Map.groupBy(gone, owner)].toSorted(([, a], [, b]) => b.length - a.length);
		const [to, [example] = []] = groups[0] ?? [];
		if (example !== undefined) moves.push({ from, to, example });
	}
	return moves;
}

function filesOf(services: readonly Service[], files: readonly string[]): Map<string, string[]> {
	const owner = folderOwners(services.map(({ path }) => ({ name: path, path })));
	const own = new Map<string, string[]>();
	for (const file of files) {
		// Manifests look alike, and are no code.
		const path = posix.basename(file) === MANIFEST ? undefined : owner(file);
		if (path === undefined) continue;
		const known = own.get(path);
		if (known === undefined) own.set(path, [file]);
		else known.push(file);
	}
	return own;
}

function isBelow(path: string, folder: string): boolean {
	return folder === "." || path.startsWith(`${folder}/`);
}
