export const id = 3630;
export const ids = [3630];
export const modules = {

/***/ 33584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gm: () => (/* binding */ readBlob),
/* harmony export */   is: () => (/* binding */ hasBlob),
/* harmony export */   ti: () => (/* binding */ mountBlob)
/* harmony export */ });
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33786);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58764);
/* harmony import */ var _redirect_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35362);
/* harmony import */ var _registry_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15014);
/* harmony import */ var _scope_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(84064);
/* harmony import */ var _uploads_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46014);






/**
 * Whether a repository has a blob. A redirect to storage says yes: addresses that are signed for GET refuse HEAD.
 * One of another size counts as absent.
 */
async function hasBlob(c, from, digest, size) {
    const response = await c.call({
        repository: from,
        method: "HEAD",
        path: `blobs/${digest}`,
        actions: ["pull"],
        accept: [200, 301, 302, 303, 307, 308, 404],
        follow: "own",
        doing: `look for the blob ${digest}`,
    });
    await (0,_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .discard */ .vf)(response);
    if ((0,_redirect_js__WEBPACK_IMPORTED_MODULE_2__/* .isRedirect */ .N6)(response))
        return true;
    const stated = response.header("content-length");
    return response.status === 200 && (size === undefined || stated === undefined || Number(stated) === size);
}
/** How the registry names a refusal that is about this blob, and not about mounting. */
const OF_THE_BLOB = ["BLOB_UNKNOWN", "DIGEST_INVALID", "SIZE_INVALID", "BLOB_UPLOAD_INVALID"];
/**
 * Asks a registry to take a blob from another of its repositories, without moving it. Whatever the registry
 * has against it (Harbor answers 401 for an unknown project, Docker Hub 400), an upload is the way then, and
 * between these two repositories it is not asked again. The first asks alone, so that it costs one request.
 */
async function mountBlob(c, to, digest, fromRepository) {
    const trait = c.mountTrait(to, fromRepository);
    if (trait.first !== undefined)
        await trait.first;
    if (trait.refused)
        return { mounted: false, asked: false, session: undefined };
    const asked = askToMount(c, trait, to, digest, fromRepository);
    trait.first ??= asked.then(() => undefined, () => undefined);
    return asked;
}
async function askToMount(c, trait, to, digest, fromRepository) {
    try {
        const response = await c.call({
            repository: to,
            method: "POST",
            path: "blobs/uploads/",
            query: { mount: digest, from: fromRepository },
            actions: ["pull", "push"],
            otherScopes: [(0,_scope_js__WEBPACK_IMPORTED_MODULE_5__/* .repositoryScope */ .F7)(fromRepository, "pull")],
            accept: [201, 202],
            doing: `mount the blob ${digest} from ${fromRepository}`,
        });
        await (0,_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .discard */ .vf)(response);
        if (response.status === 201)
            return { mounted: true };
        return { mounted: false, asked: true, session: (0,_uploads_js__WEBPACK_IMPORTED_MODULE_4__/* .uploadOf */ .n$)(response, c.insecure) };
    }
    catch (error) {
        const { status } = error instanceof _registry_error_js__WEBPACK_IMPORTED_MODULE_3__/* .RegistryError */ .gl ? error : { status: undefined };
        if (status === undefined || status < 400 || status >= 500 || status === 429)
            throw error;
        trait.refused ||= !(0,_registry_error_js__WEBPACK_IMPORTED_MODULE_3__/* .hasRegistryCode */ .Nc)(error, ...OF_THE_BLOB);
        return { mounted: false, asked: true, session: undefined };
    }
}
/**
 * The whole blob in memory, for small documents.
 * @throws UserError `blob-too-large` above `limit` bytes; and as `getBlob`
 */
async function readBlob(stream, limit, what) {
    const chunks = [];
    let size = 0;
    for await (const chunk of stream) {
        size += chunk.length;
        if (size > limit)
            throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("blob-too-large", `${what} has more than ${limit} bytes.`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
//# sourceMappingURL=blobs.js.map

/***/ }),

/***/ 63630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createRegistryClient: () => (/* binding */ createRegistryClient)
});

// EXTERNAL MODULE: ./.cache/bundles/registry/auth.js + 2 modules
var auth = __webpack_require__(71461);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: ./.cache/bundles/registry/answer.js
var answer = __webpack_require__(58764);
// EXTERNAL MODULE: ./.cache/bundles/registry/registry-error.js
var registry_error = __webpack_require__(15014);
// EXTERNAL MODULE: ./.cache/bundles/registry/retry.js
var retry = __webpack_require__(5282);
// EXTERNAL MODULE: ./.cache/bundles/registry/unreachable.js
var unreachable = __webpack_require__(83058);
// EXTERNAL MODULE: ./.cache/bundles/registry/verifying.js
var verifying = __webpack_require__(14931);
;// CONCATENATED MODULE: ./.cache/bundles/registry/blob-download.js






/** A break after this many bytes counts as the first again: a long download may meet many. */
const PROGRESS = 1024 * 1024;
/**
 * A blob as a stream that breaks unless digest and size are right (see `verifyingStream`). A connection that
 * breaks, or an answer that ends too early, is gone on with by Range where it stopped; when that fails too the
 * stream breaks with RegistryError `registry-unreachable`. It must be read or destroyed.
 */
