export const id = 865;
export const ids = [865];
export const modules = {

/***/ 5865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AMAZON: () => (/* binding */ AMAZON),
/* harmony export */   AMAZON_PUBLIC: () => (/* binding */ AMAZON_PUBLIC),
/* harmony export */   AZURE: () => (/* binding */ AZURE)
/* harmony export */ });
/** The clouds whose libraries are small enough for every bundle. Google's stands apart, in google-cloud.ts. */
const AMAZON = {
    owns: (host) => /\.(?:amazonaws\.com(?:\.cn)?|on\.aws)$/.test(host),
    load: async () => (await __webpack_require__.e(/* import() */ 549).then(__webpack_require__.bind(__webpack_require__, 83549))).ecr,
};
const AMAZON_PUBLIC = {
    owns: (host) => host === "public.ecr.aws",
    load: async () => (await __webpack_require__.e(/* import() */ 247).then(__webpack_require__.bind(__webpack_require__, 21247))).ecrPublic,
};
const AZURE = {
    owns: (host) => /\.azurecr\.(?:io|cn|us)$/.test(host),
    load: async () => (await __webpack_require__.e(/* import() */ 404).then(__webpack_require__.bind(__webpack_require__, 60404))).azure,
};
//# sourceMappingURL=clouds.js.map

/***/ })

};
