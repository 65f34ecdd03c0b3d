export const id = 3197;
export const ids = [3197];
export const modules = {

/***/ 19289:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ commitTree),
/* harmony export */   Z: () => (/* binding */ differingPaths)
/* harmony export */ });
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6693);

const FOLDER = "40000";
const LINK = "120000";
/** The files of a commit below `prefix` (`a/b/`, or empty), read from raw tree objects. */
function commitTree(objects, commit, prefix) {
    let entries;
    const all = () => {
        entries ??= filesAndLinks(objects, commit, prefix);
        return entries;
    };
    const list = async () => [...(await all()).files.keys()].sort();
    return {
        name: commit.slice(0, 12),
        list,
        entries: async () => ({ files: await list(), links: (await all()).links.toSorted() }),
        read: async (paths) => {
            const known = (await all()).files;
            const wanted = paths.flatMap((path) => {
                const hash = known.get(path);
                return hash === undefined ? [] : [{ path, hash }];
            });
            const found = await objects.contents(wanted.map(({ hash }) => hash), _tree_js__WEBPACK_IMPORTED_MODULE_0__/* .READ_LIMIT */ .Fe);
            return new Map(wanted.map(({ path, hash }, index) => {
                const object = found[index];
                if (object === undefined)
                    throw new Error(`${path} is missing in this clone (${hash})`);
                if (object.content === undefined)
                    throw (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .tooLarge */ .g$)(path, commit.slice(0, 12));
                return [path, object.content.toString("utf8")];
            }));
        },
    };
}
async function filesAndLinks(objects, commit, prefix) {
    const found = new Map();
    const links = [];
    let level = [{ path: "", hash: await folder(objects, commit, await prefix()) }];
    while (level.length > 0) {
        const trees = await readTrees(objects, level.map(({ hash }) => hash));
        const next = [];
        for (const { path, hash } of level) {
            for (const entry of trees.get(hash) ?? []) {
                if (entry.mode === FOLDER)
                    next.push({ path: `${path}${entry.name}/`, hash: entry.hash });
                else if (entry.mode.startsWith("100"))
                    found.set(`${path}${entry.name}`, entry.hash);
                else if (entry.mode === LINK)
                    links.push(`${path}${entry.name}`);
            }
        }
        level = next;
    }
    return { files: found, links };
}
/**
 * The paths, of files, links and submodules, that differ between two commits below `prefix`. Equal folders are not
 * opened, so it costs what differs.
 */
async function differingPaths(objects, from, to, prefix) {
    const found = [];
    let level = [{ path: "", sides: [await folder(objects, from, prefix), await folder(objects, to, prefix)] }];
    level = level.filter(({ sides: [a, b] }) => a !== b);
    while (level.length > 0) {
        const trees = await readTrees(objects, level.flatMap(({ sides }) => sides));
        const next = [];
        for (const { path, sides } of level) {
            const names = new Map();
            for (const [side, hash] of sides.entries()) {
                for (const entry of trees.get(hash) ?? []) {
                    const both = names.get(entry.name) ?? [undefined, undefined];
                    both[side] = entry;
                    names.set(entry.name, both);
                }
            }
            for (const [name, both] of names) {
                if (both[0]?.hash === both[1]?.hash && both[0]?.mode === both[1]?.mode)
                    continue;
                const full = `${path}${name}`;
                if (both.some((entry) => entry !== undefined && entry.mode !== FOLDER))
                    found.push(full);
                const folders = both.map((entry) => (entry?.mode === FOLDER ? entry.hash : ""));
                if (folders.some((hash) => hash !== ""))
                    next.push({ path: `${full}/`, sides: folders });
            }
        }
        level = next;
    }
    return found;
}
/** The tree of a folder of a commit; empty where it has none. */
async function folder(objects, commit, prefix) {
    const [root] = await objects.contents([`${commit}^{tree}`]);
    if (root === undefined)
        throw new Error(`${commit} has no tree in this clone`);
    let { hash } = root;
    for (const part of prefix.split("/").filter((each) => each !== "")) {
        const entries = (await readTrees(objects, [hash])).get(hash) ?? [];
        const entry = entries.find(({ name, mode }) => name === part && mode === FOLDER);
        if (entry === undefined)
            return "";
        hash = entry.hash;
    }
    return hash;
}
async function readTrees(objects, hashes) {
    const asked = [...new Set(hashes)].filter((hash) => hash !== "");
    const found = await objects.contents(asked);
    return new Map(asked.map((hash, index) => {
        const content = found[index]?.content;
        if (content === undefined)
            throw new Error(`tree ${hash} is missing in this clone or too large`);
        return [hash, parseTree(content, hash.length / 2)];
    }));
}
/** `MODE NAME NUL HASH`, again and again; `bytes` is the length of a hash. */
function parseTree(content, bytes) {
    const entries = [];
    for (let at = 0; at < content.length;) {
        const blank = content.indexOf(0x20, at);
        const end = content.indexOf(0, blank);
        if (blank < 0 || end < 0)
            throw new Error("a tree object is broken");
        entries.push({
            mode: content.toString("latin1", at, blank),
            name: content.toString("utf8", blank + 1, end),
            hash: content.toString("hex", end + 1, end + 1 + bytes),
        });
        at = end + 1 + bytes;
    }
    return entries;
}
//# sourceMappingURL=commit-tree.js.map

/***/ }),

/***/ 29907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ openGit),
  w: () => (/* binding */ tokenCredentials)
});