async function getBlob(c, from, digest, size, options = {}) {
    const { progress, signal, count, from: wanted = 0 } = options;
    const start = progress?.before(wanted) ?? 0;
    const download = new Download(c, from, digest, signal, start);
    const first = await download.request();
    const what = `The blob ${digest} of ${from.registry}/${from.repository}${(0,answer/* encodingOf */.P$)(first)}`;
    const verifier = (0,verifying/* verifyingStream */.oP)(digest, size, what, { progress, start, from: wanted, count });
    // The owner of the stream sees the error; without this one an unread stream would end the process.
    verifier.on("error", () => undefined);
    void download.pump(first, verifier, size);
    return verifier;
}
class Download {
    #c;
    #from;
    #digest;
    #signal;
    /** Bytes of the blob that were handed on, or that were not asked for. */
    #at;
    constructor(c, from, digest, signal, start) {
        this.#c = c;
        this.#from = from;
        this.#digest = digest;
        this.#signal = signal;
        this.#at = start;
    }
    /** An answer whose body begins at `#at`, or, without a Content-Range, at the start. */
    request() {
        const range = this.#at > 0 ? { range: `bytes=${this.#at}-` } : {};
        return this.#c.call({
            repository: this.#from,
            method: "GET",
            path: `blobs/${this.#digest}`,
            headers: range,
            actions: ["pull"],
            accept: this.#at > 0 ? [200, 206] : [200],
            doing: `read the blob ${this.#digest}`,
            signal: this.#signal,
        });
    }
    /** Moves answers into the verifier, until that is complete or broken. */
    async pump(first, verifier, size) {
        let response = first;
        let attempts = 0;
        let last = this.#at;
        for (;;) {
            const failure = await this.#transfer(response, verifier);
            if (verifier.destroyed)
                return;
            // Without a size the end of an answer is the end of the blob; of a compressed one there is no rest to ask for.
            const isAll = size === undefined || this.#at >= size || (0,answer/* encodingOf */.P$)(response) !== "";
            if (failure === undefined && isAll)
                return void verifier.end();
            if (this.#at - last >= PROGRESS)
                attempts = 0;
            last = this.#at;
            attempts += 1;
            const delay = (0,retry/* delayAfter */.Ee)({ attempts, now: this.#c.now(), random: this.#c.random() });
            // A short answer that stays short is what the verifier tells of.
            if (failure === undefined && delay === undefined)
                return void verifier.end();
            if (delay === undefined)
                return void verifier.destroy(failure);
            try {
                await this.#c.sleep(delay, this.#signal);
                this.#signal?.throwIfAborted();
                if (verifier.destroyed)
                    return;
                response = await this.request();
            }
            catch (error) {
                // 416: there is no more, so the blob is shorter than it should be.
                if (error instanceof registry_error/* RegistryError */.gl && error.status === 416)
                    verifier.end();
                else
                    verifier.destroy(error);
                return;
            }
        }
    }
    /** Returns what broke the connection; undefined when the answer has ended. */
    async #transfer(response, verifier) {
        const begin = beginOf(response);
        if (begin > this.#at) {
            await (0,answer/* discard */.vf)(response);
            return (0,unreachable/* brokenAnswer */.KF)(response.url, new Error("another range than asked for"));
        }
        let skip = this.#at - begin;
        const { body } = response;
        const give = (chunk) => {
            const skipped = Math.min(skip, chunk.length);
            skip -= skipped;
            this.#at += chunk.length - skipped;
            if (!verifier.write(skipped === 0 ? chunk : chunk.subarray(skipped)))
                body.pause();
        };
        const goOn = () => body.resume();
        const stop = () => body.destroy();
        body.on("data", give);
        verifier.on("drain", goOn);
        verifier.on("close", stop);
        try {
            if (verifier.destroyed)
                stop();
            if (!body.readableEnded && !body.destroyed)
                await Promise.race([(0,external_node_events_.once)(body, "end"), (0,external_node_events_.once)(body, "close")]);
            if (body.readableEnded)
                return undefined;
            if (body.errored !== null)
                return (0,unreachable/* brokenAnswer */.KF)(response.url, body.errored);
            return (0,unreachable/* brokenAnswer */.KF)(response.url, new Error("closed"));
        }
        catch (error) {
            return (0,unreachable/* brokenAnswer */.KF)(response.url, error);
        }
        finally {
            body.off("data", give);
            verifier.off("drain", goOn);
            verifier.off("close", stop);
        }
    }
}
/** Where the answer's body begins in the blob. */
function beginOf(response) {
    if (response.status !== 206)
        return 0;
    const begin = /^bytes (\d+)-/.exec(response.header("content-range") ?? "")?.[1];
    return begin === undefined ? Number.POSITIVE_INFINITY : Number(begin);
}
//# sourceMappingURL=blob-download.js.map
// EXTERNAL MODULE: ./.cache/bundles/registry/upload-traits.js
var upload_traits = __webpack_require__(70025);
// EXTERNAL MODULE: ./.cache/bundles/registry/uploads.js
var uploads = __webpack_require__(46014);
;// CONCATENATED MODULE: ./.cache/bundles/registry/blob-chunks.js






/**
 * Uploads in chunks (distribution-spec, "Pushing a blob in chunks"): for registries, or proxies before them, that
 * refuse a large body. One chunk is in memory; one that breaks is gone on with where the registry says that it
 * stopped.
 */
/**
 * Sends a blob in chunks through an open upload, and completes it. The upload has the first `from` bytes; `open` gives
 * those after them.
 * @throws RegistryError, `chunk-lost` where the registry did not keep what it took; what the opened stream threw
 */
async function sendChunks(c, to, session, blob, open, from, signal) {
    const upload = new ChunkedUpload(c, to, session, from, signal);
    if (from === blob.size)
        return upload.complete(blob);
    const pieces = (await open());
    const held = new Held();
    try {
        for await (const piece of pieces) {
            held.add(piece);
            // Never a chunk of what is left over: only the last may be below the registry's least.
            while (held.size >= upload.chunkSize)
                held.drop(await upload.send(held.take(upload.chunkSize)));
        }
    }
    finally {
        pieces.destroy();
    }
    while (held.size > 0)
        held.drop(await upload.send(held.take(upload.chunkSize)));
    await upload.complete(blob);
}
/** Bytes that the registry does not have yet. Copies: what a socket has lent is used again once it was sent. */
class Held {
    #pieces = [];
    #joined = false;
    size = 0;
    add(piece) {
        this.#pieces.push(piece);
        this.#joined = false;
        this.size += piece.length;
    }
    /** At most so many bytes from the front, which stay held. */
    take(most) {
        if (!this.#joined)
            this.#pieces = [Buffer.concat(this.#pieces)];
        this.#joined = true;
        return this.#pieces[0]?.subarray(0, most) ?? Buffer.alloc(0);
    }
    drop(bytes) {
        const rest = this.take(this.size).subarray(bytes);
        // A short rest must not keep all that it was cut from.
        this.#pieces = [rest.length < bytes ? Buffer.from(rest) : rest];
        this.size = rest.length;
    }
}
class ChunkedUpload {
    #c;
    #to;
    #signal;
    #session;
    #sent;
    /** Of the chunk that is next. */
    #attempts = 1;
    constructor(c, to, session, from, signal) {
        this.#c = c;
        this.#to = to;
        this.#session = session;
        this.#sent = from;
        this.#signal = signal;
    }
    /** Bytes of the next chunk. */
    get chunkSize() {
        const { chunkSize } = this.#c.uploadTraits(this.#to.registry);
        return Math.max(this.#session.leastChunk ?? 0, chunkSize, 1);
    }
    /** One chunk. Returns how many of its bytes the registry has now: fewer than all after a failure. */
    async send(chunk) {
        const start = this.#sent;
        try {
            await this.#patch(chunk);
            this.#attempts = 1;
        }
        catch (error) {
            if (!(error instanceof registry_error/* RegistryError */.gl))
                throw error;
            if (error.status === 413 && this.#shrink(chunk.length))
                return 0;
            const { status, retryAfter, passing } = error;
            if (!passing && status !== 416 && !(0,retry/* isPassing */.WG)(status ?? 0))
                throw error;
            const silent = (0,unreachable/* isSilence */.or)(error);
            const { now, random } = this.#c;
            const delay = (0,retry/* delayAfter */.Ee)({
                attempts: this.#attempts,
                status,
                retryAfter,
                silent,
                now: now(),
                random: random(),
            });
            // To begin anew would cost the same time limits again.
            if (delay === undefined)
                throw silent ? (0,unreachable/* finalFailure */.Nz)(error) : error;
            this.#attempts += 1;
            await this.#c.sleep(delay, this.#signal);
            this.#signal?.throwIfAborted();
            const end = start + chunk.length;
            await this.#look(start, end, error);
            // It is all there; only the answer was lost.
            if (this.#sent === end)
                this.#attempts = 1;
        }
        return this.#sent - start;
    }
    async complete(blob) {
        const url = new URL(this.#session.url);
        url.searchParams.set("digest", blob.digest);
        const response = await this.#c.call({
            repository: this.#to,
            method: "PUT",
            path: url,
            headers: { "content-type": "application/octet-stream" },
            body: Buffer.alloc(0),
            actions: ["pull", "push"],
            accept: [200, 201, 204],
            doing: `complete the blob ${blob.digest}`,
            puttingAway: blob.size,
            retry: false,
            signal: this.#signal,
        });
        await (0,answer/* discard */.vf)(response);
        (0,uploads/* checkStored */.Ww)(response, this.#to, blob);
    }
    async #patch(chunk) {
        const end = this.#sent + chunk.length;
        const response = await this.#c.call({
            repository: this.#to,
            method: "PATCH",
            path: this.#session.url,
            headers: { "content-type": "application/octet-stream", "content-range": `${this.#sent}-${end - 1}` },
            body: chunk,
            actions: ["pull", "push"],
            // 201 is what ECR says (aws/containers-roadmap#2831).
            accept: [200, 201, 202, 204],
            doing: "upload a chunk",
            retry: false,
            signal: this.#signal,
        });
        await (0,answer/* discard */.vf)(response);
        this.#keep(response, end);
    }
    /** A registry that says that it has less than it took would complete something else, or nothing. */
    #keep(response, end) {
        const received = (0,uploads/* receivedOf */.tj)(response);
        if (received !== undefined && received !== end) {
            throw new registry_error/* RegistryError */.gl("chunk-lost", `${this.#to.registry}/${this.#to.repository}: the registry took a chunk up to byte ${end}, but says that it has ${received} bytes.`, {}, { hint: "This registry does not keep chunks. Look at what stands before it." });
        }
        this.#session = (0,uploads/* laterSession */.To)(response, this.#session, this.#c.insecure);
        this.#sent = end;
    }
    /** After a failure: how much of the chunk has arrived. */
    async #look(start, end, failure) {
        const kept = await (0,uploads/* uploadStatus */.GZ)(this.#c, this.#to, this.#session, !(0,unreachable/* isSilence */.or)(failure));
        if (kept === "silent")
            throw (0,unreachable/* finalFailure */.Nz)(failure);
        if (kept === undefined)
            return;
        if (kept.received < start || kept.received > end)
            throw failure;
        this.#session = kept.session;
        this.#sent = kept.received;
    }
    /** Whether a smaller chunk can be tried. */
    #shrink(tried) {
        const traits = this.#c.uploadTraits(this.#to.registry);
        const least = Math.max(this.#session.leastChunk ?? 0, upload_traits/* LEAST_CHUNK */.Y5);
        if (tried <= least)
            return false;
        traits.chunkSize = Math.min(traits.chunkSize, Math.max(least, Math.floor(tried / 4)));
        return true;
    }
}
//# sourceMappingURL=blob-chunks.js.map
// EXTERNAL MODULE: ./.cache/bundles/registry/blobs.js
var blobs = __webpack_require__(33584);
;// CONCATENATED MODULE: ./.cache/bundles/registry/blob-upload.js









/** Below this much less is lost by sending it again than by asking how much has arrived, in bytes. */
const WORTH_RESUMING = 1024 * 1024;
/** Answers to a whole blob that ask for smaller pieces, or for PATCH. */
const REFUSED_WHOLE = new Set([405, 411, 413, 501]);
/**
 * Uploads a blob: a small one in one request where the registry takes that; else in one piece; in chunks where the
 * registry refuses that. `open` is called for each attempt and must give the blob's bytes from the start,
 * verified. An attempt that breaks goes on where the registry says that it stopped, if `resume` is given, else it
 * begins anew, because what a registry kept of an upload is not known.
 * @throws RegistryError; what the opened stream threw
 */
async function uploadBlob(c, to, blob, open, options = {}) {
    const traits = c.uploadTraits(to.registry);
    let { session } = options;
    if (session === undefined && options.plain !== true && traits.onePost && (0,upload_traits/* isSmall */.eq)(blob.size)) {
        const answer = await postWhole(c, to, blob, open, options.signal);
        if (answer === "done")
            return;
        traits.onePost = false;
        session = answer;
    }
    let resumable = options.resume !== undefined && blob.size >= WORTH_RESUMING;
    let from = 0;
    /** What broke the blob's own bytes: it says nothing about this registry. */
    let broken;
    const watched = (bytes) => async () => {
        try {
            const stream = await bytes();
            return stream.once("error", (error) => {
                broken = error;
            });
        }
        catch (error) {
            broken = error;
            throw error;
        }
    };
    for (let attempts = 1;; attempts += 1) {
        const current = session ?? (await (0,uploads/* startUpload */.aH)(c, to));
        session = undefined;
        try {
            const bytes = from > 0 && options.resume !== undefined ? options.resume.bind(undefined, from) : open;
            const send = traits.chunks === "needed" && blob.size > 0 ? sendChunks : putWhole;
            await send(c, to, current, blob, watched(bytes), from, options.signal);
            return;
        }
        catch (error) {
            const resumed = from > 0;
            from = 0;
            const ofSource = error === broken;
            const passing = error instanceof registry_error/* RegistryError */.gl && (error.passing || (!ofSource && (0,retry/* isPassing */.WG)(error.status ?? 0)));
            const silent = !ofSource && (0,unreachable/* isSilence */.or)(error);
            if ((resumable || silent) && passing && traits.chunks !== "needed" && !options.signal?.aborted) {
                const kept = await (0,uploads/* uploadStatus */.GZ)(c, to, current, !silent);
                // It takes everything and answers nothing: each further question would cost minutes.
                if (kept === "silent")
                    throw error;
                // It may have put the blob away meanwhile.
                if (silent && options.plain !== true && (await isStored(c, to, blob)))
                    return;
                if (resumable && kept !== undefined && kept.received > 0 && kept.received <= blob.size) {
                    session = kept.session;
                    from = kept.received;
                }
            }
            if (session === undefined && !silent)
                await (0,uploads/* cancelUpload */.wM)(c, to, current, options.signal?.aborted === true);
            if (!(error instanceof registry_error/* RegistryError */.gl))
                throw error;
            if (ofSource && !passing)
                throw error;
            // What the registry says that it kept may not be what it has: once more, from the start.
            if (resumed && !passing)
                resumable = false;
            else if (!ofSource && !silent && wantsChunks(error, traits, attempts, blob.size)) {
                traits.chunks = "needed";
                continue;
            }
            else if (error.code === "chunk-lost") {
                traits.chunks = "never";
                continue;
            }
            else if (!mayStartAnew(error))
                throw error;
            const { status, retryAfter } = error;
            const delay = (0,retry/* delayAfter */.Ee)({ attempts, status, retryAfter, silent, now: c.now(), random: c.random() });
            if (delay === undefined)
                throw error;
            await c.sleep(delay, options.signal);
            options.signal?.throwIfAborted();
        }
    }
}
/** Whether the registry has a blob; no error, since it is a question on the way to one. */
async function isStored(c, to, blob) {
    try {
        return await (0,blobs/* hasBlob */.is)(c, to, blob.digest, blob.size);
    }
    catch (error) {
        if (error instanceof registry_error/* RegistryError */.gl)
            return false;
        throw error;
    }
}
/** The whole blob by POST: the registry has taken it, or has opened an upload instead, or has refused. */
async function postWhole(c, to, blob, open, signal) {
    const chunks = [];
    for await (const chunk of (await open()))
        chunks.push(chunk);
    let response;
    try {
        response = await c.call({
            repository: to,
            method: "POST",
            path: "blobs/uploads/",
            query: { digest: blob.digest },
            headers: { "content-type": "application/octet-stream" },
            body: Buffer.concat(chunks),
            actions: ["pull", "push"],
            accept: [200, 201, 202, 204],
            doing: `upload the blob ${blob.digest}`,
            signal,
        });
    }
    catch (error) {
        // What is wrong in other ways shows itself in the ordinary way, and is told by that.
        const { status = 0 } = error instanceof registry_error/* RegistryError */.gl ? error : {};
        const refused = status >= 400 && status < 500 && status !== 401 && status !== 403 && status !== 429;
        if (refused || status === 501)
            return undefined;
        throw error;
    }
    await (0,answer/* discard */.vf)(response);
    if (response.status === 202)
        return (0,uploads/* uploadOf */.n$)(response, c.insecure);
    (0,uploads/* checkStored */.Ww)(response, to, blob);
    return "done";
}
/** The blob, or its rest, by PUT. */
async function putWhole(c, to, session, blob, open, from, signal) {
    const url = new URL(session.url);
    url.searchParams.set("digest", blob.digest);
    if (blob.size === 0)
        (0,verifying/* verifyBytes */.RV)(Buffer.alloc(0), blob.digest, "An empty blob");
    const rest = blob.size - from;
    const range = from > 0 && rest > 0 ? { "content-range": `${from}-${blob.size - 1}` } : {};
    const response = await c.call({
        repository: to,
        method: "PUT",
        path: url,
        headers: { "content-type": "application/octet-stream", ...range },
        body: rest === 0 ? Buffer.alloc(0) : { size: rest, open },
        actions: ["pull", "push"],
        accept: [200, 201, 204],
        doing: `upload the blob ${blob.digest}`,
        puttingAway: blob.size,
        retry: false,
        signal,
    });
    await (0,answer/* discard */.vf)(response);
    (0,uploads/* checkStored */.Ww)(response, to, blob);
}
/**
 * A whole blob was refused, or its connection broke a second time: a proxy that refuses large bodies may close
 * the connection before its answer is read.
 */
function wantsChunks(error, traits, attempts, size) {
    if (traits.chunks !== "possible" || size === 0)
        return false;
    if (error.status !== undefined)
        return REFUSED_WHOLE.has(error.status);
    return error.passing && attempts === 2 && size > traits.chunkSize;
}
/** 404 and 416: the registry has lost the upload or counts its bytes in another way. */
function mayStartAnew(error) {
    return error.passing || error.status === 404 || error.status === 416 || (0,retry/* isPassing */.WG)(error.status ?? 0);
}
//# sourceMappingURL=blob-upload.js.map
// EXTERNAL MODULE: ./.cache/bundles/registry/endpoint.js + 1 modules
var endpoint = __webpack_require__(34158);
// EXTERNAL MODULE: ./.cache/bundles/registry/read-anew.js
var read_anew = __webpack_require__(43040);
// EXTERNAL MODULE: ./.cache/bundles/registry/scope.js
var scope = __webpack_require__(84064);
;// CONCATENATED MODULE: ./.cache/bundles/registry/connection.js






const MAX_ERROR_BODY = 64 * 1024;
/** Distribution-spec, "Warnings": only code 299, a text in quotes. */
const WARNING = /^299 - "((?:[^"\\]|\\.)*)"/;
const MAX_WARNINGS = 50;
function createConnection(options) {
    const { authorizer, insecure, secrets, log } = options;
    const warned = new Set();
    const traits = new Map();
    const mounts = new Map();
    function showWarnings(registry, response) {
        for (const header of response.headers("warning")) {
            const words = WARNING.exec(header)?.[1]
                ?.replace(/\\(.)/g, "$1")
                .replace(/\p{C}+/gu, " ");
            if (words === undefined)
                continue;
            const text = secrets.scrub(`${registry} warns: ${words.slice(0, 300)}`);
            if (warned.has(text) || warned.size >= MAX_WARNINGS)
                continue;
            warned.add(text);
            log.warning(text);
        }
    }
    const connection = {
        insecure,
        uploadTraits(registry) {
            const known = traits.get(registry) ?? (0,upload_traits/* initialTraits */.AC)(registry);
            traits.set(registry, known);
            return known;
        },
        mountTrait({ registry, repository }, fromRepository) {
            const key = `${registry}/${repository} ${fromRepository}`;
            const known = mounts.get(key) ?? { first: undefined, refused: false };
            mounts.set(key, known);
            return known;
        },
        sleep: options.sleep,
        now: options.now,
        random: options.random,
        read: (call, limit) => (0,read_anew/* readAnew */.Q)(() => connection.call(call), limit, options, call.signal),
        async call(call) {
            const { registry, repository } = call.repository;
            const url = call.path instanceof URL
                ? call.path
                : pathUrl((0,endpoint/* registryUrl */.NH)(registry, insecure), repository, call.path);
            for (const [name, value] of Object.entries(call.query ?? {}))
                url.searchParams.set(name, value);
            const response = await authorizer.send({
                registry,
                scopes: [(0,scope/* repositoryScope */.F7)(repository, ...call.actions), ...(call.otherScopes ?? [])],
                method: call.method,
                url,
                headers: call.headers ?? {},
                body: call.body,
                countAs: `${registry}/${repository}`,
                puttingAway: call.puttingAway,
                retry: call.retry,
                beforeRetry: call.beforeRetry,
                follow: call.follow,
                signal: call.signal,
            });
            showWarnings(registry, response);
            if (call.accept.includes(response.status))
                return response;
            const body = await (0,answer/* readBody */.x8)(response, MAX_ERROR_BODY);
            throw (0,registry_error/* refusedRequest */.sl)({
                registry,
                repository,
                doing: call.doing,
                reads: call.method === "GET" || call.method === "HEAD",
                status: response.status,
                body: secrets.scrub(body?.toString("utf8") ?? ""),
                retryAfter: response.header("retry-after"),
                credentials: authorizer.credentialsFrom(registry),
            });
        },
    };
    return connection;
}
function pathUrl(root, repository, path) {
    return new URL(`${root.href}${repository}/${path}`);
}
//# sourceMappingURL=connection.js.map
// EXTERNAL MODULE: ./.cache/bundles/registry/keychain.js + 2 modules
var registry_keychain = __webpack_require__(41436);
// EXTERNAL MODULE: ./.cache/bundles/registry/manifests.js
var manifests = __webpack_require__(30478);
// EXTERNAL MODULE: ./.cache/bundles/registry/patience.js
var patience = __webpack_require__(84377);
// EXTERNAL MODULE: ./.cache/bundles/registry/referrers.js
var referrers = __webpack_require__(24012);
// EXTERNAL MODULE: ./.cache/bundles/registry/secrets.js
var registry_secrets = __webpack_require__(16585);
// EXTERNAL MODULE: ./.cache/bundles/registry/tags.js
var tags = __webpack_require__(48487);
// EXTERNAL MODULE: ./.cache/bundles/registry/transport.js + 2 modules
var registry_transport = __webpack_require__(21598);
;// CONCATENATED MODULE: ./.cache/bundles/registry/client.js













