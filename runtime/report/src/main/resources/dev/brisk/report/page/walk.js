'use strict';

/** A walk by keyboard along the points of tracks. */
class Walk {
  constructor() {
    this.track = 0;
    this.index = -1;
  }

  /** Where it is, as `{track, point, distance}`. */
  at(all) {
    const track = all[this.track];
    return { track, point: track.points[this.index], distance: 0 };
  }

  /** Goes where a key points to; false if that is no key of a walk. */
  go(key, all) {
    this.track = Math.min(this.track, all.length - 1);
    const { points } = all[this.track];
    const page = Math.max(1, Math.round(points.length / 10));
    const along = {
      ArrowLeft: -1,
      ArrowRight: 1,
      PageUp: -page,
      PageDown: page,
      Home: -points.length,
      End: points.length,
    }[key];
    const across = { ArrowUp: -1, ArrowDown: 1 }[key];
    if (along) {
      this.index = clamp(this.index + along, points.length);
    } else if (across) {
      const { x } = points[clamp(this.index, points.length)];
      this.track = clamp(this.track + across, all.length);
      this.index = nearestAlong(all[this.track], x);
    }
    return Boolean(along || across);
  }
}

/** The nearest of the indices below a length. */
function clamp(index, length) {
  return Math.min(Math.max(index, 0), length - 1);
}
