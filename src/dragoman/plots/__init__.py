"""Pictures of what views say: one file a picture, each with `spec(contract)`, a Vega-Lite chart of numbers and dates that
the contract holds."""