// EXTERNAL MODULE: ./.cache/bundles/git/commit-tree.js
var commit_tree = __webpack_require__(19289);
;// CONCATENATED MODULE: ./.cache/bundles/git/diff.js
/** Reading what `git diff` writes. Pure. */
const STATUS = {
    A: "added",
    M: "modified",
    T: "modified",
    D: "deleted",
    R: "renamed",
    C: "copied",
    U: "modified",
    X: "modified",
};
/** `git diff --name-status -z -M`. */
function parseChangedFiles(output) {
    const fields = output.split("\0");
    const files = [];
    for (let index = 0; index + 1 < fields.length;) {
        const letter = (fields[index] ?? "").charAt(0);
        const status = STATUS[letter];
        if (status === undefined)
            throw new Error(`git diff wrote a status that is not known: ${JSON.stringify(fields[index])}`);
        if (status === "renamed" || status === "copied") {
            files.push({ status, from: fields[index + 1], path: fields[index + 2] ?? "" });
            index += 3;
        }
        else {
            files.push({ status, from: undefined, path: fields[index + 1] ?? "" });
            index += 2;
        }
    }
    return files;
}
const LINE_FEED = 0x0a;
const PLUS = 0x2b;
const MINUS = 0x2d;
/**
 * Reads `git diff -U0` with the prefixes `a/` and `b/` and core.quotePath off, in chunks of any size. Only hunk
 * headers are trusted for line numbers, and each hunk's lines are skipped by count, so that content that looks
 * like a header is none, and content of any size is not kept.
 */
function addedLinesParser() {
    const added = new Map();
    let lines;
    /** Lines of the hunk that are still to come. */
    let skip = 0;
    let inContent = false;
    let rest = [];
    const header = (line) => {
        if (line.startsWith("+++ ")) {
            const path = newPath(line.slice(4));
            lines = path === undefined ? undefined : [];
            if (path !== undefined && lines !== undefined)
                added.set(path, lines);
            return;
        }
        const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
        if (hunk === null)
            return;
        const removed = hunk[1] === undefined ? 1 : Number(hunk[1]);
        const start = Number(hunk[2]);
        const count = hunk[3] === undefined ? 1 : Number(hunk[3]);
        skip = removed + count;
        for (let offset = 0; offset < count; offset++)
            lines?.push(start + offset);
    };
    return {
        take: (chunk) => {
            for (let at = 0; at < chunk.length;) {
                if (!inContent && rest.length === 0 && skip > 0 && (chunk[at] === PLUS || chunk[at] === MINUS)) {
                    skip--;
                    inContent = true;
                }
                const end = chunk.indexOf(LINE_FEED, at);
                const part = chunk.subarray(at, end < 0 ? chunk.length : end);
                if (!inContent && end < 0)
                    rest.push(Buffer.from(part));
                else if (!inContent) {
                    header(Buffer.concat([...rest, part]).toString("utf8"));
                    rest = [];
                }
                if (end < 0)
                    break;
                inContent = false;
                at = end + 1;
            }
            return true;
        },
        end: () => new Map([...added].filter(([, numbers]) => numbers.length > 0)),
    };
}
/** git quotes a path that holds a quote, a backslash or a control character even with core.quotePath off. */
function newPath(text) {
    // A tab ends a path that holds blanks.
    const bare = text.endsWith("\t") ? text.slice(0, -1) : text;
    const path = bare.startsWith('"') ? unquote(bare.slice(1, -1)) : bare;
    return path.startsWith("b/") ? path.slice(2) : undefined;
}
const ESCAPES = {
    a: 7,
    b: 8,
    t: 9,
    n: 10,
    v: 11,
    f: 12,
    r: 13,
    '"': 34,
    "\\": 92,
};
function unquote(text) {
    const bytes = [];
    for (const [part, octal, letter] of text.matchAll(/\\([0-7]{3})|\\(.)|[^\\]+/gs)) {
        if (octal !== undefined)
            bytes.push(Number.parseInt(octal, 8));
        else if (letter !== undefined)
            bytes.push(ESCAPES[letter] ?? letter.charCodeAt(0));
        else
            bytes.push(...Buffer.from(part));
    }
    return Buffer.from(bytes).toString("utf8");
}
//# sourceMappingURL=diff.js.map
// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
// EXTERNAL MODULE: ./.cache/bundles/git/process.js + 1 modules
var process = __webpack_require__(81637);
;// CONCATENATED MODULE: ./.cache/bundles/git/missing.js


/** What a HEAD that can't be read means. */
async function noHead(run, cause) {
    if (!(cause instanceof process/* GitError */.XS))
        return cause;
    const none = await noRepository(run, cause);
    if (none !== undefined)
        return none;
    // Quiet where HEAD names nothing; it has words where references can't be read.
    const head = ["rev-parse", "--verify", "--quiet", "HEAD"];
    const { code, stderr } = await run(head, { allowed: [1, 128] });
    if (code !== 0 && stderr.trim() !== "")
        return new process/* GitError */.XS(head, code, null, stderr.trim());
    return new errors/* UserError */.yo("git-no-commit", "The repository has no commit yet", {
        cause,
        hint: "Commit something first: versions and changes are read from commits.",
    });
}
/** What is wrong with the repository as such; undefined where there is one that git reads. */
async function noRepository(run, cause) {
    const { code, stderr } = await run(["rev-parse", "--git-dir"], { allowed: [128] });
    if (/dubious ownership/.test(stderr)) {
        return new errors/* UserError */.yo("git-unsafe-directory", "git refuses this repository because another user owns it", {
            cause,
            hint: "Run: git config --global --add safe.directory with the folder's path.",
        });
    }
    if (code !== 0) {
        return new errors/* UserError */.yo("git-no-repository", "The working directory is in no git repository", {
            cause,
            hint: "Run actions/checkout before this step, or change to a clone.",
        });
    }
    return undefined;
}
//# sourceMappingURL=missing.js.map
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./.cache/bundles/git/stop.js
var git_stop = __webpack_require__(23385);
// EXTERNAL MODULE: ./.cache/bundles/git/trace.js
var git_trace = __webpack_require__(32952);
;// CONCATENATED MODULE: ./.cache/bundles/git/objects.js





