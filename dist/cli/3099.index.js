export const id = 3099;
export const ids = [3099,639];
export const modules = {

/***/ 83099:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  registryCommand: () => (/* binding */ registryCommand)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.cache/bundles/registry/auth/ambient.js
var ambient = __webpack_require__(20639);
// EXTERNAL MODULE: ./.cache/bundles/registry/auth/clouds.js
var clouds = __webpack_require__(5865);
// EXTERNAL MODULE: ./.cache/bundles/registry/auth/google-cloud.js
var google_cloud = __webpack_require__(96248);
// EXTERNAL MODULE: ./.cache/bundles/runner/markdown.js
var markdown = __webpack_require__(20104);
// EXTERNAL MODULE: ./.cache/bundles/runner/problem-list.js
var problem_list = __webpack_require__(78503);
;// CONCATENATED MODULE: ./.cache/bundles/registry/doctor/diagnosis-text.js


/** What the doctor found, for people: what one may do, what the registry can, and the requests. Pure. */
function diagnosisText(found) {
    const { authentication, registry, repository } = found;
    const scheme = authentication.tokenService === null
        ? authentication.scheme
        : `${authentication.scheme} (tokens from ${authentication.tokenService})`;
    const parts = [
        `## ${(0,markdown/* escapeMarkdown */.FV)(`${registry}/${repository}`)}`,
        `Authentication: ${(0,markdown/* escapeMarkdown */.FV)(scheme)}; credentials: ${(0,markdown/* escapeMarkdown */.FV)(authentication.credentials ?? "none, asked anonymously")}`,
        (0,problem_list/* problemList */.g)(found.problems),
        (0,markdown/* table */.tp)(["Permission", "", "Seen"], found.permissions.map(({ permission, answer, detail }) => [permission, answer, (0,markdown/* escapeMarkdown */.FV)(detail)])),
        (0,markdown/* table */.tp)(["Capability", "", "Seen"], found.capabilities.map(({ capability, answer, detail }) => [
            capability,
            answer,
            (0,markdown/* escapeMarkdown */.FV)(detail),
        ])),
        `<details><summary>${found.requests.length} requests</summary>\n\n${(0,markdown/* table */.tp)(["Request", "Status", "ms"], found.requests.map(({ method, url, status, milliseconds }) => [
            (0,markdown/* escapeMarkdown */.FV)(`${method} ${url}`),
            status === null ? "no answer" : String(status),
            String(milliseconds),
        ]))}\n\n</details>`,
    ];
    return `${parts.filter((each) => each !== "").join("\n\n")}\n`;
}
/** One line: what one may do. */
function diagnosisHeadline({ registry, repository, permissions }) {
    const may = permissions.filter(({ answer }) => answer === "yes").map(({ permission }) => permission);
    return `${registry}/${repository}: ${may.length === 0 ? "nothing is permitted" : `${may.join(", ")} permitted`}`;
}
//# sourceMappingURL=diagnosis-text.js.map
// EXTERNAL MODULE: ./.cache/bundles/runner/problem.js
var problem = __webpack_require__(61806);
// EXTERNAL MODULE: ./.cache/bundles/registry/advice.js
var registry_advice = __webpack_require__(68954);
// EXTERNAL MODULE: ./.cache/bundles/registry/answer.js
var registry_answer = __webpack_require__(58764);
// EXTERNAL MODULE: ./.cache/bundles/registry/auth.js + 2 modules
var auth = __webpack_require__(71461);
// EXTERNAL MODULE: ./.cache/bundles/registry/challenge.js
var challenge = __webpack_require__(97273);
// EXTERNAL MODULE: ./.cache/bundles/registry/endpoint.js + 1 modules
var endpoint = __webpack_require__(34158);
// EXTERNAL MODULE: ./.cache/bundles/registry/secrets.js
var registry_secrets = __webpack_require__(16585);
// EXTERNAL MODULE: ./.cache/bundles/registry/registry-error.js
var registry_error = __webpack_require__(15014);
// EXTERNAL MODULE: ./.cache/bundles/registry/retry.js
var retry = __webpack_require__(5282);
// EXTERNAL MODULE: ./.cache/bundles/registry/unreachable.js
var unreachable = __webpack_require__(83058);
;// CONCATENATED MODULE: ./.cache/bundles/registry/doctor/observed-transport.js




/**
 * A transport that notes each request and its answer's status: each attempt of its own, tokens and redirects too,
 * bodies never. The attempts are made here, since who only sees the last of them does not see a rate limit.
 */
function observedTransport(transport, { sleep, now, random }, seen) {
    async function attempt(request) {
        const started = now();
        const note = {
            method: request.method,
            url: shownUrl(request.url),
            status: null,
            milliseconds: 0,
        };
        seen.push(note);
        try {
            const response = await transport.send({ ...request, retry: false });
            note.status = response.status;
            return response;
        }
        catch (error) {
            if (error instanceof registry_error/* RegistryError */.gl && error.passing)
                return error;
            throw error;
        }
        finally {
            note.milliseconds = Math.round(now() - started);
        }
    }
    return {
        ...transport,
        async send(request) {
            for (let attempts = 1;; attempts += 1) {
                const outcome = await attempt(request);
                const failed = outcome instanceof registry_error/* RegistryError */.gl;
                if (!failed && !(0,retry/* isPassing */.WG)(outcome.status))
                    return outcome;
                const answer = failed ? {} : { status: outcome.status, retryAfter: outcome.header("retry-after") };
                const delay = request.retry === false
                    ? undefined
                    : (0,retry/* delayAfter */.Ee)({ attempts, ...answer, now: now(), random: random() });
                if (delay === undefined && !failed)
                    return outcome;
                if (delay === undefined)
                    throw request.retry === false ? outcome : (0,unreachable/* finalFailure */.Nz)(outcome);
                if (!failed)
                    await (0,registry_answer/* discard */.vf)(outcome);
                await sleep(delay);
            }
        },
    };
}
/** Values that are public: what was asked for. Everything else of a query may be a signature. */
const PUBLIC = new Set(["scope", "service", "mount", "from", "digest", "digest-algorithm", "n"]);
function shownUrl(url) {
    const query = [...url.searchParams].map(([name, value]) => `${name}=${PUBLIC.has(name) ? value : "…"}`);
    return `${url.protocol}//${url.host}${url.pathname}${query.length === 0 ? "" : `?${query.join("&")}`}`;
}
//# sourceMappingURL=observed-transport.js.map
// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
// EXTERNAL MODULE: ./.cache/bundles/registry/redirect.js
var redirect = __webpack_require__(35362);
// EXTERNAL MODULE: ./.cache/bundles/registry/scope.js
var scope = __webpack_require__(84064);
;// CONCATENATED MODULE: ./.cache/bundles/registry/doctor/probe-session.js







const MAX_BODY = 4 * 1024 * 1024;
function probeSession(authorizer, to, insecure) {
    return {
        async ask({ method, path, query = {}, headers = {}, body, actions }) {
            const url = path instanceof URL
                ? new URL(path)
                : new URL(`${to.repository}/${path}`, (0,endpoint/* registryUrl */.NH)(to.registry, insecure));
            for (const [name, value] of Object.entries(query))
                url.searchParams.set(name, value);
            const response = await authorizer.send({
                registry: to.registry,
                scopes: [(0,scope/* repositoryScope */.F7)(to.repository, ...actions)],
                method,
                url,
                headers,
                body,
                countAs: `${to.registry}/${to.repository}`,
            });
            const text = (await (0,registry_answer/* readBody */.x8)(response, MAX_BODY))?.toString("utf8") ?? "";
            return { status: response.status, header: response.header, text, response };
        },
        location: (reply) => (0,redirect/* locationOf */.hD)(reply.response, insecure),
    };
}
/** The registry's words of a refusal: `HTTP 403: denied`. */
function wordsOf(reply) {
    const { codes, messages } = (0,registry_error/* parseErrorBody */.kW)(reply.text);
    const said = messages.length > 0 ? messages.join("; ") : codes.join(", ");
    return `HTTP ${reply.status}${said === "" ? "" : `: ${said}`}`;
}
/** What a refusal says of the thing that was asked for. A registry that is busy or fails has not said no to it. */
function refusal(reply, detail = wordsOf(reply)) {
    if (!(0,retry/* isPassing */.WG)(reply.status))
        return { answer: "no", detail };
    return { answer: "unknown", detail: `${wordsOf(reply)}, again and again, which says nothing of it.` };
}
/** Our own refusals to show credentials: nothing is permitted without them. */
const WITHHELD = new Set(["foreign-token-service", "unsafe-token-service"]);
/** What a token service or a broken connection says in place of an answer. */
function failedFinding(error) {
    const { status, code } = error instanceof registry_error/* RegistryError */.gl ? error : {};
    const refused = status !== undefined && !(0,retry/* isPassing */.WG)(status);
    if (refused || (code !== undefined && WITHHELD.has(code)))
        return { answer: "no", detail: (0,errors/* errorMessage */.gJ)(error) };
    return { answer: "unknown", detail: (0,errors/* errorMessage */.gJ)(error) };
}
//# sourceMappingURL=probe-session.js.map
// EXTERNAL MODULE: ./.cache/bundles/registry/digest.js
var registry_digest = __webpack_require__(54726);
// EXTERNAL MODULE: ./.cache/bundles/registry/manifest.js
var manifest = __webpack_require__(89723);
// EXTERNAL MODULE: ./.cache/bundles/registry/media-types.js
var media_types = __webpack_require__(53280);
// EXTERNAL MODULE: ./.cache/bundles/registry/name.js
var registry_name = __webpack_require__(79025);
;// CONCATENATED MODULE: ./.cache/bundles/registry/doctor/upload-probes.js


const CHUNK = Buffer.from("{}");
const PUSH = ["pull", "push"];
const NOT_PUSHED = { answer: "unknown", detail: "No upload could be opened." };
async function probeUpload(session) {
    const none = { chunked: NOT_PUSHED, cancel: NOT_PUSHED, sha512: NOT_PUSHED };
    let opened;
    try {
        opened = await session.ask({ method: "POST", path: "blobs/uploads/", actions: PUSH });
    }
    catch (error) {
        return { push: failedFinding(error), ...none };
    }
    if (opened.status !== 202)
        return { push: refusal(opened), ...none };
    const minimum = opened.header("oci-chunk-min-length");
    const push = { answer: "yes", detail: "An upload can be opened." };
    const patched = await attempt(() => session.ask({
        method: "PATCH",
        path: session.location(opened),
        headers: {
            "content-type": "application/octet-stream",
            "content-range": `0-${CHUNK.length - 1}`,
            "content-length": String(CHUNK.length),
        },
        body: CHUNK,
        actions: PUSH,
    }));
    const chunked = chunkFinding(patched, minimum);
    const last = "status" in patched && patched.header("location") !== undefined ? patched : opened;
    const cancel = await attempt(() => session.ask({ method: "DELETE", path: session.location(last), actions: PUSH }));
    return { push, chunked, cancel: cancelFinding(cancel), sha512: await sha512Finding(session) };
}
function chunkFinding(patched, minimum) {
    if (!("status" in patched))
        return patched;
    const least = minimum === undefined ? "" : ` Chunks have at least ${minimum} bytes.`;
    const range = patched.header("range");
    const told = range === undefined ? "without a Range" : `with Range ${range}`;
    if (patched.status === 202 && range === `0-${CHUNK.length - 1}`)
        return { answer: "yes", detail: `A chunk is taken and its end told.${least}` };
    if (patched.status === 202 || patched.status === 201) {
        return {
            answer: "no",
            detail: `A chunk is answered ${patched.status} ${told}: its end can't be relied on, blobs go in one piece.`,
        };
    }
    return refusal(patched, `A chunk is refused (${wordsOf(patched)}): blobs go in one piece.${least}`);
}
function cancelFinding(cancelled) {
    if (!("status" in cancelled))
        return cancelled;
    if (cancelled.status === 204 || cancelled.status === 202 || cancelled.status === 200)
        return { answer: "yes", detail: "An upload can be given up." };
    return refusal(cancelled, `${wordsOf(cancelled)}. Opened uploads end by the registry's own time limit.`);
}
/** A registry that knows the algorithm misses the blob; one that does not refuses the digest. */
async function sha512Finding(session) {
    const digest = (0,registry_digest/* digestOf */.ol)("sluice registry doctor", "sha512");
    const reply = await attempt(() => session.ask({ method: "GET", path: `blobs/${digest}`, actions: ["pull"] }));
    if (!("status" in reply))
        return reply;
    if (/DIGEST_INVALID|UNSUPPORTED/.test(reply.text) || reply.status === 400)
        return { answer: "no", detail: wordsOf(reply) };
    return { answer: "unknown", detail: "Its names are taken; --write shows whether a blob is." };
}
/** A reply, or what stood in place of one. */
async function attempt(work) {
    try {
        return await work();
    }
    catch (error) {
        return failedFinding(error);
    }
}
//# sourceMappingURL=upload-probes.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/doctor/read-probes.js







/** Indexes in indexes that are followed to a blob. */
const MAX_DEPTH = 3;
/** No manifest has it, and every registry takes it for a digest. */
const NOBODY = `sha256:${"0".repeat(64)}`;
/**
 * Whether manifests and blobs can be read. The list of tags only tells what to read: it may need a right of its own
 * (Amazon ECR), which pulling does without.
 */
async function probePull(session) {
    const listed = await attempt(() => session.ask({ method: "GET", path: "tags/list", query: { n: "1" }, actions: ["pull"] }));
    if (!("status" in listed))
        return { pull: listed };
    if (listed.status === 404) {
        const detail = `${wordsOf(listed)}: there is no such repository yet, or it is hidden from this account.`;
        return { pull: { answer: "unknown", detail } };
    }
    const tag = listed.status === 200 ? firstTag(listed.text) : undefined;
    return tag === undefined ? { pull: await probeAbsent(session, listed) } : probeTag(session, tag);
}
/** Where no tag is known, the answer for a manifest that nobody has shows who may read. */
async function probeAbsent(session, listed) {
    const list = listed.status === 200
        ? "The tags can be listed, there are none"
        : `The tags can't be listed (${wordsOf(listed)}), which pulling does not need`;
    const reply = await attempt(() => readManifest(session, NOBODY));
    if (!("status" in reply))
        return reply;
    const told = `an absent manifest is answered ${wordsOf(reply)}`;
    const absent = reply.status === 404 && (0,registry_error/* parseErrorBody */.kW)(reply.text).codes.includes("MANIFEST_UNKNOWN");
    if (reply.status === 200 || absent)
        return { answer: "yes", detail: `${list}; ${told}.` };
    if (reply.status === 404 && listed.status === 200)
        return { answer: "yes", detail: `${list}; ${told}.` };
    if (isRefusal(reply) && isRefusal(listed))
        return { answer: "no", detail: wordsOf(reply) };
    // Some registries (Artifactory) answer everybody so for what is absent.
    return { answer: "unknown", detail: `${list}; ${told}: only a manifest that is there would show it.` };
}
async function probeTag(session, tag) {
    const reply = await attempt(() => readManifest(session, tag));
    if (!("status" in reply))
        return { pull: reply };
    if (reply.status !== 200) {
        const answer = isRefusal(reply) ? "no" : "unknown";
        const detail = `The tags can be listed; the manifest of ${tag} can't be read: ${wordsOf(reply)}`;
        return { pull: { answer, detail } };
    }
    const manifest = (0,registry_digest/* digestOf */.ol)(Buffer.from(reply.text));
    const blob = await blobOf(session, reply, tag);
    if (blob === undefined)
        return { pull: { answer: "yes", detail: `The manifest of ${tag} can be read.` }, manifest };
    const read = await attempt(() => session.ask({ method: "GET", path: `blobs/${blob}`, actions: ["pull"] }));
    return { pull: blobFinding(tag, read), manifest, blob };
}
function blobFinding(tag, read) {
    if ("status" in read && read.status === 200)
        return { answer: "yes", detail: `The manifest of ${tag} and a blob of it can be read.` };
    const why = "status" in read ? wordsOf(read) : read.detail;
    const answer = "status" in read && isRefusal(read) ? "no" : "unknown";
    return { answer, detail: `The manifest of ${tag} can be read; a blob of it can't: ${why}` };
}
/** The digest of an image's configuration; an index is followed to its first child, and so is that. */
async function blobOf(session, reply, name) {
    try {
        let at = reply;
        for (let depth = 0; depth <= MAX_DEPTH; depth += 1) {
            const parsed = parse(at, name);
            if (parsed.kind === "image")
                return parsed.config.digest;
            const child = parsed.manifests[0];
            if (child === undefined)
                return undefined;
            at = await readManifest(session, child.digest);
            if (at.status !== 200)
                return undefined;
        }
        return undefined;
    }
    catch {
        // A manifest of an unknown kind tells nothing of the registry.
        return undefined;
    }
}
function parse(reply, name) {
    return (0,manifest/* parseManifest */.Ng)(Buffer.from(reply.text), (0,media_types/* bareMediaType */.ZX)(reply.header("content-type") ?? ""), name);
}
function readManifest(session, reference) {
    const headers = { accept: media_types/* ACCEPT_MANIFESTS */.qO };
    return session.ask({ method: "GET", path: `manifests/${reference}`, headers, actions: ["pull"] });
}
function isRefusal({ status }) {
    return status === 401 || status === 403;
}
function firstTag(text) {
    try {
        const answer = JSON.parse(text);
        const tags = answer?.tags;
        const first = Array.isArray(tags) ? tags[0] : undefined;
        return typeof first === "string" && (0,registry_name/* isTag */.dz)(first) ? first : undefined;
    }
    catch {
        return undefined;
    }
}
/** Whether the API lists what refers to a manifest; `digest` is one that is there, if any is known. */
async function probeReferrers(session, digest = NOBODY) {
    const reply = await attempt(() => session.ask({
        method: "GET",
        path: `referrers/${digest}`,
        headers: { accept: media_types/* OCI_INDEX */.$p },
        actions: ["pull"],
    }));
    // Who may not even read learns nothing of the API.
    if (!("status" in reply))
        return { answer: "unknown", detail: reply.detail };
    const type = reply.header("content-type") ?? "";
    if (reply.status === 200 && type.startsWith(media_types/* OCI_INDEX */.$p))
        return { answer: "yes", detail: "The API lists them." };
    if (isRefusal(reply))
        return { answer: "unknown", detail: wordsOf(reply) };
    return refusal(reply, `${wordsOf(reply)}: they are kept under the fallback tag (sha256-<hex>).`);
}
//# sourceMappingURL=read-probes.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/doctor/write-probes.js





const write_probes_PUSH = ["pull", "push"];
const EMPTY = Buffer.from("{}");
const EMPTY_TYPE = "application/vnd.oci.empty.v1+json";
const EMPTY_DIGEST = (0,registry_digest/* digestOf */.ol)(EMPTY);
const UNKNOWN = { answer: "unknown", detail: "Nothing could be written." };
/** `name` is the probe's tag, unique to this run. */
async function probeWriting(session, repository, name) {
    const found = {
        singleRequest: UNKNOWN,
        sha512Blobs: UNKNOWN,
        sha512Manifests: UNKNOWN,
        mount: UNKNOWN,
        subject: UNKNOWN,
        immutable: UNKNOWN,
        tagDeletion: UNKNOWN,
        deletion: UNKNOWN,
        left: [],
    };
    const written = [];
    /** What the tag points at. */
    let tagged;
    try {
        found.singleRequest = await pushInOne(session);
        found.mount = await mountFrom(session, repository, EMPTY_DIGEST);
        found.sha512Blobs = await pushSha512(session, name);
        const first = write_probes_manifest(name, "1");
        const put = await putManifest(session, name, first);
        if (put.status !== 201)
            return { ...found, immutable: { answer: "unknown", detail: wordsOf(put) } };
        tagged = (0,registry_digest/* digestOf */.ol)(first);
        written.push(tagged);
        const about = write_probes_manifest(name, "2", {
            mediaType: media_types/* OCI_MANIFEST */.EG,
            digest: (0,registry_digest/* digestOf */.ol)(first),
            size: first.length,
        });
        const referring = await putManifest(session, (0,registry_digest/* digestOf */.ol)(about), about);
        if (referring.status === 201)
            written.push((0,registry_digest/* digestOf */.ol)(about));
        found.subject = subjectFinding(referring);
        const second = write_probes_manifest(name, "3");
        const moved = await putManifest(session, name, second);
        if (moved.status === 201) {
            tagged = (0,registry_digest/* digestOf */.ol)(second);
            written.push(tagged);
        }
        found.immutable = immutableFinding(moved);
        found.sha512Manifests = await probeSha512Manifest(session, name, written);
    }
    catch (error) {
        if (found.immutable === UNKNOWN)
            found.immutable = { ...failedFinding(error), answer: "unknown" };
    }
    finally {
        if (tagged !== undefined) {
            found.tagDeletion = await deleteTag(session, name);
            if (found.tagDeletion.answer !== "yes")
                found.left.push(`the tag ${name}`);
        }
        for (const digest of written.reverse()) {
            const deleted = await attempt(() => session.ask({ method: "DELETE", path: `manifests/${digest}`, actions: ["delete"] }));
            found.deletion = deletionFinding(deleted);
            if (found.deletion.answer !== "yes")
                found.left.push(digest);
            // A registry that deletes no tags lets go of them with their manifest.
            else if (digest === tagged)
                found.left = found.left.filter((each) => each !== `the tag ${name}`);
        }
    }
    return found;
}
async function pushInOne(session) {
    const posted = await session.ask({
        method: "POST",
        path: "blobs/uploads/",
        query: { digest: EMPTY_DIGEST },
        headers: { "content-type": "application/octet-stream" },
        body: EMPTY,
        actions: write_probes_PUSH,
    });
    if (posted.status === 201)
        return { answer: "yes", detail: "A blob is taken with its POST." };
    if (posted.status !== 202) {
        // What is written next is made of this blob.
        const opened = await session.ask({ method: "POST", path: "blobs/uploads/", actions: write_probes_PUSH });
        if (opened.status === 202)
            await putBlob(session, opened, EMPTY_DIGEST, EMPTY);
        return refusal(posted);
    }
    const put = await putBlob(session, posted, EMPTY_DIGEST, EMPTY);
    const then = put.status === 201 || put.status === 204 ? "a PUT to its upload completes it" : wordsOf(put);
    return { answer: "no", detail: `The POST only opens an upload (202); ${then}.` };
}
function putBlob(session, opened, digest, body) {
    const url = session.location(opened);
    url.searchParams.set("digest", digest);
    const headers = { "content-type": "application/octet-stream" };
    return session.ask({ method: "PUT", path: url, headers, body, actions: write_probes_PUSH });
}
async function pushSha512(session, name) {
    const body = Buffer.from(name);
    const opened = await session.ask({
        method: "POST",
        path: "blobs/uploads/",
        query: { "digest-algorithm": "sha512" },
        actions: write_probes_PUSH,
    });
    if (opened.status !== 202)
        return refusal(opened);
    const put = await putBlob(session, opened, (0,registry_digest/* digestOf */.ol)(body, "sha512"), body);
    if (put.status === 201 || put.status === 204)
        return { answer: "yes", detail: "A blob named by sha512 is taken." };
    return refusal(put);
}
/** Whether a blob that is there is mounted; the upload that a registry opens instead is given up. */
async function mountFrom(session, from, digest) {
    const reply = await attempt(() => session.ask({
        method: "POST",
        path: "blobs/uploads/",
        query: { mount: digest, from },
        actions: write_probes_PUSH,
    }));
    if (!("status" in reply))
        return reply;
    if (reply.status === 201)
        return {
            answer: "yes",
            detail: "A blob of this repository is mounted into it in one request. From another repository it also takes the right to pull there, which this does not show.",
        };
    if (reply.status !== 202)
        return refusal(reply);
    await attempt(() => session.ask({ method: "DELETE", path: session.location(reply), actions: write_probes_PUSH }));
    return { answer: "no", detail: "An upload is opened instead (202): blobs are uploaded again." };
}
/** An artifact of two bytes whose digest nobody else has. */
function write_probes_manifest(name, part, subject) {
    const empty = { mediaType: EMPTY_TYPE, digest: EMPTY_DIGEST, size: EMPTY.length };
    return Buffer.from(JSON.stringify({
        schemaVersion: 2,
        mediaType: media_types/* OCI_MANIFEST */.EG,
        artifactType: "application/vnd.sluice.doctor.v1",
        config: empty,
        layers: [empty],
        ...(subject === undefined ? {} : { subject }),
        annotations: { probe: `${name}.${part}` },
    }));
}
function putManifest(session, reference, body) {
    const headers = { "content-type": media_types/* OCI_MANIFEST */.EG };
    return session.ask({ method: "PUT", path: `manifests/${reference}`, headers, body, actions: write_probes_PUSH });
}
function subjectFinding(put) {
    if (put.status !== 201)
        return refusal(put, `A manifest with a subject is refused: ${wordsOf(put)}`);
    return put.header("oci-subject") === undefined
        ? {
            answer: "no",
            detail: "A subject is not answered (no OCI-Subject): the fallback tag is kept by clients.",
        }
        : { answer: "yes", detail: "A subject is answered (OCI-Subject): the registry lists it by itself." };
}
/** Any other refusal (a quota, a rate limit) says nothing of the tag. */
function immutableFinding(moved) {
    if (moved.status === 201)
        return { answer: "no", detail: "A tag can be moved." };
    if ((0,registry_error/* saysImmutable */.PS)(moved.status, moved.text))
        return { answer: "yes", detail: `A tag can't be moved: ${wordsOf(moved)}` };
    return { answer: "unknown", detail: `The tag could not be moved, for another reason: ${wordsOf(moved)}` };
}
/** Taking the name is half of it: some registries keep the manifest by sha256 alone. */
async function probeSha512Manifest(session, name, written) {
    const body = write_probes_manifest(name, "4");
    const digest = (0,registry_digest/* digestOf */.ol)(body, "sha512");
    const put = await attempt(() => putManifest(session, digest, body));
    if (!("status" in put))
        return put;
    if (put.status !== 201)
        return refusal(put, `A manifest named by sha512 is refused: ${wordsOf(put)}`);
    written.push(digest);
    const headers = { accept: media_types/* OCI_MANIFEST */.EG };
    const read = await attempt(() => session.ask({ method: "GET", path: `manifests/${digest}`, headers, actions: ["pull"] }));
    if (!("status" in read))
        return read;
    if (read.status === 200) {
        const taken = "A manifest named by sha512 is taken and found";
        const named = read.header("docker-content-digest");
        if (named === undefined || named === digest)
            return { answer: "yes", detail: `${taken}.` };
        // It is kept under both names, and each is deleted by itself.
        written.push((0,registry_digest/* digestOf */.ol)(body));
        return { answer: "yes", detail: `${taken}, though the registry then names it by sha256.` };
    }
    return refusal(read, `A manifest named by sha512 is taken, and not found: ${wordsOf(read)}`);
}
async function deleteTag(session, tag) {
    const reply = await attempt(() => session.ask({ method: "DELETE", path: `manifests/${tag}`, actions: ["delete"] }));
    return deletionFinding(reply);
}
function deletionFinding(reply) {
    if (!("status" in reply))
        return reply;
    if ([200, 202, 204].includes(reply.status))
        return { answer: "yes", detail: "Deleted." };
    return refusal(reply);
}
//# sourceMappingURL=write-probes.js.map
;// CONCATENATED MODULE: ./.cache/bundles/registry/doctor/doctor.js












const NEEDS_WRITE = "Only writing shows it: --write puts an artifact of two bytes under a tag of its own.";
const NOT_WRITTEN = "Only writing shows it, and no upload could be opened.";
/**
 * Examines a repository of a registry: which parts of the API it has, and which permissions these credentials
 * have there. Without `write` nothing stays behind: uploads are opened and given up again.
 * @throws RegistryError where the registry can't be reached at all
 */
async function examine(to, write, ports) {
    const requests = [];
    const { keychain, insecure, sleep, now, random } = ports;
    const transport = observedTransport(ports.transport, { sleep, now, random }, requests);
    const secrets = (0,registry_secrets/* createSecrets */.g)(ports.mask);
    const authorizer = (0,auth/* createAuthorizer */.Q)({ transport, keychain, insecure, secrets, sleep, now, random });
    const address = (0,endpoint/* registryUrl */.NH)(to.registry, insecure);
    const scheme = await askScheme(transport, address, to);
    const session = probeSession(authorizer, to, insecure);
    const unasked = { answer: "unknown", detail: write ? NOT_WRITTEN : NEEDS_WRITE };
    const { pull, manifest, blob } = await probePull(session);
    const upload = await probeUpload(session);
    const referrers = await probeReferrers(session, manifest);
    const pushes = upload.push.answer === "yes";
    const mount = pushes && blob !== undefined ? await mountFrom(session, to.repository, blob) : unasked;
    const written = write && pushes ? await probeWriting(session, to.repository, ports.probeName()) : undefined;
    const capabilities = [
        ["referrers", together(referrers, written?.subject)],
        ["mount", mount.answer === "unknown" ? (written?.mount ?? mount) : mount],
        ["chunked-upload", upload.chunked],
        ["single-request-upload", written?.singleRequest ?? unasked],
        ["cancel-upload", upload.cancel],
        ["tag-deletion", written?.tagDeletion ?? unasked],
        ["immutable-tags", written?.immutable ?? unasked],
        ["sha512-blobs", upload.sha512.answer === "no" ? upload.sha512 : (written?.sha512Blobs ?? upload.sha512)],
        ["sha512-manifests", written?.sha512Manifests ?? unasked],
    ];
    const permissions = [
        ["pull", pull],
        ["push", upload.push],
        ["delete", written?.deletion ?? unasked],
    ];
    return {
        schema: "registry-doctor.v1",
        registry: to.registry,
        repository: to.repository,
        address: (0,endpoint/* redactUrl */.BO)(address),
        authentication: { ...scheme, credentials: authorizer.credentialsFrom(to.registry) ?? null },
        permissions: permissions.map(([permission, finding]) => ({ permission, ...clean(finding) })),
        capabilities: capabilities.map(([capability, finding]) => ({ capability, ...clean(finding) })),
        left: written?.left ?? [],
        requests,
        problems: findingsToMend(to, permissions, written),
    };
    function clean({ answer, detail }) {
        return { answer, detail: secrets.scrub(detail) };
    }
}
/** How the registry wants to be asked, seen from its answer to a stranger. */
async function askScheme(transport, url, to) {
    const response = await transport.send({ method: "GET", url, countAs: `${to.registry}/${to.repository}` });
    const challenges = response.status === 401 ? (0,challenge/* parseChallenges */.u)(response.headers("www-authenticate")) : [];
    const { status } = response;
    await (0,registry_answer/* discard */.vf)(response);
    const bearer = challenges.find(({ scheme }) => scheme === "bearer");
    if (bearer !== undefined) {
        const realm = bearer.parameters.get("realm") ?? "";
        return { scheme: "bearer", tokenService: URL.canParse(realm) ? (0,endpoint/* redactUrl */.BO)(new URL(realm)) : null };
    }
    if (challenges.some(({ scheme }) => scheme === "basic"))
        return { scheme: "basic", tokenService: null };
    return { scheme: status === 200 ? "none" : "unknown", tokenService: null };
}
/** Listing and answering a subject are two halves: a registry with one of them has no whole API. */
function together(listing, subject) {
    if (subject === undefined || subject.answer === "unknown" || listing.answer !== "yes")
        return listing;
    return { answer: subject.answer, detail: `${listing.detail} ${subject.detail}` };
}
function findingsToMend(to, permissions, written) {
    const advice = (0,registry_advice/* adviceFor */.c)(to.registry);
    const where = `${to.registry}/${to.repository}`;
    const problems = permissions
        .filter(([permission, { answer }]) => answer === "no" && permission !== "delete")
        .map(([permission, { detail }]) => (0,problem/* problem */.C)("error", `no-${permission}`, `${where}: no permission to ${permission}: ${detail.replace(/\.$/, "")}`, {
        hint: advice === undefined
            ? "Give the account that right, or give other credentials in registry-auth."
            : `${advice.product}: ${permission === "pull" ? advice.pull : advice.push}.`,
    }));
    if (written !== undefined && written.left.length > 0) {
        problems.push((0,problem/* problem */.C)("warning", "probe-left-behind", `${where}: ${written.left.join(", ")} could not be deleted`, {
            hint: "Delete it by the registry's own means.",
        }));
    }
    return problems;
}
//# sourceMappingURL=doctor.js.map
// EXTERNAL MODULE: ./.cache/bundles/registry/keychain.js + 2 modules
var keychain = __webpack_require__(41436);
// EXTERNAL MODULE: ./.cache/bundles/registry/patience.js
var patience = __webpack_require__(84377);
// EXTERNAL MODULE: ./.cache/bundles/registry/transport.js + 2 modules
var transport = __webpack_require__(21598);
// EXTERNAL MODULE: ./.cache/bundles/runner/action.js
var action = __webpack_require__(47203);
;// CONCATENATED MODULE: ./.cache/bundles/cli/registry.js













const USAGE = "Write sluice registry doctor HOST/REPOSITORY, for example ghcr.io/acme/shop.";
/** Milliseconds: a person waits. */
const TIMEOUTS = { connect: 10_000, headers: 60_000, body: 30_000, answer: 60_000 };
const registryCommand = {
    name: "registry",
    description: "doctor HOST/REPOSITORY: what a registry supports, and what one may do there.",
    inputs: [
        ...action/* COMMON_INPUTS */.s.filter((spec) => spec.name === "working-directory"),
        { name: "question", description: "doctor, and the repository." },
        {
            name: "write",
            description: "Also put an artifact of two bytes under a tag of its own, and delete it again, to see what only writing shows.",
            default: "false",
        },
        {
            name: "registry-auth",
            description: "Credentials: a YAML list of registry, username, password. Default: Docker's configuration.",
            secret: true,
        },
        {
            name: "insecure-registries",
            description: "Registries besides those on loopback that are spoken to over http: host[:port].",
        },
    ],
    operands: "question",
    outputs: [],
    examples: [
        "sluice registry doctor ghcr.io/acme/shop",
        "sluice registry doctor registry.internal:5000/shop --insecure-registries registry.internal:5000 --write",
    ],
    parse: (inputs) => {
        const [verb, name, ...more] = inputs.list("question");
        if (verb !== "doctor" || name === undefined || more.length > 0) {
            throw new errors/* UserError */.yo("question-unknown", "sluice registry answers one question: doctor", {
                hint: USAGE,
            });
        }
        return {
            repository: (0,registry_name/* parseRepository */.SU)(name, "question"),
            write: inputs.boolean("write"),
            registryAuth: inputs.text("registry-auth"),
            insecureRegistries: (0,endpoint/* parseInsecureRegistries */.XT)(inputs.list("insecure-registries", { commas: true })),
        };
    },
    ports: ({ environment, log, signal }, { registryAuth, insecureRegistries }) => {
        const mask = (secret) => log.mask(secret);
        const { now } = Date;
        const { random } = Math;
        const sleep = (0,patience/* createSleep */.K)(signal);
        return {
            transport: (0,transport/* createTransport */.o)({
                concurrency: 1,
                timeouts: TIMEOUTS,
                environment,
                sleep,
                now,
                random,
            }),
            keychain: (0,keychain.openKeychain)({
                registryAuth,
                env: environment,
                mask,
                warn: (message) => log.warning(message),
                ambient: (0,ambient.ambientOf)([clouds.AMAZON, clouds.AMAZON_PUBLIC, clouds.AZURE, google_cloud/* GOOGLE */.A]),
            }),
            insecure: insecureRegistries,
            mask,
            sleep,
            now,
            random,
            probeName: () => `sluice-doctor-${(0,external_node_crypto_.randomBytes)(8).toString("hex")}`,
        };
    },
    run: async ({ repository, write }, ports) => {
        try {
            return await examine(repository, write, ports);
        }
        finally {
            await ports.transport.close();
        }
    },
    report: (result) => ({
        headline: diagnosisHeadline(result),
        markdown: diagnosisText(result),
        outputs: {},
        exitCode: result.problems.some(({ severity }) => severity === "error") ? 1 : 0,
    }),
};
//# sourceMappingURL=registry.js.map

/***/ }),

