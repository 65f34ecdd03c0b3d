export const id = 7656;
export const ids = [7656,1436];
export const modules = {

/***/ 68954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ adviceFor)
/* harmony export */ });
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
        host: /\.dkr[.-]ecr(?:-fips)?\.[a-z0-9-]+\.(?:amazonaws\.com(?:\.cn)?|on\.aws)$/,
        product: "Amazon ECR",
        credentials: "aws-actions/configure-aws-credentials before this step",
        pull: "ecr:GetAuthorizationToken, ecr:BatchGetImage and ecr:GetDownloadUrlForLayer",
        push: "besides those for reading ecr:BatchCheckLayerAvailability, ecr:InitiateLayerUpload, ecr:UploadLayerPart, ecr:CompleteLayerUpload and ecr:PutImage; the repository must exist, ECR makes none by itself",
    },
    {
        host: /^public\.ecr\.aws$/,
        product: "Amazon ECR Public",
        credentials: "aws-actions/configure-aws-credentials before this step",
        pull: "nothing; with ecr-public:GetAuthorizationToken and sts:GetServiceBearerToken the limits are higher",
        push: "ecr-public:GetAuthorizationToken, sts:GetServiceBearerToken, ecr-public:BatchCheckLayerAvailability, ecr-public:InitiateLayerUpload, ecr-public:UploadLayerPart, ecr-public:CompleteLayerUpload and ecr-public:PutImage; the repository must exist",
    },
    {
        host: /\.pkg\.dev$|(?:^|\.)gcr\.io$/,
        product: "Google Artifact Registry",
        credentials: "google-github-actions/auth before this step",
        pull: "the role Artifact Registry Reader",
        push: "the role Artifact Registry Writer; the repository must exist",
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
    return KNOWN.find(({ host }) => host.test(registry));
}
//# sourceMappingURL=advice.js.map

/***/ }),

/***/ 10145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ createAuthorizer)
});

// EXTERNAL MODULE: ./.cache/bundles/registry/challenge.js
var registry_challenge = __webpack_require__(97273);
// EXTERNAL MODULE: ./.cache/bundles/registry/credentials.js
var registry_credentials = __webpack_require__(24570);
// EXTERNAL MODULE: ./.cache/bundles/registry/endpoint.js
var endpoint = __webpack_require__(13275);
// EXTERNAL MODULE: ./.cache/bundles/registry/redirect.js
var redirect = __webpack_require__(35362);
// EXTERNAL MODULE: ./.cache/bundles/registry/scope.js
var scope = __webpack_require__(84064);
// EXTERNAL MODULE: ./.cache/bundles/registry/registry-error.js
var registry_error = __webpack_require__(15014);
// EXTERNAL MODULE: ./.cache/bundles/registry/transport.js + 1 modules
var registry_transport = __webpack_require__(28476);
;// CONCATENATED MODULE: ./.cache/bundles/registry/token.js




/** More than any token service sends. */
const MAX_BODY = 64 * 1024;
/** What the specification says for an answer without `expires_in`. */
const DEFAULT_LIFETIME_SECONDS = 60;
/** A token is renewed before it ends, so that a request does not meet its end under way. */
const USED_LIFETIME = 0.9;
const CLIENT_ID = "sluice";
/**
 * Fetches a token. Credentials are sent to the realm only under the rules of endpoint.ts; a realm that breaks
 * them gets no request at all, and redirects are not followed.
 * @throws RegistryError `registry-unauthorized`, `unsafe-token-service`, `registry-unreachable` and the like
 */
