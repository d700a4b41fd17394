// A bot of botbuilder that answers nobody: shows which activities its own checks let in.
// Arguments: OpenID metadata, issuer, app id, tenant.
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { expressLike, serve } from './loopback.mjs';

const [metadata, issuer, appId, tenant] = process.argv.slice(2);
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({
  MicrosoftAppId: appId,
  MicrosoftAppPassword: 'secret-of-the-tests',
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: tenant,
  ValidateAuthority: true,
  ToChannelFromBotLoginUrl: 'http://127.0.0.1:9/login',
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  ToBotFromChannelTokenIssuer: issuer,
  ToBotFromChannelOpenIdMetadataUrl: metadata,
  ToBotFromEmulatorOpenIdMetadataUrl: metadata,
  OAuthUrl: 'http://127.0.0.1:9/oauth',
}));

serve((request, body, response) => {
  request.body = JSON.parse(body);
  return adapter.process(request, expressLike(response), async () => {});
});
