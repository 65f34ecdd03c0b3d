export const id = 513;
export const ids = [513];
export const modules = {

/***/ 513:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  layoutDigest: () => (/* binding */ layoutDigest),
  pushedDigest: () => (/* binding */ pushedDigest)
});

// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(3786);
;// CONCATENATED MODULE: ./.cache/bundles/registry/inner-address.js
/** Names of this machine, and of what a cloud answers for it: credentials are given away there. */
const NAMES = new Set(["localhost", "metadata.google.internal", "instance-data"]);
/**
 * Where clouds answer for a machine besides link-local addresses: Azure's host, Alibaba's, Oracle's.
 * Source: the clouds' own pages about instance metadata.
 */
const SERVICES = new Set(["168.63.129.16", "100.100.100.200", "192.0.0.192"]);
/**
 * Whether a host, as `URL` spells it, is inside this machine: loopback, "this host", link-local, or the metadata
 * service of a cloud, also as IPv4 inside IPv6. By the spelling alone; names are not looked up.
 */
function isInnerAddress(hostname) {
    const name = hostname.toLowerCase().replace(/\.$/, "");
    if (NAMES.has(name) || name.endsWith(".localhost"))
        return true;
    if (!name.startsWith("["))
        return isInnerIpv4(name);
    const groups = groupsOf(name.slice(1, -1));
    const [first = 0, second = 0] = groups;
    // fe80::/10; fd00:ec2::/32 of Amazon, fd20:ce::/32 of Google.
    if ((first & 0xffc0) === 0xfe80)
        return true;
    if ((first === 0xfd00 && second === 0x0ec2) || (first === 0xfd20 && second === 0x00ce))
        return true;
    const zeros = groups.findIndex((group) => group !== 0);
    // ::ffff:0:0/96: nobody outside writes an address so.
    if (zeros === 5 && groups[5] === 0xffff)
        return true;
    const inner = innerIpv4(groups);
    return inner !== undefined && isInnerIpv4(inner);
}
function isInnerIpv4(name) {
    return /^(?:127|0)\.\d+\.\d+\.\d+$/.test(name) || /^169\.254\.\d+\.\d+$/.test(name) || SERVICES.has(name);
}
/** The IPv4 address that stands in an IPv6 one, where its prefix says so. */
function innerIpv4(groups) {
    const [first, second, third] = groups;
    const startsWithZeros = (count, from = 0) => groups.slice(from, from + count).every((group) => group === 0);
    // 6to4 (RFC 3056) names it in front.
    if (first === 0x2002)
        return ipv4Of(groups[1], groups[2]);
    // Compatible (RFC 4291, among them :: and ::1), translated (RFC 7915), NAT64 (RFC 6052, RFC 8215).
    const isLast = startsWithZeros(6) ||
        (startsWithZeros(4) && groups[4] === 0xffff && groups[5] === 0) ||
        (first === 0x64 && second === 0xff9b && (third === 1 || startsWithZeros(4, 2)));
    return isLast ? ipv4Of(groups[6], groups[7]) : undefined;
}
function ipv4Of(high = 0, low = 0) {
    return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}
/** The eight groups of an IPv6 address as `URL` spells it: hexadecimal, one `::` at most. */
function groupsOf(address) {
    const [before = "", after] = address.split("::");
    const numbers = (text) => text === "" ? [] : text.split(":").map((each) => Number.parseInt(each, 16));
    const [front, back] = [numbers(before), numbers(after ?? "")];
    const gap = after === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
    return [...front, ...Array.from({ length: gap }, () => 0), ...back];
}
//# sourceMappingURL=inner-address.js.map
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./.cache/bundles/registry/digest.js
const DIGEST = /^(?:(sha256):([0-9a-f]{64})|(sha512):([0-9a-f]{128}))$/;
/** The parts of `sha256:<64 hex>` or `sha512:<128 hex>`, or undefined for anything else. */
function parseDigest(text) {
    const match = DIGEST.exec(text);
    if (match === null)
        return undefined;
    if (match[1] !== undefined && match[2] !== undefined)
        return { algorithm: "sha256", hex: match[2] };
    if (match[3] !== undefined && match[4] !== undefined)
        return { algorithm: "sha512", hex: match[4] };
    return undefined;
}
/** Whether this is a digest that we can verify. */
function isDigest(text) {
    return DIGEST.test(text);
}
/**
 * The digest of some bytes, `sha256:<hex>` unless another algorithm is named. node:crypto is loaded when it is used:
 * names of images are read where nothing is hashed.
 */
function digestOf(bytes, algorithm = "sha256") {
    return `${algorithm}:${process.getBuiltinModule("node:crypto").hash(algorithm, bytes)}`;
}
/** Whether a digest, of whatever algorithm, is that of these bytes. */
function isDigestOf(digest, bytes) {
    const parsed = parseDigest(digest);
    return parsed !== undefined && digestOf(bytes, parsed.algorithm) === digest;
}
/** The algorithm and 12 digits: enough for people to compare. */
function shortDigest(digest) {
    return digest.replace(/^(sha\d+:.{12}).*$/, "$1");
}
//# sourceMappingURL=digest.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/name.js



/** What stands for a registry where the repository is an OCI layout. */
const LAYOUT = "oci-layout";
const LAYOUT_PREFIX = `${LAYOUT}:`;
const HOST_LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
const REGISTRY = new RegExp(`^(?:${HOST_LABEL}(?:\\.${HOST_LABEL})*|\\[[0-9a-fA-F:]+\\])(?::([0-9]{1,5}))?$`);
const SEGMENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
/** Docker's limit, and what registries' databases are made for. */
const MAX_REPOSITORY_LENGTH = 255;
const MAX_NAME_LENGTH = 1024;
const DOCKER_HUB = "docker.io";
const DOCKER_HUB_NAMES = new Set([
    "docker.io",
    "index.docker.io",
    "registry-1.docker.io",
]);
const DOCKER_HUB_API = "registry-1.docker.io";
const RIGHT_FORM = "Write HOST/REPOSITORY:TAG or HOST/REPOSITORY@sha256:DIGEST, for example ghcr.io/acme/shop:1.2.3.";
const LAYOUT_FORM = "Write oci-layout:FOLDER, oci-layout:FOLDER:TAG or oci-layout:FOLDER@sha256:DIGEST.";
/**
 * A name in a registry, by Docker's rules: without a host it is Docker Hub's, and there `debian` is
 * `library/debian`. `input` names the action's input for the error.
 * @throws UserError `invalid-image-name`
 */
function parseReference(text, input) {
    if (text.startsWith(LAYOUT_PREFIX)) {
        throw invalid(text, "an OCI layout cannot stand here, only a name in a registry", RIGHT_FORM, input);
    }
    const wrong = (reason) => invalid(text, reason, RIGHT_FORM, input);
    checkText(text, wrong);
    if (/^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(text))
        throw wrong("it starts with a scheme (such as https://)");
    const { rest, digest } = splitDigest(text, wrong);
    const { name, tag } = splitTag(rest, wrong);
    const { registry, repository } = splitRegistry(name, wrong);
    checkRepository(repository, wrong);
    const reference = { registry, repository };
    if (tag !== undefined)
        reference.tag = tag;
    if (digest !== undefined)
        reference.digest = digest;
    return reference;
}
/**
 * What an image is read from: a name in a registry, or `oci-layout:PATH[:tag]`, `oci-layout:PATH@digest`.
 * @throws UserError `invalid-image-name`
 */
function parseSource(text, input) {
    if (!text.startsWith(LAYOUT_PREFIX))
        return { kind: "registry", ...parseReference(text, input) };
    return { kind: "layout", ...parseLayout(text, input) };
}
/**
 * What an image is written to: a name in a registry, or `oci-layout:PATH[:tag]`.
 * @throws UserError `invalid-image-name`
 */
function parseDestination(text, input) {
    if (!text.startsWith(LAYOUT_PREFIX))
        return parseReference(text, input);
    const { path, ...rest } = parseLayout(text, input);
    return { ...layoutRepository(path), ...rest };
}
/** An OCI layout as something that is written to. Two spellings of one path are one; links are not followed. */
function layoutRepository(path) {
    const normal = posix.normalize(path);
    return { registry: LAYOUT, repository: normal.length > 1 ? normal.replace(/\/$/, "") : normal };
}
/** Whether this is an OCI layout and not a repository of a registry. */
function isLayout({ registry }) {
    return registry === LAYOUT;
}
function parseLayout(text, input) {
    const wrong = (reason) => invalid(text, reason, LAYOUT_FORM, input);
    checkText(text, wrong);
    const { rest, digest } = splitDigest(text.slice(LAYOUT_PREFIX.length), wrong);
    const { name: path, tag } = splitTag(rest, wrong);
    if (path === "")
        throw wrong("the folder is missing");
    const reference = { path };
    if (tag !== undefined)
        reference.tag = tag;
    if (digest !== undefined)
        reference.digest = digest;
    return reference;
}
/**
 * A repository, without tag and digest.
 * @throws UserError `invalid-image-name`
 */
function parseRepository(text, input) {
    const { registry, repository, tag, digest } = parseReference(text, input);
    if (tag !== undefined || digest !== undefined) {
        const form = "Write HOST/REPOSITORY, for example ghcr.io/acme/shop.";
        throw invalid(text, `only a repository can stand here, without a ${tag === undefined ? "digest" : "tag"}`, form, input);
    }
    return { registry, repository };
}
/**
 * A registry, `host[:port]`. What people copy from `docker login` is taken too: a scheme, a trailing slash,
 * Docker Hub's `https://index.docker.io/v1/`. Undefined if it is none.
 */
