import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { OrderRefused, orderBook } from "../../src/orders.js";

/** A book over a shop of one product, three of it in stock, with some parts replaced. It records what happened. */
function bookOf(parts = {}) {
	const events = [];
	const book = orderBook({
		stockLevels: { available: (sku) => (sku === "mug" ? 3 : undefined) },
		catalog: {
			product: async (sku) => ({ sku, name: "Mug", price: 950, available: 3 }),
			reserve: async (sku, quantity) => {
				events.push(`reserve ${quantity} ${sku}`);
				return { id: "r1", sku, quantity };
			},
			release: async (id) => void events.push(`release ${id}`),
			...parts.catalog,
		},
		payments: {
			charge: async ({ order, amount, currency }) => {
				events.push(`charge ${order} ${amount} ${currency}`);
				return { captured: true, payment: "p1" };
			},
			...parts.payments,
		},
		exchangeRates: parts.exchangeRates,
		newId: () => "o1",
		log: (line) => events.push(line),
	});
	return { book, events };
}

const order = { sku: "mug", quantity: 2, card: "4242424242424242" };

describe("an order", () => {
	test("is reserved, charged and remembered", async () => {
		const { book, events } = bookOf();
		const placed = await book.place(order);
		assert.deepEqual(events, ["reserve 2 mug", "charge o1 2390 EUR"]);
		assert.deepEqual(placed, {
			id: "o1",
			sku: "mug",
			quantity: 2,
			amount: 2390,
			currency: "EUR",
			status: "paid",
			payment: "p1",
			reservation: "r1",
		});
		assert.deepEqual(book.find("o1"), placed);
	});

	test("in a foreign currency is charged at its rate", async () => {
		const { book, events } = bookOf({
			exchangeRates: { rate: async (from, to) => (from + to === "EURUSD" ? 1.1 : 0) },
		});
		await book.place({ ...order, currency: "USD" });
		assert.deepEqual(events, ["reserve 2 mug", "charge o1 2629 USD"]);
	});

	const fails = async () => {
		throw new Error("connection refused");
	};
	const refusals = [
		["of an unknown product", { sku: "hat" }, {}, "unknown-product", []],
		["of more than there is", { quantity: 4 }, {}, "out-of-stock", []],
		["in a foreign currency of a shop without rates", { currency: "USD" }, {}, "currency", []],
		[
			"in an unknown currency",
			{ currency: "XXX" },
			{ exchangeRates: { rate: async () => undefined } },
			"currency",
			[],
		],
		["whose rate can't be had", { currency: "USD" }, { exchangeRates: { rate: fails } }, "unavailable", []],
		[
			"of a product that has gone",
			{},
			{ catalog: { product: async () => undefined } },
			"unknown-product",
			[],
		],
		[
			"that another one was faster than",
			{},
			{ catalog: { reserve: async () => undefined } },
			"out-of-stock",
			[],
		],
		["without a catalog", {}, { catalog: { product: fails } }, "unavailable", []],
		[
			"with a declined card",
			{},
			{ payments: { charge: async () => ({ captured: false, reason: "the card is declined" }) } },
			"declined",
			["reserve 2 mug", "release r1"],
		],
		[
			"without an answer of payments",
			{},
			{ payments: { charge: fails } },
			"unavailable",
			[
				"reserve 2 mug",
				"order o1 is given up, and may have been charged: payments can't be reached: connection refused",
				"release r1",
			],
		],
		[
			"whose reservation can't be given back",
			{},
			{ payments: { charge: async () => ({ captured: false, reason: "no" }) }, catalog: { release: fails } },
			"declined",
			["reserve 2 mug", "reservation r1 could not be released: connection refused"],
		],
	];
	for (const [what, change, parts, reason, happened] of refusals) {
		test(`${what} is refused and leaves nothing behind`, async () => {
			const { book, events } = bookOf(parts);
			await assert.rejects(book.place({ ...order, ...change }), (error) => {
				assert.ok(error instanceof OrderRefused);
				assert.equal(error.reason, reason);
				return true;
			});
			assert.deepEqual(events, happened);
			assert.equal(book.find("o1"), undefined);
		});
	}
});
