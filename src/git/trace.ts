/** What git tells of itself by trace2 (https://git-scm.com/docs/api-trace2), which costs no process of its own. */

/** The descriptor that git writes its events to: the first after the three that everybody has. */
export const TRACE_FD = 3;

/** The settings of remotes that matter here, as trace2's patterns. */
export const REMOTE_SETTINGS = "remote.*.url,remote.*.partialclonefilter";

/** A setting of our own. git tells those of its command line last, so all others were told before it. */
const LAST = "sluice.traced";

/** git is told this before its command, so that the end of its settings is seen. */
export const TRACED_CONFIG: readonly string[] = ["-c", `${LAST}=true`];

export type Setting = readonly [key: string, value: string];

/** What git tells when it begins. */
export interface RepositoryTrace {
	/** The root of the working tree, without links; undefined in a bare repository. */
	worktree: string | undefined;
	settings: readonly Setting[];
}

/** The environment in which git writes its events, as lines of JSON, with the values of the settings that are named. */
export function traceEnvironment(settings: string | undefined): Record<string, string> {
	if (settings === undefined) return {};
	return {
		GIT_TRACE2_EVENT: String(TRACE_FD),
		GIT_TRACE2_EVENT_BRIEF: "1",
		GIT_TRACE2_CONFIG_PARAMS: `${settings},${LAST}`,
		GIT_TRACE2_ENV_VARS: "",
	};
}

/** The trace of a git that was given `TRACED_CONFIG`, once all of its beginning is there. */
export function completeTrace(trace: string): RepositoryTrace | undefined {
	if (!trace.includes(`"${LAST}"`) || !trace.endsWith("\n")) return undefined;
	const settings = tracedSettings(trace);
	if (!settings.some(([key]) => key === LAST)) return undefined;
	const [worktree] = events(trace, "def_repo").flatMap((event) =>
		typeof event.worktree === "string" ? [event.worktree] : [],
	);
	return { worktree, settings };
}

/** The settings that a trace tells. */
export function tracedSettings(trace: string): Setting[] {
	return events(trace, "def_param").flatMap(({ param, value }): Setting[] =>
		typeof param === "string" && typeof value === "string" ? [[param, value]] : [],
	);
}

function events(trace: string, name: string): Record<string, unknown>[] {
	return trace.split("\n").flatMap((line) => {
		if (!line.includes(`"${name}"`)) return [];
		const event: unknown = JSON.parse(line);
		const isEvent = typeof event === "object" && event !== null && "event" in event && event.event === name;
		return isEvent ? [event as Record<string, unknown>] : [];
	});
}
