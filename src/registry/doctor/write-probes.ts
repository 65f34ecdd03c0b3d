import { digestOf } from "../digest.js";
import { OCI_MANIFEST } from "../media-types.js";
import { saysImmutable } from "../registry-error.js";
import type { Finding } from "./diagnosis.js";
import { failedFinding, type ProbeSession, type Reply, refusal, wordsOf } from "./probe-session.js";
import { attempt } from "./upload-probes.js";

/**
 * What can only be seen by writing: a manifest of two bytes under a tag of its own, which is deleted again, the
 * manifests by digest too, since nobody else can have made them.
 */
export interface WriteFindings {
	singleRequest: Finding;
	sha512Blobs: Finding;
	sha512Manifests: Finding;
	mount: Finding;
	subject: Finding;
	immutable: Finding;
	tagDeletion: Finding;
	deletion: Finding;
	/** What is still there. */
	left: string[];
}

const PUSH = ["pull", "push"] as const;
const EMPTY = Buffer.from("{}");
const EMPTY_TYPE = "application/vnd.oci.empty.v1+json";
const EMPTY_DIGEST = digestOf(EMPTY);
const UNKNOWN: Finding = { answer: "unknown", detail: "Nothing could be written." };

/** `name` is the probe's tag, unique to this run. */
export async function probeWriting(
	session: ProbeSession,
	repository: string,
	name: string,
): Promise<WriteFindings> {
	const found: WriteFindings = {
		singleRequest: UNKNOWN,
		sha512Blobs: UNKNOWN,
		sha512Manifests: UNKNOWN,
		mount: UNKNOWN,
		subject: UNKNOWN,
		immutable: UNKNOWN,
		tagDeletion: UNKNOWN,
		deletion: UNKNOWN,
		left: [],
	};
	const written: string[] = [];
	/** What the tag points at. */
	let tagged: string | undefined;
	try {
		found.singleRequest = await pushInOne(session);
		found.mount = await mountFrom(session, repository, EMPTY_DIGEST);
		found.sha512Blobs = await pushSha512(session, name);
		const first = manifest(name, "1");
		const put = await putManifest(session, name, first);
		if (put.status !== 201) return { ...found, immutable: { answer: "unknown", detail: wordsOf(put) } };
		tagged = digestOf(first);
		written.push(tagged);
		const about = manifest(name, "2", {
			mediaType: OCI_MANIFEST,
			digest: digestOf(first),
			size: first.length,
		});
		const referring = await putManifest(session, digestOf(about), about);
		if (referring.status === 201) written.push(digestOf(about));
		found.subject = subjectFinding(referring);
		const second = manifest(name, "3");
		const moved = await putManifest(session, name, second);
		if (moved.status === 201) {
			tagged = digestOf(second);
			written.push(tagged);
		}
		found.immutable = immutableFinding(moved);
		found.sha512Manifests = await probeSha512Manifest(session, name, written);
	} catch (error) {
		if (found.immutable === UNKNOWN) found.immutable = { ...failedFinding(error), answer: "unknown" };
	} finally {
		if (tagged !== undefined) {
			found.tagDeletion = await deleteTag(session, name);
			if (found.tagDeletion.answer !== "yes") found.left.push(`the tag ${name}`);
		}
		for (const digest of written.reverse()) {
			const deleted = await attempt(() =>
				session.ask({ method: "DELETE", path: `manifests/${digest}`, actions: ["delete"] }),
			);
			found.deletion = deletionFinding(deleted);
			if (found.deletion.answer !== "yes") found.left.push(digest);
			// A registry that deletes no tags lets go of them with their manifest.
			else if (digest === tagged) found.left = found.left.filter((each) => each !== `the tag ${name}`);
		}
	}
	return found;
}

async function pushInOne(session: ProbeSession): Promise<Finding> {
	const posted = await session.ask({
		method: "POST",
		path: "blobs/uploads/",
		query: { digest: EMPTY_DIGEST },
		headers: { "content-type": "application/octet-stream" },
		body: EMPTY,
		actions: PUSH,
	});
	if (posted.status === 201) return { answer: "yes", detail: "A blob is taken with its POST." };
	if (posted.status !== 202) {
		// What is written next is made of this blob.
		const opened = await session.ask({ method: "POST", path: "blobs/uploads/", actions: PUSH });
		if (opened.status === 202) await putBlob(session, opened, EMPTY_DIGEST, EMPTY);
		return refusal(posted);
	}
	const put = await putBlob(session, posted, EMPTY_DIGEST, EMPTY);
	const then = put.status === 201 || put.status === 204 ? "a PUT to its upload completes it" : wordsOf(put);
	return { answer: "no", detail: `The POST only opens an upload (202); ${then}.` };
}

function putBlob(session: ProbeSession, opened: Reply, digest: string, body: Buffer): Promise<Reply> {
	const url = session.location(opened);
	url.searchParams.set("digest", digest);
	const headers = { "content-type": "application/octet-stream" };
	return session.ask({ method: "PUT", path: url, headers, body, actions: PUSH });
}

