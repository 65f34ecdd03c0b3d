import { problem } from "../../runner/problem.js";
import { adviceFor } from "../advice.js";
import { discard } from "../answer.js";
import { createAuthorizer } from "../auth.js";
import { parseChallenges } from "../challenge.js";
import { type InsecureRegistries, redactUrl, registryUrl } from "../endpoint.js";
import type { Keychain } from "../keychain.js";
import type { Repository } from "../name.js";
import type { Patience } from "../read-anew.js";
import { createSecrets } from "../secrets.js";
import type { Transport } from "../transport.js";
import type { Capability, Diagnosis, Finding, Permission, SeenRequest } from "./diagnosis.js";
import { observedTransport } from "./observed-transport.js";
import { probeSession } from "./probe-session.js";
import { probePull, probeReferrers } from "./read-probes.js";
import { probeUpload } from "./upload-probes.js";
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
const NOT_WRITTEN = "Only writing shows it, and no upload could be opened.";

/**
 * Examines a repository of a registry: which parts of the API it has, and which permissions these credentials
 * have there. Without `write` nothing stays behind: uploads are opened and given up again.
 * @throws RegistryError where the registry can't be reached at all
 */
export async function examine(to: Repository, write: boolean, ports: DoctorPorts): Promise<Diagnosis> {
	const requests: SeenRequest[] = [];
	const { keychain, insecure, sleep, now, random } = ports;
	const transport = observedTransport(ports.transport, { sleep, now, random }, requests);
	const secrets = createSecrets(ports.mask);
	const authorizer = createAuthorizer({ transport, keychain, insecure, secrets, sleep, now, random });
	const address = registryUrl(to.registry, insecure);
	const scheme = await askScheme(transport, address, to);
	const session = probeSession(authorizer, to, insecure);
	const unasked: Finding = { answer: "unknown", detail: write ? NOT_WRITTEN : NEEDS_WRITE };
	const { pull, manifest, blob } = await probePull(session);
	const upload = await probeUpload(session);
	const referrers = await probeReferrers(session, manifest);
	const pushes = upload.push.answer === "yes";
	const mount = pushes && blob !== undefined ? await mountFrom(session, to.repository, blob) : unasked;
	const written = write && pushes ? await probeWriting(session, to.repository, ports.probeName()) : undefined;
	const capabilities: [Capability, Finding][] = [
		["referrers", together(referrers, written?.subject)],
		["mount", mount.answer === "unknown" ? (written?.mount ?? mount) : mount],
		["chunked-upload", upload.chunked],
		["single-request-upload", written?.singleRequest ?? unasked],
		["cancel-upload", upload.cancel],
		["tag-deletion", written?.tagDeletion ?? unasked],
		["immutable-tags", written?.immutable ?? unasked],
		["sha512-blobs", upload.sha512.answer === "no" ? upload.sha512 : (written?.sha512Blobs ?? upload.sha512)],
		["sha512-manifests", written?.sha512Manifests ?? unasked],
	];
	const permissions: [Permission, Finding][] = [
		["pull", pull],
		["push", upload.push],
		["delete", written?.deletion ?? unasked],
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
