import { z } from "zod";
import type { GitHubRest } from "./rest.js";
import { isNewer, isSameAttempt, stickyKey, type Writer } from "./sticky.js";

/** GitHub's limit of a check run's summary, in bytes. */
export const CHECK_SUMMARY_LIMIT = 65_535;

/** A check run that has ended, of which a commit has one, whatever run of Actions says it. */
export interface StickyCheckRun {
	commit: string;
	name: string;
	/** What the external ids of all of its kind begin with, without a colon at the end. */
	kind: string;
	/** What tells it from others of its kind: the same in every run. Any text. */
	key: string;
	/** Id of the run and attempt that say it: a later one's words are not replaced by an earlier one's. */
	run: string | undefined;
	attempt: number;
	conclusion: "neutral" | "success" | "failure";
	/** One line. */
	title: string;
	/** Markdown, at most CHECK_SUMMARY_LIMIT bytes. */
	summary: string;
}

const listSchema = z.object({
	check_runs: z.array(
		z.object({ id: z.int(), name: z.string(), head_sha: z.string(), external_id: z.string().nullish() }),
	),
});

/**
 * Writes the check run (`checks: write`), or brings the one that is there up to date.
 * @param absent whether one is made where there is none yet; one that is left absent also leaves what the same
 * attempt of the same run has said: another leg of the job, or another call of its workflow, is no later word
 * @throws RestFailure
 */
export async function writeCheckRun(
	rest: GitHubRest,
	run: StickyCheckRun,
	absent: "make" | "leave",
): Promise<"created" | "updated" | "newer" | "absent" | "left"> {
	const key = stickyKey(run.key);
	const known = await ownRun(rest, run, key);
	if (known === undefined && absent === "leave") return "absent";
	if (known !== undefined && isNewer(known, run)) return "newer";
	if (known !== undefined && absent === "leave" && isSameAttempt(known, run)) return "left";
	const body = {
		name: run.name,
		external_id: `${run.kind}:${run.run ?? ""}:${run.attempt}:${key}`,
		status: "completed",
		conclusion: run.conclusion,
		output: { title: run.title, summary: run.summary },
	};
	if (known === undefined) {
		await rest.send("POST", rest.address("/check-runs"), { ...body, head_sha: run.commit });
		return "created";
	}
	await rest.send("PATCH", rest.address(`/check-runs/${known.id}`), body);
	return "updated";
}

interface Known extends Writer {
	id: number;
}

/** The newest of this kind and key on the commit. */
async function ownRun(rest: GitHubRest, run: StickyCheckRun, key: string): Promise<Known | undefined> {
	const query = `check_name=${encodeURIComponent(run.name)}&filter=all&per_page=100`;
	const found = await rest.pages(
		rest.address(`/commits/${encodeURIComponent(run.commit)}/check-runs?${query}`),
		(json) => listSchema.safeParse(json).data?.check_runs,
	);
	const own = found.flatMap(({ id, name, head_sha, external_id }): Known[] => {
		const about = external_id?.startsWith(`${run.kind}:`) ? external_id.slice(run.kind.length + 1) : "";
		const [, theirRun = "", attempt = "", theirKey] = /^(\d{0,20}):(\d{1,6}):(.*)$/s.exec(about) ?? [];
		if (theirKey !== key || name !== run.name || head_sha !== run.commit) return [];
		return [{ id, run: theirRun, attempt: Number(attempt) }];
	});
	return own.toSorted((a, b) => b.id - a.id)[0];
}
