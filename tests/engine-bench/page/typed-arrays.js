// What a good JavaScript programmer would write by hand: one pass a target over typed arrays, then one over the cells.

import { paceOf, stateOf } from './state.js';

export function typedArrays(data, share = 1) {
  const run = () => Object.fromEntries(data.spec.targets.map((target) => [target.id, states(data, target, share)]));
  return { run };
}

/** Calls `visit` with the figures of every unit and window of the target; `share` takes every n-th unit. */
export function eachVerdict(data, target, share, visit) {
  const { lo, hi, seen } = cells(data, target);
  const width = target.windows.length;
  const asOf = data.spec.asOf;
  const windows = target.windows.map(([a, b]) => ({
    started: asOf >= a, over: asOf >= b, pace: paceOf(target.k, { a, b }, asOf),
  }));
  for (let unit = 0; unit < data.unitKind.length; unit += share) {
    if (!target.units.includes(data.unitKind[unit])) continue;
    for (let window = 0; window < width; window += 1) {
      const cell = unit * width + window;
      visit({ k: target.k, lo: lo[cell], hi: hi[cell], seen: seen[cell], ...windows[window] });
    }
  }
}

function states(data, target, share) {
  const counts = {};
  eachVerdict(data, target, share, (figures) => {
    const state = stateOf(figures);
    counts[state] = (counts[state] ?? 0) + 1;
  });
  return counts;
}

function cells(data, target) {
  const width = target.windows.length;
  const size = data.unitKind.length * width;
  const [lo, hi, seen] = [new Uint32Array(size), new Uint32Array(size), new Uint8Array(size)];
  const windowOf = windowOfDay(data.spec.days, target.windows);
  const counted = new Uint8Array(256);
  for (const kind of target.counts) counted[kind] = 1;
  const { unit, day, kind, count, district } = data;
  for (let row = 0; row < unit.length; row += 1) {
    const window = windowOf[day[row]];
    if (window < 0) continue;
    const cell = (target.subtree ? district[unit[row]] : unit[row]) * width + window;
    seen[cell] = 1;
    if (counted[kind[row]]) {
      lo[cell] += count[row];
      hi[cell] += count[row];
    } else if (target.othersPossible) {
      hi[cell] += count[row];
    }
  }
  return { lo, hi, seen };
}

function windowOfDay(days, windows) {
  const of = new Int16Array(days).fill(-1);
  windows.forEach(([a, b], window) => of.fill(window, Math.max(a, 0), Math.min(b + 1, days)));
  return of;
}
