import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type SigstoreInstance, sigstoreInstance } from "#src/attest/instance.js";
import { whyNotRecordOf } from "#src/attest/promotion-record.js";
import { parsePublicKey } from "#src/attest/public-key.js";
import { formatRequirement, parseRequirements } from "#src/attest/requirement.js";
import { signingOf } from "#src/attest/signing-inputs.js";
import { parseSigningKey } from "#src/attest/signing-key.js";
import { parseStatement, statementOf } from "#src/attest/statement.js";
import { testResultOf, whyNotOpen } from "#src/attest/test-result.js";
import { parseTrust } from "#src/attest/trust.js";
import { UserError } from "#src/runner/errors.js";

describe("trust", () => {
	it("is one signer or a list, with GitHub's issuer as the default", () => {
		expect(parseTrust("repository: acme/shop")).toEqual([
			{
				kind: "workflow",
				issuer: "https://token.actions.githubusercontent.com",
				repository: "https://github.com/acme/shop",
				workflow: undefined,
				ref: undefined,
				trustedRoot: undefined,
			},
		]);
		expect(
			parseTrust(
				"- repository: https://acme.ghe.com/acme/shop\n  issuer: https://token.actions.acme.ghe.com\n  workflow: acme/ci/.github/workflows/verify.yaml\n  ref: refs/tags/v*\n- key: cosign.pub\n  trusted-root: root.json\n",
			),
		).toEqual([
			{
				kind: "workflow",
				issuer: "https://token.actions.acme.ghe.com",
				repository: "https://acme.ghe.com/acme/shop",
				workflow: "https://acme.ghe.com/acme/ci/.github/workflows/verify.yaml",
				ref: "refs/tags/v*",
				trustedRoot: undefined,
			},
			{ kind: "key", key: { path: "cosign.pub" }, trustedRoot: "root.json" },
		]);
		const pem = "key: |\n  -----BEGIN PUBLIC KEY-----\n  AAAA\n  -----END PUBLIC KEY-----\n";
		expect(parseTrust(pem)[0]).toMatchObject({ key: { pem: expect.stringContaining("AAAA\n") } });
	});

	it.each([
		["repositry: acme/shop", /unknown key "repositry" .*Did you mean 'repository'\?/],
		["repository: acme", /"acme", which is neither owner\/name nor its https address/],
		["repository: http://github.com/a/b", /neither owner\/name nor its https address/],
		["repository: https://github.com/a/b/c", /neither owner\/name/],
		["repository: https://github.com@evil.example/a/b", /neither owner\/name/],
		["repository: a/b\nkey: x", /gives one signer both key and repository/],
		["workflow: .github/workflows/x.yml", /gives a signer neither repository nor key/],
		["repository: a/b\nworkflow: x.yml", /which is neither \.github\/workflows/],
		["repository: a/b\nworkflow: .github/workflows/x.yml@refs/heads/main", /its ref stands in ref/],
		["repository: a/b\nref: main", /"main", which is not written in full/],
		["repository: a/b\nref:", /no text for ref/],
		["repository: [a]", /no text for repository/],
		["key: |\n  -----BEGIN EC PRIVATE KEY-----\n  x", /holds a private key/],
		["acme/shop", /something other than keys and values/],
		["[]", /names 0 signers/],
		["a: [", /not valid YAML/],
		["repository: a/b\nrepository: c/d", /not valid YAML \(DUPLICATE_KEY\)/],
	])("refuses %j", (text, expected) => {
		expect(() => parseTrust(text)).toThrow(expected);
	});

	it("names the line", () => {
		expect(() => parseTrust("repository: a/b\nfoo: x")).toThrow(
			expect.objectContaining({ place: expect.objectContaining({ line: 2, column: 1, input: "trust" }) }),
		);
	});
});

describe("require", () => {
	it("is read and written as it stands, each once", () => {
		const words = ["gate", "signature", "attestation", "record:staging", "gate"];
		expect(parseRequirements(words, {}).map(formatRequirement)).toEqual(words.slice(0, 4));
		expect(() => parseRequirements(["gat"], {})).toThrow(/"gat", which is no evidence/);
		expect(() => parseRequirements(["record:"], {})).toThrow(/no evidence/);
		expect(() => parseRequirements(["gat"], {})).toThrow(
			expect.objectContaining({ hint: expect.stringContaining("Did you mean 'gate'?") }),
		);
	});
});

