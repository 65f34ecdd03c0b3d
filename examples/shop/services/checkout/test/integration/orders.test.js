// Checkout with a real catalog on a real database, a double of payments and one of the exchange rates.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { callJson } from "../../src/http-client.js";
import { main } from "../../src/main.js";
import { startDouble } from "../support/http-double.js";
import { DECLINED_CARD, startPaymentsDouble } from "../support/payments-double.js";
import { run, SERVICES, startService } from "../support/processes.js";

const CATALOG = join(SERVICES, "catalog");

describe("checkout with a catalog", () => {
	const stops = [];
	let catalog;
	let payments;
	let checkout;
	before(async () => {
		const folder = mkdtempSync(join(tmpdir(), "checkout-"));
		stops.push(() => rmSync(folder, { recursive: true, force: true }));
		const SHOP_DB = join(folder, "shop.db");
		await run(process.execPath, ["src/main.js", "migrate"], { cwd: CATALOG, env: { SHOP_DB } });
		catalog = await startService(process.execPath, ["src/main.js"], { cwd: CATALOG, env: { SHOP_DB } });
		stops.push(catalog.stop);
		payments = await startPaymentsDouble();
		stops.push(payments.stop);
		const rates = await startDouble([
			["GET", "/v1/rates/EUR/USD", () => ({ status: 200, body: { rate: 1.1 } })],
		]);
		stops.push(rates.stop);
		const env = {
			CATALOG_URL: catalog.url,
			PAYMENTS_URL: payments.url,
			SHOP_EXCHANGE_RATE_HOST: rates.host,
			SHOP_DB,
			PORT: "0",
		};
		stops.push(
			await main(env, (line) => {
				checkout = line.replace("checkout listening on ", "");
			}),
		);
	});
	after(async () => {
		for (const stop of stops.reverse()) await stop();
	});

	const order = { sku: "mug", quantity: 2, card: "4242424242424242" };

	async function stockUp(available) {
		await callJson("PUT", `${catalog.url}/products/mug`, { name: "Mug", price: 950, available });
	}

	async function available() {
		return (await callJson("GET", `${checkout}/availability/mug`)).body.available;
	}

	test("an order takes stock and money", async () => {
		await stockUp(5);
		const { status, body } = await callJson("POST", `${checkout}/orders`, order);
		assert.equal(status, 201);
		assert.equal(payments.payments.get(body.payment).amount, 2390);
		assert.equal(await available(), 3);
		assert.deepEqual((await callJson("GET", `${checkout}/orders/${body.id}`)).body, body);
	});

	test("an order in dollars is charged in dollars", async () => {
		await stockUp(5);
		const { body } = await callJson("POST", `${checkout}/orders`, { ...order, currency: "USD" });
		const { amount, currency } = payments.payments.get(body.payment);
		assert.deepEqual([amount, currency], [2629, "USD"]);
	});

	test("a declined card leaves the stock as it was", async () => {
		await stockUp(5);
		const { status, body } = await callJson("POST", `${checkout}/orders`, { ...order, card: DECLINED_CARD });
		assert.deepEqual([status, body.error], [402, "the card is declined"]);
		assert.equal(await available(), 5);
	});

	test("the shared schema tells at once that something is sold out or unknown", async () => {
		await stockUp(1);
		assert.equal((await callJson("POST", `${checkout}/orders`, order)).status, 409);
		assert.equal((await callJson("POST", `${checkout}/orders`, { ...order, sku: "hat" })).status, 404);
	});

	test("without a catalog an order is refused, and nothing is charged", async () => {
		await stockUp(5);
		const charged = payments.payments.size;
		await catalog.stop();
		const { status, body } = await callJson("POST", `${checkout}/orders`, order);
		assert.equal(status, 503);
		assert.match(body.error, /catalog can't be reached: .*ECONNREFUSED/);
		assert.equal(payments.payments.size, charged);
	});
});