const CONCURRENCY = 16;
/** Committing a large blob to object storage takes registries minutes. */
const TIMEOUTS = { connect: 30_000, headers: 300_000, body: 60_000, answer: 180_000 };
/** A client for one run. */
function createRegistryClient(options) {
    const insecure = options.insecureRegistries ?? [];
    const secrets = (0,registry_secrets/* createSecrets */.g)(options.mask);
    const now = options.now ?? Date.now;
    const random = options.random ?? Math.random;
    const sleep = options.sleep ?? (0,patience/* createSleep */.K)(options.signal);
    const timeouts = { ...TIMEOUTS, ...options.timeouts };
    const concurrency = options.concurrency ?? CONCURRENCY;
    const { environment } = options;
    const transport = (0,registry_transport/* createTransport */.o)({
        concurrency,
        timeouts,
        environment,
        cancelled: options.signal,
        sleep,
        now,
        random,
    });
    const keychain = options.credentials ?? registry_keychain.ANONYMOUS;
    const authorizer = (0,auth/* createAuthorizer */.Q)({ transport, keychain, insecure, secrets, sleep, now, random });
    const c = createConnection({ authorizer, insecure, secrets, log: options.log, sleep, now, random });
    return {
        headManifest: (ref) => manifests/* headManifest */.sy(c, ref),
        getManifest: (ref) => manifests/* getManifest */.c2(c, ref),
        putManifest: (ref, body, mediaType, how) => manifests/* putManifest */.RV(c, ref, body, mediaType, how),
        hasBlob: (from, digest, size) => blobs/* hasBlob */.is(c, from, digest, size),
        getBlob: (from, digest, size, how) => getBlob(c, from, digest, size, how),
        mountBlob: (to, digest, fromRepository) => blobs/* mountBlob */.ti(c, to, digest, fromRepository),
        uploadBlob: (to, blob, open, how) => uploadBlob(c, to, blob, open, how),
        startUpload: (to) => (0,uploads/* startUpload */.aH)(c, to),
        cancelUpload: (to, session) => (0,uploads/* cancelUpload */.wM)(c, to, session),
        listTags: (repository) => tags/* listTags */.cB(c, repository),
        fewTags: (repository) => tags/* fewTags */.mi(c, repository),
        deleteTag: (ref) => tags/* deleteTag */._R(c, ref),
        referrers: (repository, digest) => referrers/* listReferrers */.xt(c, repository, digest),
        addToReferrersTag: (repository, subject, added) => referrers/* addToReferrersTag */.hq(c, repository, subject, added),
        confirmReferrers: (repository, subject, digests) => referrers/* confirmReferrers */.bv(c, repository, subject, digests),
        requests(of) {
            let sum = 0;
            for (const [name, count] of transport.counts()) {
                if (of === undefined || matches(name, of))
                    sum += count;
            }
            return sum;
        },
        waitingFor: () => transport.waitingFor(),
        close: () => transport.close(),
    };
}
function matches(name, { registry, repository }) {
    return repository === undefined ? name.startsWith(`${registry}/`) : name === `${registry}/${repository}`;
}
//# sourceMappingURL=client.js.map

