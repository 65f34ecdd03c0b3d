import {
	createWriteStream,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** Reports of any size, made the same each time, with the totals that a reader has to find in them. */

export type Format = "cobertura" | "jacoco" | "lcov" | "junit";
export const FORMATS: readonly Format[] = ["cobertura", "jacoco", "lcov", "junit"];

/** Covered (or failed) and all. */
export type Totals = Record<string, readonly [number, number]>;

export interface Made {
	path: string;
	bytes: number;
	totals: Totals;
}

/** Where made files and peers are kept from run to run. */
export const CACHE = join(tmpdir(), "sluice-bench");

/** Raised when what is generated changes. */
const VERSION = 3;

const LINES_OF_FILE = 300;

/** A small generator of numbers: the same ones on every machine. */
class Chance {
	#state: number;
	constructor(seed: number) {
		this.#state = seed;
	}
	below(limit: number): number {
		this.#state = (Math.imul(this.#state, 1_103_515_245) + 12_345) & 0x7fffffff;
		return (this.#state >>> 8) % limit;
	}
}

class Tally {
	readonly #counts = new Map<string, [number, number]>();
	add(what: string, hit: boolean): boolean {
		const count = this.#counts.get(what) ?? [0, 0];
		count[0] += hit ? 1 : 0;
		count[1]++;
		this.#counts.set(what, count);
		return hit;
	}
	totals(): Totals {
		return Object.fromEntries(this.#counts);
	}
}

/** Hits as programs have them: a quarter of lines none, most few, some very many. */
function hits(chance: Chance): number {
	const kind = chance.below(100);
	return kind < 25
		? 0
		: kind < 75
			? 1 + chance.below(20)
			: kind < 95
				? chance.below(2000) + 1
				: chance.below(500_000) + 1;
}

type Part = (index: number, chance: Chance, tally: Tally) => string;

const PARTS: Record<Format, { begin: string; end: string; part: Part }> = {
	cobertura: {
		begin: `<?xml version="1.0" ?>\n<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">\n<coverage line-rate="0.75" branch-rate="0.5" version="1.9" timestamp="1700000000">\n<sources><source>/srv/shop</source></sources>\n<packages><package name="shop" line-rate="0.75" branch-rate="0.5" complexity="0"><classes>\n`,
		end: "</classes></package></packages>\n</coverage>\n",
		part: (index, chance, tally) => {
			tally.add("files", true);
			const lines: string[] = [];
			for (let line = 1; line <= LINES_OF_FILE; line++) {
				const count = hits(chance);
				tally.add("lines", count > 0);
				if (line % 12 !== 0) {
					lines.push(`\t\t\t\t\t<line number="${line}" hits="${count}" branch="false"/>`);
					continue;
				}
				const taken = count === 0 ? 0 : chance.below(3);
				tally.add("branches", taken > 0);
				tally.add("branches", taken > 1);
				lines.push(
					`\t\t\t\t\t<line number="${line}" hits="${count}" branch="true" condition-coverage="${taken * 50}% (${taken}/2)">\n\t\t\t\t\t\t<conditions><condition number="0" type="jump" coverage="${taken * 50}%"/></conditions>\n\t\t\t\t\t</line>`,
				);
			}
			return `\t\t\t<class name="Item${index}" filename="src/module${index % 97}/item${index}.py" complexity="0" line-rate="0.75" branch-rate="0.5">\n\t\t\t\t<methods/>\n\t\t\t\t<lines>\n${lines.join("\n")}\n\t\t\t\t</lines>\n\t\t\t</class>\n`;
		},
	},
	jacoco: {
		begin: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd"><report name="shop"><sessioninfo id="runner-1" start="1700000000000" dump="1700000100000"/>`,
		end: "</report>",
		part: (index, chance, tally) => {
			tally.add("files", true);
			const folder = `org/example/module${index}`;
			const methods: string[] = [];
			for (let line = 1; line <= LINES_OF_FILE; line += 15) {
				const ran = tally.add("functions", chance.below(4) > 0) ? 1 : 0;
				methods.push(
					`<method name="step${line}" desc="(Ljava/lang/String;I)V" line="${line}"><counter type="INSTRUCTION" missed="${ran ? 0 : 9}" covered="${ran * 9}"/><counter type="LINE" missed="${ran ? 0 : 3}" covered="${ran * 3}"/><counter type="COMPLEXITY" missed="${1 - ran}" covered="${ran}"/><counter type="METHOD" missed="${1 - ran}" covered="${ran}"/></method>`,
				);
			}
			const lines: string[] = [];
			for (let line = 1; line <= LINES_OF_FILE; line++) {
				const ran = chance.below(4) > 0;
				tally.add("lines", ran);
				const arms = line % 12 === 0 ? 2 : 0;
				const taken = ran && arms > 0 ? chance.below(3) : 0;
				for (let arm = 0; arm < arms; arm++) tally.add("branches", arm < taken);
				lines.push(
					`<line nr="${line}" mi="${ran ? 0 : 4}" ci="${ran ? 4 : 0}" mb="${arms - taken}" cb="${taken}"/>`,
				);
			}
			return `<package name="${folder}"><class name="${folder}/Item" sourcefilename="Item.java">${methods.join("")}</class><sourcefile name="Item.java">${lines.join("")}<counter type="LINE" missed="75" covered="225"/></sourcefile></package>`;
		},
	},
	lcov: {
		begin: "",
		end: "",
		part: (index, chance, tally) => {
			tally.add("files", true);
			const out = ["TN:", `SF:/srv/shop/src/module${index % 97}/item${index}.c`];
			const counts: string[] = [];
			for (let line = 1; line <= LINES_OF_FILE; line += 15) {
				const count = hits(chance);
				tally.add("functions", count > 0);
				out.push(`FN:${line},item${index}_step_${line}`);
				counts.push(`FNDA:${count},item${index}_step_${line}`);
			}
			out.push(...counts, "FNF:20", "FNH:15");
			for (let line = 12; line <= LINES_OF_FILE; line += 12) {
				for (let arm = 0; arm < 2; arm++) {
					const count = hits(chance);
					tally.add("branches", count > 0);
					out.push(`BRDA:${line},0,${arm},${count === 0 && arm === 0 ? "-" : count}`);
				}
			}
			out.push("BRF:50", "BRH:37");
			for (let line = 1; line <= LINES_OF_FILE; line++) {
				const count = hits(chance);
				tally.add("lines", count > 0);
				out.push(`DA:${line},${count}`);
			}
			out.push("LF:300", "LH:225", "end_of_record", "");
			return out.join("\n");
		},
	},
	junit: {
		begin: `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n`,
		end: "</testsuites>\n",
		part: (index, chance, tally) => {
			const cases: string[] = [];
			for (let test = 0; test < 100; test++) {
				const begin = `<testcase name="does step ${test} of item ${index} &amp; more" classname="org.example.shop.module${index % 97}.ItemTest" time="0.${chance.below(1000)}"`;
				const failed = tally.add("tests", chance.below(200) === 0);
				cases.push(
					failed
						? `\t\t${begin}>\n\t\t\t<failure message="expected: &lt;1&gt; but was: &lt;2&gt;" type="org.opentest4j.AssertionFailedError"><![CDATA[org.opentest4j.AssertionFailedError: expected: <1> but was: <2>\n${"\tat org.example.shop.ItemTest.step(ItemTest.java:42)\n".repeat(20)}]]></failure>\n\t\t</testcase>`
						: `\t\t${begin}/>`,
				);
			}
			const log = `2026-11-01T10:00:00.000Z INFO shop.item${index} - step taken\n`.repeat(20);
			return `\t<testsuite name="org.example.shop.module${index % 97}.ItemTest" tests="100" errors="0" skipped="0" time="1.5">\n${cases.join("\n")}\n\t\t<system-out><![CDATA[${log}]]></system-out>\n\t</testsuite>\n`;
		},
	},
};

/**
 * A report of at least `bytes`, from the cache where it is there. Beyond `distinct` bytes a report of coverage
 * goes on with the same files from the first one, as one that was put together from many test runs: no
 * repository has the hundred million lines that a gigabyte of different ones would be.
 */
export async function makeReport(format: Format, bytes: number, distinct = bytes): Promise<Made> {
	mkdirSync(CACHE, { recursive: true });
	const path = join(
		CACHE,
		`${format}-${bytes}-${distinct}-v${VERSION}.${format === "lcov" ? "info" : "xml"}`,
	);
	const notes = `${path}.json`;
	if (existsSync(path) && existsSync(notes))
		return { path, bytes: statSync(path).size, totals: JSON.parse(readFileSync(notes, "utf8")) as Totals };
	const { begin, end, part } = PARTS[format];
	const tally = new Tally();
	function* text(): Generator<string> {
		yield begin;
		let size = begin.length;
		let files = 0;
		for (let index = 0; size < bytes; index++) {
			if (files === 0 && size >= distinct && format !== "junit") files = index;
			const number = files === 0 ? index : index % files;
			const more = part(number, new Chance(number * 7919 + 1), files === 0 ? tally : new Tally());
			size += more.length;
			yield more;
		}
		yield end;
	}
	await pipeline(Readable.from(text()), createWriteStream(`${path}.part`));
	writeFileSync(notes, JSON.stringify(tally.totals()));
	renameSync(`${path}.part`, path);
	return { path, bytes: statSync(path).size, totals: tally.totals() };
}
