import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { isTestFormat } from "#src/evidence/formats.js";
import { BROKEN, type Broken } from "./broken.ts";
import { type Judged, judge } from "./judge.ts";
import { mutate, randomOf } from "./mutate.ts";

/** The thread that reads mutated reports, so that another one can watch it. */

export interface FuzzOrder {
	files: readonly string[];
	seed: number;
	/** Milliseconds since 1970 at which to stop. */
	until: number;
	/** How many mutations to make, however long they take. */
	atLeast: number;
	/** Makes exactly that many. */
	exactly: boolean;
	/** The defect that a reader is given, to show that it is found. */
	broken: Broken | undefined;
}

export type FuzzMessage =
	| { kind: "begin"; what: string }
	| { kind: "defect"; what: string; message: string; input: Uint8Array }
	| {
			kind: "end";
			mutations: number;
			refused: number;
			read: number;
			truncations: number;
			formats: string[];
			mutated: string[];
			digest: string;
	  };

const order = workerData as FuzzOrder;
if (order.broken !== undefined) BROKEN[order.broken]();
const say = (message: FuzzMessage) => parentPort?.postMessage(message);
const totals = { mutations: 0, refused: 0, read: 0, truncations: 0 };
const formats = new Set<string>();
const mutated = new Set<string>();
/** Of every input and what reading it ended with. */
const digest = createHash("sha256");
const SIZES = [1, 7, 4096, 1 << 20];
const MUTATION_LIMIT = 200_000;

/** Reads one input and says what is wrong with how it was read. */
async function attempt(
	what: string,
	bytes: Buffer,
	size: number,
	wrong: (judged: Judged) => string | undefined,
) {
	say({ kind: "begin", what });
	digest.update(`${what}\n${bytes.length}\n`).update(bytes);
	try {
		const judged = await judge(bytes, size);
		digest.update(JSON.stringify(judged));
		const message = wrong(judged);
		if (message !== undefined) say({ kind: "defect", what, message, input: bytes });
		return judged;
	} catch (thrown) {
		const message = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
		say({ kind: "defect", what, message, input: bytes });
		return undefined;
	}
}

/** A report that is cut off and still read as if it were whole. */
function acceptedTruncation(whole: Judged, cut: Judged, bytes: Buffer): string | undefined {
	if (cut.refused !== undefined || cut.summary === whole.summary) return undefined;
	if (cut.format !== undefined && isTestFormat(cut.format))
		return cut.green && !endsWithPackage(cut, bytes)
			? `a truncated report is green: ${cut.summary} of ${whole.summary}`
			: undefined;
	// A profile of lines, or of records, that ends with one of them says nothing of what is missing.
	const end = bytes.toString("latin1").trimEnd();
	if (cut.format === "lcov" && end.endsWith("end_of_record")) return undefined;
	if (cut.format === "go-coverprofile" && bytes.at(-1) === 0x0a) return undefined;
	return `a truncated report is read: ${cut.summary} of ${whole.summary}`;
}

/** Events of go test that end with a package's own say nothing of the packages that are missing. */
function endsWithPackage(cut: Judged, bytes: Buffer): boolean {
	if (cut.format !== "go-test-json") return false;
	const last = bytes.toString("utf8").trimEnd().split("\n").at(-1) ?? "";
	return /"Action":"(pass|skip)"/.test(last) && !last.includes('"Test":');
}

const contents = order.files.map((file) => readFileSync(file));
const random = randomOf(order.seed);
const fixtures: { file: string; bytes: Buffer; whole: Judged }[] = [];
for (const [index, bytes] of contents.entries()) {
	const file = order.files[index] ?? "";
	const whole = await attempt(`${file} as it is`, bytes, 4096, () => undefined);
	if (whole === undefined || whole.refused !== undefined) continue;
	formats.add(whole.format ?? "");
	fixtures.push({ file, bytes, whole });
}
for (const { file, bytes, whole } of fixtures) {
	const cuts = bytes.length <= 400 ? bytes.length : 120;
	for (let index = 0; index < cuts; index++) {
		const at = bytes.length <= 400 ? index : random(bytes.length);
		const cut = bytes.subarray(0, at);
		totals.truncations++;
		await attempt(`${file} cut at byte ${at}`, cut, 4096, (judged) => acceptedTruncation(whole, judged, cut));
	}
}
// A slow machine makes fewer, but never none.
while (
	((!order.exactly && Date.now() < order.until) || totals.mutations < order.atLeast) &&
	totals.mutations < MUTATION_LIMIT &&
	fixtures.length > 0
) {
	const one = fixtures[random(fixtures.length)];
	const other = fixtures[random(fixtures.length)];
	if (one === undefined || other === undefined) break;
	const bytes = mutate(one.bytes, other.bytes, random);
	const size = SIZES[bytes.length > 20_000 ? 2 + random(2) : random(SIZES.length)] ?? 4096;
	const what = `mutation ${totals.mutations} of ${one.file} in chunks of ${size}`;
	const judged = await attempt(what, bytes, size, () => undefined);
	totals.mutations++;
	mutated.add(one.whole.format ?? "");
	if (judged?.refused === undefined) totals.read++;
	else totals.refused++;
}
say({
	kind: "end",
	...totals,
	formats: [...formats].sort(),
	mutated: [...mutated].sort(),
	digest: digest.digest("hex"),
});
