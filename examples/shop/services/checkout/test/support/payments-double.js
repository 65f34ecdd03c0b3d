/** A stand-in for the payments service: the parts of payments-api that checkout and its tests use. */
import { HttpError } from "../../src/http.js";
import { startDouble } from "./http-double.js";

/** The card that is declined. Any other is good. */
export const DECLINED_CARD = "4000000000000002";

/** Starts the double: `{url, stop, payments}`, where `payments` are the captured ones by their ids. */
export async function startPaymentsDouble() {
	const payments = new Map();
	const double = await startDouble([
		[
			"GET",
			"/healthz",
			() => ({ status: 200, body: { status: "ok", service: "payments", version: "double" } }),
		],
		[
			"POST",
			"/payments",
			({ body: { order, amount, currency, card } }) => {
				if (card === DECLINED_CARD) throw new HttpError(402, "the card is declined");
				const id = `pay-${payments.size + 1}`;
				payments.set(id, { id, order, amount, currency, status: "captured", card: card.slice(-4) });
				return { status: 201, body: payments.get(id) };
			},
		],
		[
			"GET",
			"/payments/{id}",
			({ params }) => {
				if (!payments.has(params.id)) throw new HttpError(404, `there is no payment ${params.id}`);
				return { status: 200, body: payments.get(params.id) };
			},
		],
	]);
	return { ...double, payments };
}
