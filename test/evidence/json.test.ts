import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type JsonPath, readJson, readJsonLines } from "#src/evidence/json.js";
import { UserError } from "#src/runner/errors.js";
import { bytes, userError } from "./source.ts";

const whole = async (text: string | Uint8Array, size = 7) => {
	const taken: unknown[] = [];
	await readJson(bytes(text, size), "r.json", {
		pick: () => true,
		take: (_path, value) => taken.push(value),
	});
	expect(taken).toHaveLength(1);
	return taken[0];
};
const skipped = (text: string | Uint8Array, size = 7) =>
	readJson(bytes(text, size), "r.json", { pick: () => false, take: () => expect.unreachable() });
/** Every scalar with its path, by picking nothing but scalars' parents one by one. */
const leaves = async (text: string, size: number, wanted: (path: JsonPath) => boolean | "skip") => {
	const taken: [string, unknown][] = [];
	await readJson(bytes(text, size), "r.json", {
		pick: wanted,
		take: (path, value) => taken.push([JSON.stringify(path), value]),
	});
	return taken;
};
const refuses = async (run: Promise<unknown>) => {
	try {
		await run;
		return false;
	} catch (thrown) {
		if (thrown instanceof UserError) return true;
		throw thrown;
	}
};
const accepts = (text: string) => {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
};
const sizes = fc.integer({ min: 1, max: 40 });
/** Texts that are nearly JSON: a document with some of its characters replaced, removed or doubled. */
const nearly = fc
	.tuple(
		fc.json({ maxDepth: 4 }),
		fc.array(
			fc.tuple(
				fc.nat(),
				fc.constantFrom(
					..."{}[]:,\"\\ \n\t\u0001eE+-.0129tfnul/abé😀\u2028\ufeff'",
					"",
					"\\u12",
					"\\ud83d",
					"1e5",
				),
				fc.nat(2),
			),
			{ maxLength: 3 },
		),
	)
	.map(([json, changes]) => {
		let text = json;
		for (const [at, what, remove] of changes) {
			const from = at % (text.length + 1);
			text = text.slice(0, from) + what + text.slice(from + remove);
		}
		return Buffer.from(text).toString();
	});

describe("beside JSON.parse", () => {
	it("gives the same value for every document and chunking", async () => {
		await fc.assert(
			fc.asyncProperty(fc.jsonValue(), sizes, fc.constantFrom(0, 1, "\t"), async (value, size, space) => {
				const text = JSON.stringify(value, null, space);
				expect(await whole(text, size)).toEqual(JSON.parse(text));
			}),
		);
	});

	it("accepts exactly the same texts, picked and skipped", async () => {
		let good = 0;
		await fc.assert(
			fc.asyncProperty(nearly, sizes, async (text, size) => {
				// A byte order mark may stand before a file, and is no part of its text.
				fc.pre(!text.startsWith("\ufeff"));
				const expected = accepts(text);
				if (expected) good++;
				expect(await refuses(whole(text, size))).toBe(!expected);
				expect(await refuses(skipped(text, size))).toBe(!expected);
			}),
			{ numRuns: 2000 },
		);
		expect(good).toBeGreaterThan(100);
		expect(good).toBeLessThan(1900);
	});

	it("refuses every truncation of an object or array", async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue())),
				sizes,
				fc.nat(),
				async (value, size, cut) => {
					const all = Buffer.from(JSON.stringify(value));
					const error = await userError(skipped(all.subarray(0, cut % all.length), size));
					expect(error.code).toBe("report-truncated");
				},
			),
			{ numRuns: 500 },
		);
	});

	it("hands over the same values by path, whatever is skipped", async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.dictionary(
					fc.oneof(fc.string({ unit: "binary" }), fc.constant("__proto__"), fc.constant('a"\\\n😀')),
					fc.array(fc.jsonValue()),
				),
				sizes,
				async (value, size) => {
					const expected: [string, unknown][] = [];
					for (const [key, list] of Object.entries(value))
						for (const [index, each] of list.entries())
							if (index % 3 === 0)
								expected.push([JSON.stringify([key, index]), JSON.parse(JSON.stringify(each))]);
					const taken = await leaves(JSON.stringify(value), size, (path) =>
						path.length < 2 ? false : Number(path[1]) % 3 === 0 ? true : "skip",
					);
					expect(taken).toEqual(expected);
				},
			),
		);
	});
});

