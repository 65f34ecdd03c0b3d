import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tool } from "../../test/live/tools.ts";

/** Copies `names` with the tag 1 from one registry to another; the engines that are compared. */
export interface Engine {
	name: string;
	/** `ca`: the path of the certificate of both, which then speak TLS. */
	copy(from: string, to: string, names: readonly string[], ca?: string): Promise<Used>;
}

/** What the processes of a copy have used: the processor's seconds of all, the memory of the largest in MB. */
export interface Used {
	seconds: number;
	megabytes: number;
}

/** Processes at once of an engine that copies one image per process. */
const AT_ONCE = 4;

/** `cli` is the file that is run for us. */
export function engines(home: string, cli: string): Engine[] {
	return [
		{ name: "sluice", copy: (from, to, names, ca) => sluice(cli, from, to, names, home, ca) },
		{
			name: "crane",
			copy: (from, to, names, ca) =>
				each(names, (name) => run(tool("crane"), ["copy", `${from}/${name}:1`, `${to}/${name}:1`], home, ca)),
		},
		{
			name: "regctl",
			copy: (from, to, names, ca) =>
				each(names, (name) => {
					const tls = ca === undefined ? "disabled" : "enabled";
					return run(
						tool("regctl"),
						[
							...["--host", `reg=${from},tls=${tls}`, "--host", `reg=${to},tls=${tls}`],
							...["image", "copy", `${from}/${name}:1`, `${to}/${name}:1`],
						],
						home,
						ca,
					);
				}),
		},
		{
			name: "skopeo",
			copy: (from, to, names, ca) =>
				each(names, (name) =>
					run(
						tool("skopeo"),
						[
							...["--insecure-policy", "copy", "--preserve-digests"],
							...(ca === undefined ? ["--src-tls-verify=false", "--dest-tls-verify=false"] : []),
							...[`docker://${from}/${name}:1`, `docker://${to}/${name}:1`],
						],
						home,
						ca,
					),
				),
		},
	];
}

async function sluice(
	cli: string,
	from: string,
	to: string,
	names: readonly string[],
	home: string,
	ca: string | undefined,
): Promise<Used> {
	const folder = mkdtempSync(join(tmpdir(), "sluice-bench-"));
	const lines = names.map((name) => `${from}/${name}:1 => ${to}/${name}:1`).join("\n");
	const args = ["promote", "--images", lines, "--referrers", "false"];
	writeFileSync(join(folder, "sluice.yaml"), "");
	return run(process.execPath, [cli, ...args], home, ca, folder);
}

async function each(names: readonly string[], work: (name: string) => Promise<Used>): Promise<Used> {
	const left = [...names];
	const sum: Used = { seconds: 0, megabytes: 0 };
	await Promise.all(
		Array.from({ length: AT_ONCE }, async () => {
			for (let name = left.shift(); name !== undefined; name = left.shift()) {
				const used = await work(name);
				sum.seconds += used.seconds;
				sum.megabytes = Math.max(sum.megabytes, used.megabytes);
			}
		}),
	);
	return sum;
}

/**
 * A user who has no credentials and may have run it before, as the programs' own files are in memory too: what Node
 * compiled of ours is kept in `home`. `ca` is what the programs in Go trust, and Node besides what it trusts anyway.
 */
function run(
	program: string,
	args: readonly string[],
	home: string,
	ca?: string,
	folder: string = home,
): Promise<Used> {
	const env = Object.fromEntries(
		Object.entries(process.env).filter(([name]) => !/^(GITHUB|INPUT|RUNNER|DOCKER|REGISTRY)_/.test(name)),
	);
	const child = spawn(program, args, {
		cwd: folder,
		env: { ...env, HOME: home, ...(ca && { SSL_CERT_FILE: ca, NODE_EXTRA_CA_CERTS: ca }) },
		stdio: ["ignore", "ignore", "pipe"],
	});
	let said = "";
	let used: Used = { seconds: 0, megabytes: 0 };
	const look = setInterval(() => {
		used = usedBy(child.pid) ?? used;
	}, LOOK);
	child.stderr.on("data", (chunk: Buffer) => {
		said = (said + chunk.toString()).slice(-4000);
	});
	return new Promise((resolve, reject) => {
		child.once("error", (error) => {
			clearInterval(look);
			reject(error);
		});
		child.once("close", (code) => {
			clearInterval(look);
			if (code === 0) resolve(used);
			else reject(new Error(`${program} ${args.slice(0, 3).join(" ")} ended with ${code}: ${said}`));
		});
	});
}

/** Milliseconds between two looks at a process: what it uses after the last is not counted. */
const LOOK = 50;
/** Of /proc/<pid>/stat, per second; the same on every Linux that Node runs on. */
const TICKS = 100;

/** What a process has used so far; undefined when it has ended, or where there is no /proc. */
function usedBy(pid: number | undefined): Used | undefined {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
		const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
		const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
		if (peak === undefined) return undefined;
		return { seconds: (Number(fields[11]) + Number(fields[12])) / TICKS, megabytes: Number(peak) / 1024 };
	} catch {
		return undefined;
	}
}
