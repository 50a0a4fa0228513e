import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';
import { cacheFolder, InstallError, installed } from './install.js';

/**
 * A Chromium: `CHROME_PATH`, else one of this machine, else Playwright's, else the one inside an npm package (Linux x64). `HEADED`
 * in the environment shows its window. Throws InstallError.
 */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env['CHROME_PATH'] ?? chromiumOfMachine();
  const packaged = own === undefined ? packagedChromium() : undefined;
  const executablePath = own ?? join(packaged ?? '', 'chromium');
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...libraries(packaged), ...fonts(packaged) },
    headless: process.env['HEADED'] === undefined,
    // Root, as on most CI machines, gets no sandbox; the pages are our own.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--lang=en-US', '--force-color-profile=srgb'],
    timeout: 30_000,
  });
}

function chromiumOfMachine(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const places = [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    chromium.executablePath(),
  ];
  return places.find((place) => existsSync(place));
}

/** The folder with the `chromium` of the npm package, its libraries and its fonts. */
function packagedChromium(): string {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new InstallError(
      'The tests in VS Code need a browser and found none; install Chrome, or set CHROME_PATH to a Chromium, then run them again.',
    );
  }
  return installed('browser', {
    finish: (folder) => {
      const packed = join(folder, 'node_modules', '@sparticuz', 'chromium', 'bin');
      const unpack = (name: string): Buffer => brotliDecompressSync(readFileSync(join(packed, `${name}.br`)));
      writeFileSync(join(folder, 'chromium'), unpack('chromium'), { mode: 0o755 });
      for (const name of ['swiftshader', 'al2023', 'fonts']) {
        execFileSync('tar', ['-xf', '-', '-C', folder], { input: unpack(`${name}.tar`) });
      }
      rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
    },
  });
}

/** The packaged browser's libraries where the machine has not all of them. */
function libraries(packaged: string | undefined): NodeJS.ProcessEnv {
  if (packaged === undefined) return {};
  const { stdout } = spawnSync('ldd', [join(packaged, 'chromium')], { encoding: 'utf8' });
  return stdout.includes('not found') ? { LD_LIBRARY_PATH: join(packaged, 'lib') } : {};
}

/** On Linux the machine's fonts, the packaged browser's, and always the same emoji, so that a badge looks the same everywhere. */
function fonts(packaged: string | undefined): NodeJS.ProcessEnv {
  if (process.platform !== 'linux') return {};
  const emoji = dirname(require.resolve('@expo-google-fonts/noto-color-emoji/package.json'));
  const folders = [emoji, ...(packaged === undefined ? [] : [join(packaged, 'fonts')])];
  const file = join(cacheFolder(), 'fonts.conf');
  mkdirSync(cacheFolder(), { recursive: true });
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
${folders.map((folder) => `<dir>${folder}</dir>`).join('')}<cachedir>${join(cacheFolder(), 'font-cache')}</cachedir>
<alias><family>emoji</family><prefer><family>Noto Color Emoji</family></prefer></alias></fontconfig>`,
  );
  return { FONTCONFIG_FILE: file };
}
