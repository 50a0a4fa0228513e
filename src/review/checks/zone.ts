import type { ChangedFile } from '../../change/change.js';
import { isUnreadPicture } from '../../change/is-unread-picture.js';
import { saysMadeByMachine } from '../../change/says-made-by-machine.js';
import { describeReason } from '../../policy/describe-reason.js';
import { hasManifestName } from '../../policy/judge.js';
import type { Check, Report, ReviewContext } from '../check.js';
import { findPairing } from '../find-pairing.js';
import { openForWords } from '../gates/reports/open-for-words.js';
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
    const report = createReporter(context);
    const reports = context.change.files.flatMap((file) => report(file) ?? []);
    const claimed = reports.some(({ severity, undecided }) => severity === 'note' && undecided !== true);
    // A commit waits for nothing that only asks.
    const isEarly = context.moment === 'commit' || context.moment === 'edit';
    if (isEarly) return { reports, claimed };
    const all = [...reports, ...reportMade(context)];
    const forWords = openForWords(context);
    return forWords.size === 0
      ? { reports: all, claimed }
      : withBeyondWords({ reports: all, claimed }, forWords, context);
  },
};

interface Found {
  readonly reports: readonly Report[];
  readonly claimed: boolean;
}

async function withBeyondWords(
  { reports, claimed }: Found,
  files: ReadonlyMap<ChangedFile, string>,
  context: ReviewContext,
): Promise<Found> {
  const { reportBeyondWords } = await import('../gates/reports/report-beyond-words.js');
  return { reports: [...reports, ...(await reportBeyondWords(files, context))], claimed };
}

/** What is to be said of a file, if anything: of a hundred thousand, so that what all have in common is made once. */
function createReporter(context: ReviewContext): (file: ChangedFile) => Report | undefined {
  const engineers = findPairing(context);
  const asked = whoToAsk(context);
  const unpaired = severityOfUnpaired(context);
  const lockedEnd = `. Put it back as it was, and ask ${asked} to make this part.`;
  const unpairedEnd = `. Work on it together with ${asked} and name them as co-author of the commit, or put it back as it was.`;
  const lookedAt = `. ${asked} looks at it, and confirms it in the pull request.`;
  return (file) => {
    const { path } = file;
    const judgement = context.judgements.get(path);
    if (judgement === undefined || judgement.row === 4) return undefined;
    const { because, standing } = judgement;
    const isOpen = standing === 'editable';
    const manifest = isOpen ? holdsManifest(file) : undefined;
    if (isOpen && manifest === undefined && !becomesProgram(file))
      return isUnreadPicture(file)
        ? {
            path,
            severity: 'note',
            undecided: true,
            message: `What the picture ${path} shows nobody can read here${lookedAt}`,
          }
        : undefined;
    const reason = manifest ?? (isOpen ? program : describeReason(judgement));
    const isLocked = manifest !== undefined || standing === 'locked';
    const paired = isLocked ? [] : engineers.of(path);
    const severity = isLocked ? 'blocker' : paired.length > 0 ? 'note' : unpaired;
    const since = context.closedSince?.has(path) === true ? closedSince : '';
    const message = isLocked
      ? `${path} is locked: ${reason}${since}${lockedEnd}`
      : `${path} needs an engineer: ${reason}${since}${paired.length > 0 ? pairedEnd(paired) : unpairedEnd}`;
    const { line, column = 1 } = placeOfFile(file);
    // Each written out, which takes a third of the memory.
    return line === undefined
      ? { path, because, severity, message }
      : { path, line, column, because, severity, message };
  };
}

/** What becomes of a claim that an engineer works on it. */
function pairedEnd(engineers: readonly string[]): string {
  return `. ${engineers.join(', ')} is named as author or co-author, and your engineering DRI (the engineer who answers for the change) proves it by approving the pull request.`;
}

/** In the middle of a sentence. */
const closedSince = '. It was yours to edit when this change began, and the policy was changed since';

const program = 'it can be run as a program now, which no text needs (chmod -x takes that back)';

/** Open files that say at their head that a machine writes them: what is changed by hand is gone when it does so again. Whether it was made anew here nobody can tell. */
function reportMade(context: ReviewContext): readonly Report[] {
  return context.change.files.flatMap((file): readonly Report[] => {
    const text = file.after === undefined ? undefined : file.before?.text;
    if (text === undefined || context.judgements.get(file.path)?.standing !== 'editable') return [];
    if (!saysMadeByMachine(text)) return [];
    const message = `${file.path} says at its head that a program writes it, so what is changed in it by hand is lost when that runs again. Ask ${whoToAsk(context)} what it is made from and make your change there; that it is right here they confirm in the pull request.`;
    return [{ path: file.path, ...placeOfFile(file), severity: 'note', undecided: true, message }];
  });
}

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
function severityOfUnpaired(context: ReviewContext): 'blocker' | 'needs-fix' {
  return context.moment === 'commit' || context.moment === 'edit' ? 'needs-fix' : 'blocker';
}
