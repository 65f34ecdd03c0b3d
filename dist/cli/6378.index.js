export const id = 6378;
export const ids = [6378];
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
