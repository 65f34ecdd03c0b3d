import assert from "node:assert/strict";
import { test } from "node:test";
import { convert, priceOf } from "../../src/pricing.js";

const prices = [
	["a small order pays for shipping", 950, 2, { goods: 1900, discount: 0, shipping: 490, total: 2390 }],
	["from 50 euros on shipping is free", 2500, 2, { goods: 5000, discount: 0, shipping: 0, total: 5000 }],
	["nine pieces have no discount", 100, 9, { goods: 900, discount: 0, shipping: 490, total: 1390 }],
	["ten pieces have the bulk discount", 100, 10, { goods: 1000, discount: 50, shipping: 490, total: 1440 }],
	["a discount is rounded down to a cent", 99, 11, { goods: 1089, discount: 54, shipping: 490, total: 1525 }],
	[
		"free shipping looks at the discounted goods",
		500,
		10,
		{ goods: 5000, discount: 250, shipping: 490, total: 5240 },
	],
];
for (const [what, unitPrice, quantity, expected] of prices) {
	test(what, () => assert.deepEqual(priceOf(unitPrice, quantity), expected));
}

test("an amount is converted to the nearest cent", () => {
	assert.equal(convert(2390, 1.0815), 2585);
	assert.equal(convert(2390, 1), 2390);
});
