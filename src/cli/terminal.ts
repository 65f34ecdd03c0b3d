import type { Log } from "../runner/log.js";

/** A log for people: lines on stderr, so that stdout holds the result alone. Secrets are replaced by `***`. */
export function terminalLog(stream: { write(text: string): unknown }): Log {
	const secrets = new Set<string>();
	const write = (text: string) => {
		let shown = text;
		for (const secret of secrets) shown = shown.replaceAll(secret, "***");
		// Escape sequences from foreign output could rewrite the screen.
		// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
		stream.write(`${shown.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "")}\n`);
	};
	return {
		info: write,
		debug: () => undefined,
		warning: (message) => write(`warning: ${message}`),
		mask: (secret) => {
			if (secret !== "") secrets.add(secret);
		},
		group: (name, work) => {
			write(name);
			return work();
		},
	};
}
