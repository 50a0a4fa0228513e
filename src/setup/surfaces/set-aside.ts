/** Whether a path is no part of the product: tests, examples, tools, what others wrote or machines made. */
export function isSetAside(path: string): boolean {
  return aside.test(path) || testFolder.test(path);
}

const aside = new RegExp(
  `(?:^|/)(?:${[
    String.raw`__\w+__|(?:\w+[-_.])?tests?(?:[-_]\w+)?|testing|testdata|(?:\w+[-_.])?specs?|e2e|cypress|playwright|qa`,
    String.raw`(?:\w+[-_.])?fixtures?|mocks?|stubs?|snapshots?|examples?|samples?|demos?|sandbox|playground|bench(?:marks?)?`,
    'vendor(?:ed)?|third[-_]?party|externals?|node_modules|bower_components|pods|carthage|submodules',
    'dist|build|out|target|generated|gen|autogen|compiled',
    String.raw`archived?|deprecated|old|tools?|scripts?|scaffolds?|cookiecutter[^/]*|templates?|storybook|\.[^/]+`,
  ].join('|')})/`,
  'iu',
);

/** As Java, Swift and Android call them. */
const testFolder = /(?:^|\/)\w*[a-z]Tests?\//u;

/** Whether a path can stand in a glob as it is, and is one that an eye reads as it is. */
export function isPlainPath(path: string): boolean {
  return /^[\w.@+/-]+$/u.test(path) && path.length <= 300;
}
