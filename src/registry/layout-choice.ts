import { UserError } from "../runner/errors.js";
import { REF_NAME } from "./layout-index.js";
import type { Descriptor } from "./manifest.js";
import { isTag, type LayoutReference } from "./name.js";

/** Which of a layout's manifests a name means. Names stand in index.json, as annotations (image-spec, `annotations.md`). */

/** Names that tools give to lists of referrers, and cosign to signatures and attestations. */
const REFERRERS_NAME = /^sha(?:256|512)-[0-9a-f]+(?:\.(?:sig|att|sbom))?$/;
const MAX_SHOWN = 10;
/** `cosign save` gives no names: an annotation says which entry is the one image, and which its signatures are. */
const COSIGN_KIND = "kind";
const COSIGN_IMAGE = /^dev\.cosignproject\.cosign\/image(?:Index)?$/;
const COSIGN_ATTACHED = new Map([
	["dev.cosignproject.cosign/sigs", "sig"],
	["dev.cosignproject.cosign/atts", "att"],
]);

/** What a layout lists: `top` are the entries of index.json, `all` also those of indexes in it. */
export interface LayoutEntries {
	top: readonly Descriptor[];
	all: readonly Descriptor[];
}

/** Whether neither the reference nor a name in the layout says which of several manifests is meant. */
export function isOpenChoice({ top }: LayoutEntries, { tag, digest }: LayoutReference): boolean {
	if (tag !== undefined || digest !== undefined) return false;
	return distinct(top) > 1 && top.every((entry) => imageNameOf(entry) === undefined);
}

/**
 * The manifest that a reference means. Without a tag and a digest: the layout's only manifest, or the only one
 * with a name, or the only one that is not `attached` to another. `name` is the source as people wrote it.
 * @throws UserError `not-found`, `ambiguous-layout`, `digest-mismatch`
 */
export function chooseFromLayout(
	entries: LayoutEntries,
	reference: LayoutReference,
	name: string,
	attached: ReadonlySet<string> = new Set(),
): Descriptor {
	const { tag, digest } = reference;
	const tagged = tag === undefined ? undefined : onlyOne(entriesNamed(entries.top, tag), entries, name);
	if (digest === undefined) return tagged ?? onlyOne(unnamedChoice(entries.top, attached), entries, name);
	const found = entries.all.find((entry) => entry.digest === digest);
	if (found === undefined) throw notFound(entries, name);
	if (tagged !== undefined && tagged.digest !== digest) {
		throw new UserError(
			"digest-mismatch",
			`In ${name} the name ${tag} is ${tagged.digest}, another digest.`,
			{
				hint: "Leave out the tag or the digest.",
			},
		);
	}
	return found;
}

/** The only name of a manifest in a layout, as a tag; undefined when it has none or several. */
export function layoutName(entries: LayoutEntries, digest: string): string | undefined {
	const names = new Set(entries.top.filter((entry) => entry.digest === digest).map(imageNameOf));
	names.delete(undefined);
	const [only, ...others] = names;
	return others.length === 0 ? only : undefined;
}

/**
 * The manifest that has this very name, alone or as the tag of an image's whole name, or that `cosign save` would
 * have had under it in a registry.
 * @throws UserError `ambiguous-layout`
 */
export function namedExactly(entries: LayoutEntries, name: string): Descriptor | undefined {
	const named = entriesNamed(entries.top, name, tagOf);
	const found = named.length > 0 ? named : savedByCosign(entries.top, name);
	return found.length === 0 ? undefined : onlyOne(found, entries, name);
}

/** What `cosign save` has put beside its one image, by the tag that it has in a registry. */
function savedByCosign(top: readonly Descriptor[], tag: string): Descriptor[] {
	const images = top.filter((entry) => COSIGN_IMAGE.test(kindOf(entry)));
	const digest = images.length === 1 ? images[0]?.digest : undefined;
	if (digest === undefined) return [];
	return top.filter((entry) => `${digest.replace(":", "-")}.${COSIGN_ATTACHED.get(kindOf(entry))}` === tag);
}

function kindOf(entry: Descriptor): string {
	return entry.annotations?.[COSIGN_KIND] ?? "";
}

/** The name of an image; undefined for the names of what belongs to one. */
function imageNameOf(entry: Descriptor): string | undefined {
	const tag = tagOf(entry);
	return tag !== undefined && isTag(tag) && !REFERRERS_NAME.test(tag) ? tag : undefined;
}

/** Tools write a tag or a whole image name; of a whole name the tag counts. */
function tagOf(entry: Descriptor): string | undefined {
	const name = entry.annotations?.[REF_NAME];
	const colon = name?.lastIndexOf(":") ?? -1;
	return name !== undefined && colon > name.lastIndexOf("/") ? name.slice(colon + 1) : name;
}

function entriesNamed(top: readonly Descriptor[], tag: string, of = imageNameOf): Descriptor[] {
	const exact = top.filter((entry) => entry.annotations?.[REF_NAME] === tag);
	return exact.length > 0 ? exact : top.filter((entry) => of(entry) === tag);
}

function unnamedChoice(top: readonly Descriptor[], attached: ReadonlySet<string>): Descriptor[] {
	if (distinct(top) === 1) return [...top];
	const named = top.filter((entry) => imageNameOf(entry) !== undefined);
	if (named.length > 0) return named;
	return top.filter((entry) => !attached.has(entry.digest) && !belongsToAnother(entry));
}

function belongsToAnother(entry: Descriptor): boolean {
	return REFERRERS_NAME.test(tagOf(entry) ?? "") || COSIGN_ATTACHED.has(kindOf(entry));
}

function onlyOne(candidates: readonly Descriptor[], entries: LayoutEntries, name: string): Descriptor {
	const first = candidates[0];
	if (first === undefined) throw notFound(entries, name);
	if (distinct(candidates) === 1) return first;
	throw new UserError(
		"ambiguous-layout",
		`${name} can mean several images: the layout holds ${inventory(entries)}.`,
		{
			hint: "Name one, as oci-layout:FOLDER:TAG or oci-layout:FOLDER@sha256:DIGEST.",
		},
	);
}

function notFound(entries: LayoutEntries, name: string): UserError {
	return new UserError("not-found", `${name} does not exist: the layout holds ${inventory(entries)}.`, {
		hint: "Name one of these, as oci-layout:FOLDER:TAG or oci-layout:FOLDER@sha256:DIGEST.",
	});
}

function distinct(entries: readonly Descriptor[]): number {
	return new Set(entries.map(({ digest }) => digest)).size;
}

function inventory({ top }: LayoutEntries): string {
	if (top.length === 0) return "nothing";
	const shown = top.slice(0, MAX_SHOWN).map((entry) => imageNameOf(entry) ?? entry.digest);
	const more = top.length > MAX_SHOWN ? ` and ${top.length - MAX_SHOWN} more` : "";
	return shown.join(", ") + more;
}
