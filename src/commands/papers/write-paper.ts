import { datePaper } from '../../papers/date-paper.js';
import type { Paper } from '../../papers/paper.js';
import { renderHtml } from '../../papers/render-html.js';
import { renderMarkdown } from '../../papers/render-markdown.js';
import { escapeJson } from '../../text/escape-json.js';
import { UsageError, type CommandHost, type ParsedArguments } from '../command.js';

/** Two forms at once are refused, before anything is read. */
export function checkForm({ values }: ParsedArguments): void {
  if (values['html'] === true && values['format'] !== undefined)
    throw new UsageError('--html and --format are two forms: give one of them.');
}

/** Writes a paper with today's date: as Markdown, as a page of HTML, or as data. */
export function writePaper(paper: Paper, { values }: ParsedArguments, world: CommandHost): void {
  const dated = datePaper(paper, world.now.toISOString().slice(0, 10));
  if (values['html'] === true) world.write(renderHtml(dated));
  else if (values['format'] === 'json') world.write(`${escapeJson(JSON.stringify(dated))}\n`);
  else world.write(renderMarkdown(dated));
}
