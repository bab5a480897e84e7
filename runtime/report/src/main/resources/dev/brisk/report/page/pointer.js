'use strict';

/** Draws what is pointed at over a figure: a hair through it, rings, and a box with the numbers. */
function pointerOver(plot, chart, data) {
  const tip = htmlElement('div', 'tip');
  tip.hidden = true;
  plot.append(tip);
  const drawn = new echarts.graphic.Group();
  chart.getZr().add(drawn);

  function hair(from, to, look) {
    const shape = { x1: from[0], y1: from[1], x2: to[0], y2: to[1] };
    const style = { stroke: look.axis, lineWidth: 1, lineDash: [3, 3] };
    drawn.add(new echarts.graphic.Line({ shape, style, silent: true, z: 50 }));
  }

  function ring([cx, cy], colour, look) {
    const style = { fill: look.paper, stroke: colour, lineWidth: 2 };
    drawn.add(new echarts.graphic.Circle({ shape: { cx, cy, r: 4.5 }, style, silent: true, z: 51 }));
  }

  function placeTip([x, y]) {
    const { offsetWidth: width, offsetHeight: height } = tip;
    const right = x + 16 + width <= plot.clientWidth;
    const top = Math.min(y - height / 2, plot.clientHeight - height);
    tip.style.left = Math.max(0, right ? x + 16 : x - 16 - width) + 'px';
    tip.style.top = Math.max(0, top) + 'px';
  }

  function leave() {
    drawn.removeAll();
    tip.hidden = true;
  }

  /** Shows `{track, point, distance}`, at least one of them. */
  function pointTo(found, look) {
    leave();
    const toPixel = ({ x, y }) => chart.convertToPixel({ gridIndex: 0 }, [x, y]);
    const [x, y] = toPixel(d3.least(found, (one) => one.distance).point);
    const area = chart.getModel().getComponent('grid').coordinateSystem.getRect();
    hair([x, area.y], [x, area.y + area.height], look);
    if (data.grid) hair([area.x, y], [area.x + area.width, y], look);
    for (const { point, track } of found) {
      ring(toPixel(point), track.pen === undefined ? look.ink : pen(data, track.pen, look).colour, look);
    }
    fillTip(tip, data, found, look);
    tip.hidden = false;
    placeTip([x, y]);
  }

  return { pointTo, leave };
}
