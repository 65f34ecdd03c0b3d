import { errorMessage, UserError } from "./errors.js";

/**
 * The OIDC token of a job, which says who runs. GitHub gives it to jobs with `id-token: write`.
 * Source: GitHub, "OpenID Connect reference", ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN.
 */

export interface IdentityTokenOptions {
	environment: Readonly<Record<string, string | undefined>>;
	/** Who the token is shown to. */
	audience: string;
	/** Hides the token in all that is printed. */
	mask(secret: string): void;
}

const ATTEMPTS = 3;
/** Milliseconds. */
const TIMEOUT = 15_000;
const PAUSE = 500;
const MAX_ANSWER = 64 * 1024;

/** Asks for the token; undefined where the runner gives none to this job. */
export function identityTokens({
	environment,
	audience,
	mask,
}: IdentityTokenOptions): (() => Promise<string>) | undefined {
	const address = environment.ACTIONS_ID_TOKEN_REQUEST_URL;
	const bearer = environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN;
	if (address === undefined || address === "" || bearer === undefined || bearer === "") return undefined;
	return async () => {
		mask(bearer);
		let why = "";
		for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
			if (attempt > 1) await new Promise((resolve) => setTimeout(resolve, PAUSE * attempt));
			try {
				const url = new URL(address);
				url.searchParams.set("audience", audience);
				const answer = await fetch(url, {
					headers: { authorization: `Bearer ${bearer}`, accept: "application/json" },
					redirect: "error",
					signal: AbortSignal.timeout(TIMEOUT),
				});
				const text = (await answer.text()).slice(0, MAX_ANSWER);
				if (answer.status === 200) return tokenOf(text, mask);
				why = `it answered ${answer.status}`;
				if (answer.status < 500 && answer.status !== 429) break;
			} catch (thrown) {
				if (thrown instanceof UserError) throw thrown;
				why = errorMessage(thrown);
			}
		}
		throw failed(why);
	};
}

function tokenOf(text: string, mask: (secret: string) => void): string {
	let value: unknown;
	try {
		({ value } = JSON.parse(text) as { value?: unknown });
	} catch {
		throw failed("its answer is not JSON");
	}
	if (typeof value !== "string" || value === "") throw failed("its answer holds no token");
	mask(value);
	return value;
}

function failed(why: string): UserError {
	return new UserError("identity-token-failed", `The runner gave no OIDC token: ${why}`, {
		fault: "outside",
		hint: "Check that the job has `permissions: id-token: write`, and run it again.",
	});
}
