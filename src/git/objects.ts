import { type ChildProcess, spawn } from "node:child_process";
import { Readable } from "node:stream";
import { GitError, gitEnvironment, notStarted, SAFE_CONFIG } from "./process.js";
import { endWith, killGroup, stoppedError } from "./stop.js";
import {
	completeTrace,
	REMOTE_SETTINGS,
	type RepositoryTrace,
	TRACE_FD,
	TRACED_CONFIG,
	traceEnvironment,
} from "./trace.js";

/** An object of the repository. */
export interface GitObject {
	hash: string;
	/** `commit`, `tree`, `blob` or `tag`. */
	type: string;
	/** Bytes. */
	size: number;
	/** Undefined where only its kind was asked, or where it is larger than the limit. */
	content: Buffer | undefined;
}

/** One long-lived `git cat-file` that answers all questions for objects. */
export interface ObjectReader {
	/**
	 * Kind and size of each named object (`HEAD`, a hash, `<hash>^{commit}`), in the order of the names; undefined
	 * for one that is not here. What nothing in a partial clone refers to is not fetched for it.
	 */
	info(names: readonly string[]): Promise<(GitObject | undefined)[]>;
	/**
	 * The same, with contents of at most `limit` bytes (default 64 MiB); larger ones are skipped, not kept. What a
	 * partial clone left out is fetched.
	 */
	contents(names: readonly string[], limit?: number): Promise<(GitObject | undefined)[]>;
	/** Starts the process, and gives what it tells of the repository; undefined where it tells nothing. */
	begun(): Promise<RepositoryTrace | undefined>;
}

interface Question {
	names: readonly string[];
	contents: boolean;
	limit: number;
	found: (GitObject | undefined)[];
	resolve: (found: (GitObject | undefined)[]) => void;
	reject: (error: unknown) => void;
}

const LIMIT = 64 * 1024 * 1024;

/** Milliseconds without a question until the process is ended; the next question starts another. */
const IDLE = 10_000;

/** Starts nothing before the first question, and keeps no program alive when no question is open. */
export function objectReader(options: {
	directory: string;
	environment: Readonly<Record<string, string | undefined>>;
	/** Aborted when nobody wants answers any more: then the process is ended, and open questions fail. */
	signal?: AbortSignal | undefined;
}): ObjectReader {
	let running: Running | undefined;
	/** The one that may fetch, where a partial clone lacks what was asked for. */
	let fetching: Running | undefined;
	const reader = () => {
		running ??= start(options, NO_FETCH, (ended) => {
			if (running === ended) running = undefined;
		});
		return running;
	};
	const fetcher = () => {
		fetching ??= start(options, {}, (ended) => {
			if (fetching === ended) fetching = undefined;
		});
		return fetching;
	};
	const ask = (
		from: () => Running,
		names: readonly string[],
		contents: boolean,
		limit: number,
	): Promise<(GitObject | undefined)[]> => {
		if (names.length === 0) return Promise.resolve([]);
		// Names come in lines: one with a line feed would be two questions.
		const wrong = names.find((name) => /[\n\0]/.test(name));
		if (wrong !== undefined) return Promise.reject(new Error(`${JSON.stringify(wrong)} names no object`));
		const { signal } = options;
		if (signal?.aborted === true) return Promise.reject(stoppedError(signal, "cat-file"));
		const { promise, resolve, reject } = Promise.withResolvers<(GitObject | undefined)[]>();
		from().ask({ names, contents, limit, found: [], resolve, reject });
		return promise;
	};
	/** Whether git was asked for contents that it could only give after it has fetched them. */
	let lacks = false;
	const answer = async (names: readonly string[], contents: boolean, limit: number) => {
		// A question that waits behind another one may end with it: then it is asked again.
		for (let attempts = contents ? 1 : 2; attempts > 0 && !(contents && lacks); attempts--) {
			try {
				return await ask(reader, names, contents, limit);
			} catch (error) {
				// It ends where it may not fetch what the clone was promised.
				if (!(error instanceof GitError) || !/ promisor remote$/m.test(error.stderr)) throw error;
				lacks ||= contents;
			}
		}
		return ask(fetcher, names, contents, limit);
	};
	return {
		begun: () => {
			// With these the files are elsewhere than the working tree tells.
			const { GIT_COMMON_DIR, GIT_SHALLOW_FILE } = options.environment;
			if (GIT_COMMON_DIR !== undefined || GIT_SHALLOW_FILE !== undefined) return Promise.resolve(undefined);
			return reader().begun;
		},
		info: (names) => answer(names, false, 0),
		contents: (names, limit = LIMIT) => answer(names, true, limit),
	};
}

/** Of git 2.39.4, 2.45 and newer ones. Others fetch. */
const NO_FETCH = { GIT_NO_LAZY_FETCH: "1" };

interface Running {
	ask(question: Question): void;
	begun: Promise<RepositoryTrace | undefined>;
}

