/**
 * Loaded before a program (`node --import`): tells on descriptor 3 what the whole process has used. JavaScript,
 * because what strips types would take 20 MB of the memory that is measured.
 */
import { writeSync } from "node:fs";

process.on("exit", () => {
	const { user, system } = process.cpuUsage();
	const megabytes = (process.resourceUsage().maxRSS * 1024) / 1_000_000;
	writeSync(3, JSON.stringify({ cpu: (user + system) / 1e6, megabytes }));
});
