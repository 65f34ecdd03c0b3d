export const id = 5865;
export const ids = [5865];
export const modules = {

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

/***/ 57772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ isEcrPublic),
/* harmony export */   w: () => (/* binding */ parseEcrHost)
/* harmony export */ });
/**
 * `<account>.dkr.ecr[-fips].<region>.amazonaws.com[.cn]`, or `<account>.dkr-ecr[-fips].<region>.on.aws` (dual
 * stack). Source: Amazon ECR user guide, "Private registries" and "Making requests over IPv6".
 */
function parseEcrHost(host) {
    const match = /^(\d{12})\.dkr\.ecr(-fips)?\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?(?::443)?$/.exec(host) ??
        /^(\d{12})\.dkr-ecr(-fips)?\.([a-z0-9-]+)\.on\.(?:aws|amazonwebservices\.com\.cn)(?::443)?$/.exec(host);
    if (match === null)
        return undefined;
    const [, account = "", fips, region = ""] = match;
    return { account, region, fips: fips !== undefined };
}
/** Whether a registry is Amazon ECR Public, which has one host. */
function isEcrPublic(host) {
    return /^public\.ecr\.aws(?::443)?$/.test(host);
}
//# sourceMappingURL=ecr-host.js.map

/***/ })

};
