"""Small files that announce, or expand to, far more than a reader has room for."""

import subprocess
import sys
from pathlib import Path

import pytest

from confmodel import Conference, dump_many
from confmodel.formats._compression import Compression, compressing

MOST_MEMORY = 64 * 1024 * 1024
"""What a bomb may cost above what the reader had taken before, in bytes."""

MOST_SECONDS = 1.0
"""What it may cost of the processor."""

READER = """
import resource, sys, time
from confmodel import LoadError, load_many

good, bomb, memory = sys.argv[1:]
list(load_many(good))  # loads what is needed to read the format
with open("/proc/self/statm") as sizes:
    taken = int(sizes.read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (taken + int(memory),) * 2)
begin = time.process_time()
try:
    list(load_many(bomb))
except LoadError as error:
    print(time.process_time() - begin)
    print(*[finding.code for finding in error.findings])
    print(error.findings[0].message)
"""


def expanding(how: Compression, begin: bytes = b"") -> bytes:
    """Return what expands to a begin and 256 MB of the letter a."""
    head: list[bytes] = []
    with compressing(head.append, how) as compress:
        compress(begin)
    block: list[bytes] = []
    with compressing(block.append, how) as compress:
        compress(b"a" * 2**24)
    return b"".join(head) + b"".join(block) * 16


BOMBS = {
    "long.json.gz": (expanding(Compression.GZIP, b'{"id": "'), "E113", "33554432 are allowed"),
    "long.json.zst": (expanding(Compression.ZSTD, b'{"id": "'), "E113", "33554432 are allowed"),
    "line.jsonl.gz": (
        expanding(Compression.GZIP, b'{"id": "'),
        "E113",
        "the document has more than",
    ),
    "lists.msgpack": (b"\xdd\xff\xff\xff\xff" * 1000, "E100", "fewer bytes come than it says"),
    "text.msgpack": (b"\x81\xa2id\xdb\xff\xff\xff\xffa", "E100", "fewer bytes come than it says"),
    "deep.msgpack": (b"\x91" * 30_000_000, "E113", "nested deeper than 64"),
}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to RLIMIT_AS")
@pytest.mark.parametrize("name", BOMBS)
def test_bomb_is_refused_in_little_memory_and_time(name: str, tmp_path: Path) -> None:
    data, code, message = BOMBS[name]
    bomb, good = tmp_path / name, tmp_path / f"good.{name.partition('.')[2]}"
    bomb.write_bytes(data)
    dump_many([Conference(id="a", name="A")], good)

    done = subprocess.run(
        [sys.executable, "-c", READER, str(good), str(bomb), str(MOST_MEMORY)],
        capture_output=True,
        check=False,
        text=True,
    )

    assert done.returncode == 0, done.stderr
    seconds, codes, first = done.stdout.splitlines()
    assert codes == code
    assert message in first
    assert float(seconds) < MOST_SECONDS
