"""One output folder: drafts, the swap, what is remembered, and whose files are never touched."""

from __future__ import annotations

import errno
import multiprocessing
import os
import shutil
import stat
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allocution.errors import PublishError
from allocution.messages import explain
from allocution.store import publication as publication_module
from allocution.store.publication import Publication
from tests.store.sites import Site, read


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A folder that doesn't exist yet."""
    return tmp_path / "public"


@pytest.fixture(params=["exchange", "without exchange"])
def _each_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "without exchange":
        monkeypatch.setattr(publication_module, "exchange", lambda *_: False)


def hidden(output: Path) -> Path:
    return output.with_name(f".{output.name}.allocution")


def publish(output: Path, site: Site, memory: bytes = b"remembered") -> None:
    """A full build."""
    with Publication.open(output, lambda _: True) as publication, publication.fresh() as draft:
        for path, data in site.items():
            draft.write(path, data)
        draft.publish(memory)


def revise(output: Path, writes: Site, removes: tuple[str, ...] = (), memory: bytes = b"revised") -> None:
    """An incremental build."""
    with Publication.open(output) as publication, publication.revised() as draft:
        for path in removes:
            draft.remove(path)
        for path, data in writes.items():
            draft.write(path, data)
        draft.publish(memory)


class TestBuilds:
    def test_first_build_into_nothing_and_into_an_empty_folder(self, tmp_path: Path) -> None:
        for output in (tmp_path / "a" / "b" / "public", tmp_path):
            publish(output, {"index.html": b"one", "a/b/c.txt": b"two"})
            assert read(output)["index.html"] == b"one"
            assert read(output)["a/b/c.txt"] == b"two"
            shutil.rmtree(tmp_path / "a", ignore_errors=True)

    @pytest.mark.usefixtures("_each_way")
    def test_full_build_replaces_everything(self, output: Path) -> None:
        publish(output, {"old/page.html": b"old", "index.html": b"1"})
        publish(output, {"index.html": b"2", "new/page.html": b"new"})
        assert read(output) == {"index.html": b"2", "new/page.html": b"new"}

    @pytest.mark.usefixtures("_each_way")
    def test_incremental_builds_change_only_what_they_are_told(self, output: Path) -> None:
        publish(output, {"index.html": b"1", "a/x": b"x", "b/y": b"y"})
        revise(output, {"index.html": b"2", "c/z": b"z"}, ("a/x",))
        assert read(output) == {"index.html": b"2", "b/y": b"y", "c/z": b"z"}
        revise(output, {"b/y": b"Y"})
        assert read(output) == {"index.html": b"2", "b/y": b"Y", "c/z": b"z"}

    def test_a_file_becomes_a_folder_and_back(self, output: Path) -> None:
        publish(output, {"a": b"file", "keep": b""})
        revise(output, {"a/b": b"in a folder"}, ("a",))
        revise(output, {"keep": b"1"})
        assert read(output) == {"a/b": b"in a folder", "keep": b"1"}
        revise(output, {"a": b"file"}, ("a/b",))
        revise(output, {"keep": b"2"})
        assert read(output) == {"a": b"file", "keep": b"2"}

    def test_one_open_publication_builds_again_and_again(self, output: Path) -> None:
        with Publication.open(output) as publication:
            for number in range(5):
                with publication.revised() as draft:
                    draft.write(f"{number}.html", b"page")
                    draft.publish(str(number).encode())
                assert publication.memory == str(number).encode()
                assert len(read(output)) == number + 1

    def test_unchanged_files_stay_the_same_files(self, output: Path) -> None:
        publish(output, {"same": b"same", "other": b"1", "third": b"3"})
        before = (output / "same").stat()
        publish(output, {"same": b"same", "other": b"2", "third": b"4"})
        revise(output, {"same": b"same", "other": b"3"})
        after = (output / "same").stat()
        assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)

    def test_published_files_are_never_written_through(self, output: Path) -> None:
        publish(output, {"page": b"1" * 100})
        with (output / "page").open("rb") as reader:
            revise(output, {"page": b"2" * 100})
            revise(output, {"page": b"3" * 100})
            assert reader.read() == b"1" * 100

    def test_worker_processes_write(self, output: Path) -> None:
        paths = [f"statements/{number}/index.html" for number in range(200)]
        publish(output, {"statements/7/index.html": b"old", "gone": b""})
        with Publication.open(output) as publication, publication.revised() as draft:
            draft.remove("gone")
            with multiprocessing.get_context("fork").Pool(2) as pool:
                pool.starmap(draft.write, [(path, path.encode()) for path in paths])
            draft.publish(b"")
        expected = {path: path.encode() for path in paths}
        assert read(output) == expected
        with Publication.open(output) as publication:
            assert publication.altered() == set()
        revise(output, {"more": b""})
        assert read(output) == expected | {"more": b""}

    def test_a_discarded_draft_leaves_no_trace(self, output: Path) -> None:
        publish(output, {"page": b"1"})
        with Publication.open(output) as publication:
            for start in (publication.fresh, publication.revised):
                with start() as draft:
                    draft.write("page", b"2")
                    draft.write("more", b"2")
            assert (read(output), publication.memory) == ({"page": b"1"}, b"remembered")
        revise(output, {"other": b"3"})
        assert read(output) == {"page": b"1", "other": b"3"}

    def test_nothing_changed_but_the_memory(self, output: Path) -> None:
        publish(output, {"page": b"1"})
        before = output.stat().st_ino
        revise(output, {"page": b"1"}, memory=b"new")
        assert output.stat().st_ino == before
        with Publication.open(output) as publication:
            assert publication.memory == b"new"


