export const id = 5162;
export const ids = [5162];
export const modules = {

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

/***/ 8397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  evidenceCommand: () => (/* binding */ evidenceCommand)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
// EXTERNAL MODULE: ./.cache/bundles/runner/problem.js
var problem = __webpack_require__(61806);
;// CONCATENATED MODULE: ./.cache/bundles/runner/problem-schema.js

/**
 * What is written of a `Problem`. Lines and columns count from 1. In a file of its own, since every command tells
 * problems and few read them.
 */
const problemSchema = schemas/* strictObject */.rej({
    severity: schemas/* enum */.k5n(["error", "warning", "notice"]),
    /** Stable, kebab-case, for programs. */
    code: schemas/* string */.YjP(),
    message: schemas/* string */.YjP(),
    file: schemas/* string */.YjP().optional(),
    line: schemas/* int */.Whr().positive().optional(),
    /** The last line, where the finding is about several. */
    endLine: schemas/* int */.Whr().positive().optional(),
    column: schemas/* int */.Whr().positive().optional(),
    hint: schemas/* string */.YjP().optional(),
});
//# sourceMappingURL=problem-schema.js.map
// EXTERNAL MODULE: ./.cache/bundles/evidence/evidence.js
var evidence = __webpack_require__(55309);
// EXTERNAL MODULE: ./.cache/bundles/evidence/figures.js
var figures = __webpack_require__(8195);
// EXTERNAL MODULE: ./.cache/bundles/evidence/formats.js + 5 modules
var formats = __webpack_require__(16792);
// EXTERNAL MODULE: ./.cache/bundles/evidence/merge.js + 1 modules
var merge = __webpack_require__(41257);
// EXTERNAL MODULE: ./.cache/bundles/evidence/other-commit.js
var other_commit = __webpack_require__(11868);
// EXTERNAL MODULE: ./.cache/bundles/evidence/readers.js + 56 modules
var readers = __webpack_require__(47983);
// EXTERNAL MODULE: ./.cache/bundles/evidence/tests/report.js
var report = __webpack_require__(28680);
// EXTERNAL MODULE: ./.cache/bundles/evidence/text.js + 1 modules
var evidence_text = __webpack_require__(35108);
;// CONCATENATED MODULE: ./.cache/bundles/evidence/evidence-report.js












/** What reports say by themselves, without a service, a level or a verdict (`sluice evidence`). */
const coverageSchema = schemas/* strictObject */.rej({
    files: schemas/* int */.Whr().min(0),
    lines: evidence/* ratioSchema */.DG.nullable(),
    branches: evidence/* ratioSchema */.DG.nullable(),
    functions: evidence/* ratioSchema */.DG.nullable(),
    statements: evidence/* ratioSchema */.DG.nullable(),
});
const evidenceReportSchema = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz("evidence-report.v1"),
    files: schemas/* array */.YOg(schemas/* strictObject */.rej({
        file: schemas/* string */.YjP().describe("As it was given."),
        format: schemas/* enum */.k5n([...formats/* TEST_FORMATS */.q9, ...formats/* COVERAGE_FORMATS */.Oo]).nullable(),
        tests: evidence/* testCountsSchema */.Cb.nullable(),
        coverage: coverageSchema.nullable(),
        problems: schemas/* array */.YOg(problemSchema).describe("One of severity error: the file is refused."),
    })),
    merged: schemas/* strictObject */.rej({ tests: evidence/* testCountsSchema */.Cb.nullable(), coverage: coverageSchema.nullable() })
        .describe("The union: the files are shards of one run."),
});
/** Reads each file; one that is refused does not keep the others from being read. */
async function readEvidence(files, source) {
    const reports = [];
    const union = new merge/* CoverageUnion */.sc();
    const counts = [];
    const suites = new Map();
    const matched = { covered: 0, total: 0 };
    const outside = new Set();
    let covered = false;
    /** Of the one report of coverage, while there is no other. */
    let alone = null;
    let resolved = false;
    for (const file of files) {
        const report = { file, format: null, tests: null, coverage: null, problems: [] };
        reports.push(report);
        try {
            const { format, all } = await recogniseSource(source.open(file), file);
            report.format = format;
            if ((0,formats/* isTestFormat */.Gb)(format)) {
                const tests = await readTests(format, all, file, suites);
                report.problems.push(...tests.problems);
                // What a report says is all that is in it; the union has a suite that stands in two reports once.
                report.tests = (0,merge/* mergeCounts */.Lq)([tests.counts, tests.repeated]);
                counts.push(tests.counts);
                continue;
            }
            const read = await readCoverage(format, all, file, source);
            report.problems.push(...read.problems);
            const own = reportedFigures((0,figures/* figures */.u5)(read.union.all));
            const { size } = read.union;
            union.absorb(read.union, file);
            report.coverage = own;
            if (read.matched !== null) {
                resolved = true;
                matched.covered += read.matched;
                matched.total += size;
            }
            for (const path of read.outside)
                outside.add(path);
            alone = covered ? null : own;
            covered = true;
        }
        catch (thrown) {
            if (!(thrown instanceof errors/* UserError */.yo))
                throw thrown;
            // A report that is refused repeats nothing.
            for (const [suite, from] of suites)
                if (from === file)
                    suites.delete(suite);
            const { input: _, ...place } = thrown.place;
            report.problems.push((0,problem/* problem */.C)("error", thrown.code, thrown.message, { ...place, file, hint: thrown.hint }));
        }
    }
    return {
        report: {
            schema: "evidence-report.v1",
            files: reports,
            merged: {
                tests: counts.length === 0 ? null : (0,merge/* mergeCounts */.Lq)(counts),
                coverage: alone ?? (covered ? reportedFigures((0,figures/* figures */.u5)(union.all)) : null),
            },
        },
        coverage: () => union.files(),
        outside,
        matched: resolved ? matched : null,
    };
}
async function recogniseSource(bytes, file) {
    const { head, all, close } = await (0,evidence_text/* peek */.se)(bytes);
    try {
        return { format: (0,formats/* recogniseBytes */.dM)(head, file), all };
    }
    catch (thrown) {
        await close();
        throw thrown;
    }
}
/** Whether a file was refused. */
function isRefused({ problems }) {
    return problems.some(({ severity }) => severity === "error");
}
async function readTests(format, bytes, file, suites) {
    const reader = (0,formats/* isTestFormat */.Gb)(format) ? readers/* TEST_READERS */.K[format] : undefined;
    if (reader === undefined)
        throw notYet(format, file);
    const collector = new report/* TestCollector */.gl(undefined, suites);
    await reader(bytes, file, collector);
    return collector;
}
async function readCoverage(format, bytes, file, source) {
    const reader = (0,formats/* isTestFormat */.Gb)(format) ? undefined : readers/* COVERAGE_READERS */.g[format];
    if (reader === undefined)
        throw notYet(format, file);
    // Git answers while the report is read. Where it can't, that is told below, or never for a report that is refused.
    const resolving = source.resolver(file);
    resolving.catch(() => undefined);
    const report = await reader(bytes, file);
    const resolve = await resolving;
    const own = [];
    const foreign = [];
    for (const raw of report.files) {
        const answer = resolve?.(raw.path, report, raw.module) ?? { kind: "none" };
        if (answer.kind === "ambiguous") {
            const { candidates } = answer;
            throw new errors/* UserError */.yo("coverage-path-ambiguous", `${file} names '${raw.path.slice(0, 300)}', which may be any of ${candidates.length} files: ${candidates.slice(0, 5).join(", ")}${candidates.length > 5 ? ", …" : ""}`, { file, hint: "Let the tool write paths relative to the service or to the repository." });
        }
        if (answer.kind === "file")
            own.push([answer.path, raw]);
        else
            foreign.push([pathAsWritten(raw.path, raw.module), raw]);
    }
    const problems = [...report.problems];
    if (resolve !== undefined) {
        await (0,other_commit/* refuseOtherCommit */.kh)(source, own, file, report.format);
        if (foreign.length > 0)
            problems.push(unmatchedProblem(file, own.length, foreign));
    }
    // Two written paths may be one file.
    const union = new merge/* CoverageUnion */.sc();
    for (const [path, raw] of own)
        union.take(path, raw, report, file);
    const matched = union.size;
    for (const [path, raw] of foreign)
        union.take(path, raw, report, file);
    const outside = foreign.map(([path]) => path).filter((path) => leadsOut(path, resolve !== undefined));
    return { union, outside, matched: resolve === undefined ? null : matched, problems };
}
/** Whether a path leaves the folder that it is relative to. An absolute one does where there is a repository. */
function leadsOut(path, inRepository) {
    if (/^([/\\]|[A-Za-z]:)/.test(path))
        return inRepository;
    if (!path.includes(".."))
        return false;
    let depth = 0;
    for (const segment of path.split("/")) {
        if (segment === "..")
            depth--;
        else if (segment !== "" && segment !== ".")
            depth++;
        if (depth < 0)
            return true;
    }
    return false;
}
/** With `/` on every machine; files of two modules keep two names. */
function pathAsWritten(path, module) {
    const slashed = path.replaceAll("\\", "/").replace(/^(\.\/)+/, "");
    return module === "" ? slashed : `${module}/${slashed}`;
}
function unmatchedProblem(file, own, foreign) {
    const named = foreign.slice(0, 3).map(([path]) => JSON.stringify(path.slice(0, 200)));
    const more = foreign.length > named.length ? ` and ${foreign.length - named.length} more` : "";
    return (0,problem/* problem */.C)("notice", "coverage-unmatched", `${foreign.length} of ${own + foreign.length} files in ${file} are no files of the repository: ${named.join(", ")}${more}`, { file, hint: "They count here under the paths that the report gives; the gate leaves them out." });
}
/** Lines are null where a report tells only of something else. */
function reportedFigures({ files, lines, branches, functions, statements, }) {
    const others = [branches, functions, statements];
    const silent = lines.total === 0 && others.some((each) => each !== null && each.total > 0);
    return { files, lines: silent ? null : lines, branches, functions, statements };
}
function notYet(format, file) {
    return new errors/* UserError */.yo("report-format", `${file} is a report that Sluice does not read yet (${format})`, {
        file,
    });
}
//# sourceMappingURL=evidence-report.js.map
// EXTERNAL MODULE: ./.cache/bundles/evidence/handing-on/expressible.js
var expressible = __webpack_require__(65984);
// EXTERNAL MODULE: ./.cache/bundles/runner/action.js
var action = __webpack_require__(47203);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/bundles/evidence/disk.js
var disk = __webpack_require__(95825);
// EXTERNAL MODULE: ./.cache/bundles/evidence/file-bytes.js
var file_bytes = __webpack_require__(27908);
// EXTERNAL MODULE: ./.cache/bundles/evidence/go-modules.js
var go_modules = __webpack_require__(98954);
// EXTERNAL MODULE: ./.cache/bundles/evidence/handing-on/cobertura.js
var cobertura = __webpack_require__(27693);
// EXTERNAL MODULE: ./.cache/bundles/evidence/handing-on/lcov.js
var lcov = __webpack_require__(20442);
// EXTERNAL MODULE: ./.cache/bundles/evidence/paths.js + 2 modules
var paths = __webpack_require__(15293);
// EXTERNAL MODULE: ./.cache/bundles/git/git.js + 5 modules
var git_git = __webpack_require__(29907);
// EXTERNAL MODULE: ./.cache/bundles/runner/whole-file.js
var whole_file = __webpack_require__(57777);
;// CONCATENATED MODULE: ./.cache/bundles/cli/progress.js
/** Files below this size are read before anybody looks, in bytes. */
const WORTH_SHOWING = 32 * 1024 * 1024;
/** The least that is read between two lines of progress, in bytes. */
const STEP = 8 * 1024 * 1024;
/** Hands bytes on, and shows in a terminal how far a large file has been read. */
async function* progressOf(source, file, size, stream) {
    if (stream.isTTY !== true || size < WORTH_SHOWING) {
        yield* source;
        return;
    }
    let read = 0;
    let shown = 0;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these could rewrite the screen
    const name = file.replace(/[\u0000-\u001f\u007f-\u009f]/g, "?").slice(-60);
    try {
        for await (const chunk of source) {
            yield chunk;
            read += chunk.length;
            if (read - shown < STEP)
                continue;
            shown = read;
            stream.write(`\r${name}: ${Math.floor((read * 100) / Math.max(read, size))} % of ${Math.round(size / 1e6)} MB`);
        }
    }
    finally {
        if (shown > 0)
            stream.write("\r\u001b[K");
    }
}
//# sourceMappingURL=progress.js.map
;// CONCATENATED MODULE: ./.cache/bundles/cli/evidence-ports.js













