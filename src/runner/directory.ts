import { statSync } from "node:fs";
import { resolve } from "node:path";
import { UserError } from "./errors.js";
import type { Inputs } from "./inputs.js";

/** `working-directory` within `base`; a UserError when there is no such folder. */
export function workingDirectory(base: string, inputs: Inputs): string {
	const given = inputs.text("working-directory") ?? ".";
	const directory = resolve(base, given);
	if (statSync(directory, { throwIfNoEntry: false })?.isDirectory() === true) return directory;
	throw new UserError("working-directory-missing", `There is no folder '${given}' in the workspace`, {
		input: "working-directory",
		hint: "Check the name, and that actions/checkout ran before this step.",
	});
}
