import { parseMarkdown } from '../src/parsers/parse-markdown.js';
import { identify } from '../src/policy/asking.js';
import { createJudge } from '../src/policy/judge.js';
import type { Codeowners, Judgement } from '../src/policy/policy.js';
import { readZone } from '../src/policy/zone-section/read-zone.js';
import { zoneText } from './pm-files.js';

/** Returns a factory of judges with empty caches: a pilot PM's zone over these code owners, as `pm-zone files` has it. */
export function judgesFor(codeowners: Codeowners): () => (path: string) => Judgement {
  const markdown = parseMarkdown(zoneText);
  if ('refused' in markdown) throw new Error(`The zone ${markdown.refused}`);
  const zone = readZone({ path: 'CLAUDE.md', text: zoneText }, markdown.root);
  const policy = {
    tips: [{ ref: 'origin/main', commit: '0'.repeat(40), zone, codeowners, skill: undefined }],
    preview: false,
  } as const;
  const asking = identify(policy, ['maya@harbor.example']);
  return () => createJudge(policy, asking).judge;
}
