/** What the people who build a product run by hand or in their own machinery: a shell script in a folder of scripts that is no part of the product's sources. */
export function isTool(path: string): boolean {
  return shell.test(path) && toolFolder.test(path) && !ofProduct.test(path);
}

const shell = /\.(?:ba|z|k|fi)?sh$|\.(?:ps1|psm1|bat|cmd)$/i;
const toolFolder =
  /(?:^|\/)(?:scripts?|tools?|tooling|ci|hack|dev|\.github|\.gitlab|\.circleci|\.husky|\.devcontainer)\//i;
/** A script that a product hands out, or starts with, may be all that people see of it. */
const ofProduct =
  /(?:^|\/)(?:src|apps?|lib|public|static|assets|www|dist|install(?:er)?|setup|docker)\/|(?:^|\/)(?:[^/]*entrypoint[^/]*|(?:install|start|run|init|setup)\.\w+)$/i;
