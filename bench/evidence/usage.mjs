/**
 * Loaded before a program (`node --import`): tells on descriptor 3 what the whole process has used. Not in
 * TypeScript, for stripping types takes Node as long as a small report.
 */
import { writeSync } from "node:fs";

process.on("exit", () => {
	const { user, system } = process.cpuUsage();
	const megabytes = (process.resourceUsage().maxRSS * 1024) / 1_000_000;
	writeSync(3, JSON.stringify({ cpu: (user + system) / 1e6, megabytes }));
});
