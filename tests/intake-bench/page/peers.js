// The worker with the peers.

import Papa from 'papaparse';
import { read, utils } from 'xlsx';
import { serve, timed } from './hand.js';

const BLOCK = 1 << 20;

serve({
  /** The same bytes through the same door in the same blocks, one byte of each looked at. */
  plain({ file }) {
    return timed(() => {
      const reader = new FileReaderSync();
      let sum = 0;
      for (let at = 0; at < file.size; at += BLOCK) {
        sum += new Uint8Array(reader.readAsArrayBuffer(file.slice(at, at + BLOCK)))[0];
      }
      return { sum };
    });
  },

  /** Fields only; rows are counted chunk by chunk and dropped. */
  papaparse({ file }) {
    return timed(() => new Promise((resolve, reject) => {
      let rows = -1;
      Papa.parse(file, {
        skipEmptyLines: true,
        chunk: ({ data }) => { rows += data.length; },
        complete: () => resolve({ rows }),
        error: reject,
      });
    }));
  },

  /** `reading` is the workbook alone, without its rows as lists. */
  sheetjs({ file }) {
    return timed(() => {
      const start = performance.now();
      const book = read(new FileReaderSync().readAsArrayBuffer(file), { dense: true });
      const reading = performance.now() - start;
      const rows = utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1 });
      return { rows: rows.length - 1, reading };
    });
  },
});
