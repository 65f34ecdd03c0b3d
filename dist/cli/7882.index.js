export const id = 7882;
export const ids = [7882];
export const modules = {

/***/ 62338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ consistencyProblems),
/* harmony export */   l: () => (/* binding */ schemaName)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var _runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69088);
/* harmony import */ var _runner_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61806);



/** Every contradiction between the manifests, in their order. */
function consistencyProblems(whole) {
    const problems = [];
    const report = (severity, code, message, yaml, path, hint) => void problems.push((0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .problem */ .C)(severity, code, message, { ...yaml?.place(path), hint }));
    const { declared } = whole;
    sameNames(declared, report);
    sameProvisions(declared, report);
    owners(declared, report);
    buildCycles(declared, report);
    ranges(declared, whole.complete, report);
    if (whole.complete) {
        unknownBuilds(declared, report);
        unknownSchemas(declared, report);
    }
    settingsOfServices(whole, report);
    return problems;
}
function sameNames(declared, report) {
    const first = new Map();
    for (const each of declared) {
        const { name } = each.service;
        const other = first.get(name);
        if (other === undefined)
            first.set(name, each);
        else
            report("error", "service-twice", `Two services are called '${name}': the other is in ${other.yaml.file}`, each.yaml, ["name"], "Rename one of the two.");
    }
}
function sameProvisions(declared, report) {
    for (const { service, yaml, indexes } of declared) {
        const seals = new Set();
        for (const each of service.provides) {
            const key = `${each.kind} ${each.name} ${seal(each.version)}`;
            if (seals.has(key))
                report("error", "provided-twice", `${each.kind} '${each.name}' is provided twice in version ${seal(each.version)}`, yaml, ["provides", indexes.get(each) ?? 0], "Keep the newer one: several versions side by side differ in their MAJOR (below 1.0 in their MINOR).");
            seals.add(key);
        }
    }
}
function seal(version) {
    const major = semver__WEBPACK_IMPORTED_MODULE_0__.major(version);
    return major === 0 ? `0.${semver__WEBPACK_IMPORTED_MODULE_0__.minor(version)}` : String(major);
}
/** `shop/orders`: a schema's name in messages and edges. */
function schemaName(data) {
    return `${data.db}/${data.schema}`;
}
function owners(declared, report) {
    const owner = new Map();
    for (const each of declared) {
        const used = new Set();
        for (const [index, data] of each.service.data.entries()) {
            const name = schemaName(data);
            if (used.has(name))
                report("error", "schema-twice", `Schema '${name}' occurs twice`, each.yaml, ["data", index], "Keep one entry.");
            used.add(name);
            if (data.access !== "owner")
                continue;
            const other = owner.get(name);
            if (other !== undefined && other !== each)
                report("error", "schema-two-owners", `Schema '${name}' has two owners: ${other.service.name} (${other.yaml.file}) and ${each.service.name}`, each.yaml, ["data", index], "One service owns a schema and runs its migrations; the others have access: read or write.");
            else
                owner.set(name, each);
        }
    }
}
function unknownSchemas(declared, report) {
    const owned = new Set();
    for (const { service } of declared) {
        for (const data of service.data)
            if (data.access === "owner")
                owned.add(schemaName(data));
    }
    for (const { service, yaml } of declared) {
        for (const [index, data] of service.data.entries()) {
            const name = schemaName(data);
            if (owned.has(name))
                continue;
            report("error", "schema-unknown", `No service owns the schema '${name}'`, yaml, ["data", index], `Mend the name, or declare it in its owner with access: owner.${(0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .au)(name, owned)}`);
        }
    }
}
function unknownBuilds(declared, report) {
    const names = new Set(declared.map(({ service }) => service.name));
    for (const { service, yaml } of declared) {
        for (const [index, name] of service.buildsFrom.entries()) {
            if (names.has(name))
                continue;
            report("error", "service-unknown", `There is no service '${name}'`, yaml, ["builds-from", index], `Services: ${listed(names)}.${(0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .au)(name, names)}`);
        }
    }
}
function listed(names) {
    const all = [...names];
    return all.length > 20 ? `${all.slice(0, 20).join(", ")} and ${all.length - 20} more` : all.join(", ");
}
/** One problem for each cycle, at the edge that closes it. Depth first, without recursion: chains may be long. */
function buildCycles(declared, report) {
    const byName = new Map(declared.map((each) => [each.service.name, each]));
    const done = new Set();
    for (const start of byName.keys()) {
        const path = [];
        const onPath = new Set();
        const enter = (name) => {
            path.push({ name, next: 0 });
            onPath.add(name);
        };
        if (!done.has(start))
            enter(start);
        for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
            const each = byName.get(at.name);
            const index = at.next++;
            const target = each?.service.buildsFrom[index];
            if (target === undefined) {
                done.add(at.name);
                onPath.delete(at.name);
                path.pop();
            }
            else if (onPath.has(target)) {
                const cycle = [
                    ...path.slice(path.findIndex(({ name }) => name === target)).map(({ name }) => name),
                    target,
                ];
                report("error", "builds-from-cycle", `Services build from each other in a circle: ${cycle.join(" → ")}`, each?.yaml, ["builds-from", index], "Take one of these edges out; what both need can be a service of its own or an input.");
            }
            else if (!done.has(target) && byName.has(target))
                enter(target);
        }
    }
}
function ranges(declared, complete, report) {
    const provided = new Map();
    for (const { service } of declared) {
        for (const each of service.provides) {
            const key = subjectKey(each);
            const list = provided.get(key);
            if (list === undefined)
                provided.set(key, [{ service, version: each.version }]);
            else
                list.push({ service, version: each.version });
        }
    }
    for (const { service, yaml, indexes } of declared) {
        for (const use of service.uses) {
            const path = ["uses", indexes.get(use) ?? 0];
            const providers = provided.get(subjectKey(use));
            if (providers === undefined) {
                if (complete)
                    unknownApi(use, provided, yaml, path, report);
                continue;
            }
            if (providers.some(({ version }) => semver__WEBPACK_IMPORTED_MODULE_0__.satisfies(version, use.range)))
                continue;
            const offered = providers.map((each) => `${each.service.name} provides ${each.version}`).join(", ");
            report(use.optional ? "warning" : "error", "range-not-satisfied", `${service.name} uses ${use.kind} '${use.name}' ${use.range}, and ${offered}`, yaml, path, "Mend the range together with the code that uses it, or let the provider serve both versions: provides may name an API twice.");
        }
    }
}
function unknownApi(use, provided, yaml, path, report) {
    const other = use.kind === "api" ? "topic" : "api";
    const names = [...provided.keys()]
        .filter((key) => key.startsWith(`${use.kind} `))
        .map((key) => key.slice(use.kind.length + 1));
    const hint = provided.has(subjectKey({ kind: other, name: use.name }))
        ? ` There is a${other === "api" ? "n api" : " topic"} of this name.`
        : (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .au)(use.name, names);
    const known = names.length === 0 ? `No ${use.kind} is provided at all.` : `Provided: ${listed(names)}.`;
    report("error", `${use.kind}-unknown`, `No service provides the ${use.kind} '${use.name}'`, yaml, path, known + hint);
}
function subjectKey(of) {
    return `${of.kind} ${of.name}`;
}
function settingsOfServices({ declared, settings, settingsFile, complete }, report) {
    const names = new Set(declared.map(({ service }) => service.name));
    if (settings.version?.tag?.includes("{service}") === false && names.size > 1) {
        report("error", "tag-form-shared", `'version.tag' is '${settings.version.tag}' for ${names.size} services, which would share their tags`, settingsFile, ["version", "tag"], "Add {service}, such as {service}/v{version}.");
    }
    if (!complete)
        return;
    for (const [index, entry] of (settings.gate?.quarantine ?? []).entries()) {
        if (entry.service === undefined || names.has(entry.service))
            continue;
        report("warning", "service-unknown", `There is no service '${entry.service}'`, settingsFile, ["gate", "quarantine", index, "service"], `Services: ${listed(names)}.${(0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .au)(entry.service, names)}`);
    }
}
//# sourceMappingURL=consistency.js.map