function name_parseRegistry(text) {
    const host = text.replace(/^https?:\/\//, "").replace(/\/(?:v[12]\/?)?$/, "");
    return isRegistry(host) ? canonicalRegistry(host) : undefined;
}
/** Whether this can be a tag: 1 to 128 of letters, digits, `_`, `.` and `-`, no `.` or `-` first. */
function isTag(text) {
    return TAG.test(text);
}
/** The name in full, with registry; what `parseDestination` reads back as the same. */
function formatReference(reference) {
    const { registry, repository, tag, digest } = reference;
    const between = isLayout(reference) ? ":" : "/";
    return `${registry}${between}${repository}${tag === undefined ? "" : `:${tag}`}${digest === undefined ? "" : `@${digest}`}`;
}
/** The source as people write it. */
function formatSource(reference) {
    if (reference.kind === "registry")
        return formatReference(reference);
    const { path, tag, digest } = reference;
    return `${LAYOUT_PREFIX}${path}${tag === undefined ? "" : `:${tag}`}${digest === undefined ? "" : `@${digest}`}`;
}
/** The `host[:port]` whose API answers for a registry: Docker Hub's is not `docker.io`. */
function apiHost(registry) {
    return registry === DOCKER_HUB ? DOCKER_HUB_API : registry;
}
function splitDigest(text, wrong) {
    const at = text.indexOf("@");
    if (at < 0)
        return { rest: text, digest: undefined };
    const digest = text.slice(at + 1);
    if (parseDigest(digest) === undefined) {
        throw wrong("after @ must come sha256: and 64, or sha512: and 128 lower-case hexadecimal digits");
    }
    return { rest: text.slice(0, at), digest };
}
/** A colon after the last slash starts a tag; one before it belongs to a port or a folder. */
function splitTag(text, wrong) {
    const colon = text.lastIndexOf(":");
    if (colon < 0 || colon < text.lastIndexOf("/"))
        return { name: text, tag: undefined };
    const tag = text.slice(colon + 1);
    if (tag === "")
        throw wrong("the tag after the colon is missing");
    if (!TAG.test(tag)) {
        throw wrong("a tag has at most 128 letters, digits, _, . and -, and does not start with . or -");
    }
    return { name: text.slice(0, colon), tag };
}
function splitRegistry(name, wrong) {
    const slash = name.indexOf("/");
    const first = slash < 0 ? "" : name.slice(0, slash);
    const isHost = /[.:]/.test(first) || first === "localhost" || first !== first.toLowerCase();
    if (!isHost) {
        return { registry: DOCKER_HUB, repository: slash < 0 ? `library/${name}` : name };
    }
    if (!isRegistry(first))
        throw wrong(`${quote(first)} is not a host with an optional port`);
    const registry = canonicalRegistry(first);
    const path = name.slice(slash + 1);
    return { registry, repository: registry === DOCKER_HUB && !path.includes("/") ? `library/${path}` : path };
}
function checkRepository(repository, wrong) {
    const path = repository.replace(/^library\//, "");
    if (path === "")
        throw wrong("the repository is missing");
    if (repository.length > MAX_REPOSITORY_LENGTH) {
        throw wrong(`the repository is longer than ${MAX_REPOSITORY_LENGTH} characters`);
    }
    if (path !== path.toLowerCase())
        throw wrong("a repository is lower-case");
    // Docker takes 64 hexadecimal digits for the identifier of a local image.
    if (/^[0-9a-f]{64}$/.test(path))
        throw wrong("64 hexadecimal digits alone are an image's identifier, not its name");
    for (const segment of path.split("/")) {
        if (segment === "")
            throw wrong("a part between slashes is empty");
        if (!SEGMENT.test(segment)) {
            throw wrong(`${quote(segment)} may only have a-z and 0-9, separated by one ., one or two _, or any number of -`);
        }
    }
}
function isRegistry(host) {
    const match = REGISTRY.exec(host);
    if (match === null || host.length > MAX_REPOSITORY_LENGTH)
        return false;
    if (match[1] === undefined)
        return true;
    const port = Number(match[1]);
    return port > 0 && port < 65536;
}
function canonicalRegistry(host) {
    const lower = host.toLowerCase();
    return DOCKER_HUB_NAMES.has(lower) ? DOCKER_HUB : lower;
}
function checkText(text, wrong) {
    if (text === "")
        throw wrong("it is empty");
    if (text.length > MAX_NAME_LENGTH)
        throw wrong(`it is longer than ${MAX_NAME_LENGTH} characters`);
    if (/\s/.test(text))
        throw wrong("it contains white space");
    if (/\p{C}/u.test(text))
        throw wrong("it contains a control character");
}
function invalid(text, reason, form, input) {
    return new errors/* UserError */.yo("invalid-image-name", `The image name ${quote(text)} cannot be read: ${reason}.`, {
        hint: form,
        input,
    });
}
function quote(text) {
    const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text;
    return JSON.stringify(shown);
}
//# sourceMappingURL=name.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/endpoint.js



/**
 * The input `insecure-registries`, checked.
 * @throws UserError `invalid-registry`
 */
function parseInsecureRegistries(entries, input = "insecure-registries") {
    return entries.map((entry) => {
        const registry = entry.includes("/") ? undefined : parseRegistry(entry);
        if (registry !== undefined)
            return registry;
        throw new UserError("invalid-registry", `${JSON.stringify(entry.slice(0, 200))} is not a registry's address.`, {
            hint: "Write host or host:port, without a scheme and a path, for example registry.internal:5000.",
            input,
        });
    });
}
/** How a registry is spoken to. */
function registryScheme(registry, insecure) {
    const hostname = hostnameOf(registry);
    if (isLoopback(hostname))
        return "http";
    return insecure.includes(registry) || insecure.includes(hostname) ? "http" : "https";
}
/** The root of a registry's API, `https://ghcr.io/v2/`. */
function registryUrl(registry, insecure) {
    return new URL(`${registryScheme(registry, insecure)}://${apiHost(registry)}/v2/`);
}
/** Where a registry's API is, `host[:port]` without its scheme's own port: two names of one registry give the same. */
function registryPlace(registry, insecure) {
    return registryUrl(registry, insecure).host;
}
/** Why an answer from `from` may not send us to `to`; undefined if it may. */
function refusal(from, to, insecure) {
    if (to.protocol !== "https:" && to.protocol !== "http:")
        return "it is not an http address";
    if (to.username !== "" || to.password !== "")
        return "it contains a user name";
    if (to.protocol === "http:") {
        if (from.protocol === "https:")
            return "it leads from https to http";
        if (registryScheme(to.host, insecure) !== "http")
            return "it leads to http on a host that is not named insecure";
    }
    if (isInnerAddress(to.hostname) && !isInnerAddress(from.hostname))
        return "it leads to an address inside this machine";
    return undefined;
}
/** An address for people: no user name, no query (signatures and tokens stand there), no fragment. */
function redactUrl(url) {
    return `${url.protocol}//${url.host}${url.pathname}${url.search === "" ? "" : "?…"}`;
}
function hostnameOf(registry) {
    return registry.replace(/:[0-9]+$/, "");
}
function isLoopback(hostname) {
    if (hostname === "localhost" || hostname === "[::1]")
        return true;
    const parts = hostname.split(".");
    return (parts.length === 4 &&
        parts[0] === "127" &&
        parts.every((part) => /^[0-9]{1,3}$/.test(part) && Number(part) < 256));
}
//# sourceMappingURL=endpoint.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/auth/ecr-host.js
/**
 * `<account>.dkr.ecr[-fips].<region>.amazonaws.com[.cn]`, or `<account>.dkr-ecr[-fips].<region>.on.aws` (dual
 * stack). Source: Amazon ECR user guide, "Private registries" and "Making requests over IPv6".
 */
function parseEcrHost(host) {
    const match = /^(\d{12})\.dkr\.ecr(-fips)?\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?(?::443)?$/.exec(host) ??
        /^(\d{12})\.dkr-ecr(-fips)?\.([a-z0-9-]+)\.on\.(?:aws|amazonwebservices\.com\.cn)(?::443)?$/.exec(host);
    if (match === null)
        return undefined;
    const [, account = "", fips, region = ""] = match;
    return { account, region, fips: fips !== undefined };
}
/** Whether a registry is Amazon ECR Public, which has one host. */
function isEcrPublic(host) {
    return /^public\.ecr\.aws(?::443)?$/.test(host);
}
//# sourceMappingURL=ecr-host.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/advice.js

/** `host` knows registries by their names, without the port 443. */
const KNOWN = [
    {
        host: /^ghcr\.io$|^containers\.[^.]+\.ghe\.com$/,
        product: "GitHub's container registry",
        credentials: "any user name, and the workflow's github.token as password",
        pull: "the job needs `permissions: packages: read`, and a package of another repository must give this one read access (package settings, Manage Actions access)",
        push: "the job needs `permissions: packages: write`, and an existing package must give this repository the role Write (package settings, Manage Actions access)",
    },
    {
        host: /^docker\.io$/,
        product: "Docker Hub",
        credentials: "your user name and an access token",
        pull: "an access token with the scope Read; without an account the limit of pulls is low",
        push: "an access token with the scope Read & Write of an account that may write to the repository",
    },
    {
        host: { test: (host) => parseEcrHost(host) !== undefined },
        product: "Amazon ECR",
        credentials: "aws-actions/configure-aws-credentials before this step",
        pull: "ecr:GetAuthorizationToken, ecr:BatchGetImage and ecr:GetDownloadUrlForLayer",
        push: "besides those for reading ecr:BatchCheckLayerAvailability, ecr:InitiateLayerUpload, ecr:UploadLayerPart, ecr:CompleteLayerUpload and ecr:PutImage; the repository must exist, ECR makes none by itself",
        absent: "Amazon ECR makes none by a push, unless a creation template of the registry says so: make it before (`aws ecr create-repository --repository-name NAME`)",
    },
    {
        host: { test: isEcrPublic },
        product: "Amazon ECR Public",
        credentials: "aws-actions/configure-aws-credentials before this step",
        pull: "nothing; with ecr-public:GetAuthorizationToken and sts:GetServiceBearerToken the limits are higher",
        push: "ecr-public:GetAuthorizationToken, sts:GetServiceBearerToken, ecr-public:BatchCheckLayerAvailability, ecr-public:InitiateLayerUpload, ecr-public:UploadLayerPart, ecr-public:CompleteLayerUpload and ecr-public:PutImage; the repository must exist",
        absent: "Amazon ECR Public makes none by a push: make it before (`aws ecr-public create-repository --repository-name NAME`, region us-east-1)",
    },
    {
        host: /\.pkg\.dev$|(?:^|\.)gcr\.io$/,
        product: "Google Artifact Registry",
        credentials: "google-github-actions/auth before this step",
        pull: "the role Artifact Registry Reader",
        push: "the role Artifact Registry Writer; the repository must exist",
        absent: "Artifact Registry makes none by a push: make it before (`gcloud artifacts repositories create NAME --repository-format=docker --location=LOCATION`; NAME is what follows the project in the image's name)",
    },
    {
        host: /\.azurecr\.(?:io|cn|us)$/,
        product: "Azure Container Registry",
        credentials: "`az acr login` before this step, or AZURE_TENANT_ID, AZURE_CLIENT_ID and a secret or a federated token",
        pull: "the role AcrPull",
        push: "the role AcrPush",
    },
    {
        host: /^quay\.io$/,
        product: "Quay",
        credentials: "a robot account",
        pull: "a robot account with the permission Read on the repository",
        push: "a robot account with the permission Write on the repository; a new repository is made only for one with Creator in the organisation",
    },
    {
        host: /^registry\.gitlab\.com$/,
        product: "GitLab's container registry",
        credentials: "a deploy token or a project access token",
        pull: "the scope read_registry",
        push: "the scopes read_registry and write_registry and the role Developer",
    },
    {
        host: /^image-registry\.openshift-image-registry\.svc(?::\d+)?$|^default-route-openshift-image-registry\./,
        product: "OpenShift's internal registry",
        credentials: "any user name and the token of a service account (`oc whoami -t`)",
        pull: "the role system:image-puller in the project",
        push: "the role system:image-builder in the project",
    },
];
/** What is known of a registry (`host[:port]`); undefined for one without a product's own name. */
function adviceFor(registry) {
    const name = registry.replace(/:443$/, "");
    return KNOWN.find(({ host }) => host.test(name));
}
//# sourceMappingURL=advice.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/registry-error.js


/** A failure at a registry. Its code is one of ours (`registry-denied`); `codes` are the registry's. */
class RegistryError extends errors/* UserError */.yo {
    status;
    codes;
    passing;
    retryAfter;
    constructor(code, message, failure, details = {}) {
        super(code, message, { fault: "outside", ...details });
        this.status = failure.status;
        this.codes = failure.codes ?? [];
        this.passing = failure.passing ?? false;
        this.retryAfter = failure.retryAfter;
    }
}
/** Whether the registry named one of these codes of its own. */
function hasRegistryCode(error, ...codes) {
    return error instanceof RegistryError && error.codes.some((code) => codes.includes(code));
}
const MAX_ERRORS = 5;
const MAX_MESSAGE_LENGTH = 300;
/**
 * Reads an error's body (distribution-spec, "Error Codes"; also the `details` of token services). Anything
 * else, such as a proxy's HTML page, says nothing.
 */
function parseErrorBody(body) {
    const found = { codes: [], messages: [] };
    let value;
    try {
        value = JSON.parse(body);
    }
    catch {
        return found;
    }
    if (!isRecord(value))
        return found;
    const errors = Array.isArray(value.errors) ? value.errors : [value];
    for (const error of errors.slice(0, MAX_ERRORS)) {
        if (!isRecord(error))
            continue;
        if (typeof error.code === "string")
            found.codes.push(printable(error.code));
        const message = [error.message, error.details, error.error_description].find((text) => typeof text === "string" && text !== "");
        if (typeof message === "string")
            found.messages.push(printable(message));
    }
    return found;
}
/**
 * The error for an answer that says no.
 * Codes: `registry-unauthorized`, `registry-denied`, `not-found`, `rate-limited`, `tag-immutable`,
 * `content-too-large`, `registry-unsupported`, `registry-failed`, `registry-refused`.
 */
function refusedRequest(request) {
    const { registry, repository, doing, status } = request;
    const { codes, messages } = parseErrorBody(request.body);
    const said = messages.length > 0 ? messages.join("; ") : codes.join(", ");
    const where = repository === "" ? registry : `${registry}/${repository}`;
    const tail = said === "" ? `(HTTP ${status})` : `(HTTP ${status}: ${said})`;
    const { code, hint, fault } = classify(request, codes, messages);
    const failure = { status, codes, retryAfter: request.retryAfter };
    const message = `${where}: could not ${doing}: ${SUMMARY.get(code) ?? "the registry refused"} ${tail}.`;
    return new RegistryError(code, message, failure, { hint, ...(fault === undefined ? {} : { fault }) });
}
const SUMMARY = new Map([
    ["registry-unauthorized", "the registry does not accept who we are"],
    ["registry-denied", "the registry denies access"],
    ["not-found", "the registry does not have it"],
    ["rate-limited", "the registry's rate limit is used up"],
    ["tag-immutable", "the tag is immutable there"],
    ["content-too-large", "it is too large for the registry or a proxy before it"],
    ["registry-unsupported", "the registry does not support it"],
    ["registry-failed", "the registry failed"],
]);
function classify(request, codes, messages) {
    const { registry, status } = request;
    const used = request.credentials === undefined
        ? `No credentials for ${registry} were found, so it was asked anonymously.`
        : `The credentials from ${request.credentials} were used.`;
    const advice = adviceFor(registry);
    const how = advice === undefined ? "" : ` (${advice.product}: ${advice.credentials})`;
    const giveThem = `Give them in the input registry-auth${how}, or with \`docker login ${registry}\`.`;
    if (isImmutable(status, codes, messages)) {
        return { code: "tag-immutable", hint: "Choose a new tag: this registry never moves one that exists." };
    }
    if (status === 401) {
        const correct = request.credentials === undefined ? giveThem : `Check user name, password and expiry. ${giveThem}`;
        return { code: "registry-unauthorized", hint: `${used} ${correct}` };
    }
    if (status === 403) {
        const missing = advice === undefined
            ? "That account needs the right to read, or for a destination to write, in this repository."
            : `To read: ${advice.pull}. To write: ${advice.push}.`;
        const correct = request.credentials === undefined ? giveThem : missing;
        const absent = request.reads === true ? "what does not exist" : "a repository that does not exist";
        return {
            code: "registry-denied",
            hint: `${used} ${correct} Some registries also answer so for ${absent}.`,
        };
    }
    if (status === 404) {
        const hint = advice?.absent !== undefined && codes.includes("NAME_UNKNOWN")
            ? `The repository is missing, and ${advice.absent}.`
            : "Check the name, and that it was pushed. Many registries also answer so where the account may not read.";
        return { code: "not-found", hint: `${hint} ${used}`, fault: "request" };
    }
    if (status === 429) {
        return {
            code: "rate-limited",
            hint: `Wait, lower the input concurrency, or use an account with a higher limit. ${used}`,
        };
    }
    if (status === 413)
        return {
            code: "content-too-large",
            hint: "Raise the size limit of the registry or of the proxy before it.",
        };
    if (status === 405 || status === 501 || codes.includes("UNSUPPORTED")) {
        return {
            code: "registry-unsupported",
            hint: "Look into the registry's settings: it may be read-only or forbid this.",
        };
    }
    if (status >= 500) {
        const later = "Run it again later; if it stays, look into the registry's own log.";
        const absent = request.reads === true ? " Some registries also answer so for what does not exist." : "";
        return { code: "registry-failed", hint: later + absent };
    }
    return { code: "registry-refused", hint: "The registry's own words say why; its log says more." };
}
/**
 * Whether an answer to who sets a tag says that this tag never moves. There is no code for it in the specification:
 * ECR answers 400 TAG_INVALID, Google 400 MANIFEST_INVALID, Harbor 412 PRECONDITION, others 403 or 409.
 */
function saysImmutable(status, body) {
    const { codes, messages } = parseErrorBody(body);
    return isImmutable(status, codes, messages);
}
/** Sentences, not the word alone: it also stands in refusals for want of a right ("lacks the immutability role"). */
const IMMUTABLE = /\b(?:is|are|as) immutable\b|\bcannot be overwritten\b|\b(?:has|enabled) tag immutability\b|\btag immutability (?:is )?enabled\b/i;
function isImmutable(status, codes, messages) {
    if (status === 412 && codes.includes("PRECONDITION"))
        return true;
    return [400, 403, 405, 409, 412].includes(status) && messages.some((message) => IMMUTABLE.test(message));
}
function isRecord(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
function printable(text) {
    const clean = text.replace(/[\p{C}\s]+/gu, " ").trim();
    return clean.length > MAX_MESSAGE_LENGTH ? `${clean.slice(0, MAX_MESSAGE_LENGTH)}…` : clean;
}
//# sourceMappingURL=registry-error.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/unreachable.js


const UNREACHABLE_HINT = "Check the address, the network and whether the registry runs, then run it again.";
/** The error for a connection that broke while an answer was read: starting anew may succeed. */
function brokenAnswer(url, cause) {
    const message = `${url.host}: the connection broke while the answer was read (${reasonOf(cause)}).`;
    return new RegistryError("registry-unreachable", message, { passing: true }, { hint: UNREACHABLE_HINT, cause });
}
/** Failures of TLS and of names don't pass by themselves. */
const LASTING = /^(?:ENOTFOUND|EPROTO|CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH)/;
/** The error for a request that got no answer. */
function unreachable(message, cause) {
    const codes = codesOf(cause);
    const lasting = codes.find((code) => LASTING.test(code));
    const text = `${message.url.host} cannot be reached: ${reasonOf(cause)} (${message.method} ${redactUrl(message.url)}).`;
    const hint = lasting === undefined
        ? UNREACHABLE_HINT
        : lasting === "ENOTFOUND"
            ? "There is no host of this name: check its spelling and the network."
            : "TLS failed. Trust its certificate by NODE_EXTRA_CA_CERTS; a registry that speaks http belongs in insecure-registries.";
    return new RegistryError("registry-unreachable", text, { passing: lasting === undefined }, { hint, cause });
}
/** Nobody waits or tries again: the process is about to be killed. */
function givenUp({ url, method }, cause) {
    const text = `${url.host} gave no answer, and the run was cancelled meanwhile (${method} ${redactUrl(url)}).`;
    return new RegistryError("registry-unreachable", text, {}, { hint: "Run it again: it goes on from what is there.", cause });
}
/** The same failure once the attempts are used up: nobody above shall begin anew. */
function finalFailure(error) {
    return new RegistryError(error.code, error.message, {}, { hint: error.hint, cause: error.cause });
}
/** The code of an answer that was not whole within the time limit. */
const SLOW_ANSWER = "SLOW_ANSWER";
/** What says that the other side is there, perhaps, but keeps us waiting. */
const SILENCES = new Set([
    "UND_ERR_HEADERS_TIMEOUT",
    "UND_ERR_BODY_TIMEOUT",
    SLOW_ANSWER,
]);
/** Whether a request failed because nothing, or no more, came within the time limit. */
function isSilence(error) {
    return codesOf(error).some((code) => SILENCES.has(code));
}
const REASONS = new Map([
    ["ECONNREFUSED", "nothing listens there"],
    ["ECONNRESET", "the connection was reset"],
    ["EPIPE", "the connection was closed"],
    ["UND_ERR_SOCKET", "the connection was closed"],
    ["ENOTFOUND", "the host name is unknown"],
    ["EAI_AGAIN", "the name service does not answer"],
    ["EHOSTUNREACH", "there is no route to it"],
    ["ENETUNREACH", "there is no route to it"],
    ["UND_ERR_CONNECT_TIMEOUT", "no connection within the time limit"],
    ["UND_ERR_HEADERS_TIMEOUT", "no answer within the time limit"],
    ["UND_ERR_BODY_TIMEOUT", "the answer stopped for longer than the time limit"],
    [SLOW_ANSWER, "the whole answer did not come within the time limit"],
    ["UND_ERR_RES_CONTENT_LENGTH_MISMATCH", "the answer was cut off"],
]);
function reasonOf(cause) {
    const codes = codesOf(cause);
    const known = codes.find((code) => REASONS.has(code));
    if (known !== undefined)
        return REASONS.get(known) ?? known;
    return codes[0] ?? (cause instanceof Error ? cause.name : "the connection failed");
}
/** The codes of an error and of what is behind it (all addresses of a host were tried). */
function codesOf(error, depth = 0) {
    if (!(error instanceof Error) || depth > 4)
        return [];
    const own = error.code;
    const inner = error instanceof AggregateError ? error.errors : [error.cause];
    return [...(typeof own === "string" ? [own] : []), ...inner.flatMap((each) => codesOf(each, depth + 1))];
}
//# sourceMappingURL=unreachable.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/answer.js

/** An answer of undici, whose body may take `patience` milliseconds where it is read whole. */
function responseOf(answer, url, patience) {
    // Without a listener a connection that breaks while nobody reads would end the process.
    answer.body.on("error", () => undefined);
    const headers = (name) => {
        const value = answer.headers[name];
        return value === undefined ? [] : Array.isArray(value) ? value : [value];
    };
    const { statusCode: status, body } = answer;
    return { status, header: (name) => headers(name)[0], headers, body, url, patience };
}
/** What to say of an answer that was compressed on the way, behind its name: digest and size cannot be right then. */
function encodingOf(response) {
    const encoding = response.header("content-encoding")?.trim().toLowerCase() ?? "";
    if (encoding === "" || encoding === "identity")
        return "";
    return ` (it came with Content-Encoding: ${encoding.replace(/[^a-z0-9, -]/g, "?").slice(0, 40)})`;
}
/** Throws an answer's body away so that its connection is free again. */
async function discard(response) {
    const stop = stopSlow(response);
    try {
        await response.body.dump({ limit: 64 * 1024 });
    }
    catch {
        // The connection broke; nothing of the answer is wanted.
    }
    finally {
        stop();
    }
}
/**
 * An answer's whole body, if it has at most `limit` bytes; otherwise undefined, and the connection is closed.
 * @throws RegistryError `registry-unreachable` when the connection breaks
 */
async function readBody(response, limit) {
    if (Number(response.header("content-length") ?? 0) > limit) {
        response.body.destroy();
        return undefined;
    }
    const chunks = [];
    let size = 0;
    const stop = stopSlow(response);
    try {
        for await (const chunk of response.body) {
            size += chunk.length;
            if (size > limit)
                return undefined;
            chunks.push(chunk);
        }
    }
    catch (error) {
        throw brokenAnswer(response.url, error);
    }
    finally {
        stop();
    }
    return Buffer.concat(chunks);
}
/** Breaks an answer's connection when it takes too long. Returns what takes the limit away. */
function stopSlow({ body, patience }) {
    const slow = () => body.destroy(Object.assign(new Error("slow answer"), { code: SLOW_ANSWER }));
    const timer = setTimeout(slow, patience);
    return () => clearTimeout(timer);
}
//# sourceMappingURL=answer.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/challenge.js
const TOKEN = /[A-Za-z0-9!#$%&'*+.^_`|~-]+/y;
const VALUE = /\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/y;
/** All challenges, in order. What cannot be read is left out: the caller then has nothing to answer. */
function parseChallenges(headers) {
    return headers.flatMap(parseHeader);
}
/** The scopes a bearer challenge demands. */
function challengedScopes(challenge) {
    return (challenge.parameters.get("scope") ?? "").split(" ").filter((scope) => scope !== "");
}
function parseHeader(header) {
    const challenges = [];
    let at = 0;
    while (at < header.length) {
        at = skip(header, at);
        const name = take(TOKEN, header, at);
        if (name === undefined)
            break;
        const value = take(VALUE, header, name.end);
        const current = challenges.at(-1);
        if (value !== undefined && current !== undefined) {
            const text = value.match[1]?.replace(/\\(.)/g, "$1") ?? value.match[2] ?? "";
            current.parameters.set(name.match[0].toLowerCase(), text);
            at = value.end;
        }
        else {
            challenges.push({ scheme: name.match[0].toLowerCase(), parameters: new Map() });
            at = name.end;
        }
    }
    return challenges;
}
function skip(text, from) {
    let at = from;
    while (at < text.length && /[\s,]/.test(text.charAt(at)))
        at += 1;
    return at;
}
function take(pattern, text, from) {
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    return match === null ? undefined : { match, end: pattern.lastIndex };
}
//# sourceMappingURL=challenge.js.map
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./.cache/bundles/registry/credentials.js



const INPUT = "registry-auth";
const KEYS = ["registry", "username", "password"];
const EXAMPLE = "Write a list, each entry with registry, username and password, such as `- registry: ghcr.io`.";
const MAX_ENTRIES = 200;
/**
 * The input `registry-auth`: YAML as docker/login-action takes it. All values are read as strings, so that
 * a password of digits stays what it is. No value ever stands in an error.
 * @throws UserError `invalid-registry-auth`, with line and column
 */
function parseRegistryAuth(text) {
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, { schema: "failsafe", prettyErrors: false, lineCounter: lines });
    const wrong = (message, offset) => {
        const place = offset === undefined ? undefined : lines.linePos(offset);
        return new errors/* UserError */.yo("invalid-registry-auth", `The input ${INPUT} ${message}.`, {
            hint: EXAMPLE,
            input: INPUT,
            line: place?.line,
            column: place?.col,
        });
    };
    const error = document.errors[0];
    // The parser's own message may quote what stands there, and that may be the password.
    if (error !== undefined)
        throw wrong(`is not valid YAML (${error.code})`, error.pos[0]);
    const root = document.contents;
    if (root === null)
        return [];
    if ((0,dist/* isScalar */.jn)(root) && root.value === "")
        return [];
    if (!(0,dist/* isSeq */.oP)(root))
        throw wrong("is not a list", start(root));
    if (root.items.length > MAX_ENTRIES)
        throw wrong(`has more than ${MAX_ENTRIES} entries`, start(root));
    const logins = new Map();
    for (const item of root.items) {
        const { login, at } = parseLogin(item, wrong);
        if (logins.has(login.registry))
            throw wrong(`names ${login.registry} twice`, at);
        logins.set(login.registry, login);
    }
    return [...logins.values()];
}
function parseLogin(item, wrong) {
    const at = start(item);
    if (!(0,dist/* isMap */.jh)(item))
        throw wrong("has an entry without keys", at);
    const values = new Map();
    for (const pair of item.items) {
        const key = (0,dist/* isScalar */.jn)(pair.key) ? String(pair.key.value) : "";
        const known = KEYS.find((each) => each === key);
        if (known === undefined) {
            const shown = JSON.stringify(key.length > 40 ? `${key.slice(0, 40)}…` : key);
            throw wrong(`has the unknown key ${shown} (known: ${KEYS.join(", ")})`, start(pair.key));
        }
        const value = pair.value;
        if (!(0,dist/* isScalar */.jn)(value))
            throw wrong(`has a ${known} that is not a text`, start(value) ?? start(pair.key));
        values.set(known, { text: String(value.value ?? ""), at: start(value) });
    }
    const text = (key) => {
        const value = values.get(key);
        if (value === undefined)
            throw wrong(`has an entry without ${key}`, at);
        if (value.text === "")
            throw wrong(`has an empty ${key}`, value.at ?? at);
        return value.text;
    };
    const registry = name_parseRegistry(text("registry"));
    if (registry === undefined) {
        throw wrong("has a registry that is not host or host:port (docker.io for Docker Hub)", values.get("registry")?.at);
    }
    const username = text("username");
    if (username.includes(":"))
        throw wrong("has a username with a colon", values.get("username")?.at);
    return { login: { registry, username, password: text("password") }, at };
}
function start(node) {
    return node?.range?.[0];
}
/** `base64(user:password)`, as Basic authentication sends it and Docker's file stores it. */
function basicToken(username, password) {
    return Buffer.from(`${username}:${password}`, "utf8").toString("base64");
}
/** Every spelling of the credentials that must never be printed. */
function secretsOf(credentials) {
    if (credentials.kind !== "password")
        return [credentials.token, base64(credentials.token)];
    const { username, password } = credentials;
    return [password, basicToken(username, password), base64(password), encodeURIComponent(password)];
}
function base64(text) {
    return Buffer.from(text, "utf8").toString("base64");
}
//# sourceMappingURL=credentials.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/redirect.js



const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MAX_REDIRECTS = 5;
/** Whether an answer sends us elsewhere. */
function isRedirect(response) {
    return REDIRECTS.has(response.status) && response.header("location") !== undefined;
}
/**
 * Sends a request and follows redirects by hand. `authorization` goes to the request's own origin and, once a
 * redirect has left that, to nobody any more, not even back to it.
 * @throws RegistryError `unsafe-redirect`, `too-many-redirects`, `registry-unreachable`
 */
async function sendFollowing(transport, request, authorization, insecure, mode) {
    let url = request.url;
    let left = false;
    for (let redirects = 0;; redirects += 1) {
        const secret = authorization === undefined || left ? {} : { authorization };
        const response = await transport.send({ ...request, url, headers: { ...request.headers, ...secret } });
        if (!isRedirect(response) || mode === "no")
            return response;
        const target = locationOf(response, insecure);
        if (mode === "own" && target.origin !== url.origin)
            return response;
        await discard(response);
        if (redirects === MAX_REDIRECTS) {
            const message = `${request.url.host} redirects more than ${MAX_REDIRECTS} times (${redactUrl(target)}).`;
            throw new RegistryError("too-many-redirects", message, {}, { hint: "Look into the registry's settings." });
        }
        left ||= target.origin !== request.url.origin;
        url = target;
    }
}
/**
 * The address of an answer's Location, absolute or relative, its query kept. A proxy before a registry may have told
 * it neither that we spoke https nor to which port: where it names its own host so, what was asked is meant.
 * @throws RegistryError `unsafe-redirect`
 */
function locationOf(response, insecure) {
    const location = response.header("location") ?? "";
    const from = response.url;
    const unsafe = (reason) => new RegistryError("unsafe-redirect", `${from.host} sends us to an address that is not safe: ${reason}.`, {}, {
        hint: "Look into the registry's settings: its own address, and that of the storage behind it.",
    });
    const parsed = URL.canParse(location, from.href) ? new URL(location, from) : undefined;
    if (location === "" || parsed === undefined)
        throw unsafe("it cannot be read");
    if (isOurs(from, parsed)) {
        parsed.protocol = from.protocol;
        parsed.port = from.port;
    }
    const reason = refusal(from, parsed, insecure);
    if (reason !== undefined)
        throw unsafe(`${reason} (${redactUrl(parsed)})`);
    return parsed;
}
/**
 * Whether an address is that of the registry itself, with http for https or without its port. Storage may well be on
 * the same host at the port that needs no naming, so that a port alone is missed only below the API's own path.
 */
function isOurs(from, to) {
    if (to.hostname !== from.hostname || (to.port !== "" && to.port !== from.port))
        return false;
    if (from.protocol === "https:" && to.protocol === "http:")
        return true;
    return to.protocol === from.protocol && to.pathname.startsWith("/v2/");
}
//# sourceMappingURL=redirect.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/scope.js
/**
 * Scopes of bearer tokens: `repository:acme/shop:pull,push`.
 * Source: distribution's "Token Scope Documentation".
 */
/** The scope of some actions on one repository. */
function repositoryScope(repository, ...actions) {
    return `repository:${repository}:${actions.join(",")}`;
}
/** Whether a token for `held` can be used where `wanted` is needed. */
function scopesCover(held, wanted) {
    return wanted.every((scope) => held.some((each) => covers(each, scope)));
}
/**
 * Both lists as one without repetitions. The registry's own demand stands first: some token services look
 * at the first scope only.
 */
function joinScopes(demanded, wanted) {
    const joined = [...new Set(demanded)];
    for (const scope of wanted)
        if (!scopesCover(joined, [scope]))
            joined.push(scope);
    return joined;
}
function covers(held, wanted) {
    if (held === wanted)
        return true;
    const [heldName, heldActions] = split(held);
    const [wantedName, wantedActions] = split(wanted);
    return heldName === wantedName && wantedActions.every((action) => heldActions.includes(action));
}
function split(scope) {
    const colon = scope.lastIndexOf(":");
    return [scope.slice(0, colon), scope.slice(colon + 1).split(",")];
}
//# sourceMappingURL=scope.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/retry.js
/** When a request is tried again, and how long one waits before. All times in milliseconds. */
/** Answers that the same request may not get a second time. 500 is what overloaded storage answers in practice. */
const PASSING = new Set([408, 429, 500, 502, 503, 504]);
/** "Not now": worth more patience than a failure. */
const BUSY = new Set([429, 503]);
const ATTEMPTS = 4;
const BUSY_ATTEMPTS = 8;
/** Each of these has cost a whole time limit, which is minutes long. */
const SILENT_ATTEMPTS = 2;
const FIRST_DELAY = 500;
const LONGEST_DELAY = 30_000;
/** A registry that asks for more than this is asked again after this; attempts stay bounded. */
const LONGEST_RETRY_AFTER = 60_000;
/** By this part of a demanded wait, at most, it is longer. */
const LATER = 0.1;
/** Whether an answer is a passing failure. */
function isPassing(status) {
    return PASSING.has(status);
}
/** Whether an answer asks every request to that host to wait. */
function isBusy(status) {
    return BUSY.has(status);
}
/** How long to wait before the next attempt; undefined when it is time to give up. */
function delayAfter(failure) {
    const busy = failure.status !== undefined && isBusy(failure.status);
    const most = busy ? BUSY_ATTEMPTS : failure.silent === true ? SILENT_ATTEMPTS : ATTEMPTS;
    if (failure.attempts >= most)
        return undefined;
    const demanded = parseRetryAfter(failure.retryAfter, failure.now);
    // None at all, or a date that is over, would use up the attempts within a moment.
    if (demanded !== undefined && demanded > 0) {
        // Never before the time that was named, and not all at that time.
        return Math.round(Math.min(demanded, LONGEST_RETRY_AFTER) * (1 + LATER * failure.random));
    }
    const delay = Math.min(FIRST_DELAY * 2 ** (failure.attempts - 1), LONGEST_DELAY);
    return Math.round(delay * (0.8 + 0.4 * failure.random));
}
/** Retry-After, in seconds or as a date (RFC 9110, section 10.2.3), as milliseconds from now. */
function parseRetryAfter(header, now) {
    const text = header?.trim() ?? "";
    if (/^[0-9]{1,9}$/.test(text))
        return Number(text) * 1000;
    if (!/[A-Za-z]/.test(text))
        return undefined;
    const date = Date.parse(text);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
//# sourceMappingURL=retry.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/read-anew.js




/**
 * An answer with its whole body, undefined if that has more than `limit` bytes. It is asked for again when the
 * connection breaks, or stands still, in the middle of it; the attempts are bounded.
 * @throws RegistryError `registry-unreachable`; what `send` throws
 */
async function readAnew(send, limit, { sleep, now, random }, signal) {
    for (let attempts = 1;; attempts += 1) {
        const response = await send();
        try {
            return { response, body: await readBody(response, limit) };
        }
        catch (error) {
            const delay = delayAfter({ attempts, silent: isSilence(error), now: now(), random: random() });
            if (!(error instanceof RegistryError) || !error.passing || delay === undefined)
                throw error;
            await sleep(delay, signal);
        }
    }
}
//# sourceMappingURL=read-anew.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/token-service.js
/**
 * Which token service gets a registry's credentials. A registry names its service itself (the challenge's realm), so
 * the name alone proves nothing; what counts is who owns its host, judged by the names of the two hosts. Pure.
 */
/**
 * Whether the host of a realm is the registry's own: the same host, one above it (registry.gitlab.com and gitlab.com)
 * or below it, one of the same domain (registry.acme.example and auth.acme.example), or one of the known pairs.
 */
function isOwnTokenService(registry, realm) {
    const [ours, theirs] = [nameOf(registry), nameOf(realm)];
    if (ours === theirs)
        return true;
    if (token_service_KNOWN.some((pair) => pair.registry.test(ours) && pair.realm.test(theirs)))
        return true;
    // The numbers of an address are no domains.
    if (isAddress(ours) || isAddress(theirs))
        return false;
    if (isBelow(ours, theirs))
        return labels(theirs).length > 1;
    if (isBelow(theirs, ours))
        return labels(ours).length > 1;
    return inOneDomain(ours, theirs);
}
/**
 * Services that have a domain of their own: Scaleway's, and Alibaba's, whose domain is also that of its customers'
 * servers. All others that are known are on the same domain.
 */
const token_service_KNOWN = [
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
const SHARED = [
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
const SECOND_LEVELS = new Set("ac co com edu gen go gob gouv gov gv id info ltd me mil ne net nom or org plc sch".split(" "));
function inOneDomain(a, b) {
    if (SHARED.some((domain) => isBelow(a, domain)))
        return false;
    const [left, right] = [labels(a).reverse(), labels(b).reverse()];
    let common = 0;
    while (common < left.length && left[common] === right[common])
        common += 1;
    const [top = "", second = ""] = left;
    return common > (top.length === 2 && SECOND_LEVELS.has(second) ? 2 : 1);
}
function nameOf(url) {
    return url.hostname.toLowerCase().replace(/\.$/, "");
}
/** `URL` has brought all spellings of IPv4 to four numbers, and IPv6 into brackets. */
function isAddress(host) {
    return host.startsWith("[") || /^\d+\.\d+\.\d+\.\d+$/.test(host);
}
function isBelow(host, domain) {
    return host.endsWith(`.${domain}`);
}
function labels(host) {
    return host.split(".");
}
//# sourceMappingURL=token-service.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/token.js






/** More than any token service sends. */
const MAX_BODY = 64 * 1024;
/** What the specification says for an answer without `expires_in`. */
const DEFAULT_LIFETIME_SECONDS = 60;
/** A token is renewed before it ends, so that a request does not meet its end under way. */
const USED_LIFETIME = 0.9;
const CLIENT_ID = "sluice";
/**
 * Fetches a token. A realm that breaks the rules of endpoint.ts gets no request at all. Credentials are sent only to
 * a token service that is the registry's own (token-service.ts), or for whose host the user gives the same by name;
 * without any, each may be asked. Redirects are not followed.
 * @throws RegistryError `registry-unauthorized`, `unsafe-token-service`, `foreign-token-service`,
 *   `registry-unreachable` and the like
 */
async function fetchToken(request, ports) {
    const { registry, scopes, credentials } = request;
    const realm = safeRealm(request, ports.insecure);
    if (credentials !== undefined && !isOwnTokenService(request.registryUrl, realm)) {
        await checkGivenFor(realm, registry, credentials, ports.keychain);
    }
    const sentAt = ports.now();
    const message = tokenMessage(realm, request);
    const { response, body } = await readAnew(() => ports.transport.send(message), MAX_BODY, ports);
    const text = body?.toString("utf8") ?? "";
    if (response.status !== 200) {
        throw refusedRequest({
            registry,
            repository: "",
            doing: `get a token for ${scopes.join(" and ") || "no scope"} from ${redactUrl(realm)}`,
            status: response.status,
            body: ports.secrets.scrub(text),
            retryAfter: response.header("retry-after"),
            credentials: credentials?.from,
        });
    }
    const answer = parseToken(text);
    if (answer === undefined) {
        const message = `${registry}: the token service ${redactUrl(realm)} gave an answer without a token.`;
        throw new RegistryError("registry-failed", message, {}, { hint: "Run it again later, or look into its log." });
    }
    ports.secrets.add(answer.token);
    return { value: answer.token, expiresAt: sentAt + answer.lifetime * 1000 * USED_LIFETIME };
}
function safeRealm({ registryUrl, registry, challenge }, insecure) {
    const text = challenge.parameters.get("realm") ?? "";
    const realm = URL.canParse(text) ? new URL(text) : undefined;
    const reason = realm === undefined ? "it cannot be read" : refusal(registryUrl, realm, insecure);
    if (realm !== undefined && reason === undefined)
        return realm;
    const where = realm === undefined ? "" : ` (${redactUrl(realm)})`;
    const message = `${registry} names a token service that must not get credentials: ${reason}${where}.`;
    throw new RegistryError("unsafe-token-service", message, {}, {
        hint: "Look into the registry's setting of its token service (realm): it has to be an https address.",
    });
}
/**
 * What is given for the service's host must be the same secret. Another one may not stand in for it: with
 * credentials for ghcr.io a stranger's registry that names ghcr.io's token service would get a token of it.
 */
async function checkGivenFor(realm, registry, credentials, keychain) {
    const host = name_parseRegistry(realm.host);
    // A helper that fails for a host that the registry chose must not hide what this is about.
    const given = host === undefined ? undefined : await keychain.find(host, "given").catch(() => undefined);
    if (given !== undefined && isSame(given, credentials))
        return;
    throw new RegistryError("foreign-token-service", `${registry} names a token service on a host that is not its own, ${realm.host}, so it does not get the credentials from ${credentials.from}.`, {}, {
        hint: `If that service belongs to this registry, say so: give the same user name and password also for ${realm.host}, as an entry of its own in registry-auth. If not, the registry is set up wrongly, or not to be trusted.`,
    });
}
function isSame(a, b) {
    if (a.kind === "password") {
        return b.kind === "password" && a.username === b.username && a.password === b.password;
    }
    return b.kind === a.kind && a.token === b.token;
}
function tokenMessage(realm, request) {
    const { challenge, scopes, credentials, countAs } = request;
    const service = challenge.parameters.get("service");
    if (credentials?.kind === "identity") {
        const form = new URLSearchParams({ grant_type: "refresh_token", client_id: CLIENT_ID });
        if (service !== undefined)
            form.set("service", service);
        if (scopes.length > 0)
            form.set("scope", scopes.join(" "));
        form.set("refresh_token", credentials.token);
        const headers = { "content-type": "application/x-www-form-urlencoded" };
        return { method: "POST", url: realm, headers, body: Buffer.from(form.toString()), countAs };
    }
    const url = new URL(realm);
    if (service !== undefined)
        url.searchParams.set("service", service);
    for (const scope of scopes)
        url.searchParams.append("scope", scope);
    const headers = {};
    if (credentials?.kind === "password") {
        headers.authorization = `Basic ${basicToken(credentials.username, credentials.password)}`;
    }
    return { method: "GET", url, headers, countAs };
}
function parseToken(text) {
    let answer;
    try {
        answer = JSON.parse(text);
    }
    catch {
        return undefined;
    }
    if (typeof answer !== "object" || answer === null)
        return undefined;
    const fields = new Map(Object.entries(answer));
    const token = [fields.get("token"), fields.get("access_token")].find(isHeaderText);
    if (token === undefined)
        return undefined;
    const stated = fields.get("expires_in");
    const lifetime = typeof stated === "number" && stated > 0 ? stated : DEFAULT_LIFETIME_SECONDS;
    return { token, lifetime };
}
function isHeaderText(value) {
    return typeof value === "string" && /^[\x21-\x7e]+$/.test(value);
}
//# sourceMappingURL=token.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/auth.js







const NOTHING = { header: undefined };
function createAuthorizer(options) {
    const { transport, keychain, insecure, secrets } = options;
    const states = new Map();
    const origins = new Map();
    function stateOf(registry) {
        const root = registryUrl(registry, insecure);
        const fresh = { root, known: false, first: undefined, challenge: undefined, tokens: [] };
        const state = states.get(registry) ?? fresh;
        states.set(registry, state);
        return state;
    }
    async function credentialsOf(registry) {
        const credentials = await keychain.find(registry);
        if (credentials !== undefined) {
            secrets.add(...secretsOf(credentials));
            origins.set(registry, credentials.from);
        }
        return credentials;
    }
    async function tokenFor(state, request, challenge, scopes) {
        const now = options.now();
        state.tokens = state.tokens.filter((held) => held.expiresAt > now);
        const usable = state.tokens.find((held) => scopesCover(held.scopes, scopes));
        if (usable !== undefined)
            return usable;
        const { registry, countAs } = request;
        const fetched = credentialsOf(registry).then((credentials) => fetchToken({ registryUrl: state.root, registry, challenge, scopes, credentials, countAs }, options));
        const held = { scopes, token: fetched, expiresAt: Number.POSITIVE_INFINITY };
        state.tokens.push(held);
        try {
            held.expiresAt = (await fetched).expiresAt;
        }
        catch (error) {
            drop(state, held);
            throw error;
        }
        return held;
    }
    /** What to show for a challenge; undefined when there is nothing to show. */
    async function answer(state, request, challenge, scopes) {
        const credentials = await credentialsOf(request.registry);
        if (credentials?.kind === "bearer")
            return { header: `Bearer ${credentials.token}` };
        if (challenge.scheme === "bearer") {
            const held = await tokenFor(state, request, challenge, scopes);
            return { header: `Bearer ${(await held.token).value}`, token: held };
        }
        if (credentials?.kind !== "password")
            return undefined;
        return { header: `Basic ${basicToken(credentials.username, credentials.password)}` };
    }
    async function send(state, request) {
        const mode = request.follow ?? "all";
        const follow = (shown) => sendFollowing(transport, request, shown.header, insecure, mode);
        let shown = NOTHING;
        if (state.challenge !== undefined) {
            shown = (await answer(state, request, state.challenge, request.scopes)) ?? NOTHING;
        }
        let response = await follow(shown);
        // First with all that is needed, then, for services that look at one scope, with what is demanded alone.
        for (const choose of [joinScopes, demandedAlone]) {
            const challenge = challengeOf(response, state.root);
            if (challenge === undefined)
                return response;
            state.challenge = challenge;
            if (shown.token !== undefined)
                drop(state, shown.token);
            const scopes = choose(challengedScopes(challenge), request.scopes);
            if (scopes === undefined)
                return response;
            const next = await answer(state, request, challenge, scopes);
            if (next?.header === undefined || next.header === shown.header)
                return response;
            await discard(response);
            shown = next;
            response = await follow(shown);
        }
        return response;
    }
    async function inTurn(state, request) {
        if (!state.known && state.first !== undefined) {
            await state.first;
            // If it has failed, all go at once: one after the other, each would have the patience of all before it.
            return send(state, request);
        }
        if (state.known)
            return send(state, request);
        let finished = () => { };
        state.first = new Promise((resolve) => {
            finished = resolve;
        });
        try {
            const response = await send(state, request);
            state.known = true;
            return response;
        }
        finally {
            state.first = undefined;
            finished();
        }
    }
    return {
        async send(request) {
            const state = stateOf(request.registry);
            if (request.url.origin === state.root.origin)
                return inTurn(state, request);
            // An upload's address on another host: it carries its own permission in its query.
            return sendFollowing(transport, request, undefined, insecure, request.follow ?? "all");
        },
        credentialsFrom: (registry) => origins.get(registry),
    };
}
function drop(state, token) {
    state.tokens = state.tokens.filter((held) => held !== token);
}
/** Undefined when that is no other request than before. */
function demandedAlone(demanded, wanted) {
    const same = demanded.length === joinScopes(demanded, wanted).length;
    return demanded.length === 0 || same ? undefined : [...demanded];
}
/** The challenge of an answer that asks for (other) credentials. Only the registry's own origin may ask. */
function challengeOf(response, root) {
    if (response.url.origin !== root.origin)
        return undefined;
    if (response.status !== 401 && response.status !== 403)
        return undefined;
    const challenges = parseChallenges(response.headers("www-authenticate"));
    const challenge = challenges.find(({ scheme, parameters }) => scheme === "bearer" && parameters.has("realm")) ??
        challenges.find(({ scheme }) => scheme === "basic");
    const wider = challenge?.parameters.get("error") === "insufficient_scope";
    return response.status === 401 || wider ? challenge : undefined;
}
//# sourceMappingURL=auth.js.map
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(8877);
// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(714);
;// CONCATENATED MODULE: ./.cache/bundles/registry/chunk-garbage.js


/** Bytes between two collections: few enough to stay in the processor's cache, many enough to cost little. */
const STEP = 8 * 1024 * 1024;
let collect = "unknown";
let since = 0;
/**
 * Counts streamed bytes, and has what they lay in collected every few MiB. A chunk is a small object to the
 * collector, which by itself lets hundreds of them wait, each with 64 KiB outside its heap: a long copy then holds
 * 100 MB more, and slower memory. A collection of young objects alone takes less than a millisecond.
 */
function streamed(bytes) {
    since += bytes;
    if (since < STEP)
        return;
    since = 0;
    if (collect === "unknown")
        collect = findCollect();
    collect?.({ type: "minor" });
}
/** Node shows its collector only behind a flag, which a program can set while it runs. */
function findCollect() {
    (0,external_node_v8_.setFlagsFromString)("--expose-gc");
    const found = (0,external_node_vm_.runInNewContext)("globalThis.gc");
    return typeof found === "function" ? found : undefined;
}
//# sourceMappingURL=chunk-garbage.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/gathering.js
/** Bytes of a record of TLS, at most (RFC 8446, section 5.1). Bytes that go on rarely come in shorter ones. */
const RECORD = 16 * 1024;
/**
 * What one socket has read and not handed on. Records that come in one turn of the event loop are handed on
 * together, and so are those that come while nobody takes what was handed on before: Node would join pieces that
 * wait, and copy them for it.
 */
class Gathering {
    #socket;
    #push;
    #chunkOf;
    #piece;
    #later;
    /**
     * The stream has asked for bytes (`_read`) since it last got some, as it does before the first come. Until it
     * gets them it does not ask again, even when all that waits in it is taken.
     */
    #asked = true;
    /** `chunkOf` makes of a piece what the socket's readers get. */
    constructor(socket, chunkOf) {
        this.#socket = socket;
        this.#chunkOf = chunkOf;
        const push = socket.push.bind(socket);
        this.#push = push;
        socket.push = (chunk, encoding) => {
            // What is still here belongs before the end of the stream.
            if (chunk === null)
                this.handOn();
            return push(chunk, encoding);
        };
        const read = socket._read.bind(socket);
        socket._read = (size) => {
            this.#asked = true;
            // Asked for in the middle of a read, which would join what came at once with what it is about to give.
            if (this.#piece !== undefined && this.#later === undefined)
                process.nextTick(() => this.handOn());
            read(size);
        };
        const write = socket._write.bind(socket);
        socket._write = (chunk, encoding, done) => {
            // At an empty one Node reads on at once: amid a read, over the bytes that this has just brought.
            if (chunk.length === 0)
                done();
            else
                write(chunk, encoding, done);
        };
    }
    /** `readsOn`: the next bytes will lie behind these. */
    add(buffer, start, length, readsOn) {
        this.#piece ??= { buffer, start, length: 0, readsOn };
        this.#piece.length += length;
        this.#piece.readsOn = readsOn;
        // What ends before a record could is an answer, or the end of one. It may be the last word before the connection
        // breaks, so it does not wait.
        if (!readsOn || length < RECORD)
            this.handOn();
        else
            this.#later ??= setImmediate(() => {
                this.#later = undefined;
                if (this.#asked)
                    this.handOn();
            });
    }
    /** Hands on what is there. */
    handOn() {
        clearImmediate(this.#later);
        this.#later = undefined;
        const piece = this.#piece;
        this.#piece = undefined;
        if (piece === undefined || this.#socket.destroyed)
            return;
        // Before: who gets the bytes may ask for more at once.
        this.#asked = false;
        this.#push(this.#chunkOf(piece));
    }
}
//# sourceMappingURL=gathering.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/receive-buffers.js


/**
 * Bytes of one buffer. Each read costs the same work in JavaScript however much it brings: with half of this a
 * copy of 1 GB takes about a twentieth more of the processor, and with twice as much no less.
 */
const SIZE = 512 * 1024;
/** Reads below this are copied, so that a short answer does not hold a whole buffer. */
const WORTH_LENDING = 32 * 1024;
/**
 * Buffers that are kept for the next reads: as many as sixteen streams have on the way. What finds no place here is
 * garbage that the collector lets wait, while others are made.
 */
const MOST_FREE = 64;
const loans = new WeakMap();
/** Whether these bytes lie in a buffer that is used again. */
function isLent({ buffer }) {
    return loans.has(buffer);
}
/**
 * Buffers that sockets read into and that are used again once another socket has sent what stands in them. Node
 * gives each read a buffer of its own otherwise: a copy then spends its time in getting memory and giving it back.
 * What is never sent is left to the garbage collector.
 */
class ReceiveBuffers {
    #free = [];
    /** For the options of a socket that is made (`net.connect`). */
    reading() {
        let isKept = false;
        return {
            // Asked for when a socket is made, and right after each read: without a new one Node goes on with what it has.
            buffer: () => {
                const kept = isKept;
                isKept = false;
                return kept ? undefined : new Uint8Array(this.#next());
            },
            callback: callbackOf((socket, length, { buffer }) => {
                const readsOn = length < WORTH_LENDING;
                const goOn = socket.push(chunkOf({ buffer, start: 0, length, readsOn }));
                // Not before: who gets the bytes may make another socket, which asks for a buffer too.
                isKept = readsOn;
                return goOn;
            }),
        };
    }
    /**
     * For the options of a socket that speaks TLS (`tls.connect`), of which Node reads no more than a record at a
     * time: records are gathered, since each piece costs the same work however small it is.
     */
    gathering() {
        const gatherings = new WeakMap();
        let rest;
        return {
            // Asked for when a socket is made, and right after each read.
            buffer: () => {
                const next = rest ?? new Uint8Array(this.#next());
                rest = undefined;
                return next;
            },
            callback: callbackOf((socket, length, { buffer, byteOffset }) => {
                const gathering = gatherings.get(socket) ?? new Gathering(socket, chunkOf);
                gatherings.set(socket, gathering);
                const end = byteOffset + length;
                const readsOn = buffer.byteLength - end >= RECORD;
                gathering.add(buffer, byteOffset, length, readsOn);
                // Not before, as in `reading`.
                if (readsOn)
                    rest = new Uint8Array(buffer, end);
                return socket.readableLength < socket.readableHighWaterMark;
            }),
        };
    }
    /** Has a buffer come back when this socket has sent all that was read into it. */
    comeBackFrom(socket) {
        const write = socket.write.bind(socket);
        socket.write = (...args) => {
            const [chunk] = args;
            // A part of what was read: the rest of it may still be needed.
            if (args.length > 1 || !(chunk instanceof Uint8Array) || !isWhole(chunk))
                return write(...args);
            // What could not be sent may be tried on another socket.
            return write(chunk, (error) => {
                if (!error)
                    this.#takeBack(chunk);
            });
        };
    }
    /** What nobody gives back is garbage sooner or later, so it is counted when it is made. */
    #next() {
        const free = this.#free.pop();
        if (free !== undefined)
            return free;
        streamed(SIZE);
        return new ArrayBuffer(SIZE);
    }
    #takeBack(chunk) {
        const { buffer, byteOffset } = chunk;
        const loan = loans.get(buffer);
        if (loan === undefined || !isWhole(chunk))
            return;
        loan.parts.delete(byteOffset);
        if (loan.readsOn || loan.parts.size > 0)
            return;
        loans.delete(buffer);
        if (this.#free.length < MOST_FREE && buffer instanceof ArrayBuffer)
            this.#free.push(buffer);
    }
}
/** The bytes of a piece: lent where there are many of them, else a copy. */
function chunkOf({ buffer, start, length, readsOn }) {
    const chunk = Buffer.from(buffer, start, length);
    const isWorth = length >= WORTH_LENDING;
    const loan = loans.get(buffer) ?? { parts: new Map(), readsOn };
    // Also where the piece is copied: it may be the last of its buffer.
    loan.readsOn = readsOn;
    if (!isWorth)
        return Buffer.from(chunk);
    loan.parts.set(start, length);
    loans.set(buffer, loan);
    return chunk;
}
function isWhole({ buffer, byteOffset, byteLength }) {
    return loans.get(buffer)?.parts.get(byteOffset) === byteLength;
}
/** Node calls it as a method of the socket, which its types do not say. */
function callbackOf(work) {
    return function (length, buffer) {
        return work(this, length, buffer);
    };
}
//# sourceMappingURL=receive-buffers.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/verifying.js






/**
 * Checks bytes that were fetched by digest. `what` names them and their origin in the error.
 * @throws UserError `digest-mismatch`, `digest-unsupported`
 */
function verifyBytes(bytes, digest, what) {
    const found = digestOf(bytes, algorithmOf(digest, what));
    if (found !== digest)
        throw digestMismatch(what, digest, found);
}
/** Bytes between two states that are kept. A state has a few hundred bytes. */
const CHECKPOINT_STEP = (/* unused pure expression or super */ null && (8 * 1024 * 1024));
/**
 * How far a blob was hashed, in steps: what was begun can be gone on with from the middle, and is verified as a
 * whole all the same. One object serves one blob, for all attempts at moving it.
 */
class DigestProgress {
    #states = [];
    /** The farthest place up to `offset` bytes from which hashing can go on; 0 when there is none. */
    before(offset) {
        return this.#farthest(offset)?.at ?? 0;
    }
    /** The state at a place that `before` gave. */
    resume(at, algorithm) {
        const state = this.#farthest(at);
        return state?.at === at ? state.hash.copy() : createHash(algorithm);
    }
    /** Called after every chunk. */
    keep(at, hash) {
        if (at >= (this.#states.at(-1)?.at ?? 0) + CHECKPOINT_STEP)
            this.#states.push({ at, hash: hash.copy() });
    }
    #farthest(offset) {
        return this.#states.findLast(({ at }) => at <= offset);
    }
}
/**
 * A stream that lets through exactly the bytes of `digest` and breaks otherwise: as soon as there are more
 * bytes than `size`, and at the end if there are fewer or their digest is another. The chunk that completes it
 * (without a size: the last so far) is held back until all is verified, so whoever reads to the end has read verified bytes, and a wrong blob is
 * never completed at a destination.
 * @throws UserError `digest-mismatch`, `size-mismatch`, `digest-unsupported`
 */
function verifyingStream(digest, size, what, { progress, start = 0, from = start, count } = {}) {
    const algorithm = algorithmOf(digest, what);
    const hash = progress === undefined || start === 0 ? (0,external_node_crypto_.createHash)(algorithm) : progress.resume(start, algorithm);
    let seen = start;
    let held;
    return new external_node_stream_.Transform({
        transform(chunk, _encoding, done) {
            const skipped = Math.min(chunk.length, Math.max(0, from - seen));
            seen += chunk.length;
            if (size !== undefined && seen > size) {
                done(sizeMismatch(what, size, `more than ${size}`));
                return;
            }
            hash.update(chunk);
            progress?.keep(seen, hash);
            if (!isLent(chunk))
                streamed(chunk.length);
            const wanted = skipped === 0 ? chunk : chunk.subarray(skipped);
            if (wanted.length === 0) {
                done();
                return;
            }
            count?.(wanted.length);
            // What is sent on at once is still in the processor's cache.
            const ready = held;
            const isLast = size === undefined || seen === size;
            held = isLast ? wanted : undefined;
            if (isLast)
                done(null, ready);
            else
                done(null, wanted);
        },
        flush(done) {
            if (size !== undefined && seen !== size) {
                done(sizeMismatch(what, size, `${seen}`));
                return;
            }
            const found = `${algorithm}:${hash.digest("hex")}`;
            if (found !== digest) {
                done(digestMismatch(what, digest, found));
                return;
            }
            done(null, held);
        },
    });
}
function algorithmOf(digest, what) {
    const parsed = parseDigest(digest);
    if (parsed !== undefined)
        return parsed.algorithm;
    throw new errors/* UserError */.yo("digest-unsupported", `${what} has a digest that cannot be verified.`, {
        hint: "Only sha256 and sha512 digests are known.",
    });
}
function digestMismatch(what, expected, found) {
    return new errors/* UserError */.yo("digest-mismatch", `${what} is not what its digest says: expected ${expected}, got ${found}.`, {
        hint: "The content is damaged or was exchanged. Nothing of it was used; push it anew, or look at what stands between.",
        fault: "outside",
    });
}
function sizeMismatch(what, expected, found) {
    return new errors/* UserError */.yo("size-mismatch", `${what} should have ${expected} bytes and has ${found}.`, {
        hint: "The content is damaged or was cut off. Nothing of it was used; push it anew, or look at what stands between.",
        fault: "outside",
    });
}
//# sourceMappingURL=verifying.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/blob-download.js






/** A break after this many bytes counts as the first again: a long download may meet many. */
const PROGRESS = 1024 * 1024;
/**
 * A blob as a stream that breaks unless digest and size are right (see `verifyingStream`). A connection that
 * breaks, or an answer that ends too early, is gone on with by Range where it stopped; when that fails too the
 * stream breaks with RegistryError `registry-unreachable`. It must be read or destroyed.
 */
async function getBlob(c, from, digest, size, options = {}) {
    const { progress, signal, count, from: wanted = 0 } = options;
    const start = progress?.before(wanted) ?? 0;
    const download = new Download(c, from, digest, signal, start);
    const first = await download.request();
    const what = `The blob ${digest} of ${from.registry}/${from.repository}${encodingOf(first)}`;
    const verifier = verifyingStream(digest, size, what, { progress, start, from: wanted, count });
    // The owner of the stream sees the error; without this one an unread stream would end the process.
    verifier.on("error", () => undefined);
    void download.pump(first, verifier, size);
    return verifier;
}
class Download {
    #c;
    #from;
    #digest;
    #signal;
    /** Bytes of the blob that were handed on, or that were not asked for. */
    #at;
    constructor(c, from, digest, signal, start) {
        this.#c = c;
        this.#from = from;
        this.#digest = digest;
        this.#signal = signal;
        this.#at = start;
    }
    /** An answer whose body begins at `#at`, or, without a Content-Range, at the start. */
    request() {
        const range = this.#at > 0 ? { range: `bytes=${this.#at}-` } : {};
        return this.#c.call({
            repository: this.#from,
            method: "GET",
            path: `blobs/${this.#digest}`,
            headers: range,
            actions: ["pull"],
            accept: this.#at > 0 ? [200, 206] : [200],
            doing: `read the blob ${this.#digest}`,
            signal: this.#signal,
        });
    }
    /** Moves answers into the verifier, until that is complete or broken. */
    async pump(first, verifier, size) {
        let response = first;
        let attempts = 0;
        let last = this.#at;
        for (;;) {
            const failure = await this.#transfer(response, verifier);
            if (verifier.destroyed)
                return;
            // Without a size the end of an answer is the end of the blob; of a compressed one there is no rest to ask for.
            const isAll = size === undefined || this.#at >= size || encodingOf(response) !== "";
            if (failure === undefined && isAll)
                return void verifier.end();
            if (this.#at - last >= PROGRESS)
                attempts = 0;
            last = this.#at;
            attempts += 1;
            const delay = delayAfter({ attempts, now: this.#c.now(), random: this.#c.random() });
            // A short answer that stays short is what the verifier tells of.
            if (failure === undefined && delay === undefined)
                return void verifier.end();
            if (delay === undefined)
                return void verifier.destroy(failure);
            try {
                await this.#c.sleep(delay, this.#signal);
                this.#signal?.throwIfAborted();
                if (verifier.destroyed)
                    return;
                response = await this.request();
            }
            catch (error) {
                // 416: there is no more, so the blob is shorter than it should be.
                if (error instanceof RegistryError && error.status === 416)
                    verifier.end();
                else
                    verifier.destroy(error);
                return;
            }
        }
    }
    /** Returns what broke the connection; undefined when the answer has ended. */
    async #transfer(response, verifier) {
        const begin = beginOf(response);
        if (begin > this.#at) {
            await discard(response);
            return brokenAnswer(response.url, new Error("another range than asked for"));
        }
        let skip = this.#at - begin;
        const { body } = response;
        const give = (chunk) => {
            const skipped = Math.min(skip, chunk.length);
            skip -= skipped;
            this.#at += chunk.length - skipped;
            if (!verifier.write(skipped === 0 ? chunk : chunk.subarray(skipped)))
                body.pause();
        };
        const goOn = () => body.resume();
        const stop = () => body.destroy();
        body.on("data", give);
        verifier.on("drain", goOn);
        verifier.on("close", stop);
        try {
            if (verifier.destroyed)
                stop();
            if (!body.readableEnded && !body.destroyed)
                await Promise.race([(0,external_node_events_.once)(body, "end"), (0,external_node_events_.once)(body, "close")]);
            if (body.readableEnded)
                return undefined;
            if (body.errored !== null)
                return brokenAnswer(response.url, body.errored);
            return brokenAnswer(response.url, new Error("closed"));
        }
        catch (error) {
            return brokenAnswer(response.url, error);
        }
        finally {
            body.off("data", give);
            verifier.off("drain", goOn);
            verifier.off("close", stop);
        }
    }
}
/** Where the answer's body begins in the blob. */
function beginOf(response) {
    if (response.status !== 206)
        return 0;
    const begin = /^bytes (\d+)-/.exec(response.header("content-range") ?? "")?.[1];
    return begin === undefined ? Number.POSITIVE_INFINITY : Number(begin);
}
//# sourceMappingURL=blob-download.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/upload-traits.js

/** Blobs up to this size are sent without a look, and in one request if possible; they are in memory. Bytes. */
const SMALL_BLOB = 64 * 1024;
/** Whether to look for a blob costs about as much as to send it. */
function isSmall(size) {
    return size > 0 && size <= SMALL_BLOB;
}
/** A few of these are in memory at once. */
const CHUNK_SIZE = 8 * 1024 * 1024;
/** No registry or proxy has a smaller limit. */
const LEAST_CHUNK = 64 * 1024;
/** Registries that take no chunks: AWS ECR keeps a stale Range after the first, Google's refuse them. */
function isChunkless(registry) {
    if (parseEcrHost(registry) !== undefined || isEcrPublic(registry))
        return true;
    return /(?:-docker\.pkg\.dev|(?:^|\.)gcr\.io)(?::443)?$/.test(registry);
}
/** What is known of a registry before its first answer. */
function initialTraits(registry) {
    return { onePost: true, chunks: isChunkless(registry) ? "never" : "possible", chunkSize: CHUNK_SIZE };
}
//# sourceMappingURL=upload-traits.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/uploads.js





/** A chunk is in memory, so a registry that asks for larger ones does not get them. Bytes. */
const MOST_CHUNK = 64 * 1024 * 1024;
/** For giving up what is not wanted any more, in milliseconds. */
const LAST_PATIENCE = 1000;
/** Opens an upload. Also the cheapest proof that one may write there. */
async function startUpload(c, to) {
    const response = await c.call({
        repository: to,
        method: "POST",
        path: "blobs/uploads/",
        actions: ["pull", "push"],
        accept: [202],
        doing: "start an upload",
    });
    await discard(response);
    return sessionOf(response, c.insecure);
}
/**
 * How much of an upload the registry has; undefined where it does not say, `silent` where it does not answer within
 * the time limit. Never an error: it is a question. `retry` as in a call.
 */
async function uploadStatus(c, to, session, retry = true) {
    try {
        const response = await c.call({
            repository: to,
            method: "GET",
            path: session.url,
            actions: ["pull", "push"],
            accept: [200, 202, 204],
            doing: "ask for the state of an upload",
            retry,
        });
        await discard(response);
        const received = receivedOf(response);
        if (received === undefined)
            return undefined;
        return { session: laterSession(response, session, c.insecure), received };
    }
    catch (error) {
        if (error instanceof RegistryError)
            return isSilence(error) ? "silent" : undefined;
        throw error;
    }
}
/**
 * Gives an upload up. Registries that cannot do it drop it by themselves later, so failures are no matter, and where
 * `hurry` is set nobody waits longer than a second for it: a busy host may ask for a minute.
 */
async function cancelUpload(c, to, session, hurry = false) {
    const signal = hurry ? AbortSignal.timeout(LAST_PATIENCE) : undefined;
    try {
        const response = await c.call({
            repository: to,
            method: "DELETE",
            path: session.url,
            actions: ["pull", "push"],
            accept: [200, 202, 204, 404],
            doing: "cancel an upload",
            retry: false,
            signal,
        });
        await discard(response);
    }
    catch (error) {
        if (!(error instanceof RegistryError) && signal?.aborted !== true)
            throw error;
    }
}
/** The digest that a registry states once a blob is complete must be the blob's. @throws RegistryError `digest-mismatch` */
function checkStored(response, to, blob) {
    const stored = response.header("docker-content-digest");
    if (stored === undefined || stored === blob.digest)
        return;
    if (parseDigest(stored)?.algorithm !== parseDigest(blob.digest)?.algorithm)
        return;
    const message = `${to.registry}/${to.repository}: the registry stored ${stored} instead of the blob ${blob.digest}.`;
    throw new RegistryError("digest-mismatch", message, {}, { hint: "Look at what stands before the registry." });
}
/**
 * The upload that an answer has opened beside what it was asked for; undefined where it names none, so that one has
 * to be opened.
 */
function uploadOf(response, insecure) {
    return response.header("location") === undefined ? undefined : sessionOf(response, insecure);
}
function sessionOf(response, insecure) {
    const least = Number(response.header("oci-chunk-min-length") ?? 0);
    return {
        url: locationOf(response, insecure),
        leastChunk: Number.isSafeInteger(least) && least > 0 ? Math.min(least, MOST_CHUNK) : undefined,
    };
}
/** The upload after a chunk: its address may be another. */
function laterSession(response, before, insecure) {
    if (response.header("location") === undefined)
        return before;
    return { url: locationOf(response, insecure), leastChunk: before.leastChunk };
}
/** The bytes of an upload that the registry has. `0-0` is what registries say for none. */
function receivedOf(response) {
    const end = /^(?:bytes=)?0-(\d{1,15})$/.exec(response.header("range")?.trim() ?? "")?.[1];
    if (end === undefined)
        return undefined;
    return end === "0" ? 0 : Number(end) + 1;
}
//# sourceMappingURL=uploads.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/blob-chunks.js






/**
 * Uploads in chunks (distribution-spec, "Pushing a blob in chunks"): for registries, or proxies before them, that
 * refuse a large body. One chunk is in memory; one that breaks is gone on with where the registry says that it
 * stopped.
 */
/**
 * Sends a blob in chunks through an open upload, and completes it. The upload has the first `from` bytes; `open` gives
 * those after them.
 * @throws RegistryError, `chunk-lost` where the registry did not keep what it took; what the opened stream threw
 */
async function sendChunks(c, to, session, blob, open, from, signal) {
    const upload = new ChunkedUpload(c, to, session, from, signal);
    if (from === blob.size)
        return upload.complete(blob);
    const pieces = (await open());
    const held = new Held();
    try {
        for await (const piece of pieces) {
            held.add(piece);
            // Never a chunk of what is left over: only the last may be below the registry's least.
            while (held.size >= upload.chunkSize)
                held.drop(await upload.send(held.take(upload.chunkSize)));
        }
    }
    finally {
        pieces.destroy();
    }
    while (held.size > 0)
        held.drop(await upload.send(held.take(upload.chunkSize)));
    await upload.complete(blob);
}
/** Bytes that the registry does not have yet. Copies: what a socket has lent is used again once it was sent. */
class Held {
    #pieces = [];
    #joined = false;
    size = 0;
    add(piece) {
        this.#pieces.push(piece);
        this.#joined = false;
        this.size += piece.length;
    }
    /** At most so many bytes from the front, which stay held. */
    take(most) {
        if (!this.#joined)
            this.#pieces = [Buffer.concat(this.#pieces)];
        this.#joined = true;
        return this.#pieces[0]?.subarray(0, most) ?? Buffer.alloc(0);
    }
    drop(bytes) {
        const rest = this.take(this.size).subarray(bytes);
        // A short rest must not keep all that it was cut from.
        this.#pieces = [rest.length < bytes ? Buffer.from(rest) : rest];
        this.size = rest.length;
    }
}
class ChunkedUpload {
    #c;
    #to;
    #signal;
    #session;
    #sent;
    /** Of the chunk that is next. */
    #attempts = 1;
    constructor(c, to, session, from, signal) {
        this.#c = c;
        this.#to = to;
        this.#session = session;
        this.#sent = from;
        this.#signal = signal;
    }
    /** Bytes of the next chunk. */
    get chunkSize() {
        const { chunkSize } = this.#c.uploadTraits(this.#to.registry);
        return Math.max(this.#session.leastChunk ?? 0, chunkSize, 1);
    }
    /** One chunk. Returns how many of its bytes the registry has now: fewer than all after a failure. */
    async send(chunk) {
        const start = this.#sent;
        try {
            await this.#patch(chunk);
            this.#attempts = 1;
        }
        catch (error) {
            if (!(error instanceof RegistryError))
                throw error;
            if (error.status === 413 && this.#shrink(chunk.length))
                return 0;
            const { status, retryAfter, passing } = error;
            if (!passing && status !== 416 && !isPassing(status ?? 0))
                throw error;
            const silent = isSilence(error);
            const { now, random } = this.#c;
            const delay = delayAfter({
                attempts: this.#attempts,
                status,
                retryAfter,
                silent,
                now: now(),
                random: random(),
            });
            // To begin anew would cost the same time limits again.
            if (delay === undefined)
                throw silent ? finalFailure(error) : error;
            this.#attempts += 1;
            await this.#c.sleep(delay, this.#signal);
            this.#signal?.throwIfAborted();
            const end = start + chunk.length;
            await this.#look(start, end, error);
            // It is all there; only the answer was lost.
            if (this.#sent === end)
                this.#attempts = 1;
        }
        return this.#sent - start;
    }
    async complete(blob) {
        const url = new URL(this.#session.url);
        url.searchParams.set("digest", blob.digest);
        const response = await this.#c.call({
            repository: this.#to,
            method: "PUT",
            path: url,
            headers: { "content-type": "application/octet-stream" },
            body: Buffer.alloc(0),
            actions: ["pull", "push"],
            accept: [200, 201, 204],
            doing: `complete the blob ${blob.digest}`,
            puttingAway: blob.size,
            retry: false,
            signal: this.#signal,
        });
        await discard(response);
        checkStored(response, this.#to, blob);
    }
    async #patch(chunk) {
        const end = this.#sent + chunk.length;
        const response = await this.#c.call({
            repository: this.#to,
            method: "PATCH",
            path: this.#session.url,
            headers: { "content-type": "application/octet-stream", "content-range": `${this.#sent}-${end - 1}` },
            body: chunk,
            actions: ["pull", "push"],
            // 201 is what ECR says (aws/containers-roadmap#2831).
            accept: [200, 201, 202, 204],
            doing: "upload a chunk",
            retry: false,
            signal: this.#signal,
        });
        await discard(response);
        this.#keep(response, end);
    }
    /** A registry that says that it has less than it took would complete something else, or nothing. */
    #keep(response, end) {
        const received = receivedOf(response);
        if (received !== undefined && received !== end) {
            throw new RegistryError("chunk-lost", `${this.#to.registry}/${this.#to.repository}: the registry took a chunk up to byte ${end}, but says that it has ${received} bytes.`, {}, { hint: "This registry does not keep chunks. Look at what stands before it." });
        }
        this.#session = laterSession(response, this.#session, this.#c.insecure);
        this.#sent = end;
    }
    /** After a failure: how much of the chunk has arrived. */
    async #look(start, end, failure) {
        const kept = await uploadStatus(this.#c, this.#to, this.#session, !isSilence(failure));
        if (kept === "silent")
            throw finalFailure(failure);
        if (kept === undefined)
            return;
        if (kept.received < start || kept.received > end)
            throw failure;
        this.#session = kept.session;
        this.#sent = kept.received;
    }
    /** Whether a smaller chunk can be tried. */
    #shrink(tried) {
        const traits = this.#c.uploadTraits(this.#to.registry);
        const least = Math.max(this.#session.leastChunk ?? 0, LEAST_CHUNK);
        if (tried <= least)
            return false;
        traits.chunkSize = Math.min(traits.chunkSize, Math.max(least, Math.floor(tried / 4)));
        return true;
    }
}
//# sourceMappingURL=blob-chunks.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/blobs.js






/**
 * Whether a repository has a blob. A redirect to storage says yes: addresses that are signed for GET refuse HEAD.
 * One of another size counts as absent.
 */
async function hasBlob(c, from, digest, size) {
    const response = await c.call({
        repository: from,
        method: "HEAD",
        path: `blobs/${digest}`,
        actions: ["pull"],
        accept: [200, 301, 302, 303, 307, 308, 404],
        follow: "own",
        doing: `look for the blob ${digest}`,
    });
    await discard(response);
    if (isRedirect(response))
        return true;
    const stated = response.header("content-length");
    return response.status === 200 && (size === undefined || stated === undefined || Number(stated) === size);
}
/** How the registry names a refusal that is about this blob, and not about mounting. */
const OF_THE_BLOB = ["BLOB_UNKNOWN", "DIGEST_INVALID", "SIZE_INVALID", "BLOB_UPLOAD_INVALID"];
/**
 * Asks a registry to take a blob from another of its repositories, without moving it. Whatever the registry
 * has against it (Harbor answers 401 for an unknown project, Docker Hub 400), an upload is the way then, and
 * between these two repositories it is not asked again. The first asks alone, so that it costs one request.
 */
async function mountBlob(c, to, digest, fromRepository) {
    const trait = c.mountTrait(to, fromRepository);
    if (trait.first !== undefined)
        await trait.first;
    if (trait.refused)
        return { mounted: false, asked: false, session: undefined };
    const asked = askToMount(c, trait, to, digest, fromRepository);
    trait.first ??= asked.then(() => undefined, () => undefined);
    return asked;
}
async function askToMount(c, trait, to, digest, fromRepository) {
    try {
        const response = await c.call({
            repository: to,
            method: "POST",
            path: "blobs/uploads/",
            query: { mount: digest, from: fromRepository },
            actions: ["pull", "push"],
            otherScopes: [repositoryScope(fromRepository, "pull")],
            accept: [201, 202],
            doing: `mount the blob ${digest} from ${fromRepository}`,
        });
        await discard(response);
        if (response.status === 201)
            return { mounted: true };
        return { mounted: false, asked: true, session: uploadOf(response, c.insecure) };
    }
    catch (error) {
        const { status } = error instanceof RegistryError ? error : { status: undefined };
        if (status === undefined || status < 400 || status >= 500 || status === 429)
            throw error;
        trait.refused ||= !hasRegistryCode(error, ...OF_THE_BLOB);
        return { mounted: false, asked: true, session: undefined };
    }
}
/**
 * The whole blob in memory, for small documents.
 * @throws UserError `blob-too-large` above `limit` bytes; and as `getBlob`
 */
async function readBlob(stream, limit, what) {
    const chunks = [];
    let size = 0;
    for await (const chunk of stream) {
        size += chunk.length;
        if (size > limit)
            throw new UserError("blob-too-large", `${what} has more than ${limit} bytes.`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
//# sourceMappingURL=blobs.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/blob-upload.js









/** Below this much less is lost by sending it again than by asking how much has arrived, in bytes. */
const WORTH_RESUMING = 1024 * 1024;
/** Answers to a whole blob that ask for smaller pieces, or for PATCH. */
const REFUSED_WHOLE = new Set([405, 411, 413, 501]);
/**
 * Uploads a blob: a small one in one request where the registry takes that; else in one piece; in chunks where the
 * registry refuses that. `open` is called for each attempt and must give the blob's bytes from the start,
 * verified. An attempt that breaks goes on where the registry says that it stopped, if `resume` is given, else it
 * begins anew, because what a registry kept of an upload is not known.
 * @throws RegistryError; what the opened stream threw
 */
async function uploadBlob(c, to, blob, open, options = {}) {
    const traits = c.uploadTraits(to.registry);
    let { session } = options;
    if (session === undefined && options.plain !== true && traits.onePost && isSmall(blob.size)) {
        const answer = await postWhole(c, to, blob, open, options.signal);
        if (answer === "done")
            return;
        traits.onePost = false;
        session = answer;
    }
    let resumable = options.resume !== undefined && blob.size >= WORTH_RESUMING;
    let from = 0;
    /** What broke the blob's own bytes: it says nothing about this registry. */
    let broken;
    const watched = (bytes) => async () => {
        try {
            const stream = await bytes();
            return stream.once("error", (error) => {
                broken = error;
            });
        }
        catch (error) {
            broken = error;
            throw error;
        }
    };
    for (let attempts = 1;; attempts += 1) {
        const current = session ?? (await startUpload(c, to));
        session = undefined;
        try {
            const bytes = from > 0 && options.resume !== undefined ? options.resume.bind(undefined, from) : open;
            const send = traits.chunks === "needed" && blob.size > 0 ? sendChunks : putWhole;
            await send(c, to, current, blob, watched(bytes), from, options.signal);
            return;
        }
        catch (error) {
            const resumed = from > 0;
            from = 0;
            const ofSource = error === broken;
            const passing = error instanceof RegistryError && (error.passing || (!ofSource && isPassing(error.status ?? 0)));
            const silent = !ofSource && isSilence(error);
            if ((resumable || silent) && passing && traits.chunks !== "needed" && !options.signal?.aborted) {
                const kept = await uploadStatus(c, to, current, !silent);
                // It takes everything and answers nothing: each further question would cost minutes.
                if (kept === "silent")
                    throw error;
                // It may have put the blob away meanwhile.
                if (silent && options.plain !== true && (await isStored(c, to, blob)))
                    return;
                if (resumable && kept !== undefined && kept.received > 0 && kept.received <= blob.size) {
                    session = kept.session;
                    from = kept.received;
                }
            }
            if (session === undefined && !silent)
                await cancelUpload(c, to, current, options.signal?.aborted === true);
            if (!(error instanceof RegistryError))
                throw error;
            if (ofSource && !passing)
                throw error;
            // What the registry says that it kept may not be what it has: once more, from the start.
            if (resumed && !passing)
                resumable = false;
            else if (!ofSource && !silent && wantsChunks(error, traits, attempts, blob.size)) {
                traits.chunks = "needed";
                continue;
            }
            else if (error.code === "chunk-lost") {
                traits.chunks = "never";
                continue;
            }
            else if (!mayStartAnew(error))
                throw error;
            const { status, retryAfter } = error;
            const delay = delayAfter({ attempts, status, retryAfter, silent, now: c.now(), random: c.random() });
            if (delay === undefined)
                throw error;
            await c.sleep(delay, options.signal);
            options.signal?.throwIfAborted();
        }
    }
}
/** Whether the registry has a blob; no error, since it is a question on the way to one. */
async function isStored(c, to, blob) {
    try {
        return await hasBlob(c, to, blob.digest, blob.size);
    }
    catch (error) {
        if (error instanceof RegistryError)
            return false;
        throw error;
    }
}
/** The whole blob by POST: the registry has taken it, or has opened an upload instead, or has refused. */
async function postWhole(c, to, blob, open, signal) {
    const chunks = [];
    for await (const chunk of (await open()))
        chunks.push(chunk);
    let response;
    try {
        response = await c.call({
            repository: to,
            method: "POST",
            path: "blobs/uploads/",
            query: { digest: blob.digest },
            headers: { "content-type": "application/octet-stream" },
            body: Buffer.concat(chunks),
            actions: ["pull", "push"],
            accept: [200, 201, 202, 204],
            doing: `upload the blob ${blob.digest}`,
            signal,
        });
    }
    catch (error) {
        // What is wrong in other ways shows itself in the ordinary way, and is told by that.
        const { status = 0 } = error instanceof RegistryError ? error : {};
        const refused = status >= 400 && status < 500 && status !== 401 && status !== 403 && status !== 429;
        if (refused || status === 501)
            return undefined;
        throw error;
    }
    await discard(response);
    if (response.status === 202)
        return uploadOf(response, c.insecure);
    checkStored(response, to, blob);
    return "done";
}
/** The blob, or its rest, by PUT. */
async function putWhole(c, to, session, blob, open, from, signal) {
    const url = new URL(session.url);
    url.searchParams.set("digest", blob.digest);
    if (blob.size === 0)
        verifyBytes(Buffer.alloc(0), blob.digest, "An empty blob");
    const rest = blob.size - from;
    const range = from > 0 && rest > 0 ? { "content-range": `${from}-${blob.size - 1}` } : {};
    const response = await c.call({
        repository: to,
        method: "PUT",
        path: url,
        headers: { "content-type": "application/octet-stream", ...range },
        body: rest === 0 ? Buffer.alloc(0) : { size: rest, open },
        actions: ["pull", "push"],
        accept: [200, 201, 204],
        doing: `upload the blob ${blob.digest}`,
        puttingAway: blob.size,
        retry: false,
        signal,
    });
    await discard(response);
    checkStored(response, to, blob);
}
/**
 * A whole blob was refused, or its connection broke a second time: a proxy that refuses large bodies may close
 * the connection before its answer is read.
 */
function wantsChunks(error, traits, attempts, size) {
    if (traits.chunks !== "possible" || size === 0)
        return false;
    if (error.status !== undefined)
        return REFUSED_WHOLE.has(error.status);
    return error.passing && attempts === 2 && size > traits.chunkSize;
}
/** 404 and 416: the registry has lost the upload or counts its bytes in another way. */
function mayStartAnew(error) {
    return error.passing || error.status === 404 || error.status === 416 || isPassing(error.status ?? 0);
}
//# sourceMappingURL=blob-upload.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/connection.js






const MAX_ERROR_BODY = 64 * 1024;
/** Distribution-spec, "Warnings": only code 299, a text in quotes. */
const WARNING = /^299 - "((?:[^"\\]|\\.)*)"/;
const MAX_WARNINGS = 50;
function createConnection(options) {
    const { authorizer, insecure, secrets, log } = options;
    const warned = new Set();
    const traits = new Map();
    const mounts = new Map();
    function showWarnings(registry, response) {
        for (const header of response.headers("warning")) {
            const words = WARNING.exec(header)?.[1]
                ?.replace(/\\(.)/g, "$1")
                .replace(/\p{C}+/gu, " ");
            if (words === undefined)
                continue;
            const text = secrets.scrub(`${registry} warns: ${words.slice(0, 300)}`);
            if (warned.has(text) || warned.size >= MAX_WARNINGS)
                continue;
            warned.add(text);
            log.warning(text);
        }
    }
    const connection = {
        insecure,
        uploadTraits(registry) {
            const known = traits.get(registry) ?? initialTraits(registry);
            traits.set(registry, known);
            return known;
        },
        mountTrait({ registry, repository }, fromRepository) {
            const key = `${registry}/${repository} ${fromRepository}`;
            const known = mounts.get(key) ?? { first: undefined, refused: false };
            mounts.set(key, known);
            return known;
        },
        sleep: options.sleep,
        now: options.now,
        random: options.random,
        read: (call, limit) => readAnew(() => connection.call(call), limit, options, call.signal),
        async call(call) {
            const { registry, repository } = call.repository;
            const url = call.path instanceof URL
                ? call.path
                : pathUrl(registryUrl(registry, insecure), repository, call.path);
            for (const [name, value] of Object.entries(call.query ?? {}))
                url.searchParams.set(name, value);
            const response = await authorizer.send({
                registry,
                scopes: [repositoryScope(repository, ...call.actions), ...(call.otherScopes ?? [])],
                method: call.method,
                url,
                headers: call.headers ?? {},
                body: call.body,
                countAs: `${registry}/${repository}`,
                puttingAway: call.puttingAway,
                retry: call.retry,
                beforeRetry: call.beforeRetry,
                follow: call.follow,
                signal: call.signal,
            });
            showWarnings(registry, response);
            if (call.accept.includes(response.status))
                return response;
            const body = await readBody(response, MAX_ERROR_BODY);
            throw refusedRequest({
                registry,
                repository,
                doing: call.doing,
                reads: call.method === "GET" || call.method === "HEAD",
                status: response.status,
                body: secrets.scrub(body?.toString("utf8") ?? ""),
                retryAfter: response.header("retry-after"),
                credentials: authorizer.credentialsFrom(registry),
            });
        },
    };
    return connection;
}
function pathUrl(root, repository, path) {
    return new URL(`${root.href}${repository}/${path}`);
}
//# sourceMappingURL=connection.js.map
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./.cache/bundles/registry/docker-config.js


const NO_DOCKER_CONFIG = {
    auths: new Map(),
    credHelpers: new Map(),
    credsStore: undefined,
};
/** The name under which Docker keeps the credentials of Docker Hub. */
const DOCKER_HUB_SERVER = "https://index.docker.io/v1/";
/** What a helper answers as user name when its secret is an identity token. */
const IDENTITY_USER = "<token>";
/**
 * Reads Docker's config.json. As with Docker, what is null or empty counts as not there. `file` names it in errors, which never quote its content.
 * @throws UserError `invalid-docker-config`
 */
function parseDockerConfig(text, file) {
    const wrong = (message) => new errors/* UserError */.yo("invalid-docker-config", `Docker's configuration file ${file} ${message}.`, {
        hint: "Repair it, or log in anew with `docker login`. Registries of the input registry-auth don't need it.",
        file,
    });
    let root;
    try {
        root = JSON.parse(text);
    }
    catch {
        // The parser's message quotes the file, so it is not even a cause.
        throw wrong("is not valid JSON");
    }
    if (!docker_config_isRecord(root))
        throw wrong("is not a JSON object");
    const auths = new Map();
    for (const [server, entry] of entries(root.auths, "auths", wrong)) {
        const registry = registryOf(server);
        const credentials = parseEntry(server, entry, file, wrong);
        // `ghcr.io` and `https://ghcr.io/v2/` are one registry: the first with content counts.
        if (registry !== undefined && credentials !== undefined && !auths.has(registry))
            auths.set(registry, credentials);
    }
    const credHelpers = new Map();
    for (const [server, helper] of entries(root.credHelpers, "credHelpers", wrong)) {
        const registry = registryOf(server);
        if (registry !== undefined)
            credHelpers.set(registry, helperName(helper, "credHelpers", wrong));
    }
    const credsStore = helperName(root.credsStore, "credsStore", wrong) || undefined;
    return { auths, credHelpers, credsStore };
}
/** The name by which credential helpers know a registry. */
function helperServer(registry) {
    return registry === "docker.io" ? DOCKER_HUB_SERVER : registry;
}
/** What `docker-credential-<helper> get` printed, or undefined if that is no answer. */
function parseHelperAnswer(output, helper) {
    let answer;
    try {
        answer = JSON.parse(output);
    }
    catch {
        return undefined;
    }
    if (!docker_config_isRecord(answer))
        return undefined;
    const { Username: username, Secret: secret } = answer;
    if (typeof username !== "string" || typeof secret !== "string" || secret === "")
        return undefined;
    const from = `docker-credential-${helper}`;
    if (username === IDENTITY_USER)
        return { kind: "identity", token: secret, from };
    return { kind: "password", username, password: secret, from };
}
/** Docker drops the scheme and all behind the host. */
function registryOf(server) {
    return name_parseRegistry(server.replace(/^https?:\/\//, "").replace(/\/.*$/, ""));
}
function parseEntry(server, entry, file, wrong) {
    if (entry === null)
        return undefined;
    if (!docker_config_isRecord(entry))
        throw wrong(`has an entry of ${JSON.stringify(server)} that is not an object`);
    const text = (key) => {
        const value = entry[key];
        if (value === undefined || value === null || value === "")
            return undefined;
        if (typeof value !== "string")
            throw wrong(`has a ${key} of ${JSON.stringify(server)} that is not a text`);
        return value;
    };
    const from = file;
    const identity = text("identitytoken");
    if (identity !== undefined)
        return { kind: "identity", token: identity, from };
    const bearer = text("registrytoken");
    if (bearer !== undefined)
        return { kind: "bearer", token: bearer, from };
    const auth = text("auth");
    if (auth !== undefined) {
        // Docker once padded with zero bytes.
        const decoded = Buffer.from(auth, "base64").toString("utf8").replace(/\0+$/, "");
        const colon = decoded.indexOf(":");
        if (colon <= 0)
            throw wrong(`has an auth of ${JSON.stringify(server)} that is not base64 of user:password`);
        return { kind: "password", username: decoded.slice(0, colon), password: decoded.slice(colon + 1), from };
    }
    const username = text("username");
    const password = text("password");
    if (username === undefined && password === undefined)
        return undefined;
    if (username === undefined || password === undefined) {
        throw wrong(`has a ${username === undefined ? "password" : "username"} of ${JSON.stringify(server)} alone`);
    }
    return { kind: "password", username, password, from };
}
/** Empty where none is named. */
function helperName(value, key, wrong) {
    if (value === undefined || value === null || value === "")
        return "";
    if (typeof value === "string" && /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(value))
        return value;
    throw wrong(`has ${key} that name no helper (letters, digits, ., _ and -)`);
}
function entries(value, key, wrong) {
    if (value === undefined || value === null)
        return [];
    if (!docker_config_isRecord(value))
        throw wrong(`has ${key} that are not an object`);
    return Object.entries(value);
}
function docker_config_isRecord(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
//# sourceMappingURL=docker-config.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/credential-helper.js



const MAX_OUTPUT = 64 * 1024;
const TIMEOUT = 30_000;
/** What every helper prints when it has nothing (docker-credential-helpers, credentials/error.go). */
const NOTHING_FOUND = /credentials not found|credentials store is not initialized|no credentials server URL/i;
/**
 * Asks `docker-credential-<helper> get` for a registry's credentials; undefined when it has none.
 * @throws UserError `credential-helper-failed` when it is missing, fails, or takes too long: an error is not absence
 */
async function askCredentialHelper(helper, registry, options) {
    const program = `docker-credential-${helper}`;
    const failed = (reason, cause) => new errors/* UserError */.yo("credential-helper-failed", `The credential helper ${program} ${reason} (asked for ${registry}).`, {
        hint: "Repair it, or give the credentials in the input registry-auth, which is looked at first.",
        fault: "outside",
        cause,
    });
    const timeout = options.timeout ?? TIMEOUT;
    const { exitCode, output } = await run(program, helperServer(registry), options.env, timeout, failed);
    if (exitCode !== 0) {
        if (NOTHING_FOUND.test(output))
            return undefined;
        throw failed(`failed with exit code ${exitCode ?? "none (killed)"}`);
    }
    const credentials = parseHelperAnswer(output, helper);
    if (credentials === undefined)
        throw failed("gave an answer that is not its protocol's JSON");
    return credentials;
}
function run(program, input, env, timeout, failed) {
    return new Promise((resolve, reject) => {
        const child = credential_helper_start(program, env, failed);
        const chunks = [];
        let size = 0;
        const stop = (reason) => {
            kill(child.pid);
            child.stdout.destroy();
            reject(failed(reason));
        };
        const timer = setTimeout(() => stop(`did not answer within ${Math.round(timeout / 1000)} s`), timeout);
        child.once("error", (error) => {
            clearTimeout(timer);
            reject(failed(error.code === "ENOENT" ? "is not on the PATH" : "could not be started", error));
        });
        child.stdout.on("data", (chunk) => {
            size += chunk.length;
            if (size > MAX_OUTPUT)
                stop("printed too much");
            else
                chunks.push(chunk);
        });
        // A helper that ends without reading its input is no failure by itself.
        child.stdin.on("error", () => undefined);
        child.stdin.end(`${input}\n`);
        child.once("close", (exitCode) => {
            clearTimeout(timer);
            resolve({ exitCode, output: Buffer.concat(chunks).toString("utf8") });
        });
    });
}
function credential_helper_start(program, env, failed) {
    try {
        // A group of its own: a helper that is a script may leave a child behind when it is killed.
        return (0,external_node_child_process_.spawn)(program, ["get"], { env, shell: false, stdio: ["pipe", "pipe", "ignore"], detached: true });
    }
    catch (cause) {
        // A program that is missing is told by an event; one that this system can't run, by a throw.
        throw failed("could not be started", cause);
    }
}
function kill(pid) {
    if (pid === undefined)
        return;
    try {
        process.kill(-pid, "SIGKILL");
    }
    catch {
        // It has ended by itself.
    }
}
//# sourceMappingURL=credential-helper.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/keychain.js






const MAX_CONFIG_SIZE = 1024 * 1024;
/** Milliseconds that one request to a cloud may take. */
const CLOUD_TIMEOUT = 15_000;
/** Credentials that end are asked for anew before. */
const keychain_USED_LIFETIME = 0.9;
/** Milliseconds. The clocks of the cloud and of this machine may differ: no cloud is asked for each request. */
const SHORTEST_LIFETIME = 60_000;
/** A keychain without credentials. */
const ANONYMOUS = { find: async () => undefined };
/**
 * The keychain of a run: the input `registry-auth` first, then Docker's configuration file with its helpers, then
 * what the registry's cloud gives the machine or the job. The file is read when a registry is asked for that
 * `registry-auth` does not name; a helper runs once per registry, a cloud again before its credentials end.
 * @throws UserError `invalid-registry-auth` at once; `find` throws `invalid-docker-config`,
 *   `credential-helper-failed`, `cloud-credentials-failed`
 */
function openKeychain(options) {
    const now = options.now ?? Date.now;
    const hide = (credentials) => {
        if (credentials !== undefined)
            for (const secret of secretsOf(credentials))
                options.mask(secret);
        return credentials;
    };
    const logins = new Map();
    for (const login of parseRegistryAuth(options.registryAuth ?? ""))
        logins.set(login.registry, hide(ofLogin(login)));
    let config;
    const given = new Map();
    const found = new Map();
    const passing = new Map();
    const lookInDocker = async (registry) => {
        config ??= readDockerConfig(dockerConfigFile(options.env));
        const { auths, credHelpers, credsStore } = await config;
        const helper = credHelpers.get(registry) ?? credsStore;
        if (helper !== undefined && helper !== "") {
            const timeout = options.helperTimeout === undefined ? {} : { timeout: options.helperTimeout };
            const answer = await askCredentialHelper(helper, registry, { env: options.env, ...timeout });
            if (answer !== undefined)
                return hide(answer);
        }
        return hide(auths.get(registry));
    };
    const findGiven = (registry) => {
        const answer = given.get(registry) ?? lookInDocker(registry);
        given.set(registry, answer);
        return answer;
    };
    const look = async (registry) => (await findGiven(registry)) ?? (await lookAround(registry));
    const lookAround = async (registry) => {
        const askedAt = now();
        const { env, mask } = options;
        const ports = { env, mask, warn: options.warn ?? (() => { }), now, fetch, timeout: CLOUD_TIMEOUT };
        const answer = hide(await options.ambient?.(registry, ports));
        if (answer !== undefined) {
            const lifetime = Math.max(answer.expiresAt - askedAt, SHORTEST_LIFETIME);
            passing.set(registry, { renewAt: askedAt + lifetime * keychain_USED_LIFETIME });
        }
        return answer;
    };
    return {
        async find(registry, only) {
            const login = logins.get(registry);
            if (login !== undefined)
                return login;
            if (only === "given")
                return findGiven(registry);
            const ended = (passing.get(registry)?.renewAt ?? Number.POSITIVE_INFINITY) <= now();
            if (ended) {
                found.delete(registry);
                passing.delete(registry);
            }
            const answer = found.get(registry) ?? look(registry);
            found.set(registry, answer);
            return answer;
        },
    };
}
function ofLogin({ registry, username, password }) {
    return { kind: "password", username, password, from: `the input registry-auth (${registry})` };
}
/** Docker's configuration file: `$DOCKER_CONFIG/config.json`, or the one in the home folder. */
function dockerConfigFile(env) {
    if (env.DOCKER_CONFIG !== undefined && env.DOCKER_CONFIG !== "")
        return (0,external_node_path_.join)(env.DOCKER_CONFIG, "config.json");
    const home = env.HOME ?? env.USERPROFILE;
    return home === undefined || home === "" ? undefined : (0,external_node_path_.join)(home, ".docker", "config.json");
}
async function readDockerConfig(file) {
    if (file === undefined)
        return NO_DOCKER_CONFIG;
    let text;
    try {
        const { size } = await (0,promises_.stat)(file);
        if (size > MAX_CONFIG_SIZE)
            throw new Error(`it has ${size} bytes, more than ${MAX_CONFIG_SIZE}`);
        text = await (0,promises_.readFile)(file, "utf8");
    }
    catch (error) {
        const code = error.code;
        if (code === "ENOENT" || code === "ENOTDIR")
            return NO_DOCKER_CONFIG;
        throw new errors/* UserError */.yo("invalid-docker-config", `Docker's configuration file ${file} cannot be read.`, {
            hint: "Mend its permissions, or point DOCKER_CONFIG to another folder.",
            file,
            cause: error,
        });
    }
    return parseDockerConfig(text, file);
}
//# sourceMappingURL=keychain.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/media-types.js
/**
 * The media types that a registry client must tell apart.
 * Sources: OCI image-spec 1.1 `media-types.md`, Docker's "Image Manifest V 2, Schema 2".
 */
const OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
const OCI_INDEX = "application/vnd.oci.image.index.v1+json";
const DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
const DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
/** What is asked for with every manifest. A registry may convert to schema 1 when the OCI types are missing. */
const ACCEPT_MANIFESTS = [OCI_INDEX, OCI_MANIFEST, DOCKER_LIST, DOCKER_MANIFEST].join(", ");
const INDEXES = new Set([OCI_INDEX, DOCKER_LIST]);
const IMAGES = new Set([OCI_MANIFEST, DOCKER_MANIFEST]);
/** Manifest formats of the past. They have a digest, but no client of today can copy them faithfully. */
const REFUSED = new Map([
    ["application/vnd.docker.distribution.manifest.v1+json", "Docker schema 1"],
    ["application/vnd.docker.distribution.manifest.v1+prettyjws", "Docker schema 1"],
    ["application/vnd.oci.artifact.manifest.v1+json", "the withdrawn OCI artifact manifest"],
]);
/** Layers that only their author may distribute: registries hold their descriptor, not their bytes. */
const NON_DISTRIBUTABLE = (/* unused pure expression or super */ null && ([
    "application/vnd.docker.image.rootfs.foreign.diff.tar",
    "application/vnd.oci.image.layer.nondistributable.v1.tar",
]));
/** A media type as it stands in Content-Type, without its parameters. */
function bareMediaType(stated) {
    return (stated.split(";")[0] ?? "").trim().toLowerCase();
}
/** An index (OCI) or a manifest list (Docker). */
function isIndexType(mediaType) {
    return INDEXES.has(mediaType);
}
/** A manifest of one image or artifact. */
function isImageType(mediaType) {
    return IMAGES.has(mediaType);
}
/** Anything that is fetched from `manifests/`, refused formats included. */
function isManifestType(mediaType) {
    return INDEXES.has(mediaType) || IMAGES.has(mediaType) || REFUSED.has(mediaType);
}
/** The name of a manifest format that is refused, or undefined. */
function refusedFormat(mediaType) {
    return REFUSED.get(mediaType);
}
/** A layer that is not copied because its licence forbids to (its bytes are not in the registry). */
function isNonDistributable(mediaType) {
    return NON_DISTRIBUTABLE.some((prefix) => mediaType.startsWith(prefix));
}
//# sourceMappingURL=media-types.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/manifest.js



/** The limit of distribution-spec 1.1 ("Pushing Manifests"), above which registries refuse. 4 MiB. */
const MAX_MANIFEST_SIZE = 4 * 1024 * 1024;
const manifest_MAX_ENTRIES = 20_000;
const MAX_SIZE = Number.MAX_SAFE_INTEGER;
/**
 * Reads a manifest. `what` names it in errors, `mediaType` is what its origin says it is, which must be what
 * it says itself: one document that two readers take for different things is refused (CVE-2021-41190).
 * @throws UserError `invalid-manifest`, `unsupported-manifest`
 */
function parseManifest(body, mediaType, what) {
    const root = parseObject(body, what);
    checkType(root, mediaType, what);
    const common = {
        subject: root.subject === undefined ? undefined : parseDescriptor(root.subject, `${what}: subject`),
        artifactType: manifest_text(root.artifactType),
        annotations: parseAnnotations(root.annotations, what),
    };
    if (isIndexType(mediaType))
        return { kind: "index", manifests: list(root.manifests, "manifests", what), ...common };
    return {
        kind: "image",
        config: parseDescriptor(root.config, `${what}: config`),
        layers: list(root.layers, "layers", what),
        ...common,
    };
}
/**
 * The media type of a manifest whose origin does not say it (an OCI manifest need not name its own type).
 * @throws UserError `invalid-manifest`, `unsupported-manifest`
 */
function detectMediaType(body, what) {
    const root = parseObject(body, what);
    const stated = manifest_text(root.mediaType);
    if (stated !== undefined)
        return stated;
    if (root.schemaVersion === 1)
        throw unsupported("Docker schema 1", what);
    if (Array.isArray(root.manifests))
        return OCI_INDEX;
    if (root.config !== undefined)
        return OCI_MANIFEST;
    throw manifest_invalid(what, "does not say what it is");
}
/**
 * A manifest's media type without parameters such as `charset`, checked to be one that we can copy.
 * @throws UserError `unsupported-manifest`
 */
function checkMediaType(stated, what) {
    const mediaType = bareMediaType(stated);
    const refused = refusedFormat(mediaType);
    if (refused !== undefined)
        throw unsupported(refused, what);
    if (!isManifestType(mediaType))
        throw unsupported(`the media type ${JSON.stringify(mediaType.slice(0, 100))}`, what);
    return mediaType;
}
/**
 * Reads a descriptor. Keys that nothing here needs are left out.
 * @throws UserError `invalid-manifest`
 */
function parseDescriptor(value, what) {
    if (!manifest_isRecord(value))
        throw manifest_invalid(what, "is not a descriptor");
    const { mediaType, digest, size } = value;
    if (typeof mediaType !== "string" || mediaType === "")
        throw manifest_invalid(what, "has no media type");
    if (typeof digest !== "string" || !isDigest(digest))
        throw manifest_invalid(what, "has no sha256 or sha512 digest");
    if (typeof size !== "number" || !Number.isInteger(size) || size < 0 || size > MAX_SIZE) {
        throw manifest_invalid(what, "has no size");
    }
    const descriptor = { mediaType, digest, size };
    const artifactType = manifest_text(value.artifactType);
    if (artifactType !== undefined)
        descriptor.artifactType = artifactType;
    const annotations = parseAnnotations(value.annotations, what);
    if (annotations !== undefined)
        descriptor.annotations = annotations;
    const platform = parsePlatform(value.platform);
    if (platform !== undefined)
        descriptor.platform = platform;
    return descriptor;
}
/** What a manifest is listed as among its subject's referrers (image-spec, `artifactType`; distribution-spec, "Listing Referrers"). */
function referrerDescriptor(manifest, parsed) {
    const own = parsed.artifactType ?? (parsed.kind === "image" ? parsed.config.mediaType : undefined);
    const descriptor = {
        mediaType: manifest.mediaType,
        digest: manifest.digest,
        size: manifest.size,
    };
    if (own !== undefined)
        descriptor.artifactType = own;
    if (parsed.annotations !== undefined)
        descriptor.annotations = parsed.annotations;
    return descriptor;
}
function checkType(root, mediaType, what) {
    const refused = refusedFormat(mediaType);
    if (refused !== undefined)
        throw unsupported(refused, what);
    if (root.schemaVersion === 1)
        throw unsupported("Docker schema 1", what);
    if (!isIndexType(mediaType) && !isImageType(mediaType)) {
        throw unsupported(`the media type ${JSON.stringify(mediaType.slice(0, 100))}`, what);
    }
    const stated = manifest_text(root.mediaType);
    if (stated !== undefined && stated !== mediaType) {
        throw manifest_invalid(what, `says it is ${JSON.stringify(stated.slice(0, 100))}, but came as ${mediaType}`);
    }
    const both = root.manifests !== undefined && (root.layers !== undefined || root.config !== undefined);
    if (both)
        throw manifest_invalid(what, "is an index and an image at once");
}
function parseObject(body, what) {
    let value;
    try {
        value = JSON.parse(Buffer.from(body).toString("utf8"));
    }
    catch (error) {
        throw manifest_invalid(what, "is not JSON", error);
    }
    if (!manifest_isRecord(value))
        throw manifest_invalid(what, "is not a JSON object");
    return value;
}
function list(value, key, what) {
    if (!Array.isArray(value))
        throw manifest_invalid(what, `has no list ${key}`);
    if (value.length > manifest_MAX_ENTRIES)
        throw manifest_invalid(what, `has more than ${manifest_MAX_ENTRIES} ${key}`);
    return value.map((entry, at) => parseDescriptor(entry, `${what}: ${key}[${at}]`));
}
function parseAnnotations(value, what) {
    if (value === undefined || value === null)
        return undefined;
    if (!manifest_isRecord(value) || !Object.values(value).every((each) => typeof each === "string")) {
        throw manifest_invalid(what, "has annotations that are not texts");
    }
    return value;
}
function parsePlatform(value) {
    if (!manifest_isRecord(value))
        return undefined;
    const { architecture, os } = value;
    if (typeof architecture !== "string" || typeof os !== "string")
        return undefined;
    const platform = { architecture, os };
    const variant = manifest_text(value.variant);
    if (variant !== undefined)
        platform.variant = variant;
    const osVersion = manifest_text(value["os.version"]);
    if (osVersion !== undefined)
        platform.osVersion = osVersion;
    return platform;
}
function manifest_text(value) {
    return typeof value === "string" && value !== "" ? value : undefined;
}
function manifest_isRecord(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
function manifest_invalid(what, reason, cause) {
    return new errors/* UserError */.yo("invalid-manifest", `${what} ${reason}.`, {
        hint: "The image is broken where it stands: build or push it anew.",
        cause,
    });
}
function unsupported(format, what) {
    return new errors/* UserError */.yo("unsupported-manifest", `${what} is ${format}, which is not supported.`, {
        hint: "Push the image anew with a current tool, as an OCI manifest or index, or Docker schema 2.",
    });
}
//# sourceMappingURL=manifest.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/pages.js

/** Of tags or referrers, in bytes: registries that know no pages send all in one. */
const MAX_PAGE_BYTES = 16 * 1024 * 1024;
const MAX_PAGES = 1000;
/**
 * The address of a list's next page, from the header Link with `rel="next"` (RFC 8288). A registry behind a proxy
 * may name itself as it knows itself, so path and query alone count: a list goes on where it has begun.
 * @throws RegistryError `registry-failed` where it cannot be read
 */
function nextPage(response) {
    for (const header of response.headers("link")) {
        const target = /<([^<>]*)>\s*;[^,<]*\brel="?next"?/i.exec(header)?.[1];
        if (target === undefined)
            continue;
        const named = URL.canParse(target, response.url.href) ? new URL(target, response.url) : undefined;
        if (named === undefined || !/^https?:$/.test(named.protocol))
            throw unfinished(response, "the address of its next page cannot be read");
        const url = new URL(response.url.origin);
        url.pathname = named.pathname;
        url.search = named.search;
        return url;
    }
    return undefined;
}
/** The way through one list, page by page. It comes to an end or fails: a list is never cut without a word. */
class PageTrail {
    #seen = new Set();
    /**
     * The page after this one; undefined after the last. A page with no entries may well have one after it.
     * @throws RegistryError `registry-failed` for a list without an end
     */
    next(response, entries) {
        this.#seen.add(response.url.href);
        const next = nextPage(response);
        if (next === undefined)
            return undefined;
        if (this.#seen.has(next.href)) {
            // Nothing follows nothing. After entries, the registry does not look at where it is asked to go on.
            if (entries === 0)
                return undefined;
            throw unfinished(response, "its next page is one that was read already");
        }
        if (this.#seen.size >= MAX_PAGES)
            throw unfinished(response, `it has more than ${MAX_PAGES} pages`);
        this.#seen.add(next.href);
        return next;
    }
}
function unfinished({ url }, reason) {
    return new RegistryError("registry-failed", `${url.host}: the list ${url.pathname} cannot be read to its end: ${reason}.`, {}, { hint: "Look into the settings of the registry, and of the proxy before it if there is one." });
}
//# sourceMappingURL=pages.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/tags.js





/** ECR takes no more in one page. */
const PAGE_SIZE = 1000;
/** All tags of a repository; none where it does not exist. */
async function listTags(c, repository) {
    return readTags(c, repository, [404]);
}
/**
 * Whether the list of tags proves that there is none of this name: it is whole and does not hold it, or the registry
 * says in its own words that it does not know the repository. False where the list cannot be had.
 */
async function lacksTag(c, repository, tag) {
    try {
        return !(await readTags(c, repository, [])).includes(tag);
    }
    catch (error) {
        if (!(error instanceof RegistryError))
            throw error;
        return error.status === 404 && hasRegistryCode(error, "NAME_UNKNOWN");
    }
}
/** `empty` are the statuses of a repository without tags. */
async function readTags(c, repository, empty) {
    const tags = new Set();
    const trail = new PageTrail();
    let page = "tags/list";
    while (page !== undefined) {
        const isFirst = !(page instanceof URL);
        const { response, body } = await c.read({
            repository,
            method: "GET",
            path: page,
            query: isFirst ? { n: String(PAGE_SIZE) } : {},
            actions: ["pull"],
            // Once it has begun, a list that is not there any more is half a list.
            accept: isFirst ? [200, ...empty] : [200],
            doing: "list the tags",
        }, MAX_PAGE_BYTES);
        if (response.status !== 200)
            return [];
        const listed = parseTags(body, repository);
        for (const tag of listed)
            if (isTag(tag))
                tags.add(tag);
        page = trail.next(response, listed.length);
    }
    return [...tags];
}
/** The tags of a repository that has at most one page of them; undefined where there are more, or they can't be listed. */
async function fewTags(c, repository) {
    try {
        const { response, body } = await c.read({
            repository,
            method: "GET",
            path: "tags/list",
            query: { n: String(PAGE_SIZE) },
            actions: ["pull"],
            accept: [200],
            doing: "list the tags",
        }, MAX_PAGE_BYTES);
        if (nextPage(response) !== undefined)
            return undefined;
        const listed = parseTags(body, repository);
        // A full page may be all that a registry shows that names no next one.
        return listed.length < PAGE_SIZE ? new Set(listed.filter(isTag)) : undefined;
    }
    catch (error) {
        if (error instanceof RegistryError)
            return undefined;
        throw error;
    }
}
/**
 * Deletes a tag, and only the tag: never by digest, which would take other tags along. `unsupported` where the
 * registry deletes no tags.
 * @throws RegistryError `registry-denied` and the like
 */
async function deleteTag(c, ref) {
    const { tag } = ref;
    if (tag === undefined)
        throw new errors/* UserError */.yo("invalid-image-name", "Only a tag can be deleted, and there is none.");
    try {
        const response = await c.call({
            repository: ref,
            method: "DELETE",
            path: `manifests/${tag}`,
            actions: ["delete"],
            accept: [200, 202, 204, 404],
            doing: `delete the tag ${tag}`,
        });
        await discard(response);
        return response.status === 404 ? "absent" : "deleted";
    }
    catch (error) {
        if (!(error instanceof RegistryError))
            throw error;
        const unsupported = [400, 405, 501].includes(error.status ?? 0) || error.codes.includes("UNSUPPORTED");
        if (unsupported)
            return "unsupported";
        throw error;
    }
}
function parseTags(body, repository) {
    if (body === undefined)
        throw unreadable(repository, `has a page of more than ${MAX_PAGE_BYTES} bytes`);
    let value;
    try {
        value = JSON.parse(body.toString("utf8"));
    }
    catch (error) {
        throw unreadable(repository, "is not JSON", error);
    }
    const tags = value?.tags;
    // A repository whose last tag was deleted has null.
    if (tags === null || tags === undefined)
        return [];
    if (!Array.isArray(tags))
        throw unreadable(repository, "is not a list");
    return tags.filter((tag) => typeof tag === "string");
}
function unreadable({ registry, repository }, reason, cause) {
    const hint = "Look into the registry's log.";
    return new RegistryError("registry-failed", `The list of tags of ${registry}/${repository} ${reason}.`, {}, { hint, cause });
}
//# sourceMappingURL=tags.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/manifests.js









const ACCEPT = { accept: ACCEPT_MANIFESTS };
/**
 * What a name points at; undefined when the registry does not have it. A tag that is denied (Artifactory answers 403
 * for what is absent) is looked for in the list of tags: it may only be called absent where that is sure, since it
 * would be written over.
 */
async function headManifest(c, ref) {
    const target = targetOf(ref);
    const response = await c
        .call({
        repository: ref,
        method: "HEAD",
        path: `manifests/${target}`,
        headers: ACCEPT,
        actions: ["pull"],
        accept: [200, 404],
        doing: `look for the manifest ${target}`,
    })
        .catch(async (error) => {
        if (await isDeniedAndAbsent(c, ref, error))
            return undefined;
        throw error;
    });
    if (response === undefined)
        return undefined;
    await discard(response);
    if (response.status === 404)
        return undefined;
    const digest = response.header("docker-content-digest");
    const mediaType = bareMediaType(response.header("content-type") ?? "");
    const size = Number(response.header("content-length"));
    if (digest === undefined || !isDigest(digest) || !isManifestType(mediaType) || !(size > 0)) {
        return headByReading(c, ref);
    }
    if (ref.digest !== undefined && ref.digest !== digest) {
        // Some registries give a sha256 for whatever they are asked by: what they have is known from its bytes.
        if (parseDigest(digest)?.algorithm !== parseDigest(ref.digest)?.algorithm)
            return headByReading(c, ref);
        const message = `${formatReference(ref)}: the registry answers with another digest, ${digest}.`;
        throw new RegistryError("digest-mismatch", message, {}, { hint: "Look at what stands before the registry: its answer is not to be trusted." });
    }
    return { digest, mediaType, size };
}
/** Whether a tag is denied that the list of tags, which may be read, does not hold. */
async function isDeniedAndAbsent(c, { tag, digest, ...repository }, error) {
    if (tag === undefined || digest !== undefined)
        return false;
    return error instanceof RegistryError && error.status === 403 && lacksTag(c, repository, tag);
}
/** For registries that tell nothing without sending it all. */
async function headByReading(c, ref) {
    try {
        const { digest, mediaType, size } = await getManifest(c, ref);
        return { digest, mediaType, size };
    }
    catch (error) {
        if (error instanceof RegistryError && error.status === 404)
            return undefined;
        throw error;
    }
}
/**
 * A manifest, its digest verified: against the reference's, else against the one that the registry states.
 * @throws RegistryError `not-found` and the like; UserError `manifest-too-large`, `digest-mismatch`, `invalid-manifest`
 */
async function getManifest(c, ref) {
    const target = targetOf(ref);
    const { response, body } = await c.read({
        repository: ref,
        method: "GET",
        path: `manifests/${target}`,
        headers: ACCEPT,
        actions: ["pull"],
        accept: [200],
        doing: `read the manifest ${target}`,
    }, MAX_MANIFEST_SIZE);
    const what = `${formatReference(ref)}${encodingOf(response)}`;
    if (body === undefined)
        throw tooLarge(what);
    const stated = ref.digest ?? response.header("docker-content-digest");
    if (stated !== undefined)
        verifyBytes(body, stated, what);
    const type = response.header("content-type");
    // A proxy may have lost the type: the document itself then says it.
    const generic = type === undefined || /^(?:application\/(?:json|octet-stream)|text\/plain)\b/.test(type);
    const mediaType = checkMediaType(generic ? detectMediaType(body, what) : type, what);
    parseManifest(body, mediaType, what);
    return { digest: stated ?? digestOf(body), mediaType, size: body.length, body };
}
/**
 * Puts a manifest by tag, or by digest when the reference has no tag. With both, the digest is verified before; one
 * that is not sha256 is told to the registry, which would make a sha256 of it by itself: by digest with the tag beside
 * it (`?tag=`, distribution-spec after 1.1, end-7b), then by tag with the digest beside it (`?digest=`, proposed in
 * opencontainers/distribution-spec#543, which registries that don't know it ignore).
 * @throws RegistryError `registry-denied`, `tag-immutable` and the like; UserError `manifest-too-large`, `digest-mismatch`
 */
async function putManifest(c, ref, body, mediaType, options = {}) {
    const { tag } = ref;
    const what = formatReference(ref);
    if (body.length > MAX_MANIFEST_SIZE)
        throw tooLarge(what);
    const algorithm = ref.digest === undefined ? "sha256" : parseDigest(ref.digest)?.algorithm;
    const digest = digestOf(body, algorithm);
    if (ref.digest !== undefined)
        verifyBytes(body, ref.digest, what);
    const send = async (target, query = {}) => {
        const response = await c
            .call({
            repository: ref,
            method: "PUT",
            path: `manifests/${target}`,
            query,
            headers: { "content-type": mediaType },
            body,
            beforeRetry: options.beforeRetry,
            actions: ["pull", "push"],
            accept: [200, 201, 202, 204],
            doing: `write the manifest ${tag ?? target}`,
        })
            .catch((error) => {
            throw algorithm !== "sha256" && hasRegistryCode(error, "DIGEST_INVALID")
                ? manifests_unsupported(what, error)
                : error;
        });
        await discard(response);
        requireStored(response, digest, what);
        return response;
    };
    let response;
    if (tag === undefined)
        response = await send(targetOf(ref));
    else if (algorithm === "sha256")
        response = await send(tag);
    else {
        response = await send(digest, { tag });
        const set = (response.header("oci-tag") ?? "").split(",").map((each) => each.trim());
        if (!set.includes(tag))
            response = await send(tag, { digest });
    }
    return { digest, subjectAccepted: response.header("oci-subject") !== undefined };
}
function manifests_unsupported(what, cause) {
    const { status, codes } = cause;
    return new RegistryError("digest-unsupported", `${what}: the registry takes manifests by sha256 alone.`, { status, codes }, {
        cause,
        hint: "Build the image with sha256 digests, or choose another registry: `sluice registry doctor` says what one takes.",
    });
}
/** A registry that stores under another algorithm names the same bytes by it. */
function requireStored(response, digest, what) {
    const stored = response.header("docker-content-digest");
    if (stored === undefined || stored === digest)
        return;
    if (parseDigest(stored)?.algorithm !== parseDigest(digest)?.algorithm)
        return;
    const message = `${what}: the registry stored another manifest than was sent: ${stored} instead of ${digest}.`;
    throw new RegistryError("digest-mismatch", message, {}, { hint: "The registry changes manifests. Nothing can be promoted to it by digest." });
}
/** What stands in the API's path: the digest if there is one, else the tag. */
function targetOf(ref) {
    const target = ref.digest ?? ref.tag;
    if (target !== undefined)
        return target;
    throw new errors/* UserError */.yo("invalid-image-name", `The image name ${formatReference(ref)} has neither a tag nor a digest.`, {
        hint: "Add :TAG or @sha256:DIGEST; latest is never assumed.",
    });
}
function tooLarge(what) {
    return new errors/* UserError */.yo("manifest-too-large", `The manifest ${what} has more than ${MAX_MANIFEST_SIZE} bytes.`, {
        hint: "Registries refuse such manifests. Split the index, or put large annotations into a blob.",
    });
}
//# sourceMappingURL=manifests.js.map
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./.cache/bundles/registry/patience.js

/** How long a wait may still be when the run is cancelled, in milliseconds: GitHub kills a job after ten seconds. */
const patience_LAST_PATIENCE = 250;
/**
 * Waits between attempts. When the run is cancelled, a wait that is going on ends, and later ones are short:
 * what was set must be put back before the process is killed, also at a registry that asks for patience. A wait for
 * work that nobody wants any more ends with the reason of that work's own signal.
 */
function createSleep(signal) {
    const isCancelled = () => signal?.aborted === true;
    return async (milliseconds, own) => {
        own?.throwIfAborted();
        if (isCancelled())
            return (0,external_node_timers_promises_.setTimeout)(Math.min(milliseconds, patience_LAST_PATIENCE));
        const signals = [signal, own].filter((each) => each !== undefined);
        try {
            await (0,external_node_timers_promises_.setTimeout)(milliseconds, undefined, { signal: AbortSignal.any(signals) });
        }
        catch (thrown) {
            own?.throwIfAborted();
            // Not an error of the request: it is tried again, at once.
            if (!isCancelled())
                throw thrown;
        }
    };
}
//# sourceMappingURL=patience.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/referrers.js






const MAX_REFERRERS = 10_000;
/** Another writer may put the same tag between our reading and writing; more often than this is no accident. */
const TAG_ATTEMPTS = 4;
/** Milliseconds between looks at a list that is behind: registries with storage of their own write it later. */
const LOOKS = [1000, 2000, 4000, 8000];
/** The tag that stands for the API where a registry has none: `sha256-<hex>`. */
function referrersTag(digest) {
    return digest.replace(":", "-");
}
/** The referrers of a manifest. Without the API (404, 400, 405) those of the fallback tag. */
async function listReferrers(c, repository, digest) {
    return (await listByApi(c, repository, digest)) ?? (await listFallback(c, repository, digest));
}
/**
 * Undefined where the registry has no such API: its first answer says so. What comes after that, or is too large,
 * is a failure: a part of a list would pass for the whole.
 */
async function listByApi(c, repository, digest) {
    const found = new Map();
    const trail = new PageTrail();
    let page = `referrers/${digest}`;
    while (page !== undefined) {
        const isFirst = !(page instanceof URL);
        const { response, body } = await c.read({
            repository,
            method: "GET",
            path: page,
            headers: { accept: OCI_INDEX },
            actions: ["pull"],
            accept: isFirst ? [200, 400, 404, 405] : [200],
            // Another host's 404 does not say that the registry has no such list.
            follow: "own",
            doing: `list what refers to ${digest}`,
        }, MAX_PAGE_BYTES);
        if (response.status !== 200)
            return undefined;
        const listed = parsePage(body, response, repository, digest);
        if (listed === undefined && isFirst)
            return undefined;
        if (listed === undefined)
            throw noList(repository, digest);
        for (const descriptor of listed)
            found.set(descriptor.digest, descriptor);
        if (found.size > MAX_REFERRERS)
            throw tooMany(repository, digest, `more than ${MAX_REFERRERS} entries`);
        page = trail.next(response, listed.length);
    }
    return [...found.values()];
}
/**
 * Waits until the API lists what a registry has said that it lists (OCI-Subject), up to 15 seconds. False where it
 * has no such API after all.
 * @throws RegistryError `referrer-unlisted`
 */
async function confirmReferrers(c, repository, subject, digests) {
    for (let looks = 0;; looks += 1) {
        const listed = await listByApi(c, repository, subject);
        if (listed === undefined)
            return false;
        const there = new Set(listed.map(({ digest }) => digest));
        const missing = digests.filter((digest) => !there.has(digest));
        if (missing.length === 0)
            return true;
        const wait = LOOKS[looks];
        if (wait !== undefined) {
            await c.sleep(wait);
            continue;
        }
        const { registry, repository: name } = repository;
        const message = `${registry}/${name}: the registry has taken ${missing.join(", ")}, and does not list it among what refers to ${subject}.`;
        throw new RegistryError("referrer-unlisted", message, {}, { hint: "Its list may be behind: run it again. Or promote without referrers." });
    }
}
/**
 * Adds referrers to the fallback tag of a manifest, in a registry without the API. What stands there stays.
 * After writing, the tag is looked at, and it is done again if another writer was faster.
 * @throws RegistryError `referrers-tag-taken` where the tag is something else
 */
async function addToReferrersTag(c, repository, subject, added) {
    const ref = { ...repository, tag: referrersTag(subject) };
    // Some registries have the API and do not say so when a manifest is put.
    const api = new Set((await listByApi(c, repository, subject))?.map(({ digest }) => digest));
    if (added.every(({ digest }) => api.has(digest)))
        return;
    for (let attempts = 0; attempts < TAG_ATTEMPTS; attempts += 1) {
        const current = await readFallback(c, repository, subject);
        const listed = current === undefined ? [] : rawEntries(current);
        const known = new Set(listed.map(digestOfEntry));
        const missing = added.filter(({ digest }) => !known.has(digest));
        if (missing.length === 0)
            return;
        const index = { schemaVersion: 2, mediaType: OCI_INDEX, manifests: [...listed, ...missing] };
        const body = Buffer.from(JSON.stringify(index));
        await putManifest(c, ref, body, OCI_INDEX);
        const standing = await headManifest(c, ref);
        if (standing?.digest === digestOf(body))
            return;
    }
    const message = `${repository.registry}/${repository.repository}: the tag ${ref.tag} is written by somebody else at the same time.`;
    throw new RegistryError("referrers-tag-contended", message, {}, { hint: "Run one promotion at a time, and run this one again." });
}
async function listFallback(c, repository, digest) {
    const index = await readFallback(c, repository, digest);
    if (index === undefined)
        return [];
    const parsed = parseManifest(index.body, index.mediaType, `${repository.registry}/${repository.repository}:${referrersTag(digest)}`);
    return parsed.kind === "index" ? parsed.manifests : [];
}
async function readFallback(c, repository, digest) {
    const tag = referrersTag(digest);
    let manifest;
    try {
        manifest = await getManifest(c, { ...repository, tag });
    }
    catch (error) {
        if (error instanceof RegistryError && error.status === 404)
            return undefined;
        if (await isDeniedAndAbsent(c, { ...repository, tag }, error))
            return undefined;
        throw error;
    }
    // Artifactory takes the tag for the digest itself and answers with the subject (oras-project/oras#2148).
    if (manifest.digest === digest)
        return undefined;
    if (manifest.mediaType === OCI_INDEX)
        return manifest;
    const message = `${repository.registry}/${repository.repository}: the tag ${tag} is not a list of referrers.`;
    throw new RegistryError("referrers-tag-taken", message, {}, { hint: "Delete that tag: its name is reserved by the OCI specification." });
}
/** Undefined for what is no such list: a registry may answer any address with a page of its own. */
function parsePage(body, response, repository, digest) {
    const type = (response.header("content-type") ?? "").split(";")[0]?.trim();
    if (type !== OCI_INDEX && type !== "application/json")
        return undefined;
    if (body === undefined)
        throw tooMany(repository, digest, `more than ${MAX_PAGE_BYTES} bytes in one page`);
    const parsed = parseManifest(body, OCI_INDEX, `The list of referrers of ${response.url.host}`);
    return parsed.kind === "index" ? parsed.manifests : undefined;
}
/** The entries as they stand, with the keys that we don't know. */
function rawEntries(index) {
    const value = JSON.parse(index.body.toString("utf8"));
    return Array.isArray(value.manifests) ? value.manifests : [];
}
function digestOfEntry(entry) {
    return entry?.digest;
}
function tooMany({ registry, repository }, digest, size) {
    const message = `${registry}/${repository}: the list of what refers to ${digest} has ${size}.`;
    return new RegistryError("too-many-referrers", message, {}, { hint: "Remove old ones, or promote without referrers." });
}
function noList({ registry, repository }, digest) {
    const message = `${registry}/${repository}: a page of the list of what refers to ${digest} is no such list.`;
    const hint = "Look into the registry's log.";
    return new RegistryError("registry-failed", message, {}, { hint });
}
//# sourceMappingURL=referrers.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/secrets.js
/** Below this a "secret" would blot out ordinary words of an error; the log's mask still gets it. */
const MIN_SCRUBBED_LENGTH = 4;
/** `mask` hides a text in all that the runner prints from then on. */
function createSecrets(mask) {
    const known = new Set();
    return {
        add(...secrets) {
            for (const secret of secrets) {
                for (const part of new Set([secret, ...secret.split(/\r?\n/)])) {
                    if (part.trim() === "" || known.has(part))
                        continue;
                    known.add(part);
                    mask(part);
                }
            }
        },
        scrub(text) {
            let clean = text;
            const longestFirst = [...known].sort((a, b) => b.length - a.length);
            for (const secret of longestFirst) {
                if (secret.length >= MIN_SCRUBBED_LENGTH)
                    clean = clean.replaceAll(secret, "***");
            }
            return clean;
        },
    };
}
//# sourceMappingURL=secrets.js.map
// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(6752);
;// CONCATENATED MODULE: ./.cache/bundles/registry/dispatcher.js


/** Never by a proxy: a registry on loopback is this machine's. */
const LOOPBACK = ["localhost", "127.0.0.1", "::1", "[::1]"];
/**
 * What carries requests: connections that are kept, by the proxies of the environment where it names some
 * (HTTPS_PROXY, HTTP_PROXY, NO_PROXY, in either case). A proxy sees host names; what is said over https stays
 * between us and the registry (CONNECT).
 */
function createDispatcher(options, environment = {}) {
    const value = (name) => environment[name.toLowerCase()] || environment[name] || undefined;
    const http = value("HTTP_PROXY");
    const https = value("HTTPS_PROXY");
    if (http === undefined && https === undefined)
        return new undici/* Agent */.g6({ ...options, connect: connectorOf(options.connect) });
    return new undici/* EnvHttpProxyAgent */.J2({
        ...options,
        // Empty: without this the agent would look into the process's own environment.
        httpProxy: http ?? "",
        httpsProxy: https ?? "",
        noProxy: [value("NO_PROXY"), ...LOOPBACK].filter((each) => each !== undefined).join(","),
    });
}
/** Connections whose bytes are read into buffers that are used again. */
function connectorOf(options) {
    const buffers = new ReceiveBuffers();
    const secure = (0,undici/* buildConnector */.gU)({ ...options, allowH2: false, onread: buffers.gathering() });
    const plain = (0,undici/* buildConnector */.gU)({ ...options, allowH2: false, onread: buffers.reading() });
    return (target, callback) => {
        const connect = target.protocol === "http:" ? plain : secure;
        connect(target, (...made) => {
            const [error, socket] = made;
            if (error === null)
                buffers.comeBackFrom(socket);
            callback(...made);
        });
    };
}
//# sourceMappingURL=dispatcher.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/last-call.js
/**
 * How long a request may still take once the run is cancelled, in milliseconds. GitHub kills a job after ten seconds:
 * by then a request that hangs, the look at what became of it, and the roll-back must have ended.
 */
const LAST_CALL = 2000;
/**
 * Ends requests that get no answer after the run was cancelled; until then they have the time limits of the client.
 * `cancelled` is the run's signal, `own` of a call the request's.
 */
function createLastCall(cancelled) {
    if (cancelled === undefined)
        return (own) => ({ signal: own, isOver: () => false, end: () => undefined });
    const timers = new Map();
    const hurry = (call) => void timers.set(call, setTimeout(() => call.abort(), LAST_CALL));
    cancelled.addEventListener("abort", () => {
        for (const call of [...timers.keys()])
            hurry(call);
    }, { once: true });
    return (own) => {
        const call = new AbortController();
        if (cancelled.aborted)
            hurry(call);
        else
            timers.set(call, undefined);
        return {
            signal: own === undefined ? call.signal : AbortSignal.any([own, call.signal]),
            isOver: () => call.signal.aborted,
            end: () => {
                clearTimeout(timers.get(call));
                timers.delete(call);
            },
        };
    };
}
//# sourceMappingURL=last-call.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/limit.js
/** A limit of `most` pieces of work at once, at least one. */
function createLimit(most) {
    return createAdaptiveLimit(most).run;
}
/** An adaptive limit that starts, and ends, at `most` pieces of work at once, at least one. */
function createAdaptiveLimit(most) {
    const widest = Math.max(1, Math.floor(most));
    let width = widest;
    let running = 0;
    let good = 0;
    /** Answers that were under way when the limit was halved say nothing about the new width. */
    let stale = 0;
    const waiting = [];
    function start() {
        while (running < width) {
            const next = waiting.shift();
            if (next === undefined)
                return;
            running += 1;
            next();
        }
    }
    return {
        async run(work) {
            if (running < width)
                running += 1;
            else
                await new Promise((resolve) => waiting.push(resolve));
            try {
                return await work();
            }
            catch (error) {
                // It brings no answer that could be stale any more.
                if (stale > 0)
                    stale -= 1;
                throw error;
            }
            finally {
                running -= 1;
                start();
            }
        },
        busy() {
            good = 0;
            if (stale > 0) {
                stale -= 1;
                return;
            }
            stale = running;
            width = Math.max(1, Math.floor(width / 2));
        },
        answered() {
            if (stale > 0) {
                stale -= 1;
                return;
            }
            if (width === widest)
                return;
            good += 1;
            if (good < width)
                return;
            good = 0;
            width += 1;
            start();
        },
        width: () => width,
    };
}
//# sourceMappingURL=limit.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/transport.js









/** Digests and ranges are of the bytes as they are, so nobody on the way shall compress them. */
const ALWAYS = { "user-agent": "sluice", "accept-encoding": "identity" };
/** How long an idle connection is kept, in milliseconds; a server that says less is believed. */
const KEEP_ALIVE = 30_000;
/** Bytes that a registry puts away within a millisecond, at least: it reads, hashes and copies what it has got. */
const LEAST_SPEED = 10_000;
function createTransport(options) {
    const { connect, headers, body, answer: patience } = options.timeouts;
    // HTTP/1.1: registries end HTTP/2 connections under load in ways that no request survives (GOAWAY).
    const agent = createDispatcher({
        allowH2: false,
        pipelining: 1,
        connect: { timeout: connect },
        headersTimeout: headers,
        bodyTimeout: body,
        keepAliveTimeout: KEEP_ALIVE,
    }, options.environment);
    const lastCall = createLastCall(options.cancelled);
    const hosts = new Map();
    const counts = new Map();
    function hostOf(url) {
        const host = hosts.get(url.host) ?? {
            limit: createAdaptiveLimit(options.concurrency),
            streams: createAdaptiveLimit(options.concurrency),
            notBefore: 0,
            open: 0,
            since: 0,
        };
        hosts.set(url.host, host);
        return host;
    }
    async function attempt(message, host) {
        // Opened before a place at the host is taken: opening may itself need a place at the same host.
        const opened = await openBody(message.body);
        let call;
        try {
            return await limitFor(message, host).run(async () => {
                const wait = host.notBefore - options.now();
                if (wait > 0)
                    await options.sleep(wait, message.signal);
                message.signal?.throwIfAborted();
                call = lastCall(message.signal);
                counts.set(message.countAs, (counts.get(message.countAs) ?? 0) + 1);
                const answer = await (0,undici/* request */.Em)(message.url, {
                    dispatcher: agent,
                    method: message.method,
                    headers: { ...ALWAYS, ...message.headers, ...opened.headers },
                    body: opened.content,
                    signal: call.signal ?? null,
                    headersTimeout: headers + Math.ceil((message.puttingAway ?? 0) / LEAST_SPEED),
                    // Otherwise undici closes the connection after each HEAD, and half of our requests are HEADs. An answer
                    // that wrongly has a body breaks its connection, no more.
                    reset: false,
                });
                answer.body.once("close", call.end);
                host.since = options.now();
                return responseOf(answer, message.url, patience);
            });
        }
        catch (error) {
            opened.close();
            call?.end();
            if (message.signal?.aborted === true)
                throw error;
            if (call?.isOver() === true)
                throw givenUp(message, error);
            throw opened.failure() ?? unreachable(message, error);
        }
    }
    async function sendTo(host, message) {
        for (let attempts = 1;; attempts += 1) {
            let failure;
            let outcome;
            try {
                const response = await attempt(message, host);
                if (isBusy(response.status))
                    limitFor(message, host).busy();
                else
                    limitFor(message, host).answered();
                if (!isPassing(response.status))
                    return response;
                failure = { status: response.status, retryAfter: response.header("retry-after") };
                outcome = { response };
            }
            catch (error) {
                if (!(error instanceof RegistryError) || !error.passing || message.retry === false)
                    throw error;
                failure = { silent: isSilence(error) };
                outcome = { error };
            }
            const { now, random } = options;
            const delay = delayAfter({ attempts, ...failure, now: now(), random: random() });
            if (failure.status !== undefined && isBusy(failure.status)) {
                host.notBefore = Math.max(host.notBefore, now() + (delay ?? 0));
            }
            if (delay === undefined || message.retry === false) {
                if ("response" in outcome)
                    return outcome.response;
                throw finalFailure(outcome.error);
            }
            if ("response" in outcome)
                await discard(outcome.response);
            await options.sleep(delay, message.signal);
            await message.beforeRetry?.();
        }
    }
    return {
        async send(message) {
            const host = hostOf(message.url);
            if (host.open === 0)
                host.since = options.now();
            host.open += 1;
            try {
                return await sendTo(host, message);
            }
            finally {
                host.open -= 1;
            }
        },
        counts: () => counts,
        waitingFor() {
            const now = options.now();
            return [...hosts]
                .filter(([, { open }]) => open > 0)
                .map(([host, { since }]) => ({ host, milliseconds: now - since }))
                .reduce((longest, each) => longest !== undefined && longest.milliseconds >= each.milliseconds ? longest : each, undefined);
        },
        close: () => agent.destroy(),
    };
}
function limitFor({ body }, { limit, streams }) {
    return body === undefined || Buffer.isBuffer(body) ? limit : streams;
}
async function openBody(body) {
    if (body === undefined)
        return { content: null, headers: {}, close: () => undefined, failure: () => undefined };
    if (Buffer.isBuffer(body)) {
        const headers = { "content-length": String(body.length) };
        return { content: body, headers, close: () => undefined, failure: () => undefined };
    }
    const stream = await body.open();
    let failure;
    stream.on("error", (error) => {
        if (error instanceof errors/* UserError */.yo)
            failure = error;
    });
    return {
        content: stream,
        headers: { "content-length": String(body.size) },
        close: () => stream.destroy(),
        failure: () => failure,
    };
}
//# sourceMappingURL=transport.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/client.js













const CONCURRENCY = 16;
/** Committing a large blob to object storage takes registries minutes. */
const TIMEOUTS = { connect: 30_000, headers: 300_000, body: 60_000, answer: 180_000 };
/** A client for one run. */
function createRegistryClient(options) {
    const insecure = options.insecureRegistries ?? [];
    const secrets = createSecrets(options.mask);
    const now = options.now ?? Date.now;
    const random = options.random ?? Math.random;
    const sleep = options.sleep ?? createSleep(options.signal);
    const timeouts = { ...TIMEOUTS, ...options.timeouts };
    const concurrency = options.concurrency ?? CONCURRENCY;
    const { environment } = options;
    const transport = createTransport({
        concurrency,
        timeouts,
        environment,
        cancelled: options.signal,
        sleep,
        now,
        random,
    });
    const keychain = options.credentials ?? ANONYMOUS;
    const authorizer = createAuthorizer({ transport, keychain, insecure, secrets, sleep, now, random });
    const c = createConnection({ authorizer, insecure, secrets, log: options.log, sleep, now, random });
    return {
        headManifest: (ref) => headManifest(c, ref),
        getManifest: (ref) => getManifest(c, ref),
        putManifest: (ref, body, mediaType, how) => putManifest(c, ref, body, mediaType, how),
        hasBlob: (from, digest, size) => hasBlob(c, from, digest, size),
        getBlob: (from, digest, size, how) => getBlob(c, from, digest, size, how),
        mountBlob: (to, digest, fromRepository) => mountBlob(c, to, digest, fromRepository),
        uploadBlob: (to, blob, open, how) => uploadBlob(c, to, blob, open, how),
        startUpload: (to) => startUpload(c, to),
        cancelUpload: (to, session) => cancelUpload(c, to, session),
        listTags: (repository) => listTags(c, repository),
        fewTags: (repository) => fewTags(c, repository),
        deleteTag: (ref) => deleteTag(c, ref),
        referrers: (repository, digest) => listReferrers(c, repository, digest),
        addToReferrersTag: (repository, subject, added) => addToReferrersTag(c, repository, subject, added),
        confirmReferrers: (repository, subject, digests) => confirmReferrers(c, repository, subject, digests),
        requests(of) {
            let sum = 0;
            for (const [name, count] of transport.counts()) {
                if (of === undefined || matches(name, of))
                    sum += count;
            }
            return sum;
        },
        waitingFor: () => transport.waitingFor(),
        close: () => transport.close(),
    };
}
function matches(name, { registry, repository }) {
    return repository === undefined ? name.startsWith(`${registry}/`) : name === `${registry}/${repository}`;
}
//# sourceMappingURL=client.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/layout-index.js
/**
 * What index.json of a layout lists, and its changes. Entries stay as they stand there, with keys that we don't
 * know. Source: image-spec 1.1, `image-layout.md` and `annotations.md`.
 */
const REF_NAME = "org.opencontainers.image.ref.name";
/** The entries with a name, in their order. */
function namesOf(entries) {
    return entries.flatMap((entry) => layout_index_nameOf(entry) ?? []);
}
/** The entry that has exactly this name; of several the first, as tools take it. */
function entryNamed(entries, name) {
    return entries.find((entry) => layout_index_nameOf(entry) === name);
}
/**
 * Gives a manifest a name. What had the name stays listed without it, as a manifest stays in a registry when its tag
 * moves, but not if it is one of `ours`: what only this run has listed goes when its name goes.
 */
function withName(entries, name, descriptor, ours) {
    const rest = withoutName(entries, name, ours);
    const bare = rest.findIndex((entry) => entry.digest === descriptor.digest && layout_index_nameOf(entry) === undefined);
    const known = rest[bare];
    const annotations = { ...known?.annotations, ...descriptor.annotations, [REF_NAME]: name };
    const entry = { ...known, ...descriptor, annotations };
    return known === undefined ? [...rest, entry] : rest.map((each, at) => (at === bare ? entry : each));
}
/** Takes a name away. */
function withoutName(entries, name, ours) {
    return entries.flatMap((entry, at) => {
        if (layout_index_nameOf(entry) !== name)
            return [entry];
        const others = entries.some((each, other) => other !== at && each.digest === entry.digest && layout_index_nameOf(each) !== name);
        return others || ours.has(entry.digest) ? [] : [bareEntry(entry)];
    });
}
/** Lists manifests without a name, those that are not listed yet. */
function withUnnamed(entries, added) {
    const known = new Set(entries.map(({ digest }) => digest));
    return [
        ...entries,
        ...added.filter(({ digest }) => !known.has(digest)).map((each) => ({ ...each })),
    ];
}
function layout_index_nameOf({ annotations }) {
    return annotations?.[REF_NAME];
}
function bareEntry(entry) {
    const { annotations, ...rest } = entry;
    const { [REF_NAME]: _, ...others } = annotations ?? {};
    return Object.keys(others).length === 0 ? rest : { ...rest, annotations: others };
}
//# sourceMappingURL=layout-index.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/layout-choice.js



/** Which of a layout's manifests a name means. Names stand in index.json, as annotations (image-spec, `annotations.md`). */
/** Names that tools give to lists of referrers, and cosign to signatures and attestations. */
const REFERRERS_NAME = /^sha(?:256|512)-[0-9a-f]+(?:\.(?:sig|att|sbom))?$/;
const MAX_SHOWN = 10;
/** `cosign save` gives no names: an annotation says which entry is the one image, and which its signatures are. */
const COSIGN_KIND = "kind";
const COSIGN_IMAGE = /^dev\.cosignproject\.cosign\/image(?:Index)?$/;
const COSIGN_ATTACHED = new Map([
    ["dev.cosignproject.cosign/sigs", "sig"],
    ["dev.cosignproject.cosign/atts", "att"],
]);
/** Whether neither the reference nor a name in the layout says which of several manifests is meant. */
function isOpenChoice({ top }, { tag, digest }) {
    if (tag !== undefined || digest !== undefined)
        return false;
    return distinct(top) > 1 && top.every((entry) => imageNameOf(entry) === undefined);
}
/**
 * The manifest that a reference means. Without a tag and a digest: the layout's only manifest, or the only one
 * with a name, or the only one that is not `attached` to another. `name` is the source as people wrote it.
 * @throws UserError `not-found`, `ambiguous-layout`, `digest-mismatch`
 */
function chooseFromLayout(entries, reference, name, attached = new Set()) {
    const { tag, digest } = reference;
    const tagged = tag === undefined ? undefined : onlyOne(entriesNamed(entries.top, tag), entries, name);
    if (digest === undefined)
        return tagged ?? onlyOne(unnamedChoice(entries.top, attached), entries, name);
    const found = entries.all.find((entry) => entry.digest === digest);
    if (found === undefined)
        throw notFound(entries, name);
    if (tagged !== undefined && tagged.digest !== digest) {
        throw new errors/* UserError */.yo("digest-mismatch", `In ${name} the name ${tag} is ${tagged.digest}, another digest.`, {
            hint: "Leave out the tag or the digest.",
        });
    }
    return found;
}
/** The only name of a manifest in a layout, as a tag; undefined when it has none or several. */
function layoutName(entries, digest) {
    const names = new Set(entries.top.filter((entry) => entry.digest === digest).map(imageNameOf));
    names.delete(undefined);
    const [only, ...others] = names;
    return others.length === 0 ? only : undefined;
}
/**
 * The manifest that has this very name, alone or as the tag of an image's whole name, or that `cosign save` would
 * have had under it in a registry.
 * @throws UserError `ambiguous-layout`
 */
function namedExactly(entries, name) {
    const named = entriesNamed(entries.top, name, tagOf);
    const found = named.length > 0 ? named : savedByCosign(entries.top, name);
    return found.length === 0 ? undefined : onlyOne(found, entries, name);
}
/** What `cosign save` has put beside its one image, by the tag that it has in a registry. */
function savedByCosign(top, tag) {
    const images = top.filter((entry) => COSIGN_IMAGE.test(kindOf(entry)));
    const digest = images.length === 1 ? images[0]?.digest : undefined;
    if (digest === undefined)
        return [];
    return top.filter((entry) => `${digest.replace(":", "-")}.${COSIGN_ATTACHED.get(kindOf(entry))}` === tag);
}
function kindOf(entry) {
    return entry.annotations?.[COSIGN_KIND] ?? "";
}
/** The name of an image; undefined for the names of what belongs to one. */
function imageNameOf(entry) {
    const tag = tagOf(entry);
    return tag !== undefined && isTag(tag) && !REFERRERS_NAME.test(tag) ? tag : undefined;
}
/** Tools write a tag or a whole image name; of a whole name the tag counts. */
function tagOf(entry) {
    const name = entry.annotations?.[REF_NAME];
    const colon = name?.lastIndexOf(":") ?? -1;
    return name !== undefined && colon > name.lastIndexOf("/") ? name.slice(colon + 1) : name;
}
function entriesNamed(top, tag, of = imageNameOf) {
    const exact = top.filter((entry) => entry.annotations?.[REF_NAME] === tag);
    return exact.length > 0 ? exact : top.filter((entry) => of(entry) === tag);
}
function unnamedChoice(top, attached) {
    if (distinct(top) === 1)
        return [...top];
    const named = top.filter((entry) => imageNameOf(entry) !== undefined);
    if (named.length > 0)
        return named;
    return top.filter((entry) => !attached.has(entry.digest) && !belongsToAnother(entry));
}
function belongsToAnother(entry) {
    return REFERRERS_NAME.test(tagOf(entry) ?? "") || COSIGN_ATTACHED.has(kindOf(entry));
}
function onlyOne(candidates, entries, name) {
    const first = candidates[0];
    if (first === undefined)
        throw notFound(entries, name);
    if (distinct(candidates) === 1)
        return first;
    throw new errors/* UserError */.yo("ambiguous-layout", `${name} can mean several images: the layout holds ${inventory(entries)}.`, {
        hint: "Name one, as oci-layout:FOLDER:TAG or oci-layout:FOLDER@sha256:DIGEST.",
    });
}
function notFound(entries, name) {
    return new errors/* UserError */.yo("not-found", `${name} does not exist: the layout holds ${inventory(entries)}.`, {
        hint: "Name one of these, as oci-layout:FOLDER:TAG or oci-layout:FOLDER@sha256:DIGEST.",
    });
}
function distinct(entries) {
    return new Set(entries.map(({ digest }) => digest)).size;
}
function inventory({ top }) {
    if (top.length === 0)
        return "nothing";
    const shown = top.slice(0, MAX_SHOWN).map((entry) => imageNameOf(entry) ?? entry.digest);
    const more = top.length > MAX_SHOWN ? ` and ${top.length - MAX_SHOWN} more` : "";
    return shown.join(", ") + more;
}
//# sourceMappingURL=layout-choice.js.map
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./.cache/bundles/registry/layout-files.js





/** The files of an OCI layout (image-spec 1.1, `image-layout.md`), which are foreign: links are refused, sizes limited. */
const LAYOUT_FILE = "oci-layout";
const INDEX_FILE = "index.json";
class LayoutFiles {
    /** Absolute, as it was named. */
    path;
    #root;
    constructor(path) {
        this.path = path;
    }
    /** The folder that the path leads to. @throws UserError `broken-layout` where there is none */
    async root() {
        try {
            return await this.#realRoot();
        }
        catch (error) {
            if (isMissing(error))
                throw this.missing(error);
            throw this.broken("", "cannot be read", error);
        }
    }
    #realRoot() {
        this.#root ??= (0,promises_.realpath)(this.path);
        return this.#root;
    }
    /** Opens a regular file that lies where its name says, and not where a link on the way leads. */
    async open(parts) {
        const name = parts.join("/");
        let handle;
        try {
            const file = (0,external_node_path_.join)(await this.root(), ...parts);
            if ((await (0,promises_.realpath)(file)) !== file)
                throw this.broken(name, "is a symbolic link, or lies behind one");
            handle = await (0,promises_.open)(file, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK);
        }
        catch (error) {
            if (error instanceof errors/* UserError */.yo)
                throw error;
            throw this.broken(name, isMissing(error) ? "does not exist" : "cannot be read", error);
        }
        try {
            const about = await handle.stat();
            if (about.isFile())
                return { handle, size: about.size };
            throw this.broken(name, "is not a file");
        }
        catch (error) {
            await handle.close();
            throw error;
        }
    }
    /** One of the two files beside the blobs. */
    async read(name) {
        const { handle, size } = await this.open([name]);
        try {
            if (size > MAX_MANIFEST_SIZE)
                throw this.broken(name, `has more than ${MAX_MANIFEST_SIZE} bytes`);
            return await handle.readFile();
        }
        finally {
            await handle.close();
        }
    }
    /** Nothing is at the layout's path. */
    missing(cause) {
        return new errors/* UserError */.yo("broken-layout", `The OCI layout ${this.path} does not exist.`, {
            hint: "Name the folder that the build wrote, relative to the working directory, or run the build first.",
            file: this.path,
            cause,
        });
    }
    broken(name, reason, cause) {
        const file = (0,external_node_path_.join)(this.path, name);
        return new errors/* UserError */.yo("broken-layout", `The OCI layout ${this.path} is broken: ${file} ${reason}.`, {
            hint: "Write the layout anew, for example by `docker buildx build --output type=oci,tar=false,dest=FOLDER`.",
            file,
            cause,
        });
    }
}
/** Whether a folder holds anything: that of a build that pushed its image is empty, or was not made at all. */
async function isLayoutFolder(path) {
    try {
        return (await readdir(path)).length > 0;
    }
    catch (error) {
        if (isMissing(error))
            return false;
        throw error;
    }
}
/** Whether an error, or what caused it, says that a file does not exist. */
function isMissing(error) {
    const { code, cause } = error;
    return code === "ENOENT" || cause?.code === "ENOENT";
}
//# sourceMappingURL=layout-files.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/layout.js









/**
 * OCI layouts: an image as a folder (image-spec 1.1, `image-layout.md`). Everything in it is foreign: names are
 * made of verified digests, symbolic links are refused, sizes and digests are verified.
 */
/** Indexes in indexes; real ones have one level. */
const MAX_DEPTH = 8;
const MAX_MANIFESTS = 10_000;
/** Bytes. */
const READ_AT_ONCE = 256 * 1024;
/** An image in a layout. `folder` is what its path starts from. Nothing is read before it is asked for. */
function openLayout(reference, folder, options = {}) {
    const path = (0,external_node_path_.resolve)(folder, reference.path);
    const name = formatSource({ kind: "layout", ...reference });
    const layout = new Layout(path, options.partial === true);
    let chosen;
    let referrers;
    const resolve = () => {
        chosen ??= layout.entries().then(async (entries) => {
            // An image without a name is still the only one when signatures lie beside it.
            const attached = isOpenChoice(entries, reference) ? await layout.attached() : undefined;
            return chooseFromLayout(entries, reference, name, attached);
        });
        return chosen;
    };
    return {
        describe: () => name,
        repository: undefined,
        resolve,
        tag: async () => reference.tag ?? layoutName(await layout.entries(), (await resolve()).digest),
        tagged: async (tag) => namedExactly(await layout.entries(), tag),
        manifest: (digest) => layout.manifest(digest),
        blob: (digest, size, options) => layout.blob(digest, size, options),
        async referrers(digest) {
            referrers ??= layout.referrers();
            return (await referrers).get(digest) ?? [];
        },
    };
}
class Layout {
    #path;
    #files;
    #partial;
    #entries;
    #types = new Map();
    constructor(path, partial) {
        this.#path = path;
        this.#files = new LayoutFiles(path);
        this.#partial = partial;
    }
    /** The manifests that index.json lists, and those of indexes in it. */
    entries() {
        this.#entries ??= this.#readEntries();
        return this.#entries;
    }
    async manifest(digest) {
        await this.entries();
        const what = `The manifest ${digest} of ${this.#path}`;
        const body = await this.#readBlob(digest, what);
        verifyBytes(body, digest, what);
        const mediaType = checkMediaType(this.#types.get(digest) ?? typeOf(body), what);
        const parsed = parseManifest(body, mediaType, what);
        if (parsed.kind === "index")
            this.#learn(parsed.manifests);
        return { digest, mediaType, size: body.length, body };
    }
    async blob(digest, size, { progress, count, from = 0 } = {}) {
        const what = `The blob ${digest} of ${this.#path}`;
        const { handle } = await this.#openBlob(digest);
        const start = progress?.before(from) ?? 0;
        const verifier = verifyingStream(digest, size, what, { progress, start, from, count });
        const stream = handle.createReadStream({ start, highWaterMark: READ_AT_ONCE });
        stream.on("error", (error) => verifier.destroy(this.#broken(blobPath(digest), "cannot be read", error)));
        verifier.on("close", () => stream.destroy());
        verifier.on("error", () => undefined);
        stream.pipe(verifier);
        return verifier;
    }
    /** By subject, as the manifests themselves say. Tools list them in index.json, or in an index there. */
    async referrers() {
        const found = new Map();
        const { all, top } = await this.entries();
        const own = new Set(top.map(({ digest }) => digest));
        for (const entry of all) {
            if (!isIndexType(entry.mediaType) && !isImageType(entry.mediaType))
                continue;
            // An index may list what is not there.
            const mayBeMissing = this.#partial || !own.has(entry.digest);
            const manifest = await this.#ifThere(this.manifest(entry.digest), mayBeMissing);
            if (manifest === undefined)
                continue;
            const { mediaType, body } = manifest;
            const parsed = parseManifest(body, mediaType, `The manifest ${entry.digest} of ${this.#path}`);
            const subject = parsed.subject?.digest;
            if (subject === undefined)
                continue;
            const type = parsed.artifactType ?? (parsed.kind === "image" ? parsed.config.mediaType : undefined);
            const listed = { mediaType, digest: entry.digest, size: entry.size };
            if (type !== undefined)
                listed.artifactType = type;
            const others = found.get(subject) ?? [];
            if (!others.some(({ digest }) => digest === entry.digest))
                found.set(subject, [...others, listed]);
        }
        return found;
    }
    /** Those of index.json that refer to another manifest there. */
    async attached() {
        const { top } = await this.entries();
        const known = new Set(top.map(({ digest }) => digest));
        const found = new Set();
        for (const entry of top) {
            if (!isIndexType(entry.mediaType) && !isImageType(entry.mediaType))
                continue;
            // What is missing is no reason here: it is told of when it is needed.
            const manifest = await this.#ifThere(this.manifest(entry.digest), true);
            if (manifest === undefined)
                continue;
            const what = `The manifest ${entry.digest} of ${this.#path}`;
            const { subject } = parseManifest(manifest.body, manifest.mediaType, what);
            if (subject !== undefined && known.has(subject.digest))
                found.add(entry.digest);
        }
        return found;
    }
    /** Undefined where it may be missing and is. */
    async #ifThere(read, optional) {
        try {
            return await read;
        }
        catch (error) {
            if (optional && isMissing(error))
                return undefined;
            throw error;
        }
    }
    async #readEntries() {
        const version = parseJson(await this.#files.read(LAYOUT_FILE));
        if (stringAt(version, "imageLayoutVersion") !== "1.0.0") {
            throw this.#broken(LAYOUT_FILE, "does not say imageLayoutVersion 1.0.0");
        }
        const index = await this.#files.read(INDEX_FILE);
        const top = parseManifest(index, OCI_INDEX, `The layout's file ${(0,external_node_path_.join)(this.#path, INDEX_FILE)}`);
        if (top.kind !== "index")
            throw this.#broken(INDEX_FILE, "is not an index");
        const all = [];
        await this.#collect(top.manifests, all, new Set(), 0);
        return { top: top.manifests, all };
    }
    /** Indexes that stand in index.json only to hold others (containerd, the referrers' fallback) are looked into. */
    async #collect(listed, all, seen, depth) {
        this.#learn(listed);
        if (depth > MAX_DEPTH)
            throw this.#broken(INDEX_FILE, `nests indexes more than ${MAX_DEPTH} deep`);
        for (const entry of listed) {
            all.push(entry);
            if (all.length > MAX_MANIFESTS)
                throw this.#broken(INDEX_FILE, `lists more than ${MAX_MANIFESTS} manifests`);
            if (!isIndexType(entry.mediaType) || seen.has(entry.digest))
                continue;
            seen.add(entry.digest);
            const what = `The index ${entry.digest} of ${this.#path}`;
            const body = await this.#ifThere(this.#readBlob(entry.digest, what), this.#partial || depth > 0);
            if (body === undefined)
                continue;
            verifyBytes(body, entry.digest, what);
            const parsed = parseManifest(body, entry.mediaType, what);
            if (parsed.kind === "index")
                await this.#collect(parsed.manifests, all, seen, depth + 1);
        }
    }
    #learn(descriptors) {
        for (const { digest, mediaType } of descriptors)
            this.#types.set(digest, mediaType);
    }
    async #readBlob(digest, what) {
        const { handle, size } = await this.#openBlob(digest);
        try {
            if (size > MAX_MANIFEST_SIZE) {
                throw new errors/* UserError */.yo("manifest-too-large", `${what} has more than ${MAX_MANIFEST_SIZE} bytes.`, {
                    hint: "Registries refuse such manifests. Split the index, or put large annotations into a blob.",
                });
            }
            return await handle.readFile();
        }
        finally {
            await handle.close();
        }
    }
    #openBlob(digest) {
        const parsed = parseDigest(digest);
        if (parsed === undefined)
            throw this.#broken(INDEX_FILE, "names a digest that is none");
        return this.#files.open(["blobs", parsed.algorithm, parsed.hex]);
    }
    #broken(name, reason, cause) {
        return this.#files.broken(name, reason, cause);
    }
}
function blobPath(digest) {
    return `blobs/${digest.replace(":", "/")}`;
}
function typeOf(body) {
    return stringAt(parseJson(body), "mediaType") ?? "";
}
function parseJson(body) {
    try {
        return JSON.parse(body.toString("utf8"));
    }
    catch {
        return undefined;
    }
}
function stringAt(value, key) {
    if (typeof value !== "object" || value === null)
        return undefined;
    const found = new Map(Object.entries(value)).get(key);
    return typeof found === "string" ? found : undefined;
}
//# sourceMappingURL=layout.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/built-image.js




/** What a build left: an image in a registry or in an OCI layout. One module, so that it is loaded as a whole or not. */
/** The digest that a name has in its registry, or undefined where it has none. Throws RegistryError. */
async function pushedDigest(reference, from) {
    const mask = (secret) => from.log.mask(secret);
    const client = createRegistryClient({
        credentials: openKeychain({ env: from.environment, mask }),
        environment: from.environment,
        mask,
        log: from.log,
    });
    try {
        return (await client.headManifest(parseReference(reference)))?.digest;
    }
    finally {
        await client.close();
    }
}
/** The digest of the one image that an OCI layout holds, its manifest verified. Throws UserError for a broken layout. */
async function layoutDigest(folder, directory) {
    const image = openLayout({ path: folder }, directory);
    const { digest } = await image.resolve();
    await image.manifest(digest);
    return digest;
}
//# sourceMappingURL=built-image.js.map

/***/ })

};
