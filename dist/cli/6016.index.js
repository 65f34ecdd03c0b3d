export const id = 6016;
export const ids = [6016];
export const modules = {

/***/ 16016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  explainCommand: () => (/* binding */ explainCommand)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/bundles/runner/action.js
var action = __webpack_require__(47203);
// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
// EXTERNAL MODULE: ./.cache/bundles/runner/markdown.js
var markdown = __webpack_require__(20104);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/errors.js
var classic_errors = __webpack_require__(961);
// EXTERNAL MODULE: ./.cache/bundles/runner/annotations.js
var annotations = __webpack_require__(3387);
;// CONCATENATED MODULE: ./.cache/bundles/cli/explanation.js



const explanation_text = schemas/* string */.YjP();
const maybe = schemas/* string */.YjP().nullish();
const placed = { file: maybe, line: schemas/* int */.Whr().nullish() };
const problems = schemas/* array */.YOg(schemas/* object */.Ikc({
    severity: explanation_text,
    code: explanation_text,
    message: explanation_text,
    hint: maybe,
    ...placed,
    endLine: schemas/* int */.Whr().nullish(),
    column: schemas/* int */.Whr().nullish(),
}))
    .default([]);
const failing = schemas/* array */.YOg(schemas/* object */.Ikc({ name: explanation_text, message: maybe, ...placed })).default([]);
const READERS = new Map([
    ["gate.result.v1", explainGate],
    ["run.result.v1", explainRun],
    ["promote.result.v1", explainPromote],
    ["plan.result.v1", (json) => explainProblems("plan.result.v1", json, "planned")],
    ["version.result.v1", (json) => explainProblems("version.result.v1", json, "computed")],
    ["error.v1", (json) => explainProblems("error.v1", json, "nothing was done")],
]);
const DETAILS = 5;
/**
 * @param file its name, for errors
 * @throws UserError where it is no result
 */
function explain(file, json) {
    const schema = schemas/* object */.Ikc({ schema: explanation_text }).safeParse(json).data?.schema;
    const reader = schema === undefined ? undefined : READERS.get(schema);
    if (reader === undefined) {
        const what = schema === undefined ? "it has no 'schema'" : `its schema is ${JSON.stringify(schema.slice(0, 100))}`;
        throw new errors/* UserError */.yo("result-unknown", `${file} is no result that can be explained: ${what}`, {
            file,
            hint: `Name the file of the output 'result-file', or what --json printed. Known: ${[...READERS.keys()].join(", ")}.`,
        });
    }
    try {
        return reader(json);
    }
    catch (cause) {
        if (!(cause instanceof classic_errors/* ZodError */.G))
            throw cause;
        const [issue] = cause.issues;
        throw new errors/* UserError */.yo("result-invalid", `${file} is no whole ${schema}: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`, { file, cause, hint: "Take the file as the action wrote it." });
    }
}
const gateSchema = schemas/* object */.Ikc({
    verdict: explanation_text,
    reason: explanation_text,
    reasons: schemas/* array */.YOg(schemas/* object */.Ikc({ code: explanation_text, service: maybe, level: maybe, message: explanation_text, fix: explanation_text, ...placed })),
    failures: schemas/* array */.YOg(schemas/* object */.Ikc({ service: explanation_text, level: explanation_text, test: explanation_text, message: explanation_text, excuse: explanation_text, ...placed }))
        .default([]),
    problems,
});
function explainGate(json) {
    const result = gateSchema.parse(json);
    const [first] = result.reasons;
    const base = { of: "gate.result.v1", verdict: result.verdict };
    if (first === undefined)
        return { ...base, reason: null, place: null, fix: null, details: [result.reason], more: 0 };
    return {
        ...base,
        reason: first.message,
        place: placeOf(first),
        fix: first.fix,
        details: gateDetails(result, first),
        more: result.reasons.length - 1,
    };
}
/** The tests of that service and level, or its lines without a test. */
function gateDetails({ failures, problems: found }, first) {
    if (first.code === "coverage-patch") {
        return found
            .filter(({ code }) => code === "line-uncovered")
            .map((each) => `${each.file ?? ""}:${each.line ?? ""}${each.endLine == null ? "" : `-${each.endLine}`}`)
            .slice(0, DETAILS);
    }
    const held = first.code === "infrastructure";
    return failures
        .filter(({ service, level, excuse }) => service === first.service && level === first.level && (held || excuse === "none"))
        .map((each) => testText(each.test, each.message, each))
        .slice(0, DETAILS);
}
function explainRun(json) {
    const result = schemas/* object */.Ikc({
        outcome: explanation_text,
        reason: explanation_text,
        service: explanation_text,
        steps: schemas/* array */.YOg(schemas/* object */.Ikc({ name: explanation_text, outcome: explanation_text, reason: explanation_text, failing })),
        problems,
    })
        .parse(json);
    const bad = result.steps.filter(({ outcome }) => outcome !== "passed");
    const [first] = bad;
    const error = result.problems.find(({ severity }) => severity === "error");
    const base = { of: "run.result.v1", verdict: result.outcome };
    if (result.outcome === "passed")
        return { ...base, reason: null, place: null, fix: null, details: [result.reason], more: 0 };
    const again = `sluice run --service ${result.service} --endpoint ${first?.name ?? "test"}`;
    return {
        ...base,
        reason: first === undefined ? result.reason : `${first.name}: ${first.reason}`,
        place: first?.failing[0] === undefined ? null : placeOf(first.failing[0]),
        fix: error?.hint ??
            (result.outcome === "infrastructure"
                ? `Nothing in the change is at fault: run it again (${again}).`
                : `Mend it, and try: ${again}`),
        details: (first?.failing ?? []).slice(0, DETAILS).map((each) => testText(each.name, each.message, each)),
        more: Math.max(0, bad.length - 1),
    };
}
function explainPromote(json) {
    const result = schemas/* object */.Ikc({
        outcome: explanation_text,
        residue: schemas/* array */.YOg(schemas/* object */.Ikc({ destination: explanation_text, tag: explanation_text })).default([]),
        problems,
    })
        .parse(json);
    const explained = explainProblems("promote.result.v1", json, result.outcome);
    const residue = result.residue.map(({ destination, tag }) => `${destination}:${tag} was not put back`);
    return { ...explained, verdict: result.outcome, details: residue.slice(0, DETAILS) };
}
/** Results whose answer is no verdict: only an error stands in the way, else a warning is worth a word. */
function explainProblems(of, json, fine) {
    const { problems: found } = schemas/* object */.Ikc({ problems }).parse(json);
    const errors = found.filter(({ severity }) => severity === "error");
    const warnings = found.filter(({ severity }) => severity === "warning");
    const [first] = errors.length > 0 ? errors : warnings;
    return {
        of,
        verdict: errors.length > 0 && of !== "error.v1" ? "with errors" : fine,
        reason: first?.message ?? null,
        place: first === undefined ? null : placeOf(first),
        fix: first?.hint ?? null,
        details: [],
        more: Math.max(0, (errors.length > 0 ? errors : warnings).length - 1),
    };
}
function placeOf(each) {
    const place = (0,annotations/* placeText */.Z9)({
        file: each.file ?? undefined,
        line: each.line ?? undefined,
        column: each.column ?? undefined,
    });
    return place === "" ? null : place;
}
function testText(name, message, each) {
    const place = placeOf(each);
    const [line = ""] = (message ?? "").split("\n");
    return `${name}${place === null ? "" : ` (${place})`}${line === "" ? "" : `: ${line.slice(0, 200)}`}`;
}
//# sourceMappingURL=explanation.js.map
;// CONCATENATED MODULE: ./.cache/bundles/cli/explain.js






/** `sluice explain RESULT-FILE`: the first thing that stands in the way, and the smallest step that mends it. */
/** A gate over 200 services with 2,000 files of evidence writes less than 1 MiB. */
const LIMIT = 256 * 1024 * 1024;
const explainCommand = {
    name: "explain",
    description: "Why a gate is closed, or another action said no: the first reason and the smallest fix.",
    inputs: [
        ...action/* COMMON_INPUTS */.s.filter((spec) => spec.name === "working-directory"),
        { name: "file", description: "The file of a result." },
    ],
    operands: "file",
    outputs: [],
    examples: [
        "sluice explain sluice-gate/verdict.json",
        "sluice gate --json > gate.json; sluice explain gate.json",
    ],
    parse: (inputs) => {
        const [file, ...more] = inputs.list("file");
        if (file === undefined || more.length > 0) {
            throw new errors/* UserError */.yo("input-missing", file === undefined ? "No file is given" : "Several files are given", {
                input: "file",
                hint: "Name one result: sluice explain sluice-gate/verdict.json",
            });
        }
        return { file };
    },
    ports: ({ directory }) => ({ read: (file) => readWhole((0,external_node_path_.resolve)(directory, file), file) }),
    run: async ({ file }, ports) => {
        const explanation = explain(file, parse(file, await ports.read(file)));
        return { schema: "explanation.v1", file, explanation, problems: [] };
    },
    report: ({ explanation }) => ({
        headline: headlineOf(explanation),
        markdown: markdownOf(explanation),
        outputs: {},
        // The question is answered, whatever the answer is.
        exitCode: 0,
    }),
    print: ({ schema, explanation }) => ({ schema, ...explanation }),
};
function headlineOf({ of, verdict }) {
    return of === "error.v1" ? verdict : `${of.split(".")[0]}: ${verdict}`;
}
function markdownOf(explanation) {
    const { reason, place, fix, details, more } = explanation;
    const lines = [`### ${(0,markdown/* escapeMarkdown */.FV)(headlineOf(explanation))}`];
    lines.push(reason === null ? "Nothing stands in the way." : `**${(0,markdown/* escapeMarkdown */.FV)(reason)}**`);
    if (place !== null)
        lines.push(`At ${(0,markdown/* code */.aY)(place)}`);
    if (details.length > 0)
        lines.push(details.map((each) => `- ${(0,markdown/* escapeMarkdown */.FV)(each)}`).join("\n"));
    if (fix !== null)
        lines.push(`Fix: ${(0,markdown/* escapeMarkdown */.FV)(fix)}`);
    if (more > 0)
        lines.push(`${more} more ${more === 1 ? "reason" : "reasons"} after that.`);
    return `${lines.join("\n\n")}\n`;
}
function parse(file, content) {
    try {
        return JSON.parse(content);
    }
    catch (cause) {
        throw new errors/* UserError */.yo("result-not-json", `${file} is no JSON: ${(0,errors/* errorMessage */.gJ)(cause).slice(0, 200)}`, {
            file,
            cause,
            hint: "Name the file of the output 'result-file', or what --json printed; it may be cut off.",
        });
    }
}
async function readWhole(path, file) {
    const chunks = [];
    let size = 0;
    try {
        for await (const chunk of (0,external_node_fs_.createReadStream)(path)) {
            size += chunk.length;
            if (size > LIMIT)
                throw new errors/* UserError */.yo("result-too-large", `${file} is larger than 256 MiB`, { file });
            chunks.push(chunk);
        }
    }
    catch (cause) {
        if (cause instanceof errors/* UserError */.yo)
            throw cause;
        const reasons = {
            ENOENT: "there is no such file",
            EISDIR: "it is a folder",
        };
        const why = reasons[String(cause.code)] ?? (0,errors/* errorMessage */.gJ)(cause);
        throw new errors/* UserError */.yo("result-unreadable", `${file} can't be read: ${why}`, {
            file,
            cause,
            hint: "Check the name: the gate writes sluice-gate/verdict.json.",
        });
    }
    return Buffer.concat(chunks).toString("utf8");
}
//# sourceMappingURL=explain.js.map

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

/***/ }),

