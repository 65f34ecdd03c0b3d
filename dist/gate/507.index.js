export const id = 507;
export const ids = [507,436];
export const modules = {

/***/ 28507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createRegistryClient: () => (/* binding */ createRegistryClient)
});

// EXTERNAL MODULE: ./.cache/bundles/registry/answer.js
var registry_answer = __webpack_require__(58764);
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
// EXTERNAL MODULE: ./.cache/bundles/registry/registry-error.js + 1 modules
var registry_error = __webpack_require__(19751);
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
// EXTERNAL MODULE: ./.cache/bundles/registry/unreachable.js
var unreachable = __webpack_require__(83058);
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
            return { response, body: await (0,registry_answer/* readBody */.x8)(response, limit) };
        }
        catch (error) {
            const delay = delayAfter({ attempts, silent: (0,unreachable/* isSilence */.or)(error), now: now(), random: random() });
            if (!(error instanceof registry_error/* RegistryError */.gl) || !error.passing || delay === undefined)
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
    const { response, body } = await readAnew(() => ports.transport.send(message), MAX_BODY, ports);
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
            const scopes = choose(challengedScopes(challenge), request.scopes);
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
    const challenges = parseChallenges(response.headers("www-authenticate"));
    const challenge = challenges.find(({ scheme, parameters }) => scheme === "bearer" && parameters.has("realm")) ??
        challenges.find(({ scheme }) => scheme === "basic");
    const wider = challenge?.parameters.get("error") === "insufficient_scope";
    return response.status === 401 || wider ? challenge : undefined;
}
//# sourceMappingURL=auth.js.map
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: ./.cache/bundles/registry/verifying.js
var verifying = __webpack_require__(14931);
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
    const what = `The blob ${digest} of ${from.registry}/${from.repository}${(0,registry_answer/* encodingOf */.P$)(first)}`;
    const verifier = (0,verifying/* verifyingStream */.oP)(digest, size, what, { progress, start, from: wanted, count });
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
            const isAll = size === undefined || this.#at >= size || (0,registry_answer/* encodingOf */.P$)(response) !== "";
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
                if (error instanceof registry_error/* RegistryError */.gl && error.status === 416)
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
            await (0,registry_answer/* discard */.vf)(response);
            return (0,unreachable/* brokenAnswer */.KF)(response.url, new Error("another range than asked for"));
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
                return (0,unreachable/* brokenAnswer */.KF)(response.url, body.errored);
            return (0,unreachable/* brokenAnswer */.KF)(response.url, new Error("closed"));
        }
        catch (error) {
            return (0,unreachable/* brokenAnswer */.KF)(response.url, error);
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
// EXTERNAL MODULE: ./.cache/bundles/registry/auth/ecr-host.js
var ecr_host = __webpack_require__(57772);
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
    if ((0,ecr_host/* parseEcrHost */.w)(registry) !== undefined || (0,ecr_host/* isEcrPublic */.M)(registry))
        return true;
    return /(?:-docker\.pkg\.dev|(?:^|\.)gcr\.io)(?::443)?$/.test(registry);
}
/** What is known of a registry before its first answer. */
function initialTraits(registry) {
    return { onePost: true, chunks: isChunkless(registry) ? "never" : "possible", chunkSize: CHUNK_SIZE };
}
//# sourceMappingURL=upload-traits.js.map
// EXTERNAL MODULE: ./.cache/bundles/registry/uploads.js
var uploads = __webpack_require__(46014);
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
            if (!(error instanceof registry_error/* RegistryError */.gl))
                throw error;
            if (error.status === 413 && this.#shrink(chunk.length))
                return 0;
            const { status, retryAfter, passing } = error;
            if (!passing && status !== 416 && !isPassing(status ?? 0))
                throw error;
            const silent = (0,unreachable/* isSilence */.or)(error);
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
                throw silent ? (0,unreachable/* finalFailure */.Nz)(error) : error;
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
        await (0,registry_answer/* discard */.vf)(response);
        (0,uploads/* checkStored */.Ww)(response, this.#to, blob);
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
        await (0,registry_answer/* discard */.vf)(response);
        this.#keep(response, end);
    }
    /** A registry that says that it has less than it took would complete something else, or nothing. */
    #keep(response, end) {
        const received = (0,uploads/* receivedOf */.tj)(response);
        if (received !== undefined && received !== end) {
            throw new registry_error/* RegistryError */.gl("chunk-lost", `${this.#to.registry}/${this.#to.repository}: the registry took a chunk up to byte ${end}, but says that it has ${received} bytes.`, {}, { hint: "This registry does not keep chunks. Look at what stands before it." });
        }
        this.#session = (0,uploads/* laterSession */.To)(response, this.#session, this.#c.insecure);
        this.#sent = end;
    }
    /** After a failure: how much of the chunk has arrived. */
    async #look(start, end, failure) {
        const kept = await (0,uploads/* uploadStatus */.GZ)(this.#c, this.#to, this.#session, !(0,unreachable/* isSilence */.or)(failure));
        if (kept === "silent")
            throw (0,unreachable/* finalFailure */.Nz)(failure);
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
// EXTERNAL MODULE: ./.cache/bundles/registry/blobs.js
var blobs = __webpack_require__(33584);
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
        const current = session ?? (await (0,uploads/* startUpload */.aH)(c, to));
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
            const passing = error instanceof registry_error/* RegistryError */.gl && (error.passing || (!ofSource && isPassing(error.status ?? 0)));
            const silent = !ofSource && (0,unreachable/* isSilence */.or)(error);
            if ((resumable || silent) && passing && traits.chunks !== "needed" && !options.signal?.aborted) {
                const kept = await (0,uploads/* uploadStatus */.GZ)(c, to, current, !silent);
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
                await (0,uploads/* cancelUpload */.wM)(c, to, current, options.signal?.aborted === true);
            if (!(error instanceof registry_error/* RegistryError */.gl))
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
        return await (0,blobs/* hasBlob */.is)(c, to, blob.digest, blob.size);
    }
    catch (error) {
        if (error instanceof registry_error/* RegistryError */.gl)
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
        const { status = 0 } = error instanceof registry_error/* RegistryError */.gl ? error : {};
        const refused = status >= 400 && status < 500 && status !== 401 && status !== 403 && status !== 429;
        if (refused || status === 501)
            return undefined;
        throw error;
    }
    await (0,registry_answer/* discard */.vf)(response);
    if (response.status === 202)
        return (0,uploads/* uploadOf */.n$)(response, c.insecure);
    (0,uploads/* checkStored */.Ww)(response, to, blob);
    return "done";
}
/** The blob, or its rest, by PUT. */
async function putWhole(c, to, session, blob, open, from, signal) {
    const url = new URL(session.url);
    url.searchParams.set("digest", blob.digest);
    if (blob.size === 0)
        (0,verifying/* verifyBytes */.RV)(Buffer.alloc(0), blob.digest, "An empty blob");
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
    await (0,registry_answer/* discard */.vf)(response);
    (0,uploads/* checkStored */.Ww)(response, to, blob);
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
                : pathUrl((0,endpoint/* registryUrl */.NH)(registry, insecure), repository, call.path);
            for (const [name, value] of Object.entries(call.query ?? {}))
                url.searchParams.set(name, value);
            const response = await authorizer.send({
                registry,
                scopes: [(0,scope/* repositoryScope */.F7)(repository, ...call.actions), ...(call.otherScopes ?? [])],
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
            const body = await (0,registry_answer/* readBody */.x8)(response, MAX_ERROR_BODY);
            throw (0,registry_error/* refusedRequest */.sl)({
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
// EXTERNAL MODULE: ./.cache/bundles/registry/keychain.js + 2 modules
var registry_keychain = __webpack_require__(41436);
// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
// EXTERNAL MODULE: ./.cache/bundles/registry/digest.js
var registry_digest = __webpack_require__(54726);
// EXTERNAL MODULE: ./.cache/bundles/registry/manifest.js
var manifest = __webpack_require__(89723);
// EXTERNAL MODULE: ./.cache/bundles/registry/media-types.js
var media_types = __webpack_require__(53280);
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
    return new registry_error/* RegistryError */.gl("registry-failed", `${url.host}: the list ${url.pathname} cannot be read to its end: ${reason}.`, {}, { hint: "Look into the settings of the registry, and of the proxy before it if there is one." });
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
        if (!(error instanceof registry_error/* RegistryError */.gl))
            throw error;
        return error.status === 404 && (0,registry_error/* hasRegistryCode */.Nc)(error, "NAME_UNKNOWN");
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
            if ((0,registry_name/* isTag */.dz)(tag))
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
        return listed.length < PAGE_SIZE ? new Set(listed.filter(registry_name/* isTag */.dz)) : undefined;
    }
    catch (error) {
        if (error instanceof registry_error/* RegistryError */.gl)
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
        await (0,registry_answer/* discard */.vf)(response);
        return response.status === 404 ? "absent" : "deleted";
    }
    catch (error) {
        if (!(error instanceof registry_error/* RegistryError */.gl))
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
    return new registry_error/* RegistryError */.gl("registry-failed", `The list of tags of ${registry}/${repository} ${reason}.`, {}, { hint, cause });
}
//# sourceMappingURL=tags.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/manifests.js









const ACCEPT = { accept: media_types/* ACCEPT_MANIFESTS */.qO };
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
    await (0,registry_answer/* discard */.vf)(response);
    if (response.status === 404)
        return undefined;
    const digest = response.header("docker-content-digest");
    const mediaType = (0,media_types/* bareMediaType */.ZX)(response.header("content-type") ?? "");
    const size = Number(response.header("content-length"));
    if (digest === undefined || !(0,registry_digest/* isDigest */.Bc)(digest) || !(0,media_types/* isManifestType */.Q3)(mediaType) || !(size > 0)) {
        return headByReading(c, ref);
    }
    if (ref.digest !== undefined && ref.digest !== digest) {
        // Some registries give a sha256 for whatever they are asked by: what they have is known from its bytes.
        if ((0,registry_digest/* parseDigest */.m)(digest)?.algorithm !== (0,registry_digest/* parseDigest */.m)(ref.digest)?.algorithm)
            return headByReading(c, ref);
        const message = `${(0,registry_name/* formatReference */.FH)(ref)}: the registry answers with another digest, ${digest}.`;
        throw new registry_error/* RegistryError */.gl("digest-mismatch", message, {}, { hint: "Look at what stands before the registry: its answer is not to be trusted." });
    }
    return { digest, mediaType, size };
}
/** Whether a tag is denied that the list of tags, which may be read, does not hold. */
async function isDeniedAndAbsent(c, { tag, digest, ...repository }, error) {
    if (tag === undefined || digest !== undefined)
        return false;
    return error instanceof registry_error/* RegistryError */.gl && error.status === 403 && lacksTag(c, repository, tag);
}
/** For registries that tell nothing without sending it all. */
async function headByReading(c, ref) {
    try {
        const { digest, mediaType, size } = await getManifest(c, ref);
        return { digest, mediaType, size };
    }
    catch (error) {
        if (error instanceof registry_error/* RegistryError */.gl && error.status === 404)
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
    }, manifest/* MAX_MANIFEST_SIZE */.L7);
    const what = `${(0,registry_name/* formatReference */.FH)(ref)}${(0,registry_answer/* encodingOf */.P$)(response)}`;
    if (body === undefined)
        throw tooLarge(what);
    const stated = ref.digest ?? response.header("docker-content-digest");
    if (stated !== undefined)
        (0,verifying/* verifyBytes */.RV)(body, stated, what);
    const type = response.header("content-type");
    // A proxy may have lost the type: the document itself then says it.
    const generic = type === undefined || /^(?:application\/(?:json|octet-stream)|text\/plain)\b/.test(type);
    const mediaType = (0,manifest/* checkMediaType */.xQ)(generic ? (0,manifest/* detectMediaType */.sM)(body, what) : type, what);
    (0,manifest/* parseManifest */.Ng)(body, mediaType, what);
    return { digest: stated ?? (0,registry_digest/* digestOf */.ol)(body), mediaType, size: body.length, body };
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
    const what = (0,registry_name/* formatReference */.FH)(ref);
    if (body.length > manifest/* MAX_MANIFEST_SIZE */.L7)
        throw tooLarge(what);
    const algorithm = ref.digest === undefined ? "sha256" : (0,registry_digest/* parseDigest */.m)(ref.digest)?.algorithm;
    const digest = (0,registry_digest/* digestOf */.ol)(body, algorithm);
    if (ref.digest !== undefined)
        (0,verifying/* verifyBytes */.RV)(body, ref.digest, what);
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
            throw algorithm !== "sha256" && (0,registry_error/* hasRegistryCode */.Nc)(error, "DIGEST_INVALID")
                ? unsupported(what, error)
                : error;
        });
        await (0,registry_answer/* discard */.vf)(response);
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
function unsupported(what, cause) {
    const { status, codes } = cause;
    return new registry_error/* RegistryError */.gl("digest-unsupported", `${what}: the registry takes manifests by sha256 alone.`, { status, codes }, {
        cause,
        hint: "Build the image with sha256 digests, or choose another registry: `sluice registry doctor` says what one takes.",
    });
}
/** A registry that stores under another algorithm names the same bytes by it. */
function requireStored(response, digest, what) {
    const stored = response.header("docker-content-digest");
    if (stored === undefined || stored === digest)
        return;
    if ((0,registry_digest/* parseDigest */.m)(stored)?.algorithm !== (0,registry_digest/* parseDigest */.m)(digest)?.algorithm)
        return;
    const message = `${what}: the registry stored another manifest than was sent: ${stored} instead of ${digest}.`;
    throw new registry_error/* RegistryError */.gl("digest-mismatch", message, {}, { hint: "The registry changes manifests. Nothing can be promoted to it by digest." });
}
/** What stands in the API's path: the digest if there is one, else the tag. */
function targetOf(ref) {
    const target = ref.digest ?? ref.tag;
    if (target !== undefined)
        return target;
    throw new errors/* UserError */.yo("invalid-image-name", `The image name ${(0,registry_name/* formatReference */.FH)(ref)} has neither a tag nor a digest.`, {
        hint: "Add :TAG or @sha256:DIGEST; latest is never assumed.",
    });
}
function tooLarge(what) {
    return new errors/* UserError */.yo("manifest-too-large", `The manifest ${what} has more than ${manifest/* MAX_MANIFEST_SIZE */.L7} bytes.`, {
        hint: "Registries refuse such manifests. Split the index, or put large annotations into a blob.",
    });
}
//# sourceMappingURL=manifests.js.map
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./.cache/bundles/registry/patience.js

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
            return (0,promises_.setTimeout)(Math.min(milliseconds, LAST_PATIENCE));
        const signals = [signal, own].filter((each) => each !== undefined);
        try {
            await (0,promises_.setTimeout)(milliseconds, undefined, { signal: AbortSignal.any(signals) });
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
            headers: { accept: media_types/* OCI_INDEX */.$p },
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
        throw new registry_error/* RegistryError */.gl("referrer-unlisted", message, {}, { hint: "Its list may be behind: run it again. Or promote without referrers." });
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
        const index = { schemaVersion: 2, mediaType: media_types/* OCI_INDEX */.$p, manifests: [...listed, ...missing] };
        const body = Buffer.from(JSON.stringify(index));
        await putManifest(c, ref, body, media_types/* OCI_INDEX */.$p);
        const standing = await headManifest(c, ref);
        if (standing?.digest === (0,registry_digest/* digestOf */.ol)(body))
            return;
    }
    const message = `${repository.registry}/${repository.repository}: the tag ${ref.tag} is written by somebody else at the same time.`;
    throw new registry_error/* RegistryError */.gl("referrers-tag-contended", message, {}, { hint: "Run one promotion at a time, and run this one again." });
}
async function listFallback(c, repository, digest) {
    const index = await readFallback(c, repository, digest);
    if (index === undefined)
        return [];
    const parsed = (0,manifest/* parseManifest */.Ng)(index.body, index.mediaType, `${repository.registry}/${repository.repository}:${referrersTag(digest)}`);
    return parsed.kind === "index" ? parsed.manifests : [];
}
async function readFallback(c, repository, digest) {
    const tag = referrersTag(digest);
    let manifest;
    try {
        manifest = await getManifest(c, { ...repository, tag });
    }
    catch (error) {
        if (error instanceof registry_error/* RegistryError */.gl && error.status === 404)
            return undefined;
        if (await isDeniedAndAbsent(c, { ...repository, tag }, error))
            return undefined;
        throw error;
    }
    // Artifactory takes the tag for the digest itself and answers with the subject (oras-project/oras#2148).
    if (manifest.digest === digest)
        return undefined;
    if (manifest.mediaType === media_types/* OCI_INDEX */.$p)
        return manifest;
    const message = `${repository.registry}/${repository.repository}: the tag ${tag} is not a list of referrers.`;
    throw new registry_error/* RegistryError */.gl("referrers-tag-taken", message, {}, { hint: "Delete that tag: its name is reserved by the OCI specification." });
}
/** Undefined for what is no such list: a registry may answer any address with a page of its own. */
function parsePage(body, response, repository, digest) {
    const type = (response.header("content-type") ?? "").split(";")[0]?.trim();
    if (type !== media_types/* OCI_INDEX */.$p && type !== "application/json")
        return undefined;
    if (body === undefined)
        throw tooMany(repository, digest, `more than ${MAX_PAGE_BYTES} bytes in one page`);
    const parsed = (0,manifest/* parseManifest */.Ng)(body, media_types/* OCI_INDEX */.$p, `The list of referrers of ${response.url.host}`);
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
    return new registry_error/* RegistryError */.gl("too-many-referrers", message, {}, { hint: "Remove old ones, or promote without referrers." });
}
function noList({ registry, repository }, digest) {
    const message = `${registry}/${repository}: a page of the list of what refers to ${digest} is no such list.`;
    const hint = "Look into the registry's log.";
    return new registry_error/* RegistryError */.gl("registry-failed", message, {}, { hint });
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
var undici = __webpack_require__(46752);
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
                if (!(error instanceof registry_error/* RegistryError */.gl) || !error.passing || message.retry === false)
                    throw error;
                failure = { silent: (0,unreachable/* isSilence */.or)(error) };
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
    const keychain = options.credentials ?? registry_keychain.ANONYMOUS;
    const authorizer = createAuthorizer({ transport, keychain, insecure, secrets, sleep, now, random });
    const c = createConnection({ authorizer, insecure, secrets, log: options.log, sleep, now, random });
    return {
        headManifest: (ref) => headManifest(c, ref),
        getManifest: (ref) => getManifest(c, ref),
        putManifest: (ref, body, mediaType, how) => putManifest(c, ref, body, mediaType, how),
        hasBlob: (from, digest, size) => blobs/* hasBlob */.is(c, from, digest, size),
        getBlob: (from, digest, size, how) => getBlob(c, from, digest, size, how),
        mountBlob: (to, digest, fromRepository) => blobs/* mountBlob */.ti(c, to, digest, fromRepository),
        uploadBlob: (to, blob, open, how) => uploadBlob(c, to, blob, open, how),
        startUpload: (to) => (0,uploads/* startUpload */.aH)(c, to),
        cancelUpload: (to, session) => (0,uploads/* cancelUpload */.wM)(c, to, session),
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

/***/ })

};
