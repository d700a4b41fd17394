// The gateway: broken, taken up again, begun anew, sharded, compressed.
import { constants, createInflate } from 'node:zlib';
import { Client, GatewayIntentBits, REST } from 'discord.js';
import { WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';
import { WebSocket } from 'ws';
import { FakeDiscord } from '../fake.mjs';
import { Steps } from '../steps.mjs';

// A fake of its own for what would disturb the others.
async function withAnother(options, act) {
    const another = await FakeDiscord.start(process.argv[2], ...options);
    try {
        await act(another);
    } finally {
        await another.stop();
    }
}

// Breaks the connection in some way, lets a message pass meanwhile, and waits until it has arrived all the same.
async function survives({ client, fake, world }, text, breaking, counter) {
    const before = await fake.do('gateway');
    const heard = Steps.next(client, 'messageCreate', message => message.content.endsWith(text));
    await breaking();
    await fake.do('type', { user: world.reader, channel: world.channel, text: `<@${fake.applicationId}> ${text}` });
    await heard;
    const after = await fake.do('waitForGateway', { counter, atLeast: before[counter] + 1 });
    return { identified: after.identified - before.identified, resumed: after.resumed - before.resumed };
}

export const gatewaySteps = [
    [
        'answers a request for a heartbeat at once',
        async ({ fake }) => {
            const { heartbeats } = await fake.do('gateway');
            await fake.do('askForHeartbeat');
            await fake.do('waitForGateway', { counter: 'heartbeats', atLeast: heartbeats + 1 });
        },
    ],
    [
        'comes back and resumes when asked to reconnect',
        async context => {
            const done = await survives(context, 'during op 7', () => context.fake.do('reconnect'), 'resumed');
            Steps.equal(done, { identified: 0, resumed: 1 });
        },
    ],
    [
        'resumes after a broken connection, and hears what it missed',
        async context => {
            const done = await survives(context, 'during the break', () => context.fake.do('kill'), 'resumed');
            Steps.equal(done, { identified: 0, resumed: 1 });
        },
    ],
    [
        'resumes after op 9 that allows it',
        async context => {
            const done = await survives(
                context,
                'during op 9 true',
                () => context.fake.do('invalidate', { resumable: true }),
                'resumed',
            );
            Steps.equal(done, { identified: 0, resumed: 1 });
        },
    ],
    [
        'resumes after close code 4000',
        async context => {
            const done = await survives(
                context,
                'during 4000',
                () => context.fake.do('close', { code: 4000 }),
                'resumed',
            );
            Steps.equal(done, { identified: 0, resumed: 1 });
        },
    ],
    [
        'begins anew after op 9 that does not allow to resume',
        async ({ client, fake, world }) => {
            const { identified } = await fake.do('gateway');
            const ready = Steps.next(client, 'shardReady');
            await fake.do('invalidate', { resumable: false });
            await ready;
            Steps.equal((await fake.do('gateway')).identified, identified + 1);
            const heard = Steps.next(client, 'messageCreate', message => message.author.id === world.reader);
            await fake.do('type', {
                user: world.reader,
                channel: world.channel,
                text: `<@${fake.applicationId}> anew`,
            });
            await heard;
        },
    ],
    [
        'is refused with a wrong token',
        async ({ fake, intents }) => {
            const stranger = new Client({ intents, rest: { api: fake.api, version: '10' } });
            const refused = await Steps.refusal(stranger.login('not.the.token'));
            Steps.equal(refused.code, 'TokenInvalid');
            await stranger.destroy();
        },
    ],
    [
        'is closed with 4014 for an intent that was not allowed',
        context =>
            withAnother([], async second => {
                const curious = new Client({
                    intents: context.intents | GatewayIntentBits.MessageContent,
                    rest: { api: second.api, version: '10' },
                });
                const refused = await Steps.refusal(curious.login(second.token));
                Steps.equal(refused.message.includes('disallowed intents'), true);
                await curious.destroy();
            }),
    ],
    [
        'reads compressed payloads on two shards, each with its guilds',
        context =>
            withAnother(['shards=2', 'concurrency=2'], async second => {
                const guilds = await second.do('guilds', { count: 6 });
                const rest = new REST({ api: second.api, version: '10' }).setToken(second.token);
                const manager = new WebSocketManager({
                    token: second.token,
                    intents: context.intents,
                    useIdentifyCompression: true,
                    version: '10',
                    rest,
                });
                const seen = new Map();
                const all = new Promise(resolve =>
                    manager.on(WebSocketShardEvents.Dispatch, ({ data, shardId }) => {
                        if (data.t === 'GUILD_CREATE') seen.set(data.d.id, shardId);
                        if (seen.size === guilds.length) resolve();
                    }),
                );
                await manager.connect();
                await all;
                for (const id of guilds) Steps.equal(seen.get(id), Number((BigInt(id) >> 22n) % 2n));
                Steps.equal((await second.do('gateway')).identified, 2);
                await manager.destroy();
            }),
    ],
    // discord.js reads this only with a native package; Node's own zlib is as foreign to the fake.
    [
        'sends one zlib stream, whose frames each end with a flush',
        async ({ fake }) => {
            const inflate = createInflate({ finishFlush: constants.Z_SYNC_FLUSH });
            let text = '';
            inflate.on('data', piece => {
                text += piece;
            });
            const { url } = await (
                await fetch(`${fake.api}/v10/gateway`, {
                    headers: { 'user-agent': 'DiscordBot (https://example.org, 1)' },
                })
            ).json();
            const socket = new WebSocket(`${url}?v=10&encoding=json&compress=zlib-stream`);
            const hello = await new Promise((resolve, reject) => {
                socket.on('error', reject);
                socket.on('message', frame => {
                    Steps.equal(frame.subarray(-4), Buffer.from([0, 0, 255, 255]));
                    inflate.write(frame, () =>
                        inflate.flush(constants.Z_SYNC_FLUSH, () => {
                            const payload = JSON.parse(text);
                            text = '';
                            if (payload.op === 11) resolve(payload);
                            else socket.send(JSON.stringify({ op: 1, d: null }));
                        }),
                    );
                });
            });
            Steps.equal(hello, { op: 11 });
            socket.terminate();
        },
    ],
];
