"""How a scenario is written: a function, a sentence, and the cases it holds for."""

import inspect
import itertools
import pathlib
import re
from dataclasses import dataclass, field
from typing import Callable

LANGUAGES = ["en", "fr"]

registered: list["Scenario"] = []


@dataclass
class Scenario:
    file: str
    sentence: str
    function: Callable
    case: tuple = field(default_factory=tuple)

    @property
    def needs_server(self) -> bool:
        """Whether it runs the portal's commands or reads its mail."""
        return getattr(self.function, "needs_server", False)

    @property
    def slug(self) -> str:
        return re.sub(r"[^a-z0-9]+", "-", f"{self.file} {self.sentence}".lower()).strip("-")[:120]

    def run(self, portal) -> None:
        self.function(portal, *self.case)


def scenario(sentence: str, *each: list):
    """Registers a function as one scenario for every combination of `each`; the case is written behind the sentence."""

    def register(function: Callable) -> Callable:
        file = pathlib.Path(inspect.getfile(function)).stem
        for case in itertools.product(*each):
            words = ", ".join(str(one) for one in case)
            registered.append(Scenario(file, f"{sentence} [{words}]" if words else sentence, function, case))
        return function

    return register


def with_server(function: Callable) -> Callable:
    """Marks a scenario that runs the portal's own commands and reads its mail: it stands below `@scenario`."""
    function.needs_server = True
    return function


def expect(condition, otherwise: str) -> None:
    """`assert` with a sentence; stays on under `python -O`."""
    if not condition:
        raise AssertionError(otherwise)


def expect_none(problems: list, of: str, shown: int = 8) -> None:
    if problems:
        more = f"\n… and {len(problems) - shown} more" if len(problems) > shown else ""
        raise AssertionError(f"{len(problems)} {of}:\n" + "\n".join(str(one) for one in problems[:shown]) + more)
