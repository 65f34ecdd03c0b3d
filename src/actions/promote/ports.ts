import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { lstat, open, readdir, rename, rm } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { attachBundle } from "../../attest/attach.js";
import { SIGSTORE_AUDIENCE, signingOf } from "../../attest/signing-inputs.js";
import type { TrustedSigner } from "../../attest/trust.js";
import type { BundleVerifier } from "../../attest/verify.js";
import { loadCatalogue } from "../../catalog/load.js";
import { FileList } from "../../catalog/paths.js";
import { repositoryName } from "../../catalog/repository.js";
import type { Catalogue } from "../../catalog/service.js";
import type { Settings } from "../../catalog/settings.js";
import { readSettings } from "../../catalog/settings-file.js";
import { runUrl } from "../../context/event.js";
import { readEvent } from "../../context/read.js";
import { diskReportFiles } from "../../evidence/disk.js";
import { EVIDENCE_FOLDER, evidenceSchema, IMAGE_FOLDER } from "../../evidence/evidence.js";
import { openGit } from "../../git/git.js";
import { type FileTree, READ_LIMIT } from "../../git/tree.js";
import { JOURNAL_FILE, JOURNAL_LIMIT } from "../../promotion/journal.js";
import type { JournalPort, PromotionPorts } from "../../promotion/ports.js";
import { ambientOf } from "../../registry/auth/ambient.js";
import { AMAZON, AMAZON_PUBLIC, AZURE } from "../../registry/auth/clouds.js";
import { GOOGLE } from "../../registry/auth/google-cloud.js";
import { createRegistryClient } from "../../registry/client.js";
import { CopyProgress } from "../../registry/copy-progress.js";
import { openKeychain } from "../../registry/keychain.js";
import { openSource, registrySource } from "../../registry/source.js";
import type { Host } from "../../runner/action.js";
import { errorMessage, UserError } from "../../runner/errors.js";
import { identityTokens } from "../../runner/identity-token.js";
import { problemsAsError } from "../../runner/problem.js";
import { computeVersions } from "../../versions/compute.js";
import { tagForm, tagName } from "../../versions/tag.js";
import type { FoundEvidence } from "./built.js";
import type { PromoteInputs } from "./inputs.js";
import { showProgress } from "./progress.js";
import type { RecordPort } from "./record.js";
import { defaultBranchTree } from "./settings-branch.js";
import type { UsesPorts } from "./uses.js";

/** A version and the tag of its image. */
export interface CommitVersion {
	version: string;
	dockerTag: string;
}

export interface PromotePorts {
	promotion: PromotionPorts;
	/** The settings alone: of the default branch in a workflow, else of the working directory; outside of git too. */
	settings(): Promise<Settings>;
	/** Of the working tree. */
	catalogue(): Promise<Catalogue>;
	/** The full hash of HEAD. */
	head(): Promise<string>;
	/** The versions of this commit, by the version rules. */
	versions(services: readonly string[]): Promise<ReadonlyMap<string, CommitVersion>>;
	/** The commit of a version, or undefined where this clone does not have it. */
	commitOf(service: string, version: string): Promise<string | undefined>;
	/** Evidence of the builds of these services, of any commit. */
	buildEvidence(services: readonly string[]): Promise<readonly FoundEvidence[]>;
	/** The path of the OCI layout that the build of a service left, where there is one. */
	layoutOf(service: string): Promise<string | undefined>;
	readJournal(file: string): Promise<string>;
	/** Loads what verifies evidence. */
	verifier(trust: readonly TrustedSigner[]): Promise<BundleVerifier>;
	record: RecordPort;
	uses: UsesPorts;
}

/** The largest file of evidence of a build, in bytes: it holds no tests and no coverage. */
const EVIDENCE_LIMIT = 4 * 1024 * 1024;

