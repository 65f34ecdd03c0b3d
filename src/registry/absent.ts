import { UserError } from "../runner/errors.js";
import { isMissing } from "./layout-files.js";

/** Whether a source has failed only because it does not have what was asked for. */
export function isAbsent(error: unknown): boolean {
	return error instanceof UserError && (error.code === "not-found" || isMissing(error));
}
