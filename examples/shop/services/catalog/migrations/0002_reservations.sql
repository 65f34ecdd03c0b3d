-- What is promised to an order: it is no longer on hand, and comes back when the reservation is released.
CREATE TABLE stock_reservations (
  id       TEXT PRIMARY KEY,
  sku      TEXT NOT NULL REFERENCES stock_items (sku),
  quantity INTEGER NOT NULL CHECK (quantity > 0)
) STRICT;

-- What other services may read of this schema.
CREATE VIEW stock_levels AS
  SELECT sku, on_hand AS available FROM stock_items;
