// The calendar of 1,000, 10,000 and 100,000 units over a year, with and without limits to what trainers can do in a day;
// then its network by the flow and by a linear programme, which must come to the same cost.

import init, { World } from './calendar_bench.js';

const RUNS = 3;
const SIZES = [1_000, 10_000, 100_000];
const PROGRAMMES = [[40, 4], [200, 10], [400, 20]];

const say = (words) => { document.getElementById('now').textContent = words; };
const breath = () => new Promise((resolve) => setTimeout(resolve));

function capacities(units) {
  return [
    { label: 'no limit' },
    { label: '8 a place', place: 8 },
    { label: '5 a place', place: 5 },
    { label: `${units / 100} a day`, day: units / 100 },
  ];
}

async function planned(units, { label, place, day }) {
  const world = new World(units, Math.max(40, units / 100), place, day);
  const times = [];
  let outcome, longest;
  for (let run = 0; run < RUNS; run += 1) {
    await breath();
    let last = performance.now();
    longest = 0;
    const start = last;
    outcome = world.plan(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      return true;
    });
    times.push(performance.now() - start);
  }
  const { items, short, best } = outcome;
  return { units, label, items, short, best, milliseconds: Math.min(...times), longest, stop: stopped(world) };
}

// From the word that half is done to the call's return.
function stopped(world) {
  let asked;
  const outcome = world.plan((done, of) => {
    if (done * 2 < of) return true;
    asked ??= performance.now();
    return false;
  });
  if (outcome) throw new Error('breaking off had no effect');
  return performance.now() - asked;
}

async function compared(units, places) {
  const world = new World(units, places, 3, undefined);
  await breath();
  let start = performance.now();
  const cost = world.flow();
  const flow = performance.now() - start;
  start = performance.now();
  const same = world.programme();
  const programme = performance.now() - start;
  if (Math.abs(cost - same) > 0.5) throw new Error(`${units} units: the flow costs ${cost}, the programme ${same}`);
  return { units, arcs: world.arcs(), cost, flow, programme };
}

async function main() {
  await init({ module_or_path: fetch('calendar_bench_bg.wasm') });
  const plans = [];
  for (const units of SIZES) {
    for (const capacity of capacities(units)) {
      say(`${units} units, ${capacity.label}`);
      plans.push(await planned(units, capacity));
    }
  }
  const programmes = [];
  for (const [units, places] of PROGRAMMES) {
    say(`${units} units by a linear programme`);
    programmes.push(await compared(units, places));
  }
  window.results = [{ plans, programmes }];
  document.title = 'done';
}

main().catch((error) => {
  window.failure = `${error.stack ?? error}`;
  document.title = 'failed';
});