/***/ }),

/***/ 30478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   RV: () => (/* binding */ putManifest),
/* harmony export */   c2: () => (/* binding */ getManifest),
/* harmony export */   q7: () => (/* binding */ isDeniedAndAbsent),
/* harmony export */   sy: () => (/* binding */ headManifest)
/* harmony export */ });
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33786);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58764);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(54726);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89723);
/* harmony import */ var _media_types_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53280);
/* harmony import */ var _name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79025);
/* harmony import */ var _registry_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15014);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(48487);
/* harmony import */ var _verifying_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(14931);









const ACCEPT = { accept: _media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .ACCEPT_MANIFESTS */ .qO };
/**
 * What a name points at; undefined when the registry does not have it. A tag that is denied (Artifactory answers 403
 * for what is absent) is looked for in the list of tags: it may only be called absent where that is sure, since it
 * would be written over.
 */
async function headManifest(c, ref) {
    const target = targetOf(ref);
    const response = await c
        .call({
        repository: ref,
        method: "HEAD",
        path: `manifests/${target}`,
        headers: ACCEPT,
        actions: ["pull"],
        accept: [200, 404],
        doing: `look for the manifest ${target}`,
    })
        .catch(async (error) => {
        if (await isDeniedAndAbsent(c, ref, error))
            return undefined;
        throw error;
    });
    if (response === undefined)
        return undefined;
    await (0,_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .discard */ .vf)(response);
    if (response.status === 404)
        return undefined;
    const digest = response.header("docker-content-digest");
    const mediaType = (0,_media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .bareMediaType */ .ZX)(response.header("content-type") ?? "");
    const size = Number(response.header("content-length"));
    if (digest === undefined || !(0,_digest_js__WEBPACK_IMPORTED_MODULE_8__/* .isDigest */ .Bc)(digest) || !(0,_media_types_js__WEBPACK_IMPORTED_MODULE_3__/* .isManifestType */ .Q3)(mediaType) || !(size > 0)) {
        return headByReading(c, ref);
    }
    if (ref.digest !== undefined && ref.digest !== digest) {
        // Some registries give a sha256 for whatever they are asked by: what they have is known from its bytes.
        if ((0,_digest_js__WEBPACK_IMPORTED_MODULE_8__/* .parseDigest */ .m)(digest)?.algorithm !== (0,_digest_js__WEBPACK_IMPORTED_MODULE_8__/* .parseDigest */ .m)(ref.digest)?.algorithm)
            return headByReading(c, ref);
        const message = `${(0,_name_js__WEBPACK_IMPORTED_MODULE_4__/* .formatReference */ .FH)(ref)}: the registry answers with another digest, ${digest}.`;
        throw new _registry_error_js__WEBPACK_IMPORTED_MODULE_5__/* .RegistryError */ .gl("digest-mismatch", message, {}, { hint: "Look at what stands before the registry: its answer is not to be trusted." });
    }
    return { digest, mediaType, size };
}
/** Whether a tag is denied that the list of tags, which may be read, does not hold. */
async function isDeniedAndAbsent(c, { tag, digest, ...repository }, error) {
    if (tag === undefined || digest !== undefined)
        return false;
    return error instanceof _registry_error_js__WEBPACK_IMPORTED_MODULE_5__/* .RegistryError */ .gl && error.status === 403 && (0,_tags_js__WEBPACK_IMPORTED_MODULE_6__/* .lacksTag */ .R9)(c, repository, tag);
}
/** For registries that tell nothing without sending it all. */
async function headByReading(c, ref) {
    try {
        const { digest, mediaType, size } = await getManifest(c, ref);
        return { digest, mediaType, size };
    }
    catch (error) {
        if (error instanceof _registry_error_js__WEBPACK_IMPORTED_MODULE_5__/* .RegistryError */ .gl && error.status === 404)
            return undefined;
        throw error;
    }
}
/**
 * A manifest, its digest verified: against the reference's, else against the one that the registry states.
 * @throws RegistryError `not-found` and the like; UserError `manifest-too-large`, `digest-mismatch`, `invalid-manifest`
 */
