/** The new sentence in each language, and the line of the catalog that it goes below. */
export const friendlierTexts: Readonly<Record<string, { readonly after: string; readonly text: string }>> = {
  en: {
    after: '  "emptyState.body": "There is nothing here yet, {name}.",',
    text: 'A board is where your team’s work lives, {name}. Start with one for this week: it takes a minute.',
  },
  de: {
    after: '  "emptyState.body": "Hier ist noch nichts, {name}.",',
    text: 'Auf einem Board liegt alles, woran ihr arbeitet, {name}. Fang mit einem für diese Woche an: Es dauert eine Minute.',
  },
  fr: {
    after: '  "emptyState.body": "Il n’y a encore rien ici, {name}.",',
    text: 'Tout le travail de l’équipe se retrouve ici, {name}. Commencez par un tableau pour cette semaine : une minute suffit.',
  },
};

/** What changes in the component: pairs of what stands there and what takes its place. */
export const friendlyEmptyState: readonly (readonly [string, string])[] = [
  [
    "import type { Values } from '../../../i18n/translate';\n",
    "import { useFlag } from '../../../flags/use-flag';\nimport type { Values } from '../../../i18n/translate';\n",
  ],
  [
    'onCreate }: EmptyStateProps) {\n',
    "onCreate }: EmptyStateProps) {\n  const friendly = useFlag('friendlier-empty-state');\n",
  ],
  ["say('emptyState.body', { name })", "say(friendly ? 'emptyState.friendly' : 'emptyState.body', { name })"],
];

/** Something that has the shape of a real key and opens nothing. Put together here, so that no scanner finds one in this file. */
export function aKey(): string {
  return ['sk', 'ant', 'api03', `${'Zb7Qx2Lm9Rk4Tn6V'.repeat(6).slice(0, 93)}AA`].join('-');
}

/** The planning doc as Maya writes it. */
export function filledPlan(status: 'In Review' | 'Approved'): string {
  return `# PLANNING: A friendlier empty state

**Status:** ${status}  
**Product DRI:** @paul-adeyemi  
**Engineering DRI:** @erin-okafor  
**Design DRI:** none  
**Flag:** \`friendlier-empty-state\`  
**Feature folder:** \`src/features/onboarding\`  
**Level:** copy  
**Target ship date:** 2025-05-19  
**Last updated:** 2025-05-07

## TL;DR

Someone without boards reads what to do first instead of what is missing. We start with 20 % of people.

## Hypothesis

If we say what to do first, then first boards made on the first day rise by 10 %, because in interviews six of nine people took the empty page for an error.

## Kill condition

Turn it off if fewer than 30 % of new people make a board on their first day (today 34 %), looked at daily.

## Scope

- **In:** one sentence of the empty state in three languages (\`src/features/onboarding/i18n\`), the component that shows it (\`src/features/onboarding/components/empty-state.tsx\`), and the rollout of its flag.
- **Out:** the welcome tour, the assistant, invitations.

## Rollback

- **Rollback:** turn \`friendlier-empty-state\` off; it takes seconds and needs no release.

## Sign-off

- **Engineering DRI:** @erin-okafor
- **Product DRI:** @paul-adeyemi
`;
}
