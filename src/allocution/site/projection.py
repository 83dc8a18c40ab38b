"""Places of the world on the sheet that the map is drawn on: Robinson's projection."""

from __future__ import annotations

WIDTH = 1000
# Robinson's table: lengths of parallels and their distances from the equator for each five degrees of latitude.
_LENGTHS = (1, .9986, .9954, .99, .9822, .973, .96, .9427, .9216, .8962, .8679, .835, .7986, .7597, .7186, .6732, .6213,
            .5722, .5322)  # fmt: skip
_HEIGHTS = (0, .062, .124, .186, .248, .31, .372, .434, .4958, .5571, .6176, .6769, .7346, .7903, .8435, .8936, .9394,
            .9761, 1)  # fmt: skip
_ASPECT = 0.5072


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """A place on the sheet; linear between the table's parallels."""
    steps = abs(latitude) / 5
    number = min(int(steps), 17)
    part = steps - number
    length = _LENGTHS[number] + part * (_LENGTHS[number + 1] - _LENGTHS[number])
    height = _HEIGHTS[number] + part * (_HEIGHTS[number + 1] - _HEIGHTS[number])
    x = (longitude / 180 * length + 1) / 2 * WIDTH
    return x, (1 - height * (1 if latitude > 0 else -1)) * _ASPECT * WIDTH / 2
