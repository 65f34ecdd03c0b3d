import { z } from "zod";
import type { GitHubRest } from "./rest.js";
import { hostOf, RestFailure } from "./rest-failure.js";
import { isNewer, stickyKey, type Writer } from "./sticky.js";

/** GitHub's limit of a comment's body, in characters. */
export const COMMENT_LIMIT = 65_536;

/** One comment that is updated and never repeated. */
export interface StickyComment {
	/** Of the pull request. */
	number: number;
	/** What tells it from other comments: the same in every run. Any text. */
	key: string;
	/** Id of the run and attempt that say it: a later one's words are not replaced by an earlier one's. */
	run: string | undefined;
	attempt: number;
	/** Markdown, shorter than COMMENT_LIMIT less 300. */
	body: string;
}

const commentSchema = z.object({
	id: z.int(),
	body: z.string().nullish(),
	user: z.object({ login: z.string() }).nullish(),
});

type Comment = z.infer<typeof commentSchema>;

/**
 * Writes the comment, or brings the one that is there up to date. Only a comment of the token's own author that
 * begins with the marker is touched: anybody can write a marker.
 * @throws RestFailure
 */
export async function writeComment(
	rest: GitHubRest,
	comment: StickyComment,
): Promise<"created" | "updated" | "unchanged" | "newer"> {
	const key = encodeURIComponent(comment.key.toWellFormed()).replaceAll("--", "%2D-");
	const marker = `<!-- sluice:${stickyKey(key)} `;
	const author = await viewer(rest);
	const comments = await rest.pages(
		rest.address(`/issues/${comment.number}/comments?per_page=100`),
		(json) => z.array(commentSchema).safeParse(json).data,
	);
	const own = comments
		.filter(({ user, body }) => user?.login === author && body?.startsWith(marker) === true)
		.toSorted((a, b) => a.id - b.id)[0];
	const body = `${marker}run=${comment.run ?? 0} attempt=${comment.attempt} -->\n${comment.body}`;
	if (own === undefined) {
		await rest.send("POST", rest.address(`/issues/${comment.number}/comments`), { body });
		return "created";
	}
	if (isNewer(writerOf(own), comment)) return "newer";
	if (own.body === body) return "unchanged";
	await rest.send("PATCH", rest.address(`/issues/comments/${own.id}`), { body });
	return "updated";
}

function writerOf({ body }: Comment): Writer {
	const [, run, attempt = "0"] =
		/^<!-- [^>]{0,400}? run=(\d{1,20}) attempt=(\d{1,6}) -->/.exec(body ?? "") ?? [];
	return { run, attempt: Number(attempt) };
}

/** Who writes with this token: `github-actions[bot]`, an app, or a person. REST tells that only to people. */
async function viewer(rest: GitHubRest): Promise<string> {
	// Enterprise Server has REST at /api/v3 and GraphQL at /api/graphql.
	const address = `${rest.api.url.replace(/\/v3$/, "")}/graphql`;
	const { json } = await rest.send("POST", address, { query: "query { viewer { login } }" });
	const found = z
		.object({ data: z.object({ viewer: z.object({ login: z.string() }) }) })
		.safeParse(json).data;
	if (found === undefined)
		throw new RestFailure("refused", `${hostOf(rest.api)} does not tell who writes with this token`);
	return found.data.viewer.login;
}
