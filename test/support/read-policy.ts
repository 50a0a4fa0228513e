import assert from 'node:assert/strict';
import { createJudge } from '../../src/policy/judge.js';
import type { Zone } from '../../src/policy/policy.js';
import { readZone } from '../../src/policy/zone-section/read-zone.js';
import { markdownRoot } from '../markdown-root.js';

/** The zone of a whole file, or `undefined` where it has none. */
export function readPolicy(text: string): Zone | undefined {
  return readZone({ path: 'CLAUDE.md', text }, markdownRoot(text));
}

/** The zone of a section's body. */
export function readSection(body: string): Zone {
  const zone = readPolicy(`## PM zone\n\n${body}`);
  assert.ok(zone);
  return zone;
}

/** Rules as `+ glob [conditions]`, `~ glob` (pair) and `- glob`. */
export function describeRules({ rules }: Zone): string[] {
  return rules.map(({ effect, glob, conditions }) => {
    const demanded = conditions.map(({ kind, text }) => (kind === 'free-text' ? `"${text}"` : kind)).join(', ');
    const sign = { allow: '+', pair: '~', forbid: '-' }[effect];
    return `${sign} ${glob}${demanded === '' ? '' : ` [${demanded}]`}`;
  });
}

/** Prose, line by line. */
export function describeProse({ prose }: Zone): string[] {
  return prose.map(({ text }) => text);
}

/** What a change of the path has to fulfil, where it is open to a PM alone: conditions of rules and prose; else `undefined`. */
export function demandsOn(zone: Zone | undefined, path: string): string[] | undefined {
  if (zone === undefined) return undefined;
  const tip = { ref: 'main', commit: undefined, zone, codeowners: undefined, skill: undefined };
  const { judge } = createJudge({ tips: [tip], preview: false }, { kind: 'no-roster', names: [], rows: [] });
  const { standing, conditions } = judge(path);
  if (standing !== 'editable') return undefined;
  return [...conditions.map(({ kind, text }) => (kind === 'free-text' ? text : kind)), ...describeProse(zone)];
}