function evidencePorts(host) {
    const { directory, environment, log, signal } = host;
    const at = (file) => (0,external_node_path_.resolve)(directory, file);
    let repository;
    return {
        open: (file) => progressOf(evidence_ports_open(at(file), file), file, sizeOf(at(file)), process.stderr),
        lineCount: (path) => (0,disk/* diskReportFiles */.L)(directory).lineCount(path),
        resolver: async (file) => {
            const within = (0,external_node_path_.relative)(realOf(directory), realOf(at(file)));
            if (within.startsWith(`..${external_node_path_.sep}`) || (0,external_node_path_.isAbsolute)(within))
                return undefined;
            const path = within.replaceAll("\\", "/");
            repository ??= openRepository(directory, environment, signal);
            const known = await repository;
            // A report that git tracks is a sample: it tells of another place, whatever its paths look like.
            if (known === undefined || known.tracked.has(path))
                return undefined;
            const near = foldersOf(path);
            return (written, report, module) => known.paths.resolve(written, {
                service: near[0] ?? ".",
                near,
                sources: report.sources,
                root: directory,
                module,
            });
        },
        distinct: (files) => {
            const seen = new Set();
            return files.filter((file) => {
                const real = realOf(at(file));
                if (seen.has(real))
                    log.info(`${file} is named twice and counts once`);
                return seen.size < seen.add(real).size;
            });
        },
        refuseOverwriting: ({ files, lcov, cobertura }) => {
            const reports = new Set(files.map((file) => realOf(at(file))));
            const outputs = [lcov, cobertura].flatMap((each) => (each === undefined ? [] : [each]));
            for (const output of outputs) {
                if (reports.has(realOf(at(output)))) {
                    throw new errors/* UserError */.yo("output-is-input", `${output} is one of the reports and would be replaced`, {
                        hint: "Write to another file.",
                    });
                }
                if ((0,external_node_fs_.statSync)(at(output), { throwIfNoEntry: false })?.isDirectory() === true ||
                    !isFolder((0,external_node_path_.dirname)(at(output)))) {
                    throw new errors/* UserError */.yo("output-invalid", `${output} can't be written: it is a folder, or its folder is missing`, {
                        hint: "Name a file in a folder that is there.",
                    });
                }
            }
            if (lcov !== undefined && cobertura !== undefined && realOf(at(lcov)) === realOf(at(cobertura))) {
                throw new errors/* UserError */.yo("output-is-output", `${lcov} is named for lcov and for Cobertura`, {
                    hint: "Write them to two files.",
                });
            }
        },
        writeLcov: (path, files, left) => (0,whole_file/* writeWhole */.f)(at(path), (0,lcov/* lcovText */.I)(files, left)),
        writeCobertura: (path, files, left) => (0,whole_file/* writeWhole */.f)(at(path), (0,cobertura/* coberturaText */.D)(files, Date.now(), left)),
        tell: (text) => log.info(text),
    };
}
/** The repository around a folder; undefined where there is none, or git can't read it. */
async function openRepository(directory, environment, signal) {
    if (!mayBeRepository(directory, environment))
        return undefined;
    const git = (0,git_git/* openGit */.z)({ directory, environment, signal });
    const ofHead = async () => {
        const head = await git.commit("HEAD");
        return new Set(head === undefined ? [] : await git.tree(head).list());
    };
    try {
        const tree = git.workingTree();
        const [files, tracked] = await Promise.all([tree.list(), ofHead()]);
        const modules = await (0,go_modules/* readGoModules */.i)({ ...tree, list: async () => files });
        return { paths: new paths/* RepositoryPaths */.L(files, modules), tracked };
    }
    catch (thrown) {
        if (thrown instanceof errors/* UserError */.yo)
            return undefined;
        throw thrown;
    }
}
/** Whether git has anything to look at; starting it only to hear that it has not takes long beside a small report. */
function mayBeRepository(directory, environment) {
    if (environment.GIT_DIR !== undefined)
        return true;
    for (let folder = realOf(directory);; folder = (0,external_node_path_.dirname)(folder)) {
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, ".git")))
            return true;
        if (folder === (0,external_node_path_.dirname)(folder))
            return false;
    }
}
/** The folders that hold a file, nearest first. */
function foldersOf(path) {
    const folders = [];
    for (let slash = path.lastIndexOf("/"); slash > 0; slash = path.lastIndexOf("/", slash - 1))
        folders.push(path.slice(0, slash));
    return folders;
}
async function* evidence_ports_open(path, file) {
    try {
        yield* (0,file_bytes/* fileBytes */.s)(await (0,promises_.open)(path));
    }
    catch (cause) {
        if (!(cause instanceof Error) || !("code" in cause) || cause instanceof errors/* UserError */.yo)
            throw cause;
        const why = {
            ENOENT: "there is no such file",
            ENOTDIR: "there is no such file",
            EISDIR: "it is a folder",
            EACCES: "permission is denied",
        };
        throw new errors/* UserError */.yo("report-unreadable", `${file} can't be read: ${why[String(cause.code)] ?? (0,errors/* errorMessage */.gJ)(cause)}`, {
            file,
            cause,
            hint: "Check the name, and that the tool which writes it has run.",
        });
    }
}
function sizeOf(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.size ?? 0;
}
function isFolder(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
/** Past links, where the file is there. */
function realOf(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        return path;
    }
}
//# sourceMappingURL=evidence-ports.js.map
// EXTERNAL MODULE: ./.cache/bundles/runner/markdown.js
var markdown = __webpack_require__(20104);
// EXTERNAL MODULE: ./.cache/bundles/runner/problem-list.js
var problem_list = __webpack_require__(78503);
;// CONCATENATED MODULE: ./.cache/bundles/cli/evidence-text.js




