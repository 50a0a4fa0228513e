/** The sentence behind the flag in each language: what stands there, and what Maya writes. */
export const friendlierTexts: Readonly<Record<string, readonly [was: string, is: string]>> = {
  en: [
    '"emptyState.friendly": "There is nothing here yet, {name}."',
    '"emptyState.friendly": "A board is where your team’s work lives, {name}. Start with one for this week: it takes a minute."',
  ],
  de: [
    '"emptyState.friendly": "Hier ist noch nichts, {name}."',
    '"emptyState.friendly": "Auf einem Board liegt alles, woran ihr arbeitet, {name}. Fang mit einem für diese Woche an: Es dauert eine Minute."',
  ],
  fr: [
    '"emptyState.friendly": "Il n’y a encore rien ici, {name}."',
    '"emptyState.friendly": "Tout le travail de l’équipe se retrouve ici, {name}. Commencez par un tableau pour cette semaine : une minute suffit."',
  ],
};

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

- **In:** one sentence of the empty state in three languages (\`src/features/onboarding/i18n\`), and the rollout of its flag (\`src/features/onboarding/flags.yaml\`).
- **Out:** the welcome tour, the assistant, invitations.

## Rollback

- **Rollback:** turn \`friendlier-empty-state\` off; it takes seconds and needs no release.

## Sign-off

- **Engineering DRI:** @erin-okafor
- **Product DRI:** @paul-adeyemi
`;
}
