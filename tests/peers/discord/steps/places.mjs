// Threads, forums, announcements, and guilds that come and go.
import { ChannelType, MessageFlags } from 'discord.js';
import { Steps } from '../steps.mjs';

export const placeSteps = [
    [
        'opens a thread under a message, which has the id of the message',
        async ({ client, world }) => {
            const message = await (await client.channels.fetch(world.channel)).send('a digest');
            const thread = await message.startThread({ name: 'Iraq, 1 March', autoArchiveDuration: 1440 });
            Steps.equal(thread.id, message.id);
            Steps.equal(thread.type, ChannelType.PublicThread);
            Steps.equal((await thread.send('in the thread')).channelId, thread.id);
            Steps.equal((await thread.fetchStarterMessage()).content, 'a digest');
            const route = `/channels/${world.channel}/messages/${message.id}/threads`;
            Steps.equal((await Steps.refusal(client.rest.post(route, { body: { name: 'again' } }))).code, 160004);
            world.thread = thread.id;
        },
    ],
    [
        'finds its threads among the active ones',
        async ({ client, world }) => {
            const { threads } = await (await client.guilds.fetch(world.guild)).channels.fetchActiveThreads();
            Steps.equal(threads.has(world.thread), true);
        },
    ],
    [
        'may not edit in an archived thread, and opens it again by sending',
        async ({ client, fake, world }) => {
            const thread = await client.channels.fetch(world.thread);
            const message = await thread.send('before');
            await fake.do('archive', { channel: thread.id });
            Steps.equal((await Steps.refusal(message.edit('after'))).code, 50083);
            await thread.send('open again');
            Steps.equal((await thread.fetch(true)).archived, false);
            await fake.do('archive', { channel: thread.id, locked: true });
            Steps.equal((await Steps.refusal(thread.send('locked'))).code, 160005);
        },
    ],
    [
        'posts in a forum with a tag, and not without',
        async ({ client, world }) => {
            const forum = await client.channels.fetch(world.forum);
            Steps.equal(forum.availableTags[0].name, 'Iraq');
            const refused = await Steps.refusal(forum.threads.create({ name: 'untagged', message: { content: 'x' } }));
            Steps.equal(refused.code, 40067);
            const post = await forum.threads.create({
                name: 'tagged',
                message: { content: 'x' },
                appliedTags: [world.tag],
            });
            Steps.equal(post.appliedTags, [world.tag]);
            Steps.equal((await post.fetchStarterMessage()).id, post.id);
        },
    ],
    [
        'publishes an announcement, once, and nothing elsewhere',
        async ({ client, world }) => {
            const message = await (await client.channels.fetch(world.announcements)).send('news');
            const heard = Steps.next(client, 'messageUpdate', (_, changed) =>
                changed.flags.has(MessageFlags.Crossposted),
            );
            await message.crosspost();
            await heard;
            const route = `/channels/${world.announcements}/messages/${message.id}/crosspost`;
            Steps.equal((await Steps.refusal(client.rest.post(route))).code, 40033);
            const plain = await (await client.channels.fetch(world.channel)).send('no news');
            Steps.equal(
                (await Steps.refusal(client.rest.post(`/channels/${world.channel}/messages/${plain.id}/crosspost`)))
                    .code,
                50068,
            );
        },
    ],
    [
        'hears that a channel was made and deleted',
        async ({ client, fake, world }) => {
            const made = Steps.next(client, 'channelCreate');
            const channel = await fake.do('channel', { guild: world.guild, name: 'short-lived' });
            Steps.equal((await made).id, channel);
            const deleted = Steps.next(client, 'channelDelete');
            await fake.do('deleteChannel', { channel });
            Steps.equal((await deleted).id, channel);
            Steps.equal((await Steps.refusal(client.rest.get(`/channels/${channel}`))).code, 10003);
        },
    ],
    [
        'is let into a guild and removed from it',
        async ({ client, fake }) => {
            const joined = Steps.next(client, 'guildCreate');
            const guild = await fake.do('guild', { name: 'Passing' });
            const channel = await fake.do('channel', { guild, name: 'lobby' });
            Steps.equal((await joined).id, guild);
            Steps.equal(
                (await client.guilds.fetch({ guild, force: true, withCounts: true })).approximateMemberCount,
                2,
            );
            const left = Steps.next(client, 'guildDelete');
            await fake.do('expel', { guild });
            Steps.equal((await left).id, guild);
            Steps.equal((await Steps.refusal(client.rest.get(`/guilds/${guild}`))).code, 10004);
            Steps.equal((await Steps.refusal(client.rest.get(`/channels/${channel}`))).code, 50001);
        },
    ],
    [
        'reads members and roles, and what it may do in a channel',
        async ({ client, world }) => {
            const guild = await client.guilds.fetch(world.guild);
            Steps.equal((await guild.members.fetch({ user: world.reader, force: true })).user.username, 'ana');
            Steps.equal((await guild.roles.fetch()).size, 2);
            const channel = await client.channels.fetch(world.channel);
            Steps.equal(channel.permissionsFor(client.user).has(['ViewChannel', 'SendMessages', 'EmbedLinks']), true);
            Steps.equal(channel.permissionsFor(client.user).has('ManageMessages'), false);
            Steps.equal(
                (await Steps.refusal(guild.members.fetch({ user: '1400000000000000996', force: true }))).code,
                10007,
            );
        },
    ],
];
