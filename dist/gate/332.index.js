export const id = 332;
export const ids = [332];
export const modules = {

/***/ 58764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P$: () => (/* binding */ encodingOf),
/* harmony export */   lR: () => (/* binding */ responseOf),
/* harmony export */   vf: () => (/* binding */ discard),
/* harmony export */   x8: () => (/* binding */ readBody)
/* harmony export */ });
/* harmony import */ var _unreachable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83058);

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
        throw (0,_unreachable_js__WEBPACK_IMPORTED_MODULE_0__/* .brokenAnswer */ .KF)(response.url, error);
    }
    finally {
        stop();
    }
    return Buffer.concat(chunks);
}
/** Breaks an answer's connection when it takes too long. Returns what takes the limit away. */
function stopSlow({ body, patience }) {
    const slow = () => body.destroy(Object.assign(new Error("slow answer"), { code: _unreachable_js__WEBPACK_IMPORTED_MODULE_0__/* .SLOW_ANSWER */ .V1 }));
    const timer = setTimeout(slow, patience);
    return () => clearTimeout(timer);
}
//# sourceMappingURL=answer.js.map

/***/ }),

/***/ 57772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ isEcrPublic),
/* harmony export */   w: () => (/* binding */ parseEcrHost)
/* harmony export */ });
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

/***/ }),

/***/ 33584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gm: () => (/* binding */ readBlob),
/* harmony export */   is: () => (/* binding */ hasBlob),
/* harmony export */   ti: () => (/* binding */ mountBlob)
/* harmony export */ });
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33786);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58764);
/* harmony import */ var _redirect_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35362);
/* harmony import */ var _registry_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19751);
/* harmony import */ var _scope_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(84064);
/* harmony import */ var _uploads_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46014);






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
    await (0,_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .discard */ .vf)(response);
    if ((0,_redirect_js__WEBPACK_IMPORTED_MODULE_2__/* .isRedirect */ .N6)(response))
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
            otherScopes: [(0,_scope_js__WEBPACK_IMPORTED_MODULE_5__/* .repositoryScope */ .F7)(fromRepository, "pull")],
            accept: [201, 202],
            doing: `mount the blob ${digest} from ${fromRepository}`,
        });
        await (0,_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .discard */ .vf)(response);
        if (response.status === 201)
            return { mounted: true };
        return { mounted: false, asked: true, session: (0,_uploads_js__WEBPACK_IMPORTED_MODULE_4__/* .uploadOf */ .n$)(response, c.insecure) };
    }
    catch (error) {
        const { status } = error instanceof _registry_error_js__WEBPACK_IMPORTED_MODULE_3__/* .RegistryError */ .gl ? error : { status: undefined };
        if (status === undefined || status < 400 || status >= 500 || status === 429)
            throw error;
        trait.refused ||= !(0,_registry_error_js__WEBPACK_IMPORTED_MODULE_3__/* .hasRegistryCode */ .Nc)(error, ...OF_THE_BLOB);
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
            throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("blob-too-large", `${what} has more than ${limit} bytes.`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
//# sourceMappingURL=blobs.js.map

/***/ }),

/***/ 95987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ createAdaptiveLimit),
/* harmony export */   K: () => (/* binding */ createLimit)
/* harmony export */ });
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

/***/ }),

