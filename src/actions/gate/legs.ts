import type { LegParts } from "../../evidence/evidence.js";
import type { HeldEvidence } from "../../evidence/held-evidence.js";
import { cutText } from "../../runner/cut-text.js";
import type { Leg } from "./match.js";
import type { Needs } from "./needs.js";
import { type Reason, reason } from "./reason.js";

/**
 * Which legs of a job left no evidence. A leg is the job and its matrix values, and all legs of a job are due.
 * Two kinds of matrix occur: one that repeats the same levels (`node: [22, 24]`), where each leg owes what any
 * other has, and one that spreads services and levels over its legs (that of `plan`), where a leg owes what its
 * own values name. Values that name a service, a level or a shard of the evidence tell the kinds apart. Pure.
 */

export interface LegsQuestion {
	legs: readonly Leg[];
	/** Whether a job whose number of legs is not known is judged by its result. */
	needs: Needs | undefined;
}

interface Gap {
	kind: "missing" | "unknown";
	job: string | undefined;
	reason: Reason;
}

/** What is missing; where the number of legs is not known, `needs` decides. */
export function missingLegs({ legs, needs }: LegsQuestion): Reason[] {
	return [...jobGaps(legs), ...shardGaps(legs)]
		.filter(({ kind, job }) => kind === "missing" || job === undefined || needs?.has(job) !== true)
		.map((gap) => gap.reason);
}

/** Whether all legs of one job are there, as far as its evidence tells; unknown is no. */
export function allLegsThere(legs: readonly Leg[]): boolean {
	return legs.length > 0 && jobGaps(legs).length === 0;
}

/** Whether the evidence of a job tells how many legs it has. */
export function tellsItsLegs(legs: readonly Leg[]): boolean {
	return legs.length > 0 && legs.every(({ evidence }) => totalOf(evidence) !== null);
}

function totalOf({ legs, legParts }: HeldEvidence): number | null {
	return legParts === undefined ? legs : legParts.total;
}

/** Evidence of one job of one workflow. Workflows that are called several times have jobs of one name. */
interface Group {
	job: string;
	total: number | null;
	/** By the leg's identity. */
	legs: Map<string, Leg[]>;
}

function jobGaps(legs: readonly Leg[]): Gap[] {
	const groups = new Map<string, Group>();
	for (const leg of legs) {
		const { job, legParts, leg: name } = leg.evidence;
		if (job === null) continue;
		const total = totalOf(leg.evidence);
		const key = JSON.stringify([job, total, legParts === undefined]);
		const group = groups.get(key) ?? { job, total, legs: new Map<string, Leg[]>() };
		groups.set(key, group);
		const identity = legParts === undefined ? name : JSON.stringify(legParts.matrix);
		const known = group.legs.get(identity);
		if (known === undefined) group.legs.set(identity, [leg]);
		else known.push(leg);
	}
	return [...groups.values()].flatMap((group) => [...countGaps(group), ...unevenGaps(group)]);
}

function countGaps({ job, total, legs }: Group): Gap[] {
	const [first] = [...legs.values()][0] ?? [];
	const about = { file: first?.file };
	if (total === null) {
		return [
			{
				kind: "unknown",
				job,
				reason: reason(
					"missing",
					"legs-unknown",
					`How many legs job '${job}' has is not known: its evidence does not say, and 'needs' does not hold the job`,
					`Pass needs: \${{ toJSON(needs) }}, or 'job-total' to the action 'run'.`,
					about,
				),
			},
		];
	}
	if (legs.size >= total) return [];
	return [
		{
			kind: "missing",
			job,
			reason: reason(
				"missing",
				"leg-missing",
				`Job '${job}' has ${total} legs, and evidence of ${legs.size} is here`,
				"Upload the evidence of every leg, each as an artifact of its own name.",
				about,
			),
		},
	];
}

/** The most gaps of one job that are told one by one. */
const NAMED_GAPS = 20;

/** Legs that the matrix does not tell apart by service and level owe the same. */
function unevenGaps({ job, legs }: Group): Gap[] {
	if (legs.size < 2) return [];
	const all = [...legs.values()];
	const selecting = selectingAxes(all.flat());
	const repeats = repeatedParts(all);
	const keyOf = ({ evidence }: Leg) => {
		const { service, level, legParts } = evidence;
		const { shard, name } = legParts ?? NO_PARTS;
		return JSON.stringify([service, level, repeats.shard ? shard : null, repeats.name ? name : null]);
	};
	const buckets = Map.groupBy(all, ([leg]) => {
		const matrix = leg?.evidence.legParts?.matrix ?? [];
		return JSON.stringify(matrix.filter(([axis]) => selecting.has(axis)));
	});
	const gaps: Gap[] = [];
	for (const bucket of buckets.values()) {
		// Evidence of older versions does not tell its matrix: its legs are counted, and that is all.
		if (bucket.some(([leg]) => leg?.evidence.legParts === undefined)) continue;
		const owed = new Map(bucket.flat().map((leg) => [keyOf(leg), leg]));
		for (const own of bucket) {
			const has = new Set(own.map(keyOf));
			for (const [key, other] of owed) {
				if (!has.has(key) && gaps.length < NAMED_GAPS) gaps.push(unevenGap(job, own, other));
			}
		}
	}
	return gaps;
}

