/** Services of the shop as processes of their own. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** The folder with all services of the shop. */
export const SERVICES = join(import.meta.dirname, "..", "..", "..");

const START_WITHIN_MS = 30_000;
const STOP_WITHIN_MS = 5000;

/** Runs a command to its end. Throws with its output where it fails. */
export async function run(command, args, { cwd, env }) {
	const { child, output } = spawnService(command, args, { cwd, env });
	const code = await ended(child);
	if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}:\n${output.text}`);
}

/**
 * Starts a service on a free port and waits until it says `... listening on URL`: `{url, stop}`.
 *
 * Throws with the service's output where it ends before.
 */
export async function startService(command, args, { cwd, env }) {
	const { child, output } = spawnService(command, args, {
		cwd,
		env: { HOST: "127.0.0.1", PORT: "0", ...env },
	});
	// A service that never says that it listens ends here, and is reported with what it said instead.
	const deadline = setTimeout(() => child.kill("SIGKILL"), START_WITHIN_MS);
	const url = await new Promise((resolve, reject) => {
		createInterface({ input: child.stdout }).on("line", (line) => {
			const address = / listening on (http:\S+)$/.exec(line)?.[1];
			if (address) resolve(address);
		});
		ended(child).then((code) => {
			reject(new Error(`${command} ${args.join(" ")} ended with ${code}:\n${output.text}`));
		}, reject);
	}).finally(() => clearTimeout(deadline));
	return { url, stop: () => stop(child) };
}

function spawnService(command, args, { cwd, env }) {
	// The coverage of another service is none of this one's.
	const { NODE_V8_COVERAGE: _coverage, SHOP_EXCHANGE_RATE_HOST: _host, ...inherited } = process.env;
	const child = spawn(command, args, {
		cwd,
		env: { ...inherited, ...env },
		stdio: ["ignore", "pipe", "pipe"],
	});
	const output = { text: "" };
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding("utf8").on("data", (text) => {
			output.text += text;
		});
	}
	return { child, output };
}

async function ended(child) {
	const [code, signal] = await once(child, "close");
	return code ?? signal;
}

async function stop(child) {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const over = ended(child);
	child.kill("SIGTERM");
	const deadline = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS);
	await over;
	clearTimeout(deadline);
}
