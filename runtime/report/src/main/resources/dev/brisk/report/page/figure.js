'use strict';

/** Draws the figure of an element, and lets people look into it. */
function show(figure) {
  const data = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
  const [tools, legend, plot, readout] = ['tools', 'legend', 'plot', 'readout'].map((name) =>
    figure.querySelector('.' + name));
  const view = {
    log: { x: data.x.log, y: data.y.log, height: Boolean(data.height && data.height.log) },
    hidden: new Set(),
    zoom: { x: [0, 100], y: [0, 100] },
    regions: [],
  };
  const chart = echarts.init(plot, null, { renderer: 'svg' });
  const tip = htmlElement('div', 'tip');
  tip.hidden = true;
  plot.append(tip);
  const pointer = new echarts.graphic.Group();
  chart.getZr().add(pointer);
  const walk = { track: 0, index: -1 };
  let all = [];

  function draw() {
    if (data.grid) view.regions = contours(data.grid, view.log.height);
    all = tracks(data, view);
    chart.setOption(option(data, view, look(), false), { notMerge: true });
    drawLegend();
    leave();
  }

  function drawLegend() {
    const had = [...legend.children].indexOf(document.activeElement);
    legend.replaceChildren(...data.lines.map((line, i) => {
      const entry = button(line.name, () => {
        if (!view.hidden.delete(i)) view.hidden.add(i);
        draw();
      });
      entry.prepend(swatch(pen(data, i, look()), look().paper));
      entry.setAttribute('aria-pressed', String(!view.hidden.has(i)));
      return entry;
    }));
    if (had >= 0) legend.children[had].focus();
  }

  function switchFor(of) {
    const values = of === 'height' ? data.grid.values.flat().filter((v) => v !== null)
      : valuesOn(data, of).concat(data.grid ? data.grid[of] : []);
    if (!data[of].log && (values.length === 0 || values.some((value) => value <= 0))) return;
    const toggle = button('log ' + of, () => {
      view.log[of] = !view.log[of];
      toggle.setAttribute('aria-pressed', String(view.log[of]));
      draw();
    });
    toggle.setAttribute('aria-pressed', String(view.log[of]));
    toggle.title = 'Logarithmic axis: ' + data[of].name;
    tools.append(toggle);
  }

  const toPixel = ({ x, y }) => chart.convertToPixel({ gridIndex: 0 }, [x, y]);

  function pointTo(found) {
    const paper = look();
    const nearest = toPixel(d3.least(found, (one) => one.distance).point);
    pointer.removeAll();
    const { x: left, y: top, width, height } = chart.getModel().getComponent('grid').coordinateSystem.getRect();
    const straight = { stroke: paper.axis, lineWidth: 1, lineDash: [3, 3] };
    const line = (shape) => pointer.add(new echarts.graphic.Line({ shape, style: straight, silent: true, z: 50 }));
    line({ x1: nearest[0], x2: nearest[0], y1: top, y2: top + height });
    if (data.grid) line({ x1: left, x2: left + width, y1: nearest[1], y2: nearest[1] });
    for (const { point, track } of found) {
      const [cx, cy] = toPixel(point);
      const stroke = track.pen === undefined ? paper.ink : pen(data, track.pen, paper).colour;
      const style = { fill: paper.paper, stroke, lineWidth: 2 };
      pointer.add(new echarts.graphic.Circle({ shape: { cx, cy, r: 4.5 }, style, silent: true, z: 51 }));
    }
    fillTip(tip, data, found, paper);
    tip.hidden = false;
    const beside = nearest[0] + 16 + tip.offsetWidth <= plot.clientWidth;
    tip.style.left = Math.max(0, beside ? nearest[0] + 16 : nearest[0] - 16 - tip.offsetWidth) + 'px';
    tip.style.top = Math.max(0, Math.min(nearest[1] - tip.offsetHeight / 2, plot.clientHeight - tip.offsetHeight)) + 'px';
  }

  function leave() {
    pointer.removeAll();
    tip.hidden = true;
  }

  plot.addEventListener('pointermove', (event) => {
    const box = plot.getBoundingClientRect();
    const pixel = [event.clientX - box.left, event.clientY - box.top];
    if (!chart.containPixel({ gridIndex: 0 }, pixel)) return leave();
    const [x] = chart.convertFromPixel({ gridIndex: 0 }, pixel);
    const found = pointedAt(all, pixel, toPixel, x);
    if (found.length > 0) pointTo(found);
    else leave();
  });
  plot.addEventListener('pointerleave', leave);
  plot.addEventListener('blur', leave);

  function step(key) {
    const track = all[walk.track] || all[0];
    const last = track.points.length - 1;
    const page = Math.max(1, Math.round(last / 10));
    const along = { ArrowLeft: -1, ArrowRight: 1, PageUp: -page, PageDown: page, Home: -Infinity, End: Infinity }[key];
    const over = { ArrowUp: -1, ArrowDown: 1 }[key];
    if (along) walk.index = Math.min(Math.max(walk.index + along, 0), last);
    if (over) {
      const to = Math.min(Math.max(walk.track + over, 0), all.length - 1);
      const x = track.points[Math.max(walk.index, 0)].x;
      walk.track = to;
      walk.index = nearestAlong(all[to], x);
    }
    return Boolean(along || over);
  }

  function tell() {
    walk.track = Math.min(walk.track, all.length - 1);
    const track = all[walk.track];
    walk.index = Math.min(Math.max(walk.index, 0), track.points.length - 1);
    const found = { track, point: track.points[walk.index], distance: 0 };
    pointTo([found]);
    readout.textContent = said(data, found);
  }

  function zoomBy(key) {
    const factor = { '+': 0.5, '=': 0.5, '-': 2, 0: Infinity }[key];
    if (!factor) return false;
    for (const of of ['x', 'y']) {
      const [from, to] = view.zoom[of];
      const half = Math.min(50, ((to - from) / 2) * factor);
      const middle = Math.min(Math.max((from + to) / 2, half), 100 - half);
      view.zoom[of] = [middle - half, middle + half];
    }
    draw();
    return true;
  }

  plot.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') return leave();
    if (zoomBy(event.key)) return event.preventDefault();
    if (all.length === 0 || !step(event.key)) return;
    event.preventDefault();
    tell();
  });
  chart.on('datazoom', () => {
    const now = chart.getOption().dataZoom;
    ['x', 'y'].forEach((of, i) => (view.zoom[of] = [now[i].start, now[i].end]));
    leave();
  });

  ['x', 'y', ...(data.grid ? ['height'] : [])].forEach(switchFor);
  tools.append(htmlElement('span', 'space'));
  tools.append(button('PNG', () => savePng(data, view)));
  tools.append(button('SVG', () => saveSvg(data, view)));
  tools.append(button('CSV', () => saveCsv(data)));
  draw();
  new ResizeObserver(() => printing || chart.resize()).observe(plot);
  return { draw, chart };
}

function button(text, act) {
  const element = htmlElement('button');
  element.type = 'button';
  element.append(htmlElement('span', '', text));
  element.addEventListener('click', act);
  return element;
}

const PRINTED_WIDTH = 680;
const dark = matchMedia('(prefers-color-scheme: dark)');
let printing = false;

function look() {
  return dark.matches && !printing ? DARK : LIGHT;
}

const shown = [...document.querySelectorAll('figure')].map(show);

function drawAll() {
  shown.forEach(({ chart, draw }) => {
    chart.resize(printing ? { width: PRINTED_WIDTH } : {});
    draw();
  });
}

dark.addEventListener('change', drawAll);
addEventListener('beforeprint', () => {
  printing = true;
  drawAll();
});
addEventListener('afterprint', () => {
  printing = false;
  drawAll();
});
