import { MESSAGE_LIMIT } from "./report.js";
import { placed, type TapDiagnostic } from "./tap-diagnostic.js";
import type { Pending } from "./tap-level.js";

/** What TAP tells of a test point that failed. Pure. */

/** Node says of a failed suite whether its tests failed it, or a hook or the suite itself. */
export function failedItself(diagnostic: TapDiagnostic | undefined): boolean {
	const type = diagnostic?.value("failureType");
	return type !== undefined && type !== "subtestsFailed";
}

/** Keeps a comment that follows a failed point. */
export function note(pending: Pending, text: string): void {
	if (pending.point.ok || pending.comments.length >= MESSAGE_LIMIT) return;
	pending.comments += `${pending.comments === "" ? "" : "\n"}${text}`.slice(0, MESSAGE_LIMIT);
}

/** What is said of the failure: by the diagnostic block, else by comments, else by `complaint`. */
export function told(
	{ diagnostic, comments }: Pending,
	complaint: string | undefined,
): { type?: string; message?: string; file?: string; line?: number } {
	const message = diagnostic?.message() ?? (comments === "" ? complaint : comments);
	const type = diagnostic?.value("failureType") ?? diagnostic?.value("type");
	// bats: (in test file FILE, line 2); Perl: at FILE line 5.
	const text = `${comments}\n${message ?? ""}`;
	const place = /in test file (.{1,4096}?), line (\d+)\)|\bat (\S{1,4096}) line (\d+)\.$/m.exec(text);
	const known = diagnostic?.place() ?? {};
	return {
		...(type === undefined ? {} : { type: type.slice(0, 300) }),
		...(message === undefined ? {} : { message: message.slice(0, MESSAGE_LIMIT) }),
		...(known.file === undefined && place !== null
			? placed(place[1] ?? place[3] ?? "", place[2] ?? place[4])
			: known),
	};
}
