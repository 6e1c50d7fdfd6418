// Each contender gets the same file in a worker of its own. All must count the same rows, or the run stops.

import { ask } from './hand.js';
import { duckdb } from './duckdb.js';
import { cancel, facts } from './watched.js';

// `?rows=100000&runs=1` is a quick look.
const asked = new URLSearchParams(location.search);
const number = (name, otherwise) => Number(asked.get(name) ?? otherwise);
const RUNS = number('runs', 3);
const SIZES = { csv: number('rows', 1_071_000), xlsx: number('sheet', 200_000) };

const peer = (name) => (file) => ask('peers.js', { name, file });
const FACTS = { name: 'ours: file → facts', run: facts };
const PLAIN = { name: 'plain read, nothing parsed', run: peer('plain') };
const CONTENDERS = {
  csv: [
    FACTS,
    { name: 'csv-core (wasm), fields only', run: (file) => ask('ours.js', { name: 'split', file }) },
    { name: 'PapaParse, fields only', run: peer('papaparse') },
    { name: 'DuckDB-wasm, read_csv as text', run: duckdb },
    PLAIN,
  ],
  xlsx: [FACTS, { name: 'SheetJS, read (dense) and rows as lists', run: peer('sheetjs') }, PLAIN],
};

function say(words) {
  document.getElementById('now').textContent = words;
}

async function made(kind, rows) {
  const pieces = [];
  const { file } = await ask('ours.js', { name: kind, rows }, (piece) => pieces.push(piece));
  return new File(file ? [file] : pieces, `nhat-ky.${kind}`);
}

const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];

/** The median of each figure over the runs. */
function medians(runs) {
  return Object.fromEntries(Object.keys(runs[0]).map((name) => [name, median(runs.map((run) => run[name]))]));
}

async function compare(kind) {
  const rows = SIZES[kind];
  say(`${kind}: ${rows} rows are made`);
  const file = await made(kind, rows);
  const results = CONTENDERS[kind].map(() => []);
  for (let run = 0; run < RUNS; run += 1) {
    for (const [place, contender] of CONTENDERS[kind].entries()) {
      say(`${kind}: ${contender.name}, run ${run + 1} of ${RUNS}`);
      const result = await contender.run(file);
      for (const counted of [result.rows, result.used]) {
        if (counted !== undefined && counted !== rows) throw new Error(`${contender.name}: ${counted} of ${rows} rows`);
      }
      results[place].push(result);
    }
  }
  const lines = results.map((runs, place) => ({ contender: CONTENDERS[kind][place].name, ...medians(runs) }));
  const worst = (name) => Math.max(...results[0].map((run) => run[name]));
  say(`${kind}: cancel`);
  const stopped = await cancel(file, lines[0].milliseconds);
  return { kind, rows, bytes: file.size, lines, blocked: worst('blocked'), wait: worst('wait'), ...stopped };
}

try {
  const results = [];
  for (const kind of Object.keys(CONTENDERS)) {
    if (SIZES[kind] > 0) results.push(await compare(kind));
  }
  window.results = results;
  document.title = 'done';
} catch (error) {
  window.failure = String(error?.stack ?? error);
  document.title = 'failed';
}
