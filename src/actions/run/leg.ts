import { createHash } from "node:crypto";

/** The name of a leg: the job and its matrix values, so that no two jobs of a run write the same evidence. Pure. */

export interface LegParts {
	/** GITHUB_JOB, or undefined in a terminal. */
	job: string | undefined;
	matrix: Readonly<Record<string, unknown>> | undefined;
	shard: { index: number; count: number } | undefined;
	/** The input `leg`. */
	leg: string | undefined;
}

/** The readable part of a leg; what is longer is told apart by its hash. */
const READABLE = 48;

/**
 * Letters, digits, `-` and `_`. Matrix values are shown as far as they fit; a hash of the whole matrix follows,
 * since `node 20` and `node-20` would read the same.
 */
export function legName({ job, matrix, shard, leg }: LegParts): string {
	const parts = [slug(job ?? "local", READABLE)];
	if (matrix !== undefined) {
		const text = canonical(matrix);
		const values = slug(leaves(matrix).join("-"), READABLE);
		const hash = createHash("sha256").update(text).digest("hex").slice(0, 10);
		parts.push(values === "" ? hash : `${values}-${hash}`);
	}
	if (shard !== undefined) parts.push(`s${shard.index}of${shard.count}`);
	if (leg !== undefined) parts.push(leg);
	return parts.join("-");
}

/** The values of a matrix as dotted path and text, sorted by path. */
export function matrixValues(matrix: Readonly<Record<string, unknown>>): [string, string][] {
	const values: [string, string][] = [];
	const walk = (path: string, value: unknown): void => {
		if (typeof value !== "object" || value === null) {
			values.push([path, String(value)]);
			return;
		}
		for (const [key, each] of Object.entries(value)) walk(path === "" ? key : `${path}.${key}`, each);
	};
	walk("", matrix);
	return values.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function slug(text: string, limit: number): string {
	return text
		.replace(/[^A-Za-z0-9_]+/g, "-")
		.slice(0, limit)
		.replace(/^-+|-+$/g, "");
}

function leaves(value: unknown): string[] {
	if (typeof value !== "object" || value === null) return [String(value)];
	return Object.keys(value)
		.sort()
		.flatMap((key) => leaves((value as Record<string, unknown>)[key]));
}

/** JSON with sorted keys: the order of a matrix's keys means nothing. */
function canonical(value: unknown): string {
	if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
	if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
	const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(",")}}`;
}
