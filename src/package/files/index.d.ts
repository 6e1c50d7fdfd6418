/// <reference lib="esnext.disposable" />

/**
 * Judges communication activities against the targets of a plan.
 *
 * What goes in is written as JavaScript is (`asOf`). What comes out is plain data in the words of `assessment.json`
 * (`as_of`, format `assessment/1`), so that it can be stored, compared and mixed with what the tool itself saves. Days are
 * `2024-10-15`; units, targets and periods go by id, never by number. Absent values are `null`.
 *
 * Every call is synchronous and works on the data it was given: no clock, no network, no storage. A call that cannot be
 * answered throws an {@link EngineError}.
 */

/**
 * Starts the engine. Later calls give the same engine.
 *
 * @example `const engine = await load();`
 */
export function load(): Promise<Engine>;

/** The engine. */
export interface Engine {
  /** Version of the package, such as `0.1.0`. */
  readonly version: string;

  /**
   * Checks a rule file: TOML, names, quotes, windows, and the examples it carries.
   *
   * @param text The rule file.
   * @param name Its name in messages; `plan.toml` if left out.
   * @returns Everything that is wrong, in the order of the file; an empty list if nothing is.
   * @throws {@link EngineError} `bad_input` if `text` is not a string.
   * @example `for (const problem of engine.lint(text)) console.log(problem.text);`
   */
  lint(text: string, name?: string): Problem[];

  /**
   * A plan: what its rules are called, and its clauses.
   *
   * @param plan The first shipped one if left out.
   * @throws {@link EngineError} `bad_rules` if there is no such plan, or if it has faults (`problems` lists them).
   * @example `const names = new Map(engine.plan().rules.map((rule) => [rule.id, rule.label.en]));`
   */
  plan(plan?: PlanChoice): Plan;

  /**
   * Reads files and judges them.
   *
   * Files may be CSV or XLSX, as people write them. What is not understood becomes a finding and counts as unknown, never
   * as zero.
   *
   * @param files One or more; those that hold no table are listed in {@link Summary.failed}.
   * @returns A handle. It holds memory until {@link Assessment.free} is called, or `using` does it.
   * @throws {@link EngineError} `bad_input`, `bad_rules` (with `problems`), or `no_table` (with `files`) if none can be read.
   * @example
   * ```js
   * const log = 'Đơn vị,Ngày,Hình thức,Số lượng\nXã Vĩnh Hòa Hiệp,05/7/2024,Tin,3\n';
   * const assessment = engine.assess([{ name: 'log.csv', text: log }], { asOf: '2024-10-15' });
   * ```
   */
  assess(files: InputFile[], options: Options): Assessment;
}

/** What was read and judged, ready to be asked until it is freed. After that every method throws an `Error`. */
export interface Assessment {
  /**
   * The whole result: what the tool saves as `assessment.json`. Large for a whole province; ask for {@link verdicts} if a
   * part is enough.
   *
   * @example `localStorage.last = JSON.stringify(assessment.document());`
   */
  document(): Document;

  /**
   * What was read, in a few figures, and the units that the rows name.
   *
   * @example `const { rows, used_rows, units } = assessment.summary();`
   */
  summary(): Summary;

  /**
   * Every unit that is known, from the rosters and from the data, whether rows name it or not.
   *
   * @example `const names = new Map(assessment.units().map((unit) => [unit.id, unit.name]));`
   */
  units(): Unit[];

  /**
   * Verdicts by target, period, unit: all, or those that the filter lets through.
   *
   * @throws {@link EngineError} `unknown_unit`, or `bad_input` if the filter has other fields.
   * @example `assessment.verdicts({ unit: 'kg.chau-thanh.xa-vinh-hoa-hiep', year: 2024 });`
   */
  verdicts(filter?: VerdictFilter): Verdict[];

  /**
   * Why one verdict is as it is: clauses, readings, arithmetic, source rows, and the smallest change that would turn it.
   *
   * @throws {@link EngineError} `unknown_unit`, or `unknown_verdict` if nothing is judged there.
   * @example `assessment.explain({ target: 'T5', unit: 'kg.chau-thanh.xa-vinh-hoa-hiep', period: '2024-Q3' }).change;`
   */
  explain(question: Question): Explanation;

