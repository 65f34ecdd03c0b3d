/** Hosts that a failure's message names, and whether they are of the outside world. Pure. */

/** Endings of names that no public DNS gives out, or that mean the same machine or cluster. */
const LOCAL_ENDINGS = [
	"localhost",
	"local",
	"localdomain",
	"internal",
	"intranet",
	"lan",
	"home",
	"corp",
	"private",
	"test",
	"invalid",
	"svc",
	"home.arpa",
	"cluster.local",
];

/** RFC 1918, 1122, 3927, 6598, and what is no unicast address of the internet. */
const PRIVATE_V4: readonly RegExp[] = [
	/^0\./,
	/^10\./,
	/^127\./,
	/^169\.254\./,
	/^172\.(1[6-9]|2\d|3[01])\./,
	/^192\.168\./,
	/^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
	/^(22[4-9]|2[3-5]\d)\./,
];

const NAME = "[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,252}[A-Za-z0-9_])?";

/** Where messages name a host. The first group is the host. */
const NAMED: readonly RegExp[] = [
	new RegExp(
		`[A-Za-z][A-Za-z0-9+.-]{0,20}://(?:[^\\s/@'"]{0,200}@)?(${NAME}|\\[[0-9a-fA-F:.]{2,45}\\])`,
		"g",
	),
	new RegExp(`\\b(?:ENOTFOUND|EAI_AGAIN|ENODATA)[ :]+(?!getaddrinfo)(${NAME})`, "g"),
	new RegExp(
		`\\b(?:ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH)[ :]+([0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7}|${NAME})`,
		"g",
	),
	new RegExp(`\\b[Cc]ould not resolve host:? +(${NAME})`, "g"),
	new RegExp(`\\blookup (${NAME})(?: on [^ ]+)?: `, "g"),
	new RegExp(`\\bUnknownHostException: +(${NAME})`, "g"),
	new RegExp(`\\b[Ff]ailed to (?:resolve|connect to) ['"]?(${NAME})`, "g"),
	new RegExp(`\\b[Tt]emporary failure in name resolution: +(${NAME})`, "g"),
	new RegExp(`\\bname resolution for ['"]?(${NAME})`, "g"),
	new RegExp(`\\b[Cc]onnect(?:ion)? to ['"]?(${NAME})(?::\\d+|/| |$)`, "g"),
	new RegExp(`\\bhost=['"](${NAME})['"]`, "g"),
	new RegExp(`\\bdial (?:tcp|udp)[46]?:? (\\[[0-9a-fA-F:]{2,45}\\]|${NAME}):`, "g"),
];

/**
 * What only looks like a host: `client.test.js:12` is a file and its line. Such a word never makes a failure
 * the outside world's, it can only keep it from being so.
 */
const MAYBE: readonly RegExp[] = [
	new RegExp(`(?<![\\w./\\\\-])(${NAME}):\\d{2,5}\\b(?!:\\d)`, "g"),
	/(?<![\w.-])(localhost|\[?::1\]?)(?![\w-])/g,
];

/** Words of error messages that stand where a host may. */
const NO_HOST = new Set([
	..."a an the host server error remote connect connection getaddrinfo timed socket request line code errno".split(
		" ",
	),
]);

/** The hosts that a text is about, and the words beside them that may be hosts. Lower case, without brackets. */
export function hostsIn(message: string): { named: string[]; maybe: string[] } {
	// Go names the resolver that it asked, which is often on this machine, beside the host that it asked for.
	const text = message.replace(/(\blookup [^ ]{1,253}) on [^ ]{1,60}:53:/g, "$1:");
	const named = hostsOf(text, NAMED);
	return {
		named: [...named],
		maybe: [...hostsOf(text, MAYBE)].filter((each) => !named.has(each) && !CODE_FILE.test(each)),
	};
}

const CODE_FILE =
	/\.(c|h|cc|cpp|cs|cjs|cts|ex|exs|go|java|js|jsx|kt|mjs|mts|php|py|rb|rs|scala|swift|ts|tsx)$/;

function hostsOf(text: string, patterns: readonly RegExp[]): Set<string> {
	const hosts = new Set<string>();
	for (const pattern of patterns) {
		for (const [, match] of text.matchAll(pattern)) {
			const host = match
				?.toLowerCase()
				.replace(/^\[|\]$/g, "")
				.replace(/\.$/, "");
			if (host !== undefined && !NO_HOST.has(host)) hosts.add(host);
		}
	}
	return hosts;
}

/**
 * Whether a host is of the outside world: its name has a dot, it is no private or loopback address, and none
 * of `ours` (services of the catalogue and doubles, also as the first label: `cart.shop.svc`).
 */
export function isPublicHost(host: string, ours: ReadonlySet<string>): boolean {
	const name = host.toLowerCase();
	if (!name.includes(".") || name.includes(":")) return false;
	if (/^\d{1,3}(\.\d{1,3}){3}$/.test(name)) {
		return (
			!PRIVATE_V4.some((each) => each.test(name)) && name.split(".").every((each) => Number(each) <= 255)
		);
	}
	if (LOCAL_ENDINGS.some((each) => name.endsWith(`.${each}`))) return false;
	return !ours.has(name) && !ours.has(name.split(".")[0] ?? "");
}
