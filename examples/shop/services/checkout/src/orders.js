/** Placing an order: the price, the stock, the money, in this order, and what was done is undone when a step fails. */
import { randomUUID } from "node:crypto";
import { convert, priceOf } from "./pricing.js";

/** The currency of the catalog's prices. */
export const SHOP_CURRENCY = "EUR";

/** An order that can't be placed. `reason` is one of unknown-product, out-of-stock, currency, declined, unavailable. */
export class OrderRefused extends Error {
	constructor(reason, message, options) {
		super(message, options);
		this.name = "OrderRefused";
		this.reason = reason;
	}
}

/**
 * The orders of this process.
 *
 * `catalog`, `payments` and `stockLevels` are the parts of the shop that it uses; `exchangeRates` is undefined where
 * the shop takes its own currency only.
 */
export function orderBook({
	catalog,
	payments,
	stockLevels,
	exchangeRates,
	newId = randomUUID,
	log = console.error,
}) {
	const orders = new Map();

	/**
	 * Places an order and returns it, paid. Throws OrderRefused, and then takes no stock. Where the answer of payments
	 * got lost, a charge may exist; it carries the order's id, which `log` has.
	 */
	async function place({ sku, quantity, currency = SHOP_CURRENCY, card }) {
		// The shared schema answers without a call, so that most of what is sold out ends here.
		const available = stockLevels.available(sku);
		if (available === undefined) throw new OrderRefused("unknown-product", `there is no product ${sku}`);
		if (available < quantity) throw new OrderRefused("out-of-stock", `${available} of ${sku} are left`);

		const rate = await rateTo(currency);
		const product = await outside("catalog", () => catalog.product(sku));
		if (product === undefined) throw new OrderRefused("unknown-product", `there is no product ${sku}`);
		const { total } = priceOf(product.price, quantity);
		const reservation = await outside("catalog", () => catalog.reserve(sku, quantity));
		if (reservation === undefined) throw new OrderRefused("out-of-stock", `${sku} has just been sold`);

		const id = newId();
		const amount = convert(total, rate);
		const charge = { order: id, amount, currency, card };
		let paid;
		try {
			paid = await outside("payments", () => payments.charge(charge));
			if (!paid.captured) throw new OrderRefused("declined", paid.reason);
		} catch (error) {
			if (error.reason === "unavailable")
				log(`order ${id} is given up, and may have been charged: ${error.message}`);
			await giveBack(reservation.id);
			throw error;
		}
		const order = {
			id,
			sku,
			quantity,
			amount,
			currency,
			status: "paid",
			payment: paid.payment,
			reservation: reservation.id,
		};
		orders.set(id, order);
		return order;
	}

	async function rateTo(currency) {
		if (currency === SHOP_CURRENCY) return 1;
		if (exchangeRates === undefined)
			throw new OrderRefused("currency", `this shop takes ${SHOP_CURRENCY} only`);
		const rate = await outside("exchange rates", () => exchangeRates.rate(SHOP_CURRENCY, currency));
		if (rate === undefined) throw new OrderRefused("currency", `there is no exchange rate for ${currency}`);
		return rate;
	}

	/** A reservation that can't be given back now must not hide why the order failed. */
	async function giveBack(reservation) {
		try {
			await catalog.release(reservation);
		} catch (error) {
			log(`reservation ${reservation} could not be released: ${error.message}`);
		}
	}

	return { place, find: (id) => orders.get(id) };
}

async function outside(who, call) {
	try {
		return await call();
	} catch (cause) {
		throw new OrderRefused("unavailable", `${who} can't be reached: ${cause.message}`, { cause });
	}
}
