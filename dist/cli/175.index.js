export const id = 175;
export const ids = [175];
export const modules = {

/***/ 93868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runEndpointAction: () => (/* binding */ runEndpointAction)
});

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
// EXTERNAL MODULE: ./.cache/bundles/runner/action.js
var action = __webpack_require__(47203);
// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
// EXTERNAL MODULE: ./.cache/bundles/runner/inputs.js
var inputs = __webpack_require__(69088);
;// CONCATENATED MODULE: ./.cache/bundles/actions/run/inputs.js




/** The inputs of `run`: text in, a typed and validated object out. Pure. */
const INPUTS = [
    ...action/* COMMON_INPUTS */.s,
    {
        name: "service",
        description: "The service's name. May be left out where the repository has one service.",
    },
    {
        name: "endpoint",
        description: "build, test, deploy, promote, or one level of tests. `test` runs every declared level but e2e, in the manifest's order.",
    },
    {
        name: "env",
        description: "Variables for the command, one NAME=value per line, such as the addresses of what it uses.",
    },
    {
        name: "timeout",
        description: "The command's time limit: seconds, or 90s, 10m, 1h. Default: the manifest's.",
    },
    {
        name: "retries",
        description: "How often a failed command is run again as a whole. Tests that then pass are flaky. Default: the manifest's.",
    },
    { name: "version", description: "The version that the command gets. Default: by the version rules." },
    {
        name: "shard",
        description: "Which part of the tests this is, as 2/3. The command gets it as SLUICE_SHARD; the evidence names it.",
    },
    { name: "leg", description: "Tells two runs of one level in one job apart: letters, digits, - and _." },
    {
        name: "matrix",
        description: "The job's matrix values, as JSON.",
        // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of a workflow
        expression: "${{ toJSON(matrix) }}",
    },
    {
        name: "job-total",
        description: "How many jobs the matrix makes.",
        // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of a workflow
        expression: "${{ strategy.job-total }}",
    },
];
const OUTPUTS = [
    ...action/* COMMON_OUTPUTS */.h,
    { name: "outcome", description: "passed, failed or infrastructure." },
    {
        name: "evidence-file",
        description: "The evidence that was written, one path per line, relative to the workspace; to be uploaded.",
    },
    { name: "digest", description: "The image's digest, of a build." },
];
function parseInputs(inputs) {
    return {
        workingDirectory: inputs.text("working-directory") ?? ".",
        configFile: inputs.text("config-file") ?? "sluice.yaml",
        service: inputs.text("service")?.trim(),
        endpoint: inputs.required("endpoint").trim(),
        env: parseEnv(inputs.list("env")),
        timeout: parseDuration(inputs.text("timeout")),
        retries: parseRetries(inputs),
        version: parseVersion(inputs.text("version")),
        shard: parseShard(inputs.text("shard")),
        leg: parseLeg(inputs.text("leg")),
        matrix: parseMatrix(inputs.json("matrix")),
        jobTotal: inputs.integer("job-total", 1),
    };
}
function parseEnv(lines) {
    const env = new Map();
    for (const line of lines) {
        const equals = line.indexOf("=");
        const name = equals < 0 ? line : line.slice(0, equals).trimEnd();
        if (equals < 0 || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
            throw new errors/* UserError */.yo("env-malformed", `Input 'env' has a line without NAME=value: ${(0,inputs/* quote */.hD)(name)}`, {
                input: "env",
                hint: "Write one NAME=value per line; a name has letters, digits and _.",
            });
        }
        if (name.startsWith("SLUICE_")) {
            throw new errors/* UserError */.yo("env-reserved", `Input 'env' sets ${name}, and names that begin with SLUICE_ are set by run`, {
                input: "env",
                hint: "Choose another name. The version has an input of its own.",
            });
        }
        if (env.has(name)) {
            throw new errors/* UserError */.yo("env-twice", `Input 'env' sets ${name} twice`, {
                input: "env",
                hint: "Keep one line.",
            });
        }
        env.set(name, line.slice(equals + 1).trimStart());
    }
    return env;
}
const SECONDS = { s: 1, m: 60, h: 3600 };
/** setTimeout's limit is 2^31 milliseconds, and a job ends after six hours (35 days on one's own machine). */
const LONGEST = 24 * 3600 * 24;
function parseDuration(text) {
    if (text === undefined)
        return undefined;
    const match = /^(\d{1,9})(s|m|h)?$/.exec(text.trim());
    const unit = match?.[2];
    const seconds = Number(match?.[1] ?? 0) * SECONDS[unit ?? "s"];
    if (seconds > 0 && seconds <= LONGEST)
        return seconds;
    throw new errors/* UserError */.yo("timeout-malformed", `Input 'timeout' is ${(0,inputs/* quote */.hD)(text)}`, {
        input: "timeout",
        hint: "Write seconds as a number, or 90s, 10m, 1h; at most 24 days.",
    });
}
function parseRetries(inputs) {
    const retries = inputs.integer("retries");
    if (retries === undefined || retries <= 10)
        return retries;
    throw new errors/* UserError */.yo("retries-too-many", `Input 'retries' is ${retries}`, {
        input: "retries",
        hint: "At most 10: a command that needs more is broken.",
    });
}
function parseVersion(text) {
    const version = text?.trim();
    if (version === undefined)
        return undefined;
    // semver drops the build metadata of what it returns, so the text itself is kept.
    if (semver.valid(version) !== null && /^\d/.test(version))
        return version;
    throw new errors/* UserError */.yo("version-malformed", `Input 'version' is ${(0,inputs/* quote */.hD)(version)}, which is no semantic version`, {
        input: "version",
        hint: "Write it as 1.4.0, without a v: the output 'version' of the action version.",
    });
}
function parseShard(text) {
    if (text === undefined)
        return undefined;
    const match = /^(\d{1,4})\/(\d{1,4})$/.exec(text.trim());
    const index = Number(match?.[1] ?? 0);
    const count = Number(match?.[2] ?? 0);
    if (index >= 1 && index <= count)
        return { index, count };
    throw new errors/* UserError */.yo("shard-malformed", `Input 'shard' is ${(0,inputs/* quote */.hD)(text)}`, {
        input: "shard",
        hint: "Write which part of how many, from 1: 2/3.",
    });
}
function parseLeg(text) {
    const leg = text?.trim();
    if (leg === undefined || /^[A-Za-z0-9_-]{1,40}$/.test(leg))
        return leg;
    throw new errors/* UserError */.yo("leg-malformed", `Input 'leg' is ${(0,inputs/* quote */.hD)(leg)}`, {
        input: "leg",
        hint: "Use letters, digits, - and _, at most 40: it stands in a file's name.",
    });
}
/** Null and an empty object are a job without a matrix. */
function parseMatrix(value) {
    if (value === undefined || value === null)
        return undefined;
    if (typeof value === "object" && !Array.isArray(value))
        return Object.keys(value).length === 0 ? undefined : value;
    throw new errors/* UserError */.yo("matrix-malformed", "Input 'matrix' is JSON, but no object", {
        input: "matrix",
        hint: "Leave it out: its default is the job's own matrix.",
    });
}
//# sourceMappingURL=inputs.js.map
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/bundles/catalog/load.js + 5 modules
var load = __webpack_require__(47882);
// EXTERNAL MODULE: ./.cache/bundles/catalog/repository.js
var repository = __webpack_require__(24616);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./.cache/bundles/commands/output.js
/** What a command prints, on its way into a log: line by line, with nothing in it that the runner obeys. Pure. */
/** How much of a command's last output is kept, in bytes. */
const TAIL_BYTES = 4096;
/** A line longer than this is handed on in pieces, so that output without line ends does not pile up. */
const LINE_LIMIT = 64 * 1024;
/** Cuts a stream of bytes into lines; a lone carriage return ends one too, as it does for the runner. */
class LineCutter {
    #decoder = new TextDecoder();
    #onLine;
    #rest = "";
    constructor(onLine) {
        this.#onLine = onLine;
    }
    write(chunk) {
        this.#take(this.#decoder.decode(chunk, { stream: true }));
    }
    /** Hands on what has no line end. */
    end() {
        this.#take(this.#decoder.decode());
        if (this.#rest !== "")
            this.#onLine(this.#rest.replace(/\r$/, ""));
        this.#rest = "";
    }
    #take(text) {
        // A carriage return at the end may be the first half of CRLF.
        const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/);
        this.#rest = lines.pop() ?? "";
        for (const line of lines)
            this.#onLine(line);
        while (this.#rest.length > LINE_LIMIT) {
            this.#onLine(this.#rest.slice(0, LINE_LIMIT));
            this.#rest = this.#rest.slice(LINE_LIMIT);
        }
    }
}
/** The last bytes of a stream. */
class Tail {
    #bytes = Buffer.alloc(0);
    #limit;
    constructor(limit = TAIL_BYTES) {
        this.#limit = limit;
    }
    write(chunk) {
        const joined = Buffer.concat([this.#bytes, chunk.subarray(-this.#limit)]);
        this.#bytes = joined.subarray(-this.#limit);
    }
    /** As text; a character that was cut at the begin is left out. */
    text() {
        let start = 0;
        while (start < 4 && start < this.#bytes.length && ((this.#bytes[start] ?? 0) & 0xc0) === 0x80)
            start++;
        return this.#bytes.subarray(start).toString("utf8");
    }
}
//# sourceMappingURL=output.js.map
;// CONCATENATED MODULE: ./.cache/bundles/commands/command.js




/** GitHub's runner gives a cancelled step 7.5 seconds after SIGINT and 2.5 more after SIGTERM. */
const GRACE = 5_000;
/** So long the output of processes that outlive their command is still read. */
const DRAIN = 250;
/** How long a group may take to be gone after SIGKILL, and how often that is asked. */
const GONE = 2_000;
const POLL = 20;
/**
 * Runs a command to its end. Standard input is closed, so that nothing waits for a person. When the command
 * ends, whatever it left running in its group is ended too: a server in the background would hold the job.
 * A command that can't be started is a UserError; any exit is a result. (On Windows, which has no process
 * groups, only the shell itself is ended.)
 */
async function runCommand(request) {
    const [program, ...args] = request.shell;
    if (program === undefined)
        throw new Error("a shell needs a program");
    const started = performance.now();
    const duration = () => Math.round(performance.now() - started);
    if (request.signal?.aborted === true)
        return { exitCode: null, signal: null, stopped: "aborted", duration: 0, tail: "" };
    const child = start(request, program, args);
    const tail = new Tail();
    const closed = [];
    for (const stream of [child.stdout, child.stderr]) {
        const lines = new LineCutter(request.onLine);
        stream.on("data", (chunk) => {
            tail.write(chunk);
            lines.write(chunk);
        });
        closed.push(new Promise((resolve) => {
            stream.on("close", () => {
                lines.end();
                resolve();
            });
        }));
    }
    const exited = new Promise((resolve, reject) => {
        child.on("error", reject);
        child.on("exit", (code, signal) => resolve({ code, signal }));
    });
    let stopped;
    let killer;
    const stop = (why) => {
        if (stopped !== undefined)
            return;
        stopped = why;
        signalGroup(child.pid, "SIGTERM");
        killer = setTimeout(() => signalGroup(child.pid, "SIGKILL"), request.grace ?? GRACE);
    };
    const timer = request.timeout === undefined ? undefined : setTimeout(() => stop("timeout"), request.timeout);
    const abort = () => stop("aborted");
    request.signal?.addEventListener("abort", abort, { once: true });
    try {
        const { code, signal } = await exited;
        const took = duration();
        const output = Promise.all(closed);
        await Promise.race([output, (0,external_node_timers_promises_.setTimeout)(DRAIN, undefined, { ref: false })]);
        await endGroup(child.pid, request.grace ?? GRACE);
        // A process that left the group can hold the pipes for ever; its output is not the command's.
        await Promise.race([output, (0,external_node_timers_promises_.setTimeout)(DRAIN)]);
        child.stdout.destroy();
        child.stderr.destroy();
        await output;
        return { exitCode: code, signal, stopped, duration: took, tail: tail.text() };
    }
    catch (cause) {
        throw notStarted(program, request.directory, cause);
    }
    finally {
        clearTimeout(timer);
        clearTimeout(killer);
        request.signal?.removeEventListener("abort", abort);
    }
}
/** Some reasons not to start are thrown, others are events: too large an environment, or a byte of zero in it. */
function start(request, program, args) {
    try {
        return (0,external_node_child_process_.spawn)(program, [...args, request.command], {
            cwd: request.directory,
            env: { ...request.environment },
            stdio: ["ignore", "pipe", "pipe"],
            detached: process.platform !== "win32",
            windowsHide: true,
        });
    }
    catch (cause) {
        throw notStarted(program, request.directory, cause);
    }
}
/** Ends what is left of a group, kindly first, and waits until it is gone. */
async function endGroup(group, grace) {
    if (group === undefined || !signalGroup(group, "SIGTERM"))
        return;
    if (await isGone(group, grace))
        return;
    signalGroup(group, "SIGKILL");
    // A dead process that nobody reaps still counts as one, so the wait has an end.
    await isGone(group, GONE);
}
async function isGone(group, milliseconds) {
    const end = performance.now() + milliseconds;
    while (groupExists(group)) {
        if (performance.now() >= end)
            return false;
        await (0,external_node_timers_promises_.setTimeout)(POLL);
    }
    return true;
}
function groupExists(group) {
    return signalGroup(group, 0);
}
/** False where there is no such group, or none that can be reached. */
function signalGroup(group, signal) {
    if (group === undefined)
        return false;
    try {
        return process.kill(process.platform === "win32" ? group : -group, signal);
    }
    catch {
        return false;
    }
}
function notStarted(program, directory, cause) {
    if (!(cause instanceof Error) || !("code" in cause))
        return cause;
    const hint = cause.code === "ENOENT"
        ? "Install it, or name another 'shell' in the manifest; the service's folder must exist too."
        : cause.code === "E2BIG"
            ? "The environment or the command is larger than the system allows: pass large values as files."
            : cause.code === "ERR_INVALID_ARG_VALUE"
                ? "A command and its variables can't hold a byte of zero: remove it."
                : "Check the endpoint's 'shell' in the manifest.";
    return new errors/* UserError */.yo("command-not-started", `'${program}' could not be started in ${directory}: ${cause.message}`, { cause, hint });
}
//# sourceMappingURL=command.js.map
// EXTERNAL MODULE: ./.cache/bundles/context/read.js
var read = __webpack_require__(6396);
// EXTERNAL MODULE: ./.cache/bundles/evidence/disk.js
var disk = __webpack_require__(95825);
// EXTERNAL MODULE: ./.cache/bundles/evidence/evidence.js
var evidence_evidence = __webpack_require__(55309);
// EXTERNAL MODULE: ./.cache/bundles/evidence/file-bytes.js
var file_bytes = __webpack_require__(27908);
// EXTERNAL MODULE: ./.cache/bundles/evidence/go-modules.js
var go_modules = __webpack_require__(98954);
// EXTERNAL MODULE: ./.cache/bundles/git/git.js + 5 modules
var git_git = __webpack_require__(29907);
// EXTERNAL MODULE: ./.cache/bundles/runner/own-folder.js
var own_folder = __webpack_require__(51458);
// EXTERNAL MODULE: ./.cache/bundles/runner/problem.js
var problem = __webpack_require__(61806);
// EXTERNAL MODULE: ./.cache/bundles/runner/whole-file.js
var whole_file = __webpack_require__(57777);
// EXTERNAL MODULE: ./.cache/bundles/versions/compute.js + 32 modules
var compute = __webpack_require__(13671);
;// CONCATENATED MODULE: ./.cache/bundles/actions/run/ports.js
















function runPorts(host, inputs) {
    const { directory, environment } = host;
    const git = (0,git_git/* openGit */.z)({ directory, environment });
    let event;
    const readOnce = () => {
        event ??= (0,read/* readEvent */.j)(environment);
        return event;
    };
    const catalogueOptions = async () => ({
        configFile: inputs.configFile,
        repositoryName: await (0,repository/* repositoryName */.aR)(await readOnce(), git),
    });
    let loaded;
    const loadOnce = () => {
        loaded ??= catalogueOptions().then((options) => (0,load.loadCatalogue)(git.workingTree(), options));
        return loaded;
    };
    const evidence = (0,external_node_path_.join)(directory, evidence_evidence/* EVIDENCE_FOLDER */.TX);
    const layoutPath = (service) => (0,external_node_path_.join)(directory, evidence_evidence/* IMAGE_FOLDER */.tL, service);
    return {
        catalogue: loadOnce,
        event: readOnce,
        head: () => git.head(),
        files: () => git.workingTree().list(),
        goModules: () => (0,go_modules/* readGoModules */.i)(git.workingTree()),
        tracked: async () => new Set(await git.tree(await git.head()).list()),
        version: async (service) => {
            const computed = await (0,compute/* computeVersions */.z)({
                git,
                // Of the commit: a manifest that is not committed decides no version.
                catalogue: await (0,load.loadCatalogue)(git.tree(await git.head()), await catalogueOptions()),
                event: await readOnce(),
                actions: host.actions,
                services: [service.name],
            });
            const wrong = (0,problem/* problemsAsError */.z)(computed.problems);
            const found = (0,compute/* versionOf */.E)(computed, service.name);
            if (wrong !== undefined)
                throw wrong;
            if (found === undefined)
                throw new Error(`the version rules gave ${service.name} no version`);
            return found;
        },
        registryDigest: async (reference) => {
            // Only a build needs the registry module, which is large.
            const { pushedDigest } = await Promise.all(/* import() */[__webpack_require__.e(6752), __webpack_require__.e(6530), __webpack_require__.e(3413), __webpack_require__.e(4614), __webpack_require__.e(3630), __webpack_require__.e(905)]).then(__webpack_require__.bind(__webpack_require__, 53204));
            return pushedDigest(reference, { environment, log: host.log });
        },
        command: runCommand,
        reports: (0,disk/* diskReportFiles */.L)(directory),
        mark: async () => {
            const file = (0,external_node_path_.join)(await (0,own_folder/* ownFolder */.v)(evidence), `.mark-${(0,external_node_crypto_.randomUUID)()}`);
            await (0,promises_.writeFile)(file, "", { flag: "wx" });
            const { mtimeMs } = await (0,promises_.stat)(file);
            await (0,promises_.rm)(file);
            return mtimeMs;
        },
        evidence: {
            open: async (name) => {
                const handle = await (0,promises_.open)((0,external_node_path_.join)(evidence, name)).catch(absent);
                return handle === undefined ? undefined : (0,file_bytes/* fileBytes */.s)(handle);
            },
            remove: (name) => (0,promises_.rm)((0,external_node_path_.join)(evidence, name), { force: true }).catch(absent),
            write: async (name, pieces) => {
                await (0,whole_file/* writeWhole */.f)((0,external_node_path_.join)(await (0,own_folder/* ownFolder */.v)(evidence), name), pieces);
                return `${evidence_evidence/* EVIDENCE_FOLDER */.TX}/${name}`;
            },
        },
        layout: {
            prepare: async (service) => {
                await (0,own_folder/* ownFolder */.v)((0,external_node_path_.join)(directory, evidence_evidence/* IMAGE_FOLDER */.tL));
                const folder = layoutPath(service);
                // What an earlier build left must not be taken for this one's.
                await (0,promises_.rm)(folder, { recursive: true, force: true });
                await (0,promises_.mkdir)(folder);
                return folder;
            },
            digest: async (service) => {
                const folder = layoutPath(service);
                if ((await (0,promises_.lstat)((0,external_node_path_.join)(folder, "index.json")).catch(absent)) === undefined)
                    return undefined;
                const { layoutDigest } = await Promise.all(/* import() */[__webpack_require__.e(6752), __webpack_require__.e(6530), __webpack_require__.e(3413), __webpack_require__.e(4614), __webpack_require__.e(3630), __webpack_require__.e(905)]).then(__webpack_require__.bind(__webpack_require__, 53204));
                return layoutDigest(folder, directory);
            },
        },
        today: () => new Date().toISOString().slice(0, 10),
        directory,
        environment,
        actions: host.actions,
        signal: host.signal,
        log: host.log,
    };
}
function absent(error) {
    if (error.code === "ENOENT" || error.code === "ENOTDIR")
        return undefined;
    throw error;
}
//# sourceMappingURL=ports.js.map
// EXTERNAL MODULE: ./.cache/bundles/evidence/figures.js
var figures = __webpack_require__(8195);
// EXTERNAL MODULE: ./.cache/bundles/runner/annotations.js
var annotations = __webpack_require__(3387);
// EXTERNAL MODULE: ./.cache/bundles/runner/markdown.js
var markdown = __webpack_require__(20104);
// EXTERNAL MODULE: ./.cache/bundles/runner/outputs.js
var outputs = __webpack_require__(72595);
;// CONCATENATED MODULE: ./.cache/bundles/actions/run/report.js




/** What is told of a run. Pure. */
const EXIT_CODE = { passed: 0, failed: 1, infrastructure: 3 };
/** As many tests of one kind are shown; all are in the evidence. */
const SHOWN = 50;
function report(result, inputs) {
    const { outcome } = result;
    const headline = `${result.service}: ${result.endpoint} ${WORD[outcome]}: ${result.reason}`;
    const parts = [
        `### ${(0,markdown/* escapeMarkdown */.FV)(headline)}`,
        (0,markdown/* table */.tp)(["", "Outcome", "Tests", "Failed", "Skipped", "Flaky", "Lines", "Branches", "Functions"], result.steps.map(row)),
        ...result.steps.flatMap(tests),
        facts(result),
    ];
    const problems = (0,annotations/* problemLines */.pb)(result.problems.filter((each) => !each.code.startsWith("test-")));
    if (problems.length > 0)
        parts.push((0,markdown/* details */.zH)(`Problems (${problems.length})`, problems.map((each) => `- ${(0,markdown/* escapeMarkdown */.FV)(each)}`).join("\n")));
    return {
        headline,
        markdown: `${parts.filter((each) => each !== "").join("\n\n")}\n`,
        outputs: {
            outcome,
            "evidence-file": result.steps
                .flatMap((each) => each.evidenceFile === null ? [] : [(0,outputs/* inWorkspace */.ve)(each.evidenceFile, inputs.workingDirectory)])
                .join("\n"),
            digest: result.digest ?? "",
        },
        exitCode: EXIT_CODE[outcome],
    };
}
const WORD = {
    passed: "passed",
    failed: "failed",
    infrastructure: "failed through the outside world",
};
function row(step) {
    const { tests, coverage } = step;
    const percent = (ratio) => ratio === null || ratio === undefined || ratio.total === 0 ? "" : `${(0,figures/* percentText */.fL)(ratio)} %`;
    return [
        (0,markdown/* code */.aY)(step.name),
        WORD[step.outcome],
        tests === null ? "" : String(tests.total),
        tests === null ? "" : String(tests.failed + tests.errors),
        tests === null ? "" : String(tests.skipped),
        tests === null ? "" : String(tests.flaky),
        percent(coverage?.lines),
        percent(coverage?.branches),
        percent(coverage?.functions),
    ];
}
function tests(step) {
    const parts = [];
    const list = (title, each) => {
        if (each.length > 0)
            parts.push(`**${(0,markdown/* escapeMarkdown */.FV)(step.name)}: ${title} (${each.length})**\n\n${each.slice(0, SHOWN).map(testLine).join("\n")}${more(each.length)}`);
    };
    list("failing tests", step.failing);
    list("failing and quarantined", step.quarantined);
    list("flaky: passed when they ran again", step.flaky);
    return parts;
}
function testLine(test) {
    const place = test.file === undefined
        ? ""
        : ` (${(0,markdown/* code */.aY)(test.line === undefined ? test.file : `${test.file}:${test.line}`)})`;
    const said = test.message ?? test.type;
    return `- ${(0,markdown/* code */.aY)(test.name.slice(0, 500))}${place}${said === undefined ? "" : `: ${(0,markdown/* escapeMarkdown */.FV)(said.slice(0, 500))}`}`;
}
function more(count) {
    return count > SHOWN ? `\n- and ${count - SHOWN} more, in the evidence` : "";
}
function facts(result) {
    const lines = [`Commit ${(0,markdown/* code */.aY)(result.commit.slice(0, 12))}`];
    if (result.version !== null)
        lines.push(`version ${(0,markdown/* code */.aY)(result.version)}`);
    if (result.image !== null && result.endpoint === "build")
        lines.push(`image ${(0,markdown/* code */.aY)(result.image)}`);
    if (result.digest !== null)
        lines.push(`digest ${(0,markdown/* code */.aY)(result.digest)}`);
    for (const { name, coverage } of result.steps) {
        if (coverage === null || coverage.unmatched === 0)
            continue;
        const ratio = { covered: coverage.files, total: coverage.files + coverage.unmatched };
        lines.push(`files of the repository in the coverage of ${(0,markdown/* escapeMarkdown */.FV)(name)}: ${(0,figures/* ratioText */.B9)(ratio)}`);
    }
    const tries = result.steps.filter((each) => each.tries > 1);
    for (const each of tries)
        lines.push(`${(0,markdown/* escapeMarkdown */.FV)(each.name)} ran ${each.tries} times`);
    return lines.join(", ");
}
//# sourceMappingURL=report.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/run/environment.js
/**
 * What the runner gives to actions and not to commands: inputs, and the token with which artifacts and caches
 * are written. Code under test has no use for them.
 */
const KEPT_BACK = /^(INPUT_|STATE_|ACTIONS_RUNTIME_TOKEN$)/i;
/** The host's variables, those of the manifest, those that are given, and then the suite's own, which nothing overrides. */
function commandEnvironment(variables) {
    const { version, image, layout, shard } = variables;
    const environment = {};
    for (const [name, value] of Object.entries(variables.host)) {
        // A variable of a run around this one says nothing of this service.
        if (value !== undefined && !KEPT_BACK.test(name) && !OWN.has(name))
            environment[name] = value;
    }
    Object.assign(environment, variables.endpoint.env, Object.fromEntries(variables.given));
    environment.SLUICE_SERVICE = variables.service;
    environment.SLUICE_COMMIT = variables.commit;
    if (version !== undefined)
        environment.SLUICE_VERSION = version;
    if (image !== undefined)
        environment.SLUICE_IMAGE = image;
    if (layout !== undefined)
        environment.SLUICE_IMAGE_LAYOUT = layout;
    if (shard !== undefined)
        environment.SLUICE_SHARD = `${shard.index}/${shard.count}`;
    return environment;
}
const OWN = new Set([
    "SLUICE_SERVICE",
    "SLUICE_COMMIT",
    "SLUICE_VERSION",
    "SLUICE_IMAGE",
    "SLUICE_IMAGE_LAYOUT",
    "SLUICE_SHARD",
]);
//# sourceMappingURL=environment.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/run/attempts.js


/** Runs a command, and the whole of it again while it does not pass and retries are left. */
async function tryAgain(call, name, endpoint, prepare, look) {
    const { ports, inputs, service } = call;
    const most = 1 + (inputs.retries ?? endpoint.retries);
    const timeout = inputs.timeout ?? endpoint.timeout;
    let duration = 0;
    for (let tries = 1;; tries++) {
        const title = `${service.name}: ${name}${tries === 1 ? "" : ` (try ${tries} of ${most})`}`;
        const prepared = await prepare();
        const command = await ports.log.group(title, () => ports.command({
            shell: endpoint.shell,
            command: endpoint.run,
            directory: service.path === "." ? ports.directory : `${ports.directory}/${service.path}`,
            environment: commandEnvironment({
                host: ports.environment,
                endpoint,
                given: inputs.env,
                service: service.name,
                commit: call.commit,
                version: call.version?.version,
                image: call.image,
                layout: prepared.layout,
                shard: inputs.shard,
            }),
            timeout: timeout === undefined ? undefined : timeout * 1000,
            signal: ports.signal,
            onLine: (line) => ports.log.info(line),
        }));
        duration += command.duration;
        if (command.stopped === "aborted") {
            throw new errors/* UserError */.yo("run-cancelled", `${name} of ${service.name} was cancelled`, {
                fault: "outside",
                hint: "Nothing was recorded. Run the job again.",
            });
        }
        // What was ended did not end by itself, whatever exit code its last words had.
        if (command.stopped !== undefined)
            command.exitCode = null;
        const judged = await look(command, prepared);
        if (judged.outcome === "passed" || tries >= most)
            return { ...judged, command, tries, duration };
        ports.log.info(`${title}: ${judged.reason}; running it again`);
    }
}
/** The result of a command that has no tests. */
function plainStep(name, last, evidenceFile) {
    return {
        name,
        outcome: last.outcome,
        reason: last.reason,
        exitCode: last.command.exitCode,
        tries: last.tries,
        duration: last.duration,
        evidenceFile,
        tests: null,
        failing: [],
        quarantined: [],
        flaky: [],
        coverage: null,
    };
}
//# sourceMappingURL=attempts.js.map
// EXTERNAL MODULE: ./.cache/bundles/evidence/infrastructure.js + 1 modules
var infrastructure = __webpack_require__(85586);
// EXTERNAL MODULE: ./.cache/bundles/evidence/outcome.js
var evidence_outcome = __webpack_require__(99838);
;// CONCATENATED MODULE: ./.cache/bundles/actions/run/outcome.js


/** The command, its reports and the policy, as one outcome with its reason. */
function judge(question) {
    const { command, reports, level, service, quarantine, world } = question;
    const ended = endText(question);
    const without = reports === undefined ? undefined : missingText(reports, "results");
    const uncovered = reports === undefined ? undefined : missingText(reports, "coverage");
    const tests = without === undefined ? (reports?.tests ?? undefined) : undefined;
    const judged = (0,evidence_outcome/* judgeLevelRun */.f)({
        level,
        exitCode: command.exitCode,
        ended,
        results: question.declaresResults,
        tests: tests === undefined ? undefined : { counts: tests.counts, notable: tests.notable },
        withoutReport: `${ended}, and ${without ?? question.unreadable ?? "a report is unreadable"}`,
        flaw: uncovered === undefined ? undefined : `${ended}, and ${uncovered}`,
        output: command.tail,
        excuses: {
            quarantined: (test) => quarantine.find(test, service, level) !== undefined,
            outside: (test) => (0,infrastructure/* causeOf */.rl)(test, world).outside,
            outsideOutput: (output) => (0,infrastructure/* causeOfOutput */.yO)(output, world).outside,
        },
        // The caps are the gate's: `run` fails its step for the outside world too.
        caps: { maxShare: 1, maxCount: undefined },
    });
    const of = (quarantined) => judged.failures
        .filter(({ excuse }) => (excuse === "quarantined") === quarantined)
        .map(({ test }) => test);
    const [failing, quarantined] = [of(false), of(true)];
    if (command.stopped !== undefined)
        return { outcome: "failed", reason: ended, failing, quarantined };
    if (reports === undefined)
        return {
            outcome: "failed",
            reason: `${ended}, and ${question.unreadable ?? "a report is unreadable"}`,
            failing,
            quarantined,
        };
    const outcome = judged.outcome === "missing" ? "failed" : judged.outcome;
    return { outcome, reason: reasonOf(judged), failing, quarantined };
}
/** In the words of a run that has just ended. */
function reasonOf({ outcome, why, counts, failures }) {
    if (counts === undefined)
        return why;
    const ran = counts.total - counts.skipped;
    if (outcome === "passed" && failures.length === 0)
        return `${(0,evidence_outcome/* testsText */.r)(ran)} passed`;
    return why;
}
/** How a command ended, in words. */
function endText(question) {
    const { command } = question;
    if (command.stopped === "timeout")
        return `the command took longer than ${question.timeout ?? 0} seconds and was ended`;
    if (command.stopped === "aborted")
        return "the command was cancelled";
    return command.exitCode === null
        ? `the command was ended by ${command.signal ?? "a signal"}`
        : `the command ended with ${command.exitCode}`;
}
function missingText(reports, kind) {
    const missing = reports.missing.find((each) => each.kind === kind);
    if (missing === undefined)
        return undefined;
    const what = kind === "results" ? "report of results" : "report of coverage";
    const stale = reports.stale.length === 0
        ? ""
        : ` (${reports.stale.slice(0, 3).join(", ")}: older than the command's start)`;
    return `it left no ${what} at ${missing.globs.join(", ")}${stale}`;
}
//# sourceMappingURL=outcome.js.map
// EXTERNAL MODULE: ./.cache/bundles/evidence/held-evidence.js
var held_evidence = __webpack_require__(5133);
// EXTERNAL MODULE: ./.cache/bundles/evidence/json.js + 6 modules
var json = __webpack_require__(51491);
;// CONCATENATED MODULE: ./.cache/bundles/actions/run/record.js




/** The evidence of a call: one file for each level, or for the build. */
/**
 * Makes room for the evidence of a level. In a workflow a second run of one key would take the place of the
 * first one's, and is a UserError; in a terminal, what is there goes before the command starts, so that a
 * cancelled run does not leave the word of an earlier one.
 */
async function makeRoom(call, level) {
    const name = (0,evidence_evidence/* evidenceFileName */.x_)({ ...call.identity, level });
    const before = call.ports.actions ? await call.ports.evidence.open(name) : undefined;
    if (before === undefined || !(await isOfRun(before, name, call.identity)))
        return call.ports.evidence.remove(name);
    throw new errors/* UserError */.yo("evidence-exists", `${level} of ${call.service.name} has run in this job already: ${name} is there`, { input: "leg", hint: "Give each of the runs a name of its own with the input 'leg'." });
}
/** A file of another run is a leftover in a workspace that was not cleaned. */
async function isOfRun(bytes, name, identity) {
    const found = new Map();
    try {
        await (0,json/* readJson */.V)(bytes, name, {
            pick: ([key]) => (key === undefined ? false : key === "run" || key === "commit" ? true : "skip"),
            take: ([key], value) => found.set(key, value),
        });
    }
    catch (thrown) {
        if (thrown instanceof errors/* UserError */.yo)
            return true;
        throw thrown;
    }
    return found.get("run") === identity.run && found.get("commit") === identity.commit;
}
/** Writes the evidence of one step; returns the file's path relative to the working directory. */
async function writeEvidence(call, own) {
    const evidence = { schema: "evidence.v1", ...call.identity, ...own };
    return call.ports.evidence.write((0,evidence_evidence/* evidenceFileName */.x_)(evidence), (0,held_evidence/* evidenceText */.rS)(evidence));
}
//# sourceMappingURL=record.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/run/build.js





/** Builds the image and reads its digest; a build that leaves no image has failed. */
async function runBuild(call, endpoint) {
    const { ports, service } = call;
    const last = await tryAgain(call, "build", endpoint, async () => ({ layout: await ports.layout.prepare(service.name) }), (command) => buildEnding(call, endpoint, command));
    const evidenceFile = await writeEvidence(call, {
        level: "build",
        outcome: last.outcome,
        reason: last.reason,
        exitCode: last.command.exitCode,
        digest: last.image?.digest ?? null,
        declares: { results: false, coverage: false },
        tests: null,
        notable: [],
        notableLeft: 0,
        coverage: null,
        output: last.outcome === "passed" ? null : last.command.tail,
    });
    return {
        step: plainStep("build", last, evidenceFile),
        digest: last.image?.digest ?? null,
        inLayout: last.image?.inLayout === true,
    };
}
async function buildEnding(call, endpoint, command) {
    const failed = (reason) => ({ outcome: "failed", reason, image: undefined });
    if (command.exitCode !== 0 || command.stopped !== undefined)
        return failed(endText({ command, timeout: call.inputs.timeout ?? endpoint.timeout }));
    try {
        const image = await builtImage(call);
        if (image !== undefined)
            return { outcome: "passed", reason: `${image.digest} was built`, image };
        const registry = call.image === undefined ? "" : `, and ${call.image} is not in its registry`;
        return failed(`the build left no image: SLUICE_IMAGE_LAYOUT holds none${registry}`);
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo))
            throw thrown;
        call.problems.push((0,problem/* problem */.C)("error", thrown.code, thrown.message, { hint: thrown.hint }));
        return failed(`the built image can't be read: ${thrown.message}`);
    }
}
/** From the layout, else from the registry that the build has pushed to. */
async function builtImage(call) {
    const inLayout = await call.ports.layout.digest(call.service.name);
    if (inLayout !== undefined)
        return { digest: inLayout, inLayout: true };
    const pushed = call.image === undefined ? undefined : await call.ports.registryDigest(call.image);
    return pushed === undefined ? undefined : { digest: pushed, inLayout: false };
}
/** Deploys or promotes by the service's own command. It leaves no evidence: it tests nothing. */
async function runOther(call, name, endpoint) {
    const last = await tryAgain(call, name, endpoint, async () => ({}), async (command) => ({
        outcome: command.exitCode === 0 && command.stopped === undefined ? "passed" : "failed",
        reason: endText({ command, timeout: call.inputs.timeout ?? endpoint.timeout }),
    }));
    return plainStep(name, last, null);
}
//# sourceMappingURL=build.js.map
// EXTERNAL MODULE: ./.cache/bundles/evidence/own-hosts.js
var own_hosts = __webpack_require__(93508);
// EXTERNAL MODULE: ./.cache/bundles/evidence/quarantine.js
var evidence_quarantine = __webpack_require__(61732);
;// CONCATENATED MODULE: ./.cache/bundles/actions/run/leg.js

/** The readable part of a leg; what is longer is told apart by its hash. */
const READABLE = 48;
/**
 * Letters, digits, `-` and `_`. Matrix values are shown as far as they fit; a hash of the whole matrix follows,
 * since `node 20` and `node-20` would read the same.
 */
function legName({ job, matrix, shard, leg }) {
    const parts = [slug(job ?? "local", READABLE)];
    if (matrix !== undefined) {
        const text = canonical(matrix);
        const values = slug(leaves(matrix).join("-"), READABLE);
        const hash = (0,external_node_crypto_.createHash)("sha256").update(text).digest("hex").slice(0, 10);
        parts.push(values === "" ? hash : `${values}-${hash}`);
    }
    if (shard !== undefined)
        parts.push(`s${shard.index}of${shard.count}`);
    if (leg !== undefined)
        parts.push(leg);
    return parts.join("-");
}
/** The values of a matrix as dotted path and text, sorted by path. */
function matrixValues(matrix) {
    const values = [];
    const walk = (path, value) => {
        if (typeof value !== "object" || value === null) {
            values.push([path, String(value)]);
            return;
        }
        for (const [key, each] of Object.entries(value))
            walk(path === "" ? key : `${path}.${key}`, each);
    };
    walk("", matrix);
    return values.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
function slug(text, limit) {
    return text
        .replace(/[^A-Za-z0-9_]+/g, "-")
        .slice(0, limit)
        .replace(/^-+|-+$/g, "");
}
function leaves(value) {
    if (typeof value !== "object" || value === null)
        return [String(value)];
    return Object.keys(value)
        .sort()
        .flatMap((key) => leaves(value[key]));
}
/** JSON with sorted keys: the order of a matrix's keys means nothing. */
function canonical(value) {
    if (typeof value !== "object" || value === null)
        return JSON.stringify(value) ?? "null";
    if (Array.isArray(value))
        return `[${value.map(canonical).join(",")}]`;
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(",")}}`;
}
//# sourceMappingURL=leg.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/run/call.js





/** Asks once for what every step needs. */
async function prepareCall(inputs, ports, catalogue, service, kind) {
    const event = await ports.event();
    const commit = await ports.head();
    const problems = [];
    const version = await versionOf(inputs, ports, service, kind, problems);
    const gate = catalogue.settings.gate;
    const quarantine = (0,evidence_quarantine/* readQuarantine */.D)(gate?.quarantine, ports.today(), inputs.configFile);
    problems.push(...quarantine.problems);
    const shard = inputs.shard;
    return {
        inputs,
        ports,
        service,
        commit,
        version,
        image: service.image === undefined || version === undefined
            ? undefined
            : `${service.image}:${version.dockerTag}`,
        identity: {
            service: service.name,
            leg: legName({ job: event.job, matrix: inputs.matrix, shard, leg: inputs.leg }),
            legs: legCount(inputs),
            legParts: {
                total: inputs.jobTotal ?? null,
                matrix: inputs.matrix === undefined ? null : matrixValues(inputs.matrix),
                shard: shard ?? null,
                name: inputs.leg ?? null,
            },
            repository: event.repository ?? null,
            commit,
            run: event.run ?? null,
            attempt: event.attempt,
            job: event.job ?? null,
            version: version?.version ?? null,
        },
        quarantine,
        world: {
            ours: (0,own_hosts/* ownHosts */.u)(catalogue),
            patterns: gate?.infrastructure?.patterns ?? [],
        },
        problems,
    };
}
/** For readers that only count: a leg with a name of its own is one of several, and their number is not known. */
function legCount({ jobTotal, shard, leg }) {
    const count = jobTotal ?? shard?.count ?? null;
    return leg !== undefined && count !== 1 ? null : count;
}
/** A version that a release tag may carry: no prerelease and no metadata. */
const RELEASE = /^\d+\.\d+\.\d+$/;
/**
 * A build can't do without its version; tests can, and then say that they had none. A release's number that is
 * only promised is baked in, while the image's tag stays the unique one until the number is published.
 */
async function versionOf(inputs, ports, service, kind, problems) {
    const given = inputs.version;
    const named = given === undefined ? undefined : { version: given, dockerTag: given.replaceAll("+", "_") };
    const mayBePromised = kind === "build" && service.image !== undefined && RELEASE.test(given ?? "");
    if (named !== undefined && !mayBePromised)
        return named;
    try {
        const computed = await ports.version(service);
        return named === undefined ? computed : { ...named, dockerTag: computed.dockerTag };
    }
    catch (thrown) {
        if (kind !== "levels" || !(thrown instanceof errors/* UserError */.yo))
            throw thrown;
        problems.push((0,problem/* problem */.C)("notice", "version-unknown", `SLUICE_VERSION and SLUICE_IMAGE are not set: ${thrown.message}`, {
            hint: thrown.hint,
        }));
        return undefined;
    }
}
//# sourceMappingURL=call.js.map
// EXTERNAL MODULE: ./.cache/bundles/catalog/service.js
var catalog_service = __webpack_require__(33429);
;// CONCATENATED MODULE: ./.cache/bundles/actions/run/endpoint.js



/** The service that is named, or the only one there is. */
function chooseService(catalogue, name) {
    const { services } = catalogue;
    const [only, ...others] = services;
    if (!catalogue.declared || only === undefined)
        throw noManifest(only?.name ?? name ?? "my-service");
    const names = services.map((each) => each.name);
    if (name === undefined) {
        if (others.length === 0)
            return only;
        throw new errors/* UserError */.yo("input-missing", "Input 'service' is required: the repository has several services", {
            input: "service",
            hint: `Name one of ${listed(names)}.`,
        });
    }
    const found = services.find((each) => each.name === name);
    if (found !== undefined)
        return found;
    throw new errors/* UserError */.yo("service-unknown", `There is no service ${(0,inputs/* quote */.hD)(name)}`, {
        input: "service",
        hint: `There ${names.length === 1 ? "is" : "are"} ${listed(names)}.${(0,inputs/* didYouMean */.au)(name, names)}`,
    });
}
function noManifest(name) {
    return new errors/* UserError */.yo("manifest-missing", "The repository has no manifest, so there is no command that run could start", {
        hint: [
            "Write a file sluice.service.yaml in the service's folder (here for the repository's root):",
            `name: ${name}`,
            "build: make image",
            "test:",
            "  unit: {run: make test, results: reports/*.xml, coverage: coverage/lcov.info}",
        ].join("\n"),
    });
}
/** What `endpoint` names in a service's manifest. */
function chooseWork(service, endpoint) {
    const file = service.manifest;
    const undeclared = (what, hint) => new errors/* UserError */.yo("endpoint-undeclared", `Service ${service.name} declares no ${what}`, {
        ...(file === undefined ? {} : { file }),
        input: "endpoint",
        hint,
    });
    switch (endpoint) {
        case "build":
            if (service.build !== undefined)
                return { kind: "build", endpoint: service.build };
            throw undeclared("build", "Add 'build: <command>' to the manifest.");
        case "deploy":
            if (service.deploy !== undefined)
                return { kind: "command", name: "deploy", endpoint: service.deploy };
            throw undeclared("command for deploy", "Add 'deploy: <command>' to the manifest. Targets that the suite deploys to by itself are not supported yet.");
        case "promote":
            if ("run" in service.promote)
                return { kind: "command", name: "promote", endpoint: service.promote };
            throw undeclared("command for promote", "Its promotion is the built-in one: use the action promote, or add 'promote: <command>' to the manifest.");
        case "test": {
            const levels = service.levels.filter((each) => each.level !== catalog_service/* BEHIND_THE_GATE */.P);
            if (levels.length > 0)
                return { kind: "levels", levels };
            throw undeclared("level of tests but e2e", "Name it: 'endpoint: e2e'.");
        }
    }
    const level = service.levels.find((each) => each.level === endpoint);
    if (level !== undefined)
        return { kind: "levels", levels: [level] };
    const known = ["build", "test", "deploy", "promote", ...service.levels.map((each) => each.level)];
    throw undeclared(`endpoint or level ${(0,inputs/* quote */.hD)(endpoint)}`, `There are build, test, deploy, promote, and the levels ${listed(service.levels.map((each) => each.level))}.${(0,inputs/* didYouMean */.au)(endpoint, known)}`);
}
function listed(names) {
    const shown = names.slice(0, 20).join(", ");
    return names.length > 20 ? `${shown} and ${names.length - 20} more` : shown === "" ? "none" : shown;
}
//# sourceMappingURL=endpoint.js.map
// EXTERNAL MODULE: ./.cache/bundles/evidence/paths.js + 2 modules
var paths = __webpack_require__(15293);
// EXTERNAL MODULE: ./.cache/bundles/evidence/read.js
var evidence_read = __webpack_require__(89320);
// EXTERNAL MODULE: ./.cache/bundles/evidence/tests/report.js
var tests_report = __webpack_require__(28680);
;// CONCATENATED MODULE: ./.cache/bundles/actions/run/retry.js


/** Marks what failed in an earlier run and passed in the last one as flaky. */
function withFlaky(last, before) {
    const flaky = [];
    const skipped = [];
    const gone = [];
    for (const [name, test] of before) {
        const status = last.statuses.get(name);
        if (status === "passed")
            flaky.push({ ...test, status: "flaky" });
        else if (status === "skipped")
            skipped.push(name);
        else if (status === undefined)
            gone.push(name);
    }
    const failing = last.notable.filter((each) => each.status === "failed" || each.status === "error");
    const rest = last.notable.filter((each) => each.status !== "failed" && each.status !== "error");
    const notable = [...failing, ...flaky, ...rest].slice(0, tests_report/* NOTABLE_LIMIT */.kq);
    const listed = last.notable.length + flaky.length;
    return {
        tests: {
            ...last,
            counts: { ...last.counts, flaky: last.counts.flaky + flaky.length },
            notable,
            notableLeft: last.notableLeft + listed - notable.length,
        },
        skipped,
        problems: gone.slice(0, 20).map((name) => (0,problem/* problem */.C)("warning", "test-not-repeated", `'${name.slice(0, 300)}' failed and is not among the tests of the last run`, {
            hint: "The last run decides. Check that a retry runs all tests.",
        })),
    };
}
//# sourceMappingURL=retry.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/run/level.js









/** Runs one level of tests, reads its reports and writes its evidence. */
async function runLevel(call, level) {
    const { ports, service } = call;
    /** What has failed in any try so far. */
    const before = new Map();
    const repository = new paths/* RepositoryPaths */.L(await ports.files(), await ports.goModules());
    const tracked = await ports.tracked();
    const declares = { results: level.results.length > 0, coverage: level.coverage.length > 0 };
    const timeout = call.inputs.timeout ?? level.timeout;
    const last = await tryAgain(call, level.level, level, async () => ({ since: await ports.mark() }), async (command, { since }) => {
        const earlier = new Map(before);
        let reports;
        let unreadable;
        try {
            reports = await (0,evidence_read/* readReports */.o)(ports.reports, {
                service: service.path,
                results: level.results,
                coverage: level.coverage,
                since,
                tracked,
                repository,
                root: ports.directory,
                asked: new Set(earlier.keys()),
            });
        }
        catch (thrown) {
            if (!(thrown instanceof errors/* UserError */.yo))
                throw thrown;
            unreadable = thrown;
        }
        const judged = judge({
            service: service.name,
            level: level.level,
            declaresResults: declares.results,
            command,
            timeout,
            reports,
            unreadable: unreadable?.message,
            quarantine: call.quarantine,
            world: call.world,
        });
        for (const test of judged.outcome === "passed" ? [] : judged.failing)
            before.set(test.name, test);
        return { ...judged, reports, unreadable, earlier };
    });
    const { reports, unreadable, earlier } = last;
    let { outcome, reason } = last;
    const reported = reports?.missing.some((each) => each.kind === "results") !== true;
    let tests = reported ? (reports?.tests ?? null) : null;
    if (tests !== null && earlier.size > 0) {
        const retried = withFlaky(tests, earlier);
        tests = retried.tests;
        call.problems.push(...retried.problems);
        if (outcome === "passed" && retried.skipped.length > 0) {
            outcome = "failed";
            reason = `${retried.skipped.slice(0, 3).join(", ")} failed, and the command that ran again skipped it`;
        }
    }
    if (unreadable !== undefined) {
        const { input: _, ...place } = unreadable.place;
        call.problems.push((0,problem/* problem */.C)("error", unreadable.code, unreadable.message, { ...place, hint: unreadable.hint }));
    }
    call.problems.push(...(reports?.problems ?? []));
    const flaky = (tests?.notable ?? []).filter((each) => each.status === "flaky");
    call.problems.push(...testProblems(level.level, "error", "test-failed", last.failing));
    call.problems.push(...testProblems(level.level, "warning", "test-quarantined", last.quarantined));
    call.problems.push(...testProblems(level.level, "warning", "test-flaky", flaky));
    const evidenceFile = await writeEvidence(call, {
        level: level.level,
        outcome,
        reason,
        exitCode: last.command.exitCode,
        digest: null,
        declares,
        tests: tests?.counts ?? null,
        notable: tests?.notable ?? [],
        notableLeft: tests?.notableLeft ?? 0,
        coverage: reports?.coverage ?? null,
        output: declares.results || outcome === "passed" ? null : last.command.tail,
    });
    return {
        name: level.level,
        outcome,
        reason,
        exitCode: last.command.exitCode,
        tries: last.tries,
        duration: last.duration,
        evidenceFile,
        tests: tests?.counts ?? null,
        failing: last.failing,
        quarantined: last.quarantined,
        flaky,
        coverage: reports?.coverage == null
            ? null
            : { ...(0,figures/* figures */.u5)(reports.coverage.files), unmatched: reports.coverage.unmatched.length },
    };
}
/** As many tests of one kind become problems; the report and the evidence list more. */
const level_SHOWN = 20;
function testProblems(level, severity, code, tests) {
    return tests.slice(0, level_SHOWN).map((test) => {
        const said = (test.message ?? test.type ?? "").split(/\r?\n/)[0] ?? "";
        return (0,problem/* problem */.C)(severity, code, `${level}: ${test.name.slice(0, 300)}${said === "" ? "" : `: ${said.slice(0, 300)}`}`, { file: test.file, line: test.line });
    });
}
//# sourceMappingURL=level.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/run/run.js







/** Runs one endpoint of one service and writes its evidence. */
async function run(inputs, ports) {
    const catalogue = await ports.catalogue();
    const broken = (0,problem/* problemsAsError */.z)(catalogue.problems);
    if (broken !== undefined)
        throw broken;
    const service = chooseService(catalogue, inputs.service);
    const work = chooseWork(service, inputs.endpoint);
    const call = await prepareCall(inputs, ports, catalogue, service, work.kind);
    const steps = [];
    let digest = null;
    let inLayout = false;
    switch (work.kind) {
        case "levels":
            for (const level of work.levels)
                await makeRoom(call, level.level);
            for (const level of work.levels)
                steps.push(await runLevel(call, level));
            break;
        case "build": {
            await makeRoom(call, "build");
            const built = await runBuild(call, work.endpoint);
            steps.push(built.step);
            digest = built.digest;
            inLayout = built.inLayout;
            break;
        }
        case "command":
            steps.push(await runOther(call, work.name, work.endpoint));
    }
    const outcome = worst(steps);
    return {
        schema: "run.result.v1",
        service: service.name,
        endpoint: inputs.endpoint,
        outcome,
        reason: steps
            .filter((each) => each.outcome === outcome)
            .map((each) => (steps.length === 1 ? each.reason : `${each.name}: ${each.reason}`))
            .join("; "),
        commit: call.commit,
        version: call.version?.version ?? null,
        image: call.image ?? null,
        digest,
        layout: digest !== null && inLayout ? `${evidence_evidence/* IMAGE_FOLDER */.tL}/${service.name}` : null,
        steps,
        problems: [...catalogue.problems, ...call.problems],
    };
}
const WORSE = ["passed", "infrastructure", "failed"];
function worst(steps) {
    return steps.reduce((sum, each) => (WORSE.indexOf(each.outcome) > WORSE.indexOf(sum) ? each.outcome : sum), "passed");
}
//# sourceMappingURL=run.js.map
;// CONCATENATED MODULE: ./.cache/bundles/actions/run/action.js




const runEndpointAction = {
    name: "run",
    description: "Runs one endpoint of one service, the same way for every language, and writes its evidence.",
    inputs: INPUTS,
    outputs: OUTPUTS,
    examples: [
        "sluice run --service checkout --endpoint unit",
        "sluice run --service checkout --endpoint test --retries 1",
        "sluice run --service checkout --endpoint build --version 1.4.0",
        "sluice run --service checkout --endpoint e2e --env CART_URL=http://127.0.0.1:8081 --timeout 10m --json",
    ],
    parse: parseInputs,
    ports: runPorts,
    run: run,
    answersStop: true,
    report: report,
};
//# sourceMappingURL=action.js.map

/***/ }),

/***/ 24616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aR: () => (/* binding */ repositoryName),
/* harmony export */   je: () => (/* binding */ undeclaredService)
/* harmony export */ });
/* unused harmony exports nameFromRemote, fitServiceName */
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33429);

/**
 * `owner/name`: GITHUB_REPOSITORY, else the end of origin's URL on a server; else only the name of a remote on this
 * machine, or of the folder.
 */
async function repositoryName(context, git) {
    return context.repository ?? nameFromRemote(await git.remote()) ?? lastPart(git.directory);
}
/** The name in a remote's URL, in any of git's forms; undefined where it has none. */
function nameFromRemote(url) {
    if (url === undefined)
        return undefined;
    const bare = url.replace(/[/\\]+$/, "").replace(/\.git$/, "");
    const onServer = /^(?:(?:https?|ssh|git):\/\/[^/]+\/|(?:[^/@:]+@)?[^/@:\\]{2,}:(?!\/\/))(.*)$/.exec(bare)?.[1];
    if (onServer === undefined)
        return lastPart(bare);
    const parts = onServer.split("/").filter((part) => part !== "");
    return parts.length === 0 ? undefined : parts.slice(-2).join("/");
}
function lastPart(path) {
    const last = path.split(/[/\\]/).findLast((part) => part !== "");
    return last === undefined || last === "." || last === ".." ? undefined : last;
}
/** A name fitted to the rule for services: lower case, other characters as `-`, at most 63. */
function fitServiceName(text) {
    const fitted = text
        .toLowerCase()
        .replace(/[^a-z0-9._-]+/g, "-")
        .replace(/^[^a-z0-9]+/, "")
        .slice(0, 63)
        .replace(/[^a-z0-9]+$/, "");
    return fitted === "" ? "x" : fitted;
}
/** The one service in `.` of a repository without manifests (CONTRACT, "Common to all actions"). */
function undeclaredService(repository) {
    const owned = repository?.includes("/") === true;
    return {
        name: fitServiceName(repository?.split("/").at(-1) ?? "repository"),
        path: ".",
        manifest: undefined,
        owner: undefined,
        image: owned ? `ghcr.io/${repository.toLowerCase()}` : undefined,
        inputs: [],
        buildsFrom: [],
        ignore: _service_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_IGNORE */ .p,
        build: undefined,
        levels: [],
        thresholds: {},
        deploy: undefined,
        promote: { tags: undefined, moveTags: undefined },
        start: undefined,
        provides: [],
        uses: [],
        data: [],
    };
}
//# sourceMappingURL=repository.js.map

/***/ }),

/***/ 33429:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ BEHIND_THE_GATE),
/* harmony export */   p: () => (/* binding */ DEFAULT_IGNORE)
/* harmony export */ });
/** `gitignore` patterns of a service that declares none (CONTRACT). */
const DEFAULT_IGNORE = ["/*.md", "/docs/"];
/** The level that the gate stands before: it runs in a job of its own, and is due only where it is required. */
const BEHIND_THE_GATE = "e2e";
//# sourceMappingURL=service.js.map

/***/ }),

/***/ 95394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ runUrl),
/* harmony export */   w: () => (/* binding */ parseEvent)
/* harmony export */ });
/**
 * The event that started a run, from the runner's variables and the payload. Names come from here (branch,
 * pull request, queue); the commit that counts is always the one that is checked out. Pure.
 */
/** Events whose names (branch, tag) belong to the commit in GITHUB_SHA. */
const BRANCH_EVENTS = new Set(["push", "schedule", "workflow_dispatch", "repository_dispatch", "release"]);
const NO_COMMIT = /^0+$/;
/** The context from the runner's variables and the parsed payload. Unknown shapes leave fields undefined. */
function parseEvent(environment, payload) {
    const given = (name) => {
        const value = environment[name];
        return value === undefined || value === "" ? undefined : value;
    };
    const event = given("GITHUB_EVENT_NAME");
    const ref = given("GITHUB_REF");
    const sha = given("GITHUB_SHA");
    const named = event !== undefined && BRANCH_EVENTS.has(event);
    const attempt = Number(given("GITHUB_RUN_ATTEMPT") ?? "1");
    const before = event === "push" ? text(payload, "before") : undefined;
    return {
        event,
        ref,
        sha,
        branch: named ? after(ref, "refs/heads/") : undefined,
        tag: named ? after(ref, "refs/tags/") : undefined,
        pullRequest: event === "pull_request" || event === "pull_request_target" ? pullRequest(payload, sha) : undefined,
        mergeGroup: event === "merge_group" ? mergeGroup(payload) : undefined,
        before: before === undefined || NO_COMMIT.test(before) ? undefined : before,
        defaultBranch: text(payload, "repository", "default_branch"),
        repository: given("GITHUB_REPOSITORY"),
        isPublic: isPublic(payload),
        serverUrl: given("GITHUB_SERVER_URL"),
        run: given("GITHUB_RUN_ID"),
        attempt: Number.isSafeInteger(attempt) && attempt > 0 ? attempt : 1,
        job: given("GITHUB_JOB"),
        workflowFile: workflowFile(given("GITHUB_WORKFLOW_REF"), given("GITHUB_REPOSITORY")),
        actionRepository: given("GITHUB_ACTION_REPOSITORY"),
    };
}
/** The page of a run's attempt; undefined in a terminal. */
function runUrl({ serverUrl, repository, run, attempt }) {
    if (serverUrl === undefined || repository === undefined || run === undefined)
        return undefined;
    return `${serverUrl}/${repository}/actions/runs/${run}/attempts/${attempt}`;
}
/** Internal repositories are private ones in the payload. */
function isPublic(payload) {
    const value = field(payload, "repository", "private");
    return typeof value === "boolean" ? !value : undefined;
}
function pullRequest(payload, sha) {
    const number = field(payload, "pull_request", "number");
    const headRef = text(payload, "pull_request", "head", "ref");
    const headSha = text(payload, "pull_request", "head", "sha");
    const baseRef = text(payload, "pull_request", "base", "ref");
    const baseSha = text(payload, "pull_request", "base", "sha");
    if (!isNumber(number) || headRef === undefined || headSha === undefined)
        return undefined;
    if (baseRef === undefined || baseSha === undefined)
        return undefined;
    const head = text(payload, "pull_request", "head", "repo", "full_name");
    const base = text(payload, "pull_request", "base", "repo", "full_name");
    return {
        number,
        headRef,
        headSha,
        baseRef,
        baseSha,
        fork: head === undefined || head !== base,
        mergeSha: sha,
    };
}
function mergeGroup(payload) {
    const baseRef = text(payload, "merge_group", "base_ref");
    const baseSha = text(payload, "merge_group", "base_sha");
    const headRef = text(payload, "merge_group", "head_ref");
    const headSha = text(payload, "merge_group", "head_sha");
    if (baseRef === undefined || baseSha === undefined || headRef === undefined || headSha === undefined)
        return undefined;
    const number = Number(/\/pr-(\d+)-[0-9a-f]{40,64}$/.exec(headRef)?.[1]);
    return {
        baseRef: after(baseRef, "refs/heads/") ?? baseRef,
        baseSha,
        headRef,
        headSha,
        number: isNumber(number) ? number : undefined,
    };
}
/** The number of a pull request: one that is written with its digits alone, since versions hold it. */
function isNumber(value) {
    return typeof value === "number" && Number.isSafeInteger(value) && value > 0;
}
/** `owner/name/.github/workflows/ci.yml@refs/heads/main` gives the path, where it is of this repository. */
function workflowFile(workflowRef, repository) {
    if (workflowRef === undefined || repository === undefined)
        return undefined;
    const path = workflowRef.split("@")[0] ?? "";
    return after(path, `${repository}/`);
}
function after(value, prefix) {
    return value?.startsWith(prefix) === true ? value.slice(prefix.length) : undefined;
}
function field(value, ...keys) {
    let current = value;
    for (const key of keys) {
        if (typeof current !== "object" || current === null || !Object.hasOwn(current, key))
            return undefined;
        current = current[key];
    }
    return current;
}
function text(value, ...keys) {
    const found = field(value, ...keys);
    return typeof found === "string" && found !== "" ? found : undefined;
}
//# sourceMappingURL=event.js.map

/***/ }),

/***/ 6396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ readEvent)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33786);
/* harmony import */ var _event_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95394);



/** Reads the event's payload from GITHUB_EVENT_PATH, where there is one, and makes the context of it. */
async function readEvent(environment) {
    const path = environment.GITHUB_EVENT_PATH;
    if (path === undefined || path === "")
        return (0,_event_js__WEBPACK_IMPORTED_MODULE_2__/* .parseEvent */ .w)(environment, undefined);
    try {
        return (0,_event_js__WEBPACK_IMPORTED_MODULE_2__/* .parseEvent */ .w)(environment, JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, "utf8")));
    }
    catch (cause) {
        throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("event-unreadable", `The event's payload can't be read: ${(0,_runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorMessage */ .gJ)(cause)}`, {
            file: path,
            cause,
            hint: "GITHUB_EVENT_PATH must name the JSON file that the runner writes.",
        });
    }
}
//# sourceMappingURL=read.js.map

/***/ }),

/***/ 2414:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LH: () => (/* binding */ newerOnLine),
/* harmony export */   Vw: () => (/* binding */ publishTags),
/* harmony export */   nN: () => (/* binding */ PublishRace)
/* harmony export */ });
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33786);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81637);
/* harmony import */ var _push_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55265);



/** Somebody else changed the tags in the meantime: what was computed from them does not hold any more. */
class PublishRace extends _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
}
/** How often the same changes are sent, where nothing at the remote speaks against them. */
const ATTEMPTS = 3;
/**
 * Creates lightweight tags on one commit at `origin` and moves others to it: all of them or none. Lightweight, so
 * that the same call makes the same object again and needs no committer. A tag of `tags` that already names the
 * commit is left as it is; one that names another is a PublishRace, and so is a moving tag that is not where it was
 * seen. The clone gets the tags too. After any failure the remote's tags decide, since an answer can get lost.
 */
async function publishTags(git, tags, commit, options = {}) {
    const { moving = [], write = (0,_push_js__WEBPACK_IMPORTED_MODULE_2__/* .pushWriter */ .a)(git) } = options;
    let changes = changesFor(await currentTags(git), tags, moving, commit);
    const published = [];
    for (let attempt = 1; changes.length > 0; attempt++) {
        const failure = await write(changes);
        const left = failure === undefined ? [] : changesFor(await currentTags(git), tags, moving, commit);
        if (failure !== undefined && left.length > 0) {
            // Somebody else may have made some of them on this very commit, so that the rest can be made now.
            const progress = left.length < changes.length;
            if (attempt === ATTEMPTS || (!progress && !failure.passing))
                throw failure.error;
        }
        if (left.length === 0)
            published.push(...changes);
        changes = left;
    }
    await keepLocally(git, tags, moving, commit);
    return published;
}
async function currentTags(git) {
    let output;
    try {
        output = (await git.run(["ls-remote", "--quiet", "--tags", "origin"])).stdout.toString("utf8");
    }
    catch (error) {
        if (!(error instanceof _process_js__WEBPACK_IMPORTED_MODULE_1__/* .GitError */ .XS))
            throw error;
        throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("remote-unreachable", `The tags of origin can't be read: ${error.stderr.slice(0, 2000)}`, { fault: "outside", hint: "Check the network and the token, and run the step again." });
    }
    const tags = new Map();
    for (const line of output.split("\n")) {
        const match = /^([0-9a-f]{40,64})\trefs\/tags\/(.+?)(\^\{\})?$/.exec(line);
        const [, hash, name, peeled] = match ?? [];
        if (hash === undefined || name === undefined)
            continue;
        // The peeled line follows that of the tag object.
        const object = peeled === undefined ? hash : (tags.get(name)?.object ?? hash);
        tags.set(name, { object, commit: hash });
    }
    return tags;
}
function changesFor(there, tags, moving, commit) {
    const changes = [];
    for (const tag of tags) {
        const found = there.get(tag);
        if (found === undefined)
            changes.push({ ref: `refs/tags/${tag}`, before: null, after: commit });
        else if (found.commit !== commit)
            throw taken(tag, found.commit, commit);
    }
    for (const { tag, before } of moving) {
        const found = there.get(tag);
        if (found?.commit === commit)
            continue;
        if ((found?.commit ?? null) !== before)
            throw movedMeanwhile(tag, before, found?.commit);
        changes.push({ ref: `refs/tags/${tag}`, before: found?.object ?? null, after: commit });
    }
    return changes;
}
/**
 * The commits above `commit` on the first-parent line of a branch's tip, newest first; undefined where it is not on
 * that line. The tip is fetched when it is not here.
 */
