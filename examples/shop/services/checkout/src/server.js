/** The API `checkout-api`, as openapi.yaml describes it. */
import { HttpError } from "./http.js";
import { OrderRefused } from "./orders.js";

const STATUS_OF_REASON = new Map([
	["unknown-product", 404],
	["out-of-stock", 409],
	["currency", 422],
	["declined", 402],
	["unavailable", 503],
]);

/** The routes of the API on an order book and the levels of the stock. */
export function routes(orders, stockLevels, version = "unknown") {
	return [
		["GET", "/healthz", () => ({ status: 200, body: { status: "ok", service: "checkout", version } })],
		[
			"GET",
			"/availability/{sku}",
			({ params }) => ({ status: 200, body: availability(stockLevels, params.sku) }),
		],
		["POST", "/orders", async ({ body }) => ({ status: 201, body: await place(orders, body) })],
		[
			"GET",
			"/orders/{id}",
			({ params }) => {
				const order = orders.find(params.id);
				if (order === undefined) throw new HttpError(404, `there is no order ${params.id}`);
				return { status: 200, body: order };
			},
		],
	];
}

function availability(stockLevels, sku) {
	const available = stockLevels.available(sku);
	if (available === undefined) throw new HttpError(404, `there is no product ${sku}`);
	return { sku, available };
}

async function place(orders, body) {
	const { sku, quantity, currency, card } = body ?? {};
	if (typeof sku !== "string" || typeof card !== "string")
		throw new HttpError(422, "an order has a sku and a card");
	if (!Number.isSafeInteger(quantity) || quantity < 1) throw new HttpError(422, "a quantity is at least 1");
	if (currency !== undefined && !/^[A-Z]{3}$/.test(currency)) {
		throw new HttpError(422, "a currency has three capital letters");
	}
	try {
		return await orders.place({ sku, quantity, currency, card });
	} catch (error) {
		if (!(error instanceof OrderRefused)) throw error;
		throw new HttpError(STATUS_OF_REASON.get(error.reason), error.message, { cause: error });
	}
}