export async function promotePorts(host: Host, inputs: PromoteInputs): Promise<PromotePorts> {
	const { directory, environment, log, signal } = host;
	const event = await readEvent(environment);
	const git = openGit({ directory, environment });
	const client = createRegistryClient({
		credentials: openKeychain({
			registryAuth: inputs.registryAuth,
			env: environment,
			mask: (secret) => log.mask(secret),
			warn: (message) => log.warning(message),
			ambient: ambientOf([AMAZON, AMAZON_PUBLIC, AZURE, GOOGLE]),
		}),
		insecureRegistries: inputs.insecureRegistries,
		environment,
		mask: (secret) => log.mask(secret),
		log,
		concurrency: inputs.concurrency,
		signal,
	});
	const progress = new CopyProgress();
	const shown = showProgress(progress, log, process.stderr, (milliseconds, work) => {
		const timer = setInterval(work, milliseconds).unref();
		return () => clearInterval(timer);
	});
	const mask = (secret: string) => log.mask(secret);
	const identityToken = identityTokens({ environment, audience: SIGSTORE_AUDIENCE, mask });
	let loaded: Promise<Catalogue> | undefined;
	const catalogue = () => {
		loaded ??= repositoryName(event, git).then((name) =>
			loadCatalogue(git.workingTree(), { configFile: inputs.configFile, repositoryName: name }),
		);
		return loaded;
	};
	const commitOf: PromotePorts["commitOf"] = async (service, version) => {
		// Unreleased versions name their commit in the metadata, released ones are tags.
		const hash = /\+(?:.*\.)?g([0-9a-f]{7,40})(?:\.|$)/.exec(version)?.[1];
		const tag = tagName(tagForm(await catalogue()), service, version);
		return git.commit(hash ?? `refs/tags/${tag}`);
	};
	const catalogues = new Map<string, Promise<Catalogue>>();
	/** Of a commit; many services of one commit read it once. */
	const catalogueAt = (commit: string) => {
		const known =
			catalogues.get(commit) ??
			repositoryName(event, git).then((name) =>
				loadCatalogue(git.tree(commit), { configFile: inputs.configFile, repositoryName: name }),
			);
		catalogues.set(commit, known);
		return known;
	};
	return {
		promotion: {
			client: {
				...client,
				close: () => {
					shown.stop();
					return client.close();
				},
			},
			open: (reference) => openSource(client, reference, directory),
			journal: diskJournal(directory),
			log: shown.log,
			progress,
			signal,
		},
		settings: async () => {
			const tree = (await defaultBranchTree(event, git)) ?? settingsTree(directory, inputs.configFile);
			const found = await readSettings(tree, new FileList(await tree.list()), inputs.configFile);
			const wrong = problemsAsError(found.problems);
			if (wrong !== undefined) throw wrong;
			return found.settings;
		},
		catalogue,
		head: () => git.head(),
		versions: async (services) => {
			const { actions } = host;
			const computed = await computeVersions({ git, catalogue: await catalogue(), event, actions, services });
			const wrong = problemsAsError(computed.problems);
			if (wrong !== undefined) throw wrong;
			return new Map(
				computed.services.map(({ service, version, dockerTag }) => [service, { version, dockerTag }]),
			);
		},
		commitOf,
		buildEvidence: (services) => readEvidence(directory, services),
		layoutOf: async (service) => {
			// A build that pushed its image leaves the folder empty, or it was not made at all.
			const entries = await readdir(join(directory, IMAGE_FOLDER, service)).catch((cause: unknown) => {
				if ((cause as NodeJS.ErrnoException).code === "ENOENT") return [];
				throw cause;
			});
			return entries.length === 0 ? undefined : `${IMAGE_FOLDER}/${service}`;
		},
		readJournal: async (file) => {
			const text = await readSmallFile(resolve(directory, file), JOURNAL_LIMIT).catch((cause: unknown) => {
				throw new UserError(
					"journal-unreadable",
					`The journal ${file} can't be read: ${errorMessage(cause)}`,
					{
						input: "journal",
						cause,
						hint: "Give its path relative to the working directory.",
					},
				);
			});
			if (text !== undefined) return text;
			throw new UserError("journal-unreadable", `There is no journal ${file}`, {
				input: "journal",
				hint: "Give its path relative to the working directory.",
			});
		},
		verifier: async (trust) => {
			const { openVerifier } = await import("../../attest/verify.js");
			return openVerifier(trust, (path, limit) => readTrustFile(directory, path, limit));
		},
		record: {
			canSign: () => inputs.signing.key !== undefined || identityToken !== undefined,
			isRecorded: async (image, environment) => {
				const { isRecorded } = await import("../../attest/recorded.js");
				return isRecorded(registrySource(client, image), image.digest, environment, signal);
			},
			attach: async (image, statement, predicateType) => {
				const { signStatement } = await import("../../attest/sign.js");
				const bytes = await signStatement(statement, signingOf(inputs.signing, event, identityToken));
				return attachBundle(client, image, { bytes, predicateType }, new Date());
			},
			now: () => new Date(),
			url: runUrl(event),
		},
		uses: {
			listTags: (repository) => client.listTags(repository),
			contractsOf: async (service, version) => {
				const commit = await commitOf(service, version);
				if (commit === undefined) return { unknown: "its tag or commit is not in this clone" };
				const { services } = await catalogueAt(commit);
				const found = services.find(({ name }) => name === service);
				return found ?? { unknown: `its manifest at ${commit.slice(0, 12)} is missing or broken` };
			},
		},
	};
}

