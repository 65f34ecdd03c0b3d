import type { CoveredFile } from "../evidence/covered-file.js";
import {
	evidenceReportSchema,
	isRefused,
	type ReadEvidence,
	readEvidence,
} from "../evidence/evidence-report.js";
import { type LeftOut, leftOutProblem } from "../evidence/handing-on/expressible.js";
import { type ActionModule, type BaseResult, COMMON_INPUTS } from "../runner/action.js";
import { UserError } from "../runner/errors.js";
import { type Problem, problem } from "../runner/problem.js";
import { type EvidencePorts, evidencePorts } from "./evidence-ports.js";
import { evidenceHeadline, evidenceText } from "./evidence-text.js";

/** `sluice evidence FILE...`: what reports say, and their union as lcov and Cobertura. */

export interface EvidenceInputs {
	files: readonly string[];
	lcov: string | undefined;
	cobertura: string | undefined;
}

/** The printed answer is the report alone (CONTRACT, "Questions"). */
type EvidenceResult = BaseResult & { read: ReadEvidence };

export const evidenceCommand: ActionModule<EvidenceInputs, EvidencePorts, EvidenceResult> = {
	name: "evidence",
	description: "What reports of tests and coverage say. Several files are shards of one run.",
	inputs: [
		...COMMON_INPUTS.filter((spec) => spec.name === "working-directory"),
		{ name: "files", description: "The reports." },
		{ name: "lcov", description: "A file to write the merged coverage to, as lcov." },
		{ name: "cobertura", description: "A file to write the merged coverage to, as Cobertura XML." },
	],
	operands: "files",
	outputs: [],
	examples: [
		"sluice evidence reports/*.xml coverage/lcov.info",
		"sluice evidence --json shard-*/coverage.xml --lcov merged.info --cobertura merged.xml",
	],
	parse: (inputs) => {
		const files = inputs.list("files");
		if (files.length === 0) {
			throw new UserError("input-missing", "No file is given", {
				input: "files",
				hint: "Name the reports: sluice evidence reports/*.xml",
			});
		}
		return {
			files,
			lcov: output(inputs.text("lcov"), "lcov"),
			cobertura: output(inputs.text("cobertura"), "cobertura"),
		};
	},
	ports: (host) => evidencePorts(host),
	run: async (inputs, ports) => {
		ports.refuseOverwriting(inputs);
		const read = await readEvidence(ports.distinct(inputs.files), ports);
		const problems = read.report.files.flatMap((file) => file.problems);
		problems.push(...(await handOn(inputs, read, ports)));
		return { schema: evidenceReportSchema.shape.schema.value, read, problems };
	},
	report: ({ read, problems }) => ({
		headline: evidenceHeadline(read.report.files),
		markdown: evidenceText(read, problems),
		outputs: {},
		exitCode: problems.some(({ severity }) => severity === "error") ? 2 : 0,
	}),
	print: ({ read }) => read.report,
};

/** A flag without its value would become a file named `true`. */
function output(value: string | undefined, name: string): string | undefined {
	if (value !== "true") return value;
	throw new UserError("input-missing", `--${name} needs the name of a file`, {
		input: name,
		hint: `Write --${name} FILE; for a file of that name ./true`,
	});
}

/** Writes the merged files, but none that leaves out what a refused report would have told. */
async function handOn(inputs: EvidenceInputs, read: ReadEvidence, ports: EvidencePorts): Promise<Problem[]> {
	const { lcov, cobertura } = inputs;
	if (lcov === undefined && cobertura === undefined) return [];
	const why = read.report.files.some(isRefused)
		? "a file was refused, and the merged coverage would lack it"
		: read.report.merged.coverage === null
			? "no file holds coverage"
			: undefined;
	const targets = [lcov, cobertura].filter((each) => each !== undefined);
	if (why !== undefined) {
		const told = problem("error", "coverage-not-written", `${targets.join(" and ")} not written: ${why}`, {
			hint: "Mend or leave out that report.",
		});
		ports.tell(told.message);
		return [told];
	}
	const left: LeftOut[] = [...read.outside]
		.sort()
		.map((path) => ({ path, what: "it is outside of the repository" }));
	const coverage: readonly CoveredFile[] = read.coverage().filter(({ path }) => !read.outside.has(path));
	if (lcov !== undefined) await ports.writeLcov(lcov, coverage, left);
	if (cobertura !== undefined) await ports.writeCobertura(cobertura, coverage, left);
	if (left.length === 0) return [];
	// The printed JSON has no place for it.
	const told = leftOutProblem(left);
	ports.tell(told.message);
	return [told];
}
