export const id = 3413;
export const ids = [3413,1436];
export const modules = {

/***/ 71461:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ createAuthorizer)
});

// EXTERNAL MODULE: ./.cache/bundles/registry/answer.js
var registry_answer = __webpack_require__(58764);
// EXTERNAL MODULE: ./.cache/bundles/registry/challenge.js
var registry_challenge = __webpack_require__(97273);
// EXTERNAL MODULE: ./.cache/bundles/registry/credentials.js
var registry_credentials = __webpack_require__(24570);
// EXTERNAL MODULE: ./.cache/bundles/registry/endpoint.js + 1 modules
var endpoint = __webpack_require__(34158);
// EXTERNAL MODULE: ./.cache/bundles/registry/redirect.js
var redirect = __webpack_require__(35362);
// EXTERNAL MODULE: ./.cache/bundles/registry/scope.js
var scope = __webpack_require__(84064);
// EXTERNAL MODULE: ./.cache/bundles/registry/name.js
var registry_name = __webpack_require__(79025);
// EXTERNAL MODULE: ./.cache/bundles/registry/read-anew.js
var read_anew = __webpack_require__(43040);
// EXTERNAL MODULE: ./.cache/bundles/registry/registry-error.js
var registry_error = __webpack_require__(15014);
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
    if (KNOWN.some((pair) => pair.registry.test(ours) && pair.realm.test(theirs)))
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
const KNOWN = [
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
    const { response, body } = await (0,read_anew/* readAnew */.Q)(() => ports.transport.send(message), MAX_BODY, ports);
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
/**
 * What is given for the service's host must be the same secret. Another one may not stand in for it: with
 * credentials for ghcr.io a stranger's registry that names ghcr.io's token service would get a token of it.
 */
async function checkGivenFor(realm, registry, credentials, keychain) {
    const host = (0,registry_name/* parseRegistry */.l5)(realm.host);
    // A helper that fails for a host that the registry chose must not hide what this is about.
    const given = host === undefined ? undefined : await keychain.find(host, "given").catch(() => undefined);
    if (given !== undefined && isSame(given, credentials))
        return;
    throw new registry_error/* RegistryError */.gl("foreign-token-service", `${registry} names a token service on a host that is not its own, ${realm.host}, so it does not get the credentials from ${credentials.from}.`, {}, {
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
    const origins = new Map();
    function stateOf(registry) {
        const root = (0,endpoint/* registryUrl */.NH)(registry, insecure);
        const fresh = { root, known: false, first: undefined, challenge: undefined, tokens: [] };
        const state = states.get(registry) ?? fresh;
        states.set(registry, state);
        return state;
    }
    async function credentialsOf(registry) {
        const credentials = await keychain.find(registry);
        if (credentials !== undefined) {
            secrets.add(...(0,registry_credentials/* secretsOf */.Fj)(credentials));
            origins.set(registry, credentials.from);
        }
        return credentials;
    }
    async function tokenFor(state, request, challenge, scopes) {
        const now = options.now();
        state.tokens = state.tokens.filter((held) => held.expiresAt > now);
        const usable = state.tokens.find((held) => (0,scope/* scopesCover */.Bn)(held.scopes, scopes));
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
            await (0,registry_answer/* discard */.vf)(response);
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
            return (0,redirect/* sendFollowing */.eH)(transport, request, undefined, insecure, request.follow ?? "all");
        },
        credentialsFrom: (registry) => origins.get(registry),
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
    if (entry === null)
        return undefined;
    if (!isRecord(entry))
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
            passing.set(registry, { renewAt: askedAt + lifetime * USED_LIFETIME });
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
 * what was set must be put back before the process is killed, also at a registry that asks for patience. A wait for
 * work that nobody wants any more ends with the reason of that work's own signal.
 */
function createSleep(signal) {
    const isCancelled = () => signal?.aborted === true;
    return async (milliseconds, own) => {
        own?.throwIfAborted();
        if (isCancelled())
            return (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(Math.min(milliseconds, LAST_PATIENCE));
        const signals = [signal, own].filter((each) => each !== undefined);
        try {
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, { signal: AbortSignal.any(signals) });
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

/***/ }),

/***/ 43040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ readAnew)
/* harmony export */ });
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58764);
/* harmony import */ var _registry_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15014);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5282);
/* harmony import */ var _unreachable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83058);




/**
 * An answer with its whole body, undefined if that has more than `limit` bytes. It is asked for again when the
 * connection breaks, or stands still, in the middle of it; the attempts are bounded.
 * @throws RegistryError `registry-unreachable`; what `send` throws
 */
async function readAnew(send, limit, { sleep, now, random }, signal) {
    for (let attempts = 1;; attempts += 1) {
        const response = await send();
        try {
            return { response, body: await (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .readBody */ .x8)(response, limit) };
        }
        catch (error) {
            const delay = (0,_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .delayAfter */ .Ee)({ attempts, silent: (0,_unreachable_js__WEBPACK_IMPORTED_MODULE_3__/* .isSilence */ .or)(error), now: now(), random: random() });
            if (!(error instanceof _registry_error_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl) || !error.passing || delay === undefined)
                throw error;
            await sleep(delay, signal);
        }
    }
}
//# sourceMappingURL=read-anew.js.map

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

/***/ 21598:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ createTransport)
});

// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(24371);
// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
// EXTERNAL MODULE: ./.cache/bundles/registry/answer.js
var registry_answer = __webpack_require__(58764);
// EXTERNAL MODULE: ./.cache/bundles/registry/receive-buffers.js + 1 modules
var receive_buffers = __webpack_require__(29960);
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
    const buffers = new receive_buffers/* ReceiveBuffers */.B();
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
// EXTERNAL MODULE: ./.cache/bundles/registry/limit.js
var limit = __webpack_require__(95987);
// EXTERNAL MODULE: ./.cache/bundles/registry/registry-error.js
var registry_error = __webpack_require__(15014);
// EXTERNAL MODULE: ./.cache/bundles/registry/retry.js
var retry = __webpack_require__(5282);
// EXTERNAL MODULE: ./.cache/bundles/registry/unreachable.js
var unreachable = __webpack_require__(83058);
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
            limit: (0,limit/* createAdaptiveLimit */.E)(options.concurrency),
            streams: (0,limit/* createAdaptiveLimit */.E)(options.concurrency),
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
                return (0,registry_answer/* responseOf */.lR)(answer, message.url, patience);
            });
        }
        catch (error) {
            opened.close();
            call?.end();
            if (message.signal?.aborted === true)
                throw error;
            if (call?.isOver() === true)
                throw (0,unreachable/* givenUp */.bW)(message, error);
            throw opened.failure() ?? (0,unreachable/* unreachable */.HB)(message, error);
        }
    }
    async function sendTo(host, message) {
        for (let attempts = 1;; attempts += 1) {
            let failure;
            let outcome;
            try {
                const response = await attempt(message, host);
                if ((0,retry/* isBusy */.A5)(response.status))
                    limitFor(message, host).busy();
                else
                    limitFor(message, host).answered();
                if (!(0,retry/* isPassing */.WG)(response.status))
                    return response;
                failure = { status: response.status, retryAfter: response.header("retry-after") };
                outcome = { response };
            }
            catch (error) {
                if (!(error instanceof registry_error/* RegistryError */.gl) || !error.passing || message.retry === false)
                    throw error;
                failure = { silent: (0,unreachable/* isSilence */.or)(error) };
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
                throw (0,unreachable/* finalFailure */.Nz)(outcome.error);
            }
            if ("response" in outcome)
                await (0,registry_answer/* discard */.vf)(outcome.response);
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

/***/ })

};
