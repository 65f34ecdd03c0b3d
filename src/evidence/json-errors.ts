import { type Place, UserError } from "../runner/errors.js";

/** The errors of JSON that is not as it should be. `place` names the file. Pure. */

export function malformedAt(place: Place, what: string): UserError {
	return new UserError("report-malformed", `${place.file} is no valid JSON: ${what}`, {
		...place,
		hint: "The file is damaged, or something else wrote into it.",
	});
}

/** `wanted` is what should follow. */
export function truncatedAt(place: Place, wanted: string): UserError {
	return new UserError(
		"report-truncated",
		`${place.file} is cut off: it ends where ${wanted} should follow`,
		{
			...place,
			hint: "The tool that writes it did not finish, or the file was copied while it was written.",
		},
	);
}

export function limitAt(place: Place, what: string): UserError {
	return new UserError("report-limit", `${place.file} has ${what}`, {
		...place,
		hint: "This is more than any known tool writes: the file is damaged or hostile.",
	});
}