describe("the signing key", () => {
	const pem = (type: "ec" | "rsa" | "ed25519", curve = "P-256") => {
		const { privateKey } =
			type === "ec"
				? generateKeyPairSync("ec", { namedCurve: curve })
				: type === "rsa"
					? generateKeyPairSync("rsa", { modulusLength: 2048 })
					: generateKeyPairSync("ed25519");
		return String(privateKey.export({ type: "pkcs8", format: "pem" }));
	};

	it.each([
		[
			"a cosign key",
			"-----BEGIN ENCRYPTED COSIGN PRIVATE KEY-----\nSECRETPART\n-----END",
			/cosign has encrypted/,
		],
		[
			"a sigstore key",
			"-----BEGIN ENCRYPTED SIGSTORE PRIVATE KEY-----\nSECRETPART\n",
			/cosign has encrypted/,
		],
		["an encrypted key", "-----BEGIN ENCRYPTED PRIVATE KEY-----\nSECRETPART\n", /is an encrypted key/],
		[
			"an older encrypted key",
			"-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nSECRETPART",
			/is an encrypted key/,
		],
		["text", "SECRETPART", /is no private key in PEM/],
		["another curve", pem("ec", "P-384"), /type ec \(secp384r1\)/],
		["RSA", pem("rsa"), /type rsa/],
	])("is not %s, and none of it is told", (_, text, expected) => {
		let thrown: unknown;
		try {
			parseSigningKey(text);
		} catch (error) {
			thrown = error;
		}
		expect(String(thrown)).toMatch(expected);
		expect(JSON.stringify(thrown) + String((thrown as UserError).cause)).not.toContain("SECRETPART");
	});

	it("is P-256 or Ed25519, in any of their PEM forms", () => {
		const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
		const sec1 = String(privateKey.export({ type: "sec1", format: "pem" }));
		expect(parseSigningKey(`\n${sec1}`).publicKey).toContain("BEGIN PUBLIC KEY");
		expect(parseSigningKey(pem("ed25519")).privateKey.asymmetricKeyType).toBe("ed25519");
	});

	it("asks no instance unless one is named", () => {
		const key = parseSigningKey(pem("ec"));
		const event = { serverUrl: "https://github.com", isPublic: true };
		expect(signingOf({ key, sigstore: undefined }, event, undefined).instance).toEqual({
			fulcio: undefined,
			rekor: undefined,
			timestamp: undefined,
		});
		expect(signingOf({ key, sigstore: "public" }, event, undefined).instance.rekor).toBeDefined();
	});
});

describe("public keys of trust", () => {
	it.each([
		["a short RSA key", "rsa", /fewer than 2048 bits/],
		["DSA", "dsa", /its type is dsa/],
	] as const)("are not %s", (_, type, expected) => {
		const { publicKey } =
			type === "rsa"
				? generateKeyPairSync("rsa", { modulusLength: 1024 })
				: generateKeyPairSync("dsa", { modulusLength: 1024, divisorLength: 160 });
		expect(() => parsePublicKey(String(publicKey.export({ type: "spki", format: "pem" })), "k")).toThrow(
			expected,
		);
	});
});

describe("the sigstore instance", () => {
	const at = (text: string | undefined, server?: string, isPublic?: boolean): SigstoreInstance =>
		sigstoreInstance(text, { server, isPublic });

	it("is the public one only for a public repository, or by name", () => {
		const own = { fulcio: "https://fulcio.githubapp.com", timestamp: "https://timestamp.githubapp.com" };
		expect(at(undefined, "https://github.com", true).rekor).toBe("https://rekor.sigstore.dev");
		expect(at(undefined, "https://github.com", false)).toMatchObject(own);
		expect(at(undefined, "https://github.com", undefined)).toMatchObject(own);
		expect(at("public", "https://github.com", false).rekor).toBe("https://rekor.sigstore.dev");
		expect(at("github", undefined, true)).toMatchObject(own);
		expect(at(undefined, "https://acme.ghe.com", false).fulcio).toBe("https://fulcio.acme.ghe.com");
		expect(at("fulcio: https://f.acme/\nrekor: http://127.0.0.1:1", undefined)).toEqual({
			fulcio: "https://f.acme",
			rekor: "http://127.0.0.1:1",
			timestamp: undefined,
		});
	});

	it.each([
		["fulcio: https://f.acme", /neither rekor nor timestamp/],
		["fulcio: http://f.acme\nrekor: https://r.acme", /no https address/],
		["fulcio: https://u:p@f.acme\nrekor: https://r.acme", /no https address/],
		["rekr: https://r.acme", /Did you mean 'rekor'/],
		["Public", /neither a name nor keys and values/],
	])("is not %j", (text, expected) => {
		expect(() => at(text)).toThrow(expected);
	});

	it("is not guessed for another server", () => {
		expect(() => at(undefined, "https://git.acme.example", false)).toThrow(/no sigstore instance of GitHub/);
	});
});

