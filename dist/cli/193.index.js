export const id = 193;
export const ids = [193];
export const modules = {

/***/ 51943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ ignoring),
/* harmony export */   V: () => (/* binding */ ownershipOf)
/* harmony export */ });
/* harmony import */ var ignore__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70298);
/* harmony import */ var _discover_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28835);
/* harmony import */ var _path_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3726);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48538);




/** Answers are kept, since histories name the same paths again and again; then the store is emptied. */
const KEPT_ANSWERS = 100_000;
/**
 * The ownership of a set of services. A question costs the path's depth, however many services there are.
 * Of two services with one name, which is an error elsewhere, both folders count for that name.
 */
function ownershipOf(services) {
    const folders = new Map();
    const inputs = new _path_index_js__WEBPACK_IMPORTED_MODULE_2__/* .PathIndex */ .E();
    const ignores = new Map();
    // Most services ignore the same, and then share the answers too: those are for paths within their folders.
    const questions = new Map();
    for (const service of services) {
        folders.set(service.path, service);
        for (const input of service.inputs)
            inputs.add(input, service.name);
        const patterns = JSON.stringify(service.ignore);
        const ignored = questions.get(patterns) ?? ignoring(service.ignore);
        questions.set(patterns, ignored);
        ignores.set(service.path, ignored);
    }
    const dependents = buildDependents(services);
    const answers = new Map();
    const folderService = (path) => {
        for (const folder of (0,_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .upwards */ .Hy)(path)) {
            const service = folders.get(folder);
            if (service !== undefined)
                return service;
        }
        return undefined;
    };
    const find = (path) => {
        const own = new Map();
        const add = (found, service, ignored) => 
        // A path is ignored only where every way to it is.
        void found.set(service, ignored && (found.get(service) ?? true));
        if ((0,_discover_js__WEBPACK_IMPORTED_MODULE_1__/* .isManifest */ .Yh)(path)) {
            // Where a service begins or ends decides what belongs to those around it.
            for (const folder of (0,_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .upwards */ .Hy)(path)) {
                const service = folders.get(folder);
                if (service !== undefined)
                    add(own, service.name, false);
            }
        }
        else {
            const service = folderService(path);
            if (service !== undefined) {
                const inside = (0,_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .within */ .ux)(service.path, path);
                add(own, service.name, inside !== undefined && ignores.get(service.path)?.(inside) === true);
            }
        }
        for (const name of inputs.find(path))
            add(own, name, false);
        const built = new Map();
        for (const [name, ignored] of own) {
            for (const dependent of dependents.get(name) ?? [])
                add(built, dependent, ignored);
        }
        const touches = [...own].map(([service, ignored]) => ({
            service,
            ignored: ignored && (built.get(service) ?? true),
            through: "own",
        }));
        for (const [service, ignored] of built) {
            if (!own.has(service))
                touches.push({ service, ignored, through: "build" });
        }
        return touches.sort((a, b) => (a.service < b.service ? -1 : a.service > b.service ? 1 : 0));
    };
    const touches = (path) => {
        const known = answers.get(path);
        if (known !== undefined)
            return known;
        if (answers.size >= KEPT_ANSWERS)
            answers.clear();
        const found = find(path);
        answers.set(path, found);
        return found;
    };
    return {
        touches,
        ownersOf: (path) => touches(path).map(({ service }) => service),
        changesService: (service, path) => {
            const touch = touches(path).find((each) => each.service === service);
            return touch === undefined ? { owner: false, ignored: false } : { owner: true, ignored: touch.ignored };
        },
        folderOwner: (path) => folderService(path)?.name,
    };
}
/** A question by gitignore patterns, to paths that are relative to the patterns' folder. */
function ignoring(patterns) {
    if (patterns.length === 0)
        return () => false;
    // Paths in git differ by case; and a path may begin with dots.
    const rules = ignore__WEBPACK_IMPORTED_MODULE_0__({ ignorecase: false, allowRelativePaths: true }).add([...patterns]);
    return (path) => rules.ignores(path);
}
/** For each service all that build from it, at any distance. */
function buildDependents(services) {
    const direct = new Map();
    for (const { name, buildsFrom } of services) {
        for (const provider of buildsFrom) {
            const list = direct.get(provider);
            if (list === undefined)
                direct.set(provider, [name]);
            else
                list.push(name);
        }
    }
    const all = new Map();
    for (const start of direct.keys()) {
        const found = new Set();
        const queue = [start];
        for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
            for (const next of direct.get(at) ?? []) {
                if (found.has(next) || next === start)
                    continue;
                found.add(next);
                queue.push(next);
            }
        }
        all.set(start, found);
    }
    return all;
}
//# sourceMappingURL=ownership.js.map

/***/ }),

/***/ 3726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ PathIndex)
/* harmony export */ });
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14006);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48538);


/**
 * Values by path, for many paths and many questions: a path that names a folder holds for all below it, and
 * so does a glob that matches a folder. The cost of a question is the path's depth, and one test for each
 * different glob that starts at one of its folders. Pure.
 */
class PathIndex {
    #literal = new Map();
    /** By the folder in which the glob starts. */
    #globs = new Map();
    add(path, value) {
        if (!(0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .isGlob */ .fg)(path)) {
            push(this.#literal, path, value);
            return;
        }
        const { base } = picomatch__WEBPACK_IMPORTED_MODULE_1__.scan(path);
        const folder = base === "" ? "." : base;
        const globs = this.#globs.get(folder) ?? new Map();
        this.#globs.set(folder, globs);
        const known = globs.get(path);
        if (known === undefined)
            globs.set(path, { matches: picomatch__WEBPACK_IMPORTED_MODULE_1__(path, _paths_js__WEBPACK_IMPORTED_MODULE_0__/* .GLOB_OPTIONS */ .gu), values: [value] });
        else
            known.values.push(value);
    }
    /** Every value whose path is this one, is a folder above it, or is a glob that matches either. */
    find(path) {
        const found = new Set();
        if (this.#literal.size === 0 && this.#globs.size === 0)
            return found;
        const chain = [...(0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .upwards */ .Hy)(path)];
        for (const folder of chain) {
            for (const value of this.#literal.get(folder) ?? [])
                found.add(value);
            for (const { matches, values } of this.#globs.get(folder)?.values() ?? []) {
                if (!chain.some((each) => each !== "." && matches(each)))
                    continue;
                for (const value of values)
                    found.add(value);
            }
        }
        return found;
    }
}
function push(map, key, value) {
    const list = map.get(key);
    if (list === undefined)
        map.set(key, [value]);
    else
        list.push(value);
}
//# sourceMappingURL=path-index.js.map

/***/ }),

/***/ 24842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ descendants),
/* harmony export */   G: () => (/* binding */ reachable)
/* harmony export */ });
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81637);

