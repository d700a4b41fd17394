// Microsoft's Web Chat in Chromium speaks with a bot through offline-directline: {"bot":…, "say":[…], "picture":…} on standard
// input; what stands in the transcript at the end on standard output. Nothing leaves this machine.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const express = require('express');
console.log = console.warn = () => {}; // the bridge talks
const { getRouter } = require('offline-directline');
const here = dirname(fileURLToPath(import.meta.url));
const { bot, say, picture } = JSON.parse(readFileSync(0, 'utf8'));

const app = express();
const server = await new Promise((listening) => { const own = app.listen(0, '127.0.0.1', () => listening(own)); });
const address = `http://127.0.0.1:${server.address().port}`;
app.get('/', (_, response) => response.type('html').send(`<!doctype html><meta charset="utf-8">
<style>html, body, #chat { height: 100%; margin: 0; }</style><div id="chat"></div><script src="/webchat.js"></script><script>
WebChat.renderWebChat({
  directLine: WebChat.createDirectLine({ domain: '${address}/directline', token: '', webSocket: false, pollingInterval: 200 }),
  userID: 'reader', username: 'Reader', locale: 'en-GB',
  styleOptions: { bubbleMaxWidth: 620, hideUploadButton: true },
}, document.getElementById('chat'));
</script>`));
app.get('/webchat.js', (_, response) => response.sendFile(join(here, 'node_modules/botframework-webchat/dist/webchat.js')));
app.use(getRouter(address, bot, false));

const found = process.env.CHROMIUM ?? spawnSync('sh', ['-c', 'command -v chromium || command -v chromium-browser || command -v google-chrome']).stdout.toString().trim();
const browser = await chromium.launch({
  executablePath: found,
  timeout: 180_000,
  args: ['--no-sandbox', '--disable-gpu', '--proxy-server=http://127.0.0.1:9', '--proxy-bypass-list=127.0.0.1;localhost'],
});
try {
  const page = await browser.newPage({ viewport: { width: 760, height: 1500 } });
  page.setDefaultTimeout(120_000);
  await page.goto(address);
  const box = page.locator('[data-id="webchat-sendbox-input"], .webchat__send-box-text-box__input, input[type=text]').first();
  await box.waitFor();
  const bubbles = page.locator('.webchat__bubble:not(.webchat__bubble--from-user)');
  for (const text of say) {
    const before = await bubbles.count();
    for (let attempt = 1; await bubbles.count() === before; attempt++) {
      if (attempt > 5) throw new Error(`No answer to: ${text}`);
      await box.fill(text);
      await box.press('Enter');
      // On a busy machine the window may take a message before it is connected, and lose it.
      await page.waitForFunction(
        (count) => document.querySelectorAll('.webchat__bubble:not(.webchat__bubble--from-user)').length > count, before, { timeout: 30_000 })
        .catch((late) => { if (late.name !== 'TimeoutError') throw late; });
    }
    await page.waitForTimeout(700); // it scrolls
  }
  const answers = await bubbles.evaluateAll((all) => all.map((bubble) => ({
    text: bubble.innerText,
    buttons: [...bubble.querySelectorAll('button')].map((button) => button.innerText.trim()).filter(Boolean),
    links: [...bubble.querySelectorAll('a')].map((link) => link.href),
  })));
  if (picture) await page.screenshot({ path: picture });
  process.stdout.write(JSON.stringify(answers));
} finally {
  await browser.close();
  server.close();
  server.closeAllConnections();
}