/** What reports say, for people: one table, then what is wrong. Pure. */
function evidenceText(read, problems) {
    const { files, merged } = read.report;
    const rows = files.map((each) => row(each.file, isRefused(each) ? "refused" : (each.format ?? ""), each.tests, each.coverage));
    if (files.length > 1)
        rows.push(row("all", "", merged.tests, merged.coverage));
    const head = ["File", "Format", "Tests", "Failed", "Skipped", "Flaky"];
    const parts = [
        (0,markdown/* table */.tp)([...head, "Files", "Lines", "Branches", "Functions", "Statements"], rows),
        read.matched === null ? "" : `Files of the repository: ${(0,figures/* ratioText */.B9)(read.matched)} of those in reports`,
        (0,problem_list/* problemList */.g)(problems),
    ];
    return `${parts.filter((each) => each !== "").join("\n\n")}\n`;
}
/** The first refusal, or how much was read. */
function evidenceHeadline(files) {
    const refused = files.filter(isRefused).length;
    return `${files.length - refused} of ${files.length} files were read`;
}
function row(file, format, tests, coverage) {
    const count = (number) => (number === undefined ? "" : String(number));
    return [
        (0,markdown/* escapeMarkdown */.FV)(file),
        format,
        count(tests?.total),
        tests === null ? "" : count(tests.failed + tests.errors),
        count(tests?.skipped),
        count(tests?.flaky),
        count(coverage?.files),
        ratio(coverage?.lines),
        ratio(coverage?.branches),
        ratio(coverage?.functions),
        ratio(coverage?.statements),
    ];
}
function ratio(figure) {
    if (figure == null)
        return "";
    return figure.total === 0 ? "0/0" : `${figure.covered}/${figure.total} ${(0,figures/* percentText */.fL)(figure)} %`;
}
//# sourceMappingURL=evidence-text.js.map
;// CONCATENATED MODULE: ./.cache/bundles/cli/evidence.js