/***/ }),

/***/ 28835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yh: () => (/* binding */ isManifest),
/* harmony export */   e0: () => (/* binding */ MANIFEST),
/* harmony export */   k4: () => (/* binding */ discover)
/* harmony export */ });
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14006);
/* harmony import */ var _runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69088);
/* harmony import */ var _runner_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61806);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48538);




/** Where the services are. Pure. */
/** The file that makes a folder a service. */
const MANIFEST = "sluice.service.yaml";
/** Whether a path is that of a manifest. */
function isManifest(path) {
    return (path.endsWith(MANIFEST) && (path.length === MANIFEST.length || path.at(-MANIFEST.length - 1) === "/"));
}
const MISNAMED = /(?<=^|\/)sluice\.service\.(yml|json)$/;
/** Folders of packages that others wrote; a manifest in there is theirs. */
const FOREIGN = new Set(["node_modules", "bower_components", "site-packages"]);
/** The manifests of a workspace: those that `services` names, or all. */
function discover(files, settings, yaml) {
    const problems = [];
    const found = files.files.filter((path) => isManifest(path) && isOwn(path));
    for (const path of files.files) {
        const name = MISNAMED.exec(path)?.[0];
        if (name === undefined || !isOwn(path))
            continue;
        const hint = `Rename it to ${MANIFEST}.`;
        problems.push((0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .C)("error", "manifest-misnamed", `${name} is not read`, { file: path, hint }));
    }
    for (const path of files.links) {
        if (!isManifest(path) || !isOwn(path))
            continue;
        problems.push((0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .C)("warning", "manifest-link", "This manifest is a symbolic link, which is not followed", {
            file: path,
            hint: "Put a file in its place: without one the folder is no service.",
        }));
    }
    if (settings.services === undefined)
        return { manifests: found, problems };
    if (settings.services.length === 0) {
        problems.push((0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .C)("error", "services-empty", "'services' names no folder", {
            ...yaml?.place(["services"]),
            hint: "Name the folders of the services, or remove the key: then every manifest is found.",
        }));
    }
    const folders = found.map(_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .folderOf */ .yS);
    const chosen = new Set();
    for (const [index, written] of settings.services.entries()) {
        const place = yaml?.place(["services", index]) ?? {};
        const pattern = written.startsWith("!") ? undefined : (0,_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryPath */ .SH)(".", written);
        if (pattern === undefined) {
            problems.push((0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .C)("error", "path-invalid", `'${written}' is no folder in the repository`, {
                ...place,
                hint: "Write folders of the repository, with globs such as services/*; there are no exceptions with !.",
            }));
            continue;
        }
        const matches = (0,_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .isGlob */ .fg)(pattern) ? picomatch__WEBPACK_IMPORTED_MODULE_3__(pattern, _paths_js__WEBPACK_IMPORTED_MODULE_2__/* .GLOB_OPTIONS */ .gu) : (path) => path === pattern;
        const matched = folders.filter((folder) => matches(folder));
        for (const folder of matched)
            chosen.add(folder);
        if (matched.length > 0)
            continue;
        problems.push((0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .C)("error", "service-without-manifest", `'${written}' names no folder with a ${MANIFEST}`, {
            ...place,
            hint: `Add the manifest, or mend the path.${(0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(pattern, folders)}`,
        }));
    }
    for (const path of settings.services.length === 0 ? [] : found) {
        if (chosen.has((0,_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .folderOf */ .yS)(path)))
            continue;
        problems.push((0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .C)("notice", "manifest-not-listed", "This manifest is not used: 'services' does not name its folder", {
            file: path,
            hint: `Add the folder to 'services' of ${yaml?.file ?? "the settings"} if it is a service.`,
        }));
    }
    return { manifests: found.filter((path) => chosen.has((0,_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .folderOf */ .yS)(path))), problems };
}
function isOwn(path) {
    return !path.split("/").some((part) => FOREIGN.has(part));
}
//# sourceMappingURL=discover.js.map

/***/ }),

/***/ 47882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  loadCatalogue: () => (/* binding */ loadCatalogue)
});

// EXTERNAL MODULE: ./.cache/bundles/catalog/consistency.js
var consistency = __webpack_require__(62338);
// EXTERNAL MODULE: ./.cache/bundles/catalog/discover.js
var discover = __webpack_require__(28835);
// EXTERNAL MODULE: ./.cache/bundles/catalog/manifest.js
var manifest = __webpack_require__(29317);
// EXTERNAL MODULE: ./.cache/bundles/runner/inputs.js
var inputs = __webpack_require__(69088);
// EXTERNAL MODULE: ./.cache/bundles/runner/problem.js
var problem = __webpack_require__(61806);
// EXTERNAL MODULE: ./.cache/bundles/catalog/schema-problems.js
var schema_problems = __webpack_require__(93652);
;// CONCATENATED MODULE: ./.cache/bundles/catalog/endpoint.js

