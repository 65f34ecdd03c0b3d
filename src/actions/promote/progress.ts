import { type CopyProgress, progressLine } from "../../registry/copy-progress.js";
import type { Log } from "../../runner/log.js";

/** Between two lines of a log, and two states of a terminal's line, in milliseconds. */
const LOG_STEP = 5_000;
const TERMINAL_STEP = 250;

export interface ShownProgress {
	/** The log, which takes the live line away before it writes. */
	log: Log;
	stop(): void;
}

/**
 * Shows how far a copy is: in a terminal as a line that changes, in a log as a line every few seconds. Nothing is
 * shown while nothing changes, nor when all has arrived. `every` runs work again and again, until what it returns
 * is called.
 */
export function showProgress(
	progress: CopyProgress,
	log: Log,
	stream: { isTTY?: boolean | undefined; write(text: string): unknown },
	every: (milliseconds: number, work: () => void) => () => void,
): ShownProgress {
	const isLive = stream.isTTY === true;
	let last = "";
	let isShown = false;
	const clear = () => {
		if (isShown) stream.write("\r\u001b[K");
		isShown = false;
	};
	const stop = every(isLive ? TERMINAL_STEP : LOG_STEP, () => {
		const { blobs, blobsDone, ...rest } = progress.snapshot();
		const line = `Copying: ${progressLine({ blobs, blobsDone, ...rest })}`;
		if (blobs === blobsDone) return clear();
		if (line === last) return;
		last = line;
		if (!isLive) return log.info(line);
		stream.write(`\r${line}\u001b[K`);
		isShown = true;
	});
	const first =
		<A extends unknown[]>(write: (...args: A) => void) =>
		(...args: A) => {
			clear();
			write(...args);
		};
	return {
		log: { ...log, info: first((text) => log.info(text)), warning: first((text) => log.warning(text)) },
		stop() {
			stop();
			clear();
		},
	};
}