/***/ 20639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ambientOf: () => (/* binding */ ambientOf)
/* harmony export */ });
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33786);

/**
 * Looks in these clouds; a bundle holds only what it names.
 * The result throws UserError `cloud-credentials-failed` when the cloud has some but does not give them out.
 */
function ambientOf(clouds) {
    return async (registry, ports) => {
        const host = registry.toLowerCase();
        const provider = await clouds.find((each) => each.owns(host))?.load();
        if (provider?.serves(host) !== true)
            return undefined;
        try {
            return await provider.find(host, ports);
        }
        catch (cause) {
            if (cause instanceof _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
                throw cause;
            throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("cloud-credentials-failed", `${provider.cloud} gave no credentials for ${registry}: ${printable((0,_runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(cause))}`, { fault: "outside", cause, hint: `${provider.hint} Or give them in the input registry-auth.` });
        }
    };
}
const MAX_MESSAGE = 300;
function printable(text) {
    return text
        .replace(/[\p{C}\s]+/gu, " ")
        .trim()
        .slice(0, MAX_MESSAGE);
}
//# sourceMappingURL=ambient.js.map

/***/ }),

/***/ 5865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AMAZON: () => (/* binding */ AMAZON),
/* harmony export */   AMAZON_PUBLIC: () => (/* binding */ AMAZON_PUBLIC),
/* harmony export */   AZURE: () => (/* binding */ AZURE)
/* harmony export */ });
/* harmony import */ var _ecr_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57772);

