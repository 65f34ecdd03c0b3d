#!/usr/bin/env node
/** The oldest Node that the code runs on; an older one would fail in words that help nobody. */
const OLDEST_NODE = 24;

if (Number(process.versions.node.split(".")[0]) < OLDEST_NODE) {
	process.stderr.write(
		`sluice: this is Node ${process.versions.node}, and Node ${OLDEST_NODE} or newer is needed\n`,
	);
	process.exitCode = 2;
} else {
	// Loaded only now: what it imports does not load in an old Node.
	const { sluice } = await import("./sluice.js");
	// The exit code is set rather than process.exit called: output that goes into a pipe must be written whole.
	process.exitCode = await sluice(process.argv.slice(2));
}

export {};
