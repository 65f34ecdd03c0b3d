import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { readLcov } from "#src/evidence/coverage/lcov.js";
import { readJson } from "#src/evidence/json.js";
import { readGoTestJson } from "#src/evidence/tests/go-test-json.js";
import { TestCollector } from "#src/evidence/tests/report.js";
import { readTap } from "#src/evidence/tests/tap.js";
import { readUtf8 } from "#src/evidence/text.js";
import { hashText, type Sums } from "#src/evidence/value-hash.js";
import { readXml, type XmlElement } from "#src/evidence/xml.js";
import { XmlScanner } from "#src/evidence/xml-scanner.js";
import { bytes, userError } from "./source.ts";

/** Everything that a file says, as text. */
async function events(text: string | Uint8Array, size?: number): Promise<string[]> {
	const seen: string[] = [];
	await readXml(bytes(text, size), "f.xml", listener(seen));
	return seen;
}

const listener = (seen: string[]) => ({
	open: (element: XmlElement) => {
		seen.push(`<${element.name} ${element.attribute("a") ?? ""}`);
		return element.name === "t";
	},
	close: (name: string, told: string | undefined) =>
		void seen.push(`${name}${told === undefined ? "" : `=${told}`}`),
});

/** The same with a window of some bytes, so that everything is cut somewhere. */
async function eventsInWindow(text: string | Uint8Array, chunk: number, window: number): Promise<string[]> {
	const seen: string[] = [];
	const scanner = new XmlScanner("f.xml", listener(seen), window);
	for await (const each of readUtf8(bytes(text, chunk), "f.xml")) scanner.write(each);
	scanner.end();
	return seen;
}

describe("text and attributes", () => {
	it("resolves the five entities and character references", async () => {
		expect(await events(`<t a="&lt;&quot;&#65;">&amp;&#x42;<b>inner</b>&gt;</t>`)).toEqual([
			`<t <"A`,
			"<b ",
			"b",
			"t=&B>",
		]);
	});

	it("gives the text of CDATA and drops prefixes of names", async () => {
		expect(await events(`<x:t xmlns:x="u"><![CDATA[<raw>&]]></x:t>`)).toEqual(["<t ", "t=<raw>&"]);
	});

	it("has no attribute that was not written", async () => {
		const seen: (string | undefined)[] = [];
		await readXml(bytes(`<a b="1"/>`), "f.xml", {
			open: (element) => void seen.push(element.attribute("constructor"), element.attribute("__proto__")),
			close: () => undefined,
		});
		expect(seen).toEqual([undefined, undefined]);
	});
});

