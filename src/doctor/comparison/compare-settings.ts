import type { Policy, PolicyFile, Zone, ZoneSettings } from '../../policy/policy.js';
import { readChecklist } from '../../policy/read-checklist.js';
import { compareRows } from './compare-rows.js';
import type { SettingDifference } from './setting-difference.js';
import { describeWave } from '../describe-wave.js';
import { gains, settingOpens } from './setting-opens.js';
import { wordsBeside } from './words-beside.js';

/** What two policies say differently of the change as a whole: settings, sentences, items of the checklist, and what a PM's row says of flags and people. */
export function compareSettings(before: Policy, after: Policy): readonly SettingDifference[] {
  const [one, other] = [factsOf(before), factsOf(after)];
  const [old, own] = [skillOf(before), skillOf(after)];
  // The built-in list's words are nobody's.
  if (old !== undefined && own !== undefined)
    for (const [facts, skill] of [
      [one, old],
      [other, own],
    ] as const)
      for (const text of wordsBeside(skill).slice(0, mostLines))
        facts.set(`Beside the checklist's items: ${text.slice(0, mostWords)}`, said);
  const facts = [...new Set([...one.keys(), ...other.keys()])].flatMap((what) => {
    const [was, is] = [one.get(what), other.get(what)];
    if (was?.value === is?.value) return [];
    return [{ what, before: was?.value, after: is?.value, opens: opensBetween(was, is) }];
  });
  return [...facts, ...compareRows(before, after)];
}

/** `entries` are what somebody has by it, of which more open more; `demand` is something that is asked, which opens when it goes. */
type Fact = { readonly value: string } & (
  | { readonly kind: 'entries'; readonly entries: readonly string[] }
  | { readonly kind: 'demand' }
  | { readonly kind: 'setting'; readonly name: keyof ZoneSettings; readonly settings: ZoneSettings }
);

function opensBetween(was: Fact | undefined, is: Fact | undefined): boolean {
  if (was?.kind === 'setting' || is?.kind === 'setting') return opensAsSetting(was, is);
  if (was?.kind === 'demand') return true;
  return is?.kind === 'entries' && gains(was?.kind === 'entries' ? was.entries : [], is.entries);
}

function opensAsSetting(was: Fact | undefined, is: Fact | undefined): boolean {
  const [one, other] = [was, is].map((fact) => (fact?.kind === 'setting' ? fact : undefined));
  const name = (one ?? other)?.name;
  return name !== undefined && settingOpens(name, one?.settings ?? {}, other?.settings ?? {});
}

function factsOf(policy: Policy): Map<string, Fact> {
  const tip = policy.tips.find((each) => each.zone !== undefined);
  const zone = tip?.zone;
  const demand = (what: string, value: string): [string, Fact] => [what, { kind: 'demand', value }];
  return collect([
    ...(zone === undefined ? [] : settingsOf(zone)),
    ...(zone?.prose ?? []).map(({ text }) => demand(`Sentence: ${text}`, 'confirmed by the engineering DRI')),
    ...readChecklist(tip?.skill).items.map(({ section, text, check }) =>
      demand(`Checklist: ${text}`, check ?? section),
    ),
  ]);
}

/** Of items in the same words each counts. */
function collect(facts: readonly (readonly [string, Fact])[]): Map<string, Fact> {
  const found = new Map<string, Fact>();
  for (const [what, fact] of facts) {
    const value = found.get(what)?.value;
    const isTold = value === undefined || value.split(', ').includes(fact.value);
    found.set(what, isTold ? { ...fact, value: value ?? fact.value } : { ...fact, value: `${value}, ${fact.value}` });
  }
  return found;
}

function skillOf({ tips }: Policy): PolicyFile | undefined {
  return tips.find(({ zone }) => zone !== undefined)?.skill;
}

const said: Fact = { kind: 'entries', entries: [], value: 'said' };

/** More of one line, and more lines, are not compared. */
const mostWords = 1000;
const mostLines = 2000;

function settingsOf({ settings }: Zone): readonly [string, Fact][] {
  return (Object.keys(settings) as (keyof ZoneSettings)[]).map((name) => {
    const value =
      name === 'labels'
        ? settings.labels?.map(({ own, name: called }) => `${own} as ${called}`)
        : name === 'waves'
          ? settings.waves?.map(describeWave)
          : settings[name];
    const shown =
      typeof value === 'string'
        ? value
        : Array.isArray(value)
          ? listOf(value)
          : Object.values(value as object).join(', ');
    return [nameOfSetting(name), { kind: 'setting', name, settings, value: shown }];
  });
}

/** "sizeLimit" is called "Size limit" in the policy. */
function nameOfSetting(name: string): string {
  const words = name.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

function listOf(values: readonly unknown[]): string {
  return values.length === 0 ? 'none' : values.join(', ');
}
