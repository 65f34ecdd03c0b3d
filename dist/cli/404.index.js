export const id = 404;
export const ids = [404];
export const modules = {

/***/ 60404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   azure: () => (/* binding */ azure)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);

/** Source: ACR's docs, "Authenticate with the AAD token exchange": refresh tokens live three hours. */
const LIFETIME = 3 * 60 * 60 * 1000;
const PUBLIC_AUTHORITY = "https://login.microsoftonline.com";
const SCOPE = "https://containerregistry.azure.net/.default";
const JWT_ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
const MAX_ANSWER = 64 * 1024;
/**
 * Azure Container Registry: the service principal or the workload identity of the environment (the variables of
 * Azure's own libraries: AZURE_TENANT_ID, AZURE_CLIENT_ID, and AZURE_CLIENT_SECRET or AZURE_FEDERATED_TOKEN_FILE)
 * gets a token of Microsoft Entra, and that is exchanged for the registry's refresh token.
 */
const azure = {
    cloud: "Azure",
    hint: "Check the AZURE_… variables, and that the identity has AcrPull or AcrPush; or run `az acr login` before this step.",
    serves: (registry) => /\.azurecr\.(?:io|cn|us)$/.test(registry),
    async find(registry, ports) {
        const entra = await entraToken(ports);
        if (entra === undefined)
            return undefined;
        ports.mask(entra.token);
        const answer = await post(`https://${registry}/oauth2/exchange`, { grant_type: "access_token", service: registry, tenant: entra.tenant, access_token: entra.token }, ports);
        const token = answer.get("refresh_token");
        if (typeof token !== "string" || token === "")
            throw new Error(`${registry} gave no refresh token`);
        return {
            kind: "identity",
            token,
            from: `Azure (the identity ${entra.client})`,
            expiresAt: ports.now() + LIFETIME,
        };
    },
};
/** A token of the identity that the environment names; undefined where it names none. */
async function entraToken(ports) {
    const { env } = ports;
    const tenant = env.AZURE_TENANT_ID ?? "";
    const client = env.AZURE_CLIENT_ID ?? "";
    const secret = env.AZURE_CLIENT_SECRET ?? "";
    const file = env.AZURE_FEDERATED_TOKEN_FILE ?? "";
    if (tenant === "" || client === "" || (secret === "" && file === ""))
        return undefined;
    const authority = (env.AZURE_AUTHORITY_HOST ?? "").replace(/\/+$/, "") || PUBLIC_AUTHORITY;
    const proof = secret !== ""
        ? { client_secret: secret }
        : {
            client_assertion_type: JWT_ASSERTION,
            client_assertion: (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8")).trim(),
        };
    const answer = await post(`${authority}/${encodeURIComponent(tenant)}/oauth2/v2.0/token`, { grant_type: "client_credentials", client_id: client, scope: SCOPE, ...proof }, ports);
    const token = answer.get("access_token");
    if (typeof token !== "string" || token === "")
        throw new Error("Microsoft Entra gave no access token");
    return { token, tenant, client };
}
/** Sends a form and reads JSON. Redirects are not followed: the form holds secrets. */
async function post(url, form, { fetch, timeout }) {
    const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams(form).toString(),
        redirect: "error",
        signal: AbortSignal.timeout(timeout),
    });
    const text = await textOf(response);
    let answer;
    try {
        answer = JSON.parse(text);
    }
    catch {
        answer = undefined;
    }
    const fields = new Map(typeof answer === "object" && answer !== null ? Object.entries(answer) : []);
    if (response.ok)
        return fields;
    const said = fields.get("error_description") ?? fields.get("error");
    throw new Error(`${new URL(url).host} answered ${response.status}${typeof said === "string" ? `: ${said}` : ""}`);
}
/** An answer's text, as far as it is read at all. */
async function textOf({ body }) {
    const chunks = [];
    let size = 0;
    // Left early, the connection is closed.
    for await (const chunk of body ?? []) {
        chunks.push(chunk);
        size += chunk.length;
        if (size >= MAX_ANSWER)
            break;
    }
    return Buffer.concat(chunks).subarray(0, MAX_ANSWER).toString("utf8");
}
//# sourceMappingURL=azure.js.map

/***/ })

};
