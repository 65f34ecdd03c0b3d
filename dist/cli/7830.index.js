export const id = 7830;
export const ids = [7830];
export const modules = {

/***/ 39555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ branchRatio),
/* harmony export */   Z: () => (/* binding */ armsByLine)
/* harmony export */ });
/* harmony import */ var _ratio_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33813);

/**
 * Arms of branches. Within one format an arm that any shard took was taken. Two formats place the arms of a
 * branch on the same line and number them differently, so that of which arm they speak is not known: of a line
 * the larger number of arms counts and the larger number of those taken, never their sum. The same goes for the
 * two ways in which Cobertura numbers arms. Pure.
 */
const TILDE = 0x7e;
/** How arms are numbered: named by the tool, by Cobertura's count (`~0`), by its conditions (`~0.1`). */
const NAMED = 0;
const COUNTED = 1;
const CONDITION = 2;
const KINDS = 3;
/** Whether a key is of a count, a condition or a tool's own; asked again and again, so remembered by table. */
const kindsOf = new WeakMap();
function kinds(names) {
    const known = kindsOf.get(names);
    if (known !== undefined && known.length >= names.size)
        return known;
    const all = new Uint8Array(names.size);
    if (known !== undefined)
        all.set(known);
    for (let number = known?.length ?? 0; number < all.length; number++) {
        if (names.beginsWith(number, TILDE))
            all[number] = names.text(number).includes(".") ? CONDITION : COUNTED;
    }
    kindsOf.set(names, all);
    return all;
}
/** The arms of a file; undefined where no format says anything of branches. */
function branchRatio(file) {
    const only = file.only("branches");
    if (only !== undefined) {
        const sum = { covered: 0, total: 0 };
        eachLine(only, (_line, covered, total) => {
            sum.covered += covered;
            sum.total += total;
        });
        return sum;
    }
    const formats = file.of("branches");
    if (formats.length === 0)
        return undefined;
    const sum = { covered: 0, total: 0 };
    const lines = new Map();
    for (const each of formats)
        eachLine(each, (line, covered, total) => lines.set(line, (0,_ratio_js__WEBPACK_IMPORTED_MODULE_0__/* .largerOfEach */ .m)(lines.get(line), { covered, total })));
    for (const ratio of lines.values())
        (0,_ratio_js__WEBPACK_IMPORTED_MODULE_0__/* .addRatio */ .V)(sum, ratio);
    return sum;
}
/** By kind: how many of a line were taken, and how many there are; zeros between two lines. */
const counts = new Uint32Array(KINDS * 2);
/** What one format says of each line. Files have millions of arms: no object is made for any. */
function eachLine(arms, take) {
    const kind = kinds(arms.names);
    let current = -1;
    const end = () => {
        let covered = 0;
        let total = 0;
        for (let of = 0; of < KINDS * 2; of += 2) {
            covered = Math.max(covered, counts[of] ?? 0);
            total = Math.max(total, counts[of + 1] ?? 0);
            counts[of] = counts[of + 1] = 0;
        }
        if (total > 0)
            take(current, covered, total);
    };
    arms.each((line, name, taken) => {
        if (line !== current) {
            end();
            current = line;
        }
        const of = (kind[name] ?? NAMED) * 2;
        if (taken)
            counts[of] = (counts[of] ?? 0) + 1;
        counts[of + 1] = (counts[of + 1] ?? 0) + 1;
    });
    end();
}
/**
 * The arms that count, by line and with the keys of their format, sorted. Where no format has both the most arms
 * and the most that were taken, they are numbered, since which they are is not known.
 */
function armsByLine(file) {
    const lines = new Map();
    for (const [index, arms] of file.of("branches").entries()) {
        const kind = kinds(arms.names);
        arms.each((line, name, taken) => {
            let groups = lines.get(line);
            if (groups === undefined) {
                groups = new Map();
                lines.set(line, groups);
            }
            const group = index * KINDS + (kind[name] ?? NAMED);
            const held = groups.get(group);
            const arm = [arms.names.text(name), taken];
            if (held === undefined)
                groups.set(group, [arm]);
            else
                held.push(arm);
        });
    }
    return new Map([...lines].sort(([a], [b]) => a - b).map(([line, groups]) => [line, together([...groups.values()])]));
}
function together(groups) {
    const ratios = groups.map((arms) => ({ arms, ratio: ratioOf(arms) }));
    const most = ratios.reduce((all, { ratio }) => (0,_ratio_js__WEBPACK_IMPORTED_MODULE_0__/* .largerOfEach */ .m)(all, ratio), undefined);
    if (most === undefined)
        return [];
    const { covered, total } = most;
    const whole = ratios.filter(({ ratio }) => ratio.covered === covered && ratio.total === total);
    const sorted = whole.map(({ arms }) => arms.sort((a, b) => (a[0] < b[0] ? -1 : 1)));
    const [first] = sorted.sort((a, b) => ((a[0]?.[0] ?? "") < (b[0]?.[0] ?? "") ? -1 : 1));
    return first ?? Array.from({ length: total }, (_, index) => [`~${index}`, index < covered]);
}
function ratioOf(arms) {
    return { covered: arms.filter(([, taken]) => taken).length, total: arms.length };
}
//# sourceMappingURL=arms.js.map

/***/ }),

/***/ 37851:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ MORE),
/* harmony export */   r: () => (/* binding */ ByteWindow)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);

/**
 * The part of a stream of bytes that is looked at: what is not used up yet stays at its begin while more is
 * added. It is one buffer for the whole stream, so that reading costs no memory by the chunk. Pure.
 */
/** How much is looked at together, in bytes; the second level cache of any machine holds it. */
const WINDOW_BYTES = 256 * 1024;
/** What looking for something answers where the window ends too early. */
const MORE = -1;
const LINE_FEED = 0x0a;
const SPARE = 8;
class ByteWindow {
    bytes;
    /** The same bytes, and SPARE more that mean nothing: whole words can be read up to the end. */
    view;
    /** How many bytes of the buffer are filled. */
    length = 0;
    #lines = 0;
    #columns = 0;
    constructor(size = WINDOW_BYTES) {
        ({ bytes: this.bytes, view: this.view } = room(Math.max(1, size)));
    }
    get full() {
        return this.length === this.bytes.length;
    }
    /** Copies from `chunk` what there is room for, from `from` on; returns where to go on. */
    fill(chunk, from) {
        const size = Math.min(chunk.length - from, this.bytes.length - this.length);
        this.bytes.set(size === chunk.length ? chunk : chunk.subarray(from, from + size), this.length);
        this.length += size;
        return from + size;
    }
    /** Doubles the room. */
    grow() {
        const { bytes, view } = room(this.bytes.length * 2);
        bytes.set(this.bytes.subarray(0, this.length));
        this.bytes = bytes;
        this.view = view;
    }
    /** Lets the first `count` bytes go. */
    drop(count) {
        if (count === 0)
            return;
        const { lines, columns } = this.#count(count);
        this.#columns = lines === 0 ? this.#columns + columns : columns;
        this.#lines += lines;
        this.bytes.copyWithin(0, count, this.length);
        this.length -= count;
    }
    /** Line and column (in characters) of a byte in the window, both from 1. */
    place(at) {
        const { lines, columns } = this.#count(at);
        return {
            line: this.#lines + lines + 1,
            column: (lines === 0 ? this.#columns + columns : columns) + 1,
        };
    }
    /** Line ends before `end`, and characters (UTF-16 units, as editors count) after the last of them. */
    #count(end) {
        const { bytes } = this;
        const start = end === 0 ? 0 : bytes.lastIndexOf(LINE_FEED, end - 1) + 1;
        const lines = this.#lineEnds(start);
        let columns = end - start;
        if ((0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isAscii)(bytes.subarray(start, end)))
            return { lines, columns };
        columns = 0;
        for (let index = start; index < end; index++) {
            const byte = bytes[index] ?? 0;
            if ((byte & 0xc0) !== 0x80)
                columns += byte >= 0xf0 ? 2 : 1;
        }
        return { lines, columns };
    }
    /** Line ends before `end`, four bytes at once: every byte of a report comes by here. */
    #lineEnds(end) {
        const { bytes } = this;
        const words = new Int32Array(bytes.buffer, 0, end >>> 2);
        let lines = 0;
        for (let index = 0; index < words.length;) {
            // A sum for each of the four places, none of which may run over its byte.
            const pause = Math.min(words.length, index + 255);
            let sums = 0;
            for (; index < pause; index++) {
                // A byte is 0 where it was a line feed; then its high bit is what is left.
                const word = (words[index] ?? 0) ^ 0x0a0a0a0a;
                sums = (sums + ((~(((word & 0x7f7f7f7f) + 0x7f7f7f7f) | word) >>> 7) & 0x01010101)) | 0;
            }
            const pairs = (sums & 0x00ff00ff) + ((sums >>> 8) & 0x00ff00ff);
            lines += (pairs & 0xffff) + (pairs >>> 16);
        }
        for (let index = words.length * 4; index < end; index++)
            lines += bytes[index] === LINE_FEED ? 1 : 0;
        return lines;
    }
}
function room(size) {
    const { buffer } = Buffer.allocUnsafeSlow(size + SPARE);
    return { bytes: Buffer.from(buffer, 0, size), view: new DataView(buffer) };
}
//# sourceMappingURL=byte-window.js.map

/***/ }),

/***/ 77929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ countedBy),
/* harmony export */   I: () => (/* binding */ coberturaVersion)
/* harmony export */ });
/**
 * What Cobertura written by this suite says of what it counts. The format tells "nothing to cover" from "not looked
 * at" neither for branches (tools that look at none write zeros, too) nor for functions, so its free text `version`
 * does. Pure.
 */
const OWN = "sluice";
/** The attribute `version`: `sluice with branches and functions`. */
function coberturaVersion({ branches, functions }) {
    const kinds = [branches ? "branches" : "", functions ? "functions" : ""].filter((each) => each !== "");
    return kinds.length === 0 ? OWN : `${OWN} with ${kinds.join(" and ")}`;
}
/** The other way round; of other tools' versions nothing is known. */
function countedBy(version) {
    const kinds = version?.startsWith(`${OWN} with `) === true ? version.split(" ") : [];
    return { branches: kinds.includes("branches"), functions: kinds.includes("functions") };
}
//# sourceMappingURL=cobertura-version.js.map

/***/ }),

/***/ 18499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ FileState)
/* harmony export */ });
/* harmony import */ var _line_hits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4498);

/**
 * What tools say of the state of a source file that they counted in: lcov's VER, and its checksums of lines. Two
 * reports that tell of two states are of different commits, and are never united. Pure.
 */
/** In characters. */
const VERSION_LIMIT = 300;
class FileState {
    /** What tools call it, by kind: each tool has its own, so that only those of one kind tell of two states. */
    #versions = new Map();
    /** By line: a hash of the tool's own checksum of its text, of 31 bits. */
    checksums;
    /** Sorted. */
    get versions() {
        return [...this.#versions.values()].sort();
    }
    /** Remembers the version; false where it is another one than before. */
    isSameVersion(version) {
        const cut = version.slice(0, VERSION_LIMIT);
        const kind = kindOf(cut);
        const before = this.#versions.get(kind);
        if (before === undefined)
            this.#versions.set(kind, cut);
        return before === undefined || before === cut;
    }
    /** Remembers a line's checksum; false where it is another one than before. */
    isSameLine(line, written) {
        // geninfo writes MD5 in base64, gcovr the same in hexadecimal digits.
        const checksum = /^[0-9a-f]{32}$/.test(written)
            ? Buffer.from(written, "hex").toString("base64").slice(0, 22)
            : written;
        let hash = 0x811c9dc5;
        for (let index = 0; index < checksum.length; index++)
            hash = Math.imul(hash ^ checksum.charCodeAt(index), 0x01000193);
        // A bit less than 32, which is what a line of LineHits takes without growing.
        return this.isSameHash(line, hash >>> 1);
    }
    /** Remembers the hash of a line's checksum; false where it is another one than before. */
    isSameHash(line, hash) {
        this.checksums ??= new _line_hits_js__WEBPACK_IMPORTED_MODULE_0__/* .LineHits */ .X();
        const before = this.checksums.get(line);
        if (before !== undefined)
            return before === hash;
        this.checksums.add(line, hash);
        return true;
    }
    /** What of another state can't be of the same one, in words; undefined where nothing is. */
    difference(other) {
        for (const [kind, version] of other.#versions) {
            const own = this.#versions.get(kind);
            if (own !== undefined && own !== version)
                return `version ${JSON.stringify(own)} and version ${JSON.stringify(version)}`;
        }
        let differs;
        other.checksums?.each((line, hash) => {
            const own = this.checksums?.get(line);
            if (own !== undefined && own !== hash)
                differs ??= line;
        });
        return differs === undefined ? undefined : `line ${differs} with two checksums`;
    }
    /** Adds all of another's, which does not differ. */
    add(other) {
        for (const version of other.versions)
            this.isSameVersion(version);
        other.checksums?.each((line, hash) => this.isSameHash(line, hash));
    }
}
/** Hashes by their length; anything else is of one kind. */
function kindOf(version) {
    return /^[0-9a-f]+$/i.test(version) ? `hash of ${version.length}` : "text";
}
//# sourceMappingURL=file-state.js.map

/***/ }),

/***/ 4498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ LineHits)
/* harmony export */ });
/* harmony import */ var _slab_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42501);
/**
 * Hits by line of one file. Reports hold tens of millions of lines, so a line takes one byte where its hits
 * are few, two, four or eight where they are more; lines far from all others take what a map takes. Pure.
 */

/** A kind of cells, by what a cell can hold. */
class Width {
    /** The largest number that a cell holds. */
    most;
    #bytes;
    #view;
    /** Of its own: places are given up for wider cells, of all files alike. */
    #slabs = new _slab_js__WEBPACK_IMPORTED_MODULE_0__/* .Slabs */ .y();
    constructor(bytes, most, view) {
        this.#bytes = bytes;
        this.most = most;
        this.#view = view;
    }
    /** Cells of zeros that will stay as many as they are. */
    cells(length) {
        const { buffer, offset } = this.#slabs.room(length * this.#bytes);
        return this.#view(buffer, offset, length);
    }
    /** Cells of zeros that are given up as more lines come. */
    growing(length) {
        return this.#view(new ArrayBuffer(length * this.#bytes), 0, length);
    }
}
const BYTE = new Width(1, 0xff, (...place) => new Uint8Array(...place));
// Hits and one.
const DOUBLE = new Width(8, Number.MAX_SAFE_INTEGER + 1, (...place) => new Float64Array(...place));
const WIDTHS = [
    BYTE,
    new Width(2, 0xffff, (...place) => new Uint16Array(...place)),
    new Width(4, 0xffffffff, (...place) => new Uint32Array(...place)),
    DOUBLE,
];
/** The narrowest cells for a number. */
function widthFor(held) {
    return WIDTHS.find((width) => held <= width.most) ?? DOUBLE;
}
/** Room for lines is at most this much per line that is there, so that one far line costs little. */
const SPREAD = 16;
/** Lines of room that every file may have. */
const FIRST = 64;
/** Lines of room that are kept for the next file, however few lines the last one had. */
const KEPT = 1024;
const NONE = new Uint8Array(0);
class LineHits {
    /** By line: hits and one, 0 where the line is not instrumented. */
    #cells = NONE;
    #width = BYTE;
    /** The largest number that a cell holds: {@link Width.most}, at hand because every line asks for it. */
    #most = BYTE.most;
    /** Lines in the cells. */
    #near = 0;
    /** Hits of lines that are beyond the cells. */
    #far;
    /** Adds hits to a line's, as far as a sum can be exact. Both are integers; a line is 1 or more. */
    add(line, hits) {
        if (line >= this.#cells.length && !this.#reach(line)) {
            this.#far ??= new Map();
            this.#far.set(line, Math.min(Number.MAX_SAFE_INTEGER, (this.#far.get(line) ?? 0) + hits));
            return;
        }
        const held = this.#cells[line] ?? 0;
        let sum = hits + 1;
        if (held === 0)
            this.#near++;
        else
            sum = held + hits;
        if (sum > this.#most)
            sum = this.#widen(sum);
        this.#cells[line] = sum;
    }
    /** Takes a line away. */
    remove(line) {
        if (line < this.#cells.length && this.#cells[line] !== 0) {
            this.#cells[line] = 0;
            this.#near--;
        }
        else
            this.#far?.delete(line);
    }
    get(line) {
        const held = line < this.#cells.length ? (this.#cells[line] ?? 0) : 0;
        return held === 0 ? this.#far?.get(line) : held - 1;
    }
    has(line) {
        return this.get(line) !== undefined;
    }
    /** How many lines are instrumented. */
    get size() {
        return this.#near + (this.#far?.size ?? 0);
    }
    /** How many lines have hits. */
    get covered() {
        const cells = this.#cells;
        let covered = 0;
        for (let line = 1; line < cells.length; line++)
            if ((cells[line] ?? 0) > 1)
                covered++;
        if (this.#far !== undefined)
            for (const hits of this.#far.values())
                if (hits > 0)
                    covered++;
        return covered;
    }
    /** The first line, or undefined where there is none. */
    get first() {
        for (let line = 1; line < this.#cells.length; line++)
            if (this.#cells[line] !== 0)
                return line;
        let first;
        for (const line of this.#far?.keys() ?? [])
            if (first === undefined || line < first)
                first = line;
        return first;
    }
    /** The last line, or undefined where there is none. */
    get last() {
        let last;
        for (const line of this.#far?.keys() ?? [])
            if (line > (last ?? 0))
                last = line;
        if (last !== undefined)
            return last;
        for (let line = this.#cells.length - 1; line > 0; line--)
            if (this.#cells[line] !== 0)
                return line;
        return undefined;
    }
    /** Makes room, where there is none yet, for `count` lines with few hits up to line `last`. */
    reserve(last, count) {
        if (this.#cells.length > 0 ||
            this.#far !== undefined ||
            last === 0 ||
            last > SPREAD * (count + FIRST / SPREAD))
            return;
        this.#take(BYTE, BYTE.cells(last + 1));
    }
    /** Takes all of it away, for what is filled again and again. */
    clear() {
        const { length } = this.#cells;
        // Room that one large file took would be filled with zeros, and looked through, for each small one after it.
        if (this.#width === DOUBLE || (length > KEPT && length > 2 * SPREAD * this.#near))
            this.#take(BYTE, NONE);
        else if (this.#near > 0)
            this.#cells.fill(0);
        this.#near = 0;
        this.#far = undefined;
    }
    /** Adds all of another's. */
    addAll(other) {
        if (this.size === 0 && this.#copy(other))
            return;
        other.each((line, hits) => this.add(line, hits));
    }
    /** Every line, ascending. */
    each(take) {
        const cells = this.#cells;
        for (let line = 1; line < cells.length; line++) {
            const held = cells[line] ?? 0;
            if (held !== 0)
                take(line, held - 1);
        }
        if (this.#far === undefined)
            return;
        for (const [line, hits] of [...this.#far].sort((a, b) => a[0] - b[0]))
            take(line, hits);
    }
    /** Pairs of line and hits, ascending (evidence.v1). */
    pairs() {
        const pairs = [];
        this.each((line, hits) => pairs.push([line, hits]));
        return pairs;
    }
    values() {
        return this.pairs().map(([, hits]) => hits);
    }
    [Symbol.iterator]() {
        return this.pairs()[Symbol.iterator]();
    }
    /** Becomes equal to another, in as much memory as that needs. False where that has lines far from all others. */
    #copy(other) {
        const cells = other.#cells;
        if (other.#far !== undefined)
            return false;
        let last = cells.length - 1;
        while (last > 0 && cells[last] === 0)
            last--;
        if (last <= 0 || last > SPREAD * (other.#near + FIRST / SPREAD))
            return false;
        let most = 0;
        if (other.#width !== BYTE)
            for (let line = 1; line <= last; line++)
                most = Math.max(most, cells[line] ?? 0);
        const width = widthFor(most);
        this.#take(width, width.cells(last + 1));
        this.#cells.set(last + 1 === cells.length ? cells : cells.subarray(0, last + 1));
        this.#near = other.#near;
        return true;
    }
    /** Makes room for a line where enough lines are there already. */
    #reach(line) {
        if (line > SPREAD * (this.size + FIRST / SPREAD))
            return false;
        const length = Math.max(FIRST, line + 1, this.#cells.length * 2);
        const cells = this.#width.growing(length);
        cells.set(this.#cells);
        this.#cells = cells;
        if (this.#far === undefined)
            return true;
        for (const [far, hits] of this.#far) {
            if (far >= length)
                continue;
            this.#far.delete(far);
            this.add(far, hits);
        }
        if (this.#far.size === 0)
            this.#far = undefined;
        return true;
    }
    /** Takes wider cells; returns the sum as it is held. */
    #widen(sum) {
        const width = widthFor(sum);
        if (width !== this.#width) {
            const cells = width.cells(this.#cells.length);
            cells.set(this.#cells);
            this.#take(width, cells);
        }
        return Math.min(width.most, sum);
    }
    #take(width, cells) {
        this.#width = width;
        this.#most = width.most;
        this.#cells = cells;
    }
}
//# sourceMappingURL=line-hits.js.map

/***/ }),

/***/ 22344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fh: () => (/* binding */ LineMarks),
/* harmony export */   PR: () => (/* binding */ Branches),
/* harmony export */   ah: () => (/* binding */ Functions)
/* harmony export */ });
/* harmony import */ var _slab_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42501);

/**
 * What stands in lines under a name and is covered or not: arms of branches, and functions. Eight bytes each,
 * sorted only when it is read or when something may stand twice. Pure.
 */
/** Which half of eight bytes holds the higher digits of the number that they make on this machine. */
const HIGH = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;
const LOW = 1 - HIGH;
const NONE = new Uint32Array(0);
const SLABS = new _slab_js__WEBPACK_IMPORTED_MODULE_0__/* .Slabs */ .y();
class LineMarks {
    names;
    /** Pairs: the line, and twice the name's number with 1 where it is covered. */
    #words = NONE;
    #count = 0;
    #isSorted = true;
    constructor(names) {
        this.names = names;
    }
    /** Covered is what any of those with the same line and name was. */
    mark(line, name, covered) {
        const at = this.#count * 2;
        const value = name * 2 + (covered ? 1 : 0);
        if (at > 0 && this.#isSorted) {
            const lineBefore = this.#words[at - 2 + HIGH] ?? 0;
            const before = this.#words[at - 2 + LOW] ?? 0;
            if (line === lineBefore && before >>> 1 === name) {
                this.#words[at - 2 + LOW] = before | value;
                return;
            }
            if (line < lineBefore || (line === lineBefore && value < before))
                this.#isSorted = false;
        }
        if (at === this.#words.length) {
            this.#makeRoom();
            this.mark(line, name, covered);
            return;
        }
        this.#words[at + HIGH] = line;
        this.#words[at + LOW] = value;
        this.#count++;
    }
    /** Makes room for as many as will come, where there are none yet. */
    reserve(count) {
        if (this.#words.length > 0 || count === 0)
            return;
        const { buffer, offset } = SLABS.room(count * 8);
        this.#words = new Uint32Array(buffer, offset, count * 2);
    }
    /** How many different ones there are. */
    get total() {
        this.#sort();
        return this.#count;
    }
    get covered() {
        this.#sort();
        let covered = 0;
        for (let at = 0; at < this.#count; at++)
            covered += (this.#words[at * 2 + LOW] ?? 0) & 1;
        return covered;
    }
    /** The last line, or 0 where there is none. */
    get last() {
        this.#sort();
        return this.#count === 0 ? 0 : (this.#words[this.#count * 2 - 2 + HIGH] ?? 0);
    }
    /** Every one: by line, and in a line by the order in which names were first seen in the report. */
    each(take) {
        this.#sort();
        for (let at = 0; at < this.#count; at++) {
            const value = this.#words[at * 2 + LOW] ?? 0;
            take(this.#words[at * 2 + HIGH] ?? 0, value >>> 1, (value & 1) === 1);
        }
    }
    /** Line, name and whether it is covered (evidence.v1). */
    marks() {
        const marks = [];
        this.each((line, name, covered) => marks.push([line, this.names.text(name), covered]));
        return marks;
    }
    /** Takes all of it away, for what is filled again and again. */
    clear() {
        this.#count = 0;
        this.#isSorted = true;
    }
    /** Adds all of another's. */
    addAll(other) {
        this.reserve(other.total);
        if (this.names === other.names) {
            this.#unite(other);
            return;
        }
        const numbers = this.names.numbersOf(other.names);
        other.each((line, name, covered) => this.mark(line, numbers(name), covered));
    }
    /**
     * Adds all of another's that has the same numbers for names. Shards of one run have the same arms as a rule:
     * where nothing is new nothing is made, and else just as much as is needed.
     */
    #unite(other) {
        this.#sort();
        other.#sort();
        const [ours, theirs] = [this.#words, other.#words];
        const [end, otherEnd] = [this.#count * 2, other.#count * 2];
        let added = 0;
        for (let at = 0, otherAt = 0; otherAt < otherEnd; otherAt += 2) {
            while (at < end && isBefore(ours, at, theirs, otherAt))
                at += 2;
            if (at < end && !isBefore(theirs, otherAt, ours, at))
                ours[at + LOW] = (ours[at + LOW] ?? 0) | (theirs[otherAt + LOW] ?? 0);
            else
                added += 2;
        }
        if (added === 0)
            return;
        if (end === 0 && ours.length >= otherEnd) {
            ours.set(theirs.subarray(0, otherEnd));
            this.#count = other.#count;
            return;
        }
        // From the end, so that what moves up is not written over where there is room for all.
        const words = ours.length < end + added ? new Uint32Array(end + added) : ours;
        for (let to = end + added - 2, at = end - 2, otherAt = otherEnd - 2; to >= 0; to -= 2) {
            const isTheirs = otherAt >= 0 && (at < 0 || isBefore(ours, at, theirs, otherAt));
            const [from, source] = isTheirs ? [theirs, otherAt] : [ours, at];
            const isBoth = !isTheirs && otherAt >= 0 && !isBefore(theirs, otherAt, ours, at);
            words[to] = from[source] ?? 0;
            words[to + 1] = from[source + 1] ?? 0;
            if (isTheirs || isBoth)
                otherAt -= 2;
            if (!isTheirs)
                at -= 2;
        }
        this.#words = words;
        this.#count = (end + added) / 2;
    }
    #makeRoom() {
        this.#sort();
        // Sorting has made room where much stood twice; else the next sorting would come too soon.
        if (this.#words.length > 0 && this.#count * 2 <= this.#words.length * 0.75)
            return;
        const words = new Uint32Array(Math.max(32, this.#words.length * 2));
        words.set(this.#words);
        this.#words = words;
    }
    #sort() {
        if (this.#isSorted)
            return;
        new BigUint64Array(this.#words.buffer, this.#words.byteOffset, this.#count).sort();
        const words = this.#words;
        let kept = 0;
        for (let at = 2; at < this.#count * 2; at += 2) {
            const line = words[at + HIGH] ?? 0;
            const value = words[at + LOW] ?? 0;
            const before = words[kept + LOW] ?? 0;
            if (line === words[kept + HIGH] && before >>> 1 === value >>> 1) {
                words[kept + LOW] = before | value;
                continue;
            }
            kept += 2;
            words[kept + HIGH] = line;
            words[kept + LOW] = value;
        }
        this.#count = kept / 2 + 1;
        this.#isSorted = true;
    }
}
/** Whether the pair at one place comes before the pair at another; covered or not is nothing to that. */
function isBefore(words, at, others, otherAt) {
    const line = words[at + HIGH] ?? 0;
    const otherLine = others[otherAt + HIGH] ?? 0;
    return line === otherLine
        ? (words[at + LOW] ?? 0) >>> 1 < (others[otherAt + LOW] ?? 0) >>> 1
        : line < otherLine;
}
/** Arms of branches by line. */
class Branches extends LineMarks {
    /** The arms of a line by their keys, or undefined where it has none. */
    get(line) {
        return this.#byLine().get(line);
    }
    /** How many lines have branches. */
    get size() {
        return this.#byLine().size;
    }
    values() {
        return this.#byLine().values();
    }
    [Symbol.iterator]() {
        return this.#byLine()[Symbol.iterator]();
    }
    #byLine() {
        const lines = new Map();
        for (const [line, key, covered] of this.marks()) {
            const arms = lines.get(line);
            if (arms === undefined)
                lines.set(line, new Map([[key, covered]]));
            else
                arms.set(key, covered);
        }
        return lines;
    }
}
/** Functions by line and name. */
class Functions extends LineMarks {
    get size() {
        return this.total;
    }
    values() {
        return this.marks().map(([line, name, covered]) => ({ line, name, covered }));
    }
}
//# sourceMappingURL=line-marks.js.map

/***/ }),

/***/ 64991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ NameTable)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35108);

/**
 * Names of functions and branches as small numbers. Reports have millions, so they are held as bytes side by
 * side and found again by bytes, without a text for each. Pure.
 */
/** A longer name is cut: no two names differ only behind it. In bytes. */
const NAME_LIMIT = 64 * 1024;
/** Slots that are looked at before a name counts as crowded out: names can be made to meet in one slot. */
const PROBE_LIMIT = 32;
/** How many texts are remembered with their numbers: the keys of branches are few, and come again and again. */
const REMEMBERED = 4096;
/** How many names of at most three bytes are found without looking, a power of two. */
const SHORT_SLOTS = 256;
const encoder = new TextEncoder();
class NameTable {
    #bytes = Buffer.allocUnsafeSlow(1024);
    #used = 0;
    #count = 0;
    /** By number: where the name ends; it begins where the one before ends. */
    #ends = new Uint32Array(64);
    #hashes = new Int32Array(64);
    /** Numbers plus one, 0 for an empty slot. */
    #slots = new Int32Array(128);
    /** By slot: a short name as one number, and its own number. */
    #shortKeys = new Int32Array(SHORT_SLOTS);
    #shortNumbers = new Int32Array(SHORT_SLOTS);
    /** The number that was given last. */
    #last = -1;
    /** Names that found no slot near theirs. */
    #crowded = new Map();
    #remembered = new Map();
    /** By another table: its numbers' numbers here plus one, 0 where not asked for yet. */
    #known = new WeakMap();
    get size() {
        return this.#count;
    }
    /** The number of a text. */
    number(text) {
        const known = this.#remembered.get(text);
        if (known !== undefined)
            return known;
        const bytes = encoder.encode(text);
        const number = this.numberOf(bytes, 0, bytes.length);
        if (this.#remembered.size < REMEMBERED && text.length <= 64)
            this.#remembered.set(text, number);
        return number;
    }
    /** The number of a name in UTF-8. */
    numberOf(bytes, start, fullEnd) {
        const length = fullEnd - start;
        if (length <= 3) {
            // The keys of arms: there are few, and each comes again at once.
            let key = length + 1;
            for (let at = start; at < fullEnd; at++)
                key = (key << 8) | (bytes[at] ?? 0);
            const slot = (key ^ (key >>> 8) ^ (key >>> 16)) & (SHORT_SLOTS - 1);
            if (this.#shortKeys[slot] === key)
                return this.#shortNumbers[slot] ?? 0;
            const number = this.#look(bytes, start, fullEnd);
            this.#shortKeys[slot] = key;
            this.#shortNumbers[slot] = number;
            return number;
        }
        // A name comes several times on end, or what lists names twice lists them in the same order.
        if (this.#last >= 0 && this.#isName(this.#last, bytes, start, fullEnd))
            return this.#last;
        const next = this.#last + 1;
        if (next < this.#count && this.#isName(next, bytes, start, fullEnd)) {
            this.#last = next;
            return next;
        }
        const end = length > NAME_LIMIT ? start + (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .characterEnd */ .lE)(bytes.subarray(start), NAME_LIMIT) : fullEnd;
        this.#last = this.#look(bytes, start, end);
        return this.#last;
    }
    #look(bytes, start, end) {
        let hash = 0x811c9dc5 | 0;
        for (let at = start; at < end; at++)
            hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
        hash ^= hash >>> 15;
        const mask = this.#slots.length - 1;
        let slot = hash & mask;
        for (let probe = 0; probe < PROBE_LIMIT; probe++) {
            const held = (this.#slots[slot] ?? 0) - 1;
            if (held < 0)
                return this.#add(bytes, start, end, hash, slot);
            if (this.#hashes[held] === hash && this.#isName(held, bytes, start, end))
                return held;
            slot = (slot + 1) & mask;
        }
        const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString("latin1");
        const crowded = this.#crowded.get(text);
        if (crowded !== undefined)
            return crowded;
        const made = this.#add(bytes, start, end, hash, -1);
        this.#crowded.set(text, made);
        return made;
    }
    text(number) {
        return this.#bytes.toString("utf8", this.#start(number), this.#ends[number]);
    }
    /** Whether a name begins with a byte. */
    beginsWith(number, byte) {
        const start = this.#start(number);
        return start < (this.#ends[number] ?? 0) && this.#bytes[start] === byte;
    }
    /** The numbers that another table's names have in this one, where they are added as they are asked for. */
    numbersOf(other) {
        if (other === this)
            return (number) => number;
        let known = this.#known.get(other);
        if (known === undefined || known.length < other.#count) {
            const more = new Int32Array(other.#count);
            if (known !== undefined)
                more.set(known);
            known = more;
            this.#known.set(other, known);
        }
        const numbers = known;
        return (number) => {
            const held = numbers[number] ?? 0;
            if (held > 0)
                return held - 1;
            const own = this.numberOf(other.#bytes, other.#start(number), other.#ends[number] ?? 0);
            numbers[number] = own + 1;
            return own;
        };
    }
    #start(number) {
        return number === 0 ? 0 : (this.#ends[number - 1] ?? 0);
    }
    #isName(number, bytes, start, end) {
        const own = this.#start(number);
        const length = end - start;
        if ((this.#ends[number] ?? 0) - own !== length)
            return false;
        const held = this.#bytes;
        // From the end, where names differ that are alike.
        for (let index = length - 1; index >= 0; index--)
            if (held[own + index] !== bytes[start + index])
                return false;
        return true;
    }
    #add(bytes, start, end, hash, slot) {
        const number = this.#count;
        const used = this.#used + end - start;
        if (used > this.#bytes.length) {
            const larger = Buffer.allocUnsafeSlow(Math.max(used, Math.ceil(this.#bytes.length * 1.5)));
            larger.set(this.#bytes.subarray(0, this.#used));
            this.#bytes = larger;
        }
        if (number === this.#ends.length) {
            const ends = new Uint32Array(number * 2);
            ends.set(this.#ends);
            this.#ends = ends;
            const hashes = new Int32Array(number * 2);
            hashes.set(this.#hashes);
            this.#hashes = hashes;
        }
        for (let index = start; index < end; index++)
            this.#bytes[this.#used + index - start] = bytes[index] ?? 0;
        this.#used = used;
        this.#ends[number] = used;
        this.#hashes[number] = hash;
        this.#count++;
        if (slot >= 0)
            this.#slots[slot] = this.#count;
        if (this.#count * 2 > this.#slots.length)
            this.#spread();
        return number;
    }
    /** Twice the slots. A name that finds none keeps being found as a crowded one. */
    #spread() {
        const slots = new Int32Array(this.#slots.length * 2);
        const mask = slots.length - 1;
        for (let number = 0; number < this.#count; number++) {
            let slot = (this.#hashes[number] ?? 0) & mask;
            let probe = 0;
            while (probe < PROBE_LIMIT && slots[slot] !== 0) {
                slot = (slot + 1) & mask;
                probe++;
            }
            if (probe < PROBE_LIMIT)
                slots[slot] = number + 1;
            else {
                const name = this.#bytes.toString("latin1", this.#start(number), this.#ends[number]);
                this.#crowded.set(name, number);
            }
        }
        this.#slots = slots;
    }
}
//# sourceMappingURL=name-table.js.map

/***/ }),

/***/ 69735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KT: () => (/* binding */ parseHits),
/* harmony export */   P8: () => (/* binding */ parseLineNumber),
/* harmony export */   Sf: () => (/* binding */ CoverageCollector),
/* harmony export */   at: () => (/* binding */ addStatements),
/* harmony export */   cG: () => (/* binding */ addLine),
/* harmony export */   eT: () => (/* binding */ lineNumber),
/* harmony export */   hN: () => (/* binding */ NameTables),
/* harmony export */   oI: () => (/* binding */ addHits),
/* harmony export */   uO: () => (/* binding */ addFunction),
/* harmony export */   ys: () => (/* binding */ addBranch)
/* harmony export */ });
/* unused harmony export RawFile */
/* harmony import */ var _file_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18499);
/* harmony import */ var _line_hits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4498);
/* harmony import */ var _line_marks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22344);
/* harmony import */ var _name_table_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64991);
/* harmony import */ var _statements_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51847);





/** What a coverage report says, before its paths are known to be files of the repository. Pure. */
/** A file of a report. Reports name tens of thousands, so a file takes what it uses. */
class RawFile {
    /** As the report writes it. */
    path;
    /** The module it belongs to (JaCoCo's group path, `services/web`), where the path alone may mean several files; or empty. */
    module;
    lines = new _line_hits_js__WEBPACK_IMPORTED_MODULE_1__/* .LineHits */ .X();
    /** Figures of a report that gives no detail for this file: they count only where there is no detail. */
    totals;
    /** Of the source that was counted in, where the tool tells of it: two states are never united. */
    state;
    /** Those that all files of the report share. */
    tables;
    #branches;
    #functions;
    #statements;
    constructor(path, module, tables) {
        this.path = path;
        this.module = module;
        this.tables = tables;
    }
    /** Remembers what the tool calls this state of the file; false where it is another than before. */
    isSameVersion(version) {
        this.state ??= new _file_state_js__WEBPACK_IMPORTED_MODULE_0__/* .FileState */ .M();
        return this.state.isSameVersion(version);
    }
    /** Remembers a line's checksum; false where it is another than before. */
    isSameLine(line, checksum) {
        this.state ??= new _file_state_js__WEBPACK_IMPORTED_MODULE_0__/* .FileState */ .M();
        return this.state.isSameLine(line, checksum);
    }
    /** Whether each arm of a line was taken; an arm's key tells it from the others of its line. */
    get branches() {
        this.#branches ??= new _line_marks_js__WEBPACK_IMPORTED_MODULE_2__/* .Branches */ .PR(this.tables.arms);
        return this.#branches;
    }
    /** By line and name. */
    get functions() {
        this.#functions ??= new _line_marks_js__WEBPACK_IMPORTED_MODULE_2__/* .Functions */ .ah(this.tables.functions);
        return this.#functions;
    }
    /** By a key of the tool's own. */
    get statements() {
        this.#statements ??= new _statements_js__WEBPACK_IMPORTED_MODULE_4__/* .Statements */ .$(this.tables.statements);
        return this.#statements;
    }
}
/** Keys of arms, names of functions and keys of statements, of all files of a report. */
class NameTables {
    arms = new _name_table_js__WEBPACK_IMPORTED_MODULE_3__/* .NameTable */ .K();
    functions = new _name_table_js__WEBPACK_IMPORTED_MODULE_3__/* .NameTable */ .K();
    statements = new _name_table_js__WEBPACK_IMPORTED_MODULE_3__/* .NameTable */ .K();
}
/** Gathers a report's files; one that appears in several records (of one module) is one file. */
class CoverageCollector {
    #files = new Map();
    #tables = new NameTables();
    file(path, module = "") {
        const key = module === "" ? path : `${module}\0${path}`;
        const known = this.#files.get(key);
        if (known !== undefined)
            return known;
        const made = new RawFile(path, module, this.#tables);
        this.#files.set(key, made);
        return made;
    }
    /** Arms that are gathered before they are added to a file of this report. */
    newBranches() {
        return new _line_marks_js__WEBPACK_IMPORTED_MODULE_2__/* .Branches */ .PR(this.#tables.arms);
    }
    /** Keys of arms of all files of this report. */
    get armNames() {
        return this.#tables.arms;
    }
    /** Keys of statements of all files of this report. */
    get statementNames() {
        return this.#tables.statements;
    }
    files() {
        return [...this.#files.values()];
    }
}
/** Adds to the line's hits. */
function addLine(file, line, hits) {
    file.lines.add(line, hits);
}
function addBranch(file, line, key, covered) {
    file.branches.mark(line, file.branches.names.number(key), covered);
}
function addFunction(file, line, name, covered) {
    file.functions.mark(line, file.functions.names.number(name), covered);
}
function addStatements(file, key, count, covered) {
    file.statements.mark(file.statements.names.number(key), count, covered);
}
/** The sum, as large as an exact integer can be. */
function addHits(a, b) {
    return Math.min(Number.MAX_SAFE_INTEGER, a + b);
}
/**
 * A count of hits as tools write them: negative ones (counters that ran over) are none, floats and numbers
 * beyond 2^53 are clamped to an integer that is above 0 where they are. Undefined for what is no number.
 */
function parseHits(text) {
    const plain = digits(text);
    if (plain !== undefined)
        return plain;
    const trimmed = text.trim();
    if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(trimmed))
        return undefined;
    const value = Number(trimmed);
    if (Number.isNaN(value))
        return undefined;
    return Math.min(Number.MAX_SAFE_INTEGER, Math.max(0, Math.ceil(value)));
}
/** The number of a line in an attribute, from 1. Undefined for what is none. */
function lineNumber(element, name) {
    const value = element.integer(name);
    return value === undefined || value === 0 || value > 999_999_999 ? undefined : value;
}
/** A line's number, from 1. Undefined for what is none. */
function parseLineNumber(text) {
    const value = text.length > 9 ? undefined : digits(text);
    return value === 0 ? undefined : value;
}
/** A number of at most 15 digits: nearly all there are, and reports have millions. */
function digits(text) {
    const { length } = text;
    if (length === 0 || length > 15)
        return undefined;
    let value = 0;
    for (let index = 0; index < length; index++) {
        const digit = text.charCodeAt(index) - 48;
        if (digit < 0 || digit > 9)
            return undefined;
        value = value * 10 + digit;
    }
    return value;
}
//# sourceMappingURL=report.js.map

/***/ }),

/***/ 42501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ Slabs)
/* harmony export */ });
/**
 * Small arrays out of large buffers: a report of tens of thousands of files would else have several buffers
 * for each of them, whose upkeep takes more memory than what is in them. Pure.
 */
const SLAB_BYTES = 256 * 1024;
/**
 * Large buffers, of which each is handed out in places. A buffer lives as long as any array that has a place in
 * it: what lives for different times, or is given up for larger places, has slabs of its own.
 */
class Slabs {
    #slab = new ArrayBuffer(0);
    #used = 0;
    /** A place of zeros, aligned to 8 bytes. */
    room(bytes) {
        const size = Math.ceil(bytes / 8) * 8;
        if (size > SLAB_BYTES / 8)
            return { buffer: new ArrayBuffer(size), offset: 0 };
        if (this.#used + size > this.#slab.byteLength) {
            this.#slab = new ArrayBuffer(SLAB_BYTES);
            this.#used = 0;
        }
        const offset = this.#used;
        this.#used += size;
        return { buffer: this.#slab, offset };
    }
}
//# sourceMappingURL=slab.js.map

/***/ }),

/***/ 51847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ Statements)
/* harmony export */ });
/* harmony import */ var _line_marks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22344);

/**
 * Statements of one file by a key of the tool's own (a Go block's position, say): how many stand there, and
 * whether they ran. Eight bytes each. Pure.
 */
/** More statements than any place has. */
const COUNT_LIMIT = 0x3fffffff;
class Statements {
    names;
    /** Under the key's number in place of a line, and the number of statements in place of a name. */
    #marks;
    constructor(names) {
        this.names = names;
        this.#marks = new _line_marks_js__WEBPACK_IMPORTED_MODULE_0__/* .LineMarks */ .Fh(names);
    }
    /** Of one key the largest number counts; they ran where any of it did. */
    mark(key, count, covered) {
        this.#marks.mark(key, Math.min(COUNT_LIMIT, count), covered);
    }
    /** Makes room for as many as will come, where there are none yet. */
    reserve(count) {
        this.#marks.reserve(count);
    }
    /** Every key once, in the order in which keys were first seen in the report. */
    each(take) {
        let held;
        this.#marks.each((key, count, covered) => {
            if (held?.key === key) {
                // Ascending, so the last number is the largest.
                held.count = count;
                held.covered ||= covered;
                return;
            }
            if (held !== undefined)
                take(held.key, held.count, held.covered);
            held = { key, count, covered };
        });
        if (held !== undefined)
            take(held.key, held.count, held.covered);
    }
    /** Adds all of another's. */
    addAll(other) {
        this.#marks.reserve(other.#marks.total);
        const numbers = this.names.numbersOf(other.names);
        other.each((key, count, covered) => this.mark(numbers(key), count, covered));
    }
    *[Symbol.iterator]() {
        const all = [];
        this.each((key, count, covered) => all.push([key, { count, covered }]));
        for (const [key, value] of all)
            yield [this.names.text(key), value];
    }
    values() {
        return [...this].map(([, value]) => value);
    }
}
//# sourceMappingURL=statements.js.map

/***/ }),

/***/ 95825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ diskReportFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _catalog_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48538);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33786);
/* harmony import */ var _runner_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(69088);
/* harmony import */ var _file_bytes_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(27908);
/* harmony import */ var _found_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(43800);








/** Reports on disk. Links are never followed: a report could otherwise be any file of the machine. */
/** The most reports of one glob. */
const FILE_LIMIT = 100_000;
/** The files below `directory`, the repository. */
function diskReportFiles(directory) {
    let chunk;
    return {
        find: async (folder, globs) => {
            const found = new Map();
            for (const glob of globs)
                for (const file of await findFiles(directory, folder, glob))
                    found.set(file.path, file);
            return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
        },
        open: (path) => bytesOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, path)),
        lineCount: async (path) => {
            chunk ??= Buffer.allocUnsafeSlow(CHUNK_BYTES);
            return countLines((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, path), chunk);
        },
    };
}
async function findFiles(directory, folder, glob) {
    const paths = await (0,_found_files_js__WEBPACK_IMPORTED_MODULE_6__/* .globFiles */ .CJ)({
        root: directory,
        folder,
        glob,
        dot: true,
        limit: FILE_LIMIT,
        refuse: (why) => {
            if (why === "no-glob") {
                return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo("report-glob", `${(0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .hD)(glob)} is no glob of reports`, {
                    hint: `Write a path such as reports/*.xml, of at most ${_catalog_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .GLOB_LIMIT */ .xv} characters.`,
                });
            }
            if (why === "outside") {
                return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo("report-glob", `'${glob}' leads out of the service's folder`, {
                    hint: "Globs of reports are relative to the service; let the tool write its reports there.",
                });
            }
            return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo("report-glob", `'${glob}' finds ${why.tooWide}`, {
                hint: "Name the folder that the reports are written to.",
            });
        },
    });
    const files = [];
    for (const path of paths) {
        const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, path)).catch(() => undefined);
        if (stat?.isFile() === true)
            files.push({ path, modified: stat.mtimeMs });
    }
    return files;
}
async function* bytesOf(path) {
    yield* (0,_file_bytes_js__WEBPACK_IMPORTED_MODULE_7__/* .fileBytes */ .s)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW));
}
const LINE_FEED = 0x0a;
const CHUNK_BYTES = 256 * 1024;
/**
 * Lines as an editor numbers them; a line feed at the end begins no new one. Without waiting: there are thousands of
 * small files, and for each a promise for every step costs several times as much as the steps.
 */
function countLines(path, chunk) {
    try {
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path).isFile())
            return undefined;
    }
    catch {
        return undefined;
    }
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW);
    try {
        let count = 0;
        let last = LINE_FEED;
        for (let size = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file, chunk); size > 0; size = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file, chunk)) {
            const bytes = chunk.subarray(0, size);
            for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1))
                count++;
            last = bytes.at(-1) ?? last;
        }
        return last === LINE_FEED ? count : count + 1;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    }
}
//# sourceMappingURL=disk.js.map

/***/ }),

/***/ 55309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cb: () => (/* binding */ testCountsSchema),
/* harmony export */   DG: () => (/* binding */ ratioSchema),
/* harmony export */   EE: () => (/* binding */ fileCoverageSchema),
/* harmony export */   TX: () => (/* binding */ EVIDENCE_FOLDER),
/* harmony export */   eU: () => (/* binding */ COVERAGE_FOLDER),
/* harmony export */   jU: () => (/* binding */ evidenceSchema),
/* harmony export */   tL: () => (/* binding */ IMAGE_FOLDER),
/* harmony export */   x_: () => (/* binding */ evidenceFileName)
/* harmony export */ });
/* unused harmony exports notableTestSchema, fileTotalsSchema, fileStateSchema, legPartsSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27597);

/**
 * `evidence.v1`: what one leg of one test level of one service (or its build) left behind, written by `run`,
 * uploaded, and read by the gate. Readers ignore keys they do not know.
 */
/** One test that did not simply pass. Passed tests are only counted: their names would make gigabytes. */
const notableTestSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    /** `class > name`, or the bare name where there is no class. */
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** The class alone: what follows it and ` > ` in `name` is the bare name. */
    class: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    status: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["failed", "error", "skipped", "flaky"]),
    /** The failure's type and message, cut at 4 KiB; never the test's output. */
    type: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    message: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    file: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    line: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().optional(),
});
const testCountsSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    /** total = passed + failed + errors + skipped; flaky ones are among the passed. */
    total: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0),
    passed: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0),
    failed: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0),
    errors: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0),
    skipped: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0),
    flaky: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0),
});
const ratioSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ covered: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0), total: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0) })
    .refine(({ covered, total }) => covered <= total, "more is covered than there is");
/** What a report says of a file in numbers alone, where it gives no detail. */
const fileTotalsSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    lines: ratioSchema.optional(),
    branches: ratioSchema.optional(),
    functions: ratioSchema.optional(),
    statements: ratioSchema.optional(),
});
/** The state of a source file: lcov's VER, one of each kind (hashes of one length are), and by line a hash of 31 bits of lcov's checksum of the line. */
const fileStateSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    versions: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional(),
    checksums: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive(), zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0)])).optional(),
});
/** Coverage of one file: hits by line, and branches, functions and statements where the format has them. */
const fileCoverageSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    /** Repository path. */
    path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Pairs of line and hits, ascending by line. */
    lines: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive(), zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0)])),
    /**
     * [line, key, covered]: a key is the format's name, a space, and what tells arms of one line apart in that
     * format (keys without a format are of an unknown one); null where no format has branches.
     */
    branches: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()])).nullable(),
    /** [line, the format's name, a space and the function's name, covered]; null where no format has functions. */
    functions: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()])).nullable(),
    /**
     * [key, how many, covered]; absent or null where the format has no statements. A key is the format's name, a
     * space, and what tells the statement apart in that format: statements of two formats are never added.
     */
    statements: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0), zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()]))
        .nullable()
        .optional(),
    /** Of reports that give numbers alone for this file; absent or null where none does. */
    totals: fileTotalsSchema.nullable().optional(),
    /**
     * What a tool says of the state of the source that it counted in; absent or null where none does. Coverage of
     * two states is never united.
     */
    state: fileStateSchema.nullable().optional(),
});
/** What a leg is made of, so that one of several that is missing can be told. */
const legPartsSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    /** How many jobs the matrix makes; null where the runner does not say. */
    total: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().nullable(),
    /** The values of the job's matrix, as dotted path and text, sorted; null for a job without one. */
    matrix: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()])).nullable(),
    /** Which part of the level's tests this is. */
    shard: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ index: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive(), count: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive() }).nullable(),
    /** What tells two runs of one level in one job apart. */
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
});
const evidenceSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    schema: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("evidence.v1"),
    service: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** A test level, or `build`. */
    level: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    leg: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** How many legs this job's matrix has for this level, where the runner says so; else null. */
    legs: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().nullable(),
    /** Absent in evidence of older versions, whose legs can only be counted. */
    legParts: legPartsSchema.optional(),
    /** GITHUB_REPOSITORY; absent or null where it is not known. */
    repository: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable().optional(),
    commit: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_JOB; null in a terminal. */
    run: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    attempt: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive(),
    job: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    outcome: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["passed", "failed", "infrastructure"]),
    /** Why, in one line. */
    reason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    exitCode: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nullable(),
    /** The version that the command was given. */
    version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    /** sha256:... or sha512:..., of a build. */
    digest: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .regex(/^(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/)
        .nullable(),
    /** Whether the level declares results and coverage; without results the command's exit is the evidence. */
    declares: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ results: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), coverage: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY() }),
    tests: testCountsSchema.nullable(),
    /** Failed, erroneous, flaky and skipped tests, failed ones first, at most 1,000. */
    notable: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(notableTestSchema),
    /** How many notable tests are not listed. */
    notableLeft: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0),
    coverage: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        files: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(fileCoverageSchema),
        /** Paths in reports that are no file of the repository. */
        unmatched: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    })
        .nullable(),
    /** The last lines of output, at most 4 KiB; only of a level that declares no results. */
    output: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
});
/** The folder that the gate writes the merged coverage to; not hidden, so that it can be uploaded. */
const COVERAGE_FOLDER = "sluice-coverage";
/** The folder that evidence is written to; never a dot folder, since upload-artifact leaves hidden files out. */
const EVIDENCE_FOLDER = "sluice-evidence";
/** Where a build leaves an OCI layout, one folder per service: not hidden, so that it can be uploaded. */
const IMAGE_FOLDER = "sluice-image";
/** `<service>.<level>.<leg>.a<attempt>.json` (CONTRACT). `leg` holds only letters, digits, `-` and `_`. */
function evidenceFileName(evidence) {
    return `${evidence.service}.${evidence.level}.${evidence.leg}.a${evidence.attempt}.json`;
}
//# sourceMappingURL=evidence.js.map

/***/ }),

/***/ 8195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ ratioText),
/* harmony export */   D: () => (/* binding */ meets),
/* harmony export */   HE: () => (/* binding */ isNotBelow),
/* harmony export */   JA: () => (/* binding */ pointsText),
/* harmony export */   fL: () => (/* binding */ percentText),
/* harmony export */   u5: () => (/* binding */ figures)
/* harmony export */ });
/* harmony import */ var _arms_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39555);
/* harmony import */ var _functions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69091);
/* harmony import */ var _ratio_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33813);



/** The sums over files. Percentages of files are never averaged. */
function figures(files) {
    let count = 0;
    const lines = { covered: 0, total: 0 };
    const sums = {
        branches: null,
        functions: null,
        statements: null,
    };
    for (const file of files) {
        count++;
        const { totals } = file;
        (0,_ratio_js__WEBPACK_IMPORTED_MODULE_2__/* .addRatio */ .V)(lines, (0,_ratio_js__WEBPACK_IMPORTED_MODULE_2__/* .largerOfEach */ .m)(totals?.lines, { covered: file.lines.covered, total: file.lines.size }));
        const detail = {
            branches: (0,_arms_js__WEBPACK_IMPORTED_MODULE_0__/* .branchRatio */ .E)(file),
            functions: (0,_functions_js__WEBPACK_IMPORTED_MODULE_1__/* .functionRatio */ .A)(file),
            statements: statementRatio(file),
        };
        for (const key of ["branches", "functions", "statements"]) {
            const ratio = detail[key] ?? totals?.[key];
            if (ratio === undefined)
                continue;
            sums[key] ??= { covered: 0, total: 0 };
            (0,_ratio_js__WEBPACK_IMPORTED_MODULE_2__/* .addRatio */ .V)(sums[key], (0,_ratio_js__WEBPACK_IMPORTED_MODULE_2__/* .largerOfEach */ .m)(totals?.[key], ratio));
        }
    }
    return { files: count, lines, ...sums };
}
/** Each format cuts a file into statements of its own, so those of two are never added. */
function statementRatio(file) {
    let most;
    for (const { statements } of file.details) {
        if (statements === undefined)
            continue;
        const ratio = { covered: 0, total: 0 };
        statements.each((_key, total, ran) => (0,_ratio_js__WEBPACK_IMPORTED_MODULE_2__/* .addRatio */ .V)(ratio, { covered: ran ? total : 0, total }));
        most = (0,_ratio_js__WEBPACK_IMPORTED_MODULE_2__/* .largerOfEach */ .m)(most, ratio);
    }
    return most;
}
/**
 * Whether a ratio reaches a bar in percent (decimals allowed), in integers: 79.996 % is not 80. A ratio of
 * nothing (0 of 0) reaches every bar; that a bar can't be measured at all is the caller's to say.
 */
function meets(ratio, percent) {
    if (ratio.total === 0)
        return true;
    const { digits, scale } = decimal(percent);
    return BigInt(ratio.covered) * 100n * scale >= digits * BigInt(ratio.total);
}
/**
 * Whether a ratio is at most so many percentage points below another one, in integers. A ratio of nothing is below
 * every other.
 */
function isNotBelow(ratio, base, drop) {
    if (base.total === 0)
        return true;
    if (ratio.total === 0)
        return false;
    const { digits, scale } = decimal(drop);
    const [total, baseTotal] = [BigInt(ratio.total), BigInt(base.total)];
    const own = BigInt(ratio.covered) * baseTotal * 100n * scale + digits * total * baseTotal;
    return own >= BigInt(base.covered) * total * 100n * scale;
}
/** The decimal number that is written, not the binary one that is held: 0.1 is 1/10. */
function decimal(value) {
    const match = /^(\d+)(?:\.(\d+))?(?:e([-+]\d+))?$/.exec(String(value));
    if (match === null)
        throw new RangeError(`no percentage: ${value}`);
    const fraction = match[2] ?? "";
    const exponent = Number(match[3] ?? 0) - fraction.length;
    const digits = BigInt(`${match[1] ?? ""}${fraction}`);
    return exponent >= 0
        ? { digits: digits * 10n ** BigInt(exponent), scale: 1n }
        : { digits, scale: 10n ** BigInt(-exponent) };
}
/** Two decimals, rounded down, so that nothing below a bar looks like it: `79.99`. `-` for a ratio of nothing. */
function percentText(ratio) {
    return ratio.total === 0 ? "-" : decimals(hundredths(ratio));
}
function hundredths(ratio) {
    return (BigInt(ratio.covered) * 10000n) / BigInt(ratio.total);
}
function decimals(value) {
    return `${value / 100n}.${String(value % 100n).padStart(2, "0")}`;
}
/**
 * The percentage points from one ratio to another with their sign, between the two as they are shown: `+1.20`,
 * `−0.05`. What is no change has none, and what is one never looks like none: `±0.00`, `+<0.01`.
 */
function pointsText(before, now) {
    if (before.total === 0 || now.total === 0)
        return "-";
    const exact = BigInt(now.covered) * BigInt(before.total) - BigInt(before.covered) * BigInt(now.total);
    if (exact === 0n)
        return "±0.00";
    const shown = hundredths(now) - hundredths(before);
    return `${exact < 0n ? "−" : "+"}${shown === 0n ? "<0.01" : decimals(shown < 0n ? -shown : shown)}`;
}
/** `79.99 % (3999 of 5000)`, or `nothing to cover`. */
function ratioText(ratio) {
    return ratio.total === 0
        ? "nothing to cover"
        : `${percentText(ratio)} % (${ratio.covered} of ${ratio.total})`;
}
//# sourceMappingURL=figures.js.map

/***/ }),

/***/ 27908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ fileBytes)
/* harmony export */ });
/* harmony import */ var _runner_young_generation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33592);

/** How much is read at once. */
const CHUNK_BYTES = 256 * 1024;
/**
 * The bytes of a file that is open, from where it stands, of any length. All chunks share one buffer: each is
 * valid only until the next one is asked for, so a reader that keeps bytes copies them. A buffer for each, as
 * Node's streams have it, costs a reader tens of megabytes of memory that waits to be collected. Closes the file,
 * unless nothing is ever asked for.
 */
async function* fileBytes(handle) {
    try {
        (0,_runner_young_generation_js__WEBPACK_IMPORTED_MODULE_0__/* .keepYoungSmall */ .f)();
        const buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
        for (;;) {
            const { bytesRead } = await handle.read(buffer, 0, CHUNK_BYTES, null);
            if (bytesRead === 0)
                return;
            yield bytesRead === CHUNK_BYTES ? buffer : buffer.subarray(0, bytesRead);
        }
    }
    finally {
        await handle.close();
    }
}
//# sourceMappingURL=file-bytes.js.map

/***/ }),

/***/ 16792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Oo: () => (/* binding */ COVERAGE_FORMATS),
  q9: () => (/* binding */ TEST_FORMATS),
  Gb: () => (/* binding */ isTestFormat),
  dM: () => (/* binding */ recogniseBytes)
});

// UNUSED EXPORTS: recognise

// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
;// CONCATENATED MODULE: ./.cache/bundles/evidence/recognise/binary.js
/** Files that are no text: each named, with what to make instead. Pure. */
/** Magic numbers, as bytes of Latin-1 text. */
const MAGIC = [
    {
        begins: "\x1f\x8b",
        looks: "is compressed with gzip",
        advice: "Unpack it first (gunzip), or let the tool write it uncompressed.",
    },
    { begins: "PK\x03\x04", looks: "is a zip archive", advice: "Unpack it, and name the reports in it." },
    { begins: "BZh", looks: "is compressed with bzip2", advice: "Unpack it first (bunzip2)." },
    { begins: "\x28\xb5\x2f\xfd", looks: "is compressed with zstd", advice: "Unpack it first (unzstd)." },
    { begins: "\xfd7zXZ\0", looks: "is compressed with xz", advice: "Unpack it first (unxz)." },
    {
        begins: "SQLite format 3\0",
        looks: "is an SQLite database, as coverage.py keeps its data in (.coverage)",
        advice: "Make a report of it: coverage xml, coverage lcov or coverage json.",
    },
    {
        begins: "\x01\xc0\xc0",
        looks: "is JaCoCo's execution data (.exec), which holds no lines",
        advice: "Make a report of it: jacoco:report, jacocoTestReport or jacococli report --xml.",
    },
    {
        begins: "\0cvm",
        looks: "is Go's binary coverage data (GOCOVERDIR)",
        advice: "Convert the folder: go tool covdata textfmt -i=DIR -o=coverage.out",
    },
    {
        begins: "\0cwm",
        looks: "is Go's binary coverage data (GOCOVERDIR)",
        advice: "Convert the folder: go tool covdata textfmt -i=DIR -o=coverage.out",
    },
    {
        begins: "bplist00",
        looks: "is a binary property list, as in an .xcresult bundle",
        advice: "Convert the bundle: xcrun llvm-cov export -format=lcov, or a converter of xcresult to JUnit.",
    },
    ...["adcg", "gcda"].map((begins) => ({
        begins,
        looks: "is gcc's coverage data (.gcda)",
        advice: "Make a report of it: lcov --capture, or gcovr --cobertura.",
    })),
    ...["oncg", "gcno"].map((begins) => ({
        begins,
        looks: "is gcc's coverage notes (.gcno)",
        advice: "Make a report of them: lcov --capture, or gcovr --cobertura.",
    })),
    ...["\x81rforpl\xff", "\xfflprofr\x81", "\xfflprofi\x81", "\x81iforpl\xff"].map((begins) => ({
        begins,
        looks: "is LLVM's profile data (.profraw, .profdata)",
        advice: "Make a report of it: llvm-cov export -format=lcov",
    })),
];
/** What a file is whose first bytes show that it is no text; undefined where they don't. */
function recogniseMagic(head) {
    const begin = Buffer.from(head.subarray(0, 64)).toString("latin1");
    const known = MAGIC.find(({ begins }) => begin.startsWith(begins));
    return known === undefined ? undefined : { looks: known.looks, advice: known.advice };
}
/** Where text has no zeros, in characters; some tools print them into what they report of a test. */
const TEXT_BEGIN = 512;
/** What comes before a zero that shows that this is no text. Undefined where there is none. */
function beforeZero(text) {
    const zero = text.slice(0, TEXT_BEGIN).indexOf("\0");
    return zero < 0 ? undefined : text.slice(0, zero);
}
//# sourceMappingURL=binary.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/recognise/json-outline.js
/** Which keys JSON text has near its top, as far as the text goes: it may be cut off anywhere. Pure. */
/** Keys below this depth tell nothing of a format. */
const DEPTH = 5;
/** So many entries are held: a report's own keys come early, and a hostile file costs no more. */
const ENTRIES = 50_000;
/** The outline of text that is JSON or its begin. What is no JSON ends the outline and is no error here. */
function outlineOf(text) {
    const entries = entriesOf(text);
    const find = (path) => entries.filter((entry) => entry.path.length === path.length &&
        path.every((key, index) => key === "*" || key === entry.path[index]));
    return {
        has: (...path) => find(path).length > 0,
        isList: (...path) => find(path).some(({ kind }) => kind === "list"),
        text: (...path) => find(path).find((entry) => entry.text !== undefined)?.text,
        keys: () => entries.filter(({ path }) => path.length === 1).map(({ path }) => path[0] ?? ""),
    };
}
function entriesOf(text) {
    const entries = [];
    const path = [];
    /** What is open, from the outside: an object with its key, or a list. */
    const open = [];
    let key;
    const token = /\s*(?:"((?:[^"\\]|\\.)*)"|([{}[\]:,])|([^\s"{}[\]:,]+))/gsy;
    const add = (kind, value) => {
        if (open.length === 0 || open.length > DEPTH)
            return;
        if (open.at(-1) === "list")
            entries.push({ path: [...path.slice(0, open.length - 1), "*"], kind, text: value });
        else if (key !== undefined)
            entries.push({ path: [...path.slice(0, open.length - 1), key], kind, text: value });
    };
    for (let match = token.exec(text); match !== null && entries.length < ENTRIES; match = token.exec(text)) {
        const [, quoted, mark, bare] = match;
        if (quoted !== undefined) {
            if (open.at(-1) === "object" && key === undefined)
                key = plainKey(quoted);
            else
                add("text", quoted);
        }
        else if (bare !== undefined)
            add("other");
        else if (mark === "{" || mark === "[") {
            const kind = mark === "{" ? "object" : "list";
            add(kind);
            if (open.length > 0)
                path[open.length - 1] = open.at(-1) === "list" ? "*" : (key ?? "");
            open.push(kind);
            key = undefined;
        }
        else if (mark === "}" || mark === "]") {
            open.pop();
            key = undefined;
            if (open.length === 0)
                break;
        }
        else if (mark === ",")
            key = undefined;
    }
    return entries;
}
function plainKey(quoted) {
    if (!quoted.includes("\\"))
        return quoted;
    try {
        return String(JSON.parse(`"${quoted}"`));
    }
    catch {
        return quoted;
    }
}
//# sourceMappingURL=json-outline.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/recognise/json.js

/** JSON by its keys, in whatever order and spacing they are written. Pure. */
/** Every format by what shows it; the first that fits counts. */
const SIGNS = [
    {
        found: { format: "ctrf" },
        fits: (json) => json.text("reportFormat") === "CTRF" ||
            (json.has("results", "tool") && (json.has("results", "summary") || json.has("results", "tests"))) ||
            (json.has("results", "summary", "passed") && json.has("results", "summary", "pending")),
    },
    {
        found: { format: "llvm-cov" },
        fits: (json) => json.text("type")?.startsWith("llvm.coverage.json") === true ||
            (json.has("data", "*", "files") &&
                (json.has("data", "*", "files", "*", "segments") ||
                    json.has("data", "*", "files", "*", "summary") ||
                    json.has("data", "*", "files", "*", "expansions") ||
                    json.has("data", "*", "totals"))) ||
            json.has("data", "*", "functions", "*", "filenames"),
    },
    {
        found: { format: "coverage-py" },
        fits: (json) => (json.has("meta", "version") && !json.has("meta", "simplecov_version") && json.has("files")) ||
            json.has("meta", "branch_coverage") ||
            json.has("meta", "show_contexts") ||
            json.has("files", "*", "executed_lines") ||
            json.has("files", "*", "missing_lines") ||
            json.has("totals", "percent_covered_display"),
    },
    {
        found: { format: "mocha-json" },
        fits: (json) => (json.has("stats", "suites") && json.has("stats", "passes")) ||
            (json.has("tests", "*", "fullTitle") && !json.has("results")) ||
            (json.has("stats") && json.has("tests") && (json.has("passes") || json.has("failures"))),
    },
    {
        found: { format: "simplecov" },
        fits: (json) => json.has("meta", "simplecov_version") ||
            (json.has("*", "coverage", "*", "lines") && !json.has("files")) ||
            json.isList("*", "coverage", "*") ||
            (json.has("*", "coverage") && json.has("*", "timestamp")) ||
            json.has("files", "*", "covered_percent") ||
            (json.has("command_name") && json.has("files")),
    },
    {
        found: { format: "istanbul-summary" },
        fits: (json) => json.has("total", "lines", "pct") ||
            json.has("total", "statements", "pct") ||
            (json.has("*", "lines", "pct") && json.has("*", "lines", "skipped")),
    },
    {
        found: { format: "istanbul" },
        fits: (json) => json.has("*", "statementMap") ||
            json.has("*", "data", "statementMap") ||
            json.has("*", "fnMap") ||
            json.has("*", "branchMap") ||
            (json.has("*", "path") && json.has("*", "s")),
    },
    {
        found: {
            looks: "looks like the raw coverage of V8, which holds no lines",
            advice: "Let c8 write a report of it: c8 report --reporter=lcov",
        },
        fits: (json) => json.has("result", "*", "scriptId") || json.has("result", "*", "functions"),
    },
    {
        found: {
            looks: "looks like jest's or vitest's own JSON of results",
            advice: "Use their JUnit reporters: jest-junit, or vitest --reporter=junit.",
        },
        fits: (json) => json.has("numTotalTests") || json.has("testResults", "*", "assertionResults"),
    },
    {
        found: {
            looks: "looks like Playwright's own JSON of results",
            advice: "Use its JUnit reporter: --reporter=junit",
        },
        fits: (json) => json.has("config") && json.has("suites"),
    },
    {
        found: {
            looks: "looks like Cucumber's own JSON of results",
            advice: "Use its JUnit formatter: --format junit:FILE",
        },
        fits: (json) => json.has("*", "elements", "*", "steps"),
    },
    {
        found: { looks: "looks like gcov's JSON", advice: "Make a report: gcovr --cobertura or lcov --capture." },
        fits: (json) => json.has("gcc_version") || json.has("files", "*", "lines", "*", "gcovr/noncode"),
    },
    {
        found: {
            looks: "looks like SimpleCov's last figures, which hold no lines",
            advice: "Read .resultset.json beside it.",
        },
        fits: (json) => json.has("result", "line") || json.has("result", "covered_percent"),
    },
    {
        found: {
            looks: "looks like Codecov's own JSON",
            advice: "Let the tool write lcov or Cobertura instead.",
        },
        fits: (json) => json.has("coverage", "*") && !json.has("meta"),
    },
];
/** The format of JSON that begins with this text. */
function recogniseJson(text) {
    const json = outlineOf(text);
    const found = SIGNS.find(({ fits }) => fits(json))?.found;
    if (found !== undefined)
        return found;
    if (/^(\{\s*\}|\[\s*\])\s*$/.test(text))
        return { looks: "is empty JSON, which tells of nothing" };
    const keys = json.keys().slice(0, 5);
    return {
        looks: `is JSON ${keys.length === 0 ? "without keys" : `with the keys ${keys.map((key) => JSON.stringify(key.slice(0, 40))).join(", ")}`}, which no report has`,
    };
}
//# sourceMappingURL=json.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/recognise/text.js
/** Formats of lines. Pure. */
/** Events of `go test -json` (go doc test2json). */
const GO_ACTIONS = new Set([
    "start",
    "run",
    "pause",
    "cont",
    "pass",
    "bench",
    "fail",
    "output",
    "skip",
    "attr",
    "artifacts",
    "build-output",
    "build-fail",
]);
/** Events of Dart's reporter (pub.dev/packages/test, json_reporter.md). */
const DART_TYPES = new Set([
    "start",
    "suite",
    "loading",
    "group",
    "testStart",
    "testDone",
    "allSuites",
    "print",
    "error",
    "debug",
    "done",
]);
/** As many lines that are no report (build output, a script's echo) may stand before its first one. */
const NOISE_LINES = 1000;
/** The format of text that begins so; undefined where it is none of lines. */
function recogniseText(text) {
    const lines = text.split(/\r?\n/, NOISE_LINES);
    const first = lines.find((line) => line.trim() !== "" && !line.startsWith("#"))?.trim() ?? "";
    if (/^(TN|SF):/.test(first))
        return { format: "lcov" };
    if (/^mode:\s*(set|count|atomic)\s*$/.test(first))
        return { format: "go-coverprofile" };
    const other = otherText(first);
    if (other !== undefined)
        return other;
    if (isTap(first))
        return { format: "tap" };
    for (const [index, line] of lines.entries()) {
        // TAP's version line and events stand alone, so that what was printed before them does no harm.
        if (/^TAP version \d+\s*$/.test(line))
            return { format: "tap" };
        const event = eventOf(line, index === lines.length - 1);
        if (event !== undefined)
            return { format: event };
    }
    return undefined;
}
function isTap(line) {
    return /^TAP version \d+/.test(line) || /^\d+\.\.\d+(\s|$)/.test(line) || /^(not )?ok\b(?!:)/.test(line);
}
/** An event of Go or Dart: an object on one line. Only the text's last line may be cut off. */
function eventOf(line, last) {
    const trimmed = line.trim();
    if (!trimmed.startsWith("{"))
        return undefined;
    if (trimmed.endsWith("}") && trimmed.length < 64 * 1024) {
        try {
            return eventOfValue(JSON.parse(trimmed));
        }
        catch {
            // No object alone on its line.
        }
    }
    if (!last)
        return undefined;
    const action = /^\{(?:[^{}]*,)?\s*"Action"\s*:\s*"([a-z-]+)"/.exec(trimmed.slice(0, 4096))?.[1];
    return action !== undefined && GO_ACTIONS.has(action) ? "go-test-json" : undefined;
}
function eventOfValue(value) {
    if (typeof value !== "object" || value === null)
        return undefined;
    const event = new Map(Object.entries(value));
    const action = event.get("Action");
    if (typeof action === "string" && GO_ACTIONS.has(action))
        return "go-test-json";
    const type = event.get("type");
    if (typeof type === "string" && DART_TYPES.has(type) && typeof event.get("time") === "number")
        return "dart-json";
    return undefined;
}
function otherText(first) {
    if (/^\S+\.go:\d+:\s+\S+\s+\d+\.\d+%$/.test(first)) {
        return {
            looks: "is the output of go tool cover -func, which has no lines",
            advice: "Pass the profile itself (go test -coverprofile=FILE).",
        };
    }
    if (/^(ok|FAIL|---|===|\?)\s.*\t/.test(first)) {
        return {
            looks: "is the plain output of go test",
            advice: "Use go test -json, or gotestsum --junitfile.",
        };
    }
    if (/^-:\s+0:Source:/.test(first)) {
        return { looks: "is gcov's text", advice: "Make a report: lcov --capture, or gcovr --cobertura." };
    }
    if (first.startsWith("!coverage.py:")) {
        return {
            looks: "is coverage.py's own data file",
            advice: "Make a report of it: coverage xml, coverage lcov or coverage json.",
        };
    }
    return undefined;
}
//# sourceMappingURL=text.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/recognise/xml.js
/** XML by its root element and, where two formats share one, by what stands in it. Pure. */
const ROOTS = new Map([
    ["testsuites", "junit"],
    ["testsuite", "junit"],
    ["TestRun", "trx"],
    ["test-run", "nunit3"],
    ["test-results", "nunit2"],
    ["assemblies", "xunit"],
    ["assembly", "xunit"],
    ["CoverageSession", "opencover"],
]);
/** Other XML that lies beside reports, by its root. */
const OTHERS = new Map([
    ["failsafe-summary", ["looks like Failsafe's summary, which lists no tests", "Read TEST-*.xml beside it."]],
    ["html", ["is an HTML page", "Let the tool write its report as XML, JSON or lcov beside the pages."]],
    [
        "plist",
        ["is a property list, as in an .xcresult bundle", "Convert it: xcrun llvm-cov export -format=lcov"],
    ],
    ["testExecutions", ["looks like SonarQube's generic test data", "Let the tool write JUnit XML beside it."]],
    ["testng-results", ["looks like TestNG's own report", "Read the JUnit XML that TestNG writes beside it."]],
    ["robot", ["looks like Robot Framework's own report", "Pass --xunit FILE to robot, or convert it: rebot."]],
    ["results", ["looks like Microsoft's coverage XML", "Let dotnet-coverage write Cobertura: -f cobertura."]],
    ["phpunit", ["looks like PHPUnit's own coverage XML", "Pass --coverage-clover or --coverage-cobertura."]],
    ["scoverage", ["looks like scoverage's own report", "Read the cobertura.xml that it writes beside it."]],
    ["mutations", ["looks like a report of mutation tests, which is no coverage", "Name another file."]],
    [
        "checkstyle",
        ["looks like a list of findings, and holds neither tests nor coverage", "Name another file."],
    ],
    ["Site", ["looks like CTest's own report", "Pass --output-junit FILE to ctest."]],
]);
/** The format of XML that begins with this text. */
function recogniseXml(text) {
    const root = rootOf(text);
    if (root === undefined)
        return { looks: "is XML whose first element is not found in its first 64 KiB" };
    const name = root.name.replace(/^.*:/, "");
    if (name === "coverage")
        return ofCoverage(root);
    if (name === "report") {
        // JaCoCo's DOCTYPE is often lost on the way; its elements tell as well.
        const jacoco = /<(sessioninfo|package|group|counter)[\s>/]/.test(root.rest);
        if (jacoco || /<!DOCTYPE\s+report\b[^>]*JACOCO/i.test(root.before))
            return { format: "jacoco" };
    }
    const format = ROOTS.get(name);
    if (format !== undefined)
        return { format };
    const other = OTHERS.get(name.toLowerCase() === "html" ? "html" : name);
    if (other !== undefined)
        return { looks: other[0], advice: other[1] };
    return { looks: `is XML with the root element <${name.slice(0, 60)}>, which no report has` };
}
/** Cobertura and Clover share their root, and SonarQube's generic data has it too. */
function ofCoverage({ tag, rest }) {
    const has = (attribute) => new RegExp(`\\s${attribute}\\s*=`).test(tag);
    const holds = (...elements) => new RegExp(`<(${elements.join("|")})[\\s>/]`).test(rest);
    if (has("clover"))
        return { format: "clover" };
    if (has("line-rate") || has("lines-valid") || holds("packages", "sources"))
        return { format: "cobertura" };
    if (has("generated") || holds("project", "testproject") || /<line\s[^>]*\bnum\s*=/.test(rest))
        return { format: "clover" };
    if (holds("lineToCover") || /^\s*<file\s/.test(rest.replace(/^\/?>/, "")))
        return {
            looks: "looks like SonarQube's generic coverage data",
            advice: "Let the tool write lcov or Cobertura beside it.",
        };
    // Some writers give neither a rate nor a package where there is nothing to cover.
    if (has("branch-rate") || has("timestamp") || has("complexity"))
        return { format: "cobertura" };
    return { looks: "is XML with the root element <coverage>, and neither Cobertura nor Clover" };
}
/** The root element's start tag, past declarations, comments and a DOCTYPE with its internal subset. */
function rootOf(text) {
    let position = 0;
    for (;;) {
        position = text.indexOf("<", position);
        if (position < 0)
            return undefined;
        if (text.startsWith("<!--", position))
            position = after(text, "-->", position);
        else if (text.startsWith("<?", position))
            position = after(text, "?>", position);
        else if (text.startsWith("<!", position))
            position = afterDoctype(text, position);
        else {
            const end = tagEnd(text, position);
            const tag = text.slice(position, end);
            const name = /^<([^\s/>]+)/.exec(tag)?.[1];
            if (name === undefined)
                return undefined;
            return { name, tag, before: text.slice(0, position), rest: text.slice(end) };
        }
    }
}
function after(text, mark, from) {
    const index = text.indexOf(mark, from);
    return index < 0 ? text.length : index + mark.length;
}
/** A start tag's `>`: one in a quoted value is text. */
function tagEnd(text, from) {
    let quote = "";
    for (let index = from; index < text.length; index++) {
        const character = text[index] ?? "";
        if (quote !== "") {
            if (character === quote)
                quote = "";
        }
        else if (character === '"' || character === "'")
            quote = character;
        else if (character === ">")
            return index;
    }
    return text.length;
}
/** Quoted `>` and `]>` end neither the declaration nor its internal subset. */
function afterDoctype(text, from) {
    let depth = 0;
    let index = from;
    while (index < text.length) {
        const character = text[index] ?? "";
        if (text.startsWith("<!--", index)) {
            index = after(text, "-->", index);
            continue;
        }
        if (character === '"' || character === "'") {
            index = after(text, character, index + 1);
            continue;
        }
        if (character === "[")
            depth++;
        else if (character === "]")
            depth--;
        else if (character === ">" && depth <= 0)
            return index + 1;
        index++;
    }
    return text.length;
}
//# sourceMappingURL=xml.js.map
// EXTERNAL MODULE: ./.cache/bundles/evidence/text.js + 1 modules
var evidence_text = __webpack_require__(35108);
;// CONCATENATED MODULE: ./.cache/bundles/evidence/formats.js






/** Which format a report has, by its content and never by its name. Pure. */
const TEST_FORMATS = [
    "junit",
    "trx",
    "nunit2",
    "nunit3",
    "xunit",
    "ctrf",
    "mocha-json",
    "go-test-json",
    "tap",
    "dart-json",
];
const COVERAGE_FORMATS = [
    "lcov",
    "cobertura",
    "jacoco",
    "clover",
    "opencover",
    "istanbul",
    "istanbul-summary",
    "go-coverprofile",
    "coverage-py",
    "simplecov",
    "llvm-cov",
];
/** Whether a format tells of tests; the others tell of coverage. */
function isTestFormat(format) {
    return TEST_FORMATS.includes(format);
}
const LOOKED_FOR = "Looked for: JUnit, TRX, NUnit, xUnit.net, Cobertura, JaCoCo, Clover and OpenCover by the XML root element; " +
    "CTRF, mocha, Istanbul, coverage.py, SimpleCov and llvm-cov by JSON keys; " +
    "lcov, Go coverage profiles, go test -json, TAP and Dart's JSON events by their first lines.";
/**
 * The format of a file that begins with these bytes (text.ts: HEAD_BYTES of them are enough).
 * @throws UserError `report-empty`, or `report-format` that says what the file looks like instead
 */
function recogniseBytes(head, file) {
    const magic = recogniseMagic(head);
    if (magic !== undefined)
        return formatOf(magic, file);
    const text = (0,evidence_text/* headText */.WI)(head, file);
    const begin = beforeZero(text);
    if (begin === undefined || /^\ufeff?\s*</.test(text))
        return recognise(text, file);
    // A test may print a zero: what comes before the first one must show the format.
    const found = recognised(begin);
    if (found !== undefined && "format" in found)
        return found.format;
    const lines = begin.split("\n");
    const [line, column] = [lines.length, (lines.at(-1)?.length ?? 0) + 1];
    throw new errors/* UserError */.yo("report-format", `${file} is a binary file: a byte of zero is in line ${line}, column ${column}, and nothing before it shows a report`, { file, line, column, hint: LOOKED_FOR });
}
/** The same for a file that begins with this text. */
function recognise(begin, file) {
    const found = recognised(begin);
    if (found !== undefined)
        return formatOf(found, file);
    throw new errors/* UserError */.yo("report-empty", `${file} is empty`, {
        file,
        hint: "The tool that should write it did not finish, or writes elsewhere.",
    });
}
/** Undefined where there is nothing but blanks. */
function recognised(begin) {
    const text = begin.replace(/^\ufeff/, "").trimStart();
    if (text === "")
        return undefined;
    if (text.startsWith("<"))
        return recogniseXml(text);
    // Text goes first: TAP and Go's events may begin with other lines, and no text format begins like JSON.
    const found = recogniseText(text);
    if (found !== undefined)
        return found;
    if (/^[{[]/.test(text))
        return recogniseJson(text);
    const first = text.split(/\r?\n/).find((line) => line.trim() !== "" && !line.startsWith("#")) ?? text;
    return { looks: `begins with ${JSON.stringify(first.slice(0, 60))}, which no report does` };
}
function formatOf(found, file) {
    if ("format" in found)
        return found.format;
    throw new errors/* UserError */.yo("report-format", `${file} ${found.looks}`, { file, hint: found.advice ?? LOOKED_FOR });
}
//# sourceMappingURL=formats.js.map

/***/ }),

/***/ 43800:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $C: () => (/* binding */ readFound),
/* harmony export */   Bv: () => (/* binding */ openFound),
/* harmony export */   CJ: () => (/* binding */ globFiles),
/* harmony export */   h1: () => (/* binding */ FILE_LIMIT),
/* harmony export */   lY: () => (/* binding */ findFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(14006);
/* harmony import */ var _catalog_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48538);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33786);
/* harmony import */ var _runner_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(69088);
/* harmony import */ var _file_bytes_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(27908);








/**
 * Finding and reading files that others made: links are not followed, globs stay in their folder, and the number
 * of files has a limit.
 */
/** The most files that globs of evidence may find. */
const FILE_LIMIT = 10_000;
/** The largest file that is read whole, in bytes. */
const SIZE_LIMIT = 64 * 1024 * 1024;
/** The most entries of folders that are looked at: a glob that needs more is a mistake. */
const ENTRY_LIMIT = 500_000;
/** Folders that hold no reports and are large; a glob whose fixed part leads into one looks into it. */
const SKIPPED = new Set([".git", "node_modules"]);
/** Repository paths of the regular files that a glob matches, sorted. */
async function globFiles(search) {
    const { root, folder, dot, limit, refuse } = search;
    const glob = search.glob.replace(/^(\.\/)+/, "");
    if (glob === "" || glob.length > _catalog_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .GLOB_LIMIT */ .xv)
        throw refuse("no-glob");
    if (/^(\/|[A-Za-z]:)/.test(glob) || glob.includes("\0") || glob.split("/").includes(".."))
        throw refuse("outside");
    const matches = picomatch__WEBPACK_IMPORTED_MODULE_6__(glob, { dot });
    // Without a special character the whole glob is its base: a file of its folder, or nothing.
    const { base, glob: special } = picomatch__WEBPACK_IMPORTED_MODULE_6__.scan(glob);
    const within = special === "" ? folderOf(glob) : base;
    const start = [folder, ...within.split("/")].filter((each) => each !== "" && each !== ".").join("/");
    if (!(await isPlainFolder(root, start)))
        return [];
    const prefix = folder === "." ? 0 : folder.length + 1;
    const found = [];
    const folders = [start];
    let seen = 0;
    for (let each = folders.pop(); each !== undefined; each = folders.pop()) {
        for (const entry of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, each), { withFileTypes: true })) {
            if (++seen > ENTRY_LIMIT)
                throw refuse({ tooWide: `more than ${ENTRY_LIMIT} entries of folders` });
            const path = each === "" ? entry.name : `${each}/${entry.name}`;
            if (entry.isDirectory()) {
                if (special !== "" && !SKIPPED.has(entry.name))
                    folders.push(path);
            }
            else if (entry.isFile() && matches(path.slice(prefix)))
                found.push(path);
            if (found.length > limit)
                throw refuse({ tooWide: `more than ${limit} files` });
        }
    }
    return found.sort();
}
function folderOf(path) {
    const slash = path.lastIndexOf("/");
    return slash < 0 ? "" : path.slice(0, slash);
}
/** Whether a path leads to a folder and through no link. */
async function isPlainFolder(root, folder) {
    let current = root;
    for (const segment of folder === "" ? [] : folder.split("/")) {
        current = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(current, segment);
        const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(current).catch(() => undefined);
        if (stat?.isDirectory() !== true)
            return false;
    }
    return true;
}
/** Files of evidence and others that an input names by a glob, relative to `root`. */
async function findFiles(root, glob, input) {
    return globFiles({
        root,
        folder: ".",
        glob: glob.replaceAll("\\", "/"),
        dot: false,
        limit: FILE_LIMIT,
        refuse: (why) => {
            if (why === "no-glob") {
                return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo("glob-invalid", `Input '${input}' has ${(0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .hD)(glob)}, which is no glob`, {
                    input,
                    hint: `Write a path such as sluice-evidence/**, of at most ${_catalog_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .GLOB_LIMIT */ .xv} characters.`,
                });
            }
            if (why === "outside") {
                return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo("glob-outside", `Input '${input}' has the glob ${(0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .hD)(glob)}, which leaves the working directory`, { input, hint: "Write a path that is relative to the working directory and has no '..'." });
            }
            return new _runner_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo("glob-too-wide", `Input '${input}' has the glob ${(0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .hD)(glob)}, which finds ${why.tooWide}`, { input, hint: "Write a narrower glob." });
        },
    });
}
/** The bytes of a file that was found, as a stream of any length, or why they can't be had. */
async function openFound(root, path) {
    try {
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path), node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW);
        if ((await handle.stat()).isFile())
            return { bytes: (0,_file_bytes_js__WEBPACK_IMPORTED_MODULE_7__/* .fileBytes */ .s)(handle) };
        await handle.close();
        return { why: "it is no file" };
    }
    catch (cause) {
        return { why: (0,_runner_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .errorMessage */ .gJ)(cause) };
    }
}
/** The text of a file that was found, or why it can't be had. */
async function readFound(root, path) {
    let handle;
    try {
        handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path), node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW);
    }
    catch (cause) {
        return { why: (0,_runner_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .errorMessage */ .gJ)(cause) };
    }
    try {
        const stat = await handle.stat();
        if (!stat.isFile())
            return { why: "it is no file" };
        if (stat.size > SIZE_LIMIT)
            return { why: `it is larger than ${SIZE_LIMIT / 1024 / 1024} MiB` };
        const bytes = await handle.readFile();
        return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
    }
    catch (cause) {
        return { why: (0,_runner_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .errorMessage */ .gJ)(cause) };
    }
    finally {
        await handle.close();
    }
}
//# sourceMappingURL=found-files.js.map

/***/ }),

/***/ 69091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ functionRatio),
/* harmony export */   T: () => (/* binding */ functionsOf)
/* harmony export */ });
/* harmony import */ var _ratio_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33813);
/* harmony import */ var _written_coverage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52376);


/** The functions of a file; undefined where no format says anything of functions. */
function functionRatio(file) {
    const only = file.only("functions");
    if (only !== undefined)
        return { covered: only.covered, total: only.total };
    return file.of("functions").length === 0 ? undefined : ratioOf(byFormat(file));
}
/** The functions that count, sorted: those of a format that ran, and of one that knows more as many that did not. */
function functionsOf(file) {
    const formats = byFormat(file);
    const most = ratioOf(formats);
    const ran = best(formats, ({ covered }) => covered);
    const known = best(formats, ({ total }) => total);
    if (ran === undefined || known === undefined)
        return [];
    if (countOf(ran).total === most.total)
        return ran;
    const missed = known.filter(([, , covered]) => !covered);
    return (0,_written_coverage_js__WEBPACK_IMPORTED_MODULE_0__/* .sorted */ .IP)([...ran.filter(([, , covered]) => covered), ...missed.slice(0, most.total - most.covered)]);
}
/** Of each format, sorted, where what another saw running has run. */
function byFormat(file) {
    const formats = file.of("functions").map((each) => (0,_written_coverage_js__WEBPACK_IMPORTED_MODULE_0__/* .sorted */ .IP)(each.marks()));
    if (formats.length < 2)
        return formats;
    const ran = new Set();
    for (const marks of formats)
        for (const [line, name, covered] of marks)
            if (covered)
                ran.add(`${line} ${name}`);
    return formats.map((marks) => marks.map(([line, name]) => [line, name, ran.has(`${line} ${name}`)]));
}
function ratioOf(formats) {
    return formats.reduce((all, marks) => (0,_ratio_js__WEBPACK_IMPORTED_MODULE_1__/* .largerOfEach */ .m)(all, countOf(marks)), { covered: 0, total: 0 });
}
function countOf(marks) {
    return { covered: marks.filter(([, , covered]) => covered).length, total: marks.length };
}
/** The format with most of it, of equal ones that which knows the most, then the one whose names come first. */
function best(formats, most) {
    let found;
    for (const marks of formats) {
        const [a, b] = [countOf(marks), countOf(found ?? [])];
        const more = most(a) - most(b) || a.total - b.total || a.covered - b.covered;
        if (found === undefined || more > 0 || (more === 0 && JSON.stringify(marks) < JSON.stringify(found)))
            found = marks;
    }
    return found;
}
//# sourceMappingURL=functions.js.map

/***/ }),

/***/ 98954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ readGoModules)
/* harmony export */ });
/** Go names files by import path: which folder of the repository a module is in stands in its go.mod. */
/** The folders of each module of a tree. One module in several folders (copies in test data) keeps them all. */
async function readGoModules(tree) {
    const manifests = (await tree.list()).filter((path) => path === "go.mod" || path.endsWith("/go.mod"));
    const modules = new Map();
    if (manifests.length === 0)
        return modules;
    for (const [path, text] of await tree.read(manifests)) {
        const name = moduleOf(text);
        if (name === undefined)
            continue;
        const folder = path === "go.mod" ? "." : path.slice(0, -"/go.mod".length);
        modules.set(name, [...(modules.get(name) ?? []), folder]);
    }
    return modules;
}
/** The module line of a go.mod (https://go.dev/ref/mod#go-mod-file-module), bare, quoted or in parentheses. */
function moduleOf(text) {
    const plain = text.replace(/\/\/[^\n]*/g, "");
    return /^[ \t]*module[ \t]*(?:\([ \t\r\n]*)?["`]?([^\s"`()]+)/m.exec(plain)?.[1];
}
//# sourceMappingURL=go-modules.js.map

/***/ }),

/***/ 61461:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ HeldBytes),
/* harmony export */   e: () => (/* binding */ HELD_LIMIT)
/* harmony export */ });
/** The longest run of bytes that is held, after long strings in it are cut: a picked value of a JSON report. */
const HELD_LIMIT = 64 * 1024 * 1024;
/** A run of bytes that begins in one chunk of a stream and ends in the same or a later one. Pure. */
class HeldBytes {
    /** Parts from earlier chunks, or from before a gap. */
    #parts = [];
    #size = 0;
    /** From where in the present chunk; -1 where nothing is held of it. */
    #from = -1;
    get isHolding() {
        return this.#from >= 0;
    }
    /** Begins, or goes on after a pause. */
    start(at) {
        this.#from = at;
    }
    /** Holds nothing between `end` and the next start. False where it has become too much. */
    pause(chunk, end) {
        const isGood = this.#keep(chunk, end);
        this.#from = -1;
        return isGood;
    }
    /** The chunk has ended, and what is held goes on in the next. False where it has become too much. */
    nextChunk(chunk) {
        if (this.#from < 0)
            return true;
        const isGood = this.#keep(chunk, chunk.length);
        this.#from = 0;
        return isGood;
    }
    /** The text of all that is held, up to `end` of the present chunk. Nothing is held afterwards. */
    take(chunk, end) {
        const from = this.#from;
        this.#from = -1;
        if (this.#parts.length === 0)
            return chunk.toString("utf8", from, end);
        const all = Buffer.concat([...this.#parts, chunk.subarray(from, end)]);
        this.#parts = [];
        this.#size = 0;
        return all.toString("utf8");
    }
    #keep(chunk, end) {
        this.#size += end - this.#from;
        // A copy, for a small part would keep the whole chunk.
        if (end > this.#from)
            this.#parts.push(Buffer.from(chunk.subarray(this.#from, end)));
        return this.#size <= HELD_LIMIT;
    }
}
//# sourceMappingURL=held-bytes.js.map

/***/ }),

/***/ 51491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ readJson),
  s: () => (/* binding */ readJsonLines)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
// EXTERNAL MODULE: ./.cache/bundles/evidence/held-bytes.js
var held_bytes = __webpack_require__(61461);
;// CONCATENATED MODULE: ./.cache/bundles/evidence/json-repeated.js
/** Keys that stand twice in one object of a JSON text: JSON.parse takes the last and says nothing. Pure. */
/** Whether any object has a key twice; `value` is what JSON.parse makes of the text. */
function hasRepeatedKey(text, value) {
    return writtenKeys(text) !== keptKeys(value);
}
/** A string that a colon follows is a key. */
function writtenKeys(text) {
    let keys = 0;
    for (let start = text.indexOf('"'); start >= 0;) {
        let end = text.indexOf('"', start + 1);
        while (end >= 0 && isEscaped(text, end))
            end = text.indexOf('"', end + 1);
        if (end < 0)
            break;
        let next = end + 1;
        while (isBlank(text.charCodeAt(next)))
            next++;
        if (text[next] === ":")
            keys++;
        start = text.indexOf('"', next);
    }
    return keys;
}
function isEscaped(text, at) {
    let backslashes = 0;
    while (text[at - 1 - backslashes] === "\\")
        backslashes++;
    return backslashes % 2 === 1;
}
function isBlank(code) {
    return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
/** The scanner has limited the depth. */
function keptKeys(value) {
    if (typeof value !== "object" || value === null)
        return 0;
    let keys = 0;
    if (Array.isArray(value)) {
        for (const each of value)
            if (typeof each === "object")
                keys += keptKeys(each);
        return keys;
    }
    for (const each of Object.values(value))
        keys += 1 + keptKeys(each);
    return keys;
}
//# sourceMappingURL=json-repeated.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/json-picker.js


class JsonPicker {
    #handler;
    #place;
    /** Through the open containers, as far as it is wanted. */
    #path = [];
    /** In how many containers the value began that is picked or skipped; -1 where there is none. */
    #inside = -1;
    #picked = false;
    #pickedLine = 1;
    /** The picked value, or the key on the way to one. */
    #held = new held_bytes/* HeldBytes */.J();
    constructor(handler, place) {
        this.#handler = handler;
        this.#place = place;
    }
    /** Whether what is read is within a picked or a skipped value: then its keys are on the way to none. */
    get isInside() {
        return this.#inside >= 0;
    }
    /** Whether the bytes that come are kept. */
    get isHolding() {
        return this.#held.isHolding;
    }
    /** A value begins in `depth` containers. */
    beginValue(kind, depth, at) {
        const answer = this.#handler.pick(this.#path, kind);
        if (answer !== false)
            this.#inside = depth;
        this.#picked = answer === true;
        if (answer === true)
            this.#held.start(at);
        this.#pickedLine = this.#place.line;
    }
    /** A value has ended before `end`, in `depth` containers. */
    endValue(depth, chunk, end) {
        if (this.#inside !== depth)
            return;
        this.#inside = -1;
        if (this.#picked)
            this.#take(chunk, end);
    }
    /** A container has begun whose members are on the way to what is wanted. */
    enter(kind) {
        this.#path.push(kind === "array" ? 0 : "");
    }
    leave() {
        this.#path.pop();
    }
    /** Another element of an array comes. */
    nextElement() {
        const last = this.#path.length - 1;
        this.#path[last] = this.#path[last] + 1;
    }
    /** A key begins. */
    beginKey(at) {
        this.#held.start(at);
    }
    /** A key has ended before `end`. */
    endKey(chunk, end, isEscaped) {
        const text = this.#held.take(chunk, end);
        this.#path[this.#path.length - 1] = isEscaped ? JSON.parse(`"${text}"`) : text;
    }
    /** Keeps nothing of what comes until it is resumed: a string is too long. */
    pause(chunk, at) {
        if (!this.#held.pause(chunk, at))
            this.#refuse(at);
    }
    resume(at) {
        this.#held.start(at);
    }
    nextChunk(chunk) {
        if (!this.#held.nextChunk(chunk))
            this.#refuse(chunk.length);
    }
    #take(chunk, end) {
        const text = this.#held.take(chunk, end);
        const value = JSON.parse(text);
        if (this.#handler.repeated !== undefined && hasRepeatedKey(text, value))
            this.#handler.repeated(this.#path);
        this.#handler.take(this.#path, value, this.#pickedLine);
    }
    #refuse(at) {
        throw this.#place.limit(at, `a value longer than ${held_bytes/* HELD_LIMIT */.e} bytes`);
    }
}
//# sourceMappingURL=json-picker.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/json-errors.js

/** The errors of JSON that is not as it should be. `place` names the file. Pure. */
function malformedAt(place, what) {
    return new errors/* UserError */.yo("report-malformed", `${place.file} is no valid JSON: ${what}`, {
        ...place,
        hint: "The file is damaged, or something else wrote into it.",
    });
}
/** `wanted` is what should follow. */
function truncatedAt(place, wanted) {
    return new errors/* UserError */.yo("report-truncated", `${place.file} is cut off: it ends where ${wanted} should follow`, {
        ...place,
        hint: "The tool that writes it did not finish, or the file was copied while it was written.",
    });
}
function limitAt(place, what) {
    return new errors/* UserError */.yo("report-limit", `${place.file} has ${what}`, {
        ...place,
        hint: "This is more than any known tool writes: the file is damaged or hostile.",
    });
}
//# sourceMappingURL=json-errors.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/json-place.js


const NOTHING = Buffer.alloc(0);
/** Where in a JSON file a byte of the present chunk stands, and the errors that say so. Pure. */
class JsonPlace {
    #file;
    #chunk = NOTHING;
    /** From 1. */
    line = 1;
    /** Where in the chunk the line begins, and how many characters of it stood in chunks before. */
    #lineStart = 0;
    #columns = 0;
    constructor(file) {
        this.#file = file;
    }
    /** Another chunk comes. */
    begin(chunk) {
        this.#chunk = chunk;
        this.#lineStart = 0;
    }
    /** Where the next chunk begins. */
    get here() {
        const { line, column } = this.#of(0);
        return { line, column };
    }
    /** The chunk is read, and its bytes may be gone with the next one. */
    end() {
        this.#columns += characters(this.#chunk, this.#lineStart, this.#chunk.length);
        this.begin(NOTHING);
    }
    /** A line ends at a byte. */
    newline(at) {
        this.line++;
        this.#lineStart = at + 1;
        this.#columns = 0;
    }
    unexpected(at, wanted) {
        const [found = ""] = this.#chunk.toString("utf8", at, at + 4);
        return this.malformed(at, `${JSON.stringify(found)} stands where ${wanted} should`);
    }
    malformed(at, what) {
        return malformedAt(this.#of(at), what);
    }
    limit(at, what) {
        return limitAt(this.#of(at), what);
    }
    /** The file ends where `wanted` should follow. */
    truncated(wanted) {
        return truncatedAt(this.#of(0), wanted);
    }
    #of(at) {
        const column = 1 + this.#columns + characters(this.#chunk, this.#lineStart, at);
        return { file: this.#file, line: this.line, column };
    }
}
/** UTF-16 units, as editors count. */
function characters(chunk, from, end) {
    if ((0,external_node_buffer_.isAscii)(chunk.subarray(from, end)))
        return end - from;
    let count = 0;
    for (let at = from; at < end; at++) {
        const byte = chunk[at];
        if ((byte & 0xc0) !== 0x80)
            count += byte >= 0xf0 ? 2 : 1;
    }
    return count;
}
//# sourceMappingURL=json-place.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/json-states.js
/** The states of reading JSON: what may come next. Pure. */
const VALUE = 0;
const FIRST_ELEMENT = 1;
const FIRST_KEY = 2;
const KEY = 3;
const COLON = 4;
const AFTER = 5;
const END = 6;
const STRING = 7;
const ESCAPE = 8;
const HEX = 9;
const LITERAL = 10;
// Numbers: those from ZERO may end.
const MINUS = 11;
const POINT = 12;
const EXPONENT = 13;
const EXPONENT_SIGN = 14;
const ZERO = 15;
const INTEGER = 16;
const FRACTION = 17;
const EXPONENT_DIGITS = 18;
/** What should stand there, for errors. */
const WANTED = {
    [VALUE]: "a value",
    [FIRST_ELEMENT]: "a value or ]",
    [FIRST_KEY]: "a key or }",
    [KEY]: "a key",
    [COLON]: "a colon",
    [END]: "the end of the file",
    [ESCAPE]: "an escaped character",
    [HEX]: "a hexadecimal digit",
};
function isDigit(byte) {
    return byte >= 0x30 && byte <= 0x39;
}
/** What a byte makes of a number that is read so far; undefined where it belongs to none. */
function numberState(state, byte) {
    if (isDigit(byte)) {
        if (state === MINUS)
            return byte === 0x30 ? ZERO : INTEGER;
        if (state === POINT)
            return FRACTION;
        if (state === EXPONENT || state === EXPONENT_SIGN)
            return EXPONENT_DIGITS;
        return state === ZERO ? undefined : state;
    }
    if (byte === 0x2e && (state === ZERO || state === INTEGER))
        return POINT;
    if ((byte | 0x20) === 0x65 && (state === ZERO || state === INTEGER || state === FRACTION))
        return EXPONENT;
    return (byte === 0x2b || byte === 0x2d) && state === EXPONENT ? EXPONENT_SIGN : undefined;
}
//# sourceMappingURL=json-states.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/json-scanner.js



/**
 * JSON (RFC 8259) byte by byte. Every byte is checked, wanted or not; only the values that are picked are
 * held, so a report of any size costs as much memory as its largest picked value. Pure.
 */
const DEPTH_LIMIT = 256;
/** Longer strings of picked values are cut, and longer keys on the way to them refused. In bytes. */
const STRING_LIMIT = 64 * 1024;
const NEWLINE = 0x0a;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const ARRAY = 0x5b;
const OBJECT = 0x7b;
class JsonScanner {
    #place;
    #picker;
    /** Whether every line is a value of its own. */
    #lines;
    #state = VALUE;
    #chunk = Buffer.alloc(0);
    /** The open containers, each by the byte that opened it. */
    #open = new Uint8Array(DEPTH_LIMIT);
    #depth = 0;
    #inKey = false;
    #stringBytes = 0;
    /** Whether a string is too long to be kept whole. */
    #cutting = false;
    #escaped = false;
    #hexLeft = 0;
    #literal = "";
    #literalAt = 0;
    constructor(file, handler, lines) {
        this.#place = new JsonPlace(file);
        this.#picker = new JsonPicker(handler, this.#place);
        this.#lines = lines;
    }
    /** The next bytes, in which no character is cut. */
    feed(chunk) {
        this.#chunk = chunk;
        this.#place.begin(chunk);
        const { length } = chunk;
        let at = 0;
        while (at < length) {
            const state = this.#state;
            if (state === STRING) {
                at = this.#string(at);
                continue;
            }
            const byte = chunk[at];
            if (state > END) {
                if (state >= MINUS) {
                    at = this.#number(byte, at);
                }
                else {
                    this.#within(byte, at);
                    at++;
                }
                continue;
            }
            if (byte === 0x20 || byte === NEWLINE || byte === 0x0d || byte === 0x09) {
                if (byte === NEWLINE)
                    this.#newline(at);
                at++;
                continue;
            }
            this.#token(byte, at);
            at++;
        }
        this.#picker.nextChunk(chunk);
        this.#place.end();
    }
    /** Where the next byte stands, between chunks. */
    get place() {
        return this.#place.here;
    }
    /** After the last bytes. */
    end() {
        this.#chunk = Buffer.alloc(0);
        if (this.#state >= ZERO && this.#depth === 0)
            this.#finish(0);
        if (this.#state === END || (this.#lines && this.#state === VALUE && this.#depth === 0))
            return;
        const wanted = WANTED[this.#state] ?? (this.#state === AFTER ? this.#orClose() : "the rest of a value");
        throw this.#place.truncated(wanted);
    }
    /** Skips to the end of a string, or of what of it is here. */
    #string(start) {
        const chunk = this.#chunk;
        const { length } = chunk;
        let at = start;
        let byte = 0;
        while (at < length) {
            byte = chunk[at];
            if (byte === QUOTE || byte === BACKSLASH || byte < 0x20)
                break;
            at++;
        }
        if (this.#picker.isHolding && this.#stringBytes + at - start >= STRING_LIMIT)
            this.#cut(start, at, byte);
        this.#stringBytes += at - start;
        if (at === length)
            return at;
        if (byte === BACKSLASH) {
            this.#state = ESCAPE;
            this.#escaped = true;
            this.#stringBytes++;
        }
        else if (byte === QUOTE)
            this.#endString(at);
        else
            throw this.#place.malformed(at, "a string contains a control character that is not escaped");
        return at + 1;
    }
    /** Holds no more of a string that is too long. */
    #cut(start, end, byte) {
        if (this.#inKey) {
            if (this.#picker.isInside)
                return;
            throw this.#place.limit(start, `a key longer than ${STRING_LIMIT} bytes`);
        }
        if (end < this.#chunk.length && byte === QUOTE && this.#stringBytes + end - start === STRING_LIMIT)
            return;
        let at = Math.max(start, start + STRING_LIMIT - this.#stringBytes);
        while (at < end && (this.#chunk[at] & 0xc0) === 0x80)
            at++;
        this.#picker.pause(this.#chunk, at);
        this.#cutting = true;
    }
    #endString(at) {
        if (this.#cutting) {
            this.#cutting = false;
            this.#picker.resume(at);
        }
        if (!this.#inKey) {
            this.#finish(at + 1);
            return;
        }
        this.#inKey = false;
        this.#state = COLON;
        if (!this.#picker.isInside)
            this.#picker.endKey(this.#chunk, at, this.#escaped);
    }
    /** A byte of an escape or of a literal. */
    #within(byte, at) {
        if (this.#state === LITERAL) {
            if (byte !== this.#literal.charCodeAt(this.#literalAt))
                throw this.#unexpected(at, `'${this.#literal}'`);
            this.#literalAt++;
            if (this.#literalAt === this.#literal.length)
                this.#finish(at + 1);
            return;
        }
        this.#stringBytes++;
        if (this.#state === HEX) {
            const lower = byte | 0x20;
            if (!(isDigit(byte) || (lower >= 0x61 && lower <= 0x66)))
                throw this.#unexpected(at);
            this.#hexLeft--;
            if (this.#hexLeft === 0)
                this.#state = STRING;
        }
        else if (byte === 0x75) {
            this.#state = HEX;
            this.#hexLeft = 4;
        }
        else if ('"\\/bfnrt'.includes(String.fromCharCode(byte)))
            this.#state = STRING;
        else
            throw this.#unexpected(at);
    }
    /** A byte of a number and the digits behind it; returns where to go on. */
    #number(byte, at) {
        const state = this.#state;
        if (isDigit(byte) && state === ZERO)
            throw this.#place.malformed(at, "a number begins with 0 and goes on");
        const next = numberState(state, byte);
        if (next === undefined) {
            if (state < ZERO)
                throw this.#unexpected(at, "a digit");
            this.#finish(at);
            return at;
        }
        this.#state = next;
        let end = at + 1;
        if (next >= INTEGER)
            while (isDigit(this.#chunk[end] ?? 0))
                end++;
        return end;
    }
    /** A byte outside of strings, numbers, literals and white space. */
    #token(byte, at) {
        switch (this.#state) {
            case VALUE:
                this.#begin(byte, at);
                return;
            case FIRST_ELEMENT:
                if (byte === 0x5d)
                    this.#close(at);
                else
                    this.#begin(byte, at);
                return;
            case FIRST_KEY:
            case KEY:
                if (byte === 0x7d && this.#state === FIRST_KEY) {
                    this.#close(at);
                    return;
                }
                if (byte !== QUOTE)
                    throw this.#unexpected(at);
                this.#startString(true);
                if (!this.#picker.isInside)
                    this.#picker.beginKey(at + 1);
                return;
            case COLON:
                if (byte !== 0x3a)
                    throw this.#unexpected(at);
                this.#state = VALUE;
                return;
            case AFTER: {
                const isArray = this.#open[this.#depth - 1] === ARRAY;
                if (byte === (isArray ? 0x5d : 0x7d)) {
                    this.#close(at);
                    return;
                }
                if (byte !== 0x2c)
                    throw this.#unexpected(at, this.#orClose());
                this.#state = isArray ? VALUE : KEY;
                if (isArray && !this.#picker.isInside)
                    this.#picker.nextElement();
                return;
            }
            default:
                throw this.#unexpected(at, this.#lines ? "the end of the line" : undefined);
        }
    }
    #begin(byte, at) {
        if (!this.#picker.isInside)
            this.#picker.beginValue(kindOf(byte), this.#depth, at);
        if (byte === QUOTE)
            this.#startString(false);
        else if (byte === OBJECT || byte === ARRAY) {
            if (this.#depth === DEPTH_LIMIT)
                throw this.#place.limit(at, `more than ${DEPTH_LIMIT} levels`);
            this.#open[this.#depth] = byte;
            this.#depth++;
            if (!this.#picker.isInside)
                this.#picker.enter(kindOf(byte));
            this.#state = byte === ARRAY ? FIRST_ELEMENT : FIRST_KEY;
        }
        else if (byte === 0x2d)
            this.#state = MINUS;
        else if (byte === 0x30)
            this.#state = ZERO;
        else if (isDigit(byte))
            this.#state = INTEGER;
        else if (byte === 0x74 || byte === 0x66 || byte === 0x6e) {
            this.#literal = byte === 0x74 ? "true" : byte === 0x66 ? "false" : "null";
            this.#literalAt = 1;
            this.#state = LITERAL;
        }
        else
            throw this.#unexpected(at);
    }
    #startString(isKey) {
        this.#state = STRING;
        this.#inKey = isKey;
        this.#stringBytes = 0;
        this.#escaped = false;
    }
    #close(at) {
        this.#depth--;
        if (!this.#picker.isInside)
            this.#picker.leave();
        this.#finish(at + 1);
    }
    /** A value has ended before `end`. */
    #finish(end) {
        this.#state = this.#depth === 0 ? END : AFTER;
        this.#picker.endValue(this.#depth, this.#chunk, end);
    }
    #newline(at) {
        if (this.#lines) {
            if (this.#state === END)
                this.#state = VALUE;
            else if (this.#state !== VALUE || this.#depth > 0)
                throw this.#place.malformed(at, "the line ends within its value");
        }
        this.#place.newline(at);
    }
    #orClose() {
        return this.#open[this.#depth - 1] === ARRAY ? "a comma or ]" : "a comma or }";
    }
    #unexpected(at, wanted = WANTED[this.#state] ?? "something else") {
        return this.#place.unexpected(at, wanted);
    }
}
function kindOf(byte) {
    return byte === OBJECT ? "object" : byte === ARRAY ? "array" : "plain";
}
//# sourceMappingURL=json-scanner.js.map
// EXTERNAL MODULE: ./.cache/bundles/evidence/text.js + 1 modules
var evidence_text = __webpack_require__(35108);
;// CONCATENATED MODULE: ./.cache/bundles/evidence/json.js




/**
 * Reads one JSON document of any size and hands over what `handler` picks. All of it must be well-formed: a
 * file that is cut off, malformed or over a limit is a UserError with line and column. Values are what
 * JSON.parse gives, so their objects may have any own keys (`__proto__` too), and their strings are cut at
 * 64 KiB.
 */
async function readJson(source, file, handler) {
    await scan(source, file, new JsonScanner(file, handler, false));
}
/** Reads a file in which every line that is not blank is a JSON value; `line` counts from 1. */
async function readJsonLines(source, file, take) {
    const handler = { pick: () => true, take: (_path, value, line) => take(value, line) };
    await scan(source, file, new JsonScanner(file, handler, true));
}
async function scan(source, file, scanner) {
    const { head, all } = await (0,evidence_text/* peek */.se)(source);
    if ((0,evidence_text/* encodingOf */.P$)(head) !== "utf-8") {
        try {
            for await (const chunk of (0,evidence_text/* readUtf8 */.Sx)(all, file))
                scanner.feed(Buffer.from(chunk));
        }
        catch (thrown) {
            throw (0,evidence_text/* placed */.GS)(thrown, () => scanner.place);
        }
        scanner.end();
        return;
    }
    let bytes = 0;
    let rest = Buffer.alloc(0);
    const refuse = () => new errors/* UserError */.yo("report-encoding", `${file} is not valid utf-8, at byte ${bytes}`, {
        file,
        ...scanner.place,
        hint: "The file is damaged, or was written in another encoding. Write reports in UTF-8.",
    });
    for await (const each of all) {
        const chunk = Buffer.from(each.buffer, each.byteOffset, each.byteLength);
        const whole = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
        const end = whole.length - incomplete(whole);
        const complete = whole.subarray(0, end);
        rest = Buffer.from(whole.subarray(end));
        const good = (0,external_node_buffer_.isUtf8)(complete) ? end : (0,evidence_text/* validLength */.Dn)(complete);
        const hasMark = bytes === 0 && complete[0] === 0xef && complete[1] === 0xbb && complete[2] === 0xbf;
        scanner.feed(complete.subarray(hasMark ? 3 : 0, good));
        bytes += good;
        if (good < end)
            throw refuse();
    }
    scanner.end();
    if (rest.length > 0)
        throw refuse();
}
/** How many bytes at the end begin a character that goes on after them. */
function incomplete(bytes) {
    for (let back = 1; back <= Math.min(3, bytes.length); back++) {
        const byte = bytes[bytes.length - back];
        if (byte < 0x80)
            return 0;
        if (byte >= 0xc0)
            return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
    }
    return 0;
}
//# sourceMappingURL=json.js.map

/***/ }),

/***/ 41257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sc: () => (/* binding */ CoverageUnion),
  Lq: () => (/* binding */ mergeCounts),
  PV: () => (/* binding */ mergeCoverage)
});

// EXTERNAL MODULE: ./.cache/bundles/evidence/coverage/report.js
var report = __webpack_require__(69735);
// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
// EXTERNAL MODULE: ./.cache/bundles/evidence/coverage/file-state.js
var file_state = __webpack_require__(18499);
// EXTERNAL MODULE: ./.cache/bundles/evidence/coverage/line-hits.js
var line_hits = __webpack_require__(4498);
// EXTERNAL MODULE: ./.cache/bundles/evidence/coverage/line-marks.js
var line_marks = __webpack_require__(22344);
// EXTERNAL MODULE: ./.cache/bundles/evidence/coverage/statements.js
var statements = __webpack_require__(51847);
// EXTERNAL MODULE: ./.cache/bundles/evidence/ratio.js
var evidence_ratio = __webpack_require__(33813);
;// CONCATENATED MODULE: ./.cache/bundles/evidence/covered-file.js






const TOTALS = ["lines", "branches", "functions", "statements"];
class CoveredFile {
    /** Repository path, or as a report writes it where it is none. */
    path;
    lines;
    /** Of reports that give numbers alone for this file. */
    totals;
    /** Of the source that was counted in, where a tool tells of it. */
    state;
    #tables;
    /** A list, for nearly all files are of one format. */
    #details = [];
    constructor(path, tables, lines = new line_hits/* LineHits */.X()) {
        this.path = path;
        this.lines = lines;
        this.#tables = tables;
    }
    /** Each format once. */
    get details() {
        return this.#details;
    }
    /** What each format says of one kind; empty where none says anything. */
    of(kind) {
        const found = [];
        for (const detail of this.#details) {
            const each = detail[kind];
            if (each !== undefined)
                found.push(each);
        }
        return found;
    }
    /** What one format says of a kind where no other says anything, as nearly always. */
    only(kind) {
        let only;
        for (const { [kind]: each } of this.#details) {
            if (each === undefined)
                continue;
            if (only !== undefined)
                return undefined;
            only = each;
        }
        return only;
    }
    /** Takes what a format says that has said nothing yet. */
    put(detail) {
        this.#details.push(detail);
    }
    /** Adds what a format says of this file somewhere else; nothing of it is kept. */
    addDetail({ format, branches, functions, statements }) {
        const own = this.detail(format);
        if (branches !== undefined)
            this.branchesOf(own).addAll(branches);
        if (functions !== undefined)
            this.functionsOf(own).addAll(functions);
        if (statements !== undefined)
            this.statementsOf(own).addAll(statements);
    }
    /** Numbers of two parts may mean the same things, so they are never added. */
    addTotals(more) {
        if (more == null)
            return;
        const united = { ...this.totals };
        for (const key of TOTALS) {
            const ratio = more[key];
            if (ratio !== undefined)
                united[key] = (0,evidence_ratio/* largerOfEach */.m)(united[key], ratio);
        }
        this.totals = united;
    }
    /**
     * @param report the one that tells of it, where it is known
     * @throws UserError `report-of-another-commit` where it was counted in another state of the source
     */
    refuseOtherState(state, report) {
        const difference = state === undefined ? undefined : this.state?.difference(state);
        if (difference === undefined)
            return;
        throw new errors/* UserError */.yo("report-of-another-commit", `${report ?? "A report"} has ${JSON.stringify(this.path.slice(0, 300))} in another state than one before, ${difference}: they are of different commits`, {
            file: report,
            hint: "Run the tests again, and unite only reports that were written of one commit.",
        });
    }
    /** Takes the state of the source that something else was counted in, as long as it is no other one. */
    addState(state, report) {
        if (state === undefined)
            return;
        this.refuseOtherState(state, report);
        this.state ??= new file_state/* FileState */.M();
        this.state.add(state);
    }
    /** @throws UserError as refuseOtherState does */
    add(other) {
        this.addState(other.state);
        this.lines.addAll(other.lines);
        for (const detail of other.details)
            this.addDetail(detail);
        this.addTotals(other.totals);
    }
    detail(format) {
        let detail = this.#details.find((each) => each.format === format);
        if (detail === undefined) {
            detail = { format };
            this.#details.push(detail);
        }
        return detail;
    }
    branchesOf(detail) {
        detail.branches ??= new line_marks/* Branches */.PR(this.#tables.arms);
        return detail.branches;
    }
    functionsOf(detail) {
        detail.functions ??= new line_marks/* Functions */.ah(this.#tables.functions);
        return detail.functions;
    }
    statementsOf(detail) {
        detail.statements ??= new statements/* Statements */.$(this.#tables.statements);
        return detail.statements;
    }
}
//# sourceMappingURL=covered-file.js.map
// EXTERNAL MODULE: ./.cache/bundles/evidence/written-coverage.js
var written_coverage = __webpack_require__(52376);
;// CONCATENATED MODULE: ./.cache/bundles/evidence/merge.js



/**
 * The union of what shards and legs say. Order and grouping make no difference, and nothing that one shard
 * has covered is lost because another has not seen it. A part that is united twice changes nothing but hits,
 * which are added since they are counts of runs: the figures and what is covered stay the same. Pure.
 */
/** The union by file, line, arm, function and statement; hits are added. Sorted; the parts stay as they are. */
function mergeCoverage(parts) {
    const union = new CoverageUnion();
    for (const files of parts)
        union.add(files);
    return union.files();
}
/** The union of parts that come one by one, so that no more than it is held. */
class CoverageUnion {
    #files = new Map();
    #tables;
    /** How many files there are. */
    get size() {
        return this.#files.size;
    }
    /**
     * Takes a file of a report under its path in the repository. Its arrays become the union's where they can: the
     * report, whose own path is `file`, is not to be used any more.
     * @throws UserError `report-of-another-commit` where the file was counted in another state of the source
     */
    take(path, raw, report, file) {
        const detail = {
            format: report.format,
            branches: report.hasBranches ? raw.branches : undefined,
            functions: report.hasFunctions ? raw.functions : undefined,
            statements: report.hasStatements ? raw.statements : undefined,
        };
        this.#tables ??= raw.tables;
        let held = this.#files.get(path);
        if (held === undefined && this.#tables === raw.tables) {
            held = new CoveredFile(path, this.#tables, raw.lines);
            held.state = raw.state;
            held.put(detail);
            this.#files.set(path, held);
        }
        else {
            held ??= this.#make(path);
            held.addState(raw.state, file);
            held.lines.addAll(raw.lines);
            held.addDetail(detail);
        }
        if (raw.totals !== undefined)
            held.addTotals(knownTotals(raw.totals));
    }
    /**
     * Adds parts, which stay as they are.
     * @throws UserError `report-of-another-commit` where a file was counted in another state of the source
     */
    add(files) {
        for (const file of files)
            (this.#files.get(file.path) ?? this.#make(file.path)).add(file);
    }
    /**
     * Adds all of another union, which is not to be used any more.
     * @throws UserError `report-of-another-commit` as `add` does, before anything is added
     */
    absorb(other, file) {
        for (const { path, state } of other.#files.values())
            this.#files.get(path)?.refuseOtherState(state, file);
        if (this.#files.size > 0) {
            this.add(other.#files.values());
            return;
        }
        this.#files = other.#files;
        this.#tables = other.#tables;
    }
    /** Adds a file as evidence has it. */
    addWritten(written) {
        (0,written_coverage/* addWritten */.x7)(this.#files.get(written.path) ?? this.#make(written.path), written);
    }
    /** The files so far, in no order. */
    get all() {
        return this.#files.values();
    }
    /** The files so far, sorted by path. */
    files() {
        return [...this.#files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    }
    #make(path) {
        this.#tables ??= new report/* NameTables */.hN();
        const made = new CoveredFile(path, this.#tables);
        this.#files.set(path, made);
        return made;
    }
}
function knownTotals(totals) {
    return Object.fromEntries(Object.entries(totals).filter(([, ratio]) => ratio !== undefined));
}
/** The sums: different shards and legs are different runs, and a failure in any of them fails. */
function mergeCounts(parts) {
    const sum = { total: 0, passed: 0, failed: 0, errors: 0, skipped: 0, flaky: 0 };
    for (const part of parts) {
        sum.total += part.total;
        sum.passed += part.passed;
        sum.failed += part.failed;
        sum.errors += part.errors;
        sum.skipped += part.skipped;
        sum.flaky += part.flaky;
    }
    return sum;
}
//# sourceMappingURL=merge.js.map

/***/ }),

/***/ 11868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ OTHER_COMMIT_HINT),
/* harmony export */   CP: () => (/* binding */ otherState),
/* harmony export */   fM: () => (/* binding */ lastLine),
/* harmony export */   kh: () => (/* binding */ refuseOtherCommit)
/* harmony export */ });
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33786);

/**
 * Coverage of another state of a file than the repository's: it names a line, a branch or a function past the
 * file's end, or more lines than there are. Effects come through the port.
 */
/**
 * Formats whose number of lines of a file is of different lines of it. lcov and llvm-cov count a line for each
 * instance of a template or closure, and Clover counts statements.
 */
const COUNTS_EACH_LINE_ONCE = new Set(["istanbul-summary", "jacoco"]);
/** @throws UserError `report-of-another-commit` where a file of a report has fewer lines than it speaks of */
async function refuseOtherCommit(files, covered, report, format) {
    const beyond = format === "clover" ? 1 : 0;
    for (const [path, { lines, branches, functions, totals }] of covered) {
        const last = Math.max(lines.last ?? 0, branches.last, functions.last);
        const all = COUNTS_EACH_LINE_ONCE.has(format) ? (totals?.lines?.total ?? 0) : 0;
        if (last === 0 && all === 0)
            continue;
        const count = await files.lineCount(path);
        const difference = count === undefined ? undefined : longerThan({ last, all, beyond }, count, path);
        if (difference === undefined)
            continue;
        throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("report-of-another-commit", `${report} ${difference}`, {
            file: report,
            hint: OTHER_COMMIT_HINT,
        });
    }
}
/** How to mend coverage of another state. */
const OTHER_COMMIT_HINT = "Run the tests again on this commit, and read only reports that they write.";
/**
 * How united coverage of a file that has `count` lines shows another state of it, in words that go after the name
 * of what says it; undefined where it does not. Whose totals they are is not known any more, so they prove nothing.
 */
function otherState(file, count) {
    const last = lastLine(file);
    const isClover = file.path.endsWith(".php") || file.details.some(({ format }) => format === "clover");
    return longerThan({ last, all: 0, beyond: isClover ? 1 : 0 }, count, file.path);
}
/** The last line that coverage of a file names; 0 where it names none. */
function lastLine({ lines, details }) {
    let last = lines.last ?? 0;
    for (const { branches, functions } of details)
        last = Math.max(last, branches?.last ?? 0, functions?.last ?? 0);
    return last;
}
function longerThan({ last, all, beyond }, count, path) {
    if (last <= count + beyond && all <= count)
        return undefined;
    const what = last > count + beyond ? `names line ${last}` : `counts ${all} lines`;
    return `${what} of ${path}, which has ${count}: it belongs to another commit`;
}
//# sourceMappingURL=other-commit.js.map

/***/ }),

/***/ 15293:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ RepositoryPaths)
});

;// CONCATENATED MODULE: ./.cache/bundles/evidence/path-endings.js
/** Files by the end of their paths, so that each question costs the same however many files there are. Pure. */
class PathEndings {
    #files;
    /** By a number of segments: files by their last so many segments. Made when it is first asked for. */
    #indexes = new Map();
    constructor(files) {
        this.#files = files;
    }
    /** The files whose paths end with these segments. */
    with(segments) {
        if (segments.length === 0)
            return [];
        let index = this.#indexes.get(segments.length);
        if (index === undefined) {
            index = this.#indexBy(segments.length);
            this.#indexes.set(segments.length, index);
        }
        return index.get(segments.join("/")) ?? [];
    }
    #indexBy(count) {
        const index = new Map();
        for (const file of this.#files) {
            const ending = lastSegments(file, count);
            if (ending === undefined)
                continue;
            const same = index.get(ending);
            if (same === undefined)
                index.set(ending, [file]);
            else
                same.push(file);
        }
        return index;
    }
}
function lastSegments(path, count) {
    let start = path.length + 1;
    for (let left = count; left > 0; left--) {
        if (start === 0)
            return undefined;
        start = path.lastIndexOf("/", start - 2) + 1;
    }
    return path.slice(start);
}
//# sourceMappingURL=path-endings.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/path-text.js
/** Paths as text, from any machine. Pure. */
/** `/` only, without empty, `.` and (where they can be resolved) `..` segments. Absolute paths keep their begin. */
function normalise(written) {
    const slashed = written.replaceAll("\\", "/").replace(/^file:\/\/(?=\/)/, "");
    const begin = /^(?:\/?[A-Za-z]:)?\//.exec(slashed)?.[0] ?? "";
    const segments = [];
    for (const each of slashed.slice(begin.length).split("/")) {
        if (each === "" || each === ".")
            continue;
        if (each === ".." && segments.length > 0 && segments.at(-1) !== "..")
            segments.pop();
        else if (each !== ".." || begin === "")
            segments.push(each);
    }
    return begin.replace(/^\/(?=[A-Za-z]:)/, "") + segments.join("/");
}
/** From a root (`/` or `C:/`). */
function isAbsolute(path) {
    return /^(?:[A-Za-z]:)?\//.test(path);
}
/** A path below a folder; one that leaves the repository begins with `..` and is no file of it. */
function join(folder, path) {
    return normalise(folder === "." || folder === "" ? path : `${folder}/${path}`);
}
function lastSegment(path) {
    return path.slice(path.lastIndexOf("/") + 1);
}
/** The segments, without a drive and without steps up. */
function segmentsOf(path) {
    return path.split("/").filter((each) => each !== "" && each !== ".." && !/^[A-Za-z]:$/.test(each));
}
//# sourceMappingURL=path-text.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/paths.js


/** Folders of installed packages: what lies in them is never a file of the repository by its ending alone. */
const PACKAGES = new Set([
    "node_modules",
    "site-packages",
    "dist-packages",
    ".cargo",
    ".rustup",
    ".m2",
    "gems",
]);
/** Where machines keep what is installed; nothing of the repository is built there. */
const INSTALLED = /^\/(usr|nix|opt\/hostedtoolcache)\/|\/go\/pkg\/mod\//;
/** The files of a repository, ready for many questions. */
class RepositoryPaths {
    #files;
    #endings;
    #modules;
    /** `modules` holds the folders of Go's modules (go-modules.ts). */
    constructor(files, modules = new Map()) {
        this.#files = new Set(files);
        this.#endings = new PathEndings(this.#files);
        this.#modules = modules;
    }
    /**
     * The file that a report's path means. In this order: by Go's module, below a `<source>`, relative to the
     * service (that is where its commands run) and to the folders near, relative to the repository, and then the
     * longest ending that the path shares with exactly one file, where a file of the service goes before others.
     */
    resolve(written, context) {
        if (written === "" || written.includes("\0"))
            return { kind: "none" };
        const path = normalise(written);
        const ofModule = this.#inGoModule(path, context);
        if (ofModule !== undefined)
            return ofModule;
        const found = this.#exact(path, context);
        if (found.length > 1)
            return { kind: "ambiguous", candidates: found };
        if (found[0] !== undefined)
            return { kind: "file", path: found[0] };
        return this.#belowForeignSource(path, context) ?? answer(this.#byEnding(path, context, 1), context);
    }
    /** Undefined where no module of the repository has the path. A file that its module lacks is generated. */
    #inGoModule(path, context) {
        if (this.#modules.size === 0 || !path.endsWith(".go") || isAbsolute(path))
            return undefined;
        for (let slash = path.lastIndexOf("/"); slash > 0; slash = path.lastIndexOf("/", slash - 1)) {
            const folders = this.#modules.get(path.slice(0, slash));
            if (folders === undefined)
                continue;
            const files = folders.map((folder) => join(folder, path.slice(slash + 1)));
            return answer(files.filter((file) => this.#files.has(file)), context);
        }
        return undefined;
    }
    #exact(path, context) {
        const root = normalise(context.root);
        const inRepository = (absolute) => {
            if (isAbsolute(absolute))
                return absolute.startsWith(`${root}/`) ? this.#known(absolute.slice(root.length + 1)) : undefined;
            for (const folder of folders(context)) {
                const file = this.#known(join(folder, absolute));
                if (file !== undefined)
                    return file;
            }
            return this.#known(absolute);
        };
        if (isAbsolute(path)) {
            const file = inRepository(path) ?? this.#ownPackage(path, context);
            return file === undefined ? [] : [file];
        }
        const below = new Set();
        for (const source of context.sources) {
            const file = inRepository(join(normalise(source), path));
            if (file !== undefined)
                below.add(file);
        }
        if (below.size > 0)
            return [...below].sort();
        const file = inRepository(path);
        return file === undefined ? [] : [file];
    }
    /** The service's own Python package, tested where it is installed: `site-packages/shop/cart.py`. */
    #ownPackage(path, context) {
        const rest = /\/(?:site|dist)-packages\/(.+\/.+)$/.exec(path)?.[1];
        if (rest === undefined)
            return undefined;
        for (const folder of folders(context)) {
            const file = this.#known(join(folder, rest)) ?? this.#known(join(folder, `src/${rest}`));
            if (file !== undefined)
                return file;
        }
        return undefined;
    }
    /** Below a `<source>` of another machine: the file must have all of the path, and as much of the source as fits. */
    #belowForeignSource(path, context) {
        if (isAbsolute(path))
            return undefined;
        const sources = context.sources.map(normalise).filter(isAbsolute);
        const least = segmentsOf(path).length;
        const found = new Set(sources.flatMap((source) => this.#byEnding(join(source, path), context, least + 1)));
        return found.size === 0 ? undefined : answer([...found], context);
    }
    #known(path) {
        return path !== undefined && this.#files.has(path) ? path : undefined;
    }
    /** Files that share the longest ending with the path, of at least so many segments. */
    #byEnding(path, context, least) {
        const segments = segmentsOf(path);
        if (INSTALLED.test(path) || segments.some((each) => PACKAGES.has(each)))
            return [];
        // The report names a part of the file's path, or (from another machine) more than it.
        const whole = this.#endings.with(segments);
        if (whole.length > 0)
            return whole;
        if (isAbsolute(path) || path.startsWith("../")) {
            for (let count = segments.length - 1; count >= least; count--) {
                const ending = segments.slice(-count).join("/");
                const fits = [".", ...folders(context)].flatMap((folder) => this.#known(join(folder, ending)) ?? []);
                if (fits.length > 0)
                    return [...new Set(fits)];
                // Of another machine: a name alone is in too many folders to mean the same file.
                const ends = count < 2 || !isAbsolute(path) ? [] : this.#endings.with(segments.slice(-count));
                if (ends.length > 0)
                    return ends;
            }
            return [];
        }
        return path.endsWith(".kt") ? this.#kotlin(segments) : [];
    }
    /** Kotlin's folders may leave out the packages that all files share. */
    #kotlin(segments) {
        for (let count = segments.length - 1; count > 0; count--) {
            const fits = this.#endings.with(["src", "main", "kotlin", ...segments.slice(-count)]);
            if (fits.length > 0)
                return fits;
        }
        return [];
    }
}
/** The service's folder, then those near. */
function folders(context) {
    return [context.service, ...(context.near ?? [])];
}
/** One of several files that fit equally well: of the report's module, of the service, near, and no test. */
function answer(fits, context) {
    let candidates = ofModule([...fits], context.module);
    for (const folder of folders(context)) {
        const own = folder === "." ? [] : candidates.filter((file) => file.startsWith(`${folder}/`));
        if (own.length === 0)
            continue;
        candidates = own;
        break;
    }
    if (candidates.length > 1) {
        // Both may hold a class of one name, and what is measured is the code, not its tests.
        const code = candidates.filter((file) => !/(^|\/)src\/(test|testFixtures|integrationTest)\//.test(file));
        if (code.length > 0)
            candidates = code;
    }
    const [only, ...others] = candidates.sort();
    if (only === undefined)
        return { kind: "none" };
    return others.length === 0 ? { kind: "file", path: only } : { kind: "ambiguous", candidates };
}
/**
 * Those of the files that lie in a folder named like the module (`web` of `services/web`), else like the end of
 * its name (`shop-web`, `:apps:web`), else all.
 */
function ofModule(files, module = "") {
    const name = lastSegment(module);
    if (name === "" || files.length < 2)
        return files;
    const below = (fits) => files.filter((file) => file.split("/").slice(0, -1).some(fits));
    const exact = below((folder) => folder === name);
    if (exact.length > 0)
        return exact;
    const end = below((folder) => [`-${folder}`, `.${folder}`, `:${folder}`].some((each) => name.endsWith(each)));
    return end.length > 0 ? end : files;
}
//# sourceMappingURL=paths.js.map

/***/ }),

/***/ 33813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ addRatio),
/* harmony export */   m: () => (/* binding */ largerOfEach)
/* harmony export */ });
/** Counts of what is covered, as exact integers. Pure. */
/** Sums stop at the largest exact integer: only damaged or hostile reports have counts that reach it. */
function addRatio(sum, ratio) {
    sum.covered = Math.min(Number.MAX_SAFE_INTEGER, sum.covered + ratio.covered);
    sum.total = Math.min(Number.MAX_SAFE_INTEGER, sum.total + ratio.total);
}
/**
 * What two counts of the same things show together, where which they are is not known: the larger of each
 * side, and never more covered than there are.
 */
function largerOfEach(a, b) {
    const total = Math.max(a?.total ?? 0, b.total);
    return { covered: Math.min(total, Math.max(a?.covered ?? 0, b.covered)), total };
}
//# sourceMappingURL=ratio.js.map

/***/ }),

/***/ 47983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ COVERAGE_READERS),
  K: () => (/* binding */ TEST_READERS)
});

// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var runner_errors = __webpack_require__(33786);
// EXTERNAL MODULE: ./.cache/bundles/runner/problem.js
var problem = __webpack_require__(61806);
// EXTERNAL MODULE: ./.cache/bundles/evidence/text.js + 1 modules
var evidence_text = __webpack_require__(35108);
// EXTERNAL MODULE: ./.cache/bundles/evidence/byte-window.js
var byte_window = __webpack_require__(37851);
;// CONCATENATED MODULE: ./.cache/bundles/evidence/xml-characters.js

/** What bytes mean in XML, and the text that they stand for. Pure. */
/** Bits of CLASSES. Bytes from 128 on are parts of characters that names may hold. */
const NAME = 1;
const NAME_START = 2;
const SPACE = 4;
/** Ends a run of text that means itself: `<`, `&` and `]`. */
const TEXT_END = 8;
/** By byte. */
const CLASSES = new Uint8Array(256);
/** By byte: what a value of an attribute has in it. */
const VALUE_MARKS = new Uint8Array(256);
const HAS_LESS = 1;
const HAS_REFERENCE = 2;
const HAS_SPACE = 4;
const HAS_MORE_THAN_ASCII = 8;
for (let byte = 0; byte < 256; byte++) {
    const text = String.fromCharCode(byte);
    if (byte >= 128 || /[A-Za-z_:]/.test(text))
        CLASSES[byte] = NAME | NAME_START;
    else if (/[-.0-9]/.test(text))
        CLASSES[byte] = NAME;
    else if (/[ \t\r\n]/.test(text))
        CLASSES[byte] = SPACE;
    else if (/[<&\]]/.test(text))
        CLASSES[byte] = TEXT_END;
    if (text === "<")
        VALUE_MARKS[byte] = HAS_LESS;
    else if (text === "&")
        VALUE_MARKS[byte] = HAS_REFERENCE;
    else if (/[\t\r\n]/.test(text))
        VALUE_MARKS[byte] = HAS_SPACE;
    else if (byte >= 128)
        VALUE_MARKS[byte] = HAS_MORE_THAN_ASCII;
}
const ENTITIES = new Map([
    ["lt", "<"],
    ["gt", ">"],
    ["amp", "&"],
    ["quot", '"'],
    ["apos", "'"],
]);
/** The longest reference that is looked for, in bytes, less `&` and `;`. */
const REFERENCE_LIMIT = 64;
/**
 * The character of a reference, without `&` and `;`. A character reference to what XML forbids (a terminal's
 * escape, say) stays as it is written: it changes no structure. Undefined for what is no
 * reference, and for an entity that is not XML's own.
 */
function referenced(name) {
    if (!name.startsWith("#"))
        return ENTITIES.get(name);
    const digits = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(name);
    if (digits === null)
        return undefined;
    const [, hexadecimal, decimal = ""] = digits;
    const code = hexadecimal === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hexadecimal, 16);
    return isCharacter(code) ? String.fromCodePoint(code) : `&${name};`;
}
/** https://www.w3.org/TR/xml/#charsets */
function isCharacter(code) {
    if (code < 0x20)
        return code === 0x9 || code === 0xa || code === 0xd;
    return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}
/** The text of a range of bytes of an element, with line ends as XML has them. */
function textOf(bytes, start, end) {
    const text = bytes.toString("utf8", start, end);
    return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}
/**
 * A value of an attribute, whose references were found to be good: a line end or a tab that is written as
 * itself is a blank (https://www.w3.org/TR/xml/#AVNormalize).
 */
function attributeText(bytes, start, end, marks) {
    const text = bytes.toString((marks & HAS_MORE_THAN_ASCII) === 0 ? "latin1" : "utf8", start, end);
    if ((marks & (HAS_REFERENCE | HAS_SPACE)) === 0)
        return text;
    const blank = (marks & HAS_SPACE) === 0 ? text : text.replace(/\r\n|[\t\r\n]/g, " ");
    return (marks & HAS_REFERENCE) === 0 ? blank : resolved(blank);
}
function resolved(text) {
    let out = "";
    let from = 0;
    for (let at = text.indexOf("&"); at >= 0; at = text.indexOf("&", from)) {
        const end = text.indexOf(";", at);
        out += text.slice(from, at) + (referenced(text.slice(at + 1, end)) ?? "");
        from = end + 1;
    }
    return out + text.slice(from);
}
/** Whether a range of bytes is the name of one of XML's own entities. */
function isOwnEntity(bytes, start, end) {
    const first = bytes[start];
    const second = bytes[start + 1];
    switch (end - start) {
        case 2:
            return second === 0x74 && (first === 0x6c || first === 0x67);
        case 3:
            return first === 0x61 && second === 0x6d && bytes[start + 2] === 0x70;
        default:
            // The longer two are rare.
            return false;
    }
}
/** Where text that ends a window may be cut: in no character, and not between the two halves of a line end. */
function cutBefore(bytes, end) {
    const whole = (0,evidence_text/* characterEnd */.lE)(bytes, end);
    return whole > 0 && bytes[whole - 1] === 0x0d ? whole - 1 : whole;
}
//# sourceMappingURL=xml-characters.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/xml-complaints.js

/** What is said of an XML file that can't be read, with line and column. Pure. */
class XmlComplaints {
    #file;
    #window;
    /** The name of the element that was opened last, or nothing. */
    last = "";
    constructor(file, window) {
        this.#file = file;
        this.#window = window;
    }
    /** `at` is a byte of the window. */
    malformed(at, what) {
        return new runner_errors/* UserError */.yo("report-malformed", `${this.#file} is not well-formed XML: ${what}`, {
            ...this.#place(at),
            hint: "Look at that place: the tool that writes the file, or something after it, has damaged it.",
        });
    }
    unknownEntity(at, name) {
        return this.malformed(at, `the entity '&${name};' is not one of XML's own five`);
    }
    truncated(at, what) {
        const after = this.last === "" ? "" : ` after <${this.last}>`;
        return new runner_errors/* UserError */.yo("report-truncated", `${this.#file} is cut off${after}: ${what}`, {
            ...this.#place(at),
            hint: "The tool that writes it did not finish, or the file was copied while it was written.",
        });
    }
    limit(at, what) {
        return new runner_errors/* UserError */.yo("report-limit", `${this.#file} has ${what}`, {
            ...this.#place(at),
            hint: "This is more than any known tool writes: the file is damaged or hostile.",
        });
    }
    #place(at) {
        return { file: this.#file, ...this.#window.place(at) };
    }
}
//# sourceMappingURL=xml-complaints.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/value-hash.js

/**
 * A hash of a text that is the same whether the text was made or stands as bytes in a report. Reports have millions
 * of names, of which most are never needed as texts. It is no protection against someone who wants two to be equal.
 * Pure.
 */
/** Of the first sum; FNV's (http://www.isthe.com/chongo/tech/comp/fnv/). */
const FACTOR = 0x01000193;
/** Of the second one: far from it, and odd as well, so that nothing is lost (Knuth's, for hashes by multiplication). */
const OTHER_FACTOR = 0x9e3779b1;
const AMPERSAND = 0x26;
const HASH_SIGN = 0x23;
/** Takes a text into the sums. */
function hashText(text, sums) {
    let first = sums[0];
    let second = sums[1];
    for (let index = 0; index < text.length; index++) {
        const character = text.charCodeAt(index);
        first = Math.imul(first ^ character, FACTOR);
        second = Math.imul(second ^ character, OTHER_FACTOR);
    }
    sums[0] = first;
    sums[1] = second;
}
/** Takes what a value of an attribute stands for, whose references were found to be good, into the sums. */
function hashValue(bytes, start, end, marks, sums) {
    if ((marks & (HAS_MORE_THAN_ASCII | HAS_SPACE)) !== 0) {
        hashText(attributeText(bytes, start, end, marks), sums);
        return;
    }
    let first = sums[0];
    let second = sums[1];
    for (let at = start; at < end; at++) {
        let byte = bytes[at] ?? 0;
        if (byte === AMPERSAND && (marks & HAS_REFERENCE) !== 0) {
            if (bytes[at + 1] === HASH_SIGN) {
                hashText(attributeText(bytes, start, end, marks), sums);
                return;
            }
            byte = entityAt(bytes, at);
            at += ENTITY_LENGTHS[byte] ?? 0;
        }
        first = Math.imul(first ^ byte, FACTOR);
        second = Math.imul(second ^ byte, OTHER_FACTOR);
    }
    sums[0] = first;
    sums[1] = second;
}
/** By character: how much longer its entity is than the character. */
const ENTITY_LENGTHS = { 34: 5, 38: 4, 39: 5, 60: 3, 62: 3 };
/** The character of one of XML's own entities. */
function entityAt(bytes, at) {
    switch (bytes[at + 1]) {
        case 0x6c:
            return 0x3c;
        case 0x67:
            return 0x3e;
        case 0x71:
            return 0x22;
        default:
            return bytes[at + 2] === 0x6d ? 0x26 : 0x27;
    }
}
//# sourceMappingURL=value-hash.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/xml-names.js
/** Names of elements, each made into a text once. Pure. */
/** Where two names share a slot, the later one has it: a hostile file gains no memory by many names. A power of two. */
const SLOTS = 1024;
class XmlNames {
    #slots = new Array(SLOTS).fill(undefined);
    /** `hash` is any number that equal names share. */
    get(bytes, start, end, hash) {
        const slot = hash & (SLOTS - 1);
        const known = this.#slots[slot];
        if (known !== undefined && isSame(known.bytes, bytes, start, end))
            return known;
        const text = bytes.toString("utf8", start, end);
        const made = {
            bytes: Uint8Array.from(bytes.subarray(start, end)),
            text,
            local: interned(text.slice(text.indexOf(":") + 1)),
        };
        this.#slots[slot] = made;
        return made;
    }
}
/** The same text as the engine holds it for names in code, which is compared with those at the cost of a number. */
function interned(text) {
    return Object.keys({ [text]: true })[0] ?? text;
}
function isSame(name, bytes, start, end) {
    const { length } = name;
    if (length !== end - start)
        return false;
    for (let index = 0; index < length; index++)
        if (name[index] !== bytes[start + index])
            return false;
    return true;
}
//# sourceMappingURL=xml-names.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/xml-element.js



const ATTRIBUTE_LIMIT = 256;
/** Fields of an attribute in AttributeTable.fields. */
const NAME_AT = 0;
const NAME_END = 1;
const VALUE_AT = 2;
const VALUE_END = 3;
const MARKS = 4;
const HASH = 5;
const FIELDS = 6;
/** How many values are remembered, a power of two, and how long they may be. */
const REMEMBERED = 1024;
const SHORT = 80;
/** The attributes of the tag that is read, as places in the window. */
class AttributeTable {
    fields = new Int32Array(ATTRIBUTE_LIMIT * FIELDS);
    count = 0;
    /** Counts tags, so that an element knows whether it is the one that is read. */
    tag = 0;
    start = 0;
    /** Of the tag that is read, where it is known. */
    shape;
    window;
    /** Values come again and again (classes of tests, types, percentages), and making a text is what costs most. */
    #values = new Array(REMEMBERED).fill("");
    constructor(window) {
        this.window = window;
    }
    /** Where an attribute's fields begin, or -1. */
    find(name) {
        if (this.shape !== undefined)
            return this.shape.find(name);
        const { fields } = this;
        const { bytes } = this.window;
        for (let field = 0; field < this.count * FIELDS; field += FIELDS) {
            if (isText(name, bytes, fields[field] ?? 0, fields[field + NAME_END] ?? 0))
                return field;
        }
        return -1;
    }
    names() {
        const { fields } = this;
        const { bytes } = this.window;
        return Array.from({ length: this.count }, (_, index) => bytes.toString("utf8", fields[index * FIELDS + NAME_AT], fields[index * FIELDS + NAME_END]));
    }
    isSameName(a, b) {
        const { fields } = this;
        const { bytes } = this.window;
        const name = bytes.subarray(fields[a + NAME_AT] ?? 0, fields[a + NAME_END] ?? 0);
        return isSame(name, bytes, fields[b + NAME_AT] ?? 0, fields[b + NAME_END] ?? 0);
    }
    value(field) {
        const { fields } = this;
        const start = fields[field + VALUE_AT] ?? 0;
        const end = fields[field + VALUE_END] ?? 0;
        const marks = fields[field + MARKS] ?? HAS_MORE_THAN_ASCII;
        const { bytes } = this.window;
        if (marks !== 0 || end - start > SHORT)
            return attributeText(bytes, start, end, marks);
        let hash = end - start;
        for (let at = start; at < end; at++)
            hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
        const slot = (hash ^ (hash >>> 10)) & (REMEMBERED - 1);
        const known = this.#values[slot] ?? "";
        if (isText(known, bytes, start, end))
            return known;
        const text = bytes.toString("latin1", start, end);
        this.#values[slot] = text;
        return text;
    }
}
class ElementStart {
    name;
    isEmpty;
    #table;
    #tag;
    constructor(name, isEmpty, table) {
        this.name = name.local;
        this.isEmpty = isEmpty;
        this.#table = table;
        this.#tag = table.tag;
    }
    attribute(name) {
        const table = this.#current();
        const field = table.find(name);
        return field < 0 ? undefined : table.value(field);
    }
    integer(name) {
        const table = this.#current();
        const field = table.find(name);
        if (field < 0)
            return undefined;
        return digits(table.window.bytes, table.fields[field + VALUE_AT] ?? 0, table.fields[field + VALUE_END] ?? 0);
    }
    is(name, value) {
        const table = this.#current();
        const field = table.find(name);
        if (field < 0)
            return false;
        const { fields, window } = table;
        return isText(value, window.bytes, fields[field + VALUE_AT] ?? 0, fields[field + VALUE_END] ?? 0);
    }
    hash(name, sums) {
        const table = this.#current();
        const field = table.find(name);
        if (field < 0)
            return;
        const { fields, window } = table;
        const start = fields[field + VALUE_AT] ?? 0;
        hashValue(window.bytes, start, fields[field + VALUE_END] ?? 0, fields[field + MARKS] ?? 0, sums);
    }
    get line() {
        const table = this.#current();
        return table.window.place(table.start).line;
    }
    get column() {
        const table = this.#current();
        return table.window.place(table.start).column;
    }
    #current() {
        if (this.#table.tag !== this.#tag)
            throw new Error("an element's attributes and place can only be asked for while it is opened");
        return this.#table;
    }
}
/** Whether a text of ASCII stands in a range of bytes. */
function isText(text, bytes, start, end) {
    const { length } = text;
    if (length !== end - start)
        return false;
    for (let index = 0; index < length; index++)
        if (bytes[start + index] !== text.charCodeAt(index))
            return false;
    return true;
}
/** The number of 1 to 15 decimal digits; undefined for anything else. */
function digits(bytes, start, end) {
    if (end <= start || end - start > 15)
        return undefined;
    let value = 0;
    for (let at = start; at < end; at++) {
        const digit = (bytes[at] ?? 0) - 48;
        if (digit < 0 || digit > 9)
            return undefined;
        value = value * 10 + digit;
    }
    return value;
}
//# sourceMappingURL=xml-element.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/xml-references.js


const xml_references_AMPERSAND = 0x26;
const xml_references_HASH_SIGN = 0x23;
const SEMICOLON = 0x3b;
/** References in a window: `&lt;` and what else begins with `&`. Pure. */
class XmlReferences {
    #window;
    #complain;
    /** Whether the window has all that is left of the file. */
    ending = false;
    constructor(window, complain) {
        this.#window = window;
        this.#complain = complain;
    }
    /** Where the `;` of a reference is that begins at `at` and has to end before `end`. */
    endOf(at, end) {
        const { bytes } = this.#window;
        const limit = Math.min(end, at + 1 + REFERENCE_LIMIT);
        for (let next = at + 1; next < limit; next++) {
            if (bytes[next] === SEMICOLON && next > at + 1)
                return next;
            if (bytes[next] !== xml_references_HASH_SIGN && ((CLASSES[bytes[next] ?? 0] ?? 0) & NAME) === 0)
                throw this.#complain.malformed(at, "an & begins no reference (it is written as &amp;)");
        }
        if (limit < at + 1 + REFERENCE_LIMIT && end === this.#window.length && !this.ending)
            return byte_window/* MORE */.U;
        if (this.ending && limit === this.#window.length)
            throw this.#complain.truncated(at, "a reference has no end");
        throw this.#complain.malformed(at, "an & begins no reference (it is written as &amp;)");
    }
    /** The text of a reference whose `;` is at `end`. */
    text(at, end) {
        const name = this.#window.bytes.toString("utf8", at + 1, end);
        const text = referenced(name);
        if (text === undefined)
            throw this.#complain.unknownEntity(at, name);
        return text;
    }
    /** Finds that all references of an attribute's value are good. */
    check(start, end) {
        const { bytes } = this.#window;
        for (let at = start; at < end; at++) {
            if (bytes[at] !== xml_references_AMPERSAND)
                continue;
            const after = this.endOf(at, end);
            if (!isOwnEntity(bytes, at + 1, after))
                this.text(at, after);
            at = after;
        }
    }
}
//# sourceMappingURL=xml-references.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/xml-doctype.js
/**
 * Passing over a document type declaration. Nothing of it is kept, fetched or expanded: it is only read as
 * far as is needed to find its end, which quotes, comments and an internal subset may hide. Pure.
 */
/** `<!--`, `-->`, `<?` and `?>` as the numbers that their bytes make. */
const COMMENT_BEGIN = 0x3c212d2d;
const COMMENT_END = 0x2d2d3e;
const INSTRUCTION_BEGIN = 0x3c3f;
const INSTRUCTION_END = 0x3f3e;
/** Takes the bytes after `<!DOCTYPE` in pieces of any size. */
class DoctypeEnd {
    #part = "markup";
    /** The last four bytes, as a number. */
    #last = 0;
    #inSubset = false;
    /** `<` of declarations in the internal subset that are open. */
    #open = 0;
    /** Where the declaration ends (after its `>`), or -1 where it goes on after `end`. */
    find(bytes, start, end) {
        for (let at = start; at < end; at++)
            if (this.#isEnd(bytes[at] ?? 0))
                return at + 1;
        return -1;
    }
    #isEnd(byte) {
        this.#last = (this.#last << 8) | byte;
        switch (this.#part) {
            case "double":
                if (byte === 0x22)
                    this.#part = "markup";
                return false;
            case "single":
                if (byte === 0x27)
                    this.#part = "markup";
                return false;
            case "comment":
                if ((this.#last & 0xffffff) === COMMENT_END)
                    this.#leave();
                return false;
            case "instruction":
                if ((this.#last & 0xffff) === INSTRUCTION_END)
                    this.#leave();
                return false;
        }
        if (byte === 0x22)
            this.#part = "double";
        else if (byte === 0x27)
            this.#part = "single";
        else if (this.#last === COMMENT_BEGIN)
            this.#enter("comment");
        else if ((this.#last & 0xffff) === INSTRUCTION_BEGIN)
            this.#enter("instruction");
        else if (byte === 0x3c)
            this.#open++;
        else if (byte === 0x3e) {
            if (this.#open === 0)
                return !this.#inSubset;
            this.#open--;
        }
        else if (this.#open === 0 && byte === 0x5b)
            this.#inSubset = true;
        else if (this.#open === 0 && byte === 0x5d)
            this.#inSubset = false;
        return false;
    }
    #enter(part) {
        this.#part = part;
        // The `<` that began it begins no declaration.
        this.#open--;
        this.#last = 0;
    }
    #leave() {
        this.#part = "markup";
        this.#last = 0;
    }
}
//# sourceMappingURL=xml-doctype.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/xml-sections.js



/**
 * What is neither a tag nor plain text and may be larger than the window: comments, CDATA sections, processing
 * instructions and the DOCTYPE. Pure.
 */
const GREATER = 0x3e;
class XmlSections {
    #window;
    #texts;
    #complain;
    #part = "content";
    #doctype;
    #hasDoctype = false;
    /** Whether the window has all that is left of the file. */
    ending = false;
    constructor(window, texts, complain) {
        this.#window = window;
        this.#texts = texts;
        this.#complain = complain;
    }
    /** Whether one has begun and not ended. */
    get isOpen() {
        return this.#part !== "content";
    }
    /** What the one is that is open. */
    get what() {
        return PARTS[this.#part];
    }
    /** Begins what `<?` begins; returns where its content is, or MORE. */
    beginInstruction(at, hasRoot) {
        const { bytes, length } = this.#window;
        if (at + 6 > length && !this.ending)
            return byte_window/* MORE */.U;
        if (((CLASSES[bytes[at + 2] ?? 0] ?? 0) & NAME_START) === 0 && at + 2 < length)
            throw this.#complain.malformed(at, "a processing instruction has no name");
        const target = bytes.toString("latin1", at + 2, Math.min(length, at + 6));
        if (/^xml[\s?]/i.test(target) && (hasRoot || this.#hasDoctype))
            throw this.#complain.malformed(at, "an XML declaration stands within the document");
        this.#part = "instruction";
        return Math.min(length, at + 2);
    }
    /** Begins what `<!` begins; returns where its content is, or MORE. */
    begin(at, depth, hasRoot) {
        const { bytes, length } = this.#window;
        const begin = bytes.toString("latin1", at, Math.min(length, at + 9));
        if (begin.startsWith("<!--")) {
            this.#part = "comment";
            return at + 4;
        }
        if (begin === "<![CDATA[") {
            if (depth === 0)
                throw this.#complain.malformed(at, "there is text outside of the root element");
            this.#part = "cdata";
            return at + 9;
        }
        if (begin === "<!DOCTYPE") {
            if (hasRoot || this.#hasDoctype)
                throw this.#complain.malformed(at, "a DOCTYPE stands where none may");
            this.#part = "doctype";
            this.#hasDoctype = true;
            this.#doctype = new DoctypeEnd();
            return at + 9;
        }
        if (begin.length < 9 && ["<!--", "<![CDATA[", "<!DOCTYPE"].some((each) => each.startsWith(begin)))
            return byte_window/* MORE */.U;
        throw this.#complain.malformed(at, "a <! begins nothing that XML has");
    }
    /** Goes on in a part that may be larger than the window. */
    goOn(at, depth) {
        const { length } = this.#window;
        const end = this.#part === "cdata"
            ? this.#cdata(at, depth)
            : this.#part === "comment"
                ? this.#comment(at)
                : this.#part === "instruction"
                    ? this.#find("?>", at)
                    : (this.#doctype?.find(this.#window.bytes, at, length) ?? byte_window/* MORE */.U);
        if (end !== byte_window/* MORE */.U) {
            this.#part = "content";
            return end;
        }
        if (this.#part === "cdata")
            return this.#cdataRest(at, depth);
        // All but what may be the begin of the mark that ends it.
        const kept = this.#part === "doctype" || this.ending ? 0 : 2;
        return length - kept > at ? length - kept : byte_window/* MORE */.U;
    }
    #cdata(at, depth) {
        const end = this.#find("]]>", at);
        if (end !== byte_window/* MORE */.U)
            this.#texts.add(depth, this.#window.bytes, at, end - 3);
        return end;
    }
    #cdataRest(at, depth) {
        const { bytes, length } = this.#window;
        if (this.ending)
            return length;
        const end = this.#texts.isWanted(depth) ? cutBefore(bytes, length - 2) : length - 2;
        if (end <= at)
            return byte_window/* MORE */.U;
        this.#texts.add(depth, bytes, at, end);
        return end;
    }
    #comment(at) {
        const end = this.#find("--", at);
        if (end === byte_window/* MORE */.U || end >= this.#window.length)
            return byte_window/* MORE */.U;
        if (this.#window.bytes[end] !== GREATER)
            throw this.#complain.malformed(end - 2, "-- stands in a comment");
        return end + 1;
    }
    /** After the next `mark`. */
    #find(mark, at) {
        const { bytes, length } = this.#window;
        const found = bytes.subarray(at, length).indexOf(mark, 0, "latin1");
        return found < 0 ? byte_window/* MORE */.U : at + found + mark.length;
    }
}
const PARTS = {
    content: "the text",
    cdata: "a CDATA section",
    comment: "a comment",
    instruction: "a processing instruction",
    doctype: "the DOCTYPE",
};
//# sourceMappingURL=xml-sections.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/xml-shapes.js


/**
 * Start tags that differ in nothing but their attributes' values. A report has millions of them and few shapes: once
 * a tag was read, another one of its shape needs no more than to be compared with it, four bytes at once. What is
 * equal is as well-formed as it was before, and the values are looked at as those of any tag. Pure.
 */
/** What matching answers for a tag of no shape that is known; it is read as any other then. */
const UNKNOWN = -2;
/** How many shapes are learned of one file. */
const SHAPES_LIMIT = 64;
/** How many of them may share a slot: a tag is compared with each. */
const SLOT_LIMIT = 8;
/** What a shape may have, so that a hostile file gains nothing by them. */
const ATTRIBUTES_LIMIT = 32;
const BYTES_LIMIT = 1024;
/** Values that are longer are read as any tag's. In bytes. */
const VALUE_LIMIT = 64 * 1024;
const xml_shapes_SLOTS = 64;
/** By how many bytes of a word count. */
const MASKS = Int32Array.of(-1, 0xff, 0xffff, 0xffffff);
class TagShape {
    name;
    isEmpty;
    /** For each piece between two values: its length, its words, and the quote that ends the value after it. */
    pieces;
    next;
    /** How many shapes share its slot, from this one on. */
    rank;
    #attributes;
    /** Names that were asked for, and where the fields of each are: the same strings again and again. */
    #asked = [];
    #fields = [];
    constructor(name, isEmpty, pieces, attributes, next) {
        this.name = name;
        this.isEmpty = isEmpty;
        this.pieces = pieces;
        this.#attributes = attributes;
        this.next = next;
        this.rank = (next?.rank ?? 0) + 1;
    }
    get count() {
        return this.#attributes.length;
    }
    /** Where an attribute's fields begin, or -1. */
    find(name) {
        const asked = this.#asked;
        for (let index = 0; index < asked.length; index++)
            if (asked[index] === name)
                return this.#fields[index] ?? -1;
        const place = this.#attributes.indexOf(name);
        const field = place < 0 ? -1 : place * FIELDS;
        if (asked.length < ATTRIBUTES_LIMIT) {
            asked.push(name);
            this.#fields.push(field);
        }
        return field;
    }
}
/** The shapes of one file. */
class TagShapes {
    #window;
    #table;
    #references;
    #slots = new Array(xml_shapes_SLOTS).fill(undefined);
    #count = 0;
    constructor(window, table, references) {
        this.#window = window;
        this.#table = table;
        this.#references = references;
    }
    /** Fills the table with the tag that begins at `at`, and returns where it ends, or UNKNOWN. */
    match(at) {
        const table = this.#table;
        const { fields } = table;
        const { bytes, length, view } = this.#window;
        const masks = MASKS;
        const valueMarks = VALUE_MARKS;
        let candidate = this.#slots[slotOf(bytes, at)];
        next: while (candidate !== undefined) {
            const shape = candidate;
            const { pieces } = shape;
            candidate = shape.next;
            let next = at;
            let field = 0;
            let piece = 0;
            let allMarks = 0;
            for (;;) {
                const size = pieces[piece++] ?? 0;
                if (next + size > length)
                    continue next;
                let word = next;
                next += size;
                for (; next - word >= 4; word += 4)
                    if (view.getInt32(word, true) !== pieces[piece++])
                        continue next;
                if (word < next) {
                    const mask = masks[next - word] ?? 0;
                    if (((view.getInt32(word, true) ^ (pieces[piece++] ?? 0)) & mask) !== 0)
                        continue next;
                }
                if (piece === pieces.length)
                    break;
                const quote = pieces[piece++];
                const value = next;
                let marks = 0;
                for (; next < length; next++) {
                    const byte = bytes[next] ?? 0;
                    if (byte === quote)
                        break;
                    marks |= valueMarks[byte] ?? 0;
                }
                if ((marks & HAS_LESS) !== 0 || next === length || next - value > VALUE_LIMIT)
                    return UNKNOWN;
                allMarks |= marks;
                fields[field + VALUE_AT] = value;
                fields[field + VALUE_END] = next;
                fields[field + MARKS] = marks;
                field += FIELDS;
            }
            table.start = at;
            table.count = shape.count;
            table.shape = shape;
            if ((allMarks & HAS_REFERENCE) !== 0)
                this.#checkReferences();
            return next;
        }
        return UNKNOWN;
    }
    /** Remembers the shape of the tag that is in the table and ends before `end`. */
    learn(name, isEmpty, end) {
        const { start, count, fields } = this.#table;
        if (this.#count === SHAPES_LIMIT || count > ATTRIBUTES_LIMIT)
            return;
        const { bytes } = this.#window;
        const slot = slotOf(bytes, start);
        const before = this.#slots[slot];
        if (before?.rank === SLOT_LIMIT || end - start - this.#valueBytes() > BYTES_LIMIT)
            return;
        const pieces = [];
        let from = start;
        for (let index = 0; index < count; index++) {
            const value = fields[index * FIELDS + VALUE_AT] ?? 0;
            const after = fields[index * FIELDS + VALUE_END] ?? 0;
            this.#addPiece(pieces, from, value);
            pieces.push(bytes[after] ?? 0);
            from = after;
        }
        this.#addPiece(pieces, from, end);
        const attributes = this.#table.names();
        this.#slots[slot] = new TagShape(name, isEmpty, Int32Array.from(pieces), attributes, before);
        this.#count++;
    }
    /** How many bytes the values of the tag in the table take. */
    #valueBytes() {
        const { count, fields } = this.#table;
        let size = 0;
        for (let field = 0; field < count * FIELDS; field += FIELDS)
            size += (fields[field + VALUE_END] ?? 0) - (fields[field + VALUE_AT] ?? 0);
        return size;
    }
    /** Of the tag in the table; not before it is known that the tag has its shape, for they may be many. */
    #checkReferences() {
        const { count, fields } = this.#table;
        for (let field = 0; field < count * FIELDS; field += FIELDS) {
            if (((fields[field + MARKS] ?? 0) & HAS_REFERENCE) === 0)
                continue;
            this.#references.check(fields[field + VALUE_AT] ?? 0, fields[field + VALUE_END] ?? 0);
        }
    }
    #addPiece(pieces, start, end) {
        pieces.push(end - start);
        for (let at = start; at < end; at += 4)
            pieces.push(this.#window.view.getInt32(at, true) & (MASKS[end - at < 4 ? end - at : 0] ?? 0));
    }
}
/** By the name's first byte and what follows it. */
function slotOf(bytes, at) {
    return ((bytes[at + 1] ?? 0) + 5 * (bytes[at + 2] ?? 0)) & (xml_shapes_SLOTS - 1);
}
//# sourceMappingURL=xml-shapes.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/xml-tag.js




/** In bytes. */
const NAME_LIMIT = 256;
/** Messages of failures stand in attributes, and diffs of large values make them long. In bytes. */
const xml_tag_VALUE_LIMIT = 16 * 1024 * 1024;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const SLASH = 0x2f;
const LESS = 0x3c;
const EQUALS = 0x3d;
const xml_tag_GREATER = 0x3e;
/** Start tags: this is where a report's time goes, so nothing in `read` is called by the byte. Pure. */
class StartTags {
    #window;
    #table;
    #names;
    #references;
    #complain;
    #shapes;
    /** Of the tag that was read last. */
    name;
    isEmpty = false;
    constructor(window, table, names, references, complain) {
        this.#window = window;
        this.#table = table;
        this.#names = names;
        this.#references = references;
        this.#complain = complain;
        this.#shapes = new TagShapes(window, table, references);
    }
    /** Reads the tag that begins at `at` into the table. Returns where it ends, or MORE. */
    read(at) {
        const end = this.#shapes.match(at);
        const { shape } = this.#table;
        if (end !== UNKNOWN && shape !== undefined) {
            this.name = shape.name;
            this.isEmpty = shape.isEmpty;
            return end;
        }
        this.#table.shape = undefined;
        const read = this.#readAny(at);
        if (read !== byte_window/* MORE */.U && this.name !== undefined)
            this.#shapes.learn(this.name, this.isEmpty, read);
        return read;
    }
    #readAny(at) {
        const table = this.#table;
        const { fields } = table;
        const { bytes, length } = this.#window;
        const classes = CLASSES;
        const valueMarks = VALUE_MARKS;
        let next = at + 1;
        let hash = 0;
        for (; next < length; next++) {
            const byte = bytes[next] ?? 0;
            if (((classes[byte] ?? 0) & NAME) === 0)
                break;
            hash = (Math.imul(hash, 31) + byte) | 0;
        }
        if (next - at - 1 > NAME_LIMIT)
            throw this.#complain.limit(at, `an element's name longer than ${NAME_LIMIT} bytes`);
        if (next === length)
            return byte_window/* MORE */.U;
        this.name = this.#names.get(bytes, at + 1, next, hash);
        let count = 0;
        for (;;) {
            const before = next;
            while (next < length && classes[bytes[next] ?? 0] === SPACE)
                next++;
            if (next === length)
                return byte_window/* MORE */.U;
            const first = bytes[next] ?? 0;
            if (first === xml_tag_GREATER || first === SLASH)
                break;
            if (((classes[first] ?? 0) & NAME_START) === 0)
                throw this.#complain.malformed(next, "a tag holds what is no attribute");
            if (next === before)
                throw this.#complain.malformed(next, "there is no blank before an attribute");
            const start = next;
            hash = 0;
            for (; next < length; next++) {
                const byte = bytes[next] ?? 0;
                if (((classes[byte] ?? 0) & NAME) === 0)
                    break;
                hash = (Math.imul(hash, 31) + byte) | 0;
            }
            const end = next;
            if (end - start > NAME_LIMIT)
                throw this.#complain.limit(start, `an attribute's name longer than ${NAME_LIMIT} bytes`);
            while (next < length && classes[bytes[next] ?? 0] === SPACE)
                next++;
            if (next === length)
                return byte_window/* MORE */.U;
            if (bytes[next] !== EQUALS)
                throw this.#complain.malformed(next, "an attribute has no value");
            next++;
            while (next < length && classes[bytes[next] ?? 0] === SPACE)
                next++;
            if (next === length)
                return byte_window/* MORE */.U;
            const quote = bytes[next] ?? 0;
            if (quote !== QUOTE && quote !== APOSTROPHE)
                throw this.#complain.malformed(next, "an attribute's value is not quoted");
            const value = ++next;
            let marks = 0;
            for (; next < length; next++) {
                const byte = bytes[next] ?? 0;
                if (byte === quote)
                    break;
                marks |= valueMarks[byte] ?? 0;
            }
            if ((marks & HAS_LESS) !== 0)
                throw this.#complain.malformed(bytes.indexOf(LESS, value), "a < stands in an attribute (it is written as &lt;)");
            if (next - value > xml_tag_VALUE_LIMIT)
                throw this.#complain.limit(start, `an attribute longer than ${xml_tag_VALUE_LIMIT} bytes`);
            if (next === length)
                return byte_window/* MORE */.U;
            if ((marks & HAS_REFERENCE) !== 0)
                this.#references.check(value, next);
            const field = count * FIELDS;
            if (++count > ATTRIBUTE_LIMIT)
                throw this.#complain.limit(at, `an element with more than ${ATTRIBUTE_LIMIT} attributes`);
            fields[field + NAME_AT] = start;
            fields[field + NAME_END] = end;
            fields[field + VALUE_AT] = value;
            fields[field + VALUE_END] = next;
            fields[field + MARKS] = marks;
            fields[field + HASH] = hash;
            for (let other = 0; other < field; other += FIELDS)
                if (fields[other + HASH] === hash && table.isSameName(other, field))
                    throw this.#complain.malformed(start, "an attribute stands twice");
            next++;
        }
        table.start = at;
        table.count = count;
        this.isEmpty = bytes[next] === SLASH;
        if (!this.isEmpty)
            return next + 1;
        if (next + 1 === length)
            return byte_window/* MORE */.U;
        if (bytes[next + 1] !== xml_tag_GREATER)
            throw this.#complain.malformed(next, "a / stands within a tag");
        return next + 2;
    }
}
//# sourceMappingURL=xml-tag.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/xml-texts.js

/** How much text of one element is handed over, in characters. */
const TEXT_LIMIT = 64 * 1024;
/** The text of the elements that are open, where it is wanted. Pure. */
class ElementTexts {
    /** By depth. */
    #texts = [];
    open(depth, wanted) {
        this.#texts[depth] = wanted ? "" : undefined;
    }
    isWanted(depth) {
        return this.#texts[depth] !== undefined;
    }
    /** All of it, cut at TEXT_LIMIT; undefined where it is not wanted. */
    get(depth) {
        return this.#texts[depth];
    }
    /** Adds what stands in a range of bytes. */
    add(depth, bytes, start, end) {
        const held = this.#texts[depth];
        if (held === undefined || held.length >= TEXT_LIMIT || start >= end)
            return;
        this.append(depth, textOf(bytes, start, end));
    }
    append(depth, text) {
        const held = this.#texts[depth];
        if (held === undefined || held.length >= TEXT_LIMIT)
            return;
        this.#texts[depth] =
            held.length + text.length > TEXT_LIMIT ? (held + text).slice(0, TEXT_LIMIT) : held + text;
    }
}
//# sourceMappingURL=xml-texts.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/xml-scanner.js









const DEPTH_LIMIT = 256;
/** A whole start tag, in bytes. */
const TAG_LIMIT = 64 * 1024 * 1024;
const xml_scanner_AMPERSAND = 0x26;
const xml_scanner_SLASH = 0x2f;
const xml_scanner_LESS = 0x3c;
const xml_scanner_GREATER = 0x3e;
const QUESTION = 0x3f;
const EXCLAMATION = 0x21;
const BRACKET_END = 0x5d;
class XmlScanner {
    #complain;
    #handler;
    #window;
    #table;
    #references;
    #tags;
    #sections;
    #hasRoot = false;
    #depth = 0;
    /** By depth, from 1. */
    #open = [];
    #texts = new ElementTexts();
    #ending = false;
    /** `size` is the window's, in bytes; it makes no difference but to speed. */
    constructor(file, handler, size) {
        this.#handler = handler;
        this.#window = new byte_window/* ByteWindow */.r(size);
        this.#complain = new XmlComplaints(file, this.#window);
        this.#table = new AttributeTable(this.#window);
        this.#references = new XmlReferences(this.#window, this.#complain);
        this.#sections = new XmlSections(this.#window, this.#texts, this.#complain);
        this.#tags = new StartTags(this.#window, this.#table, new XmlNames(), this.#references, this.#complain);
    }
    write(chunk) {
        for (let from = 0; from < chunk.length;) {
            from = this.#window.fill(chunk, from);
            if (this.#window.full)
                this.#advance();
        }
    }
    /** Where the next byte stands. */
    get place() {
        return this.#window.place(this.#window.length);
    }
    /** The file is at its end. */
    end() {
        this.#ending = true;
        this.#references.ending = true;
        this.#sections.ending = true;
        this.#advance();
        const { length } = this.#window;
        if (this.#sections.isOpen)
            throw this.#complain.truncated(length, `${this.#sections.what} has no end`);
        if (this.#depth > 0)
            throw this.#complain.truncated(length, `<${this.#shown(this.#open[this.#depth])}> is not closed`);
        if (!this.#hasRoot)
            throw this.#complain.truncated(length, "there is no root element");
    }
    #advance() {
        const window = this.#window;
        let at = 0;
        while (at < window.length) {
            const next = this.#sections.isOpen ? this.#sections.goOn(at, this.#depth) : this.#content(at);
            if (next === byte_window/* MORE */.U)
                break;
            at = next;
        }
        window.drop(at);
        if (this.#ending && window.length > 0)
            throw this.#complain.truncated(0, "it ends within a tag");
        if (!window.full)
            return;
        if (window.length >= TAG_LIMIT)
            throw this.#complain.limit(0, `a tag of more than ${TAG_LIMIT} bytes`);
        window.grow();
    }
    /** Text and markup, as far as the window goes. */
    #content(from) {
        const { bytes, length } = this.#window;
        let at = from;
        while (at < length) {
            // Blanks between tags are nobody's text.
            if (this.#depth > 0 && !this.#texts.isWanted(this.#depth)) {
                while (at < length && CLASSES[bytes[at] ?? 0] === SPACE)
                    at++;
                if (at === length)
                    return at;
            }
            const next = bytes[at] === xml_scanner_LESS ? this.#markup(at) : this.#text(at);
            if (next === byte_window/* MORE */.U)
                return at === from ? byte_window/* MORE */.U : at;
            at = next;
            if (this.#sections.isOpen)
                return at;
        }
        return at;
    }
    #text(from) {
        const { bytes, length } = this.#window;
        let at = from;
        if (this.#depth === 0) {
            while (at < length && CLASSES[bytes[at] ?? 0] === SPACE)
                at++;
            if (at === length || bytes[at] === xml_scanner_LESS)
                return at;
            throw this.#complain.malformed(at, "there is text outside of the root element");
        }
        for (;;) {
            while (at < length && CLASSES[bytes[at] ?? 0] !== TEXT_END)
                at++;
            if (at >= length || bytes[at] !== BRACKET_END)
                break;
            // `]]>` belongs to no text: a section has ended before, by its own content.
            if (at + 2 >= length && !this.#ending)
                break;
            if (bytes[at + 1] === BRACKET_END && bytes[at + 2] === xml_scanner_GREATER)
                throw this.#complain.malformed(at, "']]>' stands outside of a CDATA section");
            at++;
        }
        if (at === from && bytes[at] === xml_scanner_AMPERSAND)
            return this.#reference(at);
        let end = at;
        if (this.#texts.isWanted(this.#depth)) {
            if (at === length && !this.#ending)
                end = cutBefore(bytes, length);
            this.#texts.add(this.#depth, bytes, from, end);
        }
        return end === from ? byte_window/* MORE */.U : end;
    }
    #reference(at) {
        const end = this.#references.endOf(at, this.#window.length);
        if (end === byte_window/* MORE */.U)
            return byte_window/* MORE */.U;
        this.#texts.append(this.#depth, this.#references.text(at, end));
        return end + 1;
    }
    /** What begins with `<`. */
    #markup(at) {
        const { bytes, length } = this.#window;
        if (at + 1 >= length)
            return byte_window/* MORE */.U;
        const next = bytes[at + 1] ?? 0;
        if (((CLASSES[next] ?? 0) & NAME_START) !== 0)
            return this.#startTag(at);
        if (next === xml_scanner_SLASH)
            return this.#endTag(at);
        if (next === QUESTION)
            return this.#sections.beginInstruction(at, this.#hasRoot);
        if (next === EXCLAMATION)
            return this.#sections.begin(at, this.#depth, this.#hasRoot);
        throw this.#complain.malformed(at, "a < begins no tag (it is written as &lt;)");
    }
    #startTag(at) {
        const tags = this.#tags;
        const end = tags.read(at);
        if (end === byte_window/* MORE */.U || tags.name === undefined)
            return byte_window/* MORE */.U;
        this.#enter(tags.name, at);
        if (tags.isEmpty)
            this.#leave();
        return end;
    }
    #enter(name, at) {
        if (this.#depth === 0) {
            if (this.#hasRoot)
                throw this.#complain.malformed(at, "there is a second root element");
            this.#hasRoot = true;
        }
        const depth = ++this.#depth;
        if (depth > DEPTH_LIMIT)
            throw this.#complain.limit(at, `elements more than ${DEPTH_LIMIT} deep`);
        this.#complain.last = name.text;
        this.#open[depth] = name;
        const element = new ElementStart(name, this.#tags.isEmpty, this.#table);
        this.#texts.open(depth, this.#handler.open(element) === true);
        this.#table.tag++;
    }
    #leave() {
        const name = this.#open[this.#depth];
        const text = this.#texts.get(this.#depth);
        this.#depth--;
        if (name !== undefined)
            this.#handler.close(name.local, text);
    }
    #endTag(at) {
        const { bytes, length } = this.#window;
        let next = at + 2;
        while (next < length && ((CLASSES[bytes[next] ?? 0] ?? 0) & NAME) !== 0)
            next++;
        if (next - at - 2 > NAME_LIMIT)
            throw this.#complain.limit(at, `an element's name longer than ${NAME_LIMIT} characters`);
        const nameEnd = next;
        while (next < length && CLASSES[bytes[next] ?? 0] === SPACE)
            next++;
        if (next === length)
            return byte_window/* MORE */.U;
        if (bytes[next] !== xml_scanner_GREATER)
            throw this.#complain.malformed(next, "an end tag holds more than a name");
        const open = this.#depth === 0 ? undefined : this.#open[this.#depth];
        if (open === undefined || !isSame(open.bytes, bytes, at + 2, nameEnd)) {
            const written = bytes.toString("utf8", at + 2, nameEnd);
            throw this.#complain.malformed(at, open === undefined
                ? `</${written}> closes nothing`
                : `</${written}> stands where </${open.text}> should`);
        }
        this.#leave();
        return next + 1;
    }
    #shown(name) {
        return name?.text ?? "";
    }
}
//# sourceMappingURL=xml-scanner.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/xml.js


/** Reads a whole file. A file that is cut off, malformed or over a limit is a UserError with its line and column. */
async function readXml(source, file, handler) {
    const scanner = new XmlScanner(file, handler);
    try {
        for await (const chunk of (0,evidence_text/* readUtf8 */.Sx)(source, file))
            scanner.write(chunk);
    }
    catch (thrown) {
        throw (0,evidence_text/* placed */.GS)(thrown, () => scanner.place);
    }
    scanner.end();
}
//# sourceMappingURL=xml.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/coverage/budget.js

/** More than any repository has. */
const LIMIT = 20_000_000;
/**
 * How much a report may still have of what it writes by its number alone, such as ranges of lines: a small hostile
 * file must not become millions of lines in many files. Pure.
 */
class Budget {
    #file;
    #what;
    #left = LIMIT;
    /** `what` is said to be more than the limit, as `lines in ranges`. */
    constructor(file, what) {
        this.#file = file;
        this.#what = what;
    }
    spend(count) {
        this.#left -= count;
        if (this.#left >= 0)
            return;
        throw new runner_errors/* UserError */.yo("report-limit", `${this.#file} has more than ${LIMIT} ${this.#what}`, {
            file: this.#file,
            hint: "This is more than any known tool writes: the file is damaged or hostile.",
        });
    }
}
//# sourceMappingURL=budget.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/coverage/arm-numbers.js

/**
 * Arms of a report that have numbers and no names. There are few numbers, and each comes millions of times, so that
 * making a text of it is what would cost. Pure.
 */
/** More arms than any line has: a number that would only cost memory. */
const ARMS_LIMIT = 10_000;
/** As many arms as a line may have at no cost to the budget. */
const USUAL = 64;
/** How many conditions are remembered. */
const arm_numbers_REMEMBERED = 1024;
class ArmNumbers {
    #names;
    #budget;
    /** By arm: the name's number plus one. */
    #counted = new Int32Array(ARMS_LIMIT);
    #conditions = new Map();
    constructor(names, file) {
        this.#names = names;
        this.#budget = new Budget(file, `arms in lines of more than ${USUAL}`);
    }
    /**
     * Marks the arms of a line of which it is only known how many there are: they have numbers from 0, the taken ones
     * first. No more than a line may have are marked. Returns how many.
     */
    mark(branches, line, taken, total) {
        const count = Math.min(total, ARMS_LIMIT);
        if (count > USUAL)
            this.#budget.spend(count);
        for (let arm = 0; arm < count; arm++)
            branches.mark(line, this.#ofArm(arm), arm < taken);
        return count;
    }
    /** Of the two arms of a condition that has a number of its own. */
    ofCondition(condition) {
        const known = this.#conditions.get(condition);
        if (known !== undefined)
            return known;
        const numbers = [this.#names.number(`~${condition}.0`), this.#names.number(`~${condition}.1`)];
        if (this.#conditions.size < arm_numbers_REMEMBERED && condition.length <= 64)
            this.#conditions.set(condition, numbers);
        return numbers;
    }
    /** Of an arm that is known by its place among those of its line. */
    #ofArm(arm) {
        const known = this.#counted[arm] ?? 0;
        if (known > 0)
            return known - 1;
        const number = this.#names.number(`~${arm}`);
        this.#counted[arm] = number + 1;
        return number;
    }
}
//# sourceMappingURL=arm-numbers.js.map
// EXTERNAL MODULE: ./.cache/bundles/evidence/coverage/report.js
var coverage_report = __webpack_require__(69735);
;// CONCATENATED MODULE: ./.cache/bundles/evidence/coverage/clover.js





/** Reads one report. What is malformed or cut off is a UserError with line and column. */
async function readClover(source, file) {
    const collector = new coverage_report/* CoverageCollector */.Sf();
    const arms = new ArmNumbers(collector.armNames, file);
    const report = {
        format: "clover",
        files: [],
        sources: [],
        hasBranches: false,
        hasFunctions: false,
        hasStatements: false,
        problems: [],
    };
    let depth = 0;
    let parent = "";
    const path = [];
    /** Whether the tool names a version of Clover: PHPUnit names none. */
    let version;
    let packageName = "";
    let current;
    let isTests = false;
    let project;
    const written = { covered: 0, total: 0 };
    let beyond = 0;
    const malformed = (element, what) => new runner_errors/* UserError */.yo("report-malformed", `${file}: ${what}`, {
        file,
        line: element.line,
        column: element.column,
        hint: "The file is damaged, or its tool writes a form of Clover that Sluice does not know.",
    });
    const count = (element, name) => {
        const text = element.attribute(name);
        if (text === undefined || text === "")
            return undefined;
        const value = (0,coverage_report/* parseHits */.KT)(text);
        if (value === undefined)
            throw malformed(element, `<${element.name}> has ${name}=${JSON.stringify(text.slice(0, 60))}, no count`);
        return value;
    };
    const ratio = (element, name) => {
        const total = count(element, name) ?? 0;
        const covered = count(element, `covered${name}`) ?? 0;
        if (covered > total)
            throw malformed(element, `its metrics say that ${covered} of ${total} ${name} are covered`);
        return { covered, total };
    };
    const metrics = (element) => ({
        statements: ratio(element, "statements"),
        branches: ratio(element, "conditionals"),
        functions: ratio(element, "methods"),
        length: count(element, "loc"),
    });
    const openLine = (element, open) => {
        const text = element.attribute("num") ?? "";
        const number = (0,coverage_report/* parseLineNumber */.P8)(text);
        if (number === undefined && !/^(0|-\d{1,9})$/.test(text))
            throw malformed(element, `a <line> has num='${text.slice(0, 60)}'`);
        const type = element.attribute("type") ?? "stmt";
        const hits = count(element, "count");
        if (type === "method") {
            open.methods = true;
            report.hasFunctions = true;
            const name = element.attribute("signature") ?? element.attribute("name") ?? "";
            (0,coverage_report/* addFunction */.uO)(open.file, number ?? 0, name, (hits ?? 0) > 0);
            return;
        }
        if (number === undefined)
            return;
        if (type === "cond") {
            open.branches = true;
            report.hasBranches = true;
            const [first = 0, second = 0] = [count(element, "truecount"), count(element, "falsecount")];
            if (hits === undefined) {
                openCondition(open, number, first, second);
                return;
            }
            // Istanbul: a line with hits, whose two numbers are arms that were taken and that were not.
            arms.mark(open.file.branches, number, first, first + second);
        }
        if (hits === undefined)
            throw malformed(element, `line ${number} of a file has no count`);
        written.total++;
        if (hits > 0)
            written.covered++;
        open.lines.set(number, (0,coverage_report/* addHits */.oI)(open.lines.get(number) ?? 0, hits));
        if (!report.hasStatements)
            return;
        const before = open.statements.get(number) ?? 0;
        open.statements.set(number, before + 1);
        (0,coverage_report/* addStatements */.at)(open.file, `${number}.${before}`, 1, hits > 0);
    };
    /** Clover: how often a condition was true and how often false. */
    const openCondition = (open, line, ifTrue, ifFalse) => {
        const before = open.conditions.get(line) ?? { hits: 0, count: 0 };
        (0,coverage_report/* addBranch */.ys)(open.file, line, `~${before.count}.0`, ifTrue > 0);
        (0,coverage_report/* addBranch */.ys)(open.file, line, `~${before.count}.1`, ifFalse > 0);
        open.conditions.set(line, {
            hits: (0,coverage_report/* addHits */.oI)(before.hits, (0,coverage_report/* addHits */.oI)(ifTrue, ifFalse)),
            count: before.count + 1,
        });
    };
    const closeFile = (open) => {
        for (const [line, { hits }] of open.conditions)
            if (!open.lines.has(line))
                open.lines.set(line, hits);
        const last = version === undefined ? open.metrics?.length : undefined;
        for (const [line, hits] of open.lines) {
            if (last !== undefined && last > 0 && line > last)
                beyond++;
            else
                (0,coverage_report/* addLine */.cG)(open.file, line, hits);
        }
        const { metrics: said } = open;
        if (said === undefined)
            return;
        if (said.branches.total > 0)
            report.hasBranches = true;
        if (said.functions.total > 0)
            report.hasFunctions = true;
        const totals = {};
        if (open.lines.size === 0 && said.statements.total > 0) {
            totals.lines = said.statements;
            if (report.hasStatements)
                totals.statements = said.statements;
        }
        if (!open.branches && said.branches.total > 0)
            totals.branches = said.branches;
        if (!open.methods && said.functions.total > 0)
            totals.functions = said.functions;
        if (Object.keys(totals).length > 0)
            open.file.totals = totals;
    };
    await readXml(source, file, {
        open: (element) => {
            const { name } = element;
            depth++;
            parent = path.at(-1) ?? "";
            path.push(name);
            if (depth === 1) {
                if (name !== "coverage")
                    throw malformed(element, `the root element is <${name}>, not <coverage>`);
                version = element.attribute("clover");
            }
            else if (isTests)
                return;
            else if (name === "line") {
                if (current !== undefined)
                    openLine(element, current);
            }
            else if (name === "metrics") {
                if (parent === "file" && current !== undefined)
                    current.metrics = metrics(element);
                else if (parent === "project")
                    project = ratio(element, "statements");
            }
            else if (name === "file") {
                current = openFile(collector.file(pathOf(element, packageName)));
            }
            else if (name === "package")
                packageName = element.attribute("name") ?? "";
            else if (name === "testproject")
                isTests = true;
            else if (name === "project" && isClover(version, element.attribute("name"))) {
                report.hasStatements = true;
                report.hasBranches = true;
            }
            return undefined;
        },
        close: (name) => {
            depth--;
            path.pop();
            if (name === "file" && current !== undefined) {
                closeFile(current);
                current = undefined;
            }
            else if (name === "package")
                packageName = "";
            else if (name === "testproject")
                isTests = false;
        },
    });
    report.files = collector.files();
    if (beyond > 0) {
        report.problems.push((0,problem/* problem */.C)("notice", "coverage-past-end", `${file}: ${beyond} lines stand past the end of their files and count nothing`, {
            file,
        }));
    }
    if (project !== undefined && (project.total !== written.total || project.covered !== written.covered)) {
        report.problems.push((0,problem/* problem */.C)("notice", "coverage-header-differs", `${file}: its metrics say ${project.covered} of ${project.total} statements, its files have ${written.covered} of ${written.total}`, {
            file,
            hint: "The files count. Where many are missing, the report was cut or filtered after it was written.",
        }));
    }
    return report;
}
function openFile(file) {
    return {
        file,
        lines: new Map(),
        conditions: new Map(),
        statements: new Map(),
        methods: false,
        branches: false,
        metrics: undefined,
    };
}
/** Clover itself names a version (4.5.2) and the project; Istanbul's projects are all named alike, gcovr's have none. */
function isClover(version, project) {
    return (version !== undefined && /^\d+\.\d/.test(version) && project !== undefined && project !== "All files");
}
/**
 * Clover writes the whole path beside the bare name, PHPUnit the whole path as the name. A bare name alone
 * belongs to its package's folder.
 */
function pathOf(element, packageName) {
    const path = element.attribute("path") ?? "";
    if (path !== "")
        return path;
    const name = element.attribute("name") ?? "";
    if (/[\\/]/.test(name) || !/^[\w$]+(\.[\w$]+)*$/.test(packageName))
        return name;
    return `${packageName.replaceAll(".", "/")}/${name}`;
}
//# sourceMappingURL=clover.js.map
// EXTERNAL MODULE: ./.cache/bundles/evidence/coverage/cobertura-version.js
var cobertura_version = __webpack_require__(77929);
// EXTERNAL MODULE: ./.cache/bundles/evidence/coverage/line-hits.js
var line_hits = __webpack_require__(4498);
;// CONCATENATED MODULE: ./.cache/bundles/evidence/coverage/cobertura.js







/** scoverage writes a flag of its command line as its first source folder. */
const SCOVERAGE = "--source";
/** More conditions than any line has; where there are more, only the number of arms counts. */
const CONDITIONS_LIMIT = 10_000;
/** Reads one report. What is malformed or cut off is a UserError with line and column. */
async function readCobertura(source, file) {
    const collector = new coverage_report/* CoverageCollector */.Sf();
    const report = {
        format: "cobertura",
        files: [],
        sources: [],
        hasBranches: false,
        hasFunctions: false,
        hasStatements: false,
        problems: [],
    };
    const path = [];
    let current;
    let method;
    let line;
    /** What the header says, and how many lines were written, where one may stand twice. */
    let header;
    const written = { valid: 0, covered: 0 };
    /** Lines of methods, for a class that has none of its own. */
    let ofMethods = new Map();
    let ofClass = 0;
    /** What the class says, until it is known how much memory that takes. */
    const linesOfClass = new line_hits/* LineHits */.X();
    const armsOfClass = collector.newBranches();
    const arms = new ArmNumbers(collector.armNames, file);
    let nameless = 0;
    let isScoverage = false;
    /** Branches of scoverage, which writes a line for each statement: how many of a line were taken. */
    const statements = new Map();
    const malformed = (element, what) => new runner_errors/* UserError */.yo("report-malformed", `${file}: ${what}`, {
        file,
        line: element.line,
        column: element.column,
        hint: "The file is damaged, or its tool writes a form of Cobertura that Sluice does not know.",
    });
    const openLine = (element, target) => {
        const number = (0,coverage_report/* lineNumber */.eT)(element, "number");
        const hits = element.integer("hits") ?? (0,coverage_report/* parseHits */.KT)(element.attribute("hits") ?? "");
        if (number === undefined) {
            const text = element.attribute("number") ?? "";
            throw malformed(element, `a <line> has the number '${text.slice(0, 60)}'`);
        }
        if (hits === undefined)
            throw malformed(element, `line ${number} of ${target.path.slice(0, 200)} has no hits`);
        if (path[path.length - 2] === "method") {
            if (method === undefined)
                return;
            method.line = Math.min(method.line ?? number, number);
            method.covered ||= hits > 0;
            if (ofClass === 0)
                ofMethods.set(number, (ofMethods.get(number) ?? 0) + hits);
            return;
        }
        ofClass++;
        written.valid++;
        if (hits > 0)
            written.covered++;
        linesOfClass.add(number, hits);
        if (element.is("branch", "false") || element.attribute("branch")?.toLowerCase() !== "true")
            return;
        const match = /\((\d{1,9})\/(\d{1,9})\)/.exec(element.attribute("condition-coverage") ?? "");
        if (match === null) {
            // No more than the number of arms is known: their order depends on which ones were taken.
            if (isScoverage)
                addStatementArm(statements, target, number, hits > 0);
            return;
        }
        const taken = Number(match[1]);
        const total = Number(match[2]);
        if (taken > total)
            throw malformed(element, `line ${number} of ${target.path.slice(0, 200)} has ${taken} of ${total} conditions covered`);
        line = { number, taken, total, conditions: [] };
    };
    const openStatement = (element, target) => {
        const number = (0,coverage_report/* parseLineNumber */.P8)(element.attribute("line") ?? "");
        const hits = (0,coverage_report/* parseHits */.KT)(element.attribute("invocation-count") ?? "");
        if (number === undefined || hits === undefined)
            throw malformed(element, "a <statement> has no line or no invocation-count");
        if (element.attribute("ignored") === "true")
            return;
        const key = `${element.attribute("start") ?? ""}-${element.attribute("end") ?? ""}`;
        report.hasStatements = true;
        report.hasBranches = true;
        (0,coverage_report/* addLine */.cG)(target, number, hits);
        (0,coverage_report/* addStatements */.at)(target, key, 1, hits > 0);
        if (element.attribute("branch") === "true")
            (0,coverage_report/* addBranch */.ys)(target, number, key, hits > 0);
        if (method === undefined)
            return;
        method.line = Math.min(method.line ?? number, number);
        method.covered ||= hits > 0;
    };
    const closeClass = (target) => {
        for (const [number, hits] of ofClass === 0 ? ofMethods : [])
            linesOfClass.add(number, hits);
        target.lines.addAll(linesOfClass);
        linesOfClass.clear();
        if (armsOfClass.total > 0)
            target.branches.addAll(armsOfClass);
        armsOfClass.clear();
    };
    await readXml(source, file, {
        open: (element) => {
            const { name } = element;
            const parent = path[path.length - 1];
            if (parent === undefined && name !== "coverage" && name !== "scoverage")
                throw malformed(element, `the root element is <${name}>, not <coverage>`);
            if (name === "coverage" && parent === undefined) {
                const counted = (0,cobertura_version/* countedBy */.A)(element.attribute("version"));
                const arms = (0,coverage_report/* parseHits */.KT)(element.attribute("branches-valid") ?? "") ?? 0;
                report.hasBranches = counted.branches || arms > 0;
                report.hasFunctions = counted.functions;
                const valid = (0,coverage_report/* parseHits */.KT)(element.attribute("lines-valid") ?? "");
                const covered = (0,coverage_report/* parseHits */.KT)(element.attribute("lines-covered") ?? "");
                if (valid !== undefined && covered !== undefined)
                    header = { valid, covered };
            }
            else if (name === "line" && parent === "lines" && current !== undefined) {
                openLine(element, current);
            }
            else if (name === "class") {
                if (path.includes("class"))
                    throw malformed(element, "a <class> stands in another one");
                const filename = element.attribute("filename")?.trim() ?? "";
                current = filename === "" ? undefined : collector.file(filename);
                if (current === undefined)
                    nameless++;
                ofClass = 0;
            }
            else if (name === "statement" && current !== undefined) {
                openStatement(element, current);
            }
            else if (name === "method" && parent === "methods") {
                const signature = element.attribute("signature") ?? "";
                method = { name: `${element.attribute("name") ?? ""}${signature}`, line: undefined, covered: false };
            }
            else if (name === "condition" && line !== undefined && line.conditions.length <= CONDITIONS_LIMIT) {
                line.conditions.push({
                    number: element.attribute("number") ?? "",
                    type: element.attribute("type") ?? "",
                    percent: Number.parseFloat(element.attribute("coverage") ?? ""),
                });
            }
            path.push(name);
            return name === "source";
        },
        close: (name, text) => {
            path.pop();
            if (name === "source" && text !== undefined && text.trim() !== "") {
                report.sources.push(text.trim());
                isScoverage ||= text.trim() === SCOVERAGE;
            }
            else if (name === "line" && line !== undefined && current !== undefined) {
                if (line.total > 0)
                    report.hasBranches = true;
                addArms(armsOfClass, arms, line);
                line = undefined;
            }
            else if (name === "method" && method !== undefined) {
                if (method.line !== undefined && current !== undefined) {
                    report.hasFunctions = true;
                    (0,coverage_report/* addFunction */.uO)(current, method.line, method.name, method.covered);
                }
                method = undefined;
            }
            else if (name === "class") {
                if (current !== undefined)
                    closeClass(current);
                if (ofMethods.size > 0)
                    ofMethods = new Map();
                current = undefined;
            }
        },
    });
    for (const [target, lines] of statements)
        for (const each of lines.values())
            addArms(target.branches, arms, each);
    report.files = collector.files();
    if (nameless > 0) {
        report.problems.push((0,problem/* problem */.C)("warning", "coverage-without-file", `${file}: ${nameless} classes name no file and count nothing`, {
            file,
        }));
    }
    if (header !== undefined)
        compareHeader(report, file, header, written);
    return report;
}
/** Each branch of scoverage's report is an arm of its line. */
function addStatementArm(statements, file, number, taken) {
    const lines = statements.get(file) ?? new Map();
    statements.set(file, lines);
    const line = lines.get(number) ?? { number, taken: 0, total: 0, conditions: [] };
    lines.set(number, line);
    line.total++;
    if (taken)
        line.taken++;
}
/** A header may count a line as often as it is written, or once. Anything else is told: part of the body may be lost. */
function compareHeader(report, file, header, written) {
    const distinct = { valid: 0, covered: 0 };
    for (const each of report.files) {
        distinct.valid += each.lines.size;
        for (const hits of each.lines.values())
            if (hits > 0)
                distinct.covered++;
    }
    if ([written, distinct].some((it) => it.valid === header.valid && it.covered === header.covered))
        return;
    report.problems.push((0,problem/* problem */.C)("notice", "coverage-header-differs", `${file}: its header says ${header.covered} of ${header.valid} lines, its classes have ${distinct.covered} of ${distinct.valid}, which count`, { file, hint: "Where many are missing, the report was cut or filtered after it was written." }));
}
/**
 * The arms of a line. Conditions that are jumps have two arms each and a number of their own, so that
 * reports can be united condition by condition. Where only `1/2` is known, the arms get numbers from 0, the
 * taken ones first: uniting two reports then takes the larger count of each side and never adds them, since
 * both may mean the same arm. Within a condition the same holds.
 */
function addArms(branches, arms, line) {
    const { conditions, total } = line;
    const jumps = conditions.length > 0 &&
        conditions.length <= CONDITIONS_LIMIT &&
        conditions.length * 2 === total &&
        new Set(conditions.map((each) => each.number)).size === conditions.length &&
        conditions.every((each) => each.type === "jump" && [0, 50, 100].includes(each.percent)) &&
        conditions.reduce((sum, each) => sum + each.percent / 50, 0) === line.taken;
    if (jumps) {
        for (const each of conditions) {
            const [first, second] = arms.ofCondition(each.number);
            branches.mark(line.number, first, each.percent > 0);
            branches.mark(line.number, second, each.percent === 100);
        }
        return;
    }
    arms.mark(branches, line.number, line.taken, total);
}
//# sourceMappingURL=cobertura.js.map
// EXTERNAL MODULE: ./.cache/bundles/evidence/json.js + 6 modules
var json = __webpack_require__(51491);
;// CONCATENATED MODULE: ./.cache/bundles/evidence/coverage/json-fields.js


/** Values of JSON reports, which are another program's and may be anything. Pure. */
/** An object's entries; undefined for what is no object. Keys may be any text, `__proto__` too. */
function entriesOf(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.entries(value)
        : undefined;
}
/** An object's own field. */
function field(value, name) {
    return typeof value === "object" && value !== null && Object.hasOwn(value, name)
        ? value[name]
        : undefined;
}
/** The elements of an array, and none of what is no array. */
function json_fields_elements(value) {
    return Array.isArray(value) ? value : [];
}
/** A count of hits, from 0 to what an exact integer can be: negative, broken and huge ones as in text reports. */
function hitsOf(value) {
    if (typeof value === "number") {
        if (Number.isSafeInteger(value))
            return value < 0 ? 0 : value;
        // JSON.parse makes infinity of numbers with a large exponent.
        return value === Number.POSITIVE_INFINITY ? Number.MAX_SAFE_INTEGER : (0,coverage_report/* parseHits */.KT)(String(value));
    }
    return typeof value === "string" ? (0,coverage_report/* parseHits */.KT)(value) : undefined;
}
/** A line's number, from 1. */
function lineOf(value) {
    return typeof value === "number" && Number.isInteger(value) && value >= 1 && value < 1e9
        ? value
        : undefined;
}
/** An integer as text for a key, `?` for what is none. */
function keyPart(value) {
    return typeof value === "number" ? String(value) : "?";
}
/** The text as it is, and with a number behind it from its second time on. */
function numbered(seen, key) {
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}#${count}`;
}
function emptyReport(format) {
    return {
        format,
        files: [],
        sources: [],
        hasBranches: false,
        hasFunctions: false,
        hasStatements: false,
        problems: [],
    };
}
/** The error for a value that is JSON and not what the format has there. `path` and `line` are the value's. */
function malformedJson(file, path, what, line, hint = "The file is damaged, or its tool writes a form of the format that Sluice does not know.") {
    const where = path.map((each) => JSON.stringify(each).slice(0, 300)).join(" > ");
    return new runner_errors/* UserError */.yo("report-malformed", `${file}: ${where === "" ? "the file" : where} ${what}`, {
        file,
        line,
        hint,
    });
}
//# sourceMappingURL=json-fields.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/coverage/coverage-py.js



/**
 * coverage.py's JSON report, formats 2 and 3 (`coverage json`): executed and missing lines by file, arms as
 * pairs of lines of which a negative one is the way out, and from format 3 on the same by function. Its
 * percentage is of lines and branches together and is not read, nor are contexts, which can be most of the file.
 */
const LINE_FIELDS = ["executed_lines", "missing_lines", "excluded_lines"];
const coverage_py_FIELDS = new Set([...LINE_FIELDS, "executed_branches", "missing_branches"]);
const REGION_FIELDS = new Set(["executed_lines", "missing_lines", "start_line"]);
/** Reads one report. What is malformed or cut off is a UserError with line and column. */
async function readCoveragePy(source, file) {
    const collector = new coverage_report/* CoverageCollector */.Sf();
    const report = emptyReport("coverage-py");
    let hasFiles = false;
    let current;
    let region;
    const endRegion = () => {
        const line = region?.line ?? region?.first;
        // The region without a name is what stands in no function.
        if (current !== undefined && region !== undefined && region.name !== "" && line !== undefined)
            (0,coverage_report/* addFunction */.uO)(current.raw, line, region.name.slice(0, 500), region.covered);
        region = undefined;
    };
    const endFile = () => {
        endRegion();
        if (current === undefined)
            return;
        const { path, raw, lines } = current;
        const executed = lines.get("executed_lines");
        const missing = lines.get("missing_lines");
        if (executed === undefined || missing === undefined) {
            const what = executed === undefined ? "executed_lines" : "missing_lines";
            throw malformedJson(file, ["files", path], `has no ${what}`, undefined);
        }
        // Versions before 7.6 list lines as executed that are excluded.
        const excluded = new Set(lines.get("excluded_lines"));
        const ran = new Set(executed);
        const both = missing.find((line) => ran.has(line));
        if (both !== undefined)
            throw malformedJson(file, ["files", path], `has line ${both} as executed and as missing`, undefined);
        let last = 0;
        for (const list of [executed, missing])
            for (const line of list)
                if (line > last)
                    last = line;
        raw.lines.reserve(last, executed.length + missing.length);
        for (const line of executed)
            if (!excluded.has(line))
                (0,coverage_report/* addLine */.cG)(raw, line, 1);
        for (const line of missing)
            (0,coverage_report/* addLine */.cG)(raw, line, 0);
    };
    await (0,json/* readJson */.V)(source, file, {
        pick: ([top, path, name, inner, innerField]) => {
            if (top === undefined)
                return false;
            if (top === "meta")
                return path === undefined ? false : path === "branch_coverage" ? true : "skip";
            if (top !== "files")
                return "skip";
            if (path === undefined)
                hasFiles = true;
            else if (path !== current?.path || name === undefined) {
                endFile();
                current = { path: String(path), raw: collector.file(String(path)), lines: new Map() };
            }
            if (name === undefined)
                return false;
            if (name !== "functions")
                return coverage_py_FIELDS.has(String(name)) ? true : "skip";
            report.hasFunctions = true;
            if (inner === undefined)
                return false;
            if (innerField === undefined) {
                endRegion();
                region = { name: String(inner), line: undefined, first: undefined, covered: false };
                return false;
            }
            return REGION_FIELDS.has(String(innerField)) ? true : "skip";
        },
        take: (path, value, line) => {
            if (path[0] === "meta") {
                if (value === true)
                    report.hasBranches = true;
                return;
            }
            if (current === undefined)
                return;
            const name = String(path[2]);
            if (name === "functions") {
                if (region !== undefined)
                    takeRegion(region, String(path[4]), value);
                return;
            }
            if (!Array.isArray(value))
                throw malformedJson(file, path, "is no list", line);
            if (name.endsWith("_branches")) {
                report.hasBranches = true;
                for (const each of value) {
                    const [from, to] = json_fields_elements(each);
                    const number = lineOf(from);
                    if (number === undefined || typeof to !== "number")
                        throw malformedJson(file, path, "has something that is no pair of lines", line);
                    (0,coverage_report/* addBranch */.ys)(current.raw, number, `to ${to}`, name === "executed_branches");
                }
                return;
            }
            // Python 3.11 and later run a line 0 in empty modules.
            const lines = value.filter((each) => each !== 0);
            if (!lines.every(isLine))
                throw malformedJson(file, path, "has something that is no line", line);
            current.lines.set(name, lines);
        },
    });
    endFile();
    if (!hasFiles)
        throw malformedJson(file, [], "has no files", undefined);
    report.files = collector.files();
    return report;
}
function isLine(value) {
    return lineOf(value) !== undefined;
}
function takeRegion(region, name, value) {
    if (name === "start_line") {
        region.line = lineOf(value);
        return;
    }
    for (const each of json_fields_elements(value)) {
        const line = lineOf(each);
        if (line !== undefined)
            region.first = Math.min(region.first ?? line, line);
        if (name === "executed_lines")
            region.covered = true;
    }
}
//# sourceMappingURL=coverage-py.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/coverage/go-blocks.js
/**
 * Blocks of a Go coverage profile by file and place, side by side in typed arrays: profiles have millions, once
 * for each test binary. Pure.
 */
/** Slots that are looked at before a block counts as crowded out: places can be made to meet in one slot. */
const PROBE_LIMIT = 32;
const MOST = 0xffffffff;
class GoBlocks {
    #count = 0;
    #files = new Uint32Array(1024);
    #places = new Uint32Array(1024);
    #statements = new Uint32Array(1024);
    /** MOST where the number is among the large ones. */
    #hits = new Uint32Array(1024);
    #starts = new Uint32Array(1024);
    #lasts = new Uint32Array(1024);
    #large = new Map();
    /** Blocks plus one, 0 for an empty slot. */
    #slots = new Int32Array(4096);
    /** Blocks that found no slot near theirs, by file and place. */
    #crowded = new Map();
    get count() {
        return this.#count;
    }
    /** The block of a file's place, both as numbers; undefined where there is none yet. */
    find(file, place) {
        const mask = this.#slots.length - 1;
        let slot = go_blocks_slotOf(file, place) & mask;
        for (let probe = 0; probe < PROBE_LIMIT; probe++) {
            const held = (this.#slots[slot] ?? 0) - 1;
            if (held < 0)
                return undefined;
            if (this.#places[held] === place && this.#files[held] === file)
                return held;
            slot = (slot + 1) & mask;
        }
        return this.#crowded.get(`${file} ${place}`);
    }
    /** Adds a block that is not there yet. Lines up to `last` are its own. */
    add(file, place, statements, start, last) {
        const block = this.#count++;
        if (block === this.#files.length)
            this.#grow();
        this.#files[block] = file;
        this.#places[block] = place;
        this.#statements[block] = statements;
        this.#starts[block] = start;
        this.#lasts[block] = last;
        if (this.#count * 2 > this.#slots.length)
            this.#spread();
        else
            this.#put(block);
        return block;
    }
    /** Adds to a block's hits, as far as a sum can be exact. */
    hit(block, hits) {
        const sum = Math.min(Number.MAX_SAFE_INTEGER, this.hits(block) + hits);
        if (sum >= MOST)
            this.#large.set(block, sum);
        this.#hits[block] = Math.min(MOST, sum);
    }
    hits(block) {
        const held = this.#hits[block] ?? 0;
        return held === MOST ? (this.#large.get(block) ?? held) : held;
    }
    place(block) {
        return this.#places[block] ?? 0;
    }
    statements(block) {
        return this.#statements[block] ?? 0;
    }
    start(block) {
        return this.#starts[block] ?? 0;
    }
    last(block) {
        return this.#lasts[block] ?? 0;
    }
    /** The last line of blocks that have statements, or 0. */
    lastOf(blocks) {
        let last = 0;
        for (const block of blocks)
            if (this.statements(block) > 0 && this.last(block) > last)
                last = this.last(block);
        return last;
    }
    /** The blocks of each of `files` files, in the order in which they came. */
    *byFile(files) {
        const ends = new Uint32Array(files);
        for (let block = 0; block < this.#count; block++) {
            const file = this.#files[block] ?? 0;
            ends[file] = (ends[file] ?? 0) + 1;
        }
        for (let file = 1; file < files; file++)
            ends[file] = (ends[file] ?? 0) + (ends[file - 1] ?? 0);
        const blocks = new Uint32Array(this.#count);
        const next = ends.slice();
        for (let block = this.#count - 1; block >= 0; block--) {
            const file = this.#files[block] ?? 0;
            const at = (next[file] ?? 0) - 1;
            next[file] = at;
            blocks[at] = block;
        }
        for (let file = 0; file < files; file++)
            yield blocks.subarray(file === 0 ? 0 : ends[file - 1], ends[file]);
    }
    #put(block) {
        const file = this.#files[block] ?? 0;
        const place = this.#places[block] ?? 0;
        const mask = this.#slots.length - 1;
        let slot = go_blocks_slotOf(file, place) & mask;
        for (let probe = 0; probe < PROBE_LIMIT; probe++) {
            if (this.#slots[slot] === 0) {
                this.#slots[slot] = block + 1;
                return;
            }
            slot = (slot + 1) & mask;
        }
        this.#crowded.set(`${file} ${place}`, block);
    }
    /** Twice the slots. */
    #spread() {
        this.#slots = new Int32Array(this.#slots.length * 2);
        this.#crowded.clear();
        for (let block = 0; block < this.#count; block++)
            this.#put(block);
    }
    #grow() {
        const size = Math.ceil(this.#files.length * 1.5);
        const larger = (held) => {
            const made = new Uint32Array(size);
            made.set(held);
            return made;
        };
        this.#files = larger(this.#files);
        this.#places = larger(this.#places);
        this.#statements = larger(this.#statements);
        this.#hits = larger(this.#hits);
        this.#starts = larger(this.#starts);
        this.#lasts = larger(this.#lasts);
    }
}
function go_blocks_slotOf(file, place) {
    let hash = Math.imul(file + 1, 0x9e3779b1) ^ Math.imul(place + 1, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    return hash ^ (hash >>> 13);
}
//# sourceMappingURL=go-blocks.js.map
// EXTERNAL MODULE: ./.cache/bundles/evidence/coverage/name-table.js
var name_table = __webpack_require__(64991);
;// CONCATENATED MODULE: ./.cache/bundles/evidence/coverage/go-coverprofile.js








/** More lines than nearly all files have. */
const NEAR = 50_000;
const go_coverprofile_SPACE = 0x20;
const COMMA = 0x2c;
const POINT = 0x2e;
const COLON = 0x3a;
/**
 * Go's coverage profile (cmd/cover, golang.org/x/tools/cover): blocks with a number of statements each. The
 * unit is the statement. The same block stands once for every test binary that knows it (`-coverpkg`), and
 * once for every profile that was concatenated: it is one block, by its place, and its hits are added.
 *
 * Lines are those that a block with statements touches, with the largest hits of their blocks; the last line
 * of a block that ends in column 2 has only the closing brace of a function, and is none.
 */
/** What follows `name:line.column,line.column `; a name may have colons and spaces. */
const COUNTS = /^(\d{1,9}) (\d+)$/;
/** More lines than any function has: a number that would only cost memory. */
const SPAN_LIMIT = 1_000_000;
/** Reads one profile, or several that were concatenated. */
async function readGoCoverprofile(source, file) {
    const collector = new coverage_report/* CoverageCollector */.Sf();
    const report = emptyReport("go-coverprofile");
    report.hasStatements = true;
    const paths = new name_table/* NameTable */.K();
    const places = collector.statementNames;
    const blocks = new GoBlocks();
    const budget = new Budget(file, "lines in ranges");
    const tail = { bytes: "" };
    /** Lines and columns of the place that was read last. */
    const at = new Uint32Array(4);
    let number = 0;
    let hasMode = false;
    /** What is wrong with the line before, which is told only where it is not the last one, cut off. */
    let wrong;
    const malformed = (what, hint) => new runner_errors/* UserError */.yo("report-malformed", `${file}: ${what}`, {
        file,
        line: number,
        column: 1,
        hint: hint ?? "The file is damaged, or something else wrote into it.",
    });
    const noBlock = (text) => {
        const printed = /:\d+:\s+\S+\s+\d+\.\d+%$/.test(text);
        return printed
            ? malformed("this is what 'go tool cover -func' prints, not a profile", "Give the file that 'go test -coverprofile' writes.")
            : malformed(`'${text.slice(0, 60)}' is no block of a coverage profile`);
    };
    /** Adds a block that is not there yet, whose place was read last. */
    const newBlock = (path, place, statements) => {
        const [startLine = 0, , endLine = 0, endColumn = 0] = at;
        // Line 0 and ends before the start come from //line directives of generators.
        const start = Math.max(1, startLine);
        const end = Math.max(start, endLine);
        if (end - start > SPAN_LIMIT)
            throw malformed(`a block of ${paths.text(path).slice(0, 200)} has ${end - start} lines`);
        budget.spend(end - start + 1);
        const last = end > start && endColumn <= 2 ? end - 1 : end;
        return blocks.add(path, place, statements, start, last);
    };
    const takeBlock = (path, place, statements, hits) => {
        const block = blocks.find(path, place) ?? newBlock(path, place, statements);
        if (!hasMode)
            throw malformed("the first line is not 'mode: ...'");
        const before = blocks.statements(block);
        if (before !== statements) {
            throw malformed(`the block ${places.text(place)} of ${paths.text(path).slice(0, 200)} has ${statements} statements here and ${before} above`, "The profiles are of different states of the source: take them from one commit.");
        }
        blocks.hit(block, hits);
    };
    /** A line in the form that nearly all have. False where it has another one. */
    const readPlain = (bytes, start, end) => {
        let hitsAt = end;
        while (hitsAt > start && bytes[hitsAt - 1] !== go_coverprofile_SPACE)
            hitsAt--;
        let countAt = hitsAt - 1;
        while (countAt > start && bytes[countAt - 1] !== go_coverprofile_SPACE)
            countAt--;
        let placeAt = countAt - 1;
        while (placeAt > start && bytes[placeAt - 1] !== COLON)
            placeAt--;
        if (placeAt - 1 <= start || bytes[placeAt - 1] !== COLON || hitsAt - countAt > 10)
            return false;
        const statements = digits(bytes, countAt, hitsAt - 1);
        const hits = digits(bytes, hitsAt, end);
        if (statements === undefined || hits === undefined)
            return false;
        if (!readPlace(bytes, placeAt, countAt - 1, at))
            return false;
        const path = paths.numberOf(bytes, start, placeAt - 1);
        const place = places.numberOf(bytes, placeAt, countAt - 1);
        takeBlock(path, place, statements, hits);
        return true;
    };
    const readBlock = (text) => {
        const countsAt = text.lastIndexOf(" ", text.lastIndexOf(" ") - 1);
        const colon = text.lastIndexOf(":", countsAt);
        const [, count, hits] = COUNTS.exec(text.slice(countsAt + 1)) ?? [];
        if (hits === undefined || countsAt < 0 || colon <= 0)
            throw noBlock(text);
        const place = Buffer.from(text.slice(colon + 1, countsAt));
        if (!readPlace(place, 0, place.length, at))
            throw noBlock(text);
        const path = paths.number(text.slice(0, colon));
        takeBlock(path, places.numberOf(place, 0, place.length), Number(count), (0,coverage_report/* parseHits */.KT)(hits) ?? 0);
    };
    const readLine = (bytes, start, end) => {
        if (start === end || readPlain(bytes, start, end))
            return;
        const text = bytes.toString("utf8", start, end);
        if (/^mode: (set|count|atomic)$/.test(text))
            hasMode = true;
        else if (text.startsWith("mode:") && !/ \d+ \d+$/.test(text))
            throw malformed(`'${text.slice(0, 60)}' is no mode of a profile`);
        else
            readBlock(text);
    };
    await (0,evidence_text/* readByteLines */.M8)(withTail(source, tail), file, (bytes, start, end) => {
        if (wrong !== undefined)
            throw wrong;
        number++;
        try {
            readLine(bytes, start, end);
        }
        catch (thrown) {
            if (!(thrown instanceof runner_errors/* UserError */.yo))
                throw thrown;
            wrong = thrown;
        }
    }, () => number);
    // Go ends every line, so a last one without an end may lack digits of its hits.
    if (number === 0 || !(tail.bytes.endsWith("\n") || tail.bytes === "\n\0")) {
        throw new runner_errors/* UserError */.yo("report-truncated", `${file} is cut off: its last line has no end`, {
            file,
            line: number + 1,
            column: 1,
            hint: "The tool that writes it did not finish, or the file was copied while it was written.",
        });
    }
    if (wrong !== undefined)
        throw wrong;
    let path = 0;
    /** The largest hits of each line of one file, and one; files of far lines take a map. */
    const near = new Float64Array(NEAR + 1);
    for (const own of blocks.byFile(paths.size)) {
        const raw = collector.file(paths.text(path++));
        raw.statements.reserve(own.length);
        const last = blocks.lastOf(own);
        const lines = last <= NEAR ? near.fill(0, 0, last + 1) : undefined;
        const far = new Map();
        for (const block of own) {
            const statements = blocks.statements(block);
            // A block without statements, such as an empty function's, is nothing to cover.
            if (statements === 0)
                continue;
            const hits = blocks.hits(block);
            raw.statements.mark(blocks.place(block), statements, hits > 0);
            for (let line = blocks.start(block); line <= blocks.last(block); line++)
                if (lines !== undefined)
                    lines[line] = Math.max(lines[line] ?? 0, hits + 1);
                else
                    far.set(line, Math.max(far.get(line) ?? 0, hits));
        }
        for (const [line, hits] of far)
            (0,coverage_report/* addLine */.cG)(raw, line, hits);
        if (lines === undefined)
            continue;
        let count = 0;
        for (let line = 1; line <= last; line++)
            if (lines[line] !== 0)
                count++;
        raw.lines.reserve(last, count);
        for (let line = 1; line <= last; line++) {
            const held = lines[line] ?? 0;
            if (held > 0)
                (0,coverage_report/* addLine */.cG)(raw, line, held - 1);
        }
    }
    report.files = collector.files();
    return report;
}
/** Reads `line.column,line.column` into four numbers; false where it has another form. */
function readPlace(bytes, start, end, numbers) {
    let from = start;
    for (let part = 0; part < 4; part++) {
        let next = from;
        let value = 0;
        for (; next < end; next++) {
            const digit = (bytes[next] ?? 0) - 48;
            if (digit < 0 || digit > 9)
                break;
            value = value * 10 + digit;
        }
        if (next === from || next - from > 9)
            return false;
        if (part === 3 ? next !== end : bytes[next] !== (part === 1 ? COMMA : POINT))
            return false;
        numbers[part] = value;
        from = next + 1;
    }
    return true;
}
/** Keeps the last two bytes in view, which hold the last character in UTF-16 too. */
async function* withTail(source, tail) {
    for await (const chunk of source) {
        tail.bytes = (tail.bytes + Buffer.from(chunk.subarray(-2)).toString("latin1")).slice(-2);
        yield chunk;
    }
}
//# sourceMappingURL=go-coverprofile.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/coverage/istanbul.js




/**
 * Istanbul's coverage-final.json (nyc, c8, jest, vitest): statements, branches and functions by file, as
 * istanbul-lib-coverage's FileCoverage holds them. It has no lines: a line's hits are the largest of the
 * statements that begin on it, as Istanbul's own reports say. Arms and statements are named by their places,
 * so that shards agree on them. What is marked `skip` is not to be covered.
 */
/** Reads one report. What is malformed or cut off is a UserError with line and column. */
async function readIstanbul(source, file) {
    const collector = new coverage_report/* CoverageCollector */.Sf();
    const report = emptyReport("istanbul");
    let unloaded = 0;
    await (0,json/* readJson */.V)(source, file, {
        pick: (path) => path.length === 1,
        take: (path, value, line) => {
            const entry = field(value, "data") ?? value;
            const statements = entriesOf(field(entry, "statementMap"));
            if (statements === undefined || entriesOf(field(entry, "s")) === undefined)
                throw malformedJson(file, path, "is no coverage of a file: it has no statementMap and s", line);
            const named = field(entry, "path");
            const key = typeof named === "string" && named !== "" ? named : String(path[0]);
            const raw = collector.file(slashes(key));
            const malformed = (what) => malformedJson(file, path, what, line);
            addStatementsAndLines(raw, entry, malformed);
            if (addBranches(raw, entry, malformed))
                report.hasBranches = true;
            if (addFunctions(raw, entry, malformed))
                report.hasFunctions = true;
            if (statements.length === 0 && field(entry, "all") === true)
                unloaded++;
        },
    });
    report.files = collector.files();
    report.hasStatements = true;
    if (unloaded > 0) {
        report.problems.push((0,problem/* problem */.C)("warning", "coverage-not-loaded", `${file}: ${unloaded} files were never loaded, and the report has no statements for them`, { file, hint: "They count nothing here. Let the tool instrument them, or load them in a test." }));
    }
    return report;
}
/** `C:\a\b.js` and `src\b.js` with slashes; a backslash behind a slash is part of a name. */
function slashes(path) {
    return /^[^/]*\\/.test(path) ? path.replaceAll("\\", "/") : path;
}
/** The number of hits of an element; one that is missing or null has none. */
function count(value, what, malformed) {
    if (value === undefined || value === null)
        return 0;
    const hits = hitsOf(value);
    if (hits === undefined)
        throw malformed(`has no count for ${what}`);
    return hits;
}
function place(location) {
    const start = field(location, "start");
    const end = field(location, "end");
    return [field(start, "line"), field(start, "column"), field(end, "line"), field(end, "column")]
        .map(keyPart)
        .join(":");
}
function addStatementsAndLines(raw, entry, malformed) {
    const map = field(entry, "statementMap");
    const hits = field(entry, "s");
    const lines = new Map();
    const seen = new Map();
    for (const [id, location] of entriesOf(map) ?? []) {
        if (field(location, "skip") === true)
            continue;
        const covered = count(field(hits, id), `the statement ${id.slice(0, 40)}`, malformed);
        (0,coverage_report/* addStatements */.at)(raw, numbered(seen, place(location)), 1, covered > 0);
        const line = lineOf(field(field(location, "start"), "line"));
        if (line !== undefined)
            lines.set(line, Math.max(lines.get(line) ?? 0, covered));
    }
    for (const [line, most] of lines)
        (0,coverage_report/* addLine */.cG)(raw, line, most);
}
/** Whether the report says anything of branches. */
function addBranches(raw, entry, malformed) {
    const hits = field(entry, "b");
    const seen = new Map();
    for (const [id, branch] of entriesOf(field(entry, "branchMap")) ?? []) {
        if (field(branch, "skip") === true)
            continue;
        const locations = json_fields_elements(field(branch, "locations"));
        const counts = json_fields_elements(field(hits, id));
        const location = field(branch, "loc") ?? locations[0];
        const line = lineOf(field(field(location, "start"), "line")) ??
            lineOf(field(branch, "line")) ??
            lineOf(field(field(locations[0], "start"), "line"));
        if (line === undefined)
            throw malformed(`has no line for the branch ${id.slice(0, 40)}`);
        const type = String(field(branch, "type")).slice(0, 40);
        const key = numbered(seen, `${type}:${place(location)}`);
        const arms = Math.max(locations.length, counts.length);
        for (let arm = 0; arm < arms; arm++) {
            if (field(locations[arm], "skip") === true)
                continue;
            const taken = count(counts[arm], `the branch ${id.slice(0, 40)}`, malformed);
            (0,coverage_report/* addBranch */.ys)(raw, line, `${key}/${arm}`, taken > 0);
        }
    }
    return entriesOf(hits) !== undefined;
}
/** Whether the report says anything of functions. */
function addFunctions(raw, entry, malformed) {
    const hits = field(entry, "f");
    const seen = new Map();
    for (const [id, each] of entriesOf(field(entry, "fnMap")) ?? []) {
        if (field(each, "skip") === true)
            continue;
        const line = lineOf(field(field(field(each, "decl"), "start"), "line")) ??
            lineOf(field(each, "line")) ??
            lineOf(field(field(field(each, "loc"), "start"), "line"));
        if (line === undefined)
            throw malformed(`has no line for the function ${id.slice(0, 40)}`);
        const name = field(each, "name");
        const shown = typeof name === "string" && name !== "" ? name.slice(0, 500) : "(anonymous)";
        const key = numbered(seen, `${line} ${shown}`).slice(String(line).length + 1);
        (0,coverage_report/* addFunction */.uO)(raw, line, key, count(field(hits, id), `the function ${id.slice(0, 40)}`, malformed) > 0);
    }
    return entriesOf(hits) !== undefined && entriesOf(field(entry, "fnMap")) !== undefined;
}
//# sourceMappingURL=istanbul.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/coverage/istanbul-summary.js




/**
 * Istanbul's coverage-summary.json: numbers by file and no lines, so nothing can be compared with a change.
 * Its percentages are not read; they are "Unknown" where there is nothing to cover.
 */
const METRICS = ["lines", "branches", "functions", "statements"];
/** Reads one report. What is malformed or cut off is a UserError with its line. */
async function readIstanbulSummary(source, file) {
    const collector = new coverage_report/* CoverageCollector */.Sf();
    const report = emptyReport("istanbul-summary");
    let total;
    await (0,json/* readJson */.V)(source, file, {
        pick: (path) => path.length === 1,
        take: (path, value, line) => {
            if (entriesOf(value) === undefined || entriesOf(field(value, "lines")) === undefined)
                throw malformedJson(file, path, "has no lines with total and covered", line);
            const totals = {};
            for (const metric of METRICS) {
                const ratio = ratioOf(field(value, metric));
                if (ratio === null)
                    throw malformedJson(file, path, `has no numbers for ${metric}`, line);
                if (ratio !== undefined)
                    totals[metric] = ratio;
            }
            if (path[0] === "total")
                total = totals;
            else
                collector.file(String(path[0])).totals = totals;
            if (totals.branches !== undefined)
                report.hasBranches = true;
            if (totals.functions !== undefined)
                report.hasFunctions = true;
            if (totals.statements !== undefined)
                report.hasStatements = true;
        },
    });
    report.files = collector.files();
    if (total === undefined)
        throw malformedJson(file, [], "has no total", undefined);
    if (report.files.length === 0 && (total.lines?.total ?? 0) > 0) {
        throw new runner_errors/* UserError */.yo("coverage-totals-only", `${file} has a total and no files`, {
            file,
            hint: "A total that belongs to no files can't be merged: let the tool write the whole report (reporter 'json').",
        });
    }
    return report;
}
/** Undefined for what is not there, null for what is no ratio. */
function ratioOf(value) {
    if (value === undefined)
        return undefined;
    const total = hitsOf(field(value, "total"));
    const covered = hitsOf(field(value, "covered"));
    if (total === undefined || covered === undefined || covered > total)
        return null;
    return { covered, total };
}
//# sourceMappingURL=istanbul-summary.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/coverage/jacoco.js






/** Reads one report. What is malformed or cut off is a UserError with line and column. */
async function readJacoco(source, file) {
    const collector = new coverage_report/* CoverageCollector */.Sf();
    const report = {
        format: "jacoco",
        files: [],
        sources: [],
        hasBranches: false,
        hasFunctions: false,
        hasStatements: false,
        problems: [],
    };
    let depth = 0;
    /** Groups may stand in groups: one is a module, and two modules may have the same package and file. */
    const groups = [];
    let packageName = "";
    let current;
    /** Lines of the current source file that count, those with branches, and the file's counters. */
    let lines = 0;
    let branches = 0;
    /** What those say, until it is known how much memory they take. */
    const ofFile = new line_hits/* LineHits */.X();
    const armsOfFile = collector.newBranches();
    const arms = new ArmNumbers(collector.armNames, file);
    const counters = new Map();
    /** What the report itself says of its lines. */
    let header;
    let owner;
    let method;
    /** Methods of a package's classes that name no source file, until its source files are known. */
    let homeless = [];
    let stems = new Map();
    let nowhere = 0;
    let withoutLines = 0;
    const malformed = (element, what) => new runner_errors/* UserError */.yo("report-malformed", `${file}: ${what}`, {
        file,
        line: element.line,
        column: element.column,
        hint: "The file is damaged, or its tool writes a form of JaCoCo that Sluice does not know.",
    });
    /** A count that may be missing; what is there must be one. */
    const count = (element, name) => {
        const plain = element.integer(name);
        if (plain !== undefined)
            return plain;
        const text = element.attribute(name);
        if (text === undefined)
            return undefined;
        const value = (0,coverage_report/* parseHits */.KT)(text);
        if (value === undefined)
            throw malformed(element, `<${element.name}> has ${name}=${JSON.stringify(text.slice(0, 60))}, no count`);
        return value;
    };
    const openLine = (element) => {
        const number = (0,coverage_report/* lineNumber */.eT)(element, "nr");
        const missed = count(element, "mi") ?? 0;
        const ran = count(element, "ci") ?? 0;
        const missedArms = count(element, "mb");
        const takenArms = count(element, "cb");
        if (missedArms !== undefined || takenArms !== undefined)
            report.hasBranches = true;
        if (number === undefined) {
            const text = element.attribute("nr") ?? "";
            // Code that compilers add has no place.
            if (!/^(0|-\d{1,9})$/.test(text))
                throw malformed(element, `a <line> has nr='${text.slice(0, 60)}'`);
            nowhere++;
            return;
        }
        // JaCoCo knows whether a line ran, not how often. gcovr's lines have no instructions, and may have branches.
        if (missed + ran > 0) {
            lines++;
            ofFile.add(number, ran > 0 ? 1 : 0);
        }
        const taken = takenArms ?? 0;
        if (arms.mark(armsOfFile, number, taken, taken + (missedArms ?? 0)) > 0)
            branches++;
    };
    const openCounter = (element) => {
        // A method has one counter of each kind, and most say nothing here.
        if (method !== undefined && (element.is("type", "COMPLEXITY") || element.is("type", "BRANCH"))) {
            report.hasBranches ||= element.is("type", "BRANCH");
            return;
        }
        const type = element.attribute("type") ?? "";
        const covered = count(element, "covered") ?? 0;
        const missed = count(element, "missed") ?? 0;
        if (type === "BRANCH")
            report.hasBranches = true;
        if (method !== undefined) {
            if (type === "METHOD")
                method.ran = covered > 0;
            else if (type === "INSTRUCTION" || type === "LINE")
                method.partly ||= covered > 0;
        }
        else if (current !== undefined)
            counters.set(type, { covered, total: covered + missed });
    };
    const closeMethod = (of, done) => {
        report.hasFunctions = true;
        if (of.source === undefined)
            homeless.push({ stem: of.short.replace(/\$.*$/s, ""), method: done });
        else
            addMethod(collector.file(jacoco_pathOf(packageName, of.source), groups.join("/")), done);
    };
    const takeLines = (target) => {
        target.lines.addAll(ofFile);
        ofFile.clear();
        if (armsOfFile.total === 0)
            return;
        target.branches.addAll(armsOfFile);
        armsOfFile.clear();
    };
    const closeSourceFile = (target) => {
        const total = (type) => {
            const said = counters.get(type);
            return said !== undefined && said.total > 0 ? said : undefined;
        };
        takeLines(target);
        const totals = {};
        if (lines === 0 && total("LINE") !== undefined) {
            totals.lines = total("LINE");
            if (branches === 0)
                totals.branches = total("BRANCH");
            totals.functions = total("METHOD");
            if (totals.functions !== undefined)
                report.hasFunctions = true;
            target.totals = totals;
        }
        else if (lines === 0 && total("INSTRUCTION") !== undefined)
            withoutLines++;
        counters.clear();
    };
    await readXml(source, file, {
        open: (element) => {
            const { name } = element;
            depth++;
            if (depth === 1 && name !== "report")
                throw malformed(element, `the root element is <${name}>, not <report>`);
            if (name === "line") {
                if (current !== undefined)
                    openLine(element);
            }
            else if (name === "counter") {
                if (method !== undefined || current !== undefined)
                    openCounter(element);
                else if (depth === 2 && element.is("type", "LINE")) {
                    const covered = count(element, "covered") ?? 0;
                    header = { covered, total: covered + (count(element, "missed") ?? 0) };
                }
            }
            else if (name === "method") {
                if (owner === undefined)
                    return;
                const description = `${element.attribute("name") ?? ""}${element.attribute("desc") ?? ""}`;
                method = {
                    line: (0,coverage_report/* lineNumber */.eT)(element, "line") ?? 0,
                    name: owner.short === "" ? description : `${owner.short}.${description}`,
                    ran: undefined,
                    partly: false,
                };
            }
            else if (name === "class") {
                const full = element.attribute("name") ?? "";
                const named = element.attribute("sourcefilename") ?? "";
                owner = {
                    short: full.slice(full.lastIndexOf("/") + 1),
                    source: named === "" ? undefined : named,
                };
            }
            else if (name === "sourcefile") {
                const written = element.attribute("name") ?? "";
                // No tool writes one into another; their lines stay apart all the same.
                if (current !== undefined)
                    takeLines(current);
                current = collector.file(jacoco_pathOf(packageName, written), groups.join("/"));
                lines = 0;
                branches = 0;
                const stem = written.replace(/^.*\//s, "").replace(/\.[^.]*$/s, "");
                // Two files of one stem (A.java, A.kt) leave it open whose a class is.
                stems.set(stem, stems.has(stem) ? undefined : current);
            }
            else if (name === "group")
                groups.push(element.attribute("name") ?? "");
            else if (name === "package") {
                packageName = element.attribute("name") ?? "";
                homeless = [];
                stems = new Map();
            }
            return undefined;
        },
        close: (name) => {
            depth--;
            if (name === "method" && method !== undefined) {
                if (owner !== undefined)
                    closeMethod(owner, method);
                method = undefined;
            }
            else if (name === "class")
                owner = undefined;
            else if (name === "group")
                groups.pop();
            else if (name === "sourcefile" && current !== undefined) {
                closeSourceFile(current);
                current = undefined;
            }
            else if (name === "package") {
                for (const each of homeless) {
                    const home = stems.get(each.stem);
                    if (home !== undefined)
                        addMethod(home, each.method);
                }
                homeless = [];
            }
        },
    });
    if (nowhere > 0) {
        report.problems.push((0,problem/* problem */.C)("notice", "coverage-without-line", `${file}: ${nowhere} <line> elements have no line number and count nothing`, { file }));
    }
    if (withoutLines > 0) {
        report.problems.push((0,problem/* problem */.C)("warning", "coverage-without-line", `${file}: ${withoutLines} source files have instructions and no lines, so they count nothing`, { file, hint: "Compile with line numbers (javac -g:lines,source)." }));
    }
    report.files = collector.files();
    if (header !== undefined)
        jacoco_compareHeader(report, file, header);
    return report;
}
/** The counters of what is above a source file are not believed, but a difference shows that part of the body is lost. */
function jacoco_compareHeader(report, file, header) {
    const body = { covered: 0, total: 0 };
    for (const { lines, totals } of report.files) {
        body.covered += lines.covered + (totals?.lines?.covered ?? 0);
        body.total += lines.size + (totals?.lines?.total ?? 0);
    }
    if (body.covered === header.covered && body.total === header.total)
        return;
    report.problems.push((0,problem/* problem */.C)("notice", "coverage-header-differs", `${file}: its counter says ${header.covered} of ${header.total} lines, its source files have ${body.covered} of ${body.total}, which count`, { file, hint: "Where many are missing, the report was cut or filtered after it was written." }));
}
function addMethod(file, method) {
    (0,coverage_report/* addFunction */.uO)(file, method.line, method.name, method.ran ?? method.partly);
}
/** A package's folder and the file in it; some tools (Pester) write the whole path as the file's name. */
function jacoco_pathOf(folder, name) {
    if (folder === "" || /^([A-Za-z]:)?[\\/]/.test(name) || name.startsWith(`${folder}/`))
        return name;
    return `${folder}/${name}`;
}
//# sourceMappingURL=jacoco.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/coverage/lcov-functions.js
/**
 * The functions of one lcov record, from their FN and FNDA lines. Where names repeat, FNDA follows the order
 * of FN. It is used for all records of a report: a record makes no garbage. Pure.
 */
class RecordFunctions {
    /** By place: its line, whether it ran, and the next place of the same name plus one. */
    #lines = new Float64Array(64);
    #ran = new Uint8Array(64);
    #next = new Int32Array(64);
    #name = new Int32Array(64);
    #places = 0;
    /** By a name's number: the record that it was last seen in, its first, last and next counted place. */
    #record = new Int32Array(64);
    #last = new Int32Array(64);
    /** The place that the next count belongs to, -1 where there is none yet, as for a count that comes first. */
    #counted = new Int32Array(64);
    #current = 1;
    /** How many places there are. */
    get size() {
        return this.#places;
    }
    /** `FN`: a function begins in a line. */
    place(name, line) {
        this.#see(name);
        this.#add(name, line, false);
    }
    /** `FNDA`: a name that is counted more often than it has places counts for its last one, or for one without a line. */
    count(name, ran) {
        this.#see(name);
        const at = this.#counted[name] ?? -1;
        const place = at >= 0 ? at : (this.#last[name] ?? -1);
        if (place < 0) {
            this.#add(name, 0, ran);
            this.#counted[name] = -1;
            return;
        }
        if (ran)
            this.#ran[place] = 1;
        this.#counted[name] = (this.#next[place] ?? 0) - 1;
    }
    /** Hands all of them over and begins the next record. */
    end(functions) {
        functions.reserve(this.#places);
        for (let place = 0; place < this.#places; place++)
            functions.mark(this.#lines[place] ?? 0, this.#name[place] ?? 0, this.#ran[place] === 1);
        this.#places = 0;
        this.#current++;
    }
    #see(name) {
        if (name >= this.#record.length) {
            const length = Math.max(name + 1, this.#record.length * 2);
            this.#record = enlarged(this.#record, length);
            this.#last = enlarged(this.#last, length);
            this.#counted = enlarged(this.#counted, length);
        }
        if (this.#record[name] === this.#current)
            return;
        this.#record[name] = this.#current;
        this.#last[name] = -1;
        this.#counted[name] = -1;
    }
    #add(name, line, ran) {
        const place = this.#places++;
        if (place === this.#name.length) {
            const lines = new Float64Array(place * 2);
            lines.set(this.#lines);
            this.#lines = lines;
            const all = new Uint8Array(place * 2);
            all.set(this.#ran);
            this.#ran = all;
            this.#next = enlarged(this.#next, place * 2);
            this.#name = enlarged(this.#name, place * 2);
        }
        this.#lines[place] = line;
        this.#ran[place] = ran ? 1 : 0;
        this.#next[place] = 0;
        this.#name[place] = name;
        const last = this.#last[name] ?? -1;
        if (last >= 0)
            this.#next[last] = place + 1;
        this.#last[name] = place;
        if ((this.#counted[name] ?? -1) < 0)
            this.#counted[name] = place;
    }
}
function enlarged(from, length) {
    const larger = new Int32Array(length);
    larger.set(from);
    return larger;
}
//# sourceMappingURL=lcov-functions.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/coverage/lcov-record.js

/** One record of a tracefile, and what its totals say where it has nothing else. Pure. */
/** A file has no line with a larger number either. */
const lcov_record_MOST = 999_999_999;
/** Lines of a record that hold a number of what it lists. */
const TOTALS = ["LF", "LH", "FNF", "FNH", "BRF", "BRH"];
/** Adds what a record says as a whole to its file. `malformed` makes the error for numbers that can't be true. */
function endRecord(record, malformed) {
    const named = record.functions.size;
    record.functions.end(record.file.functions);
    for (const each of record.indexed?.values() ?? [])
        (0,coverage_report/* addFunction */.uO)(record.file, each.line, each.name ?? "(no name)", each.covered);
    /** What is there in detail counts, and the numbers nothing. */
    const total = (found, of, hit) => {
        if (found > 0)
            return undefined;
        const all = record.totals[TOTALS.indexOf(of)] ?? 0;
        const covered = record.totals[TOTALS.indexOf(hit)] ?? 0;
        if (!(covered <= all)) {
            const where = `the record of ${JSON.stringify(record.file.path.slice(0, 200))} that begins in line ${record.line}`;
            throw malformed(Number.isNaN(covered + all)
                ? `${of} or ${hit} of ${where} is no number`
                : `${hit}:${covered} is more than ${of}:${all}, in ${where}`);
        }
        if (all > lcov_record_MOST)
            throw malformed(`${of}:${all} is more than any file has`);
        return all === 0 ? undefined : { covered, total: all };
    };
    const lines = total(record.lines, "LF", "LH");
    const branches = total(record.branches, "BRF", "BRH");
    const functions = total(named + (record.indexed?.size ?? 0), "FNF", "FNH");
    if (lines === undefined && branches === undefined && functions === undefined)
        return;
    // Records of one file are of different tests: what one of them has covered is covered.
    const before = record.file.totals;
    record.file.totals = {
        lines: larger(before?.lines, lines),
        branches: larger(before?.branches, branches),
        functions: larger(before?.functions, functions),
    };
}
function larger(a, b) {
    if (a === undefined || b === undefined)
        return a ?? b;
    return { covered: Math.max(a.covered, b.covered), total: Math.max(a.total, b.total) };
}
//# sourceMappingURL=lcov-record.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/coverage/lcov-plain.js


/** Lines of a tracefile in the form that nearly all have, read as bytes: reports have tens of millions. Pure. */
/** A line of more bytes is read as any other. */
const LENGTH_LIMIT = 64 * 1024;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const A = 0x41;
const B = 0x42;
const D = 0x44;
const F = 0x46;
const N = 0x4e;
const R = 0x52;
const lcov_plain_COMMA = 0x2c;
const lcov_plain_COLON = 0x3a;
const DASH = 0x2d;
/** Reads lines of records for as long as they have the form that it knows. */
class PlainLines {
    #report;
    #lines;
    #branches;
    /** How many the last call has read. */
    count = 0;
    /** `lines` and `branches` take what the record says of them. */
    constructor(report, lines, branches) {
        this.#report = report;
        this.#lines = lines;
        this.#branches = branches;
    }
    /** Reads whole lines; returns where the first one begins that has another form, or that has no end before `end`. */
    read(record, bytes, start, end) {
        const lines = this.#lines;
        let count = 0;
        let at = start;
        for (;;) {
            // `DA:1,2`: eight of ten lines are of this kind.
            let next = at;
            if (bytes[at] === D && bytes[at + 1] === A && bytes[at + 2] === lcov_plain_COLON) {
                next = at + 3;
                let line = 0;
                for (; next < end; next++) {
                    const digit = (bytes[next] ?? 0) - 48;
                    if (digit < 0 || digit > 9)
                        break;
                    line = line * 10 + digit;
                }
                if (line === 0 || next - at > 12 || bytes[next] !== lcov_plain_COMMA)
                    break;
                const comma = next++;
                let hits = 0;
                for (; next < end; next++) {
                    const digit = (bytes[next] ?? 0) - 48;
                    if (digit < 0 || digit > 9)
                        break;
                    hits = hits * 10 + digit;
                }
                const size = next - comma - 1;
                if (bytes[next] === RETURN && next + 1 < end)
                    next++;
                if (next >= end || bytes[next] !== LINE_FEED || size === 0 || size > 15)
                    break;
                lines.add(line, hits);
                record.lines++;
            }
            else {
                while (next < end && bytes[next] !== LINE_FEED)
                    next++;
                if (next >= end || !this.#readOther(record, bytes, at, next))
                    break;
            }
            count++;
            at = next + 1;
        }
        this.count = count;
        return at;
    }
    /** `BRDA:1,0,0,-`, `FN:1,name`, `FNDA:1,name` and totals. False where it is anything else. */
    #readOther(record, bytes, start, lineEnd) {
        const end = bytes[lineEnd - 1] === RETURN ? lineEnd - 1 : lineEnd;
        if (end - start < 5 || end - start > LENGTH_LIMIT)
            return false;
        const third = bytes[start + 2];
        const colon = start + (third === lcov_plain_COLON ? 2 : bytes[start + 3] === lcov_plain_COLON ? 3 : 4);
        if (bytes[colon] !== lcov_plain_COLON || colon >= end)
            return false;
        let at = colon + 1;
        let first = 0;
        for (; at < end && bytes[at] !== lcov_plain_COMMA; at++) {
            const digit = (bytes[at] ?? 0) - 48;
            if (digit < 0 || digit > 9)
                return false;
            first = first * 10 + digit;
        }
        const size = at - colon - 1;
        if (size === 0 || size > 9)
            return false;
        if (at === end)
            return this.#readTotal(record, bytes, start, colon, first);
        at++;
        if (bytes[start] === F && bytes[start + 1] === N) {
            // What may be a blank at its end belongs to no name.
            const last = bytes[end - 1] ?? 0;
            if (at === end || last <= 0x20 || last >= 0x80)
                return false;
            const { names } = record.file.functions;
            if (colon === start + 2) {
                const next = bytes[at] ?? 0;
                // A number may be the line in which the function ends.
                if (first === 0 || (next >= 48 && next <= 57))
                    return false;
                record.functions.place(names.numberOf(bytes, at, end), first);
            }
            else if (third === D && bytes[start + 3] === A)
                record.functions.count(names.numberOf(bytes, at, end), first > 0);
            else
                return false;
            this.#report.hasFunctions = true;
            return true;
        }
        const isBranch = bytes[start] === B && bytes[start + 1] === R && third === D && bytes[start + 3] === A && first > 0;
        return isBranch && this.#readBranch(record, first, bytes, at, end);
    }
    #readTotal(record, bytes, start, colon, value) {
        for (let index = 0; index < TOTALS.length; index++) {
            const key = TOTALS[index] ?? "";
            if (key.length !== colon - start)
                continue;
            let same = 0;
            while (same < key.length && bytes[start + same] === key.charCodeAt(same))
                same++;
            if (same < key.length)
                continue;
            record.totals[index] = value;
            if (key === "BRF")
                this.#report.hasBranches = true;
            if (key === "FNF")
                this.#report.hasFunctions = true;
            return true;
        }
        return false;
    }
    /** `block,branch,taken` of an ordinary branch: without marks, and a number or `-` at its end. */
    #readBranch(record, line, bytes, start, end) {
        const mark = (bytes[start] ?? 0) - 48;
        if (mark < 0 || mark > 9)
            return false;
        let comma = end - 1;
        while (comma > start && bytes[comma] !== lcov_plain_COMMA)
            comma--;
        let between = start;
        while (between < comma && bytes[between] !== lcov_plain_COMMA)
            between++;
        if (comma <= between)
            return false;
        const isNone = comma === end - 2 && bytes[comma + 1] === DASH;
        const hits = isNone ? 0 : digits(bytes, comma + 1, end);
        if (hits === undefined)
            return false;
        this.#report.hasBranches = true;
        record.branches++;
        this.#branches.mark(line, this.#branches.names.numberOf(bytes, start, comma), hits > 0);
        return true;
    }
}
//# sourceMappingURL=lcov-plain.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/coverage/lcov.js








/**
 * lcov's tracefile (geninfo(1), https://github.com/linux-test-project/lcov). Everything is counted from the
 * lines of each record; the totals (LF, LH, ...) differ between tools and count only where a record has
 * nothing else (cargo llvm-cov --summary-only).
 */
/** Reads one tracefile. What is malformed or cut off is a UserError with its line. */
async function readLcov(source, file) {
    const collector = new coverage_report/* CoverageCollector */.Sf();
    const report = {
        format: "lcov",
        files: [],
        sources: [],
        hasBranches: false,
        hasFunctions: false,
        hasStatements: false,
        problems: [],
    };
    let record;
    let number = 0;
    let nowhere = 0;
    /** The line of a TN whose record has not begun. */
    let announced;
    /** Of the record that is read: with its end it is known how much memory they take. */
    const lines = new line_hits/* LineHits */.X();
    const branches = collector.newBranches();
    const functions = new RecordFunctions();
    const totals = new Float64Array(TOTALS.length);
    const plain = new PlainLines(report, lines, branches);
    const malformed = (what) => new runner_errors/* UserError */.yo("report-malformed", `${file}: ${what}`, {
        file,
        line: number,
        column: 1,
        hint: "The file is damaged, or its tool writes a form of lcov that Sluice does not know.",
    });
    /** geninfo's checksums of lines and versions of files tell that a tracefile was put together from two commits. */
    const otherState = (what) => new runner_errors/* UserError */.yo("report-of-another-commit", `${file}: ${what} of ${JSON.stringify(record?.file.path.slice(0, 200))} is there in two states: the records are of different commits`, { file, line: number, column: 1, hint: "Put together only what was written of one commit." });
    const integer = (value, what) => {
        if (value === undefined)
            throw malformed(what);
        return value;
    };
    const readLine = (raw) => {
        const text = raw.trimEnd();
        if (text === "" || text.startsWith("#"))
            return;
        if (text === "end_of_record") {
            if (record === undefined)
                throw malformed("end_of_record without a record");
            record.file.lines.addAll(lines);
            lines.clear();
            record.file.branches.addAll(branches);
            branches.clear();
            endRecord(record, malformed);
            record = undefined;
            return;
        }
        const colon = text.indexOf(":");
        const key = text.slice(0, colon);
        const value = text.slice(colon + 1);
        if (colon < 0)
            throw malformed(`'${text.slice(0, 60)}' is no line of a tracefile`);
        if (key === "TN") {
            announced = number;
            return;
        }
        if (key === "SF") {
            announced = undefined;
            if (record !== undefined)
                throw malformed("a record begins before the one above has ended");
            record = {
                file: collector.file(value),
                line: number,
                lines: 0,
                branches: 0,
                functions,
                indexed: undefined,
                totals: totals.fill(0),
            };
            return;
        }
        if (record === undefined)
            throw malformed(`'${text.slice(0, 60)}' stands outside of a record`);
        switch (key) {
            case "DA": {
                const comma = value.indexOf(",");
                const line = comma < 0 ? value : value.slice(0, comma);
                const end = value.indexOf(",", comma + 1);
                const hits = comma < 0 ? "" : value.slice(comma + 1, end < 0 ? value.length : end);
                const count = (0,coverage_report/* parseHits */.KT)(hits);
                if (count === undefined)
                    throw malformed(`DA:${value.slice(0, 60)} has no count of hits`);
                const at = (0,coverage_report/* parseLineNumber */.P8)(line);
                // Old versions of istanbul write lines 0 and undefined for code that has no place.
                if (at === undefined && line !== "0" && line !== "undefined")
                    throw malformed(`DA:${value.slice(0, 60)} has no line number`);
                if (at === undefined)
                    nowhere++;
                else {
                    lines.add(at, count);
                    if (end >= 0 && end + 1 < value.length && !record.file.isSameLine(at, value.slice(end + 1)))
                        throw otherState(`line ${at}`);
                }
                record.lines++;
                break;
            }
            case "BRDA":
                report.hasBranches = true;
                record.branches++;
                readBranch(branches, value, malformed);
                break;
            case "FN": {
                report.hasFunctions = true;
                const match = /^(\d+),(?:(\d+),)?(.*)$/.exec(value);
                const line = match?.[1] ?? "";
                // Some tools write line 0 for what a compiler has added.
                const at = integer(/^0+$/.test(line) ? 0 : (0,coverage_report/* parseLineNumber */.P8)(line), `FN:${value.slice(0, 60)} has no line number`);
                record.functions.place(record.file.functions.names.number(match?.[3] ?? ""), at);
                break;
            }
            case "FNDA": {
                report.hasFunctions = true;
                const comma = value.indexOf(",");
                const hits = integer(comma < 0 ? undefined : (0,coverage_report/* parseHits */.KT)(value.slice(0, comma)), `FNDA:${value.slice(0, 60)} has no count of hits`);
                record.functions.count(record.file.functions.names.number(value.slice(comma + 1)), hits > 0);
                break;
            }
            case "FNL": {
                report.hasFunctions = true;
                const [index = "", line = ""] = value.split(",");
                const at = integer((0,coverage_report/* parseLineNumber */.P8)(line), `FNL:${value.slice(0, 60)} has no line number`);
                record.indexed ??= new Map();
                record.indexed.set(index, { line: at, name: undefined, covered: false });
                break;
            }
            case "FNA": {
                const match = /^([^,]*),([^,]*),(.*)$/.exec(value);
                const known = integer(match === null ? undefined : record.indexed?.get(match[1] ?? ""), `FNA:${value.slice(0, 60)} belongs to no FNL`);
                const hits = integer((0,coverage_report/* parseHits */.KT)(match?.[2] ?? ""), `FNA:${value.slice(0, 60)} has no count of hits`);
                known.name ??= match?.[3];
                known.covered ||= hits > 0;
                break;
            }
            case "LF":
            case "LH":
            case "FNF":
            case "FNH":
            case "BRF":
            case "BRH":
                if (key === "BRF")
                    report.hasBranches = true;
                if (key === "FNF")
                    report.hasFunctions = true;
                record.totals[TOTALS.indexOf(key)] = (0,coverage_report/* parseHits */.KT)(value) ?? Number.NaN;
                break;
            case "MCDC":
                checkCondition(value, malformed);
                break;
            case "MCF":
            case "MCH":
                integer((0,coverage_report/* parseHits */.KT)(value), `${key}:${value.slice(0, 60)} is no number`);
                break;
            case "VER":
                if (!record.file.isSameVersion(value))
                    throw otherState("the file");
                break;
            default:
                // What later versions add says nothing that is counted here.
                if (!/^[A-Z]{2,8}$/.test(key))
                    throw malformed(`'${text.slice(0, 60)}' is no line of a tracefile`);
        }
    };
    await (0,evidence_text/* readByteLines */.M8)(source, file, (bytes, start, end) => {
        number++;
        readLine(bytes.toString("utf8", start, end));
    }, () => number, (bytes, start, end) => {
        if (record === undefined)
            return start;
        const next = plain.read(record, bytes, start, end);
        number += plain.count;
        return next;
    });
    // TypeScript does not see what readLine assigns.
    const last = announced;
    if (record === undefined && last !== undefined) {
        throw new runner_errors/* UserError */.yo("report-truncated", `${file} is cut off: no record follows the TN of line ${last}`, {
            file,
            line: last,
            column: 1,
            hint: "The tool that writes it did not finish, or had nothing to write.",
        });
    }
    if (record !== undefined) {
        throw new runner_errors/* UserError */.yo("report-truncated", `${file} is cut off: the record of ${JSON.stringify(record.file.path.slice(0, 200))} that begins in line ${record.line} has no end_of_record`, {
            file,
            line: number,
            column: 1,
            hint: "The tool that writes it did not finish, or the file was copied while it was written.",
        });
    }
    if (nowhere > 0) {
        report.problems.push((0,problem/* problem */.C)("warning", "coverage-without-line", `${file}: ${nowhere} DA lines have no line number and count nothing`, {
            file,
        }));
    }
    report.files = collector.files();
    return report;
}
/** `BRDA:line,[e|f][U]block,branch,taken`, in which branch may be text with commas. */
function readBranch(branches, value, malformed) {
    const match = /^(\d+),([ef]?)(U?)([^,]*),(.*),([^,]*)$/.exec(value);
    const line = (0,coverage_report/* parseLineNumber */.P8)(match?.[1] ?? "");
    if (match === null || line === undefined)
        throw malformed(`BRDA:${value.slice(0, 60)} is no branch`);
    const [, , kind = "", unreachable, block = "", branch = "", taken = ""] = match;
    const hits = taken === "-" ? 0 : (0,coverage_report/* parseHits */.KT)(taken);
    if (hits === undefined)
        throw malformed(`BRDA:${value.slice(0, 60)} has no count`);
    // A branch that can't be reached is not one to be covered.
    if (unreachable === "U")
        return;
    branches.mark(line, branches.names.number(`${kind}${block},${branch}`), hits > 0);
}
/**
 * `MCDC:line,[U]size of the group,t|f,taken,index in the group,expression`, in which the expression may have commas.
 * MC/DC is not counted here, but where it is damaged the rest may be, too.
 */
function checkCondition(value, malformed) {
    const match = /^(\d+),U?(\d{1,9}),[tf],([^,]+),(\d{1,9}),./.exec(value);
    const [, line = "", size = "", taken = "", index = ""] = match ?? [];
    if ((0,coverage_report/* parseLineNumber */.P8)(line) === undefined || Number(index) >= Number(size))
        throw malformed(`MCDC:${value.slice(0, 60)} is no condition`);
    if ((0,coverage_report/* parseHits */.KT)(taken) === undefined)
        throw malformed(`MCDC:${value.slice(0, 60)} has no count`);
}
//# sourceMappingURL=lcov.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/coverage/llvm-cov.js




/**
 * What `llvm-cov export` writes (llvm.coverage.json.export 2.x and 3.x), by clang, rustc and swiftc. It has
 * no lines: they are computed of a file's segments as LLVM's LineCoverageStats does
 * (llvm/lib/ProfileData/Coverage/CoverageMapping.cpp), so they are those of `llvm-cov show` and of its lcov.
 * Functions and arms are named by their places: instantiations of one template or generic function are one.
 */
/** Reads one report. What is malformed or cut off is a UserError with line and column. */
async function readLlvmCov(source, file) {
    const collector = new coverage_report/* CoverageCollector */.Sf();
    const report = emptyReport("llvm-cov");
    const budget = new Budget(file, "lines in ranges");
    let isExport = false;
    let hasData = false;
    /** Numbers by file, for what has no detail. */
    const totals = new Map();
    await (0,json/* readJson */.V)(source, file, {
        pick: ([top, index, list, element]) => {
            if (top === "type")
                return true;
            if (top === "data")
                hasData = true;
            if (top === undefined || (top === "data" && index === undefined))
                return false;
            if (top !== "data" || (list !== undefined && list !== "files" && list !== "functions"))
                return "skip";
            return element !== undefined;
        },
        take: (path, value, line) => {
            if (path[0] === "type") {
                isExport = value === "llvm.coverage.json.export";
                if (!isExport)
                    throw malformedJson(file, path, "is not llvm.coverage.json.export", line);
                return;
            }
            const malformed = (what) => malformedJson(file, path, what, line);
            if (path[2] === "functions") {
                report.hasFunctions = true;
                takeFunction(collector, value, malformed);
                return;
            }
            const name = field(value, "filename");
            if (typeof name !== "string")
                throw malformed("has no filename");
            const raw = collector.file(name);
            const summary = totalsOf(field(value, "summary"), malformed);
            totals.set(raw, summary);
            if (summary.branches !== undefined)
                report.hasBranches = true;
            if (summary.functions !== undefined)
                report.hasFunctions = true;
            const segments = field(value, "segments");
            if (!Array.isArray(segments)) {
                if (summary.lines === undefined)
                    throw malformed("has neither segments nor a summary");
                return;
            }
            if (segments.length > 0)
                delete summary.lines;
            addSegments(raw, segments, budget, malformed);
            if (Array.isArray(field(value, "branches")))
                delete summary.branches;
            for (const each of json_fields_elements(field(value, "branches")))
                takeBranch(raw, each, undefined, malformed);
            for (const expansion of json_fields_elements(field(value, "expansions"))) {
                const place = json_fields_elements(field(expansion, "source_region"));
                for (const each of json_fields_elements(field(expansion, "branches")))
                    takeBranch(raw, each, place, malformed);
            }
        },
    });
    if (!isExport || !hasData)
        throw malformedJson(file, [], "has no type and data of llvm-cov", undefined);
    for (const [raw, summary] of totals) {
        if (raw.functions.size > 0)
            delete summary.functions;
        if (Object.keys(summary).length > 0)
            raw.totals = summary;
    }
    report.files = collector.files();
    return report;
}
/** The numbers of a summary; lines always, the others where the tool's version has them. */
function totalsOf(summary, malformed) {
    const totals = {};
    for (const metric of ["lines", "branches", "functions"]) {
        const value = field(summary, metric);
        if (value === undefined)
            continue;
        const total = hitsOf(field(value, "count"));
        const covered = hitsOf(field(value, "covered"));
        if (total === undefined || covered === undefined || covered > total)
            throw malformed(`has no numbers for ${metric}`);
        const ratio = { covered, total };
        totals[metric] = ratio;
    }
    return totals;
}
function segmentOf(value, malformed) {
    const [lineValue, , countValue, hasCount, isEntry, isGap] = json_fields_elements(value);
    const line = lineOf(lineValue);
    const count = hitsOf(countValue);
    if (line === undefined || count === undefined || !isFlag(hasCount) || !isFlag(isEntry))
        throw malformed("has a segment that is none");
    // Before version 2.0.1 there are no gaps.
    return {
        line,
        count,
        hasCount: Boolean(hasCount),
        isEntry: Boolean(isEntry),
        isGap: Boolean(isGap ?? false),
    };
}
/** Booleans of old versions are 0 and 1. */
function isFlag(value) {
    return typeof value === "boolean" || value === 0 || value === 1;
}
/** More lines than any file has: a number that would only cost memory. */
const LINE_LIMIT = 1_000_000;
function addSegments(raw, values, budget, malformed) {
    const segments = values.map((each) => segmentOf(each, malformed));
    let wrapped;
    let next = 0;
    for (const [index, { line }] of segments.entries()) {
        if (line > LINE_LIMIT)
            throw malformed(`has a segment in line ${line}`);
        if (line < (segments[index - 1]?.line ?? 0))
            throw malformed("has segments that are not in order");
    }
    budget.spend((segments.at(-1)?.line ?? 0) - (segments[0]?.line ?? 0));
    for (let line = segments[0]?.line ?? 0; next < segments.length; line++) {
        const begin = next;
        while (segments[next]?.line === line)
            next++;
        const onLine = segments.slice(begin, next);
        const hits = lineHits(onLine, wrapped);
        if (hits !== undefined)
            (0,coverage_report/* addLine */.cG)(raw, line, hits);
        wrapped = onLine.at(-1) ?? wrapped;
    }
}
/** The hits of a line, by the segments on it and the last one before it; undefined where it has no code. */
function lineHits(segments, wrapped) {
    const entries = segments.filter((each) => each.hasCount && each.isEntry);
    const first = segments[0];
    const isSkipped = first !== undefined && !first.hasCount && first.isEntry;
    const starts = entries.filter((each) => !each.isGap);
    if (entries.length === 0 && (isSkipped || wrapped?.hasCount !== true))
        return undefined;
    return starts.reduce((most, each) => Math.max(most, each.count), wrapped?.count ?? 0);
}
/**
 * `[line, column, end line, end column, count of true, count of false, ...]`: two arms. Those of a macro stand
 * where it is used, as in llvm-cov's own count.
 */
function takeBranch(raw, value, macro, malformed) {
    const [start, column, end, endColumn, whenTrue, whenFalse] = json_fields_elements(value);
    const line = lineOf(macro === undefined ? start : macro[0]);
    const taken = hitsOf(whenTrue);
    const not = hitsOf(whenFalse);
    if (line === undefined || taken === undefined || not === undefined)
        throw malformed("has a branch that is none");
    const place = `${keyPart(column)}-${keyPart(end)}:${keyPart(endColumn)}`;
    const key = macro === undefined ? place : `${keyPart(macro[1])}>${keyPart(start)}:${place}`;
    (0,coverage_report/* addBranch */.ys)(raw, line, `${key}/true`, taken > 0);
    (0,coverage_report/* addBranch */.ys)(raw, line, `${key}/false`, not > 0);
}
/** Regions are `[line, column, end line, end column, count, file, expanded file, kind]`. */
const EXPANSION = 1;
/** A function belongs to its first file that is no macro's, at the place of its first region there. */
function takeFunction(collector, value, malformed) {
    const regions = json_fields_elements(field(value, "regions")).map(json_fields_elements);
    const filenames = json_fields_elements(field(value, "filenames"));
    const hits = hitsOf(field(value, "count"));
    if (hits === undefined)
        throw malformed("has no count");
    const expanded = new Set(regions.filter((each) => each[7] === EXPANSION).map((each) => each[6]));
    const main = filenames.findIndex((_name, id) => !expanded.has(id));
    const name = filenames[main];
    const first = regions.find((each) => each[5] === main);
    if (typeof name !== "string" || first === undefined)
        return;
    const line = lineOf(first[0]);
    if (line === undefined)
        throw malformed("has a region without a line");
    (0,coverage_report/* addFunction */.uO)(collector.file(name), line, `${line}:${keyPart(first[1])}`, hits > 0);
}
//# sourceMappingURL=llvm-cov.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/coverage/opencover.js





/**
 * OpenCover's XML (https://github.com/OpenCover/opencover), which coverlet and AltCover write too. A sequence
 * point is a statement and spans lines, each of which is covered where any of its points was visited; branch
 * points are the arms of what ends at their line. Files have numbers within their module only. What a filter
 * has skipped, and compilers' own code (line 0xFEEFEE), counts nothing. Summaries count points and not lines.
 */
/** The line that compilers give code without a place. */
const HIDDEN = 0xfeefee;
/** More lines than any statement has: a span that would only cost memory. */
const opencover_SPAN_LIMIT = 10_000;
const opencover_NAME_LIMIT = 1000;
/** The last of sorted points at or before an offset; of several at one, the last that the report lists. */
function pointBefore(points, offset) {
    let low = 0;
    for (let high = points.length; low < high;) {
        const middle = (low + high) >>> 1;
        if ((points[middle]?.offset ?? 0) <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return points[low - 1];
}
/** Reads one report. What is malformed or cut off is a UserError with line and column. */
async function readOpencover(source, file) {
    const collector = new coverage_report/* CoverageCollector */.Sf();
    const budget = new Budget(file, "lines in ranges");
    const report = {
        format: "opencover",
        files: [],
        sources: [],
        hasBranches: true,
        hasFunctions: true,
        hasStatements: true,
        problems: [],
    };
    let depth = 0;
    /** The depth of an element that was skipped, while it is open. */
    let skipped;
    let files = new Map();
    /** By file and line: the numbers of the branching instructions, in the order in which they stand. */
    let branching = new Map();
    let method;
    let methods = 0;
    let homeless = 0;
    const malformed = (element, what) => new runner_errors/* UserError */.yo("report-malformed", `${file}: ${what}`, {
        file,
        line: element.line,
        column: element.column,
        hint: "The file is damaged, or its tool writes a form of OpenCover that Sluice does not know.",
    });
    const lineOf = (element, name) => {
        const text = element.attribute(name) ?? "";
        const line = (0,coverage_report/* parseLineNumber */.P8)(text);
        if (line === undefined && !/^(0|-\d{1,9}|)$/.test(text))
            throw malformed(element, `a <${element.name}> has ${name}='${text.slice(0, 60)}'`);
        return line === HIDDEN ? undefined : line;
    };
    const visits = (element) => {
        const hits = (0,coverage_report/* parseHits */.KT)(element.attribute("vc") ?? "");
        if (hits === undefined)
            throw malformed(element, `a <${element.name}> has no count of visits (vc)`);
        return hits;
    };
    const fileOf = (element, of) => {
        const id = element.attribute("fileid") ?? "";
        return id === "" ? of.file : files.get(id);
    };
    const openSequencePoint = (element, of) => {
        const hits = visits(element);
        if (hits > 0)
            of.visited = true;
        const first = lineOf(element, "sl");
        if (first === undefined)
            return;
        const target = fileOf(element, of);
        if (target === undefined) {
            homeless++;
            return;
        }
        const last = Math.min(lineOf(element, "el") ?? first, first + opencover_SPAN_LIMIT - 1);
        if (last > first)
            budget.spend(last - first);
        for (let line = first; line <= Math.max(first, last); line++)
            (0,coverage_report/* addLine */.cG)(target, line, hits);
        const columns = `${element.attribute("sc") ?? ""}-${last}:${element.attribute("ec") ?? ""}`;
        (0,coverage_report/* addStatements */.at)(target, `${first}:${columns}`, 1, hits > 0);
        if (of.place === undefined || (of.place.file === target && first < of.place.line))
            of.place = { file: target, line: first };
        const offset = (0,coverage_report/* parseHits */.KT)(element.attribute("offset") ?? "");
        if (offset !== undefined)
            of.points.push({ offset, file: target, line: first });
    };
    const openBranchPoint = (element, of) => {
        const visited = visits(element) > 0;
        const offset = element.attribute("offset") ?? "";
        const arm = (element.attribute("path") ?? element.attribute("ordinal") ?? "0").slice(0, 20);
        const line = lineOf(element, "sl");
        if (element.attribute("sl") === undefined) {
            of.waiting.push({ offset, arm, visited });
            return;
        }
        if (line === undefined)
            return;
        const target = fileOf(element, of);
        if (target === undefined)
            homeless++;
        else
            addArm({ file: target, line }, offset, arm, visited);
    };
    const addArm = ({ file: target, line }, offset, arm, visited) => {
        const ofFile = branching.get(target) ?? new Map();
        branching.set(target, ofFile);
        const ofLine = ofFile.get(line) ?? new Map();
        ofFile.set(line, ofLine);
        const instruction = `${methods} ${offset}`;
        const number = ofLine.get(instruction) ?? ofLine.size;
        ofLine.set(instruction, number);
        (0,coverage_report/* addBranch */.ys)(target, line, `~${number}.${arm}`, visited);
    };
    const addWaiting = ({ points, waiting }) => {
        if (waiting.length === 0)
            return;
        points.sort((a, b) => a.offset - b.offset);
        for (const { offset, arm, visited } of waiting) {
            const point = pointBefore(points, (0,coverage_report/* parseHits */.KT)(offset) ?? 0);
            if (point !== undefined)
                addArm(point, offset, arm, visited);
        }
    };
    await readXml(source, file, {
        open: (element) => {
            const { name } = element;
            depth++;
            if (depth === 1 && name !== "CoverageSession")
                throw malformed(element, `the root element is <${name}>, not <CoverageSession>`);
            if (skipped !== undefined)
                return;
            if (name === "SequencePoint") {
                if (method !== undefined)
                    openSequencePoint(element, method);
            }
            else if (name === "BranchPoint") {
                if (method !== undefined)
                    openBranchPoint(element, method);
            }
            else if (name === "Method" || name === "Class" || name === "Module") {
                if (element.attribute("skippedDueTo") !== undefined) {
                    skipped = depth;
                }
                else if (name === "Module") {
                    files = new Map();
                    branching = new Map();
                }
                else if (name === "Method") {
                    methods++;
                    const visited = element.attribute("visited")?.toLowerCase() === "true";
                    method = { name: "", file: undefined, place: undefined, visited, points: [], waiting: [] };
                }
            }
            else if (name === "File") {
                const path = element.attribute("fullPath") ?? "";
                if (path !== "")
                    files.set(element.attribute("uid") ?? "", collector.file(path));
            }
            else if (name === "FileRef") {
                if (method !== undefined)
                    method.file = files.get(element.attribute("uid") ?? "");
            }
            else if (name === "Name")
                return method !== undefined;
            return undefined;
        },
        close: (name, text) => {
            if (skipped === depth)
                skipped = undefined;
            depth--;
            if (method === undefined || skipped !== undefined)
                return;
            if (name === "Name" && text !== undefined)
                method.name = text.trim().slice(0, opencover_NAME_LIMIT);
            else if (name === "Method") {
                addWaiting(method);
                const { place } = method;
                if (place !== undefined)
                    (0,coverage_report/* addFunction */.uO)(place.file, place.line, method.name, method.visited);
                method = undefined;
            }
        },
    });
    if (homeless > 0) {
        report.problems.push((0,problem/* problem */.C)("warning", "coverage-without-file", `${file}: ${homeless} points belong to no file of their module and count nothing`, { file }));
    }
    report.files = collector.files();
    return report;
}
//# sourceMappingURL=opencover.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/coverage/simplecov.js





/**
 * SimpleCov's results: `.resultset.json` (by suite, then by file), and the coverage.json of its JSON formatter
 * and of simplecov-json. Lines are a list with a count for each line, and null where there is no code. Hits of
 * several suites are added. A line that one suite says is no code and the others never ran is none: SimpleCov
 * guesses which lines are code in files that a suite did not load.
 */
/** Reads one report. What is malformed or cut off is a UserError with line and column. */
async function readSimplecov(source, file) {
    const collector = new coverage_report/* CoverageCollector */.Sf();
    const report = emptyReport("simplecov");
    const lengths = new Map();
    /** How many lines the one list of a file has that there was, or which are no code by one of several. */
    const lists = new Map();
    let found = false;
    await (0,json/* readJson */.V)(source, file, {
        pick: (path) => {
            const [first, second, third] = path;
            if (path.length === 3)
                return second === "coverage" && third !== undefined ? true : "skip";
            if (path.length === 2 && (first === "coverage" || (first === "files" && typeof second === "number")))
                return true;
            if (path.length === 2 && second === "coverage")
                found = true;
            if (path.length === 1 && (first === "coverage" || first === "files"))
                found = true;
            return false;
        },
        take: (path, value, line) => {
            const malformed = (what, hint) => malformedJson(file, path, what, line, hint);
            const inList = path[0] === "files";
            const name = inList ? field(value, "filename") : path.at(-1);
            if (typeof name !== "string")
                throw malformed("has no filename");
            const coverage = inList ? field(value, "coverage") : value;
            const raw = collector.file(name);
            const counts = Array.isArray(coverage) ? coverage : field(coverage, "lines");
            if (!Array.isArray(counts)) {
                throw malformed("has no list of lines", "Let SimpleCov cover lines ('enable_coverage :line'), not 'oneshot_line' alone.");
            }
            const length = lengths.get(raw) ?? counts.length;
            if (length !== counts.length)
                throw otherCommit(file, raw.path, length, counts.length, line);
            lengths.set(raw, length);
            const before = lists.get(raw);
            const noCode = typeof before === "number" ? withoutCode(raw, before) : before;
            addCounts(raw, noCode, counts, malformed);
            lists.set(raw, noCode ?? counts.length);
            const branches = field(coverage, "branches");
            if (Array.isArray(branches))
                addBranchList(raw, branches, malformed);
            else
                addBranchTree(raw, branches, malformed);
            // Files that no suite loaded have an empty object although branches are not measured.
            if (Array.isArray(branches) || (entriesOf(branches)?.length ?? 0) > 0)
                report.hasBranches = true;
            if (addMethods(raw, field(coverage, "methods"), malformed))
                report.hasFunctions = true;
        },
    });
    if (!found)
        throw malformedJson(file, [], "has no coverage", undefined);
    for (const [raw, noCode] of lists) {
        if (typeof noCode === "number")
            continue;
        noCode.each((line) => {
            if (raw.lines.get(line) === 0)
                raw.lines.remove(line);
        });
    }
    report.files = collector.files();
    return report;
}
/** A list has as many elements as its file has lines. */
function otherCommit(file, path, before, length, line) {
    return new runner_errors/* UserError */.yo("report-of-another-commit", `${file} has lists of ${before} and of ${length} lines of ${JSON.stringify(path.slice(0, 300))}: they are of different commits`, { file, line, hint: "Remove the old results, and run the tests again on this commit." });
}
/** The hits of a line or arm; null for what is no code, and for what `:nocov:` excludes. */
function countOf(value, malformed) {
    if (value === null || value === "ignored")
        return null;
    const hits = typeof value === "number" ? hitsOf(value) : undefined;
    if (hits === undefined)
        throw malformed("has a count that is none");
    return hits;
}
/** The lines that a file's only list so far says are no code. */
function withoutCode(raw, length) {
    const noCode = new line_hits/* LineHits */.X();
    for (let line = 1; line <= length; line++)
        if (!raw.lines.has(line))
            noCode.add(line, 0);
    return noCode;
}
function addCounts(raw, noCode, counts, malformed) {
    raw.lines.reserve(counts.length, counts.length);
    for (const [index, value] of counts.entries()) {
        const hits = countOf(value, malformed);
        if (hits !== null)
            (0,coverage_report/* addLine */.cG)(raw, index + 1, hits);
        else
            noCode?.add(index + 1, 0);
    }
}
/** `{"[:if, 0, 3, 6, 7, 9]": {"[:then, 1, 4, 8, 4, 12]": 1}}`: type, number, first line and column, last ones. */
function addBranchTree(raw, branches, malformed) {
    for (const [condition, arms] of entriesOf(branches) ?? []) {
        const line = lineOf(Number(/^\[:.{1,60}?, \d+, (\d+), /.exec(condition)?.[1]));
        if (line === undefined)
            throw malformed(`has the branch ${condition.slice(0, 60)}, which has no line`);
        for (const [arm, value] of entriesOf(arms) ?? []) {
            const hits = countOf(value, malformed);
            if (hits !== null)
                (0,coverage_report/* addBranch */.ys)(raw, line, `${condition}/${arm}`, hits > 0);
        }
    }
}
/** `[{"type": "then", "start_line": 4, "end_line": 4, "coverage": 1}]`, which has no conditions. */
function addBranchList(raw, branches, malformed) {
    const seen = new Map();
    for (const each of branches) {
        const line = lineOf(field(each, "start_line"));
        if (line === undefined)
            throw malformed("has a branch without start_line");
        const key = `${String(field(each, "type")).slice(0, 40)}:${keyPart(field(each, "end_line"))}`;
        const name = numbered(seen, `${line}:${key}`);
        const hits = countOf(field(each, "coverage"), malformed);
        if (hits !== null)
            (0,coverage_report/* addBranch */.ys)(raw, line, name, hits > 0);
    }
}
/** `{"[Shop::Cart, :total, 3, 2, 7, 5]": 1}`, or a list of objects. Whether there are any. */
function addMethods(raw, methods, malformed) {
    for (const each of json_fields_elements(methods)) {
        const line = lineOf(field(each, "start_line"));
        if (line === undefined)
            throw malformed("has a method without start_line");
        const hits = countOf(field(each, "coverage"), malformed);
        if (hits !== null)
            (0,coverage_report/* addFunction */.uO)(raw, line, String(field(each, "name")).slice(0, 500), hits > 0);
    }
    for (const [key, value] of entriesOf(methods) ?? []) {
        const match = /^\[(.*), :?"?([^,]+?)"?, (\d+), \d+, \d+, \d+\]$/.exec(key);
        const line = lineOf(Number(match?.[3]));
        if (line === undefined)
            throw malformed(`has the method ${key.slice(0, 60)}, which has no line`);
        const hits = countOf(value, malformed);
        const name = `${match?.[1]?.replaceAll('"', "") ?? ""}#${match?.[2] ?? ""}`;
        if (hits !== null)
            (0,coverage_report/* addFunction */.uO)(raw, line, name.slice(0, 500), hits > 0);
    }
    return typeof methods === "object" && methods !== null;
}
//# sourceMappingURL=simplecov.js.map
// EXTERNAL MODULE: ./.cache/bundles/evidence/tests/report.js
var report = __webpack_require__(28680);
;// CONCATENATED MODULE: ./.cache/bundles/evidence/tests/event-lines.js




/** Reads the events. A line that begins like an event and is none is a UserError with line and column. */
async function readEvents(source, file, handler) {
    await (0,json/* readJsonLines */.s)(onlyObjects(source, file, handler), file, (value, line) => {
        if (isEvent(value))
            handler.event(value, line);
    });
}
/** The own value of a key as text; undefined where it is none. */
function ownText(event, key) {
    const value = Object.hasOwn(event, key) ? event[key] : undefined;
    return typeof value === "string" ? value : undefined;
}
/** The own value of a key, whatever it is. */
function ownValue(event, key) {
    return Object.hasOwn(event, key) ? event[key] : undefined;
}
/** The own value of a key that is an object. */
function ownObject(event, key) {
    const value = ownValue(event, key);
    return isEvent(value) ? value : undefined;
}
/** A count, 0 where there is none; undefined for what is no count. */
function ownCount(event, key) {
    const value = ownValue(event, key) ?? 0;
    return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
/** The error for a list of tests that is none, or that holds what is no test. */
function noTest(file, where) {
    return new runner_errors/* UserError */.yo("report-malformed", `${file}: ${where} is no list of tests`, {
        file,
        hint: "The file is damaged, or was changed after the run.",
    });
}
/** The error for a number of tests that is none: it may hide a failure. */
function noCount(file, where) {
    return new runner_errors/* UserError */.yo("report-malformed", `${file}: ${where} is no number of tests`, {
        file,
        hint: "The file is damaged, or was changed after the run.",
    });
}
function isEvent(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** The bytes of the lines that begin with `{`; the others are left blank, so that lines keep their numbers. */
async function* onlyObjects(source, file, handler) {
    let kind = "begin";
    let other = "";
    let line = 1;
    /** Characters of the line so far. */
    let column = 0;
    const place = () => ({ line, column: column + 1 });
    for await (const chunk of placedText(source, file, place)) {
        let out = "";
        let at = 0;
        while (at < chunk.length) {
            const newline = chunk.indexOf("\n", at);
            const end = newline < 0 ? chunk.length : newline;
            const part = chunk.slice(at, end);
            if (kind === "begin") {
                const first = part.trimStart()[0];
                if (first !== undefined)
                    kind = first === "{" ? "object" : "other";
            }
            if (kind === "object")
                out += part;
            else if (kind === "other" && other.length < report/* MESSAGE_LIMIT */.Gy)
                other += part;
            if (newline >= 0) {
                out += "\n";
                if (kind === "other")
                    handler.other?.(other.slice(0, report/* MESSAGE_LIMIT */.Gy).trimEnd());
                other = "";
                kind = "begin";
                line++;
                column = 0;
            }
            else
                column += part.length;
            at = end + 1;
        }
        yield Buffer.from(out);
    }
    if (kind === "other")
        handler.other?.(other.slice(0, report/* MESSAGE_LIMIT */.Gy).trimEnd());
}
/** The text; where its bytes are not of its encoding, the error says at which place of the report. */
async function* placedText(source, file, place) {
    try {
        yield* (0,evidence_text/* decode */.D4)(source, file);
    }
    catch (thrown) {
        throw (0,evidence_text/* placed */.GS)(thrown, place);
    }
}
//# sourceMappingURL=event-lines.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/tests/tap-diagnostic.js

/**
 * The YAML block after a test point, as far as tools agree on its keys: node-tap's `at`, Node's `error` and
 * `location`, tape's `operator`, bats' and TAP 14's `message`. No YAML is evaluated: keys of the first two
 * levels, scalars and block scalars are read line by line. Pure.
 */
/** As much of a block as is kept, in characters. */
const BLOCK_LIMIT = 4 * report/* MESSAGE_LIMIT */.Gy;
const TEXT_KEYS = ["message", "error", "diff"];
/** Gathers the lines of one block. */
class TapDiagnostic {
    /** The indentation of its `---`. */
    indent;
    #values = new Map();
    /** Everything, for a block that has none of the keys. */
    #all = "";
    /** How deep the keys of the first level stand: tape indents all of them. */
    #first;
    /** Where the values of a block scalar begin; undefined when none is open. */
    #block;
    #parent = "";
    #size = 0;
    constructor(indent) {
        this.indent = indent;
    }
    /** One line between `---` and `...`. */
    add(raw) {
        const line = raw.slice(Math.min(this.indent, raw.length - raw.trimStart().length));
        if (this.#size > BLOCK_LIMIT)
            return;
        this.#size += line.length + 1;
        if (this.#all.length < report/* MESSAGE_LIMIT */.Gy)
            this.#all += `${line}\n`.slice(0, report/* MESSAGE_LIMIT */.Gy);
        const indent = line.length - line.trimStart().length;
        if (this.#block !== undefined) {
            const deeper = indent > this.#block.indent;
            if (deeper || line.trim() === "") {
                this.#append(this.#block.key, line.trim() === "" ? "" : line);
                return;
            }
            this.#block = undefined;
        }
        const pair = /^( *)(?:'([^']+)'|"([^"]+)"|([\w.-]+))\s*:(?:\s+(.*))?$/s.exec(line);
        if (pair === null)
            return;
        const name = pair[2] ?? pair[3] ?? pair[4] ?? "";
        const value = (pair[5] ?? "").trim();
        this.#first ??= indent;
        const top = indent <= this.#first;
        const key = top ? name : `${this.#parent}.${name}`;
        if (top)
            this.#parent = name;
        if (/^[|>][-+]?\d?$/.test(value))
            this.#block = { key, indent };
        else if (value !== "" && !this.#values.has(key))
            this.#values.set(key, scalar(value));
    }
    #append(key, line) {
        const before = this.#values.get(key);
        this.#values.set(key, before === undefined ? line : `${before}\n${line}`);
    }
    /** The value of a key, `at.lineNumber` for one of the second level. */
    value(key) {
        const value = this.#values.get(key);
        return value === undefined ? undefined : dedented(value);
    }
    /** What failed, for people. */
    message() {
        for (const key of TEXT_KEYS) {
            const text = this.value(key);
            if (text !== undefined && text !== "")
                return text.slice(0, report/* MESSAGE_LIMIT */.Gy);
        }
        const [expected, actual] = [this.value("expected"), this.value("actual")];
        if (expected !== undefined && actual !== undefined)
            return `expected ${expected}, got ${actual}`.slice(0, report/* MESSAGE_LIMIT */.Gy);
        const all = (this.value("stack") ?? this.#all).trimEnd().slice(0, report/* MESSAGE_LIMIT */.Gy);
        return all === "" ? undefined : all;
    }
    /** Where the failed assertion stands. */
    place() {
        const file = this.value("at.fileName") ?? this.value("at.file") ?? this.value("file");
        if (file !== undefined)
            return placed(file, this.value("at.lineNumber") ?? this.value("at.line") ?? this.value("line"));
        const text = this.value("location") ?? this.value("at") ?? "";
        const match = /(?:^|\()(?:file:\/\/)?([^()]+?):(\d+)(?::\d+)?\)?$/.exec(text.slice(0, 4096));
        return match === null ? {} : placed(match[1] ?? "", match[2]);
    }
}
/** A place, if the line is a line. */
function placed(file, line) {
    if (file === "")
        return {};
    const number = Number(line);
    return Number.isSafeInteger(number) && number > 0 ? { file, line: number } : { file };
}
function scalar(text) {
    if (text.length > 1 && text.startsWith("'") && text.endsWith("'"))
        return text.slice(1, -1).replaceAll("''", "'");
    if (text.length > 1 && text.startsWith('"') && text.endsWith('"')) {
        try {
            const value = JSON.parse(text);
            if (typeof value === "string")
                return value;
        }
        catch {
            return text.slice(1, -1);
        }
    }
    return text;
}
function dedented(text) {
    const lines = text.split("\n");
    const indents = lines.filter((line) => line !== "").map((line) => line.length - line.trimStart().length);
    const least = indents.length === 0 ? 0 : Math.min(...indents);
    return lines
        .map((line) => line.slice(least))
        .join("\n")
        .trim();
}
//# sourceMappingURL=tap-diagnostic.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/tests/ctrf.js






/**
 * CTRF (https://ctrf.io/docs/specification). The tests are counted, and the summary only where there are none.
 * A status that CTRF does not know, and `other` without a word that says why, are errors.
 */
const STATUSES = ["passed", "failed", "skipped", "pending", "other"];
/** What tools call tests that did not run, where their status becomes `other`. */
const SKIPPED_WORDS = new Set([
    "todo",
    "pending",
    "skipped",
    "disabled",
    "ignored",
    "focused",
    "notrun",
    "not_run",
]);
/** Reads one report into the collector. A file without results of CTRF is a UserError. */
async function readCtrf(source, file, collector) {
    let summary;
    let marked = false;
    let tests = 0;
    const listed = new Map();
    await (0,json/* readJson */.V)(source, file, {
        pick: (path) => {
            const [top, key, index] = path;
            if (path.length === 1)
                return top === "reportFormat" || (top === "results" ? false : "skip");
            if (path.length === 2)
                return key === "summary" || (key === "tests" || key === "tool" ? false : "skip");
            if (path.length === 3 && key === "tests" && typeof index !== "number")
                throw noTest(file, "results.tests");
            if (path.length === 3)
                return key === "tests" ? typeof index === "number" : key === "tool" && index === "name";
            return false;
        },
        take: (path, value) => {
            const [top, key] = path;
            if (top === "reportFormat")
                marked ||= value === "CTRF";
            else if (key === "tool")
                marked = true;
            else if (key === "summary")
                summary = isEvent(value) ? value : summary;
            else if (isEvent(value)) {
                tests++;
                const status = ownText(value, "status") ?? "";
                if (listed.size < 100 || listed.has(status))
                    listed.set(status, (listed.get(status) ?? 0) + 1);
                addTest(value, status, collector);
            }
            else
                throw noTest(file, "results.tests");
        },
    });
    if (!marked || (summary === undefined && tests === 0)) {
        throw new runner_errors/* UserError */.yo("report-format", `${file} is no CTRF report: it has no 'results' of a 'tool'`, {
            file,
            hint: "CTRF has results.tool, results.summary and results.tests.",
        });
    }
    if (summary === undefined)
        return;
    const numbers = summary;
    const said = (key) => {
        const value = ownCount(numbers, key);
        if (value === undefined)
            throw noCount(file, `results.summary.${key}`);
        return value;
    };
    if (tests === 0)
        addSummary(said, collector);
    else
        compare(said, tests, listed, file, collector);
}
function addTest(test, status, collector) {
    const ended = statusOf(test, status);
    const suite = suiteOf(test);
    const name = ownText(test, "name") ?? "";
    const first = ended === "flaky" ? firstFailedTry(test) : undefined;
    const message = ownText(test, "message") ?? ownText(test, "trace") ?? (first && ownText(first, "message"));
    const type = ended === "error" && status !== "" ? status : undefined;
    const line = ownValue(test, "line");
    collector.add(ended, {
        // Some reporters write the whole path as the name, or as the suite too.
        name: suite === "" || name === suite || name.startsWith(`${suite} > `)
            ? name || "(no name)"
            : `${suite} > ${name}`,
        ...(suite === "" ? {} : { class: suite }),
        ...(type === undefined ? {} : { type: type.slice(0, 300) }),
        ...(message === undefined || message === "" ? {} : { message: message.slice(0, report/* MESSAGE_LIMIT */.Gy) }),
        ...placed(ownText(test, "filePath") ?? "", typeof line === "number" ? `${line}` : undefined),
    });
}
function statusOf(test, status) {
    if (status === "passed") {
        const tries = Number(ownValue(test, "retries")) > 0 || firstFailedTry(test) !== undefined;
        const retried = tries && ownValue(test, "flaky") !== false;
        return ownValue(test, "flaky") === true || retried ? "flaky" : "passed";
    }
    if (status === "failed")
        return "failed";
    if (status === "skipped" || status === "pending")
        return "skipped";
    const word = ownText(test, "rawStatus")?.toLowerCase() ?? "";
    return status === "other" && SKIPPED_WORDS.has(word) ? "skipped" : "error";
}
/** A text, or since version 0.0.1 of the schema a list of the suites' names. */
function suiteOf(test) {
    const suite = ownValue(test, "suite");
    if (typeof suite === "string")
        return suite;
    return Array.isArray(suite) ? suite.filter((each) => typeof each === "string").join(" > ") : "";
}
function firstFailedTry(test) {
    const tries = ownValue(test, "retryAttempts");
    if (!Array.isArray(tries))
        return undefined;
    return tries.find((each) => isEvent(each) && ownText(each, "status") === "failed");
}
function addSummary(said, collector) {
    const [passed, failed, skipped, pending, other] = STATUSES.map(said);
    const flaky = Math.min(said("flaky"), passed ?? 0);
    const one = (status, times) => {
        const named = Math.min(times, 100);
        for (let index = 0; index < named; index++)
            collector.add(status, { name: "CTRF", message: "The summary says so, and the report lists no test" });
        return times - named;
    };
    collector.addCounts({
        failed: one("failed", failed ?? 0),
        errors: one("error", other ?? 0),
        passed: passed ?? 0,
        skipped: (skipped ?? 0) + (pending ?? 0),
        flaky,
    });
}
function compare(said, tests, listed, file, collector) {
    const differs = [
        { what: "tests", said: said("tests"), has: tests },
        ...STATUSES.map((status) => ({
            what: status,
            said: said(status),
            has: listed.get(status) ?? 0,
        })),
    ].filter((each) => each.said !== each.has);
    if (differs.length === 0)
        return;
    collector.problems.push((0,problem/* problem */.C)("warning", "report-counts-differ", `${file}: the summary says ${differs.map((each) => `${each.said} ${each.what}`).join(", ")}, and the tests are ${differs.map(({ what, has }) => `${has} ${what}`).join(", ")}`, {
        file,
        hint: "The tests are what counts. One that is missing shows only in the command's exit code.",
    }));
}
//# sourceMappingURL=ctrf.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/tests/dart-json.js




/** Tests that run at once, and those that are done and may still fail. */
const RUNNING_LIMIT = 500_000;
const DONE_LIMIT = 10_000;
const SUITES_LIMIT = 100_000;
/** Reads one report into the collector. A line that is no JSON though it begins so is a UserError. */
async function readDartJson(source, file, collector) {
    const reader = new DartReader(file, collector);
    await readEvents(source, file, { event: (event, line) => reader.event(event, line) });
    reader.end();
}
class DartReader {
    #file;
    #collector;
    #suites = new Map();
    #running = new Map();
    /** The last ones that are done, and those before them: between DONE_LIMIT and twice as many are held. */
    #done = new Map();
    #older = new Map();
    #failing = 0;
    #events = 0;
    /** Whether the run was successful: undefined before it is done, null if it was given up. */
    #success;
    #isDone = false;
    constructor(file, collector) {
        this.#file = file;
        this.#collector = collector;
    }
    event(event, line) {
        const type = ownText(event, "type");
        if (type === undefined)
            return;
        this.#events++;
        if (type === "start") {
            // Another run in the same file, whose numbers begin anew.
            if (this.#events > 1)
                this.#endRun();
        }
        else if (type === "suite") {
            const suite = ownObject(event, "suite");
            if (suite !== undefined && this.#suites.size < SUITES_LIMIT)
                this.#suites.set(ownValue(suite, "id"), ownText(suite, "path") ?? "");
        }
        else if (type === "testStart")
            this.#start(ownObject(event, "test"), line);
        else if (type === "testDone")
            this.#end(event);
        else if (type === "error")
            this.#fail(event);
        else if (type === "done") {
            // Of several ends, one that is no success stands.
            if (!this.#isDone || this.#success === true)
                this.#success = ownValue(event, "success");
            this.#isDone = true;
        }
    }
    end() {
        if (this.#events === 0) {
            throw new runner_errors/* UserError */.yo("report-format", `${this.#file} has no event of Dart's test runner`, {
                file: this.#file,
                hint: "Write it with: dart test --file-reporter json:FILE",
            });
        }
        this.#endRun();
    }
    #endRun() {
        for (const test of [...this.#older.values(), ...this.#done.values()])
            this.#add(test);
        for (const test of this.#running.values())
            this.#addUnended(test);
        if (!this.#isDone)
            this.#runError("The report has no end: the run was stopped, or it was cut off");
        else if (this.#success !== true && this.#failing === 0)
            this.#runError("The run says that it was no success, and no test failed");
        this.#suites.clear();
        this.#running.clear();
        this.#done = new Map();
        this.#older = new Map();
        this.#failing = 0;
        this.#success = undefined;
        this.#isDone = false;
    }
    #addUnended(test) {
        this.#add({ ...test, result: "error", message: test.message ?? "The test began and did not end" });
    }
    #start(test, line) {
        if (test === undefined)
            return;
        if (this.#running.size >= RUNNING_LIMIT) {
            throw new runner_errors/* UserError */.yo("report-limit", `${this.#file} has more than ${RUNNING_LIMIT} tests at once`, {
                file: this.#file,
                line,
                hint: "The report is damaged, or its tests never end.",
            });
        }
        const suite = this.#suites.get(ownValue(test, "suiteID")) ?? "";
        // A test that a function of another file makes has the place of that call as its root.
        const root = ownText(test, "root_url") === undefined ? "" : "root_";
        const url = ownText(test, `${root}url`) ?? "";
        const at = ownValue(test, `${root}line`);
        const file = url.startsWith("file://") ? dart_json_pathOf(url) : suite;
        const metadata = ownObject(test, "metadata");
        const id = ownValue(test, "id");
        const before = this.#running.get(id);
        if (before !== undefined)
            this.#addUnended(before);
        this.#running.set(id, {
            name: ownText(test, "name") ?? "",
            suite,
            file,
            line: typeof at === "number" && url.startsWith("file://") ? `${at}` : undefined,
            result: "running",
            hidden: false,
            skip: metadata !== undefined && ownValue(metadata, "skip") === true,
            message: undefined,
            reason: metadata === undefined ? undefined : ownText(metadata, "skipReason"),
        });
    }
    #end(event) {
        const id = ownValue(event, "testID");
        const test = this.#running.get(id) ?? unknownTest(id);
        this.#running.delete(id);
        const result = ownText(event, "result");
        test.hidden = ownValue(event, "hidden") === true;
        if (result === "success") {
            // An error that was told before stands.
            const skipped = ownValue(event, "skipped") ?? test.skip;
            if (test.result === "running")
                test.result = skipped === true ? "skipped" : "passed";
        }
        else
            test.result = result === "failure" ? "failed" : "error";
        this.#hold(id, test);
    }
    #hold(id, test) {
        const before = this.#done.get(id);
        if (before !== undefined)
            this.#add(before);
        this.#done.set(id, test);
        if (this.#done.size < DONE_LIMIT)
            return;
        for (const each of this.#older.values())
            this.#add(each);
        this.#older = this.#done;
        this.#done = new Map();
    }
    #fail(event) {
        const id = ownValue(event, "testID");
        const message = (ownText(event, "error") ?? "").slice(0, report/* MESSAGE_LIMIT */.Gy);
        let test = this.#running.get(id) ?? this.#done.get(id) ?? this.#older.get(id);
        if (test === undefined) {
            // It was counted long ago, and failed after all.
            test = unknownTest(id);
            this.#hold(id, test);
        }
        test.message ??= message;
        test.hidden = false;
        if (test.result !== "error")
            test.result = ownValue(event, "isFailure") === true ? "failed" : "error";
    }
    #add({ name, suite, file, line, result, hidden, message: failure, reason }) {
        const status = result === "running" ? "error" : result;
        const message = failure ?? (status === "skipped" ? reason : undefined);
        if (status === "passed" && hidden)
            return;
        if ((0,report/* isFailure */.N6)(status))
            this.#failing++;
        const own = name === "" ? "(no name)" : name;
        this.#collector.add(status, {
            name: suite === "" ? own : `${suite} > ${own}`,
            ...(suite === "" ? {} : { class: suite }),
            ...(message === undefined || message === "" ? {} : { message }),
            ...placed(file, line),
        });
    }
    #runError(message) {
        this.#collector.add("error", { name: "dart test", message });
    }
}
function unknownTest(id) {
    return {
        name: `test ${typeof id === "number" || typeof id === "string" ? id : "without a number"}`,
        suite: "",
        file: "",
        line: undefined,
        result: "running",
        hidden: false,
        skip: false,
        message: undefined,
        reason: undefined,
    };
}
function dart_json_pathOf(url) {
    try {
        const path = decodeURIComponent(new URL(url).pathname);
        return /^\/[A-Za-z]:\//.test(path) ? path.slice(1) : path;
    }
    catch {
        return "";
    }
}
//# sourceMappingURL=dart-json.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/tests/output-tail.js

/** The last output of something that may fail; from a Go panic on it is the first of it, which says why. Pure. */
class OutputTail {
    #text = "";
    #panicked = false;
    add(text) {
        if (!this.#panicked && /^(?:panic: |fatal error: )/.test(text)) {
            this.#panicked = true;
            this.#text = this.#text.slice(-report/* MESSAGE_LIMIT */.Gy / 4);
        }
        if (this.#panicked) {
            if (this.#text.length < report/* MESSAGE_LIMIT */.Gy)
                this.#text += text.slice(0, report/* MESSAGE_LIMIT */.Gy - this.#text.length);
            return;
        }
        this.#text += text.slice(-2 * report/* MESSAGE_LIMIT */.Gy);
        if (this.#text.length > 2 * report/* MESSAGE_LIMIT */.Gy)
            this.#text = this.#text.slice(-report/* MESSAGE_LIMIT */.Gy);
    }
    /** At most MESSAGE_LIMIT characters. */
    text() {
        return (this.#panicked ? this.#text.slice(0, report/* MESSAGE_LIMIT */.Gy) : this.#text.slice(-report/* MESSAGE_LIMIT */.Gy)).replace(/^\n+|\s+$/g, "");
    }
}
//# sourceMappingURL=output-tail.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/tests/go-package.js

/** Lines that frame a test's output and tell nothing. */
const FRAME = /^\s*(?:=== (?:RUN|PAUSE|CONT|NAME)\b|--- (?:FAIL|PASS|SKIP|BENCH): )/;
/** Lines at the end of a package that tell nothing more than that it ended. */
const PACKAGE_FRAME = /^(?:FAIL|PASS|exit status \d+|coverage: .*|(?:FAIL|ok {2})\t\S+\t(?:[\d.]+s|\(cached\)).*)\s*$/;
class GoPackageRun {
    name;
    ended = false;
    /** Tests that ended failed, or did not end. */
    failed = 0;
    /** Tests that began and did not end yet; their output as far as there is any. */
    #running = new Map();
    #output = new OutputTail();
    constructor(name) {
        this.name = name;
    }
    get running() {
        return this.#running.size;
    }
    run(test) {
        // -count=2 runs a test again after it ended; one that runs already never did.
        const lost = this.#running.has(test) ? this.#unended(test) : undefined;
        this.#running.set(test, undefined);
        return lost;
    }
    output(test, text) {
        if (FRAME.test(text))
            return;
        if (test === undefined || !this.#running.has(test)) {
            if (!PACKAGE_FRAME.test(text))
                this.#output.add(text);
            return;
        }
        const tail = this.#running.get(test) ?? new OutputTail();
        tail.add(text);
        this.#running.set(test, tail);
    }
    /** A test that ended. */
    end(test, status) {
        const message = status === "passed" ? "" : (this.#running.get(test)?.text() ?? "");
        this.#running.delete(test);
        if (status === "failed")
            this.failed++;
        return { test, status, message };
    }
    /** What is left when the package ends: benchmarks have no end of their own, other tests did not end. */
    endAll(passed) {
        this.ended = true;
        const results = [...this.#running].map(([test, output]) => {
            // A subtest may lose its last event (golang/go#40771); its root is left here too if it did not end.
            const lost = test.includes("/") && !this.#running.has(test.slice(0, test.indexOf("/")));
            const benchmark = /^Benchmark/.test(test) && (passed || /\bns\/op\b/.test(output?.text() ?? ""));
            return benchmark || (passed && lost)
                ? { test, status: "passed", message: "" }
                : this.#unended(test);
        });
        this.#running.clear();
        return results;
    }
    /** The package's own last output. */
    text() {
        return this.#output.text();
    }
    #unended(test) {
        this.failed++;
        const text = this.#running.get(test)?.text() ?? "";
        return { test, status: "failed", message: text === "" ? "The test began and did not end" : text };
    }
}
//# sourceMappingURL=go-package.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/tests/go-test-json.js





/** Failures that can turn out to be flaky, tests that run at once, and the results of one retry that are held. */
const HELD_LIMIT = 100_000;
const go_test_json_RUNNING_LIMIT = 500_000;
const BUILDS_LIMIT = 1000;
/** What only a run has: Go before 1.20 writes no `start`, and for a package that does not build nothing but its end. */
const BEGINS = new Set(["start", "run", "pass", "fail", "skip", "bench"]);
/** How a package that could not be run is told outside of the events. */
const FAILED_AS_TEXT = /^FAIL\t(\S+) \[(?:build|setup) failed\]$/;
/** Reads one report into the collector. A line that is no JSON though it begins so is a UserError. */
async function readGoTestJson(source, file, collector) {
    const reader = new GoTestReader(file, collector);
    await readEvents(source, file, {
        event: (event, line) => reader.event(event, line),
        other: (text) => reader.other(text),
    });
    reader.end();
}
class GoTestReader {
    #file;
    #collector;
    #packages = new Map();
    #failures = new Map();
    /** What compilers said, by the package that they could not build. */
    #builds = new Map();
    #failedBuilds = new Set();
    /** Lines that are no events: what older versions of Go say of a build. */
    #text = new OutputTail();
    /** Packages that failed by such lines. */
    #failedAsText = new Set();
    #running = 0;
    #events = 0;
    constructor(file, collector) {
        this.#file = file;
        this.#collector = collector;
    }
    other(text) {
        this.#text.add(`${text}\n`);
        const failed = FAILED_AS_TEXT.exec(text)?.[1];
        if (failed !== undefined && this.#failedAsText.size < BUILDS_LIMIT)
            this.#failedAsText.add(failed);
    }
    event(event, line) {
        const action = ownText(event, "Action");
        if (action === undefined)
            return;
        this.#events++;
        if (action === "build-output" || action === "build-fail") {
            this.#build(action, event);
            return;
        }
        const name = ownText(event, "Package") ?? "";
        const test = ownText(event, "Test");
        const entry = this.#package(name, action, event);
        if (entry === undefined)
            return;
        const { current } = entry;
        const before = current.running;
        if (action === "output")
            current.output(test, ownText(event, "Output") ?? "");
        else if (action === "run" && test !== undefined)
            this.#result(entry, current.run(test));
        else if (action === "pass" || action === "fail" || action === "skip" || action === "bench") {
            if (test === undefined)
                this.#endPackage(entry, action, ownText(event, "FailedBuild"));
            else {
                const status = action === "fail" ? "failed" : action === "skip" ? "skipped" : "passed";
                this.#result(entry, current.end(test, status));
            }
        }
        this.#running += current.running - before;
        if (this.#running > go_test_json_RUNNING_LIMIT) {
            throw new runner_errors/* UserError */.yo("report-limit", `${this.#file} has more than ${go_test_json_RUNNING_LIMIT} tests at once`, {
                file: this.#file,
                line,
                hint: "The report is damaged, or its tests never end.",
            });
        }
    }
    end() {
        if (this.#events === 0) {
            throw new runner_errors/* UserError */.yo("report-format", `${this.#file} has no event of go test -json`, {
                file: this.#file,
                hint: "Write it with: go test -json ./... > FILE",
            });
        }
        for (const [name, entry] of this.#packages) {
            if (entry.current.ended)
                continue;
            for (const result of entry.current.endAll(false))
                this.#result(entry, result);
            this.#decideRetry(entry);
            this.#packageError(name, "did not end: the run was stopped, or the report was cut off", entry.current);
        }
        for (const name of this.#failedAsText) {
            if (this.#packages.has(name))
                continue;
            this.#collector.add("error", { name, type: "build", ...said(this.#text.text()) });
        }
        for (const build of this.#failedBuilds) {
            this.#collector.add("error", { name: build, type: "build", ...said(this.#builds.get(build)?.text()) });
        }
        for (const failure of this.#failures.values())
            this.#addFailure(failure);
    }
    #build(action, event) {
        const path = ownText(event, "ImportPath") ?? "";
        if (action === "build-fail") {
            if (this.#failedBuilds.size < BUILDS_LIMIT)
                this.#failedBuilds.add(path);
            else
                this.#collector.add("error", { name: path, type: "build" });
            return;
        }
        let tail = this.#builds.get(path);
        if (tail === undefined) {
            if (this.#builds.size >= BUILDS_LIMIT)
                return;
            tail = new OutputTail();
            this.#builds.set(path, tail);
        }
        tail.add(ownText(event, "Output") ?? "");
    }
    /**
     * The run of a package that an event belongs to. After a run has ended, output alone begins no other one: a
     * process that it left behind may still write.
     */
    #package(name, action, event) {
        const known = this.#packages.get(name);
        if (known === undefined) {
            const entry = { current: new GoPackageRun(name), next: undefined, again: undefined };
            this.#packages.set(name, entry);
            return entry;
        }
        if (!known.current.ended)
            return known;
        if (!BEGINS.has(action)) {
            known.next ??= new GoPackageRun(name);
            if (action === "output")
                known.next.output(undefined, ownText(event, "Output") ?? "");
            return undefined;
        }
        known.current = known.next ?? new GoPackageRun(name);
        known.next = undefined;
        known.again = [];
        return known;
    }
    /**
     * gotestsum --rerun-fails runs a package once more with nothing but failed tests. A run that has any other
     * test is a run of its own (-race, other tags), whose results stand beside the first ones.
     */
    #result(entry, result) {
        if (result === undefined)
            return;
        const { again } = entry;
        if (again !== undefined) {
            again.push(result);
            const root = result.test.split("/", 1)[0] ?? "";
            if (this.#failures.has(keyOf(entry.current.name, root)) && again.length < HELD_LIMIT)
                return;
            entry.again = undefined;
            for (const each of again)
                this.#count(entry.current.name, each);
            return;
        }
        this.#count(entry.current.name, result);
    }
    #decideRetry(entry) {
        const { again, current } = entry;
        entry.again = undefined;
        const failed = new Set();
        for (const result of again ?? [])
            if (result.status === "failed")
                failed.add(result.test);
        for (const result of again ?? []) {
            const failure = this.#failures.get(keyOf(current.name, result.test));
            // A sibling that passed is counted already.
            if (failure === undefined) {
                if (result.status === "failed")
                    this.#count(current.name, result);
            }
            else if (result.status === "failed")
                failure.passedLater = false;
            else if (result.status === "passed" && !failed.has(result.test))
                failure.passedLater = true;
        }
    }
    #count(pkg, result) {
        if (result.status !== "failed") {
            const { name, class: className } = named(pkg, result.test);
            this.#collector.add(result.status, {
                name,
                ...className,
                ...(result.status === "skipped" ? said(result.message) : {}),
            });
            return;
        }
        const key = keyOf(pkg, result.test);
        const known = this.#failures.get(key);
        if (known !== undefined)
            known.times++;
        else if (this.#failures.size < HELD_LIMIT)
            this.#failures.set(key, { result, pkg, times: 1, passedLater: false });
        else
            this.#addFailure({ result, pkg, times: 1, passedLater: false });
    }
    #addFailure({ result, pkg, times, passedLater }) {
        const { name, class: className } = named(pkg, result.test);
        // A test that failed several times in one run (-count) is not excused by a retry.
        const status = passedLater && times === 1 ? "flaky" : "failed";
        for (let index = 0; index < times; index++)
            this.#collector.add(status, {
                name,
                ...className,
                ...said(result.message),
                ...go_test_json_place(pkg, result.message),
            });
    }
    #endPackage(entry, action, failedBuild) {
        const { current } = entry;
        for (const result of current.endAll(action !== "fail"))
            this.#result(entry, result);
        this.#decideRetry(entry);
        if (failedBuild !== undefined)
            this.#failedBuilds.delete(failedBuild);
        if (action !== "fail" || current.failed > 0)
            return;
        if (failedBuild !== undefined) {
            const text = this.#builds.get(failedBuild)?.text();
            this.#collector.add("error", {
                name: current.name,
                type: "build",
                ...said(text ?? current.text()),
            });
            return;
        }
        this.#packageError(current.name, "failed without a failed test", current);
    }
    #packageError(name, what, run) {
        const own = run.text();
        const text = own.includes("[build failed]") || own.includes("[setup failed]") ? this.#text.text() : "";
        this.#collector.add("error", {
            name: name === "" ? "(package)" : name,
            ...said(`The package ${what}\n${[own, text].filter((each) => each !== "").join("\n")}`.trim()),
        });
    }
}
function keyOf(pkg, test) {
    return `${pkg}\0${test}`;
}
function named(pkg, test) {
    return pkg === "" ? { name: test, class: {} } : { name: `${pkg} > ${test}`, class: { class: pkg } };
}
function said(message) {
    return message === undefined || message === "" ? {} : { message };
}
/** `    price_test.go:11: got 5`: Go names only the file, which lies in the package's folder. */
function go_test_json_place(pkg, message) {
    const match = /^\s*([\w.-]{1,255}\.go):(\d+): /m.exec(message);
    if (match !== null)
        return placed(pkg === "" ? (match[1] ?? "") : `${pkg}/${match[1]}`, match[2]);
    const trace = /^\t(\S{1,4096}_test\.go):(\d+)/m.exec(message);
    return trace === null ? {} : placed(trace[1] ?? "", trace[2]);
}
//# sourceMappingURL=go-test-json.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/tests/told.js



/** What an XML report says of one failure, cut to what is kept. Pure. */
/** The most of a failure's type that is kept, in characters. */
const TYPE_LIMIT = 300;
/** The parts of a test that a failure fills; nothing where it says nothing. */
function told(failure) {
    const message = failure?.message?.trim();
    return {
        ...(failure?.type === undefined || failure.type === ""
            ? {}
            : { type: failure.type.slice(0, TYPE_LIMIT) }),
        ...(message === undefined || message === "" ? {} : { message: message.slice(0, report/* MESSAGE_LIMIT */.Gy) }),
    };
}
/** A number of an attribute, 0 where there is none; some tools write `1,234`. Undefined for what is no count. */
function told_count(element, name) {
    const plain = element.integer(name);
    if (plain !== undefined)
        return plain;
    const value = Number(element.attribute(name)?.replaceAll(",", "").trim() ?? 0);
    return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
/**
 * Numbers of an element's attributes, for after its start; a name that was not asked for is 0. Asking for one that is
 * no count is a UserError: it may hide a failure.
 */
function counts(element, names, file) {
    const numbers = new Map();
    let wrong;
    for (const name of names) {
        const value = told_count(element, name);
        if (value === undefined)
            wrong ??= told_noCount(element, name, file);
        else
            numbers.set(name, value);
    }
    return (name) => {
        if (wrong !== undefined)
            throw wrong;
        return numbers.get(name) ?? 0;
    };
}
/** The error for an attribute that is no number of tests. */
function told_noCount(element, name, file) {
    const text = JSON.stringify(element.attribute(name)?.slice(0, 60) ?? "");
    return new runner_errors/* UserError */.yo("report-malformed", `${file}: <${element.name}> has ${name}=${text}, no number of tests`, {
        file,
        line: element.line,
        column: element.column,
        hint: "The file is damaged, or was changed after the run.",
    });
}
/**
 * Tells of failures that a report's numbers have and its tests have not: the gate does not open on such a report.
 * Where any failure is listed it is closed by that.
 */
function tellUnlisted(collector, file, failures) {
    const { said, listed } = failures;
    if (listed > 0 || said === 0)
        return;
    collector.problems.push((0,problem/* problem */.C)("warning", "report-counts-differ", `${file}: the report says ${said} failures and lists none`, {
        file,
        hint: "The tests are what counts. One that is missing shows only in the command's exit code.",
    }));
}
//# sourceMappingURL=told.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/tests/junit-case.js

/** Words in `status` and `result` of a case that say what no child element says. */
const FAILED_WORDS = new Set([
    ...["failed", "failure", "fail", "error", "errored", "broken"],
    ...["timeout", "timedout", "timed-out", "crashed", "aborted"],
]);
const junit_case_SKIPPED_WORDS = new Set(["disabled", "notrun", "ignored", "skipped", "suppressed", "pending"]);
/** Children that tell of a try that was not the last one (Surefire, Failsafe, nextest, pytest). */
const RERUNS = new Set(["flakyFailure", "flakyError", "rerunFailure", "rerunError", "rerun"]);
/** Catch2 2 and 3 write a test that may fail as skipped, beside its failures. */
const CATCH2_MAY_FAIL = "TEST_CASE tagged with !mayfail";
/** PHPUnit writes a test without an assertion as an error, and its run passes. */
const PHPUNIT_RISKY = /^PHPUnit\\Framework\\Risky/;
/** CTest leaves out on purpose what says so; it leaves out what it can't start as well, and then its run fails. */
const CTEST_ON_PURPOSE = /^(SKIP_|Disabled)/i;
const SAYS_NOTHING = { type: undefined, message: undefined };
/** `before` is the class of the case before, which costs less to compare than to read again. */
function caseStart(element, before) {
    const status = element.attribute("status")?.trim().toLowerCase();
    const result = element.attribute("result")?.trim().toLowerCase();
    const line = element.attribute("line");
    const className = before !== undefined && element.is("classname", before)
        ? before
        : (element.attribute("classname") ?? element.attribute("class"));
    return {
        kind: "case",
        name: element.attribute("name") ?? "",
        className: className === "" ? undefined : className,
        file: element.attribute("file"),
        line: line === undefined ? undefined : lineNumber(line),
        failure: says(FAILED_WORDS, status, result) ? SAYS_NOTHING : undefined,
        error: undefined,
        rerun: undefined,
        skipped: says(junit_case_SKIPPED_WORDS, status, result) ? SAYS_NOTHING : undefined,
        status,
        excused: false,
        tolerated: false,
        time: element.attribute("time"),
    };
}
function says(words, status, result) {
    return (status !== undefined && words.has(status)) || (result !== undefined && words.has(result));
}
function lineNumber(text) {
    const line = Number(text);
    return Number.isSafeInteger(line) && line > 0 ? line : undefined;
}
/** What an element says of a failure. Its text is the message where the attribute says nothing: see `wantsText`. */
function toldBy(element) {
    return { type: element.attribute("type"), message: element.attribute("message") };
}
/** gotestsum writes the message `Failed` everywhere; others write the text alone. */
function wantsText(failure) {
    return failure.message === undefined || failure.message === "" || failure.message === "Failed";
}
/** A child of the case. True where it says how the case ended, and so its text may be its message. */
function childOfCase(test, name, said) {
    if (name === "failure") {
        if (test.failure?.message === undefined)
            test.failure = said;
    }
    else if (name === "error") {
        if (said.type !== undefined && PHPUNIT_RISKY.test(said.type))
            test.tolerated = true;
        else
            test.error ??= said;
    }
    else if (name === "skipped" || name === "ignored") {
        if (test.skipped?.message === undefined)
            test.skipped = said;
        // Node's runner runs a test that is marked as to be done, and its failure fails nothing.
        if (said.type === "todo" || said.message === CATCH2_MAY_FAIL)
            test.excused = true;
        const { message } = said;
        if (isOfCtest(test) && message !== undefined && message !== "" && !CTEST_ON_PURPOSE.test(message))
            test.error ??= said;
    }
    else if (RERUNS.has(name))
        test.rerun ??= said;
    else
        return false;
    return true;
}
function isOfCtest(test) {
    return test.status === "notrun" && test.name === test.className;
}
function isFailing(test) {
    return test.failure !== undefined || test.error !== undefined;
}
function junit_case_statusOf(test) {
    if (test.excused)
        return "skipped";
    if (test.failure !== undefined)
        return "failed";
    if (test.error !== undefined)
        return "error";
    if (test.skipped !== undefined)
        return "skipped";
    return test.rerun === undefined ? "passed" : "flaky";
}
function addCase(test, collector) {
    const status = junit_case_statusOf(test);
    if (status === "passed" && collector.asked.size === 0) {
        collector.addPassed();
        return;
    }
    // The type of a skip (`pytest.skip`) says no more than its status.
    const failure = status === "skipped"
        ? { type: undefined, message: test.skipped?.message }
        : (test.failure ?? test.error ?? test.rerun);
    const ending = test.name === "" ? "(no name)" : test.name;
    collector.add(status, {
        name: test.className === undefined
            ? ending
            : test.name === ""
                ? test.className
                : `${test.className} > ${test.name}`,
        ...(test.className === undefined ? {} : { class: test.className }),
        ...told(failure),
        ...(test.file === undefined || test.file === "" ? {} : { file: test.file }),
        ...(test.line === undefined ? {} : { line: test.line }),
    });
}
function sameTest(a, b) {
    return a.name === b.name && a.className === b.className && a.file === b.file;
}
/** No child says anything: passed, or a try that pytest-rerunfailures leaves empty. */
function isBare(test) {
    return !isFailing(test) && test.skipped === undefined;
}
//# sourceMappingURL=junit-case.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/tests/junit-go-tries.js

/** Above these numbers tries are not looked for, and each case counts as it is. */
const junit_go_tries_HELD_LIMIT = 1000;
const NAMES_LIMIT = 100_000;
/** Output from this length on was cut, and may have ended in a panic. In characters. */
const OUTPUT_LIMIT = 60 * 1024;
/**
 * The cases of one Go package in gotestsum's report. `--rerun-fails` lists each try of a test that failed as a case
 * of its own, and so does `go test -count=2` for every test. What tells them apart: a rerun repeats only tests that
 * failed. A test that passed in a rerun is flaky; where both could be, each case counts as it is. Pure.
 */
class GoTries {
    #collector;
    /** By class and name: tests that failed at least once. gotestsum lists failures first. */
    #failed = new Map();
    /** Tests that never failed. */
    #others = new Set();
    #unclear = false;
    constructor(collector) {
        this.#collector = collector;
    }
    add(test) {
        const name = `${test.className ?? ""}\0${test.name}`;
        // gotestsum reruns nothing after a panic, which cuts a repetition short.
        const output = test.failure?.message ?? "";
        if (output.includes("panic: ") || output.length >= OUTPUT_LIMIT)
            this.#unclear = true;
        const held = this.#failed.get(name);
        if (held !== undefined) {
            if (isFailing(test))
                held.failed++;
            else
                held.passed++;
            return;
        }
        if (isFailing(test) && this.#failed.size < junit_go_tries_HELD_LIMIT) {
            this.#failed.set(name, { first: test, failed: 1, passed: 0 });
            return;
        }
        if (isFailing(test) || this.#others.has(name) || this.#others.size >= NAMES_LIMIT)
            this.#unclear = true;
        else
            this.#others.add(name);
        addCase(test, this.#collector);
    }
    /** Counts what was held. Returns whether there were tries. */
    end() {
        const tries = !this.#unclear && this.#others.size > 0;
        let found = false;
        for (const { first, failed, passed } of this.#failed.values()) {
            const again = tries && failed + passed > 1;
            found ||= again;
            const passing = { ...first, failure: undefined, error: undefined };
            if (again && passed > 0)
                addCase({ ...passing, rerun: first.failure ?? first.error }, this.#collector);
            else {
                for (let index = 0; index < (again ? 1 : failed); index++)
                    addCase(first, this.#collector);
                for (let index = 0; index < passed; index++)
                    addCase(passing, this.#collector);
            }
        }
        return found;
    }
}
//# sourceMappingURL=junit-go-tries.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/tests/junit-suite.js



/** Their places are digits of the digest. */
const junit_suite_STATUSES = ["passed", "flaky", "skipped", "failed", "error"];
const PASSED = junit_suite_STATUSES.indexOf("passed");
/** How many failures without a case are listed one by one. */
const LISTED = 100;
/** Above this number no further suite is remembered: reports of millions of suites keep within memory. */
const junit_suite_SUITES_LIMIT = 100_000;
function suiteStart(element, collector, file) {
    let wrong;
    const said = (attribute) => {
        const value = told_count(element, attribute);
        if (value === undefined)
            wrong ??= told_noCount(element, attribute, file);
        return value ?? 0;
    };
    const name = element.attribute("name") ?? "";
    const group = element.attribute("package") ?? "";
    const timestamp = element.attribute("timestamp") ?? "";
    return {
        kind: "suite",
        // Ant's aggregate splits a class's name into `package` and `name`.
        name: group === "" || name === group || name.startsWith(`${group}.`) ? name : `${group}.${name}`,
        timestamp: timestamp === "" ? undefined : timestamp,
        tests: said("tests"),
        failures: said("failures"),
        errors: said("errors"),
        skips: said("skipped") + said("skips") + said("disabled"),
        wrong,
        counted: 0,
        failing: 0,
        reruns: false,
        pending: undefined,
        className: undefined,
        go: undefined,
        digest: [0x811c9dc5 | 0, 0x1000193],
        timed: false,
        mark: collector.mark(),
    };
}
/** Takes a case into the figures of its suite, its digest too. */
function takeInCase(suite, test) {
    // gotestsum's case of a package that did not build or crashed names no package.
    if (test.className === undefined && test.name === "TestMain" && suite.name !== "")
        test.className = suite.name;
    suite.counted++;
    if (isFailing(test) || test.tolerated)
        suite.failing++;
    if (test.rerun !== undefined)
        suite.reruns = true;
    const { digest } = suite;
    const time = test.time ?? "";
    if (!suite.timed)
        suite.timed = /[1-9]/.test(time);
    mix(digest, test.name);
    mixNumber(digest, junit_suite_STATUSES.indexOf(junit_case_statusOf(test)));
    mix(digest, time);
}
/**
 * Takes a case that has passed into the figures of its suite and of the report without making anything of it: nothing
 * is in it, and no attribute says otherwise. False where it may be more than that, and nothing is done.
 */
function takeInPlainCase(suite, element, collector) {
    // pytest's case may turn out to be a try of the next one, and so may a Go package's.
    if (!element.isEmpty || collector.asked.size > 0 || suite.name === "pytest" || suite.go !== undefined)
        return false;
    if (element.attribute("status") !== undefined || element.attribute("result") !== undefined)
        return false;
    suite.counted++;
    const { digest } = suite;
    if (!suite.timed)
        suite.timed = /[1-9]/.test(element.attribute("time") ?? "");
    element.hash("name", digest);
    endText(digest);
    mixNumber(digest, PASSED);
    element.hash("time", digest);
    endText(digest);
    collector.addPassed();
    return true;
}
/** Takes a suite inside into the figures of the one around it, its digest too. */
function takeInSuite(parent, suite) {
    parent.counted += suite.counted;
    parent.failing += suite.failing;
    parent.reruns ||= suite.reruns;
    parent.timed ||= suite.timed;
    mix(parent.digest, suite.name);
    mix(parent.digest, suite.digest.join());
}
/**
 * Ant's TESTS-TestSuites.xml, and what other tools put together, repeats the suites of the TEST-*.xml files
 * beside it. A suite with the same name, start, cases, results and times as one of another file is that
 * suite: what it added is taken back. The failures of both are the same ones, so none is lost.
 * Returns the other file.
 */
function takeBackIfRepeated(suite, file, collector) {
    // Without a time, two runs that differ can look the same.
    if (suite.counted === 0 || (suite.timestamp === undefined && !suite.timed))
        return undefined;
    const key = [
        suite.name.slice(0, 300),
        suite.timestamp ?? "",
        suite.counted,
        suite.failing,
        ...suite.digest,
    ].join("\n");
    const other = collector.suites.get(key);
    if (other === undefined) {
        if (collector.suites.size < junit_suite_SUITES_LIMIT)
            collector.suites.set(key, file);
        return undefined;
    }
    if (other === file)
        return undefined;
    collector.rewind(suite.mark);
    return other;
}
/** A suite that lists nothing: it could not be loaded, or its tool writes numbers only, which then must be some. */
function addNumbers(suite, collector) {
    if (suite.wrong !== undefined)
        throw suite.wrong;
    const said = suite.failures + suite.errors;
    const total = Math.max(suite.tests, said + suite.skips);
    suite.counted = total;
    suite.failing = said;
    if (total === 0)
        return;
    const name = nameOf(suite);
    const one = (status, times) => {
        for (let index = 0; index < Math.min(times, LISTED); index++)
            collector.add(status, { name, message: "The suite says that it failed and lists no test" });
    };
    one("failed", suite.failures);
    one("error", suite.errors);
    const skipped = Math.min(suite.skips, total - said);
    collector.addCounts({
        passed: total - said - skipped,
        failed: suite.failures - Math.min(suite.failures, LISTED),
        errors: suite.errors - Math.min(suite.errors, LISTED),
        skipped,
        flaky: 0,
    });
}
function nameOf(suite) {
    return suite.name === "" ? "(suite)" : suite.name;
}
function mix(digest, text) {
    hashText(text, digest);
    endText(digest);
}
function endText(digest) {
    // The factors take what is in the higher digits to no lower one.
    digest[0] ^= digest[0] >>> 15;
    digest[1] ^= digest[1] >>> 15;
    // No character has this number: it keeps `ab`, `c` and `a`, `bc` apart.
    mixNumber(digest, -1);
}
function mixNumber(digest, value) {
    digest[0] = Math.imul(digest[0] ^ value, 0x01000193);
    digest[1] = (Math.imul(digest[1], 31) + value) | 0;
}
//# sourceMappingURL=junit-suite.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/tests/junit.js







const NOTHING = { kind: "other" };
/** Reads one report into the collector. A file that is no JUnit XML or is cut off is a UserError with its place. */
async function readJunit(source, file, collector) {
    const frames = [];
    let differs = false;
    let lacks = false;
    let repeats = false;
    /** The innermost suite or case: an element that is not known hides nothing that is inside of it. */
    const enclosing = () => {
        for (let index = frames.length - 1; index >= 0; index--) {
            const frame = frames[index];
            if (frame?.kind === "suite" || frame?.kind === "case")
                return frame;
        }
        return undefined;
    };
    /** The suite that something belongs to, be it inside of a case. */
    const suiteAround = () => {
        const top = frames.at(-1);
        return top?.kind === "suite" ? top : frames.findLast((frame) => frame.kind === "suite");
    };
    const settle = (suite) => {
        const { pending } = suite;
        suite.pending = undefined;
        if (pending !== undefined)
            addCase(pending, collector);
        if (suite.go?.end() === true)
            suite.reruns = true;
        suite.go = undefined;
    };
    const endCase = (test, suite) => {
        takeInCase(suite, test);
        if (suite.go !== undefined) {
            suite.go.add(test);
            return;
        }
        const before = suite.pending;
        // pytest-rerunfailures writes one empty case for each try that failed, and the last try as it ended.
        // Only a try leaves an empty case of the same name: names are unique in pytest.
        if (before !== undefined && sameTest(before, test) && isBare(before)) {
            suite.pending = undefined;
            suite.reruns = true;
            test.rerun ??= { type: undefined, message: undefined };
        }
        else
            settle(suite);
        if (suite.name === "pytest")
            suite.pending = test;
        else
            addCase(test, collector);
    };
    const warn = (code, message, hint) => collector.problems.push((0,problem/* problem */.C)("warning", code, message, { file, hint }));
    const endSuite = (suite) => {
        settle(suite);
        const said = suite.failures + suite.errors;
        if (suite.counted === 0)
            addNumbers(suite, collector);
        else if (suite.errors > 0 && suite.failing === 0 && !suite.reruns) {
            // gotestsum counts a package that does not build among the errors, and lists it as no case.
            const message = "The suite says that there was an error and lists none";
            collector.add("error", { name: nameOf(suite), message });
            suite.failing++;
            suite.counted++;
        }
        else if (Math.max(suite.failures, suite.errors) > suite.failing && !suite.reruns && !differs) {
            differs = true;
            warn("report-counts-differ", `${file}: suite '${suite.name.slice(0, 200)}' says ${said} failures and lists ${suite.failing}`, "The cases are what counts. A case that is missing shows only in the command's exit code.");
        }
        else if (suite.tests > 2 * suite.counted && !suite.reruns && !lacks) {
            // Some tools count what they do not list (mocha's pending tests, Catch2's assertions), but not most of it.
            lacks = true;
            collector.problems.push((0,problem/* problem */.C)("notice", "report-tests-missing", `${file}: suite '${suite.name.slice(0, 200)}' says ${suite.tests} tests and lists ${suite.counted}`, {
                file,
                hint: "The cases are what counts. Where many are missing, the report was cut or filtered.",
            }));
        }
        const other = takeBackIfRepeated(suite, file, collector);
        if (other !== undefined && !repeats) {
            repeats = true;
            warn("report-repeats", `${file}: suite '${suite.name.slice(0, 200)}' stands in ${other} too`, "It is counted once. Name either the reports of the classes or the aggregate of them.");
        }
        const parent = suiteAround();
        if (parent !== undefined)
            takeInSuite(parent, suite);
    };
    await readXml(source, file, {
        open: (element) => {
            const parent = frames.at(-1);
            const { name } = element;
            if (name === "testcase" && parent?.kind === "suite" && takeInPlainCase(parent, element, collector)) {
                frames.push(NOTHING);
                return undefined;
            }
            const inside = enclosing();
            if (parent === undefined && name !== "testsuite" && name !== "testsuites")
                throw noJunit(file, name, element);
            const suite = name === "testcase" ? (inside?.kind === "suite" ? inside : suiteAround()) : undefined;
            if (name === "testsuite" || name === "testsuites")
                frames.push(suiteStart(element, collector, file));
            else if (suite !== undefined) {
                const test = caseStart(element, suite.className);
                // As written: what holds a reference (&amp;) reads otherwise than it is written.
                if (suite.className !== test.className)
                    suite.className = test.className?.includes("&") ? undefined : test.className;
                frames.push(test);
            }
            else {
                if (name === "property" && inside?.kind === "suite" && element.attribute("name") === "go.version")
                    inside.go ??= new GoTries(collector);
                const said = toldBy(element);
                const fails = name === "failure" || name === "error";
                // An element that is not known hides no failure.
                const inSuite = inside?.kind === "suite" && fails;
                const test = parent?.kind === "case" ? parent : fails && inside?.kind === "case" ? inside : undefined;
                if ((test !== undefined && childOfCase(test, name, said)) || inSuite) {
                    const suite = inSuite ? inside : undefined;
                    frames.push({ kind: "said", said, suite, error: name === "error" });
                    return wantsText(said);
                }
                frames.push(NOTHING);
            }
            return undefined;
        },
        close: (_, text) => {
            const frame = frames.pop();
            if (frame?.kind === "said") {
                if (text !== undefined && text.trim() !== "")
                    frame.said.message = text;
                if (frame.suite === undefined)
                    return;
                frame.suite.counted++;
                frame.suite.failing++;
                collector.add(frame.error ? "error" : "failed", {
                    name: nameOf(frame.suite),
                    ...told(frame.said),
                });
                return;
            }
            if (frame?.kind === "case") {
                const suite = suiteAround();
                if (suite !== undefined)
                    endCase(frame, suite);
            }
            else if (frame?.kind === "suite")
                endSuite(frame);
        },
    });
}
function noJunit(file, root, place) {
    const { line, column } = place;
    return new runner_errors/* UserError */.yo("report-format", `${file} is no JUnit XML: its root element is <${root}>`, {
        file,
        line,
        column,
        ...(root === "failsafe-summary"
            ? {
                hint: "It is Failsafe's summary, which lists no test. Name the TEST-*.xml files beside it instead.",
            }
            : {}),
    });
}
//# sourceMappingURL=junit.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/tests/mocha-json.js





/**
 * mocha's `json` reporter. Its lists `passes`, `failures` and `pending` are counted: `tests` leaves hooks out
 * that failed, and `stats.failures` counts them. A test that passed and then called `done` again stands in two.
 */
const LISTS = new Set(["passes", "failures", "pending"]);
const HOOK = /^"(?:before|after)(?: all| each)" hook\b/;
/** Reads one report into the collector. A file without mocha's numbers is a UserError. */
async function readMochaJson(source, file, collector) {
    let stats;
    const listed = { passes: 0, failures: 0, pending: 0 };
    /** Failed ones, as far as they may stand in `passes` too. */
    const failed = new Set();
    let twice = 0;
    await (0,json/* readJson */.V)(source, file, {
        pick: (path) => {
            const [list, index] = path;
            if (path.length === 0)
                return false;
            if (typeof index === "string" && typeof list === "string" && LISTS.has(list))
                throw noTest(file, list);
            if (list === "stats" || typeof index === "number")
                return path.length === (list === "stats" ? 1 : 2);
            return typeof list === "string" && LISTS.has(list) ? false : "skip";
        },
        take: ([list], value) => {
            if (!isEvent(value))
                throw list === "stats" ? noCount(file, "stats") : noTest(file, `${list}`);
            if (list === "stats")
                stats = value;
            else if (list === "failures") {
                listed.failures++;
                failed.add(identity(value));
                addFailure(value, collector);
            }
            else if (list === "pending") {
                listed.pending++;
                collector.add("skipped", mocha_json_named(value));
            }
            else if (list === "passes") {
                listed.passes++;
                if (failed.delete(identity(value)))
                    twice++;
                else
                    collector.add(Number(ownValue(value, "currentRetry")) > 0 ? "flaky" : "passed", mocha_json_named(value));
            }
        },
    });
    if (stats === undefined) {
        throw new runner_errors/* UserError */.yo("report-format", `${file} is no report of mocha: it has no 'stats'`, {
            file,
            hint: "Write it with: mocha --reporter json",
        });
    }
    const numbers = stats;
    const count = (key) => {
        const value = ownCount(numbers, key);
        if (value === undefined)
            throw noCount(file, `stats.${key}`);
        return value;
    };
    const said = { passes: count("passes"), failures: count("failures"), pending: count("pending") };
    if (listed.passes + listed.failures + listed.pending === 0) {
        mocha_json_addNumbers(said, collector);
        return;
    }
    const differs = ["passes", "failures", "pending"].filter((key) => said[key] !== listed[key]);
    // Before a test is called done twice it has passed; versions differ in whether both are counted.
    if (differs.length === 0 || (twice > 0 && said.failures === listed.failures))
        return;
    collector.problems.push((0,problem/* problem */.C)("warning", "report-counts-differ", `${file}: mocha's numbers say ${differs.map((key) => `${said[key]} ${key}`).join(", ")}, and its lists have ${differs.map((key) => listed[key]).join(", ")}`, { file, hint: "The lists are what counts. Was the report changed or merged after the run?" }));
}
function addFailure(test, collector) {
    const error = ownObject(test, "err");
    const message = (error && (ownText(error, "message") ?? ownText(error, "stack"))) ?? "";
    const type = error && (ownText(error, "name") ?? ownText(error, "code"));
    collector.add(HOOK.test(ownText(test, "title") ?? "") ? "error" : "failed", {
        ...mocha_json_named(test),
        ...(type === undefined ? {} : { type: type.slice(0, 300) }),
        ...(message === "" ? {} : { message: message.slice(0, report/* MESSAGE_LIMIT */.Gy) }),
    });
}
/** `fullTitle` is the titles of the suites and the test, with a space between. */
function mocha_json_named(test) {
    const title = ownText(test, "title") ?? "";
    const full = ownText(test, "fullTitle") ?? title;
    const suite = title !== "" && full.endsWith(` ${title}`) ? full.slice(0, -title.length - 1) : "";
    const file = ownText(test, "file");
    return {
        name: suite === "" ? full || "(no name)" : `${suite} > ${title}`,
        ...(suite === "" ? {} : { class: suite }),
        ...(file === undefined || file === "" ? {} : { file }),
    };
}
/** The same object of mocha's, in two of its lists. */
function identity(test) {
    return JSON.stringify(["file", "fullTitle", "duration", "currentRetry"].map((key) => ownValue(test, key)));
}
function mocha_json_addNumbers(said, collector) {
    const named = Math.min(said.failures, 100);
    for (let index = 0; index < named; index++)
        collector.add("failed", { name: "mocha", message: "The report says that a test failed and lists none" });
    collector.addCounts({
        passed: said.passes,
        failed: said.failures - named,
        errors: 0,
        skipped: said.pending,
        flaky: 0,
    });
}
//# sourceMappingURL=mocha-json.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/tests/dotnet-name.js
/** Names of .NET tests: `Namespace.Class.Method(arguments)`. Pure. */
/**
 * `class > method` of a full name, and the class; a name that is no .NET name stays as it is. Arguments may hold
 * anything, dots too.
 */
function dotnetName(full, type) {
    if (type !== undefined && type !== "") {
        const rest = full.startsWith(`${type}.`) ? full.slice(type.length + 1) : full;
        return { name: rest === "" || rest === type ? type : `${type} > ${rest}`, class: type };
    }
    const bracket = full.indexOf("(");
    const head = bracket < 0 ? full : full.slice(0, bracket);
    const dot = head.lastIndexOf(".");
    if (dot <= 0 || dot === head.length - 1 || /\s/.test(head))
        return { name: full === "" ? "(no name)" : full };
    const found = full.slice(0, dot);
    return { name: `${found} > ${full.slice(dot + 1)}`, class: found };
}
//# sourceMappingURL=dotnet-name.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/tests/frames.js

/** The open elements of a test report in XML, as its reader sees them, and what is counted in them. Pure. */
/** One for each open element, innermost last; the reader opens and closes them as the elements come. */
class Frames {
    #open = [];
    get depth() {
        return this.#open.length;
    }
    /** The innermost one. */
    get inner() {
        return this.#open[this.#open.length - 1];
    }
    open(frame) {
        this.#open.push(frame);
    }
    /** Closes the innermost one. */
    close() {
        return this.#open.pop();
    }
    /** The innermost one of a kind, or of either of two. */
    nearest(kind, other) {
        for (let at = this.#open.length - 1; at >= 0; at--) {
            const frame = this.#open[at];
            if (frame?.kind === kind || (other !== undefined && frame?.kind === other))
                return frame;
        }
        return undefined;
    }
}
/** Counts a case by its status in the suite around it. */
function countStatus(suite, status) {
    if (suite === undefined)
        return;
    suite.cases++;
    if ((0,report/* isFailure */.N6)(status))
        suite.failing++;
}
/** Adds what an inner suite holds to the suite around it. */
function addInnerCounts(around, suite) {
    around.cases += suite.cases;
    around.failing += suite.failing;
}
//# sourceMappingURL=frames.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/tests/xml-root.js

/** The error of a file whose root element is another one than its format has. */
function otherRoot(file, format, element) {
    const { name, line, column } = element;
    return new runner_errors/* UserError */.yo("report-format", `${file} is no ${format} report: its root element is <${name.slice(0, 60)}>`, { file, line, column, hint: "Name the reports of this format, or leave the file out." });
}
//# sourceMappingURL=xml-root.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/tests/nunit2.js





const NUMBERS = ["total", "errors", "failures", "not-run", "inconclusive", "invalid"];
/** Reads one report into the collector. */
async function readNunit2(source, file, collector) {
    const frames = new Frames();
    let said;
    const endSuite = (suite) => {
        // A tear-down that fails marks its suite and nothing else: not even the root's numbers tell of it.
        if (suite.failed && suite.failing === 0) {
            suite.failing++;
            collector.add("error", {
                name: suite.name === "" ? "(suite)" : suite.name,
                ...(suite.name === "" ? {} : { class: suite.name }),
                ...told({
                    type: undefined,
                    message: suite.message ?? "The suite failed, and no test of it did: its set-up or tear-down failed",
                }),
            });
        }
        const parent = frames.nearest("suite");
        if (parent !== undefined)
            addInnerCounts(parent, suite);
        else if (said !== undefined)
            endRun(said, suite, file, collector);
    };
    await readXml(source, file, {
        open: (element) => {
            const { name } = element;
            const parent = frames.inner;
            if (parent === undefined) {
                if (name !== "test-results")
                    throw otherRoot(file, "NUnit 2", element);
                said = counts(element, NUMBERS, file);
                frames.open({ kind: "suite", name: "", failed: false, cases: 0, failing: 0, message: undefined });
                return undefined;
            }
            if (name === "test-suite")
                frames.open(nunit2_suiteStart(element));
            else if (name === "test-case") {
                frames.open({
                    kind: "case",
                    name: element.attribute("name") ?? "",
                    status: nunit2_statusOf(element),
                    message: undefined,
                });
            }
            else if (name === "failure" || name === "reason")
                frames.open({ kind: "told" });
            else {
                frames.open({ kind: "other" });
                return name === "message" && parent.kind === "told";
            }
            return undefined;
        },
        close: (name, text) => {
            const frame = frames.close();
            if (frame?.kind === "suite")
                endSuite(frame);
            else if (frame?.kind === "case") {
                countStatus(frames.nearest("suite"), frame.status);
                collector.add(frame.status, {
                    ...dotnetName(frame.name),
                    ...told({ type: undefined, message: frame.message }),
                });
            }
            else if (name === "message" && text !== undefined) {
                const owner = frames.nearest("case", "suite");
                if (owner !== undefined)
                    owner.message ??= text;
            }
        },
    });
}
function nunit2_suiteStart(element) {
    const result = element.attribute("result")?.toLowerCase();
    return {
        kind: "suite",
        name: element.attribute("name") ?? "",
        failed: result === undefined
            ? element.attribute("success")?.toLowerCase() === "false" && !isSkipped(element)
            : /^(failure|failed|error|notrunnable|cancelled)$/.test(result),
        cases: 0,
        failing: 0,
        message: undefined,
    };
}
/** Versions before 2.5 write no `result`, but whether a test was executed and succeeded. */
function nunit2_statusOf(element) {
    switch (element.attribute("result")?.toLowerCase()) {
        case "success":
        case "passed":
            return "passed";
        case "failure":
        case "failed":
            return "failed";
        case "ignored":
        case "skipped":
        case "inconclusive":
            return "skipped";
        case undefined:
            if (isSkipped(element))
                return "skipped";
            return element.attribute("success")?.toLowerCase() === "true" ? "passed" : "failed";
        // Error, Cancelled, NotRunnable (NUnit's exit code counts it among the failures), and what nobody knows.
        default:
            return "error";
    }
}
function isSkipped(element) {
    return element.attribute("executed")?.toLowerCase() === "false";
}
/** A run that lists no case is counted by its numbers. */
function endRun(said, run, file, collector) {
    if (run.cases > 0 || run.failing > 0) {
        tellUnlisted(collector, file, { said: said("errors") + said("failures"), listed: run.failing });
        return;
    }
    const failed = said("failures");
    const errors = said("errors") + said("invalid");
    const notRun = said("not-run");
    const inconclusive = said("inconclusive");
    // `not-run` holds the invalid ones, which are errors here.
    const skipped = inconclusive + Math.max(0, notRun - said("invalid"));
    const passed = Math.max(0, said("total") - failed - said("errors") - inconclusive);
    collector.addCounts({ passed, failed, errors, skipped, flaky: 0 });
}
//# sourceMappingURL=nunit2.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/tests/nunit3.js





const nunit3_NUMBERS = ["passed", "warnings", "failed", "skipped", "inconclusive"];
/** Reads one report into the collector. */
async function readNunit3(source, file, collector) {
    const frames = new Frames();
    let said;
    const endSuite = (suite) => {
        // A tear-down is a failure of its own, whatever failed before it. A set-up fails the tests that it is for.
        if (suite.failed && (suite.failing === 0 || suite.site === "TearDown")) {
            suite.failing++;
            const name = suite.name === "" ? "(test run)" : suite.name;
            collector.add("error", {
                name,
                ...(suite.name === "" ? {} : { class: name }),
                ...told({
                    type: undefined,
                    message: present(suite.failure, suite.reason) ?? "It failed, and no test of it did",
                }),
            });
        }
        const parent = frames.nearest("suite");
        if (parent !== undefined)
            addInnerCounts(parent, suite);
        else if (said !== undefined && suite.cases === 0 && suite.failing === 0) {
            collector.addCounts({
                passed: said("passed") + said("warnings"),
                failed: said("failed"),
                errors: 0,
                skipped: said("skipped") + said("inconclusive"),
                flaky: 0,
            });
        }
        else if (said !== undefined)
            tellUnlisted(collector, file, { said: said("failed"), listed: suite.failing });
    };
    await readXml(source, file, {
        open: (element) => {
            const { name } = element;
            const parent = frames.inner;
            if (parent === undefined) {
                if (name !== "test-run")
                    throw otherRoot(file, "NUnit 3", element);
                said = counts(element, nunit3_NUMBERS, file);
                const run = nunit3_suiteStart(element);
                // With numbers and no case, the numbers say what failed.
                frames.open({ ...run, name: "", failed: run.failed && said("failed") === 0 });
                return undefined;
            }
            if (name === "test-suite")
                frames.open(nunit3_suiteStart(element));
            else if (name === "test-case")
                frames.open(nunit3_caseStart(element));
            else if (name === "failure" || name === "reason")
                frames.open({ kind: name });
            else {
                frames.open({ kind: "other" });
                return name === "message" && (parent.kind === "failure" || parent.kind === "reason");
            }
            return undefined;
        },
        close: (name, text) => {
            const frame = frames.close();
            if (frame?.kind === "suite")
                endSuite(frame);
            else if (frame?.kind === "case") {
                const { status, failure, reason } = frame;
                countStatus(frames.nearest("suite"), status);
                collector.add(status, {
                    ...dotnetName(frame.name, frame.class),
                    ...told({ type: undefined, message: present(failure, reason) }),
                });
            }
            else if (name === "message" && text !== undefined) {
                const owner = frames.nearest("case", "suite");
                const within = frames.inner?.kind;
                if (owner !== undefined && (within === "failure" || within === "reason"))
                    owner[within] ??= text;
            }
        },
    });
}
function nunit3_suiteStart(element) {
    return {
        kind: "suite",
        name: element.attribute("fullname") ?? element.attribute("name") ?? "",
        failed: /^(failed|error|invalid|cancelled)$/i.test(element.attribute("result") ?? ""),
        site: element.attribute("site"),
        cases: 0,
        failing: 0,
        failure: undefined,
        reason: undefined,
    };
}
function nunit3_caseStart(element) {
    const type = element.attribute("classname");
    const full = element.attribute("fullname") ?? "";
    const name = element.attribute("name") ?? "";
    return {
        kind: "case",
        status: nunit3_statusOf(element),
        name: type !== undefined && type !== "" && name !== "" ? name : full === "" ? name : full,
        class: classOf(type, full, name),
        failure: undefined,
        reason: undefined,
    };
}
/** NunitXml.TestLogger has names of classes without their namespace, which would give two classes one name. */
function classOf(type, full, name) {
    if (type === undefined || type === "" || !full.endsWith(`.${name}`))
        return type;
    const whole = full.slice(0, -name.length - 1);
    return whole.endsWith(`.${type}`) ? whole : type;
}
function nunit3_statusOf(element) {
    switch (element.attribute("result")?.toLowerCase()) {
        case "passed":
        case "warning":
            return "passed";
        case "failed":
            return /^(error|invalid|cancelled)$/i.test(element.attribute("label") ?? "") ? "error" : "failed";
        case "skipped":
        case "inconclusive":
            return "skipped";
        default:
            return "error";
    }
}
function present(...texts) {
    return texts.find((each) => each !== undefined && each.trim() !== "");
}
//# sourceMappingURL=nunit3.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/tests/tap-failure.js


/** What TAP tells of a test point that failed. Pure. */
/** Node says of a failed suite whether its tests failed it, or a hook or the suite itself. */
function failedItself(diagnostic) {
    const type = diagnostic?.value("failureType");
    return type !== undefined && type !== "subtestsFailed";
}
/** Keeps a comment that follows a failed point. */
function note(pending, text) {
    if (pending.point.ok || pending.comments.length >= report/* MESSAGE_LIMIT */.Gy)
        return;
    pending.comments += `${pending.comments === "" ? "" : "\n"}${text}`.slice(0, report/* MESSAGE_LIMIT */.Gy);
}
/** What is said of the failure: by the diagnostic block, else by comments, else by `complaint`. */
function tap_failure_told({ diagnostic, comments }, complaint) {
    const message = diagnostic?.message() ?? (comments === "" ? complaint : comments);
    const type = diagnostic?.value("failureType") ?? diagnostic?.value("type");
    // bats: (in test file FILE, line 2); Perl: at FILE line 5.
    const text = `${comments}\n${message ?? ""}`;
    const place = /in test file (.{1,4096}?), line (\d+)\)|\bat (\S{1,4096}) line (\d+)\.$/m.exec(text);
    const known = diagnostic?.place() ?? {};
    return {
        ...(type === undefined ? {} : { type: type.slice(0, 300) }),
        ...(message === undefined ? {} : { message: message.slice(0, report/* MESSAGE_LIMIT */.Gy) }),
        ...(known.file === undefined && place !== null
            ? placed(place[1] ?? place[3] ?? "", place[2] ?? place[4])
            : known),
    };
}
//# sourceMappingURL=tap-failure.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/tests/tap-level.js
/** How many test points may come out of their order at once. */
const AHEAD_LIMIT = 100_000;
function levelNamed(name) {
    return {
        name,
        plan: undefined,
        planSkips: undefined,
        count: 0,
        next: 1,
        ahead: new Set(),
        complaint: undefined,
        failing: [],
        failed: 0,
        pending: undefined,
        announced: undefined,
    };
}
/** Counts a point: numbers may come in any order, but each once. */
function countPoint(level, number) {
    const id = number ?? level.next;
    level.count++;
    if (id === level.next) {
        level.next++;
        while (level.ahead.delete(level.next))
            level.next++;
    }
    else if (id < level.next || level.ahead.has(id) || level.ahead.size >= AHEAD_LIMIT) {
        level.complaint ??= `The number of test ${id} is there twice or out of place`;
    }
    else
        level.ahead.add(id);
}
/** What is wrong with a level's plan and numbers. */
function complaintOf(level) {
    if (level.plan === undefined) {
        return level.count === 0
            ? "There is no plan and no test: the report is empty, or was cut off"
            : `There is no plan after ${level.count} tests: the run did not end, or the report was cut off`;
    }
    if (level.plan !== level.count)
        return `The plan says ${level.plan} tests, and ${level.count} ran`;
    if (level.ahead.size > 0)
        return `Test ${level.next} is missing`;
    return level.complaint;
}
//# sourceMappingURL=tap-level.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/tests/tap-line.js
/** What one line of TAP says (TAP 13 and 14, https://testanything.org/tap-version-14-specification.html). Pure. */
/** Levels of subtests that are read; what is deeper is no TAP. */
const TAP_DEPTH_LIMIT = 64;
const tap_line_POINT = /^(not )?ok\b(?:[ \t]+(\d+)(?=[ \t]|$))?(.*)$/s;
const PLAN = /^1\.\.(\d+)[ \t]*(?:#[ \t]*(.*))?$/s;
const DIRECTIVE = /(?:^|\s)#\s*(skip(?:ped|ping)?|todo)(?![\w-]):?\s*(.*)$/is;
/** Reads one line without its end. Bail out counts at any depth; other lines with odd indentation are no TAP. */
function parseTapLine(line) {
    let indent = 0;
    while (line.charCodeAt(indent) === 32)
        indent++;
    if (indent === line.length || line.trim() === "")
        return { level: 0, content: { kind: "blank" } };
    const text = indent === 0 ? line : line.slice(indent);
    const level = indent >> 2;
    const bail = /^b/i.test(text) ? /^bail out!\s*(.*)$/is.exec(text) : null;
    if (bail !== null)
        return { level, content: { kind: "bail-out", reason: bail[1] ?? "" } };
    if (indent % 4 !== 0 || level >= TAP_DEPTH_LIMIT)
        return { level, content: { kind: "other", text: line } };
    return { level, content: parseContent(text) };
}
function parseContent(text) {
    if (text.startsWith("ok") || text.startsWith("not ok")) {
        const point = tap_line_POINT.exec(text);
        if (point !== null)
            return testPoint(point[1] === undefined, point[2], point[3] ?? "");
    }
    if (text.startsWith("#")) {
        const name = /^#\s*Subtest(?::\s*(.*))?$/is.exec(text);
        if (name !== null)
            return { kind: "subtest", name: unescaped(name[1] ?? "").trim() };
        return { kind: "comment", text: text.slice(1).replace(/^ /, "") };
    }
    const plan = PLAN.exec(text);
    if (plan !== null) {
        const skip = /^skip\S*\s*(.*)$/is.exec(plan[2] ?? "");
        return { kind: "plan", count: Number(plan[1]), skip: skip !== null, reason: skip?.[1] ?? "" };
    }
    if (/^TAP version \d+\s*$/i.test(text))
        return { kind: "version" };
    const pragma = /^pragma\s+[+-]/.test(text) ? /([+-])strict\b/.exec(text)?.[1] : undefined;
    if (pragma !== undefined || /^pragma\s+[+-]/.test(text))
        return { kind: "pragma", strict: pragma === undefined ? undefined : pragma === "+" };
    if (text.trim() === "{")
        return { kind: "open" };
    if (text.trim() === "}")
        return { kind: "close" };
    return { kind: "other", text };
}
function testPoint(ok, id, rest) {
    let text = rest.trim();
    const opensBlock = text.endsWith("{") && /(?:^|\s)\{$/.test(text);
    if (opensBlock)
        text = text.slice(0, -1).trimEnd();
    const time = /(?:^|\s)#\s*(?:time=|duration_ms\s)[\d.]+\s*\w*$/i.exec(text);
    if (time !== null)
        text = text.slice(0, time.index).trimEnd();
    const found = DIRECTIVE.exec(text);
    if (found !== null)
        text = text.slice(0, found.index).trimEnd();
    const word = found?.[1]?.toLowerCase();
    return {
        kind: "point",
        ok,
        id: id === undefined ? undefined : Number(id),
        name: unescaped(text.replace(/^-(?:\s+|$)/, "")),
        directive: word === undefined ? undefined : word === "todo" ? "todo" : "skip",
        reason: unescaped(found?.[2] ?? ""),
        opensBlock,
    };
}
/** TAP 14 escapes `#` and `\` by a backslash. */
function unescaped(text) {
    return text.includes("\\") ? text.replace(/\\([#\\])/g, "$1") : text;
}
//# sourceMappingURL=tap-line.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/tests/tap.js






/**
 * TAP 12 to 14 (https://testanything.org/tap-version-14-specification.html), as Node's runner, node-tap, tape,
 * bats and Perl's Test::More write it. The innermost test points are the tests; a point that ends a subtest
 * only sums it up, unless it failed and nothing in it did. A failing TODO is a skipped test, and so is
 * everything that fails inside of one. No plan, a plan that is not kept, and `Bail out!` are errors.
 */
/** Reads one report into the collector. It never throws for what is no TAP: then there is no plan, an error. */
async function readTap(source, file, collector) {
    const reader = new TapReader(collector);
    for await (const lines of (0,evidence_text/* readLines */.Se)(source, file))
        for (const line of lines)
            reader.line(line);
    reader.end();
}
class TapReader {
    #collector;
    /** The outermost first; never empty. */
    #levels = [levelNamed("")];
    /** The block that is being read. */
    #yaml;
    /** Whether the block holds a line that would else be a failure. */
    #swallowed = false;
    /** The level that the point which comes now ends. */
    #ended;
    #bailed = false;
    #strict = false;
    #begun = false;
    constructor(collector) {
        this.#collector = collector;
    }
    line(line) {
        if (this.#yaml !== undefined && this.#inYaml(this.#yaml, line))
            return;
        const { level, content } = parseTapLine(line);
        switch (content.kind) {
            case "blank":
                return;
            case "other":
                this.#other(line, content.text);
                return;
            case "comment": {
                const pending = this.#levels.at(-1)?.pending;
                if (pending !== undefined && level === this.#levels.length - 1)
                    note(pending, content.text);
                return;
            }
            case "bail-out":
                this.#bailOut(content.reason);
                return;
            default:
                this.#content(level, content);
        }
    }
    end() {
        if (this.#yaml !== undefined && !this.#bailed) {
            this.#error("TAP", "The report ends inside of a diagnostic block: it was cut off");
            this.#yaml = undefined;
        }
        this.#endDocument();
    }
    #inYaml(yaml, line) {
        const indent = line.length - line.trimStart().length;
        if (indent === yaml.indent && line.trimEnd().length === indent + 3 && line.startsWith("...", indent)) {
            this.#yaml = undefined;
            return true;
        }
        // A block that never ends must not swallow the tests after it.
        if (indent < yaml.indent && indent < line.length) {
            this.#yaml = undefined;
            if (this.#swallowed)
                this.#error("TAP", "A diagnostic block has no end and holds what may be failed tests");
            return false;
        }
        yaml.add(line);
        this.#swallowed ||= /^\s*(?:not ok\b|bail out!)/i.test(line);
        return true;
    }
    #content(level, content) {
        const top = this.#levels.length - 1;
        if (level > top) {
            if (content.kind === "close" || content.kind === "open" || content.kind === "pragma")
                return;
            while (this.#levels.length - 1 < level)
                this.#open(content);
        }
        else if (level < top)
            this.#closeTo(level, content);
        const current = this.#levels.at(-1);
        if (current === undefined)
            return;
        switch (content.kind) {
            case "point":
                this.#settle(current);
                this.#point(current, content);
                break;
            case "plan":
                this.#settle(current);
                this.#plan(current, content);
                break;
            case "subtest":
                this.#settle(current);
                current.announced = content.name;
                break;
            case "version":
                // Several reports in one file: each begins with its version.
                if (level === 0 && this.#begun)
                    this.#endDocument();
                break;
            case "pragma":
                this.#strict = content.strict ?? this.#strict;
                break;
            case "open":
                if (current.pending !== undefined)
                    current.pending.point.opensBlock = true;
                break;
        }
        if (content.kind !== "pragma")
            this.#begun = true;
    }
    /** Opens the level below: subtests of the point that announced them, of one with `{`, or of one to come. */
    #open(first) {
        const outer = this.#levels.at(-1);
        if (outer === undefined)
            return;
        const { pending } = outer;
        let name = outer.announced;
        if (pending?.point.opensBlock === true)
            name = pending.point.name;
        else {
            this.#settle(outer);
            // Perl's older Test::More announces a subtest inside of it.
            if (name === undefined && first.kind === "subtest")
                name = first.name;
        }
        this.#levels.push(levelNamed(joined(outer.name, name ?? "")));
    }
    /** Closes deeper levels: `next` is the point that ends them, or their end is missing. */
    #closeTo(level, next) {
        while (this.#levels.length - 1 > level) {
            const inner = this.#levels.pop();
            const outer = this.#levels.at(-1);
            if (inner === undefined || outer === undefined)
                return;
            this.#settle(inner);
            const direct = this.#levels.length - 1 === level;
            if (outer.pending?.point.opensBlock === true) {
                outer.pending.inner = inner;
                outer.pending.point.opensBlock = false;
            }
            else if (direct && next.kind === "point")
                this.#ended = inner;
            else
                this.#orphan(outer, inner);
        }
    }
    #orphan(outer, inner) {
        this.#takeIn(outer, inner);
        if ((inner.count > 0 || (inner.plan ?? 0) > 0) && !this.#bailed)
            this.#fail(outer, "error", {
                name: inner.name === "" ? "(subtest)" : inner.name,
                message: "The subtest ends without its own result: the report was cut off or is damaged",
            });
    }
    #point(level, point) {
        const inner = this.#ended;
        this.#ended = undefined;
        countPoint(level, point.id);
        level.pending = { point, inner, diagnostic: undefined, comments: "" };
        level.announced = undefined;
        if (level === this.#levels[0] && level.plan !== undefined && level.planSkips !== undefined)
            level.complaint ??= "There are tests after a plan that skips all";
    }
    #plan(level, plan) {
        if (level.plan !== undefined) {
            level.complaint ??= "There is more than one plan";
            return;
        }
        level.plan = plan.count;
        if (plan.skip && plan.count === 0)
            level.planSkips = plan.reason;
    }
    /** Counts the last point of a level, now that nothing more can be said of it. */
    #settle(level) {
        const { pending } = level;
        if (pending === undefined)
            return;
        level.pending = undefined;
        const { point, inner, diagnostic } = pending;
        const own = point.name === "" ? `test ${point.id ?? level.count}` : point.name;
        const name = joined(level.name, own);
        const complaint = inner === undefined ? undefined : complaintOf(inner);
        if (inner !== undefined && inner.count > 0) {
            const excused = point.directive === "todo";
            if (excused)
                this.#excuse(inner);
            else
                this.#takeIn(level, inner);
            if (excused || point.directive === "skip")
                return;
            if (!point.ok && (inner.failed === 0 || failedItself(diagnostic)))
                this.#fail(level, "error", { name, ...tap_failure_told(pending, complaint) });
            else if (point.ok && complaint !== undefined)
                this.#fail(level, "error", { name, message: complaint });
            return;
        }
        if (point.directive !== undefined) {
            this.#collector.add("skipped", { name, ...(point.reason === "" ? {} : { message: point.reason }) });
        }
        else if (!point.ok)
            this.#fail(level, "failed", { name, ...tap_failure_told(pending, complaint) });
        else if (complaint !== undefined)
            this.#fail(level, "error", { name, message: complaint });
        // Node calls a suite with nothing in it passed.
        else if (diagnostic?.value("type") !== "suite")
            this.#collector.add("passed", { name });
    }
    #fail(level, status, test) {
        level.failed++;
        if (this.#levels[0] === level || level.failing.length >= report/* NOTABLE_LIMIT */.kq)
            this.#collector.add(status, test);
        else
            level.failing.push({ status, test });
    }
    #takeIn(outer, inner) {
        for (const { status, test } of inner.failing)
            this.#fail(outer, status, test);
        outer.failed += inner.failed - inner.failing.length;
    }
    #excuse(inner) {
        for (const { test } of inner.failing)
            this.#collector.add("skipped", test);
    }
    #bailOut(reason) {
        if (this.#bailed)
            return;
        this.#bailed = true;
        this.#begun = true;
        this.#error("Bail out!", reason === "" ? "The run was given up" : reason.slice(0, report/* MESSAGE_LIMIT */.Gy));
    }
    #other(line, text) {
        const indent = line.length - line.trimStart().length;
        const current = this.#levels.at(-1);
        const base = (this.#levels.length - 1) * 4;
        if (current?.pending !== undefined && indent > base) {
            if (line.trim() === "---" && current.pending.diagnostic === undefined) {
                this.#yaml = new TapDiagnostic(indent);
                this.#swallowed = false;
                current.pending.diagnostic = this.#yaml;
                return;
            }
            note(current.pending, text.trim());
            return;
        }
        if (!this.#strict)
            return;
        this.#strict = false;
        this.#error("TAP", `The report asks to be strict and has a line that is no TAP: ${text.slice(0, 200)}`);
    }
    #error(name, message) {
        this.#collector.add("error", { name, message });
    }
    #endDocument() {
        this.#closeTo(0, { kind: "version" });
        const level = this.#levels[0] ?? levelNamed("");
        this.#settle(level);
        if (level.planSkips !== undefined && level.count === 0) {
            this.#collector.add("skipped", {
                name: "all tests",
                ...(level.planSkips === "" ? {} : { message: level.planSkips.slice(0, report/* MESSAGE_LIMIT */.Gy) }),
            });
        }
        const complaint = complaintOf(level);
        if (complaint !== undefined && !this.#bailed)
            this.#error("TAP plan", complaint);
        this.#levels = [levelNamed("")];
        this.#bailed = false;
        this.#strict = false;
    }
}
function joined(outer, name) {
    if (outer === "" || name === "")
        return outer === "" ? name : outer;
    return `${outer} > ${name}`;
}
//# sourceMappingURL=tap.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/tests/trx-result.js

function resultStart(element) {
    return {
        kind: "result",
        id: element.attribute("testId") ?? "",
        name: element.attribute("testName") ?? "",
        status: trx_result_statusOf(element.attribute("outcome")),
        message: undefined,
        inner: 0,
        innerFailing: 0,
    };
}
/**
 * A result without an outcome is an error: jest-trx-results-processor writes one for a file that could not be
 * loaded, and 0 in Microsoft's own enumeration is Error.
 */
function trx_result_statusOf(outcome) {
    switch (outcome?.toLowerCase()) {
        case "passed":
        case "completed":
        case "warning":
            return "passed";
        case "failed":
            return "failed";
        case "notexecuted":
        case "inconclusive":
        case "pending":
            return "skipped";
        // Error, Timeout, Aborted, NotRunnable, Disconnected, PassedButRunAborted, InProgress, and what nobody knows.
        default:
            return "error";
    }
}
/** Whether a run, or a message of a run, says that it went wrong: all that is not known to be good. */
function isRunFailure(outcome) {
    return !/^(|passed|completed|warning|notexecuted|inconclusive|pending)$/i.test(outcome?.trim() ?? "");
}
const trx_result_PASSED = ["passed", "warning", "completed"];
const ERRORS = ["error", "timeout", "aborted", "notRunnable", "disconnected", "passedButRunAborted"];
const SKIPPED = ["notExecuted", "inconclusive", "pending"];
/** The numbers of a run, from its `Counters`. */
function countersOf(element, file) {
    const said = counts(element, ["total", "failed", ...trx_result_PASSED, ...ERRORS, ...SKIPPED], file);
    const sum = (names) => names.reduce((all, name) => all + said(name), 0);
    const passed = sum(trx_result_PASSED);
    const failed = said("failed");
    const errors = sum(ERRORS);
    // vstest leaves notExecuted at 0, so the rest of the total was not executed.
    const rest = said("total") - passed - failed - errors;
    return { total: said("total"), passed, failed, errors, skipped: Math.max(rest, sum(SKIPPED)), flaky: 0 };
}
//# sourceMappingURL=trx-result.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/tests/trx.js








/** Class names are kept for at most this many definitions that stand before the results. */
const CLASSES_LIMIT = 200_000;
/** How many messages of the run are listed. */
const INFOS_LIMIT = 100;
/**
 * What the run says of tests that failed: xUnit's adapter repeats each, and Microsoft.Testing.Platform ends with 2
 * where any did.
 */
const ECHO_OF_TEST = /\[FAIL\]\s*$|^\s*Exit code indicates failure: '2'/;
/** Reads one report into the collector. */
async function readTrx(source, file, collector) {
    const frames = new Frames();
    const results = new Results(collector);
    const infos = [];
    let outcome;
    let counters;
    let definition;
    const frameOf = (element, parent) => {
        const { name } = element;
        if (parent?.kind === "results" &&
            (/Result(Aggregation)?$/.test(name) || element.attribute("outcome") !== undefined))
            return resultStart(element);
        if (parent?.kind === "definitions")
            return { kind: "definition" };
        if (name === "RunInfo")
            return { kind: "info", failed: isRunFailure(element.attribute("outcome")), text: undefined };
        if ((name === "Results" && frames.depth === 1) || name === "InnerResults")
            return { kind: "results" };
        if (name === "TestDefinitions" && frames.depth === 1)
            return { kind: "definitions" };
        return { kind: name === "ErrorInfo" ? "error-info" : "other" };
    };
    await readXml(source, file, {
        open: (element) => {
            const { name } = element;
            const parent = frames.inner;
            if (parent === undefined && name !== "TestRun")
                throw otherRoot(file, "TRX", element);
            if (name === "ResultSummary")
                outcome = element.attribute("outcome");
            else if (name === "Counters")
                counters ??= countersOf(element, file);
            else if (name === "TestMethod" && definition !== undefined)
                results.define(definition, element.attribute("className"));
            const frame = frameOf(element, parent);
            if (frame.kind === "definition")
                definition = element.attribute("id");
            frames.open(frame);
            return ((name === "Message" && parent?.kind === "error-info") || (name === "Text" && parent?.kind === "info"));
        },
        close: (_, text) => {
            const frame = frames.close();
            const parent = frames.inner;
            if (frame?.kind === "result") {
                results.add(frame, frames.nearest("result"));
            }
            else if (frame?.kind === "info") {
                if (frame.failed && infos.length < INFOS_LIMIT)
                    infos.push(frame.text ?? "");
            }
            else if (text === undefined)
                return;
            else if (parent?.kind === "info")
                parent.text ??= text;
            else {
                const test = frames.nearest("result");
                if (test !== undefined)
                    test.message ??= text;
            }
        },
    });
    results.end();
    let failing = results.failing;
    if (results.count === 0 && counters !== undefined) {
        const { total, passed, failed, errors } = counters;
        if (passed + failed + errors > total) {
            throw new runner_errors/* UserError */.yo("report-malformed", `${file}: its counters say ${total} tests, and ${passed + failed + errors} that ran`, {
                file,
                hint: "The file is damaged, or was changed after the run.",
            });
        }
        collector.addCounts(counters);
        failing += counters.failed + counters.errors;
    }
    if (results.count > 0 && counters !== undefined)
        tellUnlisted(collector, file, { said: counters.failed + counters.errors, listed: failing });
    const said = failing === 0 ? infos : infos.filter((text) => !ECHO_OF_TEST.test(text));
    const add = (message) => collector.add("error", { name: "(test run)", ...told({ type: undefined, message }) });
    for (const text of said)
        add(text.trim() === "" ? "The run had an error and does not say which" : text);
    if (failing === 0 && said.length === 0 && isRunFailure(outcome))
        add(`The run ended as ${outcome}, and no test of it failed`);
}
/** Results that are told once their class is known: definitions stand behind the results in most files. */
class Results {
    count = 0;
    failing = 0;
    #collector;
    #held = [];
    #ids = new Set();
    #classes = new Map();
    #endings;
    #left = { passed: 0, failed: 0, errors: 0, skipped: 0, flaky: 0 };
    #kept = { passed: 0, failed: 0, error: 0, skipped: 0, flaky: 0 };
    constructor(collector) {
        this.#collector = collector;
        this.#endings = new Set([...collector.asked].map(ending));
    }
    /** The class that a definition names. */
    define(id, className) {
        if (id === undefined || className === undefined || className === "")
            return;
        // Behind the results, only those that are held need a class.
        if (this.count > 0 ? this.#ids.has(id) : this.#classes.size < CLASSES_LIMIT)
            this.#classes.set(id, className);
    }
    add(result, parent) {
        const failing = (0,report/* isFailure */.N6)(result.status);
        if (parent !== undefined) {
            parent.inner++;
            if (failing || result.innerFailing > 0)
                parent.innerFailing++;
        }
        // What holds others is counted by them, unless it alone failed.
        if (result.inner > 0 && (!failing || result.innerFailing > 0))
            return;
        this.count++;
        if (failing)
            this.failing++;
        const { status } = result;
        const wanted = this.#endings.has(ending(dotnetName(result.name).name));
        if (wanted || (status !== "passed" && this.#kept[status] < report/* NOTABLE_LIMIT */.kq)) {
            this.#kept[status]++;
            this.#held.push(result);
            this.#ids.add(result.id);
        }
        else
            this.#left[status === "error" ? "errors" : status]++;
    }
    end() {
        for (const { id, name, status, message } of this.#held) {
            this.#collector.add(status, {
                ...dotnetName(name, this.#classes.get(id)?.split(",")[0]),
                ...told({ type: undefined, message }),
            });
        }
        this.#collector.addCounts(this.#left);
    }
}
/** What stands behind the class in `class > test`. */
function ending(name) {
    return name.slice(name.lastIndexOf(" > ") + 1).replace(/^> /, "");
}
//# sourceMappingURL=trx.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/tests/xunit.js





const xunit_NUMBERS = ["passed", "failed", "skipped", "not-run", "errors"];
/** Reads one report into the collector. */
async function readXunit(source, file, collector) {
    const frames = new Frames();
    await readXml(source, file, {
        open: (element) => {
            const { name } = element;
            const parent = frames.inner;
            if (parent === undefined && name !== "assemblies" && name !== "assembly")
                throw otherRoot(file, "xUnit.net", element);
            if (name === "assembly") {
                const path = element.attribute("name") ?? "";
                const said = counts(element, xunit_NUMBERS, file);
                frames.open({
                    kind: "assembly",
                    name: path === "" ? "(assembly)" : path,
                    said,
                    cases: 0,
                    failing: 0,
                    errors: 0,
                });
            }
            else if (name === "test")
                frames.open(xunit_caseStart(element));
            else if (name === "error") {
                const what = [element.attribute("type"), element.attribute("name")];
                frames.open({
                    kind: "error",
                    what: what.filter((each) => each !== undefined && each !== "").join(": "),
                    failure: undefined,
                });
            }
            else if (name === "failure") {
                const held = frames.nearest("case", "error");
                const failure = { type: element.attribute("exception-type"), message: undefined };
                if (held !== undefined)
                    held.failure ??= failure;
                frames.open({ kind: "failure" });
            }
            else {
                frames.open({ kind: "other" });
                return ((name === "message" && (parent?.kind === "failure" || parent?.kind === "other")) ||
                    (name === "reason" && parent?.kind === "case"));
            }
            return undefined;
        },
        close: (name, text) => {
            const frame = frames.close();
            const within = frames.nearest("assembly");
            if (frame?.kind === "case") {
                // No runner writes a failure into a test that passed: something has changed the result.
                if (frame.failure !== undefined && frame.status === "passed")
                    frame.status = "failed";
                countStatus(within, frame.status);
                xunit_addCase(frame, collector);
            }
            else if (frame?.kind === "error") {
                if (within !== undefined)
                    within.errors++;
                const path = within?.name ?? "(assembly)";
                const named = frame.what === "" ? path : frame.what;
                collector.add("error", { name: named, class: path, ...told(frame.failure) });
            }
            else if (frame?.kind === "assembly")
                endAssembly(frame, file, collector);
            else if (text !== undefined && text.trim() !== "") {
                const held = frames.nearest("case", "error");
                if (held?.kind === "case" && (name === "reason" || frames.inner?.kind === "other"))
                    held.reason ??= text;
                else if (held?.failure !== undefined)
                    held.failure.message ??= text;
            }
        },
    });
}
function xunit_caseStart(element) {
    const type = element.attribute("type");
    const line = Number(element.attribute("source-line"));
    const name = element.attribute("name") ?? "";
    return {
        kind: "case",
        status: xunit_statusOf(element.attribute("result")),
        name: name === "" ? (element.attribute("method") ?? "") : name,
        type: type === "" ? undefined : type,
        file: element.attribute("source-file"),
        line: Number.isSafeInteger(line) && line > 0 ? line : undefined,
        failure: undefined,
        reason: undefined,
    };
}
function xunit_statusOf(result) {
    switch (result?.toLowerCase()) {
        case "pass":
            return "passed";
        case "fail":
            return "failed";
        case "skip":
        case "notrun":
            return "skipped";
        default:
            return "error";
    }
}
function xunit_addCase(test, collector) {
    const { failure, reason } = test;
    collector.add(test.status, {
        ...dotnetName(test.name, test.type),
        ...told({ type: failure?.type, message: failure?.message ?? reason }),
        ...(test.file === undefined || test.file === "" ? {} : { file: test.file }),
        ...(test.line === undefined ? {} : { line: test.line }),
    });
}
/** What an assembly says and does not list: all of it where it lists no test, else errors only. */
function endAssembly(assembly, file, collector) {
    const { name, said, cases, failing, errors } = assembly;
    if (cases > 0)
        tellUnlisted(collector, file, { said: said("failed"), listed: failing + errors });
    else {
        collector.addCounts({
            passed: said("passed"),
            failed: said("failed"),
            errors: 0,
            skipped: said("skipped") + said("not-run"),
            flaky: 0,
        });
    }
    if (errors === 0 && said("errors") > 0) {
        const message = `The assembly says that it had ${said("errors")} errors and lists none`;
        collector.add("error", { name, class: name, message });
    }
}
//# sourceMappingURL=xunit.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/readers.js





















const COVERAGE_READERS = {
    lcov: readLcov,
    cobertura: readCobertura,
    istanbul: readIstanbul,
    "istanbul-summary": readIstanbulSummary,
    "go-coverprofile": readGoCoverprofile,
    "coverage-py": readCoveragePy,
    simplecov: readSimplecov,
    "llvm-cov": readLlvmCov,
    clover: readClover,
    jacoco: readJacoco,
    opencover: readOpencover,
};
const TEST_READERS = {
    junit: readJunit,
    trx: readTrx,
    nunit2: readNunit2,
    nunit3: readNunit3,
    xunit: readXunit,
    ctrf: readCtrf,
    "mocha-json": readMochaJson,
    "go-test-json": readGoTestJson,
    tap: readTap,
    "dart-json": readDartJson,
};
//# sourceMappingURL=readers.js.map

/***/ }),

/***/ 28680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gy: () => (/* binding */ MESSAGE_LIMIT),
/* harmony export */   N6: () => (/* binding */ isFailure),
/* harmony export */   gl: () => (/* binding */ TestCollector),
/* harmony export */   kq: () => (/* binding */ NOTABLE_LIMIT)
/* harmony export */ });
/* harmony import */ var _runner_cut_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75733);

/** What a test report says, in the same form for every format. Pure. */
/** How many tests of each kind are listed (evidence.v1). */
const NOTABLE_LIMIT = 1000;
/** The most of a failure's message that is kept, in characters. */
const MESSAGE_LIMIT = 4096;
/** The most of any other text of a test that is kept, in characters. */
const TEXT_LIMIT = 4096;
/** Whether a test of this status lets its run fail. */
function isFailure(status) {
    return status === "failed" || status === "error";
}
/** From good to bad. */
const ORDER = ["passed", "flaky", "skipped", "failed", "error"];
/** Gathers tests one by one, holding no more than the notable ones. */
class TestCollector {
    counts = { total: 0, passed: 0, failed: 0, errors: 0, skipped: 0, flaky: 0 };
    problems = [];
    #failing = [];
    #flaky = [];
    #skipped = [];
    #statuses = new Map();
    /** Suites by what is in them, and the report that each came from: an aggregate repeats the suites of other files. */
    suites;
    /** What was counted and then taken back, since another report holds it too. */
    repeated = { total: 0, passed: 0, failed: 0, errors: 0, skipped: 0, flaky: 0 };
    /** `asked` holds names (`class > name`) whose status is wanted, however good it is. */
    asked;
    /** Collectors that share `suites` count a suite once among them. */
    constructor(asked = new Set(), suites = new Map()) {
        this.asked = asked;
        this.suites = suites;
    }
    /** Counts one test. */
    add(status, test) {
        this.counts.total++;
        if (status === "failed")
            this.counts.failed++;
        else if (status === "error")
            this.counts.errors++;
        else if (status === "skipped")
            this.counts.skipped++;
        else
            this.counts.passed++;
        if (status === "flaky")
            this.counts.flaky++;
        if (this.asked.size > 0 && this.asked.has(test.name)) {
            const before = this.#statuses.get(test.name);
            if (before === undefined || ORDER.indexOf(status) > ORDER.indexOf(before))
                this.#statuses.set(test.name, status);
        }
        if (status === "passed")
            return;
        const list = status === "flaky" ? this.#flaky : status === "skipped" ? this.#skipped : this.#failing;
        if (list.length < NOTABLE_LIMIT)
            list.push(detached({ ...test, status }));
    }
    /** Counts a test that passed and whose name nobody asks for. */
    addPassed() {
        this.counts.total++;
        this.counts.passed++;
    }
    /** Counts tests of which only the numbers are known. */
    addCounts(counts) {
        this.counts.passed += counts.passed;
        this.counts.failed += counts.failed;
        this.counts.errors += counts.errors;
        this.counts.skipped += counts.skipped;
        this.counts.flaky += counts.flaky;
        this.counts.total += counts.passed + counts.failed + counts.errors + counts.skipped;
    }
    /** Where the collector stands now, for rewind. */
    mark() {
        return {
            counts: { ...this.counts },
            failing: this.#failing.length,
            flaky: this.#flaky.length,
            skipped: this.#skipped.length,
        };
    }
    /** Forgets the tests that were added since the mark. The statuses stay: what is repeated says the same again. */
    rewind(mark) {
        for (const key of Object.keys(mark.counts))
            this.repeated[key] += this.counts[key] - mark.counts[key];
        Object.assign(this.counts, mark.counts);
        this.#failing.length = mark.failing;
        this.#flaky.length = mark.flaky;
        this.#skipped.length = mark.skipped;
    }
    /** Everything so far. */
    report() {
        const all = [...this.#failing, ...this.#flaky, ...this.#skipped];
        const notable = all.slice(0, NOTABLE_LIMIT);
        const { failed, errors, flaky, skipped } = this.counts;
        const failing = notable.filter((each) => isFailure(each.status)).length;
        return {
            counts: { ...this.counts },
            notable,
            notableLeft: failed + errors + flaky + skipped - notable.length,
            failedLeft: failed + errors - failing,
            statuses: this.#statuses,
            problems: this.problems,
        };
    }
}
/**
 * The same test with texts of its own: a piece of a string keeps the whole of it in memory, and here that is a
 * piece of the report. Readers cut messages, and reports may hold half a character: it would be no text in JSON.
 */
function detached(test) {
    const texts = Object.entries(test).map(([key, value]) => [
        key,
        typeof value === "string"
            ? Buffer.from((0,_runner_cut_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cutText */ .I)(value, TEXT_LIMIT).toWellFormed(), "utf16le").toString("utf16le")
            : value,
    ]);
    return Object.fromEntries(texts);
}
//# sourceMappingURL=report.js.map

/***/ }),

/***/ 35108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lE: () => (/* binding */ characterEnd),
  D4: () => (/* binding */ decode),
  P$: () => (/* binding */ encodingOf),
  WI: () => (/* binding */ headText),
  se: () => (/* binding */ peek),
  GS: () => (/* binding */ placed),
  M8: () => (/* binding */ readByteLines),
  Se: () => (/* binding */ readLines),
  Sx: () => (/* binding */ readUtf8),
  Dn: () => (/* binding */ validLength)
});

// UNUSED EXPORTS: HEAD_BYTES

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./.cache/bundles/runner/errors.js
var errors = __webpack_require__(33786);
// EXTERNAL MODULE: ./.cache/bundles/evidence/byte-window.js
var byte_window = __webpack_require__(37851);
;// CONCATENATED MODULE: ./.cache/bundles/evidence/foreign-text.js

/**
 * Text in another encoding than UTF-8, as it comes in chunks. What is decoded together begins and ends between two
 * characters, so that the place of bytes that are none can be found. Pure.
 */
/** Encodings in which every byte is a character, and every one below 128 that of ASCII. */
const BY_BYTE = /^(windows-|iso-8859-|koi8|macintosh$|ibm866$)/;
/** Where no byte shows the end of a character for so long, the place of an error is not looked for. */
const CARRY_LIMIT = 64 * 1024;
class ForeignText {
    #encoding;
    #decoder;
    #encoder = new TextEncoder();
    /** The begin of characters that go on in the next chunk. */
    #carry = new Uint8Array(0);
    #isFirst = true;
    /** @param encoding one that TextDecoder knows */
    constructor(encoding) {
        this.#encoding = encoding;
        this.#decoder = new TextDecoder(encoding, { fatal: true });
    }
    /** The whole characters up to the end of a chunk, which may be gone afterwards. */
    take(chunk) {
        if (BY_BYTE.test(this.#encoding) && (0,external_node_buffer_.isAscii)(chunk))
            return { utf8: chunk, bytes: chunk.length, isBad: false, isExact: true };
        const whole = this.#carry.length === 0 ? chunk : Buffer.concat([this.#carry, chunk]);
        const end = this.#boundary(whole);
        this.#carry = Uint8Array.from(whole.subarray(end));
        return this.#decode(whole.subarray(0, end), true);
    }
    /** What is left at the end of the file. */
    end() {
        return this.#decode(this.#carry, false);
    }
    /** Where the last whole character ends. */
    #boundary(bytes) {
        if (BY_BYTE.test(this.#encoding))
            return bytes.length;
        if (this.#encoding.startsWith("utf-16")) {
            const end = bytes.length - (bytes.length % 2);
            const isHigh = (unit) => ((bytes[unit + (this.#encoding === "utf-16le" ? 1 : 0)] ?? 0) & 0xfc) === 0xd8;
            // After another first half it is bad whatever comes.
            return isHigh(end - 2) && !isHigh(end - 4) ? end - 2 : end;
        }
        // In the others every byte of a character of several is larger.
        const end = bytes.findLastIndex((byte) => byte < 0x30) + 1;
        return end === 0 && bytes.length > CARRY_LIMIT ? bytes.length : end;
    }
    #decode(body, goesOn) {
        try {
            const text = this.#decoder.decode(body, { stream: goesOn });
            this.#isFirst &&= body.length === 0;
            return { utf8: this.#encoder.encode(text), bytes: body.length, isBad: false, isExact: true };
        }
        catch {
            // What a byte means depends on those long before it.
            if (this.#encoding === "iso-2022-jp" || body.length > CARRY_LIMIT * 16)
                return { utf8: new Uint8Array(0), bytes: 0, isBad: true, isExact: false };
            const good = this.#good(body, (text) => text !== undefined);
            const text = this.#begin(body, good) ?? "";
            // Bytes that are pending belong to what is bad.
            const before = this.#good(body, (each) => each !== undefined && each.length < text.length);
            const plain = this.#isFirst && this.#encoding.startsWith("utf-16") ? text.replace(/^\ufeff/, "") : text;
            return {
                utf8: this.#encoder.encode(plain),
                bytes: text === "" ? 0 : before + 1,
                isBad: true,
                isExact: true,
            };
        }
    }
    /** The largest number of bytes of which the text fits, where fewer do, too. */
    #good(body, fits) {
        let low = 0;
        for (let high = body.length; low < high;) {
            const middle = (low + high + 1) >>> 1;
            if (fits(this.#begin(body, middle)))
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }
    /** The text of the first bytes, with its byte order mark; undefined where they are bad. */
    #begin(body, count) {
        const decoder = new TextDecoder(this.#encoding, { fatal: true, ignoreBOM: true });
        try {
            return decoder.decode(body.subarray(0, count), { stream: true });
        }
        catch {
            return undefined;
        }
    }
}
//# sourceMappingURL=foreign-text.js.map
;// CONCATENATED MODULE: ./.cache/bundles/evidence/text.js




/** Bytes of a report as text: a byte order mark, UTF-16 and an XML declaration's encoding are honoured. Pure. */
/** As much of a file's begin as recognising its format may need, in bytes. */
const HEAD_BYTES = 64 * 1024;
/** The longest line of a text report, in characters. */
const LINE_LIMIT = 1024 * 1024;
/** Reads up to HEAD_BYTES ahead. A chunk of the source may be gone when the next one is asked for (fileBytes). */
async function peek(source) {
    const iterator = source[Symbol.asyncIterator]();
    const held = [];
    let size = 0;
    while (size < HEAD_BYTES) {
        const next = await iterator.next();
        if (next.done === true)
            break;
        held.push(Uint8Array.from(next.value));
        size += next.value.length;
    }
    async function* all() {
        try {
            yield* held;
            for (;;) {
                const next = await iterator.next();
                if (next.done === true)
                    return;
                yield next.value;
            }
        }
        finally {
            await iterator.return?.();
        }
    }
    return {
        head: Buffer.concat(held).subarray(0, HEAD_BYTES),
        all: all(),
        close: async () => void (await iterator.return?.()),
    };
}
/** What text begins with: a blank or a visible character of ASCII. */
const BEGIN = /^[\t\n\r -~]$/;
/** The encoding's label: by byte order mark, by the zeros of UTF-16, by the XML declaration, else UTF-8. */
function encodingOf(head) {
    if (head[0] === 0xff && head[1] === 0xfe)
        return "utf-16le";
    if (head[0] === 0xfe && head[1] === 0xff)
        return "utf-16be";
    // Two characters of which one byte each is zero (https://www.w3.org/TR/xml/#sec-guessing).
    const zeros = [0, 1, 2, 3].map((at) => (head[at] === 0 ? "0" : "x")).join("");
    const pair = head.subarray(0, 4).filter((byte) => byte !== 0);
    if (pair.length === 2 && [...pair].every((byte) => BEGIN.test(String.fromCharCode(byte)))) {
        if (zeros === "x0x0")
            return "utf-16le";
        if (zeros === "0x0x")
            return "utf-16be";
    }
    const begin = Buffer.from(head.subarray(0, 256)).toString("latin1");
    const declared = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/.exec(begin)?.[1];
    // .NET writes such a declaration from a string and then encodes it otherwise: it was read byte by byte here.
    if (declared === undefined || /^(utf-?16|ucs-?2|iso-10646-ucs-2|unicode)/i.test(declared))
        return "utf-8";
    return declared;
}
function decoderOf(label, file) {
    try {
        return new TextDecoder(label, { fatal: true });
    }
    catch (cause) {
        throw new errors/* UserError */.yo("report-encoding", `${file} is written in the encoding '${label}', which is not known`, {
            file,
            cause,
            hint: "Write reports in UTF-8.",
        });
    }
}
/** The text of the head, for recognising a format; a character that is cut at its end is left out. */
function headText(head, file) {
    const label = encodingOf(head);
    decoderOf(label, file);
    return new TextDecoder(label).decode(head, { stream: true });
}
/**
 * A file as UTF-8, without a byte order mark, whatever its encoding is; a character may be cut at a chunk's
 * end. Bytes that the encoding does not allow are a UserError.
 */
async function* readUtf8(source, file) {
    const { head, all } = await peek(source);
    const label = encodingOf(head);
    const decoder = decoderOf(label, file);
    let bytes = 0;
    const invalid = (isExact = true) => new errors/* UserError */.yo("report-encoding", `${file} is not valid ${label}, ${isExact ? "at" : "at or after"} byte ${bytes}`, {
        file,
        hint: "The file is damaged, or was written in another encoding than it says. Write reports in UTF-8.",
    });
    if (decoder.encoding === "utf-8") {
        /** The begin of a character that goes on in the next chunk. */
        let cut = new Uint8Array(0);
        for await (const chunk of all) {
            const whole = cut.length === 0 ? chunk : Buffer.concat([cut, chunk]);
            const end = characterEnd(whole, whole.length);
            const body = end === whole.length ? whole : whole.subarray(0, end);
            if (!(0,external_node_buffer_.isUtf8)(body)) {
                // What stands before it is handed over, so that the reader knows the place.
                const good = validLength(body);
                const begin = bytes === 0 && hasMark(body) ? 3 : 0;
                bytes += good;
                if (good > begin)
                    yield body.subarray(begin, good);
                throw invalid();
            }
            // A copy: the chunk may be gone with the next one, and slice() of a Buffer is none.
            cut = end === whole.length ? new Uint8Array(0) : Uint8Array.from(whole.subarray(end));
            const marked = bytes === 0 && hasMark(body);
            bytes += body.length;
            if (body.length > 0)
                yield marked ? body.subarray(3) : body;
        }
        if (cut.length > 0)
            throw invalid();
        return;
    }
    const text = new ForeignText(decoder.encoding);
    const good = function* ({ utf8, bytes: size, isBad, isExact }) {
        if (utf8.length > 0)
            yield utf8;
        bytes += size;
        if (isBad)
            throw invalid(isExact);
    };
    for await (const chunk of all)
        yield* good(text.take(chunk));
    yield* good(text.end());
}
function hasMark(bytes) {
    return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
/** How many bytes at the begin are UTF-8, in whole characters: found by halves, for it grows with no gap. */
function validLength(bytes) {
    let low = 0;
    for (let high = bytes.length; low < high;) {
        const middle = (low + high + 1) >>> 1;
        // A character that the half cuts is whole further on.
        if ((0,external_node_buffer_.isUtf8)(bytes.subarray(0, characterEnd(bytes, middle))))
            low = middle;
        else
            high = middle - 1;
    }
    return characterEnd(bytes, low);
}
/** The refusal of bytes that the encoding does not allow with their place, which only the reader knows; else the same. */
function placed(thrown, place) {
    if (!(thrown instanceof errors/* UserError */.yo) || thrown.code !== "report-encoding")
        return thrown;
    const { hint, cause } = thrown;
    return new errors/* UserError */.yo(thrown.code, thrown.message, { ...thrown.place, ...place(), hint, cause });
}
/** Where the last whole character before `end` ends; what is no UTF-8 is left for others to find. */
function characterEnd(bytes, end) {
    for (let back = 1; back <= 3 && back <= end; back++) {
        const byte = bytes[end - back] ?? 0;
        if ((byte & 0xc0) === 0x80)
            continue;
        const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
        return length > back ? end - back : end;
    }
    return end;
}
/** The text of a file in chunks. Bytes that the encoding does not allow are a UserError. */
async function* decode(source, file) {
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    for await (const chunk of readUtf8(source, file)) {
        const text = decoder.decode(chunk, { stream: true });
        if (text !== "")
            yield text;
    }
    const rest = decoder.decode();
    if (rest !== "")
        yield rest;
}
function lineTooLong(file, line) {
    return new errors/* UserError */.yo("report-line-too-long", `A line of ${file} is longer than ${LINE_LIMIT} characters`, {
        file,
        line,
        hint: "This is no report that Sluice reads, or it is damaged.",
    });
}
/**
 * Hands over every line of a text file in UTF-8, without its end (LF or CRLF), as a range of bytes that may
 * not be kept: for formats whose reports have millions of lines. `taken` says how many lines there were so far.
 * `takeSome` may take any number of lines at once that have a form which it knows, as long as they end before `end`;
 * it returns where the next one begins.
 */
async function readByteLines(source, file, take, taken, takeSome = (_, start) => start) {
    const window = new byte_window/* ByteWindow */.r();
    const scan = (ending) => {
        const { bytes, length } = window;
        let start = 0;
        while (start < length) {
            start = takeSome(bytes, start, length);
            if (start >= length)
                break;
            let end = start;
            while (end < length && bytes[end] !== 0x0a)
                end++;
            if (end === length && !ending)
                break;
            if (end - start > LINE_LIMIT)
                throw lineTooLong(file, taken() + 1);
            take(bytes, start, end > start && bytes[end - 1] === 0x0d ? end - 1 : end);
            start = end + 1;
        }
        const used = Math.min(start, length);
        bytes.copyWithin(0, used, length);
        window.length = length - used;
        if (!window.full)
            return;
        if (window.length > LINE_LIMIT)
            throw lineTooLong(file, taken() + 1);
        window.grow();
    };
    try {
        for await (const chunk of readUtf8(source, file)) {
            for (let from = 0; from < chunk.length;) {
                from = window.fill(chunk, from);
                if (window.full)
                    scan(false);
            }
        }
    }
    catch (thrown) {
        throw placed(thrown, () => {
            const { line, column } = window.place(window.length);
            return { line: taken() + line, column };
        });
    }
    scan(true);
}
/** The lines of a text file without their ends (LF or CRLF), as many at once as a chunk of it holds. */
async function* readLines(source, file) {
    let rest = "";
    let line = 0;
    try {
        for await (const chunk of decode(source, file)) {
            const lines = (rest + chunk).split("\n");
            rest = lines.pop() ?? "";
            line += lines.length;
            if (rest.length > LINE_LIMIT)
                throw lineTooLong(file, line + 1);
            yield lines.map(withoutReturn);
        }
    }
    catch (thrown) {
        throw placed(thrown, () => ({ line: line + 1, column: rest.length + 1 }));
    }
    if (rest !== "")
        yield [withoutReturn(rest)];
}
function withoutReturn(line) {
    return line.endsWith("\r") ? line.slice(0, -1) : line;
}
//# sourceMappingURL=text.js.map

/***/ }),

/***/ 52376:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IP: () => (/* binding */ sorted),
/* harmony export */   Iy: () => (/* binding */ writtenFile),
/* harmony export */   x7: () => (/* binding */ addWritten)
/* harmony export */ });
/* harmony import */ var _coverage_file_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18499);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16792);


const FORMATS = new Set(_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .COVERAGE_FORMATS */ .Oo);
/** Sorted, so that the same coverage is the same text. */
function writtenFile(file) {
    const statements = [];
    for (const detail of file.details) {
        for (const [key, { count, covered }] of detail.statements ?? [])
            statements.push([withFormat(detail.format, key), count, covered]);
    }
    return {
        path: file.path,
        lines: file.lines.pairs(),
        branches: marksOf(file, "branches"),
        functions: marksOf(file, "functions"),
        ...(file.of("statements").length === 0
            ? {}
            : { statements: statements.sort((a, b) => (a[0] < b[0] ? -1 : 1)) }),
        ...(file.totals === undefined ? {} : { totals: file.totals }),
        ...(file.state === undefined ? {} : { state: writtenState(file.state) }),
    };
}
function writtenState({ versions, checksums }) {
    return {
        ...(versions.length === 0 ? {} : { versions }),
        ...(checksums === undefined ? {} : { checksums: checksums.pairs() }),
    };
}
function stateOf({ versions = [], checksums = [] }) {
    const state = new _coverage_file_state_js__WEBPACK_IMPORTED_MODULE_0__/* .FileState */ .M();
    for (const version of versions)
        state.isSameVersion(version);
    for (const [line, hash] of checksums)
        state.isSameHash(line, hash);
    return state;
}
/**
 * Adds what is written to a file.
 * @throws UserError `report-of-another-commit` where it was counted in another state of the source
 */
function addWritten(file, written) {
    if (written.state != null)
        file.addState(stateOf(written.state));
    file.lines.reserve(written.lines.at(-1)?.[0] ?? 0, written.lines.length);
    for (const [line, hits] of written.lines)
        file.lines.add(line, hits);
    // That a format has branches and none is in this file is known of no format by name.
    if (written.branches?.length === 0)
        file.branchesOf(file.detail(""));
    if (written.functions?.length === 0)
        file.functionsOf(file.detail(""));
    if (written.statements?.length === 0)
        file.statementsOf(file.detail(""));
    for (const [line, name, covered] of written.branches ?? []) {
        const [format, key] = ofFormat(name);
        const arms = file.branchesOf(file.detail(format));
        arms.mark(line, arms.names.number(key), covered);
    }
    for (const [line, name, covered] of written.functions ?? []) {
        const [format, key] = ofFormat(name);
        const functions = file.functionsOf(file.detail(format));
        functions.mark(line, functions.names.number(key), covered);
    }
    for (const [name, count, covered] of written.statements ?? []) {
        const [format, key] = ofFormat(name);
        const statements = file.statementsOf(file.detail(format));
        statements.mark(statements.names.number(key), count, covered);
    }
    file.addTotals(written.totals);
}
function marksOf(file, kind) {
    const marks = [];
    let said = false;
    for (const detail of file.details) {
        const own = detail[kind];
        if (own === undefined)
            continue;
        said = true;
        for (const [line, name, covered] of own.marks())
            marks.push([line, withFormat(detail.format, name), covered]);
    }
    return said ? sorted(marks) : null;
}
/** By line, then by name. */
function sorted(marks) {
    return marks.sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0));
}
function withFormat(format, key) {
    return format === "" ? key : `${format} ${key}`;
}
/** A key that begins with no format's name was written by another tool, or before keys had one. */
function ofFormat(text) {
    const space = text.indexOf(" ");
    const format = space < 0 ? "" : text.slice(0, space);
    return FORMATS.has(format) ? [format, text.slice(space + 1)] : ["", text];
}
//# sourceMappingURL=written-coverage.js.map

/***/ }),

/***/ 20104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EQ: () => (/* binding */ cutLines),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/**
 * Markdown from foreign text: names of tests, branches and files come from people whom nobody knows, and
 * must neither break a table nor bring HTML, mentions or links into a summary.
 */
/** Text for a table's cell or a paragraph: one line, every character of Markdown and HTML inert. */
function escapeMarkdown(text) {
    return visible(text)
        .replace(/&/g, "&amp;")
        .replace(/</g, "&lt;")
        .replace(/>/g, "&gt;")
        .replace(/[\\`*_{}[\]()#+!|~$-]/g, "\\$&")
        .replace(/@/g, "@\u200b")
        .replace(/:\/\//g, ":\u200b//");
}
/** Text as code in a table's cell: no backtick and no bar can end it. */
function code(text) {
    if (text === "")
        return "";
    const inert = visible(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
    return `<code>${inert.replace(/[|`*_[\]\\~$@:]/g, (each) => `&#${each.charCodeAt(0)};`)}</code>`;
}
/** A table; the cells are Markdown already. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(" | ")} |`;
    return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
/** A folded part. `summary` is Markdown already and must hold no block. */
function details(summary, body) {
    return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
/** One line without control and bidirectional characters, which could show something else than what is there. */
function visible(text) {
    return (text
        .replace(/[\r\n\t]+/g, " ")
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
        .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "\ufffd"));
}
/** Cut to at most `limit` bytes of UTF-8 at the end of a line, with a note of what is missing. */
function cutLines(text, limit) {
    if (Buffer.byteLength(text) <= limit)
        return text;
    const note = "\n\n…cut here: the whole is in the result file.\n";
    const budget = limit - Buffer.byteLength(note);
    const bytes = Buffer.from(text).subarray(0, Math.max(0, budget));
    const end = bytes.lastIndexOf(0x0a);
    return (end < 0 ? "" : bytes.subarray(0, end).toString("utf8")) + note;
}
//# sourceMappingURL=markdown.js.map

/***/ }),

/***/ 57777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ writeWhole)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/** So much text is gathered before it is written, in characters. */
const CHUNK = 256 * 1024;
/**
 * Writes a file that is there whole or not at all: what was there before stays until the new text is complete.
 * The text comes in pieces and is never held whole.
 */
async function writeWhole(path, pieces) {
    // The global is loaded when it is used; importing node:crypto takes 6 ms of every start.
    const draft = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), `.${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path).slice(0, 100)}.${crypto.randomUUID()}.draft`);
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(draft, "wx");
    try {
        try {
            let held = "";
            for (const piece of pieces) {
                held += piece;
                if (held.length < CHUNK)
                    continue;
                await handle.writeFile(held);
                held = "";
            }
            await handle.writeFile(held);
        }
        finally {
            await handle.close();
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(draft, path);
    }
    catch (thrown) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(draft, { force: true });
        throw thrown;
    }
}
//# sourceMappingURL=whole-file.js.map

/***/ })

};