const LIMIT = 64 * 1024 * 1024;
/** Milliseconds without a question until the process is ended; the next question starts another. */
const IDLE = 10_000;
/** Starts nothing before the first question, and keeps no program alive when no question is open. */
function objectReader(options) {
    let running;
    /** The one that may fetch, where a partial clone lacks what was asked for. */
    let fetching;
    const reader = () => {
        running ??= start(options, NO_FETCH, (ended) => {
            if (running === ended)
                running = undefined;
        });
        return running;
    };
    const fetcher = () => {
        fetching ??= start(options, {}, (ended) => {
            if (fetching === ended)
                fetching = undefined;
        });
        return fetching;
    };
    const ask = (from, names, contents, limit) => {
        if (names.length === 0)
            return Promise.resolve([]);
        // Names come in lines: one with a line feed would be two questions.
        const wrong = names.find((name) => /[\n\0]/.test(name));
        if (wrong !== undefined)
            return Promise.reject(new Error(`${JSON.stringify(wrong)} names no object`));
        const { signal } = options;
        if (signal?.aborted === true)
            return Promise.reject((0,git_stop/* stoppedError */.Wm)(signal, "cat-file"));
        const { promise, resolve, reject } = Promise.withResolvers();
        from().ask({ names, contents, limit, found: [], resolve, reject });
        return promise;
    };
    /** Whether git was asked for contents that it could only give after it has fetched them. */
    let lacks = false;
    const answer = async (names, contents, limit) => {
        // A question that waits behind another one may end with it: then it is asked again.
        for (let attempts = contents ? 1 : 2; attempts > 0 && !(contents && lacks); attempts--) {
            try {
                return await ask(reader, names, contents, limit);
            }
            catch (error) {
                // It ends where it may not fetch what the clone was promised.
                if (!(error instanceof process/* GitError */.XS) || !/ promisor remote$/m.test(error.stderr))
                    throw error;
                lacks ||= contents;
            }
        }
        return ask(fetcher, names, contents, limit);
    };
    return {
        begun: () => {
            // With these the files are elsewhere than the working tree tells.
            const { GIT_COMMON_DIR, GIT_SHALLOW_FILE } = options.environment;
            if (GIT_COMMON_DIR !== undefined || GIT_SHALLOW_FILE !== undefined)
                return Promise.resolve(undefined);
            return reader().begun;
        },
        info: (names) => answer(names, false, 0),
        contents: (names, limit = LIMIT) => answer(names, true, limit),
    };
}
/** Of git 2.39.4, 2.45 and newer ones. Others fetch. */
const NO_FETCH = { GIT_NO_LAZY_FETCH: "1" };
function start(options, environment, ended) {
    const args = ["cat-file", "--batch-command", "--buffer"];
    const child = (0,external_node_child_process_.spawn)("git", [...process/* SAFE_CONFIG */.rg, ...git_trace/* TRACED_CONFIG */.R8, ...args], {
        cwd: options.directory,
        env: { ...(0,process/* gitEnvironment */._K)(options.environment), ...(0,git_trace/* traceEnvironment */.xx)(git_trace/* REMOTE_SETTINGS */.DT), ...environment },
        stdio: ["pipe", "pipe", "pipe", "pipe"],
        // A group of its own: where objects are missing, git starts others to fetch them.
        detached: true,
    });
    (0,git_stop/* endWith */.qZ)(options.signal, child);
    const { stdin, stdout, stderr: err } = child;
    if (stdin === null || stdout === null || err === null)
        throw new Error("git was started without pipes");
    const queue = [];
    let stderr = "";
    let idle;
    const fail = (error) => {
        for (const question of queue.splice(0))
            question.reject(error);
    };
    const answers = answerParser(queue);
    const begun = beginning(child, () => {
        if (queue.length === 0)
            hold(child, false);
    });
    stdout.on("data", (chunk) => {
        try {
            answers(chunk);
        }
        catch (error) {
            fail(error);
            (0,git_stop/* killGroup */.i0)(child);
        }
        if (queue.length > 0)
            return;
        hold(child, false);
        idle = setTimeout(() => {
            ended(self);
            stdin.end();
        }, IDLE);
        idle.unref();
    });
    err.on("data", (chunk) => {
        if (stderr.length < 64 * 1024)
            stderr += chunk.toString("utf8");
    });
    stdin.on("error", () => undefined);
    child.on("error", (cause) => {
        ended(self);
        fail((0,process/* notStarted */.DY)(cause));
    });
    child.on("close", (code, signal) => {
        clearTimeout(idle);
        ended(self);
        if (options.signal?.aborted === true)
            fail((0,git_stop/* stoppedError */.Wm)(options.signal, "cat-file"));
        else
            fail(new process/* GitError */.XS(args, code ?? 128, signal, stderr.trim()));
    });
    const self = {
        ask: (question) => {
            clearTimeout(idle);
            hold(child, true);
            queue.push(question);
            const command = question.contents ? "contents" : "info";
            stdin.write(`${question.names.map((name) => `${command} ${name}\n`).join("")}flush\n`);
        },
        begun,
    };
    return self;
}
/** Milliseconds that git has to tell of its beginning; it does so before it answers. */
const BEGINNING = 2_000;
/** What git writes to its trace when it begins; what comes later is thrown away. */
function beginning(child, told) {
    const { promise, resolve } = Promise.withResolvers();
    const tracing = child.stdio[git_trace/* TRACE_FD */.vf];
    let trace = "";
    const tell = (found) => {
        if (trace === undefined)
            return;
        trace = undefined;
        clearTimeout(timer);
        resolve(found);
        told();
    };
    const timer = setTimeout(() => tell(undefined), BEGINNING);
    if (!(tracing instanceof external_node_stream_.Readable)) {
        tell(undefined);
        return promise;
    }
    tracing.setEncoding("utf8");
    tracing.on("data", (chunk) => {
        if (trace === undefined)
            return;
        trace += chunk;
        const found = (0,git_trace/* completeTrace */.rc)(trace);
        if (found !== undefined || trace.length > 1024 * 1024)
            tell(found);
    });
    tracing.on("error", () => tell(undefined));
    tracing.on("close", () => tell(undefined));
    return promise;
}
/** Whether the process keeps this program running. */
function hold(child, held) {
    for (const each of [child, ...child.stdio]) {
        if (each === null)
            continue;
        if (held)
            each.ref?.();
        else
            each.unref?.();
    }
}
/** Reads answers in chunks of any size and gives them to the questions in their order. */
function answerParser(queue) {
    let rest = Buffer.alloc(0);
    /** The object whose contents are being read, with what is there of them. */
    let open;
    const answer = (object) => {
        const [question] = queue;
        if (question === undefined)
            throw new Error("git cat-file answered without a question");
        question.found.push(object);
        if (question.found.length < question.names.length)
            return;
        queue.shift();
        question.resolve(question.found);
    };
    return (chunk) => {
        let at = 0;
        const data = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
        rest = Buffer.alloc(0);
        while (at < data.length) {
            if (open !== undefined) {
                // The line feed after the contents is counted in `left`.
                const part = data.subarray(at, at + open.left);
                open.parts?.push(part);
                open.left -= part.length;
                at += part.length;
                if (open.left > 0)
                    break;
                const { object, parts } = open;
                open = undefined;
                answer({ ...object, content: parts && Buffer.concat(parts).subarray(0, object.size) });
                continue;
            }
            const end = data.indexOf(0x0a, at);
            if (end < 0) {
                rest = Buffer.from(data.subarray(at));
                break;
            }
            const line = data.toString("utf8", at, end);
            at = end + 1;
            const match = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(line);
            if (match === null) {
                if (!/ (missing|ambiguous)$/.test(line))
                    throw new Error(`git cat-file wrote ${JSON.stringify(line.slice(0, 200))}`);
                answer(undefined);
                continue;
            }
            const [, hash = "", type = "", size = ""] = match;
            const object = { hash, type, size: Number(size), content: undefined };
            const question = queue[0];
            if (question?.contents !== true)
                answer(object);
            else
                open = { object, left: object.size + 1, parts: object.size > question.limit ? undefined : [] };
        }
    };
}
//# sourceMappingURL=objects.js.map
;// CONCATENATED MODULE: ./.cache/bundles/git/stream.js