/** A command as people write it becomes one that can be run. Pure. */
const DEFAULT_SHELL = ["bash", "-eo", "pipefail", "-c"];
/** What a variable of the environment may be called. */
const VARIABLE_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Variables that `run` sets for every command. */
const RESERVED = "SLUICE_";
/** The longest time that Node's timers can wait for, in seconds. */
const LONGEST = 2_147_483;
/** The endpoint that stands at `path` of a manifest, with every default. */
function endpointOf(path, written, error) {
    if (typeof written === "string")
        return { run: written, shell: DEFAULT_SHELL, timeout: undefined, env: {}, retries: 0 };
    for (const name of Object.keys(written.env ?? {})) {
        if (name.startsWith(RESERVED)) {
            error("env-reserved", `'${name}' is set by run, which nothing overrides`, [...path, "env", name], `Choose a name that does not begin with ${RESERVED}.`);
        }
        if (VARIABLE_NAME.test(name))
            continue;
        error("env-name", `'${name}' can't be the name of a variable`, [...path, "env", name], "Use letters, digits and _.");
    }
    return {
        run: written.run,
        shell: shellOf([...path, "shell"], written.shell, error),
        timeout: secondsOf([...path, "timeout"], written.timeout, error),
        env: written.env ?? {},
        retries: written.retries ?? 0,
    };
}
function shellOf(path, written, error) {
    if (written === undefined)
        return DEFAULT_SHELL;
    if (/["'\\]/.test(written) || written.trim() === "") {
        error("shell-invalid", `'${(0,schema_problems/* dotted */.Bs)(path)}' is empty, or holds quotes or backslashes`, path, "It is split at blanks only, such as `sh -e -c`.");
    }
    return written.trim().split(/\s+/);
}
function secondsOf(path, written, error) {
    if (written === undefined)
        return undefined;
    const match = /^(\d+)([smh])$/.exec(String(written));
    const unit = match?.[2] === "h" ? 3600 : match?.[2] === "m" ? 60 : 1;
    const seconds = typeof written === "number" ? written : Number(match?.[1]) * unit;
    if (Number.isSafeInteger(seconds) && seconds > 0 && seconds <= LONGEST)
        return seconds;
    error("timeout-invalid", `'${(0,schema_problems/* dotted */.Bs)(path)}' is '${written}'`, path, "Write 90s, 10m or 1h.");
    return undefined;
}
//# sourceMappingURL=endpoint.js.map
// EXTERNAL MODULE: ./.cache/bundles/catalog/service.js
var service = __webpack_require__(33429);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
// EXTERNAL MODULE: ./.cache/bundles/catalog/paths.js
var paths = __webpack_require__(48538);
;// CONCATENATED MODULE: ./.cache/bundles/catalog/range.js

/**
 * A range as node-semver reads it. A bare MAJOR is the seal (`2` is `^2`); below 1.0 the MINOR is (`0.3` is
 * `~0.3`). Undefined where it is none.
 */
function rangeOf(written) {
    const text = written.trim();
    if (text === "" || text.length > 256)
        return undefined;
    if (/^\d+$/.test(text))
        return semver.validRange(`^${text}`) === null ? undefined : `^${text}`;
    if (/^0\.\d+$/.test(text))
        return semver.validRange(`~${text}`) === null ? undefined : `~${text}`;
    return semver.validRange(text) === null ? undefined : text;
}
//# sourceMappingURL=range.js.map
;// CONCATENATED MODULE: ./.cache/bundles/catalog/written-contracts.js





/** What a service shares with others, as its manifest writes it: APIs, topics and data. Pure. */
class WrittenContracts {
    /** Where in its list a `provides` or `uses` stands. */
    indexes = new Map();
    /** Repository path. */
    #folder;
    #yaml;
    #paths;
    #error;
    constructor(from, paths, error) {
        this.#folder = from.folder;
        this.#yaml = from.yaml;
        this.#paths = paths;
        this.#error = error;
    }
    /** One of the list `provides`; none where it says too little to be held against anything. */
    provided(written, index) {
        const path = ["provides", index];
        const subject = this.#subject(path, written);
        const spec = written.spec === undefined ? undefined : this.#paths.existing([...path, "spec"], written.spec);
        if (semver.valid(written.version) !== written.version) {
            this.#error("version-invalid", `'${written.version}' is no semantic version`, [...path, "version"], "Write a full version such as 2.3.0.");
            return [];
        }
        if (subject === undefined)
            return [];
        const provided = { ...subject, version: written.version, spec };
        this.indexes.set(provided, index);
        return [provided];
    }
    /** One of the list `uses`; none where it says too little to be held against anything. */
    used(written, index) {
        const path = ["uses", index];
        const subject = this.#subject(path, written);
        const range = rangeOf(written.version);
        if (range === undefined)
            this.#error("range-invalid", `'${written.version}' is no range of semantic versions`, [...path, "version"], "Write a range such as ^1.2, or a bare MAJOR such as 2.");
        if (written.env?.startsWith(RESERVED) === true) {
            this.#error("env-reserved", `'${written.env}' is set by run, which nothing overrides`, [...path, "env"], `Choose a name that does not begin with ${RESERVED}.`);
        }
        if (written.env !== undefined && !VARIABLE_NAME.test(written.env))
            this.#error("env-name", `'${written.env}' can't be the name of a variable`, [...path, "env"], "Use letters, digits and _.");
        const double = written.double === undefined ? undefined : this.#paths.existing([...path, "double"], written.double);
        if (subject === undefined || range === undefined)
            return [];
        const { env, optional = false } = written;
        const use = { ...subject, range, env, double, optional, line: this.#yaml.place(path).line };
        this.indexes.set(use, index);
        return [use];
    }
    /** One of the list `data`. An owner's migrations are usually in the folder of that name. */
    data(written, index) {
        const { db, schema, engine, access, migrate, migrations } = written;
        const usual = access === "owner" ? [(0,paths/* repositoryPath */.SH)(this.#folder, "migrations") ?? "migrations"] : [];
        return {
            db,
            schema,
            engine,
            access,
            migrate,
            migrations: migrations === undefined ? usual : this.#paths.allExisting(["data", index, "migrations"], migrations),
        };
    }
    #subject(path, of) {
        if (of.api !== undefined && of.topic === undefined)
            return { kind: "api", name: of.api };
        if (of.topic !== undefined && of.api === undefined)
            return { kind: "topic", name: of.topic };
        this.#error("api-or-topic", `'${(0,schema_problems/* dotted */.Bs)(path)}' must name an api or a topic, and not both`, path, "Write {api: name, ...} or {topic: name, ...}.");
        return undefined;
    }
}
//# sourceMappingURL=written-contracts.js.map
;// CONCATENATED MODULE: ./.cache/bundles/catalog/written-paths.js


/** Paths as a manifest writes them, relative to its folder, become repository paths. Pure. */
class WrittenPaths {
    /** Repository path. */
    #folder;
    #files;
    #error;
    #warn;
    constructor(from, error, warn) {
        this.#folder = from.folder;
        this.#files = from.files;
        this.#error = error;
        this.#warn = warn;
    }
    /** Globs of files that do not exist yet; they stay relative to the folder. */
    globs(path, written) {
        const globs = written === undefined ? [] : typeof written === "string" ? [written] : written;
        for (const [index, glob] of globs.entries()) {
            const at = typeof written === "string" ? path : [...path, index];
            if (glob.startsWith("/") || (0,paths/* repositoryPath */.SH)(this.#folder, glob) === undefined)
                this.#error("path-invalid", `'${glob}' is no path in the repository`, at, "Write it relative to the service's folder, with / between its parts.");
        }
        return globs;
    }
    /** The repository paths of a list whose items must exist, without those that are no paths. */
    allExisting(path, written) {
        return written.flatMap((each, index) => this.existing([...path, index], each) ?? []);
    }
    /** The repository path of something that must exist. */
    existing(path, written) {
        const found = (0,paths/* repositoryPath */.SH)(this.#folder, written);
        if (found === undefined) {
            this.#error("path-invalid", `'${written}' is no path in the repository`, path, "Write it relative to the service's folder, or with a leading / from the repository's root.");
            return undefined;
        }
        if (this.#files.has(found))
            return found;
        if ((0,paths/* isGlob */.fg)(found)) {
            this.#warn("path-matches-nothing", `'${written}' matches no file`, path);
            return found;
        }
        const link = this.#files.linkOn(found);
        if (link !== undefined) {
            this.#error("path-unknown", `'${link}' is a symbolic link, which is not followed`, path, "Name what it points to.");
            return found;
        }
        this.#error("path-unknown", `There is no '${found}' in the repository`, path, `Check the path; it is relative to the manifest unless it begins with /.${(0,inputs/* didYouMean */.au)(found, this.#files.besides(found))}`);
        return found;
    }
}
//# sourceMappingURL=written-paths.js.map
;// CONCATENATED MODULE: ./.cache/bundles/catalog/normalise.js








/** A manifest as written becomes a service: every default filled in, every path a repository path. Pure. */
/** Names that `run` and the gate already mean something else by. */
const RESERVED_LEVELS = new Set(["build", "test", "deploy", "promote", "coverage"]);
const LEVEL_NAME = /^[a-z0-9]([a-z0-9_-]{0,61}[a-z0-9])?$/;
const IMAGE = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d+)?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/;
/** The service, and what is wrong with its values. A service is made in any case, so that others can be checked. */
function normalise(written) {
    const problems = [];
    const told = (severity) => (code, message, path, hint) => {
        problems.push((0,problem/* problem */.C)(severity, code, message, { ...written.yaml.place(path), hint }));
    };
    const error = told("error");
    const paths = new WrittenPaths(written, error, told("warning"));
    const contracts = new WrittenContracts(written, paths, error);
    const service = new Normaliser(written, paths, contracts, error).service();
    return { service, problems, indexes: contracts.indexes };
}
class Normaliser {
    #written;
    #paths;
    #contracts;
    #error;
    constructor(written, paths, contracts, error) {
        this.#written = written;
        this.#paths = paths;
        this.#contracts = contracts;
        this.#error = error;
    }
    service() {
        const { manifest, folder, yaml } = this.#written;
        this.#config();
        return {
            name: manifest.name,
            path: folder,
            manifest: yaml.file,
            owner: manifest.owner,
            image: this.#image(),
            inputs: this.#paths.allExisting(["inputs"], manifest.inputs ?? []),
            buildsFrom: manifest["builds-from"] ?? [],
            ignore: manifest.ignore ?? service/* DEFAULT_IGNORE */.p,
            build: manifest.build === undefined ? undefined : this.#endpoint(["build"], manifest.build),
            levels: this.#levels(),
            thresholds: (typeof manifest.test === "object" ? manifest.test.thresholds : undefined) ?? {},
            deploy: this.#deploy(),
            promote: this.#promote(),
            start: this.#start(),
            provides: (manifest.provides ?? []).flatMap((each, index) => this.#contracts.provided(each, index)),
            uses: (manifest.uses ?? []).flatMap((each, index) => this.#contracts.used(each, index)),
            data: (manifest.data ?? []).map((each, index) => this.#contracts.data(each, index)),
        };
    }
    /** Not read by anything yet, but a mistyped path is told now. */
    #config() {
        const { config } = this.#written.manifest;
        if (config !== undefined)
            this.#paths.existing(["config"], config);
    }
    #image() {
        const { image } = this.#written.manifest;
        if (image === undefined || IMAGE.test(image))
            return image;
        this.#error("image-invalid", `'image' is '${image}', which is no image repository`, ["image"], "Write it in lower case, without tag and digest, such as ghcr.io/acme/checkout.");
        return undefined;
    }
    #endpoint(path, written) {
        return endpointOf(path, written, this.#error);
    }
    #levels() {
        const { test } = this.#written.manifest;
        const written = typeof test === "string" ? [["unit", test]] : Object.entries(test);
        const levels = [];
        for (const [level, value] of written) {
            if (level === "thresholds")
                continue;
            const path = typeof test === "string" ? ["test"] : ["test", level];
            if (!LEVEL_NAME.test(level) || RESERVED_LEVELS.has(level)) {
                this.#error("level-name", `'${level}' can't be the name of a level`, path, "Use lower-case letters, digits, _ and -, and none of build, test, deploy, promote and coverage.");
                continue;
            }
            // The schema knows no other keys of `test` than levels and thresholds.
            const of = value;
            levels.push({
                ...this.#endpoint(path, of),
                level,
                results: this.#paths.globs([...path, "results"], typeof of === "string" ? undefined : of.results),
                coverage: this.#paths.globs([...path, "coverage"], typeof of === "string" ? undefined : of.coverage),
                line: this.#written.yaml.place(path, "key").line,
            });
        }
        if (written.every(([level]) => level === "thresholds"))
            this.#error("no-level", "'test' declares no level", ["test"], "Add one, such as `unit: {run: npm test}`.");
        return levels;
    }
    #deploy() {
        const { deploy } = this.#written.manifest;
        if (deploy === undefined)
            return undefined;
        if (typeof deploy === "string")
            return this.#endpoint(["deploy"], deploy);
        if (!("run" in deploy)) {
            this.#error("deploy-target-not-supported", "Deployment targets are not supported yet", ["deploy"], "Write a command: `deploy: ./ci/deploy.sh`.");
            return undefined;
        }
        const parsed = manifest/* manifestSchema */.rc.shape.build.safeParse(deploy);
        if (parsed.success && parsed.data !== undefined)
            return this.#endpoint(["deploy"], parsed.data);
        const known = (0,schema_problems/* keysAt */._s)(manifest/* manifestSchema */.rc, ["build"]);
        const unknown = Object.keys(deploy).find((key) => !known.includes(key));
        if (unknown === undefined)
            this.#error("invalid-value", "'deploy' is no command", ["deploy"], "Write a command, or {run, shell, timeout, env, retries}.");
        else
            this.#error("unknown-key", `Unknown key 'deploy.${unknown}'`, ["deploy", unknown], `Allowed here: ${known.join(", ")}.${(0,inputs/* didYouMean */.au)(unknown, known)}`);
        return undefined;
    }
    #promote() {
        const { promote } = this.#written.manifest;
        if (promote === undefined)
            return { tags: undefined, moveTags: undefined };
        if (typeof promote === "string" || "run" in promote)
            return this.#endpoint(["promote"], promote);
        return { tags: promote.tags, moveTags: promote["move-tags"] };
    }
    #start() {
        const { start } = this.#written.manifest;
        if (start === undefined)
            return undefined;
        const { port, ready, ...command } = start;
        return { ...this.#endpoint(["start"], command), port, ready };
    }
}
//# sourceMappingURL=normalise.js.map
// EXTERNAL MODULE: ./.cache/bundles/catalog/repository.js
var repository = __webpack_require__(24616);
// EXTERNAL MODULE: ./.cache/bundles/catalog/settings-file.js
var settings_file = __webpack_require__(64512);
// EXTERNAL MODULE: ./.cache/bundles/catalog/yaml.js
var catalog_yaml = __webpack_require__(5327);
;// CONCATENATED MODULE: ./.cache/bundles/catalog/load.js









/**
 * All services of a tree and its settings. Everything that is wrong with the files is in `problems`, none of
 * it is thrown; only a file that is too large to be read is a UserError. A repository without manifests is one
 * service in `.`.
 */
async function loadCatalogue(tree, options) {
    const found = (await tree.entries?.()) ?? { files: await tree.list(), links: [] };
    const files = new paths/* FileList */.$c(found.files, found.links);
    const { settings, yaml: settingsFile, problems: settingsProblems, } = await (0,settings_file/* readSettings */.sb)(tree, files, options.configFile);
    const { manifests, problems: discoveryProblems } = (0,discover/* discover */.k4)(files, settings, settingsFile);
    const problems = [...settingsProblems, ...discoveryProblems];
    const declared = [];
    let complete = true;
    for (const [file, text] of await tree.read(manifests)) {
        const yaml = (0,catalog_yaml/* readYaml */.gM)(text, file, settings_file/* SCALARS */.WD);
        const validated = (0,schema_problems/* validate */.tf)(manifest/* manifestSchema */.rc, yaml);
        problems.push(...validated.problems);
        if (validated.value === undefined) {
            complete = false;
            continue;
        }
        const made = normalise({ manifest: validated.value, folder: (0,paths/* folderOf */.yS)(file), yaml, files });
        problems.push(...made.problems);
        declared.push({ service: made.service, yaml, indexes: made.indexes });
    }
    declared.sort((a, b) => compare(a.service.name, b.service.name) || compare(a.service.path, b.service.path));
    problems.push(...(0,consistency/* consistencyProblems */.h)({ declared, settings, settingsFile, complete }));
    const isDeclared = manifests.length > 0 || settings.services !== undefined;
    return {
        services: isDeclared
            ? declared.map(({ service }) => service)
            : [(0,repository/* undeclaredService */.je)(options.repositoryName)],
        settings,
        settingsFile: options.configFile,
        declared: isDeclared,
        problems,
    };
}
/** By code units, so that an order is the same on every machine. */
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
//# sourceMappingURL=load.js.map

/***/ }),

/***/ 29317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   qb: () => (/* binding */ thresholdsSchema),
/* harmony export */   rc: () => (/* binding */ manifestSchema)
/* harmony export */ });
/* unused harmony exports SERVICE_NAME, endpointSchema, levelSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27597);

/**
 * `sluice.service.yaml` as people write it. The one source of the types and of
 * `schema/sluice.service.v1.json`. Unknown keys are errors, keys that begin with `x-` are free.
 */
