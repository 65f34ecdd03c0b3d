/**
 * The errors of the suite. A `UserError` is the user's to fix and says how; anything else that is thrown
 * is a defect of ours and shows its stack.
 */

/** What went wrong decides the terminal's exit code: 1 a rule said no, 2 the request, 3 something outside. */
export type Fault = "refused" | "request" | "outside";

/** Where the cause of a problem lies. Lines and columns count from 1. */
export interface Place {
	file?: string | undefined;
	line?: number | undefined;
	column?: number | undefined;
	/** The name of the action's input. */
	input?: string | undefined;
}

export interface UserErrorDetails extends Place {
	/** What to do about it: one sentence. */
	hint?: string | undefined;
	/** Default `request`. */
	fault?: Fault | undefined;
	cause?: unknown;
}

/**
 * An error that its reader can mend: `code` is stable (kebab-case, for programs), `message` says what
 * happened, `hint` what to do about it.
 */
export class UserError extends Error {
	override readonly name = "UserError";
	readonly code: string;
	readonly hint: string | undefined;
	readonly fault: Fault;
	readonly place: Place;

	constructor(code: string, message: string, details: UserErrorDetails = {}) {
		super(message, "cause" in details ? { cause: details.cause } : undefined);
		this.code = code;
		this.hint = details.hint;
		this.fault = details.fault ?? "request";
		const { file, line, column, input } = details;
		this.place = { file, line, column, input };
	}
}

/** The text of anything that was thrown, an Error or not. */
export function errorMessage(thrown: unknown): string {
	if (thrown instanceof Error) return thrown.message;
	if (typeof thrown === "string") return thrown;
	try {
		return JSON.stringify(thrown) ?? String(thrown);
	} catch {
		return String(thrown);
	}
}

const EXIT_CODE: Record<Fault, number> = { refused: 1, request: 2, outside: 3 };

/** The terminal's exit code for a fault (CONTRACT: 1 no, 2 the request, 3 outside). */
export function exitCodeOf(fault: Fault): number {
	return EXIT_CODE[fault];
}