describe("what XML may do and a report may not", () => {
	it("an entity of its own is refused, with its place, in text and in attributes", async () => {
		const begin = `<!DOCTYPE a [\n<!ENTITY x "boom">\n]>\n`;
		for (const rest of ["<u>&x;</u>", `<u b="&x;"/>`, "<t>&x;</t>"]) {
			expect(await userError(events(begin + rest))).toMatchObject({
				code: "report-malformed",
				message: "f.xml is not well-formed XML: the entity '&x;' is not one of XML's own five",
				place: { file: "f.xml", line: 4 },
			});
		}
	});

	it("a bomb of entities costs nothing", async () => {
		const levels = Array.from({ length: 30 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`);
		const begin = `<!DOCTYPE a [<!ENTITY e0 "lol">${levels.join("")}]>`;
		expect(await userError(events(`${begin}<t>&e30;</t>`))).toMatchObject({ code: "report-malformed" });
		expect(await events(`${begin}<t>x</t>`)).toEqual(["<t ", "t=x"]);
	});

	it("what a DOCTYPE names is neither read nor fetched", async () => {
		const folder = mkdtempSync(join(tmpdir(), "sluice-xml-"));
		const canary = join(folder, "canary.txt");
		writeFileSync(canary, "CANARY");
		utimesSync(canary, 1, 1);
		let visits = 0;
		const server = createServer((socket) => {
			visits++;
			socket.destroy();
		});
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		const address = server.address();
		const site = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
		try {
			const passed = [
				`<!DOCTYPE t SYSTEM "${site}/a.dtd"><t/>`,
				`<!DOCTYPE t PUBLIC "-//X//Y" '${site}/a.dtd' [<!ENTITY % p SYSTEM "${site}/p">%p;]><t/>`,
				`<?xml-stylesheet href="${site}/s.xsl"?><t/>`,
				`<t xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="${canary}"/></t>`,
			];
			for (const text of passed) expect((await events(text)).join()).not.toContain("CANARY");
			const refused = `<!DOCTYPE t [<!ENTITY x SYSTEM "file://${canary}">]><t>&x;</t>`;
			expect(await userError(events(refused))).toMatchObject({ code: "report-malformed" });
			await new Promise((resolve) => setImmediate(resolve));
			expect(visits).toBe(0);
			expect(statSync(canary).atimeMs).toBe(1000);
		} finally {
			await new Promise((resolve) => server.close(resolve));
			rmSync(folder, { recursive: true });
		}
	});

	it.each([
		`<!DOCTYPE a [<!ENTITY x "]>"> <!-- ' ]> " --> <?p ]> ' ?> <!ATTLIST a b CDATA '>'>]>`,
		`<!DOCTYPE a SYSTEM "]>[" >`,
		"<!DOCTYPE a [ <!ELEMENT a (b)*> %p; ]   >",
	])("the end of %s is found", async (doctype) => {
		expect(await events(`${doctype}<t a="1"/>`, 1)).toEqual(["<t 1", "t="]);
	});

	it("depth, names and attributes are limited", async () => {
		const many = (count: number) => Array.from({ length: count }, (_, index) => `a${index}="1"`).join(" ");
		const limit = { code: "report-limit", place: { line: 2 } };
		expect(await userError(events(`\n${"<a>".repeat(257)}`))).toMatchObject(limit);
		expect(await events("<a>".repeat(256) + "</a>".repeat(256))).toHaveLength(512);
		expect(await userError(events(`\n<a ${many(257)}/>`))).toMatchObject(limit);
		expect(await events(`<a ${many(256)}/>`)).toHaveLength(2);
		expect(await userError(events(`\n<${"n".repeat(257)}/>`))).toMatchObject(limit);
		expect(await userError(events(`\n<a ${"n".repeat(257)}="1"/>`))).toMatchObject(limit);
		const long = (mebibytes: number) =>
			Buffer.concat([
				Buffer.from('\n<a a="'),
				Buffer.alloc(mebibytes * 1024 * 1024, "x"),
				Buffer.from('"/>'),
			]);
		expect(await userError(events(long(17), 1024 * 1024))).toMatchObject(limit);
		expect((await events(long(15), 1024 * 1024))[0]).toHaveLength(15 * 1024 * 1024 + 3);
	});

	it("control characters, which tools write into messages, are let through", async () => {
		expect(await events(`<t a="\u001b[31mred&#27;">x\u0000y&#xFFFF;</t>`, 1000)).toEqual([
			"<t \u001b[31mred&#27;",
			"t=x\u0000y&#xFFFF;",
		]);
	});

	it("an element says nothing more once it was opened", async () => {
		let kept: XmlElement | undefined;
		await readXml(bytes(`<a b="1"/>`), "f.xml", {
			open: (element) => {
				kept = element;
				return undefined;
			},
			close: () => expect(() => kept?.attribute("b")).toThrow("only be asked for while"),
		});
	});
});

