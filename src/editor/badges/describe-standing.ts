import { l10n } from 'vscode';
import type { Judgement, Standing } from '../../policy/policy.js';
import { describeReason } from '../../policy/describe-reason.js';
import { truncate } from '../../text/plain-markdown.js';
import { printable } from '../../text/printable.js';

/** A standing on one line: what it is, why, and the line of the deciding rule. Plain text, whatever the repository's files say. */
export function describeStanding(judgement: Judgement): string {
  const why = reasonOf(judgement);
  const [rule] = judgement.because;
  if (rule === undefined || rule.line === 0) return sentences(judgement, why);
  return sentences(judgement, l10n.t('{0} ({1}, line {2})', why, printable(rule.file), rule.line));
}

/** A standing by its name alone. */
export function standingName(standing: Standing): string {
  return {
    editable: l10n.t('Yours to edit'),
    pair: l10n.t('Together with an engineer'),
    locked: l10n.t('Locked for PMs'),
  }[standing];
}

/** The same in few words, for where room is short. */
export function describeStandingBriefly(judgement: Judgement): string {
  if (judgement.row === 4) return sentences(judgement, l10n.t('owned by {0}', truncate(owners(judgement), 60)));
  return standingName(judgement.standing);
}

function sentences({ standing }: Judgement, why: string): string {
  return {
    editable: l10n.t('Yours to edit: {0}', why),
    pair: l10n.t('Only together with an engineer: {0}', why),
    locked: l10n.t('Locked: {0}', why),
  }[standing];
}

function reasonOf(judgement: Judgement): string {
  return truncate(printable(describeReason(judgement)), 300);
}

function owners(judgement: Judgement): string {
  return printable(judgement.owners.join(', '));
}
