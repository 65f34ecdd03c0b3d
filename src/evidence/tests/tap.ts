import { readLines } from "../text.js";
import { MESSAGE_LIMIT, NOTABLE_LIMIT, type TestCollector } from "./report.js";
import { TapDiagnostic } from "./tap-diagnostic.js";
import { failedItself, note, told } from "./tap-failure.js";
import { complaintOf, countPoint, type Failing, type Level, levelNamed } from "./tap-level.js";
import { parseTapLine, type TapContent, type TestPoint } from "./tap-line.js";

/**
 * TAP 12 to 14 (https://testanything.org/tap-version-14-specification.html), as Node's runner, node-tap, tape,
 * bats and Perl's Test::More write it. The innermost test points are the tests; a point that ends a subtest
 * only sums it up, unless it failed and nothing in it did. A failing TODO is a skipped test, and so is
 * everything that fails inside of one. No plan, a plan that is not kept, and `Bail out!` are errors.
 */

/** Reads one report into the collector. It never throws for what is no TAP: then there is no plan, an error. */
export async function readTap(
	source: AsyncIterable<Uint8Array>,
	file: string,
	collector: TestCollector,
): Promise<void> {
	const reader = new TapReader(collector);
	for await (const lines of readLines(source, file)) for (const line of lines) reader.line(line);
	reader.end();
}

class TapReader {
	readonly #collector: TestCollector;
	/** The outermost first; never empty. */
	#levels: Level[] = [levelNamed("")];
	/** The block that is being read. */
	#yaml: TapDiagnostic | undefined;
	/** Whether the block holds a line that would else be a failure. */
	#swallowed = false;
	/** The level that the point which comes now ends. */
	#ended: Level | undefined;
	#bailed = false;
	#strict = false;
	#begun = false;

	constructor(collector: TestCollector) {
		this.#collector = collector;
	}

