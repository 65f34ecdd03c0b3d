import { z } from "zod";

/**
 * What is written of a `Problem`. Lines and columns count from 1. In a file of its own, since every command tells
 * problems and few read them.
 */
export const problemSchema = z.strictObject({
	severity: z.enum(["error", "warning", "notice"]),
	/** Stable, kebab-case, for programs. */
	code: z.string(),
	message: z.string(),
	file: z.string().optional(),
	line: z.int().positive().optional(),
	/** The last line, where the finding is about several. */
	endLine: z.int().positive().optional(),
	column: z.int().positive().optional(),
	hint: z.string().optional(),
});
