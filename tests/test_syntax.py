"""The parser, and where its data comes from."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from jdlint import syntax
from jdlint.errors import MissingModel


def test_a_sentence_has_relations() -> None:
    tokens = syntax.parse("We seek a patient nurse.")
    relations = {token.lower: (token.relation, tokens[token.head].lower) for token in tokens}
    assert relations["we"] == ("nsubj", "seek")
    assert relations["patient"] == ("amod", "nurse")


def official(folder: Path) -> Path:
    """Lay the data out as the official package does."""
    place = folder / "en_core_web_sm" / "en_core_web_sm-3.8.0"
    for name in syntax.DIGESTS:
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(syntax.model() / name, place / name)
    (folder / "en_core_web_sm" / "__init__.py").write_text("raise RuntimeError('not to be run')\n")
    return place


def test_the_official_package_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = official(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    assert syntax.model() == place


def test_altered_data_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = official(tmp_path)
    (place / "parser" / "model").write_bytes(b"something else")
    monkeypatch.syspath_prepend(tmp_path)
    assert syntax.model() != place
    monkeypatch.setattr(syntax, "PACKAGES", ("en_core_web_sm",))
    with pytest.raises(MissingModel, match="install jdlint again"):
        syntax.model()


def test_it_reads_as_the_whole_model_does() -> None:
    import spacy

    whole = spacy.load(syntax.model(), disable=["tagger", "attribute_ruler", "lemmatizer", "ner"])
    for sentence in (
        "Our programme prioritises people whose behaviours challenge specialised services.",
        "We don’t seek a rock-star; we’re after a nurse who’ll stay (and smile).",
    ):
        read = [(token.start, token.relation, token.head) for token in syntax.parse(sentence)]
        assert read == [(t.idx, t.dep_, t.head.i) for t in whole(sentence)]
