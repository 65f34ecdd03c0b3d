/**
 * The service from the command line.
 *
 * Environment: CATALOG_URL, PAYMENTS_URL and SHOP_DB (the database's file) are required; SHOP_EXCHANGE_RATE_HOST is
 * the public host that orders in foreign currencies need (without it the shop takes euros only); PORT (8082; 0 takes
 * a free one), HOST (127.0.0.1).
 */
import { catalogAt } from "./catalog.js";
import { exchangeRatesOf } from "./exchange-rates.js";
import { close, jsonServer, listen } from "./http.js";
import { orderBook } from "./orders.js";
import { paymentsAt } from "./payments.js";
import { routes } from "./server.js";
import { openStockLevels } from "./stock-levels.js";

/** Serves until the returned function is called. A wrong environment throws an Error that says what is wrong. */
export async function main(env, print) {
	for (const name of ["CATALOG_URL", "PAYMENTS_URL", "SHOP_DB"]) {
		if (!env[name]) throw new Error(`set ${name}`);
	}
	const rateHost = env.SHOP_EXCHANGE_RATE_HOST;
	const exchangeRates = rateHost ? exchangeRatesOf(rateHost) : undefined;
	const stockLevels = openStockLevels(env.SHOP_DB);
	const orders = orderBook({
		catalog: catalogAt(env.CATALOG_URL),
		payments: paymentsAt(env.PAYMENTS_URL),
		stockLevels,
		exchangeRates,
	});
	const server = jsonServer(routes(orders, stockLevels, env.SLUICE_VERSION));
	const url = await listen(server, { host: env.HOST ?? "127.0.0.1", port: Number(env.PORT ?? 8082) });
	print(`checkout listening on ${url}`);
	return async () => {
		await close(server);
		stockLevels.close();
	};
}

if (import.meta.main) {
	try {
		const stop = await main(process.env, console.log);
		for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, stop);
	} catch (error) {
		console.error(`checkout: ${error.message}`);
		process.exitCode = 2;
	}
}
