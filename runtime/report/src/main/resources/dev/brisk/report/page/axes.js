'use strict';

/** What is not above it is not shown on a logarithmic axis: ECharts rounds its ticks to 10 decimals. */
const SMALLEST_LOG = 1e-10;

function axis(data, view, look, of) {
  const log = view.log[of];
  const [min, max] = extent(data, of, log);
  return {
    type: log ? 'log' : 'value',
    name: data[of].name,
    nameTextStyle: { color: look.muted, fontSize: 12, align: of === 'y' ? 'left' : 'center' },
    min,
    max,
    scale: true,
    axisLine: { show: true, onZero: false, lineStyle: { color: look.axis } },
    axisTick: { show: true, lineStyle: { color: look.axis } },
    axisLabel: {
      color: look.muted,
      fontSize: 12,
      hideOverlap: true,
      formatter: (value) => formatOn(data[of], value, 4),
    },
    splitLine: { show: !data.grid, lineStyle: { color: look.rule } },
  };
}

/** The ends of an axis; undefined where ECharts is to find round ones. */
function extent(data, of, log) {
  const values = data.grid ? data.grid[of] : valuesOn(data, of).filter((value) => !log || value > SMALLEST_LOG);
  if (values.length === 0) return [];
  const [low, high] = d3.extent(values);
  if (data.grid || low === high) return data.grid ? [low, high] : [];
  if (log) return [roundOut(low, Math.floor), roundOut(high, Math.ceil)];
  return of === 'x' ? [low, high] : [];
}

/** The next of 1, 2 and 5 times a power of ten. */
function roundOut(value, round) {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-12);
  const steps = [1, 2, 5, 10].map((step) => Number((step * power).toPrecision(1)));
  const close = value * (round === Math.floor ? 1 + 1e-9 : 1 - 1e-9);
  return round === Math.floor ? steps.filter((s) => s <= close).pop() : steps.find((s) => s >= close);
}

/** Whether an axis, or the heights, can be logarithmic. */
function allPositive(data, of) {
  const values = of === 'height' ? data.grid.values.flat()
    : valuesOn(data, of).concat(data.grid ? data.grid[of] : []);
  const numbers = values.filter((value) => value !== null);
  return numbers.length > 0 && numbers.every((value) => value > 0);
}

/** All numbers on an axis; those of lines and marks. */
function valuesOn(data, of) {
  const marks = data.marks.map((mark) => mark[of]);
  return data.lines.flatMap((line) => line[of]).concat(marks).filter((value) => value !== null);
}

function zoom(view, of) {
  return {
    type: 'inside',
    [of + 'AxisIndex']: 0,
    filterMode: 'none',
    zoomOnMouseWheel: 'ctrl',
    moveOnMouseMove: 'shift',
    start: view.zoom[of][0],
    end: view.zoom[of][1],
  };
}
