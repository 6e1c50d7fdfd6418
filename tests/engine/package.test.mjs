// The package in Node: `cargo xtask test` runs it where there is a Node, on the package it has just built.
import test from 'node:test';
import { checks, run } from './checks.mjs';

const dist = new URL('../../dist/', import.meta.url);
const { load } = await import(new URL('engine/index.js', dist));
const example = await import(new URL('embed/example.js', dist));
const engine = await load();

for (const name of Object.keys(checks)) {
  test(name, () => run(name, engine, example));
}
