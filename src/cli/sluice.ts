import { tmpdir } from "node:os";
import type { ActionModule, BaseResult, Host } from "../runner/action.js";
import { workingDirectory } from "../runner/directory.js";
import { UserError } from "../runner/errors.js";
import { describeFailure } from "../runner/failure.js";
import { didYouMean, Inputs } from "../runner/inputs.js";
import { parseArguments } from "./arguments.js";
import { COMMANDS, LATER_COMMANDS } from "./commands.js";
import { commandHelp, generalHelp } from "./help.js";
import { print, tellOutputFailures } from "./output.js";
import { plainText } from "./plain.js";
import { untilStopped } from "./stop.js";
import { terminalLog } from "./terminal.js";

/**
 * The commands of `sluice`: the actions, by the same modules, and the questions that only a terminal asks.
 * @returns the exit code: 0 yes, 1 no, 2 the request, 3 something outside
 */
export async function sluice(args: readonly string[]): Promise<number> {
	const [name, ...rest] = args;
	const json = rest.includes("--json");
	tellOutputFailures();
	try {
		if (name === undefined || name === "--help" || name === "-h" || name === "help") {
			print(generalHelp(COMMANDS));
			return name === undefined ? 2 : 0;
		}
		const command = COMMANDS.find((each) => each.name === name);
		if (command === undefined && LATER_COMMANDS.includes(name)) {
			throw new UserError("command-not-supported", `sluice ${name} is not supported yet`, {
				hint: "See sluice --help for what is.",
			});
		}
		if (command === undefined) {
			throw new UserError("command-unknown", `There is no command ${JSON.stringify(name)}`, {
				hint: `See sluice --help.${didYouMean(
					name,
					COMMANDS.map((each) => each.name),
				)}`,
			});
		}
		return await call(await command.load(), rest);
	} catch (thrown) {
		return tell(thrown, json);
	}
}

function tell(thrown: unknown, json: boolean): number {
	const failure = describeFailure(thrown);
	if (!json) {
		process.stderr.write(`sluice: ${failure.text}\n`);
		return failure.exitCode;
	}
	try {
		print(`${JSON.stringify({ schema: "error.v1", problems: [failure.problem] }, null, "\t")}\n`);
		return failure.exitCode;
	} catch (cause) {
		return tell(cause, false);
	}
}

async function call<I, P, R extends BaseResult>(
	action: ActionModule<I, P, R>,
	args: readonly string[],
): Promise<number> {
	const parsed = parseArguments(args, action.inputs, action.operands);
	if (parsed.help) {
		print(commandHelp(action));
		return 0;
	}
	const inputs = new Inputs(action.inputs, parsed.values);
	if (action.inputs.some(({ name }) => name === "summary")) inputs.boolean("summary");
	const log = terminalLog(process.stderr);
	for (const spec of action.inputs) if (spec.secret === true) log.mask(inputs.text(spec.name) ?? "");
	const host: Omit<Host, "signal"> = {
		actions: false,
		directory: workingDirectory(process.cwd(), inputs, false),
		temporary: tmpdir(),
		environment: process.env,
		log,
	};
	const request = action.parse(inputs);
	const result = await untilStopped(
		async (signal) => action.run(request, await action.ports({ ...host, signal }, request)),
		{ answersStop: action.answersStop === true },
	);
	const report = action.report(result, request);
	if (action.jsonOnly === true || parsed.json) {
		print(`${JSON.stringify(action.print?.(result) ?? result, null, "\t")}\n`);
	} else print(plainText(report.markdown));
	return report.exitCode;
}
