import { createHash } from 'node:crypto';
import type { Change, ChangedFile, FileVersion } from '../../change/change.js';
import { once } from '../../git/once.js';
import type { Finding } from '../review.js';

/**
 * Gives each finding its id, such as `secrets-0c4f81a2b7d95e36`: the same for the same finding in the same content of its file (of the whole change, where it
 * is about no file) whoever reviews it and from wherever, and another as soon as that content is edited. Findings that would share one are told
 * apart in the order of their places. Long enough that nobody finds other content for a name that was waived.
 */
export function nameFindings(findings: readonly Finding[], change: Change): readonly Finding[] {
  const contents = contentsOf(change.files);
  const staged = contentsOf(change.staged?.files ?? []);
  const whole = once(() => hashAll(contents));
  const digests = new Map<string, string>();
  const digestOf = ({ path, staged: isStaged }: Finding): string => {
    if (path === undefined) return whole();
    const key = `${String(isStaged)} ${path}`;
    const digest = digests.get(key) ?? hash(contentOf((isStaged ? staged : contents).get(path)));
    digests.set(key, digest);
    return digest;
  };
  const times = new Map<string, number>();
  return findings.map((finding) => {
    const { check, path, key, message } = finding;
    const same = hash([check, path, key ? [key.kind, key.name] : message, digestOf(finding)]);
    const time = (times.get(same) ?? 0) + 1;
    times.set(same, time);
    return { ...finding, id: `${check}-${hash([same, time]).slice(0, 16)}` };
  });
}

function contentsOf(files: readonly ChangedFile[]): ReadonlyMap<string, FileVersion | undefined> {
  const contents = new Map<string, FileVersion | undefined>();
  for (const { path, after } of files) contents.set(path, after);
  return contents;
}

function contentOf(version: FileVersion | undefined): string {
  return version === undefined
    ? 'gone'
    : `${version.mode} ${version.text ?? `${version.unread ?? ''} ${version.oid ?? ''}`}`;
}

/** The same as of `[[path, content], …]`, without all of it in memory. */
function hashAll(contents: ReadonlyMap<string, FileVersion | undefined>): string {
  const digest = createHash('sha256');
  let waiting = '[';
  let separator = '';
  contents.forEach((version, path) => {
    waiting += `${separator}${JSON.stringify([path, contentOf(version)])}`;
    separator = ',';
    if (waiting.length < enough) return;
    digest.update(waiting);
    waiting = '';
  });
  return digest.update(`${waiting}]`).digest('hex');
}

/** Characters that are hashed together. */
const enough = 2 ** 16;

function hash(data: unknown): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('hex');
}
