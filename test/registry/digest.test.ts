import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { digestOf, isDigest, parseDigest } from "#src/registry/digest.js";
import { verifyBytes, verifyingStream } from "#src/registry/verifying.js";
import { failureOf } from "./images.ts";

const EMPTY = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

test("digests of known bytes", () => {
	expect(digestOf("")).toBe(EMPTY);
	expect(digestOf("abc", "sha512")).toMatch(/^sha512:ddaf35a193617aba/);
	expect(parseDigest(EMPTY)).toEqual({ algorithm: "sha256", hex: EMPTY.slice(7) });
	expect(isDigest(`sha512:${"a".repeat(128)}`)).toBe(true);
});

test.each([
	"",
	"sha256:",
	`sha256:${"A".repeat(64)}`,
	`sha256:${"a".repeat(128)}`,
	`md5:${"a".repeat(32)}`,
	`x${EMPTY}`,
])("%j is no digest", (text) => {
	expect(isDigest(text)).toBe(false);
});

test("bytes are verified", () => {
	expect(() => verifyBytes(Buffer.from("x"), EMPTY, "It")).toThrow(/It is not what its digest says/);
	verifyBytes(Buffer.alloc(0), EMPTY, "It");
});

describe("a stream", () => {
	async function through(chunks: string[], digest: string, size?: number): Promise<string> {
		const verifier = verifyingStream(digest, size, "The blob");
		Readable.from(chunks.map((chunk) => Buffer.from(chunk))).pipe(verifier);
		let seen = "";
		try {
			for await (const chunk of verifier) seen += chunk;
		} catch (error) {
			throw Object.assign(error as Error, { seen });
		}
		return seen;
	}

	test.each([1, 3, 6])("passes in %i pieces", async (pieces) => {
		const text = "abcdef";
		const chunks = Array.from({ length: pieces }, (_, at) =>
			text.slice((at * 6) / pieces, ((at + 1) * 6) / pieces),
		);
		expect(await through(chunks, digestOf(text), 6)).toBe(text);
	});

	test("of nothing passes", async () => {
		expect(await through([], EMPTY, 0)).toBe("");
	});

	test("with a wrong byte breaks before its last piece", async () => {
		const error = await failureOf(through(["ab", "cX"], digestOf("abcd"), 4));
		expect(error).toMatchObject({ code: "digest-mismatch", fault: "outside" });
		expect(error.seen).not.toContain("cX");
	});

	test("holds its last piece back until all is verified", async () => {
		const verifier = verifyingStream(digestOf("abcd"), 4, "The blob");
		const seen: string[] = [];
		verifier.on("data", (chunk) => seen.push(String(chunk)));
		const ended = new Promise((resolve) => verifier.once("error", resolve).once("end", resolve));
		for (const chunk of ["ab", "c", "X"]) {
			verifier.write(chunk);
			await new Promise((resolve) => setImmediate(resolve));
		}
		verifier.end();
		expect(await ended).toMatchObject({ code: "digest-mismatch" });
		expect(seen).toEqual(["ab", "c"]);
	});

	test("that is too short breaks", async () => {
		const error = await failureOf(through(["ab"], digestOf("abcd"), 4));
		expect(error).toMatchObject({ code: "size-mismatch", seen: "" });
		expect(error.message).toContain("should have 4 bytes and has 2");
	});

	test("that is too long breaks at once", async () => {
		const error = await failureOf(through(["abcd", "e", "f"], digestOf("abcd"), 4));
		expect(error).toMatchObject({ code: "size-mismatch", seen: "" });
	});
});
