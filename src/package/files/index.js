// The edition that carries its wasm inside: it asks the network for nothing, so it works under `connect-src 'none'`.
import { start } from './api.js';
UNPACK
export const load = () => start(() => unpack(WASM));