const evidenceCommand = {
    name: "evidence",
    description: "What reports of tests and coverage say. Several files are shards of one run.",
    inputs: [
        ...action/* COMMON_INPUTS */.s.filter((spec) => spec.name === "working-directory"),
        { name: "files", description: "The reports." },
        { name: "lcov", description: "A file to write the merged coverage to, as lcov." },
        { name: "cobertura", description: "A file to write the merged coverage to, as Cobertura XML." },
    ],
    operands: "files",
    outputs: [],
    examples: [
        "sluice evidence reports/*.xml coverage/lcov.info",
        "sluice evidence --json shard-*/coverage.xml --lcov merged.info --cobertura merged.xml",
    ],
    parse: (inputs) => {
        const files = inputs.list("files");
        if (files.length === 0) {
            throw new errors/* UserError */.yo("input-missing", "No file is given", {
                input: "files",
                hint: "Name the reports: sluice evidence reports/*.xml",
            });
        }
        return {
            files,
            lcov: output(inputs.text("lcov"), "lcov"),
            cobertura: output(inputs.text("cobertura"), "cobertura"),
        };
    },
    ports: (host) => evidencePorts(host),
    run: async (inputs, ports) => {
        ports.refuseOverwriting(inputs);
        const read = await readEvidence(ports.distinct(inputs.files), ports);
        const problems = read.report.files.flatMap((file) => file.problems);
        problems.push(...(await handOn(inputs, read, ports)));
        return { schema: evidenceReportSchema.shape.schema.value, read, problems };
    },
    report: ({ read, problems }) => ({
        headline: evidenceHeadline(read.report.files),
        markdown: evidenceText(read, problems),
        outputs: {},
        exitCode: problems.some(({ severity }) => severity === "error") ? 2 : 0,
    }),
    print: ({ read }) => read.report,
};
/** A flag without its value would become a file named `true`. */
function output(value, name) {
    if (value !== "true")
        return value;
    throw new errors/* UserError */.yo("input-missing", `--${name} needs the name of a file`, {
        input: name,
        hint: `Write --${name} FILE; for a file of that name ./true`,
    });
}
/** Writes the merged files, but none that leaves out what a refused report would have told. */
async function handOn(inputs, read, ports) {
    const { lcov, cobertura } = inputs;
    if (lcov === undefined && cobertura === undefined)
        return [];
    const why = read.report.files.some(isRefused)
        ? "a file was refused, and the merged coverage would lack it"
        : read.report.merged.coverage === null
            ? "no file holds coverage"
            : undefined;
    const targets = [lcov, cobertura].filter((each) => each !== undefined);
    if (why !== undefined) {
        const told = (0,problem/* problem */.C)("error", "coverage-not-written", `${targets.join(" and ")} not written: ${why}`, {
            hint: "Mend or leave out that report.",
        });
        ports.tell(told.message);
        return [told];
    }
    const left = [...read.outside]
        .sort()
        .map((path) => ({ path, what: "it is outside of the repository" }));
    const coverage = read.coverage().filter(({ path }) => !read.outside.has(path));
    if (lcov !== undefined)
        await ports.writeLcov(lcov, coverage, left);
    if (cobertura !== undefined)
        await ports.writeCobertura(cobertura, coverage, left);
    if (left.length === 0)
        return [];
    // The printed JSON has no place for it.
    const told = (0,expressible/* leftOutProblem */.XS)(left);
    ports.tell(told.message);
    return [told];
}
//# sourceMappingURL=evidence.js.map

