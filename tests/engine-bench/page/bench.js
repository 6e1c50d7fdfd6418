// Each contender does the same work on the same columns: from rows to the state of every unit in every window of every
// count target. The number of verdicts in each state must be equal, or the run stops.

import init, { World } from './engine_bench.js';
import { typedArrays } from './typed-arrays.js';
import { duckdb } from './duckdb.js';
import { jsonRules } from './json-rules.js';
import { zen } from './zen.js';

const SIZES = [
  { rows: 1_000_000, units: 1_500 },
  { rows: 1_000_000, units: 100_000 },
  { rows: 5_000_000, units: 100_000 },
];
// `?rows=100000&units=1500` runs one size only.
const asked = new URLSearchParams(location.search);
const sizes = asked.has('rows') ? [{ rows: Number(asked.get('rows')), units: Number(asked.get('units')) }] : SIZES;
// Engines that are asked once for each verdict get every n-th unit where the whole would take minutes; the time is
// scaled, and the table says so.
const SLOW_SHARE = { 1_500: 1, 100_000: 50 };
const RUNS = 5;

const median = (times) => [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)];

function say(words) {
  document.getElementById('now').textContent = words;
}

async function timed(runs, work) {
  const times = [];
  let result;
  for (let run = 0; run < runs; run += 1) {
    await new Promise((resolve) => setTimeout(resolve));
    const start = performance.now();
    result = await work();
    times.push(performance.now() - start);
  }
  return { milliseconds: median(times), result };
}

function sameCounts(name, expected, counts) {
  const sorted = (object) => JSON.stringify(Object.entries(object).filter(([, count]) => count > 0).sort());
  for (const [target, states] of Object.entries(expected)) {
    if (sorted(states) !== sorted(counts[target] ?? {})) {
      throw new Error(`${name} differs in ${target}: ${sorted(states)} ours, ${sorted(counts[target] ?? {})} theirs`);
    }
  }
}

async function compare({ rows, units }) {
  say(`${rows} rows, ${units} units`);
  const world = new World(rows, units);
  const data = {
    spec: JSON.parse(world.spec()),
    unit: world.unit(), day: world.day(), kind: world.kind(), count: world.count(),
    unitKind: world.unit_kind(), district: world.district(),
  };
  const lines = [];
  const ours = await timed(RUNS, () => JSON.parse(world.judge()));
  const add = (name, { milliseconds }, scaled) => lines.push({ name, milliseconds, scaled });
  add('this engine', ours);
  for (const [name, contender] of [['typed arrays (JavaScript)', typedArrays], ['DuckDB-wasm (SQL)', duckdb]]) {
    say(`${name}: ${rows} rows, ${units} units`);
    const { run, close } = await contender(data);
    const theirs = await timed(RUNS, run);
    sameCounts(name, ours.result, theirs.result);
    add(name, theirs);
    await close?.();
  }
  const share = SLOW_SHARE[units] ?? 1;
  for (const [name, contender] of [['zen-engine (an expression for each verdict)', zen], ['json-rules-engine', jsonRules]]) {
    if (rows > 1_000_000) continue;
    say(`${name}: ${rows} rows, ${units} units`);
    const { run } = await contender(data, share);
    const theirs = await timed(1, run);
    sameCounts(name, typedArrays(data, share).run(), theirs.result);
    add(name, { milliseconds: theirs.milliseconds * share }, share);
  }
  const readings = (await timed(1, () => world.readings())).milliseconds;
  const edit = (await timed(RUNS, () => world.edit())).milliseconds;
  const bytesPerRow = world.row_bytes();
  world.free();
  return { rows, units, verdicts: total(ours.result), lines, readings, edit, bytesPerRow };
}

function total(counts) {
  return Object.values(counts).flatMap((states) => Object.values(states)).reduce((sum, count) => sum + count, 0);
}

try {
  await init({ module_or_path: fetch('engine_bench_bg.wasm') });
  const results = [];
  for (const size of sizes) results.push(await compare(size));
  window.results = results;
  document.title = 'done';
} catch (error) {
  window.failure = String(error?.stack ?? error);
  document.title = 'failed';
}