async function getManifest(c, ref) {
    const target = targetOf(ref);
    const { response, body } = await c.read({
        repository: ref,
        method: "GET",
        path: `manifests/${target}`,
        headers: ACCEPT,
        actions: ["pull"],
        accept: [200],
        doing: `read the manifest ${target}`,
    }, _manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_MANIFEST_SIZE */ .L7);
    const what = `${(0,_name_js__WEBPACK_IMPORTED_MODULE_4__/* .formatReference */ .FH)(ref)}${(0,_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .encodingOf */ .P$)(response)}`;
    if (body === undefined)
        throw tooLarge(what);
    const stated = ref.digest ?? response.header("docker-content-digest");
    if (stated !== undefined)
        (0,_verifying_js__WEBPACK_IMPORTED_MODULE_7__/* .verifyBytes */ .RV)(body, stated, what);
    const type = response.header("content-type");
    // A proxy may have lost the type: the document itself then says it.
    const generic = type === undefined || /^(?:application\/(?:json|octet-stream)|text\/plain)\b/.test(type);
    const mediaType = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .checkMediaType */ .xQ)(generic ? (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .detectMediaType */ .sM)(body, what) : type, what);
    (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .Ng)(body, mediaType, what);
    return { digest: stated ?? (0,_digest_js__WEBPACK_IMPORTED_MODULE_8__/* .digestOf */ .ol)(body), mediaType, size: body.length, body };
}
/**
 * Puts a manifest by tag, or by digest when the reference has no tag. With both, the digest is verified before; one
 * that is not sha256 is told to the registry, which would make a sha256 of it by itself: by digest with the tag beside
 * it (`?tag=`, distribution-spec after 1.1, end-7b), then by tag with the digest beside it (`?digest=`, proposed in
 * opencontainers/distribution-spec#543, which registries that don't know it ignore).
 * @throws RegistryError `registry-denied`, `tag-immutable` and the like; UserError `manifest-too-large`, `digest-mismatch`
 */
async function putManifest(c, ref, body, mediaType, options = {}) {
    const { tag } = ref;
    const what = (0,_name_js__WEBPACK_IMPORTED_MODULE_4__/* .formatReference */ .FH)(ref);
    if (body.length > _manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_MANIFEST_SIZE */ .L7)
        throw tooLarge(what);
    const algorithm = ref.digest === undefined ? "sha256" : (0,_digest_js__WEBPACK_IMPORTED_MODULE_8__/* .parseDigest */ .m)(ref.digest)?.algorithm;
    const digest = (0,_digest_js__WEBPACK_IMPORTED_MODULE_8__/* .digestOf */ .ol)(body, algorithm);
    if (ref.digest !== undefined)
        (0,_verifying_js__WEBPACK_IMPORTED_MODULE_7__/* .verifyBytes */ .RV)(body, ref.digest, what);
    const send = async (target, query = {}) => {
        const response = await c
            .call({
            repository: ref,
            method: "PUT",
            path: `manifests/${target}`,
            query,
            headers: { "content-type": mediaType },
            body,
            beforeRetry: options.beforeRetry,
            actions: ["pull", "push"],
            accept: [200, 201, 202, 204],
            doing: `write the manifest ${tag ?? target}`,
        })
            .catch((error) => {
            throw algorithm !== "sha256" && (0,_registry_error_js__WEBPACK_IMPORTED_MODULE_5__/* .hasRegistryCode */ .Nc)(error, "DIGEST_INVALID")
                ? unsupported(what, error)
                : error;
        });
        await (0,_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .discard */ .vf)(response);
        requireStored(response, digest, what);
        return response;
    };
    let response;
    if (tag === undefined)
        response = await send(targetOf(ref));
    else if (algorithm === "sha256")
        response = await send(tag);
    else {
        response = await send(digest, { tag });
        const set = (response.header("oci-tag") ?? "").split(",").map((each) => each.trim());
        if (!set.includes(tag))
            response = await send(tag, { digest });
    }
    return { digest, subjectAccepted: response.header("oci-subject") !== undefined };
}
function unsupported(what, cause) {
    const { status, codes } = cause;
    return new _registry_error_js__WEBPACK_IMPORTED_MODULE_5__/* .RegistryError */ .gl("digest-unsupported", `${what}: the registry takes manifests by sha256 alone.`, { status, codes }, {
        cause,
        hint: "Build the image with sha256 digests, or choose another registry: `sluice registry doctor` says what one takes.",
    });
}
/** A registry that stores under another algorithm names the same bytes by it. */
function requireStored(response, digest, what) {
    const stored = response.header("docker-content-digest");
    if (stored === undefined || stored === digest)
        return;
    if ((0,_digest_js__WEBPACK_IMPORTED_MODULE_8__/* .parseDigest */ .m)(stored)?.algorithm !== (0,_digest_js__WEBPACK_IMPORTED_MODULE_8__/* .parseDigest */ .m)(digest)?.algorithm)
        return;
    const message = `${what}: the registry stored another manifest than was sent: ${stored} instead of ${digest}.`;
    throw new _registry_error_js__WEBPACK_IMPORTED_MODULE_5__/* .RegistryError */ .gl("digest-mismatch", message, {}, { hint: "The registry changes manifests. Nothing can be promoted to it by digest." });
}
/** What stands in the API's path: the digest if there is one, else the tag. */
function targetOf(ref) {
    const target = ref.digest ?? ref.tag;
    if (target !== undefined)
        return target;
    throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("invalid-image-name", `The image name ${(0,_name_js__WEBPACK_IMPORTED_MODULE_4__/* .formatReference */ .FH)(ref)} has neither a tag nor a digest.`, {
        hint: "Add :TAG or @sha256:DIGEST; latest is never assumed.",
    });
}
function tooLarge(what) {
    return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("manifest-too-large", `The manifest ${what} has more than ${_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_MANIFEST_SIZE */ .L7} bytes.`, {
        hint: "Registries refuse such manifests. Split the index, or put large annotations into a blob.",
    });
}
//# sourceMappingURL=manifests.js.map

