'use strict';

const PRINTED_WIDTH = 680;
const dark = matchMedia('(prefers-color-scheme: dark)');
let printing = false;

/** What figures look like now. */
function look() {
  return dark.matches && !printing ? DARK : LIGHT;
}

const shown = [...document.querySelectorAll('figure')].map(show);

function drawAll() {
  shown.forEach(({ chart, draw }) => {
    chart.resize({ width: printing ? PRINTED_WIDTH : 'auto' });
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