/***/ }),

/***/ 27693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ coberturaText)
/* harmony export */ });
/* harmony import */ var _arms_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39555);
/* harmony import */ var _coverage_cobertura_version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77929);
/* harmony import */ var _functions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69091);
/* harmony import */ var _ratio_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33813);
/* harmony import */ var _expressible_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65984);





/**
 * Merged coverage as Cobertura XML (coverage-04.dtd). Read back by this suite it gives the same figures for
 * lines, branches and functions; statements have no place in it. Pure.
 */
/**
 * The text piece by piece, so that no size needs it whole. What can't be said is added to `left`.
 * @param time milliseconds since 1970: services refuse reports that seem old
 */
function* coberturaText(files, time, left) {
    const written = files.filter((file) => {
        if ((0,_expressible_js__WEBPACK_IMPORTED_MODULE_2__/* .isWritable */ .nH)(file.path))
            return true;
        left.push({ path: file.path, what: "its path" });
        return false;
    });
    for (const file of written) {
        for (const kind of (0,_expressible_js__WEBPACK_IMPORTED_MODULE_2__/* .totalsLeft */ .DK)(file, ["lines", "branches", "functions"]))
            left.push({ path: file.path, what: `its ${kind}, of which only a total is known` });
        // Readers take a method's line for a line of the class where that has none.
        for (const kind of ["branches", "functions"])
            if (file.lines.size === 0 && (0,_expressible_js__WEBPACK_IMPORTED_MODULE_2__/* .detailOf */ .Rw)(file, kind).total > 0)
                left.push({ path: file.path, what: `its ${kind}, since it has no lines` });
    }
    const { lines, branches, functions } = shown(written);
    yield '<?xml version="1.0" encoding="UTF-8"?>\n';
    yield '<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">\n';
    yield `<coverage ${rates(lines, branches)} lines-covered="${lines.covered}" lines-valid="${lines.total}" ` +
        `branches-covered="${branches?.covered ?? 0}" branches-valid="${branches?.total ?? 0}" complexity="0" ` +
        `version="${(0,_coverage_cobertura_version_js__WEBPACK_IMPORTED_MODULE_3__/* .coberturaVersion */ .I)({ branches: branches !== null, functions: functions !== null })}" timestamp="${Math.trunc(time)}">\n`;
    yield "\t<sources>\n\t\t<source>.</source>\n\t</sources>\n\t<packages>\n";
    for (const [folder, own] of Map.groupBy(written, ({ path }) => folderOf(path))) {
        const ofPackage = shown(own);
        yield `\t\t<package name="${escapeXml(folder)}" ${rates(ofPackage.lines, ofPackage.branches)} complexity="0">\n\t\t\t<classes>\n`;
        for (const file of own)
            yield classOf(file);
        yield "\t\t\t</classes>\n\t\t</package>\n";
    }
    yield "\t</packages>\n</coverage>\n";
}
/** What is said of files: numbers alone have no place here, nor have arms and functions of a file without lines. */
function shown(files) {
    const lines = { covered: 0, total: 0 };
    const sums = { branches: null, functions: null };
    for (const file of files) {
        (0,_ratio_js__WEBPACK_IMPORTED_MODULE_4__/* .addRatio */ .V)(lines, { covered: file.lines.covered, total: file.lines.size });
        for (const kind of ["branches", "functions"]) {
            const detail = kind === "branches" ? (0,_arms_js__WEBPACK_IMPORTED_MODULE_0__/* .branchRatio */ .E)(file) : (0,_functions_js__WEBPACK_IMPORTED_MODULE_1__/* .functionRatio */ .A)(file);
            const numbers = file.totals?.[kind];
            if (detail === undefined && numbers === undefined)
                continue;
            const said = (file.lines.size === 0 ? undefined : detail) ?? { covered: 0, total: 0 };
            // Where there is something and nothing of it can be said, "0 of 0" would not be true.
            if (said.total === 0 && Math.max(detail?.total ?? 0, numbers?.total ?? 0) > 0)
                continue;
            sums[kind] ??= { covered: 0, total: 0 };
            (0,_ratio_js__WEBPACK_IMPORTED_MODULE_4__/* .addRatio */ .V)(sums[kind], said);
        }
    }
    return { lines, ...sums };
}
function classOf(file) {
    const own = shown([file]);
    const name = file.path.slice(file.path.lastIndexOf("/") + 1);
    const text = [
        `\t\t\t\t<class name="${escapeXml(name)}" filename="${escapeXml(file.path)}" ${rates(own.lines, own.branches)} complexity="0">`,
        "\t\t\t\t\t<methods>",
    ];
    for (const { line, name: method, covered } of (0,_expressible_js__WEBPACK_IMPORTED_MODULE_2__/* .distinctFunctions */ .K9)(file.lines.size === 0 ? [] : (0,_functions_js__WEBPACK_IMPORTED_MODULE_1__/* .functionsOf */ .T)(file))) {
        const rate = covered ? "1.0" : "0.0";
        // A function of which the report did not tell the line stands at the file's first one.
        const number = line > 0 ? line : (file.lines.first ?? 1);
        text.push(`\t\t\t\t\t\t<method name="${escapeXml(method)}" signature="" line-rate="${rate}" branch-rate="${rate}" complexity="0">` +
            `<lines><line number="${number}" hits="${covered ? 1 : 0}"/></lines></method>`);
    }
    text.push("\t\t\t\t\t</methods>", "\t\t\t\t\t<lines>");
    const arms = armsAtLines(file);
    file.lines.each((line, hits) => {
        const branch = arms.get(line);
        text.push(`\t\t\t\t\t\t<line number="${line}" hits="${hits}"${branch === undefined ? "" : condition(branch)}/>`);
    });
    text.push("\t\t\t\t\t</lines>", "\t\t\t\t</class>\n");
    return text.join("\n");
}
/**
 * Arms by the line that shows them. Cobertura has no branch without a line: an arm whose own line has no
 * statement belongs to the one that begins before it (else to the first), which keeps the sums right.
 */