/***/ }),

/***/ 48604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zj: () => (/* binding */ nextPage),
/* harmony export */   az: () => (/* binding */ PageTrail),
/* harmony export */   rd: () => (/* binding */ MAX_PAGE_BYTES)
/* harmony export */ });
/* harmony import */ var _registry_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15014);

/** Of tags or referrers, in bytes: registries that know no pages send all in one. */
const MAX_PAGE_BYTES = 16 * 1024 * 1024;
const MAX_PAGES = 1000;
/**
 * The address of a list's next page, from the header Link with `rel="next"` (RFC 8288). A registry behind a proxy
 * may name itself as it knows itself, so path and query alone count: a list goes on where it has begun.
 * @throws RegistryError `registry-failed` where it cannot be read
 */
function nextPage(response) {
    for (const header of response.headers("link")) {
        const target = /<([^<>]*)>\s*;[^,<]*\brel="?next"?/i.exec(header)?.[1];
        if (target === undefined)
            continue;
        const named = URL.canParse(target, response.url.href) ? new URL(target, response.url) : undefined;
        if (named === undefined || !/^https?:$/.test(named.protocol))
            throw unfinished(response, "the address of its next page cannot be read");
        const url = new URL(response.url.origin);
        url.pathname = named.pathname;
        url.search = named.search;
        return url;
    }
    return undefined;
}
/** The way through one list, page by page. It comes to an end or fails: a list is never cut without a word. */
class PageTrail {
    #seen = new Set();
    /**
     * The page after this one; undefined after the last. A page with no entries may well have one after it.
     * @throws RegistryError `registry-failed` for a list without an end
     */
    next(response, entries) {
        this.#seen.add(response.url.href);
        const next = nextPage(response);
        if (next === undefined)
            return undefined;
        if (this.#seen.has(next.href)) {
            // Nothing follows nothing. After entries, the registry does not look at where it is asked to go on.
            if (entries === 0)
                return undefined;
            throw unfinished(response, "its next page is one that was read already");
        }
        if (this.#seen.size >= MAX_PAGES)
            throw unfinished(response, `it has more than ${MAX_PAGES} pages`);
        this.#seen.add(next.href);
        return next;
    }
}
function unfinished({ url }, reason) {
    return new _registry_error_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl("registry-failed", `${url.host}: the list ${url.pathname} cannot be read to its end: ${reason}.`, {}, { hint: "Look into the settings of the registry, and of the proxy before it if there is one." });
}
//# sourceMappingURL=pages.js.map

/***/ }),

/***/ 24012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LN: () => (/* binding */ referrersTag),
/* harmony export */   bv: () => (/* binding */ confirmReferrers),
/* harmony export */   hq: () => (/* binding */ addToReferrersTag),
/* harmony export */   xt: () => (/* binding */ listReferrers)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(54726);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89723);
/* harmony import */ var _manifests_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30478);
/* harmony import */ var _media_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53280);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48604);
/* harmony import */ var _registry_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15014);






const MAX_REFERRERS = 10_000;
/** Another writer may put the same tag between our reading and writing; more often than this is no accident. */
const TAG_ATTEMPTS = 4;
/** Milliseconds between looks at a list that is behind: registries with storage of their own write it later. */
const LOOKS = [1000, 2000, 4000, 8000];
/** The tag that stands for the API where a registry has none: `sha256-<hex>`. */
function referrersTag(digest) {
    return digest.replace(":", "-");
}
/** The referrers of a manifest. Without the API (404, 400, 405) those of the fallback tag. */
async function listReferrers(c, repository, digest) {
    return (await listByApi(c, repository, digest)) ?? (await listFallback(c, repository, digest));
}
/**
 * Undefined where the registry has no such API: its first answer says so. What comes after that, or is too large,
 * is a failure: a part of a list would pass for the whole.
 */
async function listByApi(c, repository, digest) {
    const found = new Map();
    const trail = new _pages_js__WEBPACK_IMPORTED_MODULE_3__/* .PageTrail */ .az();
    let page = `referrers/${digest}`;
    while (page !== undefined) {
        const isFirst = !(page instanceof URL);
        const { response, body } = await c.read({
            repository,
            method: "GET",
            path: page,
            headers: { accept: _media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .OCI_INDEX */ .$p },
            actions: ["pull"],
            accept: isFirst ? [200, 400, 404, 405] : [200],
            // Another host's 404 does not say that the registry has no such list.
            follow: "own",
            doing: `list what refers to ${digest}`,
        }, _pages_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_PAGE_BYTES */ .rd);
        if (response.status !== 200)
            return undefined;
        const listed = parsePage(body, response, repository, digest);
        if (listed === undefined && isFirst)
            return undefined;
        if (listed === undefined)
            throw noList(repository, digest);
        for (const descriptor of listed)
            found.set(descriptor.digest, descriptor);
        if (found.size > MAX_REFERRERS)
            throw tooMany(repository, digest, `more than ${MAX_REFERRERS} entries`);
        page = trail.next(response, listed.length);
    }
    return [...found.values()];
}
/**
 * Waits until the API lists what a registry has said that it lists (OCI-Subject), up to 15 seconds. False where it
 * has no such API after all.
 * @throws RegistryError `referrer-unlisted`
 */
async function confirmReferrers(c, repository, subject, digests) {
    for (let looks = 0;; looks += 1) {
        const listed = await listByApi(c, repository, subject);
        if (listed === undefined)
            return false;
        const there = new Set(listed.map(({ digest }) => digest));
        const missing = digests.filter((digest) => !there.has(digest));
        if (missing.length === 0)
            return true;
        const wait = LOOKS[looks];
        if (wait !== undefined) {
            await c.sleep(wait);
            continue;
        }
        const { registry, repository: name } = repository;
        const message = `${registry}/${name}: the registry has taken ${missing.join(", ")}, and does not list it among what refers to ${subject}.`;
        throw new _registry_error_js__WEBPACK_IMPORTED_MODULE_4__/* .RegistryError */ .gl("referrer-unlisted", message, {}, { hint: "Its list may be behind: run it again. Or promote without referrers." });
    }
}
/**
 * Adds referrers to the fallback tag of a manifest, in a registry without the API. What stands there stays.
 * After writing, the tag is looked at, and it is done again if another writer was faster.
 * @throws RegistryError `referrers-tag-taken` where the tag is something else
 */
