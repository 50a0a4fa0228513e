import type { DataEntry, DataNode } from '../../../parsers/data-tree.js';
import type { EntryReading, Flag, FlagFault, FlagMember, Rollout } from '../../flag-change.js';
import { parseInvertedSwitch, parseNumber, parseSwitch, reachesSomeone } from '../../parse-switch.js';
import { isDimension, isTeamsOnly } from '../../environment-names.js';
import { findNoTruth, isNear, isWorkedOut } from '../find-faults.js';
import {
  descriptions,
  fallbacks,
  isFlagPart,
  oppositeSwitches,
  percentages,
  plainName,
  switches,
  wordSwitches,
} from '../switch-names.js';
import { unwrap } from './unwrap.js';

/**
 * Reads a flag's entry in a file of no well-known program: a bare value, or a map with the words people use (`enabled`, `state`,
 * `disabled`, `rollout`, `percentage` …) at any depth, also by environment. It is off only where nothing in it speaks for the contrary;
 * what only the team sees counts for nobody.
 */
export function readHomeMadeEntry(node: DataNode): EntryReading {
  if (node.kind === 'scalar')
    return { state: parseSwitch(node), ...(isTruthAsText(node) && { faults: [truthAsText(node)] }) };
  const { state, rollouts } = survey(node);
  const holds = membersOf(node);
  return {
    state: state ?? 'unknown',
    rollouts,
    faults: findTextsForTruth(node),
    ...(holds.length > 0 && { holds }),
  };
}

/** What a map holds that nothing in it shows to be one flag. */
function membersOf(node: DataNode): NonNullable<Flag['holds']> {
  if (node.kind !== 'map') return [];
  const { holders, wrapped } = unwrap(node);
  if (wrapped) return holders.flatMap((holder) => (holder.kind === 'map' ? holder.entries.map(asMember) : []));
  if (
    node.entries.some(({ key }) => isFlagPart(key) || isNear(key, 'enabled')) ||
    node.entries.every(({ key }) => isDimension(key))
  )
    return [];
  return node.entries.map(asMember);
}

function asMember({ key, at, node }: DataEntry): FlagMember {
  return { name: key, at, state: node.kind === 'scalar' ? parseSwitch(node) : (survey(node).state ?? 'unknown') };
}

function isTruthAsText(node: DataNode): boolean {
  return (
    node.kind === 'scalar' &&
    typeof node.value === 'string' &&
    typeof node.older === 'string' &&
    /^(?:true|false)$/i.test(node.text)
  );
}

function truthAsText({ at }: DataNode): FlagFault {
  return {
    at,
    message: 'This is a text and not true or false, and programs take a text for true. Take the quotation marks away.',
  };
}

function findTextsForTruth(node: DataNode): readonly FlagFault[] {
  if (node.kind === 'scalar') return [];
  if (node.kind === 'list') return node.items.flatMap(findTextsForTruth);
  return node.entries.flatMap(({ key, node: child }) =>
    descriptions.has(plainName(key))
      ? []
      : switches.has(plainName(key)) || oppositeSwitches.has(plainName(key))
        ? findNoTruth(node, key)
        : isTruthAsText(child) && (fallbacks.has(plainName(key)) || isDimension(key))
          ? [truthAsText(child)]
          : findTextsForTruth(child),
  );
}

type State = Flag['state'];

interface Survey {
  /** `undefined` where nothing was said. */
  readonly state: State | undefined;
  readonly rollouts: readonly Rollout[];
}

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
  const places: State[] = [];
  const inPlaces: Rollout[] = [];
  const others: State[] = [];
  for (const { key, node: child } of node.entries) {
    const name = plainName(key);
    if (descriptions.has(name)) continue;
    if (isDimension(key) && !fallbacks.has(name)) {
      places.push(stateAt(key, child));
      if (child.kind !== 'scalar') inPlaces.push(...survey(child).rollouts);
    } else if (name === 'environments' && child.kind === 'list') places.push(...namedPlaces(child.items));
    else if (percentages.has(name)) own.push(...percentsIn(child));
    else if (child.kind !== 'scalar') {
      below.push(survey(child));
    } else if (switches.has(name)) said.push(parseSwitch(child));
    else if (oppositeSwitches.has(name)) said.push(parseInvertedSwitch(child));
    else if (wordSwitches.has(name)) said.push(wordTruth(child.text));
    else if (fallbacks.has(name)) fallback.push(parseSwitch(child));
    // What is not known to be a description may turn it on.
    else if (typeof child.older === 'boolean') others.push(parseSwitch(child));
  }
  const children = [...below.map(({ state }) => state ?? 'unknown'), ...places];
  const state = stateFrom(said, fallback, own, children) ?? strongest(others);
  const isTurned = state === 'off' && [...others, ...(said.length > 0 ? places : [])].includes('on');
  return {
    state: isTurned ? 'unknown' : state,
    rollouts: [...own, ...inPlaces, ...below.flatMap(({ rollouts }) => rollouts)],
  };
}

/** What an environment's or a platform's entry says for people outside of the team. */
function stateAt(name: string, node: DataNode): State {
  if (isTeamsOnly(name)) return 'off';
  if (node.kind !== 'scalar') return survey(node).state ?? 'unknown';
  return node.value === null ? 'off' : isWorkedOut(node) ? 'unknown' : parseSwitch(node);
}

/** A list of the environments where the flag is on. */
function namedPlaces(items: readonly DataNode[]): readonly State[] {
  return [items.every((item) => item.kind === 'scalar' && isTeamsOnly(item.text)) ? 'off' : 'on'];
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
    child.kind !== 'scalar' || percentages.has(plainName(key)) ? percentsIn(child) : numbersOnly(child),
  );
}

function numbersOnly(node: DataNode): readonly Rollout[] {
  const percent = parseNumber(node);
  return Number.isNaN(percent) ? [] : [{ percent, at: node.at }];
}
