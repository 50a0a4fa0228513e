import type { Unread } from '../../change/change.js';
import type { ReviewContext } from '../check.js';
import type { Finding } from '../review.js';
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

/**
 * What could not be read is said and counts as not ready (design §6). Removed files need no text; links and other repositories
 * are the zone's to report.
 */
export function reportUnread(context: ReviewContext): readonly Finding[] {
  const unread = context.change.files.flatMap(({ path, after }) =>
    after?.unread === undefined || after.unread === 'symbolic-link' || after.unread === 'submodule'
      ? []
      : [{ path, reason: after.unread, severity: 'needs-fix' as const }],
  );
  return limitFindings('zone', unread, ({ path, reason, severity }) => {
    const message = `${path} could not be reviewed, because ${why[reason]}. Leave it out, or ask your engineering DRI to make this part of the change.`;
    return { check: 'zone', severity, message, path, because: [] };
  });
}