/**
 * Those of `commits` that reach `base`, itself left out. One process for any number of commits. Objects that are
 * missing here, or are no commits, do not.
 */
async function descendants(git, commits, base) {
    const asked = [...new Set(commits)].filter((commit) => commit !== base);
    const here = (await git.objects.info(asked)).flatMap((object) => object?.type === "commit" ? [object.hash] : []);
    if (here.length === 0)
        return new Set();
    const input = `^${base}\n${here.join("\n")}\n`;
    const listed = await git.run(["rev-list", "--ancestry-path", "--stdin", "--"], { input });
    const between = new Set(listed.stdout.toString("utf8").split("\n"));
    return new Set(here.filter((commit) => between.has(commit)));
}
/**
 * Those of `commits` that `head` reaches, itself included. One process for any number of commits, none where none
 * of them is here. Objects that are missing here, or are no commits, are not reached. A shallow clone answers for
 * what it holds only.
 */
async function reachable(git, commits, head) {
    const asked = [...new Set(commits)];
    if (asked.length === 0)
        return new Set();
    const here = (await git.objects.info(asked)).flatMap((object) => object?.type === "commit" ? [object.hash] : []);
    if (here.length === 0)
        return new Set();
    const list = async (from) => {
        const { stdout } = await git.run(["rev-list", "--stdin", "--"], { input: `${from.join("\n")}\n` });
        return new Set(stdout.toString("utf8").split("\n"));
    };
    try {
        const outside = await list([`^${head}`, ...here]);
        return new Set(here.filter((commit) => !outside.has(commit)));
    }
    catch (error) {
        if (!(error instanceof _process_js__WEBPACK_IMPORTED_MODULE_0__/* .GitError */ .XS))
            throw error;
        // What `keepingShallow` left behind is here without its parents; what HEAD reaches is whole.
        const inside = await list([head]);
        return new Set(here.filter((commit) => inside.has(commit)));
    }
}
//# sourceMappingURL=reachability.js.map

/***/ }),

/***/ 31885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ recordedParents)
/* harmony export */ });
/**
 * The parents of each commit as the commit itself records them: at the end of a shallow clone git's own answers say
 * that there are none. Undefined for what is not here or is no commit.
 */
async function recordedParents(objects, commits) {
    return (await objects.contents(commits)).map((object) => {
        if (object?.type !== "commit" || object.content === undefined)
            return undefined;
        const headers = object.content.toString("latin1").split("\n\n", 1)[0] ?? "";
        return (headers.match(/^parent [0-9a-f]{40,64}$/gm) ?? []).map((line) => line.slice("parent ".length));
    });
}
//# sourceMappingURL=recorded-parents.js.map

/***/ }),

/***/ 87616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ repositoryState),
/* harmony export */   u: () => (/* binding */ refuseTreeless)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33786);
/* harmony import */ var _trace_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32952);




const QUESTIONS = [
    ["--show-prefix"],
    ["--is-shallow-repository"],
    ["--git-path", "shallow"],
    ["--git-common-dir"],
    ["HEAD", "--symbolic-full-name", "HEAD"],
].flat();
/**
 * The state of the clone. It costs no process but the one that reads objects: the working tree and the remotes'
 * settings come from its trace (`def_repo` and `def_param` of trace2), the rest from files that git documents
 * (gitrepository-layout). Where something is not as expected there, `git rev-parse` is asked. A UserError where
 * there is no repository or no commit.
 */
