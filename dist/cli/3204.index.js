export const id = 3204;
export const ids = [3204];
export const modules = {

/***/ 53204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   layoutDigest: () => (/* binding */ layoutDigest),
/* harmony export */   pushedDigest: () => (/* binding */ pushedDigest)
/* harmony export */ });
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63630);
/* harmony import */ var _keychain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41436);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74614);
/* harmony import */ var _name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79025);




/** What a build left: an image in a registry or in an OCI layout. One module, so that it is loaded as a whole or not. */
/** The digest that a name has in its registry, or undefined where it has none. Throws RegistryError. */
async function pushedDigest(reference, from) {
    const mask = (secret) => from.log.mask(secret);
    const client = (0,_client_js__WEBPACK_IMPORTED_MODULE_0__.createRegistryClient)({
        credentials: (0,_keychain_js__WEBPACK_IMPORTED_MODULE_1__.openKeychain)({ env: from.environment, mask }),
        environment: from.environment,
        mask,
        log: from.log,
    });
    try {
        return (await client.headManifest((0,_name_js__WEBPACK_IMPORTED_MODULE_3__/* .parseReference */ .F2)(reference)))?.digest;
    }
    finally {
        await client.close();
    }
}
/** The digest of the one image that an OCI layout holds, its manifest verified. Throws UserError for a broken layout. */
async function layoutDigest(folder, directory) {
    const image = (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .openLayout */ .B)({ path: folder }, directory);
    const { digest } = await image.resolve();
    await image.manifest(digest);
    return digest;
}
//# sourceMappingURL=built-image.js.map

/***/ })

};
