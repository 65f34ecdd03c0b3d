"""The payments service of the shop: charges cards, once per order."""