/** The clouds whose libraries are small enough for every bundle. Google's stands apart, in google-cloud.ts. */
const AMAZON = {
    owns: (host) => (0,_ecr_host_js__WEBPACK_IMPORTED_MODULE_0__/* .parseEcrHost */ .w)(host) !== undefined,
    load: async () => (await __webpack_require__.e(/* import() */ 3549).then(__webpack_require__.bind(__webpack_require__, 83549))).ecr,
};
const AMAZON_PUBLIC = {
    owns: _ecr_host_js__WEBPACK_IMPORTED_MODULE_0__/* .isEcrPublic */ .M,
    load: async () => (await __webpack_require__.e(/* import() */ 1247).then(__webpack_require__.bind(__webpack_require__, 21247))).ecrPublic,
};
const AZURE = {
    owns: (host) => /\.azurecr\.(?:io|cn|us)$/.test(host),
    load: async () => (await __webpack_require__.e(/* import() */ 404).then(__webpack_require__.bind(__webpack_require__, 60404))).azure,
};
//# sourceMappingURL=clouds.js.map

/***/ }),

/***/ 96248:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ GOOGLE)
/* harmony export */ });
const GOOGLE = {
    owns: (host) => host === "gcr.io" || /\.(?:gcr\.io|pkg\.dev)$/.test(host),
    load: async () => (await __webpack_require__.e(/* import() */ 7300).then(__webpack_require__.bind(__webpack_require__, 27300))).google,
};
//# sourceMappingURL=google-cloud.js.map

