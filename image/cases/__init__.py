"""The cases of script/test-image, in the order in which they run."""
from . import starts, people, lockdown, updates, technician, faults  # noqa: F401
from .common import CASES

__all__ = ["CASES"]
