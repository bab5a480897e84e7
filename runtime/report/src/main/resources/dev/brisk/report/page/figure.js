'use strict';

/** Draws the figure of an element, and lets people look into it. */
function show(figure) {
  const data = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
  const part = (name) => figure.querySelector('.' + name);
  const [tools, legend, plot, readout] = ['tools', 'legend', 'plot', 'readout'].map(part);
  const view = {
    log: { x: data.x.log, y: data.y.log, height: Boolean(data.height && data.height.log) },
    hidden: new Set(),
    zoom: { x: [0, 100], y: [0, 100] },
    regions: [],
  };
  const chart = echarts.init(plot, null, { renderer: 'svg' });
  const pointer = pointerOver(plot, chart, data);
  const walk = new Walk();
  let all = [];

  function draw() {
    if (data.grid) view.regions = contours(data.grid, view.log.height);
    all = tracks(data, view);
    chart.setOption(option(data, view, look(), false), { notMerge: true });
    drawLegend();
    pointer.leave();
  }

  function drawLegend() {
    const focused = [...legend.children].indexOf(document.activeElement);
    legend.replaceChildren(...data.lines.map((line, i) => {
      const entry = button(line.name, () => {
        if (!view.hidden.delete(i)) view.hidden.add(i);
        draw();
      });
      entry.prepend(swatch(pen(data, i, look()), look().paper));
      entry.setAttribute('aria-pressed', String(!view.hidden.has(i)));
      return entry;
    }));
    if (focused >= 0) legend.children[focused].focus();
  }

  function addSwitch(of) {
    if (data[of].years || (!data[of].log && !allPositive(data, of))) return;
    const toggle = button('log ' + of, () => {
      view.log[of] = !view.log[of];
      toggle.setAttribute('aria-pressed', String(view.log[of]));
      draw();
    });
    toggle.setAttribute('aria-pressed', String(view.log[of]));
    toggle.title = 'Logarithmic axis: ' + data[of].name;
    tools.append(toggle);
  }

  function point(event) {
    const box = plot.getBoundingClientRect();
    const pixel = [event.clientX - box.left, event.clientY - box.top];
    const inside = chart.containPixel({ gridIndex: 0 }, pixel);
    const found = inside ? pointedAt(all, pixel, chart) : [];
    if (found.length > 0) pointer.pointTo(found, look());
    else pointer.leave();
  }

  function zoomed(factor) {
    for (const of of ['x', 'y']) {
      const [from, to] = view.zoom[of];
      const half = Math.min(50, ((to - from) / 2) * factor);
      const middle = Math.min(Math.max((from + to) / 2, half), 100 - half);
      view.zoom[of] = [middle - half, middle + half];
    }
    draw();
  }

  function press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const factor = { '+': 0.5, '=': 0.5, '-': 2, 0: Infinity }[event.key];
    if (event.key === 'Escape') {
      pointer.leave();
    } else if (factor) {
      zoomed(factor);
    } else if (all.length > 0 && walk.go(event.key, all)) {
      pointer.pointTo([walk.at(all)], look());
      readout.textContent = said(data, walk.at(all));
    } else {
      return;
    }
    event.preventDefault();
  }

  plot.addEventListener('pointermove', point);
  plot.addEventListener('pointerleave', pointer.leave);
  plot.addEventListener('blur', pointer.leave);
  plot.addEventListener('keydown', press);
  chart.on('datazoom', () => {
    const zooms = chart.getOption().dataZoom;
    ['x', 'y'].forEach((of, i) => (view.zoom[of] = [zooms[i].start, zooms[i].end]));
    pointer.leave();
  });

  ['x', 'y', 'height'].filter((of) => data[of]).forEach(addSwitch);
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
