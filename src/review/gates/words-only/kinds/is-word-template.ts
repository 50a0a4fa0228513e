const template =
  /(?:\.(?:x?html?|text|txt|md)\.(?:erb|eex|[lh]eex|twig|j2|jinja2?|ejs|php|tmpl|liquid|njk)|\.(?:x?html?|hbs|handlebars|mustache|liquid|njk|twig|ejs|vue|svelte|astro|[lh]eex|phtml|jsp|gohtml|mjml|jinja2?)|\.blade\.php|(?:^|\/)[^./]+(?:\.(?!js|md)[a-z]{2}(?:-[a-z]{2})?)?(?:\.html)?\.(?:haml|slim)|(?:^|\/)app\/(?:(?!config\/)[^/]+\/)*[^./]+\.erb)$/i;

/** Is it a template whose texts stand between signs that tell them from its code? In Pug and Razor they do not; in Haml and Slim their lines tell. */
export function isWordTemplate(path: string): boolean {
  return template.test(path) && !machines.test(path) && !writesAnother.test(path);
}

/** What is made of it is no page: a program, settings, data. */
const writesAnother =
  /(?:^|\/)[^/]*\.(?!(?:x?html?|te?xt|md|mjml|component|page)\.|(?!js|ts|py|rb|go|rs|sh|tf|cs|pl|kt)[a-z]{2}(?:[-_][a-z]{2})?\.)[^./]+\.(?:hbs|handlebars|mustache|liquid|njk|twig|ejs|jinja2?|j2|eex)$|(?:^|\/)(?:dockerfile|makefile|procfile|vagrantfile|jenkinsfile|sudoers|crontab|haproxy|nginx)\b[^/]*$|(?:^|\/)(?:_templates|generators?|plop\w*|scaffold\w*)\//i;

/** What crawlers, installers and language models read. */
const machines =
  /(?:^|\/)(?:(?:robots|(?:app-)?ads|security|hosts)(?!\.(?:vue|svelte|x?html?)\b)|llms(?:-full)?|[\w.-]*requirements[\w-]*(?!\.(?:x?html?|md)\b)|constraints|cmakelists|crontab|[\w-]*prompt[\w-]*)\.\w+\b|(?:^|\/)(?:\w+[-_])?(?:system[-_])?prompts?\/|(?:^|\/)[^/]*(?:file|rc|_config)\.erb$/i;
