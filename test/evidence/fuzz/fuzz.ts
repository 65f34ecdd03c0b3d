import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Broken } from "./broken.ts";
import type { FuzzMessage, FuzzOrder } from "./worker.ts";

/** Fuzzing of the report readers: mutations and truncations of the fixtures, under a watch. */

export interface FuzzResult {
	defects: { what: string; message: string; input: Uint8Array | undefined }[];
	mutations: number;
	refused: number;
	read: number;
	truncations: number;
	formats: string[];
	/** Formats of the reports that were mutated. */
	mutated: string[];
	/** Of every input and what reading it ended with. */
	digest: string;
}

/** An input that takes longer is a hang (milliseconds): the largest fixture is read in well below one second. */
const HANG = 20_000;
/** A reader that needs more for a fixture of 200 kB has no bound (MiB). */
const MEMORY = 512;
/** More defects than anybody reads. */
const DEFECT_LIMIT = 20;

/** All files below a folder, sorted; documents are left out. */
export function filesBelow(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.map((path) => join(folder, path))
		.filter((path) => statSync(path).isFile() && !path.endsWith(".md"))
		.sort();
}

/** Fuzzes for some seconds, or until so many mutations were made. The same seed gives the same inputs in the same order. */
export function fuzz(options: {
	folder: string;
	seed: number;
	seconds: number;
	mutations?: number;
	broken?: Broken;
	/** Milliseconds after which an input is a hang. */
	hang?: number;
}): Promise<FuzzResult> {
	const { promise, resolve } = Promise.withResolvers<FuzzResult>();
	const order: FuzzOrder = {
		files: filesBelow(options.folder),
		seed: options.seed,
		until: Date.now() + options.seconds * 1000,
		atLeast: options.mutations ?? (options.seconds === 0 ? 0 : 500),
		exactly: options.mutations !== undefined,
		broken: options.broken,
	};
	const result: FuzzResult = {
		defects: [],
		mutations: 0,
		refused: 0,
		read: 0,
		truncations: 0,
		formats: [],
		mutated: [],
		digest: "",
	};
	const worker = new Worker(new URL("./worker.ts", import.meta.url), {
		workerData: order,
		resourceLimits: { maxOldGenerationSizeMb: MEMORY },
	});
	let now = "the start";
	const end = async (defect?: string) => {
		clearTimeout(timer);
		if (defect !== undefined) result.defects.push({ what: now, message: defect, input: undefined });
		resolve(result);
		await worker.terminate();
	};
	const { hang = HANG } = options;
	const watch = () => setTimeout(() => void end(`a hang of more than ${hang / 1000} s`), hang);
	let timer = watch();
	worker.on("message", (message: FuzzMessage) => {
		clearTimeout(timer);
		timer = watch();
		if (message.kind === "begin") now = message.what;
		else if (message.kind === "end") {
			const { kind, ...totals } = message;
			Object.assign(result, totals);
			void end();
		} else {
			result.defects.push(message);
			if (result.defects.length >= DEFECT_LIMIT) void end();
		}
	});
	worker.on("error", (error: Error) => void end(error.stack ?? error.message));
	worker.on(
		"exit",
		(code) => void end(code === 0 || code === 1 ? undefined : `the reader's thread ended with ${code}`),
	);
	return promise;
}
