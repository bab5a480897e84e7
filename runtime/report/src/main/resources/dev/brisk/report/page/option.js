'use strict';

const SIGNS_OF_A_LINE = 8;
const SIGNS_OF_A_PATH = 100;

/**
 * What ECharts is to draw: the data of a figure, as it is viewed now, in a look. On its own, as in
 * a file, a figure also has its title and its legend. Series have ids for names, never names of the
 * data, which may be anything.
 */
function option(data, view, look, onItsOwn) {
  const signOf = (i) => 'path://' + pen(data, i, look).sign;
  return {
    animation: false,
    backgroundColor: onItsOwn ? look.paper : 'transparent',
    textStyle: { fontFamily: FONT, color: look.ink },
    title: {
      show: onItsOwn,
      text: data.title,
      left: 16,
      top: 12,
      textStyle: { color: look.ink, fontSize: 16, fontWeight: 600 },
    },
    legend: {
      show: onItsOwn,
      data: data.lines.map((line, i) => ({ name: 'line-' + i, icon: signOf(i) })),
      left: 16,
      top: 40,
      itemWidth: 12,
      itemHeight: 10,
      textStyle: { color: look.ink },
      formatter: (id) => data.lines[id.slice(5)].name,
      selected: Object.fromEntries(data.lines.map((line, i) => ['line-' + i, !view.hidden.has(i)])),
    },
    grid: {
      left: 8,
      right: data.grid ? 92 : 36,
      top: onItsOwn ? 104 : 34,
      bottom: 34,
      containLabel: true,
    },
    xAxis: { ...axis(data, view, look, 'x'), nameLocation: 'middle', nameGap: 30 },
    yAxis: { ...axis(data, view, look, 'y'), nameLocation: 'end', nameGap: 14 },
    dataZoom: ['x', 'y'].map((of) => zoom(view, of)),
    visualMap: data.grid ? heightKey(data, view, look) : undefined,
    series: [
      bands(data, view, look),
      ...(data.grid ? [heights(view, look)] : []),
      ...data.lines.map((line, i) => stroke(data, view, look, i)),
      ...data.lines.map((line, i) => signs(data, view, look, i)),
      marks(data, view, look),
    ],
  };
}

/** A point that can be drawn, or a gap. */
function point(line, i, view) {
  const [x, y] = [line.x[i], line.y[i]];
  const drawn = x !== null && y !== null && !(view.log.x && x <= SMALLEST_LOG) && !(view.log.y && y <= SMALLEST_LOG);
  return drawn ? [x, y] : null;
}

function points(line, view) {
  return line.x.map((x, i) => point(line, i, view));
}

function stroke(data, view, look, index) {
  const { colour, dash, width } = pen(data, index, look);
  return {
    type: 'line',
    name: 'line-' + index,
    data: points(data.lines[index], view).map((at) => at || ['-', '-']),
    showSymbol: false,
    silent: true,
    z: 3,
    lineStyle: { color: colour, width, type: dash || 'solid', cap: 'butt', join: 'round' },
    itemStyle: { color: colour },
  };
}

function signs(data, view, look, index) {
  const line = data.lines[index];
  const { colour, sign } = pen(data, index, look);
  return {
    type: 'scatter',
    name: 'line-' + index,
    data: signed(line, points(line, view), view, index),
    symbol: 'path://' + sign,
    symbolSize: line.stroke === 'points' ? 7 : 8,
    silent: true,
    clip: true,
    z: 4,
    itemStyle: { color: colour, opacity: 1, borderColor: look.paper, borderWidth: 1 },
  };
}

/** Points with a sign: all of a path; of a line a few, and those that no stroke reaches. */
function signed(line, all, view, index) {
  const drawn = all.filter((at) => at);
  if (line.stroke === 'points') return drawn;
  if (line.stroke === 'path' && drawn.length <= SIGNS_OF_A_PATH) return drawn;
  const alone = all.filter((at, i) => at && !all[i - 1] && !all[i + 1]);
  if (drawn.length === 0) return [];
  const place = (at) => (view.log.x ? Math.log(at[0]) : at[0]);
  const [from, to] = d3.extent(drawn, place);
  const shift = ((index % 5) + 0.5) / 5;
  for (let i = 0; i < SIGNS_OF_A_LINE; i++) {
    const target = from + ((i + shift) / SIGNS_OF_A_LINE) * (to - from);
    alone.push(d3.least(drawn, (at) => Math.abs(place(at) - target)));
  }
  return alone;
}

function bands(data, view, look) {
  const ends = (band) => [view.log.x && band.from <= SMALLEST_LOG ? 'min' : band.from, band.to];
  return {
    type: 'line',
    name: 'bands',
    data: [],
    silent: true,
    markArea: {
      silent: true,
      data: data.bands.map((band, i) => {
        const [from, to] = ends(band);
        const itemStyle = { color: look.bands[i % 2] };
        // Long names of short bands do not run into one another.
        const label = { offset: [0, 15 * (i % 2)] };
        return [{ xAxis: from, name: band.name, itemStyle, label }, { xAxis: to }];
      }),
      label: {
        show: true,
        position: 'insideTopLeft',
        distance: 6,
        color: look.muted,
        fontSize: 12,
        formatter: ({ name }) => name,
      },
    },
  };
}

function marks(data, view, look) {
  const place = (mark) => point({ x: [mark.x], y: [mark.y] }, 0, view) || ['-', '-'];
  return {
    type: 'scatter',
    name: 'marks',
    data: data.marks.map(place),
    symbol: 'circle',
    symbolSize: 11,
    silent: true,
    clip: true,
    z: 6,
    itemStyle: { color: look.paper, opacity: 1, borderColor: look.ink, borderWidth: 2 },
    label: {
      show: true,
      position: 'top',
      distance: 7,
      color: look.ink,
      fontSize: 12,
      fontWeight: 600,
      backgroundColor: look.paper,
      borderRadius: 3,
      padding: [2, 5],
      formatter: ({ dataIndex }) => data.marks[dataIndex].name,
    },
    labelLayout: { moveOverlap: 'shiftY' },
  };
}

/** Regions over one another, from the lowest to the highest. */
function heights(view, look) {
  return {
    type: 'custom',
    name: 'heights',
    data: view.regions.map((region) => [region.level, region.level, region.level]),
    silent: true,
    clip: true,
    z: 1,
    renderItem: (params, api) => ({
      type: 'path',
      shape: { pathData: outline(view.regions[params.dataIndex].rings, api) },
      style: { fill: api.visual('color'), stroke: look.paper, lineWidth: 0.5, strokeOpacity: 0.6 },
    }),
  };
}

function outline(rings, api) {
  const at = (coordinates) => api.coord(coordinates).map((pixel) => pixel.toFixed(1)).join(' ');
  return rings.map((ring) => 'M' + ring.map(at).join('L') + 'Z').join('');
}

function heightKey(data, view, look) {
  const levels = view.regions.map((region) => region.level);
  const low = levels[0] || 0;
  const high = levels.length > 1 ? levels[levels.length - 1] : low + 1;
  const value = (level) => format(view.log.height ? 10 ** level : level, 3);
  return {
    type: 'continuous',
    seriesIndex: 1,
    dimension: 2,
    min: low,
    max: high,
    text: [value(high), value(low)],
    right: 8,
    top: 'middle',
    itemWidth: 12,
    itemHeight: 160,
    hoverLink: false,
    textStyle: { color: look.muted, fontSize: 12 },
    inRange: { color: look.heights },
  };
}