/***/ }),

/***/ 54726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   VK: () => (/* binding */ shortDigest),
/* harmony export */   _Q: () => (/* binding */ isDigestOf),
/* harmony export */   m: () => (/* binding */ parseDigest),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
const DIGEST = /^(?:(sha256):([0-9a-f]{64})|(sha512):([0-9a-f]{128}))$/;
/** The parts of `sha256:<64 hex>` or `sha512:<128 hex>`, or undefined for anything else. */
function parseDigest(text) {
    const match = DIGEST.exec(text);
    if (match === null)
        return undefined;
    if (match[1] !== undefined && match[2] !== undefined)
        return { algorithm: "sha256", hex: match[2] };
    if (match[3] !== undefined && match[4] !== undefined)
        return { algorithm: "sha512", hex: match[4] };
    return undefined;
}
/** Whether this is a digest that we can verify. */
function isDigest(text) {
    return DIGEST.test(text);
}
/**
 * The digest of some bytes, `sha256:<hex>` unless another algorithm is named. node:crypto is loaded when it is used:
 * names of images are read where nothing is hashed.
 */
function digestOf(bytes, algorithm = "sha256") {
    return `${algorithm}:${process.getBuiltinModule("node:crypto").hash(algorithm, bytes)}`;
}
/** Whether a digest, of whatever algorithm, is that of these bytes. */
function isDigestOf(digest, bytes) {
    const parsed = parseDigest(digest);
    return parsed !== undefined && digestOf(bytes, parsed.algorithm) === digest;
}
/** The algorithm and 12 digits: enough for people to compare. */
function shortDigest(digest) {
    return digest.replace(/^(sha\d+:.{12}).*$/, "$1");
}
//# sourceMappingURL=digest.js.map

