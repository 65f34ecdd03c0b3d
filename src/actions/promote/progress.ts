import { type CopyProgress, progressLine } from "../../registry/copy-progress.js";
import type { WaitedFor } from "../../registry/transport.js";
import type { Log } from "../../runner/log.js";

/** Between two lines of a log, and two states of a terminal's line, in milliseconds. */
const LOG_STEP = 5_000;
const TERMINAL_STEP = 250;
/** How long nothing has moved before it is said, and said again, for which host one waits, in milliseconds. */
const LOG_WAIT = 30_000;
const TERMINAL_WAIT = 5_000;

export interface ShownProgress {
	/** The log, which takes the live line away before it writes. */
	log: Log;
	stop(): void;
}

/**
 * Shows how far a copy is: in a terminal as a line that changes, in a log as a line every few seconds. While nothing
 * changes, or nothing is copied, it is shown which host is waited for and for how long, if one is. `every` runs work
 * again and again, until what it returns is called.
 */
export function showProgress(
	progress: CopyProgress,
	log: Log,
	stream: { isTTY?: boolean | undefined; write(text: string): unknown },
	every: (milliseconds: number, work: () => void) => () => void,
	waitingFor: () => WaitedFor | undefined = () => undefined,
): ShownProgress {
	const isLive = stream.isTTY === true;
	const step = isLive ? TERMINAL_STEP : LOG_STEP;
	const patience = isLive ? TERMINAL_WAIT : LOG_WAIT;
	let last = "";
	/** Milliseconds for which nothing has changed. */
	let still = 0;
	/** What of these has been shown. */
	let said = 0;
	let isShown = false;
	const clear = () => {
		if (isShown) stream.write("\r\u001b[K");
		isShown = false;
	};
	const show = (line: string) => {
		if (!isLive) return log.info(line);
		stream.write(`\r${line}\u001b[K`);
		isShown = true;
	};
	const stop = every(step, () => {
		const { blobs, blobsDone, ...rest } = progress.snapshot();
		const line = `Copying: ${progressLine({ blobs, blobsDone, ...rest })}`;
		const isIdle = blobs === blobsDone;
		if (line !== last) {
			last = line;
			still = 0;
			said = 0;
			return isIdle ? clear() : show(line);
		}
		still += step;
		const waited = waitingFor();
		const time = Math.min(still, waited?.milliseconds ?? 0);
		if (time < patience) {
			// What was said of a host is over.
			if (isShown && said > 0) isIdle ? clear() : show(line);
			said = 0;
		} else if (time - said >= (isLive ? 1000 : patience)) {
			said = time;
			const wait = `waiting for ${waited?.host} for ${Math.floor(time / 1000)} s`;
			show(isIdle ? `Copying: ${wait}` : `${line}, ${wait}`);
		}
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