describe("refused with line and column", () => {
	it.each([
		["<a>\n</b>", 2, 1],
		["<a>\n  x ]]></a>", 2, 5],
		["<a/>\n<b/>", 2, 1],
		["<a/>\nx", 2, 1],
		["\nx<a/>", 2, 1],
		["<a>\n</a></a>", 2, 5],
		['<a\nb="1" b="2"/>', 2, 7],
		['<a\nb="1"c="2"/>', 2, 6],
		["<a\nb=1/>", 2, 3],
		["<a\nb/>", 2, 2],
		['<a\nb="<"/>', 2, 4],
		["<a>\n& </a>", 2, 1],
		["<a>\n&;</a>", 2, 1],
		["<a>\n&#1x y;</a>", 2, 1],
		["<a>\n<!-- a -- b --></a>", 2, 8],
		["<a>\n<?xml version='1.0'?></a>", 2, 1],
		["<a>\n<!DOCTYPE a></a>", 2, 1],
		["<a>\n<!ELEMENT a></a>", 2, 1],
		["<a>\n< b/></a>", 2, 1],
		["<a>\n</a b>", 2, 5],
		["<![CDATA[x]]><a/>", 1, 1],
		["<a>\nä\u{1F600}</b>", 2, 4],
	])("%j", async (text, line, column) => {
		for (const size of [1, 1000])
			expect(await userError(events(text, size))).toMatchObject({
				code: "report-malformed",
				place: { file: "f.xml", line, column },
			});
	});

	it.each([
		["gzip", gzipSync("<a/>".repeat(100))],
		["junk", Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919) % 251))],
		["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
		["nothing", Buffer.alloc(0)],
		["blanks", Buffer.from(" \n ")],
	])("%s", async (_, data) => {
		expect((await userError(events(data))).code).toMatch(/^report-(malformed|encoding|truncated)$/);
	});
});

const SAMPLE = `<?xml version="1.0"?>\r
<!-- a - comment --><!DOCTYPE r [<!ENTITY e ">"><!-- ' -->]>
<r xmlns:x="u" a="ä&amp;&#x1F600;">
\t<t a='"two"\r\n lines\t'>text € ] ]] &lt;&#10;\r\nmore<u/> and<![CDATA[ <raw> ]] \u{1F600} & ]]]>!</t>
\t<?php echo ">"; ?><x:t a = "1" b\n=\n"2"></x:t ><empty/>
</r>
<!-- after --> `;

describe("the same, however the bytes come", () => {
	it("every size of chunks, and every size of the window", async () => {
		const expected = await events(SAMPLE, 10_000);
		expect(expected).toEqual([
			"<r ä&\u{1F600}",
			`<t "two"  lines `,
			"<u ",
			"u",
			"t=text € ] ]] <\n\nmore and <raw> ]] \u{1F600} & ]!",
			"<t 1",
			"t=",
			"<empty ",
			"empty",
			"r",
		]);
		const length = Buffer.byteLength(SAMPLE);
		for (let size = 1; size <= length; size++) {
			expect(await events(SAMPLE, size)).toEqual(expected);
			expect(await eventsInWindow(SAMPLE, size, 1)).toEqual(expected);
			expect(await eventsInWindow(SAMPLE, length, size)).toEqual(expected);
		}
	});

	it("every truncation is refused", async () => {
		const whole = Buffer.from(SAMPLE);
		const end = whole.lastIndexOf("</r>") + 4;
		for (let size = 0; size < end; size++)
			expect((await userError(events(whole.subarray(0, size), 64))).code).toMatch(
				/^report-(truncated|encoding)$/,
			);
		for (const size of [end, whole.length]) expect(await events(whole.subarray(0, size))).toHaveLength(10);
	});
});

