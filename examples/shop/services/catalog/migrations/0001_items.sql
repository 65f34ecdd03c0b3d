-- What the shop sells. Prices are in minor units (cents).
CREATE TABLE stock_items (
  sku         TEXT PRIMARY KEY,
  name        TEXT NOT NULL,
  price_minor INTEGER NOT NULL CHECK (price_minor >= 0),
  on_hand     INTEGER NOT NULL CHECK (on_hand >= 0)
) STRICT;