async function fetchToken(request, ports) {
    const { registry, scopes, credentials } = request;
    const realm = safeRealm(request, ports.insecure);
    const sentAt = ports.now();
    const response = await ports.transport.send(tokenMessage(realm, request));
    const body = await (0,registry_transport/* readBody */.x8)(response, MAX_BODY);
    const text = body?.toString("utf8") ?? "";
    if (response.status !== 200) {
        throw (0,registry_error/* refusedRequest */.sl)({
            registry,
            repository: "",
            doing: `get a token for ${scopes.join(" and ") || "no scope"} from ${(0,endpoint/* redactUrl */.BO)(realm)}`,
            status: response.status,
            body: ports.secrets.scrub(text),
            retryAfter: response.header("retry-after"),
            credentials: credentials?.from,
        });
    }
    const answer = parseToken(text);
    if (answer === undefined) {
        const message = `${registry}: the token service ${(0,endpoint/* redactUrl */.BO)(realm)} gave an answer without a token.`;
        throw new registry_error/* RegistryError */.gl("registry-failed", message, {}, { hint: "Run it again later, or look into its log." });
    }
    ports.secrets.add(answer.token);
    return { value: answer.token, expiresAt: sentAt + answer.lifetime * 1000 * USED_LIFETIME };
}
function safeRealm({ registryUrl, registry, challenge }, insecure) {
    const text = challenge.parameters.get("realm") ?? "";
    const realm = URL.canParse(text) ? new URL(text) : undefined;
    const reason = realm === undefined ? "it cannot be read" : (0,endpoint/* refusal */.x5)(registryUrl, realm, insecure);
    if (realm !== undefined && reason === undefined)
        return realm;
    const where = realm === undefined ? "" : ` (${(0,endpoint/* redactUrl */.BO)(realm)})`;
    const message = `${registry} names a token service that must not get credentials: ${reason}${where}.`;
    throw new registry_error/* RegistryError */.gl("unsafe-token-service", message, {}, {
        hint: "Look into the registry's setting of its token service (realm): it has to be an https address.",
    });
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
        headers.authorization = `Basic ${(0,registry_credentials/* basicToken */.aL)(credentials.username, credentials.password)}`;
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
    function stateOf(registry) {
        const root = (0,endpoint/* registryUrl */.NH)(registry, insecure);
        const fresh = { root, known: false, first: undefined, challenge: undefined, tokens: [] };
        const state = states.get(registry) ?? fresh;
        states.set(registry, state);
        return state;
    }
    async function credentialsOf(registry) {
        const credentials = await keychain.find(registry);
        if (credentials !== undefined)
            secrets.add(...(0,registry_credentials/* secretsOf */.Fj)(credentials));
        return credentials;
    }
    async function tokenFor(state, request, challenge, scopes) {
        const now = options.now();
        state.tokens = state.tokens.filter((held) => held.expiresAt > now);
        const usable = state.tokens.find((held) => (0,scope/* scopesCover */.Bn)(held.scopes, scopes));
        if (usable !== undefined)
            return usable;
        const { registry, countAs } = request;
        const fetched = credentialsOf(registry).then((credentials) => fetchToken({ registryUrl: state.root, registry, challenge, scopes, credentials, countAs }, { transport, insecure, now: options.now, secrets }));
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
        return { header: `Basic ${(0,registry_credentials/* basicToken */.aL)(credentials.username, credentials.password)}` };
    }
    async function send(state, request) {
        const mode = request.follow ?? "all";
        const follow = (shown) => (0,redirect/* sendFollowing */.eH)(transport, request, shown.header, insecure, mode);
        let shown = NOTHING;
        if (state.challenge !== undefined) {
            shown = (await answer(state, request, state.challenge, request.scopes)) ?? NOTHING;
        }
        let response = await follow(shown);
        // First with all that is needed, then, for services that look at one scope, with what is demanded alone.
        for (const choose of [scope/* joinScopes */.yc, demandedAlone]) {
            const challenge = challengeOf(response, state.root);
            if (challenge === undefined)
                return response;
            state.challenge = challenge;
            if (shown.token !== undefined)
                drop(state, shown.token);
            const scopes = choose((0,registry_challenge/* challengedScopes */.p)(challenge), request.scopes);
            if (scopes === undefined)
                return response;
            const next = await answer(state, request, challenge, scopes);
            if (next?.header === undefined || next.header === shown.header)
                return response;
            await (0,registry_transport/* discard */.vf)(response);
            shown = next;
            response = await follow(shown);
        }
        return response;
    }
    async function inTurn(state, request) {
        while (!state.known && state.first !== undefined)
            await state.first;
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
            return (0,redirect/* sendFollowing */.eH)(transport, request, undefined, insecure, request.follow ?? "all");
        },
        async credentialsFrom(registry) {
            return (await credentialsOf(registry))?.from;
        },
    };
}
function drop(state, token) {
    state.tokens = state.tokens.filter((held) => held !== token);
}
/** Undefined when that is no other request than before. */
function demandedAlone(demanded, wanted) {
    const same = demanded.length === (0,scope/* joinScopes */.yc)(demanded, wanted).length;
    return demanded.length === 0 || same ? undefined : [...demanded];
}
/** The challenge of an answer that asks for (other) credentials. Only the registry's own origin may ask. */
function challengeOf(response, root) {
    if (response.url.origin !== root.origin)
        return undefined;
    if (response.status !== 401 && response.status !== 403)
        return undefined;
    const challenges = (0,registry_challenge/* parseChallenges */.u)(response.headers("www-authenticate"));
    const challenge = challenges.find(({ scheme, parameters }) => scheme === "bearer" && parameters.has("realm")) ??
        challenges.find(({ scheme }) => scheme === "basic");
    const wider = challenge?.parameters.get("error") === "insufficient_scope";
    return response.status === 401 || wider ? challenge : undefined;
}
//# sourceMappingURL=auth.js.map

