'use strict';

/*
 * What figures look like. Lines have the colours of Okabe and Ito, which people who confuse red and
 * green tell apart, and signs that differ; heights go from the colour of the paper to far from it.
 */
const LIGHT = {
  ink: '#1f2328',
  muted: '#59636e',
  axis: '#8c959f',
  rule: '#e7eaee',
  paper: '#ffffff',
  bands: ['rgba(31, 35, 40, 0.025)', 'rgba(31, 35, 40, 0.055)'],
  lines: ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#000000'],
  paths: ['#d55e00', '#000000', '#e69f00', '#cc79a7', '#009e73'],
  heights: ['#f4f9fd', '#cfe1f2', '#93c4de', '#4b97c9', '#1f64ab', '#08306b'],
};
const DARK = {
  ink: '#e6edf3',
  muted: '#9aa4af',
  axis: '#6e7884',
  rule: '#242b33',
  paper: '#0f1318',
  bands: ['rgba(230, 237, 243, 0.04)', 'rgba(230, 237, 243, 0.08)'],
  lines: ['#56b4e9', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#f0e442', '#ffffff'],
  paths: ['#e69f00', '#ffffff', '#f0e442', '#cc79a7', '#d55e00'],
  heights: ['#121a22', '#123049', '#164c77', '#2674b0', '#5aa5d8', '#a9d3ee'],
};

/* The signs of lines, within 10 by 10: disc, square, triangles, diamond, plus, bar. */
const SIGNS = [
  'M0 5a5 5 0 1 0 10 0a5 5 0 1 0-10 0Z',
  'M1 1H9V9H1Z',
  'M5 0L10 9H0Z',
  'M5 0L10 5L5 10L0 5Z',
  'M3.5 0H6.5V3.5H10V6.5H6.5V10H3.5V6.5H0V3.5H3.5Z',
  'M0 1H10L5 10Z',
  'M3 0H7V10H3Z',
];
const DASHES = { dashed: [7, 5], dotted: [2, 4] };
const FONT = 'system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif';

/** How the line of an index is drawn in a figure. */
function pen(data, index, look) {
  const colours = data.grid ? look.paths : look.lines;
  const stroke = data.lines[index].stroke;
  // When the colours are used up they come again with other signs.
  const round = Math.floor(index / colours.length);
  return {
    colour: colours[index % colours.length],
    sign: SIGNS[(index + round) % SIGNS.length],
    dash: DASHES[stroke] || null,
    width: stroke === 'points' ? 0 : 1.75,
  };
}

/** A picture of a pen, for a legend. */
function swatch(pen, paper) {
  const svg = svgElement('svg', { viewBox: '0 0 34 12', 'aria-hidden': 'true' });
  if (pen.width) {
    const dash = pen.dash ? pen.dash.join(' ') : 'none';
    const stroke = { stroke: pen.colour, 'stroke-width': pen.width, 'stroke-dasharray': dash };
    svg.append(svgElement('path', { d: 'M0 6H34', ...stroke }));
  }
  const sign = { d: pen.sign, fill: pen.colour, stroke: paper, transform: 'translate(12 1)' };
  svg.append(svgElement('path', sign));
  return svg;
}

function svgElement(name, attributes) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function htmlElement(name, className, text) {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

/** A number for people: to so many digits, but whole numbers with all of theirs. */
function format(value, digits = 6, useGrouping = true) {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e9)) {
    return value.toExponential(digits - 1).replace(/\.?0+e/, 'e').replace('e+', 'e');
  }
  const maximumSignificantDigits = Number.isInteger(value) ? 21 : digits;
  return value.toLocaleString('en-US', { maximumSignificantDigits, useGrouping });
}

/** A place on an axis for people: years have all digits and no commas. */
function formatOn(axis, value, digits) {
  return axis.years ? format(value, 6, false) : format(value, digits);
}
