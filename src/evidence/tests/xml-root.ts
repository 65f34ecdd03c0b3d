import { UserError } from "../../runner/errors.js";
import type { XmlElement } from "../xml.js";

/** The error of a file whose root element is another one than its format has. */
export function otherRoot(file: string, format: string, element: XmlElement): UserError {
	const { name, line, column } = element;
	return new UserError(
		"report-format",
		`${file} is no ${format} report: its root element is <${name.slice(0, 60)}>`,
		{ file, line, column, hint: "Name the reports of this format, or leave the file out." },
	);
}