  /**
   * Tries edits on top of what was read. The assessment itself never changes, and the order of edits means nothing.
   *
   * @throws {@link EngineError} `unknown_unit`, or `bad_input` for a row, day or kind that is not there.
   * @example
   * ```js
   * const edits = [{ add: { unit: 'kg.chau-thanh.xa-vinh-hoa-hiep', kind: 'news', when: '2024-09-30' } }];
   * assessment.whatIf(edits).changed.map(({ before, after }) => `${before.target}: ${before.state} → ${after.state}`);
   * ```
   */
  whatIf(edits: Edit[]): Changes;

  /**
   * The fewest extra activities, on working days, that would close what is open until the end of the as-of day's year.
   *
   * @param of A unit and all below it; the scope if left out.
   * @throws {@link EngineError} `unknown_unit`.
   * @example `assessment.agenda({ unit: 'kg.chau-thanh.xa-vinh-hoa-hiep' }).items;`
   */
  agenda(of?: { unit?: string }): Agenda;

  /**
   * Every place where the plan can be read in more than one way, and how many verdicts each option would turn.
   *
   * @example `assessment.readings().readings.filter((one) => one.options.some((option) => option.changes > 0));`
   */
  readings(): Readings;

  /**
   * The canonical tables as understood, as CSV. They can be assessed again; `activities.csv` is what row numbers in
   * {@link Verdict.rows} and {@link Edit} refer to.
   *
   * @example `const again = engine.assess(assessment.tables(), { asOf: '2024-10-15' });`
   */
  tables(): Table[];

  /** Gives the memory back. */
  free(): void;
  /** The same, for `using`. */
  [Symbol.dispose](): void;
}

/** Thrown when a call cannot be answered. `name` is `EngineError`. */
export interface EngineError extends Error {
  /**
   * `bad_input`: an argument is not of the form asked for. `bad_rules`: the plan cannot be applied. `no_table`: no file
   * holds a table. `unknown_unit`, `unknown_verdict`: there is none. `defect`: ours; please report it.
   */
  code: 'bad_input' | 'bad_rules' | 'no_table' | 'unknown_unit' | 'unknown_verdict' | 'defect';
  /** What is wrong with an own rule file; empty for other errors. */
  problems: Problem[];
  /** Files that could not be read; empty for other errors. */
  files: FileFault[];
}

/** A file: its name and its content, as bytes or as text. */
export type InputFile =
  | { name: string; bytes: Uint8Array | ArrayBuffer }
  | { name: string; text: string };

/** A shipped plan by its id, or an own rule file. */
export type PlanChoice = string | { text: string; name?: string };

/** Options of an assessment. A misspelt one is refused. */
export interface Options {
  /** Figures are complete to the end of this day, such as `2024-10-15`. The engine reads no clock, so name it. */
  asOf: string;
  /** The plan; the first shipped one if left out. */
  plan?: PlanChoice;
  /** Readings of the plan: reading id → option id. Others keep their default. */
  readings?: Record<string, string>;
  /** The year that {@link Summary.year} tells; that of the latest row if left out. All years are judged. */
  year?: number;
  /** Id of the unit that {@link Assessment.agenda} is for; the lowest that holds every unit seen if left out. */
  scope?: string;
  /** Which shipped units count after 1 July 2025; `former_kien_giang` if left out. */
  roster?: 'former_kien_giang' | 'all_an_giang';
  /** Spellings of units: text in the cells → unit id. An empty text means rows that name no unit. */
  units?: Record<string, string>;
  /** Words for kinds of activity: word in the cells → kind. */
  kinds?: Record<string, ActivityKind>;
  /** Obligations without a number that are fulfilled. */
  ticks?: Tick[];
  /** Language of messages; `vi` if left out. */
  language?: 'vi' | 'en';
}

/** An obligation without a number that is fulfilled, and what shows it. */
export interface Tick {
  target: string;
  unit: string;
  period: string;
  note?: string;
}

/** Which verdicts; a field that is left out lets all through. */
export interface VerdictFilter {
  /** A unit's id, or `*` for the verdicts on all units together. */
  unit?: string;
  target?: string;
  period?: string;
  /** Periods that begin in this year. */
  year?: number;
}

/** Which verdict. */
export interface Question {
  target: string;
  /** A unit's id; `*`, or left out, for the verdict on all units together. */
  unit?: string;
  period: string;
}

/**
 * One edit. Days are `2024-10-15`, `2024-10`, `2024-Q4`, `2024-H2`, `2024` or `2024-10-01/2024-10-15`. Rows are data rows of
 * `activities.csv` in {@link Assessment.tables}, from 1. Counts are whole numbers, 1 if left out.
 */
