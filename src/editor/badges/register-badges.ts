import { Disposable, FileDecoration, ThemeColor, window, workspace } from 'vscode';
import type { FileDecorationProvider, ProviderResult, Uri } from 'vscode';
import { createStandingBadges, type StandingBadge } from '../../presentation/my-zone/standing-badge.js';
import type { Judgement } from '../../policy/policy.js';
import { createRequestedFiles, type RequestedFile } from './painting/requested-files.js';
import { audienceOf } from '../sessions/audience.js';
import type { Services } from '../services/services.js';
import { createRepaint } from './painting/repaint.js';
import type { SessionSnapshot } from '../sessions/repository-state.js';
import { readSettings, affectsSettings } from '../ui/editor-settings.js';
import { describeStanding } from './describe-standing.js';
import type { FileLocation } from '../sessions/session-cache.js';

/** Marks files and folders with their standing wherever VS Code lists them. */
export function registerBadges(services: Pick<Services, 'sessions'>): Disposable {
  const badges = createBadges(services);
  return Disposable.from(badges, window.registerFileDecorationProvider(badges));
}

/** Returns the badge of each requested file, and reports when exactly these are to be repainted. */
export function createBadges({
  sessions,
}: Pick<Services, 'sessions'>): Required<FileDecorationProvider> & { readonly dispose: () => void } {
  const asked = createRequestedFiles();
  const repaint = createRepaint();
  const paint = createPainter();
  let settings = readSettings();

  const forget = (): void => {
    repaint.all();
    asked.clear();
  };
  const repaintOf = (wanted: (file: RequestedFile) => boolean): void => {
    if (asked.isPartial()) forget();
    else repaint.files(asked.latest(wanted));
  };
  const decorate = ({ session, path }: FileLocation, uri: Uri): FileDecoration | undefined => {
    const { state } = session;
    if (state === undefined) {
      // `onDidChange` reports the outcome, and a failure is logged where it happens.
      session.ready().catch(() => undefined);
      return undefined;
    }
    if (state.kind !== 'open' || audienceOf(state, settings) !== 'pm') return undefined;
    return paint(state.snapshot, path, topOf(uri, path));
  };
  const provideFileDecoration = (uri: Uri): ProviderResult<FileDecoration> => {
    if (uri.scheme !== 'file') return undefined;
    const file = asked.get(uri);
    if (!settings.badges) return undefined;
    if (file.location !== undefined) return decorate(file.location, uri);
    return sessions.locate(uri).then((location) => {
      file.location = location;
      return location && decorate(location, uri);
    });
  };

  const subscriptions = Disposable.from(
    repaint,
    sessions.onDidChange((session) => repaintOf(({ location }) => location?.session === session)),
    sessions.onDidInvalidate(forget),
    workspace.onDidGrantWorkspaceTrust(forget),
    workspace.onDidChangeConfiguration((event) => {
      settings = readSettings();
      if (affectsSettings(event, 'badges', 'role')) repaintOf(() => true);
    }),
  );
  return {
    onDidChangeFileDecorations: repaint.onDidChange,
    provideFileDecoration,
    dispose: () => void subscriptions.dispose(),
  };
}

/** The root of VS Code's lists of files: with one folder open its own row is not shown, with several each has one. */
function topOf(uri: Uri, path: string): string {
  const folder = workspace.getWorkspaceFolder(uri);
  if (folder === undefined || (workspace.workspaceFolders?.length ?? 0) > 1) return '';
  const below = uri.path.length - folder.uri.path.length;
  return path.slice(0, Math.max(0, path.length - below));
}

/** Creates decorations; equal ones share one object. The cache of a snapshot is collected with it. */
function createPainter(): (snapshot: SessionSnapshot, path: string, top: string) => FileDecoration | undefined {
  const badgesOf = new WeakMap<SessionSnapshot, ReturnType<typeof createStandingBadges>>();
  const signs = new WeakMap<Judgement, FileDecoration>();
  const covered = new WeakMap<Judgement, FileDecoration>();
  return (snapshot, path, top) => {
    const badges = badgesOf.get(snapshot) ?? createStandingBadges(snapshot);
    badgesOf.set(snapshot, badges);
    const badge = badges(path, top);
    if (badge === undefined) return undefined;
    const known = badge.isCovered ? covered : signs;
    const decoration = known.get(badge.judgement) ?? decorationOf(badge);
    known.set(badge.judgement, decoration);
    return decoration;
  };
}

function decorationOf({ judgement, isCovered }: StandingBadge): FileDecoration {
  const { standing } = judgement;
  const sign = isCovered ? undefined : signOf[standing];
  return new FileDecoration(sign, describeStanding(judgement), new ThemeColor(`pmZone.${standing}Foreground`));
}

const signOf = { locked: '🔒', pair: '◐', editable: '✎' } as const;
