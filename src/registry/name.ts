import { posix } from "node:path";
import { UserError } from "../runner/errors.js";
import { parseDigest } from "./digest.js";

/**
 * Names of images as Docker and OCI write them.
 * Sources: the grammar of github.com/distribution/reference; OCI distribution-spec 1.1, "Pulling manifests".
 */

/** A repository of a registry, or an OCI layout that images are written to as to a repository. */
export interface Repository {
	/** `host[:port]`, lower-case; Docker Hub is always `docker.io`. `oci-layout`, which is no host, for a layout. */
	registry: string;
	/** The path below the registry, such as `library/debian`; a layout's folder, without a superfluous `.` or `/`. */
	repository: string;
}

/** A name in a registry. Without a tag and a digest it names only the repository: `latest` is never assumed. */
export interface RegistryReference extends Repository {
	tag?: string | undefined;
	/** When there is a tag too, the digest decides what is read. */
	digest?: string | undefined;
}

/** An image in an OCI layout, a folder on disk. */
export interface LayoutReference {
	/** As written, relative to the working directory or absolute. */
	path: string;
	tag?: string | undefined;
	digest?: string | undefined;
}

/** What an image can be read from. */
export type SourceReference =
	| ({ kind: "registry" } & RegistryReference)
	| ({ kind: "layout" } & LayoutReference);

/** What stands for a registry where the repository is an OCI layout. */
const LAYOUT = "oci-layout";
const LAYOUT_PREFIX = `${LAYOUT}:`;
const HOST_LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
const REGISTRY = new RegExp(`^(?:${HOST_LABEL}(?:\\.${HOST_LABEL})*|\\[[0-9a-fA-F:]+\\])(?::([0-9]{1,5}))?$`);
const SEGMENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
/** Docker's limit, and what registries' databases are made for. */
const MAX_REPOSITORY_LENGTH = 255;
const MAX_NAME_LENGTH = 1024;

const DOCKER_HUB = "docker.io";
const DOCKER_HUB_NAMES: ReadonlySet<string> = new Set([
	"docker.io",
	"index.docker.io",
	"registry-1.docker.io",
]);
const DOCKER_HUB_API = "registry-1.docker.io";

const RIGHT_FORM =
	"Write HOST/REPOSITORY:TAG or HOST/REPOSITORY@sha256:DIGEST, for example ghcr.io/acme/shop:1.2.3.";
const LAYOUT_FORM = "Write oci-layout:FOLDER, oci-layout:FOLDER:TAG or oci-layout:FOLDER@sha256:DIGEST.";

/**
 * A name in a registry, by Docker's rules: without a host it is Docker Hub's, and there `debian` is
 * `library/debian`. `input` names the action's input for the error.
 * @throws UserError `invalid-image-name`
 */
export function parseReference(text: string, input?: string): RegistryReference {
	if (text.startsWith(LAYOUT_PREFIX)) {
		throw invalid(text, "an OCI layout cannot stand here, only a name in a registry", RIGHT_FORM, input);
	}
	const wrong = (reason: string) => invalid(text, reason, RIGHT_FORM, input);
	checkText(text, wrong);
	if (/^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(text)) throw wrong("it starts with a scheme (such as https://)");
	const { rest, digest } = splitDigest(text, wrong);
	const { name, tag } = splitTag(rest, wrong);
	const { registry, repository } = splitRegistry(name, wrong);
	checkRepository(repository, wrong);
	const reference: RegistryReference = { registry, repository };
	if (tag !== undefined) reference.tag = tag;
	if (digest !== undefined) reference.digest = digest;
	return reference;
}

/**
 * What an image is read from: a name in a registry, or `oci-layout:PATH[:tag]`, `oci-layout:PATH@digest`.
 * @throws UserError `invalid-image-name`
 */
export function parseSource(text: string, input?: string): SourceReference {
	if (!text.startsWith(LAYOUT_PREFIX)) return { kind: "registry", ...parseReference(text, input) };
	return { kind: "layout", ...parseLayout(text, input) };
}

/**
 * What an image is written to: a name in a registry, or `oci-layout:PATH[:tag]`.
 * @throws UserError `invalid-image-name`
 */
export function parseDestination(text: string, input?: string): RegistryReference {
	if (!text.startsWith(LAYOUT_PREFIX)) return parseReference(text, input);
	const { path, ...rest } = parseLayout(text, input);
	return { ...layoutRepository(path), ...rest };
}

/** An OCI layout as something that is written to. Two spellings of one path are one; links are not followed. */
export function layoutRepository(path: string): Repository {
	const normal = posix.normalize(path);
	return { registry: LAYOUT, repository: normal.length > 1 ? normal.replace(/\/$/, "") : normal };
}

/** Whether this is an OCI layout and not a repository of a registry. */
export function isLayout({ registry }: Pick<Repository, "registry">): boolean {
	return registry === LAYOUT;
}

function parseLayout(text: string, input: string | undefined): LayoutReference {
	const wrong = (reason: string) => invalid(text, reason, LAYOUT_FORM, input);
	checkText(text, wrong);
	const { rest, digest } = splitDigest(text.slice(LAYOUT_PREFIX.length), wrong);
	const { name: path, tag } = splitTag(rest, wrong);
	if (path === "") throw wrong("the folder is missing");
	const reference: LayoutReference = { path };
	if (tag !== undefined) reference.tag = tag;
	if (digest !== undefined) reference.digest = digest;
	return reference;
}

/**
 * A repository, without tag and digest.
 * @throws UserError `invalid-image-name`
 */
