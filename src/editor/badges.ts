import {
  Disposable,
  FileDecoration,
  ThemeColor,
  window,
  workspace,
  type FileDecorationProvider,
  type ProviderResult,
  type Uri,
} from 'vscode';
import { createStandingBadges, type StandingBadge } from '../guide/standing-badge.js';
import type { Judgement } from '../policy/policy.js';
import { createAskedFiles, type AskedFile } from './asked-files.js';
import { audienceOf } from './audience.js';
import { createPaintAtOnce } from './paint-at-once.js';
import type { Parts } from './parts.js';
import { createRepaint } from './repaint.js';
import type { ZoneView } from './repository-state.js';
import { readSettings, touches } from './settings.js';
import { standingWords } from './standing-words.js';
import type { PlaceInZone } from './zones.js';

/** Marks files and folders with their standing wherever VS Code lists them. */
export function registerBadges(parts: Pick<Parts, 'zones'>): Disposable {
  const badges = createBadges(parts);
  return Disposable.from(badges, window.registerFileDecorationProvider(badges));
}

/** Gives each file that is asked about its badge, and says when exactly these are to be painted anew. */
export function createBadges({
  zones,
}: Pick<Parts, 'zones'>): Required<FileDecorationProvider> & { readonly dispose: () => void } {
  const asked = createAskedFiles();
  const repaint = createRepaint();
  const atOnce = createPaintAtOnce();
  const paint = createPainter();
  let settings = readSettings();

  const forget = (): void => {
    repaint.all();
    asked.clear();
  };
  const repaintOf = (wanted: (file: AskedFile) => boolean): void => {
    if (asked.isPartial()) forget();
    else {
      atOnce.expect();
      repaint.files(asked.latest(wanted));
    }
  };
  const decorate = ({ zone, path }: PlaceInZone, uri: Uri): FileDecoration | undefined => {
    const { state } = zone;
    if (state === undefined) {
      // What it finds is told by `onDidChange`, and a failure is logged where it happens.
      zone.ready().catch(() => undefined);
      return undefined;
    }
    if (state.kind !== 'open' || audienceOf(state, settings) !== 'pm') return undefined;
    return paint(state.view, path, topOf(uri, path));
  };
  const provideFileDecoration = (uri: Uri): ProviderResult<FileDecoration> => {
    if (uri.scheme !== 'file') return undefined;
    const file = asked.of(uri);
    atOnce.answer();
    if (!settings.badges) return undefined;
    if (file.place !== undefined) return decorate(file.place, uri);
    return zones.placeOf(uri).then((place) => {
      file.place = place;
      return place && decorate(place, uri);
    });
  };

  const subscriptions = Disposable.from(
    repaint,
    atOnce,
    zones.onDidChange((zone) => repaintOf(({ place }) => place?.zone === zone)),
    zones.onDidForget(forget),
    workspace.onDidGrantWorkspaceTrust(forget),
    workspace.onDidChangeConfiguration((event) => {
      settings = readSettings();
      if (touches(event, 'badges', 'role')) repaintOf(() => true);
    }),
  );
  return {
    onDidChangeFileDecorations: repaint.onDidChange,
    provideFileDecoration,
    dispose: () => {
      subscriptions.dispose();
    },
  };
}

/** Where lists of files begin: with one folder open its own row is not shown, with several each has one. */
function topOf(uri: Uri, path: string): string {
  const folder = workspace.getWorkspaceFolder(uri);
  if (folder === undefined || (workspace.workspaceFolders?.length ?? 0) > 1) return '';
  const below = uri.path.length - folder.uri.path.length;
  return path.slice(0, Math.max(0, path.length - below));
}

/** Makes decorations; alike ones are one object. What is known of a view goes with it. */
function createPainter(): (view: ZoneView, path: string, top: string) => FileDecoration | undefined {
  const badgesOf = new WeakMap<ZoneView, ReturnType<typeof createStandingBadges>>();
  const signs = new WeakMap<Judgement, FileDecoration>();
  const covered = new WeakMap<Judgement, FileDecoration>();
  return (view, path, top) => {
    const badges = badgesOf.get(view) ?? createStandingBadges(view);
    badgesOf.set(view, badges);
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
  return new FileDecoration(sign, standingWords(judgement), new ThemeColor(`pmZone.${standing}Foreground`));
}

const signOf = { locked: '🔒', pair: '◐', editable: '✎' } as const;
