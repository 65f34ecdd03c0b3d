/** The registry as a command. */
import { parseArgs } from "node:util";
import type { AuthOptions } from "./auth.ts";
import { type RegistryOptions, startRegistry } from "./server.ts";

const USAGE = `node test/embedded-registry/main.ts --port N [options]

  --port N               the port; 0 takes a free one
  --host H               the address to listen on (127.0.0.1)
  --data FOLDER          keeps the blobs in a temporary folder in FOLDER, not in the system's
  --username U --password P
                         basic authentication; with --token-auth, for the token endpoint
  --token-auth           bearer tokens; without a user everybody gets them
  --sparse               manifests may name what is not there

Prints its address when it is ready. Ends, and removes all content, on SIGTERM or SIGINT.
`;

/** The request was wrong: its text goes to stderr, the exit code is 2. */
class UsageError extends Error {}

async function main(): Promise<void> {
	const options = readOptions(process.argv.slice(2));
	if (options === "help") {
		process.stdout.write(USAGE);
		return;
	}
	const registry = await startRegistry(options).catch((error: NodeJS.ErrnoException) => {
		throw new UsageError(reasonOf(error, options));
	});
	for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void registry.close());
	process.stdout.write(`${registry.url}\n`);
}

function readOptions(args: string[]): RegistryOptions | "help" {
	const values = parse(args);
	if (values.help) return "help";
	const { port, host, data } = values;
	if (port === undefined) throw new UsageError("--port is missing");
	if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
		throw new UsageError(`--port takes a number from 0 to 65535, not ${JSON.stringify(port)}`);
	}
	for (const [name, value] of Object.entries(values)) {
		if (value === "") throw new UsageError(`--${name} is empty`);
	}
	const options: RegistryOptions = {
		port: Number(port),
		auth: readAuth(values),
		sparse: values.sparse ?? false,
	};
	if (host !== undefined) options.host = host;
	if (data !== undefined) options.data = data;
	return options;
}

function parse(args: string[]) {
	try {
		return parseArgs({
			args,
			options: {
				port: { type: "string" },
				host: { type: "string" },
				data: { type: "string" },
				username: { type: "string" },
				password: { type: "string" },
				"token-auth": { type: "boolean" },
				sparse: { type: "boolean" },
				help: { type: "boolean" },
			},
		}).values;
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
}

function readAuth(values: {
	username?: string | undefined;
	password?: string | undefined;
	"token-auth"?: boolean | undefined;
}): AuthOptions {
	const { username, password } = values;
	if ((username === undefined) !== (password === undefined)) {
		throw new UsageError("--username and --password go together");
	}
	const kind = values["token-auth"] ? "token" : "basic";
	if (username !== undefined && password !== undefined) return { kind, username, password };
	return kind === "token" ? { kind } : { kind: "none" };
}

function reasonOf(error: NodeJS.ErrnoException, { port, host = "127.0.0.1", data }: RegistryOptions): string {
	switch (error.code) {
		case "EADDRINUSE":
			return `port ${port} of ${host} is in use: choose another with --port, or 0 for a free one`;
		case "EACCES":
			return error.syscall === "listen"
				? `port ${port} of ${host} is not permitted: choose one above 1023`
				: `--data ${data} cannot be written to`;
		case "EADDRNOTAVAIL":
		case "ENOTFOUND":
			return `${host} is no address of this machine: give another with --host`;
		case "ENOENT":
		case "ENOTDIR":
			return `--data ${data} is not a folder`;
		default:
			return error.message;
	}
}

try {
	await main();
} catch (error) {
	if (!(error instanceof UsageError)) throw error;
	process.stderr.write(`embedded-registry: ${error.message}\n`);
	process.exitCode = 2;
}
