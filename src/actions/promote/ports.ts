import { join } from "node:path";
import { attachBundle } from "../../attest/attach.js";
import { type PresentSigner, presentSigner } from "../../attest/present-signer.js";
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
import { IMAGE_FOLDER } from "../../evidence/evidence.js";
import { openGit } from "../../git/git.js";
import type { PromotionPorts } from "../../promotion/ports.js";
import { ambientOf } from "../../registry/auth/ambient.js";
import { AMAZON, AMAZON_PUBLIC, AZURE } from "../../registry/auth/clouds.js";
import { GOOGLE } from "../../registry/auth/google-cloud.js";
import { createRegistryClient } from "../../registry/client.js";
import { CopyProgress } from "../../registry/copy-progress.js";
import { withLayouts } from "../../registry/image-destination.js";
import { openKeychain } from "../../registry/keychain.js";
import { createLayoutDestination } from "../../registry/layout-destination.js";
import { isLayoutFolder } from "../../registry/layout-files.js";
import { createSleep } from "../../registry/patience.js";
import { openSource, registrySource } from "../../registry/source.js";
import type { Host } from "../../runner/action.js";
import { UserError } from "../../runner/errors.js";
import { identityTokens } from "../../runner/identity-token.js";
import { problemsAsError } from "../../runner/problem.js";
import { computeVersions } from "../../versions/compute.js";
import { tagForm, tagName } from "../../versions/tag.js";
import { readBuildEvidence } from "./build-evidence.js";
import type { EvidenceFile } from "./built.js";
import type { PromoteInputs } from "./inputs.js";
import { diskJournal, readJournal } from "./journal-file.js";
import { readTrustFile, settingsTree, treeOf } from "./named-files.js";
import { showProgress } from "./progress.js";
import type { RecordPort } from "./record.js";
import type { ResidentPorts } from "./residents.js";
import { defaultBranchTree } from "./settings-branch.js";

/** A version and the tag of its image. */
export interface CommitVersion {
	version: string;
	dockerTag: string;
}

export interface PromotePorts {
	promotion: PromotionPorts;
	/**
	 * The settings alone: of the default branch in a workflow, else of the working directory; outside of git too.
	 * `orHere`: of the working directory as well where the default branch can't be fetched.
	 */
	settings(options?: { orHere: boolean }): Promise<Settings>;
	/** Of the working tree. */
	catalogue(): Promise<Catalogue>;
	/** The full hash of HEAD. */
	head(): Promise<string>;
	/** The versions of this commit, by the version rules. */
	versions(services: readonly string[]): Promise<ReadonlyMap<string, CommitVersion>>;
	/** The commit of a version, or undefined where this clone does not have it. */
	commitOf(service: string, version: string): Promise<string | undefined>;
	/** Evidence of the builds of these services, of any commit. */
	buildEvidence(services: readonly string[]): Promise<readonly EvidenceFile[]>;
	/** The path of the OCI layout that the build of a service left, where there is one. */
	layoutOf(service: string): Promise<string | undefined>;
	readJournal(file: string): Promise<string>;
	/** Loads what verifies evidence. */
	verifier(trust: readonly TrustedSigner[]): Promise<BundleVerifier>;
	record: RecordPort;
	uses: ResidentPorts;
}

export async function promotePorts(host: Host, inputs: PromoteInputs): Promise<PromotePorts> {
	const { directory, environment, log, signal } = host;
	const event = await readEvent(environment);
	const git = openGit({ directory, environment });
	const registries = createRegistryClient({
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
	const layouts = createLayoutDestination({ folder: directory, verify: inputs.heal, signal });
	const client = withLayouts(registries, layouts);
	const progress = new CopyProgress();
	const every = (milliseconds: number, work: () => void) => {
		const timer = setInterval(work, milliseconds).unref();
		return () => clearInterval(timer);
	};
	const shown = showProgress(progress, log, process.stderr, every, () => client.waitingFor());
	const mask = (secret: string) => log.mask(secret);
	const identityToken = identityTokens({ environment, audience: SIGSTORE_AUDIENCE, mask });
	const signing = () => signingOf(inputs.signing, event, identityToken);
	let signer: Promise<PresentSigner> | undefined;
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
	/** Of a version's manifest, where it lies as it does today: each version has a commit of its own. */
	const manifestAt = async (commit: string, service: string) => {
		const file = (await catalogue()).services.find(({ name }) => name === service)?.manifest;
		if (file === undefined) return undefined;
		const tree = treeOf(git.tree(commit), [inputs.configFile, file]);
		const { services } = await loadCatalogue(tree, {
			configFile: inputs.configFile,
			repositoryName: undefined,
		});
		return services.find(({ name, manifest }) => name === service && manifest === file);
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
			sleep: createSleep(signal),
			progress,
			signal,
		},
		settings: async ({ orHere } = { orHere: false }) => {
			const known = await defaultBranchTree(event, git).catch((thrown: unknown) => {
				if (!orHere || !(thrown instanceof UserError) || thrown.code !== "default-branch-unknown")
					throw thrown;
				log.warning(`${thrown.message}; those of the checkout are held against the destinations`);
				return undefined;
			});
			const tree = known ?? settingsTree(directory, inputs.configFile);
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
		buildEvidence: (services) => readBuildEvidence(directory, services),
		layoutOf: async (service) => {
			const path = `${IMAGE_FOLDER}/${service}`;
			return (await isLayoutFolder(join(directory, path))) ? path : undefined;
		},
		readJournal: (file) => readJournal(directory, file),
		verifier: async (trust) => {
			const { openVerifier } = await import("../../attest/verify.js");
			return openVerifier(trust, (path, limit) => readTrustFile(directory, path, limit));
		},
		record: {
			canSign: () => inputs.signing.key !== undefined || identityToken !== undefined,
			isRecorded: async (image, environment) => {
				const { isRecorded } = await import("../../attest/recorded.js");
				signer ??= presentSigner(signing(), event.serverUrl ?? "https://github.com");
				return isRecorded(registrySource(client, image), image.digest, environment, {
					signer: await signer,
					signal,
				});
			},
			attach: async (image, statement, predicateType) => {
				const { signStatement } = await import("../../attest/sign.js");
				const bytes = await signStatement(statement, signing());
				return attachBundle(client, image, { bytes, predicateType }, new Date());
			},
			now: () => new Date(),
			url: runUrl(event),
			log: shown.log,
			signal,
		},
		uses: {
			listTags: (repository) => client.listTags(repository),
			contractsOf: async (service, version) => {
				const commit = await commitOf(service, version);
				if (commit === undefined) return { unknown: "its tag or commit is not in this clone" };
				const found =
					(await manifestAt(commit, service)) ??
					(await catalogueAt(commit)).services.find(({ name }) => name === service);
				return found ?? { unknown: `its manifest at ${commit.slice(0, 12)} is missing or broken` };
			},
		},
	};
}
