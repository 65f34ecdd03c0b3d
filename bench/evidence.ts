import { execFileSync } from "node:child_process";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { ENTRIES, type Entry, runCommand } from "./evidence/command.ts";
import { makePatch } from "./evidence/patch.ts";
import { installPeers, PEERS } from "./evidence/peers.ts";
import { FORMATS, type Format, makeReport, type Totals } from "./evidence/reports.ts";
import type { Options } from "./main.ts";

/**
 * Reading reports: the command `sluice evidence` and our reader alone, beside other parsers, on the same files.
 * Each measurement is a process of its own, the rounds are interleaved, and what was counted is held against
 * what the generator wrote. The command is timed from the start of its process to the end; a reader or a parser
 * from the first byte to the last count.
 */

interface Measured {
	seconds: number;
	cpu: number;
	megabytes: number;
	totals: Totals;
}

interface Budget {
	seconds?: number;
	megabytes?: number;
}

interface Row {
	label: string;
	/** Undefined for peers. */
	budget?: Budget | undefined;
	run(): Measured;
	runs: Measured[];
	note: string;
}

const MEMORY = 200;

export const OPTIONS: Options = {
	rounds: { value: "5", what: "measurements of ours; peers get half of them" },
	size: { value: "100000000", what: "bytes of a report" },
	large: { value: "1000000000", what: "bytes of a large report; 0 leaves those out" },
	only: { value: FORMATS.join(","), what: "these formats" },
	dist: { value: "off", what: "the published command in place of the compiled one" },
	"no-peers": { value: "off", what: "ours alone" },
};

export async function run(option: (name: string) => string): Promise<void> {
	const rounds = Number(option("rounds"));
	const size = Number(option("size"));
	const large = Number(option("large"));
	const entry: Entry = option("dist") === "on" ? "dist" : "build";
	const only = option("only").split(",");
	const formats = FORMATS.filter((each) => only.includes(each));
	const peers = option("no-peers") !== "on";
	if (peers) installPeers();
	const load = () => loadavg()[0]?.toFixed(1);
	console.log(
		`node ${process.version}, ${availableParallelism()} cores, load ${load()}; ${ENTRIES[entry]}; ` +
			"medians (lowest to highest)\n",
	);
	const ours = (format: Format, path: string, budget: Budget): Row[] => [
		{
			label: "`sluice evidence`",
			budget,
			run: () => runCommand(entry, format, path),
			runs: [],
			note: "",
		},
		{
			label: "its reader alone",
			// Memory is asked of the command: this process strips types, too, as those of the peers do.
			budget: budget.seconds === undefined ? {} : { seconds: budget.seconds },
			run: () => runOne("sluice", format, path),
			runs: [],
			note: "memory with some 20 MB of Node's for types",
		},
	];
	for (const format of formats) {
		const made = await makeReport(format, size);
		const rows = ours(format, made.path, { seconds: 1.5, megabytes: MEMORY });
		for (const peer of peers ? PEERS[format] : [])
			rows.push({ label: peer, run: () => runOne(peer, format, made.path), runs: [], note: "" });
		for (let round = 0; round < rounds; round++) {
			for (const row of rows)
				if (row.budget !== undefined || round < Math.ceil(rounds / 2)) measure(row, made.totals);
		}
		print(`${format}, ${(made.bytes / 1_000_000).toFixed(0)} MB, load ${load()}`, rows);
	}
	for (const format of large > 0 ? formats : []) {
		const made = await makeReport(format, large, size);
		const rows = ours(format, made.path, { megabytes: MEMORY });
		for (const row of rows) measure(row, made.totals);
		print(`${format}, ${(made.bytes / 1_000_000).toFixed(0)} MB, load ${load()}`, rows);
	}
	const patch = makePatch();
	const row: Row = {
		label: "patch coverage",
		budget: { seconds: 1 },
		run: () => runOne("sluice", "patch", patch.path),
		runs: [],
		note: "the coverage is made in the process, too",
	};
	for (let round = 0; round < rounds; round++) measure(row, patch.totals);
	print("a patch of 20,000 lines over 10,000 files", [row]);
}

function runOne(parser: string, format: Format | "patch", path: string): Measured {
	const one = join(import.meta.dirname, "evidence/one.ts");
	const out = execFileSync(process.execPath, ["--max-old-space-size=8192", one, parser, format, path], {
		encoding: "utf8",
		stdio: ["ignore", "pipe", format === "patch" ? "inherit" : "pipe"],
	});
	return JSON.parse(out.trim().split("\n").at(-1) ?? "") as Measured;
}

function measure(row: Row, expected: Totals): void {
	const isOurs = row.budget !== undefined;
	try {
		const measured = row.run();
		row.runs.push(measured);
		for (const [what, [hit, all]] of Object.entries(measured.totals)) {
			const should = expected[what];
			if (should?.[0] === hit && should[1] === all) continue;
			row.note = `counts ${what} ${hit} of ${all}, not ${should?.[0]} of ${should?.[1]}`;
			if (isOurs) process.exitCode = 1;
		}
	} catch (error) {
		const text = String((error as { stderr?: unknown }).stderr ?? error);
		row.note = `fails: ${/\w*Error: .*/.exec(text)?.[0].slice(0, 80) ?? "no reason given"}`;
		if (isOurs) process.exitCode = 1;
	}
}

function print(title: string, rows: readonly Row[]): void {
	console.log(`${title}\n`);
	console.log("| | seconds | of them computing | peak memory, MB | budget | |\n|---|---|---|---|---|---|");
	for (const row of rows) {
		const of = (pick: (each: Measured) => number, digits: number) =>
			row.runs.length === 0 ? "-" : spread(row.runs.map(pick), digits);
		const cells = [
			of(({ seconds }) => seconds, 2),
			of(({ cpu }) => cpu, 2),
			of(({ megabytes }) => megabytes, 0),
			judged(row),
		];
		console.log(`| ${row.label} | ${cells.join(" | ")} | ${row.note} |`);
	}
	console.log("");
}

/** The budget, and whether the medians are within it. Told, never a failure: the machine may be busy. */
function judged({ budget, runs }: Row): string {
	if (budget === undefined) return "";
	const parts = [
		...(budget.seconds === undefined
			? []
			: [[budget.seconds, "s", median(runs.map((each) => each.seconds))]]),
		...(budget.megabytes === undefined
			? []
			: [[budget.megabytes, "MB", median(runs.map((each) => each.megabytes))]]),
	] as const;
	return parts
		.map(([most, unit, is]) => `${most} ${unit} ${Number(is) < Number(most) ? "met" : "MISSED"}`)
		.join(", ");
}

/** NaN of nothing, which is within no budget. */
function median(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function spread(values: readonly number[], digits: number): string {
	const sorted = values.toSorted((a, b) => a - b);
	const text = (at: number) => (sorted[at] ?? 0).toFixed(digits);
	if (sorted.length === 1) return text(0);
	return `${text(Math.floor(sorted.length / 2))} (${text(0)} to ${text(sorted.length - 1)})`;
}
