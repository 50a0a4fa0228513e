import type { SourceComment } from '../../parsers/parse-javascript.js';
import type { Comment } from './compare-pragmas.js';

/**
 * The comments of a program, each with the name that it stands before: a comment that a tool heeds means what follows it. One above all
 * code means the file.
 */
export function readProgramComments(source: string, comments: readonly SourceComment[]): readonly Comment[] {
  let code = 0;
  let isAbove = true;
  return comments.map(({ type, value, start, end }) => {
    isAbove &&= source.slice(code, start).trim() === '';
    code = end;
    const isBlock = type === 'CommentBlock';
    return { text: value, isBlock, at: start, before: isAbove ? '' : nameAfter(source.slice(end, end + longestName)) };
  });
}

/** What is looked at behind a comment. */
const longestName = 400;

/** The first name behind the words that declare one. */
function nameAfter(rest: string): string {
  const code = rest.replace(/^(?:\s+|\/\/[^\n]*|\/\*[^]*?\*\/)+/, '');
  const words =
    /^(?:(?:export|default|declare|abstract|async|const|let|var|function|class|type|interface|enum|import|readonly|static)\s+)*[^\s:;,=(]*/;
  return (words.exec(code) as RegExpExecArray)[0].replace(/\s+/g, ' ');
}

/** The comments of YAML, and what looks like one in a text: that may be any of its lines. */
export function readYamlComments(source: string): readonly Comment[] {
  return Array.from(source.matchAll(/(?<=^|\s)#([^\r\n]*)/g), ({ 1: text = '', index }) => ({
    // `#cloud-config` in the first line says what the file is.
    text: index === 0 && text.startsWith('cloud-') ? `!${text}` : text,
    isBlock: false,
    at: index,
  }));
}

/** The comments of HTML in Markdown. */
export function readMarkupComments(source: string): readonly Comment[] {
  return Array.from(source.matchAll(/<!--([^]*?)(?:-->|$)/g), ({ 1: text = '', index }) => ({
    text,
    isBlock: true,
    at: index,
  }));
}