/** What a service may be called; it stands in tags, paths and Kubernetes names. */
const SERVICE_NAME = /^[a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?$/;
const name = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(SERVICE_NAME, "use lower-case letters, digits, '.', '_' and '-', at most 63 characters");
const path = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1);
const duration = zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^\d+(s|m|h)$/, "write seconds as a number, or 90s, 10m, 1h")])
    .describe("Seconds as a number, or text such as 90s, 10m, 1h.");
const version = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/, "write a full version such as 2.3.0")
    .describe("A strict semantic version.");
const range = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).describe("A semver range, such as ^1.2; a bare 2 means ^2.");
const percent = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().min(0).max(100);
const command = {
    run: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).describe("The command, for bash -eo pipefail -c, in the service's folder."),
    shell: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .min(1)
        .optional()
        .describe("Another shell, such as `sh -e -c`; the command is its last argument."),
    timeout: duration.optional(),
    env: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional(),
    retries: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0).max(10).optional(),
};
const endpointSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1), zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej(command)]);
const levelSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        ...command,
        results: zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([path, zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(path)])
            .optional()
            .describe("Globs of test reports, relative to the service."),
        coverage: zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([path, zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(path)])
            .optional()
            .describe("Globs of coverage reports, relative to the service."),
    }),
]);
const thresholdsSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    lines: percent.optional(),
    branches: percent.optional(),
    functions: percent.optional(),
    patch: percent.optional().describe("Of the lines that the change adds."),
    file: percent.optional().describe("Of each file."),
    ratchet: zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), percent])
        .optional()
        .describe("Not below the base; a number allows that drop."),
});
const apiOrTopic = { api: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).optional(), topic: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).optional() };
const manifestSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    name,
    owner: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).optional(),
    image: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).optional().describe("The image's repository, without a tag."),
    inputs: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(path)
        .optional()
        .describe("Besides the folder itself; a leading / is the repository's root."),
    "builds-from": zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(name).optional().describe("Services whose inputs are inputs of this one too."),
    ignore: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional().describe("gitignore patterns; changes there make no new version."),
    build: endpointSchema.optional(),
    test: zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([
        zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
        zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ thresholds: thresholdsSchema.optional() }).catchall(levelSchema),
    ]),
    deploy: zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1), zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({})]).optional(),
    promote: zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([
        endpointSchema,
        zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ tags: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional(), "move-tags": zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional() }),
    ])
        .optional(),
    start: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        ...command,
        port: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1).max(65535).optional(),
        ready: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).optional().describe("The path that answers 200 when the service is ready."),
    })
        .optional(),
    provides: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ ...apiOrTopic, version, spec: path.optional() })).optional(),
    uses: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        ...apiOrTopic,
        version: range,
        env: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).optional(),
        double: path.optional(),
        optional: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
    }))
        .optional(),
    data: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        db: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
        schema: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
        engine: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).optional(),
        access: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["owner", "read", "write"]),
        migrate: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).optional(),
        migrations: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(path)
            .optional()
            .describe("Paths whose change makes every user of this schema due; default: migrations/ of the owner."),
    }))
        .optional(),
    config: path.optional(),
});
//# sourceMappingURL=manifest.js.map

