import { classifyFile } from '../change/classify-file.js';
import { matchFlagFiles } from '../flags/match-flag-files.js';
import type { Policy } from '../policy/policy.js';
import type { ZoneSummary } from './summarize-zone.js';

/** The kinds of files of production that an agreement gives to somebody, as it calls them. Planning docs are no production. */
export const agreedKinds = [
  'copy',
  'flags',
  'prompts',
  'events',
  'components',
  'docs',
  'config',
  'other files',
] as const;
export type AgreedKind = (typeof agreedKinds)[number];

/** Of each kind the files that the zone opens to some pilot PM, in git's order. A kind of which it opens none is left out. */
export function findOpenKinds(policy: Policy, { people }: ZoneSummary): ReadonlyMap<AgreedKind, readonly string[]> {
  const active = people.filter(({ person }) => person?.revoked !== true);
  const { matches } = matchFlagFiles(policy);
  const kinds = new Map<AgreedKind, string[]>();
  for (const path of new Set(active.flatMap(({ opened }) => opened))) {
    const kind = matches(path) ? 'flags' : classifyFile(path);
    if (kind === 'planning') continue;
    const name = kind === 'other' ? 'other files' : kind;
    const known = kinds.get(name);
    if (known === undefined) kinds.set(name, [path]);
    else known.push(path);
  }
  return kinds;
}
