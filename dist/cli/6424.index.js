export const id = 6424;
export const ids = [6424];
export const modules = {

/***/ 92914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a5: () => (/* binding */ isRateLimit),
/* harmony export */   hD: () => (/* binding */ rateLimitWait)
/* harmony export */ });
/* unused harmony export UNNAMED_WAIT */
/** GitHub's rate limits, primary and secondary, as an answer tells them. Source: GitHub, "Rate limits for the REST API". Pure. */
/** What is waited where a secondary limit names no time, in milliseconds: "at least one minute". */
const UNNAMED_WAIT = 60_000;
/** Both kinds answer with 403 or 429; only a header or the message tells them from a missing permission. */
function isRateLimit(reply) {
    if (reply.status === 429)
        return true;
    if (reply.status !== 403)
        return false;
    return (reply.header("retry-after") !== undefined ||
        reply.header("x-ratelimit-remaining") === "0" ||
        /rate limit/i.test(reply.text.slice(0, 4096)));
}
/** `retry-after` in seconds, else the reset of a limit that is used up, else a minute. In milliseconds. */
function rateLimitWait(reply, now) {
    const after = Number(reply.header("retry-after"));
    if (reply.header("retry-after") !== undefined && Number.isFinite(after) && after >= 0)
        return after * 1000;
    const reset = Number(reply.header("x-ratelimit-reset"));
    // A second more: the reset is told in whole seconds.
    if (reply.header("x-ratelimit-remaining") === "0" && Number.isFinite(reset))
        return Math.max(1000, reset * 1000 - now + 1000);
    return UNNAMED_WAIT;
}
//# sourceMappingURL=rate-limit.js.map

/***/ }),

/***/ 46424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  updateRefs: () => (/* binding */ updateRefs)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(27597);
// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(24371);
// EXTERNAL MODULE: ./.cache/bundles/runner/cut-text.js
var cut_text = __webpack_require__(75733);
// EXTERNAL MODULE: ./.cache/bundles/github/rate-limit.js
var rate_limit = __webpack_require__(92914);
;// CONCATENATED MODULE: ./.cache/bundles/github/graphql.js





const ATTEMPTS = 3;
/** The longest that a rate limit is waited for, in milliseconds: a job costs money while it waits. */
const LONGEST_WAIT = 60_000;
const ANSWER_LIMIT = 1024 * 1024;
const answerSchema = schemas/* object */.Ikc({
    data: schemas/* unknown */.L5J().optional(),
    errors: schemas/* array */.YOg(schemas/* object */.Ikc({
        message: schemas/* string */.YjP(),
        type: schemas/* string */.YjP().optional().nullable(),
        extensions: schemas/* object */.Ikc({ code: schemas/* string */.YjP().optional() }).optional().nullable(),
    }))
        .optional()
        .nullable(),
});
/**
 * Sends one GraphQL request. Where a rate limit stops it, it is sent again after the time that the server names, up
 * to a minute; all else is told and never repeated here, since a mutation may have been done. Redirects are not
 * followed: they would carry the token elsewhere. No message holds the token.
 */