/***/ }),

/***/ 34158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  XT: () => (/* binding */ parseInsecureRegistries),
  BO: () => (/* binding */ redactUrl),
  x5: () => (/* binding */ refusal),
  VM: () => (/* binding */ registryPlace),
  NH: () => (/* binding */ registryUrl)
});

// UNUSED EXPORTS: registryScheme

// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
;// CONCATENATED MODULE: ./.cache/bundles/registry/inner-address.js
/** Names of this machine, and of what a cloud answers for it: credentials are given away there. */
const NAMES = new Set(["localhost", "metadata.google.internal", "instance-data"]);
/**
 * Where clouds answer for a machine besides link-local addresses: Azure's host, Alibaba's, Oracle's.
 * Source: the clouds' own pages about instance metadata.
 */
const SERVICES = new Set(["168.63.129.16", "100.100.100.200", "192.0.0.192"]);
/**
 * Whether a host, as `URL` spells it, is inside this machine: loopback, "this host", link-local, or the metadata
 * service of a cloud, also as IPv4 inside IPv6. By the spelling alone; names are not looked up.
 */
function isInnerAddress(hostname) {
    const name = hostname.toLowerCase().replace(/\.$/, "");
    if (NAMES.has(name) || name.endsWith(".localhost"))
        return true;
    if (!name.startsWith("["))
        return isInnerIpv4(name);
    const groups = groupsOf(name.slice(1, -1));
    const [first = 0, second = 0] = groups;
    // fe80::/10; fd00:ec2::/32 of Amazon, fd20:ce::/32 of Google.
    if ((first & 0xffc0) === 0xfe80)
        return true;
    if ((first === 0xfd00 && second === 0x0ec2) || (first === 0xfd20 && second === 0x00ce))
        return true;
    const zeros = groups.findIndex((group) => group !== 0);
    // ::ffff:0:0/96: nobody outside writes an address so.
    if (zeros === 5 && groups[5] === 0xffff)
        return true;
    const inner = innerIpv4(groups);
    return inner !== undefined && isInnerIpv4(inner);
}
function isInnerIpv4(name) {
    return /^(?:127|0)\.\d+\.\d+\.\d+$/.test(name) || /^169\.254\.\d+\.\d+$/.test(name) || SERVICES.has(name);
}
/** The IPv4 address that stands in an IPv6 one, where its prefix says so. */
function innerIpv4(groups) {
    const [first, second, third] = groups;
    const startsWithZeros = (count, from = 0) => groups.slice(from, from + count).every((group) => group === 0);
    // 6to4 (RFC 3056) names it in front.
    if (first === 0x2002)
        return ipv4Of(groups[1], groups[2]);
    // Compatible (RFC 4291, among them :: and ::1), translated (RFC 7915), NAT64 (RFC 6052, RFC 8215).
    const isLast = startsWithZeros(6) ||
        (startsWithZeros(4) && groups[4] === 0xffff && groups[5] === 0) ||
        (first === 0x64 && second === 0xff9b && (third === 1 || startsWithZeros(4, 2)));
    return isLast ? ipv4Of(groups[6], groups[7]) : undefined;
}
function ipv4Of(high = 0, low = 0) {
    return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}
