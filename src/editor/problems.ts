import { Disposable, languages } from 'vscode';
import { diagnosticOf } from './finding-diagnostic.js';
import type { Parts } from './parts.js';
import { registerQuickFixes } from './quick-fixes.js';
import { followFindings } from './shown-findings.js';

/** The Problems panel and the lines of open files: each finding where it stands, with a link to what it means, and ways to mend it. */
export function registerProblems(parts: Pick<Parts, 'log' | 'reviews' | 'zones'>): Disposable {
  const findings = followFindings(parts.reviews);
  const problems = languages.createDiagnosticCollection('pm-zone');
  return Disposable.from(
    findings,
    problems,
    findings.onDidChange((uris) => {
      for (const uri of uris) problems.set(uri, findings.of(uri).map(diagnosticOf));
    }),
    registerQuickFixes(parts, findings),
  );
}