async function repositoryState(git) {
    const read = await readState(git).catch(() => undefined);
    return read ?? askState(git);
}
/** Undefined where git must be asked: a bare or a reftable repository, none at all, or one without a commit. */
async function readState(git) {
    const [trace, [commit], directory] = await Promise.all([
        git.objects.begun(),
        git.objects.info(["HEAD^{commit}"]),
        (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(git.directory),
    ]);
    if (trace?.worktree === undefined || commit === undefined)
        return undefined;
    const { worktree } = trace;
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(worktree, directory).replaceAll(node_path__WEBPACK_IMPORTED_MODULE_1__.sep, "/");
    if (inside === ".." || inside.startsWith("../") || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(inside))
        return undefined;
    const gitDirectory = await gitDirectoryOf(worktree);
    const common = await readIfThere((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(gitDirectory, "commondir"));
    const commonDirectory = common === undefined ? gitDirectory : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(gitDirectory, common.trim());
    const shallowFile = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(commonDirectory, "shallow");
    const [name, shallow] = await Promise.all([
        headOf(gitDirectory, commonDirectory),
        readIfThere(shallowFile),
    ]);
    if (name === undefined || (name.detached !== undefined && name.detached !== commit.hash))
        return undefined;
    return {
        head: commit.hash,
        branch: name.branch,
        prefix: inside === "" ? "" : `${inside}/`,
        boundary: boundaryOf(shallow ?? ""),
        shallowFile,
        commonDirectory,
        ...remotes(trace.settings),
    };
}
/** `.git` is a folder, or a file that names one: in a linked working tree and a submodule. */
async function gitDirectoryOf(worktree) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(worktree, ".git");
    if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path)).isDirectory())
        return path;
    const named = /^gitdir: (.+?)\r?\n?$/s.exec(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, "utf8"))?.[1];
    if (named === undefined)
        throw new Error(`${path} names no folder`);
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(worktree, named);
}
/** What HEAD says; undefined where it is no plain file that names a branch with a commit of its own, or a commit. */
async function headOf(gitDirectory, commonDirectory) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(gitDirectory, "HEAD");
    if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path)).isFile())
        return undefined;
    const text = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, "utf8")).trimEnd();
    if (/^[0-9a-f]{40,64}$/.test(text))
        return { branch: undefined, detached: text };
    const ref = /^ref: *(refs\/.+)$/.exec(text)?.[1];
    // A reftable repository has this name there.
    if (ref === undefined || ref === "refs/heads/.invalid")
        return undefined;
    const target = await readIfThere((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(commonDirectory, ref));
    if (target?.startsWith("ref:") === true)
        return undefined;
    const branch = ref.startsWith("refs/heads/") ? ref.slice("refs/heads/".length) : undefined;
    return { branch, detached: undefined };
}
async function readIfThere(path) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, "utf8");
    }
    catch (error) {
        const code = error instanceof Error && "code" in error ? error.code : undefined;
        if (code === "ENOENT" || code === "ENOTDIR")
            return undefined;
        throw error;
    }
}
async function askState(git) {
    const { stdout, trace } = await git.run(["rev-parse", ...QUESTIONS], {
        traced: _trace_js__WEBPACK_IMPORTED_MODULE_3__/* .REMOTE_SETTINGS */ .DT,
        failure: "no-commit",
    });
    const lines = stdout.toString("utf8").replace(/\n$/, "").split("\n");
    const [prefix = "", shallow, shallowFile = "", common = "", head = "", symbolic = ""] = lines;
    // A branch or tag that is called HEAD makes its name ambiguous, and git then writes none.
    const named = lines.length === 5 ? await git.run(["symbolic-ref", "--quiet", "HEAD"], { allowed: [1] }) : undefined;
    if (lines.length < 5 ||
        lines.length > 6 ||
        !/^(true|false)$/.test(shallow ?? "") ||
        !/^[0-9a-f]{40,64}$/.test(head))
        throw new Error(`git rev-parse wrote ${JSON.stringify(lines.slice(0, 5)).slice(0, 500)}`);
    const ref = named === undefined ? symbolic : named.stdout.toString("utf8").trim();
    const boundary = shallow === "true" ? await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(git.directory, shallowFile), "utf8") : "";
    return {
        head,
        branch: ref.startsWith("refs/heads/") ? ref.slice("refs/heads/".length) : undefined,
        prefix,
        boundary: boundaryOf(boundary),
        shallowFile: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(git.directory, shallowFile),
        commonDirectory: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(git.directory, common),
        ...remotes(trace === undefined ? await configured(git) : (0,_trace_js__WEBPACK_IMPORTED_MODULE_3__/* .tracedSettings */ .lb)(trace)),
    };
}
function boundaryOf(shallow) {
    return new Set(shallow.split("\n").filter((line) => line !== ""));
}
/** Refuses a clone whose history can't be compared without fetching every tree of it, one at a time. */
function refuseTreeless(state) {
    if (state.treeless === undefined)
        return;
    throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("treeless-clone", `The clone has no trees (remote.${state.treeless}.partialclonefilter is a tree filter), so what its commits changed can't be read`, {
        hint: "Give actions/checkout 'filter: blob:none' instead of 'tree:0', or run: git fetch --refetch --filter=blob:none, with that filter set for the remote.",
    });
}
function remotes(settings) {
    let origin;
    let treeless;
    for (const [key, value] of settings) {
        if (key === "remote.origin.url")
            origin = value;
        const remote = /^remote\.(.+)\.partialclonefilter$/s.exec(key)?.[1];
        if (remote !== undefined && /(^|[:+])tree:/.test(value))
            treeless = remote;
    }
    return { origin, treeless };
}
/** The settings by a process, where the trace does not arrive. */
async function configured(git) {
    const { stdout } = await git.run(["config", "-z", "--get-regexp", "^remote\\..*\\.(url|partialclonefilter)$"], { allowed: [1] });
    return stdout
        .toString("utf8")
        .split("\0")
        .flatMap((record) => {
        const end = record.indexOf("\n");
        return end < 0 ? [] : [[record.slice(0, end), record.slice(end + 1)]];
    });
}
//# sourceMappingURL=state.js.map

/***/ }),

/***/ 50329:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ neverReleased),
/* harmony export */   g: () => (/* binding */ selectBase)
/* harmony export */ });
/* harmony import */ var _runner_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61806);

/** The base by the rules, for `head` and those tagged commits that it is known to reach. */
function selectBase(tags, head, reached) {
    const carried = tags.releases.find((each) => each.commit === head);
    const reachable = tags.releases.filter((each) => each.commit === head || reached.has(each.commit));
    const [highest] = reachable;
    if (carried === undefined)
        return { carried, base: highest, previous: undefined, above: undefined };
    return {
        carried,
        base: carried,
        previous: reachable.slice(reachable.indexOf(carried)).find((each) => each.commit !== head),
        above: highest === carried ? undefined : highest,
    };
}
/** The warning for a service without a base that has releases elsewhere: nobody is to start anew unawares. */
function neverReleased(service, { releases }, head) {
    const [highest] = releases;
    if (highest === undefined)
        return [];
    return [
        (0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .C)("warning", "releases-not-contained", `${service} has releases (${highest.tag} on ${highest.commit.slice(0, 12)}), and ${head.slice(0, 12)} contains none of them, so it is versioned as if it was never released`, { hint: "Merge the released commit, or see whether the history was rewritten after the release." }),
    ];
}
//# sourceMappingURL=base.js.map

/***/ }),

/***/ 8700:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ou: () => (/* binding */ compareCores),
/* harmony export */   P5: () => (/* binding */ raised),
/* harmony export */   Zf: () => (/* binding */ parseCore),
/* harmony export */   lc: () => (/* binding */ coreText),
/* harmony export */   xl: () => (/* binding */ raise)
/* harmony export */ });
const NUMBER = "(0|[1-9]\\d{0,14})";
const CORE = new RegExp(`^${NUMBER}\\.${NUMBER}\\.${NUMBER}$`);
/** `1.4.0`, strictly: no prefix, no leading zero, no prerelease. Undefined for anything else. */
function parseCore(text) {
    const match = CORE.exec(text);
    if (match === null)
        return undefined;
    return { major: Number(match[1]), minor: Number(match[2]), patch: Number(match[3]) };
}
function coreText(core) {
    return `${core.major}.${core.minor}.${core.patch}`;
}
function compareCores(a, b) {
    return a.major - b.major || a.minor - b.minor || a.patch - b.patch;
}
/**
 * The next core after a release. In 0.y.z a breaking commit raises MINOR; only a `forced` major (the input `bump`)
 * leaves it.
 */
