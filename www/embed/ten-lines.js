import { load } from '../engine/index.js';
import { begin, form, numbers, show } from './form.js';

const engine = await load();
form.addEventListener('input', () => {
  if (!form.checkValidity()) return;
  const units = { name: 'units.csv', text: `id,name,kind\nme,me,${form.kind.value}\n` };
  // Each count is a table of its own, so that it says nothing about the fields left blank.
  const table = ({ name, when, kind, count }) => ({ name, text: `unit,when,kind,count\nme,${when},${kind},${count}\n` });
  const assessment = engine.assess([units, ...numbers().map(table)], { asOf: form.asOf.value, units: { me: 'me' } });
  show(assessment.verdicts({ unit: 'me' }), (question) => assessment.explain(question));
  assessment.free();
});
begin(engine.plan());
