import type { Engine } from './index.js';

export type * from './index.js';

/**
 * Starts the engine from its wasm, which you bring: the response to a request for `engine.wasm`, its bytes, or a compiled
 * module. Later calls give the same engine.
 *
 * @throws whatever the browser or Node throws if this is not the engine's wasm.
 * @example In a page: `const engine = await load(fetch('engine.wasm'));`
 * @example In Node: `const engine = await load(readFile(new URL('engine.wasm', import.meta.url)));`
 */
export function load(
  wasm: Wasm | Promise<Wasm>,
): Promise<Engine>;

/** The engine's wasm in any form that can be had. */
export type Wasm = BufferSource | Response | WebAssembly.Module;
