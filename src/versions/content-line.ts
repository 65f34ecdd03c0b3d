/** A commit of the line. */
interface LineCommit {
	hash: string;
	parents: readonly string[];
	tree: string;
	/** Services touched per difference, in the parents' order. */
	touched: readonly ReadonlySet<string>[];
}

const NOTHING: ReadonlySet<string> = new Set();

/** The first-parent line of a commit, which names the contents of services. */
export class ContentLine {
	#cursor: string | undefined;
	readonly #nameless: Set<string>;
	readonly #contents = new Map<string, string>();
	readonly #boundary: ReadonlySet<string>;

	/** `boundary`: that of a shallow clone. */
	constructor(head: string, services: Iterable<string>, boundary: ReadonlySet<string>) {
		this.#cursor = head;
		this.#nameless = new Set(services);
		this.#boundary = boundary;
	}

	/** Whether commits are still to come that name some services. */
	get isOpen(): boolean {
		return this.#nameless.size > 0 && (this.#cursor === undefined || !this.#boundary.has(this.#cursor));
	}

	/**
	 * The newest commit on the line whose difference to its first parent touches the service; where there is none,
	 * the first commit of the line. Undefined where a shallow clone hides it.
	 */
	content(service: string): string | undefined {
		return this.#contents.get(service);
	}

	/** Goes on along the line, as far as its commits were met. */
	follow(met: ReadonlyMap<string, LineCommit>): void {
		while (this.#cursor !== undefined && this.#nameless.size > 0) {
			const node = met.get(this.#cursor);
			if (node === undefined || this.#boundary.has(node.hash)) return;
			const first = node.parents[0];
			let touched = node.touched[0] ?? NOTHING;
			if (node.parents.length > 1 && node.touched.length < node.parents.length) {
				const parent = first === undefined ? undefined : met.get(first);
				// Which parent the merge equals is told by the parent's tree, which comes later.
				if (parent === undefined) return;
				if (parent.tree === node.tree) touched = NOTHING;
			}
			for (const service of first === undefined ? [...this.#nameless] : touched) {
				if (!this.#nameless.delete(service)) continue;
				this.#contents.set(service, node.hash);
			}
			this.#cursor = first;
		}
	}
}
