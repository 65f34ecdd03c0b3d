export const id = 839;
export const ids = [839];
export const modules = {

/***/ 6839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   graphCommand: () => (/* binding */ graphCommand)
/* harmony export */ });
/* harmony import */ var _catalog_load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6729);
/* harmony import */ var _catalog_repository_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4616);
/* harmony import */ var _context_event_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5394);
/* harmony import */ var _git_git_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9907);
/* harmony import */ var _graph_graph_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4601);
/* harmony import */ var _runner_action_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7203);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3786);
/* harmony import */ var _runner_problem_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1806);








/** `sluice graph`: the declared services and what they use, from the working tree. */
const QUESTIONS = [
    "dependents-of",
    "dependencies-of",
    "why",
    "users-of",
    "owners-of",
    "cycles",
    "drift",
    "coupling",
];
const INPUTS = [
    ..._runner_action_js__WEBPACK_IMPORTED_MODULE_4__/* .COMMON_INPUTS */ .s.filter((spec) => spec.name !== "summary"),
    { name: "format", description: "json: {services, edges}.", default: "json" },
    ...QUESTIONS.map((name) => ({ name, description: "A question of the graph.", later: true })),
];
const graphCommand = {
    name: "graph",
    description: "The declared services and what they use.",
    inputs: INPUTS,
    outputs: [],
    examples: ["sluice graph --format json", "sluice graph --format json --working-directory shop"],
    parse: (inputs) => {
        const format = inputs.choice("format", ["json", "mermaid", "dot", "table"]);
        if (format !== "json") {
            throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo("input-not-supported", `--format ${format} is not supported yet`, {
                input: "format",
                hint: "Use --format json.",
            });
        }
        return { configFile: inputs.required("config-file") };
    },
    ports: (host) => ({
        catalogue: async (configFile) => {
            const git = (0,_git_git_js__WEBPACK_IMPORTED_MODULE_2__/* .openGit */ .z)({ directory: host.directory, environment: host.environment });
            const name = await (0,_catalog_repository_js__WEBPACK_IMPORTED_MODULE_7__/* .repositoryName */ .aR)((0,_context_event_js__WEBPACK_IMPORTED_MODULE_1__/* .parseEvent */ .w)(host.environment, undefined), git);
            return (0,_catalog_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadCatalogue */ .O)(git.workingTree(), { configFile, repositoryName: name });
        },
    }),
    run: async ({ configFile }, ports) => {
        const catalogue = await ports.catalogue(configFile);
        const error = (0,_runner_problem_js__WEBPACK_IMPORTED_MODULE_6__/* .problemsAsError */ .zh)(catalogue.problems);
        if (error !== undefined)
            throw error;
        return { schema: "graph.v1", graph: (0,_graph_graph_js__WEBPACK_IMPORTED_MODULE_3__/* .graphOf */ .cQ)(catalogue), problems: warnings(catalogue.problems) };
    },
    report: (result) => ({
        headline: `${result.graph.services.length} services, ${result.graph.edges.length} edges`,
        markdown: JSON.stringify(result.graph, null, "\t"),
        outputs: {},
        exitCode: 0,
    }),
    print: (result) => result.graph,
    jsonOnly: true,
};
function warnings(problems) {
    return problems.filter((each) => each.severity !== "error");
}
//# sourceMappingURL=graph.js.map

/***/ }),

/***/ 4601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UD: () => (/* binding */ compare),
/* harmony export */   cQ: () => (/* binding */ graphOf),
/* harmony export */   gT: () => (/* binding */ edgesBy)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2088);
/* harmony import */ var _catalog_consistency_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2338);


/** The graph of what the manifests declare. What they name that does not exist makes no edge. */
function graphOf(catalogue) {
    const { services } = catalogue;
    const names = new Set(services.map(({ name }) => name));
    const providers = new Map();
    const owners = new Map();
    for (const service of services) {
        for (const each of service.provides) {
            const key = subjectKey(each);
            const list = providers.get(key) ?? [];
            providers.set(key, list);
            list.push({ service: service.name, version: each.version });
        }
        for (const data of service.data)
            if (data.access === "owner")
                owners.set((0,_catalog_consistency_js__WEBPACK_IMPORTED_MODULE_1__/* .schemaName */ .l)(data), service.name);
    }
    const edges = new Map();
    const add = (edge) => {
        const key = JSON.stringify([edge.from, edge.to, edge.kind, edge.via]);
        const known = edges.get(key);
        if (edge.from === edge.to)
            return;
        // Declared twice, for two ranges: needed where either needs it, doubled where each has a double.
        if (known === undefined)
            edges.set(key, edge);
        else
            edges.set(key, merged(known, edge));
    };
    for (const service of services) {
        const from = service.name;
        const source = service.manifest ?? "";
        for (const use of service.uses) {
            for (const to of providersOf(use, providers)) {
                const edge = { from, to, kind: use.kind, via: use.name, optional: use.optional, source };
                add(use.double === undefined ? edge : { ...edge, double: use.double });
            }
        }
        for (const data of service.data) {
            const to = owners.get((0,_catalog_consistency_js__WEBPACK_IMPORTED_MODULE_1__/* .schemaName */ .l)(data));
            if (to !== undefined)
                add({ from, to, kind: "data", via: (0,_catalog_consistency_js__WEBPACK_IMPORTED_MODULE_1__/* .schemaName */ .l)(data), optional: false, source });
        }
        for (const to of service.buildsFrom) {
            if (names.has(to))
                add({ from, to, kind: "build", via: "builds-from", optional: false, source });
        }
    }
    return {
        services: services
            .map(({ name, path, owner, provides }) => ({
            name,
            path,
            ...(owner === undefined ? {} : { owner }),
            provides: provides.map(({ kind, name: of, version }) => ({ kind, name: of, version })),
        }))
            .sort((a, b) => compare(a.name, b.name) || compare(a.path, b.path)),
        edges: [...edges.values()].sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to) || compare(a.kind, b.kind) || compare(a.via, b.via)),
    };
}
/** Those whose version is in the range; where none is, which is an error elsewhere, all that provide it. */
function providersOf(use, providers) {
    const all = providers.get(subjectKey(use)) ?? [];
    const fitting = all.filter(({ version }) => semver__WEBPACK_IMPORTED_MODULE_0__.satisfies(version, use.range));
    return new Set((fitting.length > 0 ? fitting : all).map(({ service }) => service));
}
function merged(a, b) {
    const { double, ...edge } = a;
    const both = double !== undefined && b.double !== undefined;
    return { ...edge, optional: a.optional && b.optional, ...(both ? { double } : {}) };
}
function subjectKey(of) {
    return `${of.kind} ${of.name}`;
}
/** By code units, so that an order is the same on every machine. */
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
/** Edges by one of their ends, for walks. */
function edgesBy(graph, end) {
    const map = new Map();
    for (const edge of graph.edges) {
        const list = map.get(edge[end]);
        if (list === undefined)
            map.set(edge[end], [edge]);
        else
            list.push(edge);
    }
    return map;
}
//# sourceMappingURL=graph.js.map

/***/ })

};
