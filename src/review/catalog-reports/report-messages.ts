import type { Report } from '../check.js';
import type { CatalogFamily } from '../../catalogs/collect-catalog-families.js';
import { areLinkedAlike } from './differences/compare-links.js';
import type { ChangesInCode } from '../../catalogs/code-changes.js';
import { ignoreAlikeForms } from './differences/ignore-alike-forms.js';
import { ignoreKnown } from './differences/ignore-known.js';
import { ignoreRemoved } from './differences/ignore-removed.js';
import { compareShapes, describeShapeDifference } from '../../catalogs/compare-shapes.js';
import { asNumber, findNewlyFormatted } from '../../catalogs/find-newly-formatted.js';
import { oneSign } from './differences/one-sign.js';
import { findUnbalancedTag } from '../../catalogs/find-tags.js';
import type { ReadIcu } from '../../catalogs/message-shape.js';
import { findText, type CatalogEntry } from '../../catalogs/catalog.js';
import { chooseReference, reportLanguages } from './report-languages.js';
import { withLostNumber } from './differences/with-lost-number.js';
import { withoutFollowing } from './differences/without-following.js';
import { placeInText } from './place-in-text.js';
import { reportLineBreaks } from './report-line-breaks.js';
import { reportRunning } from './report-running.js';
import { reportLostForm } from './differences/report-lost-form.js';
import { reportGarbledInText } from '../unseen/report-garbled.js';
import { reportMixedInText } from '../unseen/report-mixed.js';
import { reportUnseenInText } from '../unseen/report-unseen.js';
import { writtenTexts, type ChangedText } from './written-texts.js';
import { advice, reportTranslation } from './report-translation.js';
import { createShapeReader, type ShapeReader } from './shape-reader.js';

/**
 * What is wrong with the messages that the change writes: ICU that does not parse; placeholders, tags, plural or select arms that
 * differ from before or from the other languages. What differed from them in the same way before is only noted.
 */
export function reportMessages(
  members: CatalogFamily,
  readIcu: ReadIcu | undefined,
  inCode: ChangesInCode,
): readonly Report[] {
  const read = createShapeReader(members, readIcu);
  const reports: Report[] = [];
  const settled = new Set<CatalogEntry>();
  const keys = new Set<string>();
  for (const member of members) {
    for (const text of writtenTexts(member)) {
      keys.add(text.id);
      const report =
        reportRunning(text) ??
        reportUnseenInText(text) ??
        reportMixedInText(text) ??
        reportGarbledInText(text) ??
        reportCut(text) ??
        reportBroken(text, members, read) ??
        reportChanged(text, members, read, inCode) ??
        reportTag(text) ??
        reportTranslation(text, members, read) ??
        reportLineBreaks(text);
      if (report === undefined) continue;
      reports.push(report);
      settled.add(text.entry);
    }
  }
  for (const id of keys) reports.push(...reportLanguages(id, members, settled, read));
  return reports;
}

/** A message that no app can read, and that could be read before, as could the one that it translates. */
function reportBroken(text: ChangedText, members: CatalogFamily, read: ShapeReader): Report | undefined {
  const { fault } = text.entry;
  if (fault !== undefined && text.before?.fault === undefined)
    return reportAt(text, 0, `because ${fault}. Write it so here.`);
  const { problem } = read(text.entry);
  if (problem === undefined || (text.before !== undefined && read(text.before).problem !== undefined)) return undefined;
  const reference = chooseReference(members, text.id, read);
  const original = reference?.member === text.member ? undefined : findText(reference?.member.before, text.id)?.value;
  const source = original ?? text.entry.source;
  if (source !== undefined && read({ value: source }).problem !== undefined) return undefined;
  return reportAt(text, problem.offset, `because ${problem.message}. ${problem.advice ?? 'Fix the placeholder here.'}`);
}

/** A text of YAML that ends where a sign in it begins a comment. */
function reportCut({ entry, before, after }: ChangedText): Report | undefined {
  if (entry.cut === undefined || entry.cut === before?.cut) return undefined;
  const message = `“${entry.label}” ends before “${entry.cut.slice(0, 60)}”: what a “#” begins is a comment, which users never see. Put the whole text in quotation marks.`;
  return { message, path: after.path, ...entry.at, key: { name: entry.label, kind: 'text' } };
}

