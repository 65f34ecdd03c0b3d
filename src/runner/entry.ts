import { tmpdir } from "node:os";
import * as core from "@actions/core";
import type { ActionModule, BaseResult, Host } from "./action.js";
import { problemText, selectAnnotations } from "./annotations.js";
import { workingDirectory } from "./directory.js";
import { describeFailure } from "./failure.js";
import { writeResultFile } from "./files.js";
import { inertLine } from "./inert.js";
import { Inputs } from "./inputs.js";
import type { Log } from "./log.js";
import { cutLines, escapeMarkdown, visible } from "./markdown.js";
import { fitOutputs } from "./outputs.js";
import type { Problem } from "./problem.js";

/** GitHub drops a step's whole summary above 1 MiB; cut well below it, at the end of a line. */
export const SUMMARY_LIMIT = 900 * 1024;

/**
 * Runs an action as a step of a workflow: inputs in, outputs, summary and annotations out. Any thrown thing,
 * an Error or not, fails the step, and so does a promise that nobody awaited.
 */
export async function runAction<I, P, R extends BaseResult>(action: ActionModule<I, P, R>): Promise<void> {
	const stop = new AbortController();
	for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort(signal));
	process.once("unhandledRejection", fail);
	process.once("uncaughtException", fail);
	let summary = true;
	try {
		const inputs = readInputs(action);
		// Before any effect: what is wrong with it must not be found out afterwards.
		summary = inputs.boolean("summary");
		const host = readHost(inputs, stop.signal);
		const parsed = action.parse(inputs);
		const result = await action.run(parsed, await action.ports(host, parsed));
		const report = action.report(result, parsed);
		const { outputs, problems } = fitOutputs(report.outputs);
		const all = [...result.problems, ...problems];
		const file = await writeResultFile(host.temporary, action.name, { ...result, problems: all });
		for (const [name, value] of outputs) core.setOutput(name, value);
		core.setOutput("result-file", file);
		annotate(all);
		if (summary) await writeSummary(report.markdown);
		if (report.fails ?? report.exitCode !== 0) core.setFailed(shown(report.headline));
		else core.info(inertLine(shown(report.headline)));
	} catch (thrown) {
		fail(thrown);
		if (!summary) return;
		const lines = describeFailure(thrown).text.split("\n").map(escapeMarkdown);
		await writeSummary(`### ${action.name}: failed\n\n${lines.join("\n\n")}\n`).catch(() => undefined);
	}
}

function fail(thrown: unknown): void {
	const { text, problem } = describeFailure(thrown);
	if (problem.file === undefined) core.setFailed(shown(text));
	else {
		process.exitCode = 1;
		core.error(shown(text), annotationProperties(problem));
	}
}

function readInputs(action: { inputs: ActionModule<never, never, never>["inputs"] }): Inputs {
	const values = new Map(
		action.inputs.map((spec) => [spec.name, core.getInput(spec.name, { trimWhitespace: false })]),
	);
	for (const spec of action.inputs) {
		const value = values.get(spec.name);
		if (spec.secret === true && value !== undefined && value !== "") core.setSecret(value);
	}
	return new Inputs(action.inputs, values);
}

function readHost(inputs: Inputs, signal: AbortSignal): Host {
	const workspace = process.env.GITHUB_WORKSPACE ?? process.cwd();
	return {
		actions: true,
		directory: workingDirectory(workspace, inputs, true),
		temporary: process.env.RUNNER_TEMP ?? tmpdir(),
		environment: process.env,
		log: coreLog,
		signal,
	};
}

/** Names of tests and branches are foreign: nothing in them may hide or turn round what a log shows. */
function shown(text: string): string {
	return text
		.split(/\r\n|\r|\n/)
		.map(visible)
		.join("\n");
}

function annotate(problems: readonly Problem[]): void {
	const { shown: annotated, left } = selectAnnotations(problems);
	for (const each of annotated) {
		const annotation = annotationProperties(each);
		const text = shown(problemText(each));
		if (each.severity === "error") core.error(text, annotation);
		else if (each.severity === "warning") core.warning(text, annotation);
		else core.notice(text, annotation);
	}
	const rest = left.error + left.warning + left.notice;
	if (rest > 0) core.info(`${rest} more problems are in the result file and the summary.`);
}

function annotationProperties(each: Problem): core.AnnotationProperties {
	const properties: core.AnnotationProperties = { title: each.code };
	if (each.file !== undefined) properties.file = visible(each.file);
	if (each.line !== undefined) properties.startLine = each.line;
	if (each.endLine !== undefined) properties.endLine = each.endLine;
	if (each.column !== undefined) properties.startColumn = each.column;
	return properties;
}

async function writeSummary(markdown: string): Promise<void> {
	if (process.env.GITHUB_STEP_SUMMARY === undefined || markdown === "") return;
	await core.summary.addRaw(cutLines(markdown, SUMMARY_LIMIT)).addEOL().write();
}

const coreLog: Log = {
	info: (message) => core.info(inertLine(message)),
	debug: (message) => core.debug(message),
	warning: (message) => core.info(`warning: ${inertLine(message)}`),
	mask: (secret) => {
		if (secret !== "") core.setSecret(secret);
	},
	group: async (name, work) => {
		core.startGroup(inertLine(name));
		try {
			return await work();
		} finally {
			core.endGroup();
		}
	},
};
