"""The files of a folder and of those in it, by path."""

from pathlib import Path

from flows.contract.files import files_below


def test_files_are_told_by_path_and_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    for name in ("tables/b/2.parquet", "tables/a/1.parquet", "tables/0.parquet", "elsewhere/3.parquet"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("1234")
    (tmp_path / "tables" / "linked").symlink_to(tmp_path / "elsewhere")
    found = files_below(tmp_path / "tables")
    assert [entry.name for entry in found if entry.is_file()] == ["0.parquet", "1.parquet", "2.parquet"]
    assert found[0].stat().st_size == 4


def test_a_folder_that_is_linked_to_is_looked_at_when_asked_for(tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "1.parquet").touch()
    (tmp_path / "linked").symlink_to(tmp_path / "tables")
    assert [entry.path for entry in files_below(tmp_path / "linked")] == [str(tmp_path / "linked" / "1.parquet")]


def test_where_there_is_no_folder_there_are_no_files(tmp_path: Path) -> None:
    assert files_below(tmp_path / "none") == []
