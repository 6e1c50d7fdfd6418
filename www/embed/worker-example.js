// The engine in a Web Worker of your own, so that a long reading does not hold the page up. The engine listens to no
// messages by itself: what is said here is yours. Not used by the example page, which has little to read.
import { load } from '../engine/index.js';

const loading = load();

onmessage = async ({ data: { files, options, filter } }) => {
  const engine = await loading;
  const assessment = engine.assess(files, options);
  postMessage(assessment.verdicts(filter));
  assessment.free();
};