	line(line: string): void {
		if (this.#yaml !== undefined && this.#inYaml(this.#yaml, line)) return;
		const { level, content } = parseTapLine(line);
		switch (content.kind) {
			case "blank":
				return;
			case "other":
				this.#other(line, content.text);
				return;
			case "comment": {
				const pending = this.#levels.at(-1)?.pending;
				if (pending !== undefined && level === this.#levels.length - 1) note(pending, content.text);
				return;
			}
			case "bail-out":
				this.#bailOut(content.reason);
				return;
			default:
				this.#content(level, content);
		}
	}

	end(): void {
		if (this.#yaml !== undefined && !this.#bailed) {
			this.#error("TAP", "The report ends inside of a diagnostic block: it was cut off");
			this.#yaml = undefined;
		}
		this.#endDocument();
	}

	#inYaml(yaml: TapDiagnostic, line: string): boolean {
		const indent = line.length - line.trimStart().length;
		if (indent === yaml.indent && line.trimEnd().length === indent + 3 && line.startsWith("...", indent)) {
			this.#yaml = undefined;
			return true;
		}
		// A block that never ends must not swallow the tests after it.
		if (indent < yaml.indent && indent < line.length) {
			this.#yaml = undefined;
			if (this.#swallowed)
				this.#error("TAP", "A diagnostic block has no end and holds what may be failed tests");
			return false;
		}
		yaml.add(line);
		this.#swallowed ||= /^\s*(?:not ok\b|bail out!)/i.test(line);
		return true;
	}

	#content(level: number, content: TapContent): void {
		const top = this.#levels.length - 1;
		if (level > top) {
			if (content.kind === "close" || content.kind === "open" || content.kind === "pragma") return;
			while (this.#levels.length - 1 < level) this.#open(content);
		} else if (level < top) this.#closeTo(level, content);
		const current = this.#levels.at(-1);
		if (current === undefined) return;
		switch (content.kind) {
			case "point":
				this.#settle(current);
				this.#point(current, content);
				break;
			case "plan":
				this.#settle(current);
				this.#plan(current, content);
				break;
			case "subtest":
				this.#settle(current);
				current.announced = content.name;
				break;
			case "version":
				// Several reports in one file: each begins with its version.
				if (level === 0 && this.#begun) this.#endDocument();
				break;
			case "pragma":
				this.#strict = content.strict ?? this.#strict;
				break;
			case "open":
				if (current.pending !== undefined) current.pending.point.opensBlock = true;
				break;
		}
		if (content.kind !== "pragma") this.#begun = true;
	}

	/** Opens the level below: subtests of the point that announced them, of one with `{`, or of one to come. */
	#open(first: TapContent): void {
		const outer = this.#levels.at(-1);
		if (outer === undefined) return;
		const { pending } = outer;
		let name = outer.announced;
		if (pending?.point.opensBlock === true) name = pending.point.name;
		else {
			this.#settle(outer);
			// Perl's older Test::More announces a subtest inside of it.
			if (name === undefined && first.kind === "subtest") name = first.name;
		}
		this.#levels.push(levelNamed(joined(outer.name, name ?? "")));
	}

	/** Closes deeper levels: `next` is the point that ends them, or their end is missing. */
	#closeTo(level: number, next: TapContent): void {
		while (this.#levels.length - 1 > level) {
			const inner = this.#levels.pop();
			const outer = this.#levels.at(-1);
			if (inner === undefined || outer === undefined) return;
			this.#settle(inner);
			const direct = this.#levels.length - 1 === level;
			if (outer.pending?.point.opensBlock === true) {
				outer.pending.inner = inner;
				outer.pending.point.opensBlock = false;
			} else if (direct && next.kind === "point") this.#ended = inner;
			else this.#orphan(outer, inner);
		}
	}

	#orphan(outer: Level, inner: Level): void {
		this.#takeIn(outer, inner);
		if ((inner.count > 0 || (inner.plan ?? 0) > 0) && !this.#bailed)
			this.#fail(outer, "error", {
				name: inner.name === "" ? "(subtest)" : inner.name,
				message: "The subtest ends without its own result: the report was cut off or is damaged",
			});
	}

	#point(level: Level, point: TestPoint): void {
		const inner = this.#ended;
		this.#ended = undefined;
		countPoint(level, point.id);
		level.pending = { point, inner, diagnostic: undefined, comments: "" };
		level.announced = undefined;
		if (level === this.#levels[0] && level.plan !== undefined && level.planSkips !== undefined)
			level.complaint ??= "There are tests after a plan that skips all";
	}

	#plan(level: Level, plan: Extract<TapContent, { kind: "plan" }>): void {
		if (level.plan !== undefined) {
			level.complaint ??= "There is more than one plan";
			return;
		}
		level.plan = plan.count;
		if (plan.skip && plan.count === 0) level.planSkips = plan.reason;
	}

	/** Counts the last point of a level, now that nothing more can be said of it. */
	#settle(level: Level): void {
		const { pending } = level;
		if (pending === undefined) return;
		level.pending = undefined;
		const { point, inner, diagnostic } = pending;
		const own = point.name === "" ? `test ${point.id ?? level.count}` : point.name;
		const name = joined(level.name, own);
		const complaint = inner === undefined ? undefined : complaintOf(inner);
		if (inner !== undefined && inner.count > 0) {
			const excused = point.directive === "todo";
			if (excused) this.#excuse(inner);
			else this.#takeIn(level, inner);
			if (excused || point.directive === "skip") return;
			if (!point.ok && (inner.failed === 0 || failedItself(diagnostic)))
				this.#fail(level, "error", { name, ...told(pending, complaint) });
			else if (point.ok && complaint !== undefined) this.#fail(level, "error", { name, message: complaint });
			return;
		}
		if (point.directive !== undefined) {
			this.#collector.add("skipped", { name, ...(point.reason === "" ? {} : { message: point.reason }) });
		} else if (!point.ok) this.#fail(level, "failed", { name, ...told(pending, complaint) });
		else if (complaint !== undefined) this.#fail(level, "error", { name, message: complaint });
		// Node calls a suite with nothing in it passed.
		else if (diagnostic?.value("type") !== "suite") this.#collector.add("passed", { name });
	}

	#fail(level: Level, status: Failing["status"], test: Failing["test"]): void {
		level.failed++;
		if (this.#levels[0] === level || level.failing.length >= NOTABLE_LIMIT) this.#collector.add(status, test);
		else level.failing.push({ status, test });
	}

	#takeIn(outer: Level, inner: Level): void {
		for (const { status, test } of inner.failing) this.#fail(outer, status, test);
		outer.failed += inner.failed - inner.failing.length;
	}

	#excuse(inner: Level): void {
		for (const { test } of inner.failing) this.#collector.add("skipped", test);
	}

	#bailOut(reason: string): void {
		if (this.#bailed) return;
		this.#bailed = true;
		this.#begun = true;
		this.#error("Bail out!", reason === "" ? "The run was given up" : reason.slice(0, MESSAGE_LIMIT));
	}

	#other(line: string, text: string): void {
		const indent = line.length - line.trimStart().length;
		const current = this.#levels.at(-1);
		const base = (this.#levels.length - 1) * 4;
		if (current?.pending !== undefined && indent > base) {
			if (line.trim() === "---" && current.pending.diagnostic === undefined) {
				this.#yaml = new TapDiagnostic(indent);
				this.#swallowed = false;
				current.pending.diagnostic = this.#yaml;
				return;
			}
			note(current.pending, text.trim());
			return;
		}
		if (!this.#strict) return;
		this.#strict = false;
		this.#error("TAP", `The report asks to be strict and has a line that is no TAP: ${text.slice(0, 200)}`);
	}

	#error(name: string, message: string): void {
		this.#collector.add("error", { name, message });
	}

	#endDocument(): void {
		this.#closeTo(0, { kind: "version" });
		const level = this.#levels[0] ?? levelNamed("");
		this.#settle(level);
		if (level.planSkips !== undefined && level.count === 0) {
			this.#collector.add("skipped", {
				name: "all tests",
				...(level.planSkips === "" ? {} : { message: level.planSkips.slice(0, MESSAGE_LIMIT) }),
			});
		}
		const complaint = complaintOf(level);
		if (complaint !== undefined && !this.#bailed) this.#error("TAP plan", complaint);
		this.#levels = [levelNamed("")];
		this.#bailed = false;
		this.#strict = false;
	}
}

function joined(outer: string, name: string): string {
	if (outer === "" || name === "") return outer === "" ? name : outer;
	return `${outer} > ${name}`;
}
