import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { continues, journalOf, journalText, otherPlan, parseJournal } from "#src/promotion/journal.js";
import { exitCodeOfOutcome, failedOutcome } from "#src/promotion/outcome.js";
import { digestsOf, type Plan, planDigest, planOf, type ResolvedImage } from "#src/promotion/plan.js";
import { digestOf } from "#src/registry/digest.js";
import { OCI_MANIFEST } from "#src/registry/media-types.js";
import { item } from "./fixture.ts";

const [A, B, C] = ["a", "b", "c"].map((each) => digestOf(each)) as [string, string, string];

function resolved(line: string, digest: string, before: Record<string, string>, more = {}): ResolvedImage {
	const made = item(line, more);
	return {
		item: made,
		source: line.split(" => ")[0] ?? "",
		root: { mediaType: OCI_MANIFEST, digest, size: 1 },
		tags: made.tags.map((tag) => ({ tag, before: before[tag] })),
	};
}

const codes = (plan: Plan) => plan.refusals.map(({ code, fault }) => `${code} ${fault}`);

describe("the plan", () => {
	it("tells new tags, which may stay, from those that move and those that stand", () => {
		const plan = planOf([
			resolved("x.io/a:1 => y.io/a:1,latest,old", A, { latest: B, old: A }, { moveTags: ["latest"] }),
		]);
		expect(plan.refusals).toEqual([]);
		expect(plan.images[0]?.tags).toEqual([
			{ tag: "1", before: undefined, after: A, mayStay: true },
			{ tag: "latest", before: B, after: A, mayStay: false },
			{ tag: "old", before: A, after: A, mayStay: false },
		]);
		expect(plan.images[0]?.standing).toBe(false);
	});

	it("refuses a tag with another digest that may not move, naming both digests", () => {
		const plan = planOf([
			resolved("x.io/a:1 => y.io/a:1.2.3", A, { "1.2.3": B }, { moveTags: ["*", "1.2.*"] }),
		]);
		expect(codes(plan)).toEqual(["tag-exists refused"]);
		expect(plan.refusals[0]?.message).toContain("y.io/a:1.2.3");
		expect(plan.refusals[0]?.message).toContain(A);
		expect(plan.refusals[0]?.message).toContain(B);
	});

	it("refuses two digests for one destination tag, and takes one digest twice", () => {
		expect(
			codes(planOf([resolved("x.io/a:1 => y.io/a:1", A, {}), resolved("x.io/b:1 => y.io/a:1", B, {})])),
		).toEqual(["tag-twice request"]);
		const same = planOf([resolved("x.io/a:1 => y.io/a:1", A, {}), resolved("x.io/b:1 => y.io/a:1,2", A, {})]);
		expect(codes(same)).toEqual([]);
		expect(same.images.map(({ tags }) => tags.map(({ tag }) => tag))).toEqual([["1"], ["2"]]);
	});

	it("refuses to promote an image to where it is, but not to give it another tag there", () => {
		expect(codes(planOf([resolved("x.io/a:1 => x.io/a:1", A, { 1: A })]))).toEqual(["same-place request"]);
		expect(codes(planOf([resolved("x.io/a:1 => x.io/a:2", A, {})]))).toEqual([]);
	});

	it("knows a registry by each of its names", () => {
		const standing = (line: string, insecure: string[] = []) =>
			codes(planOf([resolved(line, A, { 1: A })], insecure));
		expect(standing("x.io:443/a:1 => X.io/a:1")).toEqual(["same-place request"]);
		expect(standing("index.docker.io/acme/a:1 => acme/a:1")).toEqual(["same-place request"]);
		expect(standing("localhost:80/a:1 => localhost/a:1")).toEqual(["same-place request"]);
		expect(standing("x.io:80/a:1 => x.io/a:1", ["x.io"])).toEqual(["same-place request"]);
		expect(standing("x.io:80/a:1 => x.io/a:1")).toEqual([]);
		expect(standing("x.io:443/a:1 => x.io/a:1", ["x.io"])).toEqual([]);
		const twice = [resolved("x.io/a:1 => y.io/a:1", A, {}), resolved("x.io/b:1 => y.io:443/a:1", B, {})];
		expect(codes(planOf(twice))).toEqual(["tag-twice request"]);
	});

	it("refuses another digest than the one that was built", () => {
		expect(codes(planOf([resolved("x.io/a:1 => y.io/a:1", A, {}, { expected: B })]))).toEqual([
			"built-digest-differs refused",
		]);
	});

	it("refuses hosts that meet in one name with two digests", () => {
		expect(
			codes(planOf([resolved("x.io/a:1 => y.io/a:1", A, {}), resolved("x.io/a:2 => z.io/a:2", B, {})])),
		).toEqual(["digests-differ request"]);
		expect(
			codes(planOf([resolved("x.io/a:1 => y.io/a:1", A, {}), resolved("x.io/a:2 => z.io/a:2", A, {})])),
		).toEqual([]);
	});

	it("gives digests by service, by repository, and by tag where a repository gets several", () => {
		const plan = planOf([
			resolved("x.io/a:1 => y.io/q/a:1", A, {}, { service: "cart" }),
			resolved("x.io/b:1 => y.io/q/b:1", B, {}),
			resolved("x.io/c:1 => y.io/q/c:1", A, {}),
			resolved("x.io/c:2 => y.io/q/c:2", B, {}),
		]);
		expect(Object.fromEntries(digestsOf(plan.images))).toEqual({ cart: A, "q/b": B, "q/c:1": A, "q/c:2": B });
	});
});

