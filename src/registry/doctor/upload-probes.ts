import { digestOf } from "../digest.js";
import type { Finding } from "./diagnosis.js";
import { failedFinding, type ProbeSession, type Reply, refusal, wordsOf } from "./probe-session.js";

/**
 * What is seen by opening uploads and giving them up again: nothing stays behind.
 * Source: distribution-spec 1.1, "Pushing blobs".
 */
export interface UploadFindings {
	push: Finding;
	chunked: Finding;
	cancel: Finding;
	sha512: Finding;
}

const CHUNK = Buffer.from("{}");
const PUSH = ["pull", "push"] as const;
const NOT_PUSHED: Finding = { answer: "unknown", detail: "No upload could be opened." };

export async function probeUpload(session: ProbeSession): Promise<UploadFindings> {
	const none = { chunked: NOT_PUSHED, cancel: NOT_PUSHED, sha512: NOT_PUSHED };
	let opened: Reply;
	try {
		opened = await session.ask({ method: "POST", path: "blobs/uploads/", actions: PUSH });
	} catch (error) {
		return { push: failedFinding(error), ...none };
	}
	if (opened.status !== 202) return { push: refusal(opened), ...none };
	const minimum = opened.header("oci-chunk-min-length");
	const push: Finding = { answer: "yes", detail: "An upload can be opened." };
	const patched = await attempt(() =>
		session.ask({
			method: "PATCH",
			path: session.location(opened),
			headers: {
				"content-type": "application/octet-stream",
				"content-range": `0-${CHUNK.length - 1}`,
				"content-length": String(CHUNK.length),
			},
			body: CHUNK,
			actions: PUSH,
		}),
	);
	const chunked = chunkFinding(patched, minimum);
	const last = "status" in patched && patched.header("location") !== undefined ? patched : opened;
	const cancel = await attempt(() =>
		session.ask({ method: "DELETE", path: session.location(last), actions: PUSH }),
	);
	return { push, chunked, cancel: cancelFinding(cancel), sha512: await sha512Finding(session) };
}

function chunkFinding(patched: Reply | Finding, minimum: string | undefined): Finding {
	if (!("status" in patched)) return patched;
	const least = minimum === undefined ? "" : ` Chunks have at least ${minimum} bytes.`;
	const range = patched.header("range");
	const told = range === undefined ? "without a Range" : `with Range ${range}`;
	if (patched.status === 202 && range === `0-${CHUNK.length - 1}`)
		return { answer: "yes", detail: `A chunk is taken and its end told.${least}` };
	if (patched.status === 202 || patched.status === 201) {
		return {
			answer: "no",
			detail: `A chunk is answered ${patched.status} ${told}: its end can't be relied on, blobs go in one piece.`,
		};
	}
	return refusal(patched, `A chunk is refused (${wordsOf(patched)}): blobs go in one piece.${least}`);
}

function cancelFinding(cancelled: Reply | Finding): Finding {
	if (!("status" in cancelled)) return cancelled;
	if (cancelled.status === 204 || cancelled.status === 202 || cancelled.status === 200)
		return { answer: "yes", detail: "An upload can be given up." };
	return refusal(cancelled, `${wordsOf(cancelled)}. Opened uploads end by the registry's own time limit.`);
}

/** A registry that knows the algorithm misses the blob; one that does not refuses the digest. */
async function sha512Finding(session: ProbeSession): Promise<Finding> {
	const digest = digestOf("sluice registry doctor", "sha512");
	const reply = await attempt(() =>
		session.ask({ method: "GET", path: `blobs/${digest}`, actions: ["pull"] }),
	);
	if (!("status" in reply)) return reply;
	if (/DIGEST_INVALID|UNSUPPORTED/.test(reply.text) || reply.status === 400)
		return { answer: "no", detail: wordsOf(reply) };
	return { answer: "unknown", detail: "Its names are taken; --write shows whether a blob is." };
}

/** A reply, or what stood in place of one. */
export async function attempt(work: () => Promise<Reply>): Promise<Reply | Finding> {
	try {
		return await work();
	} catch (error) {
		return failedFinding(error);
	}
}