function armsAtLines(file) {
    const ratios = new Map();
    const branches = (0,_arms_js__WEBPACK_IMPORTED_MODULE_0__/* .armsByLine */ .Z)(file);
    if (branches.size === 0)
        return ratios;
    const numbers = file.lines.pairs().map(([line]) => line);
    for (const [line, arms] of branches) {
        const at = lastAtOrBefore(numbers, line) ?? numbers[0];
        if (at === undefined)
            continue;
        const ratio = ratios.get(at) ?? { covered: 0, total: 0 };
        ratio.total += arms.length;
        ratio.covered += arms.filter(([, covered]) => covered).length;
        ratios.set(at, ratio);
    }
    return ratios;
}
function lastAtOrBefore(ascending, wanted) {
    let low = 0;
    let high = ascending.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if ((ascending[middle] ?? 0) <= wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return ascending[low - 1];
}
/** How many arms were taken; which ones they are can't be told between formats, so no conditions are written. */
function condition({ covered, total }) {
    return ` branch="true" condition-coverage="${Math.floor((covered * 100) / total)}% (${covered}/${total})"`;
}
function rates(lines, branches) {
    return `line-rate="${rate(lines)}" branch-rate="${rate(branches)}"`;
}
/** Four decimals, rounded down; nothing to cover is all of it. */
function rate(ratio) {
    if (ratio === null || ratio.total === 0)
        return "1.0";
    return String(Number((BigInt(ratio.covered) * 10000n) / BigInt(ratio.total)) / 10_000);
}
function folderOf(path) {
    const slash = path.lastIndexOf("/");
    return slash < 0 ? "." : path.slice(0, slash);
}
function escapeXml(text) {
    return text
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll('"', "&quot;");
}
//# sourceMappingURL=cobertura.js.map

/***/ }),

