// Commands: registered, sent, completed, answered in time and too late.
import { ApplicationCommandType, MessageFlags, SlashCommandBuilder } from 'discord.js';
import { Steps } from '../steps.mjs';

const digest = new SlashCommandBuilder()
    .setName('digest')
    .setDescription('The news of a topic')
    .addStringOption(option =>
        option.setName('topic').setDescription('What about').setRequired(true).setAutocomplete(true),
    )
    .addIntegerOption(option => option.setName('stories').setDescription('How many').setMinValue(1).setMaxValue(10))
    .addBooleanOption(option => option.setName('private').setDescription('Only for you'));
const schedule = new SlashCommandBuilder()
    .setName('schedule')
    .setDescription('Regular digests')
    .setDefaultMemberPermissions(32n)
    .setContexts(0)
    .addSubcommand(sub =>
        sub
            .setName('add')
            .setDescription('One more')
            .addStringOption(o => o.setName('when').setDescription('Time').setRequired(true)),
    );
const mine = new SlashCommandBuilder()
    .setName('mine')
    .setDescription('For yourself')
    .setContexts(0, 1, 2)
    .setIntegrationTypes(0, 1);
const all = [digest, schedule, mine, { name: 'Ask about this', type: ApplicationCommandType.Message }];

// Sends an interaction as the reader and lets discord.js handle it.
async function interact({ client, fake, world }, action, args, handle) {
    const arrived = Steps.next(client, 'interactionCreate');
    const sent = await fake.do(action, { user: world.reader, channel: world.channel, ...args });
    const interaction = await arrived;
    Steps.equal(interaction.id, sent.id);
    await handle(interaction);
    return fake.do('interaction', { interaction: sent.id });
}

const run = (context, options, handle) => interact(context, 'run', { command: 'digest', options }, handle);

