"""Virtual environments with the other simulators, one each, from the versions in requirements/."""

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PYTHON = {"neurolib": "3.10", "brian2": "3.12"}  # the newest that the simulator runs with
OTHERWISE = "3.11"


def install(folder, names):
    for name in names:
        target = folder / name
        if (target / "bin" / "python").exists():
            print(f"{name}: there already")
            continue
        print(f"{name}: installing …", flush=True)
        subprocess.run([interpreter(PYTHON.get(name, OTHERWISE)), "-m", "venv", target], check=True)
        pip = [target / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "-r", HERE / "requirements" / f"{name}.txt"], check=True)


def available():
    return sorted(path.stem for path in (HERE / "requirements").glob("*.txt"))


def interpreter(version):
    """Python of that version: from the path, or among those that pyenv has installed."""
    found = shutil.which(f"python{version}")
    if not found or not works(found):
        built = sorted((Path.home() / ".pyenv" / "versions").glob(f"{version}.*/bin/python"))
        found = next((str(path) for path in reversed(built) if works(path)), None)
    return found or sys.exit(f"needs Python {version}: none on the path, and pyenv has none")


def works(python):
    return subprocess.run([python, "--version"], capture_output=True).returncode == 0
