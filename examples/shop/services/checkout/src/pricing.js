/** What an order costs. All amounts are in cents. */

const BULK_QUANTITY = 10;
const BULK_DISCOUNT_PERCENT = 5;
const SHIPPING = 490;
const FREE_SHIPPING_FROM = 5000;

/** The price of a quantity of one product: `{goods, discount, shipping, total}`. */
export function priceOf(unitPrice, quantity) {
	const goods = unitPrice * quantity;
	const discount = quantity >= BULK_QUANTITY ? Math.floor((goods * BULK_DISCOUNT_PERCENT) / 100) : 0;
	const shipping = goods - discount >= FREE_SHIPPING_FROM ? 0 : SHIPPING;
	return { goods, discount, shipping, total: goods - discount + shipping };
}

/** An amount in another currency, to the nearest cent. */
export function convert(amount, rate) {
	return Math.round(amount * rate);
}
