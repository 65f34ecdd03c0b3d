import { BEHIND_THE_GATE, type Service } from "../../catalog/service.js";

/** What a workflow fans out over. Pure. */

/** GitHub runs at most 256 jobs of one matrix (docs.github.com, Actions limits). */
export const MATRIX_LIMIT = 256;

export interface MatrixEntry {
	service: string;
	path: string;
	level: string;
}

export interface Matrix {
	include: MatrixEntry[];
}

/** An entry for each service and declared level but `e2e`, in the services' and the manifests' order. */
export function matrixEntries(services: readonly Service[]): MatrixEntry[] {
	return entriesOf(services, (level) => level !== BEHIND_THE_GATE);
}

/** The entries of the job behind the gate. */
export function endToEndEntries(services: readonly Service[]): MatrixEntry[] {
	return entriesOf(services, (level) => level === BEHIND_THE_GATE);
}

function entriesOf(services: readonly Service[], wanted: (level: string) => boolean): MatrixEntry[] {
	return services.flatMap(({ name, path, levels }) =>
		levels.filter(({ level }) => wanted(level)).map(({ level }) => ({ service: name, path, level })),
	);
}

/** The entries in parts that GitHub takes as one matrix each; no part where there is no entry. */
export function shardsOf(entries: readonly MatrixEntry[], limit = MATRIX_LIMIT): Matrix[] {
	const shards: Matrix[] = [];
	for (let start = 0; start < entries.length; start += limit)
		shards.push({ include: entries.slice(start, start + limit) });
	return shards;
}
