import type { Policy, Zone } from '../policy/policy.js';
import { readChecklist } from '../policy/read-checklist.js';
import { listPeople } from './list-people.js';

/** Something besides globs that two policies say differently; `undefined` where one of them does not say it. */
export interface SettingDifference {
  readonly what: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What two policies say differently of the change as a whole: settings, sentences, items of the checklist, and what a PM's row says of flags and people. */
export function compareSettings(before: Policy, after: Policy): readonly SettingDifference[] {
  const [one, other] = [factsOf(before), factsOf(after)];
  return [...new Set([...one.keys(), ...other.keys()])]
    .map((what) => ({ what, before: one.get(what), after: other.get(what) }))
    .filter((each) => each.before !== each.after);
}

function factsOf(policy: Policy): ReadonlyMap<string, string> {
  const tip = policy.tips.find((each) => each.zone !== undefined);
  const zone = tip?.zone;
  return new Map([
    ...(zone === undefined ? [] : [...settingsOf(zone), ...sentencesOf(zone)]),
    ...readChecklist(tip?.skill).items.map(({ section, text, check }): Fact => [
      `Checklist: ${text}`,
      check ?? section,
    ]),
    ...listPeople(policy).flatMap((person): readonly Fact[] => [
      [`Flags of ${person.pm}`, listOf(person.flags)],
      [`Reviewers of ${person.pm}`, listOf(person.reviewers)],
      [`Engineering DRI of ${person.pm}`, listOf(person.engineeringDris)],
      [`Product DRI of ${person.pm}`, listOf(person.productDris)],
    ]),
  ]);
}

type Fact = readonly [what: string, value: string];

function settingsOf({ settings }: Zone): readonly Fact[] {
  return Object.entries(settings).map(([name, value]) => [
    nameOfSetting(name),
    typeof value === 'string'
      ? value
      : Array.isArray(value)
        ? listOf(value)
        : Object.values(value as object).join(', '),
  ]);
}

/** "sizeLimit" is called "Size limit" in the policy. */
function nameOfSetting(name: string): string {
  const words = name.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

function sentencesOf({ prose }: Zone): readonly Fact[] {
  return prose.map(({ text }) => [`Sentence: ${text}`, 'confirmed by the engineering DRI']);
}

function listOf(values: readonly unknown[]): string {
  return values.length === 0 ? 'none' : values.join(', ');
}