/**
 * Runs git and hands over what it writes, chunk by chunk. `take` returns false when it has seen enough: git is
 * then killed and its end is no error. What `take` throws ends git too and is thrown on.
 */
async function streamGit(args, options, take) {
    (0,git_stop/* refuseStopped */.q3)(options.signal, args[0]);
    const { promise, resolve, reject } = Promise.withResolvers();
    const child = (0,external_node_child_process_.spawn)("git", [...process/* SAFE_CONFIG */.rg, ...args], {
        cwd: options.directory,
        // Many small writes cost both sides more than a block that comes a little later.
        env: { ...(0,process/* gitEnvironment */._K)(options.environment), GIT_FLUSH: "0" },
        stdio: ["pipe", "pipe", "pipe"],
        // A group of its own: where objects are missing, git starts others to fetch them.
        detached: true,
    });
    (0,git_stop/* endWith */.qZ)(options.signal, child);
    const idle = options.idle ?? 300_000;
    let stderr = "";
    let enough = false;
    let failure;
    const stop = (error) => {
        enough = true;
        failure ??= error;
        (0,git_stop/* killGroup */.i0)(child);
    };
    const silent = () => stop(new errors/* UserError */.yo("git-timeout", `git ${args[0] ?? ""} wrote nothing for ${Math.round(idle / 1000)} seconds`, { fault: "outside", hint: "Check the disk and the repository (git fsck), and run the step again." }));
    let timer = setTimeout(silent, idle);
    child.stdout.on("data", (chunk) => {
        if (enough)
            return;
        clearTimeout(timer);
        timer = setTimeout(silent, idle);
        try {
            if (!take(chunk))
                stop();
        }
        catch (error) {
            stop(error);
        }
    });
    child.stderr.on("data", (chunk) => {
        if (stderr.length < 64 * 1024)
            stderr += chunk.toString("utf8");
    });
    child.on("error", (cause) => {
        clearTimeout(timer);
        reject((0,process/* notStarted */.DY)(cause));
    });
    child.on("close", (code, signal) => {
        clearTimeout(timer);
        if (failure !== undefined)
            reject(failure);
        else if (!enough && code !== 0 && options.signal?.aborted === true)
            reject((0,git_stop/* stoppedError */.Wm)(options.signal, args[0]));
        else if (enough || code === 0)
            resolve();
        else
            reject(new process/* GitError */.XS(args, code ?? 128, signal, stderr.trim()));
    });
    child.stdin.on("error", () => undefined);
    child.stdin.end(options.input ?? "");
    return promise;
}
//# sourceMappingURL=stream.js.map
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/bundles/git/tree.js
var tree = __webpack_require__(6693);
;// CONCATENATED MODULE: ./.cache/bundles/git/working-tree.js





