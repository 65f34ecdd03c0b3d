import { execFileSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { makePatch } from "./evidence/patch.ts";
import { installPeers, PEERS } from "./evidence/peers.ts";
import { FORMATS, type Format, makeReport, type Totals } from "./evidence/reports.ts";

/**
 * Reading reports: ours beside other parsers, on the same files. Each measurement is a process of its own, the
 * rounds are interleaved, and what was counted is held against what the generator wrote.
 *
 * Arguments: `--rounds N` (ours; peers get fewer), `--size BYTES`, `--large BYTES` (0 leaves it out),
 * `--no-peers`, and formats.
 */

interface Measured {
	seconds: number;
	cpu: number;
	megabytes: number;
	totals: Totals;
}

interface Row {
	label: string;
	runs: Measured[];
	note: string;
}

const MEGABYTE = 1024 * 1024;

export async function run(args: string[]): Promise<void> {
	const option = (name: string, otherwise: number) => {
		const at = args.indexOf(`--${name}`);
		return at < 0 ? otherwise : Number(args[at + 1]);
	};
	const rounds = option("rounds", 5);
	const size = option("size", 100 * MEGABYTE);
	const large = option("large", 1024 * MEGABYTE);
	const formats = FORMATS.some((each) => args.includes(each))
		? FORMATS.filter((each) => args.includes(each))
		: FORMATS;
	const peers = !args.includes("--no-peers");
	if (peers) installPeers();
	console.log(`node ${process.version}, ${availableParallelism()} cores; medians (lowest to highest)\n`);
	for (const format of formats) {
		const made = await makeReport(format, size);
		const title = `${format}, ${(made.bytes / MEGABYTE).toFixed(0)} MiB`;
		const parsers = ["sluice", ...(peers ? PEERS[format] : [])];
		const rows = new Map<string, Row>(parsers.map((label) => [label, { label, runs: [], note: "" }]));
		for (let round = 0; round < rounds; round++) {
			for (const [parser, row] of rows) {
				if (parser === "sluice" || round < Math.ceil(rounds / 2))
					measure(row, parser, format, made.path, made.totals);
			}
		}
		print(title, [...rows.values()]);
	}
	for (const format of large > 0 ? formats : []) {
		const made = await makeReport(format, large, size);
		const row: Row = { label: "sluice", runs: [], note: "" };
		measure(row, "sluice", format, made.path, made.totals);
		print(`${format}, ${(made.bytes / MEGABYTE).toFixed(0)} MiB`, [row]);
	}
	const patch = makePatch();
	const row: Row = { label: "sluice", runs: [], note: "the coverage is made in the process, too" };
	for (let round = 0; round < rounds; round++) measure(row, "sluice", "patch", patch.path, patch.totals);
	print("a patch of 20,000 lines over 10,000 files", [row]);
}

function measure(row: Row, parser: string, format: Format | "patch", path: string, expected: Totals): void {
	const one = join(import.meta.dirname, "evidence/one.ts");
	try {
		const out = execFileSync(process.execPath, ["--max-old-space-size=8192", one, parser, format, path], {
			encoding: "utf8",
			stdio: ["ignore", "pipe", format === "patch" ? "inherit" : "pipe"],
		});
		const measured = JSON.parse(out.trim().split("\n").at(-1) ?? "") as Measured;
		row.runs.push(measured);
		for (const [what, [hit, all]] of Object.entries(measured.totals)) {
			const should = expected[what];
			if (should?.[0] === hit && should[1] === all) continue;
			row.note = `counts ${what} ${hit} of ${all}, not ${should?.[0]} of ${should?.[1]}`;
			if (parser === "sluice") process.exitCode = 1;
		}
	} catch (error) {
		const stderr = String((error as { stderr?: unknown }).stderr ?? error);
		row.note = `fails: ${/\w*Error: .*/.exec(stderr)?.[0].slice(0, 80) ?? "no reason given"}`;
		if (parser === "sluice") process.exitCode = 1;
	}
}

function print(title: string, rows: readonly Row[]): void {
	console.log(`${title}\n`);
	console.log("| parser | seconds | of them computing | peak memory, MB | |\n|---|---|---|---|---|");
	for (const { label, runs, note } of rows) {
		const cells =
			runs.length === 0
				? ["-", "-", "-"]
				: [
						spread(
							runs.map((each) => each.seconds),
							2,
						),
						spread(
							runs.map((each) => each.cpu),
							2,
						),
						spread(
							runs.map((each) => each.megabytes),
							0,
						),
					];
		console.log(`| ${label} | ${cells.join(" | ")} | ${note} |`);
	}
	console.log("");
}

function spread(values: readonly number[], digits: number): string {
	const sorted = values.toSorted((a, b) => a - b);
	const text = (at: number) => (sorted[at] ?? 0).toFixed(digits);
	if (sorted.length === 1) return text(0);
	return `${text(Math.floor(sorted.length / 2))} (${text(0)} to ${text(sorted.length - 1)})`;
}
