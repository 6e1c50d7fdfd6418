// What both editions share: the engine is started once, whoever asks for it and however often.
import init, * as wasm from './glue.js';

let engine;

/** Starts the engine from what `source()` gives. After a failure it may be tried again. */
export function start(source) {
  engine ??= run(source).catch((error) => {
    engine = undefined;
    throw error;
  });
  return engine;
}

async function run(source) {
  await init({ module_or_path: await source() });
  const { lint, plan, assess } = wasm;
  return Object.freeze({ version: wasm.version(), lint, plan, assess });
}
