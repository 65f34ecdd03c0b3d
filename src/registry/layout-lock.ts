import { randomUUID } from "node:crypto";
import { link, open, readFile, rename, rm, stat } from "node:fs/promises";
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
		const stale = await staleOwner(path);
		if (stale !== undefined) {
			await putAway(path, stale);
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

/** Who has left a lock behind; undefined where it is held, or gone. */
async function staleOwner(path: string): Promise<string | undefined> {
	const text = await textOf(path);
	if (text === undefined) return undefined;
	const [pid, host] = text.split(" ");
	if (host === hostname() && isGone(Number(pid))) return text;
	try {
		return Date.now() - (await stat(path)).mtimeMs > STALE ? text : undefined;
	} catch {
		return undefined;
	}
}

/** Moved first: another that found it stale may have made a lock of its own by now, which is put back. */
async function putAway(path: string, owner: string): Promise<void> {
	const aside = `${path}.${randomUUID()}`;
	try {
		await rename(path, aside);
		if ((await textOf(aside)) !== owner) await link(aside, path);
	} catch {
		// Somebody else was faster: who holds it now is seen at the next look.
	} finally {
		await rm(aside, { force: true });
	}
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