/***/ 35362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N6: () => (/* binding */ isRedirect),
/* harmony export */   eH: () => (/* binding */ sendFollowing),
/* harmony export */   hD: () => (/* binding */ locationOf)
/* harmony export */ });
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58764);
/* harmony import */ var _endpoint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34158);
/* harmony import */ var _registry_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19751);



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
        await (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .discard */ .vf)(response);
        if (redirects === MAX_REDIRECTS) {
            const message = `${request.url.host} redirects more than ${MAX_REDIRECTS} times (${(0,_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .redactUrl */ .BO)(target)}).`;
            throw new _registry_error_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryError */ .gl("too-many-redirects", message, {}, { hint: "Look into the registry's settings." });
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
    const unsafe = (reason) => new _registry_error_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryError */ .gl("unsafe-redirect", `${from.host} sends us to an address that is not safe: ${reason}.`, {}, {
        hint: "Look into the registry's settings: its own address, and that of the storage behind it.",
    });
    const parsed = URL.canParse(location, from.href) ? new URL(location, from) : undefined;
    if (location === "" || parsed === undefined)
        throw unsafe("it cannot be read");
    if (isOurs(from, parsed)) {
        parsed.protocol = from.protocol;
        parsed.port = from.port;
    }
    const reason = (0,_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .refusal */ .x5)(from, parsed, insecure);
    if (reason !== undefined)
        throw unsafe(`${reason} (${(0,_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .redactUrl */ .BO)(parsed)})`);
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

/***/ }),

/***/ 19751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gl: () => (/* binding */ RegistryError),
  Nc: () => (/* binding */ hasRegistryCode),
  sl: () => (/* binding */ refusedRequest)
});

// UNUSED EXPORTS: parseErrorBody, saysImmutable

// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
// EXTERNAL MODULE: ./.cache/bundles/registry/auth/ecr-host.js
var ecr_host = __webpack_require__(57772);
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
        host: { test: (host) => (0,ecr_host/* parseEcrHost */.w)(host) !== undefined },
        product: "Amazon ECR",
        credentials: "aws-actions/configure-aws-credentials before this step",
        pull: "ecr:GetAuthorizationToken, ecr:BatchGetImage and ecr:GetDownloadUrlForLayer",
        push: "besides those for reading ecr:BatchCheckLayerAvailability, ecr:InitiateLayerUpload, ecr:UploadLayerPart, ecr:CompleteLayerUpload and ecr:PutImage; the repository must exist, ECR makes none by itself",
        absent: "Amazon ECR makes none by a push, unless a creation template of the registry says so: make it before (`aws ecr create-repository --repository-name NAME`)",
    },
    {
        host: { test: ecr_host/* isEcrPublic */.M },
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

/***/ }),

/***/ 84064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bn: () => (/* binding */ scopesCover),
/* harmony export */   F7: () => (/* binding */ repositoryScope),
/* harmony export */   yc: () => (/* binding */ joinScopes)
/* harmony export */ });
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

/***/ }),

/***/ 83058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HB: () => (/* binding */ unreachable),
/* harmony export */   KF: () => (/* binding */ brokenAnswer),
/* harmony export */   Nz: () => (/* binding */ finalFailure),
/* harmony export */   V1: () => (/* binding */ SLOW_ANSWER),
/* harmony export */   bW: () => (/* binding */ givenUp),
/* harmony export */   or: () => (/* binding */ isSilence)
/* harmony export */ });
/* harmony import */ var _endpoint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34158);
/* harmony import */ var _registry_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19751);


const UNREACHABLE_HINT = "Check the address, the network and whether the registry runs, then run it again.";
/** The error for a connection that broke while an answer was read: starting anew may succeed. */
function brokenAnswer(url, cause) {
    const message = `${url.host}: the connection broke while the answer was read (${reasonOf(cause)}).`;
    return new _registry_error_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl("registry-unreachable", message, { passing: true }, { hint: UNREACHABLE_HINT, cause });
}
/** Failures of TLS and of names don't pass by themselves. */
const LASTING = /^(?:ENOTFOUND|EPROTO|CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH)/;
/** The error for a request that got no answer. */
function unreachable(message, cause) {
    const codes = codesOf(cause);
    const lasting = codes.find((code) => LASTING.test(code));
    const text = `${message.url.host} cannot be reached: ${reasonOf(cause)} (${message.method} ${(0,_endpoint_js__WEBPACK_IMPORTED_MODULE_0__/* .redactUrl */ .BO)(message.url)}).`;
    const hint = lasting === undefined
        ? UNREACHABLE_HINT
        : lasting === "ENOTFOUND"
            ? "There is no host of this name: check its spelling and the network."
            : "TLS failed. Trust its certificate by NODE_EXTRA_CA_CERTS; a registry that speaks http belongs in insecure-registries.";
    return new _registry_error_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl("registry-unreachable", text, { passing: lasting === undefined }, { hint, cause });
}
/** Nobody waits or tries again: the process is about to be killed. */
function givenUp({ url, method }, cause) {
    const text = `${url.host} gave no answer, and the run was cancelled meanwhile (${method} ${(0,_endpoint_js__WEBPACK_IMPORTED_MODULE_0__/* .redactUrl */ .BO)(url)}).`;
    return new _registry_error_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl("registry-unreachable", text, {}, { hint: "Run it again: it goes on from what is there.", cause });
}
/** The same failure once the attempts are used up: nobody above shall begin anew. */
function finalFailure(error) {
    return new _registry_error_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl(error.code, error.message, {}, { hint: error.hint, cause: error.cause });
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

/***/ }),

