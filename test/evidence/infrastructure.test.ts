import { describe, expect, it } from "vitest";
import { causeOf, causeOfOutput } from "#src/evidence/infrastructure.js";

const world = { ours: new Set(["cart", "payments", "fraud-api", "double.acme.com"]), patterns: [] };
const signature = (message: string, type?: string, patterns: string[] = []) => {
	const cause = causeOf({ message, type }, { ...world, patterns });
	return cause.outside ? cause.signature : "product";
};

describe("the outside world's", () => {
	it.each([
		["name-resolution", "getaddrinfo ENOTFOUND api.stripe.com"],
		["name-resolution", "getaddrinfo EAI_AGAIN api.stripe.com"],
		["name-resolution", "java.net.UnknownHostException: api.stripe.com"],
		["name-resolution", "curl: (6) Could not resolve host: api.stripe.com"],
		["name-resolution", "dial tcp: lookup api.stripe.com on 127.0.0.53:53: no such host"],
		[
			"name-resolution",
			`HTTPSConnectionPool(host='api.stripe.com', port=443): Max retries exceeded (Caused by NameResolutionError("Failed to resolve 'api.stripe.com' ([Errno -3] Temporary failure in name resolution)"))`,
		],
		[
			"name-resolution",
			'failed on setup with "OSError: Temporary failure in name resolution: api.example.com"',
		],
		["name-resolution", "getaddrinfo ENOTFOUND api.stripe.com, at cart.js:12"],
		["connection", "connect ECONNREFUSED 93.184.216.34:443"],
		[
			"connection",
			"request to https://api.stripe.com/v1 failed, reason: connect ETIMEDOUT 93.184.216.34:443",
		],
		["connection", "Connect to api.stripe.com:443 [api.stripe.com/93.184.216.34] failed: Connection refused"],
		["connection", "dial tcp 93.184.216.34:443: connect: connection refused"],
		["tls", `Get "https://api.stripe.com/": x509: certificate has expired`],
		["tls", "https://api.stripe.com CERT_HAS_EXPIRED"],
		["registry", "npm error 503 Service Unavailable - GET https://registry.npmjs.org/left-pad"],
		["registry", "HTTP error 429 while getting https://pypi.org/simple/x/"],
		["registry", "toomanyrequests: You have reached your pull rate limit"],
		["registry", "Error response from daemon: Get https://registry-1.docker.io/v2/: 502 Bad Gateway"],
		["container-engine", "Could not find a valid Docker environment. Please see logs"],
		["container-engine", "Cannot connect to the Docker daemon at unix:///var/run/docker.sock"],
		["disk", "ENOSPC: no space left on device, write"],
	])("%s: %s", (expected, message) => {
		expect(signature(message)).toBe(expected);
	});
});

describe("the product's", () => {
	it.each([
		"connect ECONNREFUSED 127.0.0.1:5432",
		"connect ECONNREFUSED ::1:5432",
		"connect ECONNREFUSED 10.1.2.3:443",
		"connect ECONNREFUSED 172.20.0.3:443",
		"connect ETIMEDOUT 192.168.1.9:80",
		"getaddrinfo ENOTFOUND postgres",
		"getaddrinfo ENOTFOUND cart",
		"getaddrinfo ENOTFOUND cart.shop.svc",
		"getaddrinfo ENOTFOUND payments.acme.com",
		"getaddrinfo ENOTFOUND double.acme.com",
		"getaddrinfo ENOTFOUND db.internal",
		"getaddrinfo ENOTFOUND api.invalid",
		"Could not resolve host: localhost",
		"java.net.ConnectException: Connection refused",
		"connection refused\n    at client.test.js:12",
		"ECONNREFUSED in api.py:33",
		"request to https://api.stripe.com failed, reason: connect ECONNREFUSED 127.0.0.1:9",
		"getaddrinfo ENOTFOUND api.stripe.com while calling http://cart:8080/items",
		"getaddrinfo ENOTFOUND api.stripe.com, then cart:8080 gave up",
		"expected 503 from https://api.stripe.com",
		"npm error 404 Not Found - GET https://registry.npmjs.org/lefft-pad",
		"dial tcp [::1]:443: connect: connection refused",
		"expected 1 to be 2",
		"",
	])("%s", (message) => {
		expect(signature(message)).toBe("product");
	});
});

describe("patterns of the policy", () => {
	it("are literals and globs, found anywhere", () => {
		expect(signature("Error: sandbox quota exceeded for today", undefined, ["quota exceeded"])).toBe(
			"pattern",
		);
		expect(signature("Error: sandbox 17 is down", undefined, ["sandbox ?? is *own"])).toBe("pattern");
		expect(signature("a.b", undefined, ["a+b", "a.*c", "[ab]"])).toBe("product");
	});

	it("can't take exponential time", () => {
		const pattern = "a*".repeat(200);
		expect(signature("a".repeat(4000), undefined, [`${pattern}b`])).toBe("product");
	});

	it("also see the type", () => {
		expect(signature("m", "QuotaError", ["QuotaError: m"])).toBe("pattern");
	});
});

it("names the hosts, so that a mistyped one can be found in the change", () => {
	expect(causeOf({ message: "getaddrinfo ENOTFOUND API.Strpe.com" }, world)).toEqual({
		outside: true,
		signature: "name-resolution",
		hosts: ["api.strpe.com"],
	});
});

it("of output only the last lines count", () => {
	const line = "getaddrinfo ENOTFOUND api.stripe.com";
	expect(causeOfOutput(`${line}\nerror\n`, world).outside).toBe(true);
	expect(causeOfOutput(`${line}\n${"then much else\n".repeat(10)}`, world).outside).toBe(false);
});
