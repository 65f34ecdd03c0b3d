/** The API `catalog-api`, as openapi.yaml describes it. */
import { HttpError } from "./http.js";
import { OutOfStock } from "./stock.js";

/** The routes of the API on a stock. */
export function routes(stock, version = "unknown") {
	return [
		["GET", "/healthz", () => ({ status: 200, body: { status: "ok", service: "catalog", version } })],
		["GET", "/products", () => ({ status: 200, body: { products: stock.items() } })],
		["GET", "/products/{sku}", ({ params }) => ({ status: 200, body: known(stock, params.sku) })],
		[
			"PUT",
			"/products/{sku}",
			({ params, body }) => {
				stock.put({ sku: params.sku, ...productOf(body) });
				return { status: 200, body: known(stock, params.sku) };
			},
		],
		["POST", "/reservations", ({ body }) => ({ status: 201, body: reserve(stock, body) })],
		[
			"DELETE",
			"/reservations/{id}",
			({ params }) => {
				if (!stock.release(params.id)) throw new HttpError(404, `there is no reservation ${params.id}`);
				return { status: 204 };
			},
		],
	];
}

function known(stock, sku) {
	const item = stock.item(sku);
	if (item === undefined) throw new HttpError(404, `there is no product ${sku}`);
	return item;
}

function reserve(stock, body) {
	const { sku, quantity } = body ?? {};
	if (typeof sku !== "string" || !isCount(quantity) || quantity === 0) {
		throw new HttpError(422, "a reservation has a sku and a quantity of at least 1");
	}
	try {
		const reservation = stock.reserve(sku, quantity);
		if (reservation === undefined) throw new HttpError(404, `there is no product ${sku}`);
		return reservation;
	} catch (error) {
		if (error instanceof OutOfStock) throw new HttpError(409, error.message, { cause: error });
		throw error;
	}
}

function productOf(body) {
	const { name, price, available } = body ?? {};
	if (typeof name !== "string" || name === "" || !isCount(price) || !isCount(available)) {
		throw new HttpError(422, "a product has a name, a price in cents and an available quantity");
	}
	return { name, price, available };
}

function isCount(value) {
	return Number.isSafeInteger(value) && value >= 0;
}