async function graphql(repository, query, variables, options) {
    const { connect, answer } = options.timeouts ?? { connect: 10_000, answer: 30_000 };
    const agent = new undici/* Agent */.g6({
        allowH2: false,
        connect: { timeout: connect },
        headersTimeout: answer,
        bodyTimeout: answer,
    });
    try {
        for (let attempt = 1;; attempt++) {
            const reply = await send(repository, JSON.stringify({ query, variables }), agent, options.signal);
            if ("failure" in reply)
                return reply;
            const result = judge(repository, reply, options.now());
            if (!("wait" in result))
                return result;
            if (attempt === ATTEMPTS || result.wait > LONGEST_WAIT)
                return { failure: { kind: "refused", error: rateLimited(repository, result.wait) } };
            await options.sleep(result.wait);
        }
    }
    finally {
        await agent.destroy();
    }
}
async function send(repository, body, dispatcher, signal) {
    let started = false;
    try {
        const answer = await (0,undici/* request */.Em)(repository.graphqlUrl, {
            dispatcher,
            method: "POST",
            headers: {
                authorization: `bearer ${repository.token}`,
                "content-type": "application/json",
                accept: "application/json",
                "user-agent": "sluice",
            },
            body,
            signal: signal ?? null,
        });
        started = true;
        const chunks = [];
        let size = 0;
        for await (const chunk of answer.body) {
            size += chunk.length;
            if (size > ANSWER_LIMIT)
                throw new Error("the answer is larger than 1 MiB");
            chunks.push(chunk);
        }
        return {
            status: answer.statusCode,
            header: (name) => [answer.headers[name]].flat()[0],
            text: Buffer.concat(chunks).toString("utf8"),
        };
    }
    catch (cause) {
        if (signal?.aborted === true)
            throw cause;
        const code = codeOf(cause);
        const unsent = !started && NO_CONNECTION.test(code ?? "");
        const words = code ?? (cause instanceof Error ? cause.message : "the connection failed");
        return {
            failure: {
                kind: unsent ? "unavailable" : "passing",
                error: apiError(repository, `gives no whole answer (${words})`, "Check the network, and run the step again."),
            },
        };
    }
}
/** Before any byte of the request left: names, connections and TLS that failed. */
const NO_CONNECTION = /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|EPROTO|CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/;
function codeOf(error) {
    for (let each = error, depth = 0; each instanceof Error && depth < 4; each = each.cause, depth++) {
        const first = each instanceof AggregateError ? each.errors[0] : each;
        const code = first instanceof Error ? first.code : undefined;
        if (typeof code === "string")
            return code;
    }
    return undefined;
}
function judge(repository, reply, now) {
    const { status, text } = reply;
    const failed = (kind, words, hint) => ({
        failure: { kind, error: apiError(repository, words, hint) },
    });
    const parsed = parse(text);
    const said = messageOf(text);
    if (status === 401)
        return failed("refused", `does not accept the token${said}`, "Pass a valid token as 'token'.");
    if ((0,rate_limit/* isRateLimit */.a5)(reply))
        return { wait: (0,rate_limit/* rateLimitWait */.hD)(reply, now) };
    if (status === 403)
        return failed("refused", `forbids it${said}`, permissionHint(reply));
    if (status === 404)
        return failed("unavailable", "does not exist", "Check GITHUB_GRAPHQL_URL.");
    if (status >= 300 && status < 400)
        return failed("refused", `answers with a redirect (${status}), which is not followed`, "Check GITHUB_GRAPHQL_URL.");
    if (status !== 200 || parsed === undefined)
        return failed(status < 500 && status !== 200 ? "refused" : "passing", status === 200
            ? "gave half an answer, or none that is GraphQL"
            : `answers with status ${status}${said}`, "Run the step again, and see https://www.githubstatus.com or your server's status.");
    const [first] = parsed.errors ?? [];
    if (first === undefined) {
        return parsed.data === undefined || parsed.data === null
            ? failed("passing", "answers without data", "Run the step again.")
            : { data: parsed.data };
    }
    if (first.type === "RATE_LIMITED")
        return { wait: (0,rate_limit/* rateLimitWait */.hD)(reply, now) };
    const words = `says: ${(0,cut_text/* cutText */.I)(first.message, 500)}`;
    if (first.extensions?.code === "undefinedField" || /doesn't exist on type 'Mutation'/.test(first.message))
        return failed("unavailable", words, "Update the server.");
    if (first.type === "FORBIDDEN" || /not accessible by|must have (push|write)/i.test(first.message))
        return failed("refused", words, permissionHint(reply));
    if (first.type === "NOT_FOUND")
        return failed("refused", words, "The token must be one that reads and writes this repository (contents: write).");
    if (/\brules?\b|protected|restricted/i.test(first.message))
        return failed("refused", words, "The repository's rules must let this token create these tags.");
    return failed("passing", words, "Run the step again.");
}
function parse(text) {
    try {
        return answerSchema.safeParse(JSON.parse(text)).data;
    }
    catch {
        return undefined;
    }
}
/** GitHub's `{"message": ...}` of an answer that is no GraphQL. */
function messageOf(text) {
    try {
        const found = schemas/* object */.Ikc({ message: schemas/* string */.YjP() }).safeParse(JSON.parse(text)).data;
        return found === undefined ? "" : `: ${(0,cut_text/* cutText */.I)(found.message, 500)}`;
    }
    catch {
        return "";
    }
}
function permissionHint(reply) {
    const accepted = reply.header("x-accepted-github-permissions")?.slice(0, 200);
    const needed = accepted === undefined ? "" : ` The server asks for ${accepted}.`;
    return `The job needs 'permissions: contents: write', and the repository's rules must let it create these tags.${needed}`;
}
function rateLimited(repository, wait) {
    const seconds = Math.ceil(wait / 1000);
    return apiError(repository, `limits the rate of requests, for ${seconds} seconds more`, "Run the step again later, or use a token with a limit of its own.");
}
function apiError(repository, words, hint) {
    const text = `${new URL(repository.graphqlUrl).host} ${words}`.replaceAll(repository.token, "***");
    return new errors/* UserError */.yo("publish-failed", `The tags were not made through GitHub's API: ${text}`, {
        fault: "outside",
        hint: hint.replaceAll(repository.token, "***"),
    });
}
//# sourceMappingURL=graphql.js.map
;// CONCATENATED MODULE: ./.cache/bundles/github/update-refs.js



const REPOSITORY = "query($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { id } }";
/** docs.github.com/graphql/reference/git: "if one of them is rejected, no other ref will be modified". */
const UPDATE = `mutation($repositoryId: ID!, $refUpdates: [RefUpdate!]!) {
	updateRefs(input: {repositoryId: $repositoryId, refUpdates: $refUpdates}) { clientMutationId }
}`;
const repositorySchema = schemas/* object */.Ikc({ repository: schemas/* object */.Ikc({ id: schemas/* string */.YjP() }) });
/**
 * Updates references through `updateRefs`: all of them or none, each only where it is at its expected value.
 * Undefined is success. A stale value and a broken server look alike ("passing"): read the references, and decide
 * by them.
 */
async function updateRefs(repository, updates, options) {
    const { owner, name } = repository;
    const found = await graphql(repository, REPOSITORY, { owner, name }, options);
    if ("failure" in found)
        return found.failure;
    const known = repositorySchema.safeParse(found.data).data;
    if (known === undefined)
        return { kind: "refused", error: unseen(repository) };
    const refUpdates = updates.map(({ ref, before, after }) => ({
        name: ref,
        // Zeros: there must be no such reference.
        beforeOid: before ?? "0".repeat(after.length),
        afterOid: after,
        // A moving tag may also come from a commit of another line.
        force: before !== null,
    }));
    const done = await graphql(repository, UPDATE, { repositoryId: known.repository.id, refUpdates }, options);
    return "failure" in done ? done.failure : undefined;
}
function unseen({ owner, name }) {
    return new errors/* UserError */.yo("publish-failed", `GitHub's API shows no repository ${owner}/${name} to this token`, {
        fault: "outside",
        hint: "The token must be one that reads and writes this repository (contents: write).",
    });
}
//# sourceMappingURL=update-refs.js.map

/***/ })

};
