/** Every secret that the client holds: hidden in the log before it is used, and taken out of error texts. */
export interface Secrets {
	/** Registers a secret. Empty ones are ignored. */
	add(...secrets: readonly string[]): void;
	/** The text without any registered secret. */
	scrub(text: string): string;
}

/** Below this a "secret" would blot out ordinary words of an error; the log's mask still gets it. */
const MIN_SCRUBBED_LENGTH = 4;

/** `mask` hides a text in all that the runner prints from then on. */
export function createSecrets(mask: (secret: string) => void): Secrets {
	const known = new Set<string>();
	return {
		add(...secrets) {
			for (const secret of secrets) {
				for (const part of new Set([secret, ...secret.split(/\r?\n/)])) {
					if (part.trim() === "" || known.has(part)) continue;
					known.add(part);
					mask(part);
				}
			}
		},
		scrub(text) {
			let clean = text;
			const longestFirst = [...known].sort((a, b) => b.length - a.length);
			for (const secret of longestFirst) {
				if (secret.length >= MIN_SCRUBBED_LENGTH) clean = clean.replaceAll(secret, "***");
			}
			return clean;
		},
	};
}
