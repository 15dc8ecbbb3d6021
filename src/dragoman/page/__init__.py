"""A dispatch made readable: furniture marked, blocks, quotations, sentences and their parse."""
