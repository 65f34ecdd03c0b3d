/** What checkout uses of `catalog-api`. */
import { callJson } from "./http-client.js";

/** The API at an address such as `http://127.0.0.1:8081`. */
export function catalogAt(origin) {
	return {
		/** The product `{sku, name, price, available}`, or undefined. */
		async product(sku) {
			const { status, body } = await callJson("GET", `${origin}/products/${encodeURIComponent(sku)}`);
			if (status === 404) return undefined;
			return expect(status, 200, body);
		},

		/** The reservation `{id, sku, quantity}`, or undefined where fewer are left. */
		async reserve(sku, quantity) {
			const { status, body } = await callJson("POST", `${origin}/reservations`, { sku, quantity });
			if (status === 409) return undefined;
			return expect(status, 201, body);
		},

		/** Gives a reservation back. */
		async release(id) {
			const { status, body } = await callJson("DELETE", `${origin}/reservations/${encodeURIComponent(id)}`);
			expect(status, 204, body);
		},
	};
}

function expect(status, wanted, body) {
	if (status !== wanted) throw new Error(`catalog answered ${status}: ${body?.error ?? "no reason given"}`);
	return body;
}
