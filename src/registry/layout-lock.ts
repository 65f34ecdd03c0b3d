import { randomUUID } from "node:crypto";
import { open, readFile, rename, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { UserError } from "../runner/errors.js";

/**
 * A lock file beside index.json, for writers of this program: other tools know none, and are noticed by what they
 * have changed. It is held while index.json is read and replaced, which takes milliseconds.
 */

const LOCK_FILE = ".index.json.lock";
/** Milliseconds. */
const POLL = 25;
/** A lock that is older was left by a process that is gone, in milliseconds. */
const STALE = 60_000;
/** Longer than a lock can live. */
const PATIENCE = 90_000;

/**
 * Works while no other process of this program writes the layout's index.json.
 * @throws UserError `layout-busy`
 */
export async function withLayoutLock<T>(root: string, work: () => Promise<T>): Promise<T> {
	const path = join(root, LOCK_FILE);
	const owner = `${process.pid} ${hostname()} ${randomUUID()}`;
	await take(path, owner);
	try {
		return await work();
	} finally {
		// One that was taken for stale is another's by now.
		if ((await textOf(path)) === owner) await rm(path, { force: true });
	}
}

async function take(path: string, owner: string): Promise<void> {
	for (let waited = 0; ; waited += POLL) {
		try {
			const handle = await open(path, "wx");
			try {
				await handle.writeFile(owner);
			} finally {
				await handle.close();
			}
			return;
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
		}
		if (await isStale(path)) {
			await putAway(path);
			continue;
		}
		if (waited >= PATIENCE) {
			throw new UserError(
				"layout-busy",
				`The OCI layout is being written by another process: ${path} stays.`,
				{
					fault: "outside",
					file: path,
					hint: "Wait for the other process. If there is none, remove that file.",
				},
			);
		}
		await wait(POLL);
	}
}

async function isStale(path: string): Promise<boolean> {
	const text = await textOf(path);
	if (text === undefined) return false;
	const [pid, host] = text.split(" ");
	if (host === hostname() && isGone(Number(pid))) return true;
	try {
		return Date.now() - (await stat(path)).mtimeMs > STALE;
	} catch {
		return false;
	}
}

/** Moved first, so that of two that find it stale only one takes it away. */
async function putAway(path: string): Promise<void> {
	const aside = `${path}.${randomUUID()}`;
	try {
		await rename(path, aside);
	} catch {
		return;
	}
	await rm(aside, { force: true });
}

function isGone(pid: number): boolean {
	if (!Number.isInteger(pid) || pid <= 0) return false;
	try {
		process.kill(pid, 0);
		return false;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "ESRCH";
	}
}

async function textOf(path: string): Promise<string | undefined> {
	try {
		return await readFile(path, "utf8");
	} catch {
		return undefined;
	}
}