/** A tag that is never closed, never opened or closed in another's place, where neither the text before nor the one that this translates has the like. */
function reportTag(text: ChangedText): Report | undefined {
  const { entry, before } = text;
  const found = findUnbalancedTag(entry.value);
  if (found === undefined) return undefined;
  // Parts of a sentence may be texts of their own.
  if ([before?.value, entry.source].some((each) => each !== undefined && findUnbalancedTag(each) !== undefined))
    return undefined;
  if (found.crossed !== undefined) {
    const [tag, inner] = [found.tag, found.crossed].map((each) => each.slice(0, 60));
    return reportAt(
      text,
      found.offset,
      `because “${tag}” stands before “${inner}” is closed. Close first what was opened last.`,
    );
  }
  const why = /^(?:<\/|\{CLOSE)/.test(found.tag) ? 'opened before it' : 'closed';
  return reportAt(text, found.offset, `because “${found.tag.slice(0, 60)}” is never ${why}. Write both, or none.`);
}

function reportAt({ member, after, entry }: ChangedText, offset: number, because: string): Report {
  const message = `The app cannot read “${entry.label}”, ${because}`;
  return {
    message,
    path: after.path,
    ...placeInText(member, after, entry, offset),
    key: { name: entry.label, kind: 'text' },
  };
}

/** A message that lost or won what the app fills in, unless that brings a translation in line with the language the others follow. */
function reportChanged(
  { member, id, entry, before }: ChangedText,
  members: CatalogFamily,
  read: ShapeReader,
  inCode: ChangesInCode,
): Report | undefined {
  if (before === undefined || entry.value.trim() === '') return undefined;
  const catalogs = [member.before, member.after];
  const isPlain = (each: CatalogEntry): boolean => read(each).placeholders.size === 0;
  if (areLinkedAlike([entry, before], catalogs, isPlain)) return undefined;
  const { path, locale } = member.location;
  const reference = chooseReference(members, id, read);
  const old = reference?.member === member ? undefined : findText(reference?.member.before, id);
  const follows = reference !== undefined && old !== undefined;
  const change = ignoreRemoved(
    compareShapes(entry, read(entry), read(before), locale, true),
    before.value,
    entry.value,
  );
  const own = ignoreAlikeForms(change, before.value);
  const difference = ignoreKnown(
    follows
      ? withLostNumber(
          withoutFollowing(own, entry, reference.entry, locale, read),
          read(entry),
          read(before),
          read(reference.entry),
        )
      : own,
    catalogs,
    entry,
    isPlain,
    before.value,
  );
  const place = { path, ...entry.at, key: { name: entry.label, kind: 'text' } } as const;
  if (difference === undefined) {
    const wanted = follows ? findNewlyFormatted(before.value, reference.entry.value) : [];
    const name = findNewlyFormatted(before.value, entry.value).find((each) => !wanted.includes(each));
    if (name === undefined) return reportLostForm(entry, before, follows ? [old, reference.entry] : undefined, place);
    const message = `“${entry.label}” now fills {${name}} ${asNumber}`;
    return { message, undecided: true, ...place };
  }
  // What a text has in another form of its own, its source says nothing of.
  const inSource = (name: string): boolean =>
    !name.startsWith('<') && entry.source !== undefined && read({ value: entry.source }).placeholders.has(name);
  const isOfForm = (name: string): boolean => name === '|' || read(entry).placeholders.has(name) || inSource(name);
  if (!difference.missing.some(isOfForm) && followsSource(entry, before, locale, read)) return undefined;
  const words = `“${entry.label}” now ${describeShapeDifference(difference, [before.value, entry.value])}`;
  const named = [...difference.missing, ...difference.extra];
  // The arms of a plural are asked for by its own name.
  const arm = String(entry.path.findLast((step) => typeof step === 'string' && !isArm.test(step)) ?? '');
  if (difference.arms.length === 0 && named.every((placeholder) => inCode(placeholder, arm)))
    return { message: `${words}, and the code of this change deals with that.`, severity: 'note', ...place };
  if (difference.missing.length === 0 && oneSign(before.value) === oneSign(entry.value))
    return { message: `${words}, where only another sign stood. ${repaired}`, undecided: true, ...place };
  const filled = { more: difference.extra, less: difference.missing };
  return { message: `${words}. ${advice}`, ...place, ...(difference.arms.length === 0 && { filled }) };
}

const repaired =
  'That repairs the text if the app fills something in there. Your engineering DRI says in the pull request whether it does.';

const isArm = /^(?:zero|one|two|few|many|other|=?\d+)$/;

/** Does it say of what is filled in what the words that it translates say, and said before? Who changes both has nothing to follow. */
function followsSource(
  { source, ...entry }: CatalogEntry,
  before: CatalogEntry,
  locale: string | undefined,
  read: ShapeReader,
): boolean {
  if (source === undefined || compareShapes(entry, read(entry), read({ value: source }), locale, false) !== undefined)
    return false;
  const old = before.source;
  return (
    old === undefined || compareShapes(entry, read({ value: source }), read({ value: old }), locale, true) === undefined
  );
}