describe("a gate's verdict", () => {
	const levels = [
		{ level: "cart:unit", quarantined: false },
		{ level: "cart:e2e", quarantined: true },
	];
	const verdict = { commit: "c".repeat(40), repository: undefined, ref: undefined, url: undefined, levels };
	const made = testResultOf(verdict) as Record<string, unknown>;
	const gate = { configuration: made.configuration };

	it("says what passed, and what passed under quarantine", () => {
		expect(made).toEqual({
			result: "WARNED",
			configuration: [{ name: "sluice.gate.v1", digest: { gitCommit: "c".repeat(40) } }],
			passedTests: ["cart:unit"],
			warnedTests: ["cart:e2e"],
			failedTests: [],
		});
		const full = {
			...verdict,
			repository: "https://github.com/acme/shop",
			ref: "refs/heads/main",
			levels: [],
		};
		expect(testResultOf({ ...full, url: "https://x" })).toMatchObject({
			result: "PASSED",
			url: "https://x",
			configuration: [{ uri: "git+https://github.com/acme/shop@refs/heads/main" }],
		});
		expect(whyNotOpen(made, ["cart:unit", "cart:e2e"])).toBeUndefined();
	});

	it.each([
		["that is closed", { ...gate, result: "FAILED" }, "its verdict is not open"],
		[
			"that passed with failures",
			{ ...gate, result: "PASSED", failedTests: ["x"] },
			"its verdict is not open",
		],
		[
			"that contradicts itself",
			{ ...gate, result: "PASSED", warnedTests: ["x"] },
			"it contradicts itself: passed, with tests under warning",
		],
		[
			"of another tool",
			{ configuration: [{ name: "jest" }], result: "PASSED" },
			"it is a test result, and no gate's verdict",
		],
		["without a result", { ...gate }, "its predicate is no test result"],
		["with another word", { ...gate, result: "passed" }, "its predicate is no test result"],
		[
			"that lacks a level",
			{ ...gate, result: "PASSED", passedTests: ["cart:unit2"] },
			"it does not cover cart:unit",
		],
		["that is null", null, "its predicate is no test result"],
	])("does not count %s", (_, predicate, why) => {
		expect(whyNotOpen(predicate, ["cart:unit"])).toBe(why);
	});
});

describe("statements and records", () => {
	const digest = `sha256:${"1".repeat(64)}`;

	it("are read as they are written, and no other form is", () => {
		const bytes = statementOf({ name: "a/b", digest }, "t", { x: 1 });
		expect(parseStatement(bytes)).toEqual({
			subjects: [{ name: "a/b", digest: new Map([["sha256", "1".repeat(64)]]) }],
			predicateType: "t",
			predicate: { x: 1 },
		});
		for (const text of [
			"{}",
			"null",
			"{",
			JSON.stringify({ _type: "https://in-toto.io/Statement/v2", subject: [], predicateType: "t" }),
			JSON.stringify({ _type: "https://in-toto.io/Statement/v1", subject: [], predicateType: "t" }),
		])
			expect(() => parseStatement(Buffer.from(text))).toThrow(UserError);
	});

	it("name their environment", () => {
		expect(whyNotRecordOf({ environment: "staging", more: 1 }, "staging")).toBeUndefined();
		expect(whyNotRecordOf({ environment: "production" }, "staging")).toBe(
			'it is a record of the environment "production"',
		);
		expect(whyNotRecordOf({}, "staging")).toBe("its predicate is no promotion record");
	});
});
