"""What the server counts about itself, told in the text form of Prometheus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

BOUNDS = (0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0)
"""Upper bounds of the classes of answer times [s]."""

MEDIA = "text/plain; version=0.0.4; charset=utf-8"
"""The media type of the text form."""


class Measures:
    """Counts of one running server."""

    def __init__(self) -> None:
        self.answers: Counter[tuple[str, int]] = Counter()
        """Answers by area and status."""
        self.classes: Counter[float] = Counter()
        """Answers by the least of `BOUNDS` that their time keeps to."""
        self.seconds = 0.0
        """Time of all answers together [s]."""
        self.running = 0
        """Requests worked on now."""
        self.listening = 0
        """Browsers that listen to events now."""

    def ended(self, area: str, status: int, seconds: float) -> None:
        """Count an answer."""
        self.answers[area, status] += 1
        self.seconds += seconds
        for bound in BOUNDS:
            if seconds <= bound:
                self.classes[bound] += 1
                return

    def text(self, more: Mapping[str, float]) -> str:
        """Tell every count, and others by name."""
        lines = ["# TYPE egiz_answers_total counter"]
        for (area, status), count in sorted(self.answers.items()):
            lines.append(f'egiz_answers_total{{area="{area}",status="{status}"}} {count}')
        lines.append("# TYPE egiz_answer_seconds histogram")
        reached = 0
        for bound in BOUNDS:
            reached += self.classes[bound]
            lines.append(f'egiz_answer_seconds_bucket{{le="{bound}"}} {reached}')
        total = sum(self.answers.values())
        lines.append(f'egiz_answer_seconds_bucket{{le="+Inf"}} {total}')
        lines += [f"egiz_answer_seconds_sum {self.seconds}", f"egiz_answer_seconds_count {total}"]
        gauges = {"running": self.running, "listening": self.listening, **more}
        for name, value in sorted(gauges.items()):
            lines += [f"# TYPE egiz_{name} gauge", f"egiz_{name} {value}"]
        return "\n".join(lines) + "\n"
