import { UserError } from "../runner/errors.js";
import { isMissing } from "./layout-files.js";
import { hasRegistryCode } from "./registry-error.js";

/** How registries say themselves that they have no such manifest; Harbor's word is the second. */
const UNKNOWN = ["MANIFEST_UNKNOWN", "NOT_FOUND"];

/** Whether a source has failed only because it does not have what was asked for. */
export function isAbsent(error: unknown): boolean {
	return error instanceof UserError && (error.code === "not-found" || isMissing(error));
}

/**
 * Whether a source says in its own words that it does not have a manifest. A bare 404 does not: it may be that of a
 * proxy, or of a storage that the registry led to.
 */
export function isGap(error: unknown): boolean {
	return isAbsent(error) && (isMissing(error) || hasRegistryCode(error, ...UNKNOWN));
}
