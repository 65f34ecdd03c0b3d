import { DEFAULT_IGNORE, type Service } from "./service.js";

/** The repository's name, and the one service that a repository without a manifest is. Pure. */

/** The remote's URL, as `Git` gives it. */
export interface RemoteGit {
	readonly directory: string;
	remote(): Promise<string | undefined>;
}

/**
 * `owner/name`: GITHUB_REPOSITORY, else the end of origin's URL on a server; else only the name of a remote on this
 * machine, or of the folder.
 */
export async function repositoryName(
	context: { repository: string | undefined },
	git: RemoteGit,
): Promise<string | undefined> {
	return context.repository ?? nameFromRemote(await git.remote()) ?? lastPart(git.directory);
}

/** The name in a remote's URL, in any of git's forms; undefined where it has none. */
export function nameFromRemote(url: string | undefined): string | undefined {
	if (url === undefined) return undefined;
	const bare = url.replace(/[/\\]+$/, "").replace(/\.git$/, "");
	const onServer = /^(?:(?:https?|ssh|git):\/\/[^/]+\/|(?:[^/@:]+@)?[^/@:\\]{2,}:(?!\/\/))(.*)$/.exec(
		bare,
	)?.[1];
	if (onServer === undefined) return lastPart(bare);
	const parts = onServer.split("/").filter((part) => part !== "");
	return parts.length === 0 ? undefined : parts.slice(-2).join("/");
}

function lastPart(path: string): string | undefined {
	const last = path.split(/[/\\]/).findLast((part) => part !== "");
	return last === undefined || last === "." || last === ".." ? undefined : last;
}

/** A name fitted to the rule for services: lower case, other characters as `-`, at most 63. */
export function fitServiceName(text: string): string {
	const fitted = text
		.toLowerCase()
		.replace(/[^a-z0-9._-]+/g, "-")
		.replace(/^[^a-z0-9]+/, "")
		.slice(0, 63)
		.replace(/[^a-z0-9]+$/, "");
	return fitted === "" ? "x" : fitted;
}

/** The one service in `.` of a repository without manifests (CONTRACT, "Common to all actions"). */
export function undeclaredService(repository: string | undefined): Service {
	const owned = repository?.includes("/") === true;
	return {
		name: fitServiceName(repository?.split("/").at(-1) ?? "repository"),
		path: ".",
		manifest: undefined,
		owner: undefined,
		image: owned ? `ghcr.io/${repository.toLowerCase()}` : undefined,
		inputs: [],
		buildsFrom: [],
		ignore: DEFAULT_IGNORE,
		build: undefined,
		levels: [],
		thresholds: {},
		deploy: undefined,
		promote: { tags: undefined, moveTags: undefined },
		start: undefined,
		provides: [],
		uses: [],
		data: [],
	};
}
