/**
 * Is a template of Go, or a file of PHP, a page, or a part of one? By its name (`home.tmpl`, `home.php`) it may as well make settings or be a program: so all of it stands in elements, with
 * some among them that hold prose.
 */
export function isWholePage(path: string, text: string): boolean {
  const code = /(?:^|\/)[^./]+\.tmpl$/i.test(path) ? ofGo : /\.php$/i.test(path) ? ofPhp : undefined;
  if (code === undefined) return false;
  const page = text.replaceAll(code, '').trim();
  return /^<(?:!doctype\s|[a-z])/i.test(page) && page.endsWith('>') && prose.test(page);
}

const ofGo = /\{\{(?:(?!\}\})[^])*(?:\}\}|$)|<!--(?:(?!-->)[^])*(?:-->|$)/g;
const ofPhp = /<\?(?:(?!\?>)[^])*(?:\?>|$)|<!--(?:(?!-->)[^])*(?:-->|$)/g;
const prose = /<(?:p|h[1-6]|li|td|main|body|div|section|label|button)[\s>]/i;
