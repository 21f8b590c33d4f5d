"""The portal's own sentences, from the files its pages are written with."""

import json
import pathlib
import re

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "Sources/Web/Resources/translations"


class Texts:
    def __init__(self):
        self._texts: dict[str, dict[str, str]] = {}
        for language in ("en", "fr"):
            texts: dict[str, str] = {}
            for file in sorted((FOLDER / language).glob("*.json")):
                self._collect(json.loads(file.read_text(encoding="utf-8")), file.stem, texts)
            self._texts[language] = texts

    def _collect(self, value, key: str, texts: dict[str, str]) -> None:
        if isinstance(value, str):
            texts[key] = value
        else:
            for name, child in value.items():
                self._collect(child, f"{key}.{name}", texts)

    def __call__(self, language: str, key: str) -> str:
        return self._texts[language][key]

    def has(self, language: str, key: str) -> bool:
        return key in self._texts[language]

    def pattern(self, language: str, key: str) -> re.Pattern:
        """A sentence with anything in the place of its `{…}`."""
        parts = re.split(r"\{\w+\}", self(language, key))
        return re.compile(".+?".join(re.escape(part) for part in parts))
