import { parseCodeowners } from '../../src/policy/codeowners/parse-codeowners.js';
import type { Policy } from '../../src/policy/policy.js';
import { readPolicy } from './read-policy.js';

/** A policy of one commit: the body of its PM zone, which begins in line 3 of CLAUDE.md, its CODEOWNERS and its skill file. */
export function policyOf(body: string, codeowners?: string, skill?: string): Policy {
  const tip = {
    ref: 'main',
    commit: undefined,
    zone: readPolicy(`## PM zone\n\n${body}`),
    codeowners: codeowners === undefined ? undefined : parseCodeowners({ path: 'CODEOWNERS', text: codeowners }),
    skill: skill === undefined ? undefined : { path: '.claude/skills/pm-pr-review/SKILL.md', text: skill },
  };
  return { tips: [tip], preview: false };
}