/***/ }),

/***/ 97273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ challengedScopes),
/* harmony export */   u: () => (/* binding */ parseChallenges)
/* harmony export */ });
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

/***/ }),

/***/ 24570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fj: () => (/* binding */ secretsOf),
/* harmony export */   aL: () => (/* binding */ basicToken),
/* harmony export */   bf: () => (/* binding */ parseRegistryAuth)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33786);
/* harmony import */ var _name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79025);



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
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { schema: "failsafe", prettyErrors: false, lineCounter: lines });
    const wrong = (message, offset) => {
        const place = offset === undefined ? undefined : lines.linePos(offset);
        return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("invalid-registry-auth", `The input ${INPUT} ${message}.`, {
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
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(root) && root.value === "")
        return [];
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(root))
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
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(item))
        throw wrong("has an entry without keys", at);
    const values = new Map();
    for (const pair of item.items) {
        const key = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(pair.key) ? String(pair.key.value) : "";
        const known = KEYS.find((each) => each === key);
        if (known === undefined) {
            const shown = JSON.stringify(key.length > 40 ? `${key.slice(0, 40)}…` : key);
            throw wrong(`has the unknown key ${shown} (known: ${KEYS.join(", ")})`, start(pair.key));
        }
        const value = pair.value;
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value))
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
    const registry = (0,_name_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRegistry */ .l5)(text("registry"));
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

/***/ }),

/***/ 13275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BO: () => (/* binding */ redactUrl),
/* harmony export */   NH: () => (/* binding */ registryUrl),
/* harmony export */   XT: () => (/* binding */ parseInsecureRegistries),
/* harmony export */   x5: () => (/* binding */ refusal)
/* harmony export */ });
/* unused harmony export registryScheme */
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33786);
/* harmony import */ var _name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79025);


/**
 * The input `insecure-registries`, checked.
 * @throws UserError `invalid-registry`
 */