class TestFiles:
    def test_a_resource_is_copied(self, output: Path, tmp_path: Path) -> None:
        source = tmp_path / "photo.jpg"
        source.write_bytes(os.urandom(3_000_000))
        for _ in range(2):
            with Publication.open(output) as publication, publication.fresh() as draft:
                draft.copy("a/photo.jpg", source)
                draft.publish(b"")
            assert (output / "a/photo.jpg").read_bytes() == source.read_bytes()
            assert not (output / "a/photo.jpg").samefile(source)
        source.write_bytes(b"edited")
        with Publication.open(output) as publication, publication.revised() as draft:
            assert draft.copy("a/photo.jpg", source)
            assert not draft.copy("a/photo.jpg", source)
            draft.publish(b"")
        assert (output / "a/photo.jpg").read_bytes() == b"edited"

    def test_a_pipe_or_a_missing_file_is_refused(self, output: Path, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe")
        with Publication.open(output) as publication, publication.fresh() as draft:
            for name in ("pipe", "missing"):
                with pytest.raises(PublishError):
                    draft.copy("file", tmp_path / name)

    @pytest.mark.parametrize(
        "path",
        [
            "",
            "/etc/passwd",
            "../a",
            "a/../../b",
            "a/..",
            ".",
            "./a",
            "a//b",
            "a/",
            "a\0b",
            "a\nb",
            "a\x7f",
            "\udc80",
        ],
    )
    def test_paths_out_of_the_site_are_refused(self, output: Path, path: str) -> None:
        with Publication.open(output) as publication, publication.fresh() as draft:
            for act in (
                lambda: draft.write(path, b""),
                lambda: draft.remove(path),
                lambda: draft.copy(path, Path()),
            ):
                with pytest.raises(PublishError):
                    act()

    @pytest.mark.parametrize(
        "path", ["қазақша/сөз.html", "a b/c'd", "...", "..a", ".well-known/x", "a\\b", "👩‍⚖️"]
    )
    def test_other_names_are_kept_as_given(self, output: Path, path: str) -> None:
        publish(output, {path: b"x"})
        assert read(output) == {path: b"x"}

    def test_a_file_and_a_folder_of_one_name(self, output: Path) -> None:
        with Publication.open(output) as publication, publication.fresh() as draft:
            draft.write("a", b"")
            draft.write("b/c", b"")
            for path in ("a/b", "b", "a/b/c"):
                with pytest.raises(PublishError, match="file-and-folder"):
                    draft.write(path, b"")

    def test_permissions_follow_the_umask_and_the_folder(self, output: Path) -> None:
        old = os.umask(0o027)
        try:
            publish(output, {"a/b": b""})
            output.chmod(0o2775)
            publish(output, {"a/b": b"", "c/d": b""})
        finally:
            os.umask(old)
        assert stat.S_IMODE(output.stat().st_mode) == 0o2775
        assert stat.S_IMODE((output / "a/b").stat().st_mode) == 0o640
        assert stat.S_IMODE((output / "a").stat().st_mode) == 0o750

    def test_a_full_disk_is_an_error_that_says_so(
        self, output: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        publish(output, {"page": b"1"})

        def full(*_: object) -> int:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(os, "write", full)
        with pytest.raises(PublishError, match="No space"):
            revise(output, {"page": b"2"})
        assert read(output) == {"page": b"1"}

    def test_without_hard_links_files_are_copied(self, output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refused(*_: object, **__: object) -> None:
            raise PermissionError(errno.EPERM, "no hard links here")

        monkeypatch.setattr(os, "link", refused)
        publish(output, {"a": b"1", "b/c": b"1"})
        for number in range(3):
            revise(output, {"a": str(number).encode()})
            assert read(output) == {"a": str(number).encode(), "b/c": b"1"}


class TestMemory:
    def test_none_at_first_then_what_was_published(self, output: Path) -> None:
        with Publication.open(output) as publication:
            assert publication.memory is None
            with publication.fresh() as draft:
                draft.write("page", b"")
                draft.publish(b"\0\xff" * 1000)
            assert publication.memory == b"\0\xff" * 1000

    @pytest.mark.parametrize("kind", ["memory", "record"])
    def test_damage_is_noticed(self, output: Path, kind: str) -> None:
        publish(output, {"page": b""})
        (file,) = hidden(output).glob(f"{kind}-*")
        whole = file.read_bytes()
        for damaged in (b"", whole[:-1], bytes([whole[0] ^ 1]) + whole[1:], whole[:-1] + b"\xff"):
            file.write_bytes(damaged)
            with Publication.open(output, lambda _: True) as publication:
                assert publication.memory is None
            publish(output, {"page": b""})
            (file,) = hidden(output).glob(f"{kind}-*")

    def test_a_copy_is_not_the_tree_it_was_stored_for(self, output: Path, tmp_path: Path) -> None:
        publish(output, {"page": b""})
        shutil.copytree(output, tmp_path / "copy")
        output.rename(tmp_path / "elsewhere")
        (tmp_path / "copy").rename(output)
        with Publication.open(output, lambda _: True) as publication:
            assert publication.memory is None

    def test_a_site_swapped_for_another_during_an_incremental_build(
        self, output: Path, tmp_path: Path
    ) -> None:
        publish(output, {"page": b"1", "other": b"1"})
        with Publication.open(output, lambda _: True) as publication:
            with publication.revised() as draft:
                draft.write("page", b"2")
                output.rename(tmp_path / "away")
                output.mkdir()
                (output / "page").write_bytes(b"foreign")
                draft.publish(b"")
            for number in (b"3", b"4"):
                with publication.revised() as draft:
                    draft.write("page", number)
                    draft.publish(b"")
                assert read(output) == {"page": number, "other": b"1"}

    def test_the_hidden_folder_can_be_deleted(self, output: Path) -> None:
        publish(output, {"page": b"1"})
        shutil.rmtree(hidden(output))
        with Publication.open(output, lambda folder: (folder / "page").exists()) as publication:
            assert publication.memory is None
        publish(output, {"page": b"2"})
        revise(output, {"more": b""})
        assert read(output) == {"page": b"2", "more": b""}

    def test_deleted_while_building_nothing_is_published(self, output: Path) -> None:
        publish(output, {"page": b"1", "other": b"1"})
        with Publication.open(output) as publication:
            draft = publication.revised()
            shutil.rmtree(hidden(output))
            with pytest.raises(PublishError):
                draft.write("page", b"2")
            with pytest.raises(PublishError):
                draft.publish(b"")
        assert read(output) == {"page": b"1", "other": b"1"}

    def test_nothing_of_a_removed_file_stays_beside_the_site(self, output: Path) -> None:
        publish(output, {"page": b"1", "secret": b"words"})
        with Publication.open(output) as publication:
            with publication.revised() as draft:
                draft.remove("secret")
                draft.write("page", b"2")
                draft.publish(b"")
            publication.forget_replaced()
            assert publication.altered() == set()
        beside = [path for path in hidden(output).rglob("*") if path.is_file()]
        assert beside
        assert not [path for path in beside if b"secret" in path.read_bytes() or path.name == "secret"]

    def test_old_memories_and_trees_are_not_collected(self, output: Path) -> None:
        for number in range(4):
            publish(output, {"page": str(number).encode()})
            revise(output, {"more": str(number).encode()})
        names = sorted(path.name.partition("-")[0] for path in hidden(output).iterdir())
        assert names == sorted(
            [
                "lock",
                "standby",
                "differences",
                "record",
                "memory",
                "inventory",
                "CACHEDIR.TAG",
                ".gitignore",
            ]
        )


class TestOtherPeoplesFiles:
    def test_a_folder_that_we_did_not_make_is_refused(self, output: Path) -> None:
        output.mkdir()
        (output / "diary.txt").write_text("mine")
        with pytest.raises(PublishError, match="output-foreign") as raised:
            publish_unrecognised(output)
        assert explain(raised.value, "en")[1]
        assert read(output) == {"diary.txt": b"mine"}
        assert not hidden(output).exists()

    def test_a_new_folder_in_the_place_of_ours_is_refused(self, output: Path) -> None:
        publish(output, {"index.html": b"ours"})
        shutil.rmtree(output)
        output.mkdir()
        (output / "diary.txt").write_text("mine")
        with pytest.raises(PublishError, match="output-foreign"):
            publish_unrecognised(output)

    def test_files_put_there_during_the_build_are_not_swapped_away(self, output: Path) -> None:
        with Publication.open(output) as publication, publication.fresh() as draft:
            draft.write("page", b"")
            output.mkdir()
            (output / "diary.txt").write_text("mine")
            with pytest.raises(PublishError, match="output-foreign"):
                draft.publish(b"")
        assert read(output) == {"diary.txt": b"mine"}

    def test_a_file_a_root_and_a_mount_point(self, output: Path) -> None:
        output.write_text("a file")
        for place in (output, Path("/"), Path("/proc")):
            with pytest.raises(PublishError):
                Publication.open(place)
        assert output.read_text() == "a file"

    def test_a_link_to_a_folder_stays_a_link(self, output: Path, tmp_path: Path) -> None:
        (tmp_path / "real").mkdir()
        output.symlink_to("real")
        publish(output, {"page": b"1"})
        publish(output, {"page": b"2"})
        assert output.is_symlink()
        assert read(tmp_path / "real") == {"page": b"2"}

    def test_a_loop_of_links_and_a_busy_folder(self, output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        output.symlink_to(output)
        with pytest.raises(PublishError, match="output-not-a-folder"):
            Publication.open(output)
        output.unlink()
        publish(output, {"page": b"1"})

        def busy(*_: str) -> bool:
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))

        monkeypatch.setattr(publication_module, "exchange", busy)
        with pytest.raises(PublishError) as raised:
            publish(output, {"page": b"2"})
        assert "mount point" in explain(raised.value, "en")[1]
        assert read(output) == {"page": b"1"}

    def test_a_folder_that_cannot_be_written(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        with pytest.raises(PublishError, match="unpublishable"):
            Publication.open(tmp_path / "file" / "public")

    def test_a_git_repository_is_refused_even_if_it_looks_like_ours(self, output: Path) -> None:
        publish(output, {"page": b""})
        (output / ".git").mkdir()
        (output / ".git" / "HEAD").write_text("unpushed work")
        with pytest.raises(PublishError, match="output-is-repository"):
            Publication.open(output, lambda _: True)
        assert (output / ".git" / "HEAD").read_text() == "unpushed work"


def publish_unrecognised(output: Path) -> None:
    with Publication.open(output) as publication, publication.fresh() as draft:
        draft.write("page", b"")
        draft.publish(b"")


class TestLock:
    def test_a_second_builder_is_told(self, output: Path) -> None:
        with Publication.open(output):
            with pytest.raises(PublishError, match="build-running") as raised:
                Publication.open(output)
            assert explain(raised.value, "en")[1]
        Publication.open(output).close()

    def test_a_worker_that_outlives_its_builder_keeps_the_others_away(self, output: Path) -> None:
        reading, writing = os.pipe()
        publication = Publication.open(output)
        worker = os.fork()
        if worker == 0:
            os.close(writing)
            os.read(reading, 1)
            os._exit(0)
        publication.close()
        with pytest.raises(PublishError, match="build-running"):
            Publication.open(output)
        os.close(writing)
        os.close(reading)
        os.waitpid(worker, 0)
        Publication.open(output).close()


class TestAltered:
    def test_nothing_after_builds(self, output: Path) -> None:
        publish(output, {f"{number}/page": b"x" for number in range(20)})
        revise(output, {"3/page": b"new", "more": b""}, ("4/page",))
        with Publication.open(output) as publication:
            assert publication.altered() == set()

    @pytest.mark.parametrize("revised", [False, True])
    def test_changed_removed_and_added(self, output: Path, revised: bool) -> None:
        publish(output, {"a": b"1", "b/c": b"2", "d/e": b"3", "f": b"4", "g": b"5"})
        if revised:
            revise(output, {"a": b"a", "h": b"6"})
        time.sleep(0.02)
        (output / "a").write_bytes(b"!")
        (output / "b/c").unlink()
        (output / "d/new").write_bytes(b"")
        (output / "f").write_bytes(b"")
        with Publication.open(output) as publication:
            assert publication.altered() == {"a", "b/c", "d/new", "f"}

    def test_unknown_without_a_record_or_its_inventory(self, output: Path) -> None:
        with Publication.open(output) as publication:
            assert publication.altered() is None
        publish(output, {"a": b"1"})
        (file,) = hidden(output).glob("inventory-*")
        file.unlink()
        with Publication.open(output) as publication:
            assert publication.altered() is None

    def test_a_long_list_of_changes_is_folded(self, output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(publication_module, "_SINCE_LIMIT", 200)
        publish(output, {"a": b"1"})
        sizes = set()
        for number in range(30):
            revise(output, {"a": str(number).encode(), f"new-{number}": b""}, (f"new-{number - 2}",))
            (record,) = hidden(output).glob("record-*")
            sizes.add(record.stat().st_size)
            with Publication.open(output) as publication:
                assert publication.altered() == set()
        assert max(sizes) < 500

    def test_after_damage_a_full_build_makes_all_right(self, output: Path) -> None:
        site = {"a/b": b"1" * 10, "c": b"2"}
        publish(output, site)
        revise(output, {"d": b""})
        (output / "a/b").write_bytes(b"?" * 10)
        (output / "a/stray").write_bytes(b"?")
        publish(output, site)
        assert read(output) == site
        for number in range(2):
            revise(output, {"d": str(number).encode()})
            assert read(output) == site | {"d": str(number).encode()}


PATHS = st.sampled_from(["a", "b", "a/b", "a/c", "b/a/c", "c/d/e", "c/d/f", "c/g"])
SITES = st.dictionaries(PATHS, st.binary(max_size=2), max_size=6).filter(
    lambda site: not any(one.startswith(f"{other}/") for one in site for other in site)
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(SITES, st.sampled_from(["fresh", "revised", "discarded", "prepared"])), max_size=8))
def test_any_sequence_of_drafts_gives_what_a_dictionary_would(steps: list[tuple[Site, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        output = Path(folder) / "public"
        model: Site = {}
        for number, (site, kind) in enumerate(steps):
            with Publication.open(output) as publication:
                with publication.fresh() if kind == "fresh" else publication.revised() as draft:
                    for path in model.keys() - site.keys() if kind != "fresh" else ():
                        draft.remove(path)
                    for path, data in site.items():
                        draft.write(path, data)
                    if kind != "discarded":
                        draft.publish(str(number).encode())
                        model = site
                        assert publication.memory == str(number).encode()
                if kind == "prepared":
                    publication.prepare()
                assert publication.altered() in (set(), None)
            assert (read(output) if output.exists() else {}) == model
