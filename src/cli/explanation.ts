import { z } from "zod";
import { placeText } from "../runner/annotations.js";
import { UserError } from "../runner/errors.js";

/** Of the result of any action: what stands in the way first, and the smallest step that mends it. Pure. */

export interface Explanation {
	/** The format of the result: `gate.result.v1`. */
	of: string;
	/** `closed`, `failed`, `refused`, ...: the answer of that action. */
	verdict: string;
	/** The first thing that stands in the way; null where nothing does. */
	reason: string | null;
	/** `file:line`, where it is known. */
	place: string | null;
	fix: string | null;
	/** What shows it: failing tests, lines without a test. At most five. */
	details: string[];
	/** How many more reasons there are. */
	more: number;
}

const text = z.string();
const maybe = z.string().nullish();
const placed = { file: maybe, line: z.int().nullish() };
const problems = z
	.array(
		z.object({
			severity: text,
			code: text,
			message: text,
			hint: maybe,
			...placed,
			endLine: z.int().nullish(),
			column: z.int().nullish(),
		}),
	)
	.default([]);
type Found = z.infer<typeof problems>[number];

const failing = z.array(z.object({ name: text, message: maybe, ...placed })).default([]);
const READERS = new Map<string, (json: unknown) => Explanation>([
	["gate.result.v1", explainGate],
	["run.result.v1", explainRun],
	["promote.result.v1", explainPromote],
	["plan.result.v1", (json) => explainProblems("plan.result.v1", json, "planned")],
	["version.result.v1", (json) => explainProblems("version.result.v1", json, "computed")],
	["error.v1", (json) => explainProblems("error.v1", json, "nothing was done")],
]);

const DETAILS = 5;

/**
 * @param file its name, for errors
 * @throws UserError where it is no result
 */
export function explain(file: string, json: unknown): Explanation {
	const schema = z.object({ schema: text }).safeParse(json).data?.schema;
	const reader = schema === undefined ? undefined : READERS.get(schema);
	if (reader === undefined) {
		const what =
			schema === undefined ? "it has no 'schema'" : `its schema is ${JSON.stringify(schema.slice(0, 100))}`;
		throw new UserError("result-unknown", `${file} is no result that can be explained: ${what}`, {
			file,
			hint: `Name the file of the output 'result-file', or what --json printed. Known: ${[...READERS.keys()].join(", ")}.`,
		});
	}
	try {
		return reader(json);
	} catch (cause) {
		if (!(cause instanceof z.ZodError)) throw cause;
		const [issue] = cause.issues;
		throw new UserError(
			"result-invalid",
			`${file} is no whole ${schema}: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`,
			{ file, cause, hint: "Take the file as the action wrote it." },
		);
	}
}

const gateSchema = z.object({
	verdict: text,
	reason: text,
	reasons: z.array(
		z.object({ code: text, service: maybe, level: maybe, message: text, fix: text, ...placed }),
	),
	failures: z
		.array(z.object({ service: text, level: text, test: text, message: text, excuse: text, ...placed }))
		.default([]),
	problems,
});

function explainGate(json: unknown): Explanation {
	const result = gateSchema.parse(json);
	const [first] = result.reasons;
	const base = { of: "gate.result.v1", verdict: result.verdict };
	if (first === undefined)
		return { ...base, reason: null, place: null, fix: null, details: [result.reason], more: 0 };
	return {
		...base,
		reason: first.message,
		place: placeOf(first),
		fix: first.fix,
		details: gateDetails(result, first),
		more: result.reasons.length - 1,
	};
}

type GateRead = z.infer<typeof gateSchema>;

/** The tests of that service and level, or its lines without a test. */
function gateDetails({ failures, problems: found }: GateRead, first: GateRead["reasons"][number]): string[] {
	if (first.code === "coverage-patch") {
		return found
			.filter(({ code }) => code === "line-uncovered")
			.map((each) => `${each.file ?? ""}:${each.line ?? ""}${each.endLine == null ? "" : `-${each.endLine}`}`)
			.slice(0, DETAILS);
	}
	const held = first.code === "infrastructure";
	return failures
		.filter(
			({ service, level, excuse }) =>
				service === first.service && level === first.level && (held || excuse === "none"),
		)
		.map((each) => testText(each.test, each.message, each))
		.slice(0, DETAILS);
}

function explainRun(json: unknown): Explanation {
	const result = z
		.object({
			outcome: text,
			reason: text,
			service: text,
			steps: z.array(z.object({ name: text, outcome: text, reason: text, failing })),
			problems,
		})
		.parse(json);
	const bad = result.steps.filter(({ outcome }) => outcome !== "passed");
	const [first] = bad;
	const error = result.problems.find(({ severity }) => severity === "error");
	const base = { of: "run.result.v1", verdict: result.outcome };
	if (result.outcome === "passed")
		return { ...base, reason: null, place: null, fix: null, details: [result.reason], more: 0 };
	const again = `sluice run --service ${result.service} --endpoint ${first?.name ?? "test"}`;
	return {
		...base,
		reason: first === undefined ? result.reason : `${first.name}: ${first.reason}`,
		place: first?.failing[0] === undefined ? null : placeOf(first.failing[0]),
		fix:
			error?.hint ??
			(result.outcome === "infrastructure"
				? `Nothing in the change is at fault: run it again (${again}).`
				: `Mend it, and try: ${again}`),
		details: (first?.failing ?? []).slice(0, DETAILS).map((each) => testText(each.name, each.message, each)),
		more: Math.max(0, bad.length - 1),
	};
}

function explainPromote(json: unknown): Explanation {
	const result = z
		.object({
			outcome: text,
			residue: z.array(z.object({ destination: text, tag: text })).default([]),
			problems,
		})
		.parse(json);
	const explained = explainProblems("promote.result.v1", json, result.outcome);
	const residue = result.residue.map(({ destination, tag }) => `${destination}:${tag} was not put back`);
	return { ...explained, verdict: result.outcome, details: residue.slice(0, DETAILS) };
}

/** Results whose answer is no verdict: only an error stands in the way, else a warning is worth a word. */
function explainProblems(of: string, json: unknown, fine: string): Explanation {
	const { problems: found } = z.object({ problems }).parse(json);
	const errors = found.filter(({ severity }) => severity === "error");
	const warnings = found.filter(({ severity }) => severity === "warning");
	const [first] = errors.length > 0 ? errors : warnings;
	return {
		of,
		verdict: errors.length > 0 && of !== "error.v1" ? "with errors" : fine,
		reason: first?.message ?? null,
		place: first === undefined ? null : placeOf(first),
		fix: first?.hint ?? null,
		details: [],
		more: Math.max(0, (errors.length > 0 ? errors : warnings).length - 1),
	};
}

function placeOf(each: Pick<Found, "file" | "line"> & { column?: number | null | undefined }): string | null {
	const place = placeText({
		file: each.file ?? undefined,
		line: each.line ?? undefined,
		column: each.column ?? undefined,
	});
	return place === "" ? null : place;
}

function testText(
	name: string,
	message: string | null | undefined,
	each: Pick<Found, "file" | "line">,
): string {
	const place = placeOf(each);
	const [line = ""] = (message ?? "").split("\n");
	return `${name}${place === null ? "" : ` (${place})`}${line === "" ? "" : `: ${line.slice(0, 200)}`}`;
}
