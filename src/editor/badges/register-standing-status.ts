import { Disposable, l10n, StatusBarAlignment, window, type Uri } from 'vscode';
import type { Judgement } from '../../policy/policy.js';
import { audienceOf } from '../sessions/audience.js';
import { followActiveStanding, activeFile } from '../sessions/active-file.js';
import type { Services } from '../services/services.js';
import { readSettings } from '../ui/editor-settings.js';
import { describeStandingBriefly, describeStanding } from './describe-standing.js';

/** The standing of the open file in the status bar; a click says why. */
export function registerStandingStatus({ sessions }: Pick<Services, 'sessions'>): Disposable {
  const item = window.createStatusBarItem('pmZone.standing', StatusBarAlignment.Left, 50);
  item.name = l10n.t('PM Zone: Standing of the Open File');

  // Without arguments the command takes the active file. With one, VS Code would register a new command at each update and lose a click
  // that comes meanwhile.
  item.command = 'pmZone.why';

  const show = (judgement: Judgement): void => {
    const { text, words, label } = standingStatus(judgement);
    item.text = text;
    item.tooltip = l10n.t('{0}. Select to read why.', words);
    item.accessibilityInformation = { label };
    item.show();
  };
  const update = async (): Promise<void> => {
    const uri = activeFile();
    const judgement = uri && (await judgementOf(uri));
    // Another file may have become active meanwhile.
    if (activeFile()?.toString() !== uri?.toString()) return;
    if (uri === undefined || judgement === undefined) item.hide();
    else show(judgement);
  };
  const judgementOf = async (uri: Uri): Promise<Judgement | undefined> => {
    const location = await sessions.locate(uri);
    // A failure is logged where it happens.
    const state = await location?.session.ready().catch(() => undefined);
    if (location === undefined || state?.kind !== 'open' || audienceOf(state, readSettings()) !== 'pm')
      return undefined;
    return state.snapshot.judge(location.path);
  };
  const follow = (): void => void update();

  follow();
  return Disposable.from(item, followActiveStanding(sessions, follow));
}

/** What the status bar says of a standing: with its icon, and in full for the tooltip and the screen reader. */
export function standingStatus(judgement: Judgement): {
  readonly text: string;
  readonly words: string;
  readonly label: string;
} {
  const words = describeStanding(judgement);
  // What would be an icon is text here.
  const short = describeStandingBriefly(judgement).replaceAll('$(', '$ (');
  return {
    text: `$(${iconOf[judgement.standing]}) ${short}`,
    words,
    label: l10n.t('Standing of this file. {0}', words),
  };
}

const iconOf = { locked: 'lock', pair: 'organization', editable: 'edit' } as const;
