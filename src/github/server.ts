/** A repository on a GitHub server, with the token that speaks for the job. */
export interface GitHubRepository {
	/** `https://api.github.com/graphql`. */
	graphqlUrl: string;
	owner: string;
	name: string;
	token: string;
}

/**
 * The repository of the run, where its server is known by the runner's variables, a token is given, and `origin`
 * is that very repository; undefined otherwise. The token goes to the server itself and to its `api.` host alone.
 */
export function gitHubRepository(known: {
	environment: Readonly<Record<string, string | undefined>>;
	token: string | undefined;
	origin: string | undefined;
}): GitHubRepository | undefined {
	const { environment, token, origin } = known;
	const { GITHUB_REPOSITORY: repository = "" } = environment;
	const server = parseUrl(environment.GITHUB_SERVER_URL);
	// Enterprise Server: /api/v3 and /api/graphql.
	const besideApi = `${(environment.GITHUB_API_URL ?? "").replace(/\/v3\/?$/, "")}/graphql`;
	const graphql = parseUrl(environment.GITHUB_GRAPHQL_URL || besideApi);
	const [owner, name, ...more] = repository.split("/");
	if (server === undefined || graphql === undefined || token === undefined || origin === undefined)
		return undefined;
	if (owner === undefined || owner === "" || name === undefined || name === "" || more.length > 0)
		return undefined;
	const sameServer = graphql.host === server.host || graphql.host === `api.${server.host}`;
	const protocols =
		graphql.protocol === "https:" || (graphql.protocol === "http:" && server.protocol === "http:");
	if (!sameServer || !protocols || !isRepository(origin, server, repository)) return undefined;
	return { graphqlUrl: graphql.href, owner, name, token };
}

/** Where the REST API of a repository is, and the token that speaks for the job. */
export interface GitHubApi {
	/** `https://api.github.com`, of Enterprise Server `https://host/api/v3`; no slash at the end. */
	url: string;
	owner: string;
	name: string;
	token: string;
}

/**
 * The REST API by the runner's variables, or of github.com where `origin` is a repository there; else the reason why
 * there is none. As above, the token goes to the server itself and to its `api.` host alone.
 */
export function gitHubApi(known: {
	environment: Readonly<Record<string, string | undefined>>;
	token: string | undefined;
	origin: string | undefined;
}): GitHubApi | { why: string } {
	const { environment, token, origin } = known;
	if (token === undefined) return { why: "no token is given" };
	const server = parseUrl(environment.GITHUB_SERVER_URL || "https://github.com");
	const repository = environment.GITHUB_REPOSITORY || repositoryOf(origin, server);
	if (server === undefined || repository === undefined)
		return { why: "the repository is none on GitHub, as far as GITHUB_REPOSITORY and origin tell" };
	const [owner = "", name = "", ...more] = repository.split("/");
	if (owner === "" || name === "" || more.length > 0) return { why: "GITHUB_REPOSITORY is no owner/name" };
	const fallback = server.host === "github.com" ? "https://api.github.com" : `${server.origin}/api/v3`;
	const api = parseUrl(environment.GITHUB_API_URL || fallback);
	const sameServer = api?.host === server.host || api?.host === `api.${server.host}`;
	const safe = api?.protocol === "https:" || (api?.protocol === "http:" && server.protocol === "http:");
	if (api === undefined || !sameServer || !safe)
		return { why: "GITHUB_API_URL is not the API of GITHUB_SERVER_URL, so that no token is sent there" };
	return { url: `${api.origin}${api.pathname.replace(/\/+$/, "")}`, owner, name, token };
}

/** The `owner/name` of a remote on that server. */
function repositoryOf(origin: string | undefined, server: URL | undefined): string | undefined {
	if (origin === undefined || server === undefined) return undefined;
	const path = /[:/]([^:/]+\/[^:/]+?)(?:\.git)?\/*$/.exec(origin)?.[1];
	return path !== undefined && isRepository(origin, server, path) ? path : undefined;
}

/** Whether a remote's URL, in any of git's forms, names a repository of a server. */
function isRepository(remote: string, server: URL, repository: string): boolean {
	const url = parseUrl(remote);
	const scp = /^(?:[^/@:]+@)?([^/@:]+):(?!\/\/)(.+)$/.exec(remote);
	const web = url?.protocol === "https:" || url?.protocol === "http:";
	const host = url === undefined ? scp?.[1] : web ? url.host : url.hostname;
	const path = url === undefined ? scp?.[2] : url.pathname;
	if (host === undefined || path === undefined) return false;
	const expected = web ? server.host : server.hostname;
	const name = path.replace(/^\/+|\/+$/g, "").replace(/\.git$/, "");
	return host.toLowerCase() === expected && name.toLowerCase() === repository.toLowerCase();
}

function parseUrl(text: string | undefined): URL | undefined {
	if (text === undefined || !/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return undefined;
	return URL.parse(text) ?? undefined;
}
