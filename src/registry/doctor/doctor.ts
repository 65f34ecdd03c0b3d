import { problem } from "../../runner/problem.js";
import { adviceFor } from "../advice.js";
import { createAuthorizer } from "../auth.js";
import { parseChallenges } from "../challenge.js";
import { digestOf } from "../digest.js";
import { type InsecureRegistries, redactUrl, registryUrl } from "../endpoint.js";
import type { Keychain } from "../keychain.js";
import { parseManifest } from "../manifest.js";
import { ACCEPT_MANIFESTS, bareMediaType, OCI_INDEX } from "../media-types.js";
import type { Repository } from "../name.js";
import type { Patience } from "../read-anew.js";
import { createSecrets } from "../secrets.js";
import { discard, type Transport } from "../transport.js";
import type { Capability, Diagnosis, Finding, Permission, SeenRequest } from "./diagnosis.js";
import { observedTransport } from "./observed-transport.js";
import { type ProbeSession, probeSession, wordsOf } from "./probe-session.js";
import { attempt, probeUpload } from "./upload-probes.js";
import { mountFrom, probeWriting, type WriteFindings } from "./write-probes.js";

/** What the examination needs of the outside. */
export interface DoctorPorts extends Patience {
	transport: Transport;
	keychain: Keychain;
	insecure: InsecureRegistries;
	mask(secret: string): void;
	/** A tag that nobody has, valid in every registry. */
	probeName(): string;
}

const NEEDS_WRITE = "Only writing shows it: --write puts an artifact of two bytes under a tag of its own.";
const UNASKED: Finding = { answer: "unknown", detail: NEEDS_WRITE };
/** No manifest has it, and every registry takes it for a digest. */
const NOBODY = `sha256:${"0".repeat(64)}`;

/**
 * Examines a repository of a registry: which parts of the API it has, and which permissions these credentials
 * have there. Without `write` nothing stays behind: uploads are opened and given up again.
 * @throws RegistryError where the registry can't be reached at all
 */
export async function examine(to: Repository, write: boolean, ports: DoctorPorts): Promise<Diagnosis> {
	const requests: SeenRequest[] = [];
	const transport = observedTransport(ports.transport, ports.now, requests);
	const { keychain, insecure, sleep, now, random } = ports;
	const secrets = createSecrets(ports.mask);
	const authorizer = createAuthorizer({ transport, keychain, insecure, secrets, sleep, now, random });
	const address = registryUrl(to.registry, insecure);
	const scheme = await askScheme(transport, address, to);
	const session = probeSession(authorizer, to, insecure);
	const { pull, tag } = await probePull(session);
	const upload = await probeUpload(session);
	const manifest = tag === undefined ? undefined : await blobOf(session, tag);
	const referrers = await probeReferrers(session, manifest?.digest ?? NOBODY);
	const pushes = upload.push.answer === "yes";
	const blob = manifest?.blob;
	const mount = pushes && blob !== undefined ? await mountFrom(session, to.repository, blob) : UNASKED;
	const written = write && pushes ? await probeWriting(session, to.repository, ports.probeName()) : undefined;
	const capabilities: [Capability, Finding][] = [
		["referrers", together(referrers, written?.subject)],
		["mount", mount.answer === "unknown" ? (written?.mount ?? mount) : mount],
		["chunked-upload", upload.chunked],
		["single-request-upload", written?.singleRequest ?? UNASKED],
		["cancel-upload", upload.cancel],
		["tag-deletion", written?.tagDeletion ?? UNASKED],
		["immutable-tags", written?.immutable ?? UNASKED],
		["sha512", upload.sha512.answer === "no" ? upload.sha512 : (written?.sha512 ?? upload.sha512)],
	];
	const permissions: [Permission, Finding][] = [
		["pull", pull],
		["push", upload.push],
		["delete", written?.deletion ?? UNASKED],
	];
	return {
		schema: "registry-doctor.v1",
		registry: to.registry,
		repository: to.repository,
		address: redactUrl(address),
		authentication: { ...scheme, credentials: authorizer.credentialsFrom(to.registry) ?? null },
		permissions: permissions.map(([permission, finding]) => ({ permission, ...clean(finding) })),
		capabilities: capabilities.map(([capability, finding]) => ({ capability, ...clean(finding) })),
		left: written?.left ?? [],
		requests,
		problems: findingsToMend(to, permissions, written),
	};

	function clean({ answer, detail }: Finding): Finding {
		return { answer, detail: secrets.scrub(detail) };
	}
}

