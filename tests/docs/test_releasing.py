"""What a release has to pass: the script that names the obstacles, and the workflows."""

import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from confmodel.cli import main
from scripts import releasable

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS: dict[str, dict[str, Any]] = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / ".github" / "workflows").glob("*.yml"))
}
JOBS = {
    f"{name}/{job}": settings
    for name, workflow in WORKFLOWS.items()
    for job, settings in workflow["jobs"].items()
}


def checkout(folder: Path, *, version: str, cited: str, site: str) -> Path:
    for name, text in {
        "pyproject.toml": f'[project]\nversion = "{version}"\n',
        "CITATION.cff": f"cff-version: 1.2.0\n{cited}\n",
        releasable.ADDRESSES: f'SITE = "{site}"\n',
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_nothing_is_in_the_way_of_a_tag_that_everything_agrees_with(tmp_path: Path) -> None:
    root = checkout(
        tmp_path, version="1.0.0rc1", cited="version: 1.0.0rc1", site="https://confmodel.invalid/"
    )

    assert list(releasable.obstacles("v1.0.0rc1", root)) == []


@pytest.mark.parametrize(
    ("cited", "found"), [("version: 1.0.0", "1.0.0"), ("title: ours", "missing")]
)
def test_all_obstacles_are_named_together(tmp_path: Path, cited: str, found: str) -> None:
    root = checkout(tmp_path, version="0.9", cited=cited, site="https://example.org/confmodel/")

    assert list(releasable.obstacles("v1.0.1", root)) == [
        "pyproject.toml: the version is 0.9, and the tag is v1.0.1",
        f"CITATION.cff: the version is {found}, and the tag is v1.0.1",
        f"{releasable.ADDRESSES}: example.org is nobody's; put the address of the site there",
    ]


def test_the_script_looks_at_this_checkout(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["releasable.py", "v0.0.0"])

    assert releasable.main() == 1
    assert "pyproject.toml" in capsys.readouterr().err


def test_the_script_wants_a_tag(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["releasable.py"])

    assert releasable.main() == 2


# The workflows


def commands_of(job: dict[str, Any]) -> list[str]:
    return [step["run"] for step in job.get("steps", ()) if "run" in step]


def test_the_site_waits_for_the_upload_and_the_upload_for_the_whole_build() -> None:
    jobs = WORKFLOWS["release"]["jobs"]

    assert {".ci/run", 'python scripts/releasable.py "$GITHUB_REF_NAME"'} <= set(
        commands_of(jobs["build"])
    )
    assert jobs["publish"]["needs"] == "build"
    assert "publish" in jobs["site"]["needs"]
    # PyYAML reads `on` as YAML 1.1 does.
    assert WORKFLOWS["docs"][True] == {"workflow_call": None}  # type: ignore[index]


def test_a_job_that_somebody_trusts_runs_no_command() -> None:
    """A command may be that of a dependency, and would speak in our name."""
    trusted = {name for name, job in JOBS.items() if "id-token" in job.get("permissions", {})}

    assert trusted == {"release/publish", "release/site", "docs/deploy"}
    assert [name for name in trusted if commands_of(JOBS[name])] == []


def test_the_workflows_name_targets_that_the_makefile_has() -> None:
    targets = set(re.findall(r"^([a-z][\w-]*):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = {
        target
        for path in (ROOT / ".github" / "workflows").glob("*.yml")
        for target in re.findall(
            r"^[^#\n]*\bmake ([a-z][\w-]*)", path.read_text(encoding="utf-8"), re.MULTILINE
        )
    }
    matrix = WORKFLOWS["ci"]["jobs"]["checks"]["strategy"]["matrix"]["target"]

    assert {*named, *matrix} <= targets
    assert {"fuzz", "crash", "cover"} <= named


# The hook for those who hold records


def test_the_hook_runs_a_command_of_ours_with_what_the_extra_brings() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    command, subcommand = hook["entry"].split()

    assert command in project["scripts"]
    assert subcommand in main.commands
    assert hook["additional_dependencies"] == project["optional-dependencies"]["yaml"]


def test_the_page_shows_the_hook_and_a_workflow_that_can_be_read() -> None:
    page = (ROOT / "docs" / "how-to" / "ci.md").read_text(encoding="utf-8")
    shown = [
        yaml.safe_load(text)
        for text in re.findall(r"^```yaml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    ]
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    (workflow,) = [each for each in shown if "jobs" in each]
    (hooks,) = [each["repos"] for each in shown if "repos" in each]

    assert f"confmodel-{version}-" in "".join(commands_of(workflow["jobs"]["records"]))
    assert hooks[0]["rev"] == f"v{version}"
    assert [each["id"] for each in hooks[0]["hooks"]] == ["confmodel-check"]
