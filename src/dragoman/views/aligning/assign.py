"""The best pairing of two lists."""

from __future__ import annotations

from collections.abc import Sequence

_NEVER = 1e6


def assign(scores: Sequence[Sequence[float]], least: float) -> list[tuple[int, int]]:
    """Pairs (row, column), each row and column in one at most, with the greatest sum of scores among pairs that score
    `least` or more, in order of rows. The Hungarian method, O(rows² × columns)."""
    if not scores or not scores[0]:
        return []
    if len(scores) > len(scores[0]):
        turned = [[row[j] for row in scores] for j in range(len(scores[0]))]
        return sorted((i, j) for j, i in assign(turned, least))
    rows, free = len(scores), len(scores)
    columns = len(scores[0]) + free
    cost = [[-s if s >= least else _NEVER for s in row] + [0.0] * free for row in scores]
    over_row, over_column = [0.0] * (rows + 1), [0.0] * (columns + 1)
    match, way = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        match[0], at = row, 0
        slack, done = [float("inf")] * (columns + 1), [False] * (columns + 1)
        while match[at]:
            done[at] = True
            here, delta, following = match[at], float("inf"), 0
            for j in range(1, columns + 1):
                if done[j]:
                    continue
                left = cost[here - 1][j - 1] - over_row[here] - over_column[j]
                if left < slack[j]:
                    slack[j], way[j] = left, at
                if slack[j] < delta:
                    delta, following = slack[j], j
            for j in range(columns + 1):
                if done[j]:
                    over_row[match[j]] += delta
                    over_column[j] -= delta
                else:
                    slack[j] -= delta
            at = following
        while at:
            match[at], at = match[way[at]], way[at]
    pairs = [(match[j] - 1, j - 1) for j in range(1, len(scores[0]) + 1) if match[j]]
    return sorted((i, j) for i, j in pairs if scores[i][j] >= least)
