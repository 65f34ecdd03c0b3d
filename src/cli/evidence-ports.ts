import { existsSync, realpathSync, statSync } from "node:fs";
import { open as openFile } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { CoveredFile } from "../evidence/covered-file.js";
import { diskReportFiles } from "../evidence/disk.js";
import type { ReportSource } from "../evidence/evidence-report.js";
import { fileBytes } from "../evidence/file-bytes.js";
import { readGoModules } from "../evidence/go-modules.js";
import { coberturaText } from "../evidence/handing-on/cobertura.js";
import type { LeftOut } from "../evidence/handing-on/expressible.js";
import { lcovText } from "../evidence/handing-on/lcov.js";
import { RepositoryPaths } from "../evidence/paths.js";
import { openGit } from "../git/git.js";
import type { Host } from "../runner/action.js";
import { errorMessage, UserError } from "../runner/errors.js";
import { writeWhole } from "../runner/whole-file.js";
import type { EvidenceInputs } from "./evidence.js";
import { progressOf } from "./progress.js";

/** The effects of `sluice evidence`. */
export interface EvidencePorts extends ReportSource {
	/** Each file once, however it is named. */
	distinct(files: readonly string[]): string[];
	/** @throws UserError where an output is one of the reports, or both outputs are one file */
	refuseOverwriting(inputs: EvidenceInputs): void;
	writeLcov(path: string, files: readonly CoveredFile[], left: LeftOut[]): Promise<void>;
	writeCobertura(path: string, files: readonly CoveredFile[], left: LeftOut[]): Promise<void>;
	tell(text: string): void;
}

export function evidencePorts(host: Host): EvidencePorts {
	const { directory, environment, log, signal } = host;
	const at = (file: string) => resolve(directory, file);
	let repository: Promise<Repository | undefined> | undefined;
	return {
		open: (file) => progressOf(open(at(file), file), file, sizeOf(at(file)), process.stderr),
		lineCount: (path) => diskReportFiles(directory).lineCount(path),
		resolver: async (file) => {
			const within = relative(realOf(directory), realOf(at(file)));
			if (within.startsWith(`..${sep}`) || isAbsolute(within)) return undefined;
			const path = within.replaceAll("\\", "/");
			repository ??= openRepository(directory, environment, signal);
			const known = await repository;
			// A report that git tracks is a sample: it tells of another place, whatever its paths look like.
			if (known === undefined || known.tracked.has(path)) return undefined;
			const near = foldersOf(path);
			return (written, report, module) =>
				known.paths.resolve(written, {
					service: near[0] ?? ".",
					near,
					sources: report.sources,
					root: directory,
					module,
				});
		},
		distinct: (files) => {
			const seen = new Set<string>();
			return files.filter((file) => {
				const real = realOf(at(file));
				if (seen.has(real)) log.info(`${file} is named twice and counts once`);
				return seen.size < seen.add(real).size;
			});
		},
		refuseOverwriting: ({ files, lcov, cobertura }) => {
			const reports = new Set(files.map((file) => realOf(at(file))));
			const outputs = [lcov, cobertura].flatMap((each) => (each === undefined ? [] : [each]));
			for (const output of outputs) {
				if (reports.has(realOf(at(output)))) {
					throw new UserError("output-is-input", `${output} is one of the reports and would be replaced`, {
						hint: "Write to another file.",
					});
				}
				if (
					statSync(at(output), { throwIfNoEntry: false })?.isDirectory() === true ||
					!isFolder(dirname(at(output)))
				) {
					throw new UserError(
						"output-invalid",
						`${output} can't be written: it is a folder, or its folder is missing`,
						{
							hint: "Name a file in a folder that is there.",
						},
					);
				}
			}
			if (lcov !== undefined && cobertura !== undefined && realOf(at(lcov)) === realOf(at(cobertura))) {
				throw new UserError("output-is-output", `${lcov} is named for lcov and for Cobertura`, {
					hint: "Write them to two files.",
				});
			}
		},
		writeLcov: (path, files, left) => writeWhole(at(path), lcovText(files, left)),
		writeCobertura: (path, files, left) => writeWhole(at(path), coberturaText(files, Date.now(), left)),
		tell: (text) => log.info(text),
	};
}

interface Repository {
	paths: RepositoryPaths;
	tracked: ReadonlySet<string>;
}

/** The repository around a folder; undefined where there is none, or git can't read it. */
async function openRepository(
	directory: string,
	environment: Host["environment"],
	signal: AbortSignal,
): Promise<Repository | undefined> {
	if (!mayBeRepository(directory, environment)) return undefined;
	const git = openGit({ directory, environment, signal });
	const ofHead = async () => {
		const head = await git.commit("HEAD");
		return new Set(head === undefined ? [] : await git.tree(head).list());
	};
	try {
		const tree = git.workingTree();
		const [files, tracked] = await Promise.all([tree.list(), ofHead()]);
		const modules = await readGoModules({ ...tree, list: async () => files });
		return { paths: new RepositoryPaths(files, modules), tracked };
	} catch (thrown) {
		if (thrown instanceof UserError) return undefined;
		throw thrown;
	}
}

/** Whether git has anything to look at; starting it only to hear that it has not takes long beside a small report. */
function mayBeRepository(directory: string, environment: Host["environment"]): boolean {
	if (environment.GIT_DIR !== undefined) return true;
	for (let folder = realOf(directory); ; folder = dirname(folder)) {
		if (existsSync(join(folder, ".git"))) return true;
		if (folder === dirname(folder)) return false;
	}
}

/** The folders that hold a file, nearest first. */
function foldersOf(path: string): string[] {
	const folders: string[] = [];
	for (let slash = path.lastIndexOf("/"); slash > 0; slash = path.lastIndexOf("/", slash - 1))
		folders.push(path.slice(0, slash));
	return folders;
}

async function* open(path: string, file: string): AsyncGenerator<Uint8Array> {
	try {
		yield* fileBytes(await openFile(path));
	} catch (cause) {
		if (!(cause instanceof Error) || !("code" in cause) || cause instanceof UserError) throw cause;
		const why: Readonly<Record<string, string>> = {
			ENOENT: "there is no such file",
			ENOTDIR: "there is no such file",
			EISDIR: "it is a folder",
			EACCES: "permission is denied",
		};
		throw new UserError(
			"report-unreadable",
			`${file} can't be read: ${why[String(cause.code)] ?? errorMessage(cause)}`,
			{
				file,
				cause,
				hint: "Check the name, and that the tool which writes it has run.",
			},
		);
	}
}

function sizeOf(path: string): number {
	return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function isFolder(path: string): boolean {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Past links, where the file is there. */
function realOf(path: string): string {
	try {
		return realpathSync(path);
	} catch {
		return path;
	}
}
