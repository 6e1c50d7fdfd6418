// json-rules-engine is asked once for each verdict; adding up the rows is done for it by typed arrays.

import { Engine } from 'json-rules-engine';
import { eachVerdict } from './typed-arrays.js';

const is = (fact, operator, value) => ({ fact, operator, value });
const RULES = [
  ['not_yet_due', [is('started', 'equal', false)]],
  ['met', [is('started', 'equal', true), is('lack', 'lessThanInclusive', 0)]],
  ['on_track', [is('started', 'equal', true), is('lack', 'greaterThan', 0), is('over', 'equal', false), is('behind', 'lessThanInclusive', 0)]],
  ['at_risk', [is('started', 'equal', true), is('lack', 'greaterThan', 0), is('over', 'equal', false), is('behind', 'greaterThan', 0)]],
  ['uncertain', [is('lack', 'greaterThan', 0), is('over', 'equal', true), is('short', 'lessThanInclusive', 0)]],
  ['no_data', [is('over', 'equal', true), is('short', 'greaterThan', 0), is('seen', 'equal', 0)]],
  ['missed', [is('over', 'equal', true), is('short', 'greaterThan', 0), is('seen', 'greaterThan', 0)]],
];

export async function jsonRules(data, share) {
  const engine = new Engine();
  for (const [type, all] of RULES) engine.addRule({ conditions: { all }, event: { type } });
  const run = async () => {
    const counts = {};
    for (const target of data.spec.targets) {
      const figures = [];
      eachVerdict(data, target, share, (one) => figures.push(one));
      const states = (counts[target.id] = {});
      for (const { k, lo, hi, seen, started, over, pace } of figures) {
        const { events } = await engine.run({ started, over, seen, lack: k - lo, short: k - hi, behind: pace - lo });
        states[events[0].type] = (states[events[0].type] ?? 0) + 1;
      }
    }
    return counts;
  };
  return { run };
}
