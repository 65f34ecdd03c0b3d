import { statementOf } from "../../attest/statement.js";
import { TEST_RESULT, testResultOf } from "../../attest/test-result.js";
import { type EventContext, runUrl } from "../../context/event.js";
import { formatReference, parseReference, type Repository } from "../../registry/name.js";
import { UserError } from "../../runner/errors.js";
import { quote } from "../../runner/inputs.js";
import { type Problem, problem } from "../../runner/problem.js";
import type { GateResult } from "./result.js";

/** The signed verdict of an open gate, attached to the images that it is about. Pure but for its port. */

/** An image that gets the verdict. */
export type AttestedImage = Repository & { digest: string };

export interface AttestPort {
	/** The bundle of a signed statement. */
	sign(statement: Buffer): Promise<Buffer>;
	/** Attaches it; the digest of what was attached. */
	attach(image: AttestedImage, bundle: Buffer, predicateType: string): Promise<string>;
}

type Attestations = GateResult["attestations"];

/** The input `attest`: lines of `image@digest`. @throws UserError `attest-line`, `invalid-image-name` */
export function parseAttestLines(lines: readonly string[]): AttestedImage[] {
	const images = new Map<string, AttestedImage>();
	for (const line of lines) {
		const { registry, repository, digest } = parseReference(line, "attest");
		if (digest === undefined) {
			throw new UserError("attest-line", `The line ${quote(line)} of 'attest' has no digest`, {
				input: "attest",
				hint: "Write image@sha256:DIGEST: a tag may point at another image by now.",
			});
		}
		const image = { registry, repository, digest };
		images.set(formatReference(image), image);
	}
	return [...images.values()];
}

/**
 * Signs and attaches the verdict to each image, if it is open; otherwise nothing is written. What fails is told of
 * each image, and does not keep the others from theirs.
 */
export async function attestVerdict(
	judged: Pick<GateResult, "open" | "verdict" | "services" | "digests" | "commit">,
	images: readonly AttestedImage[],
	event: EventContext,
	port: AttestPort,
): Promise<{ attestations: Attestations; problems: Problem[] }> {
	if (images.length === 0) return { attestations: [], problems: [] };
	if (!judged.open) {
		const message = `No image gets an attestation: the gate is ${judged.verdict}`;
		return { attestations: [], problems: [problem("notice", "not-attested", message)] };
	}
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
	const attestations: Attestations = [];
	const problems: Problem[] = [];
	for (const image of images) {
		const name = formatReference({ registry: image.registry, repository: image.repository });
		const told = { image: name, digest: image.digest };
		try {
			refuseUntested(image, judged.digests);
			const bundle = await port.sign(statementOf({ name, digest: image.digest }, TEST_RESULT, predicate));
			attestations.push({ ...told, attestation: await port.attach(image, bundle, TEST_RESULT) });
		} catch (thrown) {
			if (!(thrown instanceof UserError)) throw thrown;
			attestations.push({ ...told, attestation: null });
			const message = `The verdict is open, and ${formatReference(image)} did not get it: ${thrown.message}`;
			problems.push(problem("error", thrown.code, message.replace(/\.$/, ""), { hint: thrown.hint }));
		}
	}
	return { attestations, problems };
}

/** Where builds left evidence, only what they built was tested: a verdict on another image would be a false one. */
function refuseUntested({ digest }: AttestedImage, built: GateResult["digests"]): void {
	const digests = Object.values(built);
	if (digests.length === 0 || digests.includes(digest)) return;
	throw new UserError("attest-untested", "no build whose evidence is here left this digest", {
		input: "attest",
		hint: "Name the digests of the output 'digests': those are the images that were tested.",
	});
}
