import { mkdtempSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Options } from "./main.ts";
import { type Engine, engines, type Used } from "./registry/engines.ts";
import { faultOf, type Pushed } from "./registry/images.ts";
import { SCENARIOS, type Scenario } from "./registry/scenarios.ts";
import {
	type Secured,
	type Server,
	secured,
	startEndless,
	startRelay,
	startServer,
} from "./registry/servers.ts";

/** Copies between two registries, beside crane, regctl and skopeo: whole processes, interleaved, digests compared. */

export const OPTIONS: Options = {
	rounds: { value: "7", what: "measurements of each, interleaved" },
	only: { value: [...SCENARIOS.map(({ name }) => name), "huge"].join(","), what: "these cases" },
	server: { value: "distribution", what: "the registry between which images move: distribution or crane" },
	engines: { value: "sluice,crane,regctl,skopeo", what: "these commands" },
	cli: {
		value: join(import.meta.dirname, "../dist/cli/index.js"),
		what: "our command: what is shipped, so build dist/ first",
	},
};

export async function run(option: (name: string) => string): Promise<void> {
	const rounds = Number(option("rounds"));
	const only = option("only").split(",");
	const kind = option("server") === "crane" ? "crane" : "distribution";
	const home = mkdtempSync(join(tmpdir(), "sluice-bench-"));
	const chosen = option("engines").split(",");
	const list = engines(home, resolve(option("cli"))).filter(({ name }) => chosen.includes(name));
	console.log(
		`${cpus()[0]?.model ?? "?"}, ${availableParallelism()} cores, node ${process.version}; two ${kind} servers, the destination empty in each run; ${rounds} interleaved rounds\n`,
	);
	for (const scenario of SCENARIOS) {
		if (!only.includes(scenario.name)) continue;
		const tls = scenario.secure ? await secured(home) : undefined;
		if (scenario.secure && (tls === undefined || kind === "crane"))
			console.log(
				`## ${scenario.title}\n\nNot measured: it takes distribution, and an address besides loopback.\n`,
			);
		else await measure(scenario, list, kind, rounds, tls);
	}
	for (const { name, layers, bytes } of HUGE) {
		if (only.includes("huge")) await measureHuge(name, layers, bytes, list);
	}
}

/** Layers that are made while they are sent and kept by nobody. Once each: only the memory is looked at. */
const HUGE = [
	{ name: "one layer of 10 GB", layers: 1, bytes: 10_000_000_000 },
	{ name: "8 layers of 500 MB", layers: 8, bytes: 500_000_000 },
];
const MEMORY_BOUND = 150;

async function measureHuge(
	title: string,
	layers: number,
	bytes: number,
	list: readonly Engine[],
): Promise<void> {
	const source = await startEndless(layers, bytes);
	try {
		console.log(`## ${title}, from and to servers that keep nothing\n`);
		console.log("| | s | CPU s | peak memory MB |\n|---|---|---|---|");
		for (const engine of list) {
			const destination = await startEndless(0, 0);
			try {
				const start = performance.now();
				const used = await engine.copy(source.host, destination.host, ["shop/huge"]);
				const seconds = (performance.now() - start) / 1000;
				const fault = await faultOf(destination.host, {
					name: "shop/huge",
					digest: source.digest,
					blobs: [],
				});
				if (fault !== undefined) throw new Error(`${engine.name}, ${title}: ${fault}`);
				const cells = [seconds.toFixed(1), used.seconds.toFixed(1), used.megabytes.toFixed(0)];
				console.log(`| ${engine.name} | ${cells.join(" | ")} |`);
				if (engine.name === "sluice") {
					const kept = used.megabytes < MEMORY_BOUND ? "kept" : "MISSED";
					console.log(`| bound of ${MEMORY_BOUND} MB: ${kept} | | | |`);
				}
			} finally {
				await destination.stop();
			}
		}
		console.log("");
	} finally {
		await source.stop();
	}
}

interface Sample {
	used: Used;
	milliseconds: number;
	requests?: { source: number; destination: number };
}

