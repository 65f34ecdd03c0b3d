import { expect, test } from "vitest";
import { showProgress } from "#src/actions/promote/progress.js";
import { CopyProgress } from "#src/registry/copy-progress.js";
import type { WaitedFor } from "#src/registry/transport.js";
import { recordingLog } from "#src/runner/log.js";

function shown(isTTY: boolean, waitingFor?: () => WaitedFor | undefined) {
	const progress = new CopyProgress();
	const log = recordingLog();
	const written: string[] = [];
	const steps: number[] = [];
	let tick = () => {};
	const stream = { isTTY, write: (text: string) => written.push(text) };
	const every = (milliseconds: number, work: () => void) => {
		steps.push(milliseconds);
		tick = work;
		return () => {
			tick = () => {};
		};
	};
	const view = showProgress(progress, log, stream, every, waitingFor);
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

test("while nothing moves: for whom one waits, and for how long", () => {
	let waited: WaitedFor | undefined;
	const ticks = (s: ReturnType<typeof shown>, count: number, step: number) => {
		for (let at = 0; at < count; at += 1) {
			if (waited !== undefined) waited.milliseconds += step;
			s.tick();
		}
	};
	const s = shown(false, () => waited);
	ticks(s, 20, 5000);
	expect(s.log.lines).toEqual([]);
	waited = { host: "r.example", milliseconds: 0 };
	ticks(s, 12, 5000);
	// It answers, and stops again.
	waited.milliseconds = 0;
	ticks(s, 6, 5000);
	s.progress.add(2000);
	ticks(s, 7, 5000);
	expect(s.log.lines).toEqual([
		"Copying: waiting for r.example for 30 s",
		"Copying: waiting for r.example for 60 s",
		"Copying: waiting for r.example for 30 s",
		"Copying: 0 bytes of 2.0 kB, 0 of 1 blobs",
		"Copying: 0 bytes of 2.0 kB, 0 of 1 blobs, waiting for r.example for 30 s",
	]);

	waited.milliseconds = 0;
	const t = shown(true, () => waited);
	t.progress.add(2000);
	ticks(t, 26, 250);
	waited.milliseconds = 0;
	ticks(t, 1, 250);
	const line = "\rCopying: 0 bytes of 2.0 kB, 0 of 1 blobs";
	expect(t.written).toEqual([
		`${line}\u001b[K`,
		`${line}, waiting for r.example for 5 s\u001b[K`,
		`${line}, waiting for r.example for 6 s\u001b[K`,
		`${line}\u001b[K`,
	]);
});
