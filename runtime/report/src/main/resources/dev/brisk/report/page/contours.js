'use strict';

const LEVELS = 14;

/**
 * Nested regions of a grid, the lowest first: where the height is at or above a level. Levels are
 * round numbers, of the logarithm where heights are logarithmic; `level` is in those units.
 */
function contours(grid, log) {
  const heights = grid.values.flat().map((value) => heightOf(value, log));
  const [low, high] = d3.extent(heights);
  if (low === undefined) return [];
  const levels = [low, ...d3.ticks(low, high, LEVELS).filter((level) => level > low)];
  const trace = d3.contours().size([grid.x.length, grid.y.length]).thresholds(levels);
  return trace(heights).map((region) => ({
    level: region.value,
    rings: region.coordinates.flat().map((ring) =>
      ring.map(([column, row]) => [between(grid.x, column - 0.5), between(grid.y, row - 0.5)])),
  }));
}

function heightOf(value, log) {
  if (value === null || (log && value <= 0)) return NaN;
  return log ? Math.log10(value) : value;
}

/** The coordinate at a place among ascending ones; the ends beyond them. */
function between(coordinates, place) {
  const at = Math.min(Math.max(place, 0), coordinates.length - 1);
  const index = Math.min(Math.floor(at), coordinates.length - 2);
  return coordinates[index] + (at - index) * (coordinates[index + 1] - coordinates[index]);
}
