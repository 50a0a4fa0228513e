import { Disposable, EventEmitter, TextDocumentChangeReason, Uri, workspace } from 'vscode';
import type { Range, Event, TextDocument } from 'vscode';
import type { QuickFixInput } from '../../../presentation/quick-fixes/quick-fix.js';
import { createTimers } from '../../ui/timers.js';
import { toRange } from '../../ui/editor-range.js';
import { toEditorText } from '../../../text/editor-text.js';
import { isAsBefore } from '../../../presentation/findings/is-as-before.js';
import { placeFindings, relocateFindings, type PlacedFinding } from '../../../presentation/findings/place-findings.js';
import type { ReviewedChange } from '../../../presentation/my-change/read-review.js';
import { isToldWhileTyping } from '../../../review/is-told-while-typing.js';
import type { Finding } from '../../../review/review.js';
import type { RepositorySession } from '../../sessions/repository-session.js';
import { isInRepository, pathInRepository, uriInRepository } from '../../sessions/repository-uri.js';
import type { Reviews } from '../../services/reviews.js';
import type { TypedFindings } from './typed-findings.js';

/** A finding with its range in the current text of the file. */
export interface DisplayedFinding {
  readonly finding: Finding;
  readonly range: Range;
  readonly session: RepositorySession;
  readonly reviewed: QuickFixInput['reviewed'];
}

/**
 * The findings of the last review of each repository, until they are known to be mended: by what is found while typing, by a quick fix, or
 * because their file is as it was before the change.
 */
export interface DisplayedFindings {
  readonly get: (uri: Uri) => readonly DisplayedFinding[];
  /** Hides a finding that was fixed, until a review reports it again. */
  readonly hide: (finding: Finding) => void;
  /** The displayed findings of these files changed. */
  readonly onDidChange: Event<readonly Uri[]>;
  readonly dispose: () => void;
}

interface DisplayedReview {
  readonly reviewed: ReviewedChange;
  /** By the URI of the file. */
  readonly problems: ReadonlyMap<string, readonly PlacedFinding[]>;
  /** Paths of files that are as they were before the change: nothing that was found about them holds any more. */
  readonly putBack: Set<string>;
}

/** Milliseconds: typing is not followed keystroke by keystroke. */
const settles = 80;

