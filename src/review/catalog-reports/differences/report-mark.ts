import type { ChangedFile } from '../../../change/change.js';
import type { Report, Severity } from '../../check.js';

/**
 * A byte order mark that an editor put before a catalog. Nobody sees it, and what reads JSON stops there (RFC 8259, 8.1), PHP sends it to the browser, and in lists
 * of keys it belongs to the first. XML and YAML may begin with one.
 */
export function reportMark({ path, before, after }: ChangedFile, severity: Severity): readonly Report[] {
  const isNew = after?.text?.startsWith(mark) === true && before?.text?.startsWith(mark) === false;
  return isNew && !mayBegin.test(path) ? [{ message, severity, path, line: 1, column: 1 }] : [];
}

const mark = '\uFEFF';

const mayBegin = /\.(?:xml|axml|a?xaml|resx|resw|xliff|xlf|ts|ya?ml)$/iu;

const message =
  'This file begins with a sign now that nobody sees (a byte order mark), which an editor put there as it saved it. The program that reads the texts may stop at it. Save the file as “UTF-8”, without “BOM”.';
