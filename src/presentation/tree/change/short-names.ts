import { firstWords } from '../../change-page/short-sentence.js';

/** Characters of a line two levels deep that can be read in a sidebar of 300 pixels. */
export const longestName = 27;

/** What the items of the built-in checklist are called where there is little room. */
const shortNames: Readonly<Record<string, string>> = {
  zone: 'Files in your zone',
  codeowners: 'Other teams’ files',
  size: 'Small enough',
  'one-feature': 'One feature',
  'planning-linked': 'Has a plan',
  'planning-first': 'Plan came first',
  'planning-complete': 'Plan approved',
  'planning-scope': 'Within the plan',
  'sign-off': 'Signed off',
  'flag-gated': 'Behind the flag',
  'flag-owned': 'Your flags only',
  'flag-safe': 'Flags are safe',
  'copy-catalog': 'Texts work',
  'copy-locales': 'Every language',
  'prompt-variables': 'Prompt variables',
  'prompt-contract': 'Prompt evaluated',
  'events-additions-only': 'Events only added',
  'events-protected-data': 'Events carry no data',
  'telemetry-planned': 'Metric has an event',
  'component-compatible': 'Components compatible',
  'design-system': 'Design system',
  'config-additions-only': 'Settings only added',
  'test-plan': 'Test plan done',
  docs: 'Docs up to date',
  secrets: 'No passwords or keys',
  'protected-data': 'No protected data',
  'unsafe-code': 'Nothing unsafe',
  dependencies: 'No dependencies',
  'ai-disclosed': 'AI is labelled',
  'ai-understood': 'AI is understood',
};

/** An item in a few words; of a team's own the first ones. */
export function nameItem({ id, text }: { readonly id: string; readonly text: string }): string {
  return (Object.hasOwn(shortNames, id) ? shortNames[id] : undefined) ?? firstWords(text, longestName);
}