export type Edit =
  | { add: { unit: string; kind: ActivityKind; when: string; count?: number; tags?: string[] } }
  | { remove: { row: number } }
  | { move: { row: number; to: string } }
  | { programme: Programme };

/** The same for every unit of some kinds, again and again: on the last day of each month, quarter, half or year. */
export interface Programme {
  kinds: UnitKind[];
  /** Only at or under this unit. */
  under?: string;
  kind: ActivityKind;
  count?: number;
  every: 'month' | 'quarter' | 'half' | 'year';
  /** Within these days, as far as they lie in the plan. */
  days: string;
  tags?: string[];
}

export type ActivityKind = 'event' | 'news' | 'action_month' | 'model' | 'pledge' | 'other';

export type UnitKind =
  | 'province'
  | 'district'
  | 'commune'
  | 'hamlet'
  | 'agency'
  | 'union'
  | 'org'
  | 'enterprise'
  | 'school'
  | 'health'
  | 'media';

/**
 * `met`; `on_track`, `at_risk`, `not_yet_due`: the window is open or has not begun; `missed`; `late` (duties only);
 * `no_data`: nobody reported, which is not a miss; `uncertain`: what may count would decide; `not_applicable`.
 */
export type State =
  | 'met'
  | 'on_track'
  | 'at_risk'
  | 'not_yet_due'
  | 'missed'
  | 'late'
  | 'no_data'
  | 'uncertain'
  | 'not_applicable';

/** Why a verdict is what it is, where the state alone does not say. */
export type Reason =
  | 'register_missing'
  | 'window_cut'
  | 'waived'
  | 'outside_life'
  | 'nothing_reported'
  | 'cut_off'
  | 'possible_only'
  | 'nothing_in_scope'
  | 'members_open'
  | 'no_baseline'
  | 'beyond'
  | 'people_unknown';

/** What the figures of a verdict are: `tenths` are survey values, in tenths of a percent or point. */
export type Figures =
  | 'activities'
  | 'members'
  | 'submissions'
  | 'parts'
  | 'people'
  | 'women'
  | 'tenths'
  | 'tick';

/** A text in both languages. Quotes of the law are plain strings: they keep the source's language. */
export interface Bilingual {
  vi: string;
  en: string;
}

/** Something wrong in a rule file. */
export interface Problem {
  /** With an `error` the file cannot be applied as it should; `warning`: nothing guards a number; a `note` is worth a look. */
  weight: 'error' | 'warning' | 'note';
  /** From 1. */
  line: number;
  /** From 1, in characters. */
  column: number;
  message: string;
  help: string | null;
  /** As the command line prints it: place, line, carets, help. */
  text: string;
}

/** A file that could not be read. */
export interface FileFault {
  name: string;
  code:
    | 'empty'
    | 'not_a_spreadsheet'
    | 'unsupported_format'
    | 'password_protected'
    | 'damaged'
    | 'too_large'
    | 'no_table'
    | 'cancelled';
  /** What was seen, why it matters, what helps: whole sentences in the language asked for. */
  message: string;
}

/** A table as a file. */
export interface Table {
  name: string;
  text: string;
}

/** A plan. */
export interface Plan {
  id: string;
  /** In the source's language. */
  title: string;
  issuer: string;
  source_sha256: string;
  /** What it calls the kinds of unit: kind → label. */
  unit_kinds: Record<string, Bilingual>;
  /** What it calls the kinds of activity: kind → label. */
  activity_kinds: Record<string, Bilingual>;
  rules: Rule[];
  clauses: Clause[];
  /** Plans that can be chosen. */
  plans: PlanLine[];
}

/** A target or duty. */
export interface Rule {
  id: string;
  label: Bilingual;
  /** It asks for something to be handed in. */
  duty: boolean;
  /** There are verdicts on it. */
  judged: boolean;
  /** Kinds of unit it addresses; empty for duties. */
  kinds: UnitKind[];
  /** Kinds of activity it counts; empty for duties, and for rules that count something else. */
  counts: ActivityKind[];
  /** Ids of clauses it rests on. */
  clauses: string[];
}

/** A clause of the source. */
export interface Clause {
  id: string;
  text: string;
}

/** A plan that can be chosen. */
export interface PlanLine {
  id: string;
  label: Bilingual;
}

/** What was read. */
export interface Summary {
  plan: string;
  as_of: string;
  year: number;
  /** Data rows in all tables. */
  rows: number;
  /** Those that became facts. */
  used_rows: number;
  /** Ids of the units that the rows name. */
  units: string[];
  /** How many findings of each weight. */
  findings: { question: number; warning: number; note: number };
  failed: FileFault[];
}

