import { Agent, buildConnector, type Dispatcher, EnvHttpProxyAgent } from "undici";
import { ReceiveBuffers } from "./receive-buffers.js";

/** Never by a proxy: a registry on loopback is this machine's. */
const LOOPBACK = ["localhost", "127.0.0.1", "::1", "[::1]"];

/**
 * What carries requests: connections that are kept, by the proxies of the environment where it names some
 * (HTTPS_PROXY, HTTP_PROXY, NO_PROXY, in either case). A proxy sees host names; what is said over https stays
 * between us and the registry (CONNECT).
 */
export function createDispatcher(
	options: Agent.Options & { connect: buildConnector.BuildOptions },
	environment: Readonly<Record<string, string | undefined>> = {},
): Dispatcher {
	const value = (name: string) => environment[name.toLowerCase()] || environment[name] || undefined;
	const http = value("HTTP_PROXY");
	const https = value("HTTPS_PROXY");
	if (http === undefined && https === undefined)
		return new Agent({ ...options, connect: connectorOf(options.connect) });
	return new EnvHttpProxyAgent({
		...options,
		// Empty: without this the agent would look into the process's own environment.
		httpProxy: http ?? "",
		httpsProxy: https ?? "",
		noProxy: [value("NO_PROXY"), ...LOOPBACK].filter((each) => each !== undefined).join(","),
	});
}

/** Connections whose bytes are read into buffers that are used again. */
function connectorOf(options: buildConnector.BuildOptions): buildConnector.connector {
	const buffers = new ReceiveBuffers();
	const secure = buildConnector({ ...options, allowH2: false, onread: buffers.gathering() });
	const plain = buildConnector({ ...options, allowH2: false, onread: buffers.reading() });
	return (target, callback) => {
		const connect = target.protocol === "http:" ? plain : secure;
		connect(target, (...made) => {
			const [error, socket] = made;
			if (error === null) buffers.comeBackFrom(socket);
			callback(...made);
		});
	};
}
