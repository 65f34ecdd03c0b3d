import { type Problem, problem } from "./problem.js";

/**
 * All outputs of one action together stay below 48 kB as JSON: a runner hands `toJSON(needs)` on as one
 * environment string, and Linux refuses one of 128 KiB (MAX_ARG_STRLEN) before the action starts.
 */
export const OUTPUT_LIMIT = 48_000;

/**
 * The outputs that fit. What does not fit is never cut: the largest outputs are left empty, one by one,
 * until the rest fits, and a problem names each of them.
 */
export function fitOutputs(outputs: Readonly<Record<string, string>>): {
	outputs: Map<string, string>;
	problems: Problem[];
} {
	const fitted = new Map(Object.entries(outputs));
	const problems: Problem[] = [];
	while (jsonBytes(fitted) > OUTPUT_LIMIT) {
		const [name, value] = [...fitted].reduce((a, b) => (b[1].length > a[1].length ? b : a));
		if (value === "") break;
		fitted.set(name, "");
		problems.push(
			problem(
				"warning",
				"output-too-large",
				`Output '${name}' has ${Buffer.byteLength(value)} bytes and is left empty`,
				{
					hint: `All outputs of a step together must stay below ${OUTPUT_LIMIT} bytes. Read it from the file of 'result-file', which can be uploaded as an artifact.`,
				},
			),
		);
	}
	return { outputs: fitted, problems };
}

function jsonBytes(outputs: ReadonlyMap<string, string>): number {
	return Buffer.byteLength(JSON.stringify(Object.fromEntries(outputs)));
}

/** A path of the working directory as other actions need it: they know only the workspace. */
export function inWorkspace(path: string, workingDirectory: string): string {
	const folder = workingDirectory.replace(/\/+$/, "");
	return folder === "." || folder === "" ? path : `${folder}/${path}`;
}