/** The eight groups of an IPv6 address as `URL` spells it: hexadecimal, one `::` at most. */
function groupsOf(address) {
    const [before = "", after] = address.split("::");
    const numbers = (text) => text === "" ? [] : text.split(":").map((each) => Number.parseInt(each, 16));
    const [front, back] = [numbers(before), numbers(after ?? "")];
    const gap = after === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
    return [...front, ...Array.from({ length: gap }, () => 0), ...back];
}
//# sourceMappingURL=inner-address.js.map
// EXTERNAL MODULE: ./.cache/bundles/registry/name.js
var registry_name = __webpack_require__(79025);
;// CONCATENATED MODULE: ./.cache/bundles/registry/endpoint.js



/**
 * The input `insecure-registries`, checked.
 * @throws UserError `invalid-registry`
 */
function parseInsecureRegistries(entries, input = "insecure-registries") {
    return entries.map((entry) => {
        const registry = entry.includes("/") ? undefined : (0,registry_name/* parseRegistry */.l5)(entry);
        if (registry !== undefined)
            return registry;
        throw new errors/* UserError */.yo("invalid-registry", `${JSON.stringify(entry.slice(0, 200))} is not a registry's address.`, {
            hint: "Write host or host:port, without a scheme and a path, for example registry.internal:5000.",
            input,
        });
    });
}
/** How a registry is spoken to. */
function registryScheme(registry, insecure) {
    const hostname = hostnameOf(registry);
    if (isLoopback(hostname))
        return "http";
    return insecure.includes(registry) || insecure.includes(hostname) ? "http" : "https";
}
/** The root of a registry's API, `https://ghcr.io/v2/`. */
function registryUrl(registry, insecure) {
    return new URL(`${registryScheme(registry, insecure)}://${(0,registry_name/* apiHost */.nz)(registry)}/v2/`);
}
/** Where a registry's API is, `host[:port]` without its scheme's own port: two names of one registry give the same. */
function registryPlace(registry, insecure) {
    return registryUrl(registry, insecure).host;
}
/** Why an answer from `from` may not send us to `to`; undefined if it may. */
function refusal(from, to, insecure) {
    if (to.protocol !== "https:" && to.protocol !== "http:")
        return "it is not an http address";
    if (to.username !== "" || to.password !== "")
        return "it contains a user name";
    if (to.protocol === "http:") {
        if (from.protocol === "https:")
            return "it leads from https to http";
        if (registryScheme(to.host, insecure) !== "http")
            return "it leads to http on a host that is not named insecure";
    }
    if (isInnerAddress(to.hostname) && !isInnerAddress(from.hostname))
        return "it leads to an address inside this machine";
    return undefined;
}
/** An address for people: no user name, no query (signatures and tokens stand there), no fragment. */
function redactUrl(url) {
    return `${url.protocol}//${url.host}${url.pathname}${url.search === "" ? "" : "?…"}`;
}
function hostnameOf(registry) {
    return registry.replace(/:[0-9]+$/, "");
}
function isLoopback(hostname) {
    if (hostname === "localhost" || hostname === "[::1]")
        return true;
    const parts = hostname.split(".");
    return (parts.length === 4 &&
        parts[0] === "127" &&
        parts.every((part) => /^[0-9]{1,3}$/.test(part) && Number(part) < 256));
}
//# sourceMappingURL=endpoint.js.map

