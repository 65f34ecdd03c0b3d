import { expect, it } from "vitest";
import { type RecordPort, recordPromotion } from "#src/actions/promote/record.js";
import type { PromotedImage, Promotion } from "#src/promotion/promotion.js";
import { recordingLog } from "#src/runner/log.js";

/** Whatever happens to the records, how the promotion ended is told. */

const digestOf = (letter: string) => `sha256:${letter.repeat(64)}`;

function imageOf(name: string, letter: string, status: PromotedImage["status"]): PromotedImage {
	const digest = digestOf(letter);
	return {
		service: name,
		source: `ghcr.io/acme/${name}:1`,
		destination: { registry: "prod.internal", repository: name },
		root: { mediaType: "application/vnd.oci.image.manifest.v1+json", digest, size: 1 },
		tags: [],
		standing: status === "unchanged",
		evidence: [],
		status,
		referrers: [],
	};
}

const PROMOTED: Promotion = {
	outcome: { kind: "promoted" },
	planDigest: digestOf("f"),
	images: [
		imageOf("cart", "a", "promoted"),
		imageOf("catalog", "b", "unchanged"),
		imageOf("checkout", "c", "promoted"),
	],
	bytes: { moved: 0, mounted: 0, present: 0 },
	requests: { source: 0, destination: 0 },
	rolledBack: [],
	residue: [],
	problems: [],
};

async function record(port: Partial<RecordPort>) {
	const log = recordingLog();
	const told = await recordPromotion(PROMOTED, "production", {
		canSign: () => true,
		isRecorded: async () => false,
		attach: async ({ repository }) => `record of ${repository}`,
		now: () => new Date(0),
		url: undefined,
		log,
		signal: new AbortController().signal,
		...port,
	});
	const records = told.records.map(({ destination, attestation }) => [destination, attestation]);
	return { records, problems: told.problems, log: log.lines.join("\n") };
}

it("is attached to each image, and not once more to one that has it", async () => {
	const { records, problems } = await record({ isRecorded: async () => true });
	expect(problems).toEqual([]);
	expect(records).toEqual([
		["prod.internal/cart", "record of cart"],
		["prod.internal/checkout", "record of checkout"],
	]);
});

it.each([
	["is being looked for", "isRecorded"],
	["is being signed", "attach"],
] as const)("of which one %s when the process is told to stop waits for nothing more", async (_, at) => {
	const stop = new AbortController();
	let calls = 0;
	const hanging = ({ repository }: { repository: string }) => {
		calls += 1;
		if (repository !== "catalog") return Promise.resolve(`record of ${repository}`);
		stop.abort("SIGTERM");
		return new Promise<never>(() => undefined);
	};
	const { records, problems } = await record({ [at]: hanging, signal: stop.signal });
	expect(records).toEqual([
		["prod.internal/cart", "record of cart"],
		["prod.internal/catalog", null],
		["prod.internal/checkout", null],
	]);
	expect(problems.map(({ severity, code, message }) => [severity, code, message.split(": ").at(-1)])).toEqual(
		[
			["warning", "record-failed", "it was stopped by SIGTERM"],
			["warning", "record-failed", "it was stopped by SIGTERM"],
		],
	);
	expect(calls).toBe(at === "attach" ? 2 : 1);
});

it("that a defect keeps from being attached is told as missing, with the defect's stack in the log", async () => {
	const { records, problems, log } = await record({
		attach: async ({ repository }) => {
			if (repository === "cart") throw new TypeError("of undefined");
			return `record of ${repository}`;
		},
	});
	expect(records[0]).toEqual(["prod.internal/cart", null]);
	expect(records).toHaveLength(3);
	expect(problems).toMatchObject([
		{ code: "record-failed", message: expect.stringMatching(/of undefined$/) },
	]);
	expect(log).toMatch(/A defect of Sluice: TypeError: of undefined\n\s+at /);
});