export function trackFindings(reviews: Reviews, typed: TypedFindings): DisplayedFindings {
  const changed = new EventEmitter<readonly Uri[]>();
  const displayed = new Map<RepositorySession, DisplayedReview>();
  const findings = new Map<string, readonly DisplayedFinding[]>();
  const hidden = new WeakSet<Finding>();
  const timers = createTimers();

  const place = (uri: Uri, document: TextDocument | undefined): void => {
    const address = uri.toString();
    const now = document && toEditorText(document.getText());
    const typing = now === undefined ? undefined : typed.get(uri);
    const found = [...displayed].flatMap(([session, { reviewed, problems, putBack }]) => {
      const own = (problems.get(address) ?? []).filter(({ finding }) => {
        const isBack =
          finding.path === undefined ? putBack.size === reviewed.change.files.length : putBack.has(finding.path);
        return (
          !isBack &&
          !(typing !== undefined && isToldWhileTyping(finding)) &&
          !isToldWhileWriting(finding, reviewed, now)
        );
      });
      const moved = now === undefined ? own : relocateIn(own, reviewed, now);
      return moved.map((each) => display(each, session, reviewed));
    });
    if (typing?.reviewed !== undefined && now !== undefined) {
      const { reviewed, session } = typing;
      const moved = relocateFindings(typing.findings, toEditorText(typing.text), now);
      found.push(...moved.map((each) => display(each, session, reviewed)));
    }
    findings.set(
      address,
      found.filter(({ finding }) => !hidden.has(finding)),
    );
    if (found.length === 0) findings.delete(address);
  };
  /** Undoing a quick fix shows its finding again. */
  const showAgain = (uri: Uri): void => {
    for (const { problems } of displayed.values())
      for (const { finding } of problems.get(uri.toString()) ?? []) hidden.delete(finding);
  };
  const update = (uris: readonly Uri[]): void => {
    for (const uri of uris) place(uri, openDocument(uri));
    if (uris.length > 0) changed.fire(uris);
  };
  const showReview = (session: RepositorySession): void => {
    const reviewed = reviews.get(session);
    const before = displayed.get(session);
    if (before?.reviewed === reviewed) return;
    const problems =
      reviewed === undefined ? new Map<string, readonly PlacedFinding[]>() : byAddress(session, reviewed);
    if (reviewed === undefined) displayed.delete(session);
    else displayed.set(session, { reviewed, problems, putBack: new Set() });
    for (const uri of [...problems.keys()].map((each) => Uri.parse(each))) void noteIfGone(uri);
    update([...new Set([...(before?.problems.keys() ?? []), ...problems.keys()])].map((each) => Uri.parse(each)));
  };
  const isDisplayed = (uri: Uri): boolean => {
    const address = uri.toString();
    return typed.get(uri) !== undefined || [...displayed.values()].some(({ problems }) => problems.has(address));
  };
  const updateLater = (uri: Uri): void => {
    if (isDisplayed(uri)) timers.set(settles, () => update([uri]), uri.toString());
  };
  /** A file's text is known to be this now; `undefined` where it is gone. */
  const noteText = (uri: Uri, text: string | undefined): void => {
    for (const [session, { reviewed, problems, putBack }] of displayed) {
      const path = isInRepository(session, uri) ? pathInRepository(session, uri) : undefined;
      const file = reviewed.change.files.find((each) => each.path === path);
      if (file === undefined) continue;
      const isBack = isAsBefore(file, text);
      if (isBack === putBack.has(file.path)) continue;
      if (isBack) putBack.add(file.path);
      else putBack.delete(file.path);
      update([...problems.keys()].map((each) => Uri.parse(each)));
    }
  };
  /** A file that went while the review ran has told nobody since. */
  const noteIfGone = (uri: Uri): Thenable<unknown> =>
    workspace.fs.stat(uri).then(undefined, () => noteText(uri, undefined));
  /** A changed file that is not open is read like an open one; the findings of a deleted file go, whose text VS Code may still hold. */
  const readAgain = (uri: Uri): void => {
    if (!isKnown(uri)) return;
    const read = workspace.fs.stat(uri).then(() => workspace.openTextDocument(uri));
    read.then(
      (document) => {
        noteText(uri, document.getText());
        if (isDisplayed(uri)) update([uri]);
      },
      () => {
        noteText(uri, undefined);
        if (findings.delete(uri.toString())) changed.fire([uri]);
      },
    );
  };
  /** It is shown with findings, or the last review looked at it. */
  const isKnown = (uri: Uri): boolean => {
    if (isDisplayed(uri)) return true;
    return [...displayed].some(([session, { reviewed }]) => {
      if (!isInRepository(session, uri)) return false;
      const path = pathInRepository(session, uri);
      return reviewed.change.files.some((file) => file.path === path);
    });
  };

  const files = workspace.createFileSystemWatcher('**/*');
  const subscriptions = Disposable.from(
    changed,
    timers,
    files,
    files.onDidCreate(readAgain),
    files.onDidChange(readAgain),
    files.onDidDelete(readAgain),
    reviews.onDidChange(showReview),
    typed.onDidChange((uri) => update([uri])),
    workspace.onDidChangeTextDocument(({ document, reason }) => {
      if (reason === TextDocumentChangeReason.Undo) showAgain(document.uri);
      if (displayed.size > 0) noteText(document.uri, document.getText());
      updateLater(document.uri);
    }),
    workspace.onDidOpenTextDocument(({ uri }) => {
      if (isDisplayed(uri)) update([uri]);
    }),
  );
  return {
    get: (uri) => findings.get(uri.toString()) ?? [],
    hide: (finding) => {
      hidden.add(finding);
      const uris = [...findings].filter(([, found]) => found.some((each) => each.finding === finding));
      update(uris.map(([address]) => Uri.parse(address)));
    },
    onDidChange: changed.event,
    dispose: () => void subscriptions.dispose(),
  };
}

function display(
  { finding, range }: PlacedFinding,
  session: RepositorySession,
  reviewed: DisplayedFinding['reviewed'],
): DisplayedFinding {
  return { finding, range: toRange(range), session, reviewed };
}

function byAddress(
  session: RepositorySession,
  reviewed: ReviewedChange,
): ReadonlyMap<string, readonly PlacedFinding[]> {
  return new Map(
    [...placeFindings(reviewed)].map(([path, problems]) => [uriInRepository(session, path).toString(), problems]),
  );
}

function relocateIn(
  problems: readonly PlacedFinding[],
  { change }: ReviewedChange,
  now: string,
): readonly PlacedFinding[] {
  const path = problems[0]?.path;
  const text = change.files.find((file) => file.path === path)?.after?.text;
  return text === undefined ? problems : relocateFindings(problems, toEditorText(text), now);
}

/** What a planning doc lacks is told while it is written, by what it says now. */
function isToldWhileWriting({ check, path }: Finding, { change }: ReviewedChange, now: string | undefined): boolean {
  if (check !== 'planning-complete' || now === undefined) return false;
  const text = change.files.find((file) => file.path === path)?.after?.text;
  return text !== undefined && toEditorText(text) !== now;
}

function openDocument(uri: Uri): TextDocument | undefined {
  const address = uri.toString();
  return workspace.textDocuments.find((document) => !document.isClosed && document.uri.toString() === address);
}
