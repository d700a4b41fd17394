// An app of the Teams SDK that answers nobody: shows which activities its own checks let in.
// Arguments: OpenID metadata, issuer, app id, tenant.
import { PUBLIC, withOverrides } from '@microsoft/teams.api';
import { App } from '@microsoft/teams.apps';
import { serve } from './loopback.mjs';

const [metadata, issuer, appId, tenant] = process.argv.slice(2);
const part = value => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = `${part({ alg: 'none' })}.${part({ appid: appId, exp: 4102444800 })}.`;
const quiet = { log() {}, info() {}, debug() {}, warn() {}, error() {}, child() { return quiet; } };
const routes = new Map();
const app = new App({
  clientId: appId,
  clientSecret: 'secret-of-the-tests',
  tenantId: tenant,
  token: async () => token,
  cloud: withOverrides(PUBLIC, { openIdMetadataUrl: metadata, tokenIssuer: issuer }),
  logger: quiet,
  httpServerAdapter: { registerRoute: (method, path, handler) => routes.set(`${method} ${path}`, handler), start: async () => {} },
});
app.on('message', async () => {});
await app.start(0);

serve(async (request, body, response) => {
  const handler = routes.get(`${request.method} ${new URL(request.url, 'http://localhost').pathname}`);
  const answer = handler
    ? await handler({ body: JSON.parse(body), headers: request.headers })
    : { status: 404 };
  response.writeHead(answer.status, { 'content-type': 'application/json' });
  response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
});
