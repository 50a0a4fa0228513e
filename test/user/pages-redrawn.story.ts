import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { renderChangeDocument } from '../../src/presentation/change-page/render-change-page.js';
import { commandAddress } from '../../src/presentation/pages/command-address.js';
import { renderWordsDocument } from '../../src/presentation/words-page/render-words-page.js';
import { eventually } from '../vscode/workbench.js';
import { launchBrowser } from '../vscode/browser.js';

/** What of the browser's own a page is told and asked by. */
interface Window {
  readonly postMessage: (data: unknown, origin: string) => void;
}

const paragraphs = (count: number): string => '<p>A sentence.</p>\n'.repeat(count);

describe('the pages are drawn anew in place', () => {
  let browser: Browser;
  let page: Page;
  before(async () => {
    browser = await launchBrowser();
    page = await (await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })).newPage();
  });
  after(() => browser.close());

  const load = async (html: string): Promise<void> => {
    await page.addInitScript('globalThis.acquireVsCodeApi = () => ({ postMessage: () => undefined });');
    await page.goto('about:blank');
    await page.setContent(html);
  };
  const send = (data: unknown): Promise<void> =>
    page.evaluate((sent) => {
      (globalThis as unknown as Window).postMessage(sent, '*');
      return new Promise<void>((resolve) => setTimeout(resolve));
    }, data);
  const focused = (): Promise<string> => page.evaluate('document.activeElement.id');

  describe('the page of a change', () => {
    const section = (id: string, body: string): string =>
      `<section id="${id}"><h2 id="${id}-heading" tabindex="-1">${id}</h2>\n${body}\n</section>`;
    const item = (id: string, label: string): string => `<li><a id="${id}" href="#x">${label}</a></li>`;
    const bodyOf = (items: readonly string[], above = ''): string =>
      `<header><a id="next" href="#x">Next</a></header>${above}\n${paragraphs(60)}${section('confirm', `<ul>${items.join('\n')}</ul>\n<details id="more"><summary>More</summary>\n<p>Words</p>\n</details>`)}${paragraphs(60)}`;
    const [one, two, three] = ['one', 'two', 'three'].map((id) => item(id, `Confirm ${id}`)) as [
      string,
      string,
      string,
    ];
    const open = async (items: readonly string[]): Promise<void> => {
      await load(renderChangeDocument({ title: 'My change', status: '', body: bodyOf(items) }, 'en', 'n'));
      await page.locator('#two').focus();
    };

    it('keeps the focus, what is unfolded and selected, and the place, whatever comes and goes around it', async () => {
      await open([one, two]);
      await page.locator('summary').click();
      await page.locator('#two').focus();
      const link = await page.locator('#two').elementHandle();
      assert.ok(link);
      const before = await page.locator('#two').boundingBox();
      await page.evaluate('getSelection().selectAllChildren(document.querySelector("details p"))');
      await send({
        body: bodyOf([item('zero', 'Confirm zero'), item('two', 'Take it back'), three], '<p>New above.</p>'),
      });
      assert.equal(await focused(), 'two');
      assert.equal(await link.evaluate((same) => (same as unknown as { isConnected: boolean }).isConnected), true);
      assert.equal(await page.locator('#two').innerText(), 'Take it back');
      assert.equal(await page.locator('details[open]').count(), 1);
      assert.equal(await page.evaluate('String(getSelection())'), 'Words');
      assert.ok(Math.abs(((await page.locator('#two').boundingBox())?.y ?? 0) - (before?.y ?? 0)) < 40);
      assert.deepEqual(await page.locator('li a').allInnerTexts(), ['Confirm zero', 'Take it back', 'Confirm three']);
    });

    it('counts no press that began on a link for another in its place, and keeps the focus there', async () => {
      await open([one, two]);
      await page.evaluate('document.addEventListener("click", ({ target }) => (globalThis.pressed = target.id))');
      await page.locator('#two').hover();
      await page.mouse.down();
      await send({ body: bodyOf([one, two.replace('#x', '#y')]) });
      await page.mouse.up();
      assert.equal(await page.evaluate('globalThis.pressed ?? ""'), '');
      await page.locator('#two').focus();
      await send({ body: bodyOf([one, two]) });
      assert.equal(await focused(), 'two');
    });

    it('goes from what was confirmed to the next that is to be, in the end to the next step, and nowhere from what was taken back', async () => {
      const to = (id: string, gives: boolean): string =>
        `<li><a id="${id}" href="${commandAddress('pmZone.confirmItem', ['hash', id, gives])}">${id}</a></li>`;
      await open([to('one', true), to('two', true), to('three', true)]);
      const press = (): Promise<void> => page.evaluate('document.activeElement.click()');
      await press();
      await send({ body: bodyOf([to('one', true), to('two', true), to('three', true)]) });
      assert.equal(await focused(), 'two', 'it is not taken yet');
      await send({ body: bodyOf([to('one', true), to('two', false), to('three', true)]) });
      assert.equal(await focused(), 'three');
      await press();
      await send({ body: bodyOf([to('one', true), to('two', false), to('three', false)]) });
      assert.equal(await focused(), 'one');
      await press();
      await send({ body: bodyOf([to('one', false), to('two', false), to('three', false)]) });
      assert.equal(await focused(), 'next');
      await page.locator('#two').focus();
      await press();
      await send({ body: bodyOf([to('one', false), to('two', true), to('three', false)]) });
      assert.equal(await focused(), 'two');
    });

    it('goes to the heading of its section where what had the focus is gone, and nowhere without a focus', async () => {
      await open([one, two]);
      await send({ body: bodyOf([one]) });
      assert.equal(await focused(), 'confirm-heading');
      await page.evaluate('document.activeElement.blur()');
      await send({ body: bodyOf([one, two]) });
      assert.equal(await focused(), '');
    });

    it('keeps the focus where things change their order', async () => {
      await open([one, two, three]);
      await send({ body: bodyOf([three, two, one]) });
      assert.equal(await focused(), 'two');
    });

    it('has the focus again after the palette took it while the page was drawn', async () => {
      await page.addInitScript('globalThis.acquireVsCodeApi = () => ({ postMessage: () => undefined });');
      const html = renderChangeDocument({ title: '', status: '', body: bodyOf([one, two]) }, 'en', 'n');
      await page.goto('about:blank');
      await page.setContent('<input id="palette"/><iframe></iframe>');
      const frame = page.frames()[1];
      assert.ok(frame);
      await frame.setContent(html);
      const comeBack = async (id: string): Promise<void> => {
        await page.evaluate('document.querySelector("iframe").contentWindow.focus()');
        await eventually(async () => assert.equal(await frame.evaluate('document.activeElement.id'), id));
      };
      await frame.locator('#two').focus();
      await page.locator('#palette').focus();
      await comeBack('two');
      await page.locator('#palette').focus();
      await frame.evaluate(
        (body) => (globalThis as unknown as Window).postMessage({ body }, '*'),
        bodyOf([one, three]),
      );
      await frame.locator('#three').waitFor();
      assert.equal(await focused(), 'palette');
      await comeBack('confirm-heading');
    });
  });

  describe('the page of a text', () => {
    const field = (id: string, placeholders: readonly string[]): string =>
      `<div class="part"><div class="field"><div class="chips" data-kept="yes"></div><textarea id="${id}" rows="1" data-placeholders='${JSON.stringify(placeholders)}'></textarea></div><span data-kept="yes"><span id="said-${id}" class="said"></span></span></div>`;
    const names = ['{first name}', '{n}', '%s', ':who'];
    const textOf = (id = 'a'): Promise<string> => page.locator(`#${id}`).inputValue();
    const draw = (value: string, other = 'Other'): Promise<void> =>
      send({
        body: `${field('a', names)}\n${field('b', [])}`,
        parts: { a: { value, mark: value }, b: { value: other, mark: other } },
      });
    const open = async (value: string): Promise<void> => {
      await load(renderWordsDocument({ title: '' }, 'en', 'n'));
      await draw(value);
    };
    const cursorAt = (from: number, to = from): Promise<unknown> =>
      page.evaluate(`a.focus(), a.setSelectionRange(${from}, ${to})`);
    const rest = (): Promise<void> => page.waitForTimeout(30);
    const press = async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) {
        await page.keyboard.press(key);
        await rest();
      }
    };

    it('keeps what is typed, its cursor and its offer, while another language changes', async () => {
      await open('Hi {n}');
      await cursorAt(2);
      await page.keyboard.type(' there');
      await draw('Hi {n}', 'Changed');
      await page.keyboard.type('!');
      assert.equal(await textOf(), 'Hi there! {n}');
      assert.equal(await textOf('b'), 'Changed');
      await send({ id: 'a', sentence: 'Not saved.' });
      await draw('Hi {n}', 'Again');
      assert.equal(await page.locator('#said-a').innerText(), 'Not saved.');
    });

    describe('when a language is not there any more', () => {
      const language = (id: string): string =>
        `<section id="of-${id}"><h2 id="name-${id}" tabindex="-1">${id}</h2>${field(id, []).replace('<textarea', `<textarea aria-label="${id}"`)}</section>`;
      const show = (...ids: readonly string[]): Promise<void> =>
        send({
          body: `<h1>Words</h1>${ids.map(language).join('\n')}`,
          parts: Object.fromEntries(ids.map((id) => [id, { value: id, mark: id }])),
        });
      beforeEach(async () => {
        await load(renderWordsDocument({ title: '' }, 'en', 'n'));
        await show('english', 'french', 'german');
      });

      it('has the focus at the next one, else at the one before, and says which is gone', async () => {
        await page.locator('#french').focus();
        await show('english', 'german');
        assert.equal(await focused(), 'name-german');
        assert.equal(await page.locator('#status').innerText(), 'Not on this page any more: french.');
        await show('english');
        assert.equal(await focused(), 'name-english');
      });

      it('leaves the others alone', async () => {
        await page.locator('#german').focus();
        await page.keyboard.press('End');
        await show('english', 'german');
        await page.keyboard.type('!');
        assert.equal(await textOf('german'), 'german!');
      });

      it('keeps what was typed for it, with the focus, until it is there again', async () => {
        await page.locator('#french').fill('Salut');
        for (const ids of [['english', 'german'], ['english']] as const) {
          await show(...ids);
          assert.equal(await focused(), 'french');
          assert.equal(await textOf('french'), 'Salut');
          assert.match(await page.locator('#said-french').innerText(), /not in the file any more/);
        }
        await show('english', 'french');
        assert.equal(await page.locator('textarea').count(), 2);
        assert.equal(await textOf('french'), 'Salut');
      });
    });

    it('shows placeholders as chips, and what is typed as one, too', async () => {
      await open('Hi {first name}, %s of :who or :whoever');
      const chips = page.locator('.chips span');
      assert.deepEqual(await chips.allInnerTexts(), ['{first name}', '%s', ':who']);
      await cursorAt(0);
      await page.keyboard.type('{n} ');
      assert.deepEqual(await chips.allInnerTexts(), ['{n}', '{first name}', '%s', ':who']);
      assert.equal(await textOf(), '{n} Hi {first name}, %s of :who or :whoever');
    });

    const text = 'Hi {first name} and {n}.';
    const behind = 'Hi {first name}'.length;
    const edits: readonly (readonly [string, readonly [number, number], readonly string[], string])[] = [
      ['Backspace behind it', [behind, behind], ['Backspace'], 'Hi  and {n}.'],
      ['Delete before it', [3, 3], ['Delete'], 'Hi  and {n}.'],
      ['a word back', [behind + 1, behind + 1], ['Control+Backspace'], 'Hi and {n}.'],
      ['a word on', [2, 2], ['Control+Delete'], 'Hi and {n}.'],
      ['typing over a half of it', [6, behind + 1], ['x'], 'Hi xand {n}.'],
      ['typing where the cursor was put into it', [9, 9], ['x'], 'Hi {first name}x and {n}.'],
      ['typing over what begins in one and ends in another', [6, 21], ['x'], 'Hi x.'],
      ['passing over it', [3, 3], ['ArrowRight', 'x'], 'Hi {first name}x and {n}.'],
      ['passing back over it', [behind, behind], ['ArrowLeft', 'x'], 'Hi x{first name} and {n}.'],
      ['selecting it with one key', [3, 3], ['Shift+ArrowRight', 'x'], 'Hi x and {n}.'],
      [
        'selecting one sign less',
        [3, behind + 1],
        ['Shift+ArrowLeft', 'Shift+ArrowLeft', 'x'],
        'Hi x{first name} and {n}.',
      ],
      ['cutting and pasting', [6, 9], ['Control+x', 'End', 'Control+v'], 'Hi  and {n}.{first name}'],
    ];
    for (const [name, [from, to], keys, wanted] of edits)
      it(`takes a placeholder whole or not at all: ${name}`, async () => {
        await open(text);
        await cursorAt(from, to);
        await rest();
        await press(...keys);
        assert.equal(await textOf(), wanted);
        assert.ok(!/first|name/.test((await textOf()).replaceAll('{first name}', '')));
        for (let step = 0; step < 6; step += 1) await press('Control+z');
        assert.equal(await textOf(), text);
      });

    it('takes words of an input method behind it, and goes on after it', async () => {
      await open('{n}');
      await cursorAt(3);
      const input = await page.context().newCDPSession(page);
      await input.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 });
      await draw('{n}', 'Meanwhile');
      await input.send('Input.insertText', { text: '日本' });
      assert.equal(await textOf(), '{n}日本');
      assert.deepEqual(await page.locator('.chips span').allInnerTexts(), ['{n}']);
    });
  });
});
