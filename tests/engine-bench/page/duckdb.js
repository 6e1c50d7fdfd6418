// The same work as SQL: the columns lie in tables before the clock starts.

import * as duck from '@duckdb/duckdb-wasm';
import { tableFromArrays } from 'apache-arrow';
import { paceOf } from './state.js';

export async function duckdb(data) {
  const worker = new Worker('duckdb-browser-eh.worker.js');
  const db = new duck.AsyncDuckDB(new duck.VoidLogger(), worker);
  await db.instantiate(new URL('duckdb-eh.wasm', location.href).href);
  const connection = await db.connect();
  const put = (name, table) => connection.insertArrowTable(table, { name });
  await put('activity', tableFromArrays({ unit: data.unit, day: data.day, kind: data.kind, n: data.count }));
  const id = Uint32Array.from(data.unitKind, (_, unit) => unit);
  await put('unit', tableFromArrays({ id, kind: data.unitKind, district: data.district }));
  for (const target of data.spec.targets) {
    await put(`window_${target.id}`, windows(data.spec, target));
    await put(`day_${target.id}`, days(target));
  }
  const run = async () => {
    const counts = {};
    for (const target of data.spec.targets) {
      const rows = (await connection.query(sql(target))).toArray();
      counts[target.id] = Object.fromEntries(rows.map((row) => [row.state, Number(row.n)]));
    }
    return counts;
  };
  const close = async () => { await connection.close(); await db.terminate(); };
  return { run, close };
}

function windows({ asOf }, { k, windows }) {
  return tableFromArrays({
    w: Int32Array.from(windows, (_, window) => window),
    started: Int32Array.from(windows, ([a]) => Number(asOf >= a)),
    over: Int32Array.from(windows, ([, b]) => Number(asOf >= b)),
    pace: Int32Array.from(windows, ([a, b]) => paceOf(k, { a, b }, asOf)),
  });
}

function days({ windows }) {
  const pairs = windows.flatMap(([a, b], window) => Array.from({ length: b - a + 1 }, (_, day) => [a + day, window]));
  const inside = pairs.filter(([day]) => day >= 0);
  return tableFromArrays({
    day: Int32Array.from(inside, ([day]) => day),
    w: Int32Array.from(inside, ([, window]) => window),
  });
}

function sql({ id, k, units, counts, othersPossible, subtree }) {
  const counted = `activity.kind IN (${counts.join(',')})`;
  const whose = subtree ? 'unit.district' : 'unit.id';
  const addressed = subtree ? '' : `WHERE unit.kind IN (${units.join(',')})`;
  return `
    WITH cell AS (
      SELECT ${whose} AS u, d.w AS w,
             SUM(CASE WHEN ${counted} THEN n ELSE 0 END) AS lo,
             SUM(CASE WHEN ${counted} OR ${othersPossible} THEN n ELSE 0 END) AS hi
      FROM activity JOIN day_${id} d USING (day) JOIN unit ON unit.id = activity.unit ${addressed}
      GROUP BY u, d.w)
    SELECT CASE WHEN started = 0 THEN 'not_yet_due'
                WHEN coalesce(lo, 0) >= ${k} THEN 'met'
                WHEN over = 0 AND coalesce(lo, 0) >= pace THEN 'on_track'
                WHEN over = 0 THEN 'at_risk'
                WHEN coalesce(hi, 0) >= ${k} THEN 'uncertain'
                WHEN lo IS NULL THEN 'no_data'
                ELSE 'missed' END AS state, count(*) AS n
    FROM unit CROSS JOIN window_${id} win LEFT JOIN cell ON cell.u = unit.id AND cell.w = win.w
    WHERE unit.kind IN (${units.join(',')}) GROUP BY state`;
}
