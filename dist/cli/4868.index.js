export const id = 4868;
export const ids = [4868,6378];
export const modules = {

/***/ 6378:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   print: () => (/* binding */ print),
/* harmony export */   tellOutputFailures: () => (/* binding */ tellOutputFailures),
/* harmony export */   written: () => (/* binding */ written)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33786);
/* harmony import */ var _runner_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49235);




const STANDARD_OUTPUT = 1;
/**
 * Writes to standard output. A file is written here and not by Node's stream, which takes no notice where only a part
 * was written, as on a disk that is nearly full.
 * @throws UserError `output-unwritable`
 */
function print(text) {
    if (!isFile()) {
        process.stdout.write(text);
        return;
    }
    const bytes = Buffer.from(text);
    try {
        for (let at = 0; at < bytes.length;)
            at += (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(STANDARD_OUTPUT, bytes, at);
    }
    catch (cause) {
        throw unwritable(cause);
    }
}
/** Has failures of the two streams told. Whoever reads may have read enough (`| head`): that is none of the command. */
function tellOutputFailures() {
    process.stdout.on("error", (error) => {
        if ("code" in error && error.code === "EPIPE")
            return;
        process.stderr.write(`sluice: ${(0,_runner_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .describeFailure */ .I)(unwritable(error)).text}\n`);
        process.exit((0,_runner_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodeOf */ .FO)("outside"));
    });
    // There is nowhere left to tell it.
    process.stderr.on("error", () => undefined);
}
/** Settles when both streams have handed on all that was written to them, or can't. */
async function written() {
    // What failed at once is told in a later turn of the event loop.
    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setImmediate)();
    await Promise.all([process.stdout, process.stderr].map((stream) => new Promise((resolve) => {
        if (stream.destroyed || stream.writableLength === 0)
            resolve();
        else
            stream.write("", () => resolve());
    })));
}
function isFile() {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(STANDARD_OUTPUT).isFile();
    }
    catch {
        // It is closed.
        return false;
    }
}
function unwritable(cause) {
    return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("output-unwritable", `The answer can't be written: ${(0,_runner_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorMessage */ .gJ)(cause)}`, {
        fault: "outside",
        hint: "See where standard output goes, and whether there is room.",
        cause,
    });
}
//# sourceMappingURL=output.js.map

/***/ }),

/***/ 4868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sluice: () => (/* binding */ sluice)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
;// CONCATENATED MODULE: ./.cache/bundles/runner/directory.js



/**
 * The folder that `working-directory` names in `base`; a UserError when there is none. In a workflow it stays `inside`
 * the workspace: outside of it there is no checkout, and what is judged there is not this commit.
 */
function workingDirectory(base, inputs, inside) {
    const given = inputs.text("working-directory") ?? ".";
    const directory = (0,external_node_path_.resolve)(base, given);
    const away = (0,external_node_path_.relative)((0,external_node_path_.resolve)(base), directory);
    if (inside && (away === ".." || away.startsWith(`..${external_node_path_.sep}`))) {
        throw new errors/* UserError */.yo("working-directory-outside", `The folder '${given}' is outside of the workspace`, {
            input: "working-directory",
            hint: "Name a folder of the checkout.",
        });
    }
    if ((0,external_node_fs_.statSync)(directory, { throwIfNoEntry: false })?.isDirectory() === true)
        return directory;
    throw new errors/* UserError */.yo("working-directory-missing", `There is no folder '${given}' in the workspace`, {
        input: "working-directory",
        hint: "Check the name, and that actions/checkout ran before this step.",
    });
}
//# sourceMappingURL=directory.js.map
// EXTERNAL MODULE: ./.cache/bundles/runner/failure.js
var runner_failure = __webpack_require__(49235);
// EXTERNAL MODULE: ./.cache/bundles/runner/inputs.js
var runner_inputs = __webpack_require__(69088);
;// CONCATENATED MODULE: ./.cache/bundles/cli/arguments.js


/**
 * `--name value`, `--name=value`, and `--name` alone for true. An input that may be said several times is a
 * list: its values become lines. What is no flag goes to the input `operands`, as a JSON array since names of
 * files may hold anything; after `--` nothing is a flag. Pure.
 */
