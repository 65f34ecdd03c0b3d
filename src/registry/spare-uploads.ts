import type { Repository } from "./name.js";
import type { UploadSession } from "./uploads.js";

/**
 * Uploads that were opened to see whether one may write: the first blob for the repository uses it, so the proof
 * costs no request of its own.
 */
export class SpareUploads {
	readonly #open = new Map<string, { to: Repository; session: UploadSession }>();

	/** One for a repository; there must be none yet. */
	add(to: Repository, session: UploadSession): void {
		this.#open.set(keyOf(to), { to, session });
	}

	/** The repository's, which then belongs to the caller. */
	take(to: Repository): UploadSession | undefined {
		const found = this.#open.get(keyOf(to));
		this.#open.delete(keyOf(to));
		return found?.session;
	}

	/** All that nobody took. They belong to the caller, who gives them up. */
	takeAll(): { to: Repository; session: UploadSession }[] {
		const rest = [...this.#open.values()];
		this.#open.clear();
		return rest;
	}
}

function keyOf({ registry, repository }: Repository): string {
	return `${registry}/${repository}`;
}
