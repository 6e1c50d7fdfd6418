// A worker for one task: the page's end and the worker's end.

/** Starts a worker; `ready` once it can be asked. */
export function hand(script) {
  const worker = new Worker(script, { type: 'module' });
  const ready = new Promise((resolve, reject) => {
    worker.onmessage = resolve;
    worker.onerror = ({ message }) => reject(new Error(`${script}: ${message}`));
  });
  return { worker, ready };
}

/** Has a worker that is ready do a task; `hear` gets what it says on the way. */
export function put({ worker }, task, hear = () => {}) {
  return new Promise((resolve, reject) => {
    worker.onerror = ({ message }) => reject(new Error(`${task.name}: ${message}`));
    worker.onmessage = ({ data }) => {
      if (data.failure) reject(new Error(`${task.name}: ${data.failure}`));
      else if (data.result) resolve(data.result);
      else hear(data);
    };
    worker.postMessage(task);
  });
}

/** Has a new worker do a task, and ends it. */
export async function ask(script, task, hear) {
  const fresh = hand(script);
  try {
    await fresh.ready;
    return await put(fresh, task, hear);
  } finally {
    fresh.worker.terminate();
  }
}

/** The worker's end: does the task it is asked for by name, and says that it is ready. */
export function serve(tasks) {
  self.onmessage = async ({ data }) => {
    try {
      self.postMessage({ result: await tasks[data.name](data) });
    } catch (error) {
      self.postMessage({ failure: String(error?.stack ?? error) });
    }
  };
  self.postMessage('ready');
}

export async function timed(work) {
  const start = performance.now();
  const result = await work();
  return { milliseconds: performance.now() - start, ...result };
}
