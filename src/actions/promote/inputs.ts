import { parseRequirements, type Requirement } from "../../attest/requirement.js";
import { parseSigningInputs, SIGNING_INPUTS, type SigningInputs } from "../../attest/signing-inputs.js";
import { parseTrust, type TrustedSigner } from "../../attest/trust.js";
import { checkPatterns } from "../../promotion/move-tags.js";
import { isDigest } from "../../registry/digest.js";
import { parseInsecureRegistries } from "../../registry/endpoint.js";
import { COMMON_INPUTS, COMMON_OUTPUTS } from "../../runner/action.js";
import { UserError } from "../../runner/errors.js";
import { type InputSpec, type Inputs, type OutputSpec, quote } from "../../runner/inputs.js";
import { type ImageLine, parseImageLines } from "./image-lines.js";
import { parseVersions } from "./versions.js";

/** The inputs and outputs of `promote` (CONTRACT). */

export const INPUTS: readonly InputSpec[] = [
	...COMMON_INPUTS,
	{
		name: "images",
		description:
			"Lines of `source [=> destination]`. A source has a tag or a digest, or is oci-layout:PATH[:tag]; a destination may be such a folder too, which is made. Without a destination the environment `to` gives it.",
	},
	{ name: "services", description: "Names of services, instead of `images`: promotes the image of each." },
	{
		name: "versions",
		description:
			"The services' versions: lines of service=version, or JSON as the output `versions` of version gives it. Default: this commit's, by the version rules.",
	},
	{
		name: "from",
		description:
			"The environment that services come from. Without it: what the build of this commit left (its evidence in sluice-evidence, its image in sluice-image).",
	},
	{ name: "to", description: "The environment that is promoted to. Required for `services`." },
	{
		name: "tags",
		description:
			"Tags of destinations that name none; {version} and {sha} stand for the version and the commit. Default: for services what the manifest declares, or {version}; for images the source's tag.",
	},
	{
		name: "move-tags",
		description:
			"Patterns of tags that may come to point at another digest; * stands for anything without a dot. A full version moves only if it is named in full. Default: for services what the manifest declares, else none.",
	},
	{
		name: "platforms",
		description:
			"Only these platforms of an index, such as linux/amd64, as an index of its own with another digest. Not with `require`.",
	},
	{
		name: "referrers",
		description: "Whether what refers to an image (signatures, attestations) comes along.",
		default: "true",
	},
	{
		name: "require",
		description:
			"Evidence that must be attached to each source, besides what the environment `to` requires: gate, signature, attestation, record:<environment>.",
	},
	{
		name: "trust",
		description:
			"Whose signatures count for `require`. YAML: repository, workflow and ref of a run on GitHub, or key (PEM or a path); trusted-root (a path) for another sigstore instance. A list of several is fine.",
	},
	...SIGNING_INPUTS,
	{
		name: "on-failure",
		description: "What happens to tags that were set when something fails: roll-back, or leave.",
		default: "roll-back",
	},
	{
		name: "heal",
		description: "Whether the contents of what is tagged already are looked at too, and completed.",
		default: "false",
	},
	{
		name: "concurrency",
		description: "Requests at once to one registry; fewer while it says that it is busy.",
		default: "16",
	},
	{
		name: "plan-digest",
		description: "The digest of a plan that a dry run has shown: only that plan is applied.",
	},
	{
		name: "journal",
		description:
			"The journal that a promotion left which was cut off; with `plan-digest` it goes on where that one stopped.",
	},
	{
		name: "dry-run",
		description:
			"Whether only to make the plan and show it. Nothing is written, so the right to write is not proved.",
		default: "false",
	},
	{
		name: "registry-auth",
		description:
			"Credentials, as docker/login-action takes them: a YAML list of registry, username, password. Default: Docker's configuration.",
		secret: true,
	},
	{
		name: "insecure-registries",
		description: "Registries besides those on loopback that are spoken to over http: host[:port].",
	},
];

export const OUTPUTS: readonly OutputSpec[] = [
	{ name: "outcome", description: "planned, promoted, unchanged, refused, rolled-back or residue." },
	{
		name: "digests",
		description:
			"JSON: the digest by service, or by destination repository without its host (by repository:tag where one gets several). Empty unless it ended well.",
	},
	{ name: "bytes", description: "How many bytes were moved to destinations." },
	{ name: "requests", description: "How many HTTP requests were made." },
	{
		name: "plan-digest",
		description: "Names the plan: each destination tag with its digest before and after.",
	},
	...COMMON_OUTPUTS,
];

export type PromotionSet =
	| { kind: "images"; lines: readonly ImageLine[]; to: string | undefined }
	| {
			kind: "services";
			names: readonly string[];
			/** Undefined: this commit's, by the version rules. */
			versions: ReadonlyMap<string, string> | undefined;
			from: string | undefined;
			to: string;
	  };

export interface PromoteInputs {
	configFile: string;
	set: PromotionSet;
	/** Undefined where it was not given. */
	tags: readonly string[] | undefined;
	moveTags: readonly string[] | undefined;
	referrers: boolean;
	onFailure: "roll-back" | "leave";
	heal: boolean;
	platforms: readonly string[];
	concurrency: number;
	planDigest: string | undefined;
	journal: string | undefined;
	dryRun: boolean;
	require: readonly Requirement[];
	trust: readonly TrustedSigner[];
	signing: SigningInputs;
	registryAuth: string | undefined;
	insecureRegistries: readonly string[];
}

