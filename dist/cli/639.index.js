export const id = 639;
export const ids = [639];
export const modules = {

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

/***/ })

};
