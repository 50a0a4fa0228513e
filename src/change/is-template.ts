/** Endings of templates of pages and mails in any usual language: markup, or lines that stand for it, with code in it. */
export function isTemplate(path: string): boolean {
  return isLineTemplate(path) || tagged.test(path);
}

/** Templates without tags: each line is an element. */
export function isLineTemplate(path: string): boolean {
  return /\.(?:haml|jbuilder|pug|rabl|slim)$/i.test(path);
}

const tagged =
  /\.(?:astro|cshtml|ejs|[hel]?eex|erb|ftlh|handlebars|hbs|html?|j2|jinja2?|jsp|latte|liquid|mustache|njk|phtml|razor|tpl|twig|vbhtml)$/i;
