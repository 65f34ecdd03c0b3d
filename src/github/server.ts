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
