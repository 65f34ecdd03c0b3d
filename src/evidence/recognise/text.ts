import type { Recognised } from "../formats.js";

/** Formats of lines. Pure. */

/** Events of `go test -json` (go doc test2json). */
const GO_ACTIONS = new Set([
	"start",
	"run",
	"pause",
	"cont",
	"pass",
	"bench",
	"fail",
	"output",
	"skip",
	"attr",
	"artifacts",
	"build-output",
	"build-fail",
]);

/** Events of Dart's reporter (pub.dev/packages/test, json_reporter.md). */
const DART_TYPES = new Set([
	"start",
	"suite",
	"loading",
	"group",
	"testStart",
	"testDone",
	"allSuites",
	"print",
	"error",
	"debug",
	"done",
]);

/** As many lines that are no report (build output, a script's echo) may stand before its first one. */
const NOISE_LINES = 1000;

/** The format of text that begins so; undefined where it is none of lines. */
export function recogniseText(text: string): Recognised | undefined {
	const lines = text.split(/\r?\n/, NOISE_LINES);
	const first = lines.find((line) => line.trim() !== "" && !line.startsWith("#"))?.trim() ?? "";
	if (/^(TN|SF):/.test(first)) return { format: "lcov" };
	if (/^mode:\s*(set|count|atomic)\s*$/.test(first)) return { format: "go-coverprofile" };
	const other = otherText(first);
	if (other !== undefined) return other;
	if (isTap(first)) return { format: "tap" };
	for (const [index, line] of lines.entries()) {
		// TAP's version line and events stand alone, so that what was printed before them does no harm.
		if (/^TAP version \d+\s*$/.test(line)) return { format: "tap" };
		const event = eventOf(line, index === lines.length - 1);
		if (event !== undefined) return { format: event };
	}
	return undefined;
}

function isTap(line: string): boolean {
	return /^TAP version \d+/.test(line) || /^\d+\.\.\d+(\s|$)/.test(line) || /^(not )?ok\b(?!:)/.test(line);
}

/** An event of Go or Dart: an object on one line. Only the text's last line may be cut off. */
function eventOf(line: string, last: boolean): "go-test-json" | "dart-json" | undefined {
	const trimmed = line.trim();
	if (!trimmed.startsWith("{")) return undefined;
	if (trimmed.endsWith("}") && trimmed.length < 64 * 1024) {
		try {
			return eventOfValue(JSON.parse(trimmed) as unknown);
		} catch {
			// No object alone on its line.
		}
	}
	if (!last) return undefined;
	const action = /^\{(?:[^{}]*,)?\s*"Action"\s*:\s*"([a-z-]+)"/.exec(trimmed.slice(0, 4096))?.[1];
	return action !== undefined && GO_ACTIONS.has(action) ? "go-test-json" : undefined;
}

function eventOfValue(value: unknown): "go-test-json" | "dart-json" | undefined {
	if (typeof value !== "object" || value === null) return undefined;
	const event = new Map<string, unknown>(Object.entries(value));
	const action = event.get("Action");
	if (typeof action === "string" && GO_ACTIONS.has(action)) return "go-test-json";
	const type = event.get("type");
	if (typeof type === "string" && DART_TYPES.has(type) && typeof event.get("time") === "number")
		return "dart-json";
	return undefined;
}

function otherText(first: string): Recognised | undefined {
	if (/^\S+\.go:\d+:\s+\S+\s+\d+\.\d+%$/.test(first)) {
		return {
			looks: "is the output of go tool cover -func, which has no lines",
			advice: "Pass the profile itself (go test -coverprofile=FILE).",
		};
	}
	if (/^(ok|FAIL|---|===|\?)\s.*\t/.test(first)) {
		return {
			looks: "is the plain output of go test",
			advice: "Use go test -json, or gotestsum --junitfile.",
		};
	}
	if (/^-:\s+0:Source:/.test(first)) {
		return { looks: "is gcov's text", advice: "Make a report: lcov --capture, or gcovr --cobertura." };
	}
	if (first.startsWith("!coverage.py:")) {
		return {
			looks: "is coverage.py's own data file",
			advice: "Make a report of it: coverage xml, coverage lcov or coverage json.",
		};
	}
	return undefined;
}
