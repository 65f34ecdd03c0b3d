import { digestOf } from "../digest.js";
import { parseManifest } from "../manifest.js";
import { ACCEPT_MANIFESTS, bareMediaType, OCI_INDEX } from "../media-types.js";
import { isTag } from "../name.js";
import { parseErrorBody } from "../registry-error.js";
import type { Finding } from "./diagnosis.js";
import { type ProbeSession, type Reply, refusal, wordsOf } from "./probe-session.js";
import { attempt } from "./upload-probes.js";

/** What is seen by reading. */
export interface PullFindings {
	pull: Finding;
	/** The digest of a manifest that is there. */
	manifest?: string | undefined;
	/** The digest of one of its blobs, or of its first child's. */
	blob?: string | undefined;
}

/** Indexes in indexes that are followed to a blob. */
const MAX_DEPTH = 3;
/** No manifest has it, and every registry takes it for a digest. */
const NOBODY = `sha256:${"0".repeat(64)}`;

/**
 * Whether manifests and blobs can be read. The list of tags only tells what to read: it may need a right of its own
 * (Amazon ECR), which pulling does without.
 */
export async function probePull(session: ProbeSession): Promise<PullFindings> {
	const listed = await attempt(() =>
		session.ask({ method: "GET", path: "tags/list", query: { n: "1" }, actions: ["pull"] }),
	);
	if (!("status" in listed)) return { pull: listed };
	if (listed.status === 404) {
		const detail = `${wordsOf(listed)}: there is no such repository yet, or it is hidden from this account.`;
		return { pull: { answer: "unknown", detail } };
	}
	const tag = listed.status === 200 ? firstTag(listed.text) : undefined;
	return tag === undefined ? { pull: await probeAbsent(session, listed) } : probeTag(session, tag);
}

/** Where no tag is known, the answer for a manifest that nobody has shows who may read. */
async function probeAbsent(session: ProbeSession, listed: Reply): Promise<Finding> {
	const list =
		listed.status === 200
			? "The tags can be listed, there are none"
			: `The tags can't be listed (${wordsOf(listed)}), which pulling does not need`;
	const reply = await attempt(() => readManifest(session, NOBODY));
	if (!("status" in reply)) return reply;
	const told = `an absent manifest is answered ${wordsOf(reply)}`;
	const absent = reply.status === 404 && parseErrorBody(reply.text).codes.includes("MANIFEST_UNKNOWN");
	if (reply.status === 200 || absent) return { answer: "yes", detail: `${list}; ${told}.` };
	if (reply.status === 404 && listed.status === 200) return { answer: "yes", detail: `${list}; ${told}.` };
	if (isRefusal(reply) && isRefusal(listed)) return { answer: "no", detail: wordsOf(reply) };
	// Some registries (Artifactory) answer everybody so for what is absent.
	return { answer: "unknown", detail: `${list}; ${told}: only a manifest that is there would show it.` };
}

async function probeTag(session: ProbeSession, tag: string): Promise<PullFindings> {
	const reply = await attempt(() => readManifest(session, tag));
	if (!("status" in reply)) return { pull: reply };
	if (reply.status !== 200) {
		const answer = isRefusal(reply) ? "no" : "unknown";
		const detail = `The tags can be listed; the manifest of ${tag} can't be read: ${wordsOf(reply)}`;
		return { pull: { answer, detail } };
	}
	const manifest = digestOf(Buffer.from(reply.text));
	const blob = await blobOf(session, reply, tag);
	if (blob === undefined)
		return { pull: { answer: "yes", detail: `The manifest of ${tag} can be read.` }, manifest };
	const read = await attempt(() => session.ask({ method: "GET", path: `blobs/${blob}`, actions: ["pull"] }));
	return { pull: blobFinding(tag, read), manifest, blob };
}

function blobFinding(tag: string, read: Reply | Finding): Finding {
	if ("status" in read && read.status === 200)
		return { answer: "yes", detail: `The manifest of ${tag} and a blob of it can be read.` };
	const why = "status" in read ? wordsOf(read) : read.detail;
	const answer = "status" in read && isRefusal(read) ? "no" : "unknown";
	return { answer, detail: `The manifest of ${tag} can be read; a blob of it can't: ${why}` };
}

/** The digest of an image's configuration; an index is followed to its first child, and so is that. */
async function blobOf(session: ProbeSession, reply: Reply, name: string): Promise<string | undefined> {
	try {
		let at = reply;
		for (let depth = 0; depth <= MAX_DEPTH; depth += 1) {
			const parsed = parse(at, name);
			if (parsed.kind === "image") return parsed.config.digest;
			const child = parsed.manifests[0];
			if (child === undefined) return undefined;
			at = await readManifest(session, child.digest);
			if (at.status !== 200) return undefined;
		}
		return undefined;
	} catch {
		// A manifest of an unknown kind tells nothing of the registry.
		return undefined;
	}
}

function parse(reply: Reply, name: string): ReturnType<typeof parseManifest> {
	return parseManifest(Buffer.from(reply.text), bareMediaType(reply.header("content-type") ?? ""), name);
}

function readManifest(session: ProbeSession, reference: string): Promise<Reply> {
	const headers = { accept: ACCEPT_MANIFESTS };
	return session.ask({ method: "GET", path: `manifests/${reference}`, headers, actions: ["pull"] });
}

function isRefusal({ status }: Reply): boolean {
	return status === 401 || status === 403;
}

function firstTag(text: string): string | undefined {
	try {
		const answer = JSON.parse(text) as { tags?: unknown } | null;
		const tags = answer?.tags;
		const first: unknown = Array.isArray(tags) ? tags[0] : undefined;
		return typeof first === "string" && isTag(first) ? first : undefined;
	} catch {
		return undefined;
	}
}

/** Whether the API lists what refers to a manifest; `digest` is one that is there, if any is known. */
export async function probeReferrers(session: ProbeSession, digest = NOBODY): Promise<Finding> {
	const reply = await attempt(() =>
		session.ask({
			method: "GET",
			path: `referrers/${digest}`,
			headers: { accept: OCI_INDEX },
			actions: ["pull"],
		}),
	);
	// Who may not even read learns nothing of the API.
	if (!("status" in reply)) return { answer: "unknown", detail: reply.detail };
	const type = reply.header("content-type") ?? "";
	if (reply.status === 200 && type.startsWith(OCI_INDEX))
		return { answer: "yes", detail: "The API lists them." };
	if (isRefusal(reply)) return { answer: "unknown", detail: wordsOf(reply) };
	return refusal(reply, `${wordsOf(reply)}: they are kept under the fallback tag (sha256-<hex>).`);
}
