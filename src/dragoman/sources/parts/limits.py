"""How much is too much. Beyond these bounds a thing is reported and passed over, so that one hostile or mistaken file
cannot hold up the rest."""

MAX_CODE_POINTS = 5_000_000
"""The longest text of one dispatch: some 1,500 printed pages. Longer ones are collections, not dispatches."""

MAX_FILE_BYTES = 1_000_000_000
"""The largest file that is opened. Larger archives are split by the tools that write them."""

MAX_MARKUP_BYTES = 10_000_000
"""The largest page or feed that is parsed."""

MAX_ELEMENTS = 20_000
"""The most elements of a page in which an article is looked for: the search takes time with the square of their
number."""

MAX_PDF_BYTES = 200_000_000
"""The largest PDF that is handed to the child process."""

MAX_RECORD_BYTES = 100_000_000
"""The most that one compressed piece of a web archive, or one record's content, may unfold to."""

PDF_SECONDS = 60
"""How long a child process may take over one PDF."""

PDF_MEMORY_BYTES = 2_000_000_000
"""How much address space that process may take."""