/***/ }),

/***/ 79025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $_: () => (/* binding */ layoutRepository),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   G2: () => (/* binding */ parseDestination),
/* harmony export */   PJ: () => (/* binding */ parseSource),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   dz: () => (/* binding */ isTag),
/* harmony export */   j2: () => (/* binding */ formatSource),
/* harmony export */   l5: () => (/* binding */ parseRegistry),
/* harmony export */   nW: () => (/* binding */ isLayout),
/* harmony export */   nz: () => (/* binding */ apiHost)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33786);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54726);



/** What stands for a registry where the repository is an OCI layout. */
const LAYOUT = "oci-layout";
const LAYOUT_PREFIX = `${LAYOUT}:`;
const HOST_LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
const REGISTRY = new RegExp(`^(?:${HOST_LABEL}(?:\\.${HOST_LABEL})*|\\[[0-9a-fA-F:]+\\])(?::([0-9]{1,5}))?$`);
const SEGMENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
/** Docker's limit, and what registries' databases are made for. */
const MAX_REPOSITORY_LENGTH = 255;
const MAX_NAME_LENGTH = 1024;
const DOCKER_HUB = "docker.io";
const DOCKER_HUB_NAMES = new Set([
    "docker.io",
    "index.docker.io",
    "registry-1.docker.io",
]);
const DOCKER_HUB_API = "registry-1.docker.io";
const RIGHT_FORM = "Write HOST/REPOSITORY:TAG or HOST/REPOSITORY@sha256:DIGEST, for example ghcr.io/acme/shop:1.2.3.";
const LAYOUT_FORM = "Write oci-layout:FOLDER, oci-layout:FOLDER:TAG or oci-layout:FOLDER@sha256:DIGEST.";
/**
 * A name in a registry, by Docker's rules: without a host it is Docker Hub's, and there `debian` is
 * `library/debian`. `input` names the action's input for the error.
 * @throws UserError `invalid-image-name`
 */
function parseReference(text, input) {
    if (text.startsWith(LAYOUT_PREFIX)) {
        throw invalid(text, "an OCI layout cannot stand here, only a name in a registry", RIGHT_FORM, input);
    }
    const wrong = (reason) => invalid(text, reason, RIGHT_FORM, input);
    checkText(text, wrong);
    if (/^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(text))
        throw wrong("it starts with a scheme (such as https://)");
    const { rest, digest } = splitDigest(text, wrong);
    const { name, tag } = splitTag(rest, wrong);
    const { registry, repository } = splitRegistry(name, wrong);
    checkRepository(repository, wrong);
    const reference = { registry, repository };
    if (tag !== undefined)
        reference.tag = tag;
    if (digest !== undefined)
        reference.digest = digest;
    return reference;
}
/**
 * What an image is read from: a name in a registry, or `oci-layout:PATH[:tag]`, `oci-layout:PATH@digest`.
 * @throws UserError `invalid-image-name`
 */
