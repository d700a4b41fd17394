// Draws messages as Discord shows them, with components that nobody here wrote:
//   node picture.mjs messages.json picture.png [dark|light] [width]
// The file holds a message as it is sent, or several in a list. Chromium is found as $CHROMIUM or on the path.
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { readFile, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { messagesPage } from './picture/page.mjs';

const [file, picture, theme = 'dark', width = '720'] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const components = join(here, 'node_modules/@derockdev/discord-components-core/dist/derockdev-discord-components-core');
const page = messagesPage([JSON.parse(await readFile(file, 'utf8'))].flat(), theme, Number(width));

let measured = 0;
const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  if (pathname === '/') return response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
  if (pathname === '/height') { measured = Number(searchParams.get('value')); return response.end(); }
  try {
    const code = await readFile(join(components, resolve('/', pathname)));
    response.setHeader('content-type', pathname.endsWith('.css') ? 'text/css' : 'text/javascript').end(code);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const address = `http://127.0.0.1:${server.address().port}/`;

// The first run tells how high the page is, the second draws it.
async function draw(height) {
  const run = spawn(process.env.CHROMIUM ?? 'chromium', [
    '--headless=new', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--lang=en-GB',
    '--force-device-scale-factor=1', `--window-size=${width},${height}`, '--virtual-time-budget=8000',
    `--screenshot=${resolve(picture)}`, address,
  ], { env: { ...process.env, TZ: process.env.TZ ?? 'Europe/Paris', LANGUAGE: 'en_GB' }, stdio: 'ignore' });
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