/** The files of the working tree that git tracks or would track. */
function workingTree(run, directory) {
    const entries = async () => {
        const names = async (...args) => (await run([...args, "-z"])).stdout.toString("utf8").split("\0").slice(0, -1);
        const [staged, others, deleted, retyped] = await Promise.all([
            names("ls-files", "--stage"),
            names("ls-files", "--others", "--exclude-standard"),
            names("ls-files", "--deleted"),
            // Files that are links by now, or links that are files.
            names("diff-files", "--name-only", "--diff-filter=T", "--relative", "--ignore-submodules=all"),
        ]).catch(async (cause) => {
            throw (await noRepository(run, cause)) ?? cause;
        });
        // What is there says what it is, where the index does not know.
        const files = new Set();
        const links = new Set();
        const look = (path) => {
            const stat = (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(directory, path), { throwIfNoEntry: false });
            files.delete(path);
            links.delete(path);
            if (stat?.isFile() === true)
                files.add(path);
            else if (stat?.isSymbolicLink() === true)
                links.add(path);
        };
        for (const path of others)
            look(path);
        for (const entry of staged) {
            const path = entry.slice(entry.indexOf("\t") + 1);
            if (entry.startsWith("100"))
                files.add(path);
            else if (entry.startsWith("120"))
                links.add(path);
        }
        for (const path of deleted) {
            files.delete(path);
            links.delete(path);
        }
        for (const path of retyped)
            look(path);
        return { files: [...files].sort(), links: [...links].sort() };
    };
    return {
        name: "the working tree",
        list: async () => (await entries()).files,
        entries,
        read: async (paths) => {
            const texts = new Map();
            for (const path of paths) {
                const file = (0,external_node_path_.join)(directory, path);
                const stat = await (0,promises_.lstat)(file).catch(() => undefined);
                // A link could lead out of the repository.
                if (stat === undefined || !stat.isFile())
                    continue;
                if (stat.size > tree/* READ_LIMIT */.Fe)
                    throw (0,tree/* tooLarge */.g$)(path, "the working tree");
                texts.set(path, await (0,promises_.readFile)(file, "utf8"));
            }
            return texts;
        },
    };
}
//# sourceMappingURL=working-tree.js.map
;// CONCATENATED MODULE: ./.cache/bundles/git/git.js







