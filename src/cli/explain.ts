import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { type ActionModule, type BaseResult, COMMON_INPUTS } from "../runner/action.js";
import { errorMessage, UserError } from "../runner/errors.js";
import { code, escapeMarkdown } from "../runner/markdown.js";
import { type Explanation, explain } from "./explanation.js";

/** `sluice explain RESULT-FILE`: the first thing that stands in the way, and the smallest step that mends it. */

/** A gate over 200 services with 2,000 files of evidence writes less than 1 MiB. */
const LIMIT = 256 * 1024 * 1024;

interface ExplainInputs {
	file: string;
}

interface ExplainPorts {
	read(file: string): Promise<string>;
}

type ExplainResult = BaseResult & { file: string; explanation: Explanation };

export const explainCommand: ActionModule<ExplainInputs, ExplainPorts, ExplainResult> = {
	name: "explain",
	description: "Why a gate is closed, or another action said no: the first reason and the smallest fix.",
	inputs: [
		...COMMON_INPUTS.filter((spec) => spec.name === "working-directory"),
		{ name: "file", description: "The file of a result." },
	],
	operands: "file",
	outputs: [],
	examples: [
		"sluice explain sluice-gate/verdict.json",
		"sluice gate --json > gate.json; sluice explain gate.json",
	],
	parse: (inputs) => {
		const [file, ...more] = inputs.list("file");
		if (file === undefined || more.length > 0) {
			throw new UserError(
				"input-missing",
				file === undefined ? "No file is given" : "Several files are given",
				{
					input: "file",
					hint: "Name one result: sluice explain sluice-gate/verdict.json",
				},
			);
		}
		return { file };
	},
	ports: ({ directory }) => ({ read: (file) => readWhole(resolve(directory, file), file) }),
	run: async ({ file }, ports) => {
		const explanation = explain(file, parse(file, await ports.read(file)));
		return { schema: "explanation.v1", file, explanation, problems: [] };
	},
	report: ({ explanation }) => ({
		headline: headlineOf(explanation),
		markdown: markdownOf(explanation),
		outputs: {},
		// The question is answered, whatever the answer is.
		exitCode: 0,
	}),
	print: ({ schema, explanation }) => ({ schema, ...explanation }),
};

function headlineOf({ of, verdict }: Explanation): string {
	return of === "error.v1" ? verdict : `${of.split(".")[0]}: ${verdict}`;
}

function markdownOf(explanation: Explanation): string {
	const { reason, place, fix, details, more } = explanation;
	const lines = [`### ${escapeMarkdown(headlineOf(explanation))}`];
	lines.push(reason === null ? "Nothing stands in the way." : `**${escapeMarkdown(reason)}**`);
	if (place !== null) lines.push(`At ${code(place)}`);
	if (details.length > 0) lines.push(details.map((each) => `- ${escapeMarkdown(each)}`).join("\n"));
	if (fix !== null) lines.push(`Fix: ${escapeMarkdown(fix)}`);
	if (more > 0) lines.push(`${more} more ${more === 1 ? "reason" : "reasons"} after that.`);
	return `${lines.join("\n\n")}\n`;
}

function parse(file: string, content: string): unknown {
	try {
		return JSON.parse(content);
	} catch (cause) {
		throw new UserError("result-not-json", `${file} is no JSON: ${errorMessage(cause).slice(0, 200)}`, {
			file,
			cause,
			hint: "Name the file of the output 'result-file', or what --json printed; it may be cut off.",
		});
	}
}

async function readWhole(path: string, file: string): Promise<string> {
	const chunks: Buffer[] = [];
	let size = 0;
	try {
		for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
			size += chunk.length;
			if (size > LIMIT) throw new UserError("result-too-large", `${file} is larger than 256 MiB`, { file });
			chunks.push(chunk);
		}
	} catch (cause) {
		if (cause instanceof UserError) throw cause;
		const reasons: Readonly<Record<string, string>> = {
			ENOENT: "there is no such file",
			EISDIR: "it is a folder",
		};
		const why = reasons[String((cause as NodeJS.ErrnoException).code)] ?? errorMessage(cause);
		throw new UserError("result-unreadable", `${file} can't be read: ${why}`, {
			file,
			cause,
			hint: "Check the name: the gate writes sluice-gate/verdict.json.",
		});
	}
	return Buffer.concat(chunks).toString("utf8");
}
