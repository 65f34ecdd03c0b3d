import type { GitHubRest } from "./rest.js";

/** GitHub's limit of a check run's summary, in bytes. */
export const CHECK_SUMMARY_LIMIT = 65_535;

/** A check run that has ended. */
export interface EndedCheckRun {
	commit: string;
	name: string;
	externalId: string;
	conclusion: "neutral" | "success" | "failure";
	/** One line. */
	title: string;
	/** Markdown, at most CHECK_SUMMARY_LIMIT bytes. */
	summary: string;
}

/**
 * Makes a check run (`checks: write`).
 * @throws RestFailure
 */
export async function createCheckRun(rest: GitHubRest, run: EndedCheckRun): Promise<void> {
	await rest.send("POST", rest.address("/check-runs"), {
		name: run.name,
		head_sha: run.commit,
		external_id: run.externalId,
		status: "completed",
		conclusion: run.conclusion,
		output: { title: run.title, summary: run.summary },
	});
}