/***/ 20104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EQ: () => (/* binding */ cutLines),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/**
 * Markdown from foreign text: names of tests, branches and files come from people whom nobody knows, and
 * must neither break a table nor bring HTML, mentions or links into a summary.
 */
/** Text for a table's cell or a paragraph: one line, every character of Markdown and HTML inert. */
function escapeMarkdown(text) {
    return visible(text)
        .replace(/&/g, "&amp;")
        .replace(/</g, "&lt;")
        .replace(/>/g, "&gt;")
        .replace(/[\\`*_{}[\]()#+!|~$-]/g, "\\$&")
        .replace(/@/g, "@\u200b")
        .replace(/:\/\//g, ":\u200b//");
}
/** Text as code in a table's cell: no backtick and no bar can end it. */
function code(text) {
    if (text === "")
        return "";
    const inert = visible(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
    return `<code>${inert.replace(/[|`*_[\]\\~$@:]/g, (each) => `&#${each.charCodeAt(0)};`)}</code>`;
}
/** A table; the cells are Markdown already. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(" | ")} |`;
    return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
/** A folded part. `summary` is Markdown already and must hold no block. */
function details(summary, body) {
    return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
/** One line without control and bidirectional characters, which could show something else than what is there. */
function visible(text) {
    return (text
        .replace(/[\r\n\t]+/g, " ")
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
        .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "\ufffd"));
}
/** Cut to at most `limit` bytes of UTF-8 at the end of a line, with a note of what is missing. */
function cutLines(text, limit) {
    if (Buffer.byteLength(text) <= limit)
        return text;
    const note = "\n\n…cut here: the whole is in the result file.\n";
    const budget = limit - Buffer.byteLength(note);
    const bytes = Buffer.from(text).subarray(0, Math.max(0, budget));
    const end = bytes.lastIndexOf(0x0a);
    return (end < 0 ? "" : bytes.subarray(0, end).toString("utf8")) + note;
}
//# sourceMappingURL=markdown.js.map

/***/ })

};
