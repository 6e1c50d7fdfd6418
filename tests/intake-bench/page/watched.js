// What a visitor notices while a file is read: is the page blocked, does progress come, does cancel work.

import { hand, put } from './hand.js';

const TICK = 10;
const CANCEL_AFTER = 0.3;

/** Reads to facts, and measures the longest gap of a timer on the page and the longest wait for news of progress. */
export async function facts(file) {
  const fresh = hand('ours.js');
  await fresh.ready;
  const [ticks, news] = [new Gaps(), new Gaps()];
  const timer = setInterval(() => ticks.mark(), TICK);
  try {
    const result = await put(fresh, { name: 'facts', file }, () => news.mark());
    news.mark();
    return { ...result, blocked: ticks.longest, wait: news.longest };
  } finally {
    clearInterval(timer);
    fresh.worker.terminate();
  }
}

/** Stops a reading at about a third of its time, as the page does, and starts the worker that takes its place. */
export async function cancel(file, milliseconds) {
  const { worker, ready } = hand('ours.js');
  await ready;
  worker.postMessage({ name: 'facts', file });
  await new Promise((resolve) => setTimeout(resolve, milliseconds * CANCEL_AFTER));
  const start = performance.now();
  worker.terminate();
  const next = hand('ours.js');
  await new Promise((resolve) => setTimeout(resolve));
  const free = performance.now() - start;
  await next.ready;
  const again = performance.now() - start;
  next.worker.terminate();
  return { free, again };
}

class Gaps {
  constructor() {
    this.last = performance.now();
    this.longest = 0;
  }

  mark() {
    const now = performance.now();
    this.longest = Math.max(this.longest, now - this.last);
    this.last = now;
  }
}
