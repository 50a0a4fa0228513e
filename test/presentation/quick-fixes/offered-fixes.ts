import assert from 'node:assert/strict';
import { toEditorText, offsetAt } from '../../../src/text/editor-text.js';
import type { QuickFix } from '../../../src/presentation/quick-fixes/quick-fix.js';
import { applyEdits } from '../../../src/text/text-edit.js';
import { findQuickFixes } from '../../../src/presentation/quick-fixes/find-quick-fixes.js';
import { placeFindings } from '../../../src/presentation/findings/place-findings.js';
import { checks } from '../../../src/review/checks/list.js';
import { readChecklist } from '../../../src/policy/read-checklist.js';
import { reviewChange } from '../../../src/review/engine/review-change.js';
import type { Finding, Review } from '../../../src/review/review.js';
import { createReviewContext, type ReviewContextParts } from '../../support/review-context.js';

type Texts = Readonly<Record<string, string>>;

/** A change whose sides are all texts. */
export interface Change extends ReviewContextParts {
  readonly base: Texts;
  readonly head: Texts;
}

async function reviewed(parts: Change): Promise<Review> {
  return reviewChange(createReviewContext(parts), readChecklist(undefined), checks, () => ({ isGiven: false }));
}

/** The ways to fix each finding of a check, where the files say `typed` by now. */
export async function fixesFor(
  parts: Change,
  check: string,
  typed: Texts = parts.head,
): Promise<ReadonlyMap<Finding, readonly QuickFix[]>> {
  const context = createReviewContext(parts);
  const review = await reviewed(parts);
  const input = {
    change: context.change,
    judgements: context.judgements,
    flags: await context.flags(),
    plan: await context.plan(),
    review,
    siblingTexts: new Map(Object.entries(parts.head).filter(([path, text]) => parts.base[path] === text)),
  };
  const textOf = (path: string): Promise<string | undefined> => {
    const text: unknown = typed[path];
    return Promise.resolve(typeof text === 'string' ? toEditorText(text) : undefined);
  };
  const found = new Map<Finding, readonly QuickFix[]>();
  for (const [path, problems] of placeFindings(input)) {
    for (const { finding, range } of problems) {
      if (finding.check !== check) continue;
      const own = finding.path === path && finding.line !== undefined;
      const at = own ? offsetAt(String(await textOf(path)), range.start) : undefined;
      found.set(finding, await findQuickFixes({ finding, offset: at, reviewed: input, readText: textOf }));
    }
  }
  return found;
}

/** The titles of the ways to fix all findings of a check. */
export async function titlesFor(parts: Change, check: string, typed?: Texts): Promise<readonly string[]> {
  const found = await fixesFor(parts, check, typed);
  assert.notEqual(found.size, 0, 'no finding to fix');
  return [...found.values()].flat().map(({ title }) => title);
}

/** The head after a fix. */
export function fixed(head: Texts, { steps }: QuickFix): Texts {
  const result = new Map(Object.entries(head));
  for (const step of steps) {
    switch (step.kind) {
      case 'write':
        result.set(step.path, step.text);
        break;
      case 'remove':
        assert.ok(result.delete(step.path));
        break;
      case 'edit': {
        const sorted = [...step.edits].sort((one, other) => one.start - other.start);
        for (const [index, edit] of sorted.entries()) assert.ok(edit.start >= (sorted[index - 1]?.end ?? 0));
        result.set(step.path, applyEdits(toEditorText(String(result.get(step.path))), step.edits));
      }
    }
  }
  return Object.fromEntries(result);
}

/**
 * Takes the fix with a title for the first finding of a check that has it, reviews again, and gives the head: the finding has to be
 * gone, and no other one may have come.
 */
export async function fixAndReview(parts: Change, check: string, title: RegExp, preferred?: boolean): Promise<Texts> {
  const all = [...(await fixesFor(parts, check))];
  const offered = all.flatMap(([finding, fixes]) => fixes.map((fix) => ({ finding, fix })));
  const chosen = offered.find(({ fix }) => title.test(fix.title));
  assert.ok(chosen, `${title} is not among ${JSON.stringify(offered.map(({ fix }) => fix.title))}`);
  if (preferred !== undefined) assert.equal(chosen.fix.isPreferred, preferred, chosen.fix.title);
  const head = fixed(parts.head, chosen.fix);
  const left = await reviewed({ ...parts, head });
  const before = (await reviewed(parts)).findings.map(({ message }) => message);
  assert.ok(!left.findings.some(({ message }) => message === chosen.finding.message), chosen.finding.message);
  assert.deepEqual(
    left.findings.filter(({ message, severity }) => severity !== 'note' && !before.includes(message)),
    [],
  );
  return head;
}
