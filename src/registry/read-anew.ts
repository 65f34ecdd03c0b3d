import { type HttpResponse, readBody } from "./answer.js";
import { RegistryError } from "./registry-error.js";
import { delayAfter } from "./retry.js";
import { isSilence } from "./unreachable.js";

/** What waiting needs; all in milliseconds. */
export interface Patience {
	/** Ends early, with its reason, when the signal is aborted. */
	sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
	now(): number;
	/** From 0 to below 1. */
	random(): number;
}

/**
 * An answer with its whole body, undefined if that has more than `limit` bytes. It is asked for again when the
 * connection breaks, or stands still, in the middle of it; the attempts are bounded.
 * @throws RegistryError `registry-unreachable`; what `send` throws
 */
export async function readAnew(
	send: () => Promise<HttpResponse>,
	limit: number,
	{ sleep, now, random }: Patience,
	signal?: AbortSignal,
): Promise<{ response: HttpResponse; body: Buffer | undefined }> {
	for (let attempts = 1; ; attempts += 1) {
		const response = await send();
		try {
			return { response, body: await readBody(response, limit) };
		} catch (error) {
			const delay = delayAfter({ attempts, silent: isSilence(error), now: now(), random: random() });
			if (!(error instanceof RegistryError) || !error.passing || delay === undefined) throw error;
			await sleep(delay, signal);
		}
	}
}
