import { ConfigurationTarget, l10n, workspace, type ConfigurationChangeEvent } from 'vscode';
import { CommandError } from './register-command.js';

/** The settings of the extension. All belong to the user and not to a repository, whose own settings decide nothing here. */
export interface EditorSettings {
  /** Who is asking, as an e-mail address or handle; `undefined` where git's settings say. */
  readonly as: string | undefined;
  /** In a repository whose policy has no roster: the role chosen when asked once. */
  readonly role: 'ask' | 'pm' | 'engineer';
  readonly reviewOnSave: boolean;
  readonly badges: boolean;
  /** The address of a GitLab of their own, where a token of theirs may go; `undefined` where none is named. */
  readonly gitlabServer: string | undefined;
}

const section = 'pmZone';

export function readSettings(): EditorSettings {
  const settings = workspace.getConfiguration(section);
  const as = settings.get<unknown>('as');
  const role = settings.get<unknown>('role');
  // VS Code heeds no workspace here; where a token goes is not left to that alone. To inspect takes long, and mostly there is nothing.
  const isNamed = Boolean(settings.get<unknown>('gitlabServer'));
  const gitlab = isNamed ? settings.inspect<unknown>('gitlabServer')?.globalValue : undefined;
  return {
    as: typeof as === 'string' && as.trim() !== '' ? as.trim() : undefined,
    role: role === 'pm' || role === 'engineer' ? role : 'ask',
    reviewOnSave: settings.get<unknown>('reviewOnSave') !== false,
    badges: settings.get<unknown>('badges') !== false,
    gitlabServer: typeof gitlab === 'string' && gitlab !== '' ? gitlab : undefined,
  };
}

/** Writes to the user's own settings, never to the workspace's. */
export async function writeSetting(key: keyof EditorSettings, value: string | boolean | undefined): Promise<void> {
  try {
    await workspace.getConfiguration(section).update(key, value, ConfigurationTarget.Global);
  } catch {
    // VS Code writes none while the file of the settings is open and not saved, or is no valid JSON.
    throw new CommandError(
      l10n.t(
        'Your settings could not be written. If settings.json is open, save it and mend what is red in it, then try again.',
      ),
    );
  }
}

export function affectsSettings(event: ConfigurationChangeEvent, ...keys: readonly (keyof EditorSettings)[]): boolean {
  return keys.some((key) => event.affectsConfiguration(`${section}.${key}`));
}
