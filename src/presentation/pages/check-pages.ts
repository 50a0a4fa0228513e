import type { CheckPage } from './check-texts/check-page.js';
import { changeTexts } from './check-texts/change-texts.js';
import { contentTexts } from './check-texts/content-texts.js';

const checkTexts: Readonly<Record<string, CheckPage>> = { ...changeTexts, ...contentTexts };

/** The checks that have a page. */
export const documentedChecks: readonly string[] = Object.keys(checkTexts);

/** What a check means and how to fix it. An id of a team's own list has a page that says so. */
export function findCheckPage(id: string): CheckPage {
  return (Object.hasOwn(checkTexts, id) ? checkTexts[id] : undefined) ?? ownCheck;
}

const ownCheck: CheckPage = {
  title: 'Your team’s own check',
  meaning: 'This item is from your team’s own checklist, the skill file of the PM PR Review.',
  fixes: ['Ask your engineering DRI what it means.'],
};