describe("beside saxes", () => {
	const name = fc.constantFrom("a", "t", "x:t", "é", "_b-1.c");
	const parts = [
		"x",
		" ",
		"\n",
		"\r\n",
		"\t",
		"é€",
		"\u{1F600}",
		"]",
		"&lt;",
		"&amp;",
		"&#65;",
		"&#x20ac;",
		">",
	];
	const text = fc.array(fc.constantFrom(...parts, '"', "'"), { maxLength: 8 }).map((some) => some.join(""));
	const attributes = fc.uniqueArray(fc.tuple(fc.constantFrom("a", "b", "x:a"), text), {
		selector: ([key]) => key,
		maxLength: 3,
	});
	const { node } = fc.letrec<{ node: string; content: string }>((tie) => ({
		node: fc.tuple(name, attributes, tie("content")).map(([tag, pairs, inside]) => {
			const written = pairs.map(([key, value]) => ` ${key}="${value.replaceAll('"', "&quot;")}"`).join("");
			return inside === "" ? `<${tag}${written}/>` : `<${tag}${written}>${inside}</${tag}>`;
		}),
		content: fc
			.array(
				fc.oneof(
					{ depthSize: "small" },
					text,
					text.map((each) => `<![CDATA[${each}]]>`),
					text.map((each) => `<!--${each}-->`),
					tie("node"),
				),
				{ maxLength: 4 },
			)
			.map((some) => some.join("")),
	}));
	/** A character is struck out or replaced, so that many documents are wrong somewhere. */
	const damaged = fc
		.tuple(node, fc.nat(), fc.constantFrom("", "<", ">", "&", '"', "/", "]]>", "-", "="))
		.map(([document, at, into]) => {
			const characters = [...document];
			characters[at % characters.length] = into;
			return characters.join("");
		});

	const bySaxes = (document: string): string[] | undefined => {
		const seen: string[] = [];
		const texts: (string | undefined)[] = [];
		const parser = new SaxesParser({});
		let failed = false;
		parser.on("error", (error) => {
			// A reference to a character that XML forbids is let through; one that is misspelt is not.
			failed ||=
				!error.message.includes("malformed character entity") ||
				/&#(?!x[0-9a-fA-F]+;|[0-9]+;)/.test(document);
		});
		const add = (more: string) => {
			const held = texts.at(-1);
			if (held !== undefined) texts[texts.length - 1] = held + more;
		};
		parser.on("text", add);
		parser.on("cdata", add);
		parser.on("opentag", (tag) => {
			const local = tag.name.replace(/^.*?:/, "");
			seen.push(`<${local} ${tag.attributes.a ?? ""}`);
			texts.push(local === "t" ? "" : undefined);
		});
		parser.on("closetag", (tag) => {
			const told = texts.pop();
			seen.push(`${tag.name.replace(/^.*?:/, "")}${told === undefined ? "" : `=${told}`}`);
		});
		parser.write(document);
		parser.close();
		return failed ? undefined : seen;
	};

	/** The last of several tags of one shape has other values, or is damaged. */
	const alike = fc
		.tuple(
			name,
			attributes,
			text,
			fc.nat(),
			fc.constantFrom(undefined, "", "<", "&", '"', "'", "/", " ", "=", "a"),
		)
		.map(([tag, pairs, other, at, into]) => {
			const written = (value?: string) =>
				`<${tag}${pairs.map((pair) => ` ${pair[0]}="${(value ?? pair[1]).replaceAll('"', "&quot;")}"`).join("")}/>`;
			const last = [...written(other)];
			if (into !== undefined) last[at % last.length] = into;
			return `<r>${written()}\n${written(other)} ${last.join("")}${written()}</r>`;
		});

	it.each([
		["as it is made", node],
		["damaged", damaged],
		["tags of one shape", alike],
	])("the same events, and the same refusals: %s", async (_, documents) => {
		let taken = 0;
		await fc.assert(
			fc.asyncProperty(documents, fc.integer({ min: 1, max: 40 }), async (document, size) => {
				const expected = bySaxes(document);
				if (expected === undefined) await userError(eventsInWindow(document, 1000, size));
				else {
					taken++;
					expect(await eventsInWindow(document, 1000, size)).toEqual(expected);
				}
			}),
			{ numRuns: 1000 },
		);
		expect(taken).toBeGreaterThan(100);
	});
});

