export const id = 905;
export const ids = [905];
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

/***/ }),

/***/ 34158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  XT: () => (/* binding */ parseInsecureRegistries),
  BO: () => (/* binding */ redactUrl),
  x5: () => (/* binding */ refusal),
  VM: () => (/* binding */ registryPlace),
  NH: () => (/* binding */ registryUrl)
});

// UNUSED EXPORTS: registryScheme

// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
;// CONCATENATED MODULE: ./.cache/bundles/registry/inner-address.js
/** Names of this machine, and of what a cloud answers for it: credentials are given away there. */
const NAMES = new Set(["localhost", "metadata.google.internal", "instance-data"]);
/**
 * Where clouds answer for a machine besides link-local addresses: Azure's host, Alibaba's, Oracle's.
 * Source: the clouds' own pages about instance metadata.
 */
const SERVICES = new Set(["168.63.129.16", "100.100.100.200", "192.0.0.192"]);
/**
 * Whether a host, as `URL` spells it, is inside this machine: loopback, "this host", link-local, or the metadata
 * service of a cloud, also as IPv4 inside IPv6. By the spelling alone; names are not looked up.
 */
function isInnerAddress(hostname) {
    const name = hostname.toLowerCase().replace(/\.$/, "");
    if (NAMES.has(name) || name.endsWith(".localhost"))
        return true;
    if (!name.startsWith("["))
        return isInnerIpv4(name);
    const groups = groupsOf(name.slice(1, -1));
    const [first = 0, second = 0] = groups;
    // fe80::/10; fd00:ec2::/32 of Amazon, fd20:ce::/32 of Google.
    if ((first & 0xffc0) === 0xfe80)
        return true;
    if ((first === 0xfd00 && second === 0x0ec2) || (first === 0xfd20 && second === 0x00ce))
        return true;
    const zeros = groups.findIndex((group) => group !== 0);
    // ::ffff:0:0/96: nobody outside writes an address so.
    if (zeros === 5 && groups[5] === 0xffff)
        return true;
    const inner = innerIpv4(groups);
    return inner !== undefined && isInnerIpv4(inner);
}
function isInnerIpv4(name) {
    return /^(?:127|0)\.\d+\.\d+\.\d+$/.test(name) || /^169\.254\.\d+\.\d+$/.test(name) || SERVICES.has(name);
}
/** The IPv4 address that stands in an IPv6 one, where its prefix says so. */
function innerIpv4(groups) {
    const [first, second, third] = groups;
    const startsWithZeros = (count, from = 0) => groups.slice(from, from + count).every((group) => group === 0);
    // 6to4 (RFC 3056) names it in front.
    if (first === 0x2002)
        return ipv4Of(groups[1], groups[2]);
    // Compatible (RFC 4291, among them :: and ::1), translated (RFC 7915), NAT64 (RFC 6052, RFC 8215).
    const isLast = startsWithZeros(6) ||
        (startsWithZeros(4) && groups[4] === 0xffff && groups[5] === 0) ||
        (first === 0x64 && second === 0xff9b && (third === 1 || startsWithZeros(4, 2)));
    return isLast ? ipv4Of(groups[6], groups[7]) : undefined;
}
function ipv4Of(high = 0, low = 0) {
    return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}
/** The eight groups of an IPv6 address as `URL` spells it: hexadecimal, one `::` at most. */
function groupsOf(address) {
    const [before = "", after] = address.split("::");
    const numbers = (text) => text === "" ? [] : text.split(":").map((each) => Number.parseInt(each, 16));
    const [front, back] = [numbers(before), numbers(after ?? "")];
    const gap = after === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
    return [...front, ...Array.from({ length: gap }, () => 0), ...back];
}
//# sourceMappingURL=inner-address.js.map
// EXTERNAL MODULE: ./.cache/bundles/registry/name.js
var registry_name = __webpack_require__(79025);
;// CONCATENATED MODULE: ./.cache/bundles/registry/endpoint.js



/**
 * The input `insecure-registries`, checked.
 * @throws UserError `invalid-registry`
 */
function parseInsecureRegistries(entries, input = "insecure-registries") {
    return entries.map((entry) => {
        const registry = entry.includes("/") ? undefined : (0,registry_name/* parseRegistry */.l5)(entry);
        if (registry !== undefined)
            return registry;
        throw new errors/* UserError */.yo("invalid-registry", `${JSON.stringify(entry.slice(0, 200))} is not a registry's address.`, {
            hint: "Write host or host:port, without a scheme and a path, for example registry.internal:5000.",
            input,
        });
    });
}
/** How a registry is spoken to. */
function registryScheme(registry, insecure) {
    const hostname = hostnameOf(registry);
    if (isLoopback(hostname))
        return "http";
    return insecure.includes(registry) || insecure.includes(hostname) ? "http" : "https";
}
/** The root of a registry's API, `https://ghcr.io/v2/`. */
function registryUrl(registry, insecure) {
    return new URL(`${registryScheme(registry, insecure)}://${(0,registry_name/* apiHost */.nz)(registry)}/v2/`);
}
/** Where a registry's API is, `host[:port]` without its scheme's own port: two names of one registry give the same. */
function registryPlace(registry, insecure) {
    return registryUrl(registry, insecure).host;
}
/** Why an answer from `from` may not send us to `to`; undefined if it may. */
function refusal(from, to, insecure) {
    if (to.protocol !== "https:" && to.protocol !== "http:")
        return "it is not an http address";
    if (to.username !== "" || to.password !== "")
        return "it contains a user name";
    if (to.protocol === "http:") {
        if (from.protocol === "https:")
            return "it leads from https to http";
        if (registryScheme(to.host, insecure) !== "http")
            return "it leads to http on a host that is not named insecure";
    }
    if (isInnerAddress(to.hostname) && !isInnerAddress(from.hostname))
        return "it leads to an address inside this machine";
    return undefined;
}
/** An address for people: no user name, no query (signatures and tokens stand there), no fragment. */
function redactUrl(url) {
    return `${url.protocol}//${url.host}${url.pathname}${url.search === "" ? "" : "?…"}`;
}
function hostnameOf(registry) {
    return registry.replace(/:[0-9]+$/, "");
}
function isLoopback(hostname) {
    if (hostname === "localhost" || hostname === "[::1]")
        return true;
    const parts = hostname.split(".");
    return (parts.length === 4 &&
        parts[0] === "127" &&
        parts.every((part) => /^[0-9]{1,3}$/.test(part) && Number(part) < 256));
}
//# sourceMappingURL=endpoint.js.map

/***/ })

};
