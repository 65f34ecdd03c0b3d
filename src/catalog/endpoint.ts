import type { z } from "zod";
import type { endpointSchema } from "./manifest.js";
import { dotted } from "./schema-problems.js";
import type { Endpoint } from "./service.js";
import type { DataPath } from "./yaml.js";

/** A command as people write it becomes one that can be run. Pure. */

export const DEFAULT_SHELL: readonly string[] = ["bash", "-eo", "pipefail", "-c"];
/** What a variable of the environment may be called. */
export const VARIABLE_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Variables that `run` sets for every command. */
export const RESERVED = "SLUICE_";
/** The longest time that Node's timers can wait for, in seconds. */
const LONGEST = 2_147_483;

export type WrittenEndpoint = z.infer<typeof endpointSchema>;

/** Where what is wrong goes. */
export type ReportError = (code: string, message: string, path: DataPath, hint?: string) => void;

/** The endpoint that stands at `path` of a manifest, with every default. */
export function endpointOf(path: DataPath, written: WrittenEndpoint, error: ReportError): Endpoint {
	if (typeof written === "string")
		return { run: written, shell: DEFAULT_SHELL, timeout: undefined, env: {}, retries: 0 };
	for (const name of Object.keys(written.env ?? {})) {
		if (name.startsWith(RESERVED)) {
			error(
				"env-reserved",
				`'${name}' is set by run, which nothing overrides`,
				[...path, "env", name],
				`Choose a name that does not begin with ${RESERVED}.`,
			);
		}
		if (VARIABLE_NAME.test(name)) continue;
		error(
			"env-name",
			`'${name}' can't be the name of a variable`,
			[...path, "env", name],
			"Use letters, digits and _.",
		);
	}
	return {
		run: written.run,
		shell: shellOf([...path, "shell"], written.shell, error),
		timeout: secondsOf([...path, "timeout"], written.timeout, error),
		env: written.env ?? {},
		retries: written.retries ?? 0,
	};
}

function shellOf(path: DataPath, written: string | undefined, error: ReportError): readonly string[] {
	if (written === undefined) return DEFAULT_SHELL;
	if (/["'\\]/.test(written) || written.trim() === "") {
		error(
			"shell-invalid",
			`'${dotted(path)}' is empty, or holds quotes or backslashes`,
			path,
			"It is split at blanks only, such as `sh -e -c`.",
		);
	}
	return written.trim().split(/\s+/);
}

function secondsOf(
	path: DataPath,
	written: number | string | undefined,
	error: ReportError,
): number | undefined {
	if (written === undefined) return undefined;
	const match = /^(\d+)([smh])$/.exec(String(written));
	const unit = match?.[2] === "h" ? 3600 : match?.[2] === "m" ? 60 : 1;
	const seconds = typeof written === "number" ? written : Number(match?.[1]) * unit;
	if (Number.isSafeInteger(seconds) && seconds > 0 && seconds <= LONGEST) return seconds;
	error("timeout-invalid", `'${dotted(path)}' is '${written}'`, path, "Write 90s, 10m or 1h.");
	return undefined;
}
