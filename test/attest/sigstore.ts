import { createHash, generateKeyPairSync } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { fulcioHandler, initializeCA, initializeCTLog } from "@sigstore/mock/dist/fulcio/index.js";
import { initializeTLog } from "@sigstore/mock/dist/rekor/index.js";
import { initializeTSA, tsaHandler } from "@sigstore/mock/dist/timestamp/index.js";
import { HashAlgorithm, PublicKeyDetails, TrustedRoot } from "@sigstore/protobuf-specs";
import { GITHUB_ISSUER } from "#src/attest/trust.js";

/**
 * A sigstore instance of its own, over real HTTP: a certificate authority with a certificate log, a transparency
 * log, a timestamp authority, and the runner's OIDC endpoint. Keys are made anew each time.
 */
export interface SigstoreServer extends AsyncDisposable {
	/** Of Fulcio, Rekor and the timestamp authority alike. */
	url: string;
	/** The input `sigstore` for it. */
	instance: string;
	/** What a job with `id-token: write` gets. */
	environment: Record<string, string>;
	/** The next tokens' claims. */
	claims: RunClaims;
	/** The trusted root as JSON; `log` false: of an instance without logs, as GitHub's own is. */
	trustedRoot(options?: { log?: boolean }): string;
	/** Answers that stand in for the real ones, by path. */
	broken: Map<string, number>;
	/** Paths of the requests, in order. */
	requests: string[];
}

/** What GitHub's token says of a run. */
export interface RunClaims {
	issuer: string;
	repository: string;
	ref: string;
	/** `owner/name/.github/workflows/x.yml@ref` */
	workflow: string;
}

export const RUN: RunClaims = {
	issuer: GITHUB_ISSUER,
	repository: "acme/shop",
	ref: "refs/heads/main",
	workflow: "acme/shop/.github/workflows/deliver.yml@refs/heads/main",
};

const REQUEST_TOKEN = "request-token-of-the-runner";
/** Before every time that is proved. */
const START = new Date("2020-01-01T00:00:00Z");

