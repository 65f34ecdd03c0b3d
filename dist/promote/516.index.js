export const id = 516;
export const ids = [516];
export const modules = {

/***/ 93516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isRecorded: () => (/* binding */ isRecorded)
/* harmony export */ });
/* harmony import */ var _attached_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25472);
/* harmony import */ var _promotion_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81547);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15995);



/**
 * Whether a promotion record of an environment is attached to an image, so that the same promotion need not write
 * another. Nothing is verified here: this only saves work, and proves nothing.
 */
async function isRecorded(source, digest, environment, signal) {
    const { bundleFromJSON } = await Promise.all(/* import() */[__webpack_require__.e(654), __webpack_require__.e(40)]).then(__webpack_require__.t.bind(__webpack_require__, 61040, 19));
    for (const each of await (0,_attached_js__WEBPACK_IMPORTED_MODULE_0__/* .attachedBundles */ .S)(source, digest, signal)) {
        if (each.kind === "unread")
            throw each.error;
        if (each.kind === "broken")
            continue;
        try {
            const { content } = bundleFromJSON(JSON.parse(each.bytes.toString("utf8")));
            if (content.$case !== "dsseEnvelope" || content.dsseEnvelope.payloadType !== _statement_js__WEBPACK_IMPORTED_MODULE_2__/* .PAYLOAD_TYPE */ .Uc)
                continue;
            const { predicateType, predicate } = (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStatement */ .By)(content.dsseEnvelope.payload);
            if (predicateType === _promotion_record_js__WEBPACK_IMPORTED_MODULE_1__/* .PROMOTION_RECORD */ .mr && (0,_promotion_record_js__WEBPACK_IMPORTED_MODULE_1__/* .whyNotRecordOf */ .wM)(predicate, environment) === undefined)
                return true;
        }
        catch {
            // A broken bundle is no record.
        }
    }
    return false;
}
//# sourceMappingURL=recorded.js.map

/***/ })

};
