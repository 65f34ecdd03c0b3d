import type { CopySession } from "./copy-session.js";

export interface CopyOptions {
	session: CopySession;
	/**
	 * The caller knows that the root stands at the destination with all that it reaches (its tags already point
	 * at it). Its contents are then not looked at; referrers are, if wanted.
	 */
	complete?: boolean | undefined;
	/**
	 * Also what refers to the root and to its children: signatures, attestations. Cosign's tags for them too, but
	 * where the contents are complete only if the registry lists nothing by itself. Default false.
	 */
	referrers?: boolean | undefined;
	/** Stops between requests and in the middle of a blob. */
	signal?: AbortSignal | undefined;
}

/** A referrer that stands at the destination now. */
export interface CopiedReferrer {
	digest: string;
	artifactType: string | undefined;
	subject: string;
	/** False when it was there, and listed, before. */
	attached: boolean;
}

/** Something that the source names and that was not copied. */
export interface LeftOut {
	digest: string;
	reason:
		| "non-distributable"
		| "child-missing"
		| "referrer-missing"
		| "referrer-of-another"
		| "cosign-tag-differs";
}

export interface CopyResult {
	/** Of blobs and manifests: sent, taken from another repository there, found there. */
	bytes: { moved: number; mounted: number; present: number };
	/** Whether the destination is another than before. */
	changed: boolean;
	referrers: CopiedReferrer[];
	leftOut: LeftOut[];
}
