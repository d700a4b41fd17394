// What goes wrong between the two, and what discord.js makes of it.
import { Steps } from '../steps.mjs';

const createMessage = 'POST /channels/{channel_id}/messages';
const freshChannel = async ({ client, fake, world }) =>
    client.channels.fetch(await fake.do('channel', { guild: world.guild, name: 'faults' }));
const contents = async (fake, channel) =>
    (await fake.do('messages', { channel: channel.id })).map(message => message.content);

export const faultSteps = [
    [
        'waits as long as a 429 says, decimals included, and sends once',
        async context => {
            const channel = await freshChannel(context);
            await context.fake.do('fault', { kind: 'RateLimit', route: createMessage, waitMs: 400 });
            const began = Date.now();
            await channel.send('after 429');
            Steps.equal(Date.now() - began >= 400, true);
            Steps.equal(await contents(context.fake, channel), ['after 429']);
        },
    ],
    [
        'waits when all requests are limited',
        async context => {
            const channel = await freshChannel(context);
            const limited = new Promise(resolve => context.client.rest.once('rateLimited', resolve));
            await context.fake.do('fault', { kind: 'RateLimit', route: createMessage, waitMs: 300, scope: 'Global' });
            await channel.send('after a global 429');
            Steps.equal((await limited).global, true);
            Steps.equal(await contents(context.fake, channel), ['after a global 429']);
        },
    ],
    [
        'holds its requests back by the headers, and is never refused',
        async context => {
            const channel = await freshChannel(context);
            const before = (await context.fake.do('gateway')).invalidRequests;
            await Promise.all(Array.from({ length: 32 }, (_, i) => channel.send(`${i}`)));
            Steps.equal((await contents(context.fake, channel)).length, 32);
            Steps.equal((await context.fake.do('gateway')).invalidRequests, before);
        },
    ],
    [
        'tries again after a 502',
        async context => {
            const channel = await freshChannel(context);
            await context.fake.do('fault', { kind: 'FailBefore', route: createMessage, status: 502 });
            await channel.send('after 502');
            Steps.equal(await contents(context.fake, channel), ['after 502']);
        },
    ],
    [
        'posts twice when a 502 came after the message was made, and once with a nonce',
        async context => {
            const channel = await freshChannel(context);
            await context.fake.do('fault', { kind: 'FailAfter', route: createMessage, status: 502 });
            await channel.send('doubled');
            await context.fake.do('fault', { kind: 'FailAfter', route: createMessage, status: 502 });
            await channel.send({ content: 'single', nonce: 'single', enforceNonce: true });
            Steps.equal(await contents(context.fake, channel), ['doubled', 'doubled', 'single']);
        },
    ],
    // Whether discord.js reports a broken connection or tries again depends on how it broke.
    [
        'makes one message of two attempts when the connection broke after the first',
        async context => {
            const channel = await freshChannel(context);
            const message = { content: 'dropped', nonce: 'dropped', enforceNonce: true };
            await context.fake.do('fault', { kind: 'HangUpAfter', route: createMessage });
            await channel.send(message).catch(() => {});
            const [stored] = await context.fake.do('messages', { channel: channel.id });
            Steps.equal((await channel.send(message)).id, stored.id);
            Steps.equal(await contents(context.fake, channel), ['dropped']);
        },
    ],
    [
        'makes one message of two attempts when the answer to the first broke off',
        async context => {
            const channel = await freshChannel(context);
            const message = { content: 'cut', nonce: 'cut', enforceNonce: true };
            await context.fake.do('fault', { kind: 'Truncate', route: createMessage });
            await channel.send(message).catch(() => {});
            Steps.equal((await channel.send(message)).content, 'cut');
            Steps.equal(await contents(context.fake, channel), ['cut']);
        },
    ],
];