describe("tags of one shape", () => {
	it("are read like the first one, and all that is wrong with one of them is found in its place", async () => {
		const begin = `<r>\n<a a="1" b='2' x="&lt;"/><a a="1" b='2' x="&lt;"/>\n`;
		expect(await events(`${begin}<a a="&#65;&amp;" b='"' x=""/></r>`)).toEqual([
			"<r ",
			"<a 1",
			"a",
			"<a 1",
			"a",
			"<a A&",
			"a",
			"r",
		]);
		const wrong: readonly [string, number, string][] = [
			[`<a a="1" b='<' x=""/>`, 13, "a < stands in an attribute"],
			[`<a a="1" b='&x;' x=""/>`, 13, "the entity '&x;'"],
			[`<a a="1" b='&' x=""/>`, 13, "an & begins no reference"],
			[`<a a="1" b='2' a=""/>`, 16, "an attribute stands twice"],
			[`<a a="1" b="2' x=""/>`, 19, "a tag holds what is no attribute"],
			[`<a a="1" b='2' x="" />x`, 0, "not closed"],
		];
		for (const [tag, column, message] of wrong) {
			const error = await userError(events(`${begin}${tag}${column === 0 ? "" : "</r>"}`));
			expect(error.message).toContain(message);
			if (column > 0) expect(error.place).toMatchObject({ line: 3, column });
		}
	});

	it("more shapes than are remembered, and names that one hash has", async () => {
		const tags = Array.from(
			{ length: 300 },
			(_, index) => `<t a="${index}" b${index}="1" ${"c".repeat((index % 7) + 1)}="2"/>`,
		);
		const seen = await events(`<r>${tags.join("")}${tags.join("")}</r>`);
		expect(seen.filter((each) => each.startsWith("<t "))).toEqual(
			[...tags, ...tags].map((_, index) => `<t ${index % 300}`),
		);
	});

	it("hash the same as bytes and as texts, whatever their references are", async () => {
		const values = [
			"",
			"a",
			"ab",
			"&amp;&lt;&gt;&quot;&apos;",
			"x&#65;&#x20ac;y",
			"ä€\u{1F600}",
			"a\tb\r\nc",
			"&amp;amp;",
		];
		const pairs: [Sums, Sums][] = [];
		await readXml(bytes(`<r>${values.map((each) => `<v a="${each}"/>`).join("")}</r>`), "f.xml", {
			open: (element) => {
				const [own, other]: [Sums, Sums] = [
					[7, 9],
					[7, 9],
				];
				element.hash("a", own);
				hashText(element.attribute("a") ?? "", other);
				pairs.push([own, other]);
				return undefined;
			},
			close: () => undefined,
		});
		expect(pairs).toHaveLength(values.length + 1);
		for (const [byBytes, byText] of pairs) expect(byBytes).toEqual(byText);
		for (const sum of [0, 1]) expect(new Set(pairs.map(([sums]) => sums[sum])).size).toBe(values.length);
	});
});

it("texts that are the same by one sum are not by the other", () => {
	const sums = Array.from({ length: 50_000 }, (_, index): Sums => {
		const sum: Sums = [0x811c9dc5, 0x1000193];
		hashText(`test ${index.toString(36)}`, sum);
		return sum;
	});
	expect(new Set(sums.map(String)).size).toBe(sums.length);
	// Of so many random numbers hardly one is there twice.
	for (const at of [0, 1]) expect(new Set(sums.map((sum) => sum[at])).size).toBeGreaterThan(sums.length - 10);
});

const NOTHING = { open: () => undefined, close: () => undefined };
const EVERYTHING = { pick: () => true, take: () => undefined };

