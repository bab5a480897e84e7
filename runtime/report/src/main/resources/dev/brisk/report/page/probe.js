'use strict';

const REACH = 14;

/**
 * What can be walked along by keyboard, from top to bottom: lines, marks, rows of a grid. Each has a
 * name and points `{x, y}`; those of a grid have a height too.
 */
function tracks(data, view) {
  const shown = data.lines.map((line, i) => ({
    name: line.name,
    pen: i,
    ascends: !data.grid && line.x.every((x, j) => j === 0 || x >= line.x[j - 1]),
    points: points(line, view).filter((at) => at).map(([x, y]) => ({ x, y })),
  })).filter((track) => !view.hidden.has(track.pen));
  if (data.marks.length > 0) {
    const points = data.marks.filter((mark) => mark.x !== null && mark.y !== null);
    shown.push({ name: 'Marks', marks: true, points });
  }
  if (data.grid) {
    const rows = data.grid.y.map((y, row) => ({
      name: data.height.name,
      row: true,
      ascends: true,
      points: data.grid.x.map((x, column) => ({ x, y, height: data.grid.values[row][column] })),
    }));
    shown.push(...rows.reverse());
  }
  return shown.filter((track) => track.points.length > 0);
}

/** The index of the point of a track that is nearest along the horizontal axis. */
function nearestAlong(track, x) {
  if (track.ascends) return d3.bisector((point) => point.x).center(track.points, x);
  return d3.leastIndex(track.points, (a, b) => Math.abs(a.x - x) - Math.abs(b.x - x));
}

/**
 * What a pointer points at, as `{track, point, distance}` with a distance in pixels: of each line
 * that is above or below it the nearest point, of paths and marks a point within reach, of a grid
 * the nearest.
 */
function pointedAt(all, pixel, chart) {
  const [x] = chart.convertFromPixel({ gridIndex: 0 }, pixel);
  const toPixel = (point) => chart.convertToPixel({ gridIndex: 0 }, [point.x, point.y]);
  const away = (point) => {
    const [left, top] = toPixel(point);
    return Math.hypot(left - pixel[0], top - pixel[1]);
  };
  const nearest = (track) => {
    const along = () => track.points[nearestAlong(track, x)];
    const point = track.ascends ? along() : d3.least(track.points, away);
    const distance = track.ascends ? Math.abs(toPixel(point)[0] - pixel[0]) : away(point);
    return { track, point, distance };
  };
  const within = ({ track, distance }) => {
    const { points } = track;
    return distance <= REACH || (track.ascends && points[0].x < x && x < points[points.length - 1].x);
  };
  const rows = all.filter((track) => track.row);
  const row = d3.least(rows, (each) => Math.abs(toPixel(each.points[0])[1] - pixel[1]));
  return [
    ...all.filter((track) => !track.row).map(nearest).filter(within),
    ...(row ? [nearest(row)] : []),
  ];
}

/** A point in words. */
function said(data, { track, point }) {
  const at = `${data.x.name} ${formatOn(data.x, point.x)}, ${data.y.name} ${formatOn(data.y, point.y)}`;
  if (track.marks) return `${point.name}: ${at}. ${point.text}`;
  if (!track.row) return `${track.name}: ${at}`;
  const height = point.height === null ? 'no number' : format(point.height);
  return `${track.name} ${height}: ${at}`;
}

/** Fills the box at the pointer. Names become text, never markup. */
function fillTip(tip, data, found, look) {
  const nearest = d3.least(found, (one) => one.distance);
  const x = nearest.point.x;
  tip.replaceChildren();
  tip.append(row(data.x.name, formatOn(data.x, x)));
  if (data.grid) tip.append(row(data.y.name, formatOn(data.y, nearest.point.y)));
  for (const { track, point } of found) {
    if (track.marks) {
      tip.append(htmlElement('strong', '', point.name), htmlElement('div', 'note', point.text));
    } else if (track.row) {
      tip.append(row(track.name, point.height === null ? 'no number' : format(point.height)));
    } else {
      const place = `${formatOn(data.x, point.x)}; ${formatOn(data.y, point.y)}`;
      const line = row(track.name, data.grid ? place : formatOn(data.y, point.y));
      line.prepend(swatch(pen(data, track.pen, look), look.paper));
      tip.append(line);
      if (!data.grid && point.x !== x) tip.append(htmlElement('div', 'note', `at ${formatOn(data.x, point.x)}`));
    }
  }
}

function row(name, value) {
  const line = htmlElement('div', 'row');
  line.append(htmlElement('span', '', name), htmlElement('span', 'value', value));
  return line;
}
