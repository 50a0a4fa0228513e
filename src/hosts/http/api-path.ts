import { HostError } from '../host-error.js';

/**
 * A path of a host's interface whose values come from elsewhere: each is one segment, whatever it holds. A value that no address can carry
 * as a segment (empty, `.` or `..`, half a character) is a `HostError`.
 */
export function apiPath(parts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return parts.reduce((path, part, index) => path + segment(String(values[index - 1])) + part);
}

function segment(value: string): string {
  if (value === '' || value === '.' || value === '..' || value.length > 1000 || /\p{Cs}/u.test(value)) {
    throw new HostError({
      kind: 'refused',
      sentence: 'A name of a repository, branch or person is of a kind that no host has, so it was not asked about.',
    });
  }
  return encodeURIComponent(value);
}