function start(
	options: Parameters<typeof objectReader>[0],
	environment: Readonly<Record<string, string>>,
	ended: (ended: Running) => void,
): Running {
	const args = ["cat-file", "--batch-command", "--buffer"];
	const child = spawn("git", [...SAFE_CONFIG, ...TRACED_CONFIG, ...args], {
		cwd: options.directory,
		env: { ...gitEnvironment(options.environment), ...traceEnvironment(REMOTE_SETTINGS), ...environment },
		stdio: ["pipe", "pipe", "pipe", "pipe"],
		// A group of its own: where objects are missing, git starts others to fetch them.
		detached: true,
	});
	endWith(options.signal, child);
	const { stdin, stdout, stderr: err } = child;
	if (stdin === null || stdout === null || err === null) throw new Error("git was started without pipes");
	const queue: Question[] = [];
	let stderr = "";
	let idle: NodeJS.Timeout | undefined;
	const fail = (error: unknown) => {
		for (const question of queue.splice(0)) question.reject(error);
	};
	const answers = answerParser(queue);
	const begun = beginning(child, () => {
		if (queue.length === 0) hold(child, false);
	});
	stdout.on("data", (chunk: Buffer) => {
		try {
			answers(chunk);
		} catch (error) {
			fail(error);
			killGroup(child);
		}
		if (queue.length > 0) return;
		hold(child, false);
		idle = setTimeout(() => {
			ended(self);
			stdin.end();
		}, IDLE);
		idle.unref();
	});
	err.on("data", (chunk: Buffer) => {
		if (stderr.length < 64 * 1024) stderr += chunk.toString("utf8");
	});
	stdin.on("error", () => undefined);
	child.on("error", (cause) => {
		ended(self);
		fail(notStarted(cause));
	});
	child.on("close", (code, signal) => {
		clearTimeout(idle);
		ended(self);
		if (options.signal?.aborted === true) fail(stoppedError(options.signal, "cat-file"));
		else fail(new GitError(args, code ?? 128, signal, stderr.trim()));
	});
	const self: Running = {
		ask: (question) => {
			clearTimeout(idle);
			hold(child, true);
			queue.push(question);
			const command = question.contents ? "contents" : "info";
			stdin.write(`${question.names.map((name) => `${command} ${name}\n`).join("")}flush\n`);
		},
		begun,
	};
	return self;
}

/** Milliseconds that git has to tell of its beginning; it does so before it answers. */
const BEGINNING = 2_000;

/** What git writes to its trace when it begins; what comes later is thrown away. */
function beginning(child: ChildProcess, told: () => void): Promise<RepositoryTrace | undefined> {
	const { promise, resolve } = Promise.withResolvers<RepositoryTrace | undefined>();
	const tracing = child.stdio[TRACE_FD];
	let trace: string | undefined = "";
	const tell = (found: RepositoryTrace | undefined) => {
		if (trace === undefined) return;
		trace = undefined;
		clearTimeout(timer);
		resolve(found);
		told();
	};
	const timer = setTimeout(() => tell(undefined), BEGINNING);
	if (!(tracing instanceof Readable)) {
		tell(undefined);
		return promise;
	}
	tracing.setEncoding("utf8");
	tracing.on("data", (chunk: string) => {
		if (trace === undefined) return;
		trace += chunk;
		const found = completeTrace(trace);
		if (found !== undefined || trace.length > 1024 * 1024) tell(found);
	});
	tracing.on("error", () => tell(undefined));
	tracing.on("close", () => tell(undefined));
	return promise;
}

/** Whether the process keeps this program running. */
function hold(child: ChildProcess, held: boolean): void {
	for (const each of [child, ...child.stdio] as ({ ref?(): void; unref?(): void } | null)[]) {
		if (each === null) continue;
		if (held) each.ref?.();
		else each.unref?.();
	}
}

/** Reads answers in chunks of any size and gives them to the questions in their order. */
function answerParser(queue: Question[]): (chunk: Buffer) => void {
	let rest: Buffer = Buffer.alloc(0);
	/** The object whose contents are being read, with what is there of them. */
	let open: { object: GitObject; left: number; parts: Buffer[] | undefined } | undefined;

	const answer = (object: GitObject | undefined) => {
		const [question] = queue;
		if (question === undefined) throw new Error("git cat-file answered without a question");
		question.found.push(object);
		if (question.found.length < question.names.length) return;
		queue.shift();
		question.resolve(question.found);
	};
	return (chunk) => {
		let at = 0;
		const data = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
		rest = Buffer.alloc(0);
		while (at < data.length) {
			if (open !== undefined) {
				// The line feed after the contents is counted in `left`.
				const part = data.subarray(at, at + open.left);
				open.parts?.push(part);
				open.left -= part.length;
				at += part.length;
				if (open.left > 0) break;
				const { object, parts } = open;
				open = undefined;
				answer({ ...object, content: parts && Buffer.concat(parts).subarray(0, object.size) });
				continue;
			}
			const end = data.indexOf(0x0a, at);
			if (end < 0) {
				rest = Buffer.from(data.subarray(at));
				break;
			}
			const line = data.toString("utf8", at, end);
			at = end + 1;
			const match = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(line);
			if (match === null) {
				if (!/ (missing|ambiguous)$/.test(line))
					throw new Error(`git cat-file wrote ${JSON.stringify(line.slice(0, 200))}`);
				answer(undefined);
				continue;
			}
			const [, hash = "", type = "", size = ""] = match;
			const object = { hash, type, size: Number(size), content: undefined };
			const question = queue[0];
			if (question?.contents !== true) answer(object);
			else open = { object, left: object.size + 1, parts: object.size > question.limit ? undefined : [] };
		}
	};
}
