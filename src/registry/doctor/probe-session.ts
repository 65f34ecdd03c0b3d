import { errorMessage } from "../../runner/errors.js";
import { type HttpResponse, readBody } from "../answer.js";
import type { Authorizer } from "../auth.js";
import { type InsecureRegistries, registryUrl } from "../endpoint.js";
import type { Repository } from "../name.js";
import { locationOf } from "../redirect.js";
import { parseErrorBody, RegistryError } from "../registry-error.js";
import { isPassing } from "../retry.js";
import { type Action, repositoryScope } from "../scope.js";
import type { HttpRequest } from "../transport.js";
import type { Finding } from "./diagnosis.js";

/** One request of a probe. */
export interface Probe {
	method: HttpRequest["method"];
	/** Below `/v2/<repository>/`, or an address that the registry gave. */
	path: string | URL;
	query?: Readonly<Record<string, string>>;
	headers?: Readonly<Record<string, string>>;
	body?: Buffer;
	actions: readonly Action[];
}

/** An answer with its body, whatever its status. */
export interface Reply {
	status: number;
	header(name: string): string | undefined;
	text: string;
	response: HttpResponse;
}

/** Asks a registry and takes every answer for a finding, never for a failure. */
export interface ProbeSession {
	ask(probe: Probe): Promise<Reply>;
	/** The address of an answer's Location. */
	location(reply: Reply): URL;
}

const MAX_BODY = 4 * 1024 * 1024;

export function probeSession(
	authorizer: Authorizer,
	to: Repository,
	insecure: InsecureRegistries,
): ProbeSession {
	return {
		async ask({ method, path, query = {}, headers = {}, body, actions }) {
			const url =
				path instanceof URL
					? new URL(path)
					: new URL(`${to.repository}/${path}`, registryUrl(to.registry, insecure));
			for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
			const response = await authorizer.send({
				registry: to.registry,
				scopes: [repositoryScope(to.repository, ...actions)],
				method,
				url,
				headers,
				body,
				countAs: `${to.registry}/${to.repository}`,
			});
			const text = (await readBody(response, MAX_BODY))?.toString("utf8") ?? "";
			return { status: response.status, header: response.header, text, response };
		},
		location: (reply) => locationOf(reply.response, insecure),
	};
}

/** The registry's words of a refusal: `HTTP 403: denied`. */
export function wordsOf(reply: Reply): string {
	const { codes, messages } = parseErrorBody(reply.text);
	const said = messages.length > 0 ? messages.join("; ") : codes.join(", ");
	return `HTTP ${reply.status}${said === "" ? "" : `: ${said}`}`;
}

/** What a refusal says of the thing that was asked for. A registry that is busy or fails has not said no to it. */
export function refusal(reply: Reply, detail = wordsOf(reply)): Finding {
	if (!isPassing(reply.status)) return { answer: "no", detail };
	return { answer: "unknown", detail: `${wordsOf(reply)}, again and again, which says nothing of it.` };
}

/** Our own refusals to show credentials: nothing is permitted without them. */
const WITHHELD: ReadonlySet<string> = new Set(["foreign-token-service", "unsafe-token-service"]);

/** What a token service or a broken connection says in place of an answer. */
export function failedFinding(error: unknown): Finding {
	const { status, code } = error instanceof RegistryError ? error : {};
	const refused = status !== undefined && !isPassing(status);
	if (refused || (code !== undefined && WITHHELD.has(code)))
		return { answer: "no", detail: errorMessage(error) };
	return { answer: "unknown", detail: errorMessage(error) };
}
