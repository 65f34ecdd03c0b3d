#!/usr/bin/env node
import module from "node:module";
import { isAbsolute, join } from "node:path";
import { keepYoungSmall } from "../runner/young-generation.js";

/** The oldest Node that the code runs on; an older one would fail in words that help nobody. */
const OLDEST_NODE = 24;

if (Number(process.versions.node.split(".")[0]) < OLDEST_NODE) {
	process.stderr.write(
		`sluice: this is Node ${process.versions.node}, and Node ${OLDEST_NODE} or newer is needed\n`,
	);
	process.exitCode = 2;
} else {
	// Before it grows with the code that is loaded, and before the cache below: V8 takes no code of it that was
	// compiled under other flags, and Node keeps that of each set of flags in a folder of its own.
	if (process.argv[2] === "evidence") keepYoungSmall();
	// What V8 compiled is kept for the next call, in a folder that is the user's own: nobody else may put code there.
	const home = process.env.HOME ?? process.env.USERPROFILE ?? "";
	if (isAbsolute(home) && process.env.NODE_V8_COVERAGE === undefined)
		module.enableCompileCache(join(home, ".cache", "sluice", "compiled"));
	// Loaded only now: what it imports does not load in an old Node.
	const [{ sluice }, { written }] = await Promise.all([import("./sluice.js"), import("./output.js")]);
	process.exitCode = await sluice(process.argv.slice(2));
	// Output that goes into a pipe must be written whole. Then nothing is left to do, and taking down all that Node
	// holds would take several milliseconds.
	await written();
	process.exit();
}
