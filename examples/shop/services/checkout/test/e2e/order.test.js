// The whole shop: three services as processes of their own, one database, one order.
//
// SHOP_IMAGES names a folder with one OCI image layout per service (SHOP_IMAGES/catalog and so on); the services then
// run from what is in their images. Without it, and for a service whose image is not there, they run from the sources.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { callJson } from "../../src/http-client.js";
import { unpackImage } from "../support/packed.js";
import { DECLINED_CARD, startPaymentsDouble } from "../support/payments-double.js";
import { run, SERVICES, startService } from "../support/processes.js";

const GOOD_CARD = "4242424242424242";
const PYTHON = process.env.PYTHON ?? "python3";

function hasPython() {
	return spawnSync(PYTHON, ["-c", "import sys; sys.exit(sys.version_info < (3, 9))"]).status === 0;
}

describe("the shop", () => {
	const stops = [];
	let catalog;
	let payments;
	let checkout;

	before(async () => {
		const folder = mkdtempSync(join(tmpdir(), "shop-"));
		stops.push(() => rmSync(folder, { recursive: true, force: true }));
		const SHOP_DB = join(folder, "shop.db");
		const start = async (service, command, args, env) => {
			const started = await startService(command, args, { cwd: await filesOf(service, folder), env });
			stops.push(started.stop);
			return started.url;
		};

		const node = process.execPath;
		await run(node, ["src/main.js", "migrate"], { cwd: await filesOf("catalog", folder), env: { SHOP_DB } });
		catalog = await start("catalog", node, ["src/main.js", "serve"], { SHOP_DB });
		if (hasPython()) {
			payments = await start("payments", PYTHON, ["-m", "payments"], { PYTHONDONTWRITEBYTECODE: "1" });
		} else {
			console.log("********************************************************************************");
			console.log(`NO PYTHON 3.9 OR LATER (${PYTHON}): A STUB STANDS IN FOR payments, WHICH IS NOT TESTED`);
			console.log("********************************************************************************");
			const double = await startPaymentsDouble();
			stops.push(double.stop);
			payments = double.url;
		}
		checkout = await start("checkout", node, ["src/main.js"], {
			CATALOG_URL: catalog,
			PAYMENTS_URL: payments,
			SHOP_DB,
		});
	});
	after(async () => {
		for (const stop of stops.reverse()) await stop();
	});

	const unpacked = new Map();
	async function filesOf(service, folder) {
		const layout = process.env.SHOP_IMAGES && resolve(process.env.SHOP_IMAGES, service);
		if (!layout || !existsSync(layout)) return join(SERVICES, service);
		if (!unpacked.has(service)) {
			const image = await unpackImage(layout, join(folder, service));
			console.log(`${service} runs from its image ${image.digest}`);
			unpacked.set(service, image.folder);
		}
		return unpacked.get(service);
	}

	async function stockUp(sku, available) {
		await callJson("PUT", `${catalog}/products/${sku}`, { name: sku, price: 950, available });
	}

	async function available(sku) {
		return (await callJson("GET", `${catalog}/products/${sku}`)).body.available;
	}

	test("all services are healthy", async () => {
		for (const [name, url] of Object.entries({ catalog, payments, checkout })) {
			const { status, body } = await callJson("GET", `${url}/healthz`);
			assert.deepEqual([status, body.status, body.service], [200, "ok", name]);
		}
	});

	test("an order takes the stock and the money", async () => {
		await stockUp("mug", 5);
		const placed = await callJson("POST", `${checkout}/orders`, { sku: "mug", quantity: 2, card: GOOD_CARD });
		assert.equal(placed.status, 201);
		const { id, amount, currency, payment } = placed.body;
		assert.deepEqual([amount, currency], [2390, "EUR"]);

		assert.equal(await available("mug"), 3);
		assert.equal((await callJson("GET", `${checkout}/availability/mug`)).body.available, 3);
		const paid = (await callJson("GET", `${payments}/payments/${payment}`)).body;
		assert.deepEqual([paid.order, paid.amount, paid.currency, paid.status], [id, 2390, "EUR", "captured"]);
		assert.equal(paid.card, "4242");
	});

	test("a declined card leaves the stock as it was", async () => {
		await stockUp("cap", 5);
		const refused = await callJson("POST", `${checkout}/orders`, {
			sku: "cap",
			quantity: 2,
			card: DECLINED_CARD,
		});
		assert.equal(refused.status, 402);
		assert.equal(await available("cap"), 5);
	});

	test("what is sold out can't be ordered", async () => {
		await stockUp("pin", 1);
		const order = { sku: "pin", quantity: 1, card: GOOD_CARD };
		assert.equal((await callJson("POST", `${checkout}/orders`, order)).status, 201);
		assert.equal((await callJson("POST", `${checkout}/orders`, order)).status, 409);
		assert.equal(await available("pin"), 0);
	});
});
