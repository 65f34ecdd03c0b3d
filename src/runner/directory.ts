import { statSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { UserError } from "./errors.js";
import type { Inputs } from "./inputs.js";

/**
 * The folder that `working-directory` names in `base`; a UserError when there is none. In a workflow it stays `inside`
 * the workspace: outside of it there is no checkout, and what is judged there is not this commit.
 */
export function workingDirectory(base: string, inputs: Inputs, inside: boolean): string {
	const given = inputs.text("working-directory") ?? ".";
	const directory = resolve(base, given);
	const away = relative(resolve(base), directory);
	if (inside && (away === ".." || away.startsWith(`..${sep}`))) {
		throw new UserError("working-directory-outside", `The folder '${given}' is outside of the workspace`, {
			input: "working-directory",
			hint: "Name a folder of the checkout.",
		});
	}
	if (statSync(directory, { throwIfNoEntry: false })?.isDirectory() === true) return directory;
	throw new UserError("working-directory-missing", `There is no folder '${given}' in the workspace`, {
		input: "working-directory",
		hint: "Check the name, and that actions/checkout ran before this step.",
	});
}