function raise(base, level, forced = false) {
    if (level === "major" && (base.major > 0 || forced))
        return { major: base.major + 1, minor: 0, patch: 0 };
    if (level !== "patch")
        return { major: base.major, minor: base.minor + 1, patch: 0 };
    return { major: base.major, minor: base.minor, patch: base.patch + 1 };
}
/** Which part of a release the next one raises. */
function raised(base, core) {
    if (core.major !== base.major)
        return "major";
    if (core.minor !== base.minor)
        return "minor";
    return core.patch === base.patch ? "none" : "patch";
}
//# sourceMappingURL=bump.js.map

/***/ }),

/***/ 53877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ Deepening)
/* harmony export */ });
/* harmony import */ var _git_process_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81637);
/* harmony import */ var _git_recorded_parents_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31885);
/* harmony import */ var _git_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87616);



/** How many tags are tried as the end of the history before it is deepened by numbers. */
const BY_TAGS = 2;
/** Commits that are added, step by step; at last all of them. */
const BY_NUMBERS = [100, 400, 1_600, 6_400, 25_600];
const WITHOUT_FILES = ["--filter=blob:none"];
/** What git would else write into the clone's configuration at the first fetch with a filter. */
const AS_PARTIAL = ["-c", "remote.origin.promisor=true", "-c", "remote.origin.partialclonefilter=blob:none"];
/**
 * Fetches more of a shallow clone's history, a step at a time and never more than a step needs: first up to a tag
 * (`--shallow-exclude`, and the tagged commit itself, whose tree the commits after it are compared with), then by
 * growing numbers of commits, and all of it only when those were not enough, or where all of it counts. The clone's
 * configuration stays as it is.
 */
class Deepening {
    #git;
    #head;
    #filter;
    #tried = new Set();
    /** Tagged commits of which it is proved that HEAD does not reach them. */
    ruledOut = new Set();
    /** Those of which it is not proved yet, and which are fetched along. */
    #beside = [];
    #byTags = 0;
    #byNumbers = 0;
    #whole = false;
    /**
     * `files`: whether the contents of files come with the commits. Without them the clone must be cut off again where
     * it was (`keepingShallow`), for nothing in it tells git to fetch them later.
     */
    constructor(git, head, options) {
        this.#git = git;
        this.#head = head;
        this.#filter = options.files ? [] : WITHOUT_FILES;
    }
    /** False where nothing more can be had. `everything`: some range has no end but the history's. */
    async next(wanted, everything) {
        if (this.#whole)
            return false;
        const tag = wanted.find(({ commit }) => !this.#tried.has(commit));
        if (!everything && tag !== undefined && this.#byTags < BY_TAGS) {
            this.#byTags++;
            this.#tried.add(tag.commit);
            if (await this.#fetch([`--shallow-exclude=refs/tags/${tag.tag}`])) {
                const parents = await this.#parentsOfEnd();
                if (!(await this.#fetch(["--deepen=1"])))
                    return false;
                if (!parents.flat().includes(tag.commit))
                    await this.#missed(tag.commit, parents);
                return true;
            }
            // A server that does not know the option; a broken one fails below as well.
            this.#byTags = BY_TAGS;
        }
        const number = everything ? undefined : BY_NUMBERS[this.#byNumbers++];
        this.#whole = number === undefined;
        const deepened = await this.#fetch([number === undefined ? "--unshallow" : `--deepen=${number}`], [this.#head, ...this.#beside]);
        for (const commit of deepened ? this.#beside : [])
            await this.#compare(commit);
        return deepened;
    }
    /**
     * The history now ends where what the tag reaches begins, and the tag is no parent of that end. So HEAD does not
     * reach it, except through a merge at the end: git cuts off all parents of a commit when it cuts off one.
     */
    async #missed(commit, parents) {
        if (parents.every(({ length }) => length < 2))
            this.ruledOut.add(commit);
        else if (await this.#fetch(["--depth=1"], [commit]))
            this.#beside.push(commit);
    }
    /** Whether the end of what HEAD reaches, and the commit does not, is in the clone: then HEAD never reaches it. */
    async #compare(commit) {
        if (this.ruledOut.has(commit) || (await this.#git.isAncestor(commit, this.#head)))
            return;
        const { stdout } = await this.#git.run(["rev-list", "--stdin", "--"], {
            input: `${this.#head}\n^${commit}\n`,
        });
        const { boundary } = await (0,_git_state_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryState */ .O)(this.#git);
        const range = stdout.toString("utf8").trimEnd().split("\n");
        if (!range.some((each) => boundary.has(each)))
            this.ruledOut.add(commit);
    }
    async #parentsOfEnd() {
        const { boundary } = await (0,_git_state_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryState */ .O)(this.#git);
        const parents = await (0,_git_recorded_parents_js__WEBPACK_IMPORTED_MODULE_2__/* .recordedParents */ .o)(this.#git.objects, [...boundary]);
        return parents.map((each) => each ?? []);
    }
    async #fetch(how, commits = [this.#head]) {
        try {
            await this.#git.run([
                ...(this.#filter.length > 0 ? AS_PARTIAL : []),
                "fetch",
                "--quiet",
                "--no-tags",
                "--no-recurse-submodules",
                ...this.#filter,
                ...how,
                "origin",
                "--",
                ...commits,
            ]);
            return true;
        }
        catch (error) {
            // Told by what stays out of reach.
            if (error instanceof _git_process_js__WEBPACK_IMPORTED_MODULE_0__/* .GitError */ .XS)
                return false;
            throw error;
        }
    }
}
//# sourceMappingURL=deepen.js.map

/***/ }),

/***/ 10882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IJ: () => (/* binding */ roleFor),
/* harmony export */   vr: () => (/* binding */ branchRole)
/* harmony export */ });
/* unused harmony export parseLine */
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14006);
/* harmony import */ var _catalog_settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61341);