function parseInsecureRegistries(entries, input = "insecure-registries") {
    return entries.map((entry) => {
        const registry = entry.includes("/") ? undefined : (0,_name_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRegistry */ .l5)(entry);
        if (registry !== undefined)
            return registry;
        throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("invalid-registry", `${JSON.stringify(entry.slice(0, 200))} is not a registry's address.`, {
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
    return new URL(`${registryScheme(registry, insecure)}://${(0,_name_js__WEBPACK_IMPORTED_MODULE_1__/* .apiHost */ .nz)(registry)}/v2/`);
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
    if (isInside(to.hostname) && !isInside(from.hostname))
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
/** Loopback, this host, link-local, and IPv4 inside IPv6. `URL` has brought other spellings to these. */
function isInside(hostname) {
    const name = hostname.toLowerCase().replace(/\.$/, "");
    if (name === "localhost" || name.endsWith(".localhost"))
        return true;
    if (/^(?:127|0)\.\d+\.\d+\.\d+$/.test(name) || /^169\.254\.\d+\.\d+$/.test(name))
        return true;
    return name === "[::1]" || name === "[::]" || /^\[fe[89ab]/.test(name) || name.startsWith("[::ffff:");
}
//# sourceMappingURL=endpoint.js.map

/***/ }),

/***/ 41436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ANONYMOUS: () => (/* binding */ ANONYMOUS),
  openKeychain: () => (/* binding */ openKeychain)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: ./.cache/bundles/registry/name.js
var registry_name = __webpack_require__(79025);
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
 * Reads Docker's config.json. `file` names it in errors, which never quote its content.
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
    if (!isRecord(root))
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
    const store = root.credsStore;
    const credsStore = store === undefined || store === "" ? undefined : helperName(store, "credsStore", wrong);
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
    if (!isRecord(answer))
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
    return (0,registry_name/* parseRegistry */.l5)(server.replace(/^https?:\/\//, "").replace(/\/.*$/, ""));
}
function parseEntry(server, entry, file, wrong) {
    if (!isRecord(entry))
        throw wrong(`has an entry of ${JSON.stringify(server)} that is not an object`);
    const text = (key) => {
        const value = entry[key];
        if (value === undefined || value === "")
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
function helperName(value, key, wrong) {
    if (typeof value === "string" && /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(value))
        return value;
    throw wrong(`has ${key} that name no helper (letters, digits, ., _ and -)`);
}
function entries(value, key, wrong) {
    if (value === undefined || value === null)
        return [];
    if (!isRecord(value))
        throw wrong(`has ${key} that are not an object`);
    return Object.entries(value);
}
function isRecord(value) {
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
        const child = start(program, env, failed);
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
function start(program, env, failed) {
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
// EXTERNAL MODULE: ./.cache/bundles/registry/credentials.js
var registry_credentials = __webpack_require__(24570);
;// CONCATENATED MODULE: ./.cache/bundles/registry/keychain.js






const MAX_CONFIG_SIZE = 1024 * 1024;
/** Milliseconds that one request to a cloud may take. */
const CLOUD_TIMEOUT = 15_000;
/** Credentials that end are asked for anew before. */
const USED_LIFETIME = 0.9;
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
            for (const secret of (0,registry_credentials/* secretsOf */.Fj)(credentials))
                options.mask(secret);
        return credentials;
    };
    const logins = new Map();
    for (const login of (0,registry_credentials/* parseRegistryAuth */.bf)(options.registryAuth ?? ""))
        logins.set(login.registry, hide(ofLogin(login)));
    let config;
    const found = new Map();
    const passing = new Map();
    const look = async (registry) => {
        config ??= readDockerConfig(dockerConfigFile(options.env));
        const { auths, credHelpers, credsStore } = await config;
        const helper = credHelpers.get(registry) ?? credsStore;
        if (helper !== undefined) {
            const timeout = options.helperTimeout === undefined ? {} : { timeout: options.helperTimeout };
            const answer = await askCredentialHelper(helper, registry, { env: options.env, ...timeout });
            if (answer !== undefined)
                return hide(answer);
        }
        return hide(auths.get(registry)) ?? (await lookAround(registry));
    };
    const lookAround = async (registry) => {
        const askedAt = now();
        const { env, mask } = options;
        const ports = { env, mask, warn: options.warn ?? (() => { }), now, fetch, timeout: CLOUD_TIMEOUT };
        const answer = hide(await options.ambient?.(registry, ports));
        if (answer !== undefined) {
            const lifetime = Math.max(answer.expiresAt - askedAt, SHORTEST_LIFETIME);
            passing.set(registry, { renewAt: askedAt + lifetime * USED_LIFETIME });
        }
        return answer;
    };
    return {
        async find(registry) {
            const login = logins.get(registry);
            if (login !== undefined)
                return login;
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

/***/ 89723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L7: () => (/* binding */ MAX_MANIFEST_SIZE),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   sM: () => (/* binding */ detectMediaType),
/* harmony export */   xQ: () => (/* binding */ checkMediaType),
/* harmony export */   xh: () => (/* binding */ referrerDescriptor)
/* harmony export */ });
/* unused harmony export parseDescriptor */
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33786);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71594);
/* harmony import */ var _media_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53280);



/** The limit of distribution-spec 1.1 ("Pushing Manifests"), above which registries refuse. 4 MiB. */
const MAX_MANIFEST_SIZE = 4 * 1024 * 1024;
const MAX_ENTRIES = 20_000;
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
        artifactType: text(root.artifactType),
        annotations: parseAnnotations(root.annotations, what),
    };
    if ((0,_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .isIndexType */ .$U)(mediaType))
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
    const stated = text(root.mediaType);
    if (stated !== undefined)
        return stated;
    if (root.schemaVersion === 1)
        throw unsupported("Docker schema 1", what);
    if (Array.isArray(root.manifests))
        return _media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .OCI_INDEX */ .$p;
    if (root.config !== undefined)
        return _media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .OCI_MANIFEST */ .EG;
    throw invalid(what, "does not say what it is");
}
/**
 * A manifest's media type without parameters such as `charset`, checked to be one that we can copy.
 * @throws UserError `unsupported-manifest`
 */
function checkMediaType(stated, what) {
    const mediaType = (0,_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .bareMediaType */ .ZX)(stated);
    const refused = (0,_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .refusedFormat */ .mm)(mediaType);
    if (refused !== undefined)
        throw unsupported(refused, what);
    if (!(0,_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .isManifestType */ .Q3)(mediaType))
        throw unsupported(`the media type ${JSON.stringify(mediaType.slice(0, 100))}`, what);
    return mediaType;
}
/**
 * Reads a descriptor. Keys that nothing here needs are left out.
 * @throws UserError `invalid-manifest`
 */
function parseDescriptor(value, what) {
    if (!isRecord(value))
        throw invalid(what, "is not a descriptor");
    const { mediaType, digest, size } = value;
    if (typeof mediaType !== "string" || mediaType === "")
        throw invalid(what, "has no media type");
    if (typeof digest !== "string" || !(0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(digest))
        throw invalid(what, "has no sha256 or sha512 digest");
    if (typeof size !== "number" || !Number.isInteger(size) || size < 0 || size > MAX_SIZE) {
        throw invalid(what, "has no size");
    }
    const descriptor = { mediaType, digest, size };
    const artifactType = text(value.artifactType);
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
    const refused = (0,_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .refusedFormat */ .mm)(mediaType);
    if (refused !== undefined)
        throw unsupported(refused, what);
    if (root.schemaVersion === 1)
        throw unsupported("Docker schema 1", what);
    if (!(0,_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .isIndexType */ .$U)(mediaType) && !(0,_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .isImageType */ .G1)(mediaType)) {
        throw unsupported(`the media type ${JSON.stringify(mediaType.slice(0, 100))}`, what);
    }
    const stated = text(root.mediaType);
    if (stated !== undefined && stated !== mediaType) {
        throw invalid(what, `says it is ${JSON.stringify(stated.slice(0, 100))}, but came as ${mediaType}`);
    }
    const both = root.manifests !== undefined && (root.layers !== undefined || root.config !== undefined);
    if (both)
        throw invalid(what, "is an index and an image at once");
}
function parseObject(body, what) {
    let value;
    try {
        value = JSON.parse(Buffer.from(body).toString("utf8"));
    }
    catch (error) {
        throw invalid(what, "is not JSON", error);
    }
    if (!isRecord(value))
        throw invalid(what, "is not a JSON object");
    return value;
}
function list(value, key, what) {
    if (!Array.isArray(value))
        throw invalid(what, `has no list ${key}`);
    if (value.length > MAX_ENTRIES)
        throw invalid(what, `has more than ${MAX_ENTRIES} ${key}`);
    return value.map((entry, at) => parseDescriptor(entry, `${what}: ${key}[${at}]`));
}
function parseAnnotations(value, what) {
    if (value === undefined || value === null)
        return undefined;
    if (!isRecord(value) || !Object.values(value).every((each) => typeof each === "string")) {
        throw invalid(what, "has annotations that are not texts");
    }
    return value;
}
function parsePlatform(value) {
    if (!isRecord(value))
        return undefined;
    const { architecture, os } = value;
    if (typeof architecture !== "string" || typeof os !== "string")
        return undefined;
    const platform = { architecture, os };
    const variant = text(value.variant);
    if (variant !== undefined)
        platform.variant = variant;
    const osVersion = text(value["os.version"]);
    if (osVersion !== undefined)
        platform.osVersion = osVersion;
    return platform;
}
function text(value) {
    return typeof value === "string" && value !== "" ? value : undefined;
}
function isRecord(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
function invalid(what, reason, cause) {
    return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("invalid-manifest", `${what} ${reason}.`, {
        hint: "The image is broken where it stands: build or push it anew.",
        cause,
    });
}
function unsupported(format, what) {
    return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("unsupported-manifest", `${what} is ${format}, which is not supported.`, {
        hint: "Push the image anew with a current tool, as an OCI manifest or index, or Docker schema 2.",
    });
}
//# sourceMappingURL=manifest.js.map

/***/ }),

/***/ 53280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $U: () => (/* binding */ isIndexType),
/* harmony export */   $p: () => (/* binding */ OCI_INDEX),
/* harmony export */   EG: () => (/* binding */ OCI_MANIFEST),
/* harmony export */   G1: () => (/* binding */ isImageType),
/* harmony export */   Q3: () => (/* binding */ isManifestType),
/* harmony export */   SM: () => (/* binding */ isNonDistributable),
/* harmony export */   ZX: () => (/* binding */ bareMediaType),
/* harmony export */   mm: () => (/* binding */ refusedFormat),
/* harmony export */   qO: () => (/* binding */ ACCEPT_MANIFESTS)
/* harmony export */ });
/* unused harmony exports DOCKER_MANIFEST, DOCKER_LIST */
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
const NON_DISTRIBUTABLE = [
    "application/vnd.docker.image.rootfs.foreign.diff.tar",
    "application/vnd.oci.image.layer.nondistributable.v1.tar",
];
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

/***/ }),

