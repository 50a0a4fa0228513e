import type { DataNode, DataScalar } from '../../../parsers/data-tree.js';
import type { Flag, Rollout } from '../../flag-change.js';
import { parseInvertedSwitch, parseNumber, parseSwitch, reachesSomeone } from '../../parse-switch.js';
import { isDimension, isEnvironment, isTeamsOnly } from '../../environment-names.js';
import { isWorkedOut } from '../find-faults.js';
import {
  descriptions,
  fallbacks,
  oppositeSwitches,
  percentages,
  plainName,
  switches,
  wordSwitches,
} from '../switch-names.js';

type State = Flag['state'];

interface Survey {
  /** `undefined` where nothing was said. */
  readonly state: State | undefined;
  readonly rollouts: readonly Rollout[];
  /** Does something in it speak against what else it says? */
  readonly contradictory?: boolean;
}

/** What an entry says at any depth of who gets its flag, in the words people use. */
export function surveyEntry(node: DataNode): Survey {
  if (node.kind === 'scalar') return { state: undefined, rollouts: [] };
  if (node.kind === 'list') {
    const items = node.items.map(surveyEntry);
    return {
      state: strongest(items.map(({ state }) => state ?? 'unknown')),
      rollouts: items.flatMap(({ rollouts }) => rollouts),
      contradictory: items.some(({ contradictory }) => contradictory),
    };
  }
  const said: State[] = [];
  const fallback: State[] = [];
  const own: Rollout[] = [];
  const below: Survey[] = [];
  const places: State[] = [];
  const inPlaces: Rollout[] = [];
  const others: State[] = [];
  for (const { key, node: child } of node.entries) {
    const name = plainName(key);
    if (descriptions.has(name)) continue;
    if (isDimension(key) && !fallbacks.has(name)) {
      places.push(stateAt(key, child));
      if (child.kind !== 'scalar') inPlaces.push(...surveyEntry(child).rollouts);
    } else if (isListOfPlaces(name, child)) places.push(namedPlaces(child));
    else if (percentages.has(name)) own.push(...percentsIn(child));
    else if (child.kind !== 'scalar') {
      below.push(surveyEntry(child));
    } else if (switches.has(name)) said.push(parseSwitch(child));
    else if (oppositeSwitches.has(name)) said.push(parseInvertedSwitch(child));
    else if (wordSwitches.has(name)) said.push(wordTruth(child.text));
    else if (fallbacks.has(name)) fallback.push(parseSwitch(child));
    else others.push(...impliedBy(name, child));
  }
  const children = [...below.map(({ state }) => state ?? 'unknown'), ...places];
  const state = stateFrom(said, fallback, own, children) ?? strongest(others);
  const isTurned =
    state === 'off' && (others.some((other) => other !== 'off') || (said.length > 0 && places.includes('on')));
  return {
    state: isTurned ? 'unknown' : state,
    rollouts: [...own, ...inPlaces, ...below.flatMap(({ rollouts }) => rollouts)],
    contradictory:
      (said.includes('on') && said.includes('off')) ||
      (said.includes('off') && [...others, ...children].includes('on')) ||
      node.entries.some(({ node: child }) => child.kind === 'scalar' && isReadTwice(child)) ||
      below.some((each) => each.contradictory),
  };
}

/** What is not known to be a description may turn it on: a truth, also as a text, or a condition (Grafana's `expression`). */
function impliedBy(name: string, child: DataScalar): readonly State[] {
  if (typeof child.older === 'boolean') return [parseSwitch(child)];
  const { text, value } = child;
  if (/^(?:true|on)$/i.test(text)) return ['on'];
  const isOpen = value !== null && /^(?:expression|condition|onlyif|if|when|rule|filter)$/.test(name);
  return isOpen ? [/^(?:false|off|never|)$/i.test(text) ? 'off' : 'unknown'] : [];
}

/** What an environment's or a platform's entry says for people outside of the team. */
function stateAt(name: string, node: DataNode): State {
  if (isTeamsOnly(name)) return 'off';
  if (node.kind !== 'scalar') return surveyEntry(node).state ?? 'unknown';
  return node.value === null ? 'off' : isWorkedOut(node) ? 'unknown' : parseSwitch(node);
}

/** Environments by their names, of which nothing says that they are those where the flag is off. */
function isListOfPlaces(name: string, node: DataNode): boolean {
  if (/except|exclude|disable|without|not|off/.test(name)) return false;
  if (name === 'environments' && node.kind === 'list') return true;
  const named = /(?:enabled|active|only|live|available|on)in$|envs?$|environments?$/.test(name);
  if (node.kind === 'scalar') return named && typeof node.value === 'string' && isEnvironment(node.text);
  if (node.kind === 'map') return false;
  return node.items.length === 0
    ? named
    : node.items.every((item) => item.kind === 'scalar' && isEnvironment(item.text));
}

/** What a list of the environments where the flag is on says for people outside of the team. */
function namedPlaces(node: DataNode): State {
  const items = node.kind === 'list' ? node.items : [node];
  return items.every((item) => item.kind === 'scalar' && isTeamsOnly(item.text)) ? 'off' : 'on';
}

/** Does one program take it for a truth and another for a word (`no`)? */
function isReadTwice({ value, older }: DataScalar): boolean {
  return typeof older === 'boolean' && typeof value !== 'boolean';
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
  const [, truth = '', place = ''] = /^([A-Za-z]+)[-_ :.](?:in[-_ ])?(\w[\w-]*)$/.exec(word) ?? [];
  // `enabled-prod`: in one environment alone, of which nobody sees the team's.
  if (isEnvironment(place)) {
    const there = wordTruth(truth);
    return isTeamsOnly(place) && there !== 'unknown' ? (there === 'on' ? 'off' : 'unknown') : there;
  }
  if (/^(?:on|true|enabled?|active|live|released)$/i.test(word)) return 'on';
  return /^(?:off|false|disabled?|inactive)$/i.test(word) ? 'off' : 'unknown';
}

/** The numbers under a percentage's name: the one, or each variant's. An empty one says nothing. */
function percentsIn(node: DataNode): readonly Rollout[] {
  if (node.kind === 'scalar') return node.value === null ? [] : [{ percent: parseNumber(node), at: node.at }];
  if (node.kind === 'list')
    return node.items.flatMap((item) => (item.kind === 'scalar' ? numbersOnly(item) : percentsIn(item)));
  return node.entries.flatMap(({ key, node: child }) =>
    child.kind !== 'scalar' || percentages.has(plainName(key)) ? percentsIn(child) : numbersOnly(child),
  );
}

function numbersOnly(node: DataNode): readonly Rollout[] {
  const percent = parseNumber(node);
  return Number.isNaN(percent) ? [] : [{ percent, at: node.at }];
}