/** The role of a branch. Where several patterns match: main before release before hotfix. */
function branchRole(branch, settings, services) {
    const role = (kind, line, only) => ({
        branch,
        kind,
        line,
        only,
    });
    const patterns = {
        main: settings.version?.main ?? _catalog_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .VERSION_DEFAULTS */ .E.main,
        release: settings.version?.release ?? _catalog_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .VERSION_DEFAULTS */ .E.release,
        hotfix: settings.version?.hotfix ?? _catalog_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .VERSION_DEFAULTS */ .E.hotfix,
    };
    const matching = (list) => list.find((each) => picomatch__WEBPACK_IMPORTED_MODULE_1__.isMatch(branch, each, { dot: true }));
    if (matching(patterns.main) !== undefined)
        return role("main");
    if (services.length > 1) {
        for (const pattern of patterns.release) {
            const [service, name, ...more] = after(branch, literal(pattern)).split("/");
            const line = more.length === 0 && name !== undefined ? parseLine(name) : undefined;
            if (line !== undefined && service !== undefined && services.includes(service))
                return role("release", line, service);
        }
    }
    const release = matching(patterns.release);
    if (release !== undefined)
        return role("release", parseLine(after(branch, literal(release))));
    return role(matching(patterns.hotfix) === undefined ? "feature" : "hotfix");
}
/** The role that a branch has for one service. */
function roleFor(role, service) {
    if (role.only === undefined || role.only === service)
        return role;
    return { branch: role.branch, kind: "feature", line: undefined, only: undefined };
}
const LINE = /^v?(0|[1-9]\d{0,14})\.(0|[1-9]\d{0,14})(?:\.(?:x|0|[1-9]\d{0,14}))?$/;
/** `1.4`, `v1.4`, `1.4.x` and `1.4.0` name the line 1.4. */
function parseLine(text) {
    const match = LINE.exec(text);
    return match === null ? undefined : { major: Number(match[1]), minor: Number(match[2]) };
}
/** The part of a pattern before its first wildcard. */
function literal(pattern) {
    return /^[^*?[\]{}()!+@]*/.exec(pattern)?.[0] ?? "";
}
function after(text, prefix) {
    return text.startsWith(prefix) ? text.slice(prefix.length) : "";
}
//# sourceMappingURL=line.js.map

/***/ }),

/***/ 1542:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cF: () => (/* binding */ basesOf),
  Rx: () => (/* binding */ beginTags),
  JZ: () => (/* binding */ readReleaseTags)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
// EXTERNAL MODULE: ./.cache/bundles/git/process.js + 1 modules
var process = __webpack_require__(81637);
;// CONCATENATED MODULE: ./.cache/bundles/git/remote-tags.js


/**
 * Asks `origin` for its branches and tags, once, and for some other full names (`refs/pull/1/merge`) in the same
 * question: a server then sends all names that it has, so they are only given where they are needed. Never throws
 * for a remote that does not answer.
 */
async function remoteRefs(git, others = []) {
    const which = others.length === 0
        ? ["--heads", "--tags", "origin"]
        : ["origin", "refs/heads/*", "refs/tags/*", ...others];
    try {
        const { stdout } = await git.run(["ls-remote", "--quiet", ...which]);
        return { reachable: true, ...parseRefs(stdout.toString("utf8")) };
    }
    catch (error) {
        if (error instanceof process/* GitError */.XS) {
            return /^fatal: '?origin'? does not appear to be a git repository/m.test(error.stderr)
                ? { reachable: false, reason: NO_ORIGIN }
                : { reachable: false, reason: error.stderr };
        }
        if (error instanceof errors/* UserError */.yo && error.fault === "outside")
            return { reachable: false, reason: (0,errors/* errorMessage */.gJ)(error) };
        throw error;
    }
}
/** Why a clone without a remote can't ask it. */
const NO_ORIGIN = "there is no remote 'origin'";
/** `HASH<tab or blank>NAME` lines; a name that ends in `^{}` gives the object that an annotated tag names. */
function parseRefs(output) {
    const tags = new Map();
    const heads = new Map();
    const others = new Map();
    for (const [hash, name] of lines(output)) {
        if (name.startsWith("refs/heads/"))
            heads.set(name.slice("refs/heads/".length), hash);
        else if (!name.startsWith("refs/tags/"))
            others.set(name, hash);
        if (!name.startsWith("refs/tags/"))
            continue;
        const tag = name.slice("refs/tags/".length);
        // The peeled line follows that of the tag object.
        tags.set(tag.endsWith("^{}") ? tag.slice(0, -3) : tag, hash);
    }
    return { tags, heads, others };
}
function* lines(output) {
    for (let at = 0; at < output.length;) {
        const end = output.indexOf("\n", at);
        const line = output.slice(at, end < 0 ? output.length : end);
        at = end < 0 ? output.length : end + 1;
        const blank = /[\t ]/.exec(line)?.index ?? -1;
        const hash = line.slice(0, blank);
        if (blank >= 40 && blank < line.length - 1 && /^[0-9a-f]{40,64}$/.test(hash))
            yield [hash, line.slice(blank + 1)];
    }
}
//# sourceMappingURL=remote-tags.js.map
;// CONCATENATED MODULE: ./.cache/bundles/git/local-tags.js




const HASH = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
/**
 * The clone's tags. Read from the files where git keeps them (gitrepository-layout, git-pack-refs), which knows
 * peeled tags and costs no process: it is many times faster than asking for thousands. git is asked where the files
 * are not as expected (reftable). Of tags that are packed with the commits that they name, nobody looks whether those
 * are here.
 */
