/**
 * Which token service gets a registry's credentials. A registry names its service itself (the challenge's realm), so
 * the name alone proves nothing; what counts is who owns its host, judged by the names of the two hosts. Pure.
 */

/**
 * Whether the host of a realm is the registry's own: the same host, one above it (registry.gitlab.com and gitlab.com)
 * or below it, one of the same domain (registry.acme.example and auth.acme.example), or one of the known pairs.
 */
export function isOwnTokenService(registry: URL, realm: URL): boolean {
	const [ours, theirs] = [nameOf(registry), nameOf(realm)];
	if (ours === theirs) return true;
	if (KNOWN.some((pair) => pair.registry.test(ours) && pair.realm.test(theirs))) return true;
	// The numbers of an address are no domains.
	if (isAddress(ours) || isAddress(theirs)) return false;
	if (isBelow(ours, theirs)) return labels(theirs).length > 1;
	if (isBelow(theirs, ours)) return labels(ours).length > 1;
	return inOneDomain(ours, theirs);
}

/**
 * Services that have a domain of their own: Scaleway's, and Alibaba's, whose domain is also that of its customers'
 * servers. All others that are known are on the same domain.
 */
const KNOWN: readonly { registry: RegExp; realm: RegExp }[] = [
	{ registry: /^rg\.[a-z0-9-]+\.scw\.cloud$/, realm: /^api\.scaleway\.com$/ },
	// The Enterprise edition's is dockerauth-ee, -vpc inside its networks, and one region writes a hyphen for the point.
	// A region begins with two letters: what customers name themselves stands below oss-<region> and the like.
	{
		registry: /\.aliyuncs\.com$/,
		realm: /^dockerauth(?:-ee)?(?:-vpc)?[.-][a-z]{2}-[a-z0-9-]+\.aliyuncs\.com$/,
	},
];

/**
 * Domains below which strangers are neighbours: there, only the same host, one above and one below are one's own.
 * The whole list of such domains (publicsuffix.org) has ten thousand entries and changes each week; these are the
 * clouds and tunnels that registries are known to stand on.
 */
const SHARED: readonly string[] = [
	"a.run.app",
	"aliyuncs.com",
	"amazonaws.com",
	"amazonaws.com.cn",
	"app.github.dev",
	"azurecontainer.io",
	"azurecontainerapps.io",
	"azurecr.cn",
	"azurecr.io",
	"azurecr.us",
	"azurewebsites.net",
	"cloudapp.azure.com",
	"cloudapp.net",
	"cloudflare.net",
	"cloudfront.net",
	"cluster.local",
	"digitaloceanspaces.com",
	"duckdns.org",
	"fly.dev",
	"gcr.io",
	"github.io",
	"gitlab.io",
	"googleusercontent.com",
	"herokuapp.com",
	"hf.space",
	"jfrog.io",
	"linodeusercontent.com",
	"myhuaweicloud.com",
	"netlify.app",
	"ngrok-free.app",
	"ngrok.app",
	"ngrok.io",
	"nip.io",
	"on.aws",
	"on.amazonwebservices.com.cn",
	"ondigitalocean.app",
	"onrender.com",
	"pages.dev",
	"pkg.dev",
	"railway.app",
	"r2.dev",
	"sslip.io",
	"traefik.me",
	"trycloudflare.com",
	"ts.net",
	"vercel.app",
	"workers.dev",
];

/** Below a country's domain, `acme` of `acme.co.uk` is the owner's name, and `co` is not. */
const SECOND_LEVELS: ReadonlySet<string> = new Set(
	"ac co com edu gen go gob gouv gov gv id info ltd me mil ne net nom or org plc sch".split(" "),
);

function inOneDomain(a: string, b: string): boolean {
	if (SHARED.some((domain) => isBelow(a, domain))) return false;
	const [left, right] = [labels(a).reverse(), labels(b).reverse()];
	let common = 0;
	while (common < left.length && left[common] === right[common]) common += 1;
	const [top = "", second = ""] = left;
	return common > (top.length === 2 && SECOND_LEVELS.has(second) ? 2 : 1);
}

function nameOf(url: URL): string {
	return url.hostname.toLowerCase().replace(/\.$/, "");
}

/** `URL` has brought all spellings of IPv4 to four numbers, and IPv6 into brackets. */
function isAddress(host: string): boolean {
	return host.startsWith("[") || /^\d+\.\d+\.\d+\.\d+$/.test(host);
}

function isBelow(host: string, domain: string): boolean {
	return host.endsWith(`.${domain}`);
}

function labels(host: string): string[] {
	return host.split(".");
}