async function pushSha512(session: ProbeSession, name: string): Promise<Finding> {
	const body = Buffer.from(name);
	const opened = await session.ask({
		method: "POST",
		path: "blobs/uploads/",
		query: { "digest-algorithm": "sha512" },
		actions: PUSH,
	});
	if (opened.status !== 202) return refusal(opened);
	const put = await putBlob(session, opened, digestOf(body, "sha512"), body);
	if (put.status === 201 || put.status === 204)
		return { answer: "yes", detail: "A blob named by sha512 is taken." };
	return refusal(put);
}

/** Whether a blob that is there is mounted; the upload that a registry opens instead is given up. */
export async function mountFrom(session: ProbeSession, from: string, digest: string): Promise<Finding> {
	const reply = await attempt(() =>
		session.ask({
			method: "POST",
			path: "blobs/uploads/",
			query: { mount: digest, from },
			actions: PUSH,
		}),
	);
	if (!("status" in reply)) return reply;
	if (reply.status === 201)
		return {
			answer: "yes",
			detail:
				"A blob of this repository is mounted into it in one request. From another repository it also takes the right to pull there, which this does not show.",
		};
	if (reply.status !== 202) return refusal(reply);
	await attempt(() => session.ask({ method: "DELETE", path: session.location(reply), actions: PUSH }));
	return { answer: "no", detail: "An upload is opened instead (202): blobs are uploaded again." };
}

/** An artifact of two bytes whose digest nobody else has. */
function manifest(name: string, part: string, subject?: Record<string, unknown>): Buffer {
	const empty = { mediaType: EMPTY_TYPE, digest: EMPTY_DIGEST, size: EMPTY.length };
	return Buffer.from(
		JSON.stringify({
			schemaVersion: 2,
			mediaType: OCI_MANIFEST,
			artifactType: "application/vnd.sluice.doctor.v1",
			config: empty,
			layers: [empty],
			...(subject === undefined ? {} : { subject }),
			annotations: { probe: `${name}.${part}` },
		}),
	);
}

function putManifest(session: ProbeSession, reference: string, body: Buffer): Promise<Reply> {
	const headers = { "content-type": OCI_MANIFEST };
	return session.ask({ method: "PUT", path: `manifests/${reference}`, headers, body, actions: PUSH });
}

function subjectFinding(put: Reply): Finding {
	if (put.status !== 201) return refusal(put, `A manifest with a subject is refused: ${wordsOf(put)}`);
	return put.header("oci-subject") === undefined
		? {
				answer: "no",
				detail: "A subject is not answered (no OCI-Subject): the fallback tag is kept by clients.",
			}
		: { answer: "yes", detail: "A subject is answered (OCI-Subject): the registry lists it by itself." };
}

/** Any other refusal (a quota, a rate limit) says nothing of the tag. */
function immutableFinding(moved: Reply): Finding {
	if (moved.status === 201) return { answer: "no", detail: "A tag can be moved." };
	if (saysImmutable(moved.status, moved.text))
		return { answer: "yes", detail: `A tag can't be moved: ${wordsOf(moved)}` };
	return { answer: "unknown", detail: `The tag could not be moved, for another reason: ${wordsOf(moved)}` };
}

/** Taking the name is half of it: some registries keep the manifest by sha256 alone. */
async function probeSha512Manifest(session: ProbeSession, name: string, written: string[]): Promise<Finding> {
	const body = manifest(name, "4");
	const digest = digestOf(body, "sha512");
	const put = await attempt(() => putManifest(session, digest, body));
	if (!("status" in put)) return put;
	if (put.status !== 201) return refusal(put, `A manifest named by sha512 is refused: ${wordsOf(put)}`);
	written.push(digest);
	const headers = { accept: OCI_MANIFEST };
	const read = await attempt(() =>
		session.ask({ method: "GET", path: `manifests/${digest}`, headers, actions: ["pull"] }),
	);
	if (!("status" in read)) return read;
	if (read.status === 200) {
		const taken = "A manifest named by sha512 is taken and found";
		const named = read.header("docker-content-digest");
		if (named === undefined || named === digest) return { answer: "yes", detail: `${taken}.` };
		// It is kept under both names, and each is deleted by itself.
		written.push(digestOf(body));
		return { answer: "yes", detail: `${taken}, though the registry then names it by sha256.` };
	}
	return refusal(read, `A manifest named by sha512 is taken, and not found: ${wordsOf(read)}`);
}

async function deleteTag(session: ProbeSession, tag: string): Promise<Finding> {
	const reply = await attempt(() =>
		session.ask({ method: "DELETE", path: `manifests/${tag}`, actions: ["delete"] }),
	);
	return deletionFinding(reply);
}

function deletionFinding(reply: Reply | Finding): Finding {
	if (!("status" in reply)) return reply;
	if ([200, 202, 204].includes(reply.status)) return { answer: "yes", detail: "Deleted." };
	return refusal(reply);
}