function parseArguments(args, inputs, operands) {
    const names = new Set(inputs.map((spec) => spec.name).filter((name) => name !== operands));
    const parsed = { values: new Map(), json: false, help: false };
    const bare = [];
    for (let index = 0; index < args.length; index++) {
        const argument = args[index] ?? "";
        if (argument === "--" && operands !== undefined) {
            bare.push(...args.slice(index + 1));
            break;
        }
        if (argument === "-h" || argument === "--help")
            parsed.help = true;
        else if (argument === "--json")
            parsed.json = true;
        else if (argument.startsWith("--"))
            index += takeFlag(argument, args[index + 1], names, parsed);
        else if (operands !== undefined)
            bare.push(argument);
        else {
            throw new errors/* UserError */.yo("argument-unexpected", `Unexpected argument ${JSON.stringify(argument)}`, {
                hint: "Inputs are flags: --name value.",
            });
        }
    }
    if (operands !== undefined && bare.length > 0)
        parsed.values.set(operands, JSON.stringify(bare));
    return parsed;
}
function takeFlag(argument, next, names, parsed) {
    const equals = argument.indexOf("=");
    const name = argument.slice(2, equals < 0 ? undefined : equals);
    if (!names.has(name)) {
        throw new errors/* UserError */.yo("flag-unknown", `There is no flag --${name}`, {
            hint: `See --help.${(0,runner_inputs/* didYouMean */.au)(name, names)}`,
        });
    }
    // A key in PEM begins with five dashes and is a value: taken for a flag it would be printed in an error.
    const separate = equals < 0 && next !== undefined && (!next.startsWith("--") || next.startsWith("---"));
    const value = equals >= 0 ? argument.slice(equals + 1) : separate ? next : "true";
    const before = parsed.values.get(name);
    parsed.values.set(name, before === undefined ? value : `${before}\n${value}`);
    return separate ? 1 : 0;
}
//# sourceMappingURL=arguments.js.map
;// CONCATENATED MODULE: ./.cache/bundles/cli/commands.js
const COMMANDS = [
    {
        name: "plan",
        description: "Which services does this change affect, and what must run?",
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(7597), __webpack_require__.e(4006), __webpack_require__.e(8815), __webpack_require__.e(2088), __webpack_require__.e(298), __webpack_require__.e(3197), __webpack_require__.e(7882), __webpack_require__.e(193), __webpack_require__.e(216), __webpack_require__.e(4526)]).then(__webpack_require__.bind(__webpack_require__, 54526))).planAction,
    },
    {
        name: "run",
        description: "Run one endpoint of one service, the same way for every language.",
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(7597), __webpack_require__.e(4006), __webpack_require__.e(8815), __webpack_require__.e(2088), __webpack_require__.e(298), __webpack_require__.e(3197), __webpack_require__.e(7882), __webpack_require__.e(193), __webpack_require__.e(7830), __webpack_require__.e(3671), __webpack_require__.e(8504), __webpack_require__.e(175)]).then(__webpack_require__.bind(__webpack_require__, 93868))).runEndpointAction,
    },
    {
        name: "version",
        description: "The semantic version and the tags of one service or of all of them.",
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(3197), __webpack_require__.e(9731)]).then(__webpack_require__.bind(__webpack_require__, 49731))).versionAction,
    },
    {
        name: "gate",
        description: "May the end-to-end tests run?",
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(7597), __webpack_require__.e(4006), __webpack_require__.e(8815), __webpack_require__.e(2088), __webpack_require__.e(6752), __webpack_require__.e(298), __webpack_require__.e(3197), __webpack_require__.e(7882), __webpack_require__.e(193), __webpack_require__.e(7830), __webpack_require__.e(6680), __webpack_require__.e(8504), __webpack_require__.e(216), __webpack_require__.e(6563)]).then(__webpack_require__.bind(__webpack_require__, 46563))).gateAction,
    },
    {
        name: "promote",
        description: "The same digests, in the next registry.",
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(7597), __webpack_require__.e(4006), __webpack_require__.e(8815), __webpack_require__.e(2088), __webpack_require__.e(6752), __webpack_require__.e(298), __webpack_require__.e(3197), __webpack_require__.e(7882), __webpack_require__.e(193), __webpack_require__.e(6530), __webpack_require__.e(3413), __webpack_require__.e(4614), __webpack_require__.e(3671), __webpack_require__.e(3630), __webpack_require__.e(6680), __webpack_require__.e(8077), __webpack_require__.e(8407)]).then(__webpack_require__.bind(__webpack_require__, 15892))).promoteAction,
    },
    {
        name: "graph",
        description: "The declared services and what they use.",
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(7597), __webpack_require__.e(4006), __webpack_require__.e(8815), __webpack_require__.e(2088), __webpack_require__.e(3197), __webpack_require__.e(7882), __webpack_require__.e(6839)]).then(__webpack_require__.bind(__webpack_require__, 96839))).graphCommand,
    },
    {
        name: "evidence",
        description: "What reports of tests and coverage say.",
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(7597), __webpack_require__.e(4006), __webpack_require__.e(3197), __webpack_require__.e(7830), __webpack_require__.e(5162)]).then(__webpack_require__.bind(__webpack_require__, 8397))).evidenceCommand,
    },
    {
        name: "registry",
        description: "What a registry supports, and what one may do there.",
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6752), __webpack_require__.e(6530), __webpack_require__.e(3413), __webpack_require__.e(3099)]).then(__webpack_require__.bind(__webpack_require__, 83099))).registryCommand,
    },
    {
        name: "explain",
        description: "The first reason of a closed gate, and the smallest fix.",
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(7597), __webpack_require__.e(6016)]).then(__webpack_require__.bind(__webpack_require__, 16016))).explainCommand,
    },
];
/** Named by the contract; refused by name until they are there. */
const LATER_COMMANDS = ["init"];
//# sourceMappingURL=commands.js.map
;// CONCATENATED MODULE: ./.cache/bundles/cli/help.js
/** `sluice --help`. Pure. */
function generalHelp(commands) {
    const width = Math.max(...commands.map((each) => each.name.length));
    return `sluice: microservices from a commit to production

Usage: sluice <command> [--input value]... [--json]

${commands.map((each) => `  ${each.name.padEnd(width)}  ${each.description}`).join("\n")}

sluice <command> --help shows a command's flags and examples.
Exit codes: 0 yes, 1 the verdict is no, 2 the request or configuration is wrong, 3 something outside failed.
`;
}
/** `sluice <command> --help`. Pure. */
function commandHelp(action) {
    const flags = action.inputs.filter((spec) => spec.later !== true && spec.name !== action.operands);
    const width = Math.max(...flags.map((spec) => spec.name.length)) + 2;
    const line = (spec) => {
        const fallback = spec.default === undefined || spec.default === "" ? "" : ` (default ${spec.default})`;
        return `  ${`--${spec.name}`.padEnd(width)}  ${spec.description}${fallback}`;
    };
    return `sluice ${action.name}: ${action.description}

Flags:
${flags.map(line).join("\n")}
  ${"--json".padEnd(width)}  Print the result as JSON.

A list is one item per line, a JSON array, or the flag said several times.

Examples:
${action.examples.map((each) => `  ${each}`).join("\n")}
`;
}
//# sourceMappingURL=help.js.map
// EXTERNAL MODULE: ./.cache/bundles/cli/output.js
var output = __webpack_require__(6378);
;// CONCATENATED MODULE: ./.cache/bundles/cli/plain.js
/**
 * The Markdown that the reports of this suite are made of (headings, tables, folded parts, code, escapes)
 * as text for a terminal. Pictures are left out: the same is in the table. Pure.
 */
