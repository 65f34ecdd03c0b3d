/** The stock: items and reservations in the schema `stock`. */
import { randomUUID } from "node:crypto";

/** Fewer are on hand than asked for. */
export class OutOfStock extends Error {
	constructor(sku, quantity, available) {
		super(`${quantity} of ${sku} asked for, ${available} available`);
		this.name = "OutOfStock";
	}
}

/** The stock in an open database that has all migrations. */
export function openStock(db) {
	const select = "SELECT sku, name, price_minor AS price, on_hand AS available FROM stock_items";

	/** All items, by SKU. Prices are in cents. */
	function items() {
		return db.prepare(`${select} ORDER BY sku`).all().map(plain);
	}

	/** One item, or undefined. */
	function item(sku) {
		const row = db.prepare(`${select} WHERE sku = ?`).get(sku);
		return row && plain(row);
	}

	/** Adds an item, or replaces what is known of it. */
	function put({ sku, name, price, available }) {
		db.prepare(
			`INSERT INTO stock_items (sku, name, price_minor, on_hand) VALUES (?, ?, ?, ?)
			ON CONFLICT (sku) DO UPDATE SET name = excluded.name, price_minor = excluded.price_minor,
			on_hand = excluded.on_hand`,
		).run(sku, name, price, available);
	}

	/** Takes a quantity off the shelf. Undefined for an unknown SKU; throws OutOfStock. */
	function reserve(sku, quantity) {
		return transaction(db, () => {
			const taken = db
				.prepare("UPDATE stock_items SET on_hand = on_hand - ? WHERE sku = ? AND on_hand >= ?")
				.run(quantity, sku, quantity);
			if (taken.changes === 0) {
				const known = item(sku);
				if (known === undefined) return undefined;
				throw new OutOfStock(sku, quantity, known.available);
			}
			const id = randomUUID();
			db.prepare("INSERT INTO stock_reservations (id, sku, quantity) VALUES (?, ?, ?)").run(
				id,
				sku,
				quantity,
			);
			return { id, sku, quantity };
		});
	}

	/** Puts a reserved quantity back. False where there is no such reservation. */
	function release(id) {
		return transaction(db, () => {
			const reservation = db.prepare("DELETE FROM stock_reservations WHERE id = ? RETURNING *").get(id);
			if (reservation === undefined) return false;
			db.prepare("UPDATE stock_items SET on_hand = on_hand + ? WHERE sku = ?").run(
				reservation.quantity,
				reservation.sku,
			);
			return true;
		});
	}

	return { items, item, put, reserve, release };
}

/** Rows come without a prototype, which deep comparisons tell apart from other objects. */
function plain(row) {
	return { ...row };
}

function transaction(db, work) {
	db.exec("BEGIN IMMEDIATE");
	try {
		const result = work();
		db.exec("COMMIT");
		return result;
	} catch (error) {
		if (db.isTransaction) db.exec("ROLLBACK");
		throw error;
	}
}
