/**
 * A TCP relay that holds every byte back for some milliseconds each way, and counts the HTTP requests that pass:
 * `node relay.ts TARGET-PORT MILLISECONDS`. Prints its port; prints the count of requests so far, as a line, for
 * every line that it reads.
 */
import { connect, createServer, type Socket } from "node:net";

const [target = 0, milliseconds = 0] = process.argv.slice(2).map(Number);
const REQUEST = /^(?:GET|HEAD|POST|PUT|PATCH|DELETE) \S+ HTTP\/1\.1\r\n/;
let requests = 0;

function pipe(from: Socket, to: Socket, look?: (chunk: Buffer) => void): void {
	from.on("data", (chunk) => {
		look?.(chunk);
		if (milliseconds === 0) {
			if (!to.write(chunk)) {
				from.pause();
				to.once("drain", () => from.resume());
			}
		} else setTimeout(() => to.writable && to.write(chunk), milliseconds);
	});
	from.on("end", () => setTimeout(() => to.end(), milliseconds));
	from.on("error", () => to.destroy());
	from.on("close", () => setTimeout(() => to.destroy(), milliseconds));
}

const server = createServer({ noDelay: true, allowHalfOpen: true }, (client) => {
	const upstream = connect({ port: target, host: "127.0.0.1", noDelay: true, allowHalfOpen: true });
	// A request is sent when the answer to the one before is there, so its head begins a chunk.
	pipe(client, upstream, (chunk) => {
		if (REQUEST.test(chunk.subarray(0, 4096).toString("latin1"))) requests += 1;
	});
	pipe(upstream, client);
});
server.listen(0, "127.0.0.1", () => {
	const address = server.address();
	process.stdout.write(`${typeof address === "object" ? address?.port : ""}\n`);
});
process.stdin.on("data", (chunk) => {
	for (const _ of chunk.toString().matchAll(/\n/g)) process.stdout.write(`${requests}\n`);
});
process.stdin.on("end", () => process.exit());