function plainText(markdown) {
    const output = [];
    const folded = /<details><summary>[^<]*<\/summary>\s*```mermaid\n[\s\S]*?\n```\s*<\/details>\n?/g;
    const lines = markdown
        .replace(folded, "")
        .replace(/```mermaid\n[\s\S]*?\n```\n?/g, "")
        .split("\n");
    for (let index = 0; index < lines.length; index++) {
        const line = lines[index] ?? "";
        if (line.startsWith("| ") && /^\|( ?:?-+:? ?\|)+$/.test(lines[index + 1] ?? "")) {
            const rows = [];
            while (lines[index]?.startsWith("|") === true) {
                if (!/^\|( ?:?-+:? ?\|)+$/.test(lines[index] ?? ""))
                    rows.push(cells(lines[index] ?? ""));
                index++;
            }
            index--;
            output.push(...align(rows));
            continue;
        }
        if (/^<\/?details>$|^```/.test(line))
            continue;
        output.push(inline(line.replace(/^#{1,6} /, "").replace(/<\/?(details|summary)>/g, "")).trimEnd());
    }
    return `${output
        .join("\n")
        .replace(/\n{3,}/g, "\n\n")
        .trim()}\n`;
}
function cells(row) {
    return row
        .replace(/^\| ?| ?\|$/g, "")
        .split(/ ?(?<!\\)\| ?/)
        .map(inline);
}
function align(rows) {
    const widths = [];
    for (const row of rows) {
        for (const [column, cell] of row.entries())
            widths[column] = Math.max(widths[column] ?? 0, cell.length);
    }
    return rows.map((row) => row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd());
}
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"' };
function inline(text) {
    return text
        .replace(/<br ?\/?>/g, ", ")
        .replace(/<\/?(code|b|i|sub|sup|em|strong)>/g, "")
        .replace(/\*\*([^*]+)\*\*/g, "$1")
        .replace(/(?<!\\)`([^`]*)`/g, "$1")
        .replace(/\\([\\`*_{}[\]()#+!|~$.>-])/g, "$1")
        .replace(/\u200b/g, "")
        .replace(/&(amp|lt|gt|quot|#(\d+));/g, (_, name, number) => number === undefined ? (ENTITIES[name] ?? "") : String.fromCodePoint(Number(number)));
}
//# sourceMappingURL=plain.js.map
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./.cache/bundles/cli/stop.js


/** The signals by which a person or a machine ends a command. */
const SIGNALS = ["SIGINT", "SIGTERM"];
/** Milliseconds that work has to clear up after a signal, such as to cut a shallow clone off again where it was. */
const GRACE = 2_000;
/**
 * Does `work`, whose signal is aborted by SIGINT and SIGTERM. Work that answers the stop is waited for: it tells what
 * it did. All other work ends the process, as a signal without a handler does, and nothing is printed: its answer
 * would be a part or none. So does a second signal, and one while the result is written.
 */
async function untilStopped(work, options) {
    const stop = new AbortController();
    let isOver = false;
    for (const signal of SIGNALS) {
        process.once(signal, () => {
            if (isOver)
                endBy(signal);
            else
                stop.abort(signal);
        });
    }
    const done = work(stop.signal);
    const ended = done.then(() => undefined, () => undefined);
    if (options.answersStop)
        await ended;
    else {
        const { promise, resolve } = Promise.withResolvers();
        stop.signal.addEventListener("abort", () => resolve((0,promises_.setTimeout)(GRACE)), { once: true });
        await Promise.race([ended, promise]);
        // A signal may have come while nothing could be told of it.
        await (0,promises_.setImmediate)();
        for (const signal of SIGNALS)
            if (stop.signal.reason === signal)
                endBy(signal);
    }
    isOver = true;
    return done;
}
/** Ends the process by a signal, so that a shell sees 128 and its number, and a shell's loop ends too. */
function endBy(signal) {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
    process.exit(128 + external_node_os_.constants.signals[signal]);
}
//# sourceMappingURL=stop.js.map
;// CONCATENATED MODULE: ./.cache/bundles/cli/terminal.js
/** A log for people: lines on stderr, so that stdout holds the result alone. Secrets are replaced by `***`. */
function terminalLog(stream) {
    const secrets = new Set();
    const write = (text) => {
        let shown = text;
        for (const secret of secrets)
            shown = shown.replaceAll(secret, "***");
        // Escape sequences from foreign output could rewrite the screen.
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
        stream.write(`${shown.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "")}\n`);
    };
    return {
        info: write,
        debug: () => undefined,
        warning: (message) => write(`warning: ${message}`),
        mask: (secret) => {
            if (secret !== "")
                secrets.add(secret);
        },
        group: (name, work) => {
            write(name);
            return work();
        },
    };
}
//# sourceMappingURL=terminal.js.map
;// CONCATENATED MODULE: ./.cache/bundles/cli/sluice.js












/**
 * The commands of `sluice`: the actions, by the same modules, and the questions that only a terminal asks.
 * @returns the exit code: 0 yes, 1 no, 2 the request, 3 something outside
 */
async function sluice(args) {
    const [name, ...rest] = args;
    const json = rest.includes("--json");
    (0,output.tellOutputFailures)();
    try {
        if (name === undefined || name === "--help" || name === "-h" || name === "help") {
            (0,output.print)(generalHelp(COMMANDS));
            return name === undefined ? 2 : 0;
        }
        const command = COMMANDS.find((each) => each.name === name);
        if (command === undefined && LATER_COMMANDS.includes(name)) {
            throw new errors/* UserError */.yo("command-not-supported", `sluice ${name} is not supported yet`, {
                hint: "See sluice --help for what is.",
            });
        }
        if (command === undefined) {
            throw new errors/* UserError */.yo("command-unknown", `There is no command ${JSON.stringify(name)}`, {
                hint: `See sluice --help.${(0,runner_inputs/* didYouMean */.au)(name, COMMANDS.map((each) => each.name))}`,
            });
        }
        return await call(await command.load(), rest);
    }
    catch (thrown) {
        return tell(thrown, json);
    }
}
function tell(thrown, json) {
    const failure = (0,runner_failure/* describeFailure */.I)(thrown);
    if (!json) {
        process.stderr.write(`sluice: ${failure.text}\n`);
        return failure.exitCode;
    }
    try {
        (0,output.print)(`${JSON.stringify({ schema: "error.v1", problems: [failure.problem] }, null, "\t")}\n`);
        return failure.exitCode;
    }
    catch (cause) {
        return tell(cause, false);
    }
}
async function call(action, args) {
    const parsed = parseArguments(args, action.inputs, action.operands);
    if (parsed.help) {
        (0,output.print)(commandHelp(action));
        return 0;
    }
    const inputs = new runner_inputs/* Inputs */.G0(action.inputs, parsed.values);
    if (action.inputs.some(({ name }) => name === "summary"))
        inputs.boolean("summary");
    const log = terminalLog(process.stderr);
    for (const spec of action.inputs)
        if (spec.secret === true)
            log.mask(inputs.text(spec.name) ?? "");
    const host = {
        actions: false,
        directory: workingDirectory(process.cwd(), inputs, false),
        temporary: (0,external_node_os_.tmpdir)(),
        environment: process.env,
        log,
    };
    const request = action.parse(inputs);
    const result = await untilStopped(async (signal) => action.run(request, await action.ports({ ...host, signal }, request)), { answersStop: action.answersStop === true });
    const report = action.report(result, request);
    if (action.jsonOnly === true || parsed.json) {
        (0,output.print)(`${JSON.stringify(action.print?.(result) ?? result, null, "\t")}\n`);
    }
    else
        (0,output.print)(plainText(report.markdown));
    return report.exitCode;
}
//# sourceMappingURL=sluice.js.map

/***/ }),

/***/ 3387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z9: () => (/* binding */ placeText),
/* harmony export */   fI: () => (/* binding */ problemText),
/* harmony export */   pb: () => (/* binding */ problemLines)
/* harmony export */ });
/* unused harmony exports ANNOTATIONS_PER_KIND, selectAnnotations */
/** GitHub shows at most ten annotations of each kind for one step (actions/toolkit, docs/problem-matchers.md). */
const ANNOTATIONS_PER_KIND = 10;
/** The problems that are shown as annotations, the first of each kind, and how many of each kind are not. */
function selectAnnotations(problems) {
    const left = { error: 0, warning: 0, notice: 0 };
    const used = { error: 0, warning: 0, notice: 0 };
    const shown = [];
    for (const each of problems) {
        // One error is kept free for the step's own failure, which is an annotation too.
        const limit = each.severity === "error" ? ANNOTATIONS_PER_KIND - 1 : ANNOTATIONS_PER_KIND;
        if (used[each.severity] >= limit) {
            left[each.severity]++;
            continue;
        }
        used[each.severity]++;
        shown.push(each);
    }
    return { shown, left };
}
/** A problem on one line, with its hint. */
function problemText(each) {
    return each.hint === undefined ? each.message : `${each.message}. ${each.hint}`;
}
/** Where a problem lies, as `file:line:column`, or the empty string. */
function placeText(each) {
    if (each.file === undefined)
        return "";
    return [each.file, each.line, each.column].filter((part) => part !== undefined).join(":");
}
/** The lines of all problems, for a summary: what did not become an annotation must be readable too. */
function problemLines(problems) {
    return problems.map((each) => [each.severity, placeText(each), problemText(each)].filter((part) => part !== "").join(": "));
}
//# sourceMappingURL=annotations.js.map

/***/ }),

/***/ 75733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ cutText)
/* harmony export */ });
/**
 * The first `limit` UTF-16 units of a text, and one less where the last would be half a character: what is told to
 * people and to other programs must stay text (JSON with half a surrogate pair is refused by many readers). Pure.
 */
function cutText(text, limit) {
    if (text.length <= limit)
        return text;
    const last = text.charCodeAt(limit - 1);
    const isHalf = last >= 0xd800 && last <= 0xdbff;
    return text.slice(0, isHalf ? limit - 1 : limit);
}
//# sourceMappingURL=cut-text.js.map

/***/ }),

/***/ 33786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FO: () => (/* binding */ exitCodeOf),
/* harmony export */   gJ: () => (/* binding */ errorMessage),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/**
 * The errors of the suite. A `UserError` is the user's to fix and says how; anything else that is thrown
 * is a defect of ours and shows its stack.
 */
/**
 * An error that its reader can mend: `code` is stable (kebab-case, for programs), `message` says what
 * happened, `hint` what to do about it.
 */
class UserError extends Error {
    name = "UserError";
    code;
    hint;
    fault;
    place;
    constructor(code, message, details = {}) {
        super(message, "cause" in details ? { cause: details.cause } : undefined);
        this.code = code;
        this.hint = details.hint;
        this.fault = details.fault ?? "request";
        const { file, line, column, input } = details;
        this.place = { file, line, column, input };
    }
}
/** The text of anything that was thrown, an Error or not. */
function errorMessage(thrown) {
    if (thrown instanceof Error)
        return thrown.message;
    if (typeof thrown === "string")
        return thrown;
    try {
        return JSON.stringify(thrown) ?? String(thrown);
    }
    catch {
        return String(thrown);
    }
}
const EXIT_CODE = { refused: 1, request: 2, outside: 3 };
/** The terminal's exit code for a fault (CONTRACT: 1 no, 2 the request, 3 outside). */
function exitCodeOf(fault) {
    return EXIT_CODE[fault];
}
//# sourceMappingURL=errors.js.map

/***/ }),

/***/ 49235:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ describeFailure)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33786);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61806);


/** Whatever was thrown, as a failure: a UserError says how to mend it, all else is ours and shows its stack. */
function describeFailure(thrown) {
    if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo) {
        const { input, ...place } = thrown.place;
        const where = place.file === undefined
            ? ""
            : `${[place.file, place.line, place.column].filter((part) => part !== undefined).join(":")}: `;
        const about = input === undefined || thrown.message.includes(`'${input}'`) ? "" : ` (input '${input}')`;
        const hint = thrown.hint === undefined ? "" : `\n${thrown.hint}`;
        return {
            exitCode: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodeOf */ .FO)(thrown.fault),
            text: `${where}${thrown.message}${about}${hint}`,
            problem: (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .C)("error", thrown.code, thrown.message, { ...place, hint: thrown.hint }),
        };
    }
    const denied = fileFailure(thrown);
    if (denied !== undefined)
        return describeFailure(denied);
    const stack = thrown instanceof Error ? (thrown.stack ?? thrown.message) : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(thrown);
    const cause = thrown instanceof Error && thrown.cause !== undefined ? `\nCaused by: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(thrown.cause)}` : "";
    return {
        exitCode: 3,
        text: `A defect of Sluice: ${stack}${cause}`,
        problem: (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .C)("error", "defect", (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(thrown) || "Something was thrown that has no message", {
            hint: "This is a defect of Sluice: please report it with the log of this step.",
        }),
    };
}
/** What a machine refuses: its disk and its permissions are not ours to mend. */
const REFUSALS = new Map([
    ["EACCES", "permission is denied"],
    ["EPERM", "it is not permitted"],
    ["EROFS", "the file system is read-only"],
    ["ENOSPC", "no space is left on the disk"],
    ["EDQUOT", "the disk quota is used up"],
]);
function fileFailure(thrown) {
    if (!(thrown instanceof Error) || !("code" in thrown) || !("path" in thrown))
        return undefined;
    const why = REFUSALS.get(String(thrown.code));
    if (why === undefined)
        return undefined;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("file-refused", `${String(thrown.path)} can't be used: ${why}`, {
        fault: "outside",
        cause: thrown,
        hint: "Check the owner and permissions of the folder, and the space on its disk.",
    });
}
//# sourceMappingURL=failure.js.map

/***/ }),

