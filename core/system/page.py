"""HTML pages from templates: every value is escaped, and a value that is not given is an error."""

from __future__ import annotations

from pathlib import Path

import jinja2


def page(template: Path, **values: object) -> str:
    """The page that a Jinja2 template gives with `values`."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(template.parent),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    return environment.get_template(template.name).render(values)
