/** Why a gate is not open: what stands in the way, of which service and level, and how to mend it. Pure. */

/** What is to be mended first comes first (gate.md): missing, failed, below a bar, then the rest. */
const RANK = { missing: 0, failed: 1, below: 2, other: 3 } as const;

export interface Reason {
	kind: keyof typeof RANK;
	/** `held` where only the outside world is at fault. */
	verdict: "closed" | "held";
	/** Stable, kebab-case. */
	code: string;
	service: string | undefined;
	level: string | undefined;
	message: string;
	file: string | undefined;
	line: number | undefined;
	/** The smallest step that mends it. */
	fix: string;
}

export function reason(
	kind: Reason["kind"],
	code: string,
	message: string,
	fix: string,
	about: Partial<Pick<Reason, "service" | "level" | "file" | "line" | "verdict">> = {},
): Reason {
	return {
		kind,
		verdict: about.verdict ?? "closed",
		code,
		service: about.service,
		level: about.level,
		message,
		file: about.file,
		line: about.line,
		fix,
	};
}

/** What closes stands before what only holds; the order among equals is kept. */
export function orderReasons(reasons: readonly Reason[]): Reason[] {
	const rank = (each: Reason) => (each.verdict === "closed" ? 0 : 10) + RANK[each.kind];
	return reasons.toSorted((a, b) => rank(a) - rank(b));
}

export function verdictOf(reasons: readonly Reason[]): "open" | "held" | "closed" {
	if (reasons.some((each) => each.verdict === "closed")) return "closed";
	return reasons.length > 0 ? "held" : "open";
}
