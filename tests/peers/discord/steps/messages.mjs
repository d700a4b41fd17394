// Messages: sent, changed, found again.
import {
    ActionRowBuilder,
    ButtonBuilder,
    ButtonStyle,
    EmbedBuilder,
    MessageFlags,
    StringSelectMenuBuilder,
} from 'discord.js';
import { Steps } from '../steps.mjs';

const channelOf = ({ client, world }) => client.channels.fetch(world.channel);

export const messageSteps = [
    [
        'sends a message and hears of it from the gateway',
        async context => {
            const heard = Steps.next(context.client, 'messageCreate', message => message.content === 'hello');
            const sent = await (await channelOf(context)).send({ content: 'hello', allowedMentions: { parse: [] } });
            Steps.equal((await heard).id, sent.id);
            Steps.equal(Math.abs(sent.createdTimestamp - Date.now()) < 60_000, true, 'ids tell the time');
        },
    ],
    [
        'gets the first message for the same nonce again',
        async context => {
            const channel = await channelOf(context);
            const first = await channel.send({ content: 'part 1', nonce: 'digest-42-0', enforceNonce: true });
            const second = await channel.send({ content: 'part 1', nonce: 'digest-42-0', enforceNonce: true });
            Steps.equal(second.id, first.id);
            const other = await channel.send({ content: 'part 2', nonce: 'digest-42-1', enforceNonce: true });
            Steps.equal(other.id === first.id, false);
        },
    ],
    [
        'gets two messages for the same nonce when it is not enforced',
        async context => {
            const channel = await channelOf(context);
            const first = await channel.send({ content: 'twice', nonce: 'loose' });
            const second = await channel.send({ content: 'twice', nonce: 'loose' });
            Steps.equal(first.id === second.id, false);
        },
    ],
    [
        'is told that a message was deleted when its nonce comes again',
        async context => {
            const channel = await channelOf(context);
            const first = await channel.send({ content: 'gone', nonce: 'digest-43-0', enforceNonce: true });
            await first.delete();
            const refused = await Steps.refusal(
                channel.send({ content: 'gone', nonce: 'digest-43-0', enforceNonce: true }),
            );
            Steps.equal(refused.code, 10008);
        },
    ],
    [
        'sends an embed with buttons and a select, and reads them back',
        async context => {
            const embed = new EmbedBuilder()
                .setTitle('Iraq')
                .setDescription('A sentence.')
                .setFooter({ text: 'digest 7' })
                .setTimestamp(new Date('2026-03-01T07:00:00Z'))
                .setColor(0x336699)
                .setURL('https://example.org/1')
                .addFields({ name: 'One', value: 'Two' });
            const buttons = new ActionRowBuilder().addComponents(
                new ButtonBuilder().setCustomId('v1:sources:7').setLabel('Sources').setStyle(ButtonStyle.Primary),
                new ButtonBuilder().setURL('https://example.org').setLabel('Open').setStyle(ButtonStyle.Link),
            );
            const select = new ActionRowBuilder().addComponents(
                new StringSelectMenuBuilder().setCustomId('v1:topic').addOptions({ label: 'Iraq', value: 'iraq' }),
            );
            const channel = await channelOf(context);
            const sent = await channel.send({ embeds: [embed], components: [buttons, select] });
            const read = await channel.messages.fetch({ message: sent.id, force: true });
            Steps.equal(read.embeds[0].footer.text, 'digest 7');
            Steps.equal(read.embeds[0].fields[0].inline, false);
            Steps.equal(
                read.components.map(row => row.components.length),
                [2, 1],
            );
            context.world.withButtons = sent.id;
        },
    ],
    [
        'sends components of the second version',
        async context => {
            const sent = await (
                await channelOf(context)
            ).send({
                flags: MessageFlags.IsComponentsV2,
                components: [{ type: 17, components: [{ type: 10, content: '# Iraq' }, { type: 14 }] }],
            });
            Steps.equal(sent.components[0].components[0].content, '# Iraq');
            Steps.equal(sent.flags.has(MessageFlags.IsComponentsV2), true);
        },
    ],
    [
        'edits a message and hears of it',
        async context => {
            const sent = await (await channelOf(context)).send('before');
            const heard = Steps.next(
                context.client,
                'messageUpdate',
                (_, message) => message.id === sent.id && message.content === 'after',
            );
            const edited = await sent.edit('after');
            Steps.equal(edited.content, 'after');
            Steps.equal(edited.editedTimestamp !== null, true);
            await heard;
        },
    ],
    [
        'replies to a message',
        async context => {
            const channel = await channelOf(context);
            const asked = await context.fake.do('type', {
                user: context.world.reader,
                channel: channel.id,
                text: 'Anyone?',
            });
            const sent = await channel.send({
                content: 'Yes.',
                reply: { messageReference: asked.id },
                allowedMentions: { repliedUser: true, parse: [] },
            });
            Steps.equal(sent.reference.messageId, asked.id);
            Steps.equal(sent.mentions.repliedUser.id, context.world.reader);
        },
    ],
    [
        'lists the newest messages first, a page at a time',
        async context => {
            const channel = await channelOf(context);
            const newest = [...(await channel.messages.fetch({ limit: 2, cache: false })).keys()];
            Steps.equal(newest.length, 2);
            Steps.equal(BigInt(newest[0]) > BigInt(newest[1]), true);
            const older = await channel.messages.fetch({ limit: 1, before: newest[1], cache: false });
            Steps.equal(BigInt(older.firstKey()) < BigInt(newest[1]), true);
            const newer = await channel.messages.fetch({ limit: 1, after: newest[1], cache: false });
            Steps.equal(newer.firstKey(), newest[0]);
        },
    ],
    [
        'pings nobody when told so, and by default whoever is named',
        async context => {
            const { fake, world } = context;
            const channel = await channelOf(context);
            const quiet = await channel.send({
                content: `<@${world.reader}> @everyone`,
                allowedMentions: { parse: [] },
            });
            Steps.equal((await fake.do('message', { message: quiet.id })).pinged, []);
            const loud = await channel.send({ content: `<@${world.reader}>` });
            Steps.equal((await fake.do('message', { message: loud.id })).pinged, [world.reader]);
        },
    ],
    [
        'uploads a file beside the text',
        async context => {
            const sent = await (
                await channelOf(context)
            ).send({ content: 'as a file', files: [{ attachment: Buffer.from('text'), name: 'digest.txt' }] });
            Steps.equal(sent.attachments.first().name, 'digest.txt');
            Steps.equal(sent.attachments.first().size, 4);
        },
    ],
    [
        'reads what is addressed to it, and only that',
        async context => {
            const { client, fake, world } = context;
            const says = async (text, more = {}) => {
                const heard = Steps.next(client, 'messageCreate', message => message.author.id === world.reader);
                await fake.do('type', { user: world.reader, channel: world.channel, text, ...more });
                return (await heard).content;
            };
            const own = await (await channelOf(context)).send('answer me');
            Steps.equal(await says('not for you'), '');
            Steps.equal(await says(`<@${fake.applicationId}> why?`), `<@${fake.applicationId}> why?`);
            Steps.equal(await says('with a ping', { replyTo: own.id }), 'with a ping');
            Steps.equal(await says('without a ping', { replyTo: own.id, ping: false }), '');
        },
    ],
    [
        'writes to a person, and reads all that the person answers',
        async ({ client, fake, world }) => {
            const sent = await (await client.users.fetch(world.reader)).send('Your digest.');
            Steps.equal(sent.guild, null);
            const raw = new Promise(resolve =>
                client.ws.on('MESSAGE_CREATE', data => data.author.id === world.reader && resolve(data)),
            );
            await fake.do('type', { user: world.reader, channel: sent.channelId, text: 'Thanks' });
            Steps.equal((await raw).content, 'Thanks');
        },
    ],
];