/** A file that `trust` names. */
async function readTrustFile(directory: string, path: string, limit: number): Promise<string> {
	let cause: unknown;
	try {
		const text = await readSmallFile(resolve(directory, path), limit);
		if (text !== undefined) return text;
	} catch (thrown) {
		cause = thrown;
	}
	const why = cause === undefined ? "it does not exist" : errorMessage(cause);
	throw new UserError("trust-unreadable", `${path} of 'trust' can't be read: ${why}`, {
		input: "trust",
		cause,
		hint: "Give its path relative to the working directory.",
	});
}

/** The settings file as a tree, so that it can be read where there is no repository. */
function settingsTree(directory: string, file: string): FileTree {
	const names = [file, "sluice.yml"];
	const read: FileTree["read"] = async (paths) => {
		const texts = new Map<string, string>();
		for (const path of paths) {
			const text = await readSmallFile(join(directory, path), READ_LIMIT);
			if (text !== undefined) texts.set(path, text);
		}
		return texts;
	};
	return { name: "the working directory", list: async () => [...(await read(names)).keys()], read };
}

/** Evidence files are written by `run`: `<service>.build.<leg>.a<attempt>.json`, in folders of artifacts or not. */
async function readEvidence(directory: string, services: readonly string[]): Promise<FoundEvidence[]> {
	const found: FoundEvidence[] = [];
	for (const { path } of await diskReportFiles(directory).find(".", [`${EVIDENCE_FOLDER}/**`])) {
		const name = basename(path);
		if (!name.endsWith(".json") || !services.some((service) => name.startsWith(`${service}.build.`)))
			continue;
		try {
			const text = await readSmallFile(join(directory, path), EVIDENCE_LIMIT);
			found.push({ file: path, evidence: evidenceSchema.parse(JSON.parse(text ?? "")) });
		} catch (cause) {
			throw new UserError("evidence-invalid", `${path} is no evidence that can be read`, {
				file: path,
				cause,
				hint: "Download the artifact again, or build again.",
			});
		}
	}
	return found;
}

/** A regular file's text, links not followed; undefined where there is none. */
async function readSmallFile(path: string, limit: number): Promise<string | undefined> {
	const stat = await lstat(path).catch(() => undefined);
	if (stat === undefined) return undefined;
	if (!stat.isFile()) throw new Error("it is no regular file");
	if (stat.size > limit) throw new Error(`it has ${stat.size} bytes, more than ${limit}`);
	const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
	try {
		return await handle.readFile("utf8");
	} finally {
		await handle.close();
	}
}

function diskJournal(directory: string): JournalPort {
	const path = join(directory, JOURNAL_FILE);
	return {
		read: () => readSmallFile(path, JOURNAL_LIMIT),
		write: async (text) => {
			const partial = `${path}.${randomUUID()}.partial`;
			try {
				const handle = await open(partial, "wx");
				try {
					await handle.writeFile(text);
					// It must be on disk before the first tag is set: a machine may go down, not only a process.
					await handle.sync();
				} finally {
					await handle.close();
				}
				await rename(partial, path);
			} catch (cause) {
				await rm(partial, { force: true });
				throw new UserError("journal-unwritable", `The journal can't be written: ${errorMessage(cause)}`, {
					fault: "outside",
					cause,
					hint: "The working directory must be writable: no tag is set without a journal.",
				});
			}
		},
		remove: () => rm(path, { force: true }),
	};
}