/** How the registry wants to be asked, seen from its answer to a stranger. */
async function askScheme(
	transport: Transport,
	url: URL,
	to: Repository,
): Promise<Pick<Diagnosis["authentication"], "scheme" | "tokenService">> {
	const response = await transport.send({ method: "GET", url, countAs: `${to.registry}/${to.repository}` });
	const challenges = response.status === 401 ? parseChallenges(response.headers("www-authenticate")) : [];
	const { status } = response;
	await discard(response);
	const bearer = challenges.find(({ scheme }) => scheme === "bearer");
	if (bearer !== undefined) {
		const realm = bearer.parameters.get("realm") ?? "";
		return { scheme: "bearer", tokenService: URL.canParse(realm) ? redactUrl(new URL(realm)) : null };
	}
	if (challenges.some(({ scheme }) => scheme === "basic")) return { scheme: "basic", tokenService: null };
	return { scheme: status === 200 ? "none" : "unknown", tokenService: null };
}

async function probePull(session: ProbeSession): Promise<{ pull: Finding; tag?: string | undefined }> {
	const reply = await attempt(() =>
		session.ask({ method: "GET", path: "tags/list", query: { n: "1" }, actions: ["pull"] }),
	);
	if (!("status" in reply)) return { pull: reply };
	if (reply.status === 404) {
		const detail = `${wordsOf(reply)}: there is no such repository yet, or it is hidden from this account.`;
		return { pull: { answer: "unknown", detail } };
	}
	if (reply.status !== 200) return { pull: { answer: "no", detail: wordsOf(reply) } };
	const tag = firstTag(reply.text);
	return { pull: { answer: "yes", detail: "The tags can be listed." }, tag };
}

function firstTag(text: string): string | undefined {
	try {
		const answer = JSON.parse(text) as { tags?: unknown } | null;
		const tags = answer?.tags;
		const first: unknown = Array.isArray(tags) ? tags[0] : undefined;
		return typeof first === "string" && /^[\w][\w.-]{0,127}$/.test(first) ? first : undefined;
	} catch {
		return undefined;
	}
}

/** The digest of a tag's manifest and of one of its blobs, to be mounted. */
async function blobOf(
	session: ProbeSession,
	tag: string,
): Promise<{ digest: string; blob: string | undefined } | undefined> {
	try {
		const headers = { accept: ACCEPT_MANIFESTS };
		const reply = await session.ask({ method: "GET", path: `manifests/${tag}`, headers, actions: ["pull"] });
		if (reply.status !== 200) return undefined;
		const body = Buffer.from(reply.text);
		const parsed = parseManifest(body, bareMediaType(reply.header("content-type") ?? ""), tag);
		const blob = parsed.kind === "image" ? parsed.config.digest : undefined;
		return { digest: digestOf(body), blob };
	} catch {
		// A manifest of an unknown kind tells nothing of the registry.
		return undefined;
	}
}

async function probeReferrers(session: ProbeSession, digest: string): Promise<Finding> {
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
	if (reply.status === 401 || reply.status === 403) return { answer: "unknown", detail: wordsOf(reply) };
	return {
		answer: "no",
		detail: `${wordsOf(reply)}: they are kept under the fallback tag (sha256-<hex>).`,
	};
}

/** Listing and answering a subject are two halves: a registry with one of them has no whole API. */
function together(listing: Finding, subject: Finding | undefined): Finding {
	if (subject === undefined || subject.answer === "unknown" || listing.answer !== "yes") return listing;
	return { answer: subject.answer, detail: `${listing.detail} ${subject.detail}` };
}

function findingsToMend(
	to: Repository,
	permissions: readonly [Permission, Finding][],
	written: WriteFindings | undefined,
): Diagnosis["problems"] {
	const advice = adviceFor(to.registry);
	const where = `${to.registry}/${to.repository}`;
	const problems = permissions
		.filter(([permission, { answer }]) => answer === "no" && permission !== "delete")
		.map(([permission, { detail }]) =>
			problem(
				"error",
				`no-${permission}`,
				`${where}: no permission to ${permission}: ${detail.replace(/\.$/, "")}`,
				{
					hint:
						advice === undefined
							? "Give the account that right, or give other credentials in registry-auth."
							: `${advice.product}: ${permission === "pull" ? advice.pull : advice.push}.`,
				},
			),
		);
	if (written !== undefined && written.left.length > 0) {
		problems.push(
			problem("warning", "probe-left-behind", `${where}: ${written.left.join(", ")} could not be deleted`, {
				hint: "Delete it by the registry's own means.",
			}),
		);
	}
	return problems;
}
