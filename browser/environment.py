"""Where the suite's packages and the browser are on this machine."""

import os
import pathlib
import shutil
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
APPLICATIONS = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
]


def use_project_packages() -> None:
    """Runs on with what script/bootstrap --browser installed in .venv, whichever Python this was started with."""
    interpreter = ROOT / ".venv/bin/python"
    if interpreter.exists() and pathlib.Path(sys.prefix).resolve() != ROOT / ".venv":
        os.execv(interpreter, [str(interpreter), *sys.argv])
    packages = ROOT / ".venv/packages"
    if packages.exists():
        sys.path.insert(0, str(packages))
    try:
        import playwright  # noqa: F401
    except ImportError:
        sys.exit("The browser suite's packages are missing: run script/bootstrap --browser first.")


def chromium() -> str:
    named = os.environ.get("TREMPLIN_CHROMIUM")
    if named:
        return named
    for name in ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]:
        found = shutil.which(name)
        if found:
            return found
    for application in APPLICATIONS:
        if os.access(application, os.X_OK):
            return application
    sys.exit("No browser found: install Chromium, or name one in TREMPLIN_CHROMIUM.")


def launch(playwright):
    """Chromium without its own sandbox: containers seldom allow it, and it only ever opens our own pages."""
    return playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"])
