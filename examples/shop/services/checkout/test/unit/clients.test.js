// The clients of other services, against doubles that answer over real HTTP.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, describe, test } from "node:test";
import { catalogAt } from "../../src/catalog.js";
import { exchangeRatesOf } from "../../src/exchange-rates.js";
import { close, HttpError, listen } from "../../src/http.js";
import { callJson } from "../../src/http-client.js";
import { paymentsAt } from "../../src/payments.js";
import { startDouble } from "../support/http-double.js";
import { DECLINED_CARD, startPaymentsDouble } from "../support/payments-double.js";

function refuse(status, message) {
	throw new HttpError(status, message);
}

describe("the catalog's client", () => {
	let double;
	let catalog;
	before(async () => {
		double = await startDouble([
			[
				"GET",
				"/products/{sku}",
				({ params: { sku } }) => {
					if (sku === "a/b") return { status: 200, body: { sku, price: 1 } };
					return refuse(sku === "broken" ? 500 : 404, "not here");
				},
			],
			[
				"POST",
				"/reservations",
				({ body }) => {
					if (body.quantity > 3) refuse(409, "sold out");
					if (body.sku === "hat") refuse(404, "there is no product hat");
					return { status: 201, body: { id: "r1", ...body } };
				},
			],
			["DELETE", "/reservations/r1", () => ({ status: 204 })],
		]);
		catalog = catalogAt(double.url);
	});
	after(() => double.stop());

	test("reads a product", async () => {
		assert.deepEqual(await catalog.product("a/b"), { sku: "a/b", price: 1 });
		assert.equal(await catalog.product("hat"), undefined);
		await assert.rejects(catalog.product("broken"), /catalog answered 500: not here/);
	});

	test("reserves and releases", async () => {
		assert.deepEqual(await catalog.reserve("mug", 3), { id: "r1", sku: "mug", quantity: 3 });
		assert.equal(await catalog.reserve("mug", 4), undefined);
		await assert.rejects(catalog.reserve("hat", 1), /catalog answered 404: there is no product hat/);
		await catalog.release("r1");
		await assert.rejects(catalog.release("r2"), /catalog answered 404/);
	});
});

describe("the payments' client", () => {
	let double;
	before(async () => {
		double = await startPaymentsDouble();
	});
	after(() => double.stop());

	const charge = { order: "o1", amount: 100, currency: "EUR", card: "4242424242424242" };

	test("charges a card", async () => {
		assert.deepEqual(await paymentsAt(double.url).charge(charge), { captured: true, payment: "pay-1" });
		assert.equal(double.payments.get("pay-1").amount, 100);
	});

	test("tells why a card is declined", async () => {
		assert.deepEqual(await paymentsAt(double.url).charge({ ...charge, card: DECLINED_CARD }), {
			captured: false,
			reason: "the card is declined",
		});
	});

	test("any other answer is an error", async () => {
		await assert.rejects(
			paymentsAt(`${double.url}/v9`).charge(charge),
			/payments answered 404: there is nothing here/,
		);
	});
});

describe("the exchange rates' client", () => {
	let double;
	before(async () => {
		double = await startDouble([
			["GET", "/v1/rates/EUR/USD", () => ({ status: 200, body: { rate: 1.1 } })],
			["GET", "/v1/rates/EUR/GBP", () => ({ status: 200, body: { rate: "much" } })],
		]);
	});
	after(() => double.stop());

	test("reads a rate", async () => {
		const rates = exchangeRatesOf(double.host);
		assert.equal(await rates.rate("EUR", "USD"), 1.1);
		assert.equal(await rates.rate("EUR", "XXX"), undefined);
		await assert.rejects(rates.rate("EUR", "GBP"), /answered 200 without a rate/);
	});

	for (const text of [
		"https://rates.example",
		"rates.example/v1",
		"user@rates.example",
		"rates example",
		"host:port",
	]) {
		test(`does not take ${text} for a host`, () => assert.throws(() => exchangeRatesOf(text), /is no host/));
	}
});

describe("a call", () => {
	let server;
	let url;
	before(async () => {
		server = createServer((request, response) => {
			if (request.url === "/text") response.end("hello");
			else if (request.url === "/cut")
				response.writeHead(200, { "content-length": 9 }).write("{", () => response.destroy());
			else response.end(`"${"x".repeat(2 * 1024 * 1024)}"`);
		});
		url = await listen(server, { host: "127.0.0.1", port: 0 });
	});
	after(() => close(server));

	test("refuses what is no JSON, is cut off or too long", async () => {
		await assert.rejects(callJson("GET", `${url}/text`), /answered with something other than JSON/);
		await assert.rejects(callJson("GET", `${url}/cut`), /aborted/);
		await assert.rejects(callJson("GET", `${url}/long`), /longer than 1048576 bytes/);
	});

	test("to nobody says that the connection is refused", async () => {
		const free = createServer();
		const nobody = await listen(free, { host: "127.0.0.1", port: 0 });
		await close(free);
		await assert.rejects(callJson("GET", nobody), /ECONNREFUSED/);
	});
});
