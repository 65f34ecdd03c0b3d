import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a generated repository is like. The same shape gives the same commits. */
export interface Shape {
	name: string;
	commits: number;
	services: number;
	/** Annotated tags, spread over the history. */
	tags: number;
	/** Every so many commits a branch of some commits is merged; 0: never. */
	merges: number;
	/** A service that was never released, and one whose highest tag lies on another line. */
	hard: boolean;
}

/** The newest commits, in which each service gets its last release. */
const RECENT = 3_000;

/** Commits between the newest one and the place where the other line begins. */
const FORK = 5_000;

/** The repository of a shape, made where it is not there yet, in a folder that is kept. */
export async function repository(shape: Shape): Promise<string> {
	const cache = join(tmpdir(), "sluice-bench");
	const directory = join(cache, `${shape.name}-3`);
	if (!existsSync(directory)) await make(shape, cache, directory);
	addOrigin(directory);
	return directory;
}

/** A bare repository beside it, that it calls origin. */
function addOrigin(directory: string): void {
	const origin = `${directory}.git`;
	if (existsSync(origin)) return;
	const making = `${origin}.making-${process.pid}`;
	execFileSync("git", ["clone", "--quiet", "--bare", directory, making]);
	renameSync(making, origin);
	execFileSync("git", ["config", "remote.origin.url", `file://${origin}`], { cwd: directory });
}

async function make(shape: Shape, cache: string, directory: string): Promise<void> {
	mkdirSync(cache, { recursive: true });
	const making = `${directory}.making-${process.pid}`;
	rmSync(making, { recursive: true, force: true });
	execFileSync("git", ["init", "--quiet", "--initial-branch=main", making]);
	const child = spawn("git", ["fast-import", "--quiet", "--force"], {
		cwd: making,
		stdio: ["pipe", "inherit", "inherit"],
	});
	const ended = once(child, "close");
	for (const part of stream(shape)) {
		if (!child.stdin.write(part)) await once(child.stdin, "drain");
	}
	child.stdin.end();
	const [code] = await ended;
	if (code !== 0) throw new Error(`git fast-import ended with ${code}`);
	execFileSync("git", ["-c", "gc.writeCommitGraph=false", "gc", "--quiet"], { cwd: making });
	renameSync(making, directory);
}

/** The name of a service by its number. */
export const serviceName = (index: number) => `s${String(index).padStart(4, "0")}`;

const WHO = "Bench <bench@example.invalid>";
const START = 1_500_000_000;

function* stream({ commits, services, tags, merges, hard }: Shape): Generator<string> {
	let marks = 0;
	const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
	const commit = (
		branch: string,
		at: number,
		message: string,
		parents: readonly (number | undefined)[],
		files: readonly [path: string, text: string][],
	) => {
		const [from, ...merged] = parents;
		const who = `${WHO} ${START + at * 60} +0000`;
		return [
			`commit refs/heads/${branch}\nmark :${++marks}\nauthor ${who}\ncommitter ${who}\n`,
			data(message),
			from === undefined ? "" : `from :${from}\n`,
			...merged.map((mark) => `merge :${mark}\n`),
			...files.map(([path, text]) => `M 100644 inline ${path}\n${data(text)}`),
			"\n",
		].join("");
	};
	const tag = (name: string, mark: number, at: number) =>
		`tag ${name}\nfrom :${mark}\ntagger ${WHO} ${START + at * 60} +0000\n${data(name)}`;
	const manifest = (name: string) => `name: ${name}\ntest: "true"\nimage: ghcr.io/acme/${name}\n`;

	const first: [string, string][] = [];
	for (let index = 0; index < services; index++) {
		const name = serviceName(index);
		first.push([`services/${name}/sluice.service.yaml`, manifest(name)]);
		for (let file = 0; file < 8; file++) first.push([`services/${name}/src/f${file}.txt`, "0\n"]);
	}
	yield commit("main", 0, "feat: first", [undefined], first);

	// The last release of each service is in the newest commits; all others are spread over the time before.
	const recent = Math.min(RECENT, Math.floor(commits / 4));
	const last = new Map<number, number>();
	for (let index = 0; index < services; index++)
		last.set(commits - recent + Math.floor((index * (recent - 60)) / services), index);
	const every = (commits - recent - 1) / (tags - services);
	let due = 1;
	const released = new Map<number, number>();
	let head = marks;
	let merging: number | undefined;
	let fork: number | undefined;
	for (let at = 1; at < commits; at++) {
		// A fixed walk over services and files, without chance, so that every run makes the same history.
		const step = (at * 2_654_435_761) % 4_294_967_296;
		const index = step % services;
		const path = `services/${serviceName(index)}/src/f${(step >>> 8) % 8}.txt`;
		const files: [string, string][] = [[path, `${at}\n`]];
		if (at % 10 === 0) files.push([`docs/n${at % 50}.md`, `${at}\n`]);
		const kind = at % 7 === 0 ? "feat" : at % 3 === 0 ? "chore" : "fix";
		const message = `${kind}(${serviceName(index)}): change number ${at}\n\nWhy it was made, in a line or two of text,\nas people write them.\n`;
		if (hard && at === commits - FORK) fork = head;
		if (hard && at % 97 === 0 && at > commits / 2) files.push(["services/fresh/src/a.txt", `${at}\n`]);
		if (merges > 0 && at % merges === 1) {
			yield commit("side", at, message, [head], files);
			merging = marks;
		} else if (merging !== undefined && merges > 0 && at % merges === Math.floor(merges / 2)) {
			yield commit(
				"main",
				at,
				`Merge branch side ${at}`,
				[head, merging],
				[[`services/${serviceName(index)}/src/f${(step >>> 8) % 8}.txt`, `${at}\n`]],
			);
			merging = undefined;
			head = marks;
		} else if (merging !== undefined && at % 2 === 0) {
			yield commit("side", at, message, [merging], files);
			merging = marks;
		} else {
			yield commit("main", at, message, [head], files);
			head = marks;
		}
		let release: number | undefined;
		if (at >= commits - recent) release = last.get(at);
		else if (at >= due) {
			release = released.size < services ? released.size : index;
			due += every;
		}
		if (release === undefined) continue;
		const number = (released.get(release) ?? -1) + 1;
		released.set(release, number);
		const version = `1.${Math.floor(number / 10)}.${number % 10}`;
		yield tag(`${serviceName(release)}/v${version}`, head, at);
	}
	if (!hard || fork === undefined) return;
	yield commit(
		"main",
		commits,
		"feat: a service",
		[head],
		[["services/fresh/sluice.service.yaml", manifest("fresh")]],
	);
	let line = fork;
	for (let at = 0; at < 5; at++) {
		const place = commits - FORK + at * 400;
		yield commit(
			"next",
			place,
			`feat!: line ${at}`,
			[line],
			[[`services/${serviceName(7)}/src/f0.txt`, `next ${at}\n`]],
		);
		line = marks;
		yield tag(`${serviceName(7)}/v9.${at}.0`, line, place);
	}
}