/***/ 65984:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DK: () => (/* binding */ totalsLeft),
/* harmony export */   K9: () => (/* binding */ distinctFunctions),
/* harmony export */   Rw: () => (/* binding */ detailOf),
/* harmony export */   XS: () => (/* binding */ leftOutProblem),
/* harmony export */   nH: () => (/* binding */ isWritable)
/* harmony export */ });
/* harmony import */ var _runner_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61806);
/* harmony import */ var _arms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39555);
/* harmony import */ var _functions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69091);



/** Control characters, ends of lines, and what XML forbids. */
const BREAKING = /[\p{Cc}\u2028\u2029\ufffe\uffff]/gu;
/** Whether nothing in a text breaks a line or XML, and no reader trims it. */
function isWritable(text) {
    return text !== "" && text.isWellFormed() && writableName(text) === text;
}
/** Names are for people: what would break a line or XML becomes a space. */
function writableName(name) {
    return name.toWellFormed().replace(BREAKING, " ").trim();
}
/**
 * Functions under names that are different for each: tools take two functions of one name in one file for one.
 * The later ones get their line, and a number where that is not enough.
 */
function distinctFunctions(functions) {
    const taken = new Set();
    return functions.map(([line, written, covered]) => {
        const plain = writableName(written) || "(no name)";
        let name = plain;
        for (let number = 1; taken.has(name); number++)
            name = `${plain}:${line}${number === 1 ? "" : `.${number}`}`;
        taken.add(name);
        return { line, name, covered };
    });
}
/** What numbers alone say beyond the detail, which no format for handing on has a place for beside it. */
function totalsLeft(file, kinds) {
    const { totals } = file;
    if (totals === undefined)
        return [];
    return kinds.filter((kind) => {
        const detail = detailOf(file, kind);
        const { covered, total } = totals[kind] ?? detail;
        return total > detail.total || covered > detail.covered;
    });
}
/** That of which more than a number is known. */
function detailOf(file, kind) {
    const { lines } = file;
    if (kind === "lines")
        return { covered: lines.covered, total: lines.size };
    return (kind === "branches" ? (0,_arms_js__WEBPACK_IMPORTED_MODULE_1__/* .branchRatio */ .E)(file) : (0,_functions_js__WEBPACK_IMPORTED_MODULE_2__/* .functionRatio */ .A)(file)) ?? { covered: 0, total: 0 };
}
/** So many are named. */
const NAMED = 5;
/** One notice of everything that was left out, each thing once. */
function leftOutProblem(left) {
    const things = [
        ...new Set(left.map(({ path, what }) => `${JSON.stringify(path.slice(0, 200))} (${what})`)),
    ];
    const more = things.length > NAMED ? ` and ${things.length - NAMED} more` : "";
    return (0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .C)("notice", "coverage-left-out", `The merged files of coverage leave out what has no place in them: ${things.slice(0, NAMED).join(", ")}${more}`, { hint: "The figures of Sluice hold it all the same." });
}
//# sourceMappingURL=expressible.js.map

/***/ }),

/***/ 20442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ lcovText)
/* harmony export */ });
/* harmony import */ var _arms_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39555);
/* harmony import */ var _functions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69091);
/* harmony import */ var _expressible_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65984);



