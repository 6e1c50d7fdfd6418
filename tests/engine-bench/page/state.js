// The state of a unit in a window, as rules/README.md defines it for exact dates and done rows.

export const paceOf = (k, { a, b }, asOf) => Math.floor((4 * k * (asOf - a + 1) + (b - a + 1)) / (4 * (b - a + 1)));

export function stateOf({ k, lo, hi, seen, started, over, pace }) {
  if (!started) return 'not_yet_due';
  if (lo >= k) return 'met';
  if (!over) return lo >= pace ? 'on_track' : 'at_risk';
  if (hi >= k) return 'uncertain';
  return seen === 0 ? 'no_data' : 'missed';
}
