export const id = 4594;
export const ids = [4594,1436];
export const modules = {

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
// EXTERNAL MODULE: ./.cache/bundles/registry/read-anew.js
var read_anew = __webpack_require__(43040);
// EXTERNAL MODULE: ./.cache/bundles/registry/registry-error.js
var registry_error = __webpack_require__(15014);
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
// EXTERNAL MODULE: ./.cache/bundles/registry/transport.js + 1 modules
var registry_transport = __webpack_require__(28476);
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

/***/ 43040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ readAnew)
/* harmony export */ });
/* harmony import */ var _registry_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15014);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5282);
/* harmony import */ var _transport_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28476);



/**
 * An answer with its whole body, undefined if that has more than `limit` bytes. It is asked for again when the
 * connection breaks, or stands still, in the middle of it; the attempts are bounded.
 * @throws RegistryError `registry-unreachable`; what `send` throws
 */
async function readAnew(send, limit, { sleep, now, random }) {
    for (let attempts = 1;; attempts += 1) {
        const response = await send();
        try {
            return { response, body: await (0,_transport_js__WEBPACK_IMPORTED_MODULE_2__/* .readBody */ .x8)(response, limit) };
        }
        catch (error) {
            const delay = (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .delayAfter */ .Ee)({ attempts, now: now(), random: random() });
            if (!(error instanceof _registry_error_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl) || !error.passing || delay === undefined)
                throw error;
            await sleep(delay);
        }
    }
}
//# sourceMappingURL=read-anew.js.map

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

/***/ })

};