/***/ 84377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ createSleep)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);

/** How long a wait may still be when the run is cancelled, in milliseconds: GitHub kills a job after ten seconds. */
const LAST_PATIENCE = 250;
/**
 * Waits between attempts. When the run is cancelled, a wait that is going on ends, and later ones are short:
 * what was set must be put back before the process is killed, also at a registry that asks for patience.
 */
function createSleep(signal) {
    const isCancelled = () => signal?.aborted === true;
    return async (milliseconds) => {
        if (isCancelled())
            return (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(Math.min(milliseconds, LAST_PATIENCE));
        try {
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, signal === undefined ? {} : { signal });
        }
        catch (thrown) {
            // Not an error of the request: it is tried again, at once.
            if (!isCancelled())
                throw thrown;
        }
    };
}
//# sourceMappingURL=patience.js.map

/***/ }),

/***/ 35362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N6: () => (/* binding */ isRedirect),
/* harmony export */   eH: () => (/* binding */ sendFollowing),
/* harmony export */   hD: () => (/* binding */ locationOf)
/* harmony export */ });
/* harmony import */ var _endpoint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13275);
/* harmony import */ var _registry_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15014);
/* harmony import */ var _transport_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28476);



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
        await (0,_transport_js__WEBPACK_IMPORTED_MODULE_2__/* .discard */ .vf)(response);
        if (redirects === MAX_REDIRECTS) {
            const message = `${request.url.host} redirects more than ${MAX_REDIRECTS} times (${(0,_endpoint_js__WEBPACK_IMPORTED_MODULE_0__/* .redactUrl */ .BO)(target)}).`;
            throw new _registry_error_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl("too-many-redirects", message, {}, { hint: "Look into the registry's settings." });
        }
        left ||= target.origin !== request.url.origin;
        url = target;
    }
}
/**
 * The address of an answer's Location, absolute or relative, its query kept. A registry behind a proxy that
 * does not know that we spoke https names itself with http: that is taken as https.
 * @throws RegistryError `unsafe-redirect`
 */