export function parseInputs(inputs: Inputs): PromoteInputs {
	const moveTags = inputs.given("move-tags") ? inputs.list("move-tags", { commas: true }) : undefined;
	checkPatterns(moveTags ?? [], { input: "move-tags" });
	const tags = inputs.given("tags") ? inputs.list("tags", { commas: true }) : undefined;
	const planDigest = parsePlanDigest(inputs.text("plan-digest")?.trim());
	const journal = inputs.text("journal");
	if (journal !== undefined && planDigest === undefined) {
		throw new UserError("journal-without-plan", "Input 'journal' is given without 'plan-digest'", {
			input: "journal",
			hint: "Add the 'plan-digest' of the promotion that was cut off, or leave 'journal' out: the same command goes on from what is there.",
		});
	}
	const require = parseRequirements(inputs.list("require", { commas: true }), { input: "require" });
	const trustText = inputs.text("trust");
	const trust = trustText === undefined ? [] : parseTrust(trustText);
	if (require.length > 0 && trust.length === 0) throw trustMissing("Input 'require' is given");
	const platforms = inputs.list("platforms", { commas: true });
	if (platforms.length > 0 && require.length > 0) throw platformsAndRequire("Input 'require' is given too");
	return {
		configFile: inputs.required("config-file"),
		set: parseSet(inputs),
		tags: tags?.length === 0 ? undefined : tags,
		moveTags,
		referrers: inputs.boolean("referrers"),
		onFailure: inputs.choice("on-failure", ["roll-back", "leave"]) ?? "roll-back",
		heal: inputs.boolean("heal"),
		platforms,
		concurrency: inputs.integer("concurrency", 1) ?? 16,
		planDigest,
		journal,
		dryRun: inputs.boolean("dry-run"),
		require,
		trust,
		signing: parseSigningInputs(inputs),
		registryAuth: inputs.text("registry-auth"),
		insecureRegistries: parseInsecureRegistries(inputs.list("insecure-registries", { commas: true })),
	};
}

/** What was attested for an index says nothing of a part of it, which is another image. */
export function platformsAndRequire(why: string): UserError {
	return new UserError("platforms-and-require", `Input 'platforms' makes another image, and ${why}`, {
		input: "platforms",
		hint: "Leave out 'platforms' to promote what the evidence is about, or leave out what is required.",
	});
}

/** Evidence whose signer is not named proves nothing. */
export function trustMissing(why: string): UserError {
	return new UserError("trust-missing", `${why} without 'trust'`, {
		input: "trust",
		hint: "Name whose signatures count: repository: owner/name, with workflow and ref; or key.",
	});
}

function parseSet(inputs: Inputs): PromotionSet {
	const from = inputs.text("from")?.trim();
	const to = inputs.text("to")?.trim();
	if (inputs.given("images") && inputs.given("services")) {
		throw new UserError("images-and-services", "Inputs 'images' and 'services' are both given", {
			input: "images",
			hint: "Give 'images' to promote images by name, or 'services' to promote the images of services.",
		});
	}
	if (inputs.given("services")) {
		const names = [...new Set(inputs.list("services", { commas: true }))];
		if (names.length === 0) throw emptySet("services");
		if (to === undefined) {
			throw new UserError("to-missing", "Input 'services' is given without 'to'", {
				input: "to",
				hint: "Name the environment of sluice.yaml that they are promoted to.",
			});
		}
		if (from === to) {
			throw new UserError("from-is-to", `Inputs 'from' and 'to' are the same environment, ${quote(to)}`, {
				input: "to",
				hint: "Name two environments, or leave 'from' out to promote what the build of this commit left.",
			});
		}
		return { kind: "services", names, versions: parseVersions(inputs.text("versions")), from, to };
	}
	if (!inputs.given("images")) {
		throw new UserError("set-missing", "Neither 'images' nor 'services' is given", {
			input: "images",
			hint: "Give 'images' (lines of source => destination), or 'services' with 'to'.",
		});
	}
	for (const name of ["versions", "from"]) {
		if (!inputs.given(name)) continue;
		throw new UserError("only-with-services", `Input '${name}' is given with 'images'`, {
			input: name,
			hint: `Leave '${name}' out: a source is named in full. Or give 'services' instead of 'images'.`,
		});
	}
	const lines = parseImageLines(inputs.list("images"));
	if (lines.length === 0) throw emptySet("images");
	return { kind: "images", lines, to };
}

function emptySet(input: string): UserError {
	return new UserError("set-empty", `Input '${input}' names nothing to promote`, {
		input,
		hint: "Name at least one, or skip this step with 'if:' when there is nothing to promote.",
	});
}

function parsePlanDigest(text: string | undefined): string | undefined {
	if (text === undefined || isDigest(text)) return text;
	throw new UserError("invalid-plan-digest", `Input 'plan-digest' is ${quote(text)}, which is no digest`, {
		input: "plan-digest",
		hint: "Pass the output 'plan-digest' of the dry run, sha256: and 64 hexadecimal digits.",
	});
}
