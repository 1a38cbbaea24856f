"""`tizme run` and `tizme add` may be killed at any moment; the full count is `scripts/kill_test.py 200`."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "kill_test.py"


@pytest.mark.safety
@pytest.mark.slow
def test_safety_killing_run_and_add_at_random_moments_loses_nothing(tmp_path):
    command = [sys.executable, str(SCRIPT), "6", "--seed", "20", "--workdir", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 losses, 0 broken chains, 0 different results" in done.stdout