async function localTags(git, state) {
    const folder = (0,external_node_path_.join)(state.commonDirectory, "refs", "tags");
    const loose = await looseTags(folder);
    const read = loose?.other.size === 0 ? await readTagFiles(state.commonDirectory, loose.hashes) : undefined;
    const { commits, unpeeled } = read ?? { commits: new Map(), unpeeled: await askTags(git) };
    const broken = [];
    const add = (tag, kind, isLoose) => broken.push({ tag, kind, file: isLoose ? (0,external_node_path_.relative)(git.directory, (0,external_node_path_.join)(folder, tag)) : undefined });
    for (const [tag, text] of loose?.other ?? []) {
        if (unpeeled.has(tag))
            continue;
        add(tag, text === "" ? "empty" : text.startsWith("ref:") ? "dangling" : "garbage", true);
    }
    const names = [...unpeeled.keys()];
    const found = await git.objects.info([...unpeeled.values()].map((hash) => `${hash}^{}`));
    for (const [index, name] of names.entries()) {
        const hash = found[index]?.hash;
        if (hash === undefined)
            add(name, "missing", loose?.hashes.has(name) === true);
        else
            commits.set(name, hash);
    }
    return { tags: commits, broken };
}
/** The tags as git tells them, not peeled: it leaves broken ones out. */
async function askTags(git) {
    const { stdout } = await git.run(["for-each-ref", "--format=%(objectname) %(refname)", TAGS]);
    return new Map(parseRefs(stdout.toString("utf8")).tags);
}
const TAGS = "refs/tags/";
async function readTagFiles(directory, loose) {
    if (!isFileStore(directory))
        return undefined;
    const packed = await (0,promises_.readFile)((0,external_node_path_.join)(directory, "packed-refs"), "utf8").catch((error) => {
        if (isMissing(error))
            return "";
        throw error;
    });
    const commits = new Map();
    const unpeeled = new Map();
    // Only with this trait a line without a peeled one is known to name no annotated tag.
    const full = /^# pack-refs with:.* fully-peeled /.test(packed.slice(0, 200).split("\n")[0] ?? "");
    // There may be many thousands of lines: nothing is cut out of those that are not wanted.
    for (let at = 0, end = 0; at < packed.length; at = end + 1) {
        end = lineEnd(packed, at);
        const blank = packed.indexOf(" ", at);
        if (blank < 0 || blank > end || !packed.startsWith(TAGS, blank + 1))
            continue;
        const name = packed.slice(blank + 1 + TAGS.length, end);
        if (packed.startsWith("^", end + 1)) {
            const peeled = end + 2;
            end = lineEnd(packed, peeled);
            commits.set(name, packed.slice(peeled, end));
        }
        else
            (full ? commits : unpeeled).set(name, packed.slice(at, blank));
    }
    for (const [name, hash] of loose) {
        commits.delete(name);
        unpeeled.set(name, hash);
    }
    for (const hash of commits.values())
        if (hash.length !== 40 && hash.length !== 64)
            return undefined;
    return { commits, unpeeled };
}
function lineEnd(text, at) {
    const end = text.indexOf("\n", at);
    return end < 0 ? text.length : end;
}
/** Whether refs are files here: a reftable repository names no real branch in its HEAD. */
function isFileStore(directory) {
    try {
        return !/refs\/heads\/\.invalid/.test((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(directory, "HEAD"), "utf8"));
    }
    catch {
        return false;
    }
}
/**
 * Undefined where some file is gone before it is read: git packs references and removes their files at any time.
 */