function parseSource(text, input) {
    if (!text.startsWith(LAYOUT_PREFIX))
        return { kind: "registry", ...parseReference(text, input) };
    return { kind: "layout", ...parseLayout(text, input) };
}
/**
 * What an image is written to: a name in a registry, or `oci-layout:PATH[:tag]`.
 * @throws UserError `invalid-image-name`
 */
function parseDestination(text, input) {
    if (!text.startsWith(LAYOUT_PREFIX))
        return parseReference(text, input);
    const { path, ...rest } = parseLayout(text, input);
    return { ...layoutRepository(path), ...rest };
}
/** An OCI layout as something that is written to. Two spellings of one path are one; links are not followed. */
function layoutRepository(path) {
    const normal = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path);
    return { registry: LAYOUT, repository: normal.length > 1 ? normal.replace(/\/$/, "") : normal };
}
/** Whether this is an OCI layout and not a repository of a registry. */
function isLayout({ registry }) {
    return registry === LAYOUT;
}
function parseLayout(text, input) {
    const wrong = (reason) => invalid(text, reason, LAYOUT_FORM, input);
    checkText(text, wrong);
    const { rest, digest } = splitDigest(text.slice(LAYOUT_PREFIX.length), wrong);
    const { name: path, tag } = splitTag(rest, wrong);
    if (path === "")
        throw wrong("the folder is missing");
    const reference = { path };
    if (tag !== undefined)
        reference.tag = tag;
    if (digest !== undefined)
        reference.digest = digest;
    return reference;
}
/**
 * A repository, without tag and digest.
 * @throws UserError `invalid-image-name`
 */
function parseRepository(text, input) {
    const { registry, repository, tag, digest } = parseReference(text, input);
    if (tag !== undefined || digest !== undefined) {
        const form = "Write HOST/REPOSITORY, for example ghcr.io/acme/shop.";
        throw invalid(text, `only a repository can stand here, without a ${tag === undefined ? "digest" : "tag"}`, form, input);
    }
    return { registry, repository };
}
/**
 * A registry, `host[:port]`. What people copy from `docker login` is taken too: a scheme, a trailing slash,
 * Docker Hub's `https://index.docker.io/v1/`. Undefined if it is none.
 */
function parseRegistry(text) {
    const host = text.replace(/^https?:\/\//, "").replace(/\/(?:v[12]\/?)?$/, "");
    return isRegistry(host) ? canonicalRegistry(host) : undefined;
}
/** Whether this can be a tag: 1 to 128 of letters, digits, `_`, `.` and `-`, no `.` or `-` first. */
function isTag(text) {
    return TAG.test(text);
}
/** The name in full, with registry; what `parseDestination` reads back as the same. */
function formatReference(reference) {
    const { registry, repository, tag, digest } = reference;
    const between = isLayout(reference) ? ":" : "/";
    return `${registry}${between}${repository}${tag === undefined ? "" : `:${tag}`}${digest === undefined ? "" : `@${digest}`}`;
}
/** The source as people write it. */
function formatSource(reference) {
    if (reference.kind === "registry")
        return formatReference(reference);
    const { path, tag, digest } = reference;
    return `${LAYOUT_PREFIX}${path}${tag === undefined ? "" : `:${tag}`}${digest === undefined ? "" : `@${digest}`}`;
}
/** The `host[:port]` whose API answers for a registry: Docker Hub's is not `docker.io`. */
function apiHost(registry) {
    return registry === DOCKER_HUB ? DOCKER_HUB_API : registry;
}
function splitDigest(text, wrong) {
    const at = text.indexOf("@");
    if (at < 0)
        return { rest: text, digest: undefined };
    const digest = text.slice(at + 1);
    if ((0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDigest */ .m)(digest) === undefined) {
        throw wrong("after @ must come sha256: and 64, or sha512: and 128 lower-case hexadecimal digits");
    }
    return { rest: text.slice(0, at), digest };
}
/** A colon after the last slash starts a tag; one before it belongs to a port or a folder. */
function splitTag(text, wrong) {
    const colon = text.lastIndexOf(":");
    if (colon < 0 || colon < text.lastIndexOf("/"))
        return { name: text, tag: undefined };
    const tag = text.slice(colon + 1);
    if (tag === "")
        throw wrong("the tag after the colon is missing");
    if (!TAG.test(tag)) {
        throw wrong("a tag has at most 128 letters, digits, _, . and -, and does not start with . or -");
    }
    return { name: text.slice(0, colon), tag };
}
function splitRegistry(name, wrong) {
    const slash = name.indexOf("/");
    const first = slash < 0 ? "" : name.slice(0, slash);
    const isHost = /[.:]/.test(first) || first === "localhost" || first !== first.toLowerCase();
    if (!isHost) {
        return { registry: DOCKER_HUB, repository: slash < 0 ? `library/${name}` : name };
    }
    if (!isRegistry(first))
        throw wrong(`${quote(first)} is not a host with an optional port`);
    const registry = canonicalRegistry(first);
    const path = name.slice(slash + 1);
    return { registry, repository: registry === DOCKER_HUB && !path.includes("/") ? `library/${path}` : path };
}
function checkRepository(repository, wrong) {
    const path = repository.replace(/^library\//, "");
    if (path === "")
        throw wrong("the repository is missing");
    if (repository.length > MAX_REPOSITORY_LENGTH) {
        throw wrong(`the repository is longer than ${MAX_REPOSITORY_LENGTH} characters`);
    }
    if (path !== path.toLowerCase())
        throw wrong("a repository is lower-case");
    // Docker takes 64 hexadecimal digits for the identifier of a local image.
    if (/^[0-9a-f]{64}$/.test(path))
        throw wrong("64 hexadecimal digits alone are an image's identifier, not its name");
    for (const segment of path.split("/")) {
        if (segment === "")
            throw wrong("a part between slashes is empty");
        if (!SEGMENT.test(segment)) {
            throw wrong(`${quote(segment)} may only have a-z and 0-9, separated by one ., one or two _, or any number of -`);
        }
    }
}
function isRegistry(host) {
    const match = REGISTRY.exec(host);
    if (match === null || host.length > MAX_REPOSITORY_LENGTH)
        return false;
    if (match[1] === undefined)
        return true;
    const port = Number(match[1]);
    return port > 0 && port < 65536;
}
function canonicalRegistry(host) {
    const lower = host.toLowerCase();
    return DOCKER_HUB_NAMES.has(lower) ? DOCKER_HUB : lower;
}
function checkText(text, wrong) {
    if (text === "")
        throw wrong("it is empty");
    if (text.length > MAX_NAME_LENGTH)
        throw wrong(`it is longer than ${MAX_NAME_LENGTH} characters`);
    if (/\s/.test(text))
        throw wrong("it contains white space");
    if (/\p{C}/u.test(text))
        throw wrong("it contains a control character");
}
function invalid(text, reason, form, input) {
    return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("invalid-image-name", `The image name ${quote(text)} cannot be read: ${reason}.`, {
        hint: form,
        input,
    });
}
function quote(text) {
    const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text;
    return JSON.stringify(shown);
}
//# sourceMappingURL=name.js.map

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
