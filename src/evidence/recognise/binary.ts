import type { Recognised } from "../formats.js";

/** Files that are no text: each named, with what to make instead. Pure. */

/** Magic numbers, as bytes of Latin-1 text. */
const MAGIC: readonly { begins: string; looks: string; advice: string }[] = [
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
export function recogniseMagic(head: Uint8Array): Recognised | undefined {
	const begin = Buffer.from(head.subarray(0, 64)).toString("latin1");
	const known = MAGIC.find(({ begins }) => begin.startsWith(begins));
	return known === undefined ? undefined : { looks: known.looks, advice: known.advice };
}

/** Where text has no zeros, in characters; some tools print them into what they report of a test. */
const TEXT_BEGIN = 512;

/** What comes before a zero that shows that this is no text. Undefined where there is none. */
export function beforeZero(text: string): string | undefined {
	const zero = text.slice(0, TEXT_BEGIN).indexOf("\0");
	return zero < 0 ? undefined : text.slice(0, zero);
}