describe("the plan digest", () => {
	const digest = fc.constantFrom(A, B, C);
	const images = fc.uniqueArray(
		fc.record({
			registry: fc.constantFrom("x.io", "y.io:5000"),
			repository: fc.constantFrom("a", "a/b", "c"),
			tags: fc.uniqueArray(
				fc.record({
					tag: fc.constantFrom("1", "2", "latest"),
					before: fc.option(digest, { nil: undefined }),
					after: digest,
				}),
				{ selector: ({ tag }) => tag },
			),
		}),
		{ selector: ({ registry, repository }) => `${registry}/${repository}`, minLength: 1 },
	);
	type Images = Parameters<typeof planDigest>[0];
	const of = (
		made: {
			registry: string;
			repository: string;
			tags: readonly { tag: string; before: string | undefined; after: string }[];
		}[],
	): Images =>
		made.map(({ registry, repository, tags }) => ({
			destination: { registry, repository },
			tags: tags.map((tag) => ({ ...tag, mayStay: false })),
		}));

	it("does not depend on the order of images and tags", () => {
		fc.assert(
			fc.property(
				images.chain((made) =>
					fc.tuple(fc.constant(made), fc.shuffledSubarray(made, { minLength: made.length }), fc.boolean()),
				),
				([made, shuffled, reverse]) => {
					const other = shuffled.map((each) => ({
						...each,
						tags: reverse ? [...each.tags].reverse() : each.tags,
					}));
					expect(planDigest(of(other))).toBe(planDigest(of(made)));
				},
			),
		);
	});

	it("changes with any tag's digest before or after", () => {
		fc.assert(
			fc.property(
				images,
				digest,
				fc.option(digest, { nil: undefined }),
				fc.nat(),
				(made, after, before, at) => {
					const all = made.flatMap((image) => image.tags);
					fc.pre(all.length > 0);
					const chosen = all[at % all.length];
					fc.pre(chosen !== undefined && (chosen.after !== after || chosen.before !== before));
					const other = made.map((image) => ({
						...image,
						tags: image.tags.map((tag) => (tag === chosen ? { ...tag, before, after } : tag)),
					}));
					expect(planDigest(of(other))).not.toBe(planDigest(of(made)));
				},
			),
		);
	});

	it("covers nothing else: neither the source nor whether a tag may move", () => {
		const one = planOf([resolved("x.io/a:1 => y.io/a:latest", A, { latest: B }, { moveTags: ["latest"] })]);
		const two = planOf([
			resolved("z.io/q:7 => y.io/a:latest", A, { latest: B }, { service: "s", moveTags: ["*"] }),
		]);
		expect(one.digest).toBe(two.digest);
	});
});

describe("the journal", () => {
	const first = planOf([resolved("x.io/a:1 => y.io/a:1,latest", A, { latest: B }, { moveTags: ["latest"] })]);
	const journal = journalOf(first);

	it("is read back as it was written", () => {
		expect(parseJournal(journalText(journal), "j.json")).toEqual(journal);
	});

	it.each([
		["no JSON", "{", /it is not JSON/],
		["another form", "{}", /schema/],
		["another digest", journalText({ ...journal, planDigest: C }), /its plan digest is not that of its tags/],
		["an unknown key", journalText({ ...journal, x: 1 } as never), /Unrecognized key/],
	])("is refused with %s", (_, text, expected) => {
		expect(() => parseJournal(text, "j.json")).toThrow(expected);
	});

	it("lets the plan go on whose tags are as before or as after in it", () => {
		const half = planOf([
			resolved("x.io/a:1 => y.io/a:1,latest", A, { 1: A, latest: B }, { moveTags: ["latest"] }),
		]);
		expect(half.digest).not.toBe(first.digest);
		expect(continues(journal, half)).toBe(true);
		expect(otherPlan(half, first.digest, journal)).toBeUndefined();
		expect(otherPlan(half, first.digest, undefined)).toMatch(/another one now/);
		expect(otherPlan(half, C, journal)).toMatch(/The journal is of the plan/);
	});

	it("refuses a plan with a tag that is neither, with fewer tags, or with another target", () => {
		const moved = planOf([
			resolved("x.io/a:1 => y.io/a:1,latest", A, { latest: C }, { moveTags: ["latest"] }),
		]);
		const fewer = planOf([resolved("x.io/a:1 => y.io/a:latest", A, { latest: B }, { moveTags: ["latest"] })]);
		const other = planOf([
			resolved("x.io/a:1 => y.io/a:1,latest", C, { latest: B }, { moveTags: ["latest"] }),
		]);
		for (const plan of [moved, fewer, other]) {
			expect(continues(journal, plan)).toBe(false);
			expect(otherPlan(plan, first.digest, journal)).toMatch(/neither as before nor as after/);
		}
	});

	it("is not needed where all tags stand", () => {
		const done = planOf([resolved("x.io/a:1 => y.io/a:1,latest", A, { 1: A, latest: A })]);
		expect(otherPlan(done, first.digest, undefined)).toBeUndefined();
	});
});

describe("the outcome", () => {
	it("has the exit code of its cause", () => {
		expect(
			(["planned", "promoted", "unchanged"] as const).map((kind) => exitCodeOfOutcome({ kind })),
		).toEqual([0, 0, 0]);
		expect(
			(["refused", "request", "outside"] as const).map((cause) =>
				exitCodeOfOutcome({ kind: "residue", cause }),
			),
		).toEqual([1, 2, 3]);
	});

	it("says whether a tag was set and whether one is not as before", () => {
		expect(failedOutcome("outside", { set: false, residue: false }).kind).toBe("refused");
		expect(failedOutcome("outside", { set: true, residue: false }).kind).toBe("rolled-back");
		expect(failedOutcome("outside", { set: true, residue: true }).kind).toBe("residue");
	});
});
