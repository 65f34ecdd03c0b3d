// The real exchange-rate service, as far as there is one: the only test that needs the world outside.
//
// It runs where SHOP_EXCHANGE_RATE_HOST names a host, through the code that the service itself uses, so that an outage
// shows as Node's own error, such as `getaddrinfo ENOTFOUND rates.example.com`.
import assert from "node:assert/strict";
import { test } from "node:test";
import { exchangeRatesOf } from "../../src/exchange-rates.js";

const host = process.env.SHOP_EXCHANGE_RATE_HOST;

test("the public exchange-rate service has a rate for dollars", {
	skip: !host && "SHOP_EXCHANGE_RATE_HOST is not set",
}, async () => {
	const rate = await exchangeRatesOf(host).rate("EUR", "USD");
	assert.ok(rate > 0.1 && rate < 10, `a dollar rate of ${rate} is not plausible`);
});