/** The whole result. */
export interface Document {
  format: 'assessment/1';
  plan: string;
  source_sha256: string;
  as_of: string;
  /** Readings in force: reading id → option id. */
  readings: Record<string, string>;
  /** Every unit, by roster order. */
  units: Unit[];
  /** By target, period, unit. */
  verdicts: Verdict[];
  rollups: Rollup[];
  findings: Finding[];
  /** What was decided about the tables, in the order of the path. */
  decisions: Decision[];
  agenda: AgendaItem[];
  unreachable: Unreachable[];
}

/** What was decided about how tables are read: a column's meaning, a unit's identity, a reading … */
export interface Decision {
  /** `plan`, `encoding`, `column`, `unit`, `kind`, `relevance`, `month_first`, `reading`, `tick` or `roster`. */
  code: string;
  /** What was decided, in the language that was asked for. */
  message: string;
}

/** A unit by its latest name and parent. */
export interface Unit {
  id: string;
  name: string;
  kind: UnitKind;
  parent: string | null;
  /** First and last day of its life; `null` where open. */
  from: string | null;
  to: string | null;
}

/** A verdict on one unit (or on all: `*`), for one rule and period. */
export interface Verdict {
  /** Target or duty; `T2-share` for the share of target T2. */
  target: string;
  unit: string;
  /** `2024`, `2024-Q1`, `2024-H1`, `2024-11`, `2024-AM` (a window of the plan's own), `2022-2030`, or a milestone's id. */
  period: string;
  /** First and last day judged. */
  window: [string, string] | null;
  state: State;
  reason: Reason | null;
  /** What the figures are. */
  figures: Figures;
  /** What is required; for shares the percent. */
  threshold: number;
  /** What is certain. */
  n_lo: number;
  /** What is possible: at least `n_lo`; `null` where nothing bounds it. */
  n_hi: number | null;
  /** For shares: of how many. */
  den: number | null;
  /** Planned rows in the window: never counted. */
  planned: number;
  /** Needed by the as-of day to be on track. */
  required_now: number | null;
  /** How we know that the figures are complete. */
  evidence: 'reported' | 'implied' | 'partial' | 'none';
  /** The last day to meet it. */
  deadline: string;
  /** Rows counted: data rows of `activities.csv`, from 1. Empty in {@link Changes}. */
  rows: number[];
}

/** How many units of a node are in each state. */
export interface Rollup {
  target: string;
  period: string;
  /** Node of the unit tree, or `*`. */
  node: string;
  /** State → number of units; states without units are left out. */
  counts: Record<string, number>;
}

/** Something that could not be taken as it stands. */
export interface Finding {
  file: string;
  sheet: string;
  /** From 1. */
  row: number | null;
  /** As the spreadsheet names it: `B`. */
  column: string | null;
  code: string;
  severity: 'question' | 'warning' | 'note';
  message: string;
}

/** A suggestion. */
export interface AgendaItem {
  date: string;
  /** The last day on which it would still do. */
  latest: string;
  unit: string;
  /** A kind of activity, `adoption`, `review_convention`, `amend_convention` or `hand_in`. */
  kind: string;
  tags: string[];
  /** Which of several of its kind, from 1. */
  number: number;
  closes: Gap[];
  /** The peak of the plan it falls on. */
  peak: string | null;
  title: string;
  reason: string;
}

/** A rule in a period. */
export interface Gap {
  target: string;
  period: string;
}

/** What can no longer be reached. */
export interface Unreachable {
  unit: string;
  target: string;
  period: string;
  missing: number;
}

/** The suggested agenda. */
export interface Agenda {
  /** By date, unit, kind. */
  items: AgendaItem[];
  unreachable: Unreachable[];
}

/** What edits would change. */
export interface Changes {
  /** How many verdicts would turn from one state to another, by target. */
  turned: Turned[];
  /** Those verdicts: the first thousand. */
  changed: Changed[];
  /** Verdicts whose figures would change while the state stays. */
  figures_only: number;
}

/** So many verdicts of a target would turn. */
export interface Turned {
  target: string;
  label: Bilingual;
  from: State;
  to: State;
  count: number;
}

/** A verdict that would turn. */
export interface Changed {
  before: Verdict;
  after: Verdict;
}

