// The edition without wasm inside, for those who serve `engine.wasm` themselves.
import { start } from './api.js';

export const load = (wasm) => start(() => wasm);