function locationOf(response, insecure) {
    const location = response.header("location") ?? "";
    const from = response.url;
    const unsafe = (reason) => new _registry_error_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl("unsafe-redirect", `${from.host} sends us to an address that is not safe: ${reason}.`, {}, {
        hint: "Look into the registry's settings: its own address, and that of the storage behind it.",
    });
    const parsed = URL.canParse(location, from.href) ? new URL(location, from) : undefined;
    if (location === "" || parsed === undefined)
        throw unsafe("it cannot be read");
    if (from.protocol === "https:" &&
        parsed.protocol === "http:" &&
        parsed.hostname === from.hostname &&
        parsed.port === "") {
        parsed.protocol = "https:";
        parsed.port = from.port;
    }
    const reason = (0,_endpoint_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)(from, parsed, insecure);
    if (reason !== undefined)
        throw unsafe(`${reason} (${(0,_endpoint_js__WEBPACK_IMPORTED_MODULE_0__/* .redactUrl */ .BO)(parsed)})`);
    return parsed;
}
//# sourceMappingURL=redirect.js.map

/***/ }),

/***/ 15014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nc: () => (/* binding */ hasRegistryCode),
/* harmony export */   gl: () => (/* binding */ RegistryError),
/* harmony export */   kW: () => (/* binding */ parseErrorBody),
/* harmony export */   sl: () => (/* binding */ refusedRequest)
/* harmony export */ });
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33786);
/* harmony import */ var _advice_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68954);