/***/ }),

/***/ 48538:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $c: () => (/* binding */ FileList),
/* harmony export */   Hy: () => (/* binding */ upwards),
/* harmony export */   SH: () => (/* binding */ repositoryPath),
/* harmony export */   fg: () => (/* binding */ isGlob),
/* harmony export */   gu: () => (/* binding */ GLOB_OPTIONS),
/* harmony export */   ux: () => (/* binding */ within),
/* harmony export */   xv: () => (/* binding */ GLOB_LIMIT),
/* harmony export */   yS: () => (/* binding */ folderOf)
/* harmony export */ });
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14006);

/** Paths as people write them in a manifest, as repository paths. Pure. */
/** The options of every glob of the suite: names with a leading dot are files like others, case counts. */
const GLOB_OPTIONS = { dot: true, nocase: false, nonegate: true };
/** A glob above this is refused: nobody writes one, and matching would be slow. */
const GLOB_LIMIT = 1000;
/**
 * The repository path of what is written in a file of `folder`: relative to it, or with a leading `/` to the
 * repository's root. Undefined where it leads out of the repository or is no path at all. Globs may be in it.
 */
function repositoryPath(folder, written) {
    if (written.trim() === "" || written.length > GLOB_LIMIT || /[\0\n\r\\]/.test(written))
        return undefined;
    const parts = written.startsWith("/") || folder === "." ? [] : folder.split("/");
    for (const part of written.split("/")) {
        if (part === "" || part === ".")
            continue;
        if (part !== "..")
            parts.push(part);
        else if (parts.pop() === undefined)
            return undefined;
    }
    return parts.length === 0 ? "." : parts.join("/");
}
/** True where the path is a pattern for others. */
function isGlob(path) {
    return picomatch__WEBPACK_IMPORTED_MODULE_0__.scan(path).isGlob;
}
/** The folder part of a path, `.` for what lies in the root. */
function folderOf(path) {
    const slash = path.lastIndexOf("/");
    return slash < 0 ? "." : path.slice(0, slash);
}
/** `path` as seen from `folder`, where it lies in it; undefined elsewhere. */
function within(folder, path) {
    if (folder === ".")
        return path;
    return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}
/** The path itself and the folders that hold it, up to and with the root `.`. */
function* upwards(path) {
    for (let at = path; at !== "."; at = folderOf(at))
        yield at;
    yield ".";
}
/** Questions to a sorted list of files without an index of its own: two searches each. */
class FileList {
    files;
    /** Symbolic links, which nothing follows. */
    links;
    #globs = new Map();
    /** `files` sorted by code units, as `FileTree.list` gives them. */
    constructor(files, links = []) {
        this.files = files;
        this.links = new Set(links);
    }
    /** The link that a path is, or that it lies behind. */
    linkOn(path) {
        for (const each of upwards(path))
            if (this.links.has(each))
                return each;
        return undefined;
    }
    isFile(path) {
        return this.files[this.#first(path)] === path;
    }
    /** True where files lie below the path. */
    isFolder(path) {
        if (path === ".")
            return this.files.length > 0;
        return this.files[this.#first(`${path}/`)]?.startsWith(`${path}/`) === true;
    }
    /** Whether a path or a glob names anything. */
    has(path) {
        return isGlob(path) ? this.#matches(path) : this.isFile(path) || this.isFolder(path);
    }
    /** Names beside a path that does not exist, for a did-you-mean. */
    *besides(path) {
        const folder = folderOf(path);
        const prefix = folder === "." ? "" : `${folder}/`;
        let last;
        for (let index = this.#first(prefix); index < this.files.length; index++) {
            const file = this.files[index] ?? "";
            if (!file.startsWith(prefix))
                return;
            const name = prefix + (file.slice(prefix.length).split("/")[0] ?? "");
            if (name !== last)
                yield name;
            last = name;
        }
    }
    #matches(glob) {
        const known = this.#globs.get(glob);
        if (known !== undefined)
            return known;
        const { base } = picomatch__WEBPACK_IMPORTED_MODULE_0__.scan(glob);
        const prefix = base === "" || base === "." ? "" : `${base}/`;
        const matches = picomatch__WEBPACK_IMPORTED_MODULE_0__(glob, GLOB_OPTIONS);
        let found = false;
        for (let index = this.#first(prefix); index < this.files.length && !found; index++) {
            const file = this.files[index] ?? "";
            if (!file.startsWith(prefix))
                break;
            for (const each of upwards(file))
                found ||= each !== "." && matches(each);
        }
        this.#globs.set(glob, found);
        return found;
    }
    /** The index of the first file that is not below `text` in order. */
    #first(text) {
        let low = 0;
        let high = this.files.length;
        while (low < high) {
            const middle = (low + high) >>> 1;
            if ((this.files[middle] ?? "") < text)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
//# sourceMappingURL=paths.js.map

/***/ }),

/***/ 93652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bs: () => (/* binding */ dotted),
/* harmony export */   _s: () => (/* binding */ keysAt),
/* harmony export */   tf: () => (/* binding */ validate)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27597);
/* harmony import */ var _runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69088);
/* harmony import */ var _runner_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61806);