async function looseTags(directory) {
    const found = { hashes: new Map(), other: new Map() };
    let entries;
    try {
        entries = await (0,promises_.readdir)(directory, { recursive: true, withFileTypes: true });
    }
    catch (error) {
        if (!isMissing(error))
            throw error;
        // A folder in it may be what is gone: then the other tags are still there.
        return (await isThere(directory)) ? undefined : found;
    }
    for (const entry of entries) {
        // git takes none of these for a reference.
        if (entry.isDirectory() || entry.name.endsWith(".lock") || entry.name.startsWith("."))
            continue;
        const path = (0,external_node_path_.join)(entry.parentPath, entry.name);
        const text = await (0,promises_.readFile)(path, "utf8").catch((error) => {
            if (isMissing(error))
                return undefined;
            throw error;
        });
        if (text === undefined)
            return undefined;
        const name = path.slice(directory.length + 1).replaceAll("\\", "/");
        const plain = text.trim();
        (HASH.test(plain) ? found.hashes : found.other).set(name, plain);
    }
    return found;
}
async function isThere(path) {
    try {
        await (0,promises_.stat)(path);
        return true;
    }
    catch (error) {
        if (isMissing(error))
            return false;
        throw error;
    }
}
function isMissing(error) {
    return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
//# sourceMappingURL=local-tags.js.map
// EXTERNAL MODULE: ./.cache/bundles/git/reachability.js
var reachability = __webpack_require__(24842);
// EXTERNAL MODULE: ./.cache/bundles/runner/problem.js
var problem = __webpack_require__(61806);
// EXTERNAL MODULE: ./.cache/bundles/versions/base.js
var versions_base = __webpack_require__(50329);
// EXTERNAL MODULE: ./.cache/bundles/versions/tag.js
var tag = __webpack_require__(24538);
;// CONCATENATED MODULE: ./.cache/bundles/versions/release-tags.js







/** Begins to read the tags that are needed in any case: the remote's in a workflow, else the clone's. */
function beginTags(git, known) {
    const { state, actions, others } = known;
    const local = actions ? undefined : localTags(git, state);
    const refs = actions && state.origin !== undefined ? remoteRefs(git, others) : undefined;
    // A failure is told where the answer is waited for, if it still matters then.
    for (const each of [local, refs])
        each?.catch(() => undefined);
    return { local, remote: refs === undefined ? undefined : { refs, others } };
}
/**
 * Reads the tags. In a workflow the remote's alone count, since old, deleted or missing local tags must not decide
 * a number; one that can't be asked is a warning, and an error where something is to be released. In a terminal
 * the local tags count, and the remote is asked where a service has none.
 */
async function readReleaseTags(git, catalogue, options) {
    const { state, begun, others = [] } = options;
    const ask = async () => {
        if (state.origin === undefined)
            return { reachable: false, reason: NO_ORIGIN };
        const asked = begun?.remote;
        return asked !== undefined && others.every((name) => asked.others.includes(name))
            ? asked.refs
            : remoteRefs(git, others);
    };
    const form = (0,tag/* tagForm */.HJ)(catalogue);
    const names = catalogue.services.map((service) => service.name);
    if (!options.actions) {
        const { tags: local, broken } = await (begun?.local ?? localTags(git, state));
        const problems = brokenTagProblems(broken);
        const parsed = (0,tag/* parseTags */.rL)(form, names, local);
        const silent = [...parsed.values()].some((each) => each.all.length === 0);
        if (!silent && !options.releasing)
            return { form, tags: local, services: parsed, remote: undefined, problems };
        const remote = await ask();
        if (!remote.reachable) {
            if (options.releasing)
                throw unreachable(remote.reason);
            const asked = state.origin !== undefined;
            if (asked)
                problems.push(warning(remote.reason));
            return { form, tags: local, services: parsed, remote, problems };
        }
        // What is to be released is decided by what the remote has.
        const tags = options.releasing ? remote.tags : new Map([...remote.tags, ...local]);
        const services = (0,tag/* parseTags */.rL)(form, names, tags);
        return { form, tags, services, remote, problems: options.releasing ? [] : problems };
    }
    const remote = await ask();
    if (remote.reachable)
        return { form, tags: remote.tags, services: (0,tag/* parseTags */.rL)(form, names, remote.tags), remote, problems: [] };
    if (options.releasing)
        throw unreachable(remote.reason);
    const { tags: local, broken } = await localTags(git, state);
    return {
        form,
        tags: local,
        services: (0,tag/* parseTags */.rL)(form, names, local),
        remote,
        problems: [...brokenTagProblems(broken), warning(remote.reason)],
    };
}
/** How many of the highest releases of each service are asked for at first. */
const FIRST_ASKED = 4;
/**
 * The bases of services, and those version tags' commits that `head` reaches. Asked from the highest release down
 * until each service has its base, since a repository may have thousands of tags: what is lower is not in
 * `reached`.
 */
async function basesOf(git, services, head) {
    const reached = new Set();
    const ask = async (commits) => {
        for (const commit of await (0,reachability/* reachable */.G)(git, commits, head))
            reached.add(commit);
    };
    let open = [...services.values()].filter((tags) => tags.releases.length > 0);
    for (let from = 0, to = FIRST_ASKED; open.length > 0; from = to, to *= 4) {
        await ask(open.flatMap((tags) => tags.releases.slice(from, to).map((tag) => tag.commit)));
        open = open.filter((tags) => {
            const { carried, base, previous } = (0,versions_base/* selectBase */.g)(tags, head, reached);
            return tags.releases.length > to && (carried === undefined ? base : previous) === undefined;
        });
    }
    const bases = new Map([...services].map(([name, tags]) => [name, (0,versions_base/* selectBase */.g)(tags, head, reached)]));
    return { bases, reached };
}
function unreachable(reason) {
    return new errors/* UserError */.yo("remote-unreachable", `The tags of origin can't be read: ${reason}`, {
        fault: "outside",
        hint: "A release is only made or promised when the remote's tags are known. Check the network and the token.",
    });
}
function warning(reason) {
    return (0,problem/* problem */.C)("warning", "remote-unreachable", `The tags of origin can't be read, so the clone's count: ${reason}`, {
        hint: "Local tags can be old or missing. Fetch them (fetch-tags: true), or let the step reach the remote.",
    });
}
/** Broken tags that are told one by one. */
const TOLD = 10;
const DEFECTS = {
    empty: "its file is empty",
    garbage: "its file holds no name of an object",
    dangling: "it refers to a reference that is not there",
    missing: "the object that it names is not there",
};
function brokenTagProblems(broken) {
    const problems = broken.slice(0, TOLD).map(({ tag, file, kind }) => (0,problem/* problem */.C)("warning", "tag-broken", `The clone's tag ${tag} is ignored: ${DEFECTS[kind]}`, {
        file,
        hint: file === undefined
            ? "Delete the tag, or fetch it again from where it is whole (git fetch --force origin tag NAME)."
            : "Delete the file, and fetch the tag again if origin has it (git fetch --tags), or make it anew.",
    }));
    const left = broken.length - problems.length;
    if (left > 0)
        problems.push((0,problem/* problem */.C)("warning", "tag-broken", `${left} more broken tags are ignored`));
    return problems;
}
//# sourceMappingURL=release-tags.js.map

/***/ }),

/***/ 24538:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HJ: () => (/* binding */ tagForm),
/* harmony export */   Ok: () => (/* binding */ invalidTagProblems),
/* harmony export */   pP: () => (/* binding */ refuseOtherForm),
/* harmony export */   rL: () => (/* binding */ parseTags),
/* harmony export */   wZ: () => (/* binding */ tagName)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33786);
/* harmony import */ var _runner_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61806);
/* harmony import */ var _bump_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8700);




/**
 * The form of the settings, or `v{version}` where the one service is the repository, else `{service}/v{version}`.
 * A UserError for a form that could not tell the services' versions apart.
 */
