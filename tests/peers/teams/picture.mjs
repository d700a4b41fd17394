// Draws a card as Teams shows it, with Microsoft's own renderer: node picture.mjs card.json picture.png host-config.json [light|dark] [width]
// The file holds one card or a list of them. Chromium is found as $CHROMIUM or on the path.
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { readFile, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [file, picture, config, theme = 'light', width = '640'] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const cards = [JSON.parse(await readFile(file, 'utf8'))].flat();
const dark = theme === 'dark';
const page = `<!doctype html><meta charset="utf-8"><style>
body { margin: 0; padding: 16px; background: ${dark ? '#141414' : '#f5f5f5'}; font-family: "Segoe UI", "Liberation Sans", Arial, sans-serif; }
.card { background: ${dark ? '#292929' : '#ffffff'}; border: 1px solid ${dark ? '#3d3d3d' : '#e0e0e0'}; border-radius: 6px; margin-bottom: 12px; overflow: hidden; }
.ac-pushButton { background: transparent; color: ${dark ? '#fff' : '#242424'}; border: 1px solid ${dark ? '#666' : '#d1d1d1'}; border-radius: 4px; padding: 5px 12px; font: 600 14px "Segoe UI", "Liberation Sans", Arial; }
a { color: ${dark ? '#7f85f5' : '#5b5fc7'}; } .ac-input { font: 14px "Segoe UI", "Liberation Sans", Arial; padding: 6px; border: 1px solid #999; border-radius: 4px; background: transparent; color: inherit; }
</style><script src="/adaptivecards.js"></script><body><script>
const cards = ${JSON.stringify(cards).replaceAll('<', '\\u003c')}, config = ${await readFile(config, 'utf8')};
for (const json of cards) {
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(config);
  card.parse(json);
  const frame = document.createElement('div');
  frame.className = 'card';
  frame.dir = json.rtl ? 'rtl' : 'ltr';
  frame.append(card.render());
  document.body.append(frame);
}
fetch('/height?value=' + document.documentElement.scrollHeight);
</script>`;

let measured = 0;
const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  if (pathname === '/height') { measured = Number(searchParams.get('value')); return response.end(); }
  if (pathname !== '/adaptivecards.js') return response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
  response.setHeader('content-type', 'text/javascript').end(await readFile(join(here, 'node_modules/adaptivecards/dist/adaptivecards.min.js')));
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const address = `http://127.0.0.1:${server.address().port}/`;

// The first run tells how high the page is, the second draws it.
async function draw(height) {
  const run = spawn(process.env.CHROMIUM ?? 'chromium', [
    '--headless=new', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--lang=en-GB',
    `--window-size=${width},${height}`, '--virtual-time-budget=8000', `--screenshot=${resolve(picture)}`, address,
  ], { stdio: 'ignore' });
  await new Promise((done, failed) => run.once('exit', done).once('error', failed));
}

await draw(900);
if (measured > 0) {
  await rm(picture, { force: true });
  await draw(measured);
}
server.close();
server.closeAllConnections();
process.stdout.write(`${picture}: ${width} x ${measured}\n`);
