import { expect, test } from "vitest";
import { showProgress } from "#src/actions/promote/progress.js";
import { CopyProgress } from "#src/registry/copy-progress.js";
import { recordingLog } from "#src/runner/log.js";

function shown(isTTY: boolean) {
	const progress = new CopyProgress();
	const log = recordingLog();
	const written: string[] = [];
	const steps: number[] = [];
	let tick = () => {};
	const stream = { isTTY, write: (text: string) => written.push(text) };
	const view = showProgress(progress, log, stream, (milliseconds, work) => {
		steps.push(milliseconds);
		tick = work;
		return () => {
			tick = () => {};
		};
	});
	return { progress, log, written, steps, view, tick: () => tick() };
}

test("in a log: a line every few seconds, none while nothing changes, none at the end", () => {
	const s = shown(false);
	s.tick();
	s.progress.add(2_000_000);
	s.progress.add(1_000_000);
	s.progress.moved(1_500_000);
	s.tick();
	s.tick();
	s.progress.done(500_000);
	s.tick();
	s.progress.done(1_000_000);
	s.tick();
	expect(s.log.lines).toEqual([
		"Copying: 1.5 MB of 3.0 MB, 0 of 2 blobs",
		"Copying: 2.0 MB of 3.0 MB, 1 of 2 blobs",
	]);
	expect([s.written, s.steps]).toEqual([[], [5000]]);
});

test("in a terminal: one line, which other lines and the end take away", () => {
	const s = shown(true);
	s.progress.add(2000);
	s.tick();
	s.view.log.info("an image is there");
	s.progress.moved(1000);
	s.tick();
	s.view.stop();
	s.tick();
	expect(s.written).toEqual([
		"\rCopying: 0 bytes of 2.0 kB, 0 of 1 blobs\u001b[K",
		"\r\u001b[K",
		"\rCopying: 1.0 kB of 2.0 kB, 0 of 1 blobs\u001b[K",
		"\r\u001b[K",
	]);
	expect(s.log.lines).toEqual(["an image is there"]);
});