/***/ 69088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E1: () => (/* binding */ parseList),
/* harmony export */   G0: () => (/* binding */ Inputs),
/* harmony export */   au: () => (/* binding */ didYouMean),
/* harmony export */   hD: () => (/* binding */ quote)
/* harmony export */ });
/* unused harmony export nearest */
/* harmony import */ var _cut_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75733);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33786);


/**
 * The inputs of one call as text, read once, with errors that name the input and the fix. Text is not
 * trimmed: white space may be data (a branch name may begin with U+FEFF).
 */
class Inputs {
    #values;
    #specs;
    constructor(specs, values) {
        this.#specs = new Map(specs.map((spec) => [spec.name, spec]));
        this.#values = values;
        for (const spec of specs) {
            if (spec.later === true && this.text(spec.name) !== undefined) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("input-not-supported", `Input '${spec.name}' is not supported yet`, {
                    input: spec.name,
                    hint: `Remove '${spec.name}': leaving it out is safer than having it ignored.`,
                });
            }
        }
    }
    /** The text, its default, or undefined when it is not given or empty. */
    text(name) {
        const spec = this.#specs.get(name);
        if (spec === undefined)
            throw new Error(`input '${name}' is not declared`);
        const value = this.#values.get(name);
        if (value !== undefined && value !== "")
            return value;
        return spec.default === "" ? undefined : spec.default;
    }
    /** The text; a UserError when it is not given. */
    required(name) {
        const value = this.text(name);
        if (value === undefined || value.trim() === "") {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("input-missing", `Input '${name}' is required and was not given`, {
                input: name,
                hint: `Add '${name}:' under 'with:' (or --${name} in a terminal).`,
            });
        }
        return value;
    }
    /**
     * One item per line, or a JSON array of strings. CRLF ends a line too, blank lines and lines that begin
     * with `#` are left out. With `commas` (plain names and tag patterns) a comma separates as well.
     */
    list(name, options = {}) {
        return parseList(name, this.text(name), options);
    }
    /** Whether the list was given at all: `[]` is given, the empty string is not. */
    given(name) {
        return this.text(name) !== undefined;
    }
    /** YAML 1.2 core booleans: true or false, in the three usual spellings. */
    boolean(name) {
        const value = this.text(name)?.trim();
        if (value === undefined)
            return false;
        if (/^(true|True|TRUE)$/.test(value))
            return true;
        if (/^(false|False|FALSE)$/.test(value))
            return false;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("input-not-boolean", `Input '${name}' is ${quote(value)}, which is no boolean`, {
            input: name,
            hint: `Write true or false.`,
        });
    }
    /** One of the allowed values. */
    choice(name, allowed) {
        const value = this.text(name)?.trim();
        if (value === undefined)
            return undefined;
        const found = allowed.find((each) => each === value);
        if (found !== undefined)
            return found;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("input-not-allowed", `Input '${name}' is ${quote(value)}`, {
            input: name,
            hint: `Allowed: ${allowed.join(", ")}.`,
        });
    }
    /** A whole number of at least `minimum`. */
    integer(name, minimum = 0) {
        const value = this.text(name)?.trim();
        if (value === undefined)
            return undefined;
        const number = Number(value);
        if (/^\d+$/.test(value) && Number.isSafeInteger(number) && number >= minimum)
            return number;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("input-not-integer", `Input '${name}' is ${quote(value)}, which is no whole number`, {
            input: name,
            hint: `Write a whole number of at least ${minimum}.`,
        });
    }
    /** Parsed JSON, or undefined when it is not given. */
    json(name) {
        const value = this.text(name);
        if (value === undefined)
            return undefined;
        try {
            return JSON.parse(value);
        }
        catch (cause) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("input-not-json", `Input '${name}' is not JSON: ${cause.message}`, {
                input: name,
                cause,
                hint: `Pass it as \${{ toJSON(...) }} or as an output that holds JSON.`,
            });
        }
    }
}
/** The list rules of `Inputs.list`, for text that does not come from an input of its own. */
function parseList(name, text, options = {}) {
    if (text === undefined)
        return [];
    if (text.trimStart().startsWith("[")) {
        const parsed = parseJsonList(text);
        if (parsed !== undefined)
            return parsed;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("input-not-list", `Input '${name}' begins like a JSON array and is none of strings`, {
            input: name,
            hint: `Write ["a", "b"], or one item per line.`,
        });
    }
    const items = [];
    for (const line of text.split(/\r\n|\n|\r/)) {
        const trimmed = line.trim();
        if (trimmed === "" || trimmed.startsWith("#"))
            continue;
        if (options.commas !== true)
            items.push(trimmed);
        else
            items.push(...trimmed
                .split(",")
                .map((each) => each.trim())
                .filter((each) => each !== ""));
    }
    return items;
}
function parseJsonList(text) {
    try {
        const value = JSON.parse(text);
        if (Array.isArray(value) && value.every((each) => typeof each === "string"))
            return value;
    }
    catch {
        // Said by the caller, who knows the input's name.
    }
    return undefined;
}
/** Foreign text inside an error: JSON-quoted, and cut at 200 characters. */
function quote(text) {
    return JSON.stringify(text.length > 200 ? `${(0,_cut_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cutText */ .I)(text, 200)}…` : text);
}
/** The nearest of `candidates` to `word`, for a did-you-mean; undefined where none is near. */
function nearest(word, candidates) {
    let best;
    let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
    for (const candidate of candidates) {
        if (Math.abs(candidate.length - word.length) >= bestDistance)
            continue;
        const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
        if (distance < bestDistance) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}
/** Levenshtein's distance; words here are short (names and keys). */
function editDistance(a, b) {
    let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i++) {
        const current = [i];
        for (let j = 1; j <= b.length; j++) {
            const cost = a[i - 1] === b[j - 1] ? 0 : 1;
            current[j] = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
        }
        previous = current;
    }
    return previous[b.length] ?? 0;
}
/** A sentence for a hint: ` Did you mean 'x'?`, or nothing. */
function didYouMean(word, candidates) {
    const found = nearest(word, candidates);
    return found === undefined ? "" : ` Did you mean '${found}'?`;
}
//# sourceMappingURL=inputs.js.map