/**
 * Merged coverage as lcov's tracefile (geninfo(1)). Read back by this suite it gives the same figures for lines,
 * branches and functions; statements have no place in it. Pure.
 */
const KINDS = ["lines", "branches", "functions"];
/** The text piece by piece, so that no size needs it whole. What can't be said is added to `left`. */
function* lcovText(files, left) {
    for (const file of files) {
        if (!(0,_expressible_js__WEBPACK_IMPORTED_MODULE_2__/* .isWritable */ .nH)(file.path)) {
            left.push({ path: file.path, what: "its path" });
            continue;
        }
        for (const kind of (0,_expressible_js__WEBPACK_IMPORTED_MODULE_2__/* .totalsLeft */ .DK)(file, KINDS.filter((kind) => (0,_expressible_js__WEBPACK_IMPORTED_MODULE_2__/* .detailOf */ .Rw)(file, kind).total > 0)))
            left.push({ path: file.path, what: `its ${kind}, of which only a total is known` });
        yield record(file);
    }
}
function record(file) {
    const text = ["TN:", `SF:${file.path}`];
    const { lines, branches, functions: functionTotals } = numbersAlone(file);
    if (functionTotals !== undefined)
        text.push(`FNF:${functionTotals.total}`, `FNH:${functionTotals.covered}`);
    else if (file.of("functions").length > 0) {
        const functions = (0,_expressible_js__WEBPACK_IMPORTED_MODULE_2__/* .distinctFunctions */ .K9)((0,_functions_js__WEBPACK_IMPORTED_MODULE_1__/* .functionsOf */ .T)(file));
        // A function of which the report did not tell the line has no FN.
        // A name that begins like a line number would be read as the function's last line.
        for (const { line, name } of functions)
            if (line > 0)
                text.push(`FN:${line},${/^\d+,/.test(name) ? `${line},` : ""}${name}`);
        for (const { name, covered } of functions)
            text.push(`FNDA:${covered ? 1 : 0},${name}`);
        text.push(`FNF:${functions.length}`, `FNH:${functions.filter(({ covered }) => covered).length}`);
    }
    if (branches !== undefined)
        text.push(`BRF:${branches.total}`, `BRH:${branches.covered}`);
    else if (file.of("branches").length > 0) {
        let found = 0;
        let hit = 0;
        for (const [line, arms] of (0,_arms_js__WEBPACK_IMPORTED_MODULE_0__/* .armsByLine */ .Z)(file)) {
            const keep = arms.every(([key]) => isLcovKey(key));
            for (const [index, [key, covered]] of arms.entries()) {
                text.push(`BRDA:${line},${keep ? key : `0,${index}`},${covered ? 1 : 0}`);
                found++;
                if (covered)
                    hit++;
            }
        }
        text.push(`BRF:${found}`, `BRH:${hit}`);
    }
    file.lines.each((line, hits) => text.push(`DA:${line},${hits}`));
    if (lines !== undefined)
        text.push(`LF:${lines.total}`, `LH:${lines.covered}`);
    else
        text.push(`LF:${file.lines.size}`, `LH:${file.lines.covered}`);
    return `${text.join("\n")}\nend_of_record\n`;
}
/** Totals of that of which there is no detail: a tracefile can say them, though lcov itself counts the detail. */
function numbersAlone(file) {
    const alone = {};
    for (const kind of KINDS) {
        const ratio = file.totals?.[kind];
        if (ratio !== undefined && (0,_expressible_js__WEBPACK_IMPORTED_MODULE_2__/* .detailOf */ .Rw)(file, kind).total === 0)
            alone[kind] = ratio;
    }
    return alone;
}
/** Block and branch as lcov writes them; a tool's own key of another form gets a number instead. */
function isLcovKey(key) {
    return /^[ef]?\d{1,9},./.test(key) && (0,_expressible_js__WEBPACK_IMPORTED_MODULE_2__/* .isWritable */ .nH)(key);
}
//# sourceMappingURL=lcov.js.map

/***/ }),

/***/ 78503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ moreLines),
/* harmony export */   g: () => (/* binding */ problemList)
/* harmony export */ });
/* harmony import */ var _annotations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3387);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20104);


/** Problems in a summary; the result file has those that are left out. */
const LISTED = 50;
/** All problems in a folded part of a summary; what did not become an annotation can be read here. Pure. */
function problemList(problems) {
    if (problems.length === 0)
        return "";
    const lines = (0,_annotations_js__WEBPACK_IMPORTED_MODULE_0__/* .problemLines */ .pb)(problems.slice(0, LISTED)).map((line) => `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(line)}`);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)(`Problems (${problems.length})`, [...lines, ...moreLines(problems.length - lines.length)].join("\n"));
}
/** The line that ends a list which was cut; nothing where all is there. */
function moreLines(left) {
    return left > 0 ? [`- … and ${left} more, in the result file.`] : [];
}
//# sourceMappingURL=problem-list.js.map

/***/ })

};
