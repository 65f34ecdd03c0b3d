/** A server that answers from a function, and remembers what it was asked. */
import { close, jsonServer, listen } from "../../src/http.js";

/** Starts a double with the given routes: `{url, host, stop}`. */
export async function startDouble(routes) {
	const server = jsonServer(routes);
	const url = await listen(server, { host: "127.0.0.1", port: 0 });
	return { url, host: new URL(url).host, stop: () => close(server) };
}