/** The readings of the plan. */
export interface Readings {
  /** Number of verdicts in force. */
  verdicts: number;
  /** Those that bear on several rules first. */
  readings: Reading[];
}

/** A place where the text can be read in more than one way. */
export interface Reading {
  id: string;
  /** The rule it bears on; `null` = several. */
  rule: string | null;
  ask: Bilingual;
  /** Why the default. */
  why: Bilingual;
  /** The option in force. */
  in_force: string;
  default: string;
  options: ReadingOption[];
  clauses: Quote[];
}

/** One way to read it. */
export interface ReadingOption {
  id: string;
  label: Bilingual;
  /** Verdicts that would turn if this option were chosen. */
  changes: number;
}

/** A clause and the words of it that are meant. */
export interface Quote {
  id: string;
  quote: string;
}

/** Everything that explains one verdict. */
export interface Explanation {
  verdict: Verdict;
  clauses: QuotedClause[];
  readings: ReadingInForce[];
  /** The window before the unit's life cut it. */
  full_window: [string, string] | null;
  /** First and last day of the unit's life. */
  lived: [string | null, string | null];
  /** The receipt, top to bottom. */
  arithmetic: ReceiptLine[];
  /** Source rows: counted, then possible, then excluded. */
  rows: EvidenceRow[];
  change: SmallestChange | null;
  /** For a rule that asks for several things at once. */
  parts: Part[];
  forecast: Forecast | null;
  for_hamlets: ForHamlets | null;
}

/** A clause with the words that the rule rests on; an empty `fragment` means all of it. */
export interface QuotedClause {
  id: string;
  text: string;
  fragment: string;
}

/** A reading that took part. */
export interface ReadingInForce {
  reading: string;
  option: string;
  ask: Bilingual;
  label: Bilingual;
  is_default: boolean;
}

/** One line of the receipt. */
export type ReceiptLine =
  | { line: 'found' | 'less_possible' | 'counted' | 'required'; number: number }
  | { line: 'less_excluded'; number: number; why: WhyNot }
  | { line: 'share'; lo: number; hi: number; den: number; percent: number };

/** Why something does not count; `detail` is a kind, a tag or a row, as the code asks for. */
export interface WhyNot {
  code:
    | 'outside_window'
    | 'other_kind'
    | 'missing_tag'
    | 'other_channel'
    | 'other_audience'
    | 'duplicate_of'
    | 'same_title_as'
    | 'planned'
    | 'after_as_of'
    | 'zero'
    | 'not_fulfilled'
    | 'superseded';
  detail: string | null;
}

/** One source row and what became of it. */
export interface EvidenceRow {
  file: string;
  sheet: string;
  /** Row of the sheet, from 1. */
  row: number;
  /** The row that an {@link Edit} names, from 1; null for a row that is no activity. */
  activity: number | null;
  /** Name of the unit there; it may be under the judged one. */
  unit: string;
  when: string | null;
  kind: ActivityKind | null;
  count: number;
  title: string;
  channel: string;
  outcome: 'counted' | 'possible' | 'excluded';
  why: WhyNot | null;
}

/** The smallest change that would turn a verdict: to met, or, if it is met, away from it. */
export interface SmallestChange {
  /** How many more; 0 for a verdict that is met. */
  missing: number;
  /** Of which kind; `null` for members of a share. */
  kind: ActivityKind | null;
  /** Dated within these days. */
  within: [string, string];
  /** The window is over: only rows that were forgotten can help. */
  only_forgotten_rows: boolean;
  /** Rows there are already that would be enough if they were confirmed. */
  confirm: RowPlace[];
  /** Met: so much may still be lost before it is not. */
  spare: number | null;
}

/** A row of a table that was given. */
export interface RowPlace {
  file: string;
  sheet: string;
  row: number;
}

/** One part of a rule that asks for several things at once, judged by itself. */
export interface Part {
  verdict: Verdict;
  kinds: ActivityKind[];
  arithmetic: ReceiptLine[];
}

/** A second opinion on an open window, from the unit's own past windows. Never the state. */
export interface Forecast {
  expected: number;
  low: number;
  high: number;
  past: PastWindow[];
}

/** What a commune reports for its hamlets together, naming none of them. */
export interface ForHamlets {
  /** As many as its rows state, the uncertain ones included. */
  stated: number;
  /** Hamlets that live in the window. */
  hamlets: number;
}

/** A window that is over. */
export interface PastWindow {
  period: string;
  /** What came after the same number of days. */
  came_after: number;
  ended_with: number;
}
