import { quote } from "../../runner/inputs.js";

/** Coverage that was read and tells of no file of the repository: another finding than no coverage. Pure. */

/** What stands in a message, with one of the paths that the reports name. */
export function noFileMatched(path: string): string {
	return `no file of the coverage reports is a file of the repository (they name ${quote(path)})`;
}

/** The smallest step that mends it. */
export const MATCH_FIX =
	"Check out the commit that was tested, and let the tool write paths relative to the repository or the service.";
