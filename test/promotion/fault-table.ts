import { ALWAYS, type Fault, faultList, type Request, type Side } from "../registry/fault-list.ts";
import { type FaultSet, faultSet, SMALL_SET } from "./fault-set.ts";
import { openStage, type Run, type Stage, type Stop } from "./fault-stage.ts";

/**
 * Every fault, SIGTERM and SIGKILL at every request of a promotion of three signed images that share a layer, one
 * promotion for each. How it ended must be what the registry then shows, and the same command afterwards must
 * finish it.
 */

const FAULTS = faultList({
	layer: SMALL_SET.layer,
	manifests: SMALL_SET.manifests,
	tags: /manifests\/(?!sha256-)[^:]+$/,
});

/** The client's attempts at one request are four: used up, and then the destination is there again to roll back. */
const SPENT: readonly Fault[] = (
	[
		["500 four times", { kind: "status", status: 500 }],
		["connection reset at once, four times", { kind: "reset" }],
		["connection closed before the answer, the request done, four times", { kind: "lost-answer" }],
	] as const
).map(([name, action]) => ({
	name,
	sides: ["destination"],
	at: () => true,
	action: () => action,
	times: [4],
}));

/** More than the buffers of a connection hold: whoever sends it notices that nobody reads. */
const LARGE_LAYER = 16 * 1024 * 1024;
const UNREAD: Fault = {
	name: "a body that the registry stops reading, the connection open",
	sides: ["destination"],
	at: ({ method, path }) =>
		method === "PUT" || method === "PATCH" || (method === "POST" && path.includes("digest=")),
	action: () => ({ kind: "stop-reading" }),
	times: [1, ALWAYS],
	slow: true,
};

/** In milliseconds, for servers that hang: in practice it is minutes. */
const IMPATIENT = { connect: 5000, headers: 1500, body: 1500, answer: 5000 };
/** Promotions that mostly wait, at once; fewer of those with a large layer. */
const AT_ONCE = { small: 12, large: 4 };

interface Row {
	stop: Stop;
	fault: Fault;
	side: Side;
	times: number;
	/** Default: the small one. */
	set?: FaultSet;
}

const nothing: Fault["action"] = () => ({ kind: "delay", ms: 0 });

function rows(): Row[] {
	const faults = [...FAULTS, ...SPENT].flatMap((fault) =>
		fault.sides.flatMap((side) => fault.times.map((times): Row => ({ stop: "fault", fault, side, times }))),
	);
	const large = faultSet(Buffer.alloc(LARGE_LAYER, "base "));
	const unread = UNREAD.times.map(
		(times): Row => ({ stop: "fault", fault: UNREAD, side: "destination", times, set: large }),
	);
	const signals = (["SIGTERM", "SIGKILL"] as const).flatMap((stop) =>
		(["source", "destination"] as const).map((side): Row => {
			const fault: Fault = { name: stop, sides: [side], at: () => true, action: nothing, times: [1] };
			return { stop, fault, side, times: 1 };
		}),
	);
	return [...faults, ...unread, ...signals];
}

export interface PromotionFaults {
	/** The lines of the table, in its order. */
	lines: string[];
	/** Everything that must not happen, a sentence each. */
	wrong: string[];
	promotions: number;
}

/** What is run: all, or the rows and of those the requests that are chosen. */
export interface Choice {
	row?(name: string, side: Side, times: number): boolean;
	/** Of a row whose requests are not all tried there is no line. */
	request?(request: Request, name: string): boolean;
	progress?(line: string): void;
}

