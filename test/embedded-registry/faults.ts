/** Faults that a test orders: rules that stand before the normal handling of a request. */
import { setImmediate } from "node:timers/promises";
import type { BodyChange } from "./reply.ts";

export type FaultAction =
	/** This answer instead of the normal one; the request is not handled. */
	| { kind: "status"; status: number; headers?: Record<string, string>; body?: string }
	/**
	 * The connection is reset after so many bytes (default 0): of the request's body for POST, PUT and
	 * PATCH (what came before is received; a shorter body resets at its end), else of the answer's.
	 */
	| { kind: "reset"; afterBytes?: number }
	/** The request is handled, and the connection reset instead of the answer. */
	| { kind: "lost-answer" }
	/** Handled after so many milliseconds; rules after this one still apply. */
	| { kind: "delay"; ms: number }
	/** The answer's body with one bit changed in its first byte. */
	| { kind: "wrong-bytes" }
	/** Only so many bytes of the answer's body, with a Content-Length that agrees. */
	| { kind: "short-body"; bytes: number }
	/** The request is handled, and its answer's status and headers are changed; null removes a header. */
	| { kind: "answer"; status?: number; headers: Record<string, string | null> }
	/** 401 with the registry's own challenge, as for a token that has expired. */
	| { kind: "expired" }
	/** No answer, ever; the connection stays open until a side closes it. */
	| { kind: "hang" }
	/** Nothing of the request's body is read, and no answer; the connection stays open until a side closes it. */
	| { kind: "stop-reading" }
	/** The answer's body stops after so many bytes; the connection stays open until a side closes it. */
	| { kind: "stall"; afterBytes: number };

export interface FaultRule {
	/** Any method, if left out. */
	method?: string;
	/** Of path and query: a RegExp finds, a string is a prefix. Any, if left out. */
	path?: RegExp | string;
	/** Of the whole request, beside the two above. */
	when?(request: { method: string; path: string }): boolean;
	/** The first matching request that it applies to, counted from 1. Default 1. */
	nth?: number;
	/** To how many matching requests it applies. Default: one when `nth` is given, else all. */
	times?: number;
	action: FaultAction;
}

/** What is to happen to one request. */
export interface Fault {
	/** Milliseconds to wait first. */
	delay: number;
	action: Exclude<FaultAction, { kind: "delay" }> | undefined;
}

/** Rules with their counts. Every matching rule counts a request; the first that is due acts. */
export class Faults {
	readonly #rules: { rule: FaultRule; seen: number }[] = [];

	add(rule: FaultRule): void {
		this.#rules.push({ rule, seen: 0 });
	}

	clear(): void {
		this.#rules.length = 0;
	}

	/** Counts a request and says what happens to it. `target` is path and query. */
	next(method: string, target: string): Fault {
		const fault: Fault = { delay: 0, action: undefined };
		for (const entry of this.#rules) {
			if (!matches(entry.rule, method, target)) continue;
			entry.seen += 1;
			const {
				nth = 1,
				times = entry.rule.nth === undefined ? Number.POSITIVE_INFINITY : 1,
				action,
			} = entry.rule;
			if (entry.seen < nth || entry.seen >= nth + times || fault.action) continue;
			if (action.kind === "delay") fault.delay += action.ms;
			else fault.action = action;
		}
		return fault;
	}
}

function matches({ method, path, when }: FaultRule, wantedMethod: string, target: string): boolean {
	if (when?.({ method: wantedMethod, path: target }) === false) return false;
	if (method !== undefined && method !== wantedMethod) return false;
	if (path === undefined) return true;
	return typeof path === "string" ? target.startsWith(path) : target.search(path) >= 0;
}

/** Whether a reset counts the bytes of the request, not of the answer. */
export function resetsRequest(method: string): boolean {
	return method === "POST" || method === "PUT" || method === "PATCH";
}

/** Lets so many bytes pass, then calls `reset` and fails. */
export async function* resetAfter(
	body: AsyncIterable<Uint8Array>,
	bytes: number,
	reset: () => void,
): AsyncGenerator<Uint8Array> {
	let left = bytes;
	if (left > 0) {
		for await (const chunk of body) {
			const passed = chunk.subarray(0, left);
			left -= passed.length;
			yield passed;
			if (left === 0) break;
		}
	}
	// What was passed on is still on its way through this process.
	await setImmediate();
	reset();
	throw new Error("the connection was reset by a fault rule");
}

/** Lets so many bytes pass, and then nothing until the connection is closed. */
export async function* stallAfter(
	body: AsyncIterable<Uint8Array>,
	bytes: number,
	closed: Promise<unknown>,
): AsyncGenerator<Uint8Array> {
	let left = bytes;
	for await (const chunk of body) {
		yield chunk.subarray(0, left);
		left -= chunk.length;
		if (left < 0) await closed;
	}
}

/** One bit of the first byte changed. */
export const wrongBytes: BodyChange = async function* (body) {
	let isFirst = true;
	for await (const chunk of body) {
		const copy = Buffer.from(chunk);
		if (isFirst && copy.length > 0) {
			copy.writeUInt8(copy.readUInt8(0) ^ 1, 0);
			isFirst = false;
		}
		yield copy;
	}
};
