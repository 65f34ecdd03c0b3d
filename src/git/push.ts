import { UserError } from "../runner/errors.js";
import type { Git } from "./git.js";
import { GitError } from "./process.js";

/** One reference that is to be made (`before` null) or moved, by compare-and-swap. */
export interface RefChange {
	/** `refs/tags/v1.4.0`. */
	ref: string;
	/** The object that the reference must name now; null: there must be none of this name. */
	before: string | null;
	after: string;
}

/** Why changes were not written, or may not have been: only the references themselves tell. */
export interface WriteFailure {
	error: UserError;
	/** Whether the same changes may succeed if they are sent again. */
	passing: boolean;
}

/** Writes all of the changes at the remote or none of them. Undefined is success. */
export type RefWriter = (changes: readonly RefChange[]) => Promise<WriteFailure | undefined>;

/** Writes references at `origin` by one atomic push with a lease for each. */
export function pushWriter(git: Git): RefWriter {
	return async (changes) => {
		try {
			await git.run([
				"push",
				"--quiet",
				"--atomic",
				"--no-verify",
				"--no-follow-tags",
				"--recurse-submodules=no",
				...changes.map(({ ref, before }) => `--force-with-lease=${ref}:${before ?? ""}`),
				"origin",
				"--",
				...changes.map(({ ref, after }) => `${after}:${ref}`),
			]);
			return undefined;
		} catch (error) {
			if (error instanceof GitError) return { error: pushError(error), passing: false };
			throw error;
		}
	};
}

function pushError(cause: GitError): UserError {
	const words = cause.stderr.slice(0, 2000);
	const forbidden = /403|denied|not allowed|permission|GH013|protected/i.test(words);
	return new UserError("publish-failed", `The tags were not made at origin: ${words}`, {
		fault: "outside",
		// The cause's own words may hold a URL with a password.
		cause: new Error(words),
		hint: forbidden
			? "The job needs 'permissions: contents: write', and the repository's rules must let it create these tags."
			: "Nothing was made: run the step again.",
	});
}
