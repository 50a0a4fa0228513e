import type { ChangedFile } from '../../../change/change.js';
import { isTeamsFile } from '../../../flags/environment-files.js';
import { toCamelCase } from '../references/find-referring-paths.js';

/** `flag`: it says of the flag that it is off, or is for the team alone; `on`: it may turn it on; `more`: other settings change too. */
export type SettingsChange = 'flag' | 'on' | 'more';

/**
 * What a change of a file of settings (`config-dev.json`, `.env.sample`, `deploy/template.yaml`) does to the flag, told by its lines; `undefined` of any other
 * file. What such a file sets is read by programs that ask for it, so that nobody sees a change of it at once.
 */
export function judgeSettings(
  { path, before, after }: ChangedFile,
  names: Iterable<string>,
): SettingsChange | undefined {
  if (!settingsFile.test(path)) return undefined;
  const [was, now] = [before, after].map((version) => (version === undefined ? '' : version.text));
  if (was === undefined || now === undefined) return 'more';
  const spelled = new Set([...names].flatMap((name) => [name, toCamelCase(name)].map(simplify)));
  const isOfFlag = (line: string): boolean => spelled.has(simplify(setting.exec(line)?.[1] ?? ''));
  const [old, come] = [linesOf(was), linesOf(now)];
  const rest = (lines: readonly string[]): string => lines.filter((line) => !isOfFlag(line)).join('\n');
  if (rest(old) !== rest(come) || !come.concat(old).some(isOfFlag)) return 'more';
  const isIdle = isTeamsFile(path) || isSample.test(path);
  const known = new Set(old);
  return isIdle || come.every((line) => known.has(line) || !isOfFlag(line) || saysOff(line)) ? 'flag' : 'on';
}

const settingsFile =
  /(?:^|\/)(?:[\w.-]*(?:config|conf|settings?)|charts?|devops|infra(?:structure)?|k8s|kubernetes|terraform|helm[\w-]*|deploy[\w-]*|environments?|env)(?:\/(?:[^/]+\/)*[^/]*|[\w.-]*)\.(?:json5?|ya?ml|toml|properties|ini|env)$|(?:^|\/)(?:\.env(?:\.[\w.-]+)?|[\w.-]+\.env|\.envrc)$/i;
const isSample = /(?:sample|example|template|dist)[^/]*$/i;
const setting = /^(?:export\s+|-\s+)?["']?([\w.-]+)["']?\s*[:=]/;

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim().replace(/,$/, ''))
    .filter((line) => line !== '');
}

/** It is off, or says that the environment decides: `false`, `"off"`, `ENABLE_NEW_HOME`. */
function saysOff(line: string): boolean {
  const value = line
    .replace(setting, '')
    .replace(/\s+#.*$/, '')
    .trim()
    .replaceAll(/^["']|["']$/g, '');
  return (
    /^(?:|false|off|no|0|null|disabled)$/i.test(value) || /^(?:\$\{?\w.*|[A-Z][A-Z\d]*(?:_[A-Z\d]+)+)$/.test(value)
  );
}

function simplify(name: string): string {
  return name.replaceAll(/[_.-]/g, '').toLowerCase();
}
