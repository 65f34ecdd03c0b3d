/** What checkout uses of `payments-api`. */
import { callJson } from "./http-client.js";

/** The API at an address such as `http://127.0.0.1:8083`. */
export function paymentsAt(origin) {
	return {
		/**
		 * Takes the money for an order: `{captured: true, payment}`, or `{captured: false, reason}` where the card
		 * is declined. An order is charged once, however often this is asked for.
		 */
		async charge({ order, amount, currency, card }) {
			const { status, body } = await callJson("POST", `${origin}/payments`, {
				order,
				amount,
				currency,
				card,
			});
			if (status === 200 || status === 201) return { captured: true, payment: body.id };
			if (status === 402) return { captured: false, reason: body.error };
			throw new Error(`payments answered ${status}: ${body?.error ?? "no reason given"}`);
		},
	};
}
