import { statementOf } from "../../attest/statement.js";
import { TEST_RESULT, testResultOf } from "../../attest/test-result.js";
import { type EventContext, runUrl } from "../../context/event.js";
import { IMAGE_FOLDER } from "../../evidence/evidence.js";
import {
	formatReference,
	formatSource,
	type LayoutReference,
	parseReference,
	parseSource,
	type Repository,
} from "../../registry/name.js";
import { UserError } from "../../runner/errors.js";
import { quote } from "../../runner/inputs.js";
import { type Problem, problem } from "../../runner/problem.js";
import type { GateResult } from "./result.js";

/** The signed verdict of an open gate, attached to the images that it is about. Pure but for its port. */

/** An image that gets the verdict: in a registry, by its digest, or in an OCI layout. */
export type AttestedImage =
	| ({ kind: "registry" } & Repository & { digest: string })
	| ({ kind: "layout" } & LayoutReference);

/** The input `attest`. */
export interface AttestRequest {
	images: readonly AttestedImage[];
	/** Also each image that its build left, wherever it lies. */
	built: boolean;
}

export interface AttestPort {
	/** The digest that a layout's name points at. */
	layoutDigest(layout: LayoutReference): Promise<string>;
	/** The layout that the build of a service left, where there is one. */
	layoutOf(service: string): Promise<LayoutReference | undefined>;
	/** The bundle of a signed statement. */
	sign(statement: Buffer): Promise<Buffer>;
	/** Attaches it; the digest of what was attached. */
	attach(image: AttestedImage, bundle: Buffer, predicateType: string): Promise<string>;
}

type Attestations = GateResult["attestations"];

/** The line for all images that builds left. */
const BUILT = "built";

/**
 * The input `attest`: lines of `image@digest`, `oci-layout:PATH[:tag]` or `built`.
 * @throws UserError `attest-line`, `invalid-image-name`
 */
export function parseAttestLines(lines: readonly string[]): AttestRequest {
	const images = new Map<string, AttestedImage>();
	for (const line of lines.filter((each) => each !== BUILT)) {
		const image = parseAttestLine(line);
		images.set(nameOf(image), image);
	}
	return { images: [...images.values()], built: lines.includes(BUILT) };
}

function parseAttestLine(line: string): AttestedImage {
	const source = parseSource(line, "attest");
	if (source.kind === "layout") return source;
	const { registry, repository, digest } = source;
	if (digest !== undefined) return { kind: "registry", registry, repository, digest };
	throw new UserError("attest-line", `The line ${quote(line)} of 'attest' has no digest`, {
		input: "attest",
		hint: "Write image@sha256:DIGEST (a tag may point at another image by now), oci-layout:PATH, or built.",
	});
}

/** As it is told: with its digest, where it is an image in a registry. */
function nameOf(image: AttestedImage): string {
	return image.kind === "layout" ? formatSource(image) : formatReference(image);
}

/**
 * Signs and attaches the verdict to each image, if it is open; otherwise nothing is written. What fails is told of
 * each image, and does not keep the others from theirs.
 */
export async function attestVerdict(
	judged: Pick<GateResult, "open" | "verdict" | "services" | "digests" | "commit">,
	request: AttestRequest,
	declared: readonly { name: string; image: string | undefined }[],
	event: EventContext,
	port: AttestPort,
): Promise<{ attestations: Attestations; problems: Problem[] }> {
	if (request.images.length === 0 && !request.built) return { attestations: [], problems: [] };
	if (!judged.open) {
		const message = `No image gets an attestation: the gate is ${judged.verdict}`;
		return { attestations: [], problems: [problem("notice", "not-attested", message)] };
	}
	const { images, attestations, problems } = await attestedImages(request, judged.digests, declared, port);
	const predicate = testResultOf({
		commit: judged.commit,
		repository:
			event.serverUrl === undefined || event.repository === undefined
				? undefined
				: `${event.serverUrl}/${event.repository}`,
		ref: event.ref,
		url: runUrl(event),
		levels: judged.services.flatMap(({ service, levels }) =>
			levels
				.filter(({ outcome }) => outcome === "passed")
				.map(({ level, quarantined }) => ({
					level: `${service}:${level}`,
					quarantined: quarantined > 0,
				})),
		),
	});
	for (const image of images) {
		const name = image.kind === "layout" ? formatSource(image) : formatReference(withoutDigest(image));
		let digest: string | undefined;
		try {
			digest = image.kind === "layout" ? await port.layoutDigest(image) : image.digest;
			refuseUntested(digest, judged.digests);
			const bundle = await port.sign(statementOf({ name, digest }, TEST_RESULT, predicate));
			attestations.push({
				image: name,
				digest,
				attestation: await port.attach(image, bundle, TEST_RESULT),
			});
		} catch (thrown) {
			if (!(thrown instanceof UserError)) throw thrown;
			attestations.push({ image: name, digest: digest ?? "", attestation: null });
			const message = `The verdict is open, and ${nameOf(image)} did not get it: ${thrown.message}`;
			problems.push(problem("error", thrown.code, message.replace(/\.$/, ""), { hint: thrown.hint }));
		}
	}
	return { attestations, problems };
}

function withoutDigest({ registry, repository }: Repository): Repository {
	return { registry, repository };
}

/** The images that are named, and those that builds left: in a layout, or under the name in the manifest. */
async function attestedImages(
	{ images: named, built }: AttestRequest,
	digests: GateResult["digests"],
	declared: readonly { name: string; image: string | undefined }[],
	port: AttestPort,
): Promise<{ images: AttestedImage[]; attestations: Attestations; problems: Problem[] }> {
	const attestations: Attestations = [];
	const images = new Map(named.map((image) => [nameOf(image), image]));
	const problems: Problem[] = [];
	for (const [service, digest] of built ? Object.entries(digests) : []) {
		// Evidence is foreign: only the name of a service may become a path.
		const own = declared.find(({ name }) => name === service);
		const layout = own === undefined ? undefined : await port.layoutOf(own.name);
		const name = own?.image;
		if (layout === undefined && name === undefined) {
			const message = `The verdict is open, and the image of ${quote(service)} did not get it: it is in no layout, and no manifest names it`;
			const hint = `Download the build's artifact to ${IMAGE_FOLDER}, or add 'image:' to the manifest.`;
			problems.push(problem("error", "attest-image-unknown", message, { hint }));
			attestations.push({ image: service, digest, attestation: null });
			continue;
		}
		const image: AttestedImage =
			layout === undefined
				? { kind: "registry", ...withoutDigest(parseReference(name ?? "", "attest")), digest }
				: { kind: "layout", ...layout };
		images.set(nameOf(image), image);
	}
	if (built && Object.keys(digests).length === 0)
		problems.push(problem("notice", "nothing-built", "No build left an image that could get the verdict"));
	return { images: [...images.values()], attestations, problems };
}

/** Where builds left evidence, only what they built was tested: a verdict on another image would be a false one. */
function refuseUntested(digest: string, built: GateResult["digests"]): void {
	const digests = Object.values(built);
	if (digests.length === 0 || digests.includes(digest)) return;
	throw new UserError("attest-untested", "no build whose evidence is here left this digest", {
		input: "attest",
		hint: "Name the digests of the output 'digests': those are the images that were tested.",
	});
}
