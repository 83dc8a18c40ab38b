"""What is served is what is built, byte for byte, file for file."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from allocution.publish.building import BuildOptions, build
from allocution.web.app import News, make_app
from allocution.web.preview import Preview
from tests.web.conftest import NOW, ROOT

PreviewOf = Callable[[Path], Preview]


def served(preview: Preview, outputs: Iterable[str]) -> dict[str, bytes]:
    """Files as HTTP gives them."""

    async def fetch() -> dict[str, bytes]:
        heard: list[News] = []
        transport = httpx.ASGITransport(make_app(preview, heard.append))
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            found = {}
            for output in outputs:
                answer = await client.get(f"/{quote(output)}")
                assert answer.status_code == 200, output
                found[output] = answer.content
            return found

    return asyncio.run(fetch())


def built(root: Path, output: Path) -> dict[str, bytes]:
    build(root, output, BuildOptions(NOW))
    files = {str(path.relative_to(output)): path.read_bytes() for path in output.rglob("*") if path.is_file()}
    return {path: data for path, data in files.items() if not _is_of_search(path)}


def _is_of_search(path: str) -> bool:
    """Whether a server, which answers searches itself, has something else there or nothing."""
    return path.startswith("search/index/") or path.endswith("search/index.html")


def hold(root: Path, output: Path, preview_of: PreviewOf) -> None:
    preview = preview_of(root)
    planned = [path for path in preview.snapshot.prepared.plan.by_output if not _is_of_search(path)]
    before = served(preview, planned)
    files = built(root, output)
    before |= served(preview, [path for path in files if "downloads/" in path])
    assert before.keys() == files.keys()
    assert [name for name in files if before[name] != files[name]] == []


def test_sample(sample: Path, tmp_path: Path, preview_of: PreviewOf) -> None:
    (sample / "static").mkdir()
    (sample / "static" / "Снимок 1%.bin").write_bytes(bytes(range(256)))
    hold(sample, tmp_path / "public", preview_of)
    assert not any("addresses" in str(path) for path in (tmp_path / "public").rglob("*"))


def test_sample_with_a_history(sample: Path, tmp_path: Path, preview_of: PreviewOf) -> None:
    built(sample, tmp_path / "public")
    file = sample / "content/statements/anthony-1873.en.md"
    file.write_text(file.read_text("utf-8").replace("many things to say", "very many things to say"), "utf-8")
    other = sample / "content/statements/riel-1885.en.md"
    other.rename(other.with_name("louis-riel.en.md"))
    hold(sample, tmp_path / "public", preview_of)


def test_seed(tmp_path: Path, preview_of: PreviewOf) -> None:
    seed = ROOT.parent / "shared" / "data" / "seed"
    if not seed.is_dir():
        pytest.skip("the seed isn't beside the repository")
    root = shutil.copytree(seed, tmp_path / "seed")
    hold(root, tmp_path / "public", preview_of)


def test_serving_writes_nothing(sample: Path, preview_of: PreviewOf) -> None:
    before = {path: path.stat().st_mtime_ns for path in sample.rglob("*")}
    served((preview := preview_of(sample)), preview.snapshot.prepared.plan.by_output)
    assert {path: path.stat().st_mtime_ns for path in sample.rglob("*")} == before