function tagForm(catalogue) {
    const written = catalogue.settings.version?.tag;
    if (written === undefined) {
        const [first, second] = catalogue.services;
        const whole = second === undefined && (first === undefined || first.path === ".");
        return { text: whole ? "v{version}" : "{service}/v{version}", explicit: false };
    }
    const wrong = (message) => new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("tag-form", `version.tag is ${JSON.stringify(written)}: ${message}`, {
        file: catalogue.settingsFile,
        hint: 'Write tag: "{service}/v{version}", or tag: "v{version}" for a repository of one service.',
    });
    if (!written.endsWith("{version}") || written.indexOf("{version}") !== written.length - "{version}".length)
        throw wrong("it must end with {version}, once");
    if (catalogue.services.length > 1 && !written.includes("{service}"))
        throw wrong("in a repository of several services it must contain {service}");
    const rest = written.replaceAll("{service}", "s").replace("{version}", "1.0.0");
    if (!isRefName(rest))
        throw wrong("git allows no such tag");
    const form = { text: written, explicit: true };
    const names = catalogue.services.map((service) => service.name);
    const shared = readsOthers(form, names);
    if (shared !== undefined)
        throw wrong(`a tag of ${shared[1]} could be a version of ${shared[0]}, whose name it begins with`);
    return form;
}
/** Two services of which the first reads tags of the second: what follows its prefix there begins with a digit. */
function readsOthers(form, services) {
    const prefixes = new Map(services.map((service) => [tagName(form, service, ""), service]));
    for (const [prefix, other] of prefixes) {
        for (let length = 1; length < prefix.length; length++) {
            const service = prefixes.get(prefix.slice(0, length));
            if (service !== undefined && /\d/.test(prefix[length] ?? ""))
                return [service, other];
        }
    }
    return undefined;
}
/** The tag of a version of a service. */
function tagName(form, service, version) {
    return form.text.replaceAll("{service}", service).replace("{version}", version);
}
/** The version tags of each of the services, from all tags of the repository (name to commit). */
function parseTags(form, services, tags) {
    const prefixes = new Map(services.map((service) => [tagName(form, service, ""), service]));
    // One look-up per prefix length instead of one test per service: there may be thousands of both.
    const lengths = [...new Set([...prefixes.keys()].map((prefix) => prefix.length))];
    const found = new Map(services.map((service) => [
        service,
        { all: [], invalid: [] },
    ]));
    for (const [tag, commit] of tags) {
        for (const length of lengths) {
            const service = prefixes.get(tag.slice(0, length));
            const into = service === undefined ? undefined : found.get(service);
            if (into === undefined)
                continue;
            const version = strictVersion(tag.slice(length));
            if (version !== undefined)
                into.all.push({ tag, version: version.version, core: version.core, commit });
            else
                into.invalid.push({ tag, text: tag.slice(length) });
        }
    }
    return new Map([...found].map(([service, each]) => [service, sorted(each.all, each.invalid)]));
}
function sorted(tags, invalid) {
    // A tag that follows a line (`1`, `1.4`) moves: it is no version, and nothing is wrong with it.
    const lines = new Set(invalid.length === 0 ? [] : tags.flatMap(({ core }) => [`${core.major}`, `${core.major}.${core.minor}`]));
    // There may be thousands, nearly all of them without a prerelease part: numbers compare fast.
    const releases = tags.filter(isRelease).sort((a, b) => (0,_bump_js__WEBPACK_IMPORTED_MODULE_3__/* .compareCores */ .Ou)(b.core, a.core));
    const all = releases.length === tags.length
        ? releases
        : [...tags].sort((a, b) => (0,_bump_js__WEBPACK_IMPORTED_MODULE_3__/* .compareCores */ .Ou)(b.core, a.core) || semver__WEBPACK_IMPORTED_MODULE_0__.rcompare(a.version, b.version));
    return {
        all,
        releases,
        candidates: (all === releases ? [] : all).flatMap((each) => {
            const number = /^[^-]*-rc\.(0|[1-9]\d{0,14})$/.exec(each.version)?.[1];
            return number === undefined ? [] : [{ ...each, number: Number(number) }];
        }),
        invalid: invalid
            .filter(({ text }) => !lines.has(text))
            .map(({ tag }) => tag)
            .sort(),
    };
}
function isRelease(tag) {
    return !tag.version.includes("-");
}
/** A strict semantic version without build metadata. */
function strictVersion(text) {
    const release = (0,_bump_js__WEBPACK_IMPORTED_MODULE_3__/* .parseCore */ .Zf)(text);
    if (release !== undefined)
        return { version: text, core: release };
    const parsed = semver__WEBPACK_IMPORTED_MODULE_0__.parse(text);
    if (parsed === null || parsed.version !== text)
        return undefined;
    const core = (0,_bump_js__WEBPACK_IMPORTED_MODULE_3__/* .parseCore */ .Zf)(`${parsed.major}.${parsed.minor}.${parsed.patch}`);
    return core === undefined ? undefined : { version: text, core };
}
/** What is told of tags that look like the service's and are no versions. */
function invalidTagProblems(service, tags) {
    if (tags.invalid.length === 0)
        return [];
    const shown = tags.invalid.slice(0, 10).join(", ");
    const more = tags.invalid.length > 10 ? ` and ${tags.invalid.length - 10} more` : "";
    return [
        (0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .problem */ .C)("notice", "tag-not-a-version", `Tags of ${service} that are no strict semantic versions are ignored: ${shown}${more}`),
    ];
}
/**
 * Refuses to start again at the first version where the repository has release tags of the other form only. A
 * form that the settings name is what the user wants.
 */
function refuseOtherForm(form, catalogue, tags) {
    if (form.explicit)
        return;
    const names = catalogue.services.map((service) => service.name);
    const releasesOf = (text) => [...parseTags({ text, explicit: false }, names, tags)].flatMap(([service, each]) => each.releases.slice(0, 1).map((release) => ({ service, ...release })));
    if (has(form, names, tags))
        return;
    const other = form.text === "v{version}" ? "{service}/v{version}" : "v{version}";
    const [highest] = releasesOf(other).sort((a, b) => semver__WEBPACK_IMPORTED_MODULE_0__.rcompare(a.version, b.version));
    if (highest === undefined)
        return;
    const commands = names
        .slice(0, 20)
        .map((name) => `git tag ${tagName(form, name, highest.version)} ${highest.tag}`)
        .join("; ");
    throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("tag-form-changed", `The release tags of this repository are written ${other} (${highest.tag}), and none is written ${form.text}`, {
        hint: names.length > 1
            ? `Carry the number over: ${commands}; then git push origin --tags. Or set version.tag in ${catalogue.settingsFile} to start anew.`
            : `Keep them by adding to ${catalogue.settingsFile}: version: {tag: "${other}"}.`,
    });
}
/** Whether any of the tags is a release of a service in this form. */
function has(form, services, tags) {
    const prefixes = new Set(services.map((service) => tagName(form, service, "")));
    for (const tag of tags.keys()) {
        const version = /[^a-z/-]?\d+\.\d+\.\d+$/.exec(tag);
        for (let at = version?.index ?? tag.length; at < tag.length; at++)
            if (prefixes.has(tag.slice(0, at)) && (0,_bump_js__WEBPACK_IMPORTED_MODULE_3__/* .parseCore */ .Zf)(tag.slice(at)) !== undefined)
                return true;
    }
    return false;
}
/** The rules of git-check-ref-format that a form can break. */
function isRefName(name) {
    return (
    // biome-ignore lint/suspicious/noControlCharactersInRegex: git forbids control characters
    !/[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\/\/|(^|\/)\.|\.lock(\/|$)|\/$|^\/|\.$/.test(name) &&
        !name.startsWith("-"));
}
//# sourceMappingURL=tag.js.map

/***/ })

};
