import { LineHits } from "./line-hits.js";

/**
 * What tools say of the state of a source file that they counted in: lcov's VER, and its checksums of lines. Two
 * reports that tell of two states are of different commits, and are never united. Pure.
 */

/** In characters. */
const VERSION_LIMIT = 300;

export class FileState {
	/** What tools call it, by kind: each tool has its own, so that only those of one kind tell of two states. */
	readonly #versions = new Map<string, string>();
	/** By line: a hash of the tool's own checksum of its text, of 31 bits. */
	checksums: LineHits | undefined;

	/** Sorted. */
	get versions(): string[] {
		return [...this.#versions.values()].sort();
	}

	/** Remembers the version; false where it is another one than before. */
	isSameVersion(version: string): boolean {
		const cut = version.slice(0, VERSION_LIMIT);
		const kind = kindOf(cut);
		const before = this.#versions.get(kind);
		if (before === undefined) this.#versions.set(kind, cut);
		return before === undefined || before === cut;
	}

	/** Remembers a line's checksum; false where it is another one than before. */
	isSameLine(line: number, written: string): boolean {
		// geninfo writes MD5 in base64, gcovr the same in hexadecimal digits.
		const checksum = /^[0-9a-f]{32}$/.test(written)
			? Buffer.from(written, "hex").toString("base64").slice(0, 22)
			: written;
		let hash = 0x811c9dc5;
		for (let index = 0; index < checksum.length; index++)
			hash = Math.imul(hash ^ checksum.charCodeAt(index), 0x01000193);
		// A bit less than 32, which is what a line of LineHits takes without growing.
		return this.isSameHash(line, hash >>> 1);
	}

	/** Remembers the hash of a line's checksum; false where it is another one than before. */
	isSameHash(line: number, hash: number): boolean {
		this.checksums ??= new LineHits();
		const before = this.checksums.get(line);
		if (before !== undefined) return before === hash;
		this.checksums.add(line, hash);
		return true;
	}

	/** What of another state can't be of the same one, in words; undefined where nothing is. */
	difference(other: FileState): string | undefined {
		for (const [kind, version] of other.#versions) {
			const own = this.#versions.get(kind);
			if (own !== undefined && own !== version)
				return `version ${JSON.stringify(own)} and version ${JSON.stringify(version)}`;
		}
		let differs: number | undefined;
		other.checksums?.each((line, hash) => {
			const own = this.checksums?.get(line);
			if (own !== undefined && own !== hash) differs ??= line;
		});
		return differs === undefined ? undefined : `line ${differs} with two checksums`;
	}

	/** Adds all of another's, which does not differ. */
	add(other: FileState): void {
		for (const version of other.versions) this.isSameVersion(version);
		other.checksums?.each((line, hash) => this.isSameHash(line, hash));
	}
}

/** Hashes by their length; anything else is of one kind. */
function kindOf(version: string): string {
	return /^[0-9a-f]+$/i.test(version) ? `hash of ${version.length}` : "text";
}
