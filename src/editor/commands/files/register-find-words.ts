import { commands, Disposable, l10n, Position, Range, window, workspace } from 'vscode';
import type { QuickPick, TextDocument } from 'vscode';
import { inBackground, logErrors } from '../../ui/log-errors.js';
import { locateWords } from '../../../presentation/words/locate-words.js';
import type { WordsProgress } from '../../../presentation/reader/reader-calls.js';
import type { ProductText } from '../../../presentation/words/product-text.js';
import { audienceOf } from '../../sessions/audience.js';
import { currentSnapshot } from '../../sessions/current-snapshot.js';
import type { Services } from '../../services/services.js';
import { uriInRepository } from '../../sessions/repository-uri.js';
import type { RepositorySession } from '../../sessions/repository-session.js';
import type { SessionSnapshot } from '../../sessions/repository-state.js';
import { readSettings } from '../../ui/editor-settings.js';
import { createTimers } from '../../ui/timers.js';
import { registerCommand } from '../../ui/register-command.js';
import { editButton, wordPickItems, type WordPickItem } from './word-pick-items.js';
import type { WordSearch } from './word-search.js';

/** “Find words from the product”: the PM types what the screen shows and gets where it is defined, and whether they may edit it. */
export function registerFindWords({ log, reader, current }: Pick<Services, 'log' | 'reader' | 'current'>): Disposable {
  const searches = new Map<RepositorySession, WordSearch>();
  const searchOf = async (session: RepositorySession): Promise<WordSearch> => {
    const { createWordSearch } = await import('./word-search.js');
    const search = searches.get(session) ?? createWordSearch(reader, session.root);
    searches.set(session, search);
    return search;
  };
  return Disposable.from(
    registerCommand(log, 'pmZone.findWords', async (typed) => {
      const { session, snapshot } = await currentSnapshot(current, {
        noRepository: l10n.t('Open a folder with a git repository first, then search again.'),
        noPolicy: l10n.t(
          'This repository has no PM zone yet, so PM Zone reads nothing in it. Ask an engineer for one.',
        ),
      });
      const isPm = audienceOf(session.state, readSettings()) === 'pm';
      pickWords(await searchOf(session), snapshot, isPm, typeof typed === 'string' ? typed : '', log);
    }),
    new Disposable(() => {
      for (const search of searches.values()) search.dispose();
    }),
  );
}

/** Results shown; nobody reads a longer list. */
const maxResults = 100;
/** Milliseconds without a keystroke. */
const pause = 80;

function pickWords(
  search: WordSearch,
  snapshot: SessionSnapshot,
  isPm: boolean,
  typed: string,
  log: Services['log'],
): void {
  const pick = window.createQuickPick<WordPickItem>();
  const reading = new AbortController();
  let progress: WordsProgress | undefined;
  const timers = createTimers();
  pick.title = l10n.t('Find words from the product');
  pick.placeholder = l10n.t('Type what you read on the screen, for example: No boards yet');
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  keepOrder(pick);
  let asked = 0;
  let shown = 0;
  const find = async (): Promise<void> => {
    asked += 1;
    const [own, typed] = [asked, pick.value];
    const found = await search.find(typed, maxResults);
    // An answer that comes after a newer one says nothing.
    if (own < shown || reading.signal.aborted) return;
    shown = own;
    pick.items = wordPickItems(found, typed, isPm, progress);
  };
  const show = inBackground(log, find);
  const fill = async (): Promise<void> => {
    pick.busy = true;
    let last = performance.now();
    const onProgress = (now: WordsProgress): void => {
      progress = now;
      if (performance.now() - last < 500) return;
      last = performance.now();
      show();
    };
    try {
      progress = await search.read(snapshot, { signal: reading.signal, onProgress });
    } finally {
      if (!reading.signal.aborted) pick.busy = false;
    }
    show();
  };
  const listening = Disposable.from(
    pick.onDidChangeValue(() => timers.set(pause, show)),
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      const query = pick.value;
      if (chosen?.words === undefined && chosen?.searchFor === undefined) return;
      pick.hide();
      const done = chosen.words === undefined ? searchEverywhere(query) : openWords(snapshot, chosen.words, query);
      done.catch(logErrors(log));
    }),
    pick.onDidTriggerItemButton(({ item, button }) => {
      if (item.words === undefined) return;
      pick.hide();
      const { path, at } = item.words;
      if (button === editButton) void commands.executeCommand('pmZone.editWords', path, at.line, at.column);
      else void commands.executeCommand('pmZone.why', uriInRepository(snapshot, path));
    }),
    pick.onDidHide(() => {
      reading.abort();
      timers.dispose();
      listening.dispose();
      pick.dispose();
    }),
  );
  pick.value = typed;
  pick.show();
  pick.items = wordPickItems({ matches: [], more: 0 }, typed, isPm, progress);
  inBackground(log, fill)();
}

/** By default VS Code moves items whose label contains the query to the top; ours are ranked already. */
function keepOrder(pick: QuickPick<WordPickItem>): void {
  Object.assign(pick, { sortByLabel: false });
}

/** Opens the file with the words selected: all that the text has, so that what is typed takes their place. */
async function openWords(snapshot: SessionSnapshot, text: ProductText, typed: string): Promise<void> {
  const document = await workspace.openTextDocument(uriInRepository(snapshot, text.path));
  const range = rangeOf(document, text, typed);
  // Selecting again afterwards would disturb typing that has already begun.
  await window.showTextDocument(document, { preview: true, selection: range });
}

function rangeOf(document: TextDocument, { at, to }: ProductText, typed: string): Range {
  const whole = document.validateRange(
    new Range(new Position(at.line - 1, at.column - 1), new Position(to.line - 1, to.column - 1)),
  );
  const place = locateWords(document.getText(whole), typed);
  if (place === undefined) return whole;
  const start = document.offsetAt(whole.start);
  return new Range(document.positionAt(start + place.start), document.positionAt(start + place.end));
}

async function searchEverywhere(query: string): Promise<void> {
  await commands.executeCommand('workbench.action.findInFiles', { query, triggerSearch: true });
}
