import type { Descriptor } from "./manifest.js";

/**
 * What index.json of a layout lists, and its changes. Entries stay as they stand there, with keys that we don't
 * know. Source: image-spec 1.1, `image-layout.md` and `annotations.md`.
 */

export const REF_NAME = "org.opencontainers.image.ref.name";

/** An entry that was checked to be a descriptor. */
export type IndexEntry = Record<string, unknown> & { digest: string; annotations?: Record<string, string> };

/** The entries with a name, in their order. */
export function namesOf(entries: readonly IndexEntry[]): string[] {
	return entries.flatMap((entry) => nameOf(entry) ?? []);
}

/** The entry that has exactly this name; of several the first, as tools take it. */
export function entryNamed(entries: readonly IndexEntry[], name: string): IndexEntry | undefined {
	return entries.find((entry) => nameOf(entry) === name);
}

/**
 * Gives a manifest a name. What had the name stays listed without it, as a manifest stays in a registry when its tag
 * moves, but not if it is one of `ours`: what only this run has listed goes when its name goes.
 */
export function withName(
	entries: readonly IndexEntry[],
	name: string,
	descriptor: Descriptor,
	ours: ReadonlySet<string>,
): IndexEntry[] {
	const rest = withoutName(entries, name, ours);
	const bare = rest.findIndex((entry) => entry.digest === descriptor.digest && nameOf(entry) === undefined);
	const known = rest[bare];
	const annotations = { ...known?.annotations, ...descriptor.annotations, [REF_NAME]: name };
	const entry: IndexEntry = { ...known, ...descriptor, annotations };
	return known === undefined ? [...rest, entry] : rest.map((each, at) => (at === bare ? entry : each));
}

/** Takes a name away. */
export function withoutName(
	entries: readonly IndexEntry[],
	name: string,
	ours: ReadonlySet<string>,
): IndexEntry[] {
	return entries.flatMap((entry, at) => {
		if (nameOf(entry) !== name) return [entry];
		const others = entries.some(
			(each, other) => other !== at && each.digest === entry.digest && nameOf(each) !== name,
		);
		return others || ours.has(entry.digest) ? [] : [bareEntry(entry)];
	});
}

/** Lists manifests without a name, those that are not listed yet. */
export function withUnnamed(entries: readonly IndexEntry[], added: readonly Descriptor[]): IndexEntry[] {
	const known = new Set(entries.map(({ digest }) => digest));
	return [
		...entries,
		...added.filter(({ digest }) => !known.has(digest)).map((each) => ({ ...each }) as IndexEntry),
	];
}

function nameOf({ annotations }: IndexEntry): string | undefined {
	return annotations?.[REF_NAME];
}

function bareEntry(entry: IndexEntry): IndexEntry {
	const { annotations, ...rest } = entry;
	const { [REF_NAME]: _, ...others } = annotations ?? {};
	return Object.keys(others).length === 0 ? rest : { ...rest, annotations: others };
}
