// A bot of botbuilder, without tokens: echoes what is said, with a card and an update for those who ask, and answers an invoke.
import { ActivityHandler, CardFactory, CloudAdapter, ConfigurationBotFrameworkAuthentication, MessageFactory } from 'botbuilder';
import { expressLike, serve } from './loopback.mjs';

class Echo extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      const text = context.activity.text;
      if (text === 'card') {
        const card = CardFactory.adaptiveCard({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'A card' }] });
        await context.sendActivity(MessageFactory.attachment(card));
      } else if (text === 'update') {
        const sent = await context.sendActivity('before');
        await context.updateActivity({ ...MessageFactory.text('after'), id: sent.id });
        await context.deleteActivity(sent.id);
      } else {
        await context.sendActivity(`echo: ${text}`);
      }
      await next();
    });
  }

  async onInvokeActivity(context) {
    return context.activity.name === 'known' ? { status: 200, body: { said: context.activity.value } } : super.onInvokeActivity(context);
  }
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const bot = new Echo();
adapter.onTurnError = async (context, error) => console.error(error);

serve((request, body, response) => {
  request.body = JSON.parse(body);
  return adapter.process(request, expressLike(response), context => bot.run(context));
});
