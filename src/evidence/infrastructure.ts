import { hostsIn, isPublicHost } from "./hosts.js";
import { matchesWildcard } from "./wildcard.js";

/**
 * Which failures are the outside world's and not the change's (gate.md, "The outside world"). Read from a
 * failure's type and message alone: what a test prints can be made to say anything. Pure.
 */

/** What is known of the world around the tests. */
export interface World {
	/** Hosts of our own: names of services and of doubles, lower case. */
	ours: ReadonlySet<string>;
	/** `gate.infrastructure.patterns`: literals, or `*` and `?`, found anywhere in the text. */
	patterns: readonly string[];
}

export type FailureCause =
	| { outside: false }
	| {
			outside: true;
			/** `name-resolution`, `connection`, `tls`, `registry`, `container-engine`, `disk`, or `pattern`. */
			signature: string;
			/**
			 * The hosts it is about. Where this change adds one of them in a line and the base has it in none, it is a
			 * mistyped name and the failure is the product's: the caller knows the change.
			 */
			hosts: string[];
	  };

/** Levels whose failures are never the outside world's: they need nothing of it. */
export const INSIDE_LEVELS: ReadonlySet<string> = new Set(["unit", "component"]);

/** Signs that count only where every host of the message is a public one. */
const ABOUT_HOSTS: readonly (readonly [string, RegExp])[] = [
	[
		"name-resolution",
		/\b(ENOTFOUND|EAI_AGAIN|getaddrinfo|UnknownHostException)\b|name resolution|name or service not known|could not resolve host|no such host|nodename nor servname|failed to resolve/i,
	],
	[
		"connection",
		/\b(ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ConnectTimeoutError|ConnectTimeout)\b|connection refused|connection timed out|connect timed out|connect timeout|connection to .{1,260} timed out|dial tcp .{1,260} i\/o timeout/i,
	],
	[
		"tls",
		/\b(CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT(_LOCALLY)?|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|ERR_TLS_CERT_ALTNAME_INVALID|CERTIFICATE_VERIFY_FAILED|SSLHandshakeException|EPROTO)\b|certificate has expired|x509: certificate|TLS handshake timeout|SSL certificate problem/i,
	],
];

/** Registries of packages and images: their rate limits and errors of their own are nobody's change. */
const REGISTRIES: ReadonlySet<string> = new Set([
	"registry.npmjs.org",
	"registry.yarnpkg.com",
	"pypi.org",
	"files.pythonhosted.org",
	"repo.maven.apache.org",
	"repo1.maven.org",
	"plugins.gradle.org",
	"services.gradle.org",
	"proxy.golang.org",
	"sum.golang.org",
	"rubygems.org",
	"index.crates.io",
	"static.crates.io",
	"crates.io",
	"api.nuget.org",
	"repo.packagist.org",
	"packagist.org",
	"deb.debian.org",
	"archive.ubuntu.com",
	"security.ubuntu.com",
	"dl-cdn.alpinelinux.org",
	"docker.io",
	"index.docker.io",
	"registry-1.docker.io",
	"auth.docker.io",
	"ghcr.io",
	"quay.io",
	"gcr.io",
	"mcr.microsoft.com",
	"public.ecr.aws",
	"registry.k8s.io",
]);

const REGISTRY_ERROR =
	/\b(E?429|E?50[0234])\b|too many requests|rate limit|service unavailable|bad gateway|gateway time-?out|internal server error/i;

const WITHOUT_HOST: readonly (readonly [string, RegExp])[] = [
	["registry", /\btoomanyrequests\b|you have reached your (unauthenticated )?pull rate limit/i],
	[
		"container-engine",
		/could not find a valid docker environment|previous attempts to find a docker environment failed|cannot connect to the docker daemon/i,
	],
	["disk", /\bno space left on device\b|\bENOSPC\b/i],
];

/** More of a message is not looked at: evidence keeps no more either. */
const TEXT_LIMIT = 4096 + 512;

/** Whether a failure with this type and message is the outside world's. */
export function causeOf(
	failure: { type?: string | undefined; message?: string | undefined },
	world: World,
): FailureCause {
	const text = [failure.type, failure.message]
		.filter((each) => each !== undefined)
		.join(": ")
		.slice(0, TEXT_LIMIT);
	if (text === "") return { outside: false };
	const { named: hosts, maybe } = hostsIn(text);
	const outside = (signature: string): FailureCause => ({ outside: true, signature, hosts });
	for (const pattern of world.patterns)
		if (matchesWildcard(`*${pattern.slice(0, 500)}*`, text)) return outside("pattern");
	for (const [signature, sign] of WITHOUT_HOST) if (sign.test(text)) return outside(signature);
	if (hosts.length === 0 || ![...hosts, ...maybe].every((host) => isPublicHost(host, world.ours)))
		return { outside: false };
	if (hosts.some((host) => REGISTRIES.has(host)) && REGISTRY_ERROR.test(text)) return outside("registry");
	for (const [signature, sign] of ABOUT_HOSTS) if (sign.test(text)) return outside(signature);
	return { outside: false };
}

/**
 * The same for a command whose only evidence is its exit: one of the last lines of output must say it. The
 * exit codes of commands are no sign: 137 is the product's memory as often as the machine's.
 */
export function causeOfOutput(output: string, world: World): FailureCause {
	const lines = output.split(/\r?\n/).filter((line) => line.trim() !== "");
	for (const line of lines.slice(-LAST_LINES).reverse()) {
		const cause = causeOf({ message: line }, world);
		if (cause.outside) return cause;
	}
	return { outside: false };
}

/** So many lines stand between a tool's reason and its end. */
const LAST_LINES = 10;
