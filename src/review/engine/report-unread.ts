import { mostTexts, type Change, type ChangedFile, type Unread } from '../../change/change.js';
import { isUnreadPicture } from '../../change/is-unread-picture.js';
import type { ReviewContext } from '../check.js';
import type { Finding } from '../review.js';
import { whoToAsk } from '../who-to-ask.js';
import { limitFindings } from './limit-findings.js';

const why: Readonly<Record<Unread, string>> = {
  binary: 'it is not text',
  'too-large': 'it is too large',
  'not-utf-8': 'its text is not in UTF-8',
  'symbolic-link': 'it is a link to another file',
  submodule: 'it is another repository inside this one',
  'lfs-pointer': 'its content is kept outside git (Git LFS)',
  missing: 'git does not have its content here',
};

/** It has more files than are read: of such a change nothing is looked at but where its files lie. */
export function isTooLarge({ files }: Pick<Change, 'files'>): boolean {
  return files.length > mostTexts && files.filter(({ after }) => after !== undefined).length > mostTexts;
}

/**
 * What could not be read is said and counts as not ready (design §6). Removed files need no text; links and other repositories
 * are the zone's to report, and so are pictures that are open to the PM, which an engineer looks at.
 */
export function reportUnread(context: ReviewContext): readonly Finding[] {
  if (isTooLarge(context.change)) return [reportSize(context)];
  const isLookedAt = (file: ChangedFile): boolean =>
    isUnreadPicture(file) && context.judgements.get(file.path)?.standing === 'editable';
  const unread = context.change.files.flatMap((file) => {
    const { path, after } = file;
    const reason = after?.unread;
    return reason === undefined || reason === 'symbolic-link' || reason === 'submodule' || isLookedAt(file)
      ? []
      : [{ path, reason, severity: 'needs-fix' as const }];
  });
  return limitFindings('zone', unread, ({ path, reason, severity }) => {
    const message = `${path} could not be reviewed, because ${why[reason]}. Leave it out, or ask your engineering DRI to make this part of the change.`;
    return { check: 'zone', severity, message, path, because: [] };
  });
}

function reportSize(context: ReviewContext): Finding {
  const message = `This change has ${context.change.files.length} files, and the texts of at most ${mostTexts} are read: nothing was looked at but where they lie. So many are seldom meant: put back what is no part of your change (often a formatter that ran over everything, or a folder of packages or of built files), or ask ${whoToAsk(context)} to make this change.`;
  return { check: 'size', severity: 'blocker', message, because: [] };
}
