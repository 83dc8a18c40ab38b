"""Hugo builds no file that has a passage to withhold, and none with the empty pair of tags that guards one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.hugo.conftest import Hugo
from tests.publish.archives import write


@pytest.mark.parametrize(
    "body", ['Он {{< withhold reason="minor" >}}дома{{< /withhold >}}.', "{{< withhold >}}{{< /withhold >}}"]
)
def test_hugo_refuses_the_file(hugo: Hugo, tmp_path: Path, body: str) -> None:
    content = f"---\ntitle: Слово\ndate: 2020-06-22\n---\n{body}\n"
    root = write(
        tmp_path / "site", {"hugo.toml": 'title = "x"\n', "config.toml": "", "content/a.md": content}
    )
    write(root, {"layouts/_default/single.html": "{{ .Content }}"})
    with pytest.raises(AssertionError, match="withhold"):
        hugo.build(root)