/** Runs them. */
export async function promotionFaults(choice: Choice = {}): Promise<PromotionFaults> {
	const found: PromotionFaults = { lines: [], wrong: [], promotions: 0 };
	await using stage = await openStage();
	for (const row of rows()) {
		const { fault, side, times, stop } = row;
		if (choice.row?.(fault.name, side, times) === false) continue;
		const kind = fault.kind ?? "between";
		const requests = (await stage.requests(kind, side, stop)).filter(fault.at);
		const chosen = [...requests.entries()].filter(
			([, request]) => choice.request?.(request, fault.name) !== false,
		);
		const at = ([index, request]: [number, Request], on: Stage): Promise<Run> => {
			const action = fault.action(on.other.host, request);
			return on.promotion(kind, { stop, side, times, when: fault.at, nth: index + 1, action });
		};
		const runs = fault.slow === true ? await allAtOnce(chosen, row, at) : [];
		if (fault.slow !== true) for (const each of chosen) runs.push(await at(each, stage));
		for (const [index, { wrong }] of runs.entries()) {
			const [nth = 0, request] = chosen[index] ?? [];
			const where = `${fault.name}, ${side} request ${nth + 1} of ${requests.length} (${request?.method} ${request?.path}), ${times}: `;
			found.wrong.push(...wrong.map((each) => where + each));
		}
		found.promotions += runs.length;
		if (requests.length === 0) found.wrong.push(`${fault.name}: no request of the ${side} fits`);
		if (runs.length < requests.length) continue;
		const line = lineOf(row, runs);
		found.lines.push(line);
		choice.progress?.(line);
	}
	return found;
}

/** Promotions that wait for a server, some of them at once, each with registries of its own. */
async function allAtOnce<T>(
	all: readonly T[],
	{ fault, set }: Row,
	work: (each: T, stage: Stage) => Promise<Run>,
): Promise<Run[]> {
	const runs: Run[] = [];
	const atOnce = set === undefined ? AT_ONCE.small : AT_ONCE.large;
	const left = [...all.entries()];
	const workers = Array.from({ length: Math.min(atOnce, left.length) }, async () => {
		const options = { kinds: [fault.kind ?? "between"], timeouts: IMPATIENT } as const;
		await using stage = await openStage(set === undefined ? options : { ...options, set });
		for (let next = left.shift(); next !== undefined; next = left.shift())
			runs[next[0]] = await work(next[1], stage);
	});
	await Promise.all(workers);
	return runs;
}

function lineOf({ fault, side, times }: Row, runs: readonly Run[]): string {
	const count = (end: string) => runs.filter((each) => each.end === end).length;
	const codes = Map.groupBy(runs, ({ exitCode }) => (exitCode === undefined ? "none" : String(exitCode)));
	const cells = [
		fault.name,
		side,
		times === 1 ? "once" : times === ALWAYS ? "for good" : `${times} times`,
		runs.length,
		...["promoted", "refused", "rolled-back", "residue", "killed"].map(count),
		[...codes.entries()]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([code, { length }]) => `${code} (${length})`)
			.join(", "),
	];
	return `| ${cells.join(" | ")} |`;
}

/** The document of all rows. */
export function faultDocument({ lines, promotions }: PromotionFaults): string {
	return `# How a promotion ends when something fails

<!-- Made by \`node scripts/promotion-faults.ts\` from test/promotion/fault-table.ts; tests hold them together. -->

A promotion of three signed images that share a layer, four tags in all, one of which moves, between two registries
with token authentication. Each fault is put at each request that it can happen to, one promotion for each:
${promotions} promotions. "For good" means from that request on, at all that it can happen to. In every one of them

- the outcome and the exit code are those that the registry shows afterwards: \`promoted\` means that all four tags
  stand, \`refused\` and \`rolled-back\` that all four are as before, and \`residue\` names each tag that is not;
- a process that was killed tells nothing: its journal names every tag that it had moved, with what it was before;
- the same command, run again without the fault, promotes what is missing and ends with all four tags, contents and
  signatures in place.

A registry that hangs was waited for 1.5 seconds here, in practice it is up to five minutes for an answer, more after a
large blob, and one minute within it. The layer whose body is no longer read has 16 MiB: more than the buffers of a
connection hold.

Requests that go side by side come in another order now and then: then a few promotions of a row end another of these
ways.

| fault | at | how long | promotions | promoted | refused | rolled-back | residue | killed | exit codes |
|---|---|---|---|---|---|---|---|---|---|
${lines.join("\n")}
`;
}
