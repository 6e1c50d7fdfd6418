// The worker with our module: makes the log, reads it.

import init, { Log, Reader, split } from './intake_bench.js';
import { serve, timed } from './hand.js';

// As in src/worker/src/watch.rs.
const PAUSE = 50;

const { memory } = await init({ module_or_path: 'intake_bench_bg.wasm' });

serve({
  csv({ rows }) {
    const log = new Log(rows);
    for (let piece = log.nextPiece(); piece.length > 0; piece = log.nextPiece()) self.postMessage(new Blob([piece]));
    return {};
  },

  xlsx({ rows }) {
    return { file: new Blob([new Log(rows).xlsx()]) };
  },

  /** To facts. `reading` is how long it took to the last report of progress; the rest is understanding. */
  async facts({ file }) {
    const reader = new Reader();
    let [reports, last, told] = [0, performance.now(), 0];
    const start = last;
    const tell = (done, rows) => {
      const now = performance.now();
      reports += 1;
      // Without bytes it is a row that is understood.
      if (done !== undefined) last = now;
      if (now - told < PAUSE) return;
      told = now;
      self.postMessage({ done, rows });
    };
    const result = await timed(() => {
      const { rows, used, units, findings } = reader.read(file.name, file, tell);
      return { rows, used, units, findings };
    });
    return { ...result, reports, reading: last - start, memory: memory.buffer.byteLength };
  },

  split({ file }) {
    return timed(() => ({ rows: split(file)[0] - 1 }));
  },
});
