import type { NotableTest } from "../../evidence/evidence.js";
import { percentText, ratioText } from "../../evidence/figures.js";
import type { Report } from "../../runner/action.js";
import { problemLines } from "../../runner/annotations.js";
import { code, details, escapeMarkdown, table } from "../../runner/markdown.js";
import { inWorkspace } from "../../runner/outputs.js";
import type { RunInputs } from "./inputs.js";
import type { RunResult, StepResult } from "./result.js";

/** What is told of a run. Pure. */

const EXIT_CODE = { passed: 0, failed: 1, infrastructure: 3 } as const;

/** As many tests of one kind are shown; all are in the evidence. */
const SHOWN = 50;

export function report(result: RunResult, inputs: RunInputs): Report {
	const { outcome } = result;
	const headline = `${result.service}: ${result.endpoint} ${WORD[outcome]}: ${result.reason}`;
	const parts = [
		`### ${escapeMarkdown(headline)}`,
		table(
			["", "Outcome", "Tests", "Failed", "Skipped", "Flaky", "Lines", "Branches", "Functions"],
			result.steps.map(row),
		),
		...result.steps.flatMap(tests),
		facts(result),
	];
	const problems = problemLines(result.problems.filter((each) => !each.code.startsWith("test-")));
	if (problems.length > 0)
		parts.push(
			details(
				`Problems (${problems.length})`,
				problems.map((each) => `- ${escapeMarkdown(each)}`).join("\n"),
			),
		);
	return {
		headline,
		markdown: `${parts.filter((each) => each !== "").join("\n\n")}\n`,
		outputs: {
			outcome,
			"evidence-file": result.steps
				.flatMap((each) =>
					each.evidenceFile === null ? [] : [inWorkspace(each.evidenceFile, inputs.workingDirectory)],
				)
				.join("\n"),
			digest: result.digest ?? "",
		},
		exitCode: EXIT_CODE[outcome],
	};
}

const WORD = {
	passed: "passed",
	failed: "failed",
	infrastructure: "failed through the outside world",
} as const;

function row(step: StepResult): string[] {
	const { tests, coverage } = step;
	const percent = (ratio: { covered: number; total: number } | null | undefined) =>
		ratio === null || ratio === undefined || ratio.total === 0 ? "" : `${percentText(ratio)} %`;
	return [
		code(step.name),
		WORD[step.outcome],
		tests === null ? "" : String(tests.total),
		tests === null ? "" : String(tests.failed + tests.errors),
		tests === null ? "" : String(tests.skipped),
		tests === null ? "" : String(tests.flaky),
		percent(coverage?.lines),
		percent(coverage?.branches),
		percent(coverage?.functions),
	];
}

function tests(step: StepResult): string[] {
	const parts: string[] = [];
	const list = (title: string, each: readonly NotableTest[]) => {
		if (each.length > 0)
			parts.push(
				`**${escapeMarkdown(step.name)}: ${title} (${each.length})**\n\n${each.slice(0, SHOWN).map(testLine).join("\n")}${more(each.length)}`,
			);
	};
	list("failing tests", step.failing);
	list("failing and quarantined", step.quarantined);
	list("flaky: passed when they ran again", step.flaky);
	return parts;
}

function testLine(test: NotableTest): string {
	const place =
		test.file === undefined
			? ""
			: ` (${code(test.line === undefined ? test.file : `${test.file}:${test.line}`)})`;
	const said = test.message ?? test.type;
	return `- ${code(test.name.slice(0, 500))}${place}${said === undefined ? "" : `: ${escapeMarkdown(said.slice(0, 500))}`}`;
}

function more(count: number): string {
	return count > SHOWN ? `\n- and ${count - SHOWN} more, in the evidence` : "";
}

function facts(result: RunResult): string {
	const lines = [`Commit ${code(result.commit.slice(0, 12))}`];
	if (result.version !== null) lines.push(`version ${code(result.version)}`);
	if (result.image !== null && result.endpoint === "build") lines.push(`image ${code(result.image)}`);
	if (result.digest !== null) lines.push(`digest ${code(result.digest)}`);
	for (const { name, coverage } of result.steps) {
		if (coverage === null || coverage.unmatched === 0) continue;
		const ratio = { covered: coverage.files, total: coverage.files + coverage.unmatched };
		lines.push(`files of the repository in the coverage of ${escapeMarkdown(name)}: ${ratioText(ratio)}`);
	}
	const tries = result.steps.filter((each) => each.tries > 1);
	for (const each of tries) lines.push(`${escapeMarkdown(each.name)} ran ${each.tries} times`);
	return lines.join(", ");
}