/** A failure at a registry. Its code is one of ours (`registry-denied`); `codes` are the registry's. */
class RegistryError extends _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
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
    const advice = (0,_advice_js__WEBPACK_IMPORTED_MODULE_1__/* .adviceFor */ .c)(registry);
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
        const correct = request.credentials === undefined
            ? giveThem
            : `${missing} Some registries also answer so for a repository that does not exist.`;
        return { code: "registry-denied", hint: `${used} ${correct}` };
    }
    if (status === 404) {
        const hint = "Check the name, and that it was pushed. Many registries also answer so where the account may not read.";
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
    if (status >= 500)
        return {
            code: "registry-failed",
            hint: "Run it again later; if it stays, look into the registry's own log.",
        };
    return { code: "registry-refused", hint: "The registry's own words say why; its log says more." };
}
/** ECR answers 400 TAG_INVALID, Harbor 412, others 403 or 409; all say "immutable" in words. */
function isImmutable(status, codes, messages) {
    if (![400, 403, 405, 409, 412].includes(status))
        return false;
    return (messages.some((message) => /immutab/i.test(message)) || (status === 412 && codes.includes("PRECONDITION")));
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

/***/ 5282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A5: () => (/* binding */ isBusy),
/* harmony export */   Ee: () => (/* binding */ delayAfter),
/* harmony export */   WG: () => (/* binding */ isPassing)
/* harmony export */ });
/* unused harmony export parseRetryAfter */
/** When a request is tried again, and how long one waits before. All times in milliseconds. */
/** Answers that the same request may not get a second time. 500 is what overloaded storage answers in practice. */
const PASSING = new Set([408, 429, 500, 502, 503, 504]);
/** "Not now": worth more patience than a failure. */
const BUSY = new Set([429, 503]);
const ATTEMPTS = 4;
const BUSY_ATTEMPTS = 8;
const FIRST_DELAY = 500;
const LONGEST_DELAY = 30_000;
/** A registry that asks for more than this is asked again after this; attempts stay bounded. */
const LONGEST_RETRY_AFTER = 60_000;
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
    if (failure.attempts >= (busy ? BUSY_ATTEMPTS : ATTEMPTS))
        return undefined;
    const demanded = parseRetryAfter(failure.retryAfter, failure.now);
    if (demanded !== undefined)
        return Math.min(demanded, LONGEST_RETRY_AFTER);
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

/***/ 16585:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ createSecrets)
/* harmony export */ });
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

/***/ }),

/***/ 28476:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  KF: () => (/* binding */ brokenAnswer),
  oO: () => (/* binding */ createTransport),
  vf: () => (/* binding */ discard),
  x8: () => (/* binding */ readBody)
});

// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(24371);
// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
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
        return new undici/* Agent */.g6(options);
    return new undici/* EnvHttpProxyAgent */.J2({
        ...options,
        // Empty: without this the agent would look into the process's own environment.
        httpProxy: http ?? "",
        httpsProxy: https ?? "",
        noProxy: [value("NO_PROXY"), ...LOOPBACK].filter((each) => each !== undefined).join(","),
    });
}
//# sourceMappingURL=dispatcher.js.map
// EXTERNAL MODULE: ./.cache/bundles/registry/endpoint.js
var endpoint = __webpack_require__(13275);
// EXTERNAL MODULE: ./.cache/bundles/registry/limit.js
var limit = __webpack_require__(95987);
// EXTERNAL MODULE: ./.cache/bundles/registry/registry-error.js
var registry_error = __webpack_require__(15014);
// EXTERNAL MODULE: ./.cache/bundles/registry/retry.js
var retry = __webpack_require__(5282);
;// CONCATENATED MODULE: ./.cache/bundles/registry/transport.js