describe("values", () => {
	it("a key that stands twice: the last in a picked value, both on the way to one", async () => {
		const text = '{"a":{"x":1,"x":2},"a":{"x":3}}';
		expect(await whole(text)).toEqual({ a: { x: 3 } });
		expect(await leaves(text, 3, (path) => path.length === 1)).toEqual([
			['["a"]', { x: 2 }],
			['["a"]', { x: 3 }],
		]);
	});

	it.each<[string, boolean]>([
		['{"a":1,"a":2}', true],
		['[[{"b":{"a":1,"\\u0061" \n:1}}]]', true],
		['{"__proto__":1,"__proto__":2}', true],
		['{"":{},"":{}}', true],
		['{"a\\\\":1,"a\\\\":2}', true],
		['{"a":{"b":1},"c":{"b":1,"a":1}}', false],
		['{"a":"a","b":":","c":"\\":","d":"\\\\"}', false],
		['{"__proto__":{"a":1},"constructor":{"a":[{"a":null},{"a":"\\"a\\":1"}]}}', false],
		['["a","a",[1],true,null]', false],
	])("tell of a key that stands twice anywhere: %s", async (text, expected) => {
		const told: string[] = [];
		await readJson(bytes(`{"x":${text}}`), "r.json", {
			pick: (path) => path.length > 0,
			take: () => told.push("taken"),
			repeated: (path) => told.push(path.join(".")),
		});
		expect(told).toEqual(expected ? ["x", "taken"] : ["taken"]);
	});

	it("asks for nothing in what is picked or skipped", async () => {
		const asked: string[] = [];
		await readJson(bytes('{"a":[1,{"b":2}],"c":[3],"d":[[4]]}'), "r.json", {
			pick: (path) => {
				asked.push(path.join("."));
				return path[0] === "a" ? true : path[0] === "c" ? "skip" : false;
			},
			take: () => {},
		});
		expect(asked).toEqual(["", "a", "c", "d", "d.0", "d.0.0"]);
	});

	it("long strings are cut at a whole character, the rest is read on", async () => {
		for (const size of [1000, 65_536, 65_537, 200_000]) {
			for (const unit of ["x", "é", "€", "😀", "\\n", "\\u00e9"]) {
				const text = `{"before":1,"long":"${unit.repeat(40_000)}${"y".repeat(70_000)}","after":[2]}`;
				const value = (await whole(text, size)) as { long: string };
				expect(value).toMatchObject({ before: 1, after: [2] });
				const full = (JSON.parse(text) as { long: string }).long;
				expect(full.startsWith(value.long)).toBe(true);
				const written = value.long.length * (unit.startsWith("\\") ? 2 : 1);
				expect(Buffer.byteLength(value.long)).toBeLessThan(65_536 + 12);
				expect(written).toBeGreaterThan(20_000);
			}
		}
		expect(await whole(`["${"x".repeat(65_536)}"]`, 5000)).toEqual(["x".repeat(65_536)]);
		expect(await whole(`["${"x".repeat(65_537)}"]`, 5000)).toEqual(["x".repeat(65_536)]);
	});
});

describe("encodings", () => {
	const text = '{"é":["😀"]}';
	const utf16 = Buffer.from(text, "utf16le");
	it.each([
		["UTF-8 with a byte order mark", Buffer.from(`\ufeff${text}`)],
		["UTF-16 little-endian", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
		["UTF-16 big-endian", Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()])],
	])("%s", async (_name, all) => {
		for (const size of [1, 2, 3, 5, 100]) expect(await whole(all, size)).toEqual({ é: ["😀"] });
	});

	it("bytes that are no UTF-8 are refused, in what is skipped too", async () => {
		for (const bad of [[0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xc0, 0x80], [0x80]]) {
			const all = Buffer.concat([Buffer.from('{"a":"'), Buffer.from(bad), Buffer.from('"}')]);
			for (const size of [1, 100]) expect((await userError(skipped(all, size))).code).toBe("report-encoding");
		}
	});
});