async function measure(
	scenario: Scenario,
	list: readonly Engine[],
	kind: "distribution" | "crane",
	rounds: number,
	tls: Secured | undefined,
): Promise<void> {
	const source = await startServer(kind);
	const secureSource = tls && (await source.secure(tls));
	try {
		const images = await scenario.images(source.host);
		const samples = new Map<string, Sample[]>(list.map(({ name }) => [name, []]));
		for (let round = 0; round < rounds; round += 1) {
			for (const engine of list) {
				const destination = await startServer(kind);
				try {
					const sample =
						scenario.delay === 0
							? await copyDirectly(engine, secureSource ?? source, destination, images, tls)
							: await copyByRelays(scenario, engine, source, destination, images);
					for (const image of images) {
						const fault = await faultOf(destination.host, image);
						if (fault !== undefined) throw new Error(`${engine.name}, ${scenario.name}: ${fault}`);
					}
					samples.get(engine.name)?.push(sample);
				} finally {
					await destination.stop();
				}
			}
		}
		report(scenario, samples);
	} finally {
		await secureSource?.stop();
		await source.stop();
	}
}

/** Without relays, which would cost more than they measure: so the requests are not counted. */
async function copyDirectly(
	engine: Engine,
	{ host }: { host: string },
	destination: Server,
	images: readonly Pushed[],
	tls: Secured | undefined,
): Promise<Sample> {
	const secure = tls && (await destination.secure(tls));
	try {
		const names = images.map(({ name }) => name);
		const start = performance.now();
		const used = await engine.copy(host, (secure ?? destination).host, names, tls?.cert);
		return { used, milliseconds: performance.now() - start };
	} finally {
		await secure?.stop();
	}
}

async function copyByRelays(
	{ delay, again }: Scenario,
	engine: Engine,
	source: Server,
	destination: Server,
	images: readonly Pushed[],
): Promise<Sample> {
	const from = await startRelay(source, delay);
	const to = await startRelay(destination, delay);
	try {
		const names = images.map(({ name }) => name);
		if (again) await engine.copy(from.host, to.host, names);
		const before = [await from.count(), await to.count()] as const;
		const start = performance.now();
		const used = await engine.copy(from.host, to.host, names);
		const milliseconds = performance.now() - start;
		const requests = {
			source: (await from.count()) - before[0],
			destination: (await to.count()) - before[1],
		};
		return { used, milliseconds, requests };
	} finally {
		await from.stop();
		await to.stop();
	}
}

function report(scenario: Scenario, samples: ReadonlyMap<string, readonly Sample[]>): void {
	const medians = new Map(
		[...samples].map(([name, list]) => [name, median(list.map((each) => each.milliseconds))]),
	);
	const peers = [...medians].filter(([name]) => name !== "sluice").map(([, value]) => value);
	const fastest = Math.min(...peers);
	console.log(
		`## ${scenario.title}\n\nload ${loadavg()
			.map((each) => each.toFixed(1))
			.join(" ")}\n`,
	);
	console.log(
		"| | median ms | least | most | of the fastest peer | requests to source | to destination | CPU s | peak MB |",
	);
	console.log("|---|---|---|---|---|---|---|---|---|");
	for (const [name, list] of samples) {
		const times = list.map((each) => each.milliseconds);
		const middle = medians.get(name) ?? Number.NaN;
		const counts = (side: "source" | "destination") =>
			scenario.delay === 0 ? "" : String(median(list.map(({ requests }) => requests?.[side] ?? Number.NaN)));
		const cells = [
			name,
			middle.toFixed(0),
			Math.min(...times).toFixed(0),
			Math.max(...times).toFixed(0),
			(middle / fastest).toFixed(2),
			counts("source"),
			counts("destination"),
			median(list.map(({ used }) => used.seconds)).toFixed(1),
			median(list.map(({ used }) => used.megabytes)).toFixed(0),
		];
		console.log(`| ${cells.join(" | ")} |`);
	}
	const ratio = (medians.get("sluice") ?? Number.NaN) / fastest;
	console.log(
		`\nbound ${scenario.bound}: ${ratio <= scenario.bound ? "kept" : "MISSED"} (${ratio.toFixed(2)})\n`,
	);
}

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
