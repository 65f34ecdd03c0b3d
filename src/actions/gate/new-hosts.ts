import type { AddedLines } from "../../git/diff.js";
import { type Base, type Bases, baseOf } from "./bases.js";
import { hostsOfFailures } from "./excuses.js";
import type { Leg } from "./match.js";
import type { GatePorts } from "./ports.js";

/** Hosts that failures are about and that this change brings in. Pure but for its ports. */

export interface NewHostsQuestion {
	workingTree: boolean;
	head: string;
	ports: Pick<GatePorts, "linesWith">;
}

/** The most hosts that are looked for; a failure about any beyond counts as the change's. */
const HOST_LIMIT = 200;

/** Hosts that occur in a line which the change adds and in no line of the base, by service: mistyped names. */
export async function findNewHosts(
	question: NewHostsQuestion,
	legs: readonly Leg[],
	ours: ReadonlySet<string>,
	bases: Bases,
	added: (base: string) => Promise<AddedLines>,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
	const hosts = hostsOfFailures(
		legs.map(({ evidence }) => evidence),
		ours,
	);
	const answers = new Map<string, Promise<boolean>>();
	const isNew = (host: string, base: Base): Promise<boolean> => {
		// With a base that is not known nothing shows that the host is an old one.
		if (base.kind !== "commit") return Promise.resolve(base.kind === "unknown");
		const key = `${base.commit} ${host}`;
		const answer =
			answers.get(key) ?? (answers.size >= HOST_LIMIT ? Promise.resolve(true) : ask(host, base.commit));
		answers.set(key, answer);
		return answer;
	};
	const ask = async (host: string, base: string) => {
		const lines = await added(base);
		const now = await question.ports.linesWith(host, question.workingTree ? "working-tree" : question.head);
		if (!now.some(({ path, line }) => lines.get(path)?.includes(line) === true)) return false;
		return (await question.ports.linesWith(host, base)).length === 0;
	};
	const found = new Map<string, Set<string>>();
	for (const [service, named] of hosts) {
		for (const host of named) {
			if (!(await isNew(host, baseOf(bases, service)))) continue;
			const set = found.get(service) ?? new Set<string>();
			found.set(service, set.add(host));
		}
	}
	return found;
}
