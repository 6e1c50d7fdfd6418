// The edition without wasm inside, in a process of its own: an engine is started only once in each.
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { checks, run } from './checks.mjs';

const dist = new URL('../../dist/', import.meta.url);
const { load } = await import(new URL('engine/plain.js', dist));
const example = await import(new URL('embed/example.js', dist));

test('what is no wasm is refused, and the engine can be started all the same', async () => {
  const refused = await load(new Uint8Array([1, 2, 3])).catch((error) => error);
  if (!(refused instanceof WebAssembly.CompileError)) throw new Error(`not refused: ${refused}`);
  const engine = await load(readFile(new URL('engine/engine.wasm', dist)));
  for (const name of Object.keys(checks)) run(name, engine, example);
});
