// The form's looks: draws a field for every count that the plan asks for, and every verdict with its reason. It knows
// nothing of how verdicts come about; that is ten-lines.js.
import { FORM_WORDS } from './form-words.js';
import { byId, day, inWords, make, say, speak, tongue } from './page.js';
import { STATES } from './words.js';

export const form = byId('form');

/** What was entered. A field left blank says nothing. */
export const numbers = () =>
  fields().filter(({ value }) => value).map(({ id, value, dataset: { when, kind } }) => ({ name: `${id}.csv`, when, kind, count: value }));

/** Offers the kinds of unit that the plan counts something for, and judges for the first time. */
export function begin(given) {
  plan = given;
  speak(FORM_WORDS, () => {
    const chosen = form.kind.value || 'commune';
    form.kind.replaceChildren(...kinds().map((kind) => make('option', { value: kind, textContent: inLanguage(plan.unit_kinds[kind]) })));
    form.kind.value = chosen;
    byId('counts').replaceChildren(...groups(fields().map(({ dataset }) => ({ ...dataset }))));
    judge();
  });
}

/** Shows what is judged in the year of the as-of day; `explain` says why. */
export function show(verdicts, explain) {
  const year = form.asOf.value.slice(0, 4);
  const inYear = ({ window }) => window && window[0].slice(0, 4) <= year && window[1].slice(0, 4) >= year;
  const rules = counting().map((rule) => ({ rule, verdicts: verdicts.filter((one) => one.target === rule.id && inYear(one)) }));
  const shown = rules.filter(({ verdicts }) => verdicts.length);
  if (drawFields(shown)) return judge();
  const reasons = ({ rule, verdicts }) => section(rule, verdicts, explain);
  byId('verdicts').replaceChildren(...shown.map(reasons));
  byId('summary').replaceChildren(...summary(shown.flatMap(({ verdicts }) => verdicts)));
}

let plan;
const kept = new Map(); // what was entered in fields that another choice has taken away

const judge = () => form.dispatchEvent(new Event('input'));
const inLanguage = (label) => label[tongue.language];
const fields = () => [...form.querySelectorAll('#counts input')];
const counting = () => plan.rules.filter(({ judged, counts }) => judged && counts.length);
const kinds = () => Object.keys(plan.unit_kinds).filter((kind) => counting().some((rule) => rule.kinds.includes(kind)));
const keyOf = ({ kind, when }) => `${kind} ${when}`;

/** Draws the fields that are asked for, unless they stand there; true if one of them holds what was entered before. */
function drawFields(shown) {
  const all = shown.flatMap(({ rule, verdicts }) =>
    rule.counts.flatMap((kind) => verdicts.map(({ period, window }) => ({ kind, period, when: window.join('/') }))));
  const wanted = [...new Map(all.map((field) => [keyOf(field), field])).values()];
  const present = fields().map(({ dataset }) => keyOf(dataset));
  if (wanted.map(keyOf).join() === present.join()) return false;
  byId('counts').replaceChildren(...groups(wanted));
  return fields().some(({ value }) => value);
}

/** A group of fields for each kind of activity. */
function groups(wanted) {
  const group = (kind) => {
    const name = inLanguage(plan.activity_kinds[kind]);
    const rows = wanted.filter((field) => field.kind === kind).map((field) => row(field, name));
    return make('fieldset', {}, make('legend', { textContent: name }), ...rows);
  };
  return [...new Set(wanted.map(({ kind }) => kind))].map(group);
}

function row({ kind, period, when }, name) {
  const id = `${kind}-${period}`;
  const spoken = `${name}, ${periodName(period, when.split('/'))}`;
  const input = make('input', {
    id, type: 'number', min: 0, max: 9999, step: 1, placeholder: '?', value: kept.get(id) ?? '', data: { kind, period, when },
  });
  input.inputMode = 'numeric';
  input.ariaLabel = spoken;
  input.addEventListener('input', () => kept.set(id, input.value));
  const label = make('label', { htmlFor: id, textContent: periodName(period, when.split('/')) });
  const step = (by, key, sign) => stepButton(input, by, say(key, spoken), sign);
  return make('div', { className: 'count' }, label, step(-1, 'fewer', '−'), input, step(1, 'more', '+'));
}

/** One more or one fewer; one fewer than zero is unknown again. */
function stepButton(input, by, name, sign) {
  const made = make('button', { type: 'button', textContent: sign, ariaLabel: name });
  made.addEventListener('click', () => {
    const count = Math.trunc(Number(input.value)) + by;
    input.value = count < 0 ? '' : Math.min(count, Number(input.max));
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  return made;
}

/** A rule: its words, the words of the plan, and a verdict for each period. */
function section(rule, verdicts, explain) {
  const { target, unit, period } = verdicts[0];
  const quotes = explain({ target, unit, period }).clauses.slice(0, 1);
  const quote = ({ id, fragment, text }) => make('blockquote', { lang: 'vi', title: id, textContent: fragment || text });
  const list = make('ul', {}, ...verdicts.map((verdict) => line(verdict, explain)));
  return make('section', { className: 'rule' }, make('h3', { textContent: inLanguage(rule.label) }), ...quotes.map(quote), list);
}

function line(verdict, explain) {
  const { target, unit, period, window, state, n_lo, n_hi, threshold, required_now, deadline } = verdict;
  const change = explain({ target, unit, period }).change;
  const missing = change?.missing ?? Math.max(threshold - n_lo, 0);
  const figures = { have: n_lo, most: n_hi ?? '…', need: threshold, missing, pace: required_now, first: day(window[0]), last: day(deadline) };
  const head = make('p', { className: 'head-line' }, mark(state), make('span', { className: 'period', textContent: periodName(period, window) }));
  return make('li', { data: { group: STATES[state][0], state } }, head, make('p', { className: 'why', textContent: say(state, figures) }));
}

/** Shape and word of a state, so that colour is never alone. */
function mark(state) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  svg.setAttribute('class', 'shape');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', `#shape-${SHAPES[state]}`);
  svg.append(use);
  return make('span', { className: 'mark', data: { group: STATES[state][0] } }, svg, inWords(STATES[state].slice(1)));
}

const SHAPES = {
  met: 'tick', on_track: 'half', at_risk: 'half-open', missed: 'cross', late: 'clock', no_data: 'question', uncertain: 'question',
  not_yet_due: 'dash', not_applicable: 'dash',
};

/** How many verdicts are in each state, for eyes and for screen readers. */
function summary(verdicts) {
  const counts = new Map();
  for (const { state } of verdicts) counts.set(state, (counts.get(state) ?? 0) + 1);
  return Object.keys(STATES).filter((state) => counts.has(state)).map((state) => make('li', {}, mark(state), ` ${counts.get(state)}`));
}

const PERIODS = [
  [/^(\d{4})$/, 'year'], [/^(\d{4})-Q([1-4])$/, 'quarter'], [/^(\d{4})-H([12])$/, 'half'], [/^(\d{4})-(\d{2})$/, 'month'],
];

/** A period in words; one of the plan's own by its days. */
function periodName(period, [from, to]) {
  for (const [pattern, key] of PERIODS) {
    const found = pattern.exec(period);
    if (found) return say(key, ...found.slice(1));
  }
  return say('days', day(from), day(to));
}

byId('copy').addEventListener('click', async () => {
  await navigator.clipboard.writeText(byId('script').textContent);
  byId('copied').textContent = say('copied');
});
