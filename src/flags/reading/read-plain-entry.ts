import type { DataNode } from '../../parsers/data-tree.js';
import type { EntryReading, Flag, Rollout } from '../flag-change.js';
import { parseNumber, parseInvertedSwitch, parseSwitch, reachesSomeone } from '../plain-data.js';

/**
 * Reads a flag's entry in a file of no well-known program: a bare value, or a map with the words people use (`enabled`, `state`,
 * `disabled`, `rollout`, `percentage` …) at any depth. It is off only where nothing in it speaks for the contrary.
 */
export function readPlainEntry(node: DataNode): EntryReading {
  if (node.kind === 'scalar') return { state: parseSwitch(node), rollouts: [], splits: [], references: [] };
  const { state, rollouts } = survey(node);
  return { state: state ?? 'unknown', rollouts, splits: [], references: [] };
}

type State = Flag['state'];

interface Survey {
  /** `undefined` where nothing was said. */
  readonly state: State | undefined;
  readonly rollouts: readonly Rollout[];
}

const switches = new Set(['enabled', 'active', 'on', 'isenabled', 'isactive', 'ison']);
const oppositeSwitches = new Set(['disabled', 'disable', 'killed', 'off']);
const wordSwitches = new Set(['state', 'status']);
const fallbacks = new Set(['value', 'default', 'defaultvalue']);
const percentages = new Set(
  'rollout rollouts percent percents percentage percentages rolloutpercent rolloutpercentage percentrollout percentagerollout traffic trafficpercentage trafficallocation'.split(
    ' ',
  ),
);
/** What only describes, or defines what can be served. */
const descriptions = new Set(
  'description name title type owner owners group team tags labels metadata comment comments notes links created expires variants variations temporary permanent archived sticky'.split(
    ' ',
  ),
);

function survey(node: DataNode): Survey {
  if (node.kind === 'scalar') return { state: undefined, rollouts: [] };
  if (node.kind === 'list') {
    const items = node.items.map(survey);
    return {
      state: strongest(items.map(({ state }) => state ?? 'unknown')),
      rollouts: items.flatMap(({ rollouts }) => rollouts),
    };
  }
  const said: State[] = [];
  const fallback: State[] = [];
  const own: Rollout[] = [];
  const below: Survey[] = [];
  let other = false;
  for (const { key, node: child } of node.entries) {
    const name = key.toLowerCase().replaceAll(/[-_]/g, '');
    if (descriptions.has(name)) continue;
    if (percentages.has(name)) own.push(...percentsIn(child));
    else if (child.kind !== 'scalar') below.push(survey(child));
    else if (switches.has(name)) said.push(parseSwitch(child));
    else if (oppositeSwitches.has(name)) said.push(parseInvertedSwitch(child));
    else if (wordSwitches.has(name)) said.push(wordTruth(child.text));
    else if (fallbacks.has(name)) fallback.push(parseSwitch(child));
    // `production: true`: what is not known to be a description may turn it on.
    else if (typeof child.older === 'boolean' && parseSwitch(child) === 'on') other = true;
  }
  const children = below.map(({ state }) => state ?? 'unknown');
  const state = stateFrom(said, fallback, own, children);
  return {
    state: other && state === 'off' ? 'unknown' : state,
    rollouts: [...own, ...below.flatMap(({ rollouts }) => rollouts)],
  };
}

function stateFrom(
  said: readonly State[],
  fallback: readonly State[],
  rollouts: readonly Rollout[],
  children: readonly State[],
): State | undefined {
  const below = strongest(children);
  const nobody = rollouts.length > 0 && !rollouts.some(reachesSomeone);
  if (said.length > 0) {
    if (new Set(said).size > 1 || said.includes('unknown')) return 'unknown';
    if (said.includes('off')) return below === 'on' ? 'unknown' : 'off';
    return nobody ? (below ?? 'off') : 'on';
  }
  if (rollouts.some(reachesSomeone) || fallback.includes('on')) return 'on';
  return strongest([...children, ...fallback, ...(nobody ? (['off'] as const) : [])]);
}

/** On where one is on, off where all are. */
function strongest(states: readonly State[]): State | undefined {
  return states.includes('on') ? 'on' : states.includes('unknown') ? 'unknown' : states[0];
}

function wordTruth(word: string): State {
  if (/^(?:on|true|enabled?|active|live|released)$/i.test(word)) return 'on';
  return /^(?:off|false|disabled?|inactive)$/i.test(word) ? 'off' : 'unknown';
}

/** The numbers under a percentage's name: the one, or each variant's. An empty one says nothing. */
function percentsIn(node: DataNode): readonly Rollout[] {
  if (node.kind === 'scalar') return node.value === null ? [] : [{ percent: parseNumber(node), at: node.at }];
  if (node.kind === 'list')
    return node.items.flatMap((item) => (item.kind === 'scalar' ? numbersOnly(item) : percentsIn(item)));
  return node.entries.flatMap(({ key, node: child }) =>
    child.kind !== 'scalar' || percentages.has(key.toLowerCase().replaceAll(/[-_]/g, ''))
      ? percentsIn(child)
      : numbersOnly(child),
  );
}

function numbersOnly(node: DataNode): readonly Rollout[] {
  const percent = parseNumber(node);
  return Number.isNaN(percent) ? [] : [{ percent, at: node.at }];
}