const NO_PARTS: LegParts = { total: null, matrix: null, shard: null, name: null };

function unevenGap(job: string, own: readonly Leg[], other: Leg): Gap {
	const { service, level } = other.evidence;
	const values = own[0]?.evidence.legParts?.matrix?.map(([axis, value]) => `${axis}: ${value}`) ?? [];
	const leg = cutText(values.slice(0, 5).join(", "), 200);
	return {
		kind: "missing",
		job,
		reason: reason(
			"missing",
			"leg-missing",
			`Leg (${leg}) of job '${job}' left no evidence of ${service} ${level}, and another leg did`,
			"Upload all evidence of every leg; what only some legs run belongs into a job of its own.",
			{ service, level, file: other.file },
		),
	};
}

/** Axes of the matrix whose value names a service, a level or a shard of what the leg ran. */
function selectingAxes(legs: readonly Leg[]): ReadonlySet<string> {
	const axes = new Set<string>();
	for (const { evidence } of legs) {
		const { matrix, shard } = evidence.legParts ?? NO_PARTS;
		const shards = shard === null ? [] : [String(shard.index), `${shard.index}/${shard.count}`];
		for (const [axis, value] of matrix ?? []) {
			if (axes.has(axis)) continue;
			if (names(value, evidence.service) || names(value, evidence.level) || shards.includes(value))
				axes.add(axis);
		}
	}
	return axes;
}

/** Whether a value is a name, or holds it as a word: `services/cart`, `cart: unit`. */
function names(value: string, name: string): boolean {
	for (let at = value.indexOf(name); at >= 0; at = value.indexOf(name, at + 1)) {
		const around = [value[at - 1] ?? "", value[at + name.length] ?? ""];
		if (!around.some((each) => /[A-Za-z0-9]/.test(each))) return true;
	}
	return false;
}

/** Whether shards and names tell runs of one leg apart; else the matrix spreads them over the legs. */
function repeatedParts(legs: readonly (readonly Leg[])[]): { shard: boolean; name: boolean } {
	const repeats = { shard: false, name: false };
	for (const own of legs) {
		for (const same of Map.groupBy(own, ({ evidence }) =>
			JSON.stringify([evidence.service, evidence.level]),
		).values()) {
			const parts = same.map(({ evidence }) => evidence.legParts ?? NO_PARTS);
			if (new Set(parts.map(({ shard }) => shard?.index)).size > 1) repeats.shard = true;
			if (new Set(parts.map(({ name }) => name)).size > 1) repeats.name = true;
		}
	}
	return repeats;
}

/** Parts of a level that are spread over legs or jobs: all of them are due. */
function shardGaps(legs: readonly Leg[]): Gap[] {
	const sharded = legs.flatMap((leg) => {
		const shard = leg.evidence.legParts?.shard;
		return shard == null ? [] : [{ leg, shard }];
	});
	const groups = Map.groupBy(sharded, ({ leg, shard }) =>
		JSON.stringify([leg.evidence.service, leg.evidence.level, shard.count]),
	);
	const gaps: Gap[] = [];
	for (const group of groups.values()) {
		const [first] = group;
		if (first === undefined) continue;
		const seen = new Set(group.map(({ shard }) => shard.index));
		const { count } = first.shard;
		if (seen.size >= count) continue;
		const lost: number[] = [];
		for (let index = 1; index <= count && lost.length < 5; index++) if (!seen.has(index)) lost.push(index);
		const { service, level } = first.leg.evidence;
		gaps.push({
			kind: "missing",
			job: undefined,
			reason: reason(
				"missing",
				"shard-missing",
				`${service} ${level} has ${count} shards, and evidence of ${seen.size} is here: ${lost.join(", ")}${count - seen.size > lost.length ? ", …" : ""} missing`,
				"Upload the evidence of every shard, each as an artifact of its own name.",
				{ service, level, file: first.leg.file },
			),
		});
	}
	return gaps;
}
