export const id = 247;
export const ids = [247];
export const modules = {

/***/ 96886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GZ: () => (/* binding */ isDenied),
/* harmony export */   HR: () => (/* binding */ ofAuthorization),
/* harmony export */   RH: () => (/* binding */ noAwsCredentials)
/* harmony export */ });
/** Source: Amazon ECR API Reference, GetAuthorizationToken: "valid for 12 hours". */
const LIFETIME = 12 * 60 * 60 * 1000;
/** @throws Error when the answer holds no user and password */
function ofAuthorization(data, from) {
    const decoded = Buffer.from(data?.authorizationToken ?? "", "base64").toString("utf8");
    const colon = decoded.indexOf(":");
    if (colon <= 0)
        throw new Error("the answer holds no token");
    const expiresAt = data?.expiresAt?.getTime() ?? Date.now() + LIFETIME;
    return {
        kind: "password",
        username: decoded.slice(0, colon),
        password: decoded.slice(colon + 1),
        from,
        expiresAt,
    };
}
/** Whether AWS's own search (environment, files, web identity, container, instance) found nothing. */
function noAwsCredentials(error) {
    return error instanceof Error && error.name === "CredentialsProviderError";
}
/** Whether the identity lacks the permission. */
function isDenied(error) {
    return error instanceof Error && /^AccessDenied/.test(error.name);
}
//# sourceMappingURL=aws.js.map

/***/ }),

/***/ 21247:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ecrPublic: () => (/* binding */ ecrPublic)
/* harmony export */ });
/* harmony import */ var _aws_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96886);
/* harmony import */ var _ecr_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57772);


/** The only region with the API. Source: Amazon ECR Public user guide, "Registry authentication". */
const REGION = "us-east-1";
/** Amazon ECR Public. Everybody may read there anonymously; with credentials the rate limits are higher. */
const ecrPublic = {
    cloud: "AWS",
    hint: "They need ecr-public:GetAuthorizationToken and sts:GetServiceBearerToken.",
    serves: _ecr_host_js__WEBPACK_IMPORTED_MODULE_0__/* .isEcrPublic */ .M,
    async find(registry, { timeout, warn }) {
        const { ECRPUBLICClient, GetAuthorizationTokenCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(821)]).then(__webpack_require__.t.bind(__webpack_require__, 29821, 19));
        const client = new ECRPUBLICClient({
            region: REGION,
            requestHandler: { connectionTimeout: timeout, requestTimeout: timeout },
        });
        try {
            const answer = await client.send(new GetAuthorizationTokenCommand({}));
            return (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__/* .ofAuthorization */ .HR)(answer.authorizationData, "AWS (ecr-public:GetAuthorizationToken)");
        }
        catch (error) {
            if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_1__/* .noAwsCredentials */ .RH)(error))
                return undefined;
            // Credentials for something else must not stop what everybody may read.
            if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_1__/* .isDenied */ .GZ)(error)) {
                warn(`${registry} is asked anonymously: AWS does not let this identity log in there. ${this.hint}`);
                return undefined;
            }
            throw error;
        }
        finally {
            client.destroy();
        }
    },
};
//# sourceMappingURL=ecr-public.js.map

/***/ })

};