async function addToReferrersTag(c, repository, subject, added) {
    const ref = { ...repository, tag: referrersTag(subject) };
    // Some registries have the API and do not say so when a manifest is put.
    const api = new Set((await listByApi(c, repository, subject))?.map(({ digest }) => digest));
    if (added.every(({ digest }) => api.has(digest)))
        return;
    for (let attempts = 0; attempts < TAG_ATTEMPTS; attempts += 1) {
        const current = await readFallback(c, repository, subject);
        const listed = current === undefined ? [] : rawEntries(current);
        const known = new Set(listed.map(digestOfEntry));
        const missing = added.filter(({ digest }) => !known.has(digest));
        if (missing.length === 0)
            return;
        const index = { schemaVersion: 2, mediaType: _media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .OCI_INDEX */ .$p, manifests: [...listed, ...missing] };
        const body = Buffer.from(JSON.stringify(index));
        await (0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .putManifest */ .RV)(c, ref, body, _media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .OCI_INDEX */ .$p);
        const standing = await (0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .headManifest */ .sy)(c, ref);
        if (standing?.digest === (0,_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .digestOf */ .ol)(body))
            return;
    }
    const message = `${repository.registry}/${repository.repository}: the tag ${ref.tag} is written by somebody else at the same time.`;
    throw new _registry_error_js__WEBPACK_IMPORTED_MODULE_4__/* .RegistryError */ .gl("referrers-tag-contended", message, {}, { hint: "Run one promotion at a time, and run this one again." });
}
async function listFallback(c, repository, digest) {
    const index = await readFallback(c, repository, digest);
    if (index === undefined)
        return [];
    const parsed = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .parseManifest */ .Ng)(index.body, index.mediaType, `${repository.registry}/${repository.repository}:${referrersTag(digest)}`);
    return parsed.kind === "index" ? parsed.manifests : [];
}
async function readFallback(c, repository, digest) {
    const tag = referrersTag(digest);
    let manifest;
    try {
        manifest = await (0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .getManifest */ .c2)(c, { ...repository, tag });
    }
    catch (error) {
        if (error instanceof _registry_error_js__WEBPACK_IMPORTED_MODULE_4__/* .RegistryError */ .gl && error.status === 404)
            return undefined;
        if (await (0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .isDeniedAndAbsent */ .q7)(c, { ...repository, tag }, error))
            return undefined;
        throw error;
    }
    // Artifactory takes the tag for the digest itself and answers with the subject (oras-project/oras#2148).
    if (manifest.digest === digest)
        return undefined;
    if (manifest.mediaType === _media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .OCI_INDEX */ .$p)
        return manifest;
    const message = `${repository.registry}/${repository.repository}: the tag ${tag} is not a list of referrers.`;
    throw new _registry_error_js__WEBPACK_IMPORTED_MODULE_4__/* .RegistryError */ .gl("referrers-tag-taken", message, {}, { hint: "Delete that tag: its name is reserved by the OCI specification." });
}
/** Undefined for what is no such list: a registry may answer any address with a page of its own. */
function parsePage(body, response, repository, digest) {
    const type = (response.header("content-type") ?? "").split(";")[0]?.trim();
    if (type !== _media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .OCI_INDEX */ .$p && type !== "application/json")
        return undefined;
    if (body === undefined)
        throw tooMany(repository, digest, `more than ${_pages_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_PAGE_BYTES */ .rd} bytes in one page`);
    const parsed = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .parseManifest */ .Ng)(body, _media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .OCI_INDEX */ .$p, `The list of referrers of ${response.url.host}`);
    return parsed.kind === "index" ? parsed.manifests : undefined;
}
/** The entries as they stand, with the keys that we don't know. */
function rawEntries(index) {
    const value = JSON.parse(index.body.toString("utf8"));
    return Array.isArray(value.manifests) ? value.manifests : [];
}
function digestOfEntry(entry) {
    return entry?.digest;
}
function tooMany({ registry, repository }, digest, size) {
    const message = `${registry}/${repository}: the list of what refers to ${digest} has ${size}.`;
    return new _registry_error_js__WEBPACK_IMPORTED_MODULE_4__/* .RegistryError */ .gl("too-many-referrers", message, {}, { hint: "Remove old ones, or promote without referrers." });
}
function noList({ registry, repository }, digest) {
    const message = `${registry}/${repository}: a page of the list of what refers to ${digest} is no such list.`;
    const hint = "Look into the registry's log.";
    return new _registry_error_js__WEBPACK_IMPORTED_MODULE_4__/* .RegistryError */ .gl("registry-failed", message, {}, { hint });
}
//# sourceMappingURL=referrers.js.map

/***/ }),

/***/ 48487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R9: () => (/* binding */ lacksTag),
/* harmony export */   _R: () => (/* binding */ deleteTag),
/* harmony export */   cB: () => (/* binding */ listTags),
/* harmony export */   mi: () => (/* binding */ fewTags)
/* harmony export */ });
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33786);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58764);
/* harmony import */ var _name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79025);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48604);
/* harmony import */ var _registry_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15014);





/** ECR takes no more in one page. */
const PAGE_SIZE = 1000;
/** All tags of a repository; none where it does not exist. */
async function listTags(c, repository) {
    return readTags(c, repository, [404]);
}
/**
 * Whether the list of tags proves that there is none of this name: it is whole and does not hold it, or the registry
 * says in its own words that it does not know the repository. False where the list cannot be had.
 */
async function lacksTag(c, repository, tag) {
    try {
        return !(await readTags(c, repository, [])).includes(tag);
    }
    catch (error) {
        if (!(error instanceof _registry_error_js__WEBPACK_IMPORTED_MODULE_4__/* .RegistryError */ .gl))
            throw error;
        return error.status === 404 && (0,_registry_error_js__WEBPACK_IMPORTED_MODULE_4__/* .hasRegistryCode */ .Nc)(error, "NAME_UNKNOWN");
    }
}
/** `empty` are the statuses of a repository without tags. */
async function readTags(c, repository, empty) {
    const tags = new Set();
    const trail = new _pages_js__WEBPACK_IMPORTED_MODULE_3__/* .PageTrail */ .az();
    let page = "tags/list";
    while (page !== undefined) {
        const isFirst = !(page instanceof URL);
        const { response, body } = await c.read({
            repository,
            method: "GET",
            path: page,
            query: isFirst ? { n: String(PAGE_SIZE) } : {},
            actions: ["pull"],
            // Once it has begun, a list that is not there any more is half a list.
            accept: isFirst ? [200, ...empty] : [200],
            doing: "list the tags",
        }, _pages_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_PAGE_BYTES */ .rd);
        if (response.status !== 200)
            return [];
        const listed = parseTags(body, repository);
        for (const tag of listed)
            if ((0,_name_js__WEBPACK_IMPORTED_MODULE_2__/* .isTag */ .dz)(tag))
                tags.add(tag);
        page = trail.next(response, listed.length);
    }
    return [...tags];
}
/** The tags of a repository that has at most one page of them; undefined where there are more, or they can't be listed. */
async function fewTags(c, repository) {
    try {
        const { response, body } = await c.read({
            repository,
            method: "GET",
            path: "tags/list",
            query: { n: String(PAGE_SIZE) },
            actions: ["pull"],
            accept: [200],
            doing: "list the tags",
        }, _pages_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_PAGE_BYTES */ .rd);
        if ((0,_pages_js__WEBPACK_IMPORTED_MODULE_3__/* .nextPage */ .Zj)(response) !== undefined)
            return undefined;
        const listed = parseTags(body, repository);
        // A full page may be all that a registry shows that names no next one.
        return listed.length < PAGE_SIZE ? new Set(listed.filter(_name_js__WEBPACK_IMPORTED_MODULE_2__/* .isTag */ .dz)) : undefined;
    }
    catch (error) {
        if (error instanceof _registry_error_js__WEBPACK_IMPORTED_MODULE_4__/* .RegistryError */ .gl)
            return undefined;
        throw error;
    }
}
/**
 * Deletes a tag, and only the tag: never by digest, which would take other tags along. `unsupported` where the
 * registry deletes no tags.
 * @throws RegistryError `registry-denied` and the like
 */
