"""The version stands once, in metadata.txt; everything else is in pyproject.toml."""

import configparser
from pathlib import Path

from setuptools import setup

metadata = configparser.ConfigParser(interpolation=None)
metadata.read(Path(__file__).parent / "metadata.txt", encoding="utf-8")
setup(version=metadata["general"]["version"])
