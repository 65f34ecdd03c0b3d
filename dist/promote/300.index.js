export const id = 300;
export const ids = [300];
export const modules = {

/***/ 27300:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   google: () => (/* binding */ google)
/* harmony export */ });
/** As Docker's credential helper of Google names the user of an access token. */
const USERNAME = "oauth2accesstoken";
const SCOPE = "https://www.googleapis.com/auth/cloud-platform";
/** Where the answer does not say. Source: Google Cloud, "Token types": access tokens live an hour. */
const LIFETIME = 60 * 60 * 1000;
/** The library's own words when it looked everywhere; it has no code for it. */
const NONE = /could not load the default credentials/i;
/** Artifact Registry and Container Registry: an access token of Application Default Credentials. */
const google = {
    cloud: "Google Cloud",
    hint: "Configure them before this step (google-github-actions/auth); they need artifactregistry.repositories.downloadArtifacts or uploadArtifacts.",
    serves: (registry) => registry === "gcr.io" || /\.(?:gcr\.io|pkg\.dev)$/.test(registry),
    async find(_registry, { now }) {
        const { GoogleAuth } = await __webpack_require__.e(/* import() */ 492).then(__webpack_require__.t.bind(__webpack_require__, 492, 19));
        let token;
        let expiresAt;
        try {
            // With a project of its own the library does not ask the API for one, which needs a permission more.
            const client = await new GoogleAuth({ scopes: [SCOPE], projectId: "none" }).getClient();
            ({ token } = await client.getAccessToken());
            expiresAt = client.credentials.expiry_date;
        }
        catch (error) {
            if (error instanceof Error && NONE.test(error.message))
                return undefined;
            throw error;
        }
        if (token === null || token === undefined || token === "")
            throw new Error("the answer holds no access token");
        return {
            kind: "password",
            username: USERNAME,
            password: token,
            from: "Google Cloud's application default credentials",
            expiresAt: expiresAt ?? now() + LIFETIME,
        };
    },
};
//# sourceMappingURL=google.js.map

/***/ })

};