export function parseRepository(text: string, input?: string): Repository {
	const { registry, repository, tag, digest } = parseReference(text, input);
	if (tag !== undefined || digest !== undefined) {
		const form = "Write HOST/REPOSITORY, for example ghcr.io/acme/shop.";
		throw invalid(
			text,
			`only a repository can stand here, without a ${tag === undefined ? "digest" : "tag"}`,
			form,
			input,
		);
	}
	return { registry, repository };
}

/**
 * A registry, `host[:port]`. What people copy from `docker login` is taken too: a scheme, a trailing slash,
 * Docker Hub's `https://index.docker.io/v1/`. Undefined if it is none.
 */
export function parseRegistry(text: string): string | undefined {
	const host = text.replace(/^https?:\/\//, "").replace(/\/(?:v[12]\/?)?$/, "");
	return isRegistry(host) ? canonicalRegistry(host) : undefined;
}

/** Whether this can be a tag: 1 to 128 of letters, digits, `_`, `.` and `-`, no `.` or `-` first. */
export function isTag(text: string): boolean {
	return TAG.test(text);
}

/** The name in full, with registry; what `parseDestination` reads back as the same. */
export function formatReference(reference: RegistryReference): string {
	const { registry, repository, tag, digest } = reference;
	const between = isLayout(reference) ? ":" : "/";
	return `${registry}${between}${repository}${tag === undefined ? "" : `:${tag}`}${digest === undefined ? "" : `@${digest}`}`;
}

/** The source as people write it. */
export function formatSource(reference: SourceReference): string {
	if (reference.kind === "registry") return formatReference(reference);
	const { path, tag, digest } = reference;
	return `${LAYOUT_PREFIX}${path}${tag === undefined ? "" : `:${tag}`}${digest === undefined ? "" : `@${digest}`}`;
}

/** The `host[:port]` whose API answers for a registry: Docker Hub's is not `docker.io`. */
export function apiHost(registry: string): string {
	return registry === DOCKER_HUB ? DOCKER_HUB_API : registry;
}

function splitDigest(text: string, wrong: Wrong): { rest: string; digest: string | undefined } {
	const at = text.indexOf("@");
	if (at < 0) return { rest: text, digest: undefined };
	const digest = text.slice(at + 1);
	if (parseDigest(digest) === undefined) {
		throw wrong("after @ must come sha256: and 64, or sha512: and 128 lower-case hexadecimal digits");
	}
	return { rest: text.slice(0, at), digest };
}

/** A colon after the last slash starts a tag; one before it belongs to a port or a folder. */
function splitTag(text: string, wrong: Wrong): { name: string; tag: string | undefined } {
	const colon = text.lastIndexOf(":");
	if (colon < 0 || colon < text.lastIndexOf("/")) return { name: text, tag: undefined };
	const tag = text.slice(colon + 1);
	if (tag === "") throw wrong("the tag after the colon is missing");
	if (!TAG.test(tag)) {
		throw wrong("a tag has at most 128 letters, digits, _, . and -, and does not start with . or -");
	}
	return { name: text.slice(0, colon), tag };
}

function splitRegistry(name: string, wrong: Wrong): Repository {
	const slash = name.indexOf("/");
	const first = slash < 0 ? "" : name.slice(0, slash);
	const isHost = /[.:]/.test(first) || first === "localhost" || first !== first.toLowerCase();
	if (!isHost) {
		return { registry: DOCKER_HUB, repository: slash < 0 ? `library/${name}` : name };
	}
	if (!isRegistry(first)) throw wrong(`${quote(first)} is not a host with an optional port`);
	const registry = canonicalRegistry(first);
	const path = name.slice(slash + 1);
	return { registry, repository: registry === DOCKER_HUB && !path.includes("/") ? `library/${path}` : path };
}

function checkRepository(repository: string, wrong: Wrong): void {
	const path = repository.replace(/^library\//, "");
	if (path === "") throw wrong("the repository is missing");
	if (repository.length > MAX_REPOSITORY_LENGTH) {
		throw wrong(`the repository is longer than ${MAX_REPOSITORY_LENGTH} characters`);
	}
	if (path !== path.toLowerCase()) throw wrong("a repository is lower-case");
	// Docker takes 64 hexadecimal digits for the identifier of a local image.
	if (/^[0-9a-f]{64}$/.test(path))
		throw wrong("64 hexadecimal digits alone are an image's identifier, not its name");
	for (const segment of path.split("/")) {
		if (segment === "") throw wrong("a part between slashes is empty");
		if (!SEGMENT.test(segment)) {
			throw wrong(
				`${quote(segment)} may only have a-z and 0-9, separated by one ., one or two _, or any number of -`,
			);
		}
	}
}

function isRegistry(host: string): boolean {
	const match = REGISTRY.exec(host);
	if (match === null || host.length > MAX_REPOSITORY_LENGTH) return false;
	if (match[1] === undefined) return true;
	const port = Number(match[1]);
	return port > 0 && port < 65536;
}

function canonicalRegistry(host: string): string {
	const lower = host.toLowerCase();
	return DOCKER_HUB_NAMES.has(lower) ? DOCKER_HUB : lower;
}

function checkText(text: string, wrong: Wrong): void {
	if (text === "") throw wrong("it is empty");
	if (text.length > MAX_NAME_LENGTH) throw wrong(`it is longer than ${MAX_NAME_LENGTH} characters`);
	if (/\s/.test(text)) throw wrong("it contains white space");
	if (/\p{C}/u.test(text)) throw wrong("it contains a control character");
}

type Wrong = (reason: string) => UserError;

function invalid(text: string, reason: string, form: string, input: string | undefined): UserError {
	return new UserError("invalid-image-name", `The image name ${quote(text)} cannot be read: ${reason}.`, {
		hint: form,
		input,
	});
}

function quote(text: string): string {
	const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text;
	return JSON.stringify(shown);
}
