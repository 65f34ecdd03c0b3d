/** Where an action tells people what it does. The runner writes workflow commands, the terminal to stderr. */
export interface Log {
	info(message: string): void;
	/** Only shown where debug logging is on. */
	debug(message: string): void;
	warning(message: string): void;
	/** Hides a secret in all that is printed from now on. */
	mask(secret: string): void;
	/** Runs `work` inside a foldable group, which is closed whatever happens. */
	group<T>(name: string, work: () => Promise<T>): Promise<T>;
}

/** A log that keeps its lines, for tests and for callers that print later. */
export function recordingLog(): Log & { lines: string[] } {
	const lines: string[] = [];
	return {
		lines,
		info: (message) => void lines.push(message),
		debug: () => undefined,
		warning: (message) => void lines.push(`warning: ${message}`),
		mask: () => undefined,
		group: (name, work) => {
			lines.push(name);
			return work();
		},
	};
}
