import { errorMessage, exitCodeOf, UserError } from "./errors.js";
import { type Problem, problem } from "./problem.js";

/** A thrown thing in the form that is told: to people one text, to programs one problem. */
export interface Failure {
	exitCode: number;
	/** What happened, where and what to do; for a defect of ours its stack. */
	text: string;
	problem: Problem;
}

/** Whatever was thrown, as a failure: a UserError says how to mend it, all else is ours and shows its stack. */
export function describeFailure(thrown: unknown): Failure {
	if (thrown instanceof UserError) {
		const { input, ...place } = thrown.place;
		const where =
			place.file === undefined
				? ""
				: `${[place.file, place.line, place.column].filter((part) => part !== undefined).join(":")}: `;
		const about = input === undefined || thrown.message.includes(`'${input}'`) ? "" : ` (input '${input}')`;
		const hint = thrown.hint === undefined ? "" : `\n${thrown.hint}`;
		return {
			exitCode: exitCodeOf(thrown.fault),
			text: `${where}${thrown.message}${about}${hint}`,
			problem: problem("error", thrown.code, thrown.message, { ...place, hint: thrown.hint }),
		};
	}
	const denied = fileFailure(thrown);
	if (denied !== undefined) return describeFailure(denied);
	const stack = thrown instanceof Error ? (thrown.stack ?? thrown.message) : errorMessage(thrown);
	const cause =
		thrown instanceof Error && thrown.cause !== undefined ? `\nCaused by: ${errorMessage(thrown.cause)}` : "";
	return {
		exitCode: 3,
		text: `A defect of Sluice: ${stack}${cause}`,
		problem: problem("error", "defect", errorMessage(thrown) || "Something was thrown that has no message", {
			hint: "This is a defect of Sluice: please report it with the log of this step.",
		}),
	};
}

/** What a machine refuses: its disk and its permissions are not ours to mend. */
const REFUSALS: ReadonlyMap<string, string> = new Map([
	["EACCES", "permission is denied"],
	["EPERM", "it is not permitted"],
	["EROFS", "the file system is read-only"],
	["ENOSPC", "no space is left on the disk"],
	["EDQUOT", "the disk quota is used up"],
]);

function fileFailure(thrown: unknown): UserError | undefined {
	if (!(thrown instanceof Error) || !("code" in thrown) || !("path" in thrown)) return undefined;
	const why = REFUSALS.get(String(thrown.code));
	if (why === undefined) return undefined;
	return new UserError("file-refused", `${String(thrown.path)} can't be used: ${why}`, {
		fault: "outside",
		cause: thrown,
		hint: "Check the owner and permissions of the folder, and the space on its disk.",
	});
}
