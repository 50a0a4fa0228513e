/**
 * Is a template of Go a page, or a part of one? By its name (`home.tmpl`) it may as well make settings or a message: so all of it stands in elements, with some among them that
 * hold prose.
 */
export function isGoPage(path: string, text: string): boolean {
  if (!/(?:^|\/)[^./]+\.tmpl$/i.test(path)) return false;
  const page = text.replaceAll(code, '').trim();
  return /^<(?:!doctype\s|[a-z])/i.test(page) && page.endsWith('>') && prose.test(page);
}

const code = /\{\{(?:(?!\}\})[^])*(?:\}\}|$)|<!--(?:(?!-->)[^])*(?:-->|$)/g;
const prose = /<(?:p|h[1-6]|li|td|main|body|div|section|label|button)[\s>]/i;
