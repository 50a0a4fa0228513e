import { temporaryRepository, type TemporaryRepository } from './temporary-repository.js';

/** Appendix A of the regulated proposal, as it stands there. */
export const appendixA = `## Appendix A: Files Pilot PMs Can and Cannot Touch (CODEOWNERS-Level)

**CAN touch, within the feature folders they own:**
- \`**/*.md\` (documentation and planning)
- \`**/i18n/*.json\` (user-facing strings)
- \`**/prompts/*.md\` (AI prompts for their own features)
- \`**/flags.yaml\` for flags they own (enforced by CODEOWNERS)
- \`**/analytics/events.ts\` (new events only, additions only)
- \`**/components/*.tsx\` within their feature folder (non-breaking changes)

**CANNOT touch (CODEOWNERS-enforced):**
- \`**/auth/**\`
- \`**/payments/**\`
- \`**/phi/**\` or \`**/pii/**\`
- \`**/migrations/**\`
- \`**/infra/**\`
- \`**/audit/**\`
- \`**/security/**\`
- \`.github/workflows/**\`
- Any file outside their assigned feature folder without engineering co-authorship.
`;

export const roster = `
| PM | Email | Feature folders | Flags | Reviewers | Engineering DRI | Product DRI |
| --- | --- | --- | --- | --- | --- | --- |
| Maya (@maya) | maya@example.com | src/home | new-home | @org/home | @erin | @paul |
`;

export const flags = 'new-home:\n  enabled: false\n  rollout: 0\nold-home:\n  enabled: true\n  rollout: 100\n';

export const plan = `# PLANNING: A clearer home

**Status:** Approved
**Product DRI:** @paul
**Engineering DRI:** @erin
**Design DRI:** none
**Flag:** \`new-home\`
**Feature folder:** \`src/home\`
**Level:** copy
**Target ship date:** 2026-02-01
**Last updated:** 2026-01-01

## TL;DR

New people read what to do first.

## Hypothesis

If we say what to do first, then sign-ups rise by 5 %, because nobody is lost.

## Kill condition

Fewer than 100 sign-ups a week.

## Scope

In: the sentence on the home page.

Out: everything else.

## Rollback

Turn new-home off.

## Sign-off

- Engineering DRI: @erin
- Product DRI: @paul
`;

export interface PilotOptions {
  readonly policy?: string;
  readonly codeowners?: string;
  readonly files?: Readonly<Record<string, string>>;
}

/** A repository of a pilot: policy and files on `main` by an engineer, Maya on the branch `pm/home`. */
export function pilotRepository({
  policy = appendixA + roster,
  codeowners = '* @org/all\n/src/pay/ @org/pay\n',
  files = {},
}: PilotOptions = {}): TemporaryRepository {
  const repository = temporaryRepository();
  const all: Readonly<Record<string, string>> = {
    'CLAUDE.md': `# Notes\n\n${policy}`,
    CODEOWNERS: codeowners,
    'src/home/i18n/en.json': '{\n  "title": "Home, {name}",\n  "body": "Nothing here yet."\n}\n',
    'src/home/i18n/de.json': '{\n  "title": "Start, {name}",\n  "body": "Noch nichts."\n}\n',
    'src/home/flags.yaml': flags,
    'src/home/components/Home.tsx': "export const Home = () => (useFlag('new-home') ? <New /> : <Old />);\n",
    'src/home/analytics/events.ts': "export const events = { opened: 'home_opened' };\n",
    'src/auth/login.ts': 'export const login = 1;\n',
    'src/pay/charge.ts': 'export const charge = 1;\n',
    'src/other/readme.md': '# Other\n',
    'package.json': '{}\n',
    ...files,
  };
  for (const [path, text] of Object.entries(all)) repository.write(path, text);
  repository.commit('Begin', { author: 'Erin <erin@example.com>' });
  repository.git('switch', '-q', '-c', 'pm/home');
  return repository;
}
