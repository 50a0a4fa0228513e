import type { CatalogMember } from '../../catalogs/collect-catalog-families.js';
import { isMisread } from '../catalog-reports/differences/is-misread.js';
import type { Check, Outcome, ReviewContext } from '../check.js';
import { partTextsAndCode } from '../unsafe/part-texts-and-code.js';
import { mayHoldBlockingParts, mayHoldParts } from '../unsafe/may-hold-parts.js';
import { hostsOfLines, hostsOfTexts } from '../unsafe/hosts-of-change.js';
import { readFamilies, readMembers } from '../unsafe/read-written-catalogs.js';
import { reportActivePicture } from '../unsafe/report-active-picture.js';
import { reportBesideTexts } from '../unsafe/report-beside-texts.js';
import { reportNewHosts } from '../unsafe/report-new-hosts.js';
import { reportUnsafeProse } from '../unsafe/report-unsafe-prose.js';
import { reportUnsafeTexts } from '../unsafe/report-unsafe-texts.js';
import { reportYamlObjects } from '../unsafe/report-yaml-objects.js';
import { whoToAsk } from '../who-to-ask.js';

/**
 * No unsafe code, HTML or address of another site comes in (design §6, "Security and privacy"): what texts, prose, prompts and flags gain is looked
 * through for what does something on a page and for sites that are new; whether code is unsafe is the engineering DRI's to say. Signs that nobody
 * sees are reported by `copy-catalog`.
 */
export const unsafeCode: Check = {
  id: 'unsafe-code',
  section: 'Security and privacy',
  severity: 'blocker',
  due: 'commit',
  run,
};

/** A commit waits for what stops it alone: of what a person is asked about nothing is looked for until the pull request is made. */
async function run(context: ReviewContext): Promise<Outcome> {
  const isCommit = context.moment === 'commit';
  const who = whoToAsk(context);
  const { places, prose, code } = await partTextsAndCode(context);
  const members = await readMembers(places, isCommit ? mayHoldBlockingParts : mayHoldParts, context);
  // A language that the change writes is none that had a text before.
  const asked = members.some(({ member }) => isDoubtful(member)) ? members : [];
  const families = await readFamilies(
    asked.map(({ file }) => file),
    context,
  );
  const blocking = [
    ...families.flatMap((family) => reportUnsafeTexts(family, who)),
    ...prose.flatMap((file) => reportYamlObjects(file, who)),
  ];
  if (isCommit) return { reports: blocking, undecided: true };
  const hosts = [
    ...members.flatMap(({ member, file }) => [...hostsOfTexts(member), ...hostsOfLines(file)]),
    ...prose.flatMap(hostsOfLines),
  ];
  const reports = [
    ...blocking,
    ...families.flatMap((family) => reportBesideTexts(family, who)),
    ...prose.flatMap((file) => reportUnsafeProse(file, who)),
    ...code.flatMap((file) => reportActivePicture(file, who)),
    ...(await reportNewHosts(hosts, context, who)),
  ];
  const isUnread = members.some(({ member: { after } }) => after !== undefined && isMisread(after));
  return { reports, ...((code.length > 0 || isUnread) && { undecided: true }) };
}

/** Whether something is to be said of a language by itself; with the others it may be a translation. */
function isDoubtful(member: CatalogMember): boolean {
  return reportUnsafeTexts([member], '').length > 0 || reportBesideTexts([member], '').length > 0;
}
