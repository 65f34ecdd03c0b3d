import { UserError } from "../runner/errors.js";
import type { CoveredFile } from "./covered-file.js";
import { type Evidence, evidenceSchema, type FileCoverage, fileCoverageSchema } from "./evidence.js";
import { HELD_LIMIT } from "./held-bytes.js";
import { type JsonKind, readJson } from "./json.js";
import { CoverageUnion } from "./merge.js";
import { writtenFile } from "./written-coverage.js";

/**
 * `evidence.v1` as it is held: coverage in typed arrays, read and written file by file, since the text of one leg
 * may have gigabytes. Pure.
 */

export interface HeldEvidence extends Omit<Evidence, "coverage"> {
	coverage: {
		files: readonly CoveredFile[];
		/** Paths in reports that are no file of the repository. */
		unmatched: string[];
	} | null;
}

/**
 * The text of evidence piece by piece.
 * @throws UserError `evidence-too-large` where a reader could not take it
 */
export function* evidenceText({ coverage, ...rest }: HeldEvidence): Generator<string> {
	const text = JSON.stringify({ ...rest, coverage: null });
	if (coverage === null) {
		yield `${text}\n`;
		return;
	}
	yield `${text.slice(0, -"null}".length)}{"files":[`;
	for (const [index, file] of coverage.files.entries()) {
		// A line takes six characters at least; what is far too large is no text at all.
		const piece = file.lines.size * 6 > HELD_LIMIT ? undefined : JSON.stringify(writtenFile(file));
		if (piece === undefined || Buffer.byteLength(piece) > HELD_LIMIT) {
			throw new UserError(
				"evidence-too-large",
				`The coverage of ${file.path.slice(0, 300)} alone takes more than ${HELD_LIMIT / 1024 / 1024} MiB`,
				{ file: file.path, hint: "Leave generated files out of the coverage report." },
			);
		}
		yield index === 0 ? piece : `,${piece}`;
	}
	yield `],"unmatched":${JSON.stringify(coverage.unmatched)}}}\n`;
}

/** Whether two pieces of evidence say the same. */
export function isSameEvidence(a: HeldEvidence, b: HeldEvidence): boolean {
	const others = evidenceText(b);
	for (const piece of evidenceText(a)) if (others.next().value !== piece) return false;
	return others.next().done === true;
}

