// What the package `dist/engine/` promises. The same list runs in Node (package.test.mjs) and in Chromium
// (tests/browser/tests/package/), so it needs nothing but the engine and the texts of the example page.

export const checks = {
  'a table gives verdicts by the id of the unit': ({ assess }) => {
    const verdicts = assess().verdicts({ unit: 'hoa-binh', year: 2026 });
    const states = verdicts.map(({ target, period, state }) => `${target} ${period} ${state}`);
    same(states, ['T1 2026 met', 'T5 2026-Q1 met', 'T5 2026-Q2 missed', 'T5 2026-Q3 missed', 'T5 2026-Q4 on_track']);
  },

  'a unit that reported nothing has no data, it is not missed': ({ assess }) => {
    const past = assess().verdicts({ unit: 'dong-son' }).filter(({ deadline }) => deadline <= '2026-10-15');
    same([...new Set(past.map(({ state }) => state))], ['no_data']);
  },

  'bytes say the same as text': ({ engine, example, options, assess }) => {
    const encoder = new TextEncoder();
    const file = (name, text) => ({ name, bytes: encoder.encode(text) });
    const files = [file('units.csv', example.UNITS), file('bang.csv', example.TABLE)];
    same(engine.assess(files, options).document(), assess().document());
  },

  'the tables as understood give the same verdicts again': ({ engine, options, assess }) => {
    const first = assess();
    const inputs = first.tables().filter(({ name }) => name !== 'columns.csv');
    const states = (assessment) => assessment.verdicts().map(({ target, unit, period, state }) => [target, unit, period, state]);
    same(states(engine.assess(inputs, options)), states(first));
  },

  'the document is the saved form, plain data with units by id': ({ assess }) => {
    const document = assess().document();
    same(document.format, 'assessment/1');
    same(JSON.parse(JSON.stringify(document)), document);
    same(document.units.map(({ id }) => id), ['hoa-binh', 'tan-lap', 'an-phu', 'dong-son']);
    same(document.verdicts.filter(({ unit }) => !['*', ...document.units.map(({ id }) => id)].includes(unit)), []);
  },

  'an explanation quotes the clause, names the rows and says what is missing': ({ assess }) => {
    const why = assess().explain({ target: 'T5', unit: 'hoa-binh', period: '2026-Q2' });
    same(why.clauses.map(({ fragment }) => fragment), ['mỗi quý có ít nhất 04 tin, bài']);
    same(why.rows.filter(({ outcome }) => outcome === 'counted').map(({ file, row }) => [file, row]), [['bang.csv', 5]]);
    same([why.change.missing, why.change.kind, why.change.within], [2, 'news', ['2026-04-01', '2026-06-30']]);
  },

  'edits turn verdicts and leave the assessment as it is': ({ assess }) => {
    const assessment = assess();
    const before = assessment.document();
    const add = { add: { unit: 'hoa-binh', kind: 'news', when: '2026-06-30', count: 2 } };
    const turns = (edits) =>
      assessment.whatIf(edits).changed.map(({ before, after }) => [after.target, after.period, before.state, after.state]);
    same(turns([add]), [['T5', '2026-Q2', 'missed', 'met']]);
    const { rows } = assessment.verdicts({ target: 'T5', unit: 'hoa-binh', period: '2026-Q1' })[0];
    same(turns([{ remove: { row: rows[0] } }]), [['T5', '2026-Q1', 'met', 'missed']]);
    same(turns([{ move: { row: rows[0], to: '2026-Q2' } }]).length, 2);
    same(turns([]), []);
    same(assessment.document(), before);
  },

  'a programme reaches every unit of its kind': ({ assess }) => {
    const programme = { kinds: ['commune'], kind: 'news', every: 'month', days: '2026-Q3', count: 2 };
    const { changed, turned } = assess().whatIf([{ programme }]);
    same(changed.map(({ after }) => [after.unit, after.period, after.state]), [
      ['dong-son', '2026-Q3', 'met'],
      ['hoa-binh', '2026-Q3', 'met'],
    ]);
    same(turned.map(({ target, from, to, count }) => [target, from, to, count]), [
      ['T5', 'missed', 'met', 1],
      ['T5', 'no_data', 'met', 1],
    ]);
  },

  'the agenda closes what is open, on days that are left': ({ assess }) => {
    const { items } = assess().agenda({ unit: 'an-phu' });
    same(items.some(({ closes }) => closes.some(({ target, period }) => target === 'T5' && period === '2026-Q4')), true);
    same(items.filter(({ date, unit }) => date <= '2026-10-15' || unit !== 'an-phu'), []);
  },

  'each reading says how many verdicts its options would turn': ({ engine, example }) => {
    const files = [{ name: 'units.csv', text: example.UNITS }, { name: 'bang.csv', text: example.TABLE }];
    const { readings, verdicts } = engine.assess(files, { asOf: '2026-10-15' }).readings();
    same(readings.length >= 38 && verdicts > 0, true);
    const inForce = readings.map(({ options, in_force }) => options.find(({ id }) => id === in_force).changes);
    same([...new Set(inForce)], [0]);
    same(readings.some(({ options }) => options.some(({ changes }) => changes > 0)), true);
  },

  'a chosen reading is in force': ({ engine, example }) => {
    const [reading] = engine.assess([], { asOf: '2026-10-15' }).readings().readings;
    const other = reading.options.find(({ id }) => id !== reading.in_force).id;
    const files = [{ name: 'bang.csv', text: example.TABLE }];
    const chosen = engine.assess(files, { asOf: '2026-10-15', readings: { [reading.id]: other } });
    same(chosen.document().readings[reading.id], other);
  },

  'messages come in the language asked for': ({ engine, example, options }) => {
    const message = (language) =>
      engine.assess([{ name: 'bang.csv', text: example.TABLE }], { ...options, language }).document().findings[0].message;
    same(message('vi') === message('en'), false);
    same(message('vi'), message(undefined));
  },

  'sound rules have no problems, broken ones are told with line, column and text': ({ engine, example }) => {
    same(engine.lint(example.PLAN), []);
    const [problem] = engine.lint(example.PLAN.replace('window = "year"', 'window = "yaer"'), 'mine.toml');
    same(problem.text.startsWith(`mine.toml:${problem.line}:${problem.column}: `), true);
    same(example.PLAN.split('\n')[problem.line - 1], 'window = "year"');
    same(engine.lint('not a rule file').length > 0, true);
  },

  'a shipped plan and an own one can be looked at': ({ engine, example }) => {
    same(engine.plan().id, 'kien-giang-2030');
    same(engine.plan('kien-giang-2030'), engine.plan());
    const own = engine.plan({ text: example.PLAN });
    same(own.rules.map(({ id, judged, counts }) => [id, judged, counts]), [['T1', true, ['event']], ['T5', true, ['news']]]);
    same(own.activity_kinds.news, { vi: 'tin, bài', en: 'news item' });
    same(Object.keys(own.unit_kinds), ['commune']);
  },

  'every wrong argument throws an error with its code, and nothing breaks': ({ engine, example, options, assess }) => {
    const assessment = assess();
    const table = { name: 'bang.csv', text: example.TABLE };
    const loop = {};
    loop.loop = loop;
    const wrong = [
      ['no_table', () => engine.assess([{ name: 'empty.csv', text: '' }], options)],
      ['bad_input', () => engine.assess('bang.csv', options)],
      ['bad_input', () => engine.assess([{ name: 'bang.csv' }], options)],
      ['bad_input', () => engine.assess([table])],
      ['bad_input', () => engine.assess([table], { ...options, asOf: '15/10/2026' })],
      ['bad_input', () => engine.assess([table], { ...options, readngs: {} })],
      ['bad_input', () => engine.assess([table], { ...options, plan: 7 })],
      ['bad_rules', () => engine.assess([table], { ...options, plan: 'atlantis' })],
      ['bad_rules', () => engine.assess([table], { ...options, plan: { text: 'x = 1' } })],
      ['bad_rules', () => engine.assess([table], { asOf: '2026-10-15', readings: { nonsense: 'x' } })],
      ['bad_rules', () => engine.plan('atlantis')],
      ['bad_input', () => engine.lint(7)],
      ['bad_input', () => engine.lint('', 7)],
      ['bad_input', () => assessment.verdicts({ yeer: 2026 })],
      ['unknown_unit', () => assessment.verdicts({ unit: 'atlantis' })],
      ['unknown_unit', () => assessment.agenda({ unit: 'atlantis' })],
      ['bad_input', () => assessment.explain()],
      ['bad_input', () => assessment.explain(loop)],
      ['bad_input', () => assessment.explain({ target: 1n })],
      ['unknown_verdict', () => assessment.explain({ target: 'T9', unit: 'hoa-binh', period: '2026' })],
      ['bad_input', () => assessment.whatIf({})],
      ['bad_input', () => assessment.whatIf([{ remove: { row: 0 } }])],
      ['bad_input', () => assessment.whatIf([{ remove: { row: 1000 } }])],
      ['bad_input', () => assessment.whatIf([{ add: { unit: 'hoa-binh', kind: 'nwes', when: '2026' } }])],
      ['bad_input', () => assessment.whatIf([{ add: { unit: 'hoa-binh', kind: 'news', when: '30/6/2026' } }])],
      ['bad_input', () => assessment.whatIf([{ add: { unit: 'hoa-binh', kind: 'news', when: '2026', count: -1 } }])],
      ['unknown_unit', () => assessment.whatIf([{ add: { unit: 'atlantis', kind: 'news', when: '2026' } }])],
    ];
    for (const [code, call] of wrong) {
      const error = thrown(call);
      same([error instanceof Error, error.name, error.code], [true, 'EngineError', code], String(call));
      same(error.message.length > 0, true, String(call));
    }
    same(assessment.verdicts({ unit: 'hoa-binh', year: 2026 }).length, 5);
  },

  'an error carries the problems of the rules, or the files': ({ engine, example, options }) => {
    const rules = thrown(() => engine.assess([{ name: 'bang.csv', text: example.TABLE }], { ...options, plan: { text: 'x = 1' } }));
    same(rules.problems.length > 0 && rules.files.length === 0, true);
    const files = thrown(() => engine.assess([{ name: 'a.csv', text: '' }, { name: 'b.csv', text: '  \n' }], options));
    same(files.files.map(({ name, code }) => [name, code]), [['a.csv', 'empty'], ['b.csv', 'empty']]);
    same(files.problems, []);
  },

  'a file that cannot be read beside one that can is listed, not feared': ({ engine, example, options }) => {
    const files = [{ name: 'units.csv', text: example.UNITS }, { name: 'bang.csv', text: example.TABLE }, { name: 'none.csv', text: '' }];
    const { failed, used_rows } = engine.assess(files, options).summary();
    same(failed.map(({ name, code }) => [name, code]), [['none.csv', 'empty']]);
    same(used_rows, 14);
  },

  'after it is freed an assessment throws, and the engine goes on': ({ assess }) => {
    const assessment = assess();
    assessment.free();
    same(thrown(() => assessment.document()) instanceof Error, true);
    same(assess().verdicts({ unit: 'hoa-binh', year: 2026 }).length, 5);
  },
};

/** Runs one check on an engine. */
export function run(name, engine, example) {
  const options = { asOf: '2026-10-15', plan: { text: example.PLAN } };
  const files = [{ name: 'units.csv', text: example.UNITS }, { name: 'bang.csv', text: example.TABLE }];
  checks[name]({ engine, example, options, assess: () => engine.assess(files, options) });
}

function same(actual, expected, about = '') {
  const [one, other] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (one !== other) throw new Error(`${about} is ${one.slice(0, 2000)}, not ${other.slice(0, 2000)}`);
}

function thrown(call) {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error(`nothing was thrown by ${call}`);
}
