export const id = 549;
export const ids = [549];
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

/***/ 83549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ecr: () => (/* binding */ ecr)
/* harmony export */ });
/* harmony import */ var _aws_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96886);
/* harmony import */ var _ecr_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57772);


/**
 * Amazon ECR, private: GetAuthorizationToken gives a password of 12 hours for all registries that the caller may
 * read or write.
 */
const ecr = {
    cloud: "AWS",
    hint: "Configure them before this step (aws-actions/configure-aws-credentials); they need ecr:GetAuthorizationToken.",
    serves: (registry) => (0,_ecr_host_js__WEBPACK_IMPORTED_MODULE_0__/* .parseEcrHost */ .w)(registry) !== undefined,
    async find(registry, { timeout }) {
        const host = (0,_ecr_host_js__WEBPACK_IMPORTED_MODULE_0__/* .parseEcrHost */ .w)(registry);
        if (host === undefined)
            return undefined;
        const { ECRClient, GetAuthorizationTokenCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(249)]).then(__webpack_require__.t.bind(__webpack_require__, 28249, 19));
        const client = new ECRClient({
            region: host.region,
            useFipsEndpoint: host.fips,
            requestHandler: { connectionTimeout: timeout, requestTimeout: timeout },
        });
        try {
            const answer = await client.send(new GetAuthorizationTokenCommand({}));
            return (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__/* .ofAuthorization */ .HR)(answer.authorizationData?.[0], "AWS (ecr:GetAuthorizationToken)");
        }
        catch (error) {
            if ((0,_aws_js__WEBPACK_IMPORTED_MODULE_1__/* .noAwsCredentials */ .RH)(error))
                return undefined;
            throw error;
        }
        finally {
            client.destroy();
        }
    },
};
//# sourceMappingURL=ecr.js.map

/***/ })

};