/** Evidence from its text, or why it is none: what is cut off, or of a form that is not known. */
export async function readHeldEvidence(
	source: AsyncIterable<Uint8Array>,
	file: string,
): Promise<{ evidence: HeldEvidence } | { why: string }> {
	/** Everything but coverage; a Map, for keys may be any text. */
	const fields = new Map<string, unknown>();
	const union = new CoverageUnion();
	let covered = false;
	let hasCoverage = false;
	let hasFiles = false;
	let unmatched: unknown;
	let wrong: string | undefined;
	/** Coverage that is there and not read would be missing where the gate counts on it. */
	const openCoverage = (kind: JsonKind): boolean | "skip" => {
		if (hasCoverage) wrong ??= "coverage: stands twice";
		hasCoverage = true;
		covered = kind === "object";
		if (kind === "array") wrong ??= "coverage: is a list";
		return kind === "array" ? "skip" : kind === "plain";
	};
	const openFiles = (kind: JsonKind): false | "skip" => {
		if (kind !== "array") wrong ??= "coverage.files: is no list";
		if (hasFiles) wrong ??= "coverage.files: stands twice";
		hasFiles = true;
		return kind === "array" ? false : "skip";
	};
	try {
		await readJson(source, file, {
			pick: ([top, key, index, ...deeper], kind) => {
				if (top === undefined) return false;
				if (top !== "coverage") return true;
				if (key === undefined) return openCoverage(kind);
				if (key === "unmatched") return true;
				if (key !== "files" || deeper.length > 0) return "skip";
				return index === undefined ? openFiles(kind) : true;
			},
			repeated: (path) => {
				wrong ??= `${path.join(".").slice(0, 60)}: a key stands twice`;
			},
			take: ([top, key, index], value) => {
				if (top !== "coverage") {
					// Which of the two holds is a guess, and one of them may be the failure.
					if (fields.has(String(top))) wrong ??= `${String(top).slice(0, 60)}: stands twice`;
					fields.set(String(top), value);
				} else if (key === undefined) {
					if (value !== null) wrong ??= "coverage: is neither an object nor null";
				} else if (key === "unmatched") {
					if (unmatched !== undefined) wrong ??= "coverage.unmatched: stands twice";
					unmatched = value;
				} else if (isFileCoverage(value)) union.addWritten(value);
				else wrong ??= issueOf(fileCoverageSchema.safeParse(value), ["coverage", "files", String(index)]);
			},
		});
	} catch (thrown) {
		if (!(thrown instanceof UserError)) throw thrown;
		if (thrown.code === "report-of-another-commit") return { why: thrown.message };
		return { why: `it is no whole JSON (${thrown.message.slice(0, 300)})` };
	}
	const schema = fields.get("schema");
	if (schema !== "evidence.v1") {
		return {
			why:
				typeof schema === "string"
					? `its form is ${JSON.stringify(schema.slice(0, 60))}, and evidence.v1 is known`
					: "it is no evidence",
		};
	}
	const parsed = evidenceSchema.safeParse({
		...Object.fromEntries(fields),
		coverage: covered ? { files: [], unmatched } : null,
	});
	if (!parsed.success) return { why: issueOf(parsed) ?? "it has another form" };
	if (!hasCoverage) wrong ??= "coverage: is missing";
	if (covered && !hasFiles) wrong ??= "coverage.files: is missing";
	if (wrong !== undefined) return { why: wrong };
	const { coverage } = parsed.data;
	return {
		evidence: {
			...parsed.data,
			coverage: coverage === null ? null : { files: union.files(), unmatched: coverage.unmatched },
		},
	};
}

function issueOf(
	parsed: ReturnType<typeof evidenceSchema.safeParse> | ReturnType<typeof fileCoverageSchema.safeParse>,
	path: readonly string[] = [],
): string | undefined {
	if (parsed.success) return undefined;
	const issue = parsed.error.issues[0];
	const where = [...path, ...(issue?.path ?? [])].join(".");
	return `${where || "it"}: ${issue?.message ?? "has another form"}`;
}

/** The schema asks as much of millions of tuples one by one, and takes many times as long. */
function isFileCoverage(value: unknown): value is FileCoverage {
	const file = value as Partial<FileCoverage> | null;
	if (typeof file !== "object" || file === null || typeof file.path !== "string") return false;
	const isList = (list: unknown, isItem: (item: readonly unknown[]) => boolean) =>
		Array.isArray(list) && list.every((item: unknown) => Array.isArray(item) && isItem(item));
	const isMark = (first: number) => (item: readonly unknown[]) =>
		item.length === 3 &&
		isCount(item[0], first) &&
		typeof item[1] === "string" &&
		typeof item[2] === "boolean";
	if (!isList(file.lines, (item) => item.length === 2 && isCount(item[0], 1) && isCount(item[1], 0)))
		return false;
	if (file.branches !== null && !isList(file.branches, isMark(1))) return false;
	if (file.functions !== null && !isList(file.functions, isMark(0))) return false;
	const { statements } = file;
	const isStatement = (item: readonly unknown[]) =>
		item.length === 3 && typeof item[0] === "string" && isCount(item[1], 0) && typeof item[2] === "boolean";
	if (statements != null && !isList(statements, isStatement)) return false;
	if (file.state != null && !fileCoverageSchema.shape.state.safeParse(file.state).success) return false;
	return file.totals == null || fileCoverageSchema.shape.totals.safeParse(file.totals).success;
}

function isCount(value: unknown, least: number): boolean {
	return Number.isSafeInteger(value) && (value as number) >= least;
}
