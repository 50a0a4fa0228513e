import { markdownRoot } from '../markdown-root.js';
import { parsePlanningDoc } from '../../src/planning/document/parse-planning-doc.js';
import type { PlanningDoc } from '../../src/planning/planning-doc.js';

export function parse(text: string): PlanningDoc {
  return parsePlanningDoc(text, markdownRoot(text));
}

export interface PlanText {
  readonly title?: string;
  readonly status?: string;
  readonly flag?: string;
  readonly folder?: string;
  readonly level?: string;
  readonly engineering?: string;
}

/** A short plan in which nothing is missing. */
export function completePlan({
  title = 'New home',
  status = 'Approved',
  flag = '`new-home`',
  folder = '`src/features/home`',
  level = 'copy',
  engineering = '@erin',
}: PlanText = {}): string {
  return `# PLANNING: ${title}

**Status:** ${status}
**Product DRI:** @paul
**Engineering DRI:** ${engineering}
**Flag:** ${flag}
**Feature folder:** ${folder}
**Level:** ${level}

## TL;DR

A shorter greeting on the home page.

## Hypothesis

If we shorten the greeting, then sign-ups rise by 5 %, because people read it.

## Kill condition

Turn it off if sign-ups fall by 2 %.

## Scope

- **In:** the greeting
- **Out:** everything else

## Rollback

Turn the flag off.

## Sign-off

@erin and @paul
`;
}

/** A full plan in which nothing is missing, to take things out of. */
export const fullPlan = `# PLANNING: New home

**Status:** Draft
**Product DRI:** @paul
**Engineering DRI:** @erin
**Flag:** \`new-home\`
**Feature folder:** \`src/features/home\`
**Level:** prompt

## TL;DR
Shorter.

## Problem
Many people leave.

## Hypothesis
If we shorten the greeting, then sign-ups rise by 5 %, because people read it.

## Users and use cases
New people.

## Success metrics
- **Primary:** sign-ups, from 40 % to 45 %
- **Guardrail:** refunds under 2 %
- **Kill condition:** refunds over 3 %

## Scope
### In
The greeting
### Out of scope
The rest

## Agent behavior contract
- **Always:** greets

## Test plan
1. Look at it.

## Telemetry
- greeting_seen

## Rollout and rollback
- **Rollback:** turn it off

## Sign-off
@erin, @paul
`;
