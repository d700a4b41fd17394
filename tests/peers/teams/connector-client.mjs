// Runs a script of calls with the client of botframework-connector, and says how each ended, one JSON line for each.
// Arguments: base address of the service. Standard input: the script, a JSON array.
import { ConnectorClient, MicrosoftAppCredentials } from 'botframework-connector';

class NoCredentials extends MicrosoftAppCredentials {
  async signRequest(request) { return request; }
}

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const client = new ConnectorClient(new NoCredentials('', ''), { baseUri: process.argv[2] });
const calls = {
  send: c => client.conversations.sendToConversation(c.conversation, c.activity),
  reply: c => client.conversations.replyToActivity(c.conversation, c.id, c.activity),
  update: c => client.conversations.updateActivity(c.conversation, c.id, c.activity),
  delete: c => client.conversations.deleteActivity(c.conversation, c.id),
  create: c => client.conversations.createConversation(c.parameters),
  members: c => client.conversations.getConversationPagedMembers(c.conversation, { pageSize: c.pageSize, continuationToken: c.token }),
  member: c => client.conversations.getConversationMember(c.conversation, c.id),
};
for (const call of JSON.parse(Buffer.concat(chunks).toString('utf8'))) {
  try {
    const answer = await calls[call.call](call);
    console.log(JSON.stringify({ id: ['delete', 'members'].includes(call.call) ? 'no id' : answer?.id ?? null }));
  } catch (error) {
    console.log(JSON.stringify({ status: error.statusCode, code: error.code ?? error.body?.error?.code ?? null }));
  }
}
process.exit(0);
