import { ALWAYS, type Fault, faultList, type Request, type Side } from "../registry/fault-list.ts";
import { BASE, MANIFESTS, openStage, type Stop } from "./fault-stage.ts";

/**
 * Every fault, SIGTERM and SIGKILL at every request of a promotion of three signed images that share a layer, one
 * promotion for each. How it ended must be what the registry then shows, and the same command afterwards must
 * finish it.
 */

/** Servers that hang are in the copy's table: here they would take hours. */
const FAULTS = faultList({ layer: BASE, manifests: MANIFESTS, tags: /manifests\/(?!sha256-)[^:]+$/ }).filter(
	({ slow }) => slow !== true,
);

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

interface Row {
	stop: Stop;
	fault: Fault;
	side: Side;
	times: number;
}

const nothing: Fault["action"] = () => ({ kind: "delay", ms: 0 });

function rows(): Row[] {
	const faults = [...FAULTS, ...SPENT].flatMap((fault) =>
		fault.sides.flatMap((side) => fault.times.map((times): Row => ({ stop: "fault", fault, side, times }))),
	);
	const signals = (["SIGTERM", "SIGKILL"] as const).flatMap((stop) =>
		(["source", "destination"] as const).map((side): Row => {
			const fault: Fault = { name: stop, sides: [side], at: () => true, action: nothing, times: [1] };
			return { stop, fault, side, times: 1 };
		}),
	);
	return [...faults, ...signals];
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
		const ends = new Map<string, number>();
		const codes = new Map<string, number>();
		let tried = 0;
		const requests = (await stage.requests(kind, side, stop)).filter(fault.at);
		for (const [at, request] of requests.entries()) {
			if (choice.request?.(request, fault.name) === false) continue;
			tried += 1;
			const action = fault.action(stage.other.host, request);
			const run = await stage.promotion(kind, { stop, side, times, when: fault.at, nth: at + 1, action });
			ends.set(run.end, (ends.get(run.end) ?? 0) + 1);
			const code = run.exitCode === undefined ? "none" : String(run.exitCode);
			codes.set(code, (codes.get(code) ?? 0) + 1);
			const where = `${fault.name}, ${side} request ${at + 1} of ${requests.length} (${request.method} ${request.path}), ${times}: `;
			found.wrong.push(...run.wrong.map((each) => where + each));
		}
		found.promotions += tried;
		if (requests.length === 0) found.wrong.push(`${fault.name}: no request of the ${side} fits`);
		if (tried < requests.length) continue;
		const count = (end: string) => ends.get(end) ?? 0;
		const cells = [
			fault.name,
			side,
			times === 1 ? "once" : times === ALWAYS ? "for good" : `${times} times`,
			tried,
			...["promoted", "refused", "rolled-back", "residue", "killed"].map(count),
			[...codes]
				.sort()
				.map(([code, number]) => `${code} (${number})`)
				.join(", "),
		];
		const line = `| ${cells.join(" | ")} |`;
		found.lines.push(line);
		choice.progress?.(line);
	}
	return found;
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

Requests that go side by side come in another order now and then: then a few promotions of a row end another of these
ways.

| fault | at | how long | promotions | promoted | refused | rolled-back | residue | killed | exit codes |
|---|---|---|---|---|---|---|---|---|---|
${lines.join("\n")}
`;
}