describe("encodings", () => {
	const text = `<t a="ä€"/>`;
	it.each([
		["UTF-8 with a byte order mark", Buffer.from(`\ufeff${text}`)],
		["UTF-16 little-endian", Buffer.from(`\ufeff${text}`, "utf16le")],
		["UTF-16 big-endian", Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
		[
			"windows-1252 by its declaration",
			Buffer.concat([
				Buffer.from(`<?xml version="1.0" encoding="windows-1252"?><t a="`),
				Buffer.from([0xe4, 0x80]),
				Buffer.from(`"/>`),
			]),
		],
	])("%s", async (_, data) => {
		expect((await events(data, 3))[0]).toBe("<t ä€");
	});

	it("a declaration of UTF-16 that can be read byte by byte is not true", async () => {
		const data = Buffer.from(`<?xml version="1.0" encoding="utf-16"?>${text}`);
		expect((await events(data, 3))[0]).toBe("<t ä€");
	});

	it("ISO-8859-1, also behind much ASCII", async () => {
		const begin = Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?><r>${" ".repeat(5000)}<t a="`);
		const data = Buffer.concat([begin, Buffer.from([0xe4]), Buffer.from(`"/></r>`)]);
		for (const size of [3, 1000]) expect((await events(data, size))[1]).toBe("<t ä");
	});

	it("a character that is cut off at the file's end is an error", async () => {
		const data = Buffer.from("<a/><!--€");
		for (const cut of [1, 2])
			expect(await userError(events(data.subarray(0, data.length - cut)))).toMatchObject({
				code: "report-encoding",
			});
	});

	it("bytes that are not of the encoding have their true place, in every kind of report", async () => {
		const bad = (before: string, after: string) =>
			Buffer.concat([Buffer.from(before), Buffer.from([0xc3, 0x28]), Buffer.from(after)]);
		const cases: [read: (data: Buffer, size: number) => Promise<unknown>, before: string, after: string][] = [
			[(data, size) => readXml(bytes(data, size), "f", NOTHING), '<r>\n<t a="ä', '"/></r>'],
			[(data, size) => readJson(bytes(data, size), "f", EVERYTHING), '{\n"a":"ä', '"}'],
			[(data, size) => readLcov(bytes(data, size), "f"), "SF:a\nSF:ää", "\nDA:1,1\nend_of_record\n"],
			[
				(data, size) => readTap(bytes(data, size), "f", new TestCollector()),
				"TAP version 13\nok ää",
				"\n1..1\n",
			],
		];
		for (const [read, before, after] of cases) {
			for (const mark of ["", "\ufeff"]) {
				for (const size of [1, 7, 1000]) {
					const error = await userError(read(bad(mark + before, after), size));
					const last = before.split("\n")[1] ?? "";
					expect(error).toMatchObject({
						code: "report-encoding",
						place: { line: 2, column: last.length + 1 },
					});
					expect(error.message).toContain(`, at byte ${Buffer.byteLength(mark + before)}`);
				}
			}
		}
	});

	const READERS: Record<string, (data: Buffer, size: number) => Promise<unknown>> = {
		XML: (data, size) => readXml(bytes(data, size), "f", NOTHING),
		JSON: (data, size) => readJson(bytes(data, size), "f", EVERYTHING),
		lcov: (data, size) => readLcov(bytes(data, size), "f"),
		TAP: (data, size) => readTap(bytes(data, size), "f", new TestCollector()),
		"events of Go": (data, size) => readGoTestJson(bytes(data, size), "f", new TestCollector()),
	};
	const texts: Record<string, [before: string, after: string]> = {
		XML: ['<r>\n<t a="ä😀', '"/></r>'],
		JSON: ['{\n"a":"ä😀', '"}'],
		lcov: ["SF:a\nSF:ä😀", "\nDA:1,1\nend_of_record\n"],
		TAP: ["TAP version 13\nok ä😀", "\n1..1\n"],
		"events of Go": ["noise ä\nmore ä😀", "\n"],
	};
	const lone = { "a low half": "\udc00", "a high half": "\ud800", "two high halves": "\ud800\ud800" };
	it.each(
		Object.keys(READERS).flatMap((kind) =>
			(["little", "big"] as const).flatMap((order) =>
				Object.entries(lone).map(([what, bad]) => [kind, order, what, bad] as const),
			),
		),
	)("in %s as UTF-16, %s-endian, %s alone has its true place", async (kind, order, _, bad) => {
		const [before, after] = texts[kind] ?? ["", ""];
		// Past the first chunks of every size, and of what is looked at before it is read.
		for (const blank of ["", kind === "lcov" ? "# ä\n".repeat(20_000) : "\n".repeat(40_000)]) {
			for (const size of blank === "" ? [1, 2, 3, 7, 1000] : [1000, 4093]) {
				const head = Buffer.from(`\ufeff${kind === "TAP" ? before + blank : blank + before}`, "utf16le");
				const data = Buffer.concat([head, Buffer.from(bad + after, "utf16le")]);
				if (order === "big") data.swap16();
				const shown = head.toString("utf16le").slice(1).split("\n");
				const error = await userError(READERS[kind]?.(data, size) ?? Promise.resolve());
				expect(error).toMatchObject({
					code: "report-encoding",
					place: { line: shown.length, column: (shown.at(-1)?.length ?? 0) + 1 },
				});
				expect(error.message).toContain(`, at byte ${head.length}`);
			}
		}
	});

	it.each([
		["UTF-16 that is cut in a unit", Buffer.from("\ufeff<r>\n<a", "utf16le").subarray(0, -1), 2, 2, 12],
		["UTF-16 that is cut in a pair", Buffer.from("\ufeff<r>\n<!--\ud800", "utf16le"), 2, 5, 18],
		[
			"windows-1253 with a byte that it lacks",
			Buffer.from(`<?xml version="1.0" encoding="windows-1253"?>\n<a b="\xe1\xd2"/>`, "latin1"),
			2,
			8,
			53,
		],
		[
			"Shift_JIS with half a character",
			Buffer.from(`<?xml version="1.0" encoding="Shift_JIS"?>\n<a b="\x83\x65\x83"/>`, "latin1"),
			2,
			8,
			51,
		],
		[
			"GB18030 with half a character",
			Buffer.from(`<?xml version="1.0" encoding="GB18030"?>\n<a b="\xc4\xe3\x81"/>`, "latin1"),
			2,
			8,
			49,
		],
	])("%s has its true place", async (_, data, line, column, byte) => {
		for (const size of [1, 3, 1000]) {
			const error = await userError(readXml(bytes(data, size), "f", NOTHING));
			expect(error).toMatchObject({ code: "report-encoding", place: { line, column } });
			expect(error.message).toContain(`, at byte ${byte}`);
		}
	});

	it("Shift_JIS and GB18030 are read whatever the chunks", async () => {
		const of = (encoding: string, text: string) =>
			Buffer.from(`<?xml version="1.0" encoding="${encoding}"?><t a="${text}"/>`, "latin1");
		for (const size of [1, 2, 3, 1000]) {
			expect((await events(of("Shift_JIS", "\x83\x65\x83\x58\x83\x67"), size))[0]).toBe("<t テスト");
			expect((await events(of("GB18030", "\xc4\xe3\x81\x30\x84\x36"), size))[0]).toBe(
				"<t 你¥".replace("¥", "\u00a5"),
			);
		}
	});

	it("bytes that are not of the encoding are an error", async () => {
		expect(
			await userError(
				events(Buffer.concat([Buffer.from(`<t a="`), Buffer.from([0xff]), Buffer.from(`"/>`)])),
			),
		).toMatchObject({
			code: "report-encoding",
		});
	});

	it("an encoding that is not known is named", async () => {
		expect((await userError(events(`<?xml version="1.0" encoding="klingon"?><t/>`))).message).toContain(
			"'klingon'",
		);
	});
});

describe("text that is large", () => {
	it("has its true place behind it", async () => {
		const log = "noise\n".repeat(50_000);
		for (const text of [`<t><![CDATA[${log}]]></wrong>`, `<a>${log}</wrong>`, `<a><!--${log}--></wrong>`])
			expect(await userError(events(text, 4096))).toMatchObject({
				code: "report-malformed",
				place: { line: 50_001 },
			});
	});

	it("is cut at 64 Ki characters", async () => {
		const long = "x".repeat(100_000);
		for (const text of [`<t>${long}</t>`, `<t><![CDATA[${long}]]></t>`, `<t>${long}<u/>${long}</t>`])
			expect((await events(text, 4096)).at(-1)).toHaveLength(64 * 1024 + 2);
	});

	it.each([
		["a section", "<a><![CDATA[", "]]></a>"],
		["text", "<a>", "</a>"],
		["a comment", "<a><!--", "--></a>"],
		["a DOCTYPE", '<!DOCTYPE a [<!ENTITY x "', '">]><a/>'],
	])("%s larger than memory should hold costs none", async (_, begin, end) => {
		async function* large() {
			yield Buffer.from(begin);
			const chunk = Buffer.alloc(1024 * 1024, "x");
			for (let index = 0; index < 200; index++) yield chunk;
			yield Buffer.from(end);
		}
		const before = process.memoryUsage().rss;
		await readXml(large(), "f.xml", { open: () => undefined, close: () => undefined });
		expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
	});
});