const USER_AGENT = "sluice";
/** How long an idle connection is kept, in milliseconds; a server that says less is believed. */
const KEEP_ALIVE = 30_000;
function createTransport(options) {
    const { connect, headers, body } = options.timeouts;
    // HTTP/1.1: registries end HTTP/2 connections under load in ways that no request survives (GOAWAY).
    const agent = createDispatcher({
        allowH2: false,
        pipelining: 1,
        connect: { timeout: connect },
        headersTimeout: headers,
        bodyTimeout: body,
        keepAliveTimeout: KEEP_ALIVE,
    }, options.environment);
    const hosts = new Map();
    const counts = new Map();
    function hostOf(url) {
        const host = hosts.get(url.host) ?? { limit: (0,limit/* createAdaptiveLimit */.E)(options.concurrency), notBefore: 0 };
        hosts.set(url.host, host);
        return host;
    }
    async function attempt(message, host) {
        // Opened before a place at the host is taken: opening may itself need a place at the same host.
        const opened = await openBody(message.body);
        try {
            return await host.limit.run(async () => {
                const wait = host.notBefore - options.now();
                if (wait > 0)
                    await options.sleep(wait);
                message.signal?.throwIfAborted();
                counts.set(message.countAs, (counts.get(message.countAs) ?? 0) + 1);
                const answer = await (0,undici/* request */.Em)(message.url, {
                    dispatcher: agent,
                    method: message.method,
                    headers: { "user-agent": USER_AGENT, ...message.headers, ...opened.headers },
                    body: opened.content,
                    signal: message.signal ?? null,
                });
                return responseOf(answer, message.url);
            });
        }
        catch (error) {
            opened.close();
            if (message.signal?.aborted === true)
                throw error;
            throw opened.failure() ?? unreachable(message, error);
        }
    }
    return {
        async send(message) {
            const host = hostOf(message.url);
            for (let attempts = 1;; attempts += 1) {
                let failure;
                let outcome;
                try {
                    const response = await attempt(message, host);
                    if ((0,retry/* isBusy */.A5)(response.status))
                        host.limit.busy();
                    else
                        host.limit.answered();
                    if (!(0,retry/* isPassing */.WG)(response.status))
                        return response;
                    failure = { status: response.status, retryAfter: response.header("retry-after") };
                    outcome = { response };
                }
                catch (error) {
                    if (!(error instanceof registry_error/* RegistryError */.gl) || !error.passing || message.retry === false)
                        throw error;
                    failure = {};
                    outcome = { error };
                }
                const { now, random } = options;
                const delay = (0,retry/* delayAfter */.Ee)({ attempts, ...failure, now: now(), random: random() });
                if (failure.status !== undefined && (0,retry/* isBusy */.A5)(failure.status)) {
                    host.notBefore = Math.max(host.notBefore, now() + (delay ?? 0));
                }
                if (delay === undefined || message.retry === false) {
                    if ("response" in outcome)
                        return outcome.response;
                    throw finalFailure(outcome.error);
                }
                if ("response" in outcome)
                    await discard(outcome.response);
                await options.sleep(delay);
            }
        },
        counts: () => counts,
        close: () => agent.destroy(),
    };
}
/** Throws an answer's body away so that its connection is free again. */
async function discard(response) {
    try {
        await response.body.dump({ limit: 64 * 1024 });
    }
    catch {
        // The connection broke; nothing of the answer is wanted.
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
    return Buffer.concat(chunks);
}
/** The error for a connection that broke while an answer was read: starting anew may succeed. */
function brokenAnswer(url, cause) {
    const message = `${url.host}: the connection broke while the answer was read (${reasonOf(cause)}).`;
    return new registry_error/* RegistryError */.gl("registry-unreachable", message, { passing: true }, { hint: UNREACHABLE_HINT, cause });
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
function responseOf(answer, url) {
    // Without a listener a connection that breaks while nobody reads would end the process.
    answer.body.on("error", () => undefined);
    const headers = (name) => {
        const value = answer.headers[name];
        return value === undefined ? [] : Array.isArray(value) ? value : [value];
    };
    return { status: answer.statusCode, header: (name) => headers(name)[0], headers, body: answer.body, url };
}
const UNREACHABLE_HINT = "Check the address, the network and whether the registry runs, then run it again.";
/** Failures of TLS and of names don't pass by themselves. */
const LASTING = /^(?:ENOTFOUND|EPROTO|CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH)/;
function unreachable(message, cause) {
    const codes = codesOf(cause);
    const lasting = codes.find((code) => LASTING.test(code));
    const text = `${message.url.host} cannot be reached: ${reasonOf(cause)} (${message.method} ${(0,endpoint/* redactUrl */.BO)(message.url)}).`;
    const hint = lasting === undefined
        ? UNREACHABLE_HINT
        : lasting === "ENOTFOUND"
            ? "There is no host of this name: check its spelling and the network."
            : "TLS failed. Trust its certificate by NODE_EXTRA_CA_CERTS; a registry that speaks http belongs in insecure-registries.";
    return new registry_error/* RegistryError */.gl("registry-unreachable", text, { passing: lasting === undefined }, { hint, cause });
}
/** The same failure once the attempts are used up: nobody above shall begin anew. */
function finalFailure(error) {
    return new registry_error/* RegistryError */.gl(error.code, error.message, {}, { hint: error.hint, cause: error.cause });
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
//# sourceMappingURL=transport.js.map

/***/ })

};
