// discord.js, unpatched, against the fake Discord: node scenario.mjs <fake's dll> <journal to write>
// One line per step; the exit code is 0 only if all of them went as discord.js expects of Discord.
import { Client, Events } from 'discord.js';
import { FakeDiscord } from './fake.mjs';
import { Steps } from './steps.mjs';
import { commandSteps } from './steps/commands.mjs';
import { componentSteps } from './steps/components.mjs';
import { faultSteps } from './steps/faults.mjs';
import { gatewaySteps } from './steps/gateway.mjs';
import { messageSteps } from './steps/messages.mjs';
import { placeSteps } from './steps/places.mjs';
import { refusalSteps } from './steps/refusals.mjs';

const intents = 4609; // guilds, their messages, direct messages: none of them privileged
const [program, journal] = process.argv.slice(2);
const fake = await FakeDiscord.start(program, 'messages=30'); // more than Discord grants a channel, for speed
const guild = await fake.do('guild', { name: 'News desk' });
const world = {
    guild,
    channel: await fake.do('channel', { guild, name: 'general' }),
    announcements: await fake.do('channel', { guild, name: 'announcements', kind: 'Announcement' }),
    forum: await fake.do('channel', { guild, name: 'stories', kind: 'Forum', requiresTag: true }),
    reader: await fake.do('user', { name: 'Ana', guild }),
};
world.tag = await fake.do('tag', { channel: world.forum, name: 'Iraq' });

const client = new Client({ intents, partials: [], rest: { api: fake.api, version: '10' } });
client.on(Events.Error, error => console.log(`client error: ${error.message}`));
const steps = new Steps();
await steps.run({ client, fake, world, intents }, [
    [
        'logs in and sees the guild',
        async () => {
            const ready = new Promise(resolve => client.once(Events.ClientReady, resolve));
            await client.login(fake.token);
            await ready;
            Steps.equal(client.user.id, fake.applicationId);
            Steps.equal(client.guilds.cache.get(guild).name, 'News desk');
            Steps.equal(client.guilds.cache.get(guild).channels.cache.size, 3);
        },
    ],
    ...messageSteps,
    ...refusalSteps,
    ...placeSteps,
    ...commandSteps,
    ...componentSteps,
    ...faultSteps,
    ...gatewaySteps,
]);

if (journal) await fake.do('writeJournal', { path: journal });
await client.destroy();
await fake.stop();
steps.finish();