async function newerOnLine(git, commit, branch, tip) {
    if (tip === commit)
        return [];
    if ((await git.commit(tip)) === undefined)
        await fetchBranch(git, branch);
    if (!(await git.isAncestor(commit, tip)))
        return undefined;
    const parents = await git.parents(commit);
    const { stdout } = await git.run(["rev-list", "--first-parent", "--stdin", "--"], {
        input: `${tip}\n${parents.map((parent) => `^${parent}\n`).join("")}`,
    });
    const line = stdout.toString("utf8").split("\n");
    const at = line.indexOf(commit);
    return at < 0 ? undefined : line.slice(0, at);
}
async function fetchBranch(git, branch) {
    try {
        await git.fetch([`refs/heads/${branch}`]);
    }
    catch (error) {
        if (!(error instanceof _process_js__WEBPACK_IMPORTED_MODULE_1__/* .GitError */ .XS))
            throw error;
        const words = error.stderr.slice(0, 2000);
        throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("remote-unreachable", `The branch ${branch} can't be fetched from origin: ${words}`, {
            fault: "outside",
            // The cause's own words may hold a URL with a password.
            cause: new Error(words),
            hint: "Check the network and the token, and run the step again.",
        });
    }
}
function taken(tag, there, commit) {
    return new PublishRace("version-taken", `Tag ${tag} already stands on ${there.slice(0, 12)}, so it can't be made on ${commit.slice(0, 12)}`, {
        fault: "refused",
        hint: "Another commit was released under this number first. Build the newest commit of the branch, which gets the next number.",
    });
}
function movedMeanwhile(tag, before, now) {
    const at = (commit) => commit?.slice(0, 12) ?? "no commit";
    return new PublishRace("tag-moved", `Tag ${tag} was on ${at(before)} when the versions were computed, and is on ${at(now)} now`, { fault: "refused", hint: "Another release moved it. Run the step again: it reads the tags anew." });
}
/** Best effort: the remote is what counts. A release tag of the clone that stands elsewhere is left alone. */
async function keepLocally(git, tags, moving, commit) {
    const there = await git.objects.info(tags.map((tag) => `refs/tags/${tag}`));
    const lines = [
        ...tags
            .filter((_, index) => there[index] === undefined)
            .map((tag) => `create refs/tags/${tag} ${commit}`),
        ...moving.map(({ tag }) => `update refs/tags/${tag} ${commit}`),
    ];
    const write = (some) => git.run(["update-ref", "--stdin"], { input: `${some.join("\n")}\n`, allowed: [1, 128] });
    if (lines.length === 0 || (await write(lines)).code === 0)
        return;
    // One that stands in its way (`v1/x` before `v1`) holds back all of a transaction.
    if (lines.length > 1)
        for (const line of lines)
            await write([line]);
}
//# sourceMappingURL=publish.js.map