describe("errors", () => {
	it.each([
		['{"a":1,}', 1, 8],
		['{\n  "é😀": 1\n  "b": 2\n}', 3, 3],
		['["é😀", x]', 1, 9],
		["[1] [2]", 1, 5],
		['["a\tb"]', 1, 4],
		["[01]", 1, 3],
		["\ufeff[nul]", 1, 5],
		['{"a" 1}', 1, 6],
	])("%j: line %i, column %i", async (text, line, column) => {
		for (const size of [1, 2, 3, 100]) {
			const error = await userError(skipped(text, size));
			expect(error).toMatchObject({ code: "report-malformed", place: { file: "r.json", line, column } });
		}
	});

	it("says what was there and what should be", async () => {
		expect((await userError(skipped('{"a":1]'))).message).toBe(
			'r.json is no valid JSON: "]" stands where a comma or } should',
		);
		expect((await userError(skipped('{"a":[1,\n "2"'))).message).toBe(
			"r.json is cut off: it ends where a comma or ] should follow",
		);
		expect((await userError(skipped('{"a":[1,\n 2,'))).place).toMatchObject({ line: 2, column: 4 });
		expect((await userError(skipped(" \n"))).code).toBe("report-truncated");
	});

	it("has limits: levels, keys and picked values", async () => {
		expect(await whole("[".repeat(256) + "]".repeat(256))).toBeInstanceOf(Array);
		expect((await userError(skipped("[".repeat(257)))).code).toBe("report-limit");
		expect((await userError(skipped(`{"${"k".repeat(70_000)}":1}`, 999))).code).toBe("report-limit");
		const many = async function* () {
			yield Buffer.from("[0");
			const part = Buffer.from(",1234567".repeat(131_072));
			for (let each = 0; each < 70; each++) yield part;
			yield Buffer.from("]");
		};
		const error = await userError(readJson(many(), "r.json", { pick: () => true, take: () => {} }));
		expect(error.code).toBe("report-limit");
		await readJson(many(), "r.json", { pick: () => false, take: () => {} });
	});
});

describe("lines of JSON", () => {
	const lines = async (text: string, size = 7) => {
		const taken: [number, unknown][] = [];
		await readJsonLines(bytes(text, size), "r.json", (value, line) => taken.push([line, value]));
		return taken;
	};
	it("one value a line, blank lines left out, the last with or without an end", async () => {
		for (const size of [1, 3, 100]) {
			expect(await lines('{"a":1}\n\n[2]\r\n  3 \n"x"\nnull', size)).toEqual([
				[1, { a: 1 }],
				[3, [2]],
				[4, 3],
				[5, "x"],
				[6, null],
			]);
		}
		expect(await lines("")).toEqual([]);
		expect(await lines("12")).toEqual([[1, 12]]);
	});

	it("gives what JSON.parse gives of each line", async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.jsonValue()), sizes, async (values, size) => {
				const text = values.map((each) => `${JSON.stringify(each)}\n`).join("");
				expect((await lines(text, size)).map((each) => each[1])).toEqual(JSON.parse(JSON.stringify(values)));
			}),
		);
	});

	it("refuses a value over two lines, two in one line, and one that is cut off", async () => {
		expect(await userError(lines('{"a":1}\n{"b":\n2}'))).toMatchObject({
			code: "report-malformed",
			place: { line: 2, column: 6 },
		});
		expect((await userError(lines("{} {}"))).code).toBe("report-malformed");
		expect((await userError(lines('FAIL\tshop\n{"a":1}'))).place).toMatchObject({ line: 1, column: 1 });
		expect((await userError(lines('{"a":1}\n{"b":'))).code).toBe("report-truncated");
	});
});
