import { Disposable, EventEmitter, TextDocumentChangeReason, Uri, workspace } from 'vscode';
import type { Range, Event, TextDocument } from 'vscode';
import { createTimers } from '../../ui/timers.js';
import { toRange } from '../../ui/editor-range.js';
import { toEditorText } from '../../../text/editor-text.js';
import { placeFindings, relocateFindings, type PlacedFinding } from '../../../presentation/findings/place-findings.js';
import type { ReviewedChange } from '../../../presentation/my-change/read-review.js';
import type { Finding } from '../../../review/review.js';
import type { RepositorySession } from '../../sessions/repository-session.js';
import { uriInRepository } from '../../sessions/repository-uri.js';
import type { Reviews } from '../../services/reviews.js';

/** A finding with its range in the current text of the file. */
export interface DisplayedFinding {
  readonly finding: Finding;
  readonly range: Range;
  readonly session: RepositorySession;
  readonly reviewed: ReviewedChange;
}

/** The findings of the last review of each repository, as far as the text they are about is still as reviewed. */
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
}

/** Milliseconds: typing is not followed keystroke by keystroke. */
const settles = 80;

export function trackFindings(reviews: Reviews): DisplayedFindings {
  const changed = new EventEmitter<readonly Uri[]>();
  const displayed = new Map<RepositorySession, DisplayedReview>();
  const findings = new Map<string, readonly DisplayedFinding[]>();
  const hidden = new WeakSet<Finding>();
  const timers = createTimers();

  const place = (uri: Uri, document: TextDocument | undefined): void => {
    const address = uri.toString();
    const found = [...displayed].flatMap(([session, { reviewed, problems }]) => {
      const own = problems.get(address) ?? [];
      const moved = document === undefined ? own : relocateIn(own, reviewed, document);
      return moved.map(({ finding, range }): DisplayedFinding => ({
        finding,
        range: toRange(range),
        session,
        reviewed,
      }));
    });
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
    else displayed.set(session, { reviewed, problems });
    update([...new Set([...(before?.problems.keys() ?? []), ...problems.keys()])].map((each) => Uri.parse(each)));
  };
  const isDisplayed = (uri: Uri): boolean => {
    const address = uri.toString();
    return [...displayed.values()].some(({ problems }) => problems.has(address));
  };
  const updateLater = (uri: Uri): void => {
    if (isDisplayed(uri)) timers.set(settles, () => update([uri]), uri.toString());
  };
  /** A changed file that is not open is read like an open one; the findings of a deleted file go. */
  const readAgain = (uri: Uri): void => {
    if (!isDisplayed(uri) || openDocument(uri) !== undefined) return;
    workspace.openTextDocument(uri).then(
      () => update([uri]),
      () => {
        findings.delete(uri.toString());
        changed.fire([uri]);
      },
    );
  };

  const files = workspace.createFileSystemWatcher('**/*', true, false, false);
  const subscriptions = Disposable.from(
    changed,
    timers,
    files,
    files.onDidChange(readAgain),
    files.onDidDelete(readAgain),
    reviews.onDidChange(showReview),
    workspace.onDidChangeTextDocument(({ document, reason }) => {
      if (reason === TextDocumentChangeReason.Undo) showAgain(document.uri);
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
  document: TextDocument,
): readonly PlacedFinding[] {
  const path = problems[0]?.path;
  const text = change.files.find((file) => file.path === path)?.after?.text;
  return text === undefined
    ? problems
    : relocateFindings(problems, toEditorText(text), toEditorText(document.getText()));
}

function openDocument(uri: Uri): TextDocument | undefined {
  const address = uri.toString();
  return workspace.textDocuments.find((document) => !document.isClosed && document.uri.toString() === address);
}
