import { type ChildProcess, execFile, spawn } from "node:child_process";
import { access, constants, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { homedir, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

/** A registry server that runs as a process of its own. */
export interface LiveRegistry extends AsyncDisposable {
	/** `127.0.0.1:PORT`. */
	host: string;
}

const START_LIMIT = 15_000;

/** Debian's docker-registry (distribution 2.8), its user in an htpasswd file. */
export async function startDockerRegistry(user: {
	username: string;
	password: string;
}): Promise<LiveRegistry> {
	const install = "apt-get install docker-registry apache2-utils";
	const program = await findTool("docker-registry", install);
	const htpasswd = await findTool("htpasswd", install);
	const folder = await mkdtemp(join(tmpdir(), "docker-registry-"));
	const { stdout } = await promisify(execFile)(htpasswd, ["-Bbn", user.username, user.password]);
	await writeFile(join(folder, "htpasswd"), stdout);
	const port = await freePort();
	const config = {
		version: "0.1",
		log: { level: "error" },
		storage: { filesystem: { rootdirectory: join(folder, "data") }, delete: { enabled: true } },
		http: { addr: `127.0.0.1:${port}`, secret: "for-one-test" },
		auth: { htpasswd: { realm: "live", path: join(folder, "htpasswd") } },
	};
	// JSON is YAML.
	await writeFile(join(folder, "config.yml"), JSON.stringify(config));
	return start(program, ["serve", join(folder, "config.yml")], port, () =>
		rm(folder, { recursive: true, force: true }),
	);
}

/** crane's registry, in memory, with the referrers API. */
export async function startCraneRegistry(): Promise<LiveRegistry> {
	const program = await findTool(
		"crane",
		"go install github.com/google/go-containerregistry/cmd/crane@latest",
	);
	const port = await freePort();
	return start(program, ["registry", "serve", "--address", `127.0.0.1:${port}`], port, async () => undefined);
}

/** A tool in the folder SLUICE_TOOLS, on the PATH, or where `go install` puts it. */
async function findTool(name: string, install: string): Promise<string> {
	const { SLUICE_TOOLS: tools, PATH: path = "", GOPATH: go } = process.env;
	const folders = [tools ?? "", ...path.split(delimiter), join(go ?? join(homedir(), "go"), "bin")];
	for (const folder of folders.filter((each) => each !== "")) {
		const file = join(folder, name);
		try {
			await access(file, constants.X_OK);
			return file;
		} catch {
			// The next folder.
		}
	}
	throw new Error(`${name} is missing. Install it: ${install} (or name its folder in SLUICE_TOOLS).`);
}

async function start(
	program: string,
	options: string[],
	port: number,
	cleanUp: () => Promise<void>,
): Promise<LiveRegistry> {
	const child = spawn(program, options, { stdio: ["ignore", "ignore", "pipe"] });
	let said = "";
	child.stderr.on("data", (chunk: Buffer) => {
		said = (said + chunk.toString()).slice(-4000);
	});
	const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
	const stop = async () => {
		child.kill("SIGKILL");
		await ended;
		await cleanUp();
	};
	const host = `127.0.0.1:${port}`;
	const until = Date.now() + START_LIMIT;
	while (!(await answers(host))) {
		if (Date.now() < until && isRunning(child)) {
			await sleep(50);
			continue;
		}
		await stop();
		throw new Error(`${program} does not answer on ${host}: ${said}`);
	}
	return { host, [Symbol.asyncDispose]: stop };
}

function isRunning(child: ChildProcess): boolean {
	return child.exitCode === null && child.signalCode === null;
}

async function answers(host: string): Promise<boolean> {
	try {
		const response = await fetch(`http://${host}/v2/`);
		await response.arrayBuffer();
		return response.status === 200 || response.status === 401;
	} catch {
		return false;
	}
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once("error", reject);
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			const port = typeof address === "object" && address !== null ? address.port : 0;
			server.close(() => resolve(port));
		});
	});
}
