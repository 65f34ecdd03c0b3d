import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { trimSections } from "#src/evidence/sections.js";
import { readXml } from "#src/evidence/xml.js";
import { bytes, userError } from "./source.ts";

/** Everything that a file says, as text. */
async function events(text: string | Uint8Array, size?: number): Promise<string[]> {
	const seen: string[] = [];
	await readXml(bytes(text, size), "f.xml", {
		open: (element) => {
			seen.push(`<${element.name} ${element.attribute("a") ?? ""}`);
			return element.name === "t";
		},
		close: (name, told) => void seen.push(`${name}${told === undefined ? "" : `=${told}`}`),
	});
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
	it("an entity of its own is refused, with its place", async () => {
		const text = `<!DOCTYPE a [\n<!ENTITY x "boom">\n]>\n<t>&x;</t>`;
		expect(await userError(events(text))).toMatchObject({
			code: "report-malformed",
			message: "f.xml is not well-formed XML: undefined entity",
			place: { file: "f.xml", line: 4 },
		});
	});

	it("an external DOCTYPE is passed over", async () => {
		expect(await events(`<!DOCTYPE coverage SYSTEM "http://127.0.0.1:1/coverage.dtd"><t/>`)).toEqual([
			"<t ",
			"t=",
		]);
	});

	it("depth, names and attributes are limited", async () => {
		const deep = await userError(events("<a>".repeat(300)));
		expect(deep).toMatchObject({ code: "report-limit" });
		const many = Array.from({ length: 300 }, (_, index) => `a${index}="1"`).join(" ");
		expect(await userError(events(`<a ${many}/>`))).toMatchObject({ code: "report-limit" });
		expect(await userError(events(`<${"n".repeat(300)}/>`))).toMatchObject({ code: "report-limit" });
	});

	it("control characters, which tools write into messages, are let through", async () => {
		expect(await events(`<t a="\u001b[31mred&#27;">x\u0000y</t>`, 1000)).toEqual([
			"<t \u001b[31mred&#27;",
			"t=x\u0000y",
		]);
	});
});

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

describe("sections", () => {
	const whole = (text: string, limit: number, sizes: number) => {
		const filter = trimSections(limit);
		let out = "";
		for (let index = 0; index < text.length; index += sizes)
			out += filter.write(text.slice(index, index + sizes));
		return out + filter.end();
	};
	const piece = fc.constantFrom(
		"<a>",
		"</a>",
		"<![CDATA[",
		"]]>",
		"]",
		"<!--",
		"-->",
		"-",
		"<?",
		"?>",
		"x\ny",
		"<",
		"<!",
		"text",
	);
	const text = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(""));

	it("nothing is lost below the limit, however the text is cut into chunks", () => {
		fc.assert(
			fc.property(text, fc.integer({ min: 1, max: 9 }), (each, size) => whole(each, 1000, size) === each),
		);
	});

	it("what is cut does not depend on the chunks", () => {
		fc.assert(
			fc.property(text, fc.integer({ min: 1, max: 9 }), (each, size) => {
				expect(whole(each, 3, size)).toBe(whole(each, 3, each.length + 1));
			}),
		);
	});

	it("keeps line ends, so that an error behind a long section has its true line", async () => {
		const log = "noise\n".repeat(50_000);
		const error = await userError(events(`<t><![CDATA[${log}]]></wrong>`, 4096));
		expect(error).toMatchObject({ code: "report-malformed", place: { line: 50_001 } });
	});

	it("a section larger than memory should hold costs none", async () => {
		async function* large() {
			yield Buffer.from("<a><![CDATA[");
			const chunk = Buffer.alloc(1024 * 1024, "x");
			for (let index = 0; index < 300; index++) yield chunk;
			yield Buffer.from("]]></a>");
		}
		const before = process.memoryUsage().rss;
		await readXml(large(), "f.xml", { open: () => undefined, close: () => undefined });
		expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
	});
});