/***/ }),

/***/ 55265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ pushWriter)
/* harmony export */ });
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33786);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81637);


/** Writes references at `origin` by one atomic push with a lease for each. */
function pushWriter(git) {
    return async (changes) => {
        try {
            await git.run([
                "push",
                "--quiet",
                "--atomic",
                "--no-verify",
                "--no-follow-tags",
                "--recurse-submodules=no",
                ...changes.map(({ ref, before }) => `--force-with-lease=${ref}:${before ?? ""}`),
                "origin",
                "--",
                ...changes.map(({ ref, after }) => `${after}:${ref}`),
            ]);
            return undefined;
        }
        catch (error) {
            if (error instanceof _process_js__WEBPACK_IMPORTED_MODULE_1__/* .GitError */ .XS)
                return { error: pushError(error), passing: false };
            throw error;
        }
    };
}
function pushError(cause) {
    const words = cause.stderr.slice(0, 2000);
    const forbidden = /403|denied|not allowed|permission|GH013|protected/i.test(words);
    return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("publish-failed", `The tags were not made at origin: ${words}`, {
        fault: "outside",
        // The cause's own words may hold a URL with a password.
        cause: new Error(words),
        hint: forbidden
            ? "The job needs 'permissions: contents: write', and the repository's rules must let it create these tags."
            : "Nothing was made: run the step again.",
    });
}
//# sourceMappingURL=push.js.map

/***/ })

};
