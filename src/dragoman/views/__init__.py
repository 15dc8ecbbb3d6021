"""What a record has to say: one file a view, found by being there.

A view module has `NAME` (how a person calls it), `HELP` (one sentence), and `view(record, query) -> contract`, a
function whose contract is one frozen dataclass; its docstring holds an example. The command line, the web pages and the
interface for programs render the same contract. Every claim in a contract carries `Evidence`.
"""