/** The credentials of a token, where there is one and its server is known. */
function tokenCredentials(serverUrl, token) {
    return serverUrl === undefined || token === undefined ? undefined : { serverUrl, token };
}
/** Opens the repository that holds `directory`. Nothing is run before the first question. */
function openGit(options) {
    const { directory, signal } = options;
    const environment = {
        ...options.environment,
        ...credentialEnvironment(options.credentials, options.environment),
    };
    const objects = objectReader({ directory, environment, signal });
    const run = async (args, more) => {
        try {
            return await (0,process/* runGit */.EO)(args, { directory, environment, signal, ...more });
        }
        catch (cause) {
            if (more?.failure === "no-commit")
                throw await noHead(run, cause);
            throw cause;
        }
    };
    let prefix;
    const text = async (args, more) => (await run(args, more)).stdout.toString("utf8").trim();
    const git = {
        directory,
        run,
        stream: (args, take, own = {}) => {
            const signals = [signal, own.signal].filter((each) => each !== undefined);
            return streamGit(args, { ...own, directory, environment, signal: AbortSignal.any(signals) }, take);
        },
        objects,
        prefix: () => {
            prefix ??= run(["rev-parse", "--show-prefix"]).then(({ stdout }) => stdout.toString("utf8").replace(/\n$/, ""));
            return prefix;
        },
        head: () => text(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], { failure: "no-commit" }),
        commit: async (revision) => {
            if (revision.startsWith("-") || revision.includes("\0"))
                return undefined;
            const { code, stdout } = await run(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`], {
                allowed: [1, 128],
            });
            return code === 0 ? stdout.toString("utf8").trim() : undefined;
        },
        parents: async (commit) => {
            const line = await text(["rev-list", "--parents", "--max-count=1", "--end-of-options", commit, "--"]);
            return line.split(" ").slice(1);
        },
        mergeBase: async (a, b) => {
            const { code, stdout } = await run(["merge-base", "--", a, b], { allowed: [1] });
            return code === 0 ? stdout.toString("utf8").trim() : undefined;
        },
        isAncestor: async (ancestor, descendant) => (await run(["merge-base", "--is-ancestor", "--", ancestor, descendant], { allowed: [1] })).code === 0,
        isShallow: async () => (await text(["rev-parse", "--is-shallow-repository"])) === "true",
        isDirty: async () => (await run(["diff", "--quiet", "--no-ext-diff", "HEAD", "--"], { allowed: [1] })).code === 1,
        changedFiles: async (base, head) => {
            const range = head === "working-tree" ? [base] : [base, head];
            const { stdout } = await run([
                "diff",
                "--name-status",
                "-z",
                "-M",
                "--relative",
                "--no-ext-diff",
                // A change could else hide a submodule's by .gitmodules.
                "--ignore-submodules=none",
                "--end-of-options",
                ...range,
                "--",
            ]);
            const changed = parseChangedFiles(stdout.toString("utf8"));
            if (head !== "working-tree")
                return changed;
            const untracked = await text(["ls-files", "-z", "--others", "--exclude-standard"]);
            const added = untracked.split("\0").filter((path) => path !== "");
            return [...changed, ...added.map((path) => ({ status: "added", path, from: undefined }))];
        },
        addedLines: async (base, head) => {
            const range = head === "working-tree" ? [base] : [base, head];
            const parser = addedLinesParser();
            await git.stream([
                "diff",
                "-U0",
                "--inter-hunk-context=0",
                "-M",
                "--relative",
                "--no-ext-diff",
                "--no-textconv",
                // A change could else hide its lines by a byte of zero or by .gitattributes.
                "--text",
                "--no-color",
                "--src-prefix=a/",
                "--dst-prefix=b/",
                "--end-of-options",
                ...range,
                "--",
            ], parser.take);
            return parser.end();
        },
        tree: (commit) => (0,commit_tree/* commitTree */.S)(objects, commit, git.prefix),
        rootTree: (commit) => (0,commit_tree/* commitTree */.S)(objects, commit, async () => ""),
        workingTree: () => workingTree(run, directory),
        remote: async () => {
            const { code, stdout } = await run(["remote", "get-url", "origin"], { allowed: [2, 128] });
            return code === 0 ? stdout.toString("utf8").trim() : undefined;
        },
        fetch: async (refspecs, fetchOptions = {}) => {
            const depth = fetchOptions.unshallow === true
                ? ["--unshallow"]
                : fetchOptions.depth === undefined
                    ? []
                    : [`--depth=${fetchOptions.depth}`];
            await run([
                "fetch",
                "--quiet",
                "--no-tags",
                "--no-recurse-submodules",
                ...depth,
                "origin",
                "--",
                ...refspecs,
            ]);
        },
    };
    return git;
}
/** The header goes through the environment, so that no process list and no configuration file holds the token. */
function credentialEnvironment(credentials, environment) {
    if (credentials === undefined)
        return {};
    const { origin } = new URL(credentials.serverUrl);
    const basic = Buffer.from(`x-access-token:${credentials.token}`).toString("base64");
    // What is configured this way already (safe.directory in a container, say) stays.
    const first = Number(environment.GIT_CONFIG_COUNT ?? "0") || 0;
    const key = `http.${origin}/.extraheader`;
    return {
        GIT_CONFIG_COUNT: String(first + 2),
        // The empty value drops what actions/checkout left in the clone: servers refuse two such headers.
        [`GIT_CONFIG_KEY_${first}`]: key,
        [`GIT_CONFIG_VALUE_${first}`]: "",
        [`GIT_CONFIG_KEY_${first + 1}`]: key,
        [`GIT_CONFIG_VALUE_${first + 1}`]: `AUTHORIZATION: basic ${basic}`,
    };
}
//# sourceMappingURL=git.js.map

/***/ }),

/***/ 81637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  XS: () => (/* binding */ GitError),
  rg: () => (/* binding */ SAFE_CONFIG),
  _K: () => (/* binding */ gitEnvironment),
  DY: () => (/* binding */ notStarted),
  EO: () => (/* binding */ runGit)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
;// CONCATENATED MODULE: ./.cache/bundles/git/redact.js
/** git repeats a remote's URL in its errors, and a URL may hold a password, with an @ in it too. */
function withoutCredentials(text) {
    return text.replace(/(\w+:\/\/)[^/\s]*@/g, "$1***@");
}
//# sourceMappingURL=redact.js.map
// EXTERNAL MODULE: ./.cache/bundles/git/stop.js
var git_stop = __webpack_require__(23385);
// EXTERNAL MODULE: ./.cache/bundles/git/trace.js
var git_trace = __webpack_require__(32952);
;// CONCATENATED MODULE: ./.cache/bundles/git/process.js






/**
 * Settings that hold for every call: no hooks, no file-system monitor, no signature output between records,
 * no quoted paths. They keep a repository's own configuration from running programs or changing output.
 */
const SAFE_CONFIG = [
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.quotePath=false",
    "-c",
    "log.showSignature=false",
    "-c",
    "log.mailmap=false",
    "-c",
    "diff.external=",
    "-c",
    "color.ui=false",
];
/** Variables with which git would look elsewhere, run a program, or take words for something else than is meant. */
const DROPPED = new Set([
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_EXTERNAL_DIFF",
    "GIT_DIFF_OPTS",
    "GIT_LITERAL_PATHSPECS",
    "GIT_GLOB_PATHSPECS",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS",
]);
/** The environment of every call: never ask a person, always answer in English, take no optional locks. */
function gitEnvironment(environment) {
    return {
        ...Object.fromEntries(Object.entries(environment).filter(([name]) => !DROPPED.has(name))),
        GIT_TERMINAL_PROMPT: "0",
        GIT_OPTIONAL_LOCKS: "0",
        // A replaced commit would have another history here than everywhere else.
        GIT_NO_REPLACE_OBJECTS: "1",
        GIT_ASKPASS: "",
        SSH_ASKPASS: "",
        LC_ALL: "C",
        GIT_PAGER: "cat",
    };
}
/**
 * Runs git once with an argument array and returns what it wrote. An exit code that is not allowed is an
 * Error with git's own words; a git that cannot be started is a UserError.
 */
async function runGit(args, options) {
    (0,git_stop/* refuseStopped */.q3)(options.signal, args[0]);
    const { promise, resolve, reject } = Promise.withResolvers();
    const child = (0,external_node_child_process_.spawn)("git", [...SAFE_CONFIG, ...args], {
        cwd: options.directory,
        env: { ...gitEnvironment(options.environment), ...(0,git_trace/* traceEnvironment */.xx)(options.traced) },
        stdio: ["pipe", "pipe", "pipe", ...(options.traced === undefined ? [] : ["pipe"])],
        // A group of its own: git's transports are children that would keep the pipes open after git is killed.
        detached: true,
    });
    (0,git_stop/* endWith */.qZ)(options.signal, child);
    const limit = options.limit ?? 256 * 1024 * 1024;
    const milliseconds = options.timeout ?? 600_000;
    const stdout = [];
    let bytes = 0;
    let trace = "";
    let stderr = "";
    let stopped;
    const stop = (error) => {
        stopped ??= error;
        (0,git_stop/* killGroup */.i0)(child);
    };
    const timer = setTimeout(() => {
        stop(new errors/* UserError */.yo("git-timeout", `git ${args[0] ?? ""} took longer than ${Math.round(milliseconds / 1000)} seconds`, {
            fault: "outside",
            hint: "Check that the remote answers, and run the step again.",
        }));
    }, milliseconds);
    const { stdin, stdout: out, stderr: err } = child;
    if (stdin === null || out === null || err === null)
        throw new Error("git was started without pipes");
    out.on("data", (chunk) => {
        bytes += chunk.length;
        if (bytes > limit)
            stop(new Error(`git ${args[0] ?? ""} wrote more than ${limit} bytes`));
        else
            stdout.push(chunk);
    });
    const tracing = child.stdio[git_trace/* TRACE_FD */.vf];
    if (tracing instanceof external_node_stream_.Readable) {
        tracing.on("error", () => undefined);
        tracing.on("data", (chunk) => {
            if (trace.length < 1024 * 1024)
                trace += chunk.toString("utf8");
        });
    }
    err.on("data", (chunk) => {
        if (stderr.length < 64 * 1024)
            stderr += chunk.toString("utf8");
    });
    child.on("error", (cause) => {
        clearTimeout(timer);
        reject(notStarted(cause));
    });
    child.on("close", (code, signal) => {
        clearTimeout(timer);
        if (stopped !== undefined)
            return reject(stopped);
        if (code !== 0 && options.signal?.aborted === true)
            return reject((0,git_stop/* stoppedError */.Wm)(options.signal, args[0]));
        const exit = code ?? 128;
        if (exit === 0 || options.allowed?.includes(exit) === true)
            return resolve({
                code: exit,
                stdout: Buffer.concat(stdout),
                stderr,
                trace: trace === "" ? undefined : trace,
            });
        reject(new GitError(args, exit, signal, stderr.trim()));
    });
    stdin.on("error", () => undefined);
    stdin.end(options.input ?? "");
    return promise;
}
/** git is not there, or not its working directory. */
function notStarted(cause) {
    return new errors/* UserError */.yo("git-missing", `git could not be started: ${cause.message}`, {
        cause,
        hint: "Install git 2.38 or newer, and check that the working directory exists.",
    });
}
/** git ended with an exit code that the caller did not expect: a broken clone, a remote that does not answer. */
class GitError extends errors/* UserError */.yo {
    exitCode;
    /** What git said, without the credentials of any URL in it. */
    stderr;
    constructor(args, exitCode, signal, stderr) {
        const words = withoutCredentials(stderr);
        super("git-failed", `git ${args.slice(0, 3).join(" ")} ended with ${signal ?? exitCode}: ${words.slice(0, 2000)}`, {
            fault: "outside",
            hint: "Check that the clone is whole (git fsck) and that its remote answers.",
        });
        this.exitCode = exitCode;
        this.stderr = words;
    }
}
//# sourceMappingURL=process.js.map

/***/ }),

/***/ 23385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wm: () => (/* binding */ stoppedError),
/* harmony export */   i0: () => (/* binding */ killGroup),
/* harmony export */   q3: () => (/* binding */ refuseStopped),
/* harmony export */   qZ: () => (/* binding */ endWith)
/* harmony export */ });
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33786);

/** Throws where the work that a git would be started for is no longer wanted. */
function refuseStopped(signal, command) {
    if (signal?.aborted === true)
        throw stoppedError(signal, command);
}
/** What a git that was ended since nobody wants its answer any more is told as. */
function stoppedError(signal, command) {
    const by = typeof signal.reason === "string" ? ` by ${signal.reason}` : "";
    return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("git-stopped", `git ${command ?? ""} was stopped${by}`, { fault: "outside" });
}
/**
 * Ends a git, and what it started, when `signal` is aborted. It must lead a group of its own (`detached`): git's
 * transports are children that would keep its pipes open.
 */
function endWith(signal, child) {
    if (signal === undefined)
        return;
    let timer;
    const end = () => {
        // Asked first: killed at once it would leave its lock files behind.
        signalGroup(child, "SIGTERM");
        timer = setTimeout(() => killGroup(child), PATIENCE);
    };
    signal.addEventListener("abort", end, { once: true });
    child.once("close", () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", end);
    });
}
/** Milliseconds that git has to clear up when it is asked to end. */
const PATIENCE = 1_000;
/** Ends a process that leads a group, and all of the group. */
function killGroup(child) {
    signalGroup(child, "SIGKILL");
}
function signalGroup({ pid }, signal) {
    if (pid === undefined)
        return;
    try {
        process.kill(-pid, signal);
    }
    catch {
        // It has ended by itself in the meantime.
    }
}
//# sourceMappingURL=stop.js.map

/***/ }),

/***/ 32952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DT: () => (/* binding */ REMOTE_SETTINGS),
/* harmony export */   R8: () => (/* binding */ TRACED_CONFIG),
/* harmony export */   lb: () => (/* binding */ tracedSettings),
/* harmony export */   rc: () => (/* binding */ completeTrace),
/* harmony export */   vf: () => (/* binding */ TRACE_FD),
/* harmony export */   xx: () => (/* binding */ traceEnvironment)
/* harmony export */ });
/** What git tells of itself by trace2 (https://git-scm.com/docs/api-trace2), which costs no process of its own. */
/** The descriptor that git writes its events to: the first after the three that everybody has. */
const TRACE_FD = 3;
/** The settings of remotes that matter here, as trace2's patterns. */
const REMOTE_SETTINGS = "remote.*.url,remote.*.partialclonefilter";
/** A setting of our own. git tells those of its command line last, so all others were told before it. */
const LAST = "sluice.traced";
/** git is told this before its command, so that the end of its settings is seen. */
const TRACED_CONFIG = ["-c", `${LAST}=true`];
/** The environment in which git writes its events, as lines of JSON, with the values of the settings that are named. */
function traceEnvironment(settings) {
    if (settings === undefined)
        return {};
    return {
        GIT_TRACE2_EVENT: String(TRACE_FD),
        GIT_TRACE2_EVENT_BRIEF: "1",
        GIT_TRACE2_CONFIG_PARAMS: `${settings},${LAST}`,
        GIT_TRACE2_ENV_VARS: "",
    };
}
/** The trace of a git that was given `TRACED_CONFIG`, once all of its beginning is there. */
function completeTrace(trace) {
    if (!trace.includes(`"${LAST}"`) || !trace.endsWith("\n"))
        return undefined;
    const settings = tracedSettings(trace);
    if (!settings.some(([key]) => key === LAST))
        return undefined;
    const [worktree] = events(trace, "def_repo").flatMap((event) => typeof event.worktree === "string" ? [event.worktree] : []);
    return { worktree, settings };
}
/** The settings that a trace tells. */
function tracedSettings(trace) {
    return events(trace, "def_param").flatMap(({ param, value }) => typeof param === "string" && typeof value === "string" ? [[param, value]] : []);
}
function events(trace, name) {
    return trace.split("\n").flatMap((line) => {
        if (!line.includes(`"${name}"`))
            return [];
        const event = JSON.parse(line);
        const isEvent = typeof event === "object" && event !== null && "event" in event && event.event === name;
        return isEvent ? [event] : [];
    });
}
//# sourceMappingURL=trace.js.map

/***/ }),

/***/ 6693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fe: () => (/* binding */ READ_LIMIT),
/* harmony export */   KJ: () => (/* binding */ memoryTree),
/* harmony export */   g$: () => (/* binding */ tooLarge)
/* harmony export */ });
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33786);

/** The largest file that `FileTree.read` takes, in bytes. */
const READ_LIMIT = 1024 * 1024;
/** A tree that is held in memory, for tests and for questions about files that are not written yet. */
function memoryTree(files, name = "memory") {
    const held = new Map(Object.entries(files));
    return {
        name,
        list: async () => [...held.keys()].sort(),
        read: async (paths) => new Map(paths.flatMap((path) => (held.has(path) ? [[path, held.get(path) ?? ""]] : []))),
    };
}
/** The refusal of a file above the limit. */
function tooLarge(path, tree) {
    return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("file-too-large", `${path} in ${tree} is larger than 1 MiB`, {
        file: path,
        hint: "Files that are read as settings must be smaller.",
    });
}
//# sourceMappingURL=tree.js.map

/***/ }),

/***/ 47203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ COMMON_OUTPUTS),
/* harmony export */   s: () => (/* binding */ COMMON_INPUTS)
/* harmony export */ });
/** The inputs that every action has. */
const COMMON_INPUTS = [
    {
        name: "working-directory",
        description: "The folder of the repository to work in, relative to the workspace.",
        default: ".",
    },
    {
        name: "config-file",
        description: "The suite's settings, relative to the working directory. It may be absent.",
        default: "sluice.yaml",
    },
    { name: "summary", description: "Whether to write a job summary.", default: "true" },
];
/** The output that every action has. */
const COMMON_OUTPUTS = [
    { name: "result-file", description: "The path of the whole result, as JSON." },
];
//# sourceMappingURL=action.js.map

/***/ })

};
