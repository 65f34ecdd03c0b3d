/** One measurement in a process of its own: `node one.ts PARSER FORMAT FILE` prints what it found and took. */
import { readOurs } from "./ours.ts";
import { readPatch } from "./patch.ts";
import { readPeer } from "./peers.ts";
import type { Format, Totals } from "./reports.ts";

const [parser = "", format = "", path = ""] = process.argv.slice(2);
const cpu = process.cpuUsage();
const start = performance.now();
let totals: Totals;
if (format === "patch") totals = await readPatch(path);
else if (parser === "sluice") totals = await readOurs(format as Format, path);
else totals = await readPeer(parser, format as Format, path);
const used = process.cpuUsage(cpu);
console.log(
	JSON.stringify({
		seconds: (performance.now() - start) / 1000,
		cpu: (used.user + used.system) / 1e6,
		megabytes: (process.resourceUsage().maxRSS * 1024) / 1_000_000,
		totals,
	}),
);