/** The data by the schema's type, or all that is wrong with it. */
function validate(schema, yaml) {
    if (yaml.problems.length > 0)
        return { value: undefined, problems: yaml.problems };
    const parsed = schema.safeParse(yaml.value);
    if (parsed.success)
        return { value: parsed.data, problems: [] };
    return {
        value: undefined,
        problems: parsed.error.issues
            .flatMap((issue) => flatten(issue, [], yaml.value))
            .flatMap((issue) => issueProblems(issue, schema, yaml)),
    };
}
/** Of a choice of forms, the issues of the one that the writer most likely meant. */
function flatten(issue, parent, root) {
    const path = [...parent, ...dataPath(issue.path)];
    if (issue.code !== "invalid_union" || issue.errors.length === 0)
        return [{ ...issue, path }];
    const meant = issue.errors.filter((issues) => !issues.some((each) => each.path.length === 0 && each.code === "invalid_type"));
    const [best] = meant.toSorted((a, b) => a.length - b.length);
    if (best !== undefined)
        return best.flatMap((each) => flatten(each, path, root));
    const expected = issue.errors.flatMap((issues) => issues.flatMap((each) => (each.code === "invalid_type" ? [each.expected] : [])));
    return [{ ...issue, path, errors: [], message: `must be ${words(expected)}` }];
}
function issueProblems(issue, schema, yaml) {
    const path = dataPath(issue.path);
    const label = path.length === 0 ? "The file" : `'${dotted(path)}'`;
    if (issue.code === "unrecognized_keys") {
        const known = keysAt(schema, path);
        return issue.keys.map((key) => (0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .C)("error", "unknown-key", `Unknown key '${dotted([...path, key])}'`, {
            ...yaml.place([...path, key], "key"),
            hint: `Allowed here: ${known.join(", ")}; keys that begin with x- are free.${(0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(key, known)}`,
        }));
    }
    const found = valueAt(yaml.value, path);
    if (found === undefined && path.length > 0) {
        return [
            (0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .C)("error", "missing-key", `${label} is missing`, {
                ...yaml.place(path.slice(0, -1)),
                hint: `Add '${path.at(-1)}:'.`,
            }),
        ];
    }
    const place = yaml.place(path);
    if (issue.code === "invalid_type") {
        return [
            (0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .C)("error", "wrong-type", `${label} must be ${words([issue.expected])}, not ${typeName(found)}`, place),
        ];
    }
    if (issue.code === "invalid_value") {
        const allowed = issue.values.map(String);
        const hint = `Allowed: ${allowed.join(", ")}.${typeof found === "string" ? (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(found, allowed) : ""}`;
        return [(0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .C)("error", "value-not-allowed", `${label} is ${shown(found)}`, { ...place, hint })];
    }
    if (issue.code === "invalid_union") {
        return [(0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .C)("error", "wrong-type", `${label} ${issue.message}, not ${typeName(found)}`, place)];
    }
    return [
        (0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .C)("error", "invalid-value", `${label} is ${shown(found)}: ${lowerFirst(issue.message)}`, place),
    ];
}
/** The keys that the schema knows at a path, for an error that names them. */
function keysAt(schema, path) {
    let schemas = forms(schema);
    for (const step of path)
        schemas = schemas.flatMap((each) => child(each, step)).flatMap(forms);
    const keys = schemas.flatMap((each) => (each instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodObject */ .bvH ? Object.keys(each.shape) : []));
    return [...new Set(keys)];
}
function forms(schema) {
    if (schema instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodOptional */ .IiU)
        return forms(schema.unwrap());
    if (schema instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodUnion */ .fZ7)
        return schema.options.flatMap(forms);
    return [schema];
}
function child(schema, step) {
    if (schema instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodArray */ .naA)
        return [schema.element];
    if (schema instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodRecord */ .b8S)
        return [schema.valueType];
    if (!(schema instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodObject */ .bvH))
        return [];
    const shape = schema.shape;
    const known = Object.hasOwn(shape, String(step)) ? shape[String(step)] : schema.def.catchall;
    return known === undefined ? [] : [known];
}
/** `test.unit.run`, `uses[0].version`. */
function dotted(path) {
    return path.reduce((text, step) => (typeof step === "number" ? `${text}[${step}]` : text === "" ? step : `${text}.${step}`), "");
}
function dataPath(path) {
    return path.map((step) => (typeof step === "number" ? step : String(step)));
}
function valueAt(value, path) {
    let current = value;
    for (const step of path) {
        if (typeof current !== "object" || current === null || !Object.hasOwn(current, step))
            return undefined;
        current = current[step];
    }
    return current;
}
const TYPE_WORDS = new Map([
    ["string", "text"],
    ["number", "a number"],
    ["int", "a whole number"],
    ["boolean", "true or false"],
    ["array", "a list"],
    ["object", "a mapping"],
    ["record", "a mapping"],
]);
function words(types) {
    return [...new Set(types.map((type) => TYPE_WORDS.get(type) ?? type))].join(" or ");
}
function typeName(value) {
    if (value === null || value === undefined)
        return "empty";
    if (Array.isArray(value))
        return "a list";
    if (typeof value === "string")
        return `text (${shown(value)})`;
    return typeof value === "object" ? "a mapping" : shown(value);
}
function shown(value) {
    const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
    return `'${text.length > 100 ? `${text.slice(0, 100)}…` : text}'`;
}
function lowerFirst(text) {
    return text.charAt(0).toLowerCase() + text.slice(1);
}
//# sourceMappingURL=schema-problems.js.map

/***/ }),

/***/ 64512:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cu: () => (/* binding */ DEFAULT_CONFIG_FILE),
/* harmony export */   WD: () => (/* binding */ SCALARS),
/* harmony export */   sb: () => (/* binding */ readSettings)
/* harmony export */ });
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(14006);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var _runner_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61806);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48538);
/* harmony import */ var _schema_problems_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93652);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(61341);
/* harmony import */ var _yaml_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5327);







