// A page that embeds the engine: texts in, verdicts out, nothing sent.
import { load } from '../engine/index.js';
import { PLAN, TABLE, UNITS } from './example.js';
import { byId, day, inWords, make, say, speak, tongue } from './page.js';
import { KINDS, STATES, WORDS } from './words.js';

const PAUSE_MS = 250;
let assessment; // freed when the next one is made
let picked; // the verdict whose reasons are shown
let extra = 0; // activities tried on top; below zero: rows left out

const kindOf = ({ kind }) => inWords(KINDS[kind]);
const stateOf = ({ state }) => inWords(STATES[state].slice(1));
const figures = ({ n_lo, n_hi, threshold }) => say('figures', n_lo === n_hi ? n_lo : `${n_lo}–${n_hi ?? '…'}`, threshold);
const pick = ({ target, unit, period }) => ({ target, unit, period });
const nameOf = ({ unit }) => assessment.units().find(({ id }) => id === unit)?.name ?? unit;
const sameVerdict = (one, other) => ['target', 'unit', 'period'].every((key) => one[key] === other?.[key]);

function judge() {
  const plan = { text: byId('plan').value, name: 'quy-tac.toml' };
  showProblems(engine.lint(plan.text, plan.name));
  assessment?.free();
  assessment = undefined;
  byId('fault').textContent = '';
  try {
    const files = [{ name: 'units.csv', text: byId('units').value }, { name: 'bang.csv', text: byId('table').value }];
    assessment = engine.assess(files, { asOf: byId('day').value, language: tongue.language, plan });
    showMatrix(engine.plan(plan).rules);
  } catch (error) {
    if (error.name !== 'EngineError') throw error;
    byId('fault').textContent = error.code === 'bad_rules' ? say('unsound') : error.message;
    byId('matrix').replaceChildren();
  }
  showWhy();
}

function showProblems(problems) {
  const item = ({ text, weight }) => make('li', {}, make('pre', { textContent: text, data: { weight } }));
  const sound = problems.some(({ weight }) => weight === 'error') ? [] : [make('p', { textContent: say('sound') })];
  byId('lint').replaceChildren(...sound, make('ul', {}, ...problems.map(item)));
}

function showMatrix(rules) {
  const verdicts = assessment.verdicts({ year: assessment.summary().year });
  const named = rules.filter((rule) => verdicts.some(({ target }) => target === rule.id));
  const columns = named.map(({ id, label }) => {
    const periods = new Set(verdicts.filter(({ target }) => target === id).map(({ period }) => period));
    return { id, label: label[tongue.language], periods: [...periods].sort() };
  });
  const top = columns.map(({ label, periods }) => make('th', { colSpan: periods.length, scope: 'colgroup', textContent: label }));
  const heads = columns.flatMap(({ periods }) => periods.map((period) => make('th', { scope: 'col', textContent: period })));
  const row = ({ id, name }) => {
    const cell = (target, period) => {
      const found = verdicts.find((verdict) => sameVerdict(verdict, { target, unit: id, period }));
      return make('td', {}, ...(found ? [button(found)] : []));
    };
    const cells = columns.flatMap((column) => column.periods.map((period) => cell(column.id, period)));
    return make('tr', {}, make('th', { scope: 'row', textContent: name }), ...cells);
  };
  const judged = assessment.units().filter(({ id }) => verdicts.some(({ unit }) => unit === id));
  const unit = make('th', { rowSpan: 2, scope: 'col', textContent: say('unit') });
  const head = make('thead', {}, make('tr', {}, unit, ...top), make('tr', {}, ...heads));
  byId('matrix').replaceChildren(head, make('tbody', {}, ...judged.map(row)));
}

function button(verdict) {
  const state = make('span', { className: 'state', textContent: stateOf(verdict) });
  const small = make('span', { className: 'figures', textContent: figures(verdict) });
  const pressed = String(sameVerdict(verdict, picked));
  const made = make('button', { type: 'button', ariaPressed: pressed, data: { group: STATES[verdict.state][0] } }, state, ' ', small);
  made.addEventListener('click', () => {
    for (const other of document.querySelectorAll('td button')) other.ariaPressed = String(other === made);
    [picked, extra] = [verdict, 0];
    showWhy();
  });
  return made;
}

function showWhy() {
  const verdict = picked && assessment?.verdicts(pick(picked))[0];
  byId('why').hidden = !verdict;
  if (!verdict) return;
  const { change, clauses } = assessment.explain(pick(verdict));
  const heading = `${nameOf(verdict)}, ${verdict.target}, ${verdict.period}: ${stateOf(verdict)}, ${figures(verdict)}`;
  const quotes = clauses.map(({ text }) => make('blockquote', { lang: 'vi', textContent: text }));
  const missing = make('p', { textContent: whatIsMissing(change) });
  const title = make('h3', { textContent: say('trial') });
  byId('why').replaceChildren(make('h2', { textContent: heading }), ...quotes, missing, title, ...trial(verdict, change));
}

function whatIsMissing(change) {
  if (!change?.missing) return '';
  const sentence = say('missing', change.missing, kindOf(change), ...change.within.map(day));
  return change.only_forgotten_rows ? `${sentence} ${say('forgotten')}` : sentence;
}

function trial(verdict, change) {
  const result = make('ul', { className: 'turned' });
  const output = make('output', {});
  const step = (by, name, sign) => {
    const made = make('button', { type: 'button', textContent: sign, ariaLabel: name });
    made.addEventListener('click', () => tryOut(by));
    return made;
  };
  const [fewer, more] = [step(-1, say('fewer'), '−'), step(1, say('more'), '+')];
  const tryOut = (by) => {
    extra += by;
    fewer.disabled = -extra >= verdict.rows.length;
    more.disabled = !change?.kind && extra >= 0;
    output.textContent = extra > 0 ? say('added', extra, kindOf(change)) : extra < 0 ? say('removed', -extra) : say('asIs');
    result.replaceChildren(...consequences(edits(verdict, change)));
  };
  tryOut(0);
  return [make('div', { className: 'stepper', role: 'group', ariaLabel: say('trial') }, fewer, output, more), result];
}

function edits({ unit, rows }, change) {
  if (extra > 0) return [{ add: { unit, kind: change.kind, when: change.within.join('/'), count: extra } }];
  return rows.slice(rows.length + extra).map((row) => ({ remove: { row } }));
}

function consequences(tried) {
  if (!tried.length) return [];
  const { changed, figures_only } = assessment.whatIf(tried);
  const line = ({ before, after }) =>
    `${nameOf(after)}, ${after.target}, ${after.period}: ${stateOf(before)} → ${stateOf(after)}, ${figures(after)}`;
  const lines = changed.length ? changed.map(line) : [say('same')];
  if (figures_only) lines.push(say('figuresOnly', figures_only));
  return lines.map((textContent) => make('li', { textContent }));
}

const engine = await load();
let waiting;
for (const [id, text] of [['plan', PLAN], ['table', TABLE], ['units', UNITS], ['day', byId('day').value]]) {
  byId(id).value = text;
  byId(id).addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(judge, PAUSE_MS);
  });
}
speak(WORDS, judge);
