"""Knowledge packs: what a desk officer knows, as data."""