/** `certificates`: the time at which certificates begin; default: now. */
export async function startSigstore(options: { certificates?: Date } = {}): Promise<SigstoreServer> {
	const keys = () => generateKeyPairSync("ec", { namedCurve: "P-256" });
	const ctLog = await initializeCTLog(keys(), options.certificates);
	const authority = await initializeCA(keys(), ctLog, options.certificates);
	const log = await initializeTLog("https://rekor.test", keys());
	const timestamps = await initializeTSA(keys());
	// Whole seconds: the mock writes milliseconds below 100 in a form that no reader takes.
	Object.assign(timestamps, { getCurrentTime: () => new Date(Math.floor(Date.now() / 1000) * 1000) });
	const certify = fulcioHandler(authority);
	const stamp = tsaHandler(timestamps);
	const broken = new Map<string, number>();
	const requests: string[] = [];
	const state = { claims: { ...RUN } };

	const enter = async (body: string) => {
		const entry = await log.log(canonical(JSON.parse(body)));
		return { statusCode: 201, response: JSON.stringify(entry), contentType: "application/json" };
	};
	const answer = async (request: IncomingMessage, body: string) => {
		const path = new URL(request.url ?? "/", "http://test").pathname;
		requests.push(path);
		const status = broken.get(path);
		if (status !== undefined) return { statusCode: status, response: "out of order" };
		if (path === "/token") return token(request, state.claims);
		if (path === certify.path) return certify.fn(body);
		if (path === stamp.path) return stamp.fn(body);
		if (path === "/api/v1/log/entries") return enter(body);
		return { statusCode: 404, response: "not found" };
	};
	const server = createServer((request, response) => {
		void respond(request, response, answer);
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		url,
		instance: `fulcio: ${url}\nrekor: ${url}`,
		environment: {
			ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/token?run=1`,
			ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN,
		},
		get claims() {
			return state.claims;
		},
		set claims(claims) {
			state.claims = claims;
		},
		broken,
		requests,
		trustedRoot: ({ log: withLog = true } = {}) =>
			JSON.stringify(
				TrustedRoot.toJSON({
					mediaType: "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
					certificateAuthorities: [chainOf([authority.rootCertificate])],
					timestampAuthorities: [chainOf([timestamps.intCertificate, timestamps.rootCertificate])],
					tlogs: withLog ? [logOf(log.publicKey, "https://rekor.test")] : [],
					ctlogs: [logOf(ctLog.publicKey, "https://ctfe.test")],
				}),
			),
		[Symbol.asyncDispose]: async () => {
			server.closeAllConnections();
			await new Promise((done) => server.close(done));
		},
	};
}

type Answer = { statusCode: number; response: string | ArrayBufferView; contentType?: string };

async function respond(
	request: IncomingMessage,
	response: ServerResponse,
	answer: (request: IncomingMessage, body: string) => Promise<Answer>,
): Promise<void> {
	const chunks: Buffer[] = [];
	for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
	const made = await answer(request, Buffer.concat(chunks).toString("utf8"));
	response.writeHead(made.statusCode, { "content-type": made.contentType ?? "text/plain" });
	const { response: body } = made;
	response.end(typeof body === "string" ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength));
}

/** As the runner answers: only to its own token, and only for the audience that Fulcio takes. */
function token(request: IncomingMessage, claims: RunClaims): Answer {
	const { searchParams } = new URL(request.url ?? "/", "http://test");
	const allowed = request.headers.authorization === `Bearer ${REQUEST_TOKEN}`;
	if (!allowed || searchParams.get("audience") !== "sigstore" || searchParams.get("run") !== "1")
		return { statusCode: 401, response: "no" };
	const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
	const { issuer, repository, ref, workflow } = claims;
	const body = {
		iss: issuer,
		sub: `https://github.com/${workflow}`,
		repository,
		ref,
		job_workflow_ref: workflow,
	};
	return {
		statusCode: 200,
		response: JSON.stringify({ value: `${part({ alg: "none" })}.${part(body)}.${part({})}` }),
		contentType: "application/json",
	};
}

/** Rekor keeps a proposed DSSE envelope as hashes, which is what verifiers compare. */
function canonical(entry: { kind: string; apiVersion: string; spec: Proposal }): object {
	if (entry.kind !== "dsse") return entry;
	const { envelope: text, verifiers } = entry.spec.proposedContent;
	const envelope = JSON.parse(text) as { payload: string; signatures: { sig: string }[] };
	const hash = (bytes: Buffer | string) => ({
		algorithm: "sha256",
		value: createHash("sha256").update(bytes).digest("hex"),
	});
	return {
		apiVersion: entry.apiVersion,
		kind: entry.kind,
		spec: {
			envelopeHash: hash(text),
			payloadHash: hash(Buffer.from(envelope.payload, "base64")),
			signatures: envelope.signatures.map(({ sig }, at) => ({ signature: sig, verifier: verifiers[at] })),
		},
	};
}

interface Proposal {
	proposedContent: { envelope: string; verifiers: string[] };
}

function chainOf(certificates: readonly ArrayBufferView[]) {
	return {
		subject: { commonName: "sigstore", organization: "test" },
		uri: "https://authority.test",
		certChain: {
			certificates: certificates.map((each) => ({
				rawBytes: Buffer.from(each.buffer, each.byteOffset, each.byteLength),
			})),
		},
		validFor: { start: START },
		operator: "test",
	};
}

/** Checkpoints name the log, which must be in its address. */
function logOf(publicKey: Buffer, baseUrl: string) {
	return {
		baseUrl,
		logId: { keyId: createHash("sha256").update(publicKey).digest() },
		hashAlgorithm: HashAlgorithm.SHA2_256,
		publicKey: {
			rawBytes: publicKey,
			keyDetails: PublicKeyDetails.PKIX_ECDSA_P256_SHA_256,
			validFor: { start: START },
		},
		checkpointKeyId: undefined,
		operator: "test",
	};
}
