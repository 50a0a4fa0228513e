import { Diagnostic, DiagnosticSeverity, Uri } from 'vscode';
import type { Severity } from '../../../review/check.js';
import { explainCheckCommand } from '../../ui/command-ids.js';
import type { DisplayedFinding } from './displayed-findings.js';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  blocker: DiagnosticSeverity.Error,
  'needs-fix': DiagnosticSeverity.Warning,
  note: DiagnosticSeverity.Information,
};

export function createDiagnostic({ finding, range }: Pick<DisplayedFinding, 'finding' | 'range'>): Diagnostic {
  const { check, message, severity } = finding;
  const diagnostic = new Diagnostic(range, message, severities[severity]);
  diagnostic.source = 'PM Zone';
  const args = encodeURIComponent(JSON.stringify([check]));
  diagnostic.code = { value: check, target: Uri.parse(`command:${explainCheckCommand}?${args}`) };
  return diagnostic;
}
