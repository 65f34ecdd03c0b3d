export const id = 1436;
export const ids = [1436];
export const modules = {

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