async function deleteTag(c, ref) {
    const { tag } = ref;
    if (tag === undefined)
        throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("invalid-image-name", "Only a tag can be deleted, and there is none.");
    try {
        const response = await c.call({
            repository: ref,
            method: "DELETE",
            path: `manifests/${tag}`,
            actions: ["delete"],
            accept: [200, 202, 204, 404],
            doing: `delete the tag ${tag}`,
        });
        await (0,_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .discard */ .vf)(response);
        return response.status === 404 ? "absent" : "deleted";
    }
    catch (error) {
        if (!(error instanceof _registry_error_js__WEBPACK_IMPORTED_MODULE_4__/* .RegistryError */ .gl))
            throw error;
        const unsupported = [400, 405, 501].includes(error.status ?? 0) || error.codes.includes("UNSUPPORTED");
        if (unsupported)
            return "unsupported";
        throw error;
    }
}
function parseTags(body, repository) {
    if (body === undefined)
        throw unreadable(repository, `has a page of more than ${_pages_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_PAGE_BYTES */ .rd} bytes`);
    let value;
    try {
        value = JSON.parse(body.toString("utf8"));
    }
    catch (error) {
        throw unreadable(repository, "is not JSON", error);
    }
    const tags = value?.tags;
    // A repository whose last tag was deleted has null.
    if (tags === null || tags === undefined)
        return [];
    if (!Array.isArray(tags))
        throw unreadable(repository, "is not a list");
    return tags.filter((tag) => typeof tag === "string");
}
function unreadable({ registry, repository }, reason, cause) {
    const hint = "Look into the registry's log.";
    return new _registry_error_js__WEBPACK_IMPORTED_MODULE_4__/* .RegistryError */ .gl("registry-failed", `The list of tags of ${registry}/${repository} ${reason}.`, {}, { hint, cause });
}
//# sourceMappingURL=tags.js.map

/***/ }),

/***/ 70025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AC: () => (/* binding */ initialTraits),
/* harmony export */   Y5: () => (/* binding */ LEAST_CHUNK),
/* harmony export */   eq: () => (/* binding */ isSmall)
/* harmony export */ });
/* harmony import */ var _auth_ecr_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57772);

/** Blobs up to this size are sent without a look, and in one request if possible; they are in memory. Bytes. */
const SMALL_BLOB = 64 * 1024;
/** Whether to look for a blob costs about as much as to send it. */
function isSmall(size) {
    return size > 0 && size <= SMALL_BLOB;
}
/** A few of these are in memory at once. */
const CHUNK_SIZE = 8 * 1024 * 1024;
/** No registry or proxy has a smaller limit. */
const LEAST_CHUNK = 64 * 1024;
/** Registries that take no chunks: AWS ECR keeps a stale Range after the first, Google's refuse them. */
function isChunkless(registry) {
    if ((0,_auth_ecr_host_js__WEBPACK_IMPORTED_MODULE_0__/* .parseEcrHost */ .w)(registry) !== undefined || (0,_auth_ecr_host_js__WEBPACK_IMPORTED_MODULE_0__/* .isEcrPublic */ .M)(registry))
        return true;
    return /(?:-docker\.pkg\.dev|(?:^|\.)gcr\.io)(?::443)?$/.test(registry);
}
/** What is known of a registry before its first answer. */
function initialTraits(registry) {
    return { onePost: true, chunks: isChunkless(registry) ? "never" : "possible", chunkSize: CHUNK_SIZE };
}
//# sourceMappingURL=upload-traits.js.map

/***/ }),

/***/ 46014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GZ: () => (/* binding */ uploadStatus),
/* harmony export */   To: () => (/* binding */ laterSession),
/* harmony export */   Ww: () => (/* binding */ checkStored),
/* harmony export */   aH: () => (/* binding */ startUpload),
/* harmony export */   n$: () => (/* binding */ uploadOf),
/* harmony export */   tj: () => (/* binding */ receivedOf),
/* harmony export */   wM: () => (/* binding */ cancelUpload)
/* harmony export */ });
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58764);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54726);
/* harmony import */ var _redirect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35362);
/* harmony import */ var _registry_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15014);
/* harmony import */ var _unreachable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83058);





/** A chunk is in memory, so a registry that asks for larger ones does not get them. Bytes. */
const MOST_CHUNK = 64 * 1024 * 1024;
/** For giving up what is not wanted any more, in milliseconds. */
const LAST_PATIENCE = 1000;
/** Opens an upload. Also the cheapest proof that one may write there. */
async function startUpload(c, to) {
    const response = await c.call({
        repository: to,
        method: "POST",
        path: "blobs/uploads/",
        actions: ["pull", "push"],
        accept: [202],
        doing: "start an upload",
    });
    await (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .discard */ .vf)(response);
    return sessionOf(response, c.insecure);
}
/**
 * How much of an upload the registry has; undefined where it does not say, `silent` where it does not answer within
 * the time limit. Never an error: it is a question. `retry` as in a call.
 */
async function uploadStatus(c, to, session, retry = true) {
    try {
        const response = await c.call({
            repository: to,
            method: "GET",
            path: session.url,
            actions: ["pull", "push"],
            accept: [200, 202, 204],
            doing: "ask for the state of an upload",
            retry,
        });
        await (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .discard */ .vf)(response);
        const received = receivedOf(response);
        if (received === undefined)
            return undefined;
        return { session: laterSession(response, session, c.insecure), received };
    }
    catch (error) {
        if (error instanceof _registry_error_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryError */ .gl)
            return (0,_unreachable_js__WEBPACK_IMPORTED_MODULE_3__/* .isSilence */ .or)(error) ? "silent" : undefined;
        throw error;
    }
}
/**
 * Gives an upload up. Registries that cannot do it drop it by themselves later, so failures are no matter, and where
 * `hurry` is set nobody waits longer than a second for it: a busy host may ask for a minute.
 */
async function cancelUpload(c, to, session, hurry = false) {
    const signal = hurry ? AbortSignal.timeout(LAST_PATIENCE) : undefined;
    try {
        const response = await c.call({
            repository: to,
            method: "DELETE",
            path: session.url,
            actions: ["pull", "push"],
            accept: [200, 202, 204, 404],
            doing: "cancel an upload",
            retry: false,
            signal,
        });
        await (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .discard */ .vf)(response);
    }
    catch (error) {
        if (!(error instanceof _registry_error_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryError */ .gl) && signal?.aborted !== true)
            throw error;
    }
}
/** The digest that a registry states once a blob is complete must be the blob's. @throws RegistryError `digest-mismatch` */
function checkStored(response, to, blob) {
    const stored = response.header("docker-content-digest");
    if (stored === undefined || stored === blob.digest)
        return;
    if ((0,_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .parseDigest */ .m)(stored)?.algorithm !== (0,_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .parseDigest */ .m)(blob.digest)?.algorithm)
        return;
    const message = `${to.registry}/${to.repository}: the registry stored ${stored} instead of the blob ${blob.digest}.`;
    throw new _registry_error_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryError */ .gl("digest-mismatch", message, {}, { hint: "Look at what stands before the registry." });
}
/**
 * The upload that an answer has opened beside what it was asked for; undefined where it names none, so that one has
 * to be opened.
 */
function uploadOf(response, insecure) {
    return response.header("location") === undefined ? undefined : sessionOf(response, insecure);
}
function sessionOf(response, insecure) {
    const least = Number(response.header("oci-chunk-min-length") ?? 0);
    return {
        url: (0,_redirect_js__WEBPACK_IMPORTED_MODULE_1__/* .locationOf */ .hD)(response, insecure),
        leastChunk: Number.isSafeInteger(least) && least > 0 ? Math.min(least, MOST_CHUNK) : undefined,
    };
}
/** The upload after a chunk: its address may be another. */
function laterSession(response, before, insecure) {
    if (response.header("location") === undefined)
        return before;
    return { url: (0,_redirect_js__WEBPACK_IMPORTED_MODULE_1__/* .locationOf */ .hD)(response, insecure), leastChunk: before.leastChunk };
}
/** The bytes of an upload that the registry has. `0-0` is what registries say for none. */
function receivedOf(response) {
    const end = /^(?:bytes=)?0-(\d{1,15})$/.exec(response.header("range")?.trim() ?? "")?.[1];
    if (end === undefined)
        return undefined;
    return end === "0" ? 0 : Number(end) + 1;
}
//# sourceMappingURL=uploads.js.map

/***/ })

};