/***/ }),

/***/ 61806:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ problem),
/* harmony export */   z: () => (/* binding */ problemsAsError)
/* harmony export */ });
/* harmony import */ var _annotations_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3387);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33786);


/** A problem without the keys that have no value, so that JSON stays small. */
function problem(severity, code, message, place = {}) {
    const made = { severity, code, message };
    if (place.file !== undefined)
        made.file = place.file;
    if (place.line !== undefined)
        made.line = place.line;
    if (place.endLine !== undefined && place.endLine !== place.line)
        made.endLine = place.endLine;
    if (place.column !== undefined)
        made.column = place.column;
    if (place.hint !== undefined)
        made.hint = place.hint;
    return made;
}
/** The most further errors that the text of one error tells. */
const TOLD = 20;
/** The problems of severity error as one UserError: of the first, with the others below its hint. */
function problemsAsError(problems) {
    const errors = problems.filter((each) => each.severity === "error");
    const [first, ...others] = errors;
    if (first === undefined)
        return undefined;
    const lines = others.slice(0, TOLD).map((each) => {
        const place = (0,_annotations_js__WEBPACK_IMPORTED_MODULE_1__/* .placeText */ .Z9)(each);
        return place === "" ? (0,_annotations_js__WEBPACK_IMPORTED_MODULE_1__/* .problemText */ .fI)(each) : `${place}: ${(0,_annotations_js__WEBPACK_IMPORTED_MODULE_1__/* .problemText */ .fI)(each)}`;
    });
    if (others.length > TOLD)
        lines.push(`… and ${others.length - TOLD} more errors`);
    const hint = [first.hint, ...lines].filter((part) => part !== undefined).join("\n");
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(first.code, first.message, {
        hint: hint === "" ? undefined : hint,
        file: first.file,
        line: first.line,
        column: first.column,
    });
}
//# sourceMappingURL=problem.js.map

/***/ })

};
