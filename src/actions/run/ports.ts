import { randomUUID } from "node:crypto";
import { lstat, mkdir, open, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { loadCatalogue } from "../../catalog/load.js";
import { repositoryName } from "../../catalog/repository.js";
import type { Catalogue, Service } from "../../catalog/service.js";
import { type CommandRequest, type CommandResult, runCommand } from "../../commands/command.js";
import type { EventContext } from "../../context/event.js";
import { readEvent } from "../../context/read.js";
import { diskReportFiles } from "../../evidence/disk.js";
import { EVIDENCE_FOLDER, IMAGE_FOLDER } from "../../evidence/evidence.js";
import { fileBytes } from "../../evidence/file-bytes.js";
import { readGoModules } from "../../evidence/go-modules.js";
import type { ReportFiles } from "../../evidence/read.js";
import { openGit } from "../../git/git.js";
import type { Host } from "../../runner/action.js";
import type { Log } from "../../runner/log.js";
import { ownFolder } from "../../runner/own-folder.js";
import { problemsAsError } from "../../runner/problem.js";
import { writeWhole } from "../../runner/whole-file.js";
import { computeVersions, versionOf } from "../../versions/compute.js";
import type { RunInputs } from "./inputs.js";

/** A service's version at this commit. */
export interface ServiceVersion {
	version: string;
	dockerTag: string;
}

export interface RunPorts {
	catalogue(): Promise<Catalogue>;
	event(): Promise<EventContext>;
	/** The full hash of HEAD. */
	head(): Promise<string>;
	/** Files of the repository: tracked ones and those that nothing ignores. */
	files(): Promise<readonly string[]>;
	/** The folders of Go's modules. */
	goModules(): Promise<ReadonlyMap<string, readonly string[]>>;
	/** Files that git tracks at HEAD. */
	tracked(): Promise<ReadonlySet<string>>;
	/** The version by the version rules. */
	version(service: Service): Promise<ServiceVersion>;
	/** The digest that a name has in its registry, or undefined where it has none. */
	registryDigest(reference: string): Promise<string | undefined>;
	command(request: CommandRequest): Promise<CommandResult>;
	reports: ReportFiles;
	/** The file system's own time, in milliseconds since 1970: what is written from now on is not older. */
	mark(): Promise<number>;
	evidence: {
		/** A file in the evidence folder, or undefined. */
		open(name: string): Promise<AsyncIterable<Uint8Array> | undefined>;
		remove(name: string): Promise<void>;
		/** Writes a file as a whole or not at all; returns its path relative to the working directory. */
		write(name: string, pieces: Iterable<string>): Promise<string>;
	};
	layout: {
		/** An empty folder for a service's image, as an absolute path. */
		prepare(service: string): Promise<string>;
		/** The digest of the one image that a service's layout holds, its manifest verified; undefined without a layout. */
		digest(service: string): Promise<string | undefined>;
	};
	/** The day in UTC, as 2027-01-31. */
	today(): string;
	/** The absolute path of the working directory. */
	directory: string;
	environment: Readonly<Record<string, string | undefined>>;
	/** True for a step of a workflow. */
	actions: boolean;
	signal: AbortSignal;
	log: Log;
}

export function runPorts(host: Host, inputs: RunInputs): RunPorts {
	const { directory, environment } = host;
	const git = openGit({ directory, environment });
	let event: Promise<EventContext> | undefined;
	const readOnce = () => {
		event ??= readEvent(environment);
		return event;
	};
	const catalogueOptions = async () => ({
		configFile: inputs.configFile,
		repositoryName: await repositoryName(await readOnce(), git),
	});
	let loaded: Promise<Catalogue> | undefined;
	const loadOnce = () => {
		loaded ??= catalogueOptions().then((options) => loadCatalogue(git.workingTree(), options));
		return loaded;
	};
	const evidence = join(directory, EVIDENCE_FOLDER);
	const layoutPath = (service: string) => join(directory, IMAGE_FOLDER, service);
	return {
		catalogue: loadOnce,
		event: readOnce,
		head: () => git.head(),
		files: () => git.workingTree().list(),
		goModules: () => readGoModules(git.workingTree()),
		tracked: async () => new Set(await git.tree(await git.head()).list()),
		version: async (service) => {
			const computed = await computeVersions({
				git,
				// Of the commit: a manifest that is not committed decides no version.
				catalogue: await loadCatalogue(git.tree(await git.head()), await catalogueOptions()),
				event: await readOnce(),
				actions: host.actions,
				services: [service.name],
			});
			const wrong = problemsAsError(computed.problems);
			const found = versionOf(computed, service.name);
			if (wrong !== undefined) throw wrong;
			if (found === undefined) throw new Error(`the version rules gave ${service.name} no version`);
			return found;
		},
		registryDigest: async (reference) => {
			// Only a build needs the registry module, which is large.
			const { pushedDigest } = await import("../../registry/built-image.js");
			return pushedDigest(reference, { environment, log: host.log });
		},
		command: runCommand,
		reports: diskReportFiles(directory),
		mark: async () => {
			const file = join(await ownFolder(evidence), `.mark-${randomUUID()}`);
			await writeFile(file, "", { flag: "wx" });
			const { mtimeMs } = await stat(file);
			await rm(file);
			return mtimeMs;
		},
		evidence: {
			open: async (name) => {
				const handle = await open(join(evidence, name)).catch(absent);
				return handle === undefined ? undefined : fileBytes(handle);
			},
			remove: (name) => rm(join(evidence, name), { force: true }).catch(absent),
			write: async (name, pieces) => {
				await writeWhole(join(await ownFolder(evidence), name), pieces);
				return `${EVIDENCE_FOLDER}/${name}`;
			},
		},
		layout: {
			prepare: async (service) => {
				await ownFolder(join(directory, IMAGE_FOLDER));
				const folder = layoutPath(service);
				// What an earlier build left must not be taken for this one's.
				await rm(folder, { recursive: true, force: true });
				await mkdir(folder);
				return folder;
			},
			digest: async (service) => {
				const folder = layoutPath(service);
				if ((await lstat(join(folder, "index.json")).catch(absent)) === undefined) return undefined;
				const { layoutDigest } = await import("../../registry/built-image.js");
				return layoutDigest(folder, directory);
			},
		},
		today: () => new Date().toISOString().slice(0, 10),
		directory,
		environment,
		actions: host.actions,
		signal: host.signal,
		log: host.log,
	};
}

function absent(error: NodeJS.ErrnoException): undefined {
	if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
	throw error;
}