/** `sluice.yaml`: read, validated, and checked for what a schema can't say. Pure. */
/** Keys of both files that people write whose values are numbers. */
const SCALARS = {
    numbers: new Set([
        "timeout",
        "retries",
        "port",
        "lines",
        "branches",
        "functions",
        "patch",
        "file",
        "ratchet",
        "patch-floor",
        "max-share",
        "max-count",
    ]),
    texts: new Set(["env"]),
};
const DEFAULT_CONFIG_FILE = "sluice.yaml";
/** What an environment may require of a promotion (CONTRACT, "promote"). */
const REQUIREMENT = /^(gate|signature|attestation|record:.+)$/;
const ENVIRONMENT_NAME = /^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;
const PATTERN_LIMIT = 500;
/** The settings; an absent file gives none, but one that was asked for by another name must be there. */
async function readSettings(tree, files, configFile) {
    const path = (0,_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryPath */ .SH)(".", configFile) ?? configFile;
    const text = (await tree.read([path])).get(path);
    if (text === undefined)
        return { settings: {}, yaml: undefined, problems: absent(path, files) };
    const yaml = (0,_yaml_js__WEBPACK_IMPORTED_MODULE_5__/* .readYaml */ .gM)(text, path, SCALARS);
    // A file of comments alone says nothing, which is allowed.
    if (yaml.value === undefined && yaml.problems.every((each) => each.code === "yaml-empty"))
        return { settings: {}, yaml, problems: [] };
    const { value, problems } = (0,_schema_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .validate */ .tf)(_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .settingsSchema */ .d, yaml);
    if (value === undefined)
        return { settings: {}, yaml, problems };
    return { settings: value, yaml, problems: settingsProblems(value, yaml) };
}
function absent(path, files) {
    if (path === DEFAULT_CONFIG_FILE && files.linkOn(path) !== undefined) {
        const hint = "Put a file in its place, or name what it points to as 'config-file'.";
        return [
            (0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .C)("warning", "config-file-link", `${path} is a symbolic link, which is not followed`, {
                file: path,
                hint,
            }),
        ];
    }
    if (path !== DEFAULT_CONFIG_FILE) {
        return [
            (0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .C)("error", "config-file-missing", `There is no '${path}'`, {
                file: path,
                hint: "Mend the input 'config-file', or leave it out.",
            }),
        ];
    }
    if (!files.isFile("sluice.yml"))
        return [];
    const hint = `Rename it to ${DEFAULT_CONFIG_FILE}.`;
    return [(0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .C)("error", "config-file-misnamed", "sluice.yml is not read", { file: "sluice.yml", hint })];
}
function settingsProblems(settings, yaml) {
    const problems = [];
    const error = (code, message, path, hint) => void problems.push((0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .C)("error", code, message, { ...yaml.place(path), hint }));
    const { version, gate, environments } = settings;
    if (version?.tag !== undefined && !isTagForm(version.tag)) {
        error("tag-form-invalid", `'version.tag' is '${version.tag}'`, ["version", "tag"], "It holds {version} once, at its end, and {service} at most once, such as {service}/v{version}.");
    }
    if (version?.initial !== undefined && semver__WEBPACK_IMPORTED_MODULE_0__.valid(version.initial) !== version.initial)
        error("version-invalid", `'version.initial' is '${version.initial}'`, ["version", "initial"], "Write a full version such as 0.1.0.");
    for (const key of ["main", "release", "hotfix"]) {
        for (const [index, pattern] of (version?.[key] ?? []).entries())
            if (!isPattern(pattern))
                error("pattern-invalid", `'${pattern}' is no pattern of branches`, ["version", key, index]);
    }
    for (const [index, pattern] of (gate?.exclude ?? []).entries()) {
        if (!isPattern(pattern) || (0,_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryPath */ .SH)(".", pattern) === undefined)
            error("pattern-invalid", `'${pattern}' is no glob of files`, ["gate", "exclude", index]);
    }
    for (const [index, pattern] of (gate?.infrastructure?.patterns ?? []).entries()) {
        const path = ["gate", "infrastructure", "patterns", index];
        if (!isPattern(pattern))
            error("pattern-invalid", `'${pattern}' is no pattern`, path);
        else if (!/[A-Za-z0-9]{3}/.test(pattern))
            error("pattern-too-wide", `'${pattern}' would excuse almost every failure`, path, "Write some of the message's own words.");
    }
    const names = new Map();
    for (const [index, environment] of (environments ?? []).entries()) {
        const path = ["environments", index];
        if (names.has(environment.name))
            error("environment-twice", `Two environments are called '${environment.name}'`, [...path, "name"], "Rename one of the two.");
        names.set(environment.name, index);
        if (!ENVIRONMENT_NAME.test(environment.name))
            error("environment-name", `'${environment.name}' can't be an environment's name`, [...path, "name"], "Use letters, digits, '.', '_' and '-'.");
        if (/\s|@|:\/\//.test(environment.registry))
            error("registry-invalid", `'${environment.registry}' is no registry`, [...path, "registry"], "Write host[:port][/path], without https://.");
        for (const [at, requirement] of (environment.require ?? []).entries()) {
            const to = requirement.startsWith("record:") ? requirement.slice("record:".length) : undefined;
            if (!REQUIREMENT.test(requirement))
                error("requirement-unknown", `'${requirement}' can't be required`, [...path, "require", at], "Allowed: gate, signature, attestation, record:<environment>.");
            else if (to !== undefined && !(environments ?? []).some(({ name }) => name === to))
                error("environment-unknown", `There is no environment '${to}'`, [...path, "require", at], `Environments: ${(environments ?? []).map(({ name }) => name).join(", ")}.`);
        }
    }
    return problems;
}
function isTagForm(text) {
    return (text.endsWith("{version}") && text.split("{version}").length === 2 && text.split("{service}").length <= 2);
}
function isPattern(text) {
    if (text.trim() === "" || text.length > PATTERN_LIMIT || text.startsWith("!"))
        return false;
    try {
        picomatch__WEBPACK_IMPORTED_MODULE_6__.makeRe(text);
        return true;
    }
    catch {
        return false;
    }
}
//# sourceMappingURL=settings-file.js.map

/***/ }),

/***/ 61341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ VERSION_DEFAULTS),
/* harmony export */   d: () => (/* binding */ settingsSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27597);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29317);


/** `sluice.yaml` as people write it; the one source of the types and of `schema/sluice.v1.json`. */
const percent = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(100);
const patterns = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1));
const settingsSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    services: patterns
        .optional()
        .describe("Folders of services, with globs; default: every folder with a manifest."),
    version: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        tag: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
            .min(1)
            .optional()
            .describe("The form of a release tag: {service}/v{version} or v{version}."),
        main: patterns.optional(),
        release: patterns.optional(),
        hotfix: patterns.optional(),
        initial: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).optional(),
    })
        .optional(),
    gate: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        thresholds: _manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .thresholdsSchema */ .qb.optional(),
        total: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
            lines: percent.optional(),
            branches: percent.optional(),
            functions: percent.optional(),
        })
            .optional(),
        "patch-floor": zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(0).optional(),
        exclude: patterns.optional(),
        infrastructure: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
            action: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["hold", "close"]).optional(),
            patterns: patterns.optional(),
            "max-share": zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(1).optional(),
            "max-count": zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(0).optional(),
        })
            .optional(),
        quarantine: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
            test: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1),
            service: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
            level: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
            owner: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
            until: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
            reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
        }))
            .optional(),
    })
        .optional(),
    environments: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1),
        registry: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1),
        require: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).optional(),
    }))
        .optional(),
    unowned: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["all", "none", "warn"]).optional(),
});
/** The defaults of CONTRACT for what `sluice.yaml` leaves out. */
const VERSION_DEFAULTS = {
    main: ["main", "master"],
    release: ["release/*"],
    hotfix: ["hotfix/*"],
    initial: "0.1.0",
};
//# sourceMappingURL=settings.js.map

