'use strict';

const WIDTH = 960;
const HEIGHT = 600;

/** Draws a figure as it is viewed, light and on its own, where nobody sees it. */
function drawApart(data, view, renderer, use) {
  const apart = document.createElement('div');
  const size = { width: WIDTH, height: HEIGHT, devicePixelRatio: 2 };
  const chart = echarts.init(apart, null, { renderer, ...size });
  chart.setOption(option(data, view, LIGHT, true));
  use(chart, apart);
  chart.dispose();
}

function saveSvg(data, view) {
  drawApart(data, view, 'svg', (chart, apart) => {
    // Not chart.renderToSVGString(): that one leaves quotes in attributes as they are.
    const svg = new XMLSerializer().serializeToString(apart.querySelector('svg'));
    save(data, 'svg', new Blob([svg], { type: 'image/svg+xml' }));
  });
}

function savePng(data, view) {
  drawApart(data, view, 'canvas', (chart) => {
    chart.getRenderedCanvas({ pixelRatio: 2 }).toBlob((png) => save(data, 'png', png));
  });
}

function saveCsv(data) {
  save(data, 'csv', new Blob([csv(data)], { type: 'text/csv' }));
}

function save(data, ending, blob) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  const name = data.title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60);
  link.download = (name || 'figure') + '.' + ending;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The points in the page, in the form that FigureCsv gives to all of them. */
function csv(data) {
  const rows = [['kind', 'name', plain(data.x.name), plain(data.y.name)]];
  if (data.grid) rows[0].push(plain(data.height.name));
  for (const line of data.lines) {
    line.x.forEach((x, i) => rows.push(['line', plain(line.name), x, line.y[i]]));
  }
  for (const mark of data.marks) rows.push(['mark', plain(mark.name), mark.x, mark.y]);
  for (const band of data.bands) {
    rows.push(['band', plain(band.name), band.from], ['band', plain(band.name), band.to]);
  }
  if (data.grid) {
    data.grid.y.forEach((y, row) => data.grid.x.forEach((x, column) =>
      rows.push(['height', '', x, y, data.grid.values[row][column]])));
  }
  const columns = rows[0].length;
  const line = (row) => Array.from({ length: columns }, (_, i) => cell(row[i])).join(',') + '\n';
  return rows.map(line).join('');
}

/** A name that is no formula to a spreadsheet. */
function plain(name) {
  return /^[=+\-@\t\r]/.test(name) ? "'" + name : name;
}

function cell(value) {
  if (value === undefined) return '';
  const text = value === null ? 'NaN' : String(value);
  return /[,"\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
}
