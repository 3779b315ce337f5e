"""A bar chart as SVG, written by hand: it needs no library and reads well in light and dark."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

WIDTH, ROW, LABEL = 860, 26, 330
_BAR_WIDTH = WIDTH - LABEL - 130
_OURS, _OTHERS = "#2f7d4f", "#8a94a6"


def bar_chart(title: str, bars: Sequence[tuple[str, float, str]], ours: str) -> str:
    """Bars of (label, value, what stands beside it), the longest as wide as the chart; ours stands out."""
    longest = max((value for _, value, _ in bars), default=1.0)
    height = ROW * len(bars) + 44
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" font-family="sans-serif">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{WIDTH}" height="{height}" rx="6" fill="#ffffff"/>',
        f'<text x="12" y="24" font-size="15" font-weight="bold" fill="#222222">{escape(title)}</text>',
    ]
    for index, (label, value, note) in enumerate(bars):
        y = 40 + index * ROW
        width = max(_BAR_WIDTH * value / longest, 1.0)
        colour = _OURS if label == ours else _OTHERS
        weight = ' font-weight="bold"' if label == ours else ""
        text = f'font-size="12" fill="#222222"{weight}'
        lines += [
            f'<text x="{LABEL - 8}" y="{y + 14}" text-anchor="end" {text}>{escape(label)}</text>',
            f'<rect x="{LABEL}" y="{y + 2}" width="{width:.1f}" height="{ROW - 10}" fill="{colour}"/>',
            f'<text x="{LABEL + width + 6:.1f}" y="{y + 14}" {text}>{escape(note)}</text>',
        ]
    return "\n".join([*lines, "</svg>", ""])
