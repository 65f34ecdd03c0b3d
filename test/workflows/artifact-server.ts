/**
 * The artifact service of GitHub's runners, as far as `@actions/artifact` needs it: the Twirp service
 * `github.actions.results.api.v1.ArtifactService` in JSON, and the block blobs behind its upload addresses.
 *
 * act 0.2.89 has one too, but it refuses the field `mime_type` that @actions/artifact 6 sends, does not say that
 * a download is a zip, appends blocks in the order in which they arrive, and replaces an artifact of the same
 * name. GitHub does none of that.
 */

import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";

interface Artifact {
	id: number;
	name: string;
	file: string;
	secret: string;
	blocks: Map<string, Buffer>;
	size: number;
	digest: string;
	created: string;
	/** Only finished artifacts are listed and downloaded. */
	finished: boolean;
}

export interface ArtifactServer {
	/** What the steps need in their environment. */
	env: Record<string, string>;
	close(): Promise<void>;
}

/** An error as Twirp has them. */
class Refusal extends Error {
	readonly status: number;
	readonly code: string;

	constructor(status: number, code: string, message: string) {
		super(message);
		this.status = status;
		this.code = code;
	}
}

/** Bytes of one request: @actions/artifact sends blocks of 8 MiB. */
const BODY_LIMIT = 64 * 1024 * 1024;

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request) {
		size += chunk.length;
		if (size > BODY_LIMIT)
			throw new Refusal(413, "resource_exhausted", `a request has more than ${BODY_LIMIT} bytes`);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

function text(body: Record<string, unknown>, key: string): string {
	const value = body[key];
	if (typeof value !== "string" || value === "") throw new Refusal(400, "malformed", `${key} is missing`);
	return value;
}

/** A token whose only purpose is to name the run and the job, which is what the client reads in it. */
function tokenOf(runId: string): string {
	const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
	return `${part({ alg: "none" })}.${part({ scp: `Actions.Results:${runId}:${runId}` })}.none`;
}

/**
 * Starts a server on a free port of the loopback address.
 * @param folder where the artifacts are kept, each as `<name>.zip`
 * @param runId the run that all artifacts belong to
 */
export async function startArtifactServer(folder: string, runId: string): Promise<ArtifactServer> {
	await mkdir(folder, { recursive: true });
	const artifacts = new Map<string, Artifact>();
	let count = 0;
	let address = "";
	const finished = (name: string): Artifact => {
		const artifact = artifacts.get(name);
		if (!artifact?.finished) throw new Refusal(404, "not_found", `there is no artifact ${name}`);
		return artifact;
	};

	const methods = new Map<string, (body: Record<string, unknown>) => Promise<unknown>>([
		[
			"CreateArtifact",
			async (body) => {
				const name = text(body, "name");
				if (/["<>|*?:\\/\r\n]/.test(name) || name.startsWith(".")) {
					throw new Refusal(400, "invalid_argument", `'${name}' is no name of an artifact`);
				}
				if (artifacts.has(name)) {
					const message = "an artifact with this name already exists on the workflow run";
					throw new Refusal(409, "already_exists", message);
				}
				const secret = randomUUID();
				artifacts.set(name, {
					id: ++count,
					name,
					file: join(folder, `${name}.zip`),
					secret,
					blocks: new Map(),
					size: 0,
					digest: "",
					created: new Date().toISOString(),
					finished: false,
				});
				const url = new URL(`/blob/${encodeURIComponent(name)}`, address);
				url.searchParams.set("sig", secret);
				return { ok: true, signed_upload_url: url.href };
			},
		],
		[
			"FinalizeArtifact",
			async (body) => {
				const artifact = artifacts.get(text(body, "name"));
				if (artifact === undefined) throw new Refusal(404, "not_found", "it was never created");
				if (typeof body.hash === "string" && body.hash !== artifact.digest) {
					throw new Refusal(400, "invalid_argument", `${body.hash} was sent, ${artifact.digest} arrived`);
				}
				artifact.finished = true;
				return { ok: true, artifact_id: String(artifact.id) };
			},
		],
		[
			"ListArtifacts",
			async (body) => ({
				artifacts: [...artifacts.values()]
					.filter((artifact) => artifact.finished)
					.filter(({ name }) => body.name_filter === undefined || name === body.name_filter)
					.filter(({ id }) => body.id_filter === undefined || String(id) === body.id_filter)
					.map(({ id, name, size, created, digest }) => ({
						workflow_run_backend_id: runId,
						workflow_job_run_backend_id: runId,
						database_id: String(id),
						name,
						size: String(size),
						created_at: created,
						digest,
					})),
			}),
		],
		[
			"GetSignedArtifactURL",
			async (body) => {
				const { name, secret } = finished(text(body, "name"));
				const url = new URL(`/blob/${encodeURIComponent(name)}`, address);
				url.searchParams.set("sig", secret);
				return { signed_url: url.href };
			},
		],
		[
			"DeleteArtifact",
			async (body) => {
				const artifact = finished(text(body, "name"));
				artifacts.delete(artifact.name);
				await rm(artifact.file, { force: true });
				return { ok: true, artifact_id: String(artifact.id) };
			},
		],
	]);

	async function blob(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
		const artifact = artifacts.get(decodeURIComponent(url.pathname.slice("/blob/".length)));
		if (artifact === undefined || url.searchParams.get("sig") !== artifact.secret) {
			throw new Refusal(403, "permission_denied", "the signature is of no artifact");
		}
		if (request.method === "GET") {
			response.writeHead(200, {
				"content-type": "application/zip",
				"content-disposition": `attachment; filename="${artifact.name}.zip"`,
			});
			response.end(await readFile(artifact.file));
			return;
		}
		const body = await bodyOf(request);
		const step = url.searchParams.get("comp");
		if (step === "block") {
			artifact.blocks.set(url.searchParams.get("blockid") ?? "", body);
		} else if (step === "blocklist") {
			const ids = [...body.toString("utf8").matchAll(/<Latest>([^<]+)<\/Latest>/g)].map(
				(match) => match[1] ?? "",
			);
			const content = Buffer.concat(
				ids.map((id) => {
					const block = artifact.blocks.get(id);
					if (block === undefined) throw new Refusal(400, "invalid_argument", `block ${id} never arrived`);
					return block;
				}),
			);
			artifact.blocks.clear();
			artifact.size = content.length;
			artifact.digest = `sha256:${createHash("sha256").update(content).digest("hex")}`;
			await writeFile(artifact.file, content);
		} else {
			throw new Refusal(400, "unimplemented", `comp=${step} is not known here`);
		}
		response.writeHead(201).end();
	}

	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const url = new URL(request.url ?? "/", address);
		if (url.pathname.startsWith("/blob/")) return blob(request, response, url);
		const method = /^\/twirp\/github\.actions\.results\.api\.v1\.ArtifactService\/(\w+)$/.exec(
			url.pathname,
		)?.[1];
		const run = method === undefined ? undefined : methods.get(method);
		if (run === undefined) throw new Refusal(404, "bad_route", `${url.pathname} is not known here`);
		const body: unknown = JSON.parse((await bodyOf(request)).toString("utf8"));
		const result = await run(typeof body === "object" && body !== null ? { ...body } : {});
		response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(result));
	}

	const server = createServer((request, response) => {
		answer(request, response).catch((error: unknown) => {
			const { status, code } = error instanceof Refusal ? error : { status: 500, code: "internal" };
			const msg = error instanceof Error ? error.message : String(error);
			response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify({ code, msg }));
		});
	});
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen(0, "127.0.0.1", resolve);
	});
	const bound = server.address();
	if (bound === null || typeof bound === "string") throw new Error("no port was given out");
	address = `http://127.0.0.1:${bound.port}/`;
	return {
		env: {
			ACTIONS_RUNTIME_URL: address,
			ACTIONS_RESULTS_URL: address,
			ACTIONS_RUNTIME_TOKEN: tokenOf(runId),
		},
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
