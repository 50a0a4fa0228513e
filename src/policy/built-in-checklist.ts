/**
 * The PM PR Review skill file that `pm-zone init` writes and that counts where a repository has none of its own (design §6).
 * Seed 001 calls it "a hard gate"; seed 000 makes its security-and-privacy section "a hard blocker".
 */
export const builtInChecklist = `---
name: pm-pr-review
description: Reviews a product manager's change before an engineer does. Use it on every pull request by a pilot PM.
---

# PM PR Review

Check each item against the change. An item with a check is decided by PM Zone; the others are answered by hand.
The answer is the table of verdicts and a list of what to rewrite, most important first, under 500 words in all.

## Scope

- [ ] Every file is in the PM zone, or an engineer works on it with the PM <!-- check: zone -->
- [ ] Nothing that another team owns is changed without them <!-- check: codeowners -->
- [ ] The change is small enough to review in one sitting <!-- check: size -->
- [ ] The change is about one feature <!-- check: one-feature -->

## Planning

- [ ] The change is linked to its planning doc <!-- check: planning-linked -->
- [ ] The plan was complete before the first code <!-- check: planning-first -->
- [ ] The plan is complete and approved <!-- check: planning-complete -->
- [ ] The change stays in what the plan's Scope says <!-- check: planning-scope -->
- [ ] Engineering DRI and product DRI sign off on the pull request <!-- check: sign-off -->

## Feature flags

- [ ] Everything that users see is behind the feature's flag <!-- check: flag-gated -->
- [ ] Only flags on the PM's row of the list of PMs are changed <!-- check: flag-owned -->
- [ ] New flags are off, rollouts are 0 to 100, no flag in use is deleted <!-- check: flag-safe -->

## Copy

- [ ] Catalogs are valid, no key is lost, placeholders and plurals agree <!-- check: copy-catalog -->
- [ ] Texts have every language, or the pull request lists those to follow <!-- check: copy-locales -->

## AI prompts

- [ ] No variable of a prompt is lost or invented <!-- check: prompt-variables -->
- [ ] The plan has the behavior contract and an evaluation <!-- check: prompt-contract -->

## Telemetry

- [ ] Events are only added, none is changed or removed <!-- check: events-additions-only -->
- [ ] No event carries protected data <!-- check: events-protected-data -->
- [ ] The plan's primary metric has an event <!-- check: telemetry-planned -->

## Front end

- [ ] No component loses or narrows what others use <!-- check: component-compatible -->
- [ ] Only the design system or the feature's own parts are used <!-- check: design-system -->

## Configuration

- [ ] Configuration is only added to <!-- check: config-additions-only -->

## Tests and docs

- [ ] The plan's test plan was carried out <!-- check: test-plan -->
- [ ] Docs say what users now see <!-- check: docs -->

## Security and privacy

- [ ] No password, key or token is in the change <!-- check: secrets -->
- [ ] No protected data is touched <!-- check: protected-data -->
- [ ] No unsafe code, HTML or address of another site is brought in <!-- check: unsafe-code -->
- [ ] No dependency is added or changed <!-- check: dependencies -->

## AI disclosure

- [ ] What AI wrote is labelled <!-- check: ai-disclosed -->
- [ ] The author understands what AI wrote <!-- check: ai-understood -->
`;