/***/ }),

/***/ 5327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gM: () => (/* binding */ readYaml)
/* harmony export */ });
/* unused harmony exports NODE_LIMIT, DEPTH_LIMIT */
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33786);
/* harmony import */ var _runner_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61806);



/** The most nodes of one file, aliases counted each time they are used. */
const NODE_LIMIT = 50_000;
/** The deepest nesting. */
const DEPTH_LIMIT = 50;
const CORE_TAGS = new Set(["str", "int", "float", "bool", "null", "map", "seq"].map((name) => `tag:yaml.org,2002:${name}`));
/** Reads one YAML document. Everything that is wrong with it is in `problems`, with line and column. */
function readYaml(text, file, rules) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const problems = [];
    const ranges = new Map();
    const at = (offset) => {
        if (offset === undefined)
            return { file };
        const { line, col } = lines.linePos(offset);
        return line === 0 ? { file, line: 1, column: 1 } : { file, line, column: col };
    };
    const report = (code, message, offset, hint) => void problems.push((0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .problem */ .C)("error", code, message, { ...at(offset), hint }));
    const value = read(text, lines, rules, ranges, report);
    return {
        file,
        value: problems.length > 0 ? undefined : value,
        problems,
        place: (path, part = "value") => {
            for (let length = path.length; length >= 0; length--) {
                const range = ranges.get(pathKey(path.slice(0, length)));
                if (range === undefined)
                    continue;
                const own = length === path.length && part === "value" ? range.value : range.key;
                return at(own ?? range.value);
            }
            return { file };
        },
    };
}
function read(text, lines, rules, ranges, report) {
    let documents;
    try {
        // Duplicate keys are looked for below: the parser's own search compares every key with every other.
        const parsed = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseAllDocuments */ .hR)(text, {
            version: "1.2",
            schema: "core",
            lineCounter: lines,
            prettyErrors: false,
            uniqueKeys: false,
            logLevel: "silent",
        });
        documents = Array.isArray(parsed) ? parsed : [];
    }
    catch (thrown) {
        report("yaml-unreadable", `The file can't be read as YAML: ${(0,_runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorMessage */ .gJ)(thrown)}`, undefined);
        return undefined;
    }
    const [document, second] = documents;
    if (document === undefined) {
        report("yaml-empty", "The file is empty", 0);
        return undefined;
    }
    for (const error of [...document.errors, ...document.warnings].slice(0, 20))
        report("yaml-invalid", `This is no valid YAML: ${oneLine(error.message)}`, error.pos[0]);
    if (second !== undefined) {
        report("yaml-several-documents", "The file holds several YAML documents", second.range[0], "Keep one document: remove what follows `---`.");
    }
    if (document.directives.yaml.version !== "1.2") {
        report("yaml-version", `The file asks for YAML ${document.directives.yaml.version}, and is read as YAML 1.2`, 0, "Remove the %YAML line.");
    }
    if (document.contents === null) {
        report("yaml-empty", "The file is empty", 0);
        return undefined;
    }
    return new Reader(rules, ranges, report).convert(document.contents, [], undefined, false);
}
/** Turns nodes into plain data, once, within the limits. */
class Reader {
    #rules;
    #ranges;
    #report;
    #anchors = new Map();
    #nodes = 0;
    #full = false;
    constructor(rules, ranges, report) {
        this.#rules = rules;
        this.#ranges = ranges;
        this.#report = report;
    }
    convert(node, path, keyOffset, aliased) {
        const offset = node?.range?.[0];
        if (!this.#ranges.has(pathKey(path)))
            this.#ranges.set(pathKey(path), { key: keyOffset, value: offset });
        if (node === null)
            return null;
        if (this.#exceeds(path, offset))
            return undefined;
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node)) {
            const target = this.#anchors.get(node.source);
            if (target !== undefined)
                return this.convert(target, path, keyOffset, true);
            this.#report("yaml-invalid", `There is no anchor '&${node.source}' before this alias`, offset);
            return undefined;
        }
        if (node.tag !== undefined && !CORE_TAGS.has(node.tag)) {
            this.#report("yaml-tag", `The tag '${node.tag}' is not known here`, offset, "Remove it.");
            return undefined;
        }
        // Before the children: an alias inside its own anchor is stopped by the limit of depth.
        if (node.anchor !== undefined && node.anchor !== "" && !aliased)
            this.#anchors.set(node.anchor, node);
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
            return this.#mapping(node, path, aliased);
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node)) {
            return node.items.map((item, index) => this.convert(item, [...path, index], undefined, aliased));
        }
        return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) ? this.#scalar(node, path) : undefined;
    }
    #exceeds(path, offset) {
        if (this.#full)
            return true;
        this.#nodes++;
        if (this.#nodes <= NODE_LIMIT && path.length <= DEPTH_LIMIT)
            return false;
        this.#full = true;
        const what = this.#nodes > NODE_LIMIT ? `more than ${NODE_LIMIT} values` : `more than ${DEPTH_LIMIT} levels`;
        this.#report("yaml-too-large", `The file has ${what}, what its aliases repeat included`, offset, "Write less into this file, and use fewer aliases.");
        return true;
    }
    #mapping(node, path, aliased) {
        const data = {};
        const seen = new Set();
        for (const pair of node.items) {
            const keyNode = pair.key;
            const offset = keyNode?.range?.[0] ?? node.range?.[0];
            const key = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(keyNode) ? keyText(keyNode) : undefined;
            if (key === undefined) {
                this.#report("yaml-key", "A key must be plain text", offset);
                continue;
            }
            if (key === "<<") {
                this.#report("yaml-merge-key", "Merge keys (<<) are not part of YAML 1.2", offset, "Write the keys out, or use an alias for a whole value.");
                continue;
            }
            if (key === "__proto__") {
                this.#report("yaml-key", "'__proto__' can't be a key", offset, "Give it another name.");
                continue;
            }
            if (seen.has(key)) {
                this.#report("duplicate-key", `The key '${key}' occurs twice`, offset, "Remove one of the two.");
                continue;
            }
            seen.add(key);
            const value = this.convert(pair.value, [...path, key], offset, aliased);
            // Free for the reader's own use, and for anchors.
            if (!key.startsWith("x-") || this.#holdsTexts(path))
                data[key] = value;
        }
        return data;
    }
    #holdsTexts(path) {
        const parent = path.at(-1);
        return typeof parent === "string" && this.#rules.texts.has(parent);
    }
    #scalar(node, path) {
        const { value } = node;
        if (typeof value === "string" || value === null)
            return value;
        const source = node.source ?? String(value);
        if (this.#holdsTexts(path.slice(0, -1)))
            return source;
        if (typeof value === "boolean")
            return value;
        const key = path.findLast((step) => typeof step === "string");
        return typeof value === "number" && key !== undefined && this.#rules.numbers.has(key) ? value : source;
    }
}
function keyText(node) {
    if (typeof node.value === "string")
        return node.value;
    return node.value === null ? undefined : (node.source ?? String(node.value));
}
function pathKey(path) {
    return JSON.stringify(path);
}
function oneLine(text) {
    return text.split("\n")[0] ?? "";
}
//# sourceMappingURL=yaml.js.map

/***/ })

};
