import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { type Entry, withRelease } from "./release/changelog.ts";

/**
 * The last step of release.yml: creates the release of a tag that `version` has published, with its notes, and adds
 * them to CHANGELOG.md on the default branch. What is there already stays as it is, so that it can run again.
 */

const { RELEASE_TAG: tag = "", RELEASE_VERSION: version = "", RELEASE_NOTES: notesFile = "" } = process.env;
const {
	RELEASE_TOKEN: token = "",
	GITHUB_REPOSITORY: repository = "",
	GITHUB_API_URL: api = "",
} = process.env;
const { GITHUB_REF_NAME: branch = "" } = process.env;
for (const [name, value] of Object.entries({ tag, version, notesFile, token, repository, api, branch }))
	if (value === "") throw new Error(`${name} is empty`);

const notes = readFileSync(notesFile, "utf8");
const name = encodeURIComponent(tag);

// A release is made of what its tag carries, and an immutable one for ever.
execFileSync("git", ["cat-file", "-e", `refs/tags/${tag}:dist/version/index.js`]);
const present = await call("GET", `/releases/tags/${name}`);
if (present.status === 404) {
	const made = await call("POST", "/releases", {
		tag_name: tag,
		name: tag,
		body: notes,
		prerelease: version.includes("-"),
		// A release of an older line is not the latest.
		make_latest: "legacy",
	});
	if (made.status !== 201) throw refusal(`The release of ${tag} was not made`, made);
	console.log(`Made the release of ${tag}`);
} else if (present.status === 200) console.log(`The release of ${tag} is there already`);
else throw refusal(`The release of ${tag} can't be read`, present);

const date = new Date().toISOString().slice(0, 10);
if (!version.includes("-")) await addToChangelog({ version, date, notes });

/** The file's own hash goes along, so that a commit in between is an error and not lost: then it begins anew. */
async function addToChangelog(entry: Entry): Promise<void> {
	const path = "/contents/CHANGELOG.md";
	for (let attempt = 1; ; attempt++) {
		const found = await call("GET", `${path}?ref=${encodeURIComponent(branch)}`);
		const { content, sha } = found.body as { content?: string; sha?: string };
		if (found.status !== 200 || content === undefined || sha === undefined)
			throw refusal("CHANGELOG.md can't be read", found);
		const text = withRelease(Buffer.from(content, "base64").toString("utf8"), entry);
		if (text === undefined) return console.log(`CHANGELOG.md has ${entry.version} already`);
		const put = await call("PUT", path, {
			message: `docs: Add ${tag} to the changelog`,
			content: Buffer.from(text).toString("base64"),
			sha,
			branch,
		});
		if (put.status === 200) return console.log(`Added ${entry.version} to CHANGELOG.md`);
		if (put.status === 409 && attempt < 3) continue;
		// The release stands. A protected branch takes the change by a pull request only.
		const { message } = refusal("CHANGELOG.md was not changed", put);
		console.log(`::warning title=changelog::${message.replace(/[\r\n%]+/g, " ")}`);
		console.log(`Commit this section by a pull request:\n\n${text.slice(0, 20_000)}`);
		return;
	}
}

async function call(
	method: string,
	path: string,
	body?: unknown,
): Promise<{ status: number; body: unknown }> {
	const response = await fetch(`${api}/repos/${repository}${path}`, {
		method,
		redirect: "manual",
		signal: AbortSignal.timeout(30_000),
		headers: {
			authorization: `Bearer ${token}`,
			accept: "application/vnd.github+json",
			"x-github-api-version": "2022-11-28",
			"user-agent": "sluice-release",
			...(body === undefined ? {} : { "content-type": "application/json" }),
		},
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
	const text = await response.text();
	try {
		return { status: response.status, body: JSON.parse(text) };
	} catch {
		return { status: response.status, body: {} };
	}
}

function refusal(what: string, answer: { status: number; body: unknown }): Error {
	const { message = "" } = answer.body as { message?: string };
	return new Error(`${what}: status ${answer.status} ${message.slice(0, 500)}`);
}