/***/ 46014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GZ: () => (/* binding */ uploadStatus),
/* harmony export */   To: () => (/* binding */ laterSession),
/* harmony export */   Ww: () => (/* binding */ checkStored),
/* harmony export */   aH: () => (/* binding */ startUpload),
/* harmony export */   n$: () => (/* binding */ uploadOf),
/* harmony export */   tj: () => (/* binding */ receivedOf),
/* harmony export */   wM: () => (/* binding */ cancelUpload)
/* harmony export */ });
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58764);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54726);
/* harmony import */ var _redirect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35362);
/* harmony import */ var _registry_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19751);
/* harmony import */ var _unreachable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83058);





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
    await (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .discard */ .vf)(response);
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
        await (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .discard */ .vf)(response);
        const received = receivedOf(response);
        if (received === undefined)
            return undefined;
        return { session: laterSession(response, session, c.insecure), received };
    }
    catch (error) {
        if (error instanceof _registry_error_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryError */ .gl)
            return (0,_unreachable_js__WEBPACK_IMPORTED_MODULE_3__/* .isSilence */ .or)(error) ? "silent" : undefined;
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
        await (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .discard */ .vf)(response);
    }
    catch (error) {
        if (!(error instanceof _registry_error_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryError */ .gl) && signal?.aborted !== true)
            throw error;
    }
}
/** The digest that a registry states once a blob is complete must be the blob's. @throws RegistryError `digest-mismatch` */
function checkStored(response, to, blob) {
    const stored = response.header("docker-content-digest");
    if (stored === undefined || stored === blob.digest)
        return;
    if ((0,_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .parseDigest */ .m)(stored)?.algorithm !== (0,_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .parseDigest */ .m)(blob.digest)?.algorithm)
        return;
    const message = `${to.registry}/${to.repository}: the registry stored ${stored} instead of the blob ${blob.digest}.`;
    throw new _registry_error_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryError */ .gl("digest-mismatch", message, {}, { hint: "Look at what stands before the registry." });
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
        url: (0,_redirect_js__WEBPACK_IMPORTED_MODULE_1__/* .locationOf */ .hD)(response, insecure),
        leastChunk: Number.isSafeInteger(least) && least > 0 ? Math.min(least, MOST_CHUNK) : undefined,
    };
}
/** The upload after a chunk: its address may be another. */
function laterSession(response, before, insecure) {
    if (response.header("location") === undefined)
        return before;
    return { url: (0,_redirect_js__WEBPACK_IMPORTED_MODULE_1__/* .locationOf */ .hD)(response, insecure), leastChunk: before.leastChunk };
}
/** The bytes of an upload that the registry has. `0-0` is what registries say for none. */
function receivedOf(response) {
    const end = /^(?:bytes=)?0-(\d{1,15})$/.exec(response.header("range")?.trim() ?? "")?.[1];
    if (end === undefined)
        return undefined;
    return end === "0" ? 0 : Number(end) + 1;
}
//# sourceMappingURL=uploads.js.map

/***/ })

};