export const commandSteps = [
    [
        'registers commands for all, and the same again without new ids',
        async ({ client }) => {
            const first = await client.application.commands.set(all);
            Steps.equal(first.size, 4);
            const again = await client.application.commands.set(all);
            Steps.equal([...again.keys()].sort(), [...first.keys()].sort());
            Steps.equal(again.find(command => command.name === 'schedule').defaultMemberPermissions.bitfield, 32n);
            Steps.equal((await client.application.commands.fetch()).size, 4);
        },
    ],
    [
        'registers, changes and removes a command of one guild',
        async ({ client, world }) => {
            const command = await client.application.commands.create(
                { name: 'local', description: 'here' },
                world.guild,
            );
            Steps.equal(
                (await client.application.commands.edit(command.id, { description: 'there' }, world.guild)).description,
                'there',
            );
            await client.application.commands.delete(command.id, world.guild);
            Steps.equal((await client.application.commands.fetch({ guildId: world.guild })).size, 0);
        },
    ],
    [
        'may not register a name with capitals, nor a required option behind another',
        async ({ client }) => {
            const bad = await Steps.refusal(client.application.commands.create({ name: 'Digest', description: 'x' }));
            Steps.equal(bad.rawError.errors.name._errors[0].code, 'APPLICATION_COMMAND_INVALID_NAME');
            const options = [
                { name: 'a', description: 'a', type: 3 },
                { name: 'b', description: 'b', type: 3, required: true },
            ];
            const order = await Steps.refusal(
                client.application.commands.create({ name: 'order', description: 'x', options }),
            );
            Steps.equal(
                order.rawError.errors.options['1']._errors[0].code,
                'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
            );
        },
    ],
    [
        'answers a command so that only one person sees it',
        async context => {
            const done = await run(context, { topic: 'iraq', stories: '3', private: true }, async interaction => {
                Steps.equal(interaction.options.getString('topic'), 'iraq');
                Steps.equal(interaction.options.getInteger('stories'), 3);
                Steps.equal(interaction.options.getBoolean('private'), true);
                await interaction.reply({ content: 'just for you', flags: MessageFlags.Ephemeral });
            });
            Steps.equal([done.callbackType, done.response.ephemeral, done.response.content], [4, true, 'just for you']);
            const history = await context.fake.do('messages', { channel: context.world.channel });
            Steps.equal(
                history.some(message => message.content === 'just for you'),
                false,
            );
        },
    ],
    [
        'answers and gets the message with the answer',
        async context => {
            await run(context, { topic: 'iraq' }, async interaction => {
                const { resource } = await interaction.reply({ content: 'with response', withResponse: true });
                Steps.equal(resource.message.content, 'with response');
                Steps.equal((await interaction.fetchReply()).id, resource.message.id);
                await interaction.deleteReply();
                Steps.equal((await Steps.refusal(interaction.fetchReply())).code, 10008);
            });
        },
    ],
    [
        'defers, edits what was deferred, follows up and edits that',
        async context => {
            const done = await run(context, { topic: 'iraq' }, async interaction => {
                await interaction.deferReply();
                await interaction.editReply('the digest');
                const more = await interaction.followUp({ content: 'more', flags: MessageFlags.Ephemeral });
                await interaction.editReply({ message: more, content: 'even more' });
            });
            Steps.equal([done.callbackType, done.response.content, done.response.flags], [5, 'the digest', 0]);
            Steps.equal(
                done.followups.map(message => [message.content, message.ephemeral]),
                [['even more', true]],
            );
        },
    ],
    [
        'fills what was deferred by the first follow-up',
        async context => {
            const done = await run(context, { topic: 'iraq' }, async interaction => {
                await interaction.deferReply({ flags: MessageFlags.Ephemeral });
                await interaction.followUp('in place of thinking');
            });
            Steps.equal(
                [done.response.content, done.response.ephemeral, done.followups.length],
                ['in place of thinking', true, 0],
            );
        },
    ],
    [
        'may not answer twice',
        async context => {
            await run(context, { topic: 'iraq' }, async interaction => {
                await interaction.reply('once');
                const route = `/interactions/${interaction.id}/${interaction.token}/callback`;
                Steps.equal(
                    (await Steps.refusal(context.client.rest.post(route, { body: { type: 5 }, auth: false }))).code,
                    40060,
                );
            });
        },
    ],
    [
        'may not answer after three seconds, nor follow up before an answer',
        async context => {
            await run(context, { topic: 'iraq' }, async interaction => {
                Steps.equal((await Steps.refusal(interaction.webhook.send('too early'))).code, 10015);
                await context.fake.do('skew', { ms: 4000 });
                Steps.equal((await Steps.refusal(interaction.reply('too late'))).code, 10062);
                await context.fake.do('skew', { ms: 0 });
            });
        },
    ],
    [
        'may not edit after a quarter of an hour',
        async context => {
            await run(context, { topic: 'iraq' }, async interaction => {
                await interaction.deferReply();
                await context.fake.do('skew', { ms: 16 * 60_000 });
                Steps.equal((await Steps.refusal(interaction.editReply('too late'))).code, 50027);
                await context.fake.do('skew', { ms: 0 });
            });
        },
    ],
    [
        'completes an option while it is typed',
        async context => {
            const done = await interact(
                context,
                'complete',
                { command: 'digest', typing: 'topic', options: { topic: 'ir' } },
                async interaction => {
                    Steps.equal(interaction.options.getFocused(), 'ir');
                    await interaction.respond([
                        { name: 'Iraq', value: 'iraq' },
                        { name: 'Iran', value: 'iran' },
                    ]);
                },
            );
            Steps.equal(
                done.choices.map(choice => choice.value),
                ['iraq', 'iran'],
            );
        },
    ],
    [
        'may not answer a completion with a message, nor with 26 choices',
        async context => {
            await interact(
                context,
                'complete',
                { command: 'digest', typing: 'topic', options: { topic: '' } },
                async interaction => {
                    const route = `/interactions/${interaction.id}/${interaction.token}/callback`;
                    const message = { body: { type: 4, data: { content: 'x' } }, auth: false };
                    Steps.equal((await Steps.refusal(context.client.rest.post(route, message))).code, 50035);
                    const many = Array.from({ length: 26 }, (_, i) => ({ name: `n${i}`, value: `v${i}` }));
                    Steps.equal((await Steps.refusal(interaction.respond(many))).code, 50035);
                },
            );
        },
    ],
    [
        'receives a subcommand only from those who may send it',
        async context => {
            const { fake, world } = context;
            const refused = await Steps.refusal(
                fake.do('run', {
                    user: world.reader,
                    channel: world.channel,
                    command: 'schedule add',
                    options: { when: '7:00' },
                }),
            );
            Steps.equal(refused.message.includes('ManageGuild'), true);
            const { ownerId } = await context.client.guilds.fetch(world.guild);
            await interact(
                context,
                'run',
                { user: ownerId, command: 'schedule add', options: { when: '7:00' } },
                async interaction => {
                    Steps.equal(
                        [interaction.options.getSubcommand(), interaction.options.getString('when')],
                        ['add', '7:00'],
                    );
                    Steps.equal(interaction.memberPermissions.has('ManageGuild'), true);
                    await interaction.reply('kept');
                },
            );
        },
    ],
    [
        'reads the message that a command was chosen on, addressed to it or not',
        async context => {
            const { fake, world } = context;
            const target = await fake.do('type', { user: world.reader, channel: world.channel, text: 'what of this?' });
            const done = await interact(
                context,
                'runOnMessage',
                { message: target.id, command: 'Ask about this' },
                async interaction => {
                    Steps.equal(interaction.targetMessage.content, 'what of this?');
                    await interaction.reply('an answer');
                },
            );
            Steps.equal(done.response.content, 'an answer');
        },
    ],
    [
        'serves a person who installed it, where it is not a member',
        async context => {
            const { fake } = context;
            const guild = await fake.do('guild', { name: 'Elsewhere', bot: false });
            const user = await fake.do('user', { name: 'Ben', guild, installs: true });
            const channel = await fake.do('channel', { guild, name: 'talk' });
            await interact(context, 'run', { user, channel, command: 'mine' }, async interaction => {
                const { guildId, userId } = interaction.authorizingIntegrationOwners;
                Steps.equal([guildId, userId], [null, user]);
                Steps.equal(interaction.inCachedGuild(), false);
                await interaction.reply({ content: 'yours', flags: MessageFlags.Ephemeral });
                for (let i = 0; i < 5; i++)
                    await interaction.followUp({ content: `${i}`, flags: MessageFlags.Ephemeral });
                Steps.equal((await Steps.refusal(interaction.followUp('6'))).code, 40094);
            });
            Steps.equal((await Steps.refusal(context.client.rest.get(`/channels/${channel}`))).code, 50001);
        },
    ],
];
