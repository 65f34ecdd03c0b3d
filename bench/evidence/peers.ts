import { execFileSync } from "node:child_process";
import { copyFileSync, createReadStream, existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { CACHE, type Format, type Totals } from "./reports.ts";

/** Other parsers on the same file, each used as its documentation says, counting the same things. */

const FOLDER = join(CACHE, "peers");

/** Installs the exact versions of bench/peers, once. */
export function installPeers(): void {
	const own = join(import.meta.dirname, "../peers");
	mkdirSync(FOLDER, { recursive: true });
	const there = join(FOLDER, "package-lock.json");
	const lock = join(own, "package-lock.json");
	if (
		existsSync(join(FOLDER, "node_modules")) &&
		existsSync(there) &&
		readFileSync(there).equals(readFileSync(lock))
	)
		return;
	for (const file of ["package.json", "package-lock.json"]) copyFileSync(join(own, file), join(FOLDER, file));
	execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
		cwd: FOLDER,
		stdio: "inherit",
	});
}

export const PEERS: Readonly<Record<Format, readonly string[]>> = {
	cobertura: ["saxes", "sax", "fast-xml-parser", "xml2js"],
	jacoco: ["saxes", "sax", "fast-xml-parser", "xml2js"],
	junit: ["saxes", "sax", "fast-xml-parser", "xml2js"],
	lcov: ["lcov-parse", "parse-lcov"],
};

/** A parser's events or tree, as far as counting needs them. */
interface Sax {
	on(name: string, listener: (tag: { name: string; attributes: Record<string, string> }) => void): void;
	write(text: string): unknown;
	close(): unknown;
}

/** Counts elements as they open. */
function counter(format: Format) {
	const counts: Record<string, [number, number]> = {};
	const add = (what: string, hit: boolean) => {
		counts[what] ??= [0, 0];
		counts[what][0] += hit ? 1 : 0;
		counts[what][1]++;
	};
	const open = (name: string, attributes: Record<string, string>) => {
		if (format === "junit") {
			if (name === "testcase") add("tests", false);
			else if (name === "failure" && counts.tests !== undefined) counts.tests[0]++;
		} else if (name === "line" && format === "cobertura") {
			add("lines", Number(attributes.hits) > 0);
			const arms = /\((\d+)\/(\d+)\)/.exec(attributes["condition-coverage"] ?? "");
			for (let arm = 0; arm < Number(arms?.[2] ?? 0); arm++) add("branches", arm < Number(arms?.[1]));
		} else if (name === "line") {
			add("lines", Number(attributes.ci) > 0);
			const taken = Number(attributes.cb);
			for (let arm = 0; arm < taken + Number(attributes.mb); arm++) add("branches", arm < taken);
		}
	};
	return { counts, open };
}

/** Walks a tree of fast-xml-parser or xml2js: elements are keys, attributes are below `$`. */
function walk(tree: unknown, open: (name: string, attributes: Record<string, string>) => void): void {
	if (tree === null || typeof tree !== "object") return;
	for (const [name, value] of Object.entries(tree)) {
		if (name === "$") continue;
		for (const each of Array.isArray(value) ? value : [value]) {
			if (each !== null && typeof each === "object") {
				open(name, ((each as Record<string, unknown>).$ ?? {}) as Record<string, string>);
				walk(each, open);
			} else open(name, {});
		}
	}
}

interface LcovFile {
	lines: { details: { hit: number }[] };
	branches: { details: { taken: number }[] };
	functions: { details: { hit: number }[] };
}

function lcovTotals(files: readonly LcovFile[]): Totals {
	const sum = (hits: (file: LcovFile) => number[]): readonly [number, number] => {
		let covered = 0;
		let all = 0;
		for (const file of files) {
			for (const hit of hits(file)) {
				all++;
				if (hit > 0) covered++;
			}
		}
		return [covered, all];
	};
	return {
		lines: sum((file) => file.lines.details.map(({ hit }) => hit)),
		branches: sum((file) => file.branches.details.map(({ taken }) => taken)),
	};
}

/** What a peer finds in a report. */
export async function readPeer(peer: string, format: Format, path: string): Promise<Totals> {
	const load = createRequire(join(FOLDER, "package.json"));
	const { counts, open } = counter(format);
	if (peer === "saxes" || peer === "sax") {
		const parser: Sax =
			peer === "saxes" ? new (load("saxes").SaxesParser)({}) : load("sax").createStream(true, {});
		parser.on("opentag", ({ name, attributes }) => open(name, attributes));
		const source = createReadStream(path, { highWaterMark: 1024 * 1024, encoding: "utf8" });
		if (peer === "saxes") {
			for await (const chunk of source) parser.write(chunk as string);
			parser.close();
		} else {
			await new Promise((resolve, reject) => {
				(source.pipe(parser as never) as NodeJS.EventEmitter).on("end", resolve).on("error", reject);
			});
		}
		return counts;
	}
	const text = readFileSync(path, "utf8");
	if (peer === "fast-xml-parser") {
		const { XMLParser } = load("fast-xml-parser");
		const options = { ignoreAttributes: false, attributesGroupName: "$", attributeNamePrefix: "" };
		walk(new XMLParser(options).parse(text), open);
		return counts;
	}
	if (peer === "xml2js") {
		walk(await load("xml2js").parseStringPromise(text), open);
		return counts;
	}
	if (peer === "lcov-parse") {
		const files = await new Promise<LcovFile[]>((resolve, reject) => {
			load("lcov-parse")(path, (error: unknown, data: LcovFile[]) => (data ? resolve(data) : reject(error)));
		});
		return lcovTotals(files);
	}
	const loaded = load("parse-lcov");
	return lcovTotals((loaded.default ?? loaded)(text));
}
