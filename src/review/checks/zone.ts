import type { ChangedFile } from '../../change/change.js';
import { describeReason } from '../../policy/describe-reason.js';
import { hasManifestName } from '../../policy/judge.js';
import type { Check, Report, ReviewContext } from '../check.js';
import { findCoAuthors } from '../find-co-authors.js';
import { placeOfFile } from '../engine/place-of-file.js';
import { isManifest } from '../is-manifest.js';
import { whoToAsk } from '../who-to-ask.js';

/** The PM may touch every path of the change: design §4, rows 1 to 3 and 5 to 8 (row 4 is the `codeowners` check), and makes no program of a file. */
export const zone: Check = {
  id: 'zone',
  section: 'Scope',
  severity: 'blocker',
  due: 'commit',
  readsTexts: false,
  stopsCommit: true,
  kept: 'always',
  run(context) {
    const engineers = findCoAuthors(context);
    const asked = whoToAsk(context);
    const reports = context.change.files.flatMap((file): Report[] => {
      const judgement = context.judgements.get(file.path);
      if (judgement === undefined || judgement.row === 4) return [];
      const isOpen = judgement.standing === 'editable';
      const manifest = isOpen ? holdsManifest(file) : undefined;
      if (manifest !== undefined) {
        const message = `${file.path} is locked: ${manifest}. Put it back as it was, and ask ${asked} to make this part.`;
        return [{ ...placeOfFile(file), because: judgement.because, message }];
      }
      if (isOpen && !becomesProgram(file)) return [];
      const place = { ...placeOfFile(file), because: judgement.because };
      const reason = isOpen
        ? 'it can be run as a program now, which no text needs (chmod -x takes that back)'
        : describeReason(judgement);
      if (judgement.standing === 'locked') {
        const message = `${file.path} is locked: ${reason}. Put it back as it was, and ask ${asked} to make this part.`;
        return [{ ...place, message }];
      }
      if (engineers.length > 0) {
        const message = `${file.path} needs an engineer: ${reason}. ${engineers.join(', ')} is named as co-author, and your engineering DRI (the engineer who answers for the change) proves it by approving the pull request.`;
        return [{ ...place, severity: 'note', message }];
      }
      const message = `${file.path} needs an engineer: ${reason}. Work on it together with ${asked} and name them as co-author of the commit, or put it back as it was.`;
      return [{ ...place, severity: unpaired(context), message }];
    });
    return { reports, claimed: reports.some((report) => report.severity === 'note') };
  },
};

/** Why an open file that is called like a manifest, as catalogs are in the folders of languages alone, is none of these; what nobody can read may be one. */
function holdsManifest({ path, before, after }: ChangedFile): string | undefined {
  if (!hasManifestName(path)) return undefined;
  const versions = [before, after].filter((version) => version !== undefined);
  return versions.some(({ text }) => text === undefined || isManifest(text))
    ? 'it lies where texts do, and holds what tools would read as a part of the repository that is built or run, or cannot be read'
    : undefined;
}

/** By its mode in git; of a file that git does not have yet, the disk alone says it, and some disks say it of every file. */
function becomesProgram({ before, after, renamedFrom }: ChangedFile): boolean {
  return (
    after?.mode === '100755' &&
    before?.mode !== '100755' &&
    renamedFrom === undefined &&
    (before ?? after).oid !== undefined
  );
}

/** At a commit the message does not exist yet; `commit-msg` looks for the co-author (design §6, "Moments"). */
function unpaired(context: ReviewContext): 'blocker' | 'needs-fix' {
  return context.moment === 'commit' || context.moment === 'edit' ? 'needs-fix' : 'blocker';
}
