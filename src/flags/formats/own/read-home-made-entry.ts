import type { DataEntry, DataNode, DataScalar } from '../../../parsers/data-tree.js';
import type { EntryReading, Flag, FlagFault, FlagMember } from '../../flag-change.js';
import { parseSwitch } from '../../parse-switch.js';
import { isDimension } from '../../environment-names.js';
import { findNoTruth, isNear } from '../find-faults.js';
import { descriptions, fallbacks, isFlagPart, oppositeSwitches, plainName, switches } from '../switch-names.js';
import { surveyEntry } from './survey-entry.js';
import { unwrap } from './unwrap.js';

/**
 * Reads a flag's entry in a file of no well-known program: a bare value, or a map with the words people use (`enabled`, `state`,
 * `disabled`, `rollout`, `percentage` …) at any depth, also by environment. It is off only where nothing in it speaks for the contrary;
 * what only the team sees counts for nobody.
 */
export function readHomeMadeEntry(node: DataNode): EntryReading {
  if (node.kind === 'scalar') {
    const faults = [...(isTruthAsText(node) ? [truthAsText(node)] : []), ...findOddNumber(node)];
    return {
      state: parseSwitch(node),
      ...(typeof node.older === 'boolean' && typeof node.value !== 'boolean' && { contradictory: true }),
      ...(faults.length > 0 && { faults }),
    };
  }
  const { state, rollouts, contradictory } = surveyEntry(node);
  const holds = membersOf(node);
  return {
    state: state ?? 'unknown',
    rollouts,
    ...(contradictory && { contradictory: true }),
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
  return { name: key, at, state: node.kind === 'scalar' ? parseSwitch(node) : (surveyEntry(node).state ?? 'unknown') };
}

/** `1:40` is a hundred to a program that reads YAML 1.1, `1_000` a text to one that reads 1.2. */
function findOddNumber({ value, older, text, at }: DataScalar): readonly FlagFault[] {
  const isNumber = typeof value === 'number' || typeof older === 'number';
  if (!isNumber || value === older) return [];
  const message = `“${text.slice(0, 40)}” is no plain number, and programs read it as different things. Write one such as 10.`;
  return [{ at, message }];
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
